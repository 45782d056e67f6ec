"""``lanc simulate --ladder`` and ``lanc simulate --versus``: the same seeds, played in more than one way."""

import argparse

from lanc_game.cli import DONE, FINDINGS, INTERRUPTED
from lanc_game.cli.common import bots_of, print_json
from lanc_game.cli.progress import playing
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.simulate.ladder import climb, ladder_json, ladder_text
from lanc_game.simulate.paired import compare, comparison_json, comparison_text


def ladder(args: argparse.Namespace, world: World, document: Json) -> int:
    """Measure how each level of bot does against the one below it; a ladder that does not hold is a finding."""
    with playing() as progress:
        found = climb(
            document, world=world, pairs=args.games, jobs=args.cluster or args.jobs, seed=args.seed, level=args.level,
            clock=1 if args.schedule else 0, progress=progress,
        )  # fmt: skip
    if args.json:
        print_json(ladder_json(found))
    else:
        print(ladder_text(found), end="")
    if found.partial:
        return INTERRUPTED
    return DONE if found.holds else FINDINGS


def versus(args: argparse.Namespace, world: World, document: Json) -> int:
    """Measure what the bots of ``--bot`` do better than those of ``--versus``."""
    seconds = args.bot_seconds
    first, second = bots_of(args.bots, "--bot", seconds), bots_of(args.versus, "--versus", seconds)
    with playing() as progress:
        found = compare(
            document, first, second, world=world, games=args.games, jobs=args.cluster or args.jobs, seed=args.seed,
            level=args.level, clock=1 if args.schedule else 0, progress=progress,
        )  # fmt: skip
    if args.json:
        print_json(comparison_json(found))
    else:
        print(comparison_text(found), end="")
    return INTERRUPTED if found.partial else DONE
