"""Whether the opponents of the shipped campaign are worth beating and have characters of their own. Minutes long."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.simulate import simulate
from lanc_game.simulate.ladder import climb
from lanc_game.simulate.quality_json import quality_json
from lanc_game.workshop.load import load

SCENARIO = Path(__file__).parents[2] / "scenarios" / "albania-1942"
JOBS = min(4, os.cpu_count() or 1)
GAMES = 200
PAIRS = 200  # a step of the ladder
APART = 1000  # ten-thousandths of a Jensen-Shannon distance
SEASON = 3  # months
EVENTS = 0.95  # of them have to come about in some game


def albania() -> tuple[World, Json]:
    loaded = load(SCENARIO)
    assert loaded.world is not None
    return loaded.world, loaded.document


@pytest.fixture(scope="module")
def quality() -> dict[str, Json]:
    world, document = albania()
    return quality_json(simulate(document, world=world, games=GAMES, jobs=JOBS))


def at(data: Json, *path: str | int) -> Json:
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data[step]
        else:
            assert isinstance(data, list)
            assert isinstance(step, int)
            data = data[step]
    return data


def number(data: Json, *path: str | int) -> int:
    found = at(data, *path)
    assert isinstance(found, int)
    return found


def rows(data: Json, *path: str | int) -> list[Json]:
    found = at(data, *path)
    assert isinstance(found, list)
    return found


@pytest.mark.slow
def test_sides_of_a_kind_play_differently(quality: dict[str, Json]) -> None:
    pairs = rows(quality, "distances")
    assert len(pairs) >= 6
    assert all(number(pair, "distance") >= APART for pair in pairs)


@pytest.mark.slow
def test_nobody_sleeps_for_a_season(quality: dict[str, Json]) -> None:
    idle = at(quality, "idleness")
    assert isinstance(idle, dict)
    for side, runs in idle.items():
        assert number(runs, "longest_run", "high") < SEASON, side
        assert number(runs, "three_months_or_more", "share") <= 500, side


@pytest.mark.slow
def test_balli_avoids_open_war_with_italy_more_than_lanc_does(quality: dict[str, Json]) -> None:
    months = {
        tuple(rows(row, "between")): number(row, "months") / max(1, number(row, "months_both_in_play"))
        for row in rows(quality, "open_war")
    }
    assert months["bk", "italy"] < months["lnc", "italy"] / 2


@pytest.mark.slow
def test_germans_keep_to_roads_and_towns(quality: dict[str, Json]) -> None:
    posts = at(quality, "posts", "germany")
    assert number(posts, "men_in_road_country") > number(posts, "regions_in_road_country")


@pytest.mark.slow
def test_every_order_is_given_and_nearly_every_event_happens(quality: dict[str, Json]) -> None:
    assert rows(quality, "coverage", "verbs", "missing") == []
    assert number(quality, "coverage", "events", "seen") >= EVENTS * number(quality, "coverage", "events", "of")


@pytest.mark.slow
def test_each_level_is_better_than_the_one_below() -> None:
    """Half an hour on two cores: an expert's game takes about ten seconds."""
    world, document = albania()
    ladder = climb(document, world=world, pairs=PAIRS, jobs=JOBS)
    assert [(step.weaker, step.stronger) for step in ladder.steps if not step.holds] == []
