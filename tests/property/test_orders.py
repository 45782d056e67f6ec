"""What holds of orders and views: the listed ones are legal and readable, and only what is seen decides."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from plays import examples, some_orders, views, world, worlds

from lanc_game.bots import BOTS, choose
from lanc_game.engine.forecast import forecast
from lanc_game.engine.grammar import GRAMMAR
from lanc_game.engine.legal import accept, cost, legal, refusal
from lanc_game.engine.lexicon import OrderError
from lanc_game.engine.names import Posture, Verb
from lanc_game.engine.orders import completions, parse, target_region, text_of
from lanc_game.engine.state import Letter, Rumour, State, Task, Treaty, Vow
from lanc_game.engine.treaties import Scales, combinations, consider, total
from lanc_game.engine.view import View, view_of
from lanc_game.engine.wording import wish_of
from lanc_game.engine.world import NOBODY, SLOTS, World

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
    other = view_of(played, disguised(played, state, view.faction, chance), view.faction)
    for name in (name for name in View.__slots__ if not name.startswith("_")):
        assert getattr(view, name) == getattr(other, name), name
    assert legal(view) == legal(other)
    assert choose(view, bot, 5) == choose(other, bot, 5)


def disguised(played: World, state: State, faction: int, chance: Random) -> State:
    """Return a position that looks the same to a faction: everybody else's secrets are other ones."""
    other = state.copy()
    disguise_houses(played, other, faction, chance)
    disguise_dealings(played, other, faction, chance)
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
    for event in played.untold[faction]:  # what is public, and what we were asked, is no secret
        other.fired[event] = chance.randrange(-1, state.turn + 1)
    return other


def disguise_houses(played: World, other: State, faction: int, chance: Random) -> None:
    """Change the minds of others' wings that we have not courted, what others have won, and how others are regarded."""
    width = other.faction_count
    ours = other.goodwill[faction::width]
    heard = {side for wing, side in enumerate(other.wing_side) if side >= 0 and ours[wing]}
    for wing, side in enumerate(other.wing_side):
        if side != faction and not ours[wing]:
            other.loyalty[wing], other.grievance[wing] = chance.randrange(101), chance.randrange(101)
    for one in range(width):
        if one == faction:
            continue
        other.goodwill[one::width] = [chance.randrange(101) for _ in ours]
        other.regard[one::width] = [chance.randrange(101) for _ in played.patrons]
        other.access[one::width] = [chance.randrange(2) for _ in played.patrons]
        other.policy[one * 2 : one * 2 + 2] = [chance.randrange(2), chance.randrange(2)]
        if one not in heard:
            clauses = len(played.clauses)
            other.stakes[one * clauses : (one + 1) * clauses] = [chance.randrange(200) for _ in range(clauses)]
    other.meter = [
        chance.randrange(101) if meter.faction != faction else other.meter[i] for i, meter in enumerate(played.meters)
    ]
    other.ready = [
        chance.randrange(2) if congress.host != faction else other.ready[i]
        for i, congress in enumerate(played.congresses)
    ]
    other.promisable = [
        chance.randrange(2) if promise.faction != faction else other.promisable[i]
        for i, promise in enumerate(played.promises)
    ]
    other.vows = [vow for vow in other.vows if vow.faction == faction]
    other.tasks = [task for task in other.tasks if played.mandates[task.mandate].faction == faction]
    for number, mandate in enumerate(played.mandates):
        if mandate.faction != faction and chance.random() < 0.5:
            other.tasks.insert(0, Task(number, pledged=chance.random() < 0.5, due=chance.randrange(30)))
    for number, promise in enumerate(played.promises):
        if promise.faction != faction:
            other.vows.insert(0, Vow(number, promise.wings[0], promise.faction, chance.randrange(30)))


