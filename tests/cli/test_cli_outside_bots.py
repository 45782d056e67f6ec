"""`--bot FACTION=cmd:PROGRAM` as its users meet it: in play, on resuming, in simulations, and when somebody pulls the plug."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_run import Lanc

from lanc_game.saves import read_save
from lanc_game.saves.journal import Journal
from lanc_game.simulate import SimulateError, simulate
from lanc_game.workshop.load import load

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "outside_bot.py"
PAGE = (ROOT / "docs" / "outside-bots.md").read_text(encoding="utf-8")
BOT = f"hill=cmd:{shlex.join([sys.executable, str(EXAMPLE)])}"
PATIENT = 60.0
ILLEGAL = """
import sys
for line in sys.stdin:
    if '"month"' in line[:20]:
        print('{"orders": ["agitate mountain", "agitate mountain", "fly away"]}', flush=True)
"""
SLEEPER = """
import os, sys, time
open(sys.argv[1] + str(os.getpid()), "w").close()
time.sleep(600)
"""


def program(text: str, *words: str) -> str:
    """Write a program here and return the pair that seats it in the hills."""
    path = Path("program.py").absolute()
    path.write_text(text, encoding="utf-8")
    return f"hill=cmd:{shlex.join([sys.executable, '-S', str(path), *words])}"


def seats(path: Path) -> dict[str, str]:
    return read_save(path).header.seats


# --- playing


def test_a_program_plays_in_line_mode_and_its_save_needs_it_no_more(lanc: Lanc, home: Path) -> None:
    path = home / "game.lanc"
    run = lanc(
        "play", "four-valleys", "--as", "star", "--seed", "7", "--save", str(path), "--bot", BOT, stdin="end\n" * 12
    )
    assert (run.code, run.err) == (0, "")
    assert "its program" not in run.out
    assert seats(path) == {"hill": "bot:outside", "star": "human", "crown": "bot:regular"}
    assert all(turn.orders.get("hill") for turn in read_save(path).turns[:4])
    assert lanc("verify", str(path)).code == 0
    assert lanc("replay", str(path)).code == 0


@pytest.mark.parametrize(("language", "said"), [("en", "orders of its program refused"), ("sq", "urdhra të programit")])
def test_what_goes_wrong_is_in_the_months_report(lanc: Lanc, language: str, said: str) -> None:
    words = ("play", "four-valleys", "--as", "star", "--seed", "7", "--lang", language, "--bot", program(ILLEGAL))
    run = lanc(*words, stdin="end\nend\nhistory 1..2\n")
    told = [line for line in run.lines if said in line]
    assert len(told) == 4  # each month, and twice in its history
    assert told[0].split(":")[1].split()[0] == "2"


def test_without_a_seat_of_ones_own_the_first_that_is_left_is_mine(lanc: Lanc, home: Path) -> None:
    run = lanc(
        "play", "four-valleys", "--seed", "7", "--save", str(home / "a.lanc"), "--bot", "hill=novice", stdin="quit\n"
    )
    assert run.code == 0
    assert seats(home / "a.lanc") == {"hill": "bot:novice", "star": "human", "crown": "bot:regular"}


def test_a_bot_that_insists_can_be_kept(lanc: Lanc, home: Path) -> None:
    words = ("play", "two-banners", "--as", "star", "--save", str(home / "a.lanc"), "--bot", "hill=regular@oath=never")
    assert lanc(*words, stdin="end\n").code == 0
    assert seats(home / "a.lanc")["hill"] == "bot:regular@oath=never"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--bot", "hill"], "write --bot FACTION=BOT"),
        (["--bot", "hill=cmd:"], "names no program"),
        (["--bot", "hill=cmd:'x"], "close what you quote"),
        (["--bot", "hill=cmd:/no/such/thing"], "there is no program `/no/such/thing`"),
        (["--bot", "hill=nobody"], "no bot `nobody`"),
        (["--bot", "hill=outside"], "no bot `outside`"),
        (["--bot", "nobody=regular"], "no faction `nobody`"),
        (["--as", "hill", "--bot", "hill=novice"], "leave out `--as hill`"),
        (["--bot", "hill=novice", "--bot-seconds", "0"], "--bot-seconds"),
    ],
)
def test_what_makes_no_sense_is_said_before_anything_begins(
    lanc: Lanc, home: Path, words: list[str], said: str
) -> None:
    run = lanc("play", "four-valleys", *words)
    assert run.code == 2
    assert said in run.err
    assert run.out == ""
    assert not home.exists()


# --- resuming


@pytest.fixture
def begun(lanc: Lanc, home: Path) -> Path:
    """A game of two months in which a program played the hills."""
    path = home / "game.lanc"
    words = ("play", "four-valleys", "--as", "star", "--seed", "7", "--save", str(path), "--bot", BOT)
    assert lanc(*words, stdin="end\nend\n").code == 0
    return path


def test_no_save_starts_a_program_and_a_line_says_so(lanc: Lanc, begun: Path) -> None:
    run = lanc("resume", str(begun), stdin="end\n")
    assert run.code == 0
    assert "was played by a program of the player's own" in run.lines[0]
    assert "--bot hill=cmd:PROGRAM" in run.lines[0]
    assert "një program i vetë lojtarit" in lanc("resume", str(begun), "--lang", "sq", stdin="quit\n").lines[0]


def test_a_program_can_be_brought_along_again(lanc: Lanc, begun: Path) -> None:
    run = lanc("resume", str(begun), "--bot", program(ILLEGAL), stdin="end\n")
    assert "was played by" not in run.out
    assert "2 orders of its program refused" in run.out
    assert read_save(begun).turns[2].orders["hill"] == ("agitate mountain",)
    run = lanc("resume", str(begun), "--bot", "star=regular", stdin="end\n")
    assert run.code == 2
    assert "star is played by a person" in run.err
    assert lanc("resume", str(begun), "--bot", "hill=expert", stdin="end\n").code == 0  # it was given back


def test_a_save_that_names_a_command_runs_nothing(
    lanc: Lanc, begun: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path("bin").absolute()
    folder.mkdir()
    trap = folder / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {shlex.quote(str(folder / 'sprung'))}\n")
    trap.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    assert shutil.which("trap")
    save = read_save(begun)
    header = save.header
    for number, seat in enumerate(("bot:cmd:trap", "cmd:trap", "bot:stranger", "bot:regular@no=such")):
        path = home / f"crafted-{number}.lanc"
        header.seats["hill"] = seat
        Journal.create(path, header, save.turns).close()
        run = lanc("resume", str(path), stdin="end\nend\n")
        assert run.code == 0
        assert "who is not known here" in run.lines[0]
        assert read_save(path).turns[3].orders["hill"]
    assert not (folder / "sprung").exists()


# --- simulating


def test_every_game_has_a_program_of_its_own_whoever_plays_it(lanc: Lanc, home: Path) -> None:
    counting = "import os, sys\nopen('starts', 'a').write('x')\n" + ILLEGAL
    reports = []
    for jobs in ("1", "2"):
        words = ("simulate", "four-valleys", "--games", "3", "--jobs", jobs, "--bot", program(counting))
        run = lanc(*words, "--saves", str(home / jobs))
        assert run.code == 0
        reports.append(run.out)
        assert Path("starts").read_text() == "xxx"
        Path("starts").unlink()
        assert seats(home / jobs / "four-valleys-2.lanc")["hill"] == "bot:outside"
    assert reports[0] == reports[1]
    told = reports[0].split("Programs that played, in all games\n")[1].splitlines()
    assert told[0].startswith("Hills")
    assert re.search(r"orders refused: \d+", told[0])
    assert all(len(line) <= 100 for line in reports[0].splitlines())
    data = json.loads(lanc("simulate", "four-valleys", "--games", "1", "--bot", program(counting), "--json").out)
    assert data["programs"]["hill"]["refused"] >= 12
    assert lanc("simulate", "four-valleys", "--games", "1", "--json").out.count('"programs": {}') == 1


def test_a_pair_of_settings_can_hold_programs(lanc: Lanc) -> None:
    run = lanc("simulate", "four-valleys", "--games", "2", "--bot", BOT, "--versus", "hill=waiter")
    assert run.code == 0
    assert "second: every seat regular, hill waiter" in run.out


def test_a_text_in_a_simulation_is_no_command() -> None:
    document = load(ROOT / "scenarios" / "four-valleys").document
    with pytest.raises(SimulateError, match="no bot `cmd:true`"):
        simulate(document, games=1, bots={"hill": "cmd:true"})


# --- the plug


def alive(numbers: list[int]) -> list[int]:
    """Return which processes still run."""
    return [
        number
        for number in numbers
        if subprocess.run(["ps", "-p", str(number)], check=False, capture_output=True).returncode == 0
    ]


PLAY = ("play", "four-valleys", "--as", "star", "--plain")
SIMULATE = ("simulate", "four-valleys", "--games", "9")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize(
    ("words", "programs"),
    [(PLAY, 1), ((*SIMULATE, "--jobs", "1"), 1), ((*SIMULATE, "--jobs", "2"), 2)],
    ids=["play", "simulate", "jobs"],
)
def test_whoever_is_stopped_leaves_no_program_behind(
    words: tuple[str, ...], programs: int, number: signal.Signals
) -> None:
    mark = Path("running-").absolute()
    seat = program(SLEEPER, str(mark))
    with subprocess.Popen(
        [sys.executable, "-m", "lanc_game", *words, "--bot", seat, "--bot-seconds", "600"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as game:  # fmt: skip
        assert game.stdin is not None
        if words == PLAY:
            game.stdin.write("end\n")
            game.stdin.flush()
        until = time.monotonic() + PATIENT
        while len(found := [*mark.parent.glob("running-*")]) < programs:
            assert time.monotonic() < until
            time.sleep(0.05)
        numbers = [int(path.name.removeprefix("running-")) for path in found]
        assert alive(numbers) == numbers
        game.send_signal(number)
        _, err = game.communicate(timeout=PATIENT)
    assert game.returncode == (130 if number is signal.SIGINT else 128 + number)
    assert "Traceback" not in err
    assert alive(numbers) == []


# --- the page


def test_the_commands_of_the_page_work(lanc: Lanc, home: Path, begun: Path) -> None:
    commands = [line for line in PAGE.split("```")[1].splitlines() if line.startswith("lanc ")]
    assert len(commands) == 4
    begun.rename(home / "mygame.lanc")
    mine = Path("mybot")
    mine.write_text(EXAMPLE.read_text(encoding="utf-8").replace("/usr/bin/env python3", sys.executable))
    mine.chmod(0o755)
    for line in commands:
        words = shlex.split(line.replace("python3 docs", f"{sys.executable} {ROOT}/docs"))[1:]
        run = lanc(*words, stdin="end\n" * 3)
        assert run.code == 0, run.err
        assert "its program" not in run.out
        assert len(run.lines) > 10
