"""Processes that play leave quietly, also when they are told to twice, or while they are leaving."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCENARIO = Path(__file__).parents[2] / "scenarios" / "two-banners"
TOLD_AT_THE_END = "import atexit, os, signal; atexit.register(os.kill, os.getpid(), signal.SIGTERM)"
PREPARED = f"""
from pathlib import Path
from lanc_game.simulate import pool
from lanc_game.workshop.load import load
pool._prepare(load(Path({str(SCENARIO)!r})).document)
"""
TOLD_NOW = "os.kill(os.getpid(), signal.SIGTERM); raise AssertionError"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals as they are here")


@pytest.mark.parametrize(("script", "code"), [(PREPARED, 0), (PREPARED + TOLD_NOW, 143)])
def test_who_leaves_is_deaf_to_being_told(script: str, code: int) -> None:
    """What is registered first happens last: the worker is told to leave when little of it is left."""
    words = [sys.executable, "-c", f"{TOLD_AT_THE_END}\n{script}"]
    run = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert (run.returncode, run.stdout, run.stderr) == (code, "", "")
