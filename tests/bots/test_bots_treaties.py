"""Bots and treaties: every letter is answered, and whoever insists on something signs nothing else."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from lanc_game.bots import bot_key, choose, known_bot
from lanc_game.engine.conditions import All
from lanc_game.engine.facts import Fact, TreatySigned
from lanc_game.engine.names import Level, Verb
from lanc_game.engine.orders import text_of
from lanc_game.engine.politics import InstrumentDef
from lanc_game.engine.state import Letter
from lanc_game.engine.texts import Text
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import view_of
from lanc_game.engine.world import World
from lanc_game.workshop.load import load

HILL, STAR, CROWN = 0, 1, 2
OATH, LAND, DIVIDED = 1, 0, 0
SEEDS = range(8)
MONTHS = 10


@cache
def banners() -> World:
    world = load(Path(__file__).parents[2] / "scenarios" / "two-banners").world
    assert world is not None
    return world


def signed(bot: str, seed: int) -> list[TreatySigned]:
    """Return what is signed in the first months of a game in which the Hills are played by a bot of that name."""
    world = banners()
    state = begin(world, seed)
    told: list[Fact] = []
    for _ in range(MONTHS):
        orders = [
            [
                c.order
                for c in choose(view_of(world, state, f), bot if f == HILL else "regular", bot_key(world, seed, f))
            ]
            for f in range(len(world.factions))
        ]
        state = resolve(world, state, orders, seed, told.append)
    return [fact for fact in told if isinstance(fact, TreatySigned)]


def lands(bot: str) -> list[int]:
    """Return how the land was settled in every Oath that came about."""
    return [fact.values[LAND] for seed in SEEDS for fact in signed(bot, seed) if fact.instrument == OATH]


# --- insisting


def test_whoever_insists_signs_only_so() -> None:
    assert set(lands("regular")) - {DIVIDED}
    found = lands("regular@land=divided")
    assert found
    assert set(found) == {DIVIDED}


def test_whoever_will_never_sign_never_signs() -> None:
    assert lands("regular")
    assert lands("regular@oath=never") == []


@pytest.mark.parametrize(
    ("bot", "said"),
    [
        ("regular@land=blank", ""),
        ("expert@land=divided,oath=never", ""),
        ("regular@command=blank", "there is no value of `command` `blank`; there are: joint, own"),
        ("regular@land=sold", "there are: divided, courts, blank"),
        ("regular@sea=free", "no clause `sea`; there are: land, command"),
        ("regular@peace=never", "no treaty `peace`; there are: truce, oath"),
        ("waiter@land=divided", "`waiter` cannot insist"),
        ("nobody", "no bot `nobody`"),
    ],
)
def test_what_cannot_be_insisted_upon_is_said(bot: str, said: str) -> None:
    found = known_bot(banners(), bot)
    assert said in found
    assert bool(found) == bool(said)


# --- answering


@pytest.mark.parametrize(("worth", "verb"), [(-99, Verb.REFUSE), (99, Verb.ACCEPT)])
def test_two_letters_about_one_treaty_from_two_sides_are_both_answered(worth: int, verb: Verb) -> None:
    text = Text("salt")
    salt = InstrumentDef(
        id="salt", name=text, note=text, source="", level=Level.LOCAL, parties=(HILL, STAR, CROWN), clauses=(),
        worth=worth, months=0, when=All(()), signed=(), ended=(),
    )  # fmt: skip
    world = replace(banners(), instruments=(*banners().instruments, salt))
    number = len(world.instruments) - 1
    state = begin(world, 1)
    state.letters = [Letter(number, sender, HILL, (), 0, region=2) for sender in (STAR, CROWN)]
    chosen = [choice.order for choice in choose(view_of(world, state, HILL), "regular", bot_key(world, 1, HILL))]
    answers = {text_of(world, HILL, order) for order in chosen if order.verb is verb and order.args[0] == number}
    assert answers == {f"{verb.name.lower()} salt star", f"{verb.name.lower()} salt crown"}
