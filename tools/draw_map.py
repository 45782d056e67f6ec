"""Draw the first draft of the board: a letter grid of Albania within its borders of 1941-44.

This tool made the draft from which `scenarios/albania-base/map.yaml` was corrected by hand. The grid in that
file is the truth now: this tool is kept to show where it came from, and to draw a draft at another scale.
It prints to standard output, or writes with --out; it never overwrites an existing file without --force.

    python tools/draw_map.py                        # print the draft of the whole `map:` block
    python tools/draw_map.py --grid-only            # only the letters
    python tools/draw_map.py --out draft.yaml       # write a new file

How it draws. A terminal cell is taken as twice as high as wide, so a row spans twice as many kilometres as a
column. Every cell is sampled at nine points against the coast and borders (Natural Earth, public domain,
modern countries). The cells of Albania are shared out among the 19 regions within the borders of 1939, those
of the annexed lands (a line by hand below, after the German-Italian line of 1941) among the other five. Each
region has anchor points and takes the cells nearest to one of them; a handicap in each region's distance is
tuned until its area has the right share. A scrap cut off from its region goes to the neighbour with the
longest border. Lakes are drawn by hand.
"""

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent / "geography"
SEA, BEYOND, LAKE = "~", ".", "="

Point = tuple[float, float]  # lon, lat
Cell = tuple[int, int]  # column, row
Ring = list[Point]

LETTERS = {
    "S": "shkodra",
    "M": "malesia",
    "K": "kukes_tropoja",
    "L": "mirdita_lezha",
    "R": "mat_kruja",
    "D": "dibra",
    "T": "tirana",
    "U": "durres",
    "E": "elbasan",
    "C": "cermenika",
    "Y": "myzeqe",
    "B": "berat",
    "G": "skrapar_gramsh",
    "O": "korca",
    "P": "kolonja_permet",
    "V": "vlora",
    "A": "mallakaster_tepelena",
    "J": "gjirokastra",
    "H": "saranda_himara",
    "W": "kosova_west",
    "N": "kosova_east",
    "Z": "debar_struga",
    "X": "tetovo_gostivar",
    "Q": "ulqin_tuz",
}

# Anchor points besides the towns (lat, lon, as people write them).
ANCHORS: dict[str, list[Point]] = {
    "shkodra": [(41.97, 19.54), (41.87, 19.45), (42.30, 19.44), (42.05, 19.60)],
    "malesia": [
        (42.47, 19.60),
        (42.28, 19.70),
        (42.17, 19.74),
        (42.25, 19.86),
        (42.47, 19.50),
        (42.33, 19.60),
    ],
    "kukes_tropoja": [
        (41.92, 20.42),
        (42.12, 20.25),
        (42.25, 20.22),
        (41.99, 20.54),
        (42.43, 19.95),
        (42.42, 20.15),
    ],
    "mirdita_lezha": [(42.11, 20.00), (41.93, 19.77), (42.00, 20.12), (41.80, 19.75), (41.92, 20.05)],
    "mat_kruja": [(41.69, 20.05), (41.53, 20.10), (41.62, 19.62), (41.60, 19.88)],
    "dibra": [(41.80, 20.42), (41.77, 20.27), (41.57, 20.35), (41.46, 20.44), (41.66, 20.28)],
    "tirana": [(41.36, 19.98), (41.24, 19.90), (41.41, 19.78), (41.30, 19.72)],
    "durres": [(41.47, 19.55), (41.08, 19.60), (41.24, 19.58), (41.40, 19.62)],
    "elbasan": [(41.03, 19.95), (40.97, 19.85), (41.02, 20.10), (41.07, 19.86)],
    "cermenika": [(41.29, 20.30), (41.33, 20.45), (41.07, 20.38), (41.20, 20.48)],
    "myzeqe": [(40.99, 19.52), (40.80, 19.45), (40.84, 19.62), (40.64, 19.42)],
    "berat": [(40.62, 19.96), (40.55, 20.03), (40.43, 20.12)],
    "skrapar_gramsh": [(40.70, 20.15), (40.84, 20.34), (40.62, 20.36), (40.43, 20.33)],
    "korca": [(40.80, 20.47), (40.75, 20.85), (40.85, 20.95), (41.03, 20.63), (40.70, 20.60)],
    "kolonja_permet": [(40.37, 20.48), (40.14, 20.45), (40.25, 20.52), (40.30, 20.37)],
    "vlora": [(40.36, 19.40), (40.58, 19.40), (40.26, 19.70), (40.43, 19.60)],
    "mallakaster_tepelena": [(40.47, 19.85), (40.25, 19.87), (40.54, 19.76), (40.36, 19.85)],
    "gjirokastra": [(40.14, 20.00), (39.97, 20.24), (39.90, 20.34), (40.11, 20.27), (40.03, 20.38)],
    "saranda_himara": [(39.75, 20.12), (40.17, 19.62), (40.03, 19.88), (39.83, 20.18)],
    "kosova_west": [
        (42.82, 20.20),
        (42.72, 20.50),
        (42.53, 20.55),
        (42.37, 20.66),
        (42.05, 20.65),
        (42.55, 20.30),
    ],
    "kosova_east": [(42.70, 20.85), (42.55, 20.90), (42.28, 21.00), (42.42, 21.00), (42.55, 21.20)],
    "debar_struga": [(41.33, 20.70), (41.60, 20.62), (41.40, 20.95), (41.25, 20.60)],
    "tetovo_gostivar": [(41.90, 20.75), (41.70, 20.75), (42.08, 20.85), (41.72, 20.95)],
    "ulqin_tuz": [(42.10, 19.20), (42.20, 19.12), (42.30, 19.12)],
}

