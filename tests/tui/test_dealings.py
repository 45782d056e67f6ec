"""Diplomacy, the negotiation, congresses and the desk's cards: what they show, what they write, what they refuse."""

from dataclasses import replace

import pytest
from board_help import SCENARIOS, SIZES, board, politics, seen, with_letter
from textual.pilot import Pilot

from lanc_game.chronicle.bargain import Bargain, papers, partners, summed
from lanc_game.chronicle.because import why_sentences
from lanc_game.engine import facts
from lanc_game.engine.names import Cause, Figure, Level, Relation, Status, Verb
from lanc_game.engine.state import Offer, Rumour, Task, Treaty
from lanc_game.engine.treaties import best_answer, total
from lanc_game.table import Table
from lanc_game.tui.app import LancApp
from lanc_game.tui.dealings.cards import MOST_CARDS, cards
from lanc_game.tui.eyes import EVERYTHING
from lanc_game.tui.screens.congress import CongressScreen
from lanc_game.tui.screens.desk import DeskScreen
from lanc_game.tui.screens.diplomacy import PANES, DiplomacyScreen
from lanc_game.tui.screens.legal import LegalScreen
from lanc_game.tui.screens.negotiation import NegotiationScreen
from lanc_game.tui.screens.why import WhyScreen
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Choices, Sheet
from lanc_game.tui.words_dealings import DEALINGS
from lanc_game.workshop.load import load


async def settle(pilot: Pilot[int]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.06)


async def press(pilot: Pilot[int], *keys: str) -> str:
    """Press keys and return the screen."""
    await pilot.press(*keys)
    await settle(pilot)
    return seen(pilot.app)


def number(game: Table, level: Level) -> int:
    return next(i for i, instrument in enumerate(game.world.instruments) if instrument.level is level)


def ready(game: Table) -> Table:
    """Let everything be signable and the gathering callable."""
    game.state.signable = [1] * len(game.world.instruments)
    game.state.ready = [1] * len(game.world.congresses)
    return game


def sworn(game: Table) -> Table:
    """Put the Oath in force, with the land left blank, and some strain on it."""
    oath = number(game, Level.PACT)
    game.state.treaties = [Treaty(oath, 0, 1, (2, 0), 0)]
    game.state.strain[game.state.pair(0, 1)] = 45
    return game


# --- diplomacy


async def test_relations_say_how_each_stands_with_each() -> None:
    game = politics(2)
    app = board(game)
    async with app.run_test(size=(120, 40)) as pilot:
        text = await press(pilot, "d")
        assert isinstance(app.screen, DiplomacyScreen)
        for relation in Relation:
            from lanc_game.language import say

            assert say("en", "relation", relation.name.lower()) in text
        assert "League of the Hills" in text
        text = await press(pilot, "down")
        assert "What moved the strain" in text
        assert "Could be signed now" in text


async def test_arrows_and_digits_change_the_list_and_escape_leaves() -> None:
    app = board(ready(politics(1)))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "d")
        screen = app.screen
        assert isinstance(screen, DiplomacyScreen)
        seen_lists = {screen.lines.plain}
        for _ in range(len(PANES) - 1):
            await press(pilot, "right")
            seen_lists.add(screen.lines.plain)
        assert len(seen_lists) == len(PANES)
        await press(pilot, "1")
        assert screen.pane == 0
        await press(pilot, "left")
        assert screen.pane == len(PANES) - 1
        await press(pilot, "escape")
        assert not isinstance(app.screen, DiplomacyScreen)


async def test_a_click_on_a_name_changes_the_list() -> None:
    app = board(politics())
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "d")
        await pilot.click("#strip", offset=(32, 0))
        await settle(pilot)
        assert isinstance(app.screen, DiplomacyScreen)
        assert app.screen.pane == 2


