"""The bench looks in on a running campaign and says what it is about; how much of each, no test says."""

from __future__ import annotations

import json
import signal
import sys
from collections import Counter
from pathlib import Path
from types import FrameType

import pytest

from lanc_game import bench
from lanc_game.bench.shares import REST, SHARES, calls_of, kind_of, sampled, shares
from lanc_game.bench.timing import Timed
from lanc_game.engine.legal import accept
from lanc_game.engine.names import Role
from lanc_game.engine.orders import Order
from lanc_game.engine.state import State
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import View, view_of
from lanc_game.engine.world import World
from lanc_game.workshop.load import load

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture(scope="module")
def valleys() -> World:
    world = load(SCENARIOS / "four-valleys").world
    assert world is not None
    return world


class Spy(list[Order]):
    """A list of orders that says from where it is looked into."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def __iter__(self) -> object:  # type: ignore[override]
        self.seen.append(kind_of(sys._getframe()))
        return super().__iter__()

    def __getitem__(self, key: object) -> object:  # type: ignore[override]
        self.seen.append(kind_of(sys._getframe()))
        return []


def test_the_innermost_call_says_what_a_campaign_is_about(valleys: World, monkeypatch: pytest.MonkeyPatch) -> None:
    state = begin(valleys, 3)
    spy = Spy()
    assert accept(view_of(valleys, state, 0), spy) == []
    resolve(valleys, state, [spy], 3)
    assert spy.seen == ["legality", "resolving"]
    asked: set[str] = set()
    known = View.men_of

    def men_of(view: View, roles: tuple[Role, ...]) -> list[int]:
        asked.add(kind_of(sys._getframe()))
        return known(view, roles)

    monkeypatch.setattr(View, "men_of", men_of)
    bench.ordered(valleys, state, "regular", 3)
    assert asked == {"scoring", "legality"}
    assert kind_of(sys._getframe()) == REST


def test_copies_are_counted(valleys: World) -> None:
    state = begin(valleys, 3)

    def twice() -> None:
        state.copy()
        resolve(valleys, state, [], 3)

    assert calls_of(State.copy.__code__, twice) == 2
    assert sys.getprofile() is None


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers here")
def test_a_sampled_piece_of_work_leaves_no_timer_behind() -> None:
    before = signal.getsignal(signal.SIGPROF)
    counts: Counter[str] = Counter()

    def work() -> None:
        while counts.total() < 3:
            sum(range(1000))

    sampled(work, counts)
    assert counts == {REST: counts.total()}
    with pytest.raises(ZeroDivisionError):
        sampled(lambda: 1 // 0, counts)
    assert signal.getsignal(signal.SIGPROF) == before
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers here")
def test_shares_are_told_with_no_budget(valleys: World) -> None:
    games: list[int] = []

    def campaign(seed: int) -> None:
        games.append(seed)
        state = begin(valleys, seed)
        for _ in range(6):
            state = resolve(valleys, state, bench.ordered(valleys, state, "regular", seed), seed)

    lines = list(shares(campaign, Timed(1.0, 0.001), Timed(0.01, 0.001), 20))
    assert games == [*range(20), 0]
    assert [line.key for line in lines] == [*(f"share_{kind}" for kind in SHARES), "share_copying"]
    *looked, copying = [line.value for line in lines]
    assert sum(value or 0 for value in looked) == pytest.approx(100)
    assert (looked[1] or 0) > 0  # scoring
    assert copying is not None
    assert copying >= 6  # a hundredth of a campaign each
    assert all(line.share is None for line in lines)
    data = json.loads(json.dumps(bench.report(lines)))["share_copying"]
    assert data["value"] == pytest.approx(copying)
    assert "budget" not in data
    assert bench._text(lines[-1]).endswith(f"{copying:.2f} %")


def test_without_a_timer_there_is_a_reason(valleys: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "setitimer", raising=False)
    lines = list(shares(lambda seed: begin(valleys, seed), Timed(1.0, 0.001), Timed(0.01, 0.001), 2))
    assert {line.reason for line in lines if line.value is None} == {"no timer here that looks in on a running program"}
    assert lines[-1].value == 0  # nothing was copied


def test_frames_end_somewhere() -> None:
    frame: FrameType | None = None
    assert kind_of(frame) == REST
