"""The board of `albania-base`: its grid, its towns, its regions and the ways between them."""

import json
from collections import Counter
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "scenarios" / "albania-base"
Cell = tuple[int, int]

TERRAINS = {"plain", "hills", "mountain", "coast"}
WORTH = {"port", "oil", "chrome", "grain", "capital"}
ZONES = {"north", "central", "south", "annexed", "highland", "proper"}
ANNEXED = {"kosova_west", "kosova_east", "debar_struga", "tetovo_gostivar", "ulqin_tuz"}
OPEN_IN_WINTER = {"road", "track"}


@cache
def read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((BASE / name).read_text(encoding="utf-8"))
    return data


def the_map() -> dict[str, Any]:
    board: dict[str, Any] = read("map.yaml")["map"]
    return board


def the_regions() -> dict[str, dict[str, Any]]:
    regions: dict[str, dict[str, Any]] = read("regions.yaml")["regions"]
    return regions


def the_links() -> list[dict[str, Any]]:
    links: list[dict[str, Any]] = read("regions.yaml")["links"]
    return links


def towns() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = the_map()["towns"]
    return found


def grid() -> list[str]:
    rows: list[str] = the_map()["grid"].splitlines()
    return rows


@cache
def owners() -> dict[Cell, str]:
    letters = the_map()["letters"]
    return {(x, y): letters[s] for y, row in enumerate(grid()) for x, s in enumerate(row) if s in letters}


@cache
def cells_of() -> dict[str, frozenset[Cell]]:
    return {r: frozenset(c for c, owner in owners().items() if owner == r) for r in the_regions()}


@cache
def geography() -> dict[str, dict[str, Any]]:
    text = (ROOT / "tools" / "geography" / "regions.json").read_text(encoding="utf-8")
    return {region["id"]: region for region in json.loads(text)["regions"]}


def around(cell: Cell) -> list[Cell]:
    x, y = cell
    return [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]


def borders() -> Counter[frozenset[str]]:
    """Border length in cell sides of every pair of regions that touch."""
    found: Counter[frozenset[str]] = Counter()
    for (x, y), owner in owners().items():
        for other in ((x + 1, y), (x, y + 1)):
            neighbour = owners().get(other, owner)
            if neighbour != owner:
                found[frozenset((owner, neighbour))] += 1
    return found


def land_links() -> set[frozenset[str]]:
    return {frozenset(link["between"]) for link in the_links() if link["kind"] != "sea"}


def label_cells(town: dict[str, Any]) -> set[Cell]:
    """The cells of a town's name, the longer of its two: a blank cell beside its mark, then the name."""
    x, y = town["cell"]
    size = max(len(town["name"]), len(town["name_en"]))
    start = x + 2 if town["label"] == "right" else x - 1 - size
    return {(start + step, y) for step in range(size)}


def seats() -> dict[str, dict[str, Any]]:
    return {name: town for name, town in towns().items() if town["rank"] == 1}


def longest_run(region: str, row: int) -> int:
    best = run = 0
    for x in range(len(grid()[0])):
        run = run + 1 if owners().get((x, row)) == region else 0
        best = max(best, run)
    return best


# The grid


def test_grid_is_a_rectangle_of_known_signs() -> None:
    assert len({len(row) for row in grid()}) == 1
    assert set("".join(grid())) == set(the_map()["letters"]) | set("~=.")


def test_one_letter_a_region() -> None:
    letters = the_map()["letters"]
    assert all(isinstance(sign, str) and len(sign) == 1 and sign.isascii() and sign.isalpha() for sign in letters)
    assert sorted(letters.values()) == sorted(the_regions())


def test_board_is_framed() -> None:
    for x, y in owners():
        assert 0 < x < len(grid()[0]) - 1
        assert 0 < y < len(grid()) - 1


@pytest.mark.parametrize("region", sorted(geography()))
def test_region_is_one_piece(region: str) -> None:
    left = set(cells_of()[region])
    edge = [left.pop()]
    while edge:
        for cell in around(edge.pop()):
            if cell in left:
                left.remove(cell)
                edge.append(cell)
    assert not left


@pytest.mark.parametrize("region", sorted(geography()))
def test_region_has_room_for_a_name_and_a_force(region: str) -> None:
    assert sum(longest_run(region, row) >= 9 for row in range(len(grid()))) >= 3


@pytest.mark.parametrize("region", sorted(geography()))
def test_area_is_roughly_true(region: str) -> None:
    share = len(cells_of()[region]) / len(owners())
    true_share = geography()[region]["area_km2_approx"] / sum(r["area_km2_approx"] for r in geography().values())
    assert 0.8 < share / true_share < 2.0


def test_linked_regions_border() -> None:
    found = borders()
    assert {tuple(sorted(pair)) for pair in land_links() if found[pair] < 2} == set()


def test_only_linked_regions_border() -> None:
    assert {tuple(sorted(pair)) for pair in borders() if pair not in land_links()} == set()


@pytest.mark.parametrize("region", sorted(geography()))
def test_coast_and_ports_meet_the_sea(region: str) -> None:
    facts = the_regions()[region]
    if facts["terrain"] == "coast" or "port" in facts["worth"]:
        assert any(grid()[y][x] == "~" for cell in cells_of()[region] for x, y in around(cell))


# The towns


def test_towns_stand_in_their_regions() -> None:
    assert {n: t["region"] for n, t in towns().items() if owners().get(tuple(t["cell"])) != t["region"]} == {}


def test_no_two_towns_on_one_cell() -> None:
    assert len({tuple(town["cell"]) for town in towns().values()}) == len(towns())


