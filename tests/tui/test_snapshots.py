"""Pictures of the screens at one moment of one seed, to notice a change of looks."""

from collections.abc import Callable

import pytest
from board_help import Shelf, board, politics, table, with_letter, with_offer
from textual.app import App

from lanc_game.tui.app import LancApp

Compare = Callable[..., bool]


@pytest.fixture
def looks_the_same(snap_compare: Compare) -> Compare:
    return snap_compare


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_board(looks_the_same: Compare, size: tuple[int, int]) -> None:
    app: App[int] = board(with_offer(table()))
    assert looks_the_same(app, terminal_size=size)


def test_legal_list(looks_the_same: Compare) -> None:
    assert looks_the_same(board(table()), terminal_size=(120, 40), press=["l"])


def test_start(looks_the_same: Compare) -> None:
    assert looks_the_same(LancApp(Shelf()), terminal_size=(120, 40))


def test_replay(looks_the_same: Compare) -> None:
    assert looks_the_same(LancApp.replay(table(2), 0, None), terminal_size=(120, 40))


def dealings() -> App[int]:
    """Return a board with politics: two months on, a letter on the desk, everything open to be signed."""
    game = with_letter(politics(2))
    game.state.signable = [1] * len(game.world.instruments)
    game.state.ready = [1] * len(game.world.congresses)
    return board(game)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("pane", ["1", "2", "3", "4", "5"])
def test_diplomacy(looks_the_same: Compare, size: tuple[int, int], pane: str) -> None:
    assert looks_the_same(dealings(), terminal_size=size, press=["d", pane])


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_negotiation(looks_the_same: Compare, size: tuple[int, int]) -> None:
    assert looks_the_same(dealings(), terminal_size=size, press=["i", "down", "down", "enter"])


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_desk(looks_the_same: Compare, size: tuple[int, int]) -> None:
    assert looks_the_same(dealings(), terminal_size=size, press=["i"])
