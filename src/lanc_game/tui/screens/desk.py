"""The desk at the start of a month: at most five cards, the rest on request; Enter on a card acts."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from lanc_game.engine.orders import Order
from lanc_game.tui.dealings.cards import MOST_CARDS, cards
from lanc_game.tui.dealings.entry import Seats, Talk
from lanc_game.tui.glyphs import BAD, GOLD, style
from lanc_game.tui.screens.modal import Over
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Choices, Item


class More:
    """The line that lays out the rest of the cards."""


Does = Order | Talk | Seats | More | int | None


class DeskScreen(Over[None]):
    """The cards; Enter writes an answer, takes it back, opens what it takes to answer, or shows the place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "diplomacy", "diplomacy"),
        Binding("f1,question_mark", "help", "help", key_display="F1"),
        Binding("i", "close", "close", show=False),
    ]
    place = "middle"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._does: list[Does] = []
        self._all = False

    def inside(self) -> ComposeResult:
        """Return the cards."""
        yield Choices(id="cards")

    def on_mount(self) -> None:
        """Lay the cards out."""
        self.titled(f"{self.session.word('desk')} · {self.session.month()}", self.session.word("desk_aside"))
        self.query_one("#cards", Choices).focus()
        self.call_after_refresh(self._lay)

    def on_resize(self) -> None:
        """Fold the cards to the new width."""
        self.call_after_refresh(self._lay, self.query_one("#cards", Choices).cursor)

    def _lay(self, cursor: int = 0, refused: str = "") -> None:
        found = cards(self.session)
        shown = found if self._all else found[:MOST_CARDS]
        items: list[Item] = []
        self._does = []
        for card in shown:
            lines = tuple(Text("  ") + line for line in card.body)
            items.append(Item((card.title, *lines), heading=bool(card.options)))
            self._does.append(None if card.options else card.region)
            for option in card.options:
                items.append(Item(tuple(Text("  ") + line for line in option.lines)))
                self._does.append(option.does)
            items.append(Item((Text(),), heading=True))
            self._does.append(None)
        rest = len(found) - len(shown)
        if rest:
            items.append(Item((Text(f"… {self.session.word('more_cards').format(n=rest)}", style(GOLD)),)))
            self._does.append(More())
        choices = self.query_one("#cards", Choices)
        if refused and 0 <= cursor < len(items):
            items[cursor] = items[cursor]._replace(lines=(*items[cursor].lines, Text(f"  ✗ {refused}", style(BAD))))
        choices.offer(items, cursor)

    @on(Choices.Picked)
    def picked(self, event: Choices.Picked) -> None:
        """Act on the card."""
        does = self._does[event.index] if 0 <= event.index < len(self._does) else None
        if isinstance(does, Order):
            self._lay(event.index, self._write(does))
        elif isinstance(does, Talk):
            from lanc_game.tui.screens.negotiation import NegotiationScreen

            self.app.push_screen(NegotiationScreen(self.session, does), lambda _: self._lay(event.index))
        elif isinstance(does, Seats):
            from lanc_game.tui.screens.congress import CongressScreen

            self.app.push_screen(CongressScreen(self.session, does.congress), lambda _: self._lay(event.index))
        elif isinstance(does, More):
            self._all = True
            self._lay(event.index)
        else:
            if isinstance(does, int) and does >= 0:
                self.session.region = does
            self.dismiss(None)

    def _write(self, order: Order) -> str:
        """Write an order, or take it back where it is written; return why not."""
        session = self.session
        draft = session.draft()
        if order in draft:
            session.table.drop(session.faction, draft.index(order) + 1)
            return ""
        return session.rewrite(session.line(order))

    def action_diplomacy(self) -> None:
        """Open diplomacy from the desk."""
        from lanc_game.tui.screens.diplomacy import DiplomacyScreen

        cursor = self.query_one("#cards", Choices).cursor
        self.app.push_screen(DiplomacyScreen(self.session), lambda _: self._lay(cursor))

    def action_help(self) -> None:
        """Show what the keys do here."""
        from lanc_game.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.session, "desk", self))
