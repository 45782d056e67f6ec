"""The campaigns that open in July 1943 and in April 1944: where everybody stands, what is behind, how the army may grow."""

from functools import cache
from pathlib import Path

import pytest

from lanc_game.bots import bot_key, choose
from lanc_game.engine.effects import Arrive, Depart
from lanc_game.engine.names import Fate, Relation, Role, Status
from lanc_game.engine.state import NEVER, State
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import view_of
from lanc_game.engine.world import NOBODY, SLOTS, World
from lanc_game.workshop.load import Loaded, load

SCENARIOS = Path(__file__).parents[2] / "scenarios"
LATER = ("albania-1943", "albania-1944")
SOUTH = (
    "myzeqe", "berat", "skrapar_gramsh", "korca", "kolonja_permet", "vlora", "mallakaster_tepelena", "gjirokastra",
    "saranda_himara",
)  # fmt: skip
CENTRAL = ("tirana", "durres", "elbasan", "cermenika")
FIELD = (Role.BAND, Role.REGULAR)  # what the facts call partisans


@cache
def loaded(name: str) -> Loaded:
    return load(SCENARIOS / name)


def world_of(name: str) -> World:
    world = loaded(name).world
    assert world is not None, loaded(name).reports
    return world


def men(world: World, state: State, faction: str, roles: tuple[Role, ...], regions: tuple[str, ...] = ()) -> int:
    """Return the men of some roles, in some regions or in all."""
    side = world.faction_index[faction]
    slots = [world.slot_by_role[side][role] for role in roles]
    where = [world.region_index[region] for region in regions] or range(state.region_count)
    return sum(state.men[(side * state.region_count + r) * SLOTS + slot] for r in where for slot in slots if slot >= 0)


def relation(world: World, state: State, one: str, other: str) -> Relation:
    at = world.faction_index[one] * state.faction_count + world.faction_index[other]
    return Relation(state.relation[at])


def country(world: World, state: State, faction: str, regions: tuple[str, ...]) -> int:
    side = world.faction_index[faction]
    return sum(state.country[world.region_index[region]] == side for region in regions)


def events(world: World) -> dict[str, int]:
    return {event.id: index for index, event in enumerate(world.events)}


def growth(world: World) -> list[int]:
    """Return the events that let the army grow by itself: battalions of valleys and calls to arms."""
    return [at for name, at in events(world).items() if name.startswith(("valley_", "call_up_"))]


@pytest.mark.parametrize("name", LATER)
def test_they_check_clean(name: str) -> None:
    assert loaded(name).errors == 0
    about_us = [report for report in loaded(name).reports if name in str(report)]
    assert about_us == []


def test_the_men_of_july_1943() -> None:
    world = world_of("albania-1943")
    state = begin(world, 1)
    assert 6000 <= men(world, state, "lnc", FIELD) <= 8000
    assert 5000 <= men(world, state, "lnc", (Role.MILITIA,)) <= 8000
    assert 6000 <= men(world, state, "bk", (Role.BAND, Role.REGULAR, Role.MILITIA)) <= 8000
    assert 105_000 <= men(world, state, "italy", (Role.GARRISON, Role.COLUMN)) <= 120_000
    assert men(world, state, "italy", (Role.COLUMN,)) <= 13_000
    assert men(world, state, "lnc", FIELD, SOUTH) * 2 > men(world, state, "lnc", FIELD)


def test_the_men_of_april_1944() -> None:
    world = world_of("albania-1944")
    state = begin(world, 1)
    assert 20_000 <= men(world, state, "lnc", FIELD) <= 22_000
    assert 25_000 <= men(world, state, "germany", (Role.GARRISON, Role.COLUMN)) <= 36_000
    assert 3000 <= men(world, state, "bk", (Role.BAND, Role.REGULAR, Role.MILITIA), SOUTH) <= 6500
    assert 1500 <= men(world, state, "leg", (Role.BAND, Role.REGULAR, Role.MILITIA)) <= 2500
    assert 5 <= country(world, state, "lnc", SOUTH) <= 6
    assert country(world, state, "lnc", CENTRAL) == 0


def test_the_letter_of_mukje_can_be_written_in_july() -> None:
    world = world_of("albania-1943")
    state = begin(world, 1)
    mukje = next(at for at, instrument in enumerate(world.instruments) if instrument.id == "mukje")
    assert relation(world, state, "lnc", "bk") is Relation.TRUCE
    assert state.signable[mukje]


