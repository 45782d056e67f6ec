"""Two settings over the same seeds: the same wars, differences by faction, whole pairs only."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lanc_game.engine.names import Grade
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.simulate import Comparison, SimulateError, compare, comparison_json, comparison_text, paired, simulate
from lanc_game.workshop.load import load

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture(scope="module")
def valleys() -> tuple[World, Json]:
    loaded = load(SCENARIOS / "four-valleys")
    assert loaded.world is not None
    return loaded.world, loaded.document


@pytest.fixture(scope="module")
def found(valleys: tuple[World, Json]) -> Comparison:
    world, document = valleys
    return compare(document, {"hill": "random"}, {"star": "novice"}, world=world, games=6, seed=4)


def test_each_setting_is_what_it_is_alone(valleys: tuple[World, Json], found: Comparison) -> None:
    world, document = valleys
    for games, bots in ((found.first, {"hill": "random"}), (found.second, {"star": "novice"})):
        alone = simulate(document, world=world, games=6, seed=4, bots=bots)
        assert [game.digest for game in games] == [game.digest for game in alone.results]
    one = paired(document, "crown", {"hill": "random"}, {"star": "novice"}, world=world, games=6, seed=4)
    assert one == found.of(world.faction_index["crown"])


def test_differences_are_the_first_less_the_second(found: Comparison) -> None:
    hill = found.of(0)
    assert hill.first == tuple(game.scores[0] for game in found.first)
    assert hill.difference.mean == pytest.approx((sum(hill.first) - sum(hill.second)) / 6)
    assert hill.difference.mean < 0, "whoever plays at random does worse"
    first, second = found.rates(0, Grade.MARGINAL)
    assert first.hits == sum(game.grades[0] >= Grade.MARGINAL for game in found.first)
    assert (first.of, second.of) == (6, 6)


def test_more_processes_change_nothing(valleys: tuple[World, Json], found: Comparison) -> None:
    world, document = valleys
    other = compare(document, {"hill": "random"}, {"star": "novice"}, world=world, games=6, seed=4, jobs=2)
    assert comparison_text(other) == comparison_text(found)
    assert comparison_json(other) == comparison_json(found)


def test_text_and_json_tell_who_played_and_what_came_of_it(found: Comparison) -> None:
    lines = comparison_text(found).splitlines()
    assert max(map(len, lines)) <= 100
    assert lines[1:3] == ["first:  every seat regular, hill random", "second: every seat regular, star novice"]
    assert sum(line.startswith(("Hills", "Star", "Crown")) for line in lines) == 6
    data = comparison_json(found)
    assert json.loads(json.dumps(data)) == data
    assert (data["first"], data["second"], data["pairs"]) == ({"hill": "random"}, {"star": "novice"}, 6)
    factions = data["factions"]
    assert isinstance(factions, dict)
    hill = factions["hill"]
    assert isinstance(hill, dict)
    assert isinstance(hill["score"], dict)
    assert hill["score"]["mean"] == round(found.of(0).difference.mean * 100)
    assert isinstance(hill["verdicts"], dict)
    assert set(hill["verdicts"]) == {"marginal", "substantial", "decisive"}


@pytest.mark.parametrize(("games", "whole"), [(1, 0), (4, 2), (5, 2)])
def test_only_whole_pairs_count(valleys: tuple[World, Json], games: int, whole: int) -> None:
    world, document = valleys

    def stop(done: int, of: int) -> None:
        assert of == 12
        if done == games:
            raise KeyboardInterrupt

    found = compare(document, {}, {"star": "novice"}, world=world, games=6, seed=4, progress=stop)
    assert found.partial
    assert len(found.first) == len(found.second) == whole
    assert [game.seed for game in found.first] == [game.seed for game in found.second]
    text = comparison_text(found)
    assert f"Interrupted: {whole} of 6 pairs" in text
    assert ("Verdicts" in text) is (whole > 0)


def test_a_stranger_cannot_be_compared(valleys: tuple[World, Json]) -> None:
    world, document = valleys
    with pytest.raises(SimulateError, match="no faction `hil`"):
        compare(document, {}, {"hil": "novice"}, world=world, games=1)
