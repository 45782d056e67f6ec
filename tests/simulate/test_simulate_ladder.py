"""The ladder: every game once, pairs told apart by grade and then by score, a promise that can be broken."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from lanc_game.bots import BOTS
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.simulate import GameResult, GameSpec, Played, SimulateError, climb, ladder_json, ladder_text, play_game
from lanc_game.simulate.ladder import RUNGS, Ladder, Pairs, Step
from lanc_game.workshop.load import load

SCENARIOS = Path(__file__).parents[2] / "scenarios"
SEATS = ("hill", "star", "crown")

Outcome = Callable[[str, str, int], tuple[int, int]]
"""Grade and score of a seat that this level plays with this seed."""


@pytest.fixture(scope="module")
def valleys() -> tuple[World, Json]:
    loaded = load(SCENARIOS / "four-valleys")
    assert loaded.world is not None
    return loaded.world, loaded.document


@pytest.fixture(scope="module")
def sample(valleys: tuple[World, Json]) -> GameResult:
    world, document = valleys
    return play_game(world, document, GameSpec(1, {faction.id: "random" for faction in world.factions}))


class Told:
    """Plays no games: says what each came to, and remembers which were asked for."""

    def __init__(self, world: World, sample: GameResult, outcome: Outcome, most: int | None = None) -> None:
        self.world = world
        self.sample = sample
        self.outcome = outcome
        self.most = most
        self.asked: list[GameSpec] = []

    def __call__(self, _world: World, _document: Json, specs: Sequence[GameSpec], *_: object) -> Played:
        self.asked = list(specs)
        done = {place: self.result(spec) for place, spec in enumerate(specs[: self.most])}
        return Played.of(done, len(specs))

    def result(self, spec: GameSpec) -> GameResult:
        told = [self.outcome(faction.id, spec.bots[faction.id], spec.seed) for faction in self.world.factions]
        return replace(
            self.sample,
            seed=spec.seed,
            grades=tuple(grade for grade, _ in told),
            scores=tuple(score for _, score in told),
        )


@pytest.fixture
def told(
    valleys: tuple[World, Json], sample: GameResult, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[Told, Ladder]]:
    world, document = valleys

    def play(
        outcome: Outcome, *, pairs: int = 6, most: int | None = None, level: str = "regular"
    ) -> tuple[Told, Ladder]:
        player = Told(world, sample, outcome, most)
        monkeypatch.setattr("lanc_game.simulate.ladder.play_all", player)
        return player, climb(document, world=world, pairs=pairs, seed=5, level=level)

    return play


def as_it_should_be(seat: str, level: str, seed: int) -> tuple[int, int]:
    return 1, RUNGS.index(level)


def test_every_level_is_a_bot() -> None:
    assert set(RUNGS) <= set(BOTS)


@pytest.mark.parametrize("level", ["regular", "novice"])
def test_every_game_is_played_once(told: Callable[..., tuple[Told, Ladder]], level: str) -> None:
    player, ladder = told(as_it_should_be, pairs=7, level=level)
    assert ladder.seeds == 3, "seven pairs over three seats, rounded up"
    games = Counter((spec.seed, tuple(spec.bots.items())) for spec in player.asked)
    assert set(games.values()) == {1}
    assert len(games) == 3 * (3 * len(SEATS) + 1), "what all play at is the same game in every seat"
    for spec in player.asked:
        others = [bot for bot in spec.bots.values() if bot != level]
        assert len(others) <= 1, "one seat at most differs from the rest"
    for step in ladder.steps:
        assert list(step.seats.values()) == [Pairs(3, 0, 0)] * 3
    assert ladder.holds


def test_the_grade_decides_and_then_the_score(told: Callable[..., tuple[Told, Ladder]]) -> None:
    outcomes = {"random": (-1, 0), "novice": (-1, 0), "regular": (0, 90), "expert": (1, 10)}
    _, ladder = told(
        lambda seat, level, seed: outcomes[level] if seat == "hill" else as_it_should_be(seat, level, seed)
    )
    hill = [step.seats[0] for step in ladder.steps]
    assert hill == [Pairs(0, 0, 2), Pairs(2, 0, 0), Pairs(2, 0, 0)]
    assert ladder.steps[0].pooled == Pairs(4, 0, 2)
    assert ladder.steps[0].pooled.share.of == 4, "ties do not count"
    assert ladder.holds, "a seat in which nothing differs is not below anything"


def test_a_seat_below_half_breaks_the_promise(told: Callable[..., tuple[Told, Ladder]]) -> None:
    def outcome(seat: str, level: str, seed: int) -> tuple[int, int]:
        turned = seat == "crown" and level == "expert" and seed < 8
        return 1, 0 if turned else RUNGS.index(level) + 1

    _, ladder = told(outcome, pairs=15)
    assert [step.holds for step in ladder.steps] == [True, True, False]
    last = ladder.steps[-1]
    assert last.seats[2] == Pairs(2, 3, 0)
    assert last.pooled == Pairs(12, 3, 0)
    assert last.pooled.reaches(65)
    assert last.below == [2]
    text = ladder_text(ladder)
    assert "does not hold: Crown is below 50" in text
    assert "The ladder does not hold" in text


def test_the_pool_has_to_reach_its_share() -> None:
    assert Pairs(65, 35, 100).reaches(65)
    assert not Pairs(64, 35, 0).reaches(65)
    assert not Pairs(0, 0, 9).reaches(0), "of nothing but ties no share can be said"
    assert Step("a", "b", {0: Pairs(65, 35, 0), 1: Pairs(0, 0, 4)}).holds
    assert not Step("a", "b", {0: Pairs(64, 36, 0)}).holds
    assert not Step("a", "b", {0: Pairs(100, 0, 0), 1: Pairs(4, 5, 0)}).holds


def test_only_whole_pairs_count(told: Callable[..., tuple[Told, Ladder]]) -> None:
    player, ladder = told(as_it_should_be, pairs=9, most=12)
    assert ladder.partial
    assert (ladder.games, ladder.asked) == (12, 30)
    done = player.asked[:12]
    for step in ladder.steps:
        for seat, pairs in step.seats.items():
            played = Counter(
                spec.seed
                for level in (step.weaker, step.stronger)
                for spec in done
                if dict(spec.bots) == {name: level if name == SEATS[seat] else "regular" for name in SEATS}
            )
            assert pairs.better == sum(games == 2 for games in played.values())
    text = ladder_text(ladder)
    assert "Interrupted: 12 of 30 games" in text
    assert sum(step.pooled.better for step in ladder.steps) > 0


def test_text_and_json_tell_the_same(told: Callable[..., tuple[Told, Ladder]]) -> None:
    _, ladder = told(as_it_should_be)
    assert max(map(len, ladder_text(ladder).splitlines())) <= 100
    data = ladder_json(ladder)
    assert json.loads(json.dumps(data)) == data
    assert data["holds"] is True
    steps = data["steps"]
    assert isinstance(steps, list)
    assert [(step["weaker"], step["stronger"]) for step in steps if isinstance(step, dict)] == [
        ("random", "novice"),
        ("novice", "regular"),
        ("regular", "expert"),
    ]
    first = steps[0]
    assert isinstance(first, dict)
    assert first["pooled"] == {
        "better": 6,
        "worse": 0,
        "tied": 0,
        "share": {"count": 6, "of": 6, "share": 10000, "low": 6097, "high": 10000},
    }
    assert isinstance(first["seats"], dict)
    assert list(first["seats"]) == list(SEATS)


def test_more_processes_change_nothing(valleys: tuple[World, Json]) -> None:
    world, document = valleys
    found = [climb(document, world=world, pairs=3, seed=2, jobs=jobs) for jobs in (1, 2)]
    assert ladder_json(found[0]) == ladder_json(found[1])
    assert ladder_text(found[0]) == ladder_text(found[1])
    assert found[0].asked == found[0].games == 10


def test_interruption_keeps_what_is_done(valleys: tuple[World, Json]) -> None:
    world, document = valleys

    def stop(done: int, _: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    ladder = climb(document, world=world, pairs=3, seed=2, progress=stop)
    assert ladder.games == 3
    assert [step.pooled.better + step.pooled.worse + step.pooled.tied for step in ladder.steps] == [1, 1, 0]


def test_who_cannot_be_played_is_not_measured(valleys: tuple[World, Json]) -> None:
    world, document = valleys
    nobody = replace(world, factions=tuple(replace(faction, playable=False) for faction in world.factions))
    with pytest.raises(SimulateError, match="no side of this scenario") as refused:
        climb(document, world=nobody)
    assert "playable" in refused.value.help
    with pytest.raises(SimulateError, match="no bot"):
        climb(document, world=world, level="regulr", pairs=3)
