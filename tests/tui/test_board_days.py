"""The board of a campaign whose turn is a day: it names the day, in its head, its keys, its help and its forecasts."""

import re
from functools import cache
from pathlib import Path

import pytest
from board_help import SCENARIOS, board, seen
from textual.pilot import Pilot

from lanc_game.table import Table
from lanc_game.tui.screens.board import BoardScreen
from lanc_game.tui.session import Session
from lanc_game.workshop.load import Loaded, load

NAMES_THE_MONTH = re.compile("month|muaj", re.IGNORECASE)


@cache
def six_days(path: Path = SCENARIOS / "albania-1939") -> Loaded:
    """Return the campaign of six days, read once."""
    return load(path)


def days() -> Table:
    """Return a game of six days with a person at the kingdom."""
    loaded = six_days()
    assert loaded.world is not None
    kingdom = [faction.id for faction in loaded.world.factions].index("gov")
    return Table.open(loaded.world, loaded.document, (kingdom,), seed=7)


async def settle(pilot: Pilot[int]) -> None:
    """Wait until the screen rests."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.06)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
@pytest.mark.parametrize(
    ("language", "head", "key", "lasting"),
    [("en", "day 1/6", "end day", "for days"), ("sq", "dita 1/6", "mbyll ditën", "për ditë")],
)
async def test_the_board_names_the_day(language: str, head: str, key: str, lasting: str, size: tuple[int, int]) -> None:
    async with board(days(), language).run_test(size=size) as pilot:
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, BoardScreen)
        told = [seen(pilot.app)]
        assert head in told[0]
        assert screen.key_words("end_month") == key
        for pressed in ("question_mark", "l", "i"):
            await pilot.press(pressed)
            await settle(pilot)
            told.append(seen(pilot.app))
            await pilot.press("escape")
            await settle(pilot)
        await pilot.press("space", "space")
        await settle(pilot)
        told.append(seen(pilot.app))
        assert NAMES_THE_MONTH.findall("\n".join(told)) == []
        assert screen.session.word("term_lasting").startswith(lasting)


def test_a_campaign_of_months_names_the_month() -> None:
    loaded = load(SCENARIOS / "four-valleys")
    assert loaded.world is not None
    session = Session(Table.open(loaded.world, loaded.document, (0,), seed=7))
    assert session.word("key_end_month") == "end month"
