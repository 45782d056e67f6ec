"""The long campaign: it begins as April 1939 did, sleeps until there is a reason to wake, and reaches the vote of 1945."""

from pathlib import Path

import pytest

from lanc_game.engine.effects import ChangeFaction, ChangeRegions
from lanc_game.engine.names import Figure, Status
from lanc_game.engine.opening import opening
from lanc_game.engine.state import State
from lanc_game.engine.world import World
from lanc_game.simulate.games import GameResult, GameSpec, play_game
from lanc_game.workshop.load import load

SCENARIO = Path(__file__).parents[2] / "scenarios" / "albania-full"
SEEDS = (3, 5)


@pytest.fixture(scope="module")
def world() -> World:
    loaded = load(SCENARIO)
    assert not loaded.reports
    assert loaded.world is not None
    return loaded.world


@pytest.fixture(scope="module")
def start(world: World) -> State:
    return opening(world)


@pytest.fixture(scope="module", params=SEEDS)
def game(world: World, request: pytest.FixtureRequest) -> GameResult:
    """One whole war, every seat an ordinary bot."""
    return play_game(world, {}, GameSpec(seed=int(request.param), bots={}))


def turn_of(world: World, label: str) -> int:
    return [turn.label for turn in world.turns].index(label)


def happened(world: World, game: GameResult) -> dict[str, str]:
    return {world.events[event].id: world.turns[turn].label for event, turn in game.events}


def test_it_runs_from_the_landing_to_the_vote(world: World) -> None:
    assert len(world.turns) == 81
    assert [world.turns[0].label, world.turns[-1].label] == ["1939-04", "1945-12"]


def test_italy_holds_every_town_of_the_country_and_none_beyond_it(world: World, start: State) -> None:
    italy, kingdom = world.faction_index["italy"], world.faction_index["kingdom"]
    for index, region in enumerate(world.regions):
        holder = italy if "proper" in region.zones else kingdom
        assert start.town[index] == holder, region.id


def test_who_is_not_there_yet_is_not_there(world: World, start: State) -> None:
    for name in ("greece", "germany", "yug", "chetniks"):
        assert start.status[world.faction_index[name]] == Status.OFF_MAP
    for name in ("bk", "leg", "league"):
        assert start.status[world.faction_index[name]] == Status.UNBORN


def test_the_groups_are_a_handful_until_there_is_a_party(world: World, game: GameResult) -> None:
    lnc = world.faction_index["lnc"]
    for label in ("1939-04", "1940-04", "1940-12"):
        assert 14 <= game.series[turn_of(world, label)][lnc].men <= 150, label
    assert 300 <= game.series[turn_of(world, "1942-09")][lnc].men <= 3500


def test_italy_has_no_town_in_kosovo_before_the_kingdom_falls(world: World, game: GameResult) -> None:
    italy = world.faction_index["italy"]
    assert game.series[turn_of(world, "1940-10")][italy].towns <= 19
    assert game.series[turn_of(world, "1941-07")][italy].towns >= 22


def test_the_greeks_come_and_go(world: World, game: GameResult) -> None:
    greece = world.faction_index["greece"]
    men = [game.series[turn_of(world, label)][greece].men for label in ("1940-10", "1941-03", "1941-06")]
    assert men[0] == 0
    assert men[1] >= 40_000
    assert men[2] == 0


def test_the_war_goes_on_after_the_germans_and_ends_in_a_vote(world: World, game: GameResult) -> None:
    dates = happened(world, game)
    assert dates["italy_collapse"] < dates["germany_gone"] < "1945-07"
    assert game.months == 81
    assert min(game.grades[world.faction_index[name]] for name in ("lnc", "bk", "leg", "italy", "germany")) >= 0
    if "election" in dates:
        assert dates["electoral_law"] < dates["election"]
        assert ("vote_single" in dates) != ("vote_open" in dates)


PUT_TO_DEATH = (
    ("special_court", "death"),
    ("koplik_after", "courts"),
    ("prek_cali", "shoot"),
    ("northern_rifles", "hostages"),
    ("battalions_refuse", "every_tenth"),
)


@pytest.mark.parametrize(("event", "answer"), PUT_TO_DEATH)
def test_executions_are_never_a_reward(world: World, event: str, answer: str) -> None:
    """They cost standing, bring fear, and give nobody who orders them cadres, arms or stores."""
    definition = next(each for each in world.events if each.id == event)
    chooser = definition.choosers[0]
    effects = next(option for option in definition.options if option.id == answer).effects
    own = {each.figure: each.by for each in effects if isinstance(each, ChangeFaction) and each.faction == chooser}
    assert own[Figure.STANDING] < 0
    assert all(own.get(figure, 0) <= 0 for figure in (Figure.CADRES, Figure.ARMS, Figure.SUPPLIES, Figure.OUTPUT))
    assert any(isinstance(each, ChangeRegions) and each.figure is Figure.FEAR and each.by > 0 for each in effects)
