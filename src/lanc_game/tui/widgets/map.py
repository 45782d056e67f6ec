"""The map as a widget: rows of cells kept as strips; moving the selection draws again only the rows it touches."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from lanc_game.tui import glyphs
from lanc_game.tui.eyes import Eyes
from lanc_game.tui.glyphs import style
from lanc_game.tui.widgets.ground import DOUBLE, FULL, HALF, Ground, fitting, ground
from lanc_game.tui.widgets.paint import Ink, Painter


class MapView(ScrollView, can_focus=True):
    """A map that is looked at and moved over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(0,-1)", "select", show=False),
        Binding("down", "go(0,1)", "select", show=False),
        Binding("left", "go(-1,0)", "select", show=False),
        Binding("right", "go(1,0)", "select", show=False),
    ]

    class Selected(Message):
        """Another region was selected."""

        def __init__(self, region: int, opened: bool = False) -> None:
            super().__init__()
            self.region = region
            self.opened = opened

    def __init__(self, eyes: Eyes, language: str, region: int = 0, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.eyes = eyes
        self.language = language
        self.chosen = region
        self.mode = 0
        self.scale_chosen = 0  # 0: whatever fits
        self.flashing: frozenset[int] = frozenset()
        self.ground: Ground = ground(eyes.world, FULL)
        self._strips: dict[int, Strip] = {}
        self._quiet: dict[int, Strip] = {}  # rows without a selection or a light, as they are drawn most often
        self._room = Size(0, 0)
        self._painter: Painter | None = None

    # --- what is shown

    @property
    def painter(self) -> Painter:
        """What is painted now."""
        if self._painter is None:
            self._painter = Painter(self.ground, self.eyes, self.mode, self.language)
        return self._painter

    def show(self, eyes: Eyes, language: str | None = None) -> None:
        """Show another position."""
        self.eyes = eyes
        self.language = language or self.language
        self.ground = ground(eyes.world, self.ground.scale)
        self.repaint()

    def set_mode(self, mode: int) -> None:
        """Show something else about the same position."""
        self.mode = mode
        self.repaint()

    def repaint(self) -> None:
        """Paint everything anew."""
        self._painter = None
        self._strips.clear()
        self._quiet.clear()
        self.refresh()

    def flash(self, regions: frozenset[int]) -> None:
        """Light up some regions, as a month resolves."""
        if regions != self.flashing:
            changed = regions ^ self.flashing
            self.flashing = regions
            self._renew(changed)

    def select(self, region: int, quietly: bool = False) -> None:
        """Move the selection; only the rows of the old and the new region are drawn again."""
        if region == self.chosen or not 0 <= region < len(self.eyes.world.regions):
            return
        old, self.chosen = self.chosen, region
        self._renew({old, region})
        self.reveal()
        if not quietly:
            self.post_message(self.Selected(region))

    def _renew(self, regions: set[int] | frozenset[int]) -> None:
        top, width = self.scroll_offset.y - self._pad()[1], self._room.width
        for region in regions:
            box = self.ground.boxes[region]
            for y in range(box.top, box.bottom + 1):
                self._strips.pop(y, None)
            self.refresh(Region(0, box.top - top, width, box.bottom - box.top + 1))

    def zoom(self) -> None:
        """Go to the next scale."""
        scales = [HALF, FULL, DOUBLE] if self._double_is_of_use() else [HALF, FULL]
        self._set_scale(
            scales[(scales.index(self.ground.scale) + 1) % len(scales)] if self.ground.scale in scales else FULL
        )
        self.scale_chosen = self.ground.scale

    def _double_is_of_use(self) -> bool:
        return len(self.eyes.world.grid) * 2 <= max(self.size.height, 30) * 2

    def _set_scale(self, scale: int) -> None:
        self.ground = ground(self.eyes.world, scale)
        self.virtual_size = Size(self.ground.width, self.ground.height)
        self.repaint()
        self.reveal()

    def on_resize(self, event: events.Resize) -> None:
        """Choose the scale that suits the room, unless one was chosen."""
        self._room = event.size
        self._set_scale(self.scale_chosen or fitting(self.eyes.world, event.size.width, event.size.height))

    def reveal(self) -> None:
        """Scroll where the selected region is not wholly seen, and then far enough to see what is around it."""
        box = self.ground.boxes[self.chosen]
        width, height = box.right - box.left + 1, box.bottom - box.top + 1
        x, y = self.scroll_offset
        seen_across = x <= box.left and box.right < x + self.size.width
        seen_down = y <= box.top and box.bottom < y + self.size.height
        if seen_across and seen_down:
            return
        self.scroll_to(
            max(0, box.left - (self.size.width - width) // 2) if not seen_across else None,
            max(0, box.top - (self.size.height - height) // 2) if not seen_down else None,
            animate=False, force=True, immediate=True,
        )  # fmt: skip

    # --- drawing

    def _pad(self) -> tuple[int, int]:
        """Cells left free at the left and the top where the map is smaller than its room."""
        width, height = self._room
        return max(0, (width - self.ground.width) // 2), max(0, (height - self.ground.height) // 2)

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen."""
        pad_x, pad_y = self._pad()
        width, scrolled = self._room.width, self.scroll_offset
        row = y + scrolled.y - pad_y
        around = style(glyphs.BEYOND_MARK, glyphs.BEYOND)
        if not 0 <= row < self.ground.height:
            return Strip.blank(width, around)
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._draw(row)
        if pad_x or self.ground.width < width:
            right = width - self.ground.width - pad_x
            edges = (self.painter.cell(0, row), self.painter.cell(self.ground.width - 1, row))
            left_pad, right_pad = (
                Segment(" " * n, style("", e.bg)) for n, e in zip((pad_x, right), edges, strict=True)
            )
            strip = Strip([left_pad, *strip, right_pad])
        return strip.crop_extend(scrolled.x, scrolled.x + width, around)

    def _draw(self, y: int) -> Strip:
        box = self.ground.boxes[self.chosen]
        quiet = not self.flashing and not box.top <= y <= box.bottom
        if quiet and y in self._quiet:
            return self._quiet[y]
        inks = self.painter.row(y)[:]
        written = self.painter.layer.get(y, {})
        self._shade(inks, y)
        for x, ink in written.items():
            if 0 <= x < len(inks):
                inks[x] = ink if ink.bg else ink._replace(bg=inks[x].bg)
                for beside in (x - 1, x + 1):  # a sown letter would read as part of the name
                    if beside not in written and 0 <= beside < len(inks) and inks[beside].char.isalpha():
                        inks[beside] = inks[beside]._replace(char=" ")
        segments = [
            Segment("".join(ink.char for ink in run), style(*look))
            for look, run in groupby(inks, key=lambda ink: ink[1:])
        ]
        strip = Strip(segments, self.ground.width)
        if quiet:
            self._quiet[y] = strip
        return strip

    def _shade(self, inks: list[Ink], y: int) -> None:
        """Light up the regions that are told of, and the selected one with its outline."""
        cells = self.ground.cells[y]
        if self.flashing:
            for x, region in enumerate(cells):
                if region in self.flashing:
                    inks[x] = inks[x]._replace(bg=glyphs.mix(inks[x].bg, glyphs.GOLD, 38))
        box = self.ground.boxes[self.chosen]
        if not box.top <= y <= box.bottom:
            return
        for x in range(box.left, min(box.right + 1, len(inks))):
            ink = inks[x]
            bg = glyphs.mix(ink.bg, "#ffffff", 8) if cells[x] == self.chosen else ink.bg
            outline = self.ground.outline(x, y, self.chosen)
            if outline:
                inks[x] = Ink(glyphs.HEAVY[outline], glyphs.GOLD, bg, bold=True)
            elif bg is not ink.bg:
                inks[x] = ink._replace(bg=bg, fg=glyphs.mix(ink.fg, "#ffffff", 10))

    # --- moving

    def action_go(self, dx: int, dy: int) -> None:
        """Move the selection to the next region in a direction."""
        self.select(self.ground.towards(self.chosen, dx, dy))

    def region_at(self, x: int, y: int) -> int:
        """Return the region under a cell of the widget, or less than 0."""
        pad_x, pad_y = self._pad()
        return self.ground.at(x + self.scroll_offset.x - pad_x, y + self.scroll_offset.y - pad_y)

    def on_click(self, event: events.Click) -> None:
        """Select what was clicked; a second click opens what can be done there."""
        offset = event.get_content_offset(self)
        region = self.region_at(offset.x, offset.y) if offset is not None else -1
        if region < 0:
            return
        if event.chain > 1:
            self.post_message(self.Selected(region, opened=True))
        self.select(region)
