"""What went wrong with programs that played a side: counted over games, with the first notice in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from lanc_game.bots.outside.notice import Notice, notice_said
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.simulate.games import GameResult
from lanc_game.simulate.layout import wrapped

REFUSED = ("refused", "unread")
SAID: dict[str, str] = {
    "late": "late",
    "flood": "too long",
    "ended": "ended",
    "nonsense": "no list of orders",
    "not_started": "not started",
}
"""How a month is called in which a side had no orders, by what went wrong."""


def programs_text(world: World, results: Sequence[GameResult]) -> str:
    """Return what went wrong in a few lines a side; nothing where nothing did."""
    lines: list[str] = []
    for faction, counts in _counted(results).items():
        words = [f"{counts[kind]} {said}" for kind, said in SAID.items() if counts[kind]]
        told = [f"months without orders: {', '.join(words)}"] if words else []
        if counts["refused"]:
            told.append(f"orders refused: {counts['refused']}")
        if counts["given_up"]:
            told.append(f"given up in {counts['given_up']} game{'s' * (counts['given_up'] != 1)}")
        lines += wrapped(world.factions[faction].short.en, told)
        seed, turn, notice = next(found for found in _all(results) if found[2].faction == faction)
        first = f"first with seed {seed}, {world.turns[turn].label}: {notice_said(world, notice, 'en')}"
        lines += wrapped("", first.split(), " ")
    return "\n".join(["Programs that played, in all games", *lines]) if lines else ""


def programs_json(world: World, results: Sequence[GameResult]) -> dict[str, Json]:
    """Return the same counts by faction and kind."""
    return {world.factions[faction].id: dict(counts) for faction, counts in _counted(results).items()}


def _counted(results: Sequence[GameResult]) -> dict[int, Counter[str]]:
    """Return, by faction, the months lost by kind, the orders refused, and the games in which its program was given up."""
    found: dict[int, Counter[str]] = {}
    for _, _, notice in _all(results):
        counts = found.setdefault(notice.faction, Counter())
        if notice.kind in REFUSED:
            counts["refused"] += notice.amount
        else:
            counts[notice.kind] += 1
    return dict(sorted(found.items()))


def _all(results: Sequence[GameResult]) -> Iterable[tuple[int, int, Notice]]:
    """Yield every notice with the seed and the turn that it is about."""
    for result in results:
        for turn, notice in result.notices:
            yield result.seed, turn, notice
