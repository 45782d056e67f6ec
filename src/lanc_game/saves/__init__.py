"""Saves: a journal of orders that is written line by line, read with suspicion, and played again to check it.

A save is opening, seed and orders; every position is recomputed from them. ``docs/save-format.md`` describes the file.
"""

from lanc_game.saves.branches import Comparison, Difference, branch, branched, compare
from lanc_game.saves.errors import SaveError
from lanc_game.saves.journal import Journal
from lanc_game.saves.paths import Entry, find, fresh_name, glance, listing, newest
from lanc_game.saves.reading import parse_save, read_save
from lanc_game.saves.rebuild import (
    Mismatch,
    Position,
    Verification,
    first_difference,
    replay,
    turn_at,
    verify,
    world_of,
)
from lanc_game.saves.records import About, BranchPoint, Damage, Header, SaveFile, TurnRecord, new_header

__all__ = [
    "About",
    "BranchPoint",
    "Comparison",
    "Damage",
    "Difference",
    "Entry",
    "Header",
    "Journal",
    "Mismatch",
    "Position",
    "SaveError",
    "SaveFile",
    "TurnRecord",
    "Verification",
    "branch",
    "branched",
    "compare",
    "find",
    "first_difference",
    "fresh_name",
    "glance",
    "listing",
    "new_header",
    "newest",
    "parse_save",
    "read_save",
    "replay",
    "turn_at",
    "verify",
    "world_of",
]
