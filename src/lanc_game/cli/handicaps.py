"""``--handicap FACTION=PERCENT``: the scenario with what some sides have made more or less."""

from collections.abc import Sequence

from lanc_game.cli import CommandError
from lanc_game.cli.common import faction_of
from lanc_game.engine.state import Json
from lanc_game.engine.world import World

OPTION = "--handicap"


def handicapped(world: World, document: Json, pairs: Sequence[str]) -> tuple[World, Json]:
    """Return a scenario with the handicaps that FACTION=PERCENT pairs name; without any it is returned as it is.

    Raises CommandError for what is no such pair, for a side that is not known, and for one that is named twice.
    """
    if not pairs:
        return world, document
    from lanc_game.compile import build  # deferred: a scenario from the cache needs no pydantic
    from lanc_game.compile.handicaps import with_handicaps

    percents: dict[str, int] = {}
    for pair in pairs:
        side, percent = _read(world, pair)
        if side in percents:
            raise CommandError(f"{OPTION} {pair}: {side} has a handicap already; give each side one")
        percents[side] = percent
    changed = with_handicaps(document, percents)
    compiled, problems = build(changed)
    if compiled is None:
        raise CommandError(f"{OPTION}: {'; '.join(problem.message for problem in problems)}")
    return compiled, changed


def _read(world: World, pair: str) -> tuple[str, int]:
    """Return the side's id and the percent of a pair."""
    from lanc_game.model.base import LEAST_HANDICAP, MOST_HANDICAP

    name, equals, text = pair.partition("=")
    if not equals:
        raise CommandError(f"{OPTION} {pair}: it does not say how much; write {OPTION} FACTION=PERCENT, as {pair}=80")
    try:
        side = world.factions[faction_of(world, name)].id
    except CommandError as error:
        raise CommandError(f"{OPTION} {pair}: {error}") from None
    percent = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(MOST_HANDICAP)) else 0
    if not LEAST_HANDICAP <= percent <= MOST_HANDICAP:
        cure = f"write a whole number from {LEAST_HANDICAP} to {MOST_HANDICAP}, without a sign; 100 changes nothing"
        raise CommandError(f"{OPTION} {pair}: `{text}` is no handicap; {cure}")
    return side, percent
