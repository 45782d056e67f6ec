"""The budgets of the house, measured on this machine: as a time, against a yardstick loop, as a share of the budget.

Nothing here is a test: a machine that is busy with something else measures slow; the yardstick beside it shows that.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

from lanc_game.bench.screens import Terminal, help_page, screens
from lanc_game.bench.shares import shares
from lanc_game.bench.timing import MILLI, Line, Timed, timed, yardstick
from lanc_game.bench.wide import widened, widened_orders, widened_state
from lanc_game.bots import bot_key, choose
from lanc_game.engine.orders import Order
from lanc_game.engine.state import Json, State
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import view_of
from lanc_game.engine.world import World
from lanc_game.saves import read_save, replay, verify
from lanc_game.simulate.games import GameSpec, play_game
from lanc_game.table import Table
from lanc_game.workshop import library
from lanc_game.workshop.library import UnreadableError
from lanc_game.workshop.load import load

__all__ = ["Line", "Terminal", "report", "run", "timed", "widened", "widened_orders", "widened_state", "yardstick"]

SCENARIO = "albania-1942"
SEED = 7


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
        budgets = [line for line in lines if line.budget is not None]
        met = sum((line.share or 2) <= 1 for line in budgets)
        sys.stdout.write(f"{met} of {len(budgets)} budgets are met; yardstick: {yardstick() * 1e6:.0f} us\n")
    return 0


def report(lines: Sequence[Line]) -> dict[str, Json | float]:
    """Return what was measured as plain data."""
    found: dict[str, Json | float] = {"yardstick_us": round(yardstick() * 1e6), "python": sys.version.split()[0]}
    for line in lines:
        data: dict[str, Json | float] = {"what": line.what, "unit": line.unit}
        if line.budget is not None:
            data |= {"budget": line.budget, "at_least": line.least}
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
    copied = timed([state.copy for state in months.states], 20)
    yield from _engine(months, copied)
    yield from _campaigns(loaded.world, copied)
    with tempfile.TemporaryDirectory(prefix="lanc-bench-") as folder:
        yield from _saves(loaded.world, loaded.document, Path(folder))
        yield _checking(path)
        yield from _months_of_bots(loaded.world, loaded.document, Path(folder))
        yield help_page()
        yield from screens(Path(folder), SCENARIO, SEED)


def _text(line: Line) -> str:
    if line.value is None:
        return f"{line.what:<46} not measured: {line.reason}"
    if line.budget is None or line.share is None:
        return f"{line.what:<46} {line.value:>9.2f} {line.unit}"
    budget = f"{'at least' if line.least else 'at most':>8} {line.budget:g} {line.unit}"
    yards = f"{line.yards:9.3f} yards" if line.yards is not None else " " * 15
    over = "" if line.share <= 1 else "  OVER"
    return f"{line.what:<46} {line.value:>9.2f} {line.unit:<9} {yards}  {line.share * 100:>5.0f} % of {budget}{over}"


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


def _engine(months: Months, copied: Timed) -> Iterator[Line]:
    world = months.world
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


def _campaigns(world: World, copied: Timed) -> Iterator[Line]:
    def play(bot: str, seed: int) -> None:
        state = begin(world, seed)
        while not state.over:
            state = resolve(world, state, ordered(world, state, bot, seed), seed)

    for bot, budget in (("random", 20), ("regular", 8)):
        found = timed([partial(play, bot, seed) for seed in range(3)], 3)
        what = f"campaigns of {bot} play, a second a core"
        yield Line(f"campaign_{bot}", what, "games", budget, 1 / found.seconds, found.yards, least=True)
        if bot == "regular":
            yield from shares(partial(play, bot), found, copied)


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
