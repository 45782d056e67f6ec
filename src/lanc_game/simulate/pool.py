"""Games over local processes: the same results in the same order, however many take part."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lanc_game.compile import build
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.simulate.games import GameError, GameResult, GameSpec, play_game

Progress = Callable[[int, int], None]
"""Told how many games are done, and of how many."""

MOST_CHUNK = 8
SHARES = 6  # chunks that each process gets through, so that none waits long for the last


@dataclass(frozen=True, slots=True)
class Played:
    """Games that were played, in the order asked; ``partial`` if somebody stopped it before all were."""

    results: tuple[GameResult, ...]
    asked: int

    @property
    def partial(self) -> bool:
        """Whether games are missing."""
        return len(self.results) < self.asked


def play_all(
    world: World, document: Json, specs: Sequence[GameSpec], jobs: int = 1, progress: Progress | None = None
) -> Played:
    """Play games on ``jobs`` processes. Ctrl-C ends it early and keeps what is done.

    Raises GameError for the first game that stumbles, SaveError for a save that cannot be written.
    """
    done: dict[int, GameResult] = {}
    try:
        if jobs <= 1 or len(specs) <= 1:
            for index, spec in enumerate(specs):
                done[index] = play_game(world, document, spec)
                if progress is not None:
                    progress(len(done), len(specs))
        else:
            _spread(document, specs, min(jobs, len(specs)), progress, done)
    except KeyboardInterrupt:
        pass
    return Played(tuple(done[index] for index in sorted(done)), len(specs))


def _spread(
    document: Json, specs: Sequence[GameSpec], jobs: int, progress: Progress | None, done: dict[int, GameResult]
) -> None:
    chunk = max(1, min(MOST_CHUNK, len(specs) // (jobs * SHARES)))
    context = multiprocessing.get_context("spawn")
    with context.Pool(jobs, _prepare, (document,)) as pool:  # leaving it, also by Ctrl-C, ends the workers
        for index, result in pool.imap_unordered(_play, enumerate(specs), chunk):
            done[index] = result
            if progress is not None:
                progress(len(done), len(specs))


_ready: list[tuple[World, Json]] = []  # in a worker: the world, compiled once


def _prepare(document: Json) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends us
    world, problems = build(document)
    if world is None:
        raise GameError(-1, "; ".join(problem.message for problem in problems[:3]))
    _ready.append((world, document))


def _play(numbered: tuple[int, GameSpec]) -> tuple[int, GameResult]:
    index, spec = numbered
    world, document = _ready[0]
    return index, play_game(world, document, spec)
