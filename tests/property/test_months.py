"""What holds of every month, whatever is legally ordered: men and figures are accounted for, and in no other way."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plays import CAMPAIGNS, campaign, examples, orders_of, positions, quarrels, world, worlds

from lanc_game.engine.facts import Changed, Fact, MenChanged, OrderFailed, WingLeft
from lanc_game.engine.ledger import LIMITS
from lanc_game.engine.names import Cause, Figure
from lanc_game.engine.state import State
from lanc_game.engine.turn import resolve
from lanc_game.engine.world import NOBODY, SLOTS, World

Place = tuple[World, State, int]


def month(drawn: Place) -> tuple[State, State, list[Fact]]:
    played, state, key = drawn
    facts: list[Fact] = []
    return state, resolve(played, state, orders_of(played, state, key), key, facts.append), facts


@examples(60)
@given(positions())
def test_no_man_is_lost_or_made(drawn: Place) -> None:
    account(*month(drawn))


@examples(60)
@given(quarrels())
def test_no_man_is_lost_or_made_where_houses_split_and_merge(drawn: Place) -> None:
    """Of those who walk out, every man and rifle arrives where they go, or has gone home."""
    before, after, facts = month(drawn)
    account(before, after, facts)
    explain(before, after, facts)
    left = [fact for fact in facts if isinstance(fact, WingLeft)]
    men: Counter[tuple[int, int]] = Counter()
    for fact in facts:
        if isinstance(fact, MenChanged):
            men[fact.actor, fact.cause] += fact.delta
            men[NOBODY, fact.cause] += fact.delta
    assert men[NOBODY, Cause.CAME_OVER] + men[NOBODY, Cause.WENT_OVER] == 0
    crossed = sum(men[side, Cause.CAME_OVER] for side in range(before.faction_count))
    assert crossed >= sum(fact.men for fact in left if fact.other != NOBODY)  # events too let men go over
    assert -men[NOBODY, Cause.DISBANDED] >= sum(fact.men for fact in left if fact.other == NOBODY)
    arms = sum(
        fact.delta
        for fact in facts
        if isinstance(fact, Changed) and fact.figure == Figure.ARMS and fact.cause in (Cause.CAME_OVER, Cause.WENT_OVER)
    )
    assert arms <= 0
    assert arms == 0 or any(fact.other == NOBODY for fact in left)
    for fact in left:
        last = [other for other in left if other.wing == fact.wing][-1]
        assert after.wing_side[fact.wing] == last.other
        assert before.total != after.total or not fact.men


@pytest.mark.parametrize("name", [name for name in worlds() if world(name).wings])
def test_houses_do_split_in_random_play(name: str) -> None:
    """That the properties say something of splits: with every wing at odds, some leave and some men go with them."""
    state = campaign(name, 0)[1].copy()
    state.loyalty, state.grievance = [0] * len(state.loyalty), [100] * len(state.grievance)
    facts: list[Fact] = []
    resolve(world(name), state, orders_of(world(name), state, 0), 0, facts.append)
    left = [fact for fact in facts if isinstance(fact, WingLeft)]
    assert sum(fact.men for fact in left) > 0


def account(before: State, after: State, facts: list[Fact]) -> None:
    """Every man who came or went is written down, by faction, region and kind."""
    moved: Counter[int] = Counter()
    for fact in facts:
        if isinstance(fact, MenChanged):
            place = fact.actor * before.region_count + fact.region
            moved[place * SLOTS + fact.slot] += fact.delta
    for at, (old, new) in enumerate(zip(before.men, after.men, strict=True)):
        assert old + moved[at] == new >= 0
    for place, total in enumerate(after.total):
        assert total == sum(after.row(place))


@examples(60)
@given(positions())
def test_the_fallen_are_the_killed(drawn: Place) -> None:
    before, after, facts = month(drawn)
    killed: Counter[int] = Counter()
    for fact in facts:
        if isinstance(fact, MenChanged) and fact.cause == Cause.KILLED:
            killed[fact.actor] -= fact.delta
    for faction in range(before.faction_count):
        assert before.fallen[faction] + killed[faction] == after.fallen[faction]


@examples(60)
@given(positions())
def test_men_who_leave_arrive(drawn: Place) -> None:
    """Marching, changing arms and going over move men; none of them makes any."""
    _, _, facts = month(drawn)
    sums: Counter[tuple[int, int]] = Counter()
    for fact in facts:
        if isinstance(fact, MenChanged):
            sums[fact.actor, fact.cause] += fact.delta
            sums[-1, fact.cause] += fact.delta
    assert sums[-1, Cause.CAME_OVER] + sums[-1, Cause.WENT_OVER] == 0
    for actor, _ in list(sums):
        assert sums[actor, Cause.CONVERTED] == 0
        assert sums[actor, Cause.ARRIVED] + sums[actor, Cause.DEPARTED] >= 0  # more, where men came from abroad


@examples(60)
@given(positions())
def test_every_figure_is_explained(drawn: Place) -> None:
    """Loyalty, grievance, goodwill, regard, strain and stigma among them: what they were and what is told, exactly."""
    explain(*month(drawn))


def explain(before: State, after: State, facts: list[Fact]) -> None:
    moved: Counter[tuple[int, int]] = Counter()
    for fact in facts:
        if isinstance(fact, Changed):
            moved[fact.figure, fact.at] += fact.delta
    for figure in Figure:
        for at, (old, new) in enumerate(zip(before.figure(figure), after.figure(figure), strict=True)):
            assert old + moved[figure, at] == new, (figure, at)
            assert 0 <= new <= LIMITS[figure]


@examples(60)
@given(positions())
def test_nobody_is_for_two_sides(drawn: Place) -> None:
    _, after, _ = month(drawn)
    width = after.faction_count
    for region in range(after.region_count):
        assert sum(after.sympathy[region * width : (region + 1) * width]) <= 1000


@examples(40)
@given(positions())
def test_the_given_position_is_left_alone(drawn: Place) -> None:
    played, state, key = drawn
    written = state.to_json()
    copy = state.copy()
    orders = orders_of(played, state, key)
    after = resolve(played, state, orders, key)
    assert state.to_json() == written
    assert resolve(played, copy, orders, key).digest() == after.digest()
    for name in written:
        value = getattr(state, name)
        assert not isinstance(value, list) or value is not getattr(after, name), name


@examples(40)
@given(positions(), st.randoms(use_true_random=False))
def test_the_order_of_orders_does_not_matter(drawn: Place, chance: Random) -> None:
    played, state, key = drawn
    orders = orders_of(played, state, key)
    told: list[Fact] = []
    one = resolve(played, state, orders, key, told.append)
    for given_orders in orders:
        chance.shuffle(given_orders)
    told_again: list[Fact] = []
    other = resolve(played, state, orders, key, told_again.append)
    assert one.digest() == other.digest()
    assert told == told_again


@examples(40)
@given(positions())
def test_a_listener_changes_nothing(drawn: Place) -> None:
    played, state, key = drawn
    orders = orders_of(played, state, key)
    told: list[Fact] = []
    assert resolve(played, state, orders, key).digest() == resolve(played, state, orders, key, told.append).digest()
    assert not any(isinstance(fact, OrderFailed) and not fact.reason for fact in told)


@examples(30)
@given(positions())
def test_everything_is_a_whole_number(drawn: Place) -> None:
    _, after, _ = month(drawn)
    for name in after.to_json():
        value = getattr(after, name)
        if isinstance(value, list):
            for part in value:
                assert isinstance(part, (int, tuple)), name
                assert not isinstance(part, tuple) or whole(part), name
        else:
            assert isinstance(value, int), name


def whole(value: object) -> bool:
    return all(map(whole, value)) if isinstance(value, tuple) else isinstance(value, int)


@pytest.mark.parametrize("name", worlds())
@pytest.mark.parametrize("seed", range(CAMPAIGNS))
def test_a_campaign_ends_and_stays_ended(name: str, seed: int) -> None:
    states = campaign(name, seed)
    assert 2 <= len(states) <= len(world(name).turns) + 1
    last = states[-1]
    assert resolve(world(name), last, [[] for _ in world(name).factions], seed) is last
    for faction, definition in enumerate(world(name).factions):
        assert (last.judged[faction] >= 0) == bool(definition.measures)
