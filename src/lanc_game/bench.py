"""The budgets of the house, measured on this machine: as a time, against a yardstick loop, as a share of the budget.

Nothing here is a test: a machine that is busy with something else measures slow; the yardstick beside it shows that.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from time import monotonic, perf_counter, process_time
from typing import NamedTuple

from lanc_game.bots import bot_key, choose
from lanc_game.engine.grammar import GRAMMAR
from lanc_game.engine.names import Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.state import Json, State
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import view_of
from lanc_game.engine.world import SLOTS, LinkDef, World
from lanc_game.saves import read_save, replay, verify
from lanc_game.simulate.games import GameSpec, play_game
from lanc_game.table import Table
from lanc_game.workshop import library
from lanc_game.workshop.layers import UnreadableError
from lanc_game.workshop.load import load

SCENARIO = "albania-1942"
SEED = 7
STEPS = 20_000  # of the yardstick
WIDER = 10
ROWS, COLUMNS = 40, 120
QUIET = 0.3  # seconds without output after which a screen stands still
GAP = 0.004  # seconds between two bursts of output
PATIENCE = 20.0
KEYS = 12
LEFT, RIGHT, ESCAPE = b"\x1b[D", b"\x1b[C", b"\x1b"
MILLI = 1e3
HELLO = "from textual.app import App\nfrom textual.widgets import Static\nclass Hello(App):\n    def compose(self):\n        yield Static('Hello')\nHello().run()\n"  # fmt: skip  # noqa: E501


@dataclass(frozen=True, slots=True)
class Line:
    """One budget: what was found, in a unit, and the most it may be (``least``: the least). No value: the reason."""

    key: str
    what: str
    unit: str
    budget: float
    value: float | None = None
    yards: float | None = None  # multiple of the yardstick, for times
    least: bool = False
    reason: str = ""

    @property
    def share(self) -> float | None:
        """The part of the budget that is used: over 1 is over budget."""
        if self.value is None:
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


def run(as_json: bool = False) -> int:
    """Measure everything and print it. Returns 0: being slow is a finding about a machine, not a failure."""
    lines: list[Line] = []
    for line in measure():
        lines.append(line)
        if not as_json:
            sys.stdout.write(_text(line) + "\n")
            sys.stdout.flush()
    if as_json:
        sys.stdout.write(json.dumps(report(lines), indent=2) + "\n")
    else:
        met = sum((line.share or 2) <= 1 for line in lines)
        sys.stdout.write(f"{met} of {len(lines)} budgets are met; yardstick: {yardstick() * 1e6:.0f} us\n")
    return 0


def report(lines: Sequence[Line]) -> dict[str, Json | float]:
    """Return what was measured as plain data."""
    found: dict[str, Json | float] = {"yardstick_us": round(yardstick() * 1e6), "python": sys.version.split()[0]}
    for line in lines:
        data = {"what": line.what, "unit": line.unit, "budget": line.budget, "at_least": line.least}
        for name, value in (("value", line.value), ("yards", line.yards), ("share", line.share)):
            if value is not None:
                data[name] = round(value, 4)
        if line.reason:
            data["not_measured"] = line.reason
        found[line.key] = data  # type: ignore[assignment]
    return found


def measure() -> Iterator[Line]:
    """Measure budget after budget."""
    try:
        path = library.find(SCENARIO)
        loaded = load(path)
    except (library.NotFoundError, UnreadableError) as error:
        yield Line("scenario", "a scenario to measure on", "", 1, reason=str(error))
        return
    if loaded.world is None:
        yield Line("scenario", "a scenario to measure on", "", 1, reason=f"{SCENARIO} has errors")
        return
    months = Months(loaded.world)
    yield from _engine(months)
    yield from _campaigns(loaded.world)
    with tempfile.TemporaryDirectory(prefix="lanc-bench-") as folder:
        yield from _saves(loaded.world, loaded.document, Path(folder))
        yield _checking(path)
        yield from _months_of_bots(loaded.world, loaded.document, Path(folder))
        yield _help()
        yield from _screens(Path(folder))


def _text(line: Line) -> str:
    budget = f"{'at least' if line.least else 'at most':>8} {line.budget:g} {line.unit}"
    if line.value is None or line.share is None:
        return f"{line.what:<46} not measured: {line.reason}"
    yards = f"{line.yards:9.3f} yards" if line.yards is not None else " " * 15
    over = "" if line.share <= 1 else "  OVER"
    return f"{line.what:<46} {line.value:>9.2f} {line.unit:<9} {yards}  {line.share * 100:>5.0f} % of {budget}{over}"


# --- timing


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


# --- the engine


class Months:
    """A campaign of regular bots, to measure on: the position before each month and its orders."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.states: list[State] = [begin(world, SEED)]
        self.orders: list[list[list[Order]]] = []
        while not self.states[-1].over:
            state = self.states[-1]
            self.orders.append(ordered(world, state, "regular", SEED))
            self.states.append(resolve(world, state, self.orders[-1], SEED))


