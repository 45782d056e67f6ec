"""A digest is taken of a position's JSON; the text is written in a quicker way, and must be the same to the letter."""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path

import pytest

from lanc_game.bench import ordered
from lanc_game.engine import state as states
from lanc_game.engine.digest import of_numbers, of_sights
from lanc_game.engine.names import Posture
from lanc_game.engine.state import UNSEEN, Seen, Sight, State
from lanc_game.engine.turn import begin, resolve
from lanc_game.workshop.load import load

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def plainly(state: State) -> str:
    values = [getattr(state, name) for name in (*states._LISTS, *states._RECORDS)]
    text = json.dumps([state.turn, state.clock, state.over, values], separators=(",", ":"))
    return blake2b(text.encode(), digest_size=16).hexdigest()


@pytest.mark.parametrize("name", ["two-banners", "four-valleys"])
def test_digests_are_of_the_plain_text(name: str) -> None:
    world = load(SCENARIOS / name).world
    assert world is not None
    state = begin(world, 9)
    told = {state.digest()}
    while not state.over:
        assert state.digest() == plainly(state)
        state = resolve(world, state, ordered(world, state, "regular", 9), 9)
        told.add(state.digest())
    assert state.digest() == plainly(state)
    assert len(told) == state.turn + 1


def test_every_part_of_a_sight_counts() -> None:
    seen = Seen(1, 1200, 900, 30, hidden=False)
    sight = Sight(4, 2, (seen, Seen(2, 10, 9, 9, hidden=True)), (500, -1), (0, 3), 40)
    others = [
        sight._replace(turn=5),
        sight._replace(level=1),
        sight._replace(forces=()),
        sight._replace(forces=(seen,)),
        sight._replace(forces=(seen._replace(hidden=True), sight.forces[1])),
        sight._replace(sympathy=(500, 0)),
        sight._replace(councils=(0, 2)),
        sight._replace(fear=41),
        UNSEEN,
    ]
    texts = {of_sights([one]) for one in (sight, *others)}
    assert len(texts) == 10
    assert json.loads(of_sights([sight, UNSEEN, sight])) == [
        [4, 2, [[1, 1200, 900, 30, False], [2, 10, 9, 9, True]], [500, -1], [0, 3], 40],
        [-1, 0, [], [], [], 0],
        [4, 2, [[1, 1200, 900, 30, False], [2, 10, 9, 9, True]], [500, -1], [0, 3], 40],
    ]


def test_numbers_of_any_size_and_members_of_lists() -> None:
    values = [0, -1, -2, 999, 1000, 10**18, Posture.HIDDEN]
    assert of_numbers(values) == "[0,-1,-2,999,1000,1000000000000000000,3]"
