"""docs/history.md keeps its word: its names live in their scenarios, and nothing that should stand there is missing."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from lanc_game.engine.world import World
from lanc_game.workshop.load import load

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "history.md"
CAMPAIGNS = ("albania-1939", "albania-1941", "albania-1942", "albania-1943", "albania-1944", "albania-full")
BATTLES_OF_THE_LIST = 24
ROWS_OF_THE_DESIGN = 20

Row = dict[str, str]


@cache
def world_of(name: str) -> World:
    loaded = load(ROOT / "scenarios" / name)
    assert loaded.world is not None, [report.message for report in loaded.reports]
    return loaded.world


@cache
def ids_of(name: str) -> dict[str, frozenset[str]]:
    """Return the names that a campaign has, by the word that the page uses for their kind."""
    world = world_of(name)
    tables: dict[str, Iterable[str]] = {
        "event": (each.id for each in world.events),
        "congress": (each.id for each in world.congresses),
        "treaty": (each.id for each in world.instruments),
        "battle": (each.id for each in world.battles),
        "leader": (each.id for each in world.leaders),
        "wing": (each.id for each in world.wings),
        "patron": (each.id for each in world.patrons),
        "faction": (each.id for each in world.factions),
        "unit": (each.id for each in world.units),
        "hazard": (each.id for each in world.hazards),
        "clause": (each.id for each in world.clauses),
        "history": (each.id for each in world.history),
        "order": (each.verb.name.lower() for each in world.verbs),
    }
    return {kind: frozenset(ids) for kind, ids in tables.items()}


@cache
def tables() -> dict[str, list[Row]]:
    """Return the page's tables by the heading that they stand under, each row by its column's head."""
    found: dict[str, list[Row]] = {}
    heading = ""
    head: list[str] = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading, head = line.removeprefix("## "), []
        elif line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if not head:
                head = cells
            elif set(line) - set("|-"):
                assert len(cells) == len(head), line
                found.setdefault(heading, []).append(dict(zip(head, cells, strict=True)))
    return found


def named(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def names() -> list[tuple[str, str, str]]:
    """Return every name of the page: its scenario, its kind, itself."""
    found: list[tuple[str, str, str]] = []
    for rows in tables().values():
        for row in rows:
            for column in ("battle", "leader", "history"):
                found += [(row["scenario"], column, name) for name in named(row.get(column, ""))]
            found += [(row["scenario"], "event", name) for name in named(row.get("events", ""))]
            found += [(row["scenario"], row["kind"], name) for name in named(row.get("names", ""))]
    return found


def test_every_name_on_the_page_is_in_its_scenario() -> None:
    missing = [(scenario, kind, name) for scenario, kind, name in names() if name not in ids_of(scenario)[kind]]
    assert not missing


def test_every_row_of_a_table_names_something() -> None:
    empty = [row for rows in tables().values() for row in rows if not any(named(cell) for cell in row.values())]
    assert not empty


def test_the_twenty_rows_of_the_design_are_all_answered() -> None:
    rows = tables()["What the source text must find in the game"]
    numbers = [int(row["row"].split(".")[0]) for row in rows]
    assert sorted(set(numbers)) == list(range(1, ROWS_OF_THE_DESIGN + 1))
    assert numbers == sorted(numbers)


def test_the_battles_of_the_list_and_no_others_are_numbered() -> None:
    rows = tables()["Battles"]
    assert sorted(int(row["no."]) for row in rows if row["no."].isdigit()) == list(range(1, BATTLES_OF_THE_LIST + 1))


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_no_battle_of_a_campaign_is_missing(campaign: str) -> None:
    on_the_page = {name for row in tables()["Battles"] for name in named(row["battle"])}
    assert ids_of(campaign)["battle"] <= on_the_page


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_nobody_of_a_campaign_is_missing(campaign: str) -> None:
    on_the_page = {name for row in tables()["People"] for name in named(row["leader"])}
    assert ids_of(campaign)["leader"] <= on_the_page


def test_what_the_page_says_of_a_battle_is_what_the_scenario_says() -> None:
    for row in tables()["Battles"]:
        battle = next(each for each in world_of(row["scenario"]).battles if each.id == named(row["battle"])[0])
        told = (battle.title.en, battle.date.en, battle.confidence)
        assert (row["title"], row["in history"], row["confidence"]) == told


def test_what_the_page_says_of_people_is_what_the_scenario_says() -> None:
    for row in tables()["People"]:
        leader = next(each for each in world_of(row["scenario"]).leaders if each.id == named(row["leader"])[0])
        assert (row["name"], row["years"]) == (leader.name.en, leader.life or "–")


def test_every_month_of_the_war_that_has_an_entry_is_in_order_and_has_both_languages() -> None:
    entries = world_of("albania-full").history
    assert len(entries) >= 150
    assert all(entry.text.en and entry.text.sq != entry.text.en and entry.source for entry in entries)
    assert all(bool(entry.dispute.en) == bool(entry.dispute.sq) for entry in entries)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("h1942_09_peze", "eight"),
        ("h1941_08_agreement", "8 November"),
        ("h1943_01_gjorm", "claims"),
        ("h1943_08_mukje", "1st to the 3rd"),
        ("h1943_09_drashovice", "cannot be believed"),
        ("h1944_02_tirana", "14 in the file"),
        ("h1944_06_offensive", "36,500"),
        ("h1944_07_dine", "14, 18 or 19 July"),
        ("h1944_08_gjinishi", "No source settles it"),
        ("h1944_11_tirana", "fewer than 700"),
        ("h1944_11_army", "70,000"),
    ],
)
def test_where_the_sources_disagree_it_is_said(entry: str, said: str) -> None:
    found = {each.id: each for each in world_of("albania-1942").history}
    assert said in found[entry].dispute.en


def test_the_main_things_of_history_are_tied_to_their_dates() -> None:
    world = world_of("albania-full")
    tied = {(entry.kind, entry.of) for entry in world.history if entry.kind}
    events = {each.id: index for index, each in enumerate(world.events)}
    congresses = {each.id: index for index, each in enumerate(world.congresses)}
    for name in ("italy_collapse", "zall_herr", "general_staff", "first_brigade", "balli_founded", "shkodra_free"):
        assert ("event", events[name]) in tied, name
    for name in ("party_founded", "peze", "permet", "berat", "democratic_front"):
        assert ("congress", congresses[name]) in tied, name
    assert ("treaty", next(i for i, each in enumerate(world.instruments) if each.id == "mukje")) in tied
