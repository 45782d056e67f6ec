"""A budget and what was found of it; times of this process, beside a yardstick loop."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import process_time
from typing import NamedTuple

STEPS = 20_000  # of the yardstick
MILLI = 1e3


@dataclass(frozen=True, slots=True)
class Line:
    """What was found, in a unit, and the most it may be (``least``: the least). No value: the reason. No budget: just told."""

    key: str
    what: str
    unit: str
    budget: float | None
    value: float | None = None
    yards: float | None = None  # multiple of the yardstick, for times
    least: bool = False
    reason: str = ""

    @property
    def share(self) -> float | None:
        """The part of the budget that is used: over 1 is over budget."""
        if self.value is None or self.budget is None:
            return None
        return self.budget / max(self.value, 1e-9) if self.least else self.value / self.budget


class Timed(NamedTuple):
    """Seconds for one call, the best of several, and for one run of the yardstick meanwhile."""

    seconds: float
    yard: float

    @property
    def yards(self) -> float:
        """The time as a multiple of the yardstick."""
        return self.seconds / self.yard


def yardstick() -> float:
    """Return the seconds of a fixed loop, the best of a few: what this machine's Python is worth at the moment."""
    best = float("inf")
    for _ in range(5):
        started = process_time()
        total = 0
        for step in range(STEPS):
            total += step & 7
        best = min(best, process_time() - started)
    return best


def timed(calls: Sequence[Callable[[], object]], repeats: int = 5) -> Timed:
    """Return the mean over ``calls`` of the best time of each; the yardstick runs in between.

    It is this process's own time, so that others wait in vain for a share of it; what is there already is kept out of
    the collector's sight, as in the middle of a long run.
    """
    best = [float("inf")] * len(calls)
    yard = float("inf")
    gc.collect()
    gc.freeze()
    try:
        for _ in range(repeats):
            for index, call in enumerate(calls):
                started = process_time()
                call()
                best[index] = min(best[index], process_time() - started)
            yard = min(yard, yardstick())
    finally:
        gc.unfreeze()
    return Timed(sum(best) / len(best), yard)
