"""`why THING` in line mode: the causes of a figure, which add up, or what is behind an order, to come or given."""

from collections.abc import Iterator, Sequence

from lanc_game.chronicle.naming import faction_name, name_of, region_name
from lanc_game.chronicle.preview import refused, terms_of
from lanc_game.engine.forecast import forecast
from lanc_game.engine.legal import refusal
from lanc_game.engine.lexicon import OrderError, find, fold, lexicon
from lanc_game.engine.names import FactionKind, Figure, Verb
from lanc_game.engine.orders import parse
from lanc_game.engine.world import NOBODY, World
from lanc_game.language import say
from lanc_game.plain.accounts import account_lines
from lanc_game.plain.reasons import why_order
from lanc_game.plain.why_dealings import (
    Asker,
    why_accept,
    why_letter,
    why_patron,
    why_strain,
    why_treaty,
    why_wing,
)
from lanc_game.table import Table

FIGURES: dict[str, Figure] = {figure.name.lower(): figure for figure in Figure if figure is not Figure.METER}
OF_FACTIONS = (Figure.CADRES, Figure.ARMS, Figure.SUPPLIES, Figure.STANDING, Figure.OUTPUT, Figure.STIGMA)
OF_WINGS = (Figure.LOYALTY, Figure.GRIEVANCE, Figure.GOODWILL)
OPEN_FIGURES = (Figure.STANDING, Figure.STIGMA)  # of everybody, to everybody
OF_HEARTHS = (Figure.SYMPATHY, Figure.COUNCIL)
TOLD = {"treaty": why_treaty, "wing": why_wing, "patron": why_patron, "order": why_order}
LAST_MONTHS = 3


def why_lines(table: Table, seat: int, words: Sequence[str], language: str) -> Iterator[str]:
    """Yield the answer to `why` and some words. Raises OrderError where they name nothing."""
    if not words:
        raise OrderError(say(language, "line", "why_what"))
    first = fold(words[0])
    figure = FIGURES.get(first)
    region = lexicon(table.world).regions.get(first)
    asker = Asker(table, seat, language)
    if first in TOLD:
        yield from TOLD[first](asker, words[1:])
    elif figure is not None:
        yield from _figure_lines(asker, figure, words)
    elif region is not None and len(words) == 1:
        for each in (Figure.SYMPATHY, Figure.COUNCIL, Figure.FEAR, Figure.FEUDS):
            yield from _account(table, seat, each, (region, seat), language)
    else:
        yield from _order_lines(asker, " ".join(words))


def _figure_lines(asker: Asker, figure: Figure, words: Sequence[str]) -> Iterator[str]:
    """Yield the account of a figure: of a side, of a wing, of a patron, of two sides, or of a region."""
    table, seat, language = asker
    if figure in OF_WINGS:
        yield from why_wing(asker, words[1:], (figure,))
    elif figure is Figure.REGARD:
        yield from why_patron(asker, words[1:])
    elif figure is Figure.STRAIN:
        partners = _rubbing(asker) if len(words) < 2 else [_side(table.world, words[1], seat)]
        for partner in partners:
            yield from why_strain(asker, partner)
        if not partners:
            yield say(language, "chronicle", "why_nothing")
    elif figure in OF_FACTIONS:
        side = _side(table.world, words[1], seat) if len(words) > 1 else seat
        yield from _account(table, seat, figure, (NOBODY, side), language)
    elif figure is Figure.HAZARD:
        for index in range(len(table.world.hazards)):
            yield from _account(table, seat, figure, (index, seat), language)
    elif len(words) < 2:
        yield say(language, "line", "why_where", figure=words[0])
    else:
        region = find(lexicon(table.world).regions, words[1], "region")
        side = _side(table.world, words[2], seat) if len(words) > 2 else seat
        yield from _account(table, seat, figure, (region, side), language)


def _rubbing(asker: Asker) -> list[int]:
    """Return the sides in play between whom and us strain can grow."""
    world, view = asker.table.world, asker.view
    return [
        other
        for other, definition in enumerate(world.factions)
        if other != asker.seat
        and view.plays(other)
        and (definition.kind is FactionKind.MOVEMENT or view.strain_with(other))
    ]


def _side(world: World, word: str, seat: int) -> int:
    return find(lexicon(world).factions, word, "faction") if word else seat


def _account(table: Table, seat: int, figure: Figure, at: tuple[int, int], language: str) -> Iterator[str]:
    """Yield a figure, and what moved it over the last months. What a viewer cannot see is not told."""
    where, side = at
    if not _known(table, seat, figure, where, side):
        yield say(language, "line", "why_not_known")
        return
    place = side if figure in OF_FACTIONS else where
    if figure in OF_HEARTHS:
        place = where * len(table.world.factions) + side
    since = max(0, len(table.turns) - LAST_MONTHS)
    yield from account_lines(table, seat, figure, place, since, _about(table.world, figure, at, language), language)


def _about(world: World, figure: Figure, at: tuple[int, int], language: str) -> str:
    """Return what a figure belongs to, in words."""
    where, side = at
    short = faction_name(world, side, language)
    if figure in OF_FACTIONS:
        return short
    if figure is Figure.HAZARD:
        return name_of(world.hazards[where].name, language)
    region = region_name(world, where, language)
    return f"{region}, {short}" if figure in OF_HEARTHS else region


def _known(table: Table, seat: int, figure: Figure, where: int, side: int) -> bool:
    if figure in OF_FACTIONS:
        return side == seat or figure in OPEN_FIGURES
    return figure is Figure.HAZARD or table.view(seat).sights[where].level > 0


def _order_lines(asker: Asker, line: str) -> Iterator[str]:
    """Yield why an order is refused, or what speaks for and against it."""
    table, seat, language = asker
    order = parse(table.world, seat, line)
    view = table.view(seat)
    why = refusal(view, order)
    if why is not None:
        yield refused(table.world, why, language)
    elif order.verb in (Verb.PROPOSE, Verb.COUNTER):
        yield from why_letter(asker, order)
    elif order.verb is Verb.ACCEPT:
        yield from why_accept(asker, order)
    else:
        outlook = forecast(view, order)
        if not outlook.terms:
            yield say(language, "line", "why_no_forecast")
        yield from terms_of(outlook, language)
