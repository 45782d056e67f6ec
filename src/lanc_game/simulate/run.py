"""A simulation from a document to a report: who plays what, which seeds, where the saves go."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lanc_game.bots import BOTS, ORDINARY, known_bot
from lanc_game.bots.outside.command import Command
from lanc_game.compile import build
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.model.problems import nearest
from lanc_game.saves.records import MOST_SEED, SUFFIX
from lanc_game.simulate.games import GameSpec
from lanc_game.simulate.pool import Jobs, Progress, play_all
from lanc_game.simulate.report import Report

MOST_GAMES = 1_000_000


class SimulateError(Exception):
    """What was asked for cannot be simulated: ``message`` says why, ``help`` what would do."""

    def __init__(self, message: str, help: str = "") -> None:  # noqa: A002 - the word that people know
        super().__init__(message)
        self.message = message
        self.help = help


def simulate(
    document: Json,
    *,
    world: World | None = None,
    games: int = 100,
    jobs: Jobs = 1,
    seed: int = 1,
    level: str = ORDINARY,
    bots: Mapping[str, str] | None = None,
    clock: int = 0,
    saves: Path | None = None,
    progress: Progress | None = None,
) -> Report:
    """Play ``games`` games with the seeds from ``seed`` up, every seat a bot, and return what came of them.

    ``bots`` names the bot of single factions by their ids, ``level`` that of the others. With ``saves`` every game is
    written there as a save. The report is the same whatever ``jobs``: a number of processes here, or a cluster's address.
    Raises SimulateError, SaveError, GameError or ClusterError.
    """
    if world is None:
        world = compiled(document)
    specs = specs_for(world, games, seed, level, bots, clock, saves)
    played = play_all(world, document, specs, jobs, progress)
    return Report(world, played.results, games, seed, level, dict(sorted((bots or {}).items())), clock)


def compiled(document: Json) -> World:
    """Return a document's world. Raises SimulateError if it has errors."""
    world, problems = build(document)
    if world is None:
        raise SimulateError("; ".join(problem.message for problem in problems[:3]), "Check it with `lanc check`.")
    return world


def specs_for(
    world: World,
    games: int,
    seed: int,
    level: str,
    bots: Mapping[str, str] | None = None,
    clock: int = 0,
    saves: Path | None = None,
) -> list[GameSpec]:
    """Return the games of a simulation: game i has the seed ``seed + i``. Raises SimulateError for what cannot be."""
    if not 1 <= games <= MOST_GAMES:
        raise SimulateError(f"{games} games cannot be played", f"Ask for 1 to {MOST_GAMES}.")
    if not 0 <= seed <= MOST_SEED - games:
        raise SimulateError(f"the seed {seed} is out of bounds", f"A seed is a number from 0 to {MOST_SEED - games}.")
    for bot in (level, *(bots or {}).values()):
        wrong = "" if isinstance(bot, Command) else known_bot(world, bot)
        if wrong:
            raise SimulateError(wrong, _known(bot, list(BOTS)))
    for faction in bots or {}:
        if faction not in world.faction_index:
            raise SimulateError(f"there is no faction `{faction}`", _known(faction, list(world.faction_index)))
    seats = {faction.id: level for faction in world.factions} | dict(bots or {})
    return [
        GameSpec(number, seats, clock, saves / f"{world.id}-{number}{SUFFIX}" if saves else None)
        for number in range(seed, seed + games)
    ]


def _known(name: str, names: list[str]) -> str:
    near = nearest(name, names)
    return f"Did you mean `{near}`?" if near else f"Known: {', '.join(sorted(names))}."