def ordered(world: World, state: State, bot: str, seed: int) -> list[list[Order]]:
    """Return everybody's orders, every seat the same bot."""
    factions = range(len(world.factions))
    return [[c.order for c in choose(view_of(world, state, f), bot, bot_key(world, seed, f))] for f in factions]


def _engine(months: Months) -> Iterator[Line]:
    world = months.world
    copied = timed([state.copy for state in months.states], 20)
    yield Line("copy", "copy of a state", "us", 25, copied.seconds * 1e6, copied.yards)

    def month(where: World, state: State, orders: list[list[Order]]) -> Callable[[], State]:
        return lambda: resolve(where, state, orders, SEED)

    pairs = list(zip(months.states, months.orders, strict=False))
    small = timed([month(world, state, orders) for state, orders in pairs], 8)
    yield Line("resolve", "resolve a month, orders given", "ms", 1.2, small.seconds * MILLI, small.yards)
    wide = widened(world)
    more = [(widened_state(state), widened_orders(world, orders)) for state, orders in pairs]
    large = timed([month(wide, state, orders) for state, orders in more], 3)
    yield Line("resolve_wide", "the same with ten times the regions", "times", 11, large.yards / small.yards)


def widened(world: World, times: int = WIDER) -> World:
    """Return a world of so many copies of the map beside each other, with the same factions in all of them."""
    count = len(world.regions)
    shifts = range(0, count * times, count)
    return replace(
        world,
        regions=tuple(replace(r, id=f"{r.id}_{shift}") for shift in shifts for r in world.regions),
        links=tuple(LinkDef(w.a + shift, w.b + shift, w.kind, w.via) for shift in shifts for w in world.links),
        exits=tuple(replace(e, region=e.region + shift) for shift in shifts for e in world.exits),
    )


def widened_state(state: State, times: int = WIDER) -> State:
    """Return a position in which the same stands in every copy of the map."""
    wide = state.copy()
    count = state.region_count
    wide.region_count = count * times
    rows = range(0, state.faction_count * count, count)
    wide.men = [men for row in rows for men in state.men[row * SLOTS : (row + count) * SLOTS] * times]
    wide.total = [men for row in rows for men in state.total[row : row + count] * times]
    wide.posture = [posture for row in rows for posture in state.posture[row : row + count] * times]
    wide.sights = [sight for row in rows for sight in state.sights[row : row + count] * times]
    for name in ("sympathy", "scar", "council", "heat", "informers", "fear", "feuds", "grain", "burned"):
        setattr(wide, name, getattr(state, name) * times)
    for name in ("town", "country", "cut", "wire", "idle"):
        setattr(wide, name, getattr(state, name) * times)
    shifts = range(0, count * times, count)
    wide.works = [work._replace(region=work.region + shift) for shift in shifts for work in state.works]
    wide.operations = [
        op._replace(regions=tuple(region + shift for region in op.regions))
        for shift in shifts
        for op in state.operations
    ]
    return wide