@pytest.mark.parametrize("name", LATER)
def test_peze_is_behind_with_seven_seats_of_ten(name: str) -> None:
    world = world_of(name)
    state = begin(world, 1)
    peze = next(at for at, congress in enumerate(world.congresses) if congress.id == "peze")
    party = next(at for at, wing in enumerate(world.wings) if wing.id == "party")
    seats = state.seats[peze * len(world.wings) : (peze + 1) * len(world.wings)]
    assert state.held[peze] < 0
    assert state.held[peze] != NEVER
    assert sum(seats) == 10
    assert seats[party] == 7


def test_italy_is_gone_in_1944_and_nobody_can_play_it() -> None:
    world = world_of("albania-1944")
    state = begin(world, 1)
    italy = world.faction_index["italy"]
    assert state.status[italy] == Status.GONE
    assert not world.factions[italy].playable
    assert [faction.id for faction in world.factions if faction.playable] == ["lnc", "bk", "leg", "germany"]


def test_who_stands_how_in_april_1944() -> None:
    world = world_of("albania-1944")
    state = begin(world, 1)
    assert relation(world, state, "lnc", "bk") is Relation.WAR
    assert relation(world, state, "lnc", "germany") is Relation.WAR
    assert relation(world, state, "leg", "germany") is Relation.TRUCE
    assert relation(world, state, "lnc", "leg") is Relation.HOSTILE
    kupi = next(at for at, wing in enumerate(world.wings) if wing.id == "kupi")
    assert state.wing_side[kupi] == world.faction_index["leg"]
    fates = {leader.id: state.leader_fate[at] for at, leader in enumerate(world.leaders)}
    assert fates["hysni_lepenica"] == fates["safet_butka"] == fates["vasil_shanto"] == Fate.DEAD
    assert fates["abaz_kupi_leg"] == Fate.WELL


def test_what_has_happened_before_april_1944_does_not_happen_again() -> None:
    world = world_of("albania-1944")
    state = begin(world, 3)
    behind = {at for at, turn in enumerate(state.fired) if turn != NEVER}
    index = events(world)
    assert {index["italy_collapse"], index["winter_columns"], index["regency"], index["soe_arrives"]} <= behind
    after = played(world, 3, 4)
    assert all(after.fired[at] < 0 for at in behind)


@pytest.mark.parametrize("name", LATER)
def test_a_side_without_valleys_and_councils_gets_no_army(name: str) -> None:
    world = world_of(name)
    state = begin(world, 1)
    lnc, index = world.faction_index["lnc"], events(world)
    state.fired[index["italy_collapse"]] = -5
    permet = next(at for at, congress in enumerate(world.congresses) if congress.id == "permet")
    state.held[permet] = -5
    open_now = [at for at in growth(world) if world.events[at].when.holds(world, state)]
    assert open_now, "with valleys and councils some of them can happen"
    state.country = [NOBODY if holder == lnc else holder for holder in state.country]
    state.town = [NOBODY if holder == lnc else holder for holder in state.town]
    state.council[lnc :: state.faction_count] = [0] * state.region_count
    assert not [world.events[at].id for at in growth(world) if world.events[at].when.holds(world, state)]


def test_what_crosses_the_shkumbin_leaves_the_south() -> None:
    """The choice of history moves men, it doesn't make them: a fifth of the southern regulars are near what arrives."""
    world = world_of("albania-1944")
    state = begin(world, 1)
    cross = next(option for option in world.events[events(world)["shkumbin"]].options if option.id == "cross")
    leaving = sum(effect.share for effect in cross.effects if isinstance(effect, Depart))
    arriving = sum(effect.men * len(effect.regions) for effect in cross.effects if isinstance(effect, Arrive))
    assert arriving > 1500
    left = men(world, state, "lnc", (Role.REGULAR,), SOUTH) * leaving // 1000
    assert abs(left - arriving) <= 600


@pytest.mark.parametrize("name", LATER)
def test_some_months_play(name: str) -> None:
    world = world_of(name)
    state = played(world, 5, 4)
    assert state.turn == 4
    assert men(world, state, "lnc", FIELD) > 5000


def played(world: World, seed: int, turns: int) -> State:
    """Play so many turns with regular bots."""
    state = begin(world, seed)
    sides = range(len(world.factions))
    for _ in range(turns):
        orders = [
            [choice.order for choice in choose(view_of(world, state, side), "regular", bot_key(world, seed, side))]
            for side in sides
        ]
        state = resolve(world, state, orders, seed)
    return state
