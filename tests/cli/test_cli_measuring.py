"""`lanc simulate` with a ladder, a comparison or expectations: what it prints, how it ends, what a terminal sees."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_run import Lanc

from lanc_game.cli.progress import Bar, playing
from lanc_game.simulate import GameResult, pool
from lanc_game.simulate.games import play_game

EXPECTING = """extends: {base}
scenario: {{id: expecting, title: Expecting, summary: A test.}}
expect:
  {band}
"""


@pytest.fixture
def expecting(tmp_path: Path) -> Callable[[str], str]:
    """Write a scenario of the four valleys that expects something; return its path."""

    def write(band: str, base: str = "four-valleys") -> str:
        path = tmp_path / "expecting.yaml"
        path.write_text(EXPECTING.format(base=base, band=band), encoding="utf-8")
        return str(path)

    return write


@pytest.mark.parametrize(
    ("band", "code", "finding"),
    [
        ("event_collapse: 0..1", 0, "holds"),
        ("hill_decisive: 0.5..0.501", 0, "too few games to tell"),
        ("war_hill_star: 0.999..1", 1, "missed"),
    ],
)
def test_expectations_end_well_or_not(
    lanc: Lanc, expecting: Callable[[str], str], band: str, code: int, finding: str
) -> None:
    path = expecting(band)
    name, _, _ = band.partition(":")
    run = lanc("simulate", path, "--expect", "--games", "3")
    assert run.code == code, run.out
    assert run.lines[0].startswith("Expecting (expecting): 3 games, seeds 1-3")
    [told] = [line for line in run.lines if line.startswith(name)]
    assert told.endswith(finding)
    data = json.loads(lanc("simulate", path, "--expect", "--games", "3", "--json").out)
    assert data["expect"][name]["finding"] in ("holds", "open", "missed")
    assert data["games"] == 3, "all the rest of the report is there too"


def test_without_expectations_there_is_nothing_to_hold(lanc: Lanc) -> None:
    run = lanc("simulate", "four-valleys", "--expect", "--games", "3")
    assert run.code == 2
    assert "four-valleys" in run.err
    assert "`expect:`" in run.err


def test_a_comparison(lanc: Lanc) -> None:
    words = ["simulate", "four-valleys", "--bot", "hill=random", "--versus", "hill=novice", "--games", "2"]
    run = lanc(*words)
    assert run.code == 0
    assert "first:  every seat regular, hill random" in run.lines
    assert "second: every seat regular, hill novice" in run.lines
    assert json.loads(lanc(*words, "--json").out)["pairs"] == 2
    assert run.err == "", "no bar where there is no terminal"


@pytest.mark.parametrize(("share", "code"), [(0, 0), (101, 1)])
def test_a_ladder_that_does_not_hold_is_a_finding(
    lanc: Lanc, monkeypatch: pytest.MonkeyPatch, share: int, code: int
) -> None:
    monkeypatch.setattr("lanc_game.simulate.ladder.PROMISED", share)
    monkeypatch.setattr("lanc_game.simulate.ladder.LEAST", 0)
    run = lanc("simulate", "four-valleys", "--ladder", "--games", "3")
    assert run.code == code, run.out
    assert ("The ladder holds" in run.out) is (code == 0)


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        (["--ladder", "--bot", "hill=novice"], "--bot has no place"),
        (["--ladder", "--csv", "x.csv"], "--csv has no place"),
        (["--versus", "hill=novice", "--saves", "x"], "--saves has no place"),
        (["--versus", "hill"], "write --versus FACTION=BOT"),
        (["--versus", "hil=novice"], "Did you mean `hill`?"),
        (["--versus", "hill=novise"], "Did you mean `novice`?"),
        (["--versus", "hill=novice", "--ladder"], "not allowed with"),
        (["--expect", "--ladder"], "not allowed with"),
    ],
)
def test_what_cannot_be_together(lanc: Lanc, words: list[str], cause: str) -> None:
    run = lanc("simulate", "four-valleys", *words, "--games", "1")
    assert run.code == 2
    assert cause in run.err
    assert run.out == ""
    assert not Path("x.csv").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--ladder"], "Interrupted: 3 of 10 games"),
        (["--versus", "hill=novice"], "Interrupted: 1 of 2 pairs"),
        (["--expect"], "Interrupted: 3 of 4 games"),
        ([], "Interrupted: 3 of 4 games"),
    ],
)
def test_ctrl_c_tells_what_is_done(
    lanc: Lanc, expecting: Callable[[str], str], monkeypatch: pytest.MonkeyPatch, words: list[str], told: str
) -> None:
    played: list[int] = []

    def stopping(*args: object) -> GameResult:
        if len(played) == 3:
            raise KeyboardInterrupt
        played.append(1)
        return play_game(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(pool, "play_game", stopping)
    games = {"--ladder": "3", "--versus": "2"}.get(words[0] if words else "", "4")
    run = lanc("simulate", expecting("war_hill_star: 0.999..1"), *words, "--games", games)
    assert run.code == 130
    assert told in run.out


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_processes_are_born_deaf_to_ctrl_c() -> None:
    asking = [sys.executable, "-c", "import signal; print(signal.getsignal(signal.SIGINT) is signal.SIG_IGN)"]
    before = signal.getsignal(signal.SIGINT)
    with pool._deaf():
        born = subprocess.run(asking, capture_output=True, text=True, check=True, timeout=30)
    assert born.stdout == "True\n"
    assert signal.getsignal(signal.SIGINT) is before


# --- the bar


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def shown(stream: io.StringIO) -> str:
    """What stands on the line now."""
    return stream.getvalue().rsplit("\r", 1)[-1]


def test_the_bar_tells_the_time_left_by_the_pace_since_the_first_game() -> None:
    stream, clock = io.StringIO(), Clock()
    bar = Bar(stream, clock)
    clock.now += 50  # processes begin
    bar.draw(10, 400)
    assert shown(stream).rstrip() == "[..............................] 10/400 games  2 %"
    clock.now += 1
    bar.draw(20, 400)
    assert "left" not in shown(stream), "too early to say"
    clock.now += 9
    bar.draw(110, 400)
    assert shown(stream).rstrip() == "[########......................] 110/400 games  27 %  0:29 left"
    clock.now += 29
    bar.draw(400, 400)
    assert shown(stream).rstrip() == f"[{'#' * 30}] 400/400 games  100 %  in 1:29"
    bar.close()
    assert stream.getvalue().endswith("\n")


def test_a_shorter_line_leaves_nothing_of_a_longer_one() -> None:
    stream, clock = io.StringIO(), Clock()
    bar = Bar(stream, clock)
    bar.draw(1, 3000)
    clock.now += 10
    bar.draw(2, 3000)
    longer = len(shown(stream))
    clock.now += 1000
    bar.draw(2999, 3000)
    assert "0:00 left" in shown(stream)
    assert len(shown(stream)) >= longer


def test_a_bar_that_drew_nothing_leaves_nothing() -> None:
    stream = io.StringIO()
    Bar(stream, Clock()).close()
    assert stream.getvalue() == ""


def test_only_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with playing() as progress:
        assert progress is not None
        progress(1, 2)
    assert "1/2 games" in terminal.getvalue()
    monkeypatch.setattr("sys.stderr", io.StringIO())
    with playing() as progress:
        assert progress is None
