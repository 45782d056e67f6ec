"""Handicaps on the screen: chosen at the start for one's own side, told on the board, in a replay and at the end."""

from dataclasses import replace
from pathlib import Path

import pytest
from board_help import Shelf, board, seen, small_war
from textual.pilot import Pilot

from lanc_game.compile import build
from lanc_game.compile.handicaps import with_handicaps
from lanc_game.saves import Entry
from lanc_game.table import Table
from lanc_game.tui.app import LancApp
from lanc_game.tui.dealings.cards import cards
from lanc_game.tui.library import Campaign, handicapped
from lanc_game.tui.screens.end import verdict
from lanc_game.tui.session import Session

TOLD = "With a handicap: Hills 80 %"


class Counter(Shelf):
    """A shelf that keeps what was begun, with what each side had."""

    def __init__(self, saves: list[Entry] | None = None) -> None:
        super().__init__(saves)
        self.handicaps: list[list[int]] = []

    def begin(self, campaign: Campaign, seat: int, seed: int | None, level: str) -> Table:
        assert campaign.world is not None
        self.handicaps.append([faction.handicap for faction in campaign.world.factions])
        return super().begin(campaign, seat, seed, level)


def uneven(months: int = 0) -> Table:
    loaded = small_war()
    document = with_handicaps(loaded.document, {"hill": 80})
    world, _ = build(document)
    assert world is not None
    game = Table.open(world, document, (0,), seed=7)
    for _ in range(months):
        game.end_month()
    return game


async def settle(pilot: Pilot[int]) -> None:
    await pilot.pause(0.06)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.06)


@pytest.mark.parametrize(
    ("presses", "shown", "expected"),
    [(0, "none", [100, 100, 100]), (1, "80 %", [100, 80, 100]), (4, "140 %", [100, 140, 100]), (5, "none", [100] * 3)],
)
async def test_the_start_screen_gives_ones_own_side_a_handicap(presses: int, shown: str, expected: list[int]) -> None:
    shelf = Counter()
    app = LancApp(shelf)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("enter", "down", *["h"] * presses)
        await settle(pilot)
        assert f"your handicap {shown}" in seen(app)
        await pilot.press("enter")
        await settle(pilot)
        assert shelf.handicaps == [expected]


async def test_a_campaign_without_a_seat_has_nobody_to_give_it_to() -> None:
    app = LancApp(Shelf())
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("h")
        assert "handicap" not in seen(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "your handicap none" in seen(app)


async def test_the_board_and_a_replay_open_with_it() -> None:
    for app in (board(uneven()), LancApp.replay(uneven(1), 0, None)):
        async with app.run_test(size=(120, 40)) as pilot:
            await settle(pilot)
            assert seen(app).count(TOLD) == 1


def test_the_first_desk_says_it_beside_what_the_war_is_about() -> None:
    told = [line.plain for card in cards(Session(uneven(), "en", 0)) for line in card.body]
    assert TOLD in told
    assert TOLD not in [line.plain for card in cards(Session(uneven(1), "en", 0)) for line in card.body]


async def test_a_board_that_is_gone_on_with_says_it_once() -> None:
    app = board(uneven(1))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        assert [notice.message for notice in app._notifications] == [TOLD]


async def test_an_even_board_says_nothing_of_it() -> None:
    loaded = small_war()
    assert loaded.world is not None
    app = board(Table.open(loaded.world, loaded.document, (0,), seed=7))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "handicap" not in seen(app)


def test_the_verdict_names_it_in_both_languages() -> None:
    game = uneven(12)
    assert game.over
    assert TOLD in [line.plain for line in verdict(Session(game, "en", 0))]
    assert "Me handikap: Malet 80 %" in [line.plain for line in verdict(Session(game, "sq", 0))]


async def test_a_saved_game_says_it_before_it_is_opened() -> None:
    entry = Entry(
        Path("game.lanc"), 2.0, 10, "four-valleys", "Four Valleys", "", (("hill", "human"),), 7, "1942-04", 2, 12
    )
    app = LancApp(Shelf([replace(entry, handicaps=(("hill", 80),))]))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("down")
        await settle(pilot)
        assert "With a handicap: hill 80 %" in seen(app)


def test_no_choice_leaves_the_campaign_as_its_scenario_has_it() -> None:
    loaded = small_war()
    campaign = Campaign("four-valleys", Path("four-valleys"), loaded.world, loaded.document)
    assert handicapped(campaign, 0, None) is campaign
