"""Draws the pictures of the board that the README shows: `python tools/draw_board.py docs`.

The board is played for some months by a fixed script, so the same code always gives the same picture.
"""

import argparse
import asyncio
import re
from pathlib import Path

from lanc_game.table import Table
from lanc_game.tui.app import LancApp
from lanc_game.workshop.load import load

SEED = 1943
SIZE = (140, 44)
MONTHS = 11
ORDERS = ("raid vlora", "organise skrapar", "agitate korca", "recruit korca")


def played() -> Table:
    """Return a game in its twelfth month."""
    loaded = load(Path("scenarios/albania-1942"))
    assert loaded.world is not None
    seat = loaded.world.faction_index["lnc"]
    table = Table.open(loaded.world, loaded.document, [], seed=SEED)
    for _ in range(MONTHS):
        table.end_month()
    table.seats[seat] = "human"
    for line in ORDERS:
        table.write(seat, line)
    return table


async def draw(folder: Path) -> None:
    """Write the board as an SVG."""
    app = LancApp.board(played(), "en")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.3)
        await pilot.press("escape")
        await pilot.pause(0.3)
        text = app.export_screenshot(title="LANÇ")
    # a picture fetches no fonts: whoever looks has a monospaced one
    text = re.sub(r"@font-face \{.*?\}", "", text, flags=re.DOTALL)
    (folder / "board.svg").write_text(text, encoding="utf-8")


def main() -> None:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write board.svg")
    asyncio.run(draw(parser.parse_args().folder))


if __name__ == "__main__":
    main()
