"""One line of the diplomacy screen: what it says, what more there is to it, what can be asked or done about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rich.text import Text

from lanc_game.chronicle import why_sentences
from lanc_game.engine.names import Figure
from lanc_game.engine.orders import Order
from lanc_game.engine.state import Letter
from lanc_game.tui import glyphs
from lanc_game.tui.glyphs import BAD, FAINT, GOLD, GOOD, MUTED, PAPER, style
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Item

MONTHS = 4
TROUGH = "#20252e"


class Asked(NamedTuple):
    """A figure that can be asked about, and how it is called."""

    figure: Figure
    at: int
    name: str
    value: str


class Talk(NamedTuple):
    """Enter opens the negotiation: with whom, about what (-1: whatever there is), in answer to which letter."""

    partner: int
    instrument: int = -1
    letter: Letter | None = None


class Orders(NamedTuple):
    """Enter lists orders that are about this line, with the cursor on ``here``."""

    title: str
    orders: tuple[Order, ...]
    here: Order | None = None


class Seats(NamedTuple):
    """Enter divides the seats of a congress."""

    congress: int


Deed = Talk | Orders | Seats | None


class Entry(NamedTuple):
    """A line, its page, the figures behind it, what Enter does, and the side that the line is about, if it is about one."""

    item: Item
    page: Callable[[], list[Text]] = list
    asked: tuple[Asked, ...] = ()
    deed: Deed = None
    side: int = -1


def heading(text: str) -> Entry:
    """Return a heading over the lines that follow."""
    return Entry(Item((Text(text, style(GOLD, bold=True)),), heading=True))


def gap() -> Entry:
    """Return an empty line between groups."""
    return Entry(Item((Text(),), heading=True))


def note(text: str) -> Entry:
    """Return a line that says that there is nothing."""
    return Entry(Item((Text("  " + text, style(MUTED)),), heading=True))


def title(text: str) -> Text:
    """Return a heading within a page."""
    return Text(text, style(GOLD))


def line(text: str, shade: str = PAPER) -> Text:
    """Return an indented line of a page."""
    return Text("  " + text, style(shade))


def meter(value: int, width: int, shade: str, most: int = 100) -> Text:
    """Return a bar with its number; nothing is said by colour alone."""
    drawn = Text(glyphs.bar(value, most, width), style(shade, TROUGH))
    return drawn.append(f"{value:>4}", style(shade, bold=True))


def moved(change: int, *, good: bool = True) -> Text:
    """Return a change with its arrow; ``good`` says whether it is good that it grows."""
    if not change:
        return Text("")
    better = (change > 0) == good
    return Text(f" {'▲' if change > 0 else '▼'}{abs(change)}", style(GOOD if better else BAD))


def shade_of(value: int, warn: int, bad: int) -> str:
    """Return the colour of something that is worse the more there is of it."""
    return BAD if value >= bad else GOLD if value >= warn else GOOD


def movements(session: Session, figure: Figure, at: int, months: int = MONTHS) -> list[Text]:
    """Return what moved a figure in the last months, newest first; a month in which nothing did is left out."""
    turns = session.table.turns[: session.eyes.turn]
    lines: list[Text] = []
    for index in range(len(turns) - 1, max(-1, len(turns) - 1 - months), -1):
        changes = session.changes(figure, at, index)
        if not changes:
            continue
        lines.append(Text(f"  {session.month(index)}", style(MUTED)))
        told = why_sentences(session.world, changes, session.language, figure=figure)
        lines += [Text(f"    {sentence}", style(PAPER)) for sentence in told]
    return lines or [Text(f"  {session.word('nothing_moved')}", style(FAINT))]