# The lands annexed in 1941, by hand (lon, lat). What lies in Albania's own borders or the sea does not count.
ANNEXED: list[Ring] = [
    [
        (19.10, 41.80), (19.10, 42.02), (19.16, 42.08), (19.00, 42.24), (19.04, 42.35), (19.20, 42.44),
        (19.42, 42.52), (19.70, 42.30), (19.60, 41.80),
    ],
    [
        (19.70, 42.50), (19.72, 42.66), (19.88, 42.74), (20.05, 42.78), (20.08, 42.88), (20.30, 42.90),
        (20.50, 42.85), (20.72, 42.79), (20.95, 42.79), (21.22, 42.80), (21.42, 42.70), (21.66, 42.66),
        (21.70, 42.48), (21.58, 42.36), (21.36, 42.32), (21.22, 42.25), (21.12, 42.17), (21.16, 42.02),
        (21.10, 41.85), (21.06, 41.70), (21.14, 41.54), (21.10, 41.38), (20.92, 41.30), (20.78, 41.22),
        (20.72, 41.10), (20.20, 41.00), (20.00, 42.20),
    ],
]  # fmt: skip

# The big lakes, by hand (lon, lat).
LAKES: dict[str, Ring] = {
    "Shkodër": [
        (19.49, 42.07), (19.40, 42.07), (19.26, 42.14), (19.12, 42.24), (19.12, 42.29), (19.24, 42.29),
        (19.36, 42.25), (19.40, 42.18),
    ],
    "Ohrid": [
        (20.64, 41.06), (20.68, 41.16), (20.79, 41.12), (20.81, 41.00), (20.75, 40.91), (20.64, 40.92),
    ],
    "Prespa": [
        (20.95, 40.98), (21.06, 40.98), (21.12, 40.88), (21.08, 40.82), (20.98, 40.86), (20.92, 40.92),
    ],
}  # fmt: skip


