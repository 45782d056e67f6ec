"""Whether alliances form, strain and split at plausible rates without a date that forces them. Minutes long."""

from __future__ import annotations

import os
from itertools import combinations
from pathlib import Path

import pytest

from lanc_game.engine.names import Grade, Relation
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.simulate import simulate
from lanc_game.simulate.dealings import at_war_by, choices, first_splits, graphs, splits, treaties
from lanc_game.simulate.report import GRADES, Report
from lanc_game.workshop.load import load

SCENARIOS = Path(__file__).parents[2] / "scenarios"
JOBS = min(4, os.cpu_count() or 1)
GAMES = 400
JANUARY = "1944-01"
CLAUSE, PACT, WING = "kosovo", "mukje", "kupi"
OPTIONS = ("kosovo=union", "kosovo=after_war", "kosovo=blank", "mukje=never")
APART = 0.08


def albania() -> tuple[World, Json]:
    loaded = load(SCENARIOS / "albania-1942")
    assert loaded.world is not None
    return loaded.world, loaded.document


@pytest.fixture(scope="module")
def report() -> Report:
    world, document = albania()
    return simulate(document, world=world, games=GAMES, jobs=JOBS, level="regular")


def _place(world: World, what: str) -> int:
    return [instrument.id for instrument in world.instruments].index(what)


@pytest.mark.slow
def test_the_pact_is_signed_and_broken_at_plausible_rates(report: Report) -> None:
    games = [result.dealings for result in report.results]
    pact = next(t for t in treaties(games, report.world) if t.instrument == _place(report.world, PACT))
    assert 0.40 <= pact.signed.share <= 0.75
    assert len(pact.months) >= 4
    assert 0.60 <= pact.broken_soon.share <= 0.90
    assert pact.kept.hits > 0


@pytest.mark.slow
def test_the_war_among_albanians_comes_about(report: Report) -> None:
    world = report.world
    a, b = world.faction_index["lnc"], world.faction_index["bk"]
    turn = [turn.label for turn in world.turns].index(JANUARY)
    changes = [[tuple(change) for change in result.relations] for result in report.results]
    by_then = at_war_by(changes, a, b, turn + 1)[turn]  # type: ignore[arg-type]
    assert 0.70 <= by_then / GAMES <= 0.95
    assert any(change.relation == Relation.ALLIED for result in report.results for change in result.relations)


@pytest.mark.slow
def test_wings_walk_out_in_some_games_and_not_in_others(report: Report) -> None:
    games = [result.dealings for result in report.results]
    world = report.world
    wing = [wing.id for wing in world.wings].index(WING)
    share, months = next((s, m) for w, s, m, _ in splits(games, world) if w == wing)
    assert 0.50 <= share.share <= 0.85
    assert len(months) >= 4
    assert first_splits(games)[world.faction_index["bk"]].hits > 0
    assert graphs(games) >= 12


@pytest.mark.slow
def test_no_way_to_settle_the_clause_is_always_or_never_taken(report: Report) -> None:
    games = [result.dealings for result in report.results]
    world = report.world
    clause = [clause.id for clause in world.clauses].index(CLAUSE)
    shares, never = next((s, n) for c, s, n in choices(games, world, _place(world, PACT)) if c == clause)
    for share in (*shares.values(), never):
        assert 0.10 <= share.share <= 0.80


@pytest.mark.slow
def test_how_the_clause_is_settled_matters_to_somebody() -> None:
    """The same seeds, one side insisting on one answer: any two answers are apart in some side's rate of some verdict."""
    world, document = albania()
    rates: dict[str, dict[tuple[int, Grade], float]] = {}
    for option in OPTIONS:
        found = simulate(
            document, world=world, games=GAMES, jobs=JOBS, level="regular", bots={"lnc": f"regular@{option}"}
        )
        rates[option] = {(f, grade): found.verdict(f, grade).share for f in found.judged() for grade in GRADES}
    for one, other in combinations(OPTIONS, 2):
        apart = max(abs(rates[one][key] - rates[other][key]) for key in rates[one])
        assert apart >= APART, f"{one} and {other} are {apart * 100:.1f} points apart"
