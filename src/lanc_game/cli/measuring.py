"""``lanc simulate`` and ``lanc bench``."""

import argparse
from pathlib import Path

from lanc_game.bots.outside.process import ending_well
from lanc_game.cli import DONE, FINDINGS, INTERRUPTED, CommandError, comparing
from lanc_game.cli.common import bots_of, open_scenario, print_json, write_new
from lanc_game.cli.handicaps import handicapped
from lanc_game.cli.progress import playing
from lanc_game.compile.expect import Expectation
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.simulate.expect import Finding, Measured, expect_json, expect_text, expected_of, measure
from lanc_game.simulate.export import as_csv, as_json
from lanc_game.simulate.report import Report
from lanc_game.simulate.run import simulate
from lanc_game.simulate.text import as_text, head


def run(args: argparse.Namespace) -> int:
    """Carry out the command."""
    if args.command == "bench":
        from lanc_game import bench

        return bench.run(args.json)
    _refuse_mixtures(args)
    world, document = handicapped(*open_scenario(args.scenario), args.handicaps)
    with ending_well():
        if args.ladder:
            return comparing.ladder(args, world, document)
        if args.versus:
            return comparing.versus(args, world, document)
        return _simulate(args, world, document)


def _refuse_mixtures(args: argparse.Namespace) -> None:
    """Raise CommandError for options that mean nothing together."""
    if args.cluster and args.jobs > 1:
        raise CommandError("--jobs are processes on this machine and --cluster plays elsewhere: leave one of them out")
    measure_name = "--ladder" if args.ladder else "--versus" if args.versus else ""
    if args.ladder and args.bots:
        raise CommandError("--ladder puts every level into every seat, so --bot has no place in it: leave it out")
    for option, given in (("--csv", args.csv), ("--saves", args.saves)):
        if measure_name and given:
            raise CommandError(f"{measure_name} plays each seed more than once, so {option} has no place: leave it out")


def _simulate(args: argparse.Namespace, world: World, document: Json) -> int:
    expected = _expected(world, document) if args.expect else ()
    with playing() as progress:
        report = simulate(
            document, world=world, games=args.games, jobs=args.cluster or args.jobs, seed=args.seed, level=args.level,
            bots=bots_of(args.bots, "--bot", args.bot_seconds), clock=1 if args.schedule else 0,
            saves=Path(args.saves) if args.saves else None, progress=progress,
        )  # fmt: skip
    if args.csv:
        write_new(args.csv, as_csv(report))
    measured = measure(world, expected, report.results)
    _tell(report, measured, args.json)
    if report.partial:
        return INTERRUPTED
    return FINDINGS if any(one.finding is Finding.MISSED for one in measured) else DONE


def _expected(world: World, document: Json) -> tuple[Expectation, ...]:
    expected = expected_of(world, document)
    if not expected:
        cure = "state some under `expect:`; docs/writing-scenarios.md says how"
        raise CommandError(f"{world.id}: this scenario says nothing of what it expects; {cure}")
    return expected


def _tell(report: Report, measured: tuple[Measured, ...], as_data: bool) -> None:
    """Print a report; with expectations these and what was played, in JSON beside all the rest."""
    if as_data:
        print_json(as_json(report) | ({"expect": expect_json(measured)} if measured else {}))
    elif measured:
        print(f"{head(report)}\n\n{expect_text(measured)}", end="")
    else:
        print(as_text(report), end="")
