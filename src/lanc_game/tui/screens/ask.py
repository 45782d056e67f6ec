"""A question with two answers."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from lanc_game.language import plain
from lanc_game.tui.glyphs import MUTED, PAPER, style
from lanc_game.tui.widgets.sheet import Choices, Item, Sheet


class AskScreen(ModalScreen[bool]):
    """Asks once; Escape is no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n", "answer(False)", "no", show=False),
        Binding("y,p", "answer(True)", "yes", show=False),
    ]

    def __init__(self, question: str, yes: str, no: str) -> None:
        super().__init__()
        self.question, self.yes, self.no = plain(question), plain(yes), plain(no)

    def compose(self) -> ComposeResult:
        """Return the question and its answers."""
        with Vertical(id="frame", classes="small"):
            yield Sheet([Text(self.question, style(PAPER, bold=True))], id="question")
            yield Choices([Item((Text(self.no),)), Item((Text(self.yes),))], id="answers")

    def on_mount(self) -> None:
        """Put the cursor on no."""
        self.query_one("#answers", Choices).focus()

    @on(Choices.Picked)
    def picked(self, event: Choices.Picked) -> None:
        """Take the answer."""
        self.dismiss(event.index == 1)

    def action_answer(self, sure: bool) -> None:
        """Answer by key."""
        self.dismiss(sure)


class NumberScreen(ModalScreen[str]):
    """Asks for a number; Enter with nothing typed answers with nothing, Escape leaves things as they were."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "back", show=False)]

    def __init__(self, question: str, given: str) -> None:
        super().__init__()
        self.question, self.given = plain(question), given

    def compose(self) -> ComposeResult:
        """Return the question and the line to type in."""
        with Vertical(id="frame", classes="small"):
            yield Sheet([Text(self.question, style(PAPER, bold=True))], id="question")
            yield Input(self.given, id="number", compact=True, restrict=r"[0-9]*", max_length=9)

    def on_mount(self) -> None:
        """Let it be typed at once."""
        self.query_one("#number", Input).focus()

    @on(Input.Submitted)
    def typed(self, event: Input.Submitted) -> None:
        """Take the number."""
        self.dismiss(event.value)

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)


class CurtainScreen(ModalScreen[None]):
    """Covers the board while people change seats."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "raise", "board", show=False)]

    def __init__(self, title: str, how: str) -> None:
        super().__init__()
        self.told = (plain(title), plain(how))

    def compose(self) -> ComposeResult:
        """Return the curtain with what is written on it."""
        yield Sheet(
            [Text(self.told[0], style(PAPER, bold=True)), Text(), Text(self.told[1], style(MUTED))], id="curtain"
        )

    def action_raise(self) -> None:
        """Show the board."""
        self.dismiss(None)