@dataclass(frozen=True)
class Frame:
    """Where the grid lies on the earth."""

    west: float
    north: float
    columns: int
    rows: int
    row_km: float

    @property
    def step(self) -> Point:
        """Degrees of longitude a column and of latitude a row."""
        middle = self.north - self.rows * self.row_km / 111.2 / 2
        return self.row_km / 2 / (111.2 * math.cos(math.radians(middle))), self.row_km / 111.2

    def place(self, column: float, row: float) -> Point:
        """Longitude and latitude of a place on the grid (whole numbers are the cells' north-west corners)."""
        lon, lat = self.step
        return self.west + column * lon, self.north - row * lat

    def cell(self, lon: float, lat: float) -> Cell:
        """The cell that holds a place."""
        step_lon, step_lat = self.step
        return int((lon - self.west) / step_lon), int((self.north - lat) / step_lat)

    def cells(self) -> Iterator[Cell]:
        """Every cell, row by row."""
        return ((column, row) for row in range(self.rows) for column in range(self.columns))


def inside(place: Point, ring: Ring) -> bool:
    """Whether a place lies within a closed ring (even-odd rule)."""
    x, y = place
    result = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            result = not result
    return result


def read_countries(path: Path) -> dict[str, list[Ring]]:
    """The outer rings of every country in the outline."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return {
        country["name"]: [[(float(x), float(y)) for x, y in polygon[0]] for polygon in country["polygons"]]
        for country in data["countries"]
    }


def samples(frame: Frame, cell: Cell) -> list[Point]:
    """Nine points spread over a cell."""
    offsets = (1 / 6, 1 / 2, 5 / 6)
    return [frame.place(cell[0] + dx, cell[1] + dy) for dx in offsets for dy in offsets]


def ground(frame: Frame, countries: dict[str, list[Ring]]) -> dict[Cell, str]:
    """What each cell is for the most part: Albania, annexed, lake, beyond or sea."""
    result: dict[Cell, str] = {}
    for cell in frame.cells():
        found: Counter[str] = Counter()
        for place in samples(frame, cell):
            country = next((n for n, rings in countries.items() if any(inside(place, r) for r in rings)), "")
            if not country:
                north_west = place[1] > 42.5  # the outline stops short of Herzegovina
                found["beyond" if north_west else "sea"] += 1
            elif any(inside(place, lake) for lake in LAKES.values()):
                found["lake"] += 1
            elif country == "Albania":
                found["Albania"] += 1
            else:
                found["annexed" if any(inside(place, ring) for ring in ANNEXED) else "beyond"] += 1
        result[cell] = found.most_common(1)[0][0]
    return result


def share_out(
    frame: Frame, cells: list[Cell], anchors: dict[str, list[Point]], areas: dict[str, float]
) -> dict[Cell, str]:
    """Share cells among regions by nearest anchor, handicapped until the areas have the right shares."""
    lon_km = frame.row_km / 2 / frame.step[0]
    near: dict[Cell, dict[str, float]] = {}
    for cell in cells:
        lon, lat = frame.place(cell[0] + 0.5, cell[1] + 0.5)
        near[cell] = {
            region: min(((lon - x) * lon_km) ** 2 + ((lat - y) * 111.2) ** 2 for x, y in places)
            for region, places in anchors.items()
        }
    total = sum(areas.values())
    target = {region: len(cells) * area / total for region, area in areas.items()}
    handicap = dict.fromkeys(areas, 0.0)
    owner: dict[Cell, str] = {}
    for turn in range(300):
        owner = {cell: min((d[r] + handicap[r], r) for r in d)[1] for cell, d in near.items()}
        counts = Counter(owner.values())
        pull = 150.0 / (1 + turn / 30)
        for region, wanted in target.items():
            step = pull * (counts[region] - wanted) / wanted
            handicap[region] = max(-450.0, min(450.0, handicap[region] + step))
    return owner


def pieces(cells: Iterable[Cell]) -> list[set[Cell]]:
    """The 4-connected pieces of a set of cells, largest first."""
    left, result = set(cells), []
    while left:
        piece, edge = set(), [left.pop()]
        while edge:
            column, row = edge.pop()
            piece.add((column, row))
            for other in ((column + 1, row), (column - 1, row), (column, row + 1), (column, row - 1)):
                if other in left:
                    left.remove(other)
                    edge.append(other)
        result.append(piece)
    return sorted(result, key=len, reverse=True)


def tidy(owner: dict[Cell, str]) -> dict[Cell, str]:
    """Give every scrap of a region to the neighbour with the longest border; drop it when it has none."""
    owner = dict(owner)
    for region in sorted(set(owner.values())):
        for scrap in pieces(cell for cell, name in owner.items() if name == region)[1:]:
            around: Counter[str] = Counter()
            for column, row in scrap:
                for other in ((column + 1, row), (column - 1, row), (column, row + 1), (column, row - 1)):
                    if other not in scrap and other in owner:
                        around[owner[other]] += 1
            for cell in scrap:
                if around:
                    owner[cell] = around.most_common(1)[0][0]
                else:
                    del owner[cell]
    return owner


def draw(frame: Frame, outline: Path, regions: Path) -> tuple[list[str], list[str]]:
    """The grid's rows and the lines of its towns."""
    data: list[dict[str, Any]] = json.loads(regions.read_text(encoding="utf-8"))["regions"]
    letter = {region: sign for sign, region in LETTERS.items()}
    land = ground(frame, read_countries(outline))
    owner: dict[Cell, str] = {}
    for kind, annexed in (("Albania", False), ("annexed", True)):
        chosen = [region for region in data if region["annexed_1941"] is annexed]
        anchors = {
            region["id"]: [(t["lon"], t["lat"]) for t in region["towns"]]
            + [(lon, lat) for lat, lon in ANCHORS.get(region["id"], [])]
            for region in chosen
        }
        areas = {region["id"]: float(region["area_km2_approx"]) for region in chosen}
        owner |= share_out(frame, [cell for cell, name in land.items() if name == kind], anchors, areas)
    owner = tidy(owner)
    plain = {"sea": SEA, "lake": LAKE, "beyond": BEYOND, "Albania": BEYOND, "annexed": BEYOND}
    grid = [
        "".join(
            letter[owner[column, row]] if (column, row) in owner else plain[land[column, row]]
            for column in range(frame.columns)
        )
        for row in range(frame.rows)
    ]
    towns = []
    for region in data:
        for rank, town in enumerate(region["towns"], start=1):
            column, row = frame.cell(town["lon"], town["lat"])
            towns.append(f"{region['id']}: {town['name']} cell: [{column}, {row}] rank: {min(rank, 3)}")
    return grid, towns