def disguise_dealings(played: World, other: State, faction: int, chance: Random) -> None:
    """Change what is between others: strain, guilt, letters, secret treaties, what they were told; and what is true."""
    width = other.faction_count
    strangers = [one for one in range(width) if one != faction]
    for one in strangers:
        for two in strangers:
            other.guilt[one * width + two] = chance.randrange(9)
            other.strain[other.pair(one, two)] = chance.randrange(101)
    for dates in (other.signed_at, other.ended_at):
        dates[:] = [chance.randrange(-1, 30) for _ in dates]
    other.treaties = [t for t in other.treaties if t.public or faction in (t.a, t.b)]
    other.letters = [x for x in other.letters if faction in (x.sender, x.receiver)]
    for number, instrument in enumerate(played.instruments):
        parties = [one for one in instrument.parties if one != faction]
        if len(parties) > 1:
            values = tuple(chance.randrange(len(played.clauses[clause].values)) for clause in instrument.clauses)
            region = chance.randrange(other.region_count) if instrument.local else NOBODY
            a, b = sorted(parties[:2])
            other.treaties.insert(0, Treaty(number, a, b, values, 0, region, public=False))
            other.letters.insert(0, Letter(number, b, a, tuple((value,) for value in values), 0, region))
    other.rumours = [
        rumour if rumour.verified else rumour._replace(true=chance.random() < 0.5)
        for rumour in other.rumours
        if rumour.hearer == faction
    ]
    other.rumours.insert(0, Rumour(strangers[0], 0, faction, strangers[1], 99, true=True, heard=0, verified=True))


@examples(60)
@given(views())
def test_an_answer_is_the_sum_of_what_is_shown(seen: Seen) -> None:
    """Of every letter, whether it is written or answered: the terms of its forecast make up the answer exactly."""
    _, _, view = seen
    for order in legal(view):
        if order.verb not in (Verb.PROPOSE, Verb.COUNTER, Verb.ACCEPT):
            continue
        head, *terms = forecast(view, order).terms
        assert head.low == head.high == sum(term.low for term in terms if term.key != "unheard")
        assert head.key == ("own_gain" if order.verb is Verb.ACCEPT else "answer")
        if order.verb is Verb.ACCEPT:
            instrument, partner, *codes = order.args
            values = [wish_of(code)[0] for code in codes]
            assert head.low == total(consider(view, view.faction, partner, instrument, values))


@examples(40)
@given(views())
def test_a_letter_is_weighed_alike_whole_and_by_its_parts(seen: Seen) -> None:
    played, _, view = seen
    for number, instrument in enumerate(played.instruments):
        if view.faction not in instrument.parties:
            continue
        for partner in instrument.parties:
            if partner == view.faction:
                continue
            scales = Scales(view, view.faction, partner, number)
            wishes = [range(len(played.clauses[clause].terms)) for clause in instrument.clauses]
            for values in list(combinations(wishes))[:20]:
                terms = consider(view, view.faction, partner, number, values)
                assert all(term.amount for term in terms)
                assert scales.weigh(values) == total(terms)


@pytest.mark.parametrize("name", worlds())
@examples(120)
@given(
    line=st.one_of(
        st.text(max_size=40),
        st.lists(
            st.sampled_from(
                [
                    *(verb.name.lower() for verb in GRAMMAR),
                    "a",
                    "m",
                    "0",
                    "-1",
                    "9999999",
                    "٣",
                    "ë",
                    "truce",
                    "joint",
                    "to",
                    "by",
                    "in=",
                    "=",
                    "oath",
                    "star",
                    "hill",
                    "land=courts|",
                    "command=own",
                    "in=plain",
                    "gathering",
                    "teachers=4",
                    "shepherds=",
                    "pastures",
                    "schools",
                    "envoy",
                    "2",
                ]
            )
        ).map(" ".join),
    )
)
@example(line="move")
@example(line="denounce oath hill by")
@example(line="propose oath star land=courts|divided command=own in=plain")
@example(line="truce plain")
@example(line="congress gathering =")
@example(line="accept oath star in=plain")
@example(line=" " * 300)
def test_any_line_is_an_order_or_an_order_error(name: str, line: str) -> None:
    played = world(name)
    completions(played, 0, line)
    try:
        order = parse(played, 0, line)
    except OrderError:
        return
    assert parse(played, 0, text_of(played, 0, order)) == order
