"""`orders SIDE MONTH` and `why order SIDE MONTH NUMBER`: what a side ordered, and what moved it, once that may be known."""

from collections.abc import Iterator, Sequence

from lanc_game.bots import Choice
from lanc_game.chronicle.naming import faction_name, name_of
from lanc_game.chronicle.reasons import expected, reason_told
from lanc_game.engine.lexicon import OrderError, clip, find, lexicon
from lanc_game.engine.orders import Order, text_of
from lanc_game.engine.view import view_of
from lanc_game.engine.world import NOBODY
from lanc_game.language import Value, say
from lanc_game.plain.why_dealings import Asker
from lanc_game.saves.rebuild import turn_at
from lanc_game.table import HUMAN

MOST_DIGITS = 4


def given_lines(asker: Asker, words: Sequence[str]) -> Iterator[str]:
    """Yield what a side ordered in a month that was played (the last where none is named), numbered, with the reasons.

    Raises OrderError where the words name no side, or no month that was played.
    """
    side, turn = _side_and_month(asker, words)
    if not _may_know(asker, side):
        yield _not_yet(asker, "orders", side, turn)
        return
    world, orders = asker.table.world, asker.table.turns[turn].orders[side]
    named = {"side": faction_name(world, side, asker.language), "month": _month(asker, turn)}
    yield _line(asker, "heading" if orders else "none_given", **named)
    for number, (order, choice) in enumerate(zip(orders, asker.table.reasons(turn, side), strict=True), 1):
        why = "" if asker.table.seats[side] == HUMAN and choice is None else _why(asker, side, order, choice)
        yield _line(asker, "line", number=number, order=text_of(world, side, order), why=why)


def why_order(asker: Asker, words: Sequence[str]) -> Iterator[str]:
    """Yield why a side gave one of its orders, and what it could expect of it. Raises OrderError as above."""
    if len(words) < 2 or not _digits(words[-1]):
        raise OrderError(_line(asker, "which_order"))
    side, turn = _side_and_month(asker, words[:-1])
    if not _may_know(asker, side):
        yield _not_yet(asker, "why order", side, turn, words[-1])
        return
    table, world = asker.table, asker.table.world
    orders, number = table.turns[turn].orders[side], int(words[-1])
    named = {"side": faction_name(world, side, asker.language), "month": _month(asker, turn)}
    if not 1 <= number <= len(orders):
        raise OrderError(_line(asker, "no_such", orders=len(orders), number=number, **named))
    order, choice = orders[number - 1], table.reasons(turn, side)[number - 1]
    yield _line(asker, "heading", **named)
    yield _line(asker, "line", number=number, order=text_of(world, side, order), why="")
    yield _why(asker, side, order, choice)
    outlook = expected(view_of(world, table.state_before(turn), side), order, asker.language)
    if outlook:
        yield outlook


def _side_and_month(asker: Asker, words: Sequence[str]) -> tuple[int, int]:
    """Return the side that words name and the month that the last of them names, else the last month. Raises OrderError."""
    table = asker.table
    dated = len(words) > 1 and words[-1][0] in "#0123456789"
    side = find(lexicon(table.world).factions, " ".join(words[:-1] if dated else words), "faction")
    played = len(table.turns)
    if not played:
        raise OrderError(_line(asker, "nothing_played"))
    turn = turn_at(table.world, words[-1]) if dated else played - 1
    if turn is None or turn >= played:
        ends = {"first": table.label(0), "last": table.label(played - 1)}
        raise OrderError(_line(asker, "not_played", text=clip(words[-1]), **ends))
    return side, turn


def _may_know(asker: Asker, side: int) -> bool:
    """Say whether the asker may know what a side ordered: its own orders, and everybody's once the war is over."""
    return asker.table.over or asker.seat in (side, NOBODY)


def _not_yet(asker: Asker, command: str, side: int, turn: int, *more: str) -> str:
    again = " ".join((command, asker.table.world.factions[side].id, asker.table.label(turn), *more))
    return _line(asker, "not_yet", again=again)


def _why(asker: Asker, side: int, order: Order, choice: Choice | None) -> str:
    person = asker.table.seats[side] == HUMAN
    return reason_told(asker.table.world, order, choice, asker.language, person=person)


def _line(asker: Asker, key: str, **values: Value) -> str:
    return say(asker.language, "reasoning", key, **values)


def _month(asker: Asker, turn: int) -> str:
    return name_of(asker.table.world.turns[turn].name, asker.language)


def _digits(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= MOST_DIGITS
