"""Draws the pictures that the README shows: `python tools/draw_board.py docs`.

The board is played for some months by a fixed script, so the same code always gives the same pictures.
"""

import argparse
import asyncio
import re
from pathlib import Path

from lanc_game.table import Table
from lanc_game.tui.app import LancApp
from lanc_game.tui.dealings.entry import Talk
from lanc_game.tui.screens.board import BoardScreen
from lanc_game.tui.screens.negotiation import NegotiationScreen
from lanc_game.workshop.load import load

SEED, MONTHS = 1943, 11
SIZE = (140, 44)
TALKS_SEED, TALKS_MONTHS = 12, 10
TALKS_SIZE = (120, 36)
TALKS_KEYS = ("down", "space")  # the villages: joint councils
ORDERS = ("raid vlora", "organise skrapar", "agitate korca", "recruit korca")


def played(seed: int, months: int) -> Table:
    """Return a game after some months, with some orders of LANÇ written."""
    loaded = load(Path("scenarios/albania-1942"))
    assert loaded.world is not None
    seat = loaded.world.faction_index["lnc"]
    table = Table.open(loaded.world, loaded.document, [], seed=seed)
    for _ in range(months):
        table.end_month()
    table.seats[seat] = "human"
    for line in ORDERS:
        table.write(seat, line)
    return table


def keep(app: LancApp, file: Path) -> None:
    """Write what the terminal shows as an SVG."""
    text = app.export_screenshot(title="LANÇ")
    # a picture fetches no fonts: whoever looks has a monospaced one
    file.write_text(re.sub(r"@font-face \{.*?\}", "", text, flags=re.DOTALL), encoding="utf-8")


async def draw_board(folder: Path) -> None:
    """Draw the board."""
    app = LancApp.board(played(SEED, MONTHS), "en")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.3)
        await pilot.press("escape")
        await pilot.pause(0.3)
        keep(app, folder / "board.svg")


async def draw_negotiation(folder: Path) -> None:
    """Draw a letter to Balli in the making."""
    table = played(TALKS_SEED, TALKS_MONTHS)
    instruments = [instrument.id for instrument in table.world.instruments]
    app = LancApp.board(table, "en")
    async with app.run_test(size=TALKS_SIZE) as pilot:
        await pilot.pause(0.3)
        await pilot.press("escape")
        await pilot.pause(0.3)
        board = app.screen
        assert isinstance(board, BoardScreen)
        talk = Talk(table.world.faction_index["bk"], instruments.index("mukje"))
        app.push_screen(NegotiationScreen(board.session, talk))
        await pilot.pause(0.3)
        await pilot.press(*TALKS_KEYS)
        await pilot.pause(0.3)
        keep(app, folder / "negotiation.svg")


def main() -> None:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write board.svg and negotiation.svg")
    folder = parser.parse_args().folder
    asyncio.run(draw_board(folder))
    asyncio.run(draw_negotiation(folder))


if __name__ == "__main__":
    main()
