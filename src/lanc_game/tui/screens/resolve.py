"""A month resolving: its facts by phase over the map, each place lit up as it is told. Any key goes on."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from lanc_game.chronicle import Entry, chronicle_of
from lanc_game.chronicle.month import PHASE_OF
from lanc_game.engine.turn import PHASES
from lanc_game.language import plain, say
from lanc_game.table import Turn
from lanc_game.tui.glyphs import FAINT, GOLD, MUTED, PAPER, badge, style
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.map import MapView
from lanc_game.tui.widgets.sheet import Sheet

SECONDS = 1.1
CONTROL_PHASE = 5


class ResolveScreen(ModalScreen[None]):
    """Shows one phase after the other and leaves by itself."""

    def __init__(self, session: Session, turn: Turn, board: MapView) -> None:
        super().__init__()
        self.session = session
        self.board = board
        self.turn = turn
        who = session.faction if session.faction >= 0 else None
        told = chronicle_of(session.world, turn.after, turn.facts, who, session.language)
        self.pages: list[tuple[int, list[Entry]]] = []
        for phase in range(len(PHASES)):
            page = [entry for entry in told if PHASE_OF.get(entry.kind, len(PHASES) - 1) == phase]
            if page:
                self.pages.append((phase, sorted(page, key=lambda entry: -entry.weight)))
        self.pages = self.pages or [(len(PHASES) - 1, [])]
        self.step = -1

    def compose(self) -> ComposeResult:
        """Return the strip over the map."""
        with Vertical(id="frame", classes="strip"):
            yield Sheet(id="told")

    def on_mount(self) -> None:
        """Begin."""
        self.query_one("#frame").border_subtitle = Text(self.session.word("any_key"), style(MUTED))
        self.call_after_refresh(self.advance)
        self.set_interval(SECONDS, self.advance)

    def advance(self) -> None:
        """Show the next phase, or leave."""
        self.step += 1
        if self.step >= len(self.pages):
            self.leave()
            return
        phase, page = self.pages[self.step]
        if phase >= CONTROL_PHASE and self.board.eyes is not self.session.eyes:
            self.board.show(self.session.eyes)
        self.board.flash(frozenset(entry.region for entry in page if entry.region >= 0))
        title = Text(f"{self.session.month(self.session.eyes.turn - 1)}  ", style(PAPER, bold=True))
        narrow = self.size.width < 100
        for index, (name, _) in enumerate(PHASES):
            here = index == phase
            if narrow and not here:
                title.append(" ● " if index < phase else " ○ ", style(FAINT))
                continue
            title.append(" " + say(self.session.language, "phase", name) + " ",
                         style("#10131a" if here else FAINT, GOLD if here else "", bold=here))  # fmt: skip
        lines = [title, Text()]
        for entry in page:
            line = badge(self.session.world, entry.actor) if entry.actor >= 0 else Text("·", style(FAINT))
            lines.append(line.append(" ").append(plain(entry.text), style(PAPER if entry.weight >= 2 else MUTED,
                                                                          bold=entry.weight >= 3)))  # fmt: skip
        if not page:
            lines.append(Text(self.session.word("quiet"), style(MUTED)))
        self.query_one("#told", Sheet).show(lines)

    def leave(self) -> None:
        """Go to the new month."""
        if self.is_current:
            self.board.show(self.session.eyes)
            self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """Any key skips to the end; space and the right arrow go one phase on."""
        event.stop()
        if event.key in ("space", "right"):
            self.advance()
        else:
            self.leave()

    def on_click(self) -> None:
        """A click goes one phase on."""
        self.advance()