def widened_orders(world: World, orders: list[list[Order]], times: int = WIDER) -> list[list[Order]]:
    """Return the same orders given in every copy of the map."""
    wide: list[list[Order]] = []
    for given in orders:
        more = list(given)
        for shift in range(len(world.regions), len(world.regions) * times, len(world.regions)):
            more += [_shifted(order, shift) for order in given if "region" in "".join(GRAMMAR[order.verb])]
        wide.append(more)
    return wide


def _shifted(order: Order, shift: int) -> Order:
    kinds = GRAMMAR[Verb(order.verb)]
    args = [a + shift if kind.strip("[]") == "region" else a for kind, a in zip(kinds, order.args, strict=False)]
    return Order(order.verb, tuple(args))


def _campaigns(world: World) -> Iterator[Line]:
    def campaign(bot: str, seed: int) -> Callable[[], None]:
        def play() -> None:
            state = begin(world, seed)
            while not state.over:
                state = resolve(world, state, ordered(world, state, bot, seed), seed)

        return play

    for bot, budget in (("random", 20), ("regular", 8)):
        found = timed([campaign(bot, seed) for seed in range(3)], 3)
        what = f"campaigns of {bot} play, a second a core"
        yield Line(f"campaign_{bot}", what, "games", budget, 1 / found.seconds, found.yards, least=True)


# --- saves, scenarios, bots


def _saves(world: World, document: Json, folder: Path) -> Iterator[Line]:
    path = folder / "bench.lanc"
    result = play_game(world, document, GameSpec(SEED, {}, save=path))
    months = max(1, result.months)
    found = timed([lambda: verify(world, read_save(path)).ok], 4)
    yield Line(
        "verify", "load and verify a save, a month", "ms", 2.5, found.seconds * MILLI / months, found.yards / months
    )
    save = read_save(path)
    slowest = 0.0
    started = perf_counter()
    for _ in replay(world, save):
        slowest = max(slowest, perf_counter() - started)
        started = perf_counter()
    yield Line("replay", "the slowest month of a replay", "ms", 20, slowest * MILLI)
    size = sum(len(line) + 1 for line in path.read_bytes().split(b"\n")[1:] if line)
    yield Line("size", "size of a save, a hundred months", "KB", 200, size * 100 / months / 1000)


def _checking(path: Path) -> Line:
    found = timed([lambda: load(path)], 4)
    return Line("check", "check a scenario (parse, shape, link)", "ms", 200, found.seconds * MILLI, found.yards)


def _months_of_bots(world: World, document: Json, folder: Path) -> Iterator[Line]:
    for level, budget in (("regular", 200), ("expert", 3000)):
        table = Table.open(world, document, [], seed=SEED, level=level, save=folder / f"{level}.lanc")
        times: list[float] = []
        while not table.over:
            started = perf_counter()
            table.end_month()
            times.append(perf_counter() - started)
        table.close()
        yield Line(f"end_{level}", f"the slowest end of a month, {level} bots", "ms", budget, max(times) * MILLI)


# --- other processes


def _help() -> Line:
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


def _screens(folder: Path) -> Iterator[Line]:
    """Measure the board from outside, as a terminal sees it."""
    empty = [Line(key, what, unit, budget) for key, what, unit, budget in SCREENS]
    try:
        found = _look(folder)
    except ImportError as error:
        yield from (replace(line, reason=f"no pseudo-terminals here ({error.name})") for line in empty)
        return
    except (OSError, ValueError) as error:
        yield from (replace(line, reason=str(error)) for line in empty)
        return
    yield from (replace(line, value=value) for line, value in zip(empty, found, strict=True))


def _look(folder: Path) -> tuple[float, float, float, float]:
    environment = {
        **os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANC_SAVES": str(folder / "saves"),
        "XDG_CACHE_HOME": str(folder / "cache"), "LANG": "C.UTF-8",
    }  # fmt: skip
    hello = [sys.executable, "-c", HELLO]
    board = [sys.executable, "-m", "lanc_game", "play", SCENARIO, "--seed", str(SEED)]
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
