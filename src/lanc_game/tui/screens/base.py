"""What the board of a game and of a replay have in common: the map, the panes, the modes, the ways to look closer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.screen import Screen
from textual.widget import Widget

from lanc_game.chronicle import Entry, note_line, page_of
from lanc_game.chronicle.handicaps import handicaps_told
from lanc_game.engine.lexicon import fold
from lanc_game.language import capital, plain
from lanc_game.tui.glyphs import FAINT, GOLD, MUTED, PAPER, PAST, badge, style
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.accounts import peek, region_lines
from lanc_game.tui.widgets.intents import intent_lines
from lanc_game.tui.widgets.lines import KeyBar, OneLine, header
from lanc_game.tui.widgets.map import MapView
from lanc_game.tui.widgets.paint import MODES
from lanc_game.tui.widgets.sheet import Choices, Sheet

if TYPE_CHECKING:
    from lanc_game.tui.app import LancApp

PANES = ("map", "region", "orders", "chronicle", "intents")


class PaneTabs(Widget):
    """The names of the panes, for screens that show one at a time."""

    def __init__(self, session: Session, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.session = session
        self.pane = "map"
        self._spans: list[tuple[int, int, str]] = []

    def render(self) -> Text:
        """Return the strip of tabs."""
        text = Text()
        self._spans = []
        for index, pane in enumerate(PANES):
            start = text.cell_len
            here = pane == self.pane
            text.append(f" F{index + 2} ", style(GOLD if here else FAINT, "#2b3340" if here else ""))
            text.append(f"{self.session.word('pane_' + pane)} ",
                        style(PAPER if here else MUTED, "#2b3340" if here else "", bold=here))  # fmt: skip
            self._spans.append((start, text.cell_len, pane))
            text.append(" ")
        return text

    def on_click(self, event: events.Click) -> None:
        """Go to the pane that was clicked."""
        screen = self.screen
        for start, end, pane in self._spans:
            if start <= event.x < end and isinstance(screen, MapScreen):
                screen.action_pane(pane)


class MapScreen(Screen[None]):
    """A map with panes around it."""

    KEY_ORDER: ClassVar[tuple[str, ...]] = (
        "complete", "back", "drop", "choose", "end_month", "play", "step", "verdict", "play_on", "reasons", "order", "legal",
        "undo", "viewpoint", "speed", "desk", "diplomacy", "help", "mode", "zoom", "find", "table", "chronicle", "charts",
        "why",
        "again", "quit",
    )  # fmt: skip

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (165, "-wide")]  # noqa: RUF012 - Textual's own form
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-middling"), (50, "-tall")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "next_region(1)", "next", show=False),
        Binding("shift+tab", "next_region(-1)", "previous", show=False),
        Binding("slash,g", "jump", "find", key_display="/"),
        Binding("m", "mode(1)", "mode"),
        Binding("M", "mode(-1)", "mode", show=False),
        *(Binding(str(i + 1), f"set_mode({i})", MODES[i], show=False) for i in range(len(MODES))),
        Binding("z", "zoom", "zoom"),
        Binding("t", "table", "table"),
        Binding("c", "chronicle", "chronicle"),
        Binding("h", "charts", "charts"),
        Binding("d,f", "diplomacy", "diplomacy", key_display="d"),
        Binding("w", "why", "why"),
        Binding("f1,question_mark", "help", "help", key_display="F1"),
        *(Binding(f"f{i + 2}", f"pane('{pane}')", pane, show=False) for i, pane in enumerate(PANES)),
        Binding("p", "next_pane(1)", "pane", show=False),
        Binding("P", "next_pane(-1)", "pane", show=False),
        Binding("escape", "pane('map')", "map", show=False),
        Binding("q", "leave", "quit"),
        Binding("ctrl+q", "leave", "quit", show=False, priority=True),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.pane = "map"
        self._stale = False

    @property
    def house(self) -> LancApp:
        """The program."""
        from lanc_game.tui.app import LancApp

        assert isinstance(self.app, LancApp)  # noqa: S101 - a screen of this house
        return self.app

    # --- what is on it

    def compose(self) -> ComposeResult:
        """Return the panes."""
        session = self.session
        yield OneLine(id="header")
        yield PaneTabs(session, id="tabs")
        with Container(id="desk"):
            with Vertical(id="map-pane", classes="pane"):
                yield MapView(session.eyes, session.language, session.region, id="map")
                yield Sheet(id="peek")
            yield Sheet(id="region", classes="pane")
            yield from self.compose_middle()
            yield Sheet(id="intents", classes="pane")
            yield Sheet(id="chronicle", classes="pane")
        yield KeyBar(id="keys")

    def compose_middle(self) -> ComposeResult:
        """Return what stands between the region and what is coming."""
        yield Sheet(id="orders", classes="pane")

    @property
    def map(self) -> MapView:
        """The map."""
        return self.query_one("#map", MapView)

    def on_mount(self) -> None:
        """Fill the panes and give the map the keys."""
        self.set_class(True, "pane-map")
        self.map.focus()
        self.refresh_all()

    def on_screen_resume(self) -> None:
        """Show what may have changed under another screen."""
        if self.is_mounted and self.query("#map"):
            self.map.select(self.session.region, quietly=True)
            self.refresh_panes()

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self.call_after_refresh(self.refresh_panes)

    def key_words(self, key: str) -> str:
        """Return what a key does, in the language of the board."""
        return self.session.word("key_" + key)

    # --- showing

    def refresh_all(self) -> None:
        """Show the position anew: the map and every pane."""
        self.session.mode = self.map.mode
        self.map.show(self.session.eyes, self.session.language)
        self.refresh_panes()

    def refresh_panes(self) -> None:
        """Write every pane anew; the map stays."""
        self.query_one("#header", OneLine).show(header(self.session, self.size.width))
        self._title_map()
        self.refresh_region()
        intents = self.query_one("#intents", Sheet)
        intents.border_title = self.session.word("intents")
        intents.show(intent_lines(self.session, self.room(intents)))
        self.refresh_chronicle()
        self.refresh_middle()

    def room(self, pane: Sheet) -> int:
        """Return the cells a pane has in a line, also before it is laid out."""
        return pane.room if pane.room > 1 else 54

    def refresh_middle(self) -> None:
        """Write the pane in the middle anew."""

    def refresh_region(self) -> None:
        """Write what is known of the selected region."""
        self._stale = False
        pane = self.query_one("#region", Sheet)
        land = self.session.world.regions[self.session.region]
        pane.border_title = Text(plain(land.full_name.get(self.session.language)), style(GOLD, bold=True))
        lines = region_lines(self.session, self.session.region, self.room(pane))
        tight = pane.size.height < 22
        pane.show([line for line in lines if line.plain or not tight])
        self.query_one("#peek", Sheet).show(peek(self.session, self.session.region))

    def refresh_chronicle(self) -> None:
        """Write the last month's news."""
        pane = self.query_one("#chronicle", Sheet)
        turn = self.session.last_turn()
        if turn is None:
            pane.border_title = self.session.word("chronicle")
            summary = plain(self.session.world.summary.get(self.session.language))
            told = capital(handicaps_told(self.session.world, self.session.language))
            pane.show([*([Text(told, style(GOLD))] if told else []), Text(summary, style(PAPER))])
            return
        pane.border_title = f"{self.session.word('chronicle')} · {self.session.month(self.session.eyes.turn - 1)}"
        lines: list[Text] = []
        for entry in self.entries():
            lines.append(self.news(entry))
            if entry.kind == "fought" and entry.note:
                lines.append(Text(f"  {note_line(entry, self.session.language)}", style(PAST)))
        pane.show(lines or [Text(self.session.word("quiet"), style(MUTED))])

    def entries(self) -> list[Entry]:
        """Return the last month's news, headlines first."""
        session = self.session
        turn = session.eyes.turn - 1
        if turn < 0:
            return []
        who = session.faction if session.faction >= 0 else None
        told = page_of(session.world, session.table.turns, turn, who, session.language)
        return sorted(told, key=lambda entry: -entry.weight)

    def news(self, entry: Entry) -> Text:
        """Return a line of the chronicle for the board."""
        text = badge(self.session.world, entry.actor) if entry.actor >= 0 else Text("·", style(FAINT))
        return text.append(" ").append(
            plain(entry.text), style(PAPER if entry.weight >= 2 else MUTED, bold=entry.weight >= 3)
        )

    def _title_map(self) -> None:
        pane = self.query_one("#map-pane")
        mode = MODES[self.map.mode]
        pane.border_title = Text.assemble(
            (self.session.word("pane_map"), style(PAPER)), (" · ", style(MUTED)),
            (self.session.word("mode_" + mode), style(GOLD)),
        )  # fmt: skip
        pane.border_subtitle = Text(self.session.word("legend_" + mode), style(MUTED))

    # --- selecting

    @on(MapView.Selected)
    def selected(self, event: MapView.Selected) -> None:
        """Follow the map, which is drawn at once; the inspector is written right behind it."""
        self.session.region = event.region
        if event.opened:
            self.action_open_region()
        self.draw_now(self.map)
        if not self._stale:
            self._stale = True
            self.set_timer(0.004, self._inspect)

    def draw_now(self, *changed: Widget) -> None:
        """Draw what has changed now; left alone, Textual waits for the next of its sixty ticks a second."""
        if self.is_current and not self._layout_required:
            self._compositor.update_widgets(set(changed))
            self._compositor_refresh()

    def _inspect(self) -> None:
        self.refresh_region()
        self.draw_now(self.query_one("#region", Sheet), self.query_one("#peek", Sheet))

    def choose_region(self, region: int) -> None:
        """Select a region and show it."""
        self.session.region = region
        self.map.select(region, quietly=True)
        self.refresh_region()

    def action_open_region(self) -> None:
        """Show what can be done in the selected region; on a replay, its figures."""
        self.action_pane("region")

    def action_next_region(self, step: int) -> None:
        """Go to the next region by name; own ground first would hide the rest."""
        regions = sorted(range(len(self.session.world.regions)), key=lambda r: fold(self.session.name(r)))
        place = regions.index(self.session.region)
        self.map.focus()
        self.map.select(regions[(place + step) % len(regions)])

    # --- what the map shows

    def action_mode(self, step: int) -> None:
        """Show the next kind of map."""
        self.action_set_mode((self.map.mode + step) % len(MODES))

    def action_set_mode(self, mode: int) -> None:
        """Show one kind of map."""
        self.map.set_mode(mode)
        self.session.mode = mode
        self._title_map()

    def action_zoom(self) -> None:
        """Show the map at the next scale."""
        self.map.zoom()

    # --- panes

    def action_pane(self, pane: str) -> None:
        """Go to a pane; on a narrow screen it takes the whole room."""
        if pane not in PANES:
            return
        for name in PANES:
            self.set_class(name == pane, "pane-" + name)
        self.pane = pane
        tabs = self.query_one("#tabs", PaneTabs)
        tabs.pane = pane
        tabs.refresh()
        target = self.query_one("#" + pane)
        focusable = target if target.can_focus else next((w for w in target.query("*") if isinstance(w, Choices)), None)
        if focusable is not None:
            focusable.focus()

    def action_next_pane(self, step: int) -> None:
        """Go to the next pane."""
        self.action_pane(PANES[(PANES.index(self.pane) + step) % len(PANES)])

    # --- closer looks

    def action_jump(self) -> None:
        """Find a region by name."""
        from lanc_game.tui.screens.jump import JumpScreen

        self.app.push_screen(JumpScreen(self.session), self._jumped)

    def _jumped(self, region: int | None) -> None:
        if region is not None:
            self.choose_region(region)
            self.map.focus()

    def action_table(self) -> None:
        """Show all regions as a table."""
        from lanc_game.tui.screens.table import TableScreen

        self.app.push_screen(TableScreen(self.session, self.map.mode), self._jumped)

    def action_chronicle(self) -> None:
        """Show the whole chronicle."""
        from lanc_game.tui.screens.chronicle import ChronicleScreen

        self.app.push_screen(ChronicleScreen(self.session))

    def action_charts(self) -> None:
        """Show how things went over time."""
        from lanc_game.tui.screens.charts import ChartsScreen

        self.app.push_screen(ChartsScreen(self.session))

    def action_diplomacy(self) -> None:
        """Show how the sides stand, what is signed, the wings, the patrons, what is asked."""
        from lanc_game.tui.screens.diplomacy import DiplomacyScreen

        self.app.push_screen(DiplomacyScreen(self.session))

    def action_why(self) -> None:
        """Show why the figures are what they are."""
        from lanc_game.tui.screens.why import WhyScreen

        self.app.push_screen(WhyScreen(self.session))

    def action_help(self) -> None:
        """Show what the keys do here."""
        from lanc_game.tui.screens.help import HelpScreen

        focused = self.focused.id if self.focused is not None else ""
        self.app.push_screen(HelpScreen(self.session, focused or "map", self))

    def action_leave(self) -> None:
        """Leave the board."""
        self.house.leave_board()
