"""Branches share a beginning and touch nothing; comparing finds where two games part."""

from dataclasses import replace
from pathlib import Path

import pytest
from saves_world import header, make_world, play

from lanc_game.saves import BranchPoint, Damage, Journal, SaveError, SaveFile, branch, compare, read_save, verify

WORLD = make_world()


@pytest.fixture(scope="module")
def save(tmp_path_factory: pytest.TempPathFactory) -> SaveFile:
    return play(WORLD, tmp_path_factory.mktemp("saves") / "game.lanc", 5)


@pytest.mark.parametrize("turn", [0, 1, 3, 5])
def test_a_branch_is_a_save_of_its_own(save: SaveFile, tmp_path: Path, turn: int) -> None:
    before = save.path.read_bytes()
    with branch(save, turn, tmp_path / "branch.lanc"):
        pass
    made = read_save(tmp_path / "branch.lanc")
    chain = save.turns[turn - 1].chain if turn else save.header.chain
    assert made.header.branched_from == BranchPoint(chain, turn)
    assert [record.orders for record in made.turns] == [record.orders for record in save.turns[:turn]]
    assert verify(WORLD, made).ok
    assert made.chain != save.until(turn).chain
    assert save.path.read_bytes() == before


def test_a_branch_can_be_played_on_and_branched_again(save: SaveFile, tmp_path: Path) -> None:
    with branch(save, 2, tmp_path / "one.lanc") as journal:
        third = save.turns[2]
        journal.append(third.label, third.orders, third.digest)
        one = journal.save
    with branch(one, 3, tmp_path / "two.lanc") as journal:
        two = journal.save
    assert two.header.branched_from == BranchPoint(one.chain, 3)
    assert compare(one, two).same
    assert compare(save.until(3), two).same


def test_a_branch_overwrites_nothing(save: SaveFile, tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="a file already"):
        branch(save, 2, save.path)
    for turn in (-1, 6):
        with pytest.raises(SaveError, match="no turn"):
            branch(save, turn, tmp_path / "x.lanc")
    with pytest.raises(SaveError, match="line 3"):
        branch(replace(save, damage=Damage(3, "edited")), 1, tmp_path / "x.lanc")
    assert not (tmp_path / "x.lanc").exists()


def test_the_same_game_is_the_same(save: SaveFile) -> None:
    assert compare(save, save).same
    assert compare(save, save).common == 5


def test_games_part_where_orders_do(save: SaveFile) -> None:
    turns = list(save.turns)
    turns[3] = replace(turns[3], orders={"f0": ("hold a0",)}, digest="0" * 32)
    comparison = compare(save, replace(save, turns=tuple(turns)))
    assert (comparison.turn, comparison.label, comparison.common, comparison.same) == (3, "1942-12", 3, False)
    assert [(d.what, d.whose) for d in comparison.differences] == [
        ("orders", "f0"),
        ("orders", "f1"),
        ("state digest", ""),
    ]
    assert comparison.differences[0].other == ("hold a0",)


def test_games_differ_from_the_start_by_seed_clock_and_scenario(save: SaveFile, tmp_path: Path) -> None:
    with Journal.create(tmp_path / "a.lanc", header(WORLD, 8, {"id": "other"}, clock=1)) as journal:
        comparison = compare(save, journal.save)
    assert comparison.turn == -1
    assert [d.what for d in comparison.differences] == ["scenario", "seed", "clock", "start"]


def test_a_longer_game_goes_on(save: SaveFile) -> None:
    comparison = compare(save.until(2), save)
    assert (comparison.turn, comparison.label, comparison.common) == (2, "1942-11", 2)
    assert comparison.differences[0].what == "length"
    assert (comparison.differences[0].one, comparison.differences[0].other) == (("2",), ("5",))


def test_who_sat_where_is_told_aside(save: SaveFile) -> None:
    other = replace(save, header=replace(save.header, seats={"f0": "bot:expert", "f1": "bot:regular"}, engine="9"))
    comparison = compare(save, other)
    assert comparison.same
    assert [(d.what, d.whose) for d in comparison.asides] == [("engine", ""), ("seat", "f0")]
