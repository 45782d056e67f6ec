"""From a fact to a sentence: which pattern, which of its variants, which names and numbers go in."""

import re
from hashlib import blake2b

from lanc_game.chronicle.dealt import dealt_keys, dealt_words
from lanc_game.chronicle.naming import faction_name, name_of, patron_name, region_name, title_of
from lanc_game.engine import facts
from lanc_game.engine.checks import Refusal
from lanc_game.engine.facts import Fact
from lanc_game.engine.names import (
    Cause,
    Clash,
    FactionKind,
    Fate,
    Grade,
    Outcome,
    Policy,
    Posture,
    Relation,
    Reprisals,
    Requisition,
    Role,
    Status,
    Target,
    Verb,
)
from lanc_game.engine.world import World
from lanc_game.language import ABOUT, Rough, Value, capital, choose, fill, listing, say, tenths, variants

__all__ = [
    "faction_name",
    "kind_of",
    "name_of",
    "patterns_of",
    "phrase",
    "refused",
    "region_name",
    "tell",
    "values_of",
]

Values = dict[str, Value]

_LEDGERS = (facts.Changed, facts.MenChanged)
_BY_FULL_NAME = (facts.RelationChanged, facts.StatusChanged, facts.Judged)
_COUNTS = frozenset({"men", "other_men", "lost", "other_lost", "killed", "taken", "arms", "raiders", "found"})
_RIVALS = (FactionKind.MOVEMENT, FactionKind.LOCAL)
_TAKERS = (FactionKind.OCCUPIER, FactionKind.GOVERNMENT)
_HUMP = re.compile(r"(?<!^)(?=[A-Z])")


def tell(world: World, fact: Fact, language: str, *, rough: bool = False) -> str:
    """Return the sentence of a fact; the two ledgers of figures and men have none.

    ``rough`` is for those who saw it from afar: counts are rounded and said with an "about".
    """
    if isinstance(fact, _LEDGERS):
        return ""
    values = values_of(world, fact, language, rough=rough)
    return " ".join(capital(_sentence(key, fact, language, values)) for key in patterns_of(world, fact))


def refused(world: World, refusal: Refusal, language: str) -> str:
    """Return why an order is refused, and what to do, as one sentence or two."""
    about = _about(world, ABOUT.get(refusal.reason, "regions"), refusal.about, language)
    return say(language, "refusal", refusal.reason, have=refusal.have, need=refusal.need, about=about)


def _about(world: World, table: str, place: int, language: str) -> str:
    """Return the name of a thing in one of the world's tables; nothing where it is not there."""
    found = getattr(world, table)
    if not 0 <= place < len(found):
        return ""
    named = found[place]
    return title_of(named.title if hasattr(named, "title") else named.name, language)


def kind_of(fact: Fact) -> str:
    """Return the kind of a fact as a key of the language tables: ``town_taken``."""
    return _HUMP.sub("_", type(fact).__name__).lower()


def phrase(key: str, language: str, values: Values) -> str:
    """Return a line of the chronicle's own that joins several facts."""
    return capital(say(language, "chronicle", key, **values))


def _sentence(key: str, fact: Fact, language: str, values: Values) -> str:
    found = variants(key, language)
    return fill(choose(found[_draw(key, fact) % len(found)], language), language, values)


def _draw(key: str, fact: Fact) -> int:
    """Return a number that depends on what a fact says, and on nothing else."""
    parts = (str(int(value)) if isinstance(value, int) else repr(value) for value in fact)
    return int.from_bytes(blake2b("/".join((key, *parts)).encode(), digest_size=4).digest(), "big")


# --- which pattern


def patterns_of(world: World, fact: Fact) -> tuple[str, ...]:
    """Return the keys of the patterns that tell a fact, one or two."""
    if isinstance(fact, facts.Fought):
        return (f"fought_{Clash(fact.clash).name.lower()}", Outcome(fact.outcome).name.lower())
    return dealt_keys(world, fact) or (_arms_key(world, fact) or _land_key(world, fact) or kind_of(fact),)


def _arms_key(world: World, fact: Fact) -> str:
    match fact:
        case facts.Moved() if fact.hidden:
            return "moved_hidden"
        case facts.PostureTaken():
            return f"posture_{Posture(fact.posture).name.lower()}"
        case facts.Raided() if not fact.arms:
            return "raided_empty"
        case facts.Raided() if _kind(world, fact.other) in _RIVALS:
            return "raided_rival"
        case facts.Sabotaged():
            return f"sabotaged_{Target(fact.target).name.lower()}"
        case facts.Swept() if not fact.found:
            return "swept_nobody"
        case facts.Swept() if not fact.lost:
            return "swept_escaped"
        case facts.Swept() if fact.offensive:
            return "swept_offensive"
        case facts.Avenged() if fact.harsh:
            return "avenged_harsh"
        case facts.Hungered() if fact.winter:
            return "hungered_winter"
        case facts.Recruited():
            return "recruited_none" if not fact.men else "recruited" if fact.called else "volunteered"
        case facts.MilitiaRaised() if not fact.men:
            return "levied_none" if fact.levy else "recruited_none"
        case facts.MilitiaRaised() if fact.levy:
            return "levied"
        case facts.Garrisoned() if fact.men < 0:
            return "ungarrisoned"
    return ""


