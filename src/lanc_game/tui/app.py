"""The program in the terminal: its colours, its keys everywhere, and the ways in that the command line uses."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen
from textual.theme import Theme

from lanc_game.table import Table
from lanc_game.tui import glyphs
from lanc_game.tui.eyes import EVERYTHING
from lanc_game.tui.library import Library
from lanc_game.tui.session import Session
from lanc_game.tui.words import word

NIGHT = Theme(
    name="lanc",
    primary="#c9a24b",
    secondary="#7fb2ff",
    accent=glyphs.GOLD,
    foreground=glyphs.PAPER,
    background=glyphs.INK,
    surface=glyphs.PANEL,
    panel="#20252e",
    success=glyphs.GOOD,
    warning=glyphs.WARN,
    error=glyphs.BAD,
    dark=True,
)


class LancApp(App[int]):
    """LANÇ in a terminal."""

    CSS_PATH = "lanc.tcss"
    TITLE = "LANÇ"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "stop", "quit", show=False, priority=True),
        Binding("ctrl+q", "stop", "quit", show=False),
    ]

    def __init__(self, library: Library | None = None, language: str = "en") -> None:
        super().__init__()
        self.library = library
        self.language = language
        self._opening: Screen[None] | None = None
        self.table: Table | None = None

    @classmethod
    def board(cls, table: Table, language: str, library: Library | None = None) -> LancApp:
        """Return the program with a game on it."""
        app = cls(library, language)
        app.table = table
        app._opening = app.board_screen(table)
        return app

    @classmethod
    def replay(
        cls, table: Table, at: int | None, viewpoint: int | None, language: str = "en", path: Path | None = None
    ) -> LancApp:
        """Return the program with a replay on it; with the save's ``path`` one can play on from any of its months."""
        from lanc_game.tui.screens.replay import ReplayScreen

        app = cls(None, language)
        app.table = table
        session = Session(table, language, EVERYTHING if viewpoint is None else viewpoint)
        app._opening = ReplayScreen(session, at, path)
        return app

    def board_screen(self, table: Table) -> Screen[None]:
        """Return the board of a game, for the first seat that a person has; without one, all is shown."""
        from lanc_game.tui.screens.board import BoardScreen

        humans = table.humans
        return BoardScreen(Session(table, self.language, humans[0] if humans else EVERYTHING))

    def on_mount(self) -> None:
        """Put on the colours and open the first screen."""
        self.register_theme(NIGHT)
        self.theme = "lanc"
        if self._opening is not None:
            self.push_screen(self._opening)
        else:
            self.open_start()

    def open_start(self) -> None:
        """Open the start screen."""
        from lanc_game.tui.screens.start import StartScreen

        if self.library is not None:
            self.push_screen(StartScreen(self.library, self.language))

    def open_board(self, table: Table) -> None:
        """Begin or go on with a game from the start screen."""
        self.table = table
        self.push_screen(self.board_screen(table))

    def open_replay(self, table: Table, path: Path | None = None) -> None:
        """Look at a game from the start screen."""
        from lanc_game.tui.screens.replay import ReplayScreen

        self.table = table
        humans = table.humans
        session = Session(table, self.language, EVERYTHING if table.over or not humans else humans[0])
        self.push_screen(ReplayScreen(session, 0, path))

    def branch_off(self, table: Table) -> None:
        """Put the board of a new game in the place of the replay it left."""
        if self.table is not None:
            self.table.close()
        self.table = table
        self.switch_screen(self.board_screen(table))

    def leave_board(self) -> None:
        """Leave a game: to the start screen if we came from there, else out."""
        if self.table is not None:
            self.table.close()
            self.table = None
        if self.library is not None and self._opening is None:
            while len(self.screen_stack) > 2:
                self.pop_screen()
        else:
            self.exit(0)

    def action_stop(self) -> None:
        """Leave at once; every month that was played is on the disk."""
        if self.table is not None:
            self.table.close()
        self.exit(0)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every key of the screen by name in the palette."""
        words = getattr(screen, "key_words", None)
        told_already: set[str] = set()
        for active in list(screen.active_bindings.values()):
            binding = active.binding
            if active.enabled and binding.description and binding.action != "command_palette" and callable(words):
                told = words(binding.description)
                if not told.startswith("key_") and told not in told_already:
                    told_already.add(told)
                    if binding.action in ("leave", "stop"):
                        continue
                    yield SystemCommand(
                        f"{told}", f"{binding.key_display or binding.key}", self._runner(active.node, binding.action)
                    )
        yield SystemCommand(word(self.language, "key_theme"), "", self.action_change_theme)
        leave = getattr(screen, "action_leave", self.action_stop)
        yield SystemCommand(word(self.language, "key_quit"), "", leave)

    def _runner(self, node: DOMNode, action: str) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            await self.run_action(action, default_namespace=node)

        return run


def run_start(library: Library, language: str = "en") -> int:
    """Show the start screen; return the exit code."""
    return LancApp(library, language).run() or 0


def run_board(table: Table, language: str = "en", library: Library | None = None) -> int:
    """Play a game on the board; return the exit code."""
    return LancApp.board(table, language, library).run() or 0


def run_replay(
    table: Table, at: int | None = None, viewpoint: int | None = None, language: str = "en", path: Path | None = None
) -> int:
    """Look at a game that was played: from a turn on, as one side saw it or (None) as it was; return the exit code."""
    return LancApp.replay(table, at, viewpoint, language, path).run() or 0
