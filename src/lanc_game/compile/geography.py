"""The map: the drawing, its towns, the regions and the ways between them, and what must be true of them."""

from lanc_game.compile.linker import Linker, text
from lanc_game.engine.names import LinkKind, Terrain, Worth
from lanc_game.engine.texts import Text
from lanc_game.engine.world import NOBODY, ExitDef, LinkDef, RegionDef, TownDef
from lanc_game.model.scenario import Scenario, Town

OFF_MAP = "~=. "
MOST_COLUMNS, MOST_ROWS = 240, 160


def draw(link: Linker, scenario: Scenario) -> tuple[str, ...]:
    """Return the rows of the map, padded to one width, after checking letters and pieces."""
    rows = scenario.map.grid.rstrip("\n").split("\n")
    width = max(len(row) for row in rows)
    at = ("map", "grid")
    if width > MOST_COLUMNS or len(rows) > MOST_ROWS:
        link.fault("map-too-large", at, f"the map is {width}×{len(rows)}", f"at most {MOST_COLUMNS}×{MOST_ROWS}")
    grid = tuple(row.ljust(width, ".") for row in rows)
    letters = scenario.map.letters
    for letter, name in letters.items():
        link.region(name, ("map", "letters", letter))
    seen = sorted({cell for row in grid for cell in row})
    for sign in seen:
        if sign not in OFF_MAP and sign not in letters:
            row = next(i for i, line in enumerate(grid) if sign in line)
            place = (*at, row, grid[row].index(sign))
            link.fault("letter-without-region", place, f"`{sign}` stands for no region", "add it under `map.letters`")
    for name in scenario.regions:
        mine = [letter for letter, region in letters.items() if region == name]
        if len(mine) != 1:
            count = f"{len(mine)} letters ({', '.join(mine)})" if mine else "no letter"
            message = f"region `{name}` has {count} on the map"
            link.fault("region-without-letter", ("map", "letters"), message, "give it one", at_key=True)
        elif mine[0] not in seen:
            message = f"region `{name}` (letter `{mine[0]}`) is nowhere on the map"
            link.fault("region-not-drawn", at, message, "draw it, or take the region out", at_key=True)
    for letter, pieces in _pieces(grid).items():
        if letter in letters and len(pieces) > 1:
            message = (
                f"region `{letters[letter]}` (letter `{letter}`) lies in {len(pieces)} pieces; this is the smallest"
            )
            place = (*at, *min(pieces)[1])
            link.fault("region-in-pieces", place, message, "join them: cells touch above, below and beside")
    return grid


def _pieces(grid: tuple[str, ...]) -> dict[str, list[tuple[int, tuple[int, int]]]]:
    """Return the connected pieces of every letter: how many cells each has, and its first."""
    left = {(row, column) for row, line in enumerate(grid) for column, sign in enumerate(line) if sign not in OFF_MAP}
    pieces: dict[str, list[tuple[int, tuple[int, int]]]] = {}
    for cell in sorted(left):
        if cell not in left:
            continue
        sign = grid[cell[0]][cell[1]]
        before = len(left)
        edge = [cell]
        left.discard(cell)
        while edge:
            row, column = edge.pop()
            for near in ((row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)):
                if near in left and grid[near[0]][near[1]] == sign:
                    left.discard(near)
                    edge.append(near)
        pieces.setdefault(sign, []).append((before - len(left), cell))
    return pieces


def regions(link: Linker, scenario: Scenario, grid: tuple[str, ...]) -> tuple[RegionDef, ...]:
    """Return the regions with their towns."""
    letters = {name: letter for letter, name in scenario.map.letters.items()}
    towns: dict[str, list[TownDef]] = {name: [] for name in scenario.regions}
    for town_id, town in scenario.map.towns.items():
        path = ("map", "towns", town_id)
        if link.region(town.region, (*path, "region")) == NOBODY:
            continue
        column, row = town.cell
        inside = row < len(grid) and column < len(grid[row]) and grid[row][column] == letters.get(town.region)
        if not inside:
            there = grid[row][column] if row < len(grid) and column < len(grid[row]) else ""
            found_in = scenario.map.letters.get(there)
            where = f"lies in `{found_in}`" if found_in else "lies outside every region" if there else "is off the map"
            message = f"cell [{column}, {row}] of `{town_id}` {where}, not in `{town.region}`"
            cure = "`cell` is [column, row] of the drawing, both counted from 0"
            link.fault("town-outside", (*path, "cell"), message, cure)
        towns[town.region].append(_town(town_id, town))
    found: list[RegionDef] = []
    for name, model in scenario.regions.items():
        names = Text(model.name_en or model.name, model.name)
        full = Text(model.full_name_en or model.name_en or model.name, model.name)
        found.append(
            RegionDef(
                name, names, full, tuple(model.aliases), letters.get(name, "?"), Terrain[model.terrain.upper()],
                model.people, tuple(Worth[worth.upper()] for worth in model.worth), tuple(model.zones),
                tuple(sorted(towns[name], key=lambda t: (t.rank, t.id))), text(model.note),
            )
        )  # fmt: skip
    return tuple(found)


def _town(town_id: str, town: Town) -> TownDef:
    name = Text(town.name_en or town.name, town.name)
    return TownDef(town_id, name, town.cell[0], town.cell[1], town.rank, town.label == "left")


def links(link: Linker, scenario: Scenario) -> tuple[LinkDef, ...]:
    """Return the links, after checking that they join two different regions, each pair once a kind."""
    found: list[LinkDef] = []
    seen: set[tuple[int, int, LinkKind]] = set()
    for index, model in enumerate(scenario.links):
        path = ("links", index, "between")
        a, b = (link.region(name, (*path, side)) for side, name in enumerate(model.between))
        if NOBODY in (a, b):
            continue
        if a == b:
            link.fault(
                "one-way-link", path, f"a link joins `{model.between[0]}` with itself", "name two different regions"
            )
            continue
        kind = LinkKind[model.kind.upper()]
        key = (min(a, b), max(a, b), kind)
        if key in seen:
            link.fault(
                "link-twice", path, f"`{model.between[0]}` and `{model.between[1]}` are joined twice", "drop one"
            )
        seen.add(key)
        if kind is LinkKind.SEA:
            for side, name in enumerate(model.between):
                if "port" not in scenario.regions[name].worth:
                    link.fault("sea-without-port", (*path, side), f"`{name}` has no port", "add `port` to its worth")
        found.append(LinkDef(a, b, kind, model.via))
    _check_reachable(link, scenario, found)
    return tuple(found)


def _check_reachable(link: Linker, scenario: Scenario, found: list[LinkDef]) -> None:
    joined = {side for edge in found for side in (edge.a, edge.b)}
    for index, name in enumerate(scenario.regions):
        if index not in joined and len(scenario.regions) > 1:
            message = f"no link leads to `{name}`"
            link.fault(
                "region-cut-off",
                ("links",),
                message,
                f"add one: `- {{between: [{name}, ...], kind: road}}`",
                at_key=True,
            )


def exits(link: Linker, scenario: Scenario) -> tuple[ExitDef, ...]:
    """Return the ways off the map."""
    found: list[ExitDef] = []
    for index, model in enumerate(scenario.exits):
        region = link.region(model.region, ("exits", index, "region"))
        found.append(ExitDef(region, LinkKind[model.kind.upper()], model.to))
    return tuple(found)
