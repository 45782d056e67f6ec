"""History on the board: a column beside the chronicle, the battles of a region, the turning points of the verdict."""

from pathlib import Path

import pytest
from past_kit import PAST, past_table
from textual.app import App
from textual.pilot import Pilot

from lanc_game.chronicle import history
from lanc_game.table import Table
from lanc_game.tui.app import LancApp
from lanc_game.tui.screens.board import BoardScreen
from lanc_game.tui.screens.chronicle import ChronicleScreen
from lanc_game.tui.screens.end import EndScreen, verdict
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Sheet
from lanc_game.workshop.load import load

RAID = "attack plain crown"
SNOW = "Snow fell on the pass."


def board(game: Table, language: str = "en") -> LancApp:
    """Return the program with a board whose desk does not open by itself."""
    app = LancApp(None, language)
    app.table = game
    app._opening = BoardScreen(Session(game, language, 0), desk=False)
    return app


def seen(app: App[int]) -> str:
    """Return the whole screen as text."""
    strips = app.screen._compositor.render_strips(app.size)
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def settle(pilot: Pilot[int]) -> None:
    """Wait until the screen rests."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.06)


async def chronicle(pilot: Pilot[int]) -> None:
    """Open the chronicle at the first month."""
    await settle(pilot)
    await pilot.press("c")
    await settle(pilot)
    assert isinstance(pilot.app.screen, ChronicleScreen)
    await pilot.press("end")
    await settle(pilot)


async def test_a_column_of_history_where_there_is_room(tmp_path: Path) -> None:
    async with board(past_table(tmp_path, 2, RAID)).run_test(size=(120, 40)) as pilot:
        await chronicle(pilot)
        text = seen(pilot.app)
        row = next(line for line in text.split("\n") if SNOW in line)
        assert row.index(SNOW) > 70, "on the right"
        assert "Disputed: A2 says it rained." in text
        assert "15 against" in text, "the game beside it"
        await pilot.press("home")
        await settle(pilot)
        assert "The hay rotted." in seen(pilot.app)
        await pilot.press("end", "h")
        await settle(pilot)
        assert SNOW not in seen(pilot.app), "hidden on demand"


async def test_a_narrow_screen_shows_one_or_the_other(tmp_path: Path) -> None:
    async with board(past_table(tmp_path, 2, RAID)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pilot.app.push_screen(ChronicleScreen(pilot.app.screen.session))  # type: ignore[attr-defined]
        await settle(pilot)
        await pilot.press("end")
        await settle(pilot)
        assert "20 volunteers" in seen(pilot.app)
        assert SNOW not in seen(pilot.app)
        assert "h history" in seen(pilot.app)
        await pilot.press("tab")
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "page"
        await pilot.press("h")
        await settle(pilot)
        assert "20 volunteers" not in seen(pilot.app)
        assert SNOW in seen(pilot.app)
        assert pilot.app.focused.display, "what has the keys is seen"


async def test_the_chronicle_tells_a_fight_with_its_battle_once(tmp_path: Path) -> None:
    async with board(past_table(tmp_path, 2, RAID)).run_test(size=(120, 40)) as pilot:
        await chronicle(pilot)
        page = pilot.app.screen.query_one("#page", Sheet)
        assert "Here, in history: The Ford, 28 April – 2 May 1942: Forty fell. (source: S4)" in page.plain
        await pilot.press("home")
        await settle(pilot)
        assert "The Ford" not in page.plain


async def test_the_board_tells_it_when_it_happens(tmp_path: Path) -> None:
    async with board(past_table(tmp_path, 1, RAID), "sq").run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "Këtu, në histori: Vau, 28 prill – 2 maj 1942" in pilot.app.screen.query_one("#chronicle", Sheet).plain


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_region_lists_its_battles_and_its_people(tmp_path: Path, size: tuple[int, int]) -> None:
    async with board(past_table(tmp_path, 0)).run_test(size=size) as pilot:
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, BoardScreen)
        screen.choose_region(screen.session.world.region_index["plain"])
        await settle(pilot)
        region = screen.query_one("#region", Sheet)
        assert "Battles in history\n" in region.plain
        assert "  The Ford  28 April – 2 May 1942" in region.plain
        screen.choose_region(screen.session.world.region_index["mountain"])
        await settle(pilot)
        assert "Battles in history" not in region.plain
        assert "Ada the Teacher  1901–1944  the Huts" in region.plain


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_verdict_lays_the_war_beside_history(tmp_path: Path, size: tuple[int, int]) -> None:
    async with board(past_table(tmp_path, 12, RAID)).run_test(size=size) as pilot:
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, EndScreen)
        lines = screen.query_one("#verdict", Sheet).plain.split("\n")
        start = lines.index("In this war and in history, side by side")
        table = lines[start + 1 :]
        assert table[0].split() == ["here", "in", "history", "what"]
        assert next(line for line in table if "The Ford" in line).split("  ")[1:] == [
            "March 1942", "28 April – 2 May 1942", "The Ford",
        ]  # fmt: skip
        assert next(line for line in table if "The Assembly" in line).strip().startswith("Not here")
        if size == (120, 40):
            assert "The Assembly" in seen(pilot.app)


def test_the_verdict_does_not_miss_what_happened_before(tmp_path: Path) -> None:
    before = f"{PAST}start: {{happened: {{delegate: {{ago: 5, answer: agree}}}}}}\n"
    unlucky = verdict(Session(past_table(tmp_path, 0, text=PAST), "en", 0))
    known = verdict(Session(past_table(tmp_path, 0, text=before), "en", 0))
    title = "A delegate from the Star"
    assert [title in "\n".join(line.plain for line in page) for page in (unlucky, known)] == [True, False]


async def test_the_verdict_counts_what_it_leaves_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "_MOST", 1)
    async with board(past_table(tmp_path, 12, RAID), "sq").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = [line.strip() for line in pilot.app.screen.query_one("#verdict", Sheet).plain.split("\n")]
        start = lines.index("Në këtë luftë dhe në histori, krah për krah")
        assert "Kuvendi" in lines[start + 2]
        assert lines[start + 3] == "dhe 3 të tjera"


async def test_a_scenario_without_history_is_as_it_was() -> None:
    loaded = load(Path(__file__).parents[2] / "scenarios" / "four-valleys")
    assert loaded.world is not None
    game = Table.open(loaded.world, loaded.document, (0,), seed=7)
    game.end_month()
    async with board(game).run_test(size=(120, 40)) as pilot:
        await chronicle(pilot)
        assert not pilot.app.screen.query_one("#real", Sheet).display
        assert "h history" not in seen(pilot.app)
