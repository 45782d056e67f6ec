"""A world of several copies of its map, to see what more regions cost."""

from __future__ import annotations

from dataclasses import replace

from lanc_game.engine.grammar import GRAMMAR
from lanc_game.engine.names import Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.state import State
from lanc_game.engine.world import SLOTS, LinkDef, World

WIDER = 10


def widened(world: World, times: int = WIDER) -> World:
    """Return a world of so many copies of the map beside each other, with the same factions in all of them."""
    count = len(world.regions)
    shifts = range(0, count * times, count)
    return replace(
        world,
        regions=tuple(replace(r, id=f"{r.id}_{shift}") for shift in shifts for r in world.regions),
        links=tuple(LinkDef(w.a + shift, w.b + shift, w.kind, w.via) for shift in shifts for w in world.links),
        exits=tuple(replace(e, region=e.region + shift) for shift in shifts for e in world.exits),
    )


def widened_state(state: State, times: int = WIDER) -> State:
    """Return a position in which the same stands in every copy of the map."""
    wide = state.copy()
    count = state.region_count
    wide.region_count = count * times
    rows = range(0, state.faction_count * count, count)
    wide.men = [men for row in rows for men in state.men[row * SLOTS : (row + count) * SLOTS] * times]
    wide.total = [men for row in rows for men in state.total[row : row + count] * times]
    wide.posture = [posture for row in rows for posture in state.posture[row : row + count] * times]
    wide.sights = [sight for row in rows for sight in state.sights[row : row + count] * times]
    for name in ("sympathy", "scar", "council", "heat", "informers", "fear", "feuds", "grain", "burned"):
        setattr(wide, name, getattr(state, name) * times)
    for name in ("town", "country", "cut", "wire", "idle"):
        setattr(wide, name, getattr(state, name) * times)
    shifts = range(0, count * times, count)
    wide.works = [work._replace(region=work.region + shift) for shift in shifts for work in state.works]
    wide.operations = [
        op._replace(regions=tuple(region + shift for region in op.regions))
        for shift in shifts
        for op in state.operations
    ]
    return wide


def widened_orders(world: World, orders: list[list[Order]], times: int = WIDER) -> list[list[Order]]:
    """Return the same orders given in every copy of the map."""
    wide: list[list[Order]] = []
    for given in orders:
        more = list(given)
        for shift in range(len(world.regions), len(world.regions) * times, len(world.regions)):
            more += [_shifted(order, shift) for order in given if "region" in "".join(GRAMMAR[order.verb])]
        wide.append(more)
    return wide


def _shifted(order: Order, shift: int) -> Order:
    kinds = GRAMMAR[Verb(order.verb)]
    args = [a + shift if kind.strip("[]") == "region" else a for kind, a in zip(kinds, order.args, strict=False)]
    return Order(order.verb, tuple(args))
