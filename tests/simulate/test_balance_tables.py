"""The script that prints the tables of docs/balance.md: from reports as they are written, with errors that say what to do."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from lanc_game.engine.names import Grade
from lanc_game.simulate import Report, as_json, simulate
from lanc_game.simulate.quality import alone_in_grade, decisive, lasting_changes, lead_changes
from lanc_game.simulate.statistics import mean
from lanc_game.workshop.load import load

ROOT = Path(__file__).resolve().parents[2]
GAMES = 24


@pytest.fixture(scope="module")
def report() -> Report:
    loaded = load(ROOT / "scenarios" / "two-banners")
    return simulate(loaded.document, world=loaded.world, games=GAMES, seed=1)


@pytest.fixture
def main(monkeypatch: pytest.MonkeyPatch) -> Callable[[Sequence[str]], int]:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    sys.modules.pop("balance_tables", None)
    from balance_tables import main as script

    return script


@pytest.fixture
def file(report: Report, tmp_path: Path) -> str:
    path = tmp_path / "one.json"
    path.write_text(json.dumps(as_json(report)), encoding="utf-8")
    return str(path)


def test_every_table_is_made(
    report: Report, file: str, tmp_path: Path, main: Callable[[Sequence[str]], int], capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.json"
    other.write_text(json.dumps(as_json(replace(report, bots={"hill": "regular@oath=never"}))), encoding="utf-8")
    assert main([file, str(other)]) == 0
    printed = capsys.readouterr().out
    names = ("verdicts", "men", "treaties", "clauses", "rivals", "wings", "quality", "compare")
    assert re.findall(r"^### (\w+)$", printed, re.MULTILINE) == list(names)
    assert f"lanc simulate two-banners --games {GAMES} --jobs 2 --json" in printed
    assert "| `hill=regular@oath=never` |" in printed
    for block in printed.split("\n\n"):
        rows = [line for line in block.splitlines() if line.startswith("|")]
        assert len({row.count("|") for row in rows}) <= 1, block


def test_the_numbers_are_those_of_the_report(
    report: Report, file: str, main: Callable[[Sequence[str]], int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([file, "--only", "verdicts"]) == 0
    lines = capsys.readouterr().out.splitlines()
    score, grade = report.score(0), report.verdict(0, Grade.SUBSTANTIAL)
    row = next(line for line in lines if line.startswith("| Hills |"))
    assert f"| {score.median} ({score.low}–{score.high}) |" in row
    assert f"| {grade.share * 100:.1f} ({grade.low * 100:.0f}–{grade.high * 100:.0f}) |" in row


def test_both_readings_of_a_figure_have_a_row(
    report: Report, file: str, main: Callable[[Sequence[str]], int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([file, "--only", "quality"]) == 0
    printed = capsys.readouterr().out
    for name, count in (("changes of the lead", lead_changes), ("… that lasted", lasting_changes)):
        found = mean([count(result.watched.standings) for result in report.results])
        assert re.search(rf"^\| {name} \| .*, mean {found:.1f} \|$", printed, re.MULTILINE)
    for name, share in (
        ("games with a clear result, %", decisive(report.results)),
        ("… in which the winner is alone in its grade, %", alone_in_grade(report.results)),
    ):
        assert f"| {name} | {share.share * 100:.1f} (" in printed


def test_tables_are_written_between_the_marks_of_a_page(
    file: str, tmp_path: Path, main: Callable[[Sequence[str]], int], capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- tables: quality -->\nold\n<!-- end: quality -->\nafter\n", encoding="utf-8")
    assert main([file, "--into", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert "decision factor" in text
    assert "\nold\n" not in text
    assert main([file, "--into", str(page)]) == 0
    assert page.read_text(encoding="utf-8") == text, "the second time changes nothing"
    assert main([file, "--only", "men", "--into", str(page)]) == 2
    assert "no marks" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"factions": {}}', "report.json has no `games`: make it anew"),
        ("[]", "report.json has no `games`"),
        ('{"games": "many"}', "should be a whole number, not `many`"),
        ("| a page |", "is not a report: make it with"),
        (None, "cannot be read"),
    ],
)
def test_a_report_that_will_not_do_is_refused(
    text: str | None,
    said: str,
    tmp_path: Path,
    main: Callable[[Sequence[str]], int],
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "report.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    assert main([str(path), "--only", "quality"]) == 2
    assert said in capsys.readouterr().err
