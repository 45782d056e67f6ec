"""The map before anything is painted on it: cells, borders, towns, and what lies in which direction, at one scale."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from lanc_game.engine.world import TownDef, World

SEA, LAKE, BEYOND = -1, -2, -3
_SIGNS = {"~": SEA, "=": LAKE, ".": BEYOND, " ": BEYOND}
UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8

HALF, FULL, DOUBLE = 1, 2, 4
"""Scales, in halves of the drawing."""


class Site(NamedTuple):
    """A town at a scale."""

    town: TownDef
    region: int
    x: int
    y: int


class Box(NamedTuple):
    """The cells that a region touches, ends included."""

    left: int
    top: int
    right: int
    bottom: int


class Ground:
    """A world's map at one scale."""

    def __init__(self, world: World, scale: int) -> None:
        self.world = world
        self.scale = scale
        letters = {region.letter: index for index, region in enumerate(world.regions)}
        drawn = [[_SIGNS[c] if c in _SIGNS else letters.get(c, BEYOND) for c in row] for row in world.grid]
        self.cells = _scaled(drawn, scale)
        self.height = len(self.cells)
        self.width = len(self.cells[0]) if self.cells else 0
        self.sites = self._sites()
        for site in self.sites:  # a seat never drowns at half scale
            if site.town.rank == 1:
                self.cells[site.y][site.x] = site.region
        self.arms = [[self._arms(x, y) for x in range(self.width)] for y in range(self.height)]
        self.boxes = self._boxes()
        self.middles = [self._middle(region) for region in range(len(world.regions))]

    def at(self, x: int, y: int) -> int:
        """Return the region at a cell, or what else is there."""
        if 0 <= y < self.height and 0 <= x < self.width:
            return self.cells[y][x]
        return BEYOND

    def _arms(self, x: int, y: int) -> int:
        """Return the border lines that meet at the corner of a cell; coasts need none."""
        nw, ne, sw, se = self.at(x - 1, y - 1), self.at(x, y - 1), self.at(x - 1, y), self.at(x, y)
        arms = 0
        for one, other, arm in ((nw, ne, UP), (sw, se, DOWN), (nw, sw, LEFT), (ne, se, RIGHT)):
            if one != other and one not in (SEA, LAKE) and other not in (SEA, LAKE):
                arms |= arm
        return arms

    def outline(self, x: int, y: int, region: int) -> int:
        """Return the lines of one region's outline that meet at the corner of a cell."""
        nw, ne = self.at(x - 1, y - 1) == region, self.at(x, y - 1) == region
        sw, se = self.at(x - 1, y) == region, self.at(x, y) == region
        return UP * (nw != ne) | DOWN * (sw != se) | LEFT * (nw != sw) | RIGHT * (ne != se)

    def _sites(self) -> list[Site]:
        found: list[Site] = []
        for index, region in enumerate(self.world.regions):
            for town in region.towns:
                x, y = (town.column * self.scale // 2, town.row * self.scale // 2)
                if 0 <= y < self.height and 0 <= x < self.width:
                    found.append(Site(town, index, x, y))
        return found

    def _boxes(self) -> list[Box]:
        boxes = [Box(self.width, self.height, 0, 0) for _ in self.world.regions]
        for y, row in enumerate(self.cells):
            for x, region in enumerate(row):
                if region >= 0:
                    box = boxes[region]
                    boxes[region] = Box(
                        min(box.left, x), min(box.top, y), max(box.right, x + 1), max(box.bottom, y + 1)
                    )
        return boxes

    def _middle(self, region: int) -> tuple[int, int]:
        seat = next((site for site in self.sites if site.region == region and site.town.rank == 1), None)
        cells = [(x, y) for y, row in enumerate(self.cells) for x, cell in enumerate(row) if cell == region]
        if not cells:
            return (seat.x, seat.y) if seat else (0, 0)
        x, y = sum(c[0] for c in cells) / len(cells), sum(c[1] for c in cells) / len(cells)
        return min(cells, key=lambda c: (c[0] - x) ** 2 / 4 + (c[1] - y) ** 2)

    def seat(self, region: int) -> tuple[int, int]:
        """Return the cell of a region's first town, or its middle where it has none."""
        site = next((site for site in self.sites if site.region == region and site.town.rank == 1), None)
        return (site.x, site.y) if site else self.middles[region]

    def towards(self, region: int, dx: int, dy: int) -> int:
        """Return the region to go to in a direction: what touches first, else the nearest that way, else itself."""
        x0, y0 = self.middles[region]
        touching = self._touching(region)
        best, least = region, 1e9
        for other in range(len(self.world.regions)):
            x1, y1 = self.middles[other]
            ahead = (x1 - x0) * dx / 2 + (y1 - y0) * dy
            aside = abs((x1 - x0) * dy / 2) + abs((y1 - y0) * dx)
            if other == region or ahead <= 0 or aside > ahead * 1.6 + 1:
                continue
            far = ahead + 1.3 * aside + (0 if other in touching else 6)
            if far < least:
                best, least = other, far
        return best if best != region else self._loosely(region, dx, dy, touching)

    def _loosely(self, region: int, dx: int, dy: int, touching: frozenset[int]) -> int:
        """Return a touching region that lies at all in a direction, or the region itself."""
        x0, y0 = self.middles[region]
        ahead = {
            other: (self.middles[other][0] - x0) * dx / 2 + (self.middles[other][1] - y0) * dy for other in touching
        }
        reachable = {other: far for other, far in ahead.items() if far > 0}
        return max(reachable, key=lambda other: reachable[other]) if reachable else region

    @lru_cache(maxsize=256)  # noqa: B019 - grounds are few and live as long as the program
    def _touching(self, region: int) -> frozenset[int]:
        box = self.boxes[region]
        found = set(self.world.beside[region])
        for y in range(box.top, box.bottom + 1):
            for x in range(box.left, box.right + 1):
                if self.at(x, y) == region:
                    found |= {self.at(x + 1, y), self.at(x - 1, y), self.at(x, y + 1), self.at(x, y - 1)}
        return frozenset(other for other in found if other >= 0 and other != region)

    def border(self, one: int, other: int) -> tuple[int, int] | None:
        """Return a cell in the middle of two regions' border, or None where they don't touch."""
        box = self.boxes[one]
        found = [
            (x, y)
            for y in range(box.top, box.bottom + 1)
            for x in range(box.left, box.right + 1)
            if {one, other} <= {self.at(x, y), self.at(x - 1, y), self.at(x, y - 1), self.at(x - 1, y - 1)}
        ]
        if not found:
            return None
        x, y = sum(c[0] for c in found) / len(found), sum(c[1] for c in found) / len(found)
        return min(found, key=lambda c: (c[0] - x) ** 2 / 4 + (c[1] - y) ** 2)


def _scaled(drawn: list[list[int]], scale: int) -> list[list[int]]:
    if scale == DOUBLE:
        return [[cell for cell in row for _ in (0, 1)] for row in drawn for _ in (0, 1)]
    if scale == HALF:
        pairs = [drawn[y : y + 2] for y in range(0, len(drawn), 2)]
        return [
            [_most([cell for row in pair for cell in row[x : x + 2]]) for x in range(0, len(pair[0]), 2)]
            for pair in pairs
        ]
    return [row[:] for row in drawn]


def _most(cells: list[int]) -> int:
    counts = Counter(cells)
    return max(counts, key=lambda cell: (counts[cell], cell))


@lru_cache(maxsize=8)
def ground(world: World, scale: int) -> Ground:
    """Return a world's map at a scale, drawn once."""
    return Ground(world, scale)


def fitting(world: World, width: int, height: int) -> int:
    """Return the largest scale at which the whole map fits, or full scale, which scrolls."""
    rows, columns = len(world.grid), max((len(row) for row in world.grid), default=0)
    if columns * 2 <= width and rows * 2 <= height:
        return DOUBLE
    return FULL
