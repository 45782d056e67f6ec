"""``lanc``, ``lanc play``, ``lanc resume`` and ``lanc replay``."""

import argparse
import secrets
import sys
from pathlib import Path

from lanc_game.cli import DONE, FINDINGS, CommandError
from lanc_game.cli.common import (
    EVERYBODY,
    damaged,
    date_of,
    faction_of,
    find_save,
    language_of,
    open_scenario,
    viewpoint_of,
    watch,
)
from lanc_game.engine.world import World
from lanc_game.saves import paths as save_paths
from lanc_game.saves.errors import SaveError
from lanc_game.table import Table
from lanc_game.workshop import library

SEED_BITS = 31


def run(args: argparse.Namespace) -> int:
    """Carry out the command."""
    match args.command:
        case None:
            return _start()
        case "play":
            return _play(args)
        case "resume":
            return _resume(args)
        case _:
            return _replay(args)


def _start() -> int:
    if not sys.stdout.isatty():
        raise CommandError("the start screen needs a terminal; `lanc play SCENARIO --plain` works without one")
    from lanc_game.tui.app import run_start
    from lanc_game.tui.library import HouseLibrary

    return run_start(HouseLibrary(library.folders()), language_of(None))


def _play(args: argparse.Namespace) -> int:
    world, document = open_scenario(args.scenario)
    seats = [] if args.watch else [faction_of(world, name) for name in args.seats] or [_first_seat(world)]
    for seat in seats:
        if not world.factions[seat].playable:
            names = ", ".join(faction.id for faction in world.factions if faction.playable)
            raise CommandError(f"{world.factions[seat].id} cannot be played in this scenario; playable: {names}")
    seed = secrets.randbits(SEED_BITS) if args.seed is None else args.seed
    named = {world.factions[seat].id: "human" for seat in seats}
    try:
        save = Path(args.save) if args.save else save_paths.fresh_name(world.id, named, seed)
        table = Table.open(world, document, seats, seed=seed, level=args.level, save=save)
    except SaveError as error:
        raise CommandError(str(error)) from None
    return _sit(table, args)


def _first_seat(world: World) -> int:
    for index, faction in enumerate(world.factions):
        if faction.playable:
            return index
    raise CommandError("no faction of this scenario can be played; try `--watch`")


def _resume(args: argparse.Namespace) -> int:
    path = find_save(args.save) if args.save else save_paths.newest()
    if path is None:
        raise CommandError("there is no saved game to resume; begin one with `lanc play SCENARIO`")
    try:
        table = Table.resume(path)
    except SaveError as error:
        raise damaged(error) from None
    return _sit(table, args)


def _sit(table: Table, args: argparse.Namespace) -> int:
    """Play on at a table until the player leaves; whatever happens, the save is given back."""
    language = language_of(args.lang)
    try:
        if args.plain or not (sys.stdin.isatty() and sys.stdout.isatty()):
            from lanc_game.plain import play

            return FINDINGS if play(table, language, strict=args.strict) else DONE
        from lanc_game.tui.app import run_board

        return run_board(table, language)
    finally:
        table.close()


def _replay(args: argparse.Namespace) -> int:
    table = watch(args.save)
    at = date_of(table, args.at) if args.at else 0
    viewpoint = viewpoint_of(table.world, args.view)
    language = language_of(args.lang)
    if not sys.stdout.isatty():
        from lanc_game.plain import recount

        recount(table, language, at, viewpoint)
        return DONE
    from lanc_game.tui.app import run_replay

    return run_replay(table, at, None if viewpoint == EVERYBODY else viewpoint, language, find_save(args.save))
