"""The six days of April 1939: who holds what when bots play, on which day Durrës falls, and what a player can change."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from lanc_game.bots import choose
from lanc_game.engine.legal import accept
from lanc_game.engine.names import Grade
from lanc_game.engine.orders import Order, parse
from lanc_game.engine.state import State
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import view_of
from lanc_game.engine.world import World
from lanc_game.workshop.load import load

SCENARIO = Path(__file__).parents[2] / "scenarios" / "albania-1939"
GAMES = 20
ENOUGH = 900  # thousandths of the districts
FEEDS_THE_HARBOUR = ("move tirana durres royal_battalion 1700", "move mat durres", "move elbasan durres", "hold durres")


class Course(NamedTuple):
    """How one game went: the day of April on which Durrës fell (0: never), and how everything stood at the end."""

    durres: int
    end: State


@cache
def world() -> World:
    loaded = load(SCENARIO)
    assert loaded.world is not None, [report.message for report in loaded.reports]
    return loaded.world


def side(name: str) -> int:
    return [faction.id for faction in world().factions].index(name)


def region(name: str) -> int:
    return [place.id for place in world().regions].index(name)


def bots(state: State, seed: int) -> list[list[Order]]:
    sides = range(len(world().factions))
    return [[c.order for c in choose(view_of(world(), state, who), "regular", seed * 1000 + who)] for who in sides]


@cache
def course(seed: int) -> Course:
    state, durres = begin(world(), seed), 0
    while not state.over:
        day = 7 + state.turn
        state = resolve(world(), state, bots(state, seed), seed)
        if not durres and state.town[region("durres")] == side("italy"):
            durres = day
    return Course(durres, state)


def courses() -> list[Course]:
    return [course(seed) for seed in range(1, GAMES + 1)]


def test_italy_holds_nearly_all_of_it_in_most_games() -> None:
    districts = len(world().regions)
    assert districts == 19  # within the borders of 1939
    held = [game.end.town.count(side("italy")) for game in courses()]
    assert sum(towns * 1000 >= ENOUGH * districts for towns in held) > GAMES * 7 // 10
    assert min(held) < districts  # and not in every one


def test_durres_falls_on_different_days_the_first_most_often() -> None:
    days = [game.durres for game in courses()]
    assert days.count(7) > GAMES // 2
    assert len(set(days)) >= 2


def test_its_turns_are_days() -> None:
    assert [turn.label for turn in world().turns] == [f"1939-04-{day:02}" for day in range(7, 13)]
    assert {turn.step for turn in world().turns} == {"day"}
    months = load(SCENARIO.parent / "four-valleys").world
    assert months is not None
    assert {turn.step for turn in months.turns} == {"month"}


def test_the_landing_costs_tens_or_hundreds_never_thousands() -> None:
    fallen = sorted(game.end.fallen[side("italy")] for game in courses())
    assert fallen[0] >= 12
    assert fallen[GAMES // 2] <= 700


def test_neither_side_always_does_well() -> None:
    for name in ("gov", "italy"):
        well = sum(game.end.judged[side(name)] >= Grade.SUBSTANTIAL for game in courses())
        assert 0 < well < GAMES, name


def test_whoever_feeds_the_harbour_holds_it_longer() -> None:
    """The king's battalions, sent on the first day, keep Durrës overnight in most games."""
    held = 0
    for seed in range(1, GAMES + 1):
        state = begin(world(), seed)
        orders = bots(state, seed)
        view = view_of(world(), state, side("gov"))
        written = accept(view, [parse(world(), side("gov"), line) for line in FEEDS_THE_HARBOUR])
        assert [why for _, why in written] == [None] * len(FEEDS_THE_HARBOUR)
        orders[side("gov")] = [order for order, _ in written]
        held += resolve(world(), state, orders, seed).town[region("durres")] == side("gov")
    assert held > GAMES * 3 // 4
