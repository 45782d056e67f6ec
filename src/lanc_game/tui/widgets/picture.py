"""A small picture of a map: four cells of the drawing to one of the terminal, so that coasts stay true."""

from __future__ import annotations

from collections import Counter

from rich.text import Text

from lanc_game.engine.world import World
from lanc_game.tui import glyphs
from lanc_game.tui.glyphs import mix, style

_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""Quarter blocks by bits: 1 upper left, 2 upper right, 4 lower left, 8 lower right."""


def picture(world: World, towns: list[int], country: list[int], step: int = 2) -> list[Text]:
    """Return the map as lines of text: land in its holders' colours, water, and the seats as their holders' letters.

    One cell of the terminal shows ``step`` by ``step`` cells of the drawing, in quarters.
    """
    colours = _colours(world, towns, country)
    rows, width = world.grid, len(world.grid[0])
    seats = {
        (town.column // step, town.row // step): index
        for index, region in enumerate(world.regions)
        for town in region.towns
        if town.rank == 1
    }
    half = step // 2
    lines: list[Text] = []
    for y in range(0, len(rows), step):
        line = Text()
        for x in range(0, width, step):
            seat = seats.get((x // step, y // step)) if step == 2 else None
            if seat is not None:
                holder = towns[seat]
                sign = world.factions[holder].letter if holder >= 0 else "○"
                line.append(sign, style(glyphs.INK, glyphs.hue(world, holder).bright, bold=True))
                continue
            corners = [(y + dy, x + dx) for dy in (0, half) for dx in (0, half)]
            cells = [
                colours.get(rows[r][c], glyphs.INK) if r < len(rows) and c < width else glyphs.INK for r, c in corners
            ]
            back, front = _two(cells)
            bits = sum(1 << i for i, colour in enumerate(cells) if colour == front and front != back)
            line.append(_QUARTERS[bits], style(front, back))
        lines.append(line)
    return lines


def _colours(world: World, towns: list[int], country: list[int]) -> dict[str, str]:
    """Return the colour of each letter of the drawing; neighbours of one holder differ a little."""
    colours = {"~": glyphs.SEA, "=": "#1d5a80", ".": glyphs.INK, " ": glyphs.INK}
    for index, region in enumerate(world.regions):
        holder = country[index] if country[index] >= 0 else towns[index]
        tint = glyphs.hue(world, holder).tint if holder >= 0 else "#3a3834"
        shade = 22 if country[index] >= 0 else 0
        colours[region.letter] = mix(mix(tint, glyphs.hue(world, holder).bright, shade), "#000000", (index * 7) % 5 * 4)
    return colours


def _two(cells: list[str]) -> tuple[str, str]:
    common = Counter(cells).most_common()
    back = common[0][0]
    return back, common[1][0] if len(common) > 1 else back


TITLE = (
    "██      ▄████▄  ██▄   ██  ▄█████▄",
    "██     ██    ██ ███▄  ██ ██▀    ▀",
    "██     ████████ ██ ▀█▄██ ██     ▄",
    "██▄▄▄▄ ██    ██ ██   ▀██ ▀██▄▄▄██",
    "▀▀▀▀▀▀ ▀▀    ▀▀ ▀▀    ▀▀   ▀▀█▀▀ ",
    "                            ▀▀    ",
)


def title() -> list[Text]:
    """Return the name of the game, large."""
    shades = ("#ff9a7a", "#ff7a6a", "#e85a52", "#c9403f", "#a52f33", "#a52f33")
    return [Text(line, style(shade, bold=True)) for line, shade in zip(TITLE, shades, strict=True)]
