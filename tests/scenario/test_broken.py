"""Broken scenarios: each says on its first line what is wrong with it, and that is what an author is told."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lanc_game.cli import main
from lanc_game.model.problems import Severity
from lanc_game.workshop.load import load
from lanc_game.workshop.report import Report

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(BROKEN.iterdir())
MARK = "# expect: "


def expected(case: Path) -> list[tuple[str, int, int, str, str]]:
    """Return file name, line, column, code and words of each finding that a case announces."""
    found: list[tuple[str, int, int, str, str]] = []
    for file in [case] if case.is_file() else sorted(case.iterdir()):
        first = file.read_text(encoding="utf-8", errors="surrogateescape").splitlines()[0]
        if not first.startswith(MARK):
            continue
        for part in first.removeprefix(MARK).split(" | "):
            place, code, words = part.split(" ", 2)
            line, column = place.split(":")
            found.append((file.name, int(line), int(column), code, words))
    return found


def told(report: Report) -> tuple[str, int, int, str]:
    return Path(report.file).name, report.line, report.column, report.code


def test_there_are_many() -> None:
    assert len(CASES) >= 50


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_each_is_told_with_place_cause_and_cure(case: Path) -> None:
    loaded = load(case)
    assert loaded.world is None
    wanted = expected(case)
    assert wanted, "a case says on its first line what is expected"
    for name, line, column, code, words in wanted:
        there = [r for r in loaded.reports if told(r) == (name, line, column, code)]
        assert there, [told(r) for r in loaded.reports]
        assert any(words in f"{r.message} | {r.help}" for r in there), [f"{r.message} | {r.help}" for r in there]
    assert told(loaded.reports[0]) in [row[:4] for row in wanted], "nothing else is told before it"
    for report in loaded.reports:
        assert report.severity is Severity.ERROR
        assert report.help, "every error says what to do"
        assert report.message
        assert not report.message.endswith(".")
        assert "pydantic" not in report.message


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_command_tells_it_too(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(case)]) == 1
    said = capsys.readouterr()
    for name, line, column, code, _ in expected(case):
        assert f"{name}:{line}:{column}: error[{code}]: " in said.out
    assert "^" in said.out
    assert "Traceback" not in said.out + said.err
    assert "\x1b" not in said.out
    assert main(["check", "--json", str(case)]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["errors"] == len(document["reports"]) > 0


def test_the_command_in_a_process_of_its_own() -> None:
    paths = [str(case) for case in CASES]
    run = subprocess.run(
        [sys.executable, "-m", "lanc_game", "check", *paths], capture_output=True, text=True, check=False, timeout=60
    )
    assert run.returncode == 1
    assert run.stderr == ""
    assert run.stdout.count(": error[") >= len(CASES)


def test_playing_a_broken_scenario_tells_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["play", str(BROKEN / "unknown-region.yaml"), "--plain", "--seed", "1"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "error[unknown-region]" in said.err
    assert "cannot be played" in said.err


def test_several_are_told_at_once() -> None:
    assert len(load(BROKEN / "several-at-once.yaml").reports) == 4


def test_what_says_the_same_again_and_again_is_counted() -> None:
    reports = load(BROKEN / "alias-bomb.yaml").reports
    assert len(reports) == 6
    assert any("33 more like it" in report.help for report in reports)
