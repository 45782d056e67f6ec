"""Why the others did it: every order of a bot has a reason that can be told, after the war, and the same from a save."""

import ast
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from cli_run import Lanc

from lanc_game import bots
from lanc_game.bots import BOTS, Choice, choose
from lanc_game.chronicle.reasons import reason_told
from lanc_game.engine.orders import Order, parse, text_of
from lanc_game.engine.view import view_of
from lanc_game.engine.world import NOBODY
from lanc_game.language import TABLES
from lanc_game.plain.reasons import given_lines, why_order
from lanc_game.plain.why_dealings import Asker
from lanc_game.table import Table
from lanc_game.workshop.load import load

SCENARIOS = Path(__file__).parents[2] / "scenarios"
HILL = ("play", "two-banners", "--plain", "--seed", "7", "--as", "hill")
WAR = ("end",) * 12
MARK = "region zzmark"
PUTS_FORWARD = ("Choice", "offer", "say", "_say")  # what in the source of the bots is handed a reason


def answer(lanc: Lanc, *script: str, game: tuple[str, ...] = HILL) -> list[str]:
    """Return what the last line of a script was answered, without what comes before and after."""
    lines = lanc(*game, stdin="\n".join((*script[:-1], MARK, script[-1], MARK, ""))).lines
    marks = [i for i, line in enumerate(lines) if "`zzmark`" in line]
    return lines[marks[0] + 1 : marks[1]]


@cache
def war(level: str = "regular", humans: tuple[int, ...] = ()) -> Table:
    """Return a whole small war, with the reasons that its bots gave while it was played."""
    loaded = load(SCENARIOS / "two-banners")
    assert loaded.world is not None
    table = Table.open(loaded.world, loaded.document, humans, seed=3, level=level)
    while not table.over:
        table.end_month()
    return table


def forgotten(table: Table) -> Table:
    """Return the same war as a save holds it: orders only."""
    nothing: tuple[tuple[Choice, ...], ...] = tuple(() for _ in table.seats)
    return replace(table, turns=[replace(turn, reasons=nothing) for turn in table.turns], thoughts={})


# --- every reason has words


def codes() -> set[str]:
    """Return every key of a reason in the source of the bots: what is passed for one, and what is kept as one."""
    found: set[str] = set()
    home = Path(bots.__file__).parent
    for path in sorted(path for path in home.rglob("*.py") if "outside" not in path.parts):  # programs keep theirs
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in PUTS_FORWARD:
                found |= _texts(node.args)
            elif isinstance(node, ast.Assign) and any(ast.unparse(name) == "reason" for name in node.targets):
                found |= _texts([node.value])
    return found