async def test_a_treaty_shows_its_clauses_its_strain_and_how_to_end_it() -> None:
    game = sworn(politics(1))
    app = board(game)
    async with app.run_test(size=(120, 40)) as pilot:
        text = await press(pilot, "d", "2")
        assert "the Oath of the Mill" in text
        assert "○ the land: left blank" in text
        assert "● command: one staff over all bands" in text
        assert "45" in text
        text = await press(pilot, "enter")
        assert "denounce oath star pretext" in text
        await press(pilot, "down", "enter")
        assert [order.verb for order in game.draft(0)] == [Verb.DENOUNCE]


async def test_a_refused_order_says_why_where_it_is_listed() -> None:
    game = sworn(politics(1))
    game.state.strain[game.state.pair(0, 1)] = 10
    app = board(game)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "d", "2")
        text = await press(pilot, "enter")
        assert "✗" in text  # no pretext yet
        await press(pilot, "down", "enter")
        assert game.draft(0) == []


async def test_wings_show_their_temper_and_those_of_others_only_when_heard() -> None:
    game = politics(2)
    app = board(game)
    async with app.run_test(size=(120, 40)) as pilot:
        text = await press(pilot, "d", "3")
        assert "the Shepherds" in text
        assert "loyal" in text
        assert "aggrieved" in text
        assert "would walk out to: Star" in text
        assert "Old Mark" in text
    app = board(politics(2, (1,)))
    async with app.run_test(size=(120, 40)) as pilot:
        text = await press(pilot, "d", "3")
        assert "their mind is not known" in text
        assert "loyal" not in text


async def test_the_account_of_a_wing_adds_up() -> None:
    game = politics(3)
    app = board(game)
    async with app.run_test(size=(120, 40)) as pilot:
        text = await press(pilot, "d", "3", "w")
        assert isinstance(app.screen, WhyScreen)
        assert "Loyalty · the Shepherds" in text.replace("…", "")
        for asked in app.screen._given:
            account = game.why(asked.figure, asked.at)
            assert account.opening + sum(change.delta for change in account.changes) == account.closing
            assert str(account.closing) == asked.value


async def test_patrons_show_thresholds_and_demands_with_a_deadline() -> None:
    game = politics()
    event = next(i for i, event in enumerate(game.world.events) if event.patron >= 0)
    game.state.offers = [Offer(event, 0, 0, 1)]
    app = board(game)
    async with app.run_test(size=(120, 40)) as pilot:
        text = await press(pilot, "d", "4")
        assert "the Envoy over the Sea" in text
        assert "from regard 45" in text
        assert "Demands an answer by April 1942" in text
        assert "the Hills fight" in text
        text = await press(pilot, "enter")
        assert "appeal envoy" in text
        assert "reply envoys_wish sign" in text


async def test_promises_are_given_and_mandates_taken_up() -> None:
    game = politics()
    app = board(game)
    async with app.run_test(size=(120, 40)) as pilot:
        text = await press(pilot, "d", "5")
        assert "A school in every valley" in text
        assert "the summer pastures" in text
        await press(pilot, "enter", "enter", "escape", "down", "enter", "enter")
        assert [order.verb for order in game.draft(0)] == [Verb.PLEDGE, Verb.PROMISE]


async def test_the_task_under_the_cursor_is_the_one_taken_up() -> None:
    loaded = load(SCENARIOS / "albania-1942")
    assert loaded.world is not None
    game = Table.open(loaded.world, loaded.document, [0], seed=5)
    own = [index for index, mandate in enumerate(game.world.mandates) if mandate.faction == 0]
    game.state.tasks = [Task(index, pledged=False, due=0) for index in own[:2]]
    view = game.view(0)
    assert len(view.tasks) == 2
    app = board(game)
    async with app.run_test(size=(120, 40)) as pilot:
        text = await press(pilot, "d", "5", "down")
        assert "Enter: take it up" in text
        await press(pilot, "enter", "enter")
        assert [order.args[0] for order in game.draft(0)] == [view.tasks[1].mandate]
        text = await press(pilot, "escape")
        assert "Pledged in your orders: time until" in " ".join(text.split())
        assert "Enter: take it up" not in text
        await press(pilot, "up")
        assert "Another is pledged" in seen(app)
    game.end_month()
    assert [task.pledged for task in game.view(0).tasks] == [True]
    app = board(game)
    async with app.run_test(size=(120, 40)) as pilot:
        assert "Pledged: it is judged in" in await press(pilot, "d", "5")


