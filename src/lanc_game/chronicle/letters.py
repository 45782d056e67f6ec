"""Treaties and letters in words: what they settle, what they are worth to whoever reads, and how to answer."""

from lanc_game.chronicle.naming import faction_name, name_of, region_name, value_name
from lanc_game.chronicle.preview import preview
from lanc_game.engine.forecast import forecast
from lanc_game.engine.legal import refusal
from lanc_game.engine.names import FactionKind, Level, Relation, Verb
from lanc_game.engine.orders import Order, text_of
from lanc_game.engine.state import Letter, Treaty
from lanc_game.engine.treaties import Scales, best_answer, combinations, turning_clause
from lanc_game.engine.view import View
from lanc_game.engine.wording import wish_code
from lanc_game.engine.world import World
from lanc_game.language import listing, say

_POWERS = (FactionKind.OCCUPIER, FactionKind.GOVERNMENT)


def clause_value(world: World, clause: int, value: int, language: str) -> str:
    """Return how a clause is settled: ``divided after the war``, ``left blank``."""
    return value_name(world, clause, value, language, say(language, "chronicle", "left_blank"))


def settled(world: World, instrument: int, wishes: tuple[tuple[int, ...], ...], language: str) -> str:
    """Return how each clause is settled, ranked wishes apart by strokes: ``the land – divided | left blank``."""
    parts: list[str] = []
    for index, wish in zip(world.instruments[instrument].clauses, wishes, strict=True):
        values = [clause_value(world, index, value, language) for value in wish]
        parts.append(f"{name_of(world.clauses[index].name, language)} – {' | '.join(values)}")
    return "; ".join(parts)


def settled_so(world: World, instrument: int, values: tuple[int, ...], language: str) -> str:
    """Return the same of one settlement."""
    return settled(world, instrument, tuple((value,) for value in values), language)


def sides_of(world: World, treaty: Treaty, language: str) -> str:
    """Return who has signed a treaty: ``the Hills and the Star``."""
    return listing([faction_name(world, side, language) for side in (treaty.a, treaty.b)], language)


def letter_text(view: View, letter: Letter, language: str) -> str:
    """Return a letter in a line: from whom, what, and how it would settle each clause."""
    world = view.world
    return say(
        language,
        "chronicle",
        "letter",
        sender=faction_name(world, letter.sender, language),
        treaty=name_of(world.instruments[letter.instrument].name, language),
        region=region_name(world, letter.region, language),
        terms=settled(world, letter.instrument, letter.wishes, language),
    )


def letter_voice(view: View, letter: Letter, language: str) -> str:
    """Return what a letter says in its writer's voice: a plea, what is meant firmly, and what can be spoken of."""
    world = view.world
    definition = world.instruments[letter.instrument]
    power = "_power" if world.factions[letter.sender].kind in _POWERS else ""
    plea = say(language, "letter", Level(definition.level).name.lower() + power)
    if view.stand(letter.sender, letter.receiver) == Relation.WAR:
        plea = f"{say(language, 'letter', 'blood')} {plea}"
    firm: list[str] = []
    open_: list[str] = []
    for clause, wish in zip(definition.clauses, letter.wishes, strict=True):
        if wish != (world.clauses[clause].blank,):
            (open_ if len(wish) > 1 else firm).append(name_of(world.clauses[clause].name, language))
    return say(
        language,
        "letter",
        "voice",
        sender=faction_name(world, letter.sender, language),
        plea=plea,
        firm=_clauses("firm", firm, language),
        open=_clauses("open", open_, language),
    )


def _clauses(key: str, names: list[str], language: str) -> str:
    return say(language, "letter", key, clauses="; ".join(names)) if names else ""


def answers_to(view: View, letter: Letter, language: str) -> list[tuple[str, str]]:
    """Return the orders that answer a letter, each with what it is worth: the best of what it offers, then refusal."""
    scales = Scales(view, letter.receiver, letter.sender, letter.instrument)
    chosen = max(combinations(letter.wishes), key=scales.weigh)
    key = (letter.instrument, letter.sender)
    accept = Order(Verb.ACCEPT, (*key, *(wish_code((value,)) for value in chosen)))
    refuse = Order(Verb.REFUSE, key)
    return [
        (text_of(view.world, view.faction, order), preview(forecast(view, order), language))
        for order in (accept, refuse)
    ]


def turning_counter(view: View, letter: Letter, language: str) -> str:
    """Return the counter that would make a letter worth signing by one other clause; empty where it is so already."""
    values, _ = best_answer(view, letter)
    found = turning_clause(view, letter) if values is None else None
    if found is None:
        return ""
    order = letter_order(view, Verb.COUNTER, letter, found[0])
    if refusal(view, order) is not None:
        return ""
    outlook = forecast(view, order)
    return say(
        language,
        "letter",
        "turns",
        order=text_of(view.world, view.faction, order),
        clause=clause_said(view.world, letter.instrument, *found, language),
        outlook=preview(outlook._replace(terms=outlook.terms[:1]), language),
    )


def clause_said(world: World, instrument: int, values: tuple[int, ...], clause: int, language: str) -> str:
    """Return how a settlement settles one of its clauses: ``the land – left to the courts``."""
    value = values[world.instruments[instrument].clauses.index(clause)]
    return f"{name_of(world.clauses[clause].name, language)} – {clause_value(world, clause, value, language)}"


def letter_order(view: View, verb: Verb, letter: Letter, values: tuple[int, ...]) -> Order:
    """Return the order that writes to the other side of a letter, settled in one way."""
    other = letter.sender if letter.receiver == view.faction else letter.receiver
    place = (letter.region,) if view.world.instruments[letter.instrument].local else ()
    return Order(verb, (letter.instrument, other, *(wish_code((value,)) for value in values), *place))
