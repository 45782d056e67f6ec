"""A choice that matters, played through line mode: the same wing, courted and heeded, or passed over and purged."""

import io
from pathlib import Path

import pytest

from lanc_game.plain.session import play
from lanc_game.table import Table
from lanc_game.workshop.load import load

LOADED = load(Path(__file__).parents[2] / "scenarios" / "albania-1942")
MONTHS = 28
SEEDS = range(1, 51)

HEEDED = """
congress peze party=5 peza=1 kupi=2 baba_faja=1 councils=1
court kupi
promise king_open to kupi
promise kosovo_votes to kupi
reply yugoslav_letter keep_it
end
"""
PASSED_OVER = """
congress peze party=9 peza=1
purge kupi
end
"""


def stays(script: str, seed: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Play a campaign by the same lines every month (what cannot be ordered is refused); say whether the wing stayed."""
    world = LOADED.world
    assert world is not None
    side = world.faction_index["lnc"]
    wing = [wing.id for wing in world.wings].index("kupi")
    table = Table.open(world, LOADED.document, [side], seed=seed)
    monkeypatch.setattr("sys.stdin", io.StringIO(script * MONTHS))
    play(table, "en")
    assert table.over
    return table.state.wing_side[wing] == side


def test_a_wing_that_is_courted_and_heeded_stays(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = sum(stays(HEEDED, seed, monkeypatch) for seed in SEEDS)
    said = capsys.readouterr().out
    assert "court kupi" in said
    assert kept >= len(SEEDS) * 70 // 100


def test_a_wing_that_is_passed_over_and_purged_walks_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = sum(stays(PASSED_OVER, seed, monkeypatch) for seed in SEEDS)
    said = capsys.readouterr().out
    assert "purge kupi" in said
    assert kept <= len(SEEDS) * 10 // 100
