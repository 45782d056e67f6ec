"""Panes of text drawn line by line: one to read, one to choose from. Neither changes layout when its text changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from lanc_game.tui.glyphs import GOLD, MUTED, style


class Sheet(ScrollView, can_focus=True):
    """Lines of text, folded to the width there is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_up", "scroll", show=False),
        Binding("down,j", "scroll_down", "scroll", show=False),
        Binding("pageup", "page_up", "scroll", show=False),
        Binding("pagedown", "page_down", "scroll", show=False),
        Binding("home", "scroll_home", "top", show=False),
        Binding("end", "scroll_end", "bottom", show=False),
    ]

    def __init__(self, lines: Sequence[Text] = (), id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._texts: tuple[Text, ...] = tuple(lines)
        self._folded: list[Text] = []
        self._strips: dict[int, Strip] = {}
        self._width = 0

    def show(self, lines: Sequence[Text], *, keep: bool = False) -> None:
        """Show other lines, from the top unless ``keep``."""
        self._texts = tuple(lines)
        if not keep:
            self.scroll_to(0, 0, animate=False, force=True)
        self._fold()

    @property
    def plain(self) -> str:
        """What is written, for tests and for readers."""
        return "\n".join(text.plain for text in self._texts)

    def on_resize(self, event: events.Resize) -> None:
        """Fold the text to the new width."""
        self._fold()

    def _fold(self) -> None:
        self._width = max(1, self.scrollable_content_region.width)
        self._folded = self._wrapped()
        self._strips.clear()
        self.virtual_size = Size(self._width, len(self._folded))
        self.refresh()

    def _wrapped(self) -> list[Text]:
        return [line for text in self._texts for line in folded(text, self._width)]

    def render_line(self, y: int) -> Strip:
        """Return a line of the pane."""
        row = y + self.scroll_offset.y
        if row not in self._strips:
            self._strips[row] = self._draw(row)
        return self._strips[row]

    def _draw(self, row: int) -> Strip:
        width = self.scrollable_content_region.width
        if row >= len(self._folded):
            return Strip.blank(width, self.rich_style)
        return drawn(self._folded[row], self, width)


def folded(text: Text, width: int) -> list[Text]:
    """Return a text in lines of at most ``width`` cells; what follows the first is indented as it is."""
    if text.cell_len <= width and "\n" not in text.plain:
        return [text]
    from rich.console import Console

    indent = len(text.plain) - len(text.plain.lstrip(" "))
    console = Console(width=width, color_system=None)
    lines: list[Text] = []
    for part in text.split("\n", allow_blank=True):
        wrapped = list(part.wrap(console, max(4, width - indent if lines else width)))
        first, *rest = wrapped or [Text()]
        lines.append(first)
        if rest:
            joined = Text(" ").join(rest)
            for line in joined.wrap(console, max(4, width - indent)):
                lines.append(Text(" " * indent).append_text(line))
    for line in lines:
        line.rstrip()
    return lines


def drawn(text: Text, widget: ScrollView, width: int, background: str = "") -> Strip:
    """Return a text as a strip over a widget's own colours."""
    base = widget.rich_style
    if background:
        base = base + style("", background)
    if isinstance(text.style, Style):
        text = Text.assemble((text.plain, text.style)) if not text.spans else text
    segments = list(text.render(widget.app.console, end=""))
    return Strip(segments).crop_extend(0, width, base).apply_style(base)


class Item(NamedTuple):
    """Something to choose: its lines, or a heading that is passed over."""

    lines: tuple[Text, ...]
    heading: bool = False


class Choices(Sheet, can_focus=True):
    """A list to choose from with arrows, Enter or the mouse."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "up", show=False),
        Binding("down,j", "step(1)", "down", show=False),
        Binding("pageup", "step(-8)", "up", show=False),
        Binding("pagedown", "step(8)", "down", show=False),
        Binding("home", "step(-9999)", "first", show=False),
        Binding("end", "step(9999)", "last", show=False),
        Binding("enter", "pick", "choose", show=False),
    ]

    class Moved(Message):
        """The cursor is on another item."""

        def __init__(self, sender: Choices, index: int) -> None:
            super().__init__()
            self.sender = sender
            self.index = index

        @property
        def control(self) -> Choices:
            """The list it happened in."""
            return self.sender

    class Picked(Moved):
        """An item was chosen."""

    def __init__(self, items: Sequence[Item] = (), id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.items: tuple[Item, ...] = tuple(items)
        self.cursor = self._first(0, 1)
        self._rows: list[int] = []

    def offer(self, items: Sequence[Item], cursor: int = 0) -> None:
        """Show other items, with the cursor on or after one of them."""
        self.items = tuple(items)
        self.cursor = self._first(min(max(0, cursor), max(0, len(items) - 1)), 1)
        self._fold()
        self._reveal()

    @property
    def plain(self) -> str:
        """What is written, for tests and for readers."""
        return "\n".join(line.plain for item in self.items for line in item.lines)

    def _first(self, start: int, step: int) -> int:
        """Return the first item that can be chosen from a place on, else from there back, else -1."""
        for way in (step, -step):
            index = start
            while 0 <= index < len(self.items):
                if not self.items[index].heading:
                    return index
                index += way
        return -1

    def _wrapped(self) -> list[Text]:
        lines: list[Text] = []
        self._rows = []
        for index, item in enumerate(self.items):
            for text in item.lines:
                for line in folded(text, max(1, self._width - 2)):
                    lines.append(line)
                    self._rows.append(index)
        return lines

    def _draw(self, row: int) -> Strip:
        width = self.scrollable_content_region.width
        if row >= len(self._folded):
            return Strip.blank(width, self.rich_style)
        index = self._rows[row]
        here = index == self.cursor
        first = row == 0 or self._rows[row - 1] != index
        mark = Text("▸ " if here and first else "  ", style(GOLD if self.has_focus else MUTED, bold=True))
        if self.items[index].heading:
            mark = Text()
        back = ("#33415a" if self.has_focus else "#262d39") if here else ""
        return drawn(Text.assemble(mark, self._folded[row]), self, width, back)

    def on_focus(self) -> None:
        """Show where the cursor is."""
        self._strips.clear()
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor more quietly."""
        self._strips.clear()
        self.refresh()

    def move_to(self, index: int) -> None:
        """Put the cursor on an item."""
        if index == self.cursor or index < 0:
            return
        self.cursor = index
        self._strips.clear()
        self.refresh()
        self._reveal()
        self.post_message(self.Moved(self, index))

    def _reveal(self) -> None:
        rows = [row for row, index in enumerate(self._rows) if index == self.cursor]
        if rows:
            top = max(0, rows[0] - 1) if rows[0] and self.items[self._rows[rows[0] - 1]].heading else rows[0]
            self.scroll_to_region(Region(0, top, 1, rows[-1] - top + 1), animate=False, force=True)

    def action_step(self, step: int) -> None:
        """Move the cursor by some items, over headings."""
        if not self.items:
            return
        target = min(max(0, self.cursor + step), len(self.items) - 1)
        self.move_to(self._first(target, 1 if step > 0 else -1))

    def action_pick(self) -> None:
        """Choose what the cursor is on."""
        if self.cursor >= 0:
            self.post_message(self.Picked(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Move to what was clicked; a click where the cursor is chooses."""
        offset = event.get_content_offset(self)
        row = offset.y + self.scroll_offset.y if offset is not None else -1
        if not 0 <= row < len(self._rows) or self.items[self._rows[row]].heading:
            return
        if self._rows[row] == self.cursor:
            self.action_pick()
        else:
            self.move_to(self._rows[row])
