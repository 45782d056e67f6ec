"""All regions as a table that can be sorted: what the map modes show, in figures."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import DataTable

from lanc_game.engine.lexicon import fold
from lanc_game.language import number
from lanc_game.tui import glyphs
from lanc_game.tui.eyes import UNKNOWN
from lanc_game.tui.glyphs import GOLD, MUTED, PAPER, style
from lanc_game.tui.screens.modal import Over
from lanc_game.tui.session import Session

COLUMNS = ("region", "towns", "country", "own", "others", "ours", "rivals", "councils", "fear", "feuds", "seen")


class TableScreen(Over[int]):
    """Answers with the region that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sort(1)", "sort"),
        Binding("S", "sort(-1)", "sort", show=False),
        Binding("r", "reverse", "reverse"),
        Binding("t", "close", "close", show=False),
    ]
    place = "whole"

    def __init__(self, session: Session, mode: int) -> None:
        super().__init__(session)
        self._by = {0: 0, 1: 5, 2: 4, 3: 7, 4: 0, 5: 8, 6: 10}.get(mode, 0)
        self._down = self._by > 0
        self._order: list[int] = []

    def inside(self) -> ComposeResult:
        """Return the table."""
        table: DataTable[Text] = DataTable(id="regions", cursor_type="row", zebra_stripes=True)
        yield table

    def on_mount(self) -> None:
        """Fill the table."""
        self.titled(self.session.word("table_title"))
        self._fill(self.session.region)
        self.query_one("#regions", DataTable).focus()

    def _fill(self, region: int) -> None:
        table = self.query_one("#regions", DataTable)
        table.clear(columns=True)
        for index, column in enumerate(COLUMNS):
            mark = (" ▼" if self._down else " ▲") if index == self._by else ""
            table.add_column(Text(self.session.word("col_" + column) + mark, style(GOLD)), key=column)
        rows = [(self._row(r), r) for r in range(len(self.session.world.regions))]
        rows.sort(key=lambda row: (row[0][self._by][1], fold(self.session.name(row[1]))), reverse=self._down)
        self._order = [r for _, r in rows]
        for cells, _ in rows:
            table.add_row(*(cell for cell, _ in cells))
        table.move_cursor(row=self._order.index(region))

    def _row(self, region: int) -> list[tuple[Text, tuple[int, str]]]:
        session, eyes, world = self.session, self.session.eyes, self.session.world
        shares, councils, fear = eyes.sympathy(region), eyes.councils(region), eyes.fear(region)
        own = sum(force.men for force in eyes.forces(region) if force.own)
        others = [force for force in eyes.forces(region) if not force.own]
        rivals = sorted((f for f in world.movements if f != eyes.faction and shares), key=lambda f: -shares[f])
        told = Text()
        for force in others[:3]:
            hue = glyphs.hue(world, force.faction)
            mark = "?" if force.age else "" if force.exact else "~"
            told.append(
                f"{world.factions[force.faction].letter}{mark}{number(force.men, session.language)} ", style(hue.bright)
            )
        rival = Text()
        for faction in rivals[:2]:
            if shares[faction] >= 10:
                letter = world.factions[faction].letter
                rival.append(f"{letter}{shares[faction] // 10} ", style(glyphs.hue(world, faction).bright))
        ours = shares[eyes.faction] if shares and eyes.faction in world.movements else 0
        level = Text()
        for faction, value in enumerate(councils):
            if value:
                level.append(world.factions[faction].letter + glyphs.council(value) + " ",
                             style(glyphs.hue(world, faction).bright))  # fmt: skip
        age = eyes.age(region)
        seen = session.word("never") if age == UNKNOWN else session.word("now") if age == 0 else f"−{age}"
        mine = councils[eyes.faction] if eyes.faction >= 0 else max(councils)
        return [
            (Text(self._short(region), style(PAPER, bold=True)), (0, fold(session.name(region)))),
            self._held(eyes.town[region]), self._held(eyes.country[region]),
            (Text(number(own, session.language) if own else "—", style(PAPER if own else MUTED)), (own, "")),
            (told if told.plain else Text("—", style(MUTED)), (sum(f.men for f in others), "")),
            (Text(f"{ours // 10}%" if shares else "?", style(PAPER)), (ours if shares else -1, "")),
            (rival, (shares[rivals[0]] if rivals else -1, "")), (level, (mine, "")),
            (Text("?" if fear == UNKNOWN else f"{fear // 10}%", style(PAPER)), (fear, "")),
            (Text(str(eyes.feuds[region]), style(PAPER)), (eyes.feuds[region], "")),
            (Text(seen, style(MUTED)), (999 if age == UNKNOWN else age, "")),
        ]  # fmt: skip

    def _short(self, region: int) -> str:
        name = self.session.name(region)
        most = 18 if self.size.width < 100 else 30
        return name if len(name) <= most else name[: most - 1] + "…"

    def _held(self, holder: int) -> tuple[Text, tuple[int, str]]:
        cell = glyphs.badge(self.session.world, holder)
        if holder >= 0 and self.size.width >= 140:
            cell.append(" ").append_text(glyphs.named(self.session.world, holder, self.session.language))
        return cell, (holder, "")

    def action_sort(self, step: int) -> None:
        """Sort by the next column."""
        self._by = (self._by + step) % len(COLUMNS)
        self._down = self._by > 0
        self._fill(self._here())

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._down = not self._down
        self._fill(self._here())

    def _here(self) -> int:
        row = self.query_one("#regions", DataTable).cursor_row
        return self._order[row] if 0 <= row < len(self._order) else self.session.region

    @on(DataTable.HeaderSelected)
    def header_clicked(self, event: DataTable.HeaderSelected) -> None:
        """Sort by the column that was clicked."""
        if event.column_index == self._by:
            self._down = not self._down
        else:
            self._by, self._down = event.column_index, event.column_index > 0
        self._fill(self._here())

    @on(DataTable.RowSelected)
    def chosen(self) -> None:
        """Go to the region."""
        self.dismiss(self._here())
