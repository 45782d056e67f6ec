"""How a game went, as figures: leads, drama, clear results, snowballs, choice and treaties, each computed by hand once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from lanc_game.simulate import GameResult, simulate
from lanc_game.simulate.dealings import Dealings, Pact
from lanc_game.simulate.quality import (
    alliances,
    alone_in_grade,
    anyone,
    choice,
    clear_winner,
    decisive,
    drama,
    lasting_changes,
    lead_changes,
    snowball,
    trail,
    winners,
)
from lanc_game.simulate.watch import Sample
from lanc_game.workshop.load import load

ROOT = Path(__file__).resolve().parents[2]
HILL, STAR, CROWN = 0, 1, 2


@pytest.fixture(scope="module")
def game() -> GameResult:
    loaded = load(ROOT / "scenarios" / "two-banners")
    return simulate(loaded.document, world=loaded.world, games=1, seed=1).results[0]


def stood(game: GameResult, *standings: tuple[int, ...]) -> GameResult:
    """Return a game with other scores by month."""
    return replace(game, watched=game.watched._replace(standings=standings))


def test_every_other_sole_leader_is_a_change_of_the_lead() -> None:
    assert lead_changes([[10, 5], [10, 11], [12, 11], [12, 13], [14, 13]]) == 4
    assert lead_changes([[10, 5], [10, 15], [10, 15]]) == 1, "who stays ahead changes nothing more"
    assert lead_changes([[10, 5], [10, 10], [11, 10]]) == 0, "neither a tie nor the same leader after it"
    assert lead_changes([[10, 5], [10, 10], [10, 11]]) == 1, "another after a tie does"
    assert lead_changes([[9, 0, 0], [0, 9, 0], [0, 0, 9], [0, 0, 0], [0, 0, 9]]) == 2


def test_flicker_is_no_lasting_change() -> None:
    assert lasting_changes([[10, 5], [10, 11], [12, 11], [12, 13], [14, 13]]) == 0
    assert lasting_changes([[10, 5], [10, 15], [16, 15], [16, 15]]) == 2, "five points at once"
    assert lasting_changes([[10, 5], [10, 14], [15, 14], [15, 14]]) == 0, "four points are not enough"
    assert lasting_changes([[10, 5], [10, 11], [10, 11], [30, 11]]) == 2, "the second month in a row; then by nineteen"
    assert lasting_changes([[10, 5], [10, 10], [5, 10], [10, 10]]) == 1, "while two share it, it stays"
    assert lasting_changes([[10, 5], [10, 4], [10, 11]]) == 1, "at the end any lead counts"


@pytest.mark.parametrize("count", [lead_changes, lasting_changes])
def test_the_first_leader_changes_nothing(count: Callable[[Sequence[Sequence[int]]], int]) -> None:
    assert count([[0, 0], [0, 0], [0, 9], [0, 9]]) == 0
    assert count([[0, 0], [0, 0]]) == 0
    assert count([]) == 0


def test_no_more_changes_last_than_there_are() -> None:
    games = list(product(product((0, 3, 9), repeat=2), repeat=4))
    fewer = [lead_changes(standings) - lasting_changes(standings) for standings in games]
    assert min(fewer) == 0
    assert max(fewer) == 3, "the lead flickers every month"


def test_how_far_the_winner_had_been_behind() -> None:
    found = trail([[50, 34, 0], [40, 36, 0], [40, 41, 0], [10, 60, 12]])
    assert found is not None
    assert (found.winner, found.months, found.of) == (1, 2, 3)
    assert found.points == pytest.approx(10)
    assert found.severity == pytest.approx((0.4 + 0.2) / 2)
    assert trail([[50, 34], [60, 60]]) is None
    never = trail([[5, 0], [9, 0]])
    assert never is not None
    assert (never.months, never.points, never.severity) == (0, 0, 0)


def test_drama_is_over_games_with_a_winner(game: GameResult) -> None:
    behind = stood(game, (50, 34, 0), (50, 34, 0), (20, 90, 0))
    ahead = stood(game, (60, 34, 0), (60, 34, 0), (90, 20, 0))
    drawn = stood(game, (60, 34, 0), (60, 34, 0), (90, 90, 0))
    found = drama([behind, ahead, drawn])
    assert (found.behind.hits, found.behind.of) == (1, 2)
    assert found.months == pytest.approx(0.5)
    assert found.points == pytest.approx(16)
    assert found.severity == pytest.approx(0.2)


ENDS = {  # name: grades, scores, who has won clearly
    "above in grade, whatever the scores": ((2, 1, 0), (50, 49, 60), HILL),
    "five points ahead in its grade": ((2, 2, 0), (60, 55, 90), HILL),
    "four points are not enough": ((2, 0, 2), (60, 0, 56), -1),
    "all alike": ((3, 3, 3), (80, 80, 80), -1),
    "one of three is too near": ((2, 2, 2), (50, 66, 62), -1),
    "the best grade is less than substantial": ((1, 0, 0), (90, 10, 10), -1),
    "nobody was judged": ((-1, -1, -1), (0, 0, 0), -1),
    "the third, by grade": ((-1, -1, 2), (0, 0, 55), CROWN),
    "the second, by score": ((3, 3, 2), (75, 81, 99), STAR),
}


@pytest.mark.parametrize("name", ENDS)
def test_a_clear_winner_is_above_in_grade_or_well_ahead_in_it(name: str) -> None:
    grades, scores, winner = ENDS[name]
    assert clear_winner(grades, scores) == winner


def test_clear_results_are_counted_beside_the_strict_and_the_loose_reading(game: GameResult) -> None:
    games = [replace(game, grades=grades, scores=scores) for grades, scores, _ in ENDS.values()]
    assert {faction: share.hits for faction, share in winners(games).items()} == {-1: 5, HILL: 2, STAR: 1, CROWN: 1}
    assert (alone_in_grade(games).hits, decisive(games).hits, anyone(games).hits) == (2, 4, 7)
    assert alone_in_grade(games).of == decisive(games).of == anyone(games).of == len(ENDS)


def test_a_snowball_shows_in_the_sixth_month(game: GameResult) -> None:
    def ended(early: int, late: int, months: int = 12) -> GameResult:
        standings = [(early if turn == 6 else 0, 7, 0) for turn in range(months + 1)]
        return replace(stood(game, *standings), months=months, scores=(late, 7, 0))

    rolling = [ended(early, 2 * early + 3) for early in range(10, 20)]
    found = snowball(rolling, HILL)
    assert found is not None
    assert found.r == pytest.approx(1)
    assert found.of == 10
    turned = snowball([*rolling, *(ended(early, 99, months=6) for early in range(5))], HILL)
    assert turned == found, "games that were over by then say nothing"
    assert snowball(rolling, STAR) is None


def test_choice_leaves_out_months_without_one() -> None:
    looks = [Sample(0, 0, 1, 1, 0), Sample(1, 0, 10, 3, 6), Sample(2, 1, 20, 5, 1), Sample(3, 1, 0, 0, 0)]
    found = choice(looks)
    assert (found.months, found.factor) == (4, 15)
    assert found.verbs == pytest.approx(9 / 4)
    assert (found.real.hits, found.real.of) == (1, 4)
    assert choice([]).factor == 0


def test_how_long_treaties_live() -> None:
    games = [
        Dealings((Pact(0, 0, 1, (), 2, 5, 1), Pact(1, 0, 1, (), 3, 4, 1)), (), (), (), (), ()),
        Dealings((Pact(1, 0, 1, (), 6, -1, -1),), (), (), (), (), ()),
    ]
    found = alliances(games)
    assert (found.signed, found.months.low, found.months.high, found.kept.hits) == (1.5, 1, 3, 1)
    assert alliances(games, [0]).kept.of == 1
