"""What the sides ordered in a month, one by one, and what moved each to it."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from lanc_game.chronicle.reasons import expected, reason_told
from lanc_game.engine.orders import Order, text_of
from lanc_game.engine.view import view_of
from lanc_game.language import plain
from lanc_game.table import HUMAN
from lanc_game.tui import glyphs
from lanc_game.tui.glyphs import GOLD, MUTED, PAPER, style
from lanc_game.tui.screens.modal import Over
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Browse, Choices, Item, Sheet


class Given(NamedTuple):
    """An order that was given: whose, the how manieth of that side's month, and what."""

    side: int
    place: int
    order: Order


def orders_known(session: Session, turn: int) -> list[Given]:
    """Return the orders of a month that the viewer may know: everybody's to whoever sees all, and once the war is over."""
    everybody = session.eyes.all_seeing or session.table.over
    return [
        Given(side, place, order)
        for side, orders in enumerate(session.table.turns[turn].orders)
        if everybody or side == session.faction
        for place, order in enumerate(orders)
    ]


class ReasonsScreen(Over[None]):
    """A month's orders on the left, what moved the chosen one on the right; ``left`` and ``right`` go through the months."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,full_stop", "month(1)", "step", key_display="←→"),
        Binding("left,comma", "month(-1)", "step_back", show=False),
        Binding("o", "close", "close", show=False),
    ]
    place = "whole"

    def __init__(self, session: Session, turn: int) -> None:
        super().__init__(session)
        self.turn = max(0, turn)
        self._given: list[Given | None] = []

    def inside(self) -> ComposeResult:
        """Return the orders and the reason."""
        with Horizontal(id="columns"):
            yield Browse(id="months")
            yield Sheet(id="page")

    def on_mount(self) -> None:
        """List the month's orders."""
        self.query_one("#months", Choices).focus()
        self.call_after_refresh(self._list)

    def action_month(self, step: int) -> None:
        """Go through the months that were played."""
        turn = max(0, min(self.turn + step, self._last()))
        if turn != self.turn:
            self.turn = turn
            self._list()

    def _last(self) -> int:
        """Return the last month that may be looked at: none beyond the position shown."""
        shown = len(self.session.table.turns) if self.session.table.over else self.session.eyes.turn
        return shown - 1

    def _list(self) -> None:
        session = self.session
        self.titled(session.word("orders_given"), session.month(self.turn))
        items: list[Item] = []
        self._given = []
        side = -1
        for given in orders_known(session, self.turn) if self._last() >= 0 else ():
            if given.side != side:
                side = given.side
                head = glyphs.badge(session.world, side).append(" ")
                items.append(Item((head.append_text(glyphs.named(session.world, side, session.language)),), True))
                self._given.append(None)
            items.append(Item((Text(plain(text_of(session.world, side, given.order)), style(PAPER)),)))
            self._given.append(given)
        none = Item((Text(session.word("none_given"), style(MUTED)),), heading=True)
        choices = self.query_one("#months", Choices)
        choices.offer(items or [none])
        self._show(choices.cursor)

    @on(Choices.Moved, "#months")
    def moved(self, event: Choices.Moved) -> None:
        """Tell what moved the order under the cursor."""
        self._show(event.index)

    def _show(self, index: int) -> None:
        given = self._given[index] if 0 <= index < len(self._given) else None
        if given is None:
            self.query_one("#page", Sheet).show([])
            return
        if (self.turn, given.side) in self.session.table.thoughts:
            self._tell(given)
            return
        self._write(given, Text(self.session.word("thinking"), style(MUTED)))
        self._ask(self.turn, given)

    @work(thread=True, exclusive=True, group="reasons")
    def _ask(self, turn: int, given: Given) -> None:
        """Let the bot think its month over beside the screen: a strong one takes a while."""
        self.session.table.reasons(turn, given.side)
        self.app.call_from_thread(self._answered, turn, given)

    def _answered(self, turn: int, given: Given) -> None:
        """Tell what was asked for, if it is still looked at."""
        cursor = self.query_one("#months", Choices).cursor if self.is_mounted else -1
        if turn == self.turn and 0 <= cursor < len(self._given) and self._given[cursor] == given:
            self._tell(given)

    def _tell(self, given: Given) -> None:
        session, table = self.session, self.session.table
        choice = table.reasons(self.turn, given.side)[given.place]
        person = table.seats[given.side] == HUMAN
        why = reason_told(session.world, given.order, choice, session.language, person=person)
        view = view_of(session.world, table.state_before(self.turn), given.side)
        self._write(given, Text(why, style(PAPER)), Text(expected(view, given.order, session.language), style(MUTED)))

    def _write(self, given: Given, *lines: Text) -> None:
        session = self.session
        order = plain(text_of(session.world, given.side, given.order))
        head = glyphs.badge(session.world, given.side).append(" ").append(order, style(GOLD, bold=True))
        self.query_one("#page", Sheet).show([head, Text(), *lines])
