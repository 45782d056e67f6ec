"""What was said and agreed, for the sentences: which pattern tells it, and which names go in."""

from collections.abc import Sequence

from lanc_game.chronicle.naming import (
    faction_name,
    giver_name,
    inside,
    name_of,
    patron_name,
    title_of,
    value_name,
    wing_name,
)
from lanc_game.engine import facts
from lanc_game.engine.facts import Fact
from lanc_game.engine.names import Manner, Talk
from lanc_game.engine.world import World
from lanc_game.language import Value, listing, say

Values = dict[str, Value]


def dealt_keys(world: World, fact: Fact) -> tuple[str, ...]:
    """Return the keys of the patterns that tell a fact of dealings; none where the kind's own will do."""
    match fact:
        case facts.WingLeft():
            left = ("wing_left",) if fact.other >= 0 else ("wing_went_home",)
            return ("wing_farewell", *left) if world.wings[fact.wing].farewell.en else left
        case _:
            key = _treaty_key(fact) or _wing_key(fact) or _patron_key(world, fact) or _task_key(fact)
            return (key,) if key else ()


def _treaty_key(fact: Fact) -> str:
    match fact:
        case facts.TreatySigned() if not fact.public:
            return "treaty_signed_secret"
        case facts.LetterSent() if fact.counter:
            return "letter_countered"
        case facts.TreatyEnded():
            return f"treaty_ended_{Manner(fact.manner).name.lower()}"
    return ""


def _wing_key(fact: Fact) -> str:
    match fact:
        case facts.WingCourted() if not fact.won:
            return "wing_courted_vain"
        case facts.WingCourted() if fact.other in (-1, fact.actor):
            return "wing_courted_own"
        case facts.PromiseJudged():
            return "promise_kept" if fact.kept else "promise_broken"
    return ""


def _patron_key(world: World, fact: Fact) -> str:
    match fact:
        case facts.AidCame() if fact.asked:
            return "aid_asked"
        case facts.Offered() if world.events[fact.event].patron >= 0:
            return "demanded"
        case facts.Decided() if world.events[fact.event].patron >= 0:
            return "replied_by_default" if fact.by_default else "replied"
    return ""


def _task_key(fact: Fact) -> str:
    match fact:
        case facts.MandateJudged():
            return "mandate_done" if fact.done else "mandate_failed"
        case facts.RumourVerified():
            return "rumour_true" if fact.true else "rumour_false"
    return ""


def dealt_words(world: World, fact: Fact, language: str) -> Values:
    """Return what facts of dealings say in words of their own."""
    match fact:
        case facts.LetterSent() | facts.LetterRefused() | facts.TreatyEnded() | facts.Leaked():
            name = name_of(world.instruments[fact.instrument].name, language)
            ends_itself = isinstance(fact, facts.TreatyEnded) and fact.manner in (Manner.LAPSE, Manner.RUPTURE)
            first = ends_itself or isinstance(fact, facts.Leaked)  # their sentences begin with it
            return {"treaty": name if first else inside(name, language)}
        case facts.TreatySigned():
            return _treaty(world, fact, language)
        case facts.WingCourted() | facts.Purged():
            return {"wing": wing_name(world, fact.wing, language)}
        case facts.WingLeft():
            return _farewell(world, fact, language)
        case facts.Promised() | facts.PromiseJudged():
            promise = title_of(world.promises[fact.promise].name, language)
            return {"wing": wing_name(world, fact.wing, language), "promise": promise}
        case facts.CongressHeld():
            congress = world.congresses[fact.congress]
            seats = seats_text(world, congress.wings, fact.seats, language)
            return {"congress": title_of(congress.title, language), "seats": seats}
        case facts.AidCame():
            return {"patron": patron_name(world, fact.patron, language), "goods": _goods(fact, language)}
        case facts.Turned():
            return {"patron": patron_name(world, fact.patron, language)}
        case facts.MandatesOffered():
            titles = [title_of(world.mandates[mandate].title, language) for mandate in fact.mandates]
            return {"mandates": "; ".join(titles)}
        case facts.Pledged() | facts.MandateJudged():
            mandate = world.mandates[fact.mandate]
            return {"mandate": title_of(mandate.title, language), "giver": giver_name(world, mandate, language)}
        case facts.RumourHeard() | facts.RumourVerified():
            return {"rumour": rumour_text(world, fact.kind, fact.a, fact.b, language)}
    return {}


def _treaty(world: World, fact: facts.TreatySigned, language: str) -> Values:
    """Return a treaty's name and how each clause was settled."""
    definition = world.instruments[fact.instrument]
    blank = say(language, "chronicle", "left_blank")
    settled = [
        f"{name_of(world.clauses[clause].name, language)} – {value_name(world, clause, value, language, blank)}"
        for clause, value in zip(definition.clauses, fact.values, strict=True)
    ]
    return {"treaty": inside(name_of(definition.name, language), language), "terms": "; ".join(settled)}


def _farewell(world: World, fact: facts.WingLeft, language: str) -> Values:
    text = name_of(world.wings[fact.wing].farewell, language)
    said = title_of(world.wings[fact.wing].farewell, language)
    ended = said.endswith(("?", "!", "…")) or not text
    return {"wing": wing_name(world, fact.wing, language), "farewell": said, "stop": "" if ended else "."}


def _goods(fact: facts.AidCame, language: str) -> str:
    parts = [
        say(language, "chronicle", f"goods_{what}", **{what: count})
        for what, count in (("arms", fact.arms), ("supplies", fact.supplies))
        if count
    ]
    return listing(parts, language) or say(language, "chronicle", "goods_other")


def seats_text(world: World, wings: Sequence[int], seats: Sequence[int], language: str) -> str:
    """Return the seats of a congress, wing by wing: ``the Mill 7, the Elders 1 and the Young 2``. Who has none is left out."""
    parts = [
        say(language, "chronicle", "seats", wing=wing_name(world, wing, language), seats=count)
        for wing, count in zip(wings, seats, strict=False)
        if count or not any(seats)
    ]
    return listing(parts, language)


def rumour_text(world: World, kind: int, a: int, b: int, language: str) -> str:
    """Return what a rumour says, as a clause without a full stop; for a wing, ``b`` is the wing."""
    about = {"a": faction_name(world, a, language), "b": faction_name(world, b, language)}
    return say(language, "talk", Talk(kind).name.lower(), wing=wing_name(world, b, language), **about)
