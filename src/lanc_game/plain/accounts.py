"""Accounts in lines: what a figure was, each cause that moved it since, what it is. They add up, and keep what is secret."""

from collections.abc import Iterator

from lanc_game.chronicle.because import why_sentences
from lanc_game.chronicle.naming import name_of
from lanc_game.chronicle.veil import known_treaties, veiled
from lanc_game.engine.names import Figure
from lanc_game.language import number, say, tenths
from lanc_game.plain.describe import line
from lanc_game.table import Table

IN_THOUSANDTHS = (Figure.SYMPATHY, Figure.FEAR)
MOST_LINES = 16  # of an account of the whole war; a longer one is told of the last months alone
LAST_MONTHS = 6


def account_lines(
    table: Table, seat: int, figure: Figure, at: int, since: int, where: str, language: str
) -> Iterator[str]:
    """Yield a figure as it is, then what it was before a turn and the causes that moved it since; the lines sum exactly."""
    found = table.why(figure, at, since)
    facts = (fact for turn in table.turns for fact in turn.facts)
    changes = veiled(table.world, found.changes, seat, known_treaties(table.start.treaties, facts, seat))
    value = number(found.closing, language)
    if figure in IN_THOUSANDTHS:
        value = f"{tenths(found.closing, language).lstrip('+')} %"
    name = say(language, "figure", figure.name.lower())
    yield line(language, "why_figure", name=name, where=where, value=value)
    yield from why_sentences(table.world, changes, language, opening=found.opening, figure=figure)


def long_account(
    table: Table, seat: int, figure: Figure, at: int, where: str, language: str, since: int = 0
) -> Iterator[str]:
    """Yield the same of the whole war (or since a turn), or of the last months where that would be too long to read."""
    told = list(account_lines(table, seat, figure, at, since, _since(table, where, since, language), language))
    late = max(since, len(table.turns) - LAST_MONTHS)
    if len(told) > MOST_LINES and late > since:
        told = list(account_lines(table, seat, figure, at, late, _since(table, where, late, language), language))
    yield from told


def _since(table: Table, where: str, turn: int, language: str) -> str:
    turns = table.world.turns
    return line(
        language, "why_since", name=where, when=name_of(turns[max(0, min(turn, len(turns) - 1))].name, language)
    )
