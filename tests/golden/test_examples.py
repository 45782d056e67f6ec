"""The games that ship with the house still replay, turn for turn, and in another process with another hash seed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lanc_game.compile import build
from lanc_game.engine.facts import MenChanged
from lanc_game.saves.reading import read_save
from lanc_game.saves.rebuild import verify, world_of
from lanc_game.table import Table

SAVES = sorted((Path(__file__).parents[2] / "saves").glob("*.lanc"))


def test_an_example_ships() -> None:
    assert SAVES


@pytest.mark.parametrize("path", SAVES, ids=lambda path: path.stem)
def test_an_example_is_a_whole_campaign_that_verifies(path: Path) -> None:
    save = read_save(path)
    world = world_of(save, build)  # type: ignore[arg-type]  # the same plain JSON under another name
    outcome = verify(world, save)
    assert outcome.ok, str(outcome.first)
    assert save.over
    assert len(outcome.digests) == len(world.turns)


@pytest.mark.parametrize("path", SAVES, ids=lambda path: path.stem)
def test_an_example_carries_the_scenario_that_ships(path: Path) -> None:
    """If this fails the scenario was changed: run tools/remake_examples.sh so that the example shows it."""
    from lanc_game.workshop.load import load

    save = read_save(path)
    shipped = load(Path(__file__).parents[2] / "scenarios" / save.header.about.id)
    assert shipped.document == save.header.scenario


def test_hash_seeds_change_nothing(tmp_path: Path) -> None:
    found = []
    for seed in ("0", "1"):
        save = tmp_path / f"{seed}.lanc"
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "HOME": str(tmp_path),
            "XDG_CACHE_HOME": str(tmp_path / seed),
        }
        command = [sys.executable, "-m", "lanc_game", "play", "four-valleys", "--plain", "--as", "hill", "--seed", "7"]
        subprocess.run(
            [*command, "--save", str(save)],
            input="end\n" * 20,
            text=True,
            check=True,
            env=environment,
            capture_output=True,
        )
        listed = subprocess.run(
            [sys.executable, "-m", "lanc_game", "verify", str(save), "--json"],
            text=True, check=True, env=environment, capture_output=True,
        )  # fmt: skip
        found.append(json.loads(listed.stdout)["digests"])
    assert found[0] == found[1]
    assert len(found[0]) == 12


@pytest.mark.parametrize("path", SAVES, ids=lambda path: path.stem)
def test_the_ledger_of_men_balances_through_a_campaign(path: Path) -> None:
    table = Table.watch(path)
    for faction in range(len(table.world.factions)):
        before = table.start.men_of(faction)
        for turn in table.turns:
            moved = sum(f.delta for f in turn.facts if isinstance(f, MenChanged) and f.actor == faction)
            assert before + moved == turn.after.men_of(faction)
            before = turn.after.men_of(faction)
        assert table.start.men_of(faction) + sum(table.men_account(faction).values()) == before
