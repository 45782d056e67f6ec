"""Hundreds of games: what only many of them can show. Minutes long."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.saves import read_save, verify
from lanc_game.simulate import paired, simulate
from lanc_game.workshop.load import load

SCENARIOS = Path(__file__).parents[2] / "scenarios"
JOBS = min(4, os.cpu_count() or 1)
GAMES = 200
CLEARLY = 5  # points


def albania() -> tuple[World, Json]:
    loaded = load(SCENARIOS / "albania-1942")
    if loaded.world is None:
        pytest.skip("the campaign has errors")
    return loaded.world, loaded.document


@pytest.mark.slow
def test_waiting_does_clearly_worse() -> None:
    """Hide, organise, wait: the strategy that must not win (game.md)."""
    world, document = albania()
    found = paired(document, "lnc", {"lnc": "waiter"}, {}, world=world, games=GAMES, jobs=JOBS)
    assert len(found.first) == GAMES
    assert found.difference.high < -CLEARLY, found.text()
    assert found.difference.less > found.difference.more
    assert found.difference.chance < 0.001


@pytest.mark.slow
def test_every_save_of_random_play_verifies(tmp_path: Path) -> None:
    world, document = albania()
    report = simulate(document, world=world, games=GAMES, jobs=JOBS, level="random", saves=tmp_path)
    digests = {result.seed: result.digest for result in report.results}
    assert len(digests) == GAMES
    for seed, digest in digests.items():
        save = read_save(tmp_path / f"{world.id}-{seed}.lanc")
        found = verify(world, save)
        assert found.ok, f"seed {seed}: {found.first}"
        assert found.digests[-1][1] == digest
        assert save.over
