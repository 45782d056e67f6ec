"""Games over processes, here or on a cluster: the same results in the same order, whoever takes part."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.util import Finalize
from types import FrameType

from lanc_game.bots.outside.process import leave_at_signal
from lanc_game.compile import build
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.simulate.cluster import spread_out
from lanc_game.simulate.games import GameError, GameResult, GameSpec, play_game

Progress = Callable[[int, int], None]
"""Told how many games are done, and of how many."""
Jobs = int | str
"""Who plays: so many processes on this machine, or the cluster whose scheduler has this address."""

MOST_CHUNK = 8
_FIRST = 100  # of what a worker does when it leaves
SHARES = 6  # chunks that each process gets through, so that none waits long for the last


@dataclass(frozen=True, slots=True)
class Played:
    """Games that were played, in the order asked; ``partial`` if somebody stopped it before all were."""

    results: tuple[GameResult, ...]
    asked: int
    places: tuple[int, ...]  # of each result, in what was asked

    @classmethod
    def of(cls, done: Mapping[int, GameResult], asked: int) -> Played:
        """Put results that came in any order in the order asked; ``done`` has them by their places."""
        places = tuple(sorted(done))
        return cls(tuple(done[place] for place in places), asked, places)

    @property
    def partial(self) -> bool:
        """Whether games are missing."""
        return len(self.results) < self.asked


def play_all(
    world: World, document: Json, specs: Sequence[GameSpec], jobs: Jobs = 1, progress: Progress | None = None
) -> Played:
    """Play games on ``jobs`` processes or on a cluster. Ctrl-C ends it early and keeps what is done.

    Raises GameError for the first game that stumbles, SaveError for a save that cannot be written, ClusterError for a
    cluster that cannot be played on.
    """
    done: dict[int, GameResult] = {}

    def keep(place: int, result: GameResult) -> None:
        done[place] = result
        if progress is not None:
            progress(len(done), len(specs))

    try:
        if isinstance(jobs, str):
            spread_out(jobs, world.digest, document, specs, keep)
        elif jobs <= 1 or len(specs) <= 1:
            for place, spec in enumerate(specs):
                keep(place, play_game(world, document, spec))
        else:
            _spread(document, specs, min(jobs, len(specs)), keep)
    except KeyboardInterrupt:
        pass
    return Played.of(done, len(specs))


def _spread(document: Json, specs: Sequence[GameSpec], jobs: int, keep: Callable[[int, GameResult], None]) -> None:
    chunk = max(1, min(MOST_CHUNK, len(specs) // (jobs * SHARES)))
    context = multiprocessing.get_context("spawn")
    with _deaf():
        workers = context.Pool(jobs, _prepare, (document,))
    with workers as pool:  # leaving it early, as by Ctrl-C, ends the workers
        for place, result in pool.imap_unordered(_play, enumerate(specs), chunk):
            keep(place, result)
        pool.close()  # all is done: they leave by themselves
        pool.join()


@contextmanager
def _deaf() -> Iterator[None]:
    """Ignore Ctrl-C, and let processes begun meanwhile ignore it from their first moment: else they would complain of it."""
    if threading.current_thread() is not threading.main_thread():  # only that one may say what signals do
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


_ready: list[tuple[World, Json]] = []  # in a worker: the world, compiled once


def _prepare(document: Json) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends us
    signal.signal(signal.SIGTERM, _leave_once)  # so: a program that plays for a side is not to outlive its game
    Finalize(None, signal.signal, (signal.SIGTERM, signal.SIG_IGN), exitpriority=_FIRST)  # who leaves need not be told
    world, problems = build(document)
    if world is None:
        raise GameError(-1, "; ".join(problem.message for problem in problems[:3]))
    _ready.append((world, document))


def _leave_once(number: int, frame: FrameType | None) -> None:
    """Leave, and be deaf to being told again: raised while Python leaves, the exit would be shown as an error."""
    signal.signal(number, signal.SIG_IGN)
    leave_at_signal(number, frame)


def _play(numbered: tuple[int, GameSpec]) -> tuple[int, GameResult]:
    index, spec = numbered
    world, document = _ready[0]
    return index, play_game(world, document, spec)
