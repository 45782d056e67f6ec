"""What is begun quickly reads no more than it needs."""

import subprocess
import sys
from pathlib import Path

UNWANTED = (
    "pydantic",
    "yaml",
    "multiprocessing.pool",
    "lanc_game.compile",
    "lanc_game.simulate",
    "lanc_game.workshop.facts",
)


def unwanted(*words: str) -> str:
    """Return what a command reads of what it has no need of."""
    script = f"""
import sys
from lanc_game.cli import main
main({list(words)!r})
print([name for name in {UNWANTED!r} if name in sys.modules], file=sys.stderr)
"""
    run = subprocess.run(
        [sys.executable, "-c", script], input="", capture_output=True, text=True, check=True, timeout=60
    )
    return run.stderr.strip()


def test_help_reads_nothing_of_the_game() -> None:
    assert unwanted("--help") == "[]"
    assert unwanted("facts", "--help") == "[]"


def test_a_scenario_that_was_checked_is_not_read_again(tmp_path: Path) -> None:
    unwanted("play", "two-banners", "--plain", "--save", str(tmp_path / "first.lanc"))
    assert unwanted("play", "two-banners", "--plain", "--save", str(tmp_path / "second.lanc")) == "[]"
