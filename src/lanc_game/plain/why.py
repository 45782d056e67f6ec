"""`why THING` in line mode: the causes of a figure, which add up, or what is behind an order."""

from collections.abc import Iterator, Sequence

from lanc_game.chronicle.because import why_sentences
from lanc_game.chronicle.preview import refused, terms_of
from lanc_game.engine.forecast import forecast
from lanc_game.engine.legal import refusal
from lanc_game.engine.names import Figure
from lanc_game.engine.orders import OrderError, find, fold, lexicon, parse
from lanc_game.engine.world import NOBODY, World
from lanc_game.language import number, say, tenths
from lanc_game.table import Table

FIGURES: dict[str, Figure] = {figure.name.lower(): figure for figure in Figure if figure is not Figure.METER}
OF_FACTIONS = (Figure.CADRES, Figure.ARMS, Figure.SUPPLIES, Figure.STANDING, Figure.OUTPUT, Figure.STIGMA)
OPEN_FIGURES = (Figure.STANDING, Figure.STIGMA)  # of everybody, to everybody
OF_HEARTHS = (Figure.SYMPATHY, Figure.COUNCIL)
IN_THOUSANDTHS = (Figure.SYMPATHY, Figure.FEAR)
LAST_MONTHS = 3


def why_lines(table: Table, seat: int, words: Sequence[str], language: str) -> Iterator[str]:
    """Yield the answer to `why` and some words. Raises OrderError where they name nothing."""
    if not words:
        raise OrderError(say(language, "line", "why_what"))
    figure = FIGURES.get(fold(words[0]))
    region = lexicon(table.world).regions.get(fold(words[0]))
    if figure is None and region is not None and len(words) == 1:
        for each in (Figure.SYMPATHY, Figure.COUNCIL, Figure.FEAR, Figure.FEUDS):
            yield from _account(table, seat, each, (region, seat), language)
        return
    if figure is None:
        yield from _order_lines(table, seat, " ".join(words), language)
        return
    if figure in OF_FACTIONS:
        side = _side(table.world, words[1], seat) if len(words) > 1 else seat
        yield from _account(table, seat, figure, (NOBODY, side), language)
    elif figure is Figure.STRAIN:
        partners = [t.a + t.b - seat for t in table.state.treaties if seat in (t.a, t.b)]
        for partner in partners if len(words) < 2 else [_side(table.world, words[1], seat)]:
            yield from _account(table, seat, figure, (table.state.pair(seat, partner), partner), language)
    elif figure is Figure.HAZARD:
        for index in range(len(table.world.hazards)):
            yield from _account(table, seat, figure, (index, seat), language)
    elif len(words) < 2:
        yield say(language, "line", "why_where", figure=words[0])
    else:
        region = find(lexicon(table.world).regions, words[1], "region")
        side = _side(table.world, words[2], seat) if len(words) > 2 else seat
        yield from _account(table, seat, figure, (region, side), language)


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
    account = table.why(figure, place, max(0, len(table.turns) - LAST_MONTHS))
    value = account.closing
    shown = f"{tenths(value, language).lstrip('+')} %" if figure in IN_THOUSANDTHS else number(value, language)
    name = say(language, "figure", figure.name.lower())
    yield say(language, "line", "why_figure", name=name, where=_about(table.world, figure, at, language), value=shown)
    yield from why_sentences(table.world, account.changes, language, opening=account.opening, figure=figure)


def _about(world: World, figure: Figure, at: tuple[int, int], language: str) -> str:
    """Return what a figure belongs to, in words."""
    where, side = at
    short = world.factions[side].short.get(language)
    if figure in OF_FACTIONS or figure is Figure.STRAIN:
        return short
    if figure is Figure.HAZARD:
        return world.hazards[where].name.get(language)
    region = world.regions[where].name.get(language)
    return f"{region}, {short}" if figure in OF_HEARTHS else region


def _known(table: Table, seat: int, figure: Figure, where: int, side: int) -> bool:
    if figure in OF_FACTIONS:
        return side == seat or figure in OPEN_FIGURES
    return figure in (Figure.HAZARD, Figure.STRAIN) or table.view(seat).sights[where].level > 0


def _order_lines(table: Table, seat: int, line: str, language: str) -> Iterator[str]:
    """Yield why an order is refused, or what speaks for and against it."""
    order = parse(table.world, seat, line)
    view = table.view(seat)
    why = refusal(view, order)
    if why is not None:
        yield refused(table.world, why, language)
        return
    outlook = forecast(view, order)
    if not outlook.terms:
        yield say(language, "line", "why_no_forecast")
    yield from terms_of(outlook, language)
