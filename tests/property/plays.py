"""Positions and orders for the properties: remembered campaigns of random legal play, and orders from a key."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from random import Random

from hypothesis import settings
from hypothesis import strategies as st

from lanc_game.engine.legal import accept, legal
from lanc_game.engine.names import Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.state import State
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import View, view_of
from lanc_game.engine.world import SLOTS, World
from lanc_game.workshop.load import load

SCENARIOS = Path(__file__).parents[2] / "scenarios"
NAMES = ("four-valleys", "two-banners", "albania-1942")
TIMES = int(os.environ.get("LANC_EXAMPLES", "1"))  # how many times the usual examples; over 1 they are new each run
CAMPAIGNS = 2 * TIMES


def examples(count: int) -> settings:
    """Return settings for so many examples, the same in every run unless more are asked for."""
    return settings(max_examples=count * TIMES, deadline=None, derandomize=TIMES == 1, database=None)


@cache
def world_of(name: str) -> World | None:
    """Return a shipped scenario, or None while it has errors."""
    folder = SCENARIOS / name
    return load(folder).world if folder.exists() else None


def worlds() -> list[str]:
    """Return the names of the scenarios that load."""
    return [name for name in NAMES if world_of(name) is not None]


def world(name: str) -> World:
    """Return a scenario that loads."""
    found = world_of(name)
    assert found is not None
    return found


@cache
def campaign(name: str, seed: int) -> tuple[State, ...]:
    """Return the positions of a whole campaign of random legal play, the opening first."""
    states = [begin(world(name), seed, seed % 2)]
    while not states[-1].over:
        assert states[-1].turn < len(world(name).turns), "a campaign that does not end"
        states.append(resolve(world(name), states[-1], orders_of(world(name), states[-1], seed), seed))
    return tuple(states)


def orders_of(played: World, state: State, key: int) -> list[list[Order]]:
    """Return random orders that each faction may give together."""
    chance = Random(f"{key}/{state.turn}")  # noqa: S311 - for tests
    return [some_orders(view_of(played, state, faction), chance) for faction in range(state.faction_count)]


def some_orders(view: View, chance: Random) -> list[Order]:
    """Return random orders that a faction may give together: also parts of stacks, and offensives on three regions."""
    candidates = legal(view)
    chance.shuffle(candidates)
    wanted: list[Order] = []
    for order in candidates[: chance.randrange(4, 24)]:
        if order.verb is Verb.MOVE and chance.random() < 0.5:
            start, end = order.args
            slot = chance.choice(view.world.mobile[view.faction])
            men = view.men[start * SLOTS + slot]
            if men:
                wanted += [Order(Verb.MOVE, (start, end, slot, chance.randrange(1, men + 1)))] * chance.randrange(1, 3)
        elif order.verb is Verb.OFFENSIVE and chance.random() < 0.5:
            wanted.append(Order(Verb.OFFENSIVE, (*order.args, chance.randrange(len(view.total)))))
        else:
            wanted.append(order)
    return [order for order, why in accept(view, wanted) if why is None]


@st.composite
def positions(draw: st.DrawFn) -> tuple[World, State, int]:
    """Draw a scenario, a position that random play has come to in it, and a key for the orders of the next month."""
    name = draw(st.sampled_from(worlds()))
    states = campaign(name, draw(st.integers(0, CAMPAIGNS - 1)))
    state = states[draw(st.integers(0, len(states) - 2))]
    return world(name), state, draw(st.integers(0, 1 << 32))


@st.composite
def quarrels(draw: st.DrawFn) -> tuple[World, State, int]:
    """Draw a position in which some wings have come to hate their side; in half of them others have courted them."""
    name = draw(st.sampled_from([name for name in worlds() if world(name).wings]))
    states = campaign(name, draw(st.integers(0, CAMPAIGNS - 1)))
    state = states[draw(st.integers(0, len(states) - 2))].copy()
    chance = Random(draw(st.integers(0, 1 << 32)))  # noqa: S311 - for tests
    for wing in range(len(world(name).wings)):
        if chance.random() < 0.5:
            state.loyalty[wing], state.grievance[wing] = 0, 100
            at = wing * state.faction_count + chance.randrange(state.faction_count)
            state.goodwill[at] = chance.choice((0, 100))
    return world(name), state, draw(st.integers(0, 1 << 32))


@st.composite
def views(draw: st.DrawFn) -> tuple[World, State, View]:
    """Draw a position and somebody's view of it."""
    played, state, _ = draw(positions())
    return played, state, view_of(played, state, draw(st.integers(0, state.faction_count - 1)))