@pytest.mark.parametrize(
    ("status", "told"), [(Status.UNBORN, "not in the war yet: end"), (Status.GONE, "no longer in the war: end")]
)
async def test_a_side_that_is_not_in_the_war_is_told_so(status: Status, told: str) -> None:
    game = ready(politics())
    game.state.status[0] = status
    app = board(game)
    async with app.run_test(size=(120, 40)) as pilot:
        assert told in await press(pilot, "l")
        assert told in await press(pilot, "escape", "i")
        await press(pilot, "escape", "d")
        for pane in "12345":
            text = await press(pilot, pane)
            assert "Could be signed now" not in text
            assert "can be given to" not in text
            assert "Court them" not in text
        await press(pilot, "1", "down", "n")
        assert isinstance(app.screen, DiplomacyScreen)


async def test_our_own_row_writes_no_letter() -> None:
    app = board(ready(politics(2)))
    async with app.run_test(size=(120, 40)) as pilot:
        text = await press(pilot, "d", "n")
        assert isinstance(app.screen, DiplomacyScreen)
        assert any("your own side" in note.message for note in app._notifications)
        assert "Enter choose" not in text.splitlines()[-3]
        text = await press(pilot, "down")
        assert "Enter choose" in text
        assert "w why" in text
        await press(pilot, "n")
        assert isinstance(app.screen, NegotiationScreen)


async def test_everything_is_seen_in_a_replay_that_sees_everything() -> None:
    app = LancApp.replay(sworn(politics(2)), None, None)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        text = await press(pilot, "d")
        assert isinstance(app.screen, DiplomacyScreen)
        assert "their mind is not known" not in await press(pilot, "3")
        assert "the Envoy" in await press(pilot, "4")
        assert "Only a side itself" in await press(pilot, "5")
        assert text


@pytest.mark.parametrize("language", ["en", "sq"])
@pytest.mark.parametrize("size", SIZES)
async def test_nothing_is_without_words_or_beyond_the_edge(size: tuple[int, int], language: str) -> None:
    game = with_letter(sworn(ready(politics(2))))
    game.state.rumours = [Rumour(0, 0, 1, 2, 60, True, 1, verified=False)]
    app = board(game, language)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        texts = [await press(pilot, "d")]
        texts += [await press(pilot, str(i)) for i in range(1, 6)]
        texts += [await press(pilot, "escape", "i"), await press(pilot, "f1"), await press(pilot, "escape", "escape")]
        for text in texts:
            assert {len(line) for line in text.splitlines()} == {size[0]}
            for key in DEALINGS:
                assert f" {key} " not in text or "_" not in key


# --- the negotiation


async def test_a_letter_is_settled_weighed_and_written() -> None:
    game = ready(politics())
    app = board(game)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "d", "down", "enter")
        assert isinstance(app.screen, NegotiationScreen)
        screen = app.screen
        if screen.bargain.definition.level is not Level.PACT:
            await press(pilot, "up", "up", "up", "down", "space")
        assert screen.bargain.definition.level is Level.PACT
        await press(pilot, "down", "down")
        while screen._place != 0:
            await press(pilot, "up")
        first = screen.bargain.firsts
        text = await press(pilot, "space")
        assert screen.bargain.firsts != first
        most = len(screen.bargain.values(0))
        assert f"1–{most} or Tab ranks several; they may choose among them" in " ".join(text.split())
        assert "ourselves" in text
        assert "the clauses" not in text
        answer = screen.bargain.answer
        assert ("they would sign" if answer.values is not None else "they would refuse") in text
        await press(pilot, "1", "2", "3")
        assert len(screen.bargain.wishes[0]) >= 2
        line = screen.session.line(screen.bargain.order)
        await press(pilot, "enter")
        assert [screen.session.line(order) for order in game.draft(0)] == [line]
        assert isinstance(app.screen, DiplomacyScreen)


