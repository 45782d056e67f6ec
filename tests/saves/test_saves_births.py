"""A side that is born in play, and what binds and divides sides, survive writing, reading, resuming and branching."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import JsonValue
from saves_world import chosen_orders

from lanc_game.compile import build
from lanc_game.engine.facts import StatusChanged, WingLeft
from lanc_game.engine.names import Status
from lanc_game.engine.orders import parse
from lanc_game.engine.state import State
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.world import World
from lanc_game.model.problems import Problem
from lanc_game.saves import (
    Journal,
    SaveFile,
    branch,
    compare,
    first_difference,
    new_header,
    read_save,
    replay,
    verify,
    world_of,
)
from lanc_game.workshop.load import load

SEED = 11
BANNERS = Path(__file__).parents[2] / "scenarios" / "two-banners"
HILL, STAR, SHEPHERDS = 0, 1, 0


@cache
def torn() -> dict[str, JsonValue]:
    """Return the document of two banners before there is an Evening Star: the Shepherds will found it."""
    document: Any = json.loads(json.dumps(load(BANNERS).document))
    document["rules"] = {**document.get("rules", {}), "walk_chance": 400}
    document["factions"]["star"]["status"] = "unborn"
    document["wings"]["shepherds"] |= {"loyalty": 20, "grievance": 30}
    return document  # type: ignore[no-any-return]


def compiled(document: JsonValue) -> tuple[World | None, list[Problem]]:
    return build(document)  # type: ignore[arg-type]  # the same plain JSON under another name


def months(world: World, state: State, count: int) -> Iterator[tuple[str, dict[str, list[str]], State]]:
    """Yield so many months of random legal play: their labels, their orders, the positions after them."""
    for _ in range(count):
        lines = {f.id: chosen_orders(world, state, i, SEED) for i, f in enumerate(world.factions)}
        orders = [[parse(world, i, line) for line in lines[f.id]] for i, f in enumerate(world.factions)]
        label = world.turns[state.turn].label
        state = resolve(world, state, orders, SEED)
        yield label, lines, state


def write(journal: Journal, world: World, state: State, count: int) -> State:
    for label, lines, after in months(world, state, count):
        journal.append(label, lines, after.digest(), over=bool(after.over))
        state = after
    return state


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("births")


@pytest.fixture(scope="module")
def save(folder: Path) -> SaveFile:
    world, problems = compiled(torn())
    assert world is not None, problems
    start = begin(world, SEED)
    header = new_header(world, torn(), seed=SEED, clock=0, seats={"hill": "human"}, start=start.digest())
    with Journal.create(folder / "game.lanc", header) as journal:
        write(journal, world, start, 10)
        return journal.save


def world_in(save: SaveFile) -> World:
    return world_of(save, compiled)


def birth(save: SaveFile) -> int:
    """Return the turn in which the Star was born."""
    for position in replay(world_in(save), save):
        if any(isinstance(fact, StatusChanged) and fact.was == Status.UNBORN for fact in position.facts):
            return position.turn - 1
    raise AssertionError("nobody was born")


def test_a_side_is_born_gives_orders_and_is_found_in_the_save_again(save: SaveFile) -> None:
    read = read_save(save.path)
    world = world_in(read)
    assert verify(world, read).ok
    positions = list(replay(world, read))
    born = birth(read)
    assert positions[born].state.status[STAR] == Status.UNBORN
    assert positions[born].state.men_of(STAR) == 0 or born == 0
    left = [fact for fact in positions[born + 1].facts if isinstance(fact, WingLeft)]
    assert [(fact.actor, fact.other, fact.wing) for fact in left] == [(HILL, STAR, SHEPHERDS)]
    assert positions[born + 1].state.wing_side[SHEPHERDS] == STAR
    assert 0 <= born < 9
    assert all("star" not in record.orders for record in read.turns[: born + 1])
    assert all(record.orders.get("star") for record in read.turns[born + 1 :])
    assert [p.state.digest() for p in positions[1:]] == [record.digest for record in read.turns]


def test_the_orders_of_politics_are_in_the_save(save: SaveFile) -> None:
    verbs = {line.split()[0] for record in save.turns for lines in record.orders.values() for line in lines}
    assert len(verbs & {"court", "promise", "purge", "congress", "appeal", "pledge", "verify", "propose", "reply"}) > 3


def test_a_game_is_resumed_before_and_after_a_birth(save: SaveFile, tmp_path: Path) -> None:
    """Stopped at any turn, read again and played on, it comes to the same positions."""
    world = world_in(save)
    born = birth(save)
    for stop in {1, born, born + 1, 9}:
        path = tmp_path / f"stopped-{stop}.lanc"
        start = begin(world, SEED)
        with Journal.create(path, save.header) as journal:
            write(journal, world, start, stop)
        at = list(replay(world, read_save(path)))[-1].state
        with Journal.resume(path) as journal:
            write(journal, world, at, 10 - stop)
        assert compare(read_save(path), save).same
        assert path.read_bytes() == save.path.read_bytes()


def test_a_branch_before_the_birth_can_go_another_way(save: SaveFile, tmp_path: Path) -> None:
    world = world_in(save)
    born = birth(save)
    at = list(replay(world, save, born))[-1].state
    with branch(save, born, tmp_path / "other.lanc") as journal:
        loyal = at.copy()
        orders = [[parse(world, HILL, "court shepherds")], [], []]
        after = resolve(world, loyal, orders, SEED)
        journal.append(world.turns[born].label, {"hill": ["court shepherds"]}, after.digest())
    other = read_save(tmp_path / "other.lanc")
    assert verify(world, other).ok
    assert list(replay(world, other))[-1].state.digest() == after.digest()
    parted = compare(save, other)
    assert parted.turn == born
    assert not parted.same


@pytest.mark.parametrize("later", [1, 3])
def test_a_branch_after_the_birth_is_played_on_as_the_parent_was(save: SaveFile, tmp_path: Path, later: int) -> None:
    world = world_in(save)
    turn = min(9, birth(save) + later)
    at = list(replay(world, save, turn))[-1].state
    with branch(save, turn, tmp_path / "same.lanc") as journal:
        write(journal, world, at, 10 - turn)
    assert compare(read_save(tmp_path / "same.lanc"), save).same
    assert verify(world, read_save(tmp_path / "same.lanc")).ok


def test_a_copy_of_a_position_shares_no_list_with_it(save: SaveFile) -> None:
    state = list(replay(world_in(save), save))[-1].state
    copy = state.copy()
    assert first_difference(state, copy) is None
    assert copy.to_json() == state.to_json()
    for name in state.to_json():
        value = getattr(state, name)
        assert not isinstance(value, list) or value is not getattr(copy, name), name
