"""History, battles and people as they are written: compiled, kept, and judged where something is wrong with them."""

import json
from pathlib import Path

import pytest
from past_kit import PAST, past_table, past_world, written

from lanc_game.compile import chronology
from lanc_game.engine.codec import decode_world, encode
from lanc_game.engine.turn import begin
from lanc_game.workshop import library, load


def codes(folder: Path, old: str, new: str) -> list[str]:
    assert PAST.count(old) >= 1, old
    return [report.code for report in written(folder, PAST.replace(old, new, 1)).reports]


def test_dates_fall_in_their_months(tmp_path: Path) -> None:
    world = past_world(tmp_path)
    assert [(entry.id, entry.turn, entry.date.en, entry.date.sq) for entry in world.history] == [
        ("h1941_01_before", -1, "5 January 1941", "5 janar 1941"),
        ("h1942_03_snow", 0, "12 March 1942", "12 mars 1942"),
        ("h1942_04_rain", 1, "April 1942", "prill 1942"),
        ("h1942_05_assembly", 2, "16 May 1942", "16 maj 1942"),
        ("h1942_06_elsewhere", 3, "1 June 1942", "1 qershor 1942"),
    ]


def test_a_month_among_days_is_told_on_the_last_of_its_days_that_there_is(tmp_path: Path) -> None:
    days = PAST.replace("wings:", "calendar: {start: 1942-03-11, turns: 40, step: day}\nwings:", 1)
    loaded = written(tmp_path, days)
    assert loaded.world is not None
    turns = {entry.id: entry.turn for entry in loaded.world.history}
    assert turns["h1942_03_snow"] == 1
    assert turns["h1942_04_rain"] == 39, "the calendar ends before the month does"
    assert turns["h1942_05_assembly"] == -1
    assert loaded.world.turns[39].label == "1942-04-19"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("1942-12-28", "1943-01-04", "28 December 1942 – 4 January 1943"),
        ("1942-04-28", "1942-05-02", "28 April – 2 May 1942"),
        ("1944-05-05", "1944-05-09", "5–9 May 1944"),
        ("1944-05", "1944-05", "May 1944"),
        ("1943-11", "1944-02", "November 1943 – February 1944"),
        ("1944-11", "1944-11-17", "November – 17 November 1944"),
    ],
)
def test_spans_of_dates_are_said_as_people_say_them(first: str, last: str, said: str) -> None:
    assert chronology._span(first, last).en == said


def test_history_knows_what_it_is_the_history_of(tmp_path: Path) -> None:
    world = past_world(tmp_path)
    tied = {entry.id: (entry.kind, entry.of) for entry in world.history}
    assert tied["h1942_05_assembly"] == ("congress", 0)
    assert tied["h1942_04_rain"] == ("event", next(i for i, e in enumerate(world.events) if e.id == "rain"))
    assert tied["h1942_06_elsewhere"] == ("", -1), "what this campaign does not have is passed over"


def test_a_battle_is_like_a_fight_of_such_sides_in_such_a_region(tmp_path: Path) -> None:
    world = past_world(tmp_path)
    ford = next(battle for battle in world.battles if battle.id == "ford")
    hill, star, crown, bar = 0, 1, 2, world.region_index["harbour"]
    plain = world.region_index["plain"]
    assert ford.is_like(plain, hill, crown)
    assert ford.is_like(plain, crown, star), "in either order"
    assert not ford.is_like(plain, hill, star), "they are on one side of it"
    assert not ford.is_like(bar, hill, crown)
    low = next(battle for battle in world.battles if battle.id == "skirmish")
    assert set(low.regions) == {plain, bar}, "a zone is its regions"


def test_people_have_a_wing_and_years(tmp_path: Path) -> None:
    world = past_world(tmp_path)
    assert [(leader.wing, leader.life) for leader in world.leaders] == [(0, "1901–1944"), (-1, "")]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("1942-03-12", "1942-02-30", "date-not-real"),
        ("1942-03-12", "1942-13", "date-not-real"),
        ("1942-03-12", "12 March", "wrong-form"),
        ("[1942-04-28, 1942-05-02]", "[1942-05-28, 1942-05-02]", "date-order"),
        ("[1942-04-28, 1942-05-02]", "[1942-05-28, 1942-04]", "date-order"),
        ("[plain, woods]", "[plain, wods]", "unknown-region"),
        ("[[hill, star], [crown]]", "[[hill, stra], [crown]]", "unknown-faction"),
        ("[[hill, star], [crown]]", "[[hill, crown], [crown]]", "relation-with-itself"),
        ("[[hill, star], [crown]]", "[[hill, star]]", "out-of-range"),
        ("wing: huts", "wing: hutts", "unknown-wing"),
        ("in: woods, traits", "in: woods, wing: huts, traits", "wing-of-another-side"),
        ("confidence: low", "confidence: none", "unknown-word"),
        ("of: assembly", "of: asembly", "history-of-nothing"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, old: str, new: str, code: str) -> None:
    assert codes(tmp_path, old, new) == [code]


def test_the_example_in_the_docs_checks_clean(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "writing-scenarios.md").read_text(encoding="utf-8")
    example = page.split("## History beside the game")[1].split("```yaml\n")[1].split("```")[0]
    loaded = written(tmp_path, f"extends: four-valleys\n{example}")
    assert loaded.reports == ()
    assert loaded.world is not None
    assert [entry.turn for entry in loaded.world.history] == [2, 4]
    assert loaded.world.battles[0].date.en == "28 April – 2 May 1942"


def test_a_leap_day_is_real(tmp_path: Path) -> None:
    assert codes(tmp_path, "1942-03-12", "1944-02-29") == []
    assert codes(tmp_path, "1942-03-12", "1942-02-29") == ["date-not-real"]


def test_a_battle_may_last_a_day_within_its_month(tmp_path: Path) -> None:
    assert codes(tmp_path, "[1942-04-28, 1942-05-02]", "[1942-04-28, 1942-04]") == []


def test_the_world_is_kept_with_its_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = past_world(tmp_path)
    again = decode_world(json.loads(json.dumps(encode(world))))
    assert again.history == world.history
    assert again.battles == world.battles
    assert again.leaders == world.leaders

    monkeypatch.setattr(library, "_cache_folder", lambda: tmp_path)
    path = tmp_path / "past.yaml"
    library.open_scenario(path)

    def refuse(path: Path) -> None:
        raise AssertionError(f"{path} is checked again")

    monkeypatch.setattr(load, "load", refuse)
    kept = library.open_scenario(path).world
    assert kept is not None
    assert kept.history == world.history


def test_history_changes_nothing_in_the_game(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    before, _, rest = PAST.partition("history:\n")
    bare = written(tmp_path / "b", before)
    assert bare.world is not None
    assert rest
    world = past_world(tmp_path / "a")
    assert not bare.world.history
    assert begin(world, 7).digest() == begin(bare.world, 7).digest()
    played = past_table(tmp_path / "a", 3, "attack plain crown")
    from lanc_game.table import Table

    other = Table.open(bare.world, bare.document, (0,), seed=7)
    for _ in range(3):
        other.write(0, "attack plain crown")
        other.end_month()
    assert [turn.after.digest() for turn in played.turns] == [turn.after.digest() for turn in other.turns]
