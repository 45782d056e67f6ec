"""The whole chronicle: months on the left, what happened in the middle, what really happened on the right."""

from __future__ import annotations

from textwrap import shorten
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from lanc_game.chronicle import Entry, chronicle_of, headline, note_line, real_events
from lanc_game.chronicle.history import battles_met
from lanc_game.language import capital, plain, say
from lanc_game.tui.glyphs import FAINT, GOLD, MUTED, PAPER, PAST, badge, style
from lanc_game.tui.screens.modal import Over
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Browse, Choices, Item, Sheet

FILTERS = ("all", "here", "mine")


def named(entry: Entry) -> str:
    """Return what a month is remembered by: its first sentence, cut between words where it is long."""
    text = plain(entry.text)
    first = next((text[: i + 1] for i, c in enumerate(text) if c in ".?!" and text[i + 1 : i + 2] in ("", " ")), text)
    return shorten(first.rstrip("."), 64, placeholder=" …")


class ChronicleScreen(Over[None]):
    """Month by month, newest first. Where there is room, a column beside the game says what really happened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "filter", "filter"),
        Binding("h", "history", "history"),
        Binding("c", "close", "close", show=False),
        Binding("tab", "other", "other", show=False),
    ]
    place = "whole"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.filter = "all"
        self._pages: dict[int, list[Entry]] = {}
        self._battles: list[dict[int, int]] | None = None

    def inside(self) -> ComposeResult:
        """Return the months and the page."""
        with Horizontal(id="columns"):
            yield Browse(id="months")
            yield Sheet(id="page")
            yield Sheet(id="real")

    def on_mount(self) -> None:
        """List the months."""
        self.set_class(bool(self.session.world.history), "has-history")
        self.call_after_refresh(self._list)
        self.query_one("#months", Choices).focus()

    def page(self, turn: int) -> list[Entry]:
        """Return what the viewer learned of a month."""
        if turn not in self._pages:
            played = self.session.table.turns[turn]
            world, who = self.session.world, self.session.faction if self.session.faction >= 0 else None
            if self._battles is None:
                self._battles = battles_met(world, self.session.table.turns, who)
            self._pages[turn] = chronicle_of(
                world, played.after, played.facts, who, self.session.language, battles=self._battles[turn]
            )
        return self._pages[turn]

    def _list(self) -> None:
        session = self.session
        self.titled(session.word("chronicle"), f"{session.word('filter_' + self.filter)}")
        items = []
        for turn in range(session.eyes.turn - 1, -1, -1):
            top = headline(self.page(turn))
            lines = [Text(session.month(turn), style(PAPER, bold=True))]
            if top is not None:
                lines.append(Text(named(top), style(MUTED)))
            items.append(Item(tuple(lines)))
        months = self.query_one("#months", Choices)
        months.offer(items or [Item((Text(session.word("no_months"), style(MUTED)),), heading=True)], months.cursor)
        self._show(months.cursor)

    @on(Choices.Moved, "#months")
    def moved(self, event: Choices.Moved) -> None:
        """Show the month's page."""
        self._show(event.index)

    def _show(self, index: int) -> None:
        turn = self.session.eyes.turn - 1 - index
        if index < 0 or turn < 0:
            return
        lines = [Text(self.session.month(turn), style(GOLD, bold=True)), Text()]
        shown = [entry for entry in self.page(turn) if self._wanted(entry)]
        for entry in shown:
            line = badge(self.session.world, entry.actor) if entry.actor >= 0 else Text("·", style(FAINT))
            shade = PAPER if entry.weight >= 2 else MUTED
            lines.append(line.append(" ").append(plain(entry.text), style(shade, bold=entry.weight >= 3)))
            if entry.note:
                lines.append(Text(f"  {note_line(entry, self.session.language)}", style(PAST)))
        if not shown:
            lines.append(Text(self.session.word("quiet"), style(MUTED)))
        self.query_one("#page", Sheet).show(lines)
        self.query_one("#real", Sheet).show(self._real(turn))

    def _real(self, turn: int) -> list[Text]:
        """Return what really happened in a month."""
        language = self.session.language
        lines = [Text(say(language, "history", "heading"), style(GOLD, bold=True)), Text()]
        found = real_events(self.session.world, turn, language)
        for each in found:
            lines.append(Text(capital(each.date), style(PAST, bold=True)))
            lines.append(Text(say(language, "history", "sourced", text=each.text, source=each.source), style(PAPER)))
            if each.dispute:
                lines.append(Text(say(language, "history", "disputed", dispute=each.dispute), style(MUTED)))
            lines.append(Text())
        return lines if found else [*lines, Text(say(language, "history", "nothing"), style(MUTED))]

    def _wanted(self, entry: Entry) -> bool:
        match self.filter:
            case "here":
                return entry.region == self.session.region
            case "mine":
                return entry.actor == self.session.faction
            case _:
                return True

    def action_filter(self) -> None:
        """Show everything, the selected region, or our own side."""
        self.filter = FILTERS[(FILTERS.index(self.filter) + 1) % len(FILTERS)]
        self._list()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer history only where the scenario tells it."""
        return action != "history" or bool(self.session.world.history)

    def action_history(self) -> None:
        """Show what really happened, in a column of its own or, on a narrow screen, in place of the game; or hide it."""
        self.toggle_class("turned")
        if (self.focused is not None) and not self.focused.display:
            self.action_other()

    def action_other(self) -> None:
        """Go to the next column that is seen."""
        columns = [pane for pane in self.query("#months, #page, #real").results(Sheet) if pane.display]
        here = columns.index(self.focused) if self.focused in columns else -1
        columns[(here + 1) % len(columns)].focus()