async def test_a_second_letter_takes_the_place_of_the_first() -> None:
    game = ready(politics())
    session = Session(game, "en", 0)
    assert session.rewrite("propose oath star land=divided command=joint") == ""
    assert session.rewrite("propose oath star land=courts command=own") == ""
    assert len(game.draft(0)) == 1
    assert "land=courts" in session.line(game.draft(0)[0])
    assert session.rewrite("propose oath crown land=courts command=own")
    assert len(game.draft(0)) == 1


async def test_what_is_shown_is_what_would_be_answered() -> None:
    game = ready(politics(1))
    view = game.view(0)
    for partner in partners(view):
        for paper in papers(view, partner):
            bargain = Bargain(view, paper, partner)
            ours = total(bargain.gain())
            parts = sum(total(bargain.ours(i, v)) for i, v in enumerate(bargain.firsts))
            assert ours - parts == total([r for r in bargain.gain() if r.clause < 0])
            assert bargain.answer.worth == total(bargain.answer.terms)
            assert summed(view, bargain.gain(), "en")


async def test_an_answer_accepts_counters_or_refuses() -> None:
    game = with_letter(politics())
    view = game.view(0)
    letter = view.letters[0]
    bargain = Bargain(view, letter.instrument, 1, letter=letter)
    assert bargain.accepts
    assert bargain.order.verb is Verb.ACCEPT
    bargain.wishes[0] = [0]
    assert not bargain.accepts
    assert bargain.order.verb is Verb.COUNTER
    assert bargain.refusal.verb is Verb.REFUSE
    signs = best_answer(view, letter)[0] is not None
    turning = Bargain(view, letter.instrument, 1, letter=letter).turning
    assert turning is None or not signs
    if turning is not None:
        assert turning[1] not in letter.wishes[turning[0]]


async def test_a_letter_on_the_desk_opens_its_negotiation() -> None:
    game = with_letter(politics())
    app = board(game)
    async with app.run_test(size=(120, 40)) as pilot:
        text = await press(pilot, "i")
        assert isinstance(app.screen, DeskScreen)
        assert "the Oath of the Mill" in text
        await press(pilot, "down", "down", "enter")
        assert isinstance(app.screen, NegotiationScreen)
        await press(pilot, "x")
        assert isinstance(app.screen, DeskScreen)
        assert [order.verb for order in game.draft(0)] == [Verb.REFUSE]
        assert "(●) Refuse" in seen(app)
        await press(pilot, "up", "up", "up", "enter")
        assert [order.verb for order in game.draft(0)] == [Verb.ACCEPT]


def test_a_local_treaty_names_a_region() -> None:
    loaded = load(SCENARIOS / "albania-1942")
    assert loaded.world is not None
    game = ready(Table.open(loaded.world, loaded.document, [0], seed=5))
    view = game.view(0)
    partner, paper = next(
        (other, index)
        for other in partners(view)
        for index in papers(view, other)
        if loaded.world.instruments[index].local
    )
    home = max(range(len(view.total)), key=lambda region: view.total[region])
    session = Session(game, "en", 0)
    assert session.rewrite(session.line(Bargain(view, paper, partner, home).order)) == ""
    assert game.draft(0)[0].args[-1] == home
    assert f"in={loaded.world.regions[home].id}" in session.line(game.draft(0)[0])


# --- congresses


