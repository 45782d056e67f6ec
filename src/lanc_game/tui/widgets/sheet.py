"""Panes of text drawn line by line: one to read, one to choose from. Neither changes layout when its text changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from lanc_game.tui.glyphs import GOLD, MUTED, style


class Sheet(Widget, can_focus=True):
    """Lines of text, folded to the width there is. It scrolls by itself: new text never asks for a new layout."""

    DEFAULT_CSS = "Sheet { width: 1fr; height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "roll(-1)", "scroll", show=False),
        Binding("down,j", "roll(1)", "scroll", show=False),
        Binding("pageup", "roll(-10)", "scroll", show=False),
        Binding("pagedown", "roll(10)", "scroll", show=False),
        Binding("home", "roll(-9999)", "top", show=False),
        Binding("end", "roll(9999)", "bottom", show=False),
    ]
    gutter_width = 1  # for the mark that says where we are

    def __init__(self, lines: Sequence[Text] = (), id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._texts: tuple[Text, ...] = tuple(lines)
        self._folded: list[Text] = []
        self._strips: dict[int, Strip] = {}
        self._base: Style | None = None
        self.top = 0

    def show(self, lines: Sequence[Text], *, keep: bool = False) -> None:
        """Show other lines, from the top unless ``keep``."""
        self._texts = tuple(lines)
        if not keep:
            self.top = 0
        self._fold()

    @property
    def plain(self) -> str:
        """What is written, for tests and for readers."""
        return "\n".join(text.plain for text in self._texts)

    @property
    def room(self) -> int:
        """The cells that a line of text may fill."""
        return max(1, self.content_size.width - self.gutter_width)

    @property
    def base(self) -> Style:
        """The pane's own colours."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def on_resize(self) -> None:
        """Fold the text to the new width."""
        self._fold()

    def _fold(self) -> None:
        self._folded = self._wrapped()
        self._strips.clear()
        self.top = max(0, min(self.top, len(self._folded) - self.content_size.height))
        self.refresh()

    def _wrapped(self) -> list[Text]:
        return [line for text in self._texts for line in folded(text, self.room)]

    def render_line(self, y: int) -> Strip:
        """Return a line of the pane, with a mark at its end where there is more than is seen."""
        row = y + self.top
        if row not in self._strips:
            self._strips[row] = self._draw(row)
        strip = self._strips[row]
        if not self.gutter_width:
            return strip
        height, lines = self.content_size.height, len(self._folded)
        thumb = False
        if lines > height:
            size = max(1, height * height // lines)
            start = self.top * (height - size) // max(1, lines - height)
            thumb = start <= y < start + size
        mark = Segment("▐" if thumb else " ", self.base + style("#4a5160"))
        return Strip.join([strip, Strip([mark])])

    def _draw(self, row: int) -> Strip:
        if row >= len(self._folded):
            return Strip.blank(self.room, self.base)
        return drawn(self._folded[row], self, self.room)

    def notify_style_update(self) -> None:
        """Draw anew in other colours."""
        super().notify_style_update()
        self._strips.clear()
        self._base = None

    def action_roll(self, step: int) -> None:
        """Scroll by some lines."""
        top = max(0, min(self.top + step, len(self._folded) - self.content_size.height))
        if top != self.top:
            self.top = top
            self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.action_roll(2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.action_roll(-2)


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
            for piece in rest:
                piece.rstrip()
            joined = Text(" ").join(rest)
            lines += [Text(" " * indent).append_text(line) for line in joined.wrap(console, max(4, width - indent))]
    for line in lines:
        line.rstrip()
    return lines


def drawn(text: Text, widget: Sheet, width: int, background: str = "") -> Strip:
    """Return a text as a strip over a widget's own colours."""
    base = widget.base
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
        Binding("enter", "pick", "choose", key_display="Enter"),
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
                for line in folded(text, max(1, self.room - 2)):
                    lines.append(line)
                    self._rows.append(index)
        return lines

    def _draw(self, row: int) -> Strip:
        width = self.room
        if row >= len(self._folded):
            return Strip.blank(width, self.base)
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
        if not rows:
            return
        first = rows[0] - 1 if rows[0] and self.items[self._rows[rows[0] - 1]].heading else rows[0]
        height = max(1, self.content_size.height)
        top = min(max(self.top, rows[-1] + 1 - height), first)
        self.action_roll(top - self.top)

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
        row = offset.y + self.top if offset is not None else -1
        if not 0 <= row < len(self._rows) or self.items[self._rows[row]].heading:
            return
        if self._rows[row] == self.cursor:
            self.action_pick()
        else:
            self.move_to(self._rows[row])


class Browse(Choices):
    """A list whose cursor alone says what is shown beside it; there is nothing to choose."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Leave Enter to others."""
        return action != "pick"
