"""A fingerprint of how the engine behaves, to prove that a change meant to be quicker changes nothing else.

``python tools/fingerprint.py SEEDS [SCENARIO ...]`` plays games of regular and of random bots and prints a line each: hashes of
the digests month by month, of the facts told, and of what every faction sees, may order and may expect. Write the lines to a
file before a change and after it, and compare the two. Games change with the bots, so keep the same bots for both.
"""

from __future__ import annotations

import sys
from hashlib import blake2b

from lanc_game.bots import bot_key, choose
from lanc_game.engine.facts import Fact
from lanc_game.engine.forecast import forecast
from lanc_game.engine.legal import legal
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import View, view_of
from lanc_game.engine.world import World
from lanc_game.workshop import library
from lanc_game.workshop.load import load

SCENARIOS = ("albania-1942", "two-banners", "four-valleys")
BOTS = ("regular", "random")
SAMPLE = 7  # of the legal orders every so many are forecast


def main(arguments: list[str]) -> int:
    """Print a line a game."""
    if not arguments or not arguments[0].isdigit():
        sys.stderr.write("How many seeds? Try: python tools/fingerprint.py 12\n")
        return 2
    for name in arguments[1:] or SCENARIOS:
        world = load(library.find(name)).world
        if world is None:
            sys.stderr.write(f"{name} has errors: see `lanc check {name}`\n")
            return 1
        for bot in BOTS:
            for seed in range(1, int(arguments[0]) + 1):
                print(name, bot, seed, *fingerprint(world, bot, seed), flush=True)
    return 0


def fingerprint(world: World, bot: str, seed: int) -> tuple[str, str, str]:
    """Return the hashes of one game: its digests, its facts, and its views with what is legal in them."""
    states, told, known = (blake2b(digest_size=8) for _ in range(3))
    state = begin(world, seed)
    while not state.over:
        states.update(state.digest().encode())
        views = [view_of(world, state, faction) for faction in range(len(world.factions))]
        orders = [[choice.order for choice in choose(view, bot, bot_key(world, seed, view.faction))] for view in views]
        for view in views:
            known.update(plain(_contents(view)).encode())
            may = legal(view)
            known.update(plain(may).encode())
            known.update(plain([forecast(view, order) for order in may[::SAMPLE]]).encode())
        facts: list[Fact] = []
        quietly = resolve(world, state, orders, seed)
        state = resolve(world, state, orders, seed, facts.append)
        if quietly.digest() != state.digest():
            raise SystemExit(f"listening changes what happens: {world.id}, seed {seed}, turn {state.turn}")
        told.update(plain([(type(fact).__name__, fact) for fact in facts]).encode())
    states.update(state.digest().encode())
    return states.hexdigest(), told.hexdigest(), known.hexdigest()


def _contents(view: View) -> list[object]:
    return [getattr(view, name) for name in View.__slots__ if name != "world" and not name.startswith("_")]


def plain(value: object) -> str:
    """Return a value as text in which an enum's member is its number and the order of a set does not matter."""
    if isinstance(value, bool | int):
        return str(int(value))
    if isinstance(value, list | tuple):
        return f"[{','.join([plain(item) for item in value])}]"
    if isinstance(value, set | frozenset):
        return plain(sorted(map(plain, value)))
    if isinstance(value, dict):
        return plain(sorted((plain(key), plain(item)) for key, item in value.items()))
    return repr(value)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