def _land_key(world: World, fact: Fact) -> str:
    match fact:
        case facts.CouncilChanged():
            return _council_key(fact)
        case facts.Reconciled() if not fact.left:
            return "reconciled_last"
        case facts.Repaired() if fact.to >= 0:
            return "repaired_road"
        case facts.TownTaken():
            return "town" + _passage(fact.actor, fact.other)
        case facts.CountryTaken():
            return "country" + _passage(fact.actor, fact.other)
        case facts.Harvested() if _kind(world, fact.actor) in _TAKERS:
            return "requisitioned"
        case facts.Decided() if fact.by_default:
            return "decided_by_default"
        case facts.RelationChanged():
            broken = fact.relation == Relation.HOSTILE and fact.was in (Relation.TRUCE, Relation.ALLIED)
            return "relation_broken" if broken else f"relation_{Relation(fact.relation).name.lower()}"
        case facts.StatusChanged():
            return _status_key(fact)
        case facts.LeaderFell():
            return f"leader_{Fate(fact.fate).name.lower()}"
    return ""


def _kind(world: World, faction: int) -> FactionKind | None:
    return world.factions[faction].kind if 0 <= faction < len(world.factions) else None


def _passage(actor: int, other: int) -> str:
    if actor < 0:
        return "_left"
    return "_taken" if other >= 0 else "_entered"


def _council_key(fact: facts.CouncilChanged) -> str:
    if not fact.level:
        return "council_ended"
    if fact.cause == Cause.ORGANISED:
        return ("council_founded", "council_raised", "council_full")[min(fact.level, 3) - 1]
    if fact.cause == Cause.SWEPT and fact.other >= 0:
        return "council_swept"
    return {Cause.DISPERSED: "council_given_up", Cause.NEGLECT: "council_neglected"}.get(
        Cause(fact.cause), "council_fell"
    )


def _status_key(fact: facts.StatusChanged) -> str:
    if fact.status == Status.ACTIVE:
        return "status_active" if fact.was in (Status.UNBORN, Status.OFF_MAP) else "status_again"
    return {Status.UNDERGROUND: "status_underground", Status.GONE: "status_gone"}.get(
        Status(fact.status), "status_off_map"
    )


# --- what goes in


def values_of(world: World, fact: Fact, language: str, *, rough: bool = False) -> Values:
    """Return the names and numbers of a fact by the names that the patterns use."""
    full = isinstance(fact, _BY_FULL_NAME)
    values: Values = {}
    for field, value in zip(fact._fields, fact, strict=True):
        if isinstance(value, int):
            count = abs(value) if field in _COUNTS else value
            values[field] = Rough(_round(count)) if rough and field in _COUNTS and count else count
    values["actor"] = faction_name(world, fact.actor, language, full=full)
    values["other"] = faction_name(world, fact.other, language, full=full)
    values["region"] = region_name(world, fact.region, language)
    to = values.get("to")
    if isinstance(to, int):
        values["to"] = region_name(world, to, language)
    values.update(_words(world, fact, language))
    return values


def _round(men: int) -> int:
    step = 5 if men < 50 else 10 if men < 1000 else 50
    return max(step, (men + step // 2) // step * step)


def _words(world: World, fact: Fact, language: str) -> Values:
    """Return what some kinds of fact say in words of their own."""
    match fact:
        case facts.OrderFailed():
            reason = say(language, "failure", fact.reason)
            return {"order": say(language, "verb", fact.order), "reason": reason}
        case facts.WorkBegun() | facts.WorkLost():
            return {"verb": say(language, "verb", Verb(fact.verb).name.lower())}
        case facts.Agitated():
            return {"gained": tenths(fact.gained, language).lstrip("+") if fact.gained > 0 else ""}
        case facts.Formed():
            return {"units": _units(world, fact.actor, Role.REGULAR, language)}
        case facts.MilitiaRaised():
            return {"units": _units(world, fact.actor, Role.MILITIA, language)}
        case facts.PolicySet():
            return _policy(fact, language)
        case facts.Announced():
            when = name_of(world.turns[fact.opens].name, language) if 0 <= fact.opens < len(world.turns) else ""
            return {"regions": listing([region_name(world, r, language) for r in fact.regions], language), "when": when}
        case facts.Conceded() | facts.Avenged():
            return {"fear": (fact.fear + 5) // 10}
        case facts.Happened() | facts.Offered() | facts.Decided():
            return _event(world, fact, language)
        case facts.LeaderFell():
            return {"leader": name_of(world.leaders[fact.leader].name, language)}
        case facts.Judged():
            return {"grade": say(language, "grade", Grade(fact.grade).name.lower())}
    return dealt_words(world, fact, language)


def _units(world: World, faction: int, role: Role, language: str) -> str:
    slot = world.slot_by_role[faction][role]
    return name_of(world.slots[faction][slot].plural, language) if slot >= 0 else ""


def _policy(fact: facts.PolicySet, language: str) -> Values:
    if fact.policy == Policy.REPRISALS:
        stance = say(language, "reprisals", Reprisals(fact.value).name.lower())
    else:
        stance = say(language, "requisition", Requisition(fact.value).name.lower())
    return {"policy": say(language, "policy", Policy(fact.policy).name.lower()), "stance": stance}


def _event(world: World, fact: facts.Happened | facts.Offered | facts.Decided, language: str) -> Values:
    event = world.events[fact.event]
    words: Values = {"title": title_of(event.title, language), "text": name_of(event.text, language)}
    words["patron"] = patron_name(world, event.patron, language)
    words["stop"] = "" if str(words["title"]).endswith(("?", "!", "…")) else "."
    if isinstance(fact, facts.Decided) and 0 <= fact.option < len(event.options):
        words["option"] = title_of(event.options[fact.option].text, language)
    return words
