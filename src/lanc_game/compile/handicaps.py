"""Handicaps: sides that have more or less than their scenario gives them. They are stated in a scenario's header."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lanc_game.engine.state import Json
from lanc_game.engine.world import NO_HANDICAP

if TYPE_CHECKING:
    from lanc_game.model.scenario import Scenario

WHOLE = 100  # percent


def with_handicaps(document: Json, percents: Mapping[str, int]) -> Json:
    """Return a checked scenario document with handicaps by faction id, in place of those it states of these sides.

    The document is left as it is. 100 takes a handicap away, and a document without any has none of this in it: it is
    the scenario itself, and has its digest. That the ids are the scenario's and the percents in bounds is for ``build``
    to check. Raises ValueError for what is no scenario document.
    """
    header = document.get("scenario") if isinstance(document, dict) else None
    if not isinstance(document, dict) or not isinstance(header, dict):
        raise ValueError("a scenario document has a `scenario` section")  # noqa: TRY004 - a finding about data
    stated = header.get("handicaps")
    wanted: dict[str, Json] = {**(stated if isinstance(stated, dict) else {}), **percents}
    kept: dict[str, Json] = {side: wanted[side] for side in sorted(wanted) if wanted[side] != NO_HANDICAP}
    changed = {key: value for key, value in header.items() if key != "handicaps"}
    return {**document, "scenario": changed | ({"handicaps": kept} if kept else {})}


def percent_of(scenario: Scenario, faction: str) -> int:
    """Return the percent of its means that a side has."""
    return scenario.scenario.handicaps.get(faction, NO_HANDICAP)


def part_of(amount: int, percent: int) -> int:
    """Return so many percent of a whole number, halves rounded up.

    >>> part_of(4, 80), part_of(350, 80), part_of(1, 50), part_of(0, 200), part_of(7, 100)
    (3, 280, 1, 0, 7)
    """
    return (amount * percent + WHOLE // 2) // WHOLE
