"""The board of a running game: orders are written here and months end here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from lanc_game.bots.outside.notice import Notice, notice_said
from lanc_game.chronicle.handicaps import handicaps_told
from lanc_game.language import capital
from lanc_game.saves import SaveError
from lanc_game.table import Turn
from lanc_game.tui.eyes import Eyes
from lanc_game.tui.glyphs import BAD, FAINT, GOLD, GOOD, style
from lanc_game.tui.screens.base import MapScreen
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.accounts import order_lines
from lanc_game.tui.widgets.orderbar import OrderBar, judged
from lanc_game.tui.widgets.sheet import Browse, Item, Sheet

NOTICE_SECONDS = 12


class Draft(Browse):
    """The orders written so far."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,backspace,x", "screen.drop_order", "drop", key_display="Del"),
    ]


class BoardScreen(MapScreen):
    """The board of a game that is being played."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "end_month", "end_month", key_display="Space"),
        Binding("o,colon", "order", "order", key_display="o"),
        Binding("l,enter", "open_region", "legal", key_display="l"),
        Binding("u", "undo", "undo"),
        Binding("i", "desk", "desk"),
        Binding("e", "again", "again"),
        Binding("v", "verdict", "verdict"),
    ]

    def __init__(self, session: Session, *, desk: bool = True) -> None:
        super().__init__(session)
        self.opens_desk = desk
        self.resolving = False
        self._warned = (-1, -1)

    def compose_middle(self) -> ComposeResult:
        """Return the orders' pane."""
        with Vertical(id="orders", classes="pane"):
            yield Draft(id="draft")
            yield Sheet(id="say")
            yield OrderBar(self.session, id="bar")

    def on_mount(self) -> None:
        """Open with the desk, where something lies on it."""
        super().on_mount()
        self.query_one("#say", Sheet).can_focus = False
        self.query_one("#peek", Sheet).can_focus = False
        self.query_one("#bar", OrderBar).placeholder = self.session.word("bar_placeholder")
        self._tell(self.session.table.notices)
        told = capital(handicaps_told(self.session.world, self.session.language))
        if told and self.session.table.turns:  # before the first month it stands in the chronicle
            self.notify(told, markup=False, timeout=NOTICE_SECONDS)
        if self.session.table.over:
            self.call_after_refresh(self.open_verdict)
        elif self.opens_desk:
            self.call_after_refresh(self.open_desk)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer only what can be done now."""
        if action in ("order", "open_region", "desk", "end_month"):
            return self.session.plays and not self.resolving
        if action in ("undo", "drop_order"):
            return bool(self.session.draft()) and not self.resolving
        if action == "verdict":
            return self.session.table.over
        if action == "again":
            return bool(self.session.table.turns) and not self.resolving
        return True

    # --- orders

    def refresh_middle(self) -> None:
        """Write the draft anew."""
        session = self.session
        used, free = session.cadres()
        orders = self.query_one("#orders")
        title = Text(session.word("orders"), style(GOLD))
        title.append(f"  {session.word('of').format(a=used, b=free)}")
        orders.border_title = title
        left = session.waiting()
        orders.border_subtitle = Text(session.word("choices_wait").format(n=left), style(GOLD)) if left > 0 else ""
        draft = self.query_one("#draft", Draft)
        items = [Item(tuple(order_lines(session, number))) for number in range(len(session.draft()))]
        draft.offer(items or [Item((Text(session.word("no_orders"), style(FAINT)),), heading=True)], draft.cursor)
        self.say(judged(session, self.query_one("#bar", OrderBar).value))
        self.refresh_bindings()

    def after_orders(self) -> None:
        """Show a changed draft; the map and the other panes are as they were."""
        from lanc_game.tui.widgets.lines import OneLine, header

        self.query_one("#header", OneLine).show(header(self.session, self.size.width))
        self.refresh_middle()

    def say(self, text: Text) -> None:
        """Say something over the order bar."""
        self.query_one("#say", Sheet).show([text])

    def action_order(self) -> None:
        """Type an order."""
        self.action_pane("orders")
        self.query_one("#bar", OrderBar).focus()

    @on(OrderBar.Judged)
    def judge(self, event: OrderBar.Judged) -> None:
        """Say at once what the line would do."""
        self.say(event.text)

    @on(OrderBar.Left)
    def left_bar(self) -> None:
        """Go back to the map."""
        self.action_pane("map")

    @on(Input.Submitted, "#bar")
    def submitted(self, event: Input.Submitted) -> None:
        """Add the order, or say why not."""
        bar = self.query_one("#bar", OrderBar)
        if not event.value.strip():
            self.action_pane("map")
            return
        why = self.session.write(event.value)
        if why:
            self.say(Text("✗ " + why, style(BAD)))
            return
        bar.last_written = event.value
        bar.value = ""
        self.after_orders()
        draft = self.query_one("#draft", Draft)
        draft.move_to(len(self.session.draft()) - 1)

    def action_open_region(self) -> None:
        """List what can be ordered in the selected region."""
        if self.session.plays:
            from lanc_game.tui.screens.legal import LegalScreen

            self.app.push_screen(LegalScreen(self.session), lambda _: self.after_orders())
        else:
            self.action_pane("region")

    def action_undo(self) -> None:
        """Take the last order back."""
        self._take_back(len(self.session.draft()))

    def action_drop_order(self) -> None:
        """Take back the order under the cursor."""
        self._take_back(self.query_one("#draft", Draft).cursor + 1)

    def _take_back(self, number: int) -> None:
        order = self.session.table.drop(self.session.faction, number)
        if order is not None:
            self.after_orders()
            self.say(Text(session_line(self.session.word("taken_back"), self.session.line(order)), style(GOOD)))

    # --- the desk

    def open_desk(self) -> None:
        """Open the desk where something lies on it."""
        from lanc_game.tui.dealings.cards import cards
        from lanc_game.tui.screens.desk import DeskScreen

        if self.session.plays and any(card.matters for card in cards(self.session)):
            self.app.push_screen(DeskScreen(self.session), lambda _: self.after_orders())

    def action_diplomacy(self) -> None:
        """Open diplomacy; what is written there goes into the draft."""
        from lanc_game.tui.screens.diplomacy import DiplomacyScreen

        self.app.push_screen(DiplomacyScreen(self.session), lambda _: self.after_orders())

    def action_desk(self) -> None:
        """Open the desk."""
        from lanc_game.tui.screens.desk import DeskScreen

        self.app.push_screen(DeskScreen(self.session), lambda _: self.after_orders())

    # --- the month

    def action_end_month(self) -> None:
        """End the month; where cadres or choices are left over, a second press is wanted."""
        hint = self._left_over()
        if hint and self._warned != (self.session.eyes.turn, self.session.faction):
            self._warned = (self.session.eyes.turn, self.session.faction)
            told = f"{hint} {self.session.word('again_to_end')}"
            self.say(Text(told, style(GOLD)))
            if not self.query_one("#say").region.height:
                self.notify(told, markup=False, timeout=4)
            return
        self.app.clear_notifications()
        seats = self.session.table.humans
        place = seats.index(self.session.faction)
        if place + 1 < len(seats):
            self._hand_over(seats[place + 1])
            return
        self.resolving = True
        self.refresh_bindings()
        self.say(Text(self.session.word("resolving"), style(GOLD)))
        self._resolve()

    def _left_over(self) -> str:
        """Return what is left undone this month, in words."""
        view = self.session.eyes.view
        if view is None or not view.in_play:
            return ""
        used, free = self.session.cadres()
        unanswered = sum(1 for offer in view.offers if self.session.answered(offer.event) < 0)
        told = [self.session.word("unused").format(n=free - used)] if free > used else []
        return " ".join([*told, *([self.session.word("unanswered").format(n=unanswered)] if unanswered else [])])

    def _hand_over(self, seat: int) -> None:
        """Let the next person sit down; the board is covered until then."""
        from lanc_game.tui.screens.ask import CurtainScreen

        self.session.faction = seat
        self.session.look()
        side = self.session.short(seat)
        told = (self.session.word("hand_over").format(side=side), self.session.word("hand_over_key"))
        self.app.push_screen(CurtainScreen(*told), lambda _: self.open_desk())
        self.refresh_all()

    @work(thread=True, exclusive=True, group="month")
    def _resolve(self) -> None:
        """Let the month resolve beside the screen."""
        table = self.session.table
        before = Eyes(table.world, table.state, self.session.faction)
        draft = self.session.draft()
        try:
            turn = table.end_month(on_thought=lambda faction: self.app.call_from_thread(self._thinking, faction))
        except SaveError as error:
            self.app.call_from_thread(self._failed, str(error))
            return
        self.app.call_from_thread(self._resolved, turn, before, len(draft))

    def _thinking(self, faction: int) -> None:
        """Say whose turn it is to think, where that can take a while."""
        told = self.session.word("side_thinks").format(side=self.session.short(faction))
        self.say(Text(told, style(GOLD)))

    def _failed(self, message: str) -> None:
        self.resolving = False
        self.refresh_bindings()
        self.notify(message, severity="error", markup=False, timeout=10)

    def _resolved(self, turn: Turn, before: Eyes, _: int) -> None:
        """Show what happened, then the new month."""
        from lanc_game.tui.screens.resolve import ResolveScreen

        self.resolving = False
        self._tell(turn.notices)
        self.session.look()
        self.session.turn_shown = len(self.session.table.turns)
        self.refresh_panes()
        self.map.eyes = before
        self.app.push_screen(ResolveScreen(self.session, turn, self.map), self._after_month)

    def _tell(self, notices: Iterable[Notice]) -> None:
        """Say what went wrong with programs that play for a side."""
        for notice in notices:
            told = notice_said(self.session.world, notice, self.session.language)
            self.notify(told, severity="warning", markup=False, timeout=NOTICE_SECONDS)

    def _after_month(self, _: None) -> None:
        self.map.flash(frozenset())
        self.refresh_all()
        self.action_pane("map")
        if self.session.table.over:
            self.open_verdict()
        elif len(self.session.table.humans) > 1:
            self._hand_over(self.session.table.humans[0])
        else:
            self.open_desk()

    def open_verdict(self) -> None:
        """Show how it ended."""
        from lanc_game.tui.screens.end import EndScreen

        self.app.push_screen(EndScreen(self.session))

    def action_verdict(self) -> None:
        """Show the verdict again."""
        self.open_verdict()

    def action_again(self) -> None:
        """Show the last month once more."""
        turn = self.session.last_turn()
        if turn is not None:
            from lanc_game.tui.screens.resolve import ResolveScreen

            self.app.push_screen(ResolveScreen(self.session, turn, self.map), lambda _: self.map.flash(frozenset()))

    def action_leave(self) -> None:
        """Leave the board; ask only where a draft would be lost."""
        if self.session.draft():
            from lanc_game.tui.screens.ask import AskScreen

            question = self.session.word("leave_draft").format(n=len(self.session.draft()))
            self.app.push_screen(
                AskScreen(question, self.session.word("leave_yes"), self.session.word("leave_no")), self._left
            )
        else:
            self.house.leave_board()

    def _left(self, sure: bool | None) -> None:
        if sure:
            self.house.leave_board()


def session_line(word: str, line: str) -> str:
    """Return a word and an order in one line."""
    return f"{word}: {line}"
