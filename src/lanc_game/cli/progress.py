"""What a terminal shows while many games are played: a bar with the time left; and what is said when they cannot be."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from lanc_game.cli import CommandError
from lanc_game.saves.errors import SaveError
from lanc_game.simulate.cluster import ClusterError
from lanc_game.simulate.games import GameError
from lanc_game.simulate.pool import Progress
from lanc_game.simulate.run import SimulateError

BAR = 30
SETTLED = 2.0  # seconds after the first game from which on the pace means something
MINUTE, HOUR = 60, 3600


class Bar:
    """A bar on one line of a terminal: games done and asked, percent, and the time left if they go on as fast.

    The pace is counted from the first game on, as processes take their time to begin.
    """

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self.stream = stream
        self.clock = clock
        self.begun = clock()
        self.first: tuple[float, int] | None = None  # when games were first done, and how many
        self.width = 0

    def draw(self, done: int, of: int) -> None:
        """Show that so many games are done, over what was shown before."""
        filled = BAR * done // max(1, of)
        line = f"[{'#' * filled}{'.' * (BAR - filled)}] {done}/{of} games  {100 * done // max(1, of)} %"
        line += self._time(self.clock(), done, of)
        print(f"\r{line:<{self.width}}", end="", file=self.stream, flush=True)
        self.width = len(line)

    def _time(self, now: float, done: int, of: int) -> str:
        if done >= of:
            return f"  in {duration(now - self.begun)}"
        if self.first is None:
            self.first = now, done
        since, gained = now - self.first[0], done - self.first[1]
        return f"  {duration(since * (of - done) / gained)} left" if gained > 0 and since >= SETTLED else ""

    def close(self) -> None:
        """Leave the line, if there is one."""
        if self.width:
            print(file=self.stream, flush=True)


def duration(seconds: float) -> str:
    """Return a time in minutes and seconds, or from an hour on in hours and minutes.

    >>> duration(0.2), duration(59.7), duration(3725)
    ('0:00', '1:00', '1 h 02')
    """
    whole = round(seconds)
    if whole < HOUR:
        return f"{whole // MINUTE}:{whole % MINUTE:02}"
    return f"{whole // HOUR} h {whole % HOUR // MINUTE:02}"


@contextmanager
def playing() -> Iterator[Progress | None]:
    """Give what games are to report their progress to: a bar on a terminal, nothing elsewhere.

    Raises CommandError for what the games raise.
    """
    bar = Bar(sys.stderr) if sys.stderr.isatty() else None
    try:
        yield bar.draw if bar else None
    except SimulateError as error:
        raise CommandError(". ".join(part for part in (error.message, error.help) if part)) from None
    except (SaveError, GameError, ClusterError) as error:
        raise CommandError(str(error)) from None
    finally:
        if bar:
            bar.close()
