"""What opens over the board: a frame with a title, one line of keys, Escape to go back."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from lanc_game.tui.glyphs import GOLD, style
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.lines import KeyBar

Answer = TypeVar("Answer")


class Over(ModalScreen[Answer], Generic[Answer]):
    """A frame over the board. ``place`` is a class of the stylesheet: ``middle``, ``side`` or ``whole``."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (165, "-wide")]  # noqa: RUF012 - Textual's own form
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-middling"), (50, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "close", key_display="Esc"),
        Binding("q", "close", "close", show=False),
    ]
    place = "middle"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """Return the frame with what is in it."""
        with Vertical(id="frame", classes=self.place):
            yield from self.inside()
            yield KeyBar(id="keys")

    def inside(self) -> ComposeResult:
        """Return what is in the frame."""
        yield Widget()

    def titled(self, title: str, aside: str = "") -> None:
        """Write the title and the subtitle of the frame."""
        frame = self.query_one("#frame")
        frame.border_title = Text(title, style(GOLD, bold=True))
        frame.border_subtitle = Text(aside)

    def key_words(self, key: str) -> str:
        """Return what a key does, in the language of the board."""
        return self.session.word("key_" + key)

    def on_click(self, event: events.Click) -> None:
        """A click beside the frame closes it."""
        if event.widget is self:
            self.action_close()

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
