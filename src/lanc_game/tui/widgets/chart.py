"""Line charts in cells: fine dots two by four to a cell, each line with its letter at the end and along the way."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from rich.text import Text

from lanc_game.tui.glyphs import DOTS, FAINT, MUTED, style


class Line(NamedTuple):
    """One line of a chart; None is a month of which nothing is known."""

    letter: str
    colour: str
    values: Sequence[int | None]


FINE = 1000


def heights(lines: Sequence[Line], wide: bool) -> tuple[list[Line], int]:
    """Return the lines with values from 0 to FINE and the top of the scale; ``wide`` scales by powers of ten."""
    known = [value for line in lines for value in line.values if value is not None]
    top = max([*known, 1])
    top = max(top, 10) if wide else top

    def high(value: int | None) -> int | None:
        if value is None or not wide:
            return None if value is None else value * FINE // top
        return round(FINE * math.log10(max(1, value)) / math.log10(top))

    return [line._replace(values=[high(value) for value in line.values]) for line in lines], top


def chart(lines: Sequence[Line], width: int, height: int, labels: Sequence[str], *, wide: bool = False) -> list[Text]:
    """Return a chart of ``height`` rows with its scale at the left and months below."""
    lines, top = heights(lines, wide)
    gutter = len(f"{top:,}") + 2
    room = max(8, width - gutter - 3)
    cells: list[list[tuple[str, str]]] = [[(" ", "")] * (room + 2) for _ in range(height)]
    for line in lines:
        _plot(cells, line, FINE, room, height)
    rows = []
    marks = _marks(top, height, wide)
    for y, row in enumerate(cells):
        scale = marks.get(y)
        text = Text(" " * (gutter - 1) if scale is None else f"{scale:>{gutter - 2},} ", style(MUTED))
        text.append("│" if scale is None else "┤", style(FAINT))
        for char, colour in row:
            text.append(char, style(colour or FAINT, bold=char.isalpha()))
        rows.append(text)
    rows.append(Text(" " * (gutter - 1) + "└" + "─" * (room + 2), style(FAINT)))
    if labels:
        first, last = labels[0], labels[-1]
        space = max(1, room + 2 - len(first) - len(last))
        rows.append(Text(" " * gutter + first + " " * space + last, style(MUTED)))
    return rows


def _marks(top: int, height: int, wide: bool) -> dict[int, int]:
    """Return what stands beside which rows of the scale."""
    last = max(1, height - 1)
    if wide:
        powers = range(int(math.log10(top)) + 1)
        return {last - round(power * last / math.log10(top)): 10**power for power in powers}
    return {y: round(top * (last - y) / last) for y in range(height) if y % 4 == 0 or y == height - 1}


def _plot(cells: list[list[tuple[str, str]]], line: Line, top: int, room: int, height: int) -> None:
    """Draw one line over what is there, then its letters."""
    count = max(1, len(line.values) - 1)
    dots_x, dots_y = room * 2 - 1, height * 4 - 1
    points = [
        (index * dots_x // count, dots_y - value * dots_y // top)
        for index, value in enumerate(line.values)
        if value is not None
    ]
    if not points:
        return
    for (x0, y0), (x1, y1) in zip(points, points[1:] or points, strict=False):
        steps = max(abs(x1 - x0), abs(y1 - y0), 1)
        for step in range(steps + 1):
            x, y = x0 + (x1 - x0) * step // steps, y0 + (y1 - y0) * step // steps
            old, _ = cells[y // 4][x // 2]
            bits = ord(old) - 0x2800 if 0x2800 <= ord(old) < 0x2900 else 0
            cells[y // 4][x // 2] = (chr(0x2800 + (bits | DOTS[x % 2][y % 4])), line.colour)
    x, y = points[-1]
    row = y // 4
    for nudge in (0, -1, 1, -2, 2):  # letters that end together stand above each other
        if 0 <= row + nudge < height and cells[row + nudge][x // 2 + 1][0] == " ":
            cells[row + nudge][x // 2 + 1] = (line.letter, line.colour)
            break
