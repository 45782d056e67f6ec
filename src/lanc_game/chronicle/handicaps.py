"""Handicaps, named openly: one phrase for the opening, replays, lists of saves and the verdict alike."""

from collections.abc import Iterable

from lanc_game.engine.world import NO_HANDICAP, World
from lanc_game.language import plain, say


def handicaps_of(world: World) -> dict[str, int]:
    """Return the sides that have a handicap, by id, each with its percent."""
    return {faction.id: faction.handicap for faction in world.factions if faction.handicap != NO_HANDICAP}


def handicaps_told(world: World, language: str) -> str:
    """Return who plays with what handicap, as a phrase; empty where nobody does."""
    found = [(f.short.get(language), f.handicap) for f in world.factions if f.handicap != NO_HANDICAP]
    return handicap_phrase(found, language)


def handicap_phrase(sides: Iterable[tuple[str, int]], language: str) -> str:
    """Return names and percents as a phrase; empty where there are none.

    >>> handicap_phrase([("Hill", 80), ("Star", 120)], "en"), handicap_phrase([], "en")
    ('with a handicap: Hill 80 %, Star 120 %', '')
    """
    told = ", ".join(say(language, "line", "handicap_side", side=plain(name), percent=n) for name, n in sides)
    return say(language, "line", "handicap", sides=told) if told else ""