async def test_seats_are_moved_and_the_congress_is_called() -> None:
    game = ready(politics())
    app = board(game)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        app.push_screen(CongressScreen(app.screen.session, 0))  # type: ignore[attr-defined]
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, CongressScreen)
        assert screen.seats == [4, 3]
        text = await press(pilot, "right")
        assert screen.seats == [5, 2]
        assert "loyalty +4" in text
        assert "grievance +4" in text
        text = await press(pilot, "left")
        assert screen.free == 1
        assert "Seats still to be given: 1" in text
        text = await press(pilot, "enter")
        assert "✗" in text
        assert game.draft(0) == []
        assert "ten seats" not in text
        await press(pilot, "p", "enter")
        assert [order.verb for order in game.draft(0)] == [Verb.CONGRESS]
        assert list(game.draft(0)[0].args[1:]) in [list(plan.seats) for plan in game.world.congresses[0].plans]


# --- the desk


async def test_five_cards_lie_on_the_desk_and_the_rest_on_request() -> None:
    game = with_letter(ready(politics()), (0, 1, 2), (0, 1))
    event = next(i for i, event in enumerate(game.world.events) if event.patron >= 0)
    choice = next(i for i, event in enumerate(game.world.events) if event.options and event.patron < 0)
    game.state.offers = [Offer(choice, 0, 0, 0), Offer(event, 0, 0, 1)]
    game.state.rumours = [Rumour(0, 0, 1, 2, 60, True, 0, verified=False)]
    found = cards(Session(game, "en", 0))
    assert len(found) > MOST_CARDS
    app = board(game)
    async with app.run_test(size=(120, 60)) as pilot:
        await press(pilot, "i")
        listed = app.screen.query_one("#cards", Choices)
        assert "What is said of others" not in listed.plain
        assert "more on the desk: 1" in listed.plain
        await press(pilot, "end", "enter")
        assert "What is said of others" in listed.plain
        assert "reliability 60 %" in listed.plain
        await press(pilot, "end", "enter")
        assert [order.verb for order in game.draft(0)] == [Verb.VERIFY]


def test_what_wants_an_answer_lies_over_what_happened() -> None:
    game = with_letter(ready(politics(1)))
    turn = game.turns[-1]
    oath = number(game, Level.PACT)
    mandate = next(i for i, mandate in enumerate(game.world.mandates) if mandate.faction == 0)
    raids: list[facts.Fact] = [facts.Raided(1, 0, region, 20, 5, 2, 1, surprise=False) for region in range(3)]
    dealt: list[facts.Fact] = [
        facts.TreatySigned(0, 1, -1, oath, (0, 0), public=True),
        facts.MandateJudged(0, -1, -1, mandate, done=True),
    ]
    game.turns[-1] = replace(turn, facts=(*raids, *dealt))
    titles = [card.title.plain for card in cards(Session(game, "en", 0))]
    news = titles.index("≡ Dealings of last month")
    assert next(i for i, title in enumerate(titles) if title.startswith("◇")) < news
    assert [i for i, title in enumerate(titles) if title.startswith("▼")] == [news + 1, news + 2]


def test_all_that_wants_an_answer_is_counted() -> None:
    game = with_letter(politics())
    event = next(i for i, event in enumerate(game.world.events) if event.patron >= 0)
    choice = next(i for i, event in enumerate(game.world.events) if event.options and event.patron < 0)
    game.state.offers = [Offer(choice, 0, 0, 0), Offer(event, 0, 0, 1)]
    session = Session(game, "en", 0)
    assert session.waiting() == 3
    letter = game.view(0).letters[0]
    assert session.rewrite(session.line(Bargain(game.view(0), letter.instrument, 1, letter=letter).refusal)) == ""
    assert session.decide(event, 0) == ""
    assert session.waiting() == 1


def test_an_account_tells_only_what_moved() -> None:
    game = politics(1)
    figure = Figure.STRAIN
    changes = [
        facts.Changed(0, 1, -1, figure, 1, 9, Cause.EVENT, 0),
        facts.Changed(0, 1, -1, figure, 1, -15, Cause.TIME),
        facts.Changed(0, 1, -1, figure, 1, 14, Cause.LIMIT),
    ]
    lines = why_sentences(game.world, changes, "en", opening=0, figure=figure)
    assert len(lines) == 5
    assert "no more to take" not in " ".join(lines)
    assert any("\N{MINUS SIGN}1 " in line for line in lines)
    assert lines[-1] == "8 now"
    assert "Nothing changed it." in why_sentences(
        game.world, [changes[1], changes[2]._replace(delta=15)], "en", opening=0, figure=figure
    )


