"""The groups and the party: what the campaign opens with, what it needs before what, and that its months are not written."""

from functools import cache
from pathlib import Path

import pytest

from lanc_game.bots import bot_key, choose
from lanc_game.engine.names import Fate, Role
from lanc_game.engine.state import State
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import view_of
from lanc_game.engine.world import NOBODY, SLOTS, World
from lanc_game.workshop.load import load

SCENARIO = Path(__file__).parents[2] / "scenarios" / "albania-1941"
INPUTS = {"yugoslavia_and_greece", "attack_on_ussr", "annexation"}
NEWS = {"pearl_harbor", "alamein_torch", "allied_declarations"}
SEEDS = range(1, 9)
ON_SCHEDULE = 1


@cache
def world() -> World:
    loaded = load(SCENARIO)
    assert loaded.world is not None
    return loaded.world


def index(kind: str, name: str) -> int:
    return next(i for i, thing in enumerate(getattr(world(), kind)) if thing.id == name)


def partisans(state: State) -> int:
    lnc = index("factions", "lnc")
    roles = {slot for slot, unit in enumerate(world().slots[lnc]) if unit.role in (Role.CELL, Role.BAND, Role.REGULAR)}
    first = lnc * state.region_count * SLOTS
    men = state.men[first : first + state.region_count * SLOTS]
    return sum(count for at, count in enumerate(men) if at % SLOTS in roles)


@cache
def games() -> list[list[State]]:
    """Every month of a few games in which all sides do what was done."""
    played: list[list[State]] = []
    for seed in SEEDS:
        months = [begin(world(), seed, ON_SCHEDULE)]
        while not months[-1].over:
            views = [view_of(world(), months[-1], faction) for faction in range(len(world().factions))]
            bots = [choose(view, "historical", bot_key(world(), seed, side)) for side, view in enumerate(views)]
            orders = [[choice.order for choice in chosen] for chosen in bots]
            months.append(resolve(world(), months[-1], orders, seed, lambda _: None))
        played.append(months)
    return played


def month_of(label: str) -> int:
    return [turn.label for turn in world().turns].index(label)


def test_it_opens_with_three_cells_and_a_frozen_front() -> None:
    start = begin(world(), 1, 0)
    assert partisans(start) == 21
    held = {world().factions[holder].id for holder in start.town if holder != NOBODY}
    assert held == {"italy", "greece"}
    assert start.town[index("regions", "korca")] == index("factions", "greece")
    assert start.town[index("regions", "kosova_west")] == NOBODY


def test_only_what_came_from_outside_has_a_date() -> None:
    dated = {event.id for event in world().events if 0 <= event.scheduled < len(world().turns)}
    assert dated == INPUTS | NEWS


def test_the_front_is_gone_with_the_german_attack_and_the_towns_are_italian() -> None:
    korca, italy = index("regions", "korca"), index("factions", "italy")
    for months in games():
        after = months[month_of("1941-04") + 1]
        assert after.town[korca] == italy
        assert after.men_of(index("factions", "greece")) == 0


def test_no_party_without_delegates_and_agreement_and_no_peze_without_a_party() -> None:
    needed = [index("events", "delegates"), index("events", "agreement_of_groups")]
    founded, peze = index("congresses", "party_founded"), index("congresses", "peze")
    for months in games():
        end = months[-1]
        assert end.held[founded] > max(end.fired[event] for event in needed)
        assert end.held[peze] < 0 or end.held[peze] >= end.held[founded] + 6


def test_the_months_of_the_party_and_of_the_wires_vary() -> None:
    founded, wires = index("congresses", "party_founded"), index("events", "wires_of_the_country")
    foundings = {months[-1].held[founded] for months in games()}
    cuts = {months[-1].fired[wires] for months in games()}
    assert len(foundings) > 1
    assert min(foundings) >= month_of("1941-08")
    assert len(cuts) > 1


def test_the_first_winter_has_some_hundred_partisans() -> None:
    december = month_of("1941-12") + 1
    counts = sorted(partisans(months[december]) for months in games())
    assert 20 <= counts[len(counts) // 2] <= 250


@pytest.mark.parametrize("person", ["anastas_lula", "sadik_premtaj"])
def test_the_factionalists_stay_until_they_are_expelled(person: str) -> None:
    event, who = index("events", "factionalists"), index("leaders", person)
    expel = [option.id for option in world().events[event].options].index("expel")
    after_june = month_of("1942-06") + 2
    kept = [
        state.leader_fate[who] for months in games() for state in months[after_june:] if state.answer[event] != expel
    ]
    gone = [state.leader_fate[who] for months in games() for state in months if state.answer[event] == expel]
    assert kept, "somewhere the summer passes without the conference"
    assert Fate.AWAY not in kept, "no date sends them away"
    assert set(gone) == {Fate.AWAY}


def test_giving_up_the_north_leaves_its_towns_italian_and_its_country_to_the_chieftains() -> None:
    event = index("events", "the_north")
    give_up = [option.id for option in world().events[event].options].index("give_up")
    italy, chiefs = index("factions", "italy"), index("factions", "chiefs")
    mirdita = index("regions", "mirdita_lezha")
    given_up = 0
    for months in games():
        if months[-1].answer[event] != give_up:
            continue
        answered = next(state for state in months if state.answer[event] == give_up)
        given_up += 1
        assert answered.town[mirdita] == italy
        assert answered.country[mirdita] == chiefs
    assert given_up
