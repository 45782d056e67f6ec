"""At every size nothing lies beyond the edge; narrow screens show one pane; every key that is shown works."""

import pytest
from board_help import SIZES, Shelf, board, colours, seen, table, with_offer
from textual.pilot import Pilot
from textual.screen import Screen

from lanc_game.table import Table
from lanc_game.tui.app import LancApp
from lanc_game.tui.screens.base import MapScreen
from lanc_game.tui.widgets.lines import KeyBar

SCREENS = ("", "l", "i", "t", "d", "h", "c", "w", "f1", "slash", "o")


async def settle(pilot: Pilot[int]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.06)


def beyond(screen: Screen[object]) -> list[str]:
    """Return the widgets of a screen that lie beyond its edge."""
    width, height = screen.app.size
    return [
        repr(widget)
        for widget in screen.query("*")
        if widget.display and widget.region.area
        and (widget.region.right > width or widget.region.bottom > height or widget.region.x < 0 or widget.region.y < 0)
    ]  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_lies_beyond_the_edge(size: tuple[int, int]) -> None:
    app = board(with_offer(table(2)))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in SCREENS if size[0] < 200 else SCREENS[::2]:
            if key:
                await pilot.press(key)
            await settle(pilot)
            assert beyond(app.screen) == [], key
            strips = app.screen._compositor.render_strips(app.size)
            assert len(strips) == size[1]
            assert {strip.cell_length for strip in strips} == {size[0]}, key
            await pilot.press("escape")


@pytest.mark.parametrize("size", SIZES)
async def test_start_and_replay_fit_too(size: tuple[int, int]) -> None:
    for app in (LancApp(Shelf()), LancApp.replay(table(4), 2, None)):
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            assert beyond(app.screen) == []
            bar = app.screen.query_one(KeyBar)
            assert bar.region.bottom == size[1]
            assert len(bar.shown) >= 5


async def test_narrow_shows_one_pane_with_the_map_first() -> None:
    app = board(table())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, MapScreen)

        def panes() -> list[str]:
            return [w.id or "" for w in screen.query(".pane") if w.display and w.region.area]

        assert panes() == ["map-pane"]
        assert "F3 Region" in seen(app)
        for key, pane in (
            ("f3", "region"),
            ("f4", "orders"),
            ("f5", "chronicle"),
            ("escape", "map-pane"),
            ("p", "region"),
        ):
            await pilot.press(key)
            await settle(pilot)
            assert panes() == [pane]
        await pilot.press("o")
        await settle(pilot)
        assert panes() == ["orders"]


async def test_the_map_scrolls_to_the_selection() -> None:
    app = board(table())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, MapScreen)
        while screen.map.ground.width < 80:
            await pilot.press("z")
        for key in ("down", "right", "up", "left"):
            await pilot.press(key)
            await settle(pilot)
            box, (x, y) = screen.map.ground.boxes[screen.session.region], screen.map.scroll_offset
            assert x <= box.left
            assert box.right <= x + screen.map.size.width + 1
            assert y <= box.top
            assert box.bottom <= y + screen.map.size.height + 1


def footer(app: LancApp) -> list[tuple[str, str]]:
    return list(app.screen.query_one(KeyBar).shown)


def with_an_order() -> Table:
    """Return a game with a choice to make and an order written."""
    game = with_offer(table(2))
    game.write(0, "agitate mountain")
    return game


async def every_key(app: LancApp, opened: str, size: tuple[int, int] = (170, 24)) -> None:
    """Press every key that is shown, going back after each, and see that each changes the screen or leaves."""
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        base = app.screen
        drafts = {0: list(app.table.draft(0))} if app.table is not None else {}
        keys: list[tuple[str, str]] = []
        done = 0
        while True:
            if opened:
                await pilot.press(opened)
            await settle(pilot)
            keys = keys or sorted(footer(app), key=lambda shown: shown[0] == "q")
            if done == len(keys):
                break
            key, what = keys[done]
            before = colours(app)
            await pilot.press(key)
            await settle(pilot)
            if app._exit:
                assert done == len(keys) - 1
                return
            assert colours(app) != before, f"{key} ({what}) does nothing"
            done += 1
            while app.screen is not base:
                await pilot.press("escape")
                await settle(pilot)
            await pilot.press("escape")
            if app.table is not None:
                app.table.drafts = {side: list(orders) for side, orders in drafts.items()}
            app.clear_notifications()
            if isinstance(base, MapScreen):
                base.refresh_all()
        assert keys


@pytest.mark.parametrize("opened", ["", "l", "d", "i", "t", "c", "h", "w", "o"])
async def test_every_key_that_is_shown_does_something(opened: str) -> None:
    await every_key(board(with_an_order()), opened)


async def test_every_key_of_a_replay_does_something() -> None:
    await every_key(LancApp.replay(table(12), 2, None), "")


async def test_every_key_of_the_start_does_something() -> None:
    await every_key(LancApp(Shelf()), "", (120, 40))
