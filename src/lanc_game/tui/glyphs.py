"""Colours, patterns, small drawings. Colour is never the only sign: each side has a letter and a pattern."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.style import Style
from rich.text import Text

from lanc_game.engine.world import FactionDef, World
from lanc_game.language import plain

INK = "#10131a"
PANEL = "#161a22"
LINE = "#39404d"
PAPER = "#d9d5c7"
MUTED = "#8b8f99"
FAINT = "#5b606b"
GOLD = "#f2c14e"
PAST = "#b59f6a"  # what history says
WARN = "#ff8a5c"
BAD = "#ff6b6b"
GOOD = "#8fd694"
SEA = "#0d2233"
SEA_WAVE = "#1b3b54"
LAKE = "#12405c"
LAKE_WAVE = "#2a6588"
BEYOND = "#14161b"
BEYOND_MARK = "#22252c"
NOBODYS = "#2c2b29"
NOBODYS_MARK = "#45433f"


class Hue(NamedTuple):
    """A side's colour: ``bright`` to write with, ``tint`` for its country, ``mark`` for the letters sown over it."""

    bright: str
    tint: str
    mark: str


HUES: dict[str, Hue] = {
    "red": Hue("#ff7a70", "#54191d", "#8f3a3c"),
    "blue": Hue("#7fb2ff", "#1a3163", "#3b5da3"),
    "yellow": Hue("#ffdb6b", "#574810", "#8a7527"),
    "green": Hue("#80dd8c", "#16452a", "#357a4e"),
    "grey": Hue("#c3c9d6", "#3d434f", "#6a7280"),
    "cyan": Hue("#6fdde3", "#0f474e", "#2d7d85"),
    "magenta": Hue("#e5a0f5", "#4b2257", "#7f4690"),
    "white": Hue("#fbf8ee", "#585349", "#8a8476"),
    "brown": Hue("#d9aa7c", "#46301b", "#785634"),
    "orange": Hue("#ffb067", "#5e330c", "#96581f"),
}
PLAIN_HUE = Hue("#d9d5c7", "#2c2b29", "#45433f")

EIGHTHS = " ▏▎▍▌▋▊▉█"
LEVELS = " ▁▂▃▄▅▆▇█"
DENSITY = " ·░▒▓"
ARMS = " ╵╷│╴╯╮┤╶╰╭├─┴┬┼"
"""Box lines by arms: 1 up, 2 down, 4 left, 8 right."""
DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""The fine dots of a cell, by column and row."""
HEAVY = " ╹╻┃╸┛┓┫╺┗┏┣━┻┳╋"


def hue(world: World, faction: int) -> Hue:
    """Return a side's colours; nobody's are plain."""
    return HUES.get(world.factions[faction].colour, PLAIN_HUE) if faction >= 0 else PLAIN_HUE


@lru_cache(maxsize=4096)
def style(fg: str = PAPER, bg: str = "", bold: bool = False, dim: bool = False) -> Style:
    """Return a style, made once."""
    return Style(color=fg or None, bgcolor=bg or None, bold=bold or None, dim=dim or None)


@lru_cache(maxsize=4096)
def mix(one: str, other: str, percent: int) -> str:
    """Return a colour that is ``percent`` of the way from one to the other."""
    share = max(0, min(100, percent))
    parts = ((int(one[i : i + 2], 16) * (100 - share) + int(other[i : i + 2], 16) * share) // 100 for i in (1, 3, 5))
    return "#" + "".join(f"{part:02x}" for part in parts)


def badge(world: World, faction: int) -> Text:
    """Return a side's letter on its colour."""
    if faction < 0:
        return Text.assemble(("○", style(MUTED)))
    return Text.assemble((world.factions[faction].letter, style(INK, hue(world, faction).bright, bold=True)))


def named(world: World, faction: int, language: str) -> Text:
    """Return a side's short name in its colour, or a dash for nobody."""
    if faction < 0:
        return Text.assemble(("—", style(MUTED)))
    name = plain(world.factions[faction].short.get(language))
    return Text.assemble((name, style(hue(world, faction).bright, bold=True)))


def bar(value: int, most: int, width: int, fill: str = "█") -> str:
    """Return a bar of ``width`` cells. A side's own pattern fills whole cells; a plain bar goes by eighths."""
    value = max(0, min(value, most))
    if fill != "█":
        full = (value * width + most // 2) // max(1, most)
        return (fill * max(full, 1 if value else 0)).ljust(width)
    eighths = value * width * 8 // max(1, most)
    text = "█" * (eighths // 8)
    if eighths % 8:
        text += EIGHTHS[eighths % 8]
    return text.ljust(width)


def pattern(faction: FactionDef) -> str:
    """Return the one cell that a side's bars are filled with."""
    return faction.pattern if len(faction.pattern) == 1 and faction.pattern.isprintable() else "█"


def pips(full: int, total: int) -> str:
    """Return a row of dots: taken and free."""
    return "●" * max(0, full) + "○" * max(0, total - full)


def council(level: int) -> str:
    """Return a council's three steps."""
    return "▮" * level + "▯" * (3 - level)


def spark(values: Sequence[int], most: int = 0) -> str:
    """Return a small line of columns."""
    top = max([most, *values, 1])
    return "".join(LEVELS[max(0, min(8, value * 8 // top))] for value in values)


def short_count(men: int) -> str:
    """Return a number in at most four cells."""
    if men < 10_000:
        return str(men)
    return f"{men // 1000}k"


def delta(change: int) -> Text:
    """Return a change with its arrow, or nothing."""
    if not change:
        return Text()
    return Text(f" ▲{change}", style(GOOD)) if change > 0 else Text(f" ▼{-change}", style(BAD))
