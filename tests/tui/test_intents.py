"""The pane of known intents, and the screen that tells what moved each order once that may be known."""

from dataclasses import replace

import pytest
from board_help import board, politics, seen, table
from textual.pilot import Pilot

from lanc_game.engine.state import Operation
from lanc_game.table import Table
from lanc_game.tui.app import LancApp
from lanc_game.tui.eyes import EVERYTHING
from lanc_game.tui.screens.end import EndScreen
from lanc_game.tui.screens.reasons import ReasonsScreen, orders_known
from lanc_game.tui.screens.replay import ReplayScreen
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.intents import intent_lines
from lanc_game.tui.widgets.sheet import Choices, Sheet

HILL, STAR, CROWN = 0, 1, 2
MOUNTAIN, WOODS = 1, 3


async def settle(pilot: Pilot[int]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.06)


def with_offensive(game: Table, region: int) -> Table:
    """Let the Crown announce an offensive on a region."""
    game.state.operations = [Operation(CROWN, (region,), game.state.turn, game.state.turn + 2, -1, 1900)]
    return game


def written(session: Session, width: int = 54) -> str:
    return "\n".join(line.plain for line in intent_lines(session, width))


# --- the pane


def test_the_pane_tells_what_line_mode_tells_with_its_source() -> None:
    session = Session(with_offensive(table(), MOUNTAIN), "en", HILL)
    assert "⚑ offensive of Crown: Mountain; from April 1942; about 1,900 men · your council in Mountain" in written(
        session
    )
    assert "S Star: rivals with you; at war with Crown · known to all" in written(session)


def test_an_offensive_elsewhere_is_seen_only_by_whoever_sees_everything() -> None:
    game = with_offensive(table(), WOODS)
    assert "offensive" not in written(Session(game, "en", HILL))
    assert "⚑ offensive of Crown: Woods" in written(Session(game, "en", EVERYTHING))


def test_a_shock_is_a_bar_with_its_level_and_how_far_it_moved() -> None:
    session = Session(table(2), "en", HILL)
    line = next(line for line in written(session).splitlines() if "collapse" in line)
    level, before = session.eyes.hazard[0], session.table.state_before(1).hazard[0]
    assert level > before
    assert f" {level} ▲{level - before} · newspapers" in line


@pytest.mark.parametrize("language", ["en", "sq"])
@pytest.mark.parametrize("width", [30, 54, 76])
def test_bars_fit_the_pane(language: str, width: int) -> None:
    session = Session(table(2), language, HILL)
    assert all(line.cell_len <= width for line in intent_lines(session, width) if "█" in line.plain)


async def test_the_board_shows_known_intents() -> None:
    app = board(with_offensive(table(), MOUNTAIN))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        text = seen(app)
        assert "Known intents" in text
        assert "offensive of Crown: Mountain" in text


async def test_a_narrow_board_has_a_tab_for_them() -> None:
    app = board(with_offensive(table(), MOUNTAIN))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "offensive of Crown" not in seen(app)
        assert "F6 Intents" in seen(app)
        await pilot.press("f6")
        await settle(pilot)
        assert "offensive of Crown: Mountain" in seen(app)
        assert app.focused is app.screen.query_one("#intents")


# --- what moved each order


def test_whose_orders_are_known() -> None:
    game = politics(3)
    everybody = {side for side in range(3) if game.turns[2].orders[side]}
    assert len(everybody) > 1
    assert {given.side for given in orders_known(Session(game, "en", EVERYTHING), 2)} == everybody
    assert {given.side for given in orders_known(Session(game, "en", STAR), 2)} <= {STAR}
    assert not orders_known(Session(game, "en", HILL), 2), "nobody gave the Hills orders"


def test_after_the_war_everybodys_orders_are_known() -> None:
    game = politics(12)
    assert game.over
    assert {given.side for given in orders_known(Session(game, "en", HILL), 2)} == {STAR, CROWN}


async def test_a_replay_with_all_eyes_tells_why() -> None:
    game = politics(3)
    game.turns = [replace(turn, reasons=((),) * 3) for turn in game.turns]  # as a save gives it back
    app = LancApp.replay(game, 3, None)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, ReplayScreen)
        assert not game.thoughts, "no bot is asked before somebody asks"
        await pilot.press("o")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, ReasonsScreen)
        page = screen.query_one("#page", Sheet)
        assert " with them" in page.plain or "worth to them" in page.plain
        first = page.plain
        assert len(game.thoughts) == 1
        await pilot.press("down")
        await settle(pilot)
        assert page.plain != first
        assert "lost" not in page.plain
        orders = screen.query_one("#months", Choices).plain
        await pilot.press("left")
        await settle(pilot)
        assert screen.turn == 1
        assert screen.query_one("#months", Choices).plain != orders
        await pilot.press("right", "right", "right")
        assert screen.turn == 2, "nothing beyond the position shown"
        await pilot.press("escape")
        assert isinstance(app.screen, ReplayScreen)


async def test_a_replay_through_one_sides_eyes_shows_its_orders_alone() -> None:
    app = LancApp.replay(politics(3), 3, STAR)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("o")
        await settle(pilot)
        orders = app.screen.query_one("#months", Choices).plain
        assert "Crown" not in orders
        assert "Star" in orders


async def test_before_the_first_month_there_is_nothing_to_ask() -> None:
    app = LancApp.replay(politics(2), 0, None)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("o", "right", "left", "down")
        await settle(pilot)
        assert "No orders are known." in seen(app)


async def test_the_end_leads_to_what_moved_the_others() -> None:
    app = LancApp.replay(politics(12), None, HILL)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        assert isinstance(app.screen, EndScreen)
        await pilot.press("o")
        await settle(pilot)
        assert isinstance(app.screen, ReasonsScreen)
        assert "Star" in app.screen.query_one("#months", Choices).plain
        await pilot.press("escape")
        assert isinstance(app.screen, EndScreen)
