"""Diplomacy: who stands how with whom, what is signed, the wings, the patrons, what is asked and promised."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from lanc_game.tui.dealings import houses, powers, relations, tasks, treaties
from lanc_game.tui.dealings.entry import Entry, Orders, Seats, Talk
from lanc_game.tui.glyphs import FAINT, GOLD, INK, MUTED, style
from lanc_game.tui.screens.modal import Over
from lanc_game.tui.screens.negotiation import can_talk
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Choices, Sheet

PANES: tuple[tuple[str, Callable[[Session, int], list[Entry]]], ...] = (
    ("relations", relations.entries),
    ("treaties", treaties.entries),
    ("wings", houses.entries),
    ("patrons", powers.entries),
    ("tasks", tasks.entries),
)


class Strip(Widget):
    """The names of the panes; a click goes there."""

    def __init__(self, session: Session, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.session = session
        self.here = 0
        self._spans: list[tuple[int, int, int]] = []

    def render(self) -> Text:
        """Return the strip."""
        text = Text(no_wrap=True)
        self._spans = []
        for index, (pane, _) in enumerate(PANES):
            start, here = text.cell_len, index == self.here
            text.append(f" {index + 1} ", style(INK if here else FAINT, GOLD if here else ""))
            name = self.session.word("tab_" + pane)
            text.append(f"{name} ", style(INK if here else MUTED, GOLD if here else "", bold=here))
            self._spans.append((start, text.cell_len, index))
        return text

    def on_click(self, event: events.Click) -> None:
        """Go to the pane that was clicked."""
        screen = self.screen
        for start, end, index in self._spans:
            if start <= event.x < end and isinstance(screen, DiplomacyScreen):
                screen.action_pane(index)


class Lines(Choices):
    """The list; Enter is offered where the line is for something."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer Enter only where it does something."""
        screen = self.screen if self.is_attached else None
        return action != "pick" or not isinstance(screen, DiplomacyScreen) or screen.can_act


class DiplomacyScreen(Over[None]):
    """Lists on one side, the page of the chosen line on the other."""

    KEY_ORDER: ClassVar[tuple[str, ...]] = ("choose", "next_list", "why", "talks", "help", "close")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "turn(1)", "next_list", key_display="←→"),
        Binding("left", "turn(-1)", "next_list", show=False),
        *(Binding(str(i + 1), f"pane({i})", "next_list", show=False) for i in range(len(PANES))),
        Binding("w", "why", "why"),
        Binding("n", "talks", "talks"),
        Binding("f1,question_mark", "help", "help", key_display="F1"),
        Binding("d,f", "close", "close", show=False),
    ]
    place = "whole"

    def __init__(self, session: Session, pane: int = 0) -> None:
        super().__init__(session)
        self.pane = pane
        self._cursors = [0] * len(PANES)
        self._entries: list[Entry] = []

    def inside(self) -> ComposeResult:
        """Return the strip, the list and the page."""
        yield Strip(self.session, id="strip")
        with Container(id="parts"):
            yield Lines(id="lines")
            yield Sheet(id="detail")

    def on_mount(self) -> None:
        """Open the first list."""
        session = self.session
        self.titled(session.word("diplomacy_title"), "" if session.eyes.all_seeing else session.word("as_far"))
        self.lines.focus()
        self.call_after_refresh(self.refill)

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self.call_after_refresh(self.refill)

    def on_screen_resume(self) -> None:
        """Show what may have changed under another screen."""
        if self._entries:
            self.refill()

    @property
    def lines(self) -> Choices:
        """The list."""
        return self.query_one("#lines", Choices)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer only what can be done with the chosen line."""
        entry = self._here()
        if action == "why":
            return entry is not None and bool(entry.asked)
        if action == "talks":
            return can_talk(self.session, Talk(-1))
        return True

    @property
    def can_act(self) -> bool:
        """Whether the chosen line is for something."""
        entry = self._here()
        return entry is not None and bool(entry.deed is not None or entry.asked)

    def refill(self) -> None:
        """Write the list anew; the cursor stays."""
        strip = self.query_one("#strip", Strip)
        strip.here = self.pane
        strip.refresh()
        self._entries = PANES[self.pane][1](self.session, max(20, self.lines.room - 2))
        self.lines.offer([entry.item for entry in self._entries], self._cursors[self.pane])
        self._show()

    def _here(self) -> Entry | None:
        place = self.lines.cursor if self.is_mounted else -1
        return self._entries[place] if 0 <= place < len(self._entries) else None

    def _show(self) -> None:
        entry = self._here()
        self.query_one("#detail", Sheet).show(entry.page() if entry is not None else [])
        self.refresh_bindings()

    @on(Choices.Moved, "#lines")
    def moved(self, event: Choices.Moved) -> None:
        """Show the page of the line."""
        self._cursors[self.pane] = event.index
        self._show()

    @on(Choices.Picked, "#lines")
    def picked(self) -> None:
        """Do what the line is for."""
        entry = self._here()
        deed = entry.deed if entry is not None else None
        if isinstance(deed, Talk):
            self._talk(deed)
        elif isinstance(deed, Orders):
            from lanc_game.tui.screens.legal import AboutScreen

            self.app.push_screen(AboutScreen(self.session, *deed), lambda _: self.refill())
        elif isinstance(deed, Seats):
            from lanc_game.tui.screens.congress import CongressScreen

            self.app.push_screen(CongressScreen(self.session, deed.congress), lambda _: self.refill())
        elif entry is not None and entry.asked:
            self.action_why()

    def _talk(self, talk: Talk) -> None:
        from lanc_game.tui.screens.negotiation import NegotiationScreen

        if not can_talk(self.session, talk):
            self.notify(self.session.word("nothing_to_sign"), markup=False, timeout=4)
            return
        self.app.push_screen(NegotiationScreen(self.session, talk), lambda _: self.refill())

    def action_talks(self) -> None:
        """Open the negotiation with the chosen side; where the line is about none, with whoever there is."""
        entry = self._here()
        deed = entry.deed if entry is not None else None
        if entry is not None and entry.side >= 0 and not isinstance(deed, Talk):
            key = "own_side" if entry.side == self.session.faction else "nothing_to_sign"
            self.notify(self.session.word(key), markup=False, timeout=4)
            return
        self._talk(deed if isinstance(deed, Talk) else Talk(-1))

    def action_turn(self, step: int) -> None:
        """Go to the next list."""
        self.action_pane((self.pane + step) % len(PANES))

    def action_pane(self, pane: int) -> None:
        """Go to a list."""
        self.pane = pane
        self.refill()
        self.lines.focus()

    def action_why(self) -> None:
        """Open the account of the figures behind the line."""
        from lanc_game.tui.screens.why import WhyScreen

        entry = self._here()
        if entry is not None and entry.asked:
            self.app.push_screen(WhyScreen(self.session, entry.asked))

    def action_help(self) -> None:
        """Show what the keys do here."""
        from lanc_game.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.session, "diplomacy", self))
