"""Expectations: every name asks for what it says, an interval is held against a band, and bands are read strictly."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from lanc_game.compile.expect import Expectation, Matter, Question, band_of, questions
from lanc_game.engine.names import Grade, Manner, Relation
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.model.base import BAND_FORM
from lanc_game.simulate import GameResult, GameSpec, expect_json, expect_text, expected_of, measure, play_game
from lanc_game.simulate.dealings import Dealings, Pact, Split
from lanc_game.simulate.expect import Finding, Measured, came_about
from lanc_game.simulate.games import Relating
from lanc_game.simulate.statistics import Share, wilson
from lanc_game.workshop.load import load

SCENARIOS = Path(__file__).parents[2] / "scenarios"
QUIET = Dealings((), (), (), (), (), ())


@pytest.fixture(scope="module")
def banners() -> tuple[World, Json]:
    loaded = load(SCENARIOS / "two-banners")
    assert loaded.world is not None
    return loaded.world, loaded.document


@pytest.fixture(scope="module")
def quiet(banners: tuple[World, Json]) -> GameResult:
    """A game in which nothing that can be asked for came about."""
    world, document = banners
    sides = len(world.factions)
    played = play_game(world, document, GameSpec(1, {faction.id: "random" for faction in world.factions}))
    return replace(played, grades=(-1,) * sides, events=(), relations=(), dealings=QUIET)


def asks(world: World, name: str) -> Question:
    return dict(questions(world))[name]


def test_what_can_be_asked_for(banners: tuple[World, Json]) -> None:
    world, _ = banners
    names = [name for name, _ in questions(world)]
    assert len(names) == len(set(names))
    assert {
        "hill_marginal", "star_substantial", "crown_decisive", "oath_signed", "truce_broken", "event_rain",
        "gathering_held", "shepherds_leaves", "war_hill_star", "war_star_hill",
    } <= set(names)  # fmt: skip
    assert asks(world, "war_star_hill") == asks(world, "war_hill_star")
    crown = world.faction_index["crown"]
    sides = [replace(side, measures=()) if at == crown else side for at, side in enumerate(world.factions)]
    fewer = {name for name, _ in questions(replace(world, factions=tuple(sides)))}
    assert set(names) - fewer == {"crown_marginal", "crown_substantial", "crown_decisive"}, "nobody judges it"


def games_that_did(world: World, quiet: GameResult) -> dict[str, GameResult]:
    """A game for each name, in which this came about and next to nothing else did."""
    oath = asks(world, "oath_signed").subject
    event, wing = asks(world, "event_rain").subject, asks(world, "shepherds_leaves").subject
    torn = Pact(oath, 0, 1, (0, 0), 3, 5, Manner.OPENLY)
    home = Split(wing, world.wings[wing].faction, -1, 4)
    war = Relating(1, 0, Relation.WAR, 2)
    return {
        "hill_substantial": replace(quiet, grades=(Grade.SUBSTANTIAL, *quiet.grades[1:])),
        "oath_signed": replace(quiet, dealings=QUIET._replace(pacts=(torn._replace(ended=-1, manner=-1),))),
        "oath_broken": replace(quiet, dealings=QUIET._replace(pacts=(torn,))),
        "event_rain": replace(quiet, events=((event, 1),)),
        "gathering_held": replace(quiet, dealings=QUIET._replace(congresses=((0, (1, 2)),))),
        "shepherds_leaves": replace(quiet, dealings=QUIET._replace(splits=(home,))),
        "war_hill_star": replace(quiet, relations=(war,)),
    }


def test_each_is_counted_where_it_came_about(banners: tuple[World, Json], quiet: GameResult) -> None:
    world, _ = banners
    games = games_that_did(world, quiet)
    implied = {("oath_signed", "oath_broken"), ("hill_marginal", "hill_substantial")}
    for name in [*games, "hill_marginal", "hill_decisive", "truce_signed", "truce_broken", "teachers_leaves"]:
        for kind, game in games.items():
            wanted = name == kind or (name, kind) in implied
            assert came_about(world, asks(world, name), game) is wanted, (name, kind)
        assert not came_about(world, asks(world, name), quiet), name


def test_a_lapse_is_no_breach_and_a_second_walk_is_no_first(banners: tuple[World, Json], quiet: GameResult) -> None:
    world, _ = banners
    oath, wing = asks(world, "oath_broken").subject, asks(world, "shepherds_leaves").subject
    lapsed = Pact(oath, 0, 1, (0, 0), 3, 5, Manner.LAPSE)
    other_side = (world.wings[wing].faction + 1) % len(world.factions)
    game = replace(quiet, dealings=QUIET._replace(pacts=(lapsed,), splits=(Split(wing, other_side, -1, 4),)))
    assert came_about(world, asks(world, "oath_signed"), game)
    assert not came_about(world, asks(world, "oath_broken"), game)
    assert not came_about(world, asks(world, "shepherds_leaves"), game)


def test_a_war_from_the_first_day_counts(banners: tuple[World, Json], quiet: GameResult) -> None:
    world, _ = banners
    at_war = replace(world, start=replace(world.start, relations=((2, 1, Relation.WAR),)))
    assert came_about(at_war, asks(world, "war_star_crown"), quiet)
    assert not came_about(at_war, asks(world, "war_hill_star"), quiet)


@pytest.mark.parametrize(
    ("share", "finding"),
    [
        (Share(50, 100, 0.40, 0.60), Finding.HOLDS),  # an edge belongs to the band
        (Share(50, 100, 0.39, 0.55), Finding.OPEN),
        (Share(50, 100, 0.45, 0.61), Finding.OPEN),
        (Share(50, 100, 0.10, 0.90), Finding.OPEN),
        (Share(50, 100, 0.30, 0.40), Finding.OPEN),
        (Share(50, 100, 0.30, 0.39), Finding.MISSED),
        (Share(50, 100, 0.61, 0.70), Finding.MISSED),
        (wilson(0, 0), Finding.OPEN),
    ],
)
def test_an_interval_is_held_against_the_band(share: Share, finding: Finding) -> None:
    assert Measured(Expectation("x", Question(Matter.EVENT, 0), 400, 600), share).finding is finding


def test_always_and_never_can_be_expected() -> None:
    always, never = (Expectation("x", Question(Matter.EVENT, 0), *band) for band in ((900, 1000), (0, 100)))
    assert Measured(always, wilson(60, 60)).finding is Finding.HOLDS
    assert Measured(never, wilson(0, 60)).finding is Finding.HOLDS
    assert Measured(always, wilson(0, 60)).finding is Finding.MISSED


@pytest.mark.parametrize(("text", "band"), [("0.35..0.75", (350, 750)), ("0..1", (0, 1000)), ("0.005..1.0", (5, 1000))])
def test_bands_are_thousandths(text: str, band: tuple[int, int]) -> None:
    assert re.match(BAND_FORM, text)
    assert band_of(text) == band


@pytest.mark.parametrize(
    "text",
    ["", "0.3", "0.3-0.7", "0.3...0.7", "0.3..1.1", ".3..0.7", "-0.1..0.5", "0.3 .. 0.7", "0.1234..0.5", "0,3..0,7"],
)
def test_nothing_else_is_a_band(text: str) -> None:
    assert not re.match(BAND_FORM, text)


def test_a_scenario_is_measured(banners: tuple[World, Json], quiet: GameResult) -> None:
    world, document = banners
    assert isinstance(document, dict)
    assert expected_of(world, document) == ()
    stated: Json = {"oath_signed": "0.5..0.9", "event_rain": "0..0.2", "war_star_hill": "0.2..0.9"}
    games = games_that_did(world, quiet)
    results = [games["oath_signed"]] * 28 + [games["event_rain"]] * 12
    measured = measure(world, expected_of(world, {**document, "expect": stated}), results)
    assert [one.share.hits for one in measured] == [28, 12, 0]
    assert [one.finding for one in measured] == [Finding.HOLDS, Finding.OPEN, Finding.MISSED]
    text = expect_text(measured)
    assert re.search(r"^oath_signed +70\.0 \(55-82\)  in 50-90 +holds$", text, re.MULTILINE)
    assert re.search(r"^event_rain +30\.0 .* in 0-20 +too few games to tell$", text, re.MULTILINE)
    assert text.splitlines()[-1] == "holds: 1, missed: 1, too few games to tell: 1"
    data = expect_json(measured)
    assert json.loads(json.dumps(data)) == data
    assert data["war_star_hill"] == {
        "games": {"count": 0, "of": 40, "share": 0, "low": 0, "high": 876},
        "band": {"low": 2000, "high": 9000},
        "finding": "missed",
    }


def test_lines_stay_narrow() -> None:
    name = "war_" + "a" * 40 + "_" + "b" * 40
    found = [Measured(Expectation(name, Question(Matter.WAR, 0, 1), 105, 995), wilson(3, 9))]
    assert max(map(len, expect_text(found).splitlines())) <= 100
    assert name in expect_text(found)


def test_the_page_shows_what_can_be_written(tmp_path: Path) -> None:
    page = (SCENARIOS.parent / "docs" / "writing-scenarios.md").read_text(encoding="utf-8")
    [block] = re.findall(r"```yaml\n(expect:\n.*?)```", page, re.DOTALL)
    file = tmp_path / "expecting.yaml"
    file.write_text(f"extends: two-banners\n{block}", encoding="utf-8")
    loaded = load(file)
    assert loaded.reports == ()
    assert loaded.world is not None
    shown = expected_of(loaded.world, loaded.document)
    assert {one.question.matter for one in shown} == set(Matter)
    table = page.split("counts the games in which")[1].split("\n\n")[0]
    for ending in (
        "_marginal",
        "_substantial",
        "_decisive",
        "_signed",
        "_broken",
        "_held",
        "_leaves",
        "event_",
        "war_",
    ):
        assert ending in table


def test_the_campaign_states_what_it_expects() -> None:
    loaded = load(SCENARIOS / "albania-1942")
    assert loaded.world is not None
    expected = expected_of(loaded.world, loaded.document)
    matters = {one.question.matter for one in expected}
    assert matters == set(Matter), "a sample of every kind"
    assert all(0 <= one.low < one.high <= 1000 for one in expected)
