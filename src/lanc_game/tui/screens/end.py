"""The end: every side's grade with what it is made of, who governs, how many died, and what really happened."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from lanc_game.chronicle.handicaps import handicaps_told
from lanc_game.chronicle.history import turning_points
from lanc_game.engine.names import NEVER, Grade, Status, Worth
from lanc_game.engine.world import FactionDef
from lanc_game.language import capital, number, plain, say
from lanc_game.tui import glyphs
from lanc_game.tui.glyphs import BAD, FAINT, GOLD, MUTED, PAPER, PAST, style
from lanc_game.tui.screens.modal import Over
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Sheet


class EndScreen(Over[None]):
    """The verdict."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "close", "look_back", key_display="Enter"),
        Binding("o", "reasons", "reasons"),
        Binding("n", "home", "new_game"),
    ]
    place = "whole"

    def inside(self) -> ComposeResult:
        """Return the page."""
        yield Sheet(id="verdict")

    def on_mount(self) -> None:
        """Write the page."""
        self.titled(self.session.word("end_title"))
        page = self.query_one("#verdict", Sheet)
        page.focus()
        self.call_after_refresh(lambda: page.show(verdict(self.session)))

    def action_reasons(self) -> None:
        """Show what everybody ordered in the last month, and why; from there, in every month."""
        from lanc_game.tui.screens.reasons import ReasonsScreen

        self.app.push_screen(ReasonsScreen(self.session, len(self.session.table.turns) - 1))

    def action_home(self) -> None:
        """Go to the start screen."""
        from lanc_game.tui.app import LancApp

        self.dismiss(None)
        assert isinstance(self.app, LancApp)  # noqa: S101 - a screen of this house
        self.app.leave_board()


def verdict(session: Session) -> list[Text]:
    """Return the whole verdict as lines."""
    world, state = session.world, session.table.state
    lines = [Text(plain(world.title.get(session.language)), style(GOLD, bold=True)), _governs(session)]
    if told := handicaps_told(world, session.language):
        lines.append(Text(capital(told), style(PAPER)))
    lines.append(Text())
    judged = [f for f in range(len(world.factions)) if state.judged[f] >= 0]
    judged.sort(key=lambda f: (f != session.faction, -state.score[f]))
    for faction in judged:
        lines += _graded(session, faction)
    lines += [Text(session.word("end_dead"), style(GOLD))]
    for faction in range(len(world.factions)):
        if state.fallen[faction]:
            line = Text("  ").append_text(glyphs.badge(world, faction))
            line.append(f" {session.short(faction):<14}", style(PAPER))
            lines.append(line.append(f"{number(state.fallen[faction], session.language):>8}", style(BAD, bold=True)))
    burned = sum(state.burned)
    lines.append(Text(f"  {session.word('end_burned').format(n=burned)}", style(MUTED)))
    return [*lines, Text(), *_points(session), *_history(session)]


def _governs(session: Session) -> Text:
    world, state = session.world, session.table.state
    capital_region = next((i for i, r in enumerate(world.regions) if Worth.CAPITAL in r.worth), -1)
    holder = state.town[capital_region] if capital_region >= 0 else -1
    line = Text(session.word("end_governs") + " ", style(PAPER))
    if holder < 0:
        return line.append(session.word("nobody"), style(MUTED, bold=True))
    line.append_text(glyphs.badge(world, holder)).append(" ")
    return line.append_text(glyphs.named(world, holder, session.language)).append(
        f"  ({session.name(capital_region)})", style(FAINT)
    )


def _graded(session: Session, faction: int) -> list[Text]:
    world, state, language = session.world, session.table.state, session.language
    grade = Grade(state.judged[faction])
    head = Text().append_text(glyphs.badge(world, faction)).append(" ")
    head.append_text(glyphs.named(world, faction, language))
    if faction == session.faction:
        head.append(f"  {session.word('you')}", style(GOLD))
    head.append(f"  {capital(say(language, 'grade', grade.name.lower()))}", style(PAPER, bold=True))
    head.append(f"  {state.score[faction]}/100", style(MUTED))
    definition: FactionDef = world.factions[faction]
    lines = [head]
    if state.status[faction] in (Status.UNBORN, Status.OFF_MAP):
        return [*lines, Text()]
    for measure in definition.measures:
        value = measure.number.value(world, state)
        part = min(max(value - measure.low, 0), measure.high - measure.low)
        points = measure.points * part // max(1, measure.high - measure.low)
        line = Text(f"  {glyphs.bar(points, measure.points, 12)} ", style(glyphs.hue(world, faction).bright))
        line.append(f"{points:>3}/{measure.points:<3} ", style(PAPER, bold=True))
        lines.append(line.append(plain(measure.text.get(language)), style(MUTED)))
    return [*lines, Text()]


def _points(session: Session) -> list[Text]:
    """Return the turning points of this war beside those of history, as a table."""
    language = session.language
    found = turning_points(session.world, session.table.turns, None, language)
    points = found.points
    if not points:
        return []
    absent = say(language, "history", "not_here")
    rows = [(capital(point.here or absent), point.there, point.what) for point in points]
    heads = [say(language, "history", f"col_{key}") for key in ("here", "there", "what")]
    wide = [max(len(row[column]) for row in [heads, *rows]) for column in (0, 1)]
    lines = [Text(say(language, "history", "points"), style(GOLD))]
    lines.append(Text(f"  {heads[0]:<{wide[0]}}  {heads[1]:<{wide[1]}}  {heads[2]}", style(FAINT)))
    for point, (here, there, what) in zip(points, rows, strict=True):
        line = Text(f"  {here:<{wide[0]}}  ", style(PAPER if point.here else FAINT))
        line.append(f"{there:<{wide[1]}}  ", style(PAST)).append(what, style(PAPER, bold=bool(point.here)))
        lines.append(line)
    if closing := found.closing(language):
        lines.append(Text(f"  {closing}", style(FAINT)))
    return [*lines, Text()]


def _history(session: Session) -> list[Text]:
    """Return what happened here beside what history says of it."""
    world, state, language = session.world, session.table.state, session.language
    lines = [Text(session.word("end_history"), style(GOLD))]
    happened = sorted((i for i, turn in enumerate(state.fired) if turn >= 0), key=lambda i: state.fired[i])
    for index in happened:
        event = world.events[index]
        line = Text(f"  {session.month(state.fired[index])}  ", style(MUTED))
        lines.append(line.append(plain(event.title.get(language)), style(PAPER, bold=True)))
        note = plain(event.note.get(language))
        if note:
            source = f" ({plain(event.source)})" if event.source else ""
            lines.append(Text(f"      {note}{source}", style(PAST)))
    missing = [event for i, event in enumerate(world.events) if state.fired[i] == NEVER and event.note.en]
    if missing:
        lines += [Text(), Text(session.word("end_never"), style(GOLD))]
        for event in missing:
            lines.append(Text(f"  {plain(event.title.get(language))}", style(FAINT)))
    return lines
