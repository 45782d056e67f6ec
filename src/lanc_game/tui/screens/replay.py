"""A game that was played: the same board with a timeline, as one side saw it or as it was."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widget import Widget

from lanc_game.chronicle.month import headline
from lanc_game.language import plain
from lanc_game.saves import SaveError
from lanc_game.tui import glyphs
from lanc_game.tui.eyes import EVERYTHING
from lanc_game.tui.glyphs import FAINT, GOLD, MUTED, PAPER, style
from lanc_game.tui.screens.base import MapScreen
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Sheet

SPEEDS = (2.0, 1.0, 0.5, 0.2)


class Timeline(Widget):
    """The months in a row; a click goes there."""

    def __init__(self, session: Session, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.session = session
        self.playing = False
        self.speed = 1

    def render(self) -> Text:
        """Return the line."""
        session = self.session
        total = len(session.table.turns)
        mark = "▶" if self.playing else "‖"
        text = Text(f" {mark} ×{1 / SPEEDS[self.speed]:g} ", style(GOLD, bold=True))
        room = max(4, self.size.width - 26)
        at = session.turn_shown * (room - 1) // max(1, total)
        text.append("━" * at, style(GOLD)).append("●", style(PAPER, bold=True)).append(
            "─" * (room - 1 - at), style(FAINT)
        )
        return text.append(f" {session.month(session.turn_shown)}", style(PAPER))

    def on_click(self, event: events.Click) -> None:
        """Go to the month that was clicked."""
        lead, room = len(f" ‖ ×{1 / SPEEDS[self.speed]:g} "), max(4, self.size.width - 26)
        total = len(self.session.table.turns)
        turn = (event.x - lead) * max(1, total) // max(1, room - 1)
        if isinstance(self.screen, ReplayScreen) and 0 <= event.x - lead < room:
            self.screen.go(turn)


class ReplayScreen(MapScreen):
    """The board with a timeline. ``left`` and ``right`` go through the months; shift and arrows move over the map."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,full_stop", "month(1)", "step", key_display="←→", priority=True),
        Binding("left,comma", "month(-1)", "step_back", show=False, priority=True),
        Binding("space", "play", "play", key_display="Space"),
        Binding("plus,equals_sign", "speed(1)", "speed", key_display="+"),
        Binding("minus", "speed(-1)", "speed", show=False),
        Binding("v", "viewpoint", "viewpoint"),
        Binding("home", "first", "first", show=False, priority=True),
        Binding("end", "last", "last", show=False, priority=True),
        Binding("enter", "open_region", "region", show=False),
        Binding("o", "reasons", "reasons"),
        Binding("e", "verdict", "verdict"),
        Binding("b", "play_on", "play_on"),
    ]

    def __init__(self, session: Session, at: int | None = None, path: Path | None = None) -> None:
        super().__init__(session)
        self.path = path
        session.live = False
        session.show_turn(len(session.table.turns) if at is None else at)
        self._timer: Timer | None = None

    def compose_middle(self) -> ComposeResult:
        """Return what everybody ordered that month."""
        with Vertical(id="orders", classes="pane"):
            yield Sheet(id="given")
            yield Timeline(self.session, id="timeline")

    @property
    def timeline(self) -> Timeline:
        """The line of months."""
        return self.query_one("#timeline", Timeline)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer the verdict only after a war that is over."""
        if action == "verdict":
            return self.session.table.over
        if action == "play_on":
            return self.path is not None
        return True

    def refresh_middle(self) -> None:
        """Write the orders of the month that led here."""
        session = self.session
        self.query_one("#orders").border_title = Text(session.word("orders_given"), style(GOLD))
        turn = session.last_turn()
        lines: list[Text] = []
        if turn is not None:
            for faction, orders in enumerate(turn.orders):
                if not orders or (session.faction >= 0 and faction != session.faction):
                    continue
                for order in orders:
                    line = glyphs.badge(session.world, faction).append(" ")
                    from lanc_game.engine.orders import text_of

                    lines.append(line.append(plain(text_of(session.world, faction, order)), style(PAPER)))
        self.query_one("#given", Sheet).show(lines or [Text(session.word("none_given"), style(MUTED))])
        self.timeline.refresh()

    # --- time

    def go(self, turn: int) -> None:
        """Show the position before a turn."""
        self.session.show_turn(turn)
        self.refresh_all()
        entries = self.entries()
        top = headline(entries)
        lit = {entry.region for entry in entries if entry.weight >= 2 and entry.region >= 0}
        if top is not None and top.region >= 0:
            lit.add(top.region)
        self.map.flash(frozenset(lit))

    def action_month(self, step: int) -> None:
        """Go through the months."""
        self.go(self.session.turn_shown + step)

    def action_first(self) -> None:
        """Go to the beginning."""
        self.go(0)

    def action_last(self) -> None:
        """Go to the end."""
        self.go(len(self.session.table.turns))

    def action_play(self) -> None:
        """Play, or stop."""
        playing = self._timer is None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if playing:
            if self.session.turn_shown >= len(self.session.table.turns):
                self.go(0)
            self._timer = self.set_interval(SPEEDS[self.timeline.speed], self._tick)
        self.timeline.playing = playing
        self.timeline.refresh()

    def _tick(self) -> None:
        if self.session.turn_shown >= len(self.session.table.turns):
            self.action_play()
            return
        self.action_month(1)

    def action_speed(self, step: int) -> None:
        """Play faster or slower."""
        self.timeline.speed = max(0, min(len(SPEEDS) - 1, self.timeline.speed + step))
        if self._timer is not None:
            self._timer.stop()
            self._timer = self.set_interval(SPEEDS[self.timeline.speed], self._tick)
        self.timeline.refresh()

    def action_viewpoint(self) -> None:
        """Look through the next side's eyes; after the last, see everything."""
        seats = [f for f in range(len(self.session.world.factions)) if self.session.world.factions[f].playable]
        places = [EVERYTHING, *seats]
        here = places.index(self.session.faction) if self.session.faction in places else 0
        self.session.faction = places[(here + 1) % len(places)]
        self.session.look()
        self.refresh_all()

    def action_play_on(self) -> None:
        """Ask, then play on from the month shown, as the side that is looked with."""
        from lanc_game.tui.screens.ask import AskScreen

        session = self.session
        mine = session.faction if session.faction >= 0 else next(iter(session.table.humans), -1)
        if mine < 0 or session.turn_shown >= len(session.world.turns):
            self.notify(session.word("branch_who" if mine < 0 else "branch_over"), markup=False, timeout=5)
            return
        question = session.word("branch_ask").format(side=session.short(mine), when=session.month(session.turn_shown))
        self.app.push_screen(
            AskScreen(question, session.word("branch_yes"), session.word("leave_no")),
            lambda sure: self._sure(mine) if sure else None,
        )

    def _sure(self, seat: int) -> None:
        self._branch(seat)

    @work(thread=True, exclusive=True, group="branch")
    def _branch(self, seat: int) -> None:
        """Write the new game beside the screen: it plays the months again."""
        from lanc_game.tui.branching import play_on

        session = self.session
        if self.path is None:
            return
        try:
            table = play_on(self.path, session.turn_shown, session.world.factions[seat].id)
        except SaveError as error:
            self.app.call_from_thread(self.notify, plain(str(error)), severity="error", markup=False, timeout=10)
            return
        self.app.call_from_thread(self.house.branch_off, table)

    def action_reasons(self) -> None:
        """Show the month's orders one by one, with what moved each."""
        from lanc_game.tui.screens.reasons import ReasonsScreen

        self.app.push_screen(ReasonsScreen(self.session, self.session.turn_shown - 1))

    def action_verdict(self) -> None:
        """Show the verdict."""
        from lanc_game.tui.screens.end import EndScreen

        self.app.push_screen(EndScreen(self.session))