def _texts(nodes: list[ast.expr]) -> set[str]:
    """Return the texts among some expressions and in both branches of a choice between two."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)
        elif isinstance(node, ast.IfExp):
            found |= _texts([node.body, node.orelse])
    return found


def test_every_reason_in_the_source_of_the_bots_is_a_sentence_in_both_languages() -> None:
    found = codes()
    assert {"arms_to_be_had", "worth_it", "at_random", "by_temper", "reply_by_temper", "promise_to_keep"} <= found
    for code in sorted(found):
        english, albanian = TABLES["reason"][code]
        assert english.endswith(".")
        assert albanian.endswith(".")
        assert english != albanian


@pytest.mark.parametrize("bot", sorted(BOTS))
def test_whatever_a_bot_orders_can_be_told(bot: str) -> None:
    table = war()
    for turn in (4,) if bot == "expert" else range(0, len(table.turns), 3):
        for side in range(len(table.seats)):
            for choice in choose(view_of(table.world, table.state_before(turn), side), bot, 1):
                assert choice.reason in TABLES["reason"]
                for language in ("en", "sq"):
                    assert "…" not in reason_told(table.world, choice.order, choice, language)


def told(table: Table, line: str, reason: str, weight: int, score: int = 0) -> str:
    side = table.world.faction_index["hill"]
    order = parse(table.world, side, line)
    return reason_told(table.world, order, Choice(score, order, reason, weight), "en")


def test_a_reason_is_told_with_the_number_that_spoke_for_it() -> None:
    table = war()
    assert told(table, "raid plain", "arms_to_be_had", 96, 103) == (
        "There were arms to be had there. It weighed 96 with them, 103 with the mood of the month."
    )
    assert told(table, "raid plain", "arms_to_be_had", 96, 96).endswith("It weighed 96 with them.")
    assert told(table, "refuse oath star", "not_worth_it", -7, 9000) == (
        "What was offered was not worth it to them. Its worth to them was −7; a side signs from 0."
    )
    assert told(table, "reply envoys_wish sign", "reply_by_temper", 1, 10_000).endswith("parts in their nature.")
    assert told(table, "raid plain", "at_random", 0, 1) == "It was drawn at random from what was legal."


# --- from a save


@pytest.mark.parametrize("level", ["novice", "regular", "random"])
def test_a_save_gives_back_the_reasons_that_were_given(level: str) -> None:
    table = war(level)
    again = forgotten(table)
    count = 0
    for turn in range(len(table.turns)):
        for side in range(len(table.seats)):
            kept = table.reasons(turn, side)
            assert None not in kept
            assert again.reasons(turn, side) == kept
            count += len(kept)
    assert count > 20


def test_the_bots_are_asked_only_about_what_is_looked_at_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    table = forgotten(war())
    asked: list[int] = []

    def counted(view: object, bot: str, key: int) -> list[Choice]:
        asked.append(key)
        return []

    monkeypatch.setattr("lanc_game.table.choose", counted)
    side = next(side for side, orders in enumerate(table.turns[0].orders) if orders)
    assert not asked
    assert set(table.reasons(0, side)) == {None}
    table.reasons(0, side)
    assert asked == [table.bot_key(side)]


def test_an_order_that_no_bot_would_have_given_says_so() -> None:
    table = forgotten(war())
    side = table.world.faction_index["star"]
    strange = parse(table.world, side, "agitate mountain")
    given = table.turns[2].orders[side]
    assert strange not in given
    orders = tuple((*given, strange) if other == side else each for other, each in enumerate(table.turns[2].orders))
    table.turns[2] = replace(table.turns[2], orders=orders)
    lines = list(given_lines(Asker(table, NOBODY, "en"), ["star", "#2"]))
    assert lines[-1].startswith(f"{len(given) + 1} agitate mountain — Why is lost: ")
    assert not any("lost" in line for line in lines[:-1])


def test_a_person_keeps_the_reasons() -> None:
    table = forgotten(war(humans=(0,)))
    order = Order(*parse(table.world, 0, "agitate mountain"))
    table.turns[1] = replace(table.turns[1], orders=((order,), *table.turns[1].orders[1:]))
    asker = Asker(table, 0, "en")
    assert list(given_lines(asker, ["hill", "#1"])) == ["Hills, April 1942", "1 agitate mountain"]
    assert list(why_order(asker, ["hill", "#1", "1"]))[2] == ("A person played this side; people keep their reasons.")


# --- line mode


def test_while_the_war_is_on_only_ones_own_orders_are_told(lanc: Lanc) -> None:
    refused = answer(lanc, "end", "orders star 1942-03")
    assert len(refused) == 1
    assert "while the war is on" in refused[0]
    assert "`orders star 1942-03`" in refused[0]
    assert answer(lanc, "end", "why order star 1942-03 1")[0].count("`why order star 1942-03 1`") == 1
    assert answer(lanc, "raid mountain", "end", "orders hill") == ["Hills, March 1942", "1 raid mountain"]
    assert answer(lanc, "orders")[0] == "no orders written"


def test_whoever_sees_everything_is_told_during_the_war() -> None:
    table = war()
    early = replace(table, turns=table.turns[:4], state=table.turns[3].after)
    assert not early.over
    star = table.world.faction_index["star"]
    month = next(turn for turn in range(4) if early.turns[turn].orders[star])
    seen = list(given_lines(Asker(early, NOBODY, "en"), ["star", f"#{month}"]))
    assert len(seen) == 1 + len(early.turns[month].orders[star])
    assert "while the war is on" in next(given_lines(Asker(early, 0, "en"), ["star", f"#{month}"]))


def test_after_the_war_the_orders_of_all_are_told_with_their_reasons(lanc: Lanc, tmp_path: Path) -> None:
    path = str(tmp_path / "war.lanc")
    game = (*HILL, "--save", path)
    months = answer(lanc, *WAR, "orders crown #3", game=game)
    assert months[0] == "Crown, June 1942"
    assert months[1].startswith("1 ")
    number = len(months) - 1
    first = lanc("resume", path, "--plain", stdin=f"orders crown 1942-06\nwhy order crown 1942-06 {number}\n")
    assert first.code == 0
    start = first.lines.index("Crown, June 1942")
    assert first.lines[start : start + len(months)] == months, "a save tells the same as the game did"
    order, reason = months[number].split(" — ")
    assert first.lines[start + len(months) : start + len(months) + 3] == ["Crown, June 1942", order, reason]


def test_the_last_month_is_meant_where_none_is_named(lanc: Lanc) -> None:
    assert answer(lanc, *WAR, "orders crown")[0].startswith("Crown")
    assert answer(lanc, *WAR, "why order crown 1")[0] == "Crown, February 1943"


def test_what_names_no_order_says_what_does(lanc: Lanc) -> None:
    assert answer(lanc, "orders star") == ["No month has been played yet."]
    assert answer(lanc, "orders nobody")[0].startswith("There is no faction `nobody`.")
    assert answer(lanc, "end", "orders hill 1950-01") == [
        "`1950-01` is no month that was played. Take a date from 1942-03 to 1942-03."
    ]
    assert answer(lanc, "end", "orders hill 1942-04")[0].startswith("`1942-04` is no month that was played.")
    assert answer(lanc, "end", "orders hill #99")[0].startswith("`#99` is no month")
    for words in ("why order", "why order star", "why order star 1942-03", "why order star x", "why order star ²"):
        assert answer(lanc, "end", words)[0].startswith("Which order? Write `why order SIDE MONTH NUMBER`"), words
    assert answer(lanc, "end", "why order hill 1942-03 4") == [
        "Hills gave 0 orders in March 1942; there is no number 4."
    ]
    assert answer(lanc, "end", "why order hill 99999")[0].startswith("Which order?")


def test_reasons_are_told_in_albanian(lanc: Lanc) -> None:
    said = answer(lanc, *WAR, "orders star", game=(*HILL, "--lang", "sq"))
    assert said[0].startswith("Ylli")
    assert not any("weighed" in line or "There" in line for line in said)
    assert "sa zgjat lufta" in answer(lanc, "end", "orders star", game=(*HILL, "--lang", "sq"))[0]


def test_orders_are_written_as_they_are_typed() -> None:
    table = war()
    star = table.world.faction_index["star"]
    lines = list(given_lines(Asker(table, 0, "en"), ["star", "#5"]))[1:]
    assert [line.split(" ", 1)[1].split(" — ")[0] for line in lines] == [
        text_of(table.world, star, order) for order in table.turns[5].orders[star]
    ]
