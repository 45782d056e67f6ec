"""Playing saves again: the same positions, every lie found, and going on where another engine would differ."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import JsonValue
from saves_world import DOCUMENT, make_world, play

from lanc_game.engine.facts import Fact
from lanc_game.engine.world import World
from lanc_game.model.problems import Problem
from lanc_game.saves import SaveError, SaveFile, first_difference, read_save, replay, turn_at, verify, world_of
from lanc_game.saves.records import TurnRecord

WORLD = make_world()


@pytest.fixture(scope="module")
def save(tmp_path_factory: pytest.TempPathFactory) -> SaveFile:
    return play(WORLD, tmp_path_factory.mktemp("saves") / "game.lanc", 6)


def told(save: SaveFile, turn: int, **changes: object) -> SaveFile:
    """Return the save with one turn's record changed, as an untrue but well-formed file would say it."""
    turns = list(save.turns)
    turns[turn] = replace(turns[turn], **changes)  # type: ignore[arg-type]
    return replace(save, turns=tuple(turns))


def test_replay_gives_every_position_and_its_facts(save: SaveFile) -> None:
    positions = list(replay(WORLD, save))
    assert [position.turn for position in positions] == [0, 1, 2, 3, 4, 5, 6]
    assert [position.state.turn for position in positions] == [0, 1, 2, 3, 4, 5, 6]
    assert positions[0].state.digest() == save.header.start
    assert [p.state.digest() for p in positions[1:]] == [record.digest for record in save.turns]
    assert [p.line for p in positions] == [1, 2, 3, 4, 5, 6, 7]
    assert any(position.facts for position in positions)
    assert list(replay(WORLD, save, 2))[-1].label == "1942-10"
    assert len(list(replay(WORLD, save, 0))) == 1


def test_facts_go_to_a_sink_or_nowhere_on_request(save: SaveFile) -> None:
    heard: list[Fact] = []
    assert not any(position.facts for position in replay(WORLD, save, sink=heard.append))
    assert heard == [fact for position in replay(WORLD, save) for fact in position.facts]
    assert not any(position.facts for position in replay(WORLD, save, facts=False))


def test_an_untrue_digest_names_its_turn(save: SaveFile) -> None:
    verification = verify(WORLD, told(save, 3, digest="0" * 32))
    assert not verification.ok
    assert verification.first is not None
    first = verification.first
    assert (first.turn, first.label, first.line, first.what) == (3, "1942-12", 5, "state digest")
    assert first.found == save.turns[3].digest
    assert len(verification.digests) == 4
    assert "line 5, 1942-12: state digest" in str(first)


def test_keeping_going_tells_every_turn_that_differs(save: SaveFile) -> None:
    lied = told(told(save, 1, digest="0" * 32), 4, digest="1" * 32)
    verification = verify(WORLD, lied, keep_going=True)
    assert [mismatch.turn for mismatch in verification.mismatches] == [1, 4]
    assert [digest for _, digest in verification.digests] == [record.digest for record in save.turns]


def test_other_rules_are_told_turn_by_turn(save: SaveFile) -> None:
    other = replace(WORLD, rules=replace(WORLD.rules, council_pull=400, fear_keep=10))
    verification = verify(other, save, keep_going=True)
    assert {mismatch.what for mismatch in verification.mismatches} >= {"state digest"}
    assert len(verification.digests) == 6


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("hold nowhere",), "no region"),
        (("fly a0",), "no verb"),
        (("hol a0",), "spelled `hold a0`"),
        (("hold  a0",), "spelled `hold a0`"),
        (("hold t0",), "spelled `hold a0`"),
        (("Hold a0",), "spelled `hold a0`"),
        (("move a0 a1 band 099",), "spelled"),
        (("move a0 a1 band 999999",), "refused: not_so_many_men"),
        (("levy a3", "levy a3"), "refused"),
        (("\x1b[2J",), "no verb"),
    ],
)
def test_orders_that_cannot_be_are_named_by_line(save: SaveFile, lines: tuple[str, ...], found: str) -> None:
    lied = told(save, 2, orders={"f0": lines})
    first = verify(WORLD, lied).first
    assert first is not None
    assert (first.turn, first.line, first.what) == (2, 4, "orders")
    assert found in first.found
    assert "\x1b" not in str(first)
    with pytest.raises(SaveError, match="orders") as caught:
        list(replay(WORLD, lied))
    assert caught.value.line == 4
    assert len(verify(WORLD, lied, keep_going=True).digests) == 6


