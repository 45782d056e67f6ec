"""The board tells of programs that play a side: of those that fail, and of those that no save brings along."""

import sys
from pathlib import Path

from board_help import board, seen, small_war
from textual.app import App

from lanc_game.bots.outside.command import read_command
from lanc_game.table import Table

STAR = 1


def toasts(app: App[int]) -> list[str]:
    return [notification.message for notification in app._notifications]


async def test_a_program_that_fails_is_told_after_the_month(tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    path.write_text("import sys; sys.exit('nothing for me')")
    loaded = small_war()
    assert loaded.world is not None
    program = read_command(f"cmd:{sys.executable} -S {path}", 60)
    game = Table.open(loaded.world, loaded.document, [0], seed=7, programs={STAR: program})
    app = board(game)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        assert toasts(app) == []
        await pilot.press("space", "space")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert len(game.turns) == 1
        told = toasts(app)
        assert len(told) == 1
        assert told[0].startswith("Star: its program ended or closed its output (exit code 1).")
        assert told[0].endswith("nothing for me")
        assert "its program ended" in seen(app)
        game.close()


async def test_a_game_without_its_program_says_who_plays_instead() -> None:
    loaded = small_war()
    assert loaded.world is not None
    game = Table.open(loaded.world, loaded.document, [0], seed=7, bots={STAR: "outside"})
    app = board(game, "sq")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        assert [message.split(" e luante")[0] for message in toasts(app)] == ["Palën Ylli"]
