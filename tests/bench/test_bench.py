"""The bench measures what it says; no test says how fast anything must be."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from lanc_game import bench
from lanc_game.bench import Line, Terminal, timed, widened, widened_orders, widened_state, yardstick
from lanc_game.engine.state import State
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.world import World
from lanc_game.workshop.load import load

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture(scope="module")
def valleys() -> World:
    world = load(SCENARIOS / "four-valleys").world
    assert world is not None
    return world


def test_times_are_taken_beside_the_yardstick() -> None:
    calls: list[int] = []
    found = timed([lambda: calls.append(1), lambda: calls.append(2)], 3)
    assert calls == [1, 2] * 3
    assert 0 < found.seconds < 1
    assert found.yards == pytest.approx(found.seconds / found.yard)
    assert yardstick() > 0


def test_shares_of_a_budget() -> None:
    assert Line("a", "a", "ms", 10, 5).share == pytest.approx(0.5)
    assert Line("a", "a", "games", 10, 5, least=True).share == pytest.approx(2)
    assert Line("a", "a", "ms", 10, reason="no such thing").share is None


def test_a_report_is_json() -> None:
    lines = [Line("copy", "a copy", "us", 25, 20.123456, 0.02), Line("gone", "x", "ms", 1, reason="no terminal")]
    data = json.loads(json.dumps(bench.report(lines)))
    assert data["copy"]["share"] == pytest.approx(0.8049)
    assert data["gone"]["not_measured"] == "no terminal"
    assert "OVER" not in bench._text(lines[0])
    assert "not measured: no terminal" in bench._text(lines[1])


def men(state: State) -> list[int]:
    return [state.men_of(faction) for faction in range(state.faction_count)]


def test_a_wider_world_is_the_same_war_many_times(valleys: World) -> None:
    state = begin(valleys, 5)
    wide_world = widened(valleys, 3)
    for _ in range(4):
        orders = bench.ordered(valleys, state, "regular", 5)
        wide = widened_state(state, 3)
        assert men(wide) == [3 * count for count in men(state)]
        assert len(wide.cut) == len(wide_world.links)
        for place, total in enumerate(wide.total):
            assert total == sum(wide.row(place))
        more = widened_orders(valleys, orders, 3)
        after = resolve(wide_world, wide, more, 5)
        assert all(total == sum(after.row(place)) for place, total in enumerate(after.total))
        state = resolve(valleys, state, orders, 5)


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_terminal_times_its_program() -> None:
    echo = "import sys\nprint('x' * 200, flush=True)\nfor line in sys.stdin: print(line * 3, flush=True)"
    terminal = Terminal([sys.executable, "-c", echo], {"PATH": "/usr/bin:/bin"})
    try:
        bursts, count = terminal.settle()
        assert count >= 200
        assert bursts[0] > terminal.started
        ends = terminal.press(b"again\n")
        assert 0 < ends[0] <= ends[-1] < 5
    finally:
        terminal.close()
    assert terminal.process.returncode


def test_no_scenario_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "SCENARIO", "no-such-war")
    [line] = bench.measure()
    assert "no-such-war" in line.reason


@pytest.mark.slow
def test_the_whole_bench(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.run(as_json=True) == 0
    data = json.loads(capsys.readouterr().out)
    for key in ("copy", "resolve", "campaign_random", "campaign_regular", "verify", "size", "check", "help"):
        assert data[key]["value"] > 0, key
