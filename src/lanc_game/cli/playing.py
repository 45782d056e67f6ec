"""``lanc``, ``lanc play``, ``lanc resume`` and ``lanc replay``."""

import argparse
import secrets
import sys
from collections.abc import Container, Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from lanc_game.bots import BOTS, known_bot
from lanc_game.bots.outside.command import Command
from lanc_game.cli import DONE, FINDINGS, CommandError
from lanc_game.cli.common import (
    EVERYBODY,
    bots_of,
    damaged,
    date_of,
    faction_of,
    find_save,
    language_of,
    open_scenario,
    viewpoint_of,
    watch,
)
from lanc_game.cli.handicaps import handicapped
from lanc_game.engine.world import World
from lanc_game.saves import paths as save_paths
from lanc_game.saves.errors import SaveError
from lanc_game.table import BOT, HUMAN, Table
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
    world, document = handicapped(*open_scenario(args.scenario), args.handicaps)
    bots = _bots(world, args)
    seats = [] if args.watch else [faction_of(world, name) for name in args.seats] or [_first_seat(world, bots)]
    for seat in seats:
        if seat in bots:
            side = world.factions[seat].id
            raise CommandError(f"{side} cannot be yours and a bot's: leave out `--as {side}` or `--bot {side}=...`")
        if not world.factions[seat].playable:
            names = ", ".join(faction.id for faction in world.factions if faction.playable)
            raise CommandError(f"{world.factions[seat].id} cannot be played in this scenario; playable: {names}")
    seed = secrets.randbits(SEED_BITS) if args.seed is None else args.seed
    named = {world.factions[seat].id: "human" for seat in seats}
    try:
        save = Path(args.save) if args.save else save_paths.fresh_name(world.id, named, seed)
        programs = {side: bot for side, bot in bots.items() if isinstance(bot, Command)}
        table = Table.open(
            world, document, seats, seed=seed, level=args.level, save=save, bots=bots, programs=programs
        )  # fmt: skip
    except SaveError as error:
        raise CommandError(str(error)) from None
    return _sit(table, args)


def _bots(world: World, args: argparse.Namespace) -> dict[int, str]:
    """Return the bots that were asked for, by faction. Raises CommandError for a bot or a faction that is not known."""
    bots = {faction_of(world, side): bot for side, bot in bots_of(args.bots, "--bot", args.bot_seconds).items()}
    for bot in bots.values():
        wrong = "" if isinstance(bot, Command) else known_bot(world, bot)
        if wrong:
            raise CommandError(f"{wrong}; known: {', '.join(BOTS)}, and cmd:PROGRAM for a program of yours")
    return bots


def _check_free(table: Table, bots: Iterable[int]) -> None:
    for side in bots:
        if table.seats[side] == HUMAN:
            name = table.world.factions[side].id
            raise CommandError(f"{name} is played by a person in this game: leave out `--bot {name}=...`")


def _seat(table: Table, bots: dict[int, str]) -> None:
    """Put bots into seats that are not people's."""
    for side, bot in bots.items():
        if isinstance(bot, Command):
            table.seat_program(side, bot)
        else:
            table.seats[side] = BOT + bot


def _first_seat(world: World, taken: Container[int]) -> int:
    for index, faction in enumerate(world.factions):
        if faction.playable and index not in taken:
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
    try:
        bots = _bots(table.world, args)
        _check_free(table, bots)
    except CommandError:
        table.close()
        raise
    _seat(table, bots)
    return _sit(table, args)


def _sit(table: Table, args: argparse.Namespace) -> int:
    """Play on at a table until the player leaves; whatever happens, the save is given back."""
    language = language_of(args.lang)
    with _ending_well(table):
        try:
            return _play_on(table, language, args)
        finally:
            table.close()


def _ending_well(table: Table) -> AbstractContextManager[None]:
    """Where a program plays, be sure that it is ended whatever ends us."""
    if not table.programs:
        return nullcontext()
    from lanc_game.bots.outside.process import ending_well

    return ending_well(table.close)


def _play_on(table: Table, language: str, args: argparse.Namespace) -> int:
    if args.plain or not (sys.stdin.isatty() and sys.stdout.isatty()):
        from lanc_game.plain import play

        return FINDINGS if play(table, language, strict=args.strict) else DONE
    from lanc_game.tui.app import run_board

    return run_board(table, language)


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
