"""`lanc facts`: what it prints, how it ends, and what it says of files that are wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_run import Lanc

import lanc_game
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.simulate import GameResult, GameSpec, play_game, pool

SHIPPED = Path(lanc_game.__file__).parents[2] / "scenarios" / "facts-open.yaml"
EASY = """facts:
  - id: A1
    role: outcome
    from: four-valleys
    text: men in the hills
    rows:
      - {peak: {men: {of: hill}}, text: the most men, target: 1000, low: 0, high: 100000}
      - {number: {men: {of: hill}}, over: 100, text: hundreds at the end, target: 5, low: 0, high: 99.5}
"""
HARD = (
    EASY
    + """  - id: A2
    role: outcome
    from: four-valleys
    text: a date
    rows:
      - {month: {men: {of: hill}, at_least: 99999}, text: an army, target: 1942-05, low: 1942-04, high: 1942-06}
"""
)
SIGNS = (
    EASY
    + """sign_tests:
  - change: no arms at all
    expect: fewer in store
    from: four-valleys
    edits: {factions.hill.arms: 0, factions.hill.home_arms: 0}
    signs:
      - {row: {number: {arms: hill}, at: 1942-03, text: rifles}, direction: WAY}
"""
)
Write = Callable[[str], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def file(text: str) -> str:
        path = tmp_path / "some-facts.yaml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return file


def test_facts_that_hold_and_that_do_not(lanc: Lanc, write: Write) -> None:
    run = lanc("facts", "--facts", write(EASY), "--games", "3")
    assert run.code == 0, run.err
    assert run.lines[0].startswith("3 games a campaign, seeds 1-3; every seat ")
    assert run.lines[-1] == "1 of 1 facts hold"
    assert any(line.startswith("A1  holds in four-valleys: men in the hills") for line in run.lines)
    run = lanc("facts", "--facts", write(HARD), "--games", "3")
    assert run.code == 1
    assert run.lines[-1] == "1 of 2 facts hold"
    [told] = [line for line in run.lines if "an army" in line]
    assert "1942-05 (1942-04..1942-06)" in told
    assert told.endswith("0 %  never")
    assert max(map(len, run.lines)) <= 112
    assert run.err == ""


def test_facts_as_json(lanc: Lanc, write: Write) -> None:
    words = ["facts", "--facts", write(HARD), "--games", "3", "--json"]
    run = lanc(*words)
    data = json.loads(run.out)
    assert run.code == 1
    assert (data["holding"], data["played"], data["partial"]) == (1, 3, False)
    assert [row["finding"] for fact in data["facts"] for row in fact["rows"]] == ["holds", "holds", "never"]
    assert data["facts"][1]["rows"][0]["low"] == "1942-04"
    assert lanc(*words, "--jobs", "2").out == run.out
    assert lanc(*words, "--seed", "7").out != run.out


@pytest.mark.parametrize(("way", "code"), [("lower", 0), ("higher", 1)])
def test_signs(lanc: Lanc, write: Write, way: str, code: int) -> None:
    path = write(SIGNS.replace("WAY", way))
    run = lanc("facts", "--facts", path, "--sign", "--games", "2")
    assert run.code == code, run.err
    assert run.lines[-1] == f"{1 - code} of 1 changes have the right sign"
    data = json.loads(lanc("facts", "--facts", path, "--sign", "--games", "2", "--json").out)
    assert data["changes"][0]["right"] is (code == 0)
    [sign] = data["changes"][0]["signs"]
    assert float(sign["is"]) - float(sign["was"]) == float(sign["difference"]) < 0


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (("of: hill}}, text: the", "of: hlil}}, text: the"), ("7:27", "did you mean `hill`?")),
        (("peak:", "peek:"), ("7:10", "did you mean `peak`?")),
        (("low: 0, high: 100000", "low: 1942-03, high: 100000"), ("wrong-form", "write a number like `0.7`")),
        (("target: 5, ", ""), ("8:9", "add `target: ...`")),
        (("from: four-valleys", "from: five-valleys"), ("A1", "did you mean `four-valleys`?")),
        (("over: 100", "at: 1999-01"), ("8:41", "its turns go from `1942-03` to `1943-02`")),
        (("over: 100", "at: 1942-04-31"), ("8:41", "that month has 30 days")),
        (("text: men in the hills", "text: men\n    low: [0, 1, 2]"), ("6:10", "`low` has 3 entries, and `A1` has 2 rows")),
        (("role: outcome", "role: [outcome"), ("4:9", "error[yaml-syntax]")),
        (("    rows:\n", "    rows: []\n    lines:\n"), ("7:5", "`lines` is not known here")),
    ],
)  # fmt: skip
def test_a_file_that_is_wrong(lanc: Lanc, write: Write, wrong: tuple[str, str], told: tuple[str, str]) -> None:
    assert EASY.count(wrong[0]) == 1
    run = lanc("facts", "--facts", write(EASY.replace(*wrong)), "--games", "1")
    assert run.code == 2
    assert run.out == ""
    for part in told:
        assert part in run.err, run.err


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (("factions.hill.arms", "factions.hlil.arms"), "`factions.hlil.arms`: there is no `hlil`"),
        (("factions.hill.arms: 0", "factions.hill.arms: -1"), "with this change, `factions.hill.arms`"),
        (("factions.hill.arms: 0", "start.forces.+: {faction: hill}"), "13:13: error[missing-key]"),
        (("direction: WAY", "direction: later"), "a number, which cannot be later"),
        (("direction: WAY", "direction: lower, at_most: 3"), "`at_most` bounds dates"),
        (("    from: four-valleys\n    edits", "    edits"), "add `from: ...`"),
    ],
)  # fmt: skip
def test_a_change_that_is_wrong(lanc: Lanc, write: Write, wrong: tuple[str, str], told: str) -> None:
    assert SIGNS.count(wrong[0]) == 1
    run = lanc("facts", "--facts", write(SIGNS.replace(*wrong).replace("WAY", "lower")), "--sign", "--games", "1")
    assert run.code == 2
    assert told in run.err
    assert "some-facts.yaml:" in run.err


def test_an_interrupted_run_tells_its_part(lanc: Lanc, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def two_games(world: World, document: Json, spec: GameSpec) -> GameResult:
        if spec.seed == 3:
            raise KeyboardInterrupt
        return play_game(world, document, spec)

    monkeypatch.setattr(pool, "play_game", two_games)
    run = lanc("facts", "--facts", write(EASY), "--games", "4")
    assert run.code == 130
    assert "Interrupted: 2 of 4 games were played." in run.lines
    assert run.lines[-1] == "1 of 1 facts hold"


def test_no_such_file_and_no_such_signs(lanc: Lanc, write: Write) -> None:
    run = lanc("facts", "--facts", "nowhere.yaml")
    assert run.code == 2
    assert "nowhere.yaml: cannot be read" in run.err
    assert "`sign_tests`" in lanc("facts", "--facts", write(EASY), "--sign").err
    assert "no fact is measured in `two-banners`" in lanc("facts", "--facts", write(EASY), "--only", "two-banners").err
    assert "two-banner" in lanc("facts", "two-banner", "--facts", write(EASY), "--games", "1").err, (
        "a typing slip is told"
    )
    assert lanc("facts").code == 2


def test_a_long_campaign_and_what_lies_outside_it(lanc: Lanc, write: Write, tmp_path: Path) -> None:
    later = tmp_path / "later.yaml"
    later.write_text(
        "extends: four-valleys\nscenario: {id: later, title: Later, summary: A test.}\n"
        "calendar: {start: 1942-09, turns: 14}\n", encoding="utf-8",
    )  # fmt: skip
    run = lanc("facts", str(later), "--facts", write(HARD), "--games", "1", "--json")
    facts = json.loads(run.out)["facts"]
    assert {fact["scenario"] for fact in facts} == {"four-valleys"}, "each in its own, unless they are chained"
    run = lanc("facts", str(later), "--facts", write(HARD), "--chained", "--games", "1", "--json")
    facts = json.loads(run.out)["facts"]
    assert [(fact["id"], fact["scenario"]) for fact in facts] == [("A1", "later"), ("A2", "four-valleys")]


PROSE = """facts:
  - {id: O8, role: outcome, from: four-valleys, text: "in prose", measure: "month", target: 1942-05, low: 1942-04, high: LAST}
"""


def test_a_prose_file_takes_the_rows_that_came_with_the_game(lanc: Lanc, write: Write) -> None:
    run = lanc("facts", "--facts", write(PROSE.replace("LAST", "1942-06")), "--games", "1")
    assert run.code == 2, "the rows are about a congress that four-valleys has not"
    assert "facts-open.yaml" in run.err
    assert "no congress is called `permet`" in run.err
    run = lanc("facts", "--facts", write(PROSE.replace("O8", "Z9").replace("LAST", "1942-06")), "--games", "1")
    assert "nothing says how `Z9` is measured" in run.err
    run = lanc("facts", "--facts", write(PROSE.replace("LAST", "[1942-06, 1942-07]")), "--games", "1")
    assert "`high` has 2 entries, and `O8` has 1 rows" in run.err


def test_the_file_that_came_with_the_game_is_no_scenario(lanc: Lanc) -> None:
    assert SHIPPED.is_file()
    assert "facts-open" not in lanc("list").out