def main(arguments: list[str] | None = None) -> int:
    """Run the tool."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--outline", type=Path, default=HERE / "outline.json", help="coast and borders")
    parser.add_argument("--regions", type=Path, default=HERE / "regions.json", help="regions, towns, areas")
    parser.add_argument("--west", type=float, default=18.98, help="longitude of the left edge")
    parser.add_argument("--north", type=float, default=42.95, help="latitude of the upper edge")
    parser.add_argument("--columns", type=int, default=79)
    parser.add_argument("--rows", type=int, default=64)
    parser.add_argument("--row-km", type=float, default=5.9, help="kilometres a row; a column spans half of it")
    parser.add_argument("--grid-only", action="store_true", help="leave out letters and towns")
    parser.add_argument("--out", type=Path, help="write here instead of to standard output")
    parser.add_argument("--force", action="store_true", help="overwrite an existing file")
    options = parser.parse_args(arguments)
    if options.out is not None and options.out.exists() and not options.force:
        print(
            f"{options.out} exists and may hold hand corrections; pass --force to overwrite it.",
            file=sys.stderr,
        )
        return 1
    frame = Frame(options.west, options.north, options.columns, options.rows, options.row_km)
    grid, towns = draw(frame, options.outline, options.regions)
    if options.grid_only:
        lines = grid
    else:
        lines = ["map:", "  grid: |", *(f"    {row}" for row in grid), "  letters:"]
        lines += [f"    {sign}: {region}" for sign, region in LETTERS.items()]
        lines += ["  # Towns, to be named and labelled by hand:", *(f"  #   {town}" for town in towns)]
    text = "\n".join(lines) + "\n"
    if options.out is None:
        print(text, end="")
    else:
        options.out.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
