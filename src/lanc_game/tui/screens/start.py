"""The start: campaigns with a picture of the map and their seats, games to go on with, replays, the language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from lanc_game.chronicle.handicaps import handicap_phrase, handicaps_told
from lanc_game.language import capital, plain
from lanc_game.saves import Entry, SaveError
from lanc_game.table import HUMAN, LEVELS, Table
from lanc_game.tui import glyphs
from lanc_game.tui.glyphs import BAD, FAINT, GOLD, MUTED, PAPER, style
from lanc_game.tui.library import Campaign, Library, handicapped
from lanc_game.tui.widgets.lines import KeyBar
from lanc_game.tui.widgets.picture import picture, title
from lanc_game.tui.widgets.sheet import Choices, Item, Sheet
from lanc_game.tui.words import word

if TYPE_CHECKING:
    from lanc_game.tui.app import LancApp


HANDICAPS = (None, 80, 60, 120, 140)


class Row(NamedTuple):
    """What a line of the list does."""

    does: str
    campaign: Campaign | None = None
    save: Entry | None = None
    seat: int = -1


class StartScreen(Screen[None]):
    """Choose what to play."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (165, "-wide")]  # noqa: RUF012 - Textual's own form
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-middling"), (50, "-tall")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "choose", key_display="Enter"),
        Binding("s", "level", "level"),
        Binding("n", "seed", "seed"),
        Binding("h", "handicap", "handicap"),
        Binding("r", "watch", "watch"),
        Binding("g", "language", "language"),
        Binding("f1,question_mark", "help", "help", key_display="F1"),
        Binding("escape", "back", "back", key_display="Esc"),
        Binding("q", "quit", "quit"),
    ]

    def __init__(self, library: Library, language: str) -> None:
        super().__init__()
        self.library = library
        self.language = language
        self.level = "regular"
        self.seed: int | None = None
        self.handicap: int | None = None
        self.opened: Campaign | None = None
        self.rows: list[Row] = []
        self._campaigns: list[Campaign] = []
        self._busy = False
        self._helping = False
        self._from: Path | None = None

    @property
    def house(self) -> LancApp:
        """The program."""
        from lanc_game.tui.app import LancApp

        assert isinstance(self.app, LancApp)  # noqa: S101 - a screen of this house
        return self.app

    def compose(self) -> ComposeResult:
        """Return the title, the list, and what is told of the line under the cursor."""
        with Horizontal(id="hall"):
            with Vertical(id="left"):
                yield Sheet(id="title")
                yield Choices(id="list", classes="pane")
                yield Sheet(id="about", classes="pane")
            yield Sheet(id="picture")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Read what there is."""
        for quiet in ("#title", "#picture"):
            self.query_one(quiet, Sheet).can_focus = False
        self.query_one("#list", Choices).focus()
        self._campaigns = self.library.campaigns()
        self.refresh_all()

    def on_screen_resume(self) -> None:
        """Show the saves that a game has left behind."""
        if self._campaigns:
            self._busy = False
            self.refresh_all()

    def word(self, key: str) -> str:
        """Return a word in the language chosen."""
        return word(self.language, key)

    def key_words(self, key: str) -> str:
        """Return what a key does."""
        return self.word("key_" + key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer only what can be done now."""
        row = self.row
        if action == "back":
            return self.opened is not None or self._helping
        if action == "watch":
            return row is not None and row.save is not None and not row.save.damaged
        if action in ("level", "seed"):
            return row is not None and row.campaign is not None
        if action == "handicap":
            return row is not None and row.seat >= 0
        return True

    @property
    def row(self) -> Row | None:
        """What the cursor is on."""
        found = self.query("#list")
        if not found:
            return None
        cursor = self.query_one("#list", Choices).cursor
        return self.rows[cursor] if 0 <= cursor < len(self.rows) else None

    # --- the list

    def refresh_all(self) -> None:
        """Write everything anew."""
        name = title()
        tag = Text(self.word("tagline"), style(MUTED, bold=False))
        if self.has_class("-low"):
            short = self.word("tagline").partition(" · ")[0]  # the rest of the line belongs to the map
            name = [Text("L A N Ç", style("#ff7a6a", bold=True)).append("   " + short, style(MUTED))]
            self.query_one("#title", Sheet).show(name)
        else:
            self.query_one("#title", Sheet).show([Text(), *name, tag])
        self._list()

    def on_resize(self) -> None:
        """Fit the title to the height."""
        self.call_after_refresh(self.refresh_all)

    def _list(self, cursor: int | None = None) -> None:
        listed = self.query_one("#list", Choices)
        items, self.rows = [], []
        for row, item in self._seat_rows() if self.opened is not None else self._main_rows():
            self.rows.append(row)
            items.append(item)
        listed.border_title = self._heading()
        listed.offer(items, listed.cursor if cursor is None else cursor)
        self._about()
        self.refresh_bindings()

    def _heading(self) -> str:
        """Return what the list asks: which campaign, or which side of the one that was chosen."""
        if self.opened is None:
            return self.word("campaigns")
        named = plain(self.opened.world.title.get(self.language)) if self.opened.world is not None else self.opened.id
        return f"{named} · {self.word('seats')}"

    def _main_rows(self) -> list[tuple[Row, Item]]:
        rows: list[tuple[Row, Item]] = []
        newest = self.library.newest()
        saves = self.library.saves()
        for campaign in self._campaigns:
            named = plain(campaign.world.title.get(self.language)) if campaign.world is not None else campaign.id
            line = Text(named, style(PAPER if campaign.world is not None else FAINT, bold=True))
            rows.append((Row("campaign", campaign), Item((line,))))
        current = next(
            (entry for entry in saves if entry.path == newest and not entry.damaged and not entry.over), None
        )
        if current is not None:
            rows.append((Row(""), Item((Text(), Text(self.word("go_on"), style(GOLD))), heading=True)))
            rows.append((Row("resume", save=current), self._save_item(current)))
        others = [entry for entry in saves if entry is not current]
        if others:
            rows.append((Row(""), Item((Text(), Text(self.word("games"), style(GOLD))), heading=True)))
            rows += [
                (Row("watch" if entry.over else "resume", save=entry), self._save_item(entry)) for entry in others[:12]
            ]
        return rows

    def _save_item(self, entry: Entry) -> Item:
        if entry.damaged:
            return Item((Text(f"{plain(entry.name)}: {plain(entry.damaged)}", style(BAD)),))
        named = entry.title_sq if self.language == "sq" and entry.title_sq else entry.title
        line = Text(plain(named), style(PAPER, bold=True))
        seats = ", ".join(plain(seat) for seat, player in entry.seats if player == HUMAN) or self.word("bots_only")
        state = self.word("over") if entry.over else f"{plain(entry.label)} · {entry.turns}/{entry.of}"
        return Item((line, Text(f"  {seats} · {state}", style(MUTED))))

    def _seat_rows(self) -> list[tuple[Row, Item]]:
        campaign = self.opened
        if campaign is None or campaign.world is None:
            return []
        rows: list[tuple[Row, Item]] = []
        for seat in campaign.seats:
            line = glyphs.badge(campaign.world, seat).append(" ")
            faction = campaign.world.factions[seat]
            line.append(
                plain(faction.name.get(self.language)), style(glyphs.hue(campaign.world, seat).bright, bold=True)
            )
            rows.append((Row("seat", campaign, seat=seat), Item((line,))))
        return rows

    # --- what is told of it

    @on(Choices.Moved, "#list")
    def moved(self) -> None:
        """Tell of the line under the cursor."""
        self._helping = False
        self._about()
        self.refresh_bindings()

    def _about(self) -> None:
        about = self.query_one("#about", Sheet)
        row = self.row
        lines: list[Text] = []
        if row is not None and row.campaign is not None:
            lines = self._campaign_lines(row)
        elif row is not None and row.save is not None:
            lines = self._save_lines(row.save)
        about.show(lines)
        shown = row.campaign if row is not None else None
        if row is not None and row.save is not None:
            shown = next((c for c in self._campaigns if c.id == row.save.scenario), None)
        self.query_one("#picture", Sheet).show(self._picture(shown))

    def _campaign_lines(self, row: Row) -> list[Text]:
        campaign = row.campaign
        if campaign is None or campaign.world is None:
            return [Text(campaign.fault if campaign else "", style(BAD))]
        world = campaign.world
        options = Text(f"{self.word('level')} ", style(MUTED)).append(
            self.word("level_" + self.level), style(PAPER, bold=True)
        )
        seed = self.word("by_chance") if self.seed is None else str(self.seed)
        options.append(f"   {self.word('seed')} ", style(MUTED)).append(seed, style(PAPER, bold=True))
        options.append(f"   {world.turns[0].label} – {world.turns[-1].label}", style(MUTED))
        if row.seat >= 0:
            faction = world.factions[row.seat]
            look = style(glyphs.hue(world, row.seat).bright, bold=True)
            lines = [
                glyphs.badge(world, row.seat).append(f" {plain(faction.name.get(self.language))}", look),
                Text(plain(faction.blurb.get(self.language)), style(PAPER)), Text(),
                Text(self.word("judged_by"), style(GOLD)),
            ]  # fmt: skip
            lines += [
                Text(f"  {measure.points:>3}  {plain(measure.text.get(self.language))}", style(MUTED))
                for measure in faction.measures
            ]
            if row.campaign is not None and faction.status not in (2, 3):
                lines.append(Text(self.word("enters_later"), style(glyphs.WARN)))
            chosen = self.word("no_handicap") if self.handicap is None else f"{self.handicap} %"
            lines += [
                Text(),
                Text(f"{self.word('handicap')} ", style(MUTED)).append(chosen, style(PAPER, bold=True)),
            ]
        else:
            lines = [
                Text(plain(world.title.get(self.language)), style(GOLD, bold=True)),
                Text(plain(world.summary.get(self.language)), style(PAPER)),
            ]
        if told := handicaps_told(world, self.language):
            lines.append(Text(capital(told), style(glyphs.WARN)))
        return [*lines, *([] if row.seat >= 0 else [Text()]), options]

    def _picture(self, campaign: Campaign | None) -> list[Text]:
        """Return the campaign's map, as large as there is room, in the middle."""
        if campaign is None or campaign.world is None:
            return []
        world = campaign.world
        room = self.query_one("#picture", Sheet).size
        for step in (2, 4):
            drawing = picture(world, list(world.start.towns), list(world.start.country), step)
            if len(drawing) <= room.height and drawing[0].cell_len <= room.width:
                above = [Text()] * ((room.height - len(drawing)) // 2)
                pad = " " * ((room.width - drawing[0].cell_len) // 2)
                return above + [Text.assemble(pad, line) for line in drawing]
        return []

    def _save_lines(self, entry: Entry) -> list[Text]:
        if entry.damaged:
            return [Text(plain(str(entry.path)), style(MUTED)), Text(plain(entry.damaged), style(BAD))]
        told = handicap_phrase(entry.handicaps, self.language)
        return [
            Text(plain(entry.title), style(GOLD, bold=True)),
            Text(f"{self.word('month')} {entry.turns}/{entry.of} · {plain(entry.label)}", style(PAPER)),
            Text(f"{self.word('seed')} {entry.seed}", style(MUTED)),
            Text(plain(str(entry.path)), style(FAINT)), Text(),
            *(Text(f"  {plain(seat):<14} {plain(player)}", style(PAPER if player == HUMAN else MUTED))
              for seat, player in entry.seats),
            *([Text(capital(told), style(PAPER))] if told else []),
            Text(), Text(self.word("watch_hint"), style(MUTED)),
        ]  # fmt: skip

    # --- what can be done

    @on(Choices.Picked, "#list")
    def picked(self) -> None:
        """Open the campaign's seats, begin, go on, or look."""
        self.action_choose()

    def action_choose(self) -> None:
        """Do what the line under the cursor says."""
        row = self.row
        if row is None or self._busy:
            return
        if row.does == "campaign" and row.campaign is not None and row.campaign.world is not None:
            self.opened = row.campaign
            self._list(0)
        elif (row.does == "seat" and row.campaign is not None) or (row.save is not None and not row.save.damaged):
            self._open(row)

    def _open(self, row: Row) -> None:
        self._busy = True
        self.notify(self.word("opening"), markup=False, timeout=2)
        self._from = row.save.path if row.save is not None else None
        self._load(row, self.level, self.seed, self.handicap)

    @work(thread=True, exclusive=True, group="open")
    def _load(self, row: Row, level: str, seed: int | None, handicap: int | None) -> None:
        """Open a game beside the screen: a long save takes a moment."""
        try:
            table = self._table(row, level, seed, handicap)
        except (SaveError, OSError) as error:
            self.app.call_from_thread(self._failed, str(error))
            return
        self.app.call_from_thread(self._opened, table, row.does)

    def _table(self, row: Row, level: str, seed: int | None, handicap: int | None) -> Table:
        if row.does == "seat" and row.campaign is not None:
            campaign = handicapped(row.campaign, row.seat, handicap)
            return self.library.begin(campaign, row.seat, seed, level)
        path = row.save.path if row.save is not None else Path()
        return self.library.watch(path) if row.does == "watch" else self.library.resume(path)

    def _failed(self, message: str) -> None:
        self._busy = False
        self.notify(plain(message), severity="error", markup=False, timeout=8)

    def _opened(self, table: Table, does: str) -> None:
        self._busy = False
        self.opened = None
        self.house.language = self.language
        if does == "watch" or table.over:
            self.house.open_replay(table, self._from)
        else:
            self.house.open_board(table)

    def action_back(self) -> None:
        """Close the help, or go back to the campaigns."""
        if self._helping:
            self._helping = False
            self._about()
            self.refresh_bindings()
            return
        self.opened = None
        self._list(0)

    def action_watch(self) -> None:
        """Look at the save under the cursor as a replay."""
        row = self.row
        if row is not None and row.save is not None and not self._busy:
            self._open(row._replace(does="watch"))

    def action_level(self) -> None:
        """Choose how well the others play."""
        self.level = LEVELS[(LEVELS.index(self.level) + 1) % len(LEVELS)]
        self._about()

    def action_handicap(self) -> None:
        """Choose with how much of its means one's own side begins."""
        self.handicap = HANDICAPS[(HANDICAPS.index(self.handicap) + 1) % len(HANDICAPS)]
        self._about()

    def action_seed(self) -> None:
        """Type the seed; with nothing typed it is drawn by chance."""
        from lanc_game.tui.screens.ask import NumberScreen

        given = "" if self.seed is None else str(self.seed)
        self.app.push_screen(NumberScreen(self.word("seed_ask"), given), self._seeded)

    def _seeded(self, typed: str | None) -> None:
        if typed is not None:
            self.seed = int(typed) if typed.isdigit() else None
            self._about()

    def action_language(self) -> None:
        """Change the language."""
        self.language = "sq" if self.language == "en" else "en"
        self.house.language = self.language
        self.refresh_all()

    def action_help(self) -> None:
        """Tell what the keys do, in the place of the picture."""
        lines = [Text(self.word("help_title"), style(GOLD, bold=True)), Text()]
        lines += [Text(self.word(f"help_start{n}"), style(PAPER)) for n in (1, 2, 3, 4, 5)]
        self.query_one("#about", Sheet).show(lines)
        self._helping = True
        self.refresh_bindings()

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit(0)
