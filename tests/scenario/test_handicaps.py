"""Handicaps: a line in the header that makes what some sides have more or less, and nothing else."""

import copy
import dataclasses
import doctest
from pathlib import Path

import pytest

from lanc_game.chronicle import handicaps as chronicle_handicaps
from lanc_game.compile import build, handicaps
from lanc_game.compile.handicaps import part_of, with_handicaps
from lanc_game.engine.codec import decode_world, encode
from lanc_game.engine.state import Json
from lanc_game.engine.world import FactionDef, World
from lanc_game.workshop.load import load

VALLEYS = Path(__file__).parents[2] / "scenarios" / "four-valleys"
HILL, STAR, CROWN = 0, 1, 2
MEANS = ("cadres", "cadres_base", "arms", "supplies", "home_arms", "home_supplies")


@pytest.fixture(scope="module")
def valleys() -> tuple[World, Json]:
    loaded = load(VALLEYS)
    assert loaded.world is not None
    return loaded.world, loaded.document


def built(document: Json) -> World:
    world, problems = build(document)
    assert world is not None, problems
    return world


def means(faction: FactionDef) -> tuple[int, ...]:
    return tuple(getattr(faction, name) for name in MEANS)


def test_a_scenario_may_state_them(tmp_path: Path) -> None:
    file = tmp_path / "uneven.yaml"
    file.write_text("extends: four-valleys\nscenario: {handicaps: {crown: 60, star: 150}}\n", encoding="utf-8")
    loaded = load(file)
    assert loaded.world is not None, loaded.reports
    assert loaded.reports == ()
    assert [faction.handicap for faction in loaded.world.factions] == [100, 150, 60]
    assert means(loaded.world.factions[CROWN]) == (2, 2, 1800, 240, 18, 252)
    assert means(loaded.world.factions[STAR]) == (5, 5, 240, 90, 0, 0)


def test_nothing_but_the_means_changes(valleys: tuple[World, Json]) -> None:
    plain, document = valleys
    uneven = built(with_handicaps(document, {"crown": 60}))
    restored = dataclasses.replace(
        uneven.factions[CROWN],
        handicap=100,
        **{name: getattr(plain.factions[CROWN], name) for name in MEANS},
    )
    factions = (*uneven.factions[:CROWN], restored)
    assert uneven.digest != plain.digest
    assert encode(dataclasses.replace(uneven, factions=factions, digest=plain.digest)) == encode(plain)


def test_the_document_given_is_left_alone(valleys: tuple[World, Json]) -> None:
    _, document = valleys
    before = copy.deepcopy(document)
    assert with_handicaps(document, {"hill": 80}) != before
    assert document == before


def test_a_hundred_takes_it_back_and_leaves_no_trace(valleys: tuple[World, Json]) -> None:
    plain, document = valleys
    assert built(with_handicaps(document, {"hill": 100})).digest == plain.digest
    uneven = with_handicaps(document, {"hill": 80, "star": 120})
    assert with_handicaps(uneven, {"star": 100}) == with_handicaps(document, {"hill": 80})
    assert with_handicaps(uneven, {"star": 100, "hill": 100}) == document


def test_the_order_in_which_they_are_named_does_not_matter(valleys: tuple[World, Json]) -> None:
    _, document = valleys
    one, other = {"star": 120, "hill": 80}, {"hill": 80, "star": 120}
    assert built(with_handicaps(document, one)).digest == built(with_handicaps(document, other)).digest


def test_a_world_is_kept_with_them(valleys: tuple[World, Json]) -> None:
    uneven = built(with_handicaps(valleys[1], {"hill": 80}))
    assert decode_world(encode(uneven)).factions == uneven.factions


def test_who_has_something_keeps_something() -> None:
    assert all(part_of(1, percent) >= 1 for percent in range(50, 201))
    assert all(part_of(0, percent) == 0 for percent in range(50, 201))
    assert all(part_of(amount, 100) == amount for amount in range(1000))


@pytest.mark.parametrize("document", [None, [], {}, {"scenario": "four-valleys"}])
def test_what_is_no_scenario_has_no_handicaps(document: Json) -> None:
    with pytest.raises(ValueError, match="`scenario` section"):
        with_handicaps(document, {"hill": 80})


def test_the_examples_in_the_code_hold() -> None:
    for module in (handicaps, chronicle_handicaps):
        found = doctest.testmod(module)
        assert found.attempted > 0
        assert found.failed == 0
