"""What holds of orders and views: the listed ones are legal and readable, and only what is seen decides."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from plays import examples, some_orders, views, world, worlds

from lanc_game.bots import BOTS, choose
from lanc_game.engine.legal import accept, cost, legal, refusal
from lanc_game.engine.names import Posture
from lanc_game.engine.orders import GRAMMAR, OrderError, completions, parse, target_region, text_of
from lanc_game.engine.state import State
from lanc_game.engine.view import View, view_of
from lanc_game.engine.world import SLOTS, World

Seen = tuple[World, State, View]


@examples(60)
@given(views())
def test_what_is_listed_is_legal_and_readable(seen: Seen) -> None:
    played, _, view = seen
    listed = legal(view)
    assert len(set(listed)) == len(listed)
    for order in listed:
        assert refusal(view, order) is None
        [(_, why)] = accept(view, [order])
        assert why is None or (why.reason == "no_cadres" and cost(view, order) > view.free_cadres)
        line = text_of(played, view.faction, order)
        assert parse(played, view.faction, line) == order
        assert line == text_of(played, view.faction, parse(played, view.faction, line))


@examples(40)
@given(views())
def test_the_regions_lists_make_up_the_whole(seen: Seen) -> None:
    _, _, view = seen
    listed = legal(view)
    for region in range(len(view.total)):
        assert legal(view, region) == [order for order in listed if target_region(order) == region]


@examples(60)
@given(views(), st.randoms(use_true_random=False))
def test_what_is_accepted_together_reads_back(seen: Seen, chance: Random) -> None:
    played, _, view = seen
    orders = some_orders(view, chance)
    again = [parse(played, view.faction, text_of(played, view.faction, order)) for order in orders]
    assert again == orders
    assert all(why is None for _, why in accept(view, again))
    assert sum(cost(view, order) for order in orders) <= view.free_cadres


@examples(40)
@given(views(), st.randoms(use_true_random=False), st.sampled_from(sorted(BOTS)))
def test_what_is_not_seen_decides_nothing(seen: Seen, chance: Random, bot: str) -> None:
    played, state, view = seen
    other = view_of(played, disguised(state, view.faction, chance), view.faction)
    for name in (name for name in View.__slots__ if not name.startswith("_")):
        assert getattr(view, name) == getattr(other, name), name
    assert legal(view) == legal(other)
    assert choose(view, bot, 5) == choose(other, bot, 5)


def disguised(state: State, faction: int, chance: Random) -> State:
    """Return a position that looks the same to a faction: everybody else's secrets are other ones."""
    other = state.copy()
    for one in range(state.faction_count):
        if one == faction:
            continue
        for figures in (other.cadres, other.arms, other.supplies, other.output):
            figures[one] = chance.randrange(1000)
        for region in range(state.region_count):
            place = one * state.region_count + region
            other.posture[place] = chance.choice(list(Posture))
            row = [chance.randrange(50) for _ in range(SLOTS)]
            other.men[place * SLOTS : place * SLOTS + SLOTS] = row
            other.total[place] = sum(row)
            hearth = region * state.faction_count + one
            other.sympathy[hearth] = chance.randrange(100)
            other.council[hearth] = chance.randrange(4)
            other.informers[hearth] = chance.randrange(4)
    other.grain = [chance.randrange(1000) for _ in state.grain]
    other.fear = [chance.randrange(1000) for _ in state.fear]
    other.scar = [chance.randrange(1000) for _ in state.scar]
    other.works = [work for work in state.works if work.faction == faction]
    other.operations = [op._replace(weak=chance.randrange(state.region_count)) for op in state.operations]
    other.fired = [-1 for _ in state.fired]
    return other


@pytest.mark.parametrize("name", worlds())
@examples(120)
@given(
    line=st.one_of(
        st.text(max_size=40),
        st.lists(
            st.sampled_from([*(verb.name.lower() for verb in GRAMMAR), "a", "m", "0", "-1", "9999999", "٣", "ë"])
        ).map(" ".join),
    )
)
@example(line="move")
@example(line=" " * 300)
def test_any_line_is_an_order_or_an_order_error(name: str, line: str) -> None:
    played = world(name)
    completions(played, 0, line)
    try:
        order = parse(played, 0, line)
    except OrderError:
        return
    assert parse(played, 0, text_of(played, 0, order)) == order
