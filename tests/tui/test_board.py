"""The board: looking, ordering, ending months, by keys alone and with the mouse."""

from board_help import board, seen, table, with_offer
from textual.pilot import Pilot

from lanc_game.engine.names import Verb
from lanc_game.tui.screens.board import BoardScreen, Draft
from lanc_game.tui.screens.chronicle import ChronicleScreen
from lanc_game.tui.screens.desk import DeskScreen
from lanc_game.tui.screens.end import EndScreen
from lanc_game.tui.screens.legal import LegalScreen
from lanc_game.tui.screens.resolve import ResolveScreen
from lanc_game.tui.widgets.orderbar import OrderBar
from lanc_game.tui.widgets.sheet import Choices, Sheet


async def settle(pilot: Pilot[int]) -> None:
    """Wait until the screen rests."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.06)


def board_of(pilot: Pilot[int]) -> BoardScreen:
    screen = pilot.app.screen
    assert isinstance(screen, BoardScreen)
    return screen


def names(pilot: Pilot[int]) -> str:
    return board_of(pilot).session.name(board_of(pilot).session.region)


async def test_opens_where_our_men_are() -> None:
    async with board(table()).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert names(pilot) == "Mountain"
        text = seen(pilot.app)
        assert "League of the Hills" in text
        assert "March 1942" in text
        assert "120 · 3 bands" in text
        assert "H120" in text


async def test_arrows_go_the_way_they_point() -> None:
    async with board(table()).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for key, there in (
            ("left", "Harbour"),
            ("down", "Plain"),
            ("right", "Woods"),
            ("up", "Mountain"),
            ("up", "Mountain"),
        ):
            await pilot.press(key)
            await settle(pilot)
            assert names(pilot) == there
        assert "Mountain" in str(board_of(pilot).query_one("#region").border_title)


async def test_tab_goes_round_by_name() -> None:
    async with board(table()).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        found = []
        for _ in range(4):
            await pilot.press("tab")
            found.append(names(pilot))
        assert found == ["Plain", "Woods", "Harbour", "Mountain"]
        await pilot.press("shift+tab")
        assert names(pilot) == "Harbour"


async def test_a_click_selects_and_a_second_lists_orders() -> None:
    async with board(table()).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        view = board_of(pilot).map
        pad = view._pad()
        x, y = view.ground.middles[2]
        await pilot.click("#map", offset=(x + pad[0], y + pad[1]))
        assert names(pilot) == "Plain"
        await pilot.click("#map", offset=(x + pad[0], y + pad[1]), times=2)
        await settle(pilot)
        assert isinstance(pilot.app.screen, LegalScreen)


async def test_writing_an_order_with_completion() -> None:
    game = table()
    async with board(game).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("o", *"ag", "tab")
        bar = board_of(pilot).query_one("#bar", OrderBar)
        assert bar.value == "agitate "
        await pilot.press(*"mou", "tab")
        await settle(pilot)
        assert bar.value == "agitate mountain "
        assert "✓ agitate mountain" in board_of(pilot).query_one("#say", Sheet).plain
        await pilot.press("enter")
        await settle(pilot)
        assert [order.verb for order in game.draft(0)] == [Verb.AGITATE]
        assert bar.value == ""
        assert "agitate mountain" in board_of(pilot).query_one("#draft", Draft).plain
        assert "1 of 4 cadres" in seen(pilot.app)


async def test_a_refused_order_says_why_as_it_is_typed() -> None:
    game = table()
    async with board(game).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("o", *"recruit mountain")
        await settle(pilot)
        said = board_of(pilot).query_one("#say", Sheet).plain
        assert said.startswith("✗ ")
        assert len(said) > 20
        await pilot.press("enter")
        await settle(pilot)
        assert game.draft(0) == []
        assert board_of(pilot).query_one("#bar", OrderBar).value == "recruit mountain"


async def test_nonsense_is_answered_too() -> None:
    game = table()
    async with board(game).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("o", *"dance mountain", "enter")
        await settle(pilot)
        assert "dance" in board_of(pilot).query_one("#say", Sheet).plain
        await pilot.press("escape")
        assert board_of(pilot).focused is board_of(pilot).map
        assert game.draft(0) == []


async def test_undo_and_drop() -> None:
    game = table()
    async with board(game).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("o", *"agitate mountain", "enter", *"hold plain", "enter", "escape")
        assert [order.verb for order in game.draft(0)] == [Verb.AGITATE, Verb.HOLD]
        await pilot.press("u")
        assert [order.verb for order in game.draft(0)] == [Verb.AGITATE]
        await pilot.press("f4", "delete")
        assert game.draft(0) == []
        await pilot.press("escape", "u")  # nothing left: nothing happens
        assert game.draft(0) == []


async def test_the_legal_list_adds_and_takes_back() -> None:
    game = table()
    async with board(game).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("l")
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, LegalScreen)
        listed = screen.query_one("#legal", Choices)
        assert "raid mountain" in listed.plain
        assert "reprisal" in listed.plain
        await pilot.press("enter")
        await settle(pilot)
        assert len(game.draft(0)) == 1
        assert "✓ raid mountain" in listed.plain
        await pilot.press("enter")
        assert game.draft(0) == []
        await pilot.press("down", "enter", "escape")
        await settle(pilot)
        assert len(game.draft(0)) == 1
        assert "sabotage" in board_of(pilot).query_one("#draft", Draft).plain


async def test_a_month_ends_after_a_hint_and_tells_what_happened() -> None:
    game = table()
    async with board(game).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("o", *"raid mountain", "enter", "escape", "space")
        await settle(pilot)
        assert game.state.turn == 0  # cadres are left over: asked once
        await pilot.press("space")
        await settle(pilot)
        assert game.state.turn == 1
        assert isinstance(pilot.app.screen, ResolveScreen)
        assert "any other key" in seen(pilot.app)
        await pilot.press("x")
        await settle(pilot)
        while not isinstance(pilot.app.screen, BoardScreen):
            await pilot.press("escape")
        await settle(pilot)
        assert "April 1942" in seen(pilot.app)
        assert board_of(pilot).query_one("#draft", Draft).plain.startswith("No orders")


async def test_a_choice_is_answered_on_the_desk() -> None:
    game = with_offer(table())
    async with board(game).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("i")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DeskScreen)
        text = seen(pilot.app)
        assert "A delegate from the Star" in text
        assert "(if you do not answer)" in text
        assert "a truce; the woods lean to them" in text
        await pilot.press("enter")
        await settle(pilot)
        assert game.draft(0)[0].args[1] == 0
        assert "(●) Agree" in seen(pilot.app)
        await pilot.press("down", "enter")
        assert [order.args[1] for order in game.draft(0)] == [1]  # one answer, the last
        await pilot.press("escape")
        assert "decide delegate decline" in board_of(pilot).query_one("#draft", Draft).plain


async def test_map_modes_show_other_things() -> None:
    async with board(table(1)).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        pictures = {board_of(pilot).map.mode: seen(pilot.app)}
        for _ in range(6):
            await pilot.press("m")
            await settle(pilot)
            pictures[board_of(pilot).map.mode] = seen(pilot.app)
        assert sorted(pictures) == list(range(7))
        assert len(set(pictures.values())) == 7
        await pilot.press("2")
        assert board_of(pilot).map.mode == 1
        await pilot.press("M")
        assert board_of(pilot).map.mode == 0


async def test_zoom_and_names() -> None:
    async with board(table()).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        widths = set()
        for _ in range(3):
            await pilot.press("z")
            await settle(pilot)
            widths.add(board_of(pilot).map.ground.width)
        assert len(widths) >= 2
        await pilot.press("slash", *"mark", "enter")
        await settle(pilot)
        assert names(pilot) == "Plain"  # by the name of its town


async def test_help_is_for_the_pane_and_lists_orders() -> None:
    async with board(table()).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("f1")
        await settle(pilot)
        page = pilot.app.screen.query_one("#page", Sheet).plain
        assert "Reading the map" in page
        assert "raid REGION" in page
        await pilot.press("escape", "o", "f1")
        await settle(pilot)
        assert "The order bar" in pilot.app.screen.query_one("#page", Sheet).plain


async def test_closer_looks() -> None:
    async with board(table(3)).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("t", "s", "end", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, BoardScreen)
        await pilot.press("w", "down", "down")
        await settle(pilot)
        assert "Why" in seen(pilot.app)
        await pilot.press("escape", "c")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ChronicleScreen)
        assert "May 1942" in seen(pilot.app)
        await pilot.press("r", "escape", "h", "right")
        await settle(pilot)
        assert "sympathy %" in seen(pilot.app)
        await pilot.press("escape", "f", "down")
        await settle(pilot)
        assert "Evening Star" in seen(pilot.app)


async def test_the_figures_of_why_add_up() -> None:
    async with board(table(3)).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        from lanc_game.tui.screens.why import figures

        own, there = figures(board_of(pilot).session)
        for asked in (*own, *there):
            account = board_of(pilot).session.table.why(asked.figure, asked.at)
            assert account.opening + sum(change.delta for change in account.changes) == account.closing


async def test_the_war_ends_with_a_verdict() -> None:
    game = table(11)
    async with board(game).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("space", "space")
        await settle(pilot)
        await pilot.press("x")
        await settle(pilot)
        assert game.over
        assert isinstance(pilot.app.screen, EndScreen)
        text = seen(pilot.app)
        assert "League of the Hills" in text or "Hills" in text
        assert "The dead" in text
        await pilot.press("enter")
        assert "end month" not in seen(pilot.app)


async def test_leaving_asks_only_where_orders_would_be_lost() -> None:
    app = board(table())
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("o", *"hold plain", "enter", "escape", "q")
        await settle(pilot)
        assert "Leave?" in seen(app)
        await pilot.press("escape")
        assert isinstance(app.screen, BoardScreen)
        await pilot.press("u", "q")
        assert app._exit


async def test_ctrl_c_always_leaves() -> None:
    app = board(table())
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("o", *"raid", "ctrl+c")
        assert app._exit
        assert app.return_value == 0


async def test_albanian_board() -> None:
    async with board(table(1), "sq").run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        text = seen(pilot.app)
        assert "Harta · zotërimi" in text
        assert "mbyll muajin" in text


async def test_what_a_scenario_says_cannot_drive_the_screen() -> None:
    from dataclasses import replace

    from lanc_game.engine.texts import Text

    game = table()
    world = game.world
    evil = Text("[red]Pla\x1b[31min[/]\x07")
    game.world = replace(world, regions=tuple(replace(r, name=evil, full_name=evil, note=evil) for r in world.regions))
    async with board(game).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        text = seen(pilot.app)
        assert "\x1b" not in text
        assert r"[red]Pla\x1b[31min[/]\x07" in text
        assert r"[red]Pla\x1b[31min[/]\x07" in board_of(pilot).query_one("#region", Sheet).plain


async def test_two_people_at_one_board_take_turns_behind_a_curtain() -> None:
    game = table(humans=(0, 1))
    async with board(game).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("space", "space")
        await settle(pilot)
        assert game.state.turn == 0
        assert "Star: it is your turn." in seen(pilot.app)
        assert "League of the Hills" not in seen(pilot.app)
        await pilot.press("enter")
        await settle(pilot)
        assert "Evening Star" in seen(pilot.app)
        assert "H120" not in seen(pilot.app)  # hidden from the other side
        await pilot.press("space", "space")
        await settle(pilot)
        assert game.state.turn == 1


async def test_the_palette_names_what_can_be_done() -> None:
    async with board(table()).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p", *"chart")
        await pilot.pause(0.5)
        assert "charts" in seen(pilot.app)
        await pilot.press("enter")
        await pilot.pause(0.5)
        assert "How things went" in seen(pilot.app)
