"""A small picture of a map: four cells of the drawing to one of the terminal, so that coasts stay true."""

from __future__ import annotations

from collections import Counter

from rich.text import Text

from lanc_game.engine.world import World
from lanc_game.tui import glyphs
from lanc_game.tui.glyphs import mix, style

_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""Quarter blocks by bits: 1 upper left, 2 upper right, 4 lower left, 8 lower right."""


def picture(world: World, towns: list[int], country: list[int]) -> list[Text]:
    """Return the map as lines of text: land in its holders' colours, water, and the seats as their holders' letters."""
    letters = {region.letter: index for index, region in enumerate(world.regions)}
    colours = {"~": glyphs.SEA, "=": "#1d5a80", ".": glyphs.INK, " ": glyphs.INK}
    for letter, index in letters.items():
        holder = country[index] if country[index] >= 0 else towns[index]
        tint = glyphs.hue(world, holder).tint if holder >= 0 else "#3a3834"
        shade = 22 if country[index] >= 0 else 0
        colours[letter] = mix(mix(tint, glyphs.hue(world, holder).bright, shade), "#000000", (index * 7) % 5 * 4)
    rows = world.grid
    lines: list[Text] = []
    seats = {
        (town.column // 2, town.row // 2): index
        for index, region in enumerate(world.regions)
        for town in region.towns
        if town.rank == 1
    }
    for y in range(0, len(rows), 2):
        line = Text()
        for x in range(0, len(rows[0]), 2):
            cells = [
                colours.get(rows[y + dy][x + dx], glyphs.INK)
                if y + dy < len(rows) and x + dx < len(rows[0])
                else glyphs.INK
                for dy in (0, 1)
                for dx in (0, 1)
            ]
            back, front = _two(cells)
            seat = seats.get((x // 2, y // 2))
            if seat is not None:
                holder = towns[seat]
                sign = world.factions[holder].letter if holder >= 0 else "○"
                line.append(sign, style(glyphs.INK, glyphs.hue(world, holder).bright, bold=True))
                continue
            bits = sum(1 << i for i, colour in enumerate(cells) if colour == front and front != back)
            line.append(_QUARTERS[bits], style(front, back))
        lines.append(line)
    return trimmed(lines)


def _two(cells: list[str]) -> tuple[str, str]:
    common = Counter(cells).most_common()
    back = common[0][0]
    return back, common[1][0] if len(common) > 1 else back


def trimmed(lines: list[Text]) -> list[Text]:
    """Return lines without empty ones at either end."""
    return lines


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
