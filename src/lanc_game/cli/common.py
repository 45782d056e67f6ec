"""What commands share: opening scenarios and saves by name, reading dates and factions, writing new files."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from lanc_game.bots.outside.command import CMD, SECONDS, read_command
from lanc_game.cli import FINDINGS, USAGE, CommandError
from lanc_game.engine.lexicon import OrderError, find, lexicon
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.saves import paths as save_paths
from lanc_game.saves.errors import SaveError
from lanc_game.saves.rebuild import turn_at
from lanc_game.table import Table
from lanc_game.workshop import library
from lanc_game.workshop.library import UnreadableError

ALL = "all"
EVERYBODY = -1


def open_scenario(name: str) -> tuple[World, Json]:
    """Return a scenario by name or path. Raises CommandError with every finding if it does not check clean."""
    try:
        opened = library.open_scenario(library.find(name))
    except (library.NotFoundError, UnreadableError) as error:
        raise CommandError(str(error)) from None
    if opened.world is None:
        from lanc_game.workshop.report import render

        for report in opened.reports:
            print(render(report, colour=sys.stderr.isatty()), file=sys.stderr)
        raise CommandError(f"{name}: this scenario has errors and cannot be played; mend them first", FINDINGS)
    return opened.world, opened.document


def find_save(name: str) -> Path:
    """Return the save that a name means. Raises CommandError."""
    try:
        return save_paths.find(name)
    except SaveError as error:
        raise CommandError(str(error)) from None


def watch(name: str) -> Table:
    """Open a save to look at. Raises CommandError where it is damaged."""
    path = find_save(name)
    try:
        return Table.watch(path)
    except SaveError as error:
        raise damaged(error) from None


def damaged(error: SaveError) -> CommandError:
    """Return what to say of a save: one that is damaged is a finding, one that cannot be read is bad usage."""
    return CommandError(str(error), FINDINGS if error.line else USAGE)


def table_of(name: str) -> Table:
    """Open a save or a scenario to look at; a scenario stands before its first turn."""
    try:
        path = save_paths.find(name)
    except SaveError as no_save:
        try:
            library.find(name)
        except library.NotFoundError:
            raise CommandError(f"{name}: neither a save nor a scenario; see `lanc list`") from no_save
        world, document = open_scenario(name)
        return Table.open(world, document, [], seed=0)
    try:
        return Table.watch(path)
    except SaveError as error:
        raise damaged(error) from None


def faction_of(world: World, name: str) -> int:
    """Return the faction that a name means. Raises CommandError."""
    try:
        return find(lexicon(world).factions, name, "faction")
    except OrderError as error:
        raise CommandError(f"{error.message} {error.help}") from None


def viewpoint_of(world: World, name: str) -> int:
    """Return the faction through whose eyes to look, or EVERYBODY for all."""
    return EVERYBODY if name == ALL else faction_of(world, name)


def date_of(table: Table, date: str | None) -> int:
    """Return how many turns have been played at a date; the last position by default. Raises CommandError."""
    if date is None:
        return len(table.turns)
    turn = turn_at(table.world, date)
    if turn is None:
        first, last = table.world.turns[0].label, table.world.turns[-1].label
        end = len(table.world.turns)
        raise CommandError(
            f"`{date}` is no turn of this game; turns go from {first} (#0) to {last} (#{end - 1}); #{end} is the end"
        )
    if turn > len(table.turns):
        raise CommandError(f"this game has not come to {date} yet; it stands at {table.label()}")
    return turn


def bots_of(pairs: Sequence[str], option: str, seconds: float = SECONDS) -> dict[str, str]:
    """Return the bots that FACTION=BOT pairs name, by faction; `cmd:PROGRAM` is a program, with ``seconds`` for a month.

    Raises CommandError for what is no such pair, and for a program that cannot be run.
    """
    bots: dict[str, str] = {}
    for pair in pairs:
        faction, equals, bot = pair.partition("=")
        if not equals:
            raise CommandError(f"`{pair}` does not say which bot: write {option} FACTION=BOT")
        try:
            bots[faction] = read_command(bot, seconds) if bot.startswith(CMD) else bot
        except ValueError as error:
            raise CommandError(f"{option} {faction}: {error}") from None
    return bots


def print_json(data: Json) -> None:
    """Print one JSON document."""
    print(json.dumps(data, ensure_ascii=False, indent=2))


def write_new(name: str, text: str) -> None:
    """Write a text to a new file. Raises CommandError rather than write over one."""
    path = Path(name)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise CommandError(f"{name}: there is a file already; name another, nothing is overwritten") from None
    except OSError as error:
        raise CommandError(f"{name}: cannot be written ({(error.strerror or str(error)).lower()})") from None


def language_of(chosen: str | None) -> str:
    """Return the language to speak: the one asked for, else the one that the environment names, else English."""
    if chosen:
        return chosen
    wished = os.environ.get("LANC_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "sq" if wished.lower().startswith("sq") else "en"