async def test_a_demand_is_answered_with_reply() -> None:
    game = politics()
    event = next(i for i, event in enumerate(game.world.events) if event.patron >= 0)
    game.state.offers = [Offer(event, 0, 0, 1)]
    app = board(game)
    async with app.run_test(size=(120, 40)) as pilot:
        text = await press(pilot, "i")
        assert "answer by April 1942" in text
        await press(pilot, "enter")
        assert [order.verb for order in game.draft(0)] == [Verb.REPLY]
        await press(pilot, "down", "enter")
        assert [order.args[1] for order in game.draft(0)] == [1]
        await press(pilot, "enter")
        assert game.draft(0) == []  # a second Enter takes it back


async def test_the_legal_list_groups_what_is_about_no_region() -> None:
    game = with_letter(ready(politics()))
    app = board(game)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "l")
        assert isinstance(app.screen, LegalScreen)
        listed = app.screen.query_one("#legal", Choices).plain
        places = [listed.index(name) for name in ("── Here", "── Treaties", "── Wings", "── Powers")]
        assert places == sorted(places)
        assert listed.index("propose oath") > places[1]


async def test_a_side_born_in_play_is_on_the_board_and_in_the_charts() -> None:
    loaded = load(SCENARIOS / "albania-1942")
    assert loaded.world is not None
    game = Table.open(loaded.world, loaded.document, [0], seed=5)
    late = next(f for f, status in enumerate(game.state.status) if status == Status.UNBORN and any(
        wing.goes_to == f and game.state.wing_side[i] == 0 for i, wing in enumerate(loaded.world.wings)))  # fmt: skip
    wing = next(i for i, wing in enumerate(loaded.world.wings) if wing.goes_to == late and wing.faction == 0)
    game.state.loyalty[wing], game.state.grievance[wing] = 0, 100
    assert late not in Session(game, "en", 0).eyes.movements()
    for _ in range(3):
        game.end_month()
        game.state.loyalty[wing] = 0
    assert game.state.status[late] == Status.ACTIVE
    letter, name = loaded.world.factions[late].letter, loaded.world.factions[late].short.en
    app = board(game)
    async with app.run_test(size=(200, 60)) as pilot:
        await settle(pilot)
        session = app.screen.session  # type: ignore[attr-defined]
        home = max(range(len(loaded.world.regions)), key=lambda region: _men(game, late, region))
        assert any(force.faction == late for force in Session(game, "en", EVERYTHING).eyes.forces(home))
        assert late in session.eyes.movements()
        assert f"{letter} {name}" in await press(pilot, "d")
        await press(pilot, "escape", "h")
        assert f"{letter} {name}" in await press(pilot, "right")


def _men(game: Table, faction: int, region: int) -> int:
    return game.state.total[faction * game.state.region_count + region]


def test_the_seeing_eye_and_a_side_ask_the_same_questions() -> None:
    game = sworn(politics(1))
    for viewer in (0, 1, 2, EVERYTHING):
        session = Session(game, "sq", viewer)
        for _, entries in PANES:
            for entry in entries(session, 60):
                assert entry.item.lines
                assert all(line.plain is not None for line in entry.page())
                for asked in entry.asked:
                    assert asked.figure in (Figure.STRAIN, Figure.LOYALTY, Figure.GRIEVANCE, Figure.REGARD)


def test_sheets_keep_their_words_apart() -> None:
    from rich.text import Text

    from lanc_game.tui.widgets.sheet import folded

    lines = folded(Text("    one two three four five six seven eight nine ten eleven twelve"), 20)
    assert all("  " not in line.plain.strip() for line in lines)
    assert isinstance(Sheet(), Sheet)