def test_strangers_other_calendars_and_other_worlds_are_told(save: SaveFile) -> None:
    def first(of: SaveFile, world: World = WORLD) -> str:
        mismatch = verify(world, of).first
        assert mismatch is not None
        return mismatch.what

    assert first(told(save, 0, orders={"stranger": ("hold a0",)})) == "orders"
    assert first(told(save, 0, label="1950-01")) == "label"
    assert first(told(save, 0, over=True)) == "end"
    assert first(replace(save, header=replace(save.header, start="0" * 32))) == "start"
    assert first(replace(save, header=replace(save.header, seats={"stranger": "human"}))) == "seats"
    assert first(replace(save, header=replace(save.header, seed=8))) == "start"
    assert first(save, make_world(world_id="five")) == "scenario"
    extra = TurnRecord(6, "1943-03", {}, save.turns[-1].digest)
    assert first(replace(save, turns=(*save.turns, extra))) == "end"


WORDS = ["move", "attack", "hold", "sabotage", "garrison", "policy", "offensive", "repair", "withdraw", "levy",
         "decide", "a0", "a1", "a3", "band", "cell", "militia", "guard", "column", "road", "mine", "0", "1", "50",
         "999999", "f0", "f1", "reprisals", "harsh", "ë", "-1"]  # fmt: skip


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), min_size=1, max_size=12))
def test_no_orders_bring_verification_down(save: SaveFile, lines: list[str]) -> None:
    for faction in ("f0", "f1"):
        lied = told(save, 1, orders={faction: tuple(lines)})
        assert verify(WORLD, lied, keep_going=True).digests[0] == (save.turns[0].label, save.turns[0].digest)


def test_the_world_comes_from_the_save_itself(save: SaveFile) -> None:
    def compile_world(document: JsonValue) -> tuple[World | None, list[Problem]]:
        assert document == DOCUMENT
        return WORLD, []

    def refuse(document: JsonValue) -> tuple[World | None, list[Problem]]:
        return None, [Problem("no-such-region", ("links", 0), "There is no region `a9`.")]

    assert world_of(save, compile_world) is WORLD
    with pytest.raises(SaveError, match=r"links\.0: There is no region `a9`"):
        world_of(save, refuse)


def test_dates_are_labels_or_numbers() -> None:
    assert turn_at(WORLD, "1942-11") == 2
    assert turn_at(WORLD, "#0") == 0
    assert turn_at(WORLD, "#6") == 6
    for date in ("#7", "#-1", "#", "#²", "1950-01", "", "#" + "9" * 5_000):
        assert turn_at(WORLD, date) is None


def test_the_first_field_that_differs_is_told(save: SaveFile) -> None:
    states = [position.state for position in replay(WORLD, save)]
    assert first_difference(states[1], states[1].copy()) is None
    other = states[1].copy()
    other.supplies[1] += 5
    assert first_difference(states[1], other) == ("supplies[1]", str(states[1].supplies[1]), str(other.supplies[1]))
    other.cadres.append(1)
    assert first_difference(states[1], other) == ("cadres (length)", "2", "3")
    assert first_difference(states[1], states[2]) is not None


def test_the_page_names_every_part_of_a_state(save: SaveFile) -> None:
    page = (Path(__file__).parents[2] / "docs" / "save-format.md").read_text(encoding="utf-8")
    missing = [name for name in next(replay(WORLD, save, 0)).state.to_json() if f"`{name}`" not in page]
    assert not missing


def test_the_page_shows_a_save_that_reads(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "save-format.md").read_text(encoding="utf-8")
    block = page.split("```json\n", 1)[1].split("```", 1)[0]
    path = tmp_path / "example.lanc"
    path.write_text(block, encoding="utf-8", newline="\n")
    shown = read_save(path)
    assert [json.loads(line)["label"] for line in block.splitlines()[1:]] == [turn.label for turn in shown.turns]
    assert len(shown.turns) == 2


def test_the_page_checks_a_chain_with_a_program_that_works(save: SaveFile) -> None:
    page = (Path(__file__).parents[2] / "docs" / "save-format.md").read_text(encoding="utf-8")
    program = page.split("```python\n", 1)[1].split("```", 1)[0]
    names: dict[str, object] = {}
    exec(compile(program, "save-format.md", "exec"), names)  # noqa: S102 - our own page
    check = names["first_bad_line"]
    assert callable(check)
    assert check(str(save.path)) == 0
    damaged = save.path.with_name("damaged.lanc")
    damaged.write_bytes(save.path.read_bytes().replace(b'"1942-10"', b'"1942-11"'))
    assert check(str(damaged)) == 3