def test_town_fields() -> None:
    for name, town in towns().items():
        assert set(town) == {"region", "name", "name_en", "cell", "rank", "label"}
        assert name.isascii()
        assert name == name.lower()
        assert name.isidentifier()
        assert town["rank"] in {1, 2, 3}
        assert town["label"] in {"left", "right"}


def test_one_seat_a_region() -> None:
    assert sorted(town["region"] for town in seats().values()) == sorted(the_regions())


@pytest.mark.parametrize("name", sorted(seats()))
def test_seat_label_lies_in_its_region(name: str) -> None:
    town = towns()[name]
    assert {owners().get(cell) for cell in label_cells(town)} == {town["region"]}


def test_seat_labels_do_not_collide() -> None:
    marks = {tuple(town["cell"]): name for name, town in towns().items() if town["rank"] < 3}
    taken: dict[Cell, str] = {}
    for name, town in seats().items():
        for cell in label_cells(town):
            assert cell not in marks, (name, marks.get(cell))
            assert cell not in taken, (name, taken.get(cell))
            taken[cell] = name


def test_towns_lie_as_they_do_on_the_earth() -> None:
    true_places = {
        (region["id"], town["name"].split(" (")[0]): (town["lon"], town["lat"])
        for region in geography().values()
        for town in region["towns"]
    }
    known = [
        (*town["cell"], *true_places[town["region"], town["name"]])
        for town in towns().values()
        if (town["region"], town["name"]) in true_places
    ]
    assert len(known) == len(true_places)
    for (x1, y1, lon1, lat1), (x2, y2, lon2, lat2) in combinations(known, 2):
        if abs(lon1 - lon2) > 0.12:
            assert (x1 < x2) == (lon1 < lon2)
        if abs(lat1 - lat2) > 0.06:
            assert (y1 < y2) == (lat1 > lat2)


# The regions


@pytest.mark.parametrize("region", sorted(geography()))
def test_region_fields(region: str) -> None:
    facts = the_regions()[region]
    fields = {"name", "name_en", "full_name_en", "aliases", "terrain", "people", "worth", "zones", "note"}
    assert set(facts) == fields
    assert len(facts["name_en"]) <= 24
    assert facts["terrain"] in TERRAINS
    assert set(facts["worth"]) <= WORTH
    assert set(facts["zones"]) <= ZONES
    assert ("annexed" in facts["zones"]) == (region in ANNEXED)
    assert ("proper" in facts["zones"]) == (region not in ANNEXED)
    assert len({"north", "central", "south", "annexed"} & set(facts["zones"])) == 1
    assert facts["people"] == geography()[region]["population_thousands"]
    assert facts["note"].endswith(".")


def test_regions_are_those_of_the_geography() -> None:
    assert set(the_regions()) == set(geography())


def test_zones_count() -> None:
    zones = Counter(zone for facts in the_regions().values() for zone in facts["zones"])
    assert zones == {"proper": 19, "south": 9, "north": 6, "highland": 5, "annexed": 5, "central": 4}
    assert sum(f["people"] for f in the_regions().values() if "proper" in f["zones"]) == 1122


def test_aliases_are_unambiguous() -> None:
    aliases = [alias for facts in the_regions().values() for alias in facts["aliases"]]
    assert [alias for alias, times in Counter(aliases).items() if times > 1] == []
    assert set(aliases) & set(the_regions()) == set()
    assert all(alias == alias.lower() and alias.isidentifier() for alias in aliases)


def test_a_town_and_an_alias_of_one_name_are_one_place() -> None:
    places = {alias: region for region, facts in the_regions().items() for alias in facts["aliases"]}
    places |= {region: region for region in the_regions()}
    assert {n: t["region"] for n, t in towns().items() if places.get(n, t["region"]) != t["region"]} == {}


# The ways


def test_links_are_those_of_the_geography() -> None:
    wanted = {frozenset((region, link["to"])) for region, facts in geography().items() for link in facts["links"]}
    assert land_links() == wanted


def test_link_fields() -> None:
    for link in the_links():
        assert set(link) == {"between", "kind", "via"}
        assert link["kind"] in {"road", "track", "pass", "sea", "highroad"}
        assert len(set(link["between"])) == 2
        assert set(link["between"]) <= set(the_regions())
    assert len({(frozenset(link["between"]), link["kind"]) for link in the_links()}) == len(the_links())


def test_sea_links_join_ports() -> None:
    for link in the_links():
        if link["kind"] == "sea":
            assert all("port" in the_regions()[region]["worth"] for region in link["between"])


def test_winter_leaves_every_region_a_way() -> None:
    left = set(the_regions())
    edge = [left.pop()]
    while edge:
        here = edge.pop()
        for link in the_links():
            if link["kind"] in OPEN_IN_WINTER and here in link["between"]:
                (there,) = set(link["between"]) - {here}
                if there in left:
                    left.remove(there)
                    edge.append(there)
    assert left == set()


def test_trunk_roads_stay_open() -> None:
    kinds = {frozenset(link["between"]): link["kind"] for link in the_links() if link["kind"] != "sea"}
    trunk = [
        "shkodra",
        "mirdita_lezha",
        "mat_kruja",
        "tirana",
        "elbasan",
        "cermenika",
        "debar_struga",
        "korca",
    ]
    for pair in pairwise(trunk):
        assert kinds[frozenset(pair)] == "road"


def test_exits() -> None:
    exits: list[dict[str, str]] = read("regions.yaml")["exits"]
    for way in exits:
        assert set(way) == {"region", "kind", "to"}
        assert way["region"] in the_regions()
        assert way["kind"] in {"road", "track", "rail", "sea"}
        if way["kind"] == "sea":
            assert "port" in the_regions()[way["region"]]["worth"]
