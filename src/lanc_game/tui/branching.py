"""Play on from a month of a game that was played: a new save that shares its beginning with the old one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lanc_game.saves import Journal, branched, fresh_name, read_save
from lanc_game.table import BOT, HUMAN, Table


def play_on(path: Path, turn: int, seat: str) -> Table:
    """Return a game that begins with the first turns of a save, with one side for a person; the save stays as it is.

    Raises SaveError where the save cannot be read or the new one cannot be written.
    """
    header, turns = branched(read_save(path), turn)
    seats = {side: f"{BOT}regular" if player == HUMAN else player for side, player in header.seats.items()}
    seats[seat] = HUMAN
    target = fresh_name(header.about.id, seats, header.seed)
    Journal.create(target, replace(header, seats=seats), turns).close()
    return Table.resume(target)
