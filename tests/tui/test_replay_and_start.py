"""Replays step through time; the start screen begins games."""

from pathlib import Path

import pytest
from board_help import Shelf, seen, small_war, table
from textual.pilot import Pilot

from lanc_game.saves import Entry
from lanc_game.table import Table
from lanc_game.tui.app import LancApp
from lanc_game.tui.branching import play_on
from lanc_game.tui.screens.board import BoardScreen
from lanc_game.tui.screens.end import EndScreen
from lanc_game.tui.screens.replay import ReplayScreen
from lanc_game.tui.screens.start import StartScreen


async def settle(pilot: Pilot[int]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.06)


async def test_a_replay_goes_back_and_forth() -> None:
    app = LancApp.replay(table(6), None, None)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, ReplayScreen)
        assert screen.session.turn_shown == 6
        await pilot.press("left", "left")
        assert screen.session.turn_shown == 4
        await pilot.press("right")
        assert screen.session.turn_shown == 5
        await pilot.press("home")
        assert screen.session.turn_shown == 0
        await settle(pilot)
        assert "March 1942" in seen(app)
        await pilot.press("left")
        assert screen.session.turn_shown == 0
        await pilot.press("end")
        assert screen.session.turn_shown == 6


async def test_a_replay_plays_and_stops_at_the_end() -> None:
    app = LancApp.replay(table(3), 0, None)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, ReplayScreen)
        await pilot.press("plus", "plus", "space")
        for _ in range(60):
            await pilot.pause(0.1)
            if screen.session.turn_shown == 3 and not screen.timeline.playing:
                break
        assert screen.session.turn_shown == 3
        assert not screen.timeline.playing


async def test_a_viewpoint_hides_what_that_side_did_not_know() -> None:
    app = LancApp.replay(table(2), None, None)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, ReplayScreen)
        everything = [screen.session.eyes.forces(region) for region in range(4)]
        await pilot.press("v")
        assert screen.session.faction == 0
        own = [screen.session.eyes.forces(region) for region in range(4)]
        assert sum(map(len, own)) < sum(map(len, everything))
        await pilot.press("v", "v", "v")
        assert screen.session.faction == -1


async def test_a_replay_of_a_war_that_is_over_has_a_verdict() -> None:
    app = LancApp.replay(table(12), None, None)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        assert isinstance(app.screen, EndScreen)


async def test_enter_enter_begins() -> None:
    shelf = Shelf()
    app = LancApp(shelf)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        text = seen(app)
        assert "Four Valleys" in text
        assert "resistance, alliance and betrayal" in text
        await pilot.press("enter")
        await settle(pilot)
        assert "Shepherds and schoolteachers" in seen(app)
        await pilot.press("enter")
        await settle(pilot)
        assert shelf.begun == [("four-valleys", 0, None, "regular")]
        assert isinstance(app.screen, BoardScreen) or len(app.screen_stack) > 2


async def test_seat_seed_level_and_language() -> None:
    shelf = Shelf()
    app = LancApp(shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("s", "n", *"1942", "enter")
        await pilot.pause()
        await pilot.press("g", "enter", "down", "enter")
        await settle(pilot)
        assert shelf.begun == [("four-valleys", 1, 1942, "expert")]
        assert app.language == "sq"


async def test_saves_are_gone_on_with_or_watched_and_damage_is_said() -> None:
    good = Entry(
        Path("game.lanc"), 2.0, 10, "four-valleys", "Four Valleys", "", (("hill", "human"),), 7, "1942-04", 2, 12
    )
    bad = Entry(Path("torn.lanc"), 1.0, 10, damaged="this is not a save of LANÇ")
    app = LancApp(Shelf([good, bad]))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "torn: this is not a save" in seen(app)
        await pilot.press("down", "r")
        await settle(pilot)
        assert isinstance(app.screen, ReplayScreen)
        await pilot.press("q")
        await settle(pilot)
        assert isinstance(app.screen, StartScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert any(isinstance(screen, BoardScreen) for screen in app.screen_stack)


def test_a_replay_is_played_on_from_a_month_as_a_game_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANC_SAVES", str(tmp_path))
    loaded = small_war()
    assert loaded.world is not None
    played = Table.open(loaded.world, loaded.document, [0], seed=3, save=tmp_path / "first.lanc")
    for _ in range(4):
        played.end_month()
    played.close()
    before = (tmp_path / "first.lanc").read_bytes()
    game = play_on(tmp_path / "first.lanc", 2, loaded.world.factions[1].id)
    assert game.state.turn == 2
    assert game.humans == [1]
    game.end_month()
    game.close()
    assert (tmp_path / "first.lanc").read_bytes() == before
    assert len(list(tmp_path.glob("*.lanc"))) == 2
