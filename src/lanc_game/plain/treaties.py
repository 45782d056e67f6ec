"""`treaties` in line mode: what is in force, what could be signed and how to write it, how everybody stands to you."""

from collections.abc import Iterator

from lanc_game.chronicle.letters import clause_value, letter_text, settled, sides_of
from lanc_game.chronicle.naming import faction_name, name_of, region_name
from lanc_game.chronicle.preview import preview
from lanc_game.engine.forecast import forecast
from lanc_game.engine.legal import legal_with
from lanc_game.engine.names import FactionKind, Relation, Status, Verb
from lanc_game.engine.orders import Order, text_of
from lanc_game.engine.partings import BINDING
from lanc_game.engine.state import Treaty
from lanc_game.engine.view import View
from lanc_game.engine.wording import BLANK
from lanc_game.language import say
from lanc_game.plain.describe import line


def treaty_lines(view: View, language: str) -> Iterator[str]:
    """Yield the treaties in force, the letters on their way, what could be signed, and how every side stands."""
    world = view.world
    for treaty in view.treaties:
        yield from in_force(view, treaty, language)
    if world.instruments and not view.treaties:
        yield line(language, "no_treaties")
    for letter in view.letters:
        if letter.receiver == view.faction:
            yield letter_text(view, letter, language)
            continue
        yield line(
            language,
            "letter_sent",
            side=faction_name(world, letter.receiver, language),
            name=name_of(world.instruments[letter.instrument].name, language),
            region=region_name(world, letter.region, language),
            terms=settled(world, letter.instrument, letter.wishes, language),
        )
    if world.instruments and view.in_play:
        yield from list(_signable(view, language)) or [line(language, "signable_none")]
    yield from _relations(view, language)


# --- in force


def in_force(view: View, treaty: Treaty, language: str) -> Iterator[str]:
    """Yield a treaty: whose it is, each clause, and, where it is ours, its strain and how it could be ended."""
    yield treaty_head(view, treaty, language)
    yield from clause_lines(view, treaty, language)
    if view.faction not in (treaty.a, treaty.b):
        return
    world = view.world
    other = treaty.a + treaty.b - view.faction
    definition = world.instruments[treaty.instrument]
    yield line(
        language,
        "treaty_strain",
        treaty=definition.id,
        side=faction_name(world, other, language),
        strain=view.strain_with(other),
        tears=world.rules.strain_tears if definition.level in BINDING else 0,
    )
    for order in legal_with(view, Verb.DENOUNCE):
        if order.args[:2] == (treaty.instrument, other):
            outlook = preview(forecast(view, order), language)
            yield line(language, "legal", order=text_of(world, view.faction, order), outlook=outlook)


def treaty_head(view: View, treaty: Treaty, language: str) -> str:
    """Return a treaty's name, who signed it where and when, and its term."""
    world = view.world
    definition = world.instruments[treaty.instrument]
    last = min(treaty.signed + definition.months - 1, len(world.turns) - 1) if definition.months else 0
    return line(
        language,
        "treaty_head",
        treaty=definition.id,
        name=name_of(definition.name, language),
        sides=sides_of(world, treaty, language),
        region=region_name(world, treaty.region, language),
        when=name_of(world.turns[max(0, treaty.signed)].name, language),
        until=name_of(world.turns[max(0, last)].name, language) if definition.months else "",
        secret="" if treaty.public else line(language, "treaty_secret"),
    )


def clause_lines(view: View, treaty: Treaty, language: str) -> Iterator[str]:
    """Yield how each clause of a treaty is settled."""
    world = view.world
    definition = world.instruments[treaty.instrument]
    for clause, value in zip(definition.clauses, treaty.values, strict=True):
        name = name_of(world.clauses[clause].name, language)
        said = clause_value(world, clause, value, language)
        yield line(language, "treaty_clause", treaty=definition.id, clause=name, value=said)


# --- what could be


def proposals(view: View) -> Iterator[Order]:
    """Yield one letter for each treaty and partner that could sign it now, settled as we would like it."""
    seen: set[tuple[int, ...]] = set()
    for order in legal_with(view, Verb.PROPOSE):
        if order.args[:2] not in seen:
            seen.add(order.args[:2])
            yield order


def _signable(view: View, language: str) -> Iterator[str]:
    told: set[int] = set()
    for order in proposals(view):
        instrument, partner = order.args[:2]
        definition = view.world.instruments[instrument]
        words = text_of(view.world, view.faction, order)
        if definition.local:
            words = f"{words.rpartition(' ')[0]} in={line(language, 'some_region')}"
        found = forecast(view, order)
        yield line(
            language,
            "signable",
            order=words,
            name=name_of(definition.name, language),
            side=faction_name(view.world, partner, language),
            outlook=preview(found._replace(terms=found.terms[:1]), language),
        )
        if definition.clauses and instrument not in told:
            told.add(instrument)
            side = view.world.factions[partner].id
            clauses = " ".join(clause_words(view, clause) for clause in definition.clauses)
            yield line(language, "signable_clauses", treaty=definition.id, side=side, clauses=clauses)


def clause_words(view: View, clause: int) -> str:
    """Return a clause as it is typed, with all its values: ``land=divided|courts|blank``."""
    definition = view.world.clauses[clause]
    values = (*definition.values, BLANK) if definition.may_be_blank else definition.values
    return f"{definition.id}={'|'.join(values)}"


# --- the others


def _relations(view: View, language: str) -> Iterator[str]:
    world = view.world
    for other, definition in enumerate(world.factions):
        status = Status(view.status[other])
        if other == view.faction or status in (Status.UNBORN, Status.OFF_MAP):
            continue
        pair = (min(view.faction, other), max(view.faction, other))
        rubs = pair in world.rivals or definition.kind is FactionKind.MOVEMENT
        yield line(
            language,
            "relation",
            side=faction_name(world, other, language),
            relation=say(language, "relation", Relation(view.relation[other]).name.lower()),
            standing=view.standing[other],
            strain=str(view.strain_with(other)) if rubs and status is not Status.GONE else "",
            stigma=view.stigma[other],
            status=say(language, "status", "gone") if status is Status.GONE else "",
        )
