"""Programs that play a side in tests: scripts of a few lines in a folder of their own, good ones and bad ones."""

import json
import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from lanc_game.bots.outside.command import Command, read_command
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.table import Table
from lanc_game.workshop.load import load

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "outside_bot.py"
PATIENT = 60.0  # for programs that answer: no test should hang on the clock of a busy machine
HILL, STAR, CROWN = 0, 1, 2

TALKER = """
import json, sys
answers = json.loads(open(sys.argv[1] + ".answers").read())
log = open(sys.argv[1] + ".log", "a")
months = 0
for line in sys.stdin:
    log.write(line)
    log.flush()
    if json.loads(line)["type"] == "month":
        answer = answers[min(months, len(answers) - 1)]
        months += 1
        if answer == "crash":
            sys.exit("it crashed")
        print(json.dumps(answer), flush=True)
"""


@cache
def opened(scenario: str) -> tuple[World, Json]:
    """Return a scenario and its document, read once."""
    loaded = load(ROOT / "scenarios" / scenario)
    assert loaded.world is not None
    return loaded.world, loaded.document


def command(path: Path, *words: str, seconds: float = PATIENT) -> Command:
    """Return the command that runs a script with this Python."""
    return read_command(f"cmd:{shlex.join([sys.executable, '-S', str(path), *words])}", seconds)


def script(folder: Path, text: str, *, seconds: float = PATIENT) -> Command:
    """Write a program and return its command."""
    path = folder / "program.py"
    path.write_text(text, encoding="utf-8")
    return command(path, seconds=seconds)


def talker(folder: Path, *answers: Json) -> Command:
    """Return a program that gives these answers, month by month, and keeps what it is told. "crash" makes it crash."""
    base = folder / "talk"
    base.with_suffix(".answers").write_text(json.dumps(answers), encoding="utf-8")
    path = folder / "talker.py"
    path.write_text(TALKER, encoding="utf-8")
    return command(path, str(base))


def told(folder: Path) -> list[dict[str, Json]]:
    """Return what a talker was told."""
    return [json.loads(line) for line in (folder / "talk.log").read_text(encoding="utf-8").splitlines()]


def game(scenario: str, side: int, program: Command, *, save: Path | None = None, seed: int = 7) -> Table:
    """Return a game in which a program plays one side and ordinary bots the others."""
    world, document = opened(scenario)
    return Table.open(world, document, [], seed=seed, save=save, programs={side: program})


def played(table: Table) -> list[str]:
    """Play a game to its end and return the kinds of the notices, in order."""
    try:
        while not table.over:
            table.end_month()
    finally:
        table.close()
    return [notice.kind for turn in table.turns for notice in turn.notices]


def wait_for(happens: Callable[[], object]) -> None:
    """Wait until something is so. Raises AssertionError if it does not come about."""
    until = time.monotonic() + PATIENT
    while not happens():
        assert time.monotonic() < until
        time.sleep(0.02)


def running(folder: Path) -> list[str]:
    """Return the programs of a folder that still run, and the zombies among our own children."""
    if sys.platform == "win32":
        return []
    listed = subprocess.run(["ps", "-A", "-ww", "-o", "ppid=,stat=,args="], capture_output=True, text=True, check=True)
    rows = [line.split(maxsplit=2) for line in listed.stdout.splitlines()]
    ours = [row for row in rows if row[0] == str(os.getpid()) and row[1].startswith("Z")]
    return [" ".join(row) for row in [*ours, *(row for row in rows if str(folder) in row[-1])]]
