"""How things went: strength, sympathy, standing and territory over the months, one line a side, as far as we knew."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from lanc_game.tui import glyphs
from lanc_game.tui.eyes import Eyes
from lanc_game.tui.glyphs import GOLD, MUTED, PAPER, style
from lanc_game.tui.screens.modal import Over
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.chart import Line, chart
from lanc_game.tui.widgets.sheet import Sheet

SUBJECTS = ("strength", "sympathy", "standing", "towns", "country", "fear")


def value(eyes: Eyes, subject: str, faction: int) -> int | None:
    """Return a side's figure as the viewer knew it."""
    world = eyes.world
    regions = range(len(world.regions))
    match subject:
        case "strength":
            men = sum(force.men for region in regions for force in eyes.forces(region) if force.faction == faction)
            return men or None
        case "sympathy":
            if faction not in world.movements:
                return None
            known = [(world.regions[r].people, eyes.sympathy(r)) for r in regions if eyes.sympathy(r)]
            people = sum(count for count, _ in known)
            return sum(count * shares[faction] for count, shares in known) // (10 * people) if people else None
        case "standing":
            return eyes.standing[faction]
        case "towns":
            return sum(eyes.town[region] == faction for region in regions)
        case "country":
            return sum(eyes.country[region] == faction for region in regions)
        case _:
            return None


class ChartsScreen(Over[None]):
    """One chart at a time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,m", "turn(1)", "next_chart", key_display="→"),
        Binding("left", "turn(-1)", "previous_chart", show=False),
        Binding("h", "close", "close", show=False),
    ]
    place = "whole"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.subject = 0
        self._past = session.past(range(session.eyes.turn + 1))

    def inside(self) -> ComposeResult:
        """Return the page."""
        yield Sheet(id="chart")

    def on_mount(self) -> None:
        """Draw the first chart."""
        self.query_one("#chart", Sheet).can_focus = False
        self.call_after_refresh(self.draw)

    def on_resize(self) -> None:
        """Draw anew for the new size."""
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """Draw the chart."""
        session, world = self.session, self.session.world
        subject = SUBJECTS[self.subject]
        sheet = self.query_one("#chart", Sheet)
        size = sheet.content_size
        self.titled(session.word("charts_title"), session.word("as_known") if session.faction >= 0 else "")
        tabs = Text()
        for index, name in enumerate(SUBJECTS):
            here = index == self.subject
            tabs.append(
                f" {session.word('chart_' + name)} ",
                style(glyphs.INK if here else MUTED, GOLD if here else "", bold=here),
            )
            tabs.append(" ")
        lines, legend = self._lines(subject)
        drawn = chart(
            lines, sheet.room, max(6, size.height - 6), [session.month(0), session.month()], wide=subject == "strength"
        )
        if len(self._past) < 2:
            drawn = [Text(session.word("chart_later"), style(MUTED))]
        sheet.show([tabs, Text(), *drawn, Text(), legend if world.factions else Text()])

    def _lines(self, subject: str) -> tuple[list[Line], Text]:
        session, world = self.session, self.session.world
        legend, lines = Text(), []
        if subject == "fear":
            here = [eyes.fear(session.region) for eyes in self._past]
            lines = [Line("f", glyphs.BAD, [None if fear < 0 else fear // 10 for fear in here])]
            return lines, Text(session.word("fear_in").format(where=session.name(session.region)), style(PAPER))
        for faction in range(len(world.factions)):
            values = [value(eyes, subject, faction) for eyes in self._past]
            if not any(values):
                continue
            hue = glyphs.hue(world, faction)
            lines.append(Line(world.factions[faction].letter, hue.bright, values))
            legend.append_text(glyphs.badge(world, faction))
            legend.append(
                f" {session.short(faction)} {values[-1] if values[-1] is not None else '?'}   ", style(hue.bright)
            )
        lines.sort(key=lambda line: line.letter == world.factions[session.faction].letter)
        return lines, legend

    def action_turn(self, step: int) -> None:
        """Show the next chart."""
        self.subject = (self.subject + step) % len(SUBJECTS)
        self.draw()
