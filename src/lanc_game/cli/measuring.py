"""``lanc simulate`` and ``lanc bench``."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from lanc_game.cli import DONE, INTERRUPTED, CommandError
from lanc_game.cli.common import open_scenario, write_new
from lanc_game.saves.errors import SaveError
from lanc_game.simulate.export import as_csv, as_json
from lanc_game.simulate.games import GameError
from lanc_game.simulate.run import SimulateError, simulate
from lanc_game.simulate.text import as_text

BAR = 30


def run(args: argparse.Namespace) -> int:
    """Carry out the command."""
    if args.command == "bench":
        from lanc_game import bench

        return bench.run(args.json)
    return _simulate(args)


def _simulate(args: argparse.Namespace) -> int:
    world, document = open_scenario(args.scenario)
    bots: dict[str, str] = {}
    for pair in args.bots:
        faction, equals, bot = pair.partition("=")
        if not equals:
            raise CommandError(f"`{pair}` does not say which bot: write --bot FACTION=BOT")
        bots[faction] = bot
    try:
        report = simulate(
            document, world=world, games=args.games, jobs=args.jobs, seed=args.seed, level=args.level, bots=bots,
            clock=1 if args.schedule else 0, saves=Path(args.saves) if args.saves else None, progress=_progress(),
        )  # fmt: skip
    except SimulateError as error:
        raise CommandError(f"{error.message} {error.help}".strip()) from None
    except (SaveError, GameError) as error:
        raise CommandError(str(error)) from None
    finally:
        if sys.stderr.isatty():
            print(file=sys.stderr)
    if args.csv:
        write_new(args.csv, as_csv(report))
    if args.json:
        print(json.dumps(as_json(report), ensure_ascii=False, indent=2))
    else:
        print(as_text(report), end="")
    return DONE if len(report.results) == args.games else INTERRUPTED


def _progress() -> Callable[[int, int], None] | None:
    """Return what draws the progress bar, to a terminal only."""
    if not sys.stderr.isatty():
        return None

    def draw(done: int, of: int) -> None:
        filled = BAR * done // max(1, of)
        print(f"\r[{'#' * filled}{'.' * (BAR - filled)}] {done}/{of} games", end="", file=sys.stderr, flush=True)

    return draw
