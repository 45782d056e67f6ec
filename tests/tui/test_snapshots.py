"""Pictures of the screens at one moment of one seed, to notice a change of looks."""

from collections.abc import Callable

import pytest
from board_help import Shelf, board, table, with_offer
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
