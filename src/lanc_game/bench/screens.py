"""What is measured from outside: `lanc --help`, and the board in a pseudo-terminal, as a player's terminal sees it."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import monotonic, perf_counter

from lanc_game.bench.timing import MILLI, Line

ROWS, COLUMNS = 40, 120
QUIET = 0.3  # seconds without output after which a screen stands still
GAP = 0.004  # seconds between two bursts of output
PATIENCE = 20.0
KEYS = 12
LEFT, RIGHT, ESCAPE = b"\x1b[D", b"\x1b[C", b"\x1b"
HELLO = "from textual.app import App\nfrom textual.widgets import Static\nclass Hello(App):\n    def compose(self):\n        yield Static('Hello')\nHello().run()\n"  # fmt: skip  # noqa: E501


def help_page() -> Line:
    """Measure `lanc --help` in processes of its own, as a multiple of a Python that imports a parser of arguments."""
    plain = [sys.executable, "-c", "import argparse"]
    ours = [sys.executable, "-m", "lanc_game", "--help"]
    best = {False: float("inf"), True: float("inf")}
    for _ in range(6):
        for mine, command in ((False, plain), (True, ours)):
            started = perf_counter()
            done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own interpreter
            best[mine] = min(best[mine], perf_counter() - started)
            if done.returncode:
                return Line("help", "`lanc --help`", "times", 4, reason=f"exit code {done.returncode}")
    return Line("help", "`lanc --help`, times importing argparse", "times", 4, best[True] / best[False])


class Terminal:
    """A program in a pseudo-terminal of a known size."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self.handle, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.started = perf_counter()
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter
            command, stdin=inner, stdout=inner, stderr=inner, env=environment, start_new_session=True, close_fds=True
        )
        os.close(inner)

    def settle(self, quiet: float = QUIET) -> tuple[list[float], int]:
        """Read until nothing comes any more: when each burst of output ended, and how many bytes came in all."""
        bursts: list[float] = []
        count = 0
        deadline = monotonic() + PATIENCE
        while monotonic() < deadline:
            ready, _, _ = select.select([self.handle], [], [], quiet if bursts else PATIENCE)
            if not ready:
                break
            try:
                data = os.read(self.handle, 1 << 16)
            except OSError:  # the program is gone
                break
            if not data:
                break
            now = perf_counter()
            if bursts and now - bursts[-1] < GAP:
                bursts[-1] = now
            else:
                bursts.append(now)
            count += len(data)
        return bursts, count

    def press(self, key: bytes) -> list[float]:
        """Press a key; return the seconds until each burst of output ended."""
        started = perf_counter()
        os.write(self.handle, key)
        return [end - started for end in self.settle(0.15)[0]]

    def memory(self) -> int:
        """Return the resident kilobytes of the program."""
        told = subprocess.run(  # noqa: S603
            ["ps", "-o", "rss=", "-p", str(self.process.pid)],  # noqa: S607 - found where the system keeps it
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        return int(told.stdout.strip() or 0)

    def close(self) -> None:
        """End the program."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.handle)


SCREENS = (
    ("first_board", "`lanc play` to the first board, times a hello", "times", 1.4),
    ("select_map", "a selection key, to the end of the map's rows", "ms", 4.0),
    ("select_all", "a selection key, with the inspector", "ms", 12.0),
    ("memory", "memory of a running board, times a hello", "times", 2.0),
)


def screens(folder: Path, scenario: str, seed: int) -> Iterator[Line]:
    """Measure the board from outside, as a terminal sees it."""
    empty = [Line(key, what, unit, budget) for key, what, unit, budget in SCREENS]
    try:
        found = _look(folder, scenario, seed)
    except ImportError as error:
        yield from (replace(line, reason=f"no pseudo-terminals here ({error.name})") for line in empty)
        return
    except (OSError, ValueError) as error:
        yield from (replace(line, reason=str(error)) for line in empty)
        return
    yield from (replace(line, value=value) for line, value in zip(empty, found, strict=True))


def _look(folder: Path, scenario: str, seed: int) -> tuple[float, float, float, float]:
    environment = {
        **os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANC_SAVES": str(folder / "saves"),
        "XDG_CACHE_HOME": str(folder / "cache"), "LANG": "C.UTF-8",
    }  # fmt: skip
    hello = [sys.executable, "-c", HELLO]
    board = [sys.executable, "-m", "lanc_game", "play", scenario, "--seed", str(seed)]
    best = {"hello": float("inf"), "board": float("inf")}
    size = {"hello": 0, "board": 0}
    rows, whole = 0.0, 0.0
    for attempt in range(4):  # the first one warms the cache and counts for nothing
        for name, command in (("hello", hello), ("board", board)):
            terminal = Terminal(command, environment)
            try:
                bursts, count = terminal.settle()
                if terminal.process.poll() is not None or count < 100:
                    raise ValueError(f"the {name} showed no screen")
                if attempt:
                    best[name] = min(best[name], bursts[-1] - terminal.started)
                size[name] = terminal.memory()
                if name == "board" and attempt == 3:
                    rows, whole = _keys(terminal)
            finally:
                terminal.close()
    return best["board"] / best["hello"], rows * MILLI, whole * MILLI, size["board"] / max(1, size["hello"])


def _keys(terminal: Terminal) -> tuple[float, float]:
    """Return the median seconds from a selection key to the end of the first burst and to that of the second.

    The first is the map's rows, the second the inspector; what comes later waits until the player does.
    """
    terminal.press(ESCAPE)
    terminal.settle(0.5)
    pressed = [terminal.press(RIGHT if number % 2 else LEFT) for number in range(KEYS)]
    seen = [ends for ends in pressed if ends]
    if not seen:
        raise ValueError("no selection key changed the screen")
    return median(ends[0] for ends in seen), median(ends[:2][-1] for ends in seen)
