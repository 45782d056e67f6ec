"""The same seed is the same war in every process, whatever its hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from plays import campaign, worlds

from lanc_game.bots import bot_key, choose
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import view_of

SCRIPT = "import test_processes; print(test_processes.digests())"
MONTHS = 6


def digests() -> str:
    """Return the digests of the first months of a war of ordinary bots in every scenario, and of a random campaign."""
    from plays import world

    found: list[str] = []
    for name in worlds():
        played = world(name)
        state = begin(played, 3)
        for _ in range(MONTHS):
            factions = range(len(played.factions))
            chosen = [choose(view_of(played, state, f), "regular", bot_key(played, 3, f)) for f in factions]
            state = resolve(played, state, [[choice.order for choice in choices] for choices in chosen], 3)
            found.append(state.digest())
    found += [state.digest() for state in campaign("four-valleys", 1)]
    return " ".join(found)


def test_hash_seeds_change_nothing() -> None:
    here = Path(__file__).parent
    said = []
    for seed in ("0", "7", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(here)}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], capture_output=True, text=True, env=environment, check=True, cwd=here
        )
        said.append(done.stdout.strip())
    assert said == [digests()] * 3
