"""Finding a region by name: any of its names, with or without marks."""

from __future__ import annotations

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input

from lanc_game.engine.lexicon import fold
from lanc_game.language import plain
from lanc_game.tui.glyphs import MUTED, PAPER, badge, style
from lanc_game.tui.screens.modal import Over
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Choices, Item


class JumpScreen(Over[int]):
    """Answers with a region."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._found: list[int] = []

    def inside(self) -> ComposeResult:
        """Return the line to type in and what fits it."""
        yield Input(id="name", compact=True, placeholder=self.session.word("jump_placeholder"))
        yield Choices(id="found")

    def on_mount(self) -> None:
        """Begin with every region."""
        self.titled(self.session.word("jump_title"))
        self.query_one("#name", Input).focus()
        self._list("")

    @on(Input.Changed)
    def changed(self, event: Input.Changed) -> None:
        """List what fits."""
        self._list(event.value)

    def _list(self, typed: str) -> None:
        wanted = fold(typed.strip())
        scored = []
        for region, land in enumerate(self.session.world.regions):
            names = [land.name.get(self.session.language), land.id, *land.aliases]
            names += [town.name.get(self.session.language) for town in land.towns]
            folded = [fold(name) for name in names]
            if any(name.startswith(wanted) for name in folded):
                scored.append((0, self.session.name(region), region))
            elif any(wanted in name for name in folded):
                scored.append((1, self.session.name(region), region))
        self._found = [region for _, _, region in sorted(scored)]
        self.query_one("#found", Choices).offer([Item((self._line(region),)) for region in self._found])

    def _line(self, region: int) -> Text:
        world = self.session.world
        text = badge(world, self.session.eyes.town[region]).append(" ")
        text.append(self.session.name(region), style(PAPER, bold=True))
        towns = ", ".join(plain(town.name.get(self.session.language)) for town in world.regions[region].towns[:4])
        return text.append(f"  {towns}", style(MUTED))

    @on(Input.Submitted)
    @on(Choices.Picked)
    def take(self) -> None:
        """Go to the region under the cursor."""
        cursor = self.query_one("#found", Choices).cursor
        self.dismiss(self._found[cursor] if 0 <= cursor < len(self._found) else None)

    def on_key(self, event: events.Key) -> None:
        """Let arrows move the list while a name is typed."""
        if event.key in ("up", "down"):
            self.query_one("#found", Choices).action_step(1 if event.key == "down" else -1)
            event.stop()
