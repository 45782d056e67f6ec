"""Months of a small war of random legal orders, and one fact of every kind and kind of value, to tell."""

import dataclasses
import random
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import NamedTuple, get_args

from lanc_game.chronicle import Month, chronicle_of, firsts_in, render
from lanc_game.engine import facts, names
from lanc_game.engine.conditions import All
from lanc_game.engine.facts import Fact
from lanc_game.engine.legal import accept, legal
from lanc_game.engine.politics import CongressDef, MandateDef, PatronDef, PromiseDef, Pull, WingDef
from lanc_game.engine.state import State
from lanc_game.engine.texts import Text
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import view_of
from lanc_game.engine.world import World
from lanc_game.workshop.load import load

SCENARIO = Path(__file__).parents[2] / "scenarios" / "two-banners"
_FIRST_DEALING = get_args(Fact).index(facts.Leaked)
KINDS = tuple(kind for kind in get_args(Fact) if kind not in (facts.Changed, facts.MenChanged))


class Played(NamedTuple):
    """A month that was played: its name, the position after it, and what happened."""

    turn: int
    after: State
    told: list[Fact]


@lru_cache(maxsize=1)
def small_world() -> World:
    """Return the four valleys."""
    world = load(SCENARIO).world
    assert world is not None
    return world


@lru_cache(maxsize=8)
def play(seed: int) -> tuple[Played, ...]:
    """Play a whole small war, every side by random legal orders."""
    world = small_world()
    rng = random.Random(seed)  # noqa: S311 - nothing here is secret
    state = begin(world, seed)
    months: list[Played] = []
    while not state.over:
        orders = []
        for faction in range(len(world.factions)):
            view = view_of(world, state, faction)
            found = legal(view)
            rng.shuffle(found)
            orders.append([order for order, why in accept(view, found[:12]) if why is None])
        told: list[Fact] = []
        turn = state.turn
        state = resolve(world, state, orders, seed, told.append)
        months.append(Played(turn, state, told))
    return tuple(months)


@lru_cache(maxsize=1)
def told_world() -> World:
    """Return the four valleys with two or three of everything that politics has, to be told of, not to be played."""
    world = small_world()
    nothing, prices = All(()), tuple((0,) * (len(clause.values) + 1) for clause in world.clauses)
    wings = tuple(
        WingDef(
            id=name, name=Text(f"the {name}", f"krahu {name}"), note=Text(""), source="", faction=0, leader=-1,
            men=(500,) * len(world.regions), loyalty=50, grievance=0, weight=20, purge=0, goes_to=-1, prices=prices,
            pulls=(), purged=(), leaves=(), farewell=farewell,
        )
        for name, farewell in (("mill", Text("The mill stood empty.", "Mulliri mbeti bosh.")), ("old", Text("")),
                               ("young", Text("")))
    )  # fmt: skip
    patrons = tuple(
        PatronDef(name, Text(f"The {name}"), Text(""), "", (50,) * len(world.factions), prices, (), (), ())
        for name in ("Island", "Steppe")
    )
    congresses = tuple(
        CongressDef(
            id=name, title=Text(f"The Meeting at the {name}."), text=Text("They met."), note=Text("Invented."),
            source="Nobody", host=0, when=nothing, seats=7, wings=(0, 1, 2), dues=(3, 2, 2), seat=6, plans=(),
            effects=(), outcomes=(),
        )
        for name in ("Mill", "Well")
    )  # fmt: skip
    promises = tuple(PromiseDef(name, Text(name), 0, (0, 1), 3, nothing, 5, 5, 20) for name in ("land", "bread"))
    mandates = tuple(
        MandateDef(name, Text(f"{name} the road"), Text(""), 0, wing, patron, nothing, nothing, 3, (), ())
        for name, wing, patron in (("clear", 1, -1), ("cut", -1, 1), ("mend", 2, -1))
    )
    pulls = (Pull(nothing, 2, Text("The mill is far from the staff.", "Mulliri është larg shtabit.")),)
    demand = dataclasses.replace(world.events[1], patron=1)
    return dataclasses.replace(
        world, wings=wings, patrons=patrons, congresses=congresses, promises=promises, mandates=mandates, pulls=pulls,
        events=(world.events[0], demand, *world.events[2:]),
    )  # fmt: skip


def page_of(seed: int, faction: int | None, language: str, fmt: str) -> str:
    """Return the chronicle of a whole small war."""
    world = small_world()
    pages = []
    before: frozenset[str] = frozenset()
    for month in play(seed):
        entries = chronicle_of(world, month.after, month.told, faction, language, before)
        before |= firsts_in(world, month.told)
        pages.append(Month(world.turns[month.turn].name.get(language), entries))
    return render(pages, world.title.get(language), fmt, language)


_CLOSED: dict[str, type[IntEnum]] = {
    "posture": names.Posture,
    "target": names.Target,
    "clash": names.Clash,
    "outcome": names.Outcome,
    "cause": names.Cause,
    "relation": names.Relation,
    "status": names.Status,
    "verb": names.Verb,
    "policy": names.Policy,
    "fate": names.Fate,
    "grade": names.Grade,
    "manner": names.Manner,
    "kind": names.Talk,
}
_PLACES = (
    "to",
    "event",
    "option",
    "leader",
    "value",
    "opens",
    "wing",
    "promise",
    "congress",
    "patron",
    "mandate",
    "a",
    "b",
)


def samples(kind: type[Fact]) -> Iterator[Fact]:
    """Return facts of a kind with every closed value, both truths, and counts of none, one and many."""
    fields = [field for field in kind._fields if field not in ("actor", "other", "region")]
    choices = [_values(kind, field) for field in fields]
    for actor, other, region in ((0, 2, 1), (2, 0, 3), (1, 0, 0)):
        for chosen in product(*choices):
            yield kind._make((actor, other, region, *chosen))
    if kind in (facts.TownTaken, facts.CountryTaken):
        yield kind._make((-1, 0, 1))
        yield kind._make((0, -1, 1))
    if kind in get_args(Fact)[_FIRST_DEALING:]:
        for other in (-1, 0, 2) if kind in (facts.WingLeft, facts.WingCourted) else (2,):
            for chosen in product(*choices):
                yield kind._make((0, other, -1, *chosen))


def _values(kind: type[Fact], field: str) -> tuple[object, ...]:
    hint = kind.__annotations__[field]
    if hint is bool:
        return (False, True)
    if field == "order":
        return tuple(verb.name.lower() for verb in names.Verb)
    if field == "reason":
        return ("nobody_there", "under_truce", "no_way_there")
    if field == "values":
        return ((0, 0), (2, 1))  # two clauses, the first of them once left blank
    if field == "instrument":
        return (1,)
    if hint is not int:
        return ((0,), (0, 1, 2))
    if field == "was":
        return tuple(range(4))
    if field in _CLOSED:
        return tuple(_CLOSED[field])
    if field == "level":
        return (0, 1, 2, 3)
    if kind is facts.Repaired:
        return (-1, 1)
    if kind is facts.Garrisoned:
        return (-40, 40)
    if field in _PLACES:
        return (0, 1)
    return (0, 1, 1240) if kind is not facts.Fought else (0, 40)
