"""Where the time of a campaign goes: the stack is looked at every few milliseconds of the process's own time."""

from __future__ import annotations

import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from types import CodeType, FrameType

from lanc_game.bench.timing import Line, Timed
from lanc_game.engine.state import State
from lanc_game.engine.turn import resolve
from lanc_game.engine.view import view_of

TICK = 0.002
CAMPAIGNS = 12
LEGALITY = tuple(
    f"lanc_game.engine.{name}" for name in ("legal", "checks", "treaty_checks", "house_checks", "candidates")
)
REST = "rest"
SHARES = {
    "legality": "legality",
    "scoring": "scoring: the bots",
    "looking": "looking: the views",
    "resolving": "resolving the month",
    REST: "all else",
}
_BY_CODE = {view_of.__code__: "looking", resolve.__code__: "resolving"}

Campaign = Callable[[int], object]  # plays the game of a seed


def kind_of(frame: FrameType | None) -> str:
    """Return what a running program is about: the innermost of its calls that is one of ``SHARES`` says it."""
    while frame is not None:
        if frame.f_code in _BY_CODE:
            return _BY_CODE[frame.f_code]
        module = str(frame.f_globals.get("__name__"))
        if module in LEGALITY:
            return "legality"
        if module.startswith("lanc_game.bots."):
            return "scoring"
        frame = frame.f_back
    return REST


def sampled(work: Callable[[], object], counts: Counter[str]) -> None:
    """Do a piece of work and count what it was about at each tick. Needs the main thread and a system with timers."""

    def look(_: int, frame: FrameType | None) -> None:
        counts[kind_of(frame)] += 1

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, TICK, TICK)
    try:
        work()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def calls_of(code: CodeType, work: Callable[[], object]) -> int:
    """Do a piece of work and return how often a function was called meanwhile."""
    count = 0

    def heed(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call" and frame.f_code is code

    sys.setprofile(heed)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def shares(campaign: Campaign, found: Timed, copied: Timed, count: int = CAMPAIGNS) -> Iterator[Line]:
    """Yield what part of a campaign's time goes into what. ``found`` is what a campaign takes, ``copied`` what a copy does.

    Copies are too quick for a look in to catch them: they are counted, and are in the other shares too.
    """
    counts: Counter[str] = Counter()
    if hasattr(signal, "setitimer"):
        for seed in range(count):
            sampled(partial(campaign, seed), counts)
    ticks = counts.total()
    reason = "" if ticks else "no timer here that looks in on a running program"
    for kind, what in SHARES.items():
        value = counts[kind] * 100 / ticks if ticks else None
        yield Line(f"share_{kind}", f"regular play, share of {what}", "%", None, value, reason=reason)
    copying = calls_of(State.copy.__code__, partial(campaign, 0)) * copied.yards / found.yards
    yield Line("share_copying", "regular play, share of copying (in the above)", "%", None, copying * 100)
