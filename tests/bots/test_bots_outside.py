"""A program of the player's own: asked every month, judged like everybody, and whatever it does, the game goes on."""

from __future__ import annotations

import gc
import pickle
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from outside_kit import (
    CROWN,
    EXAMPLE,
    HILL,
    PATIENT,
    ROOT,
    STAR,
    command,
    game,
    opened,
    played,
    running,
    script,
    talker,
    told,
    wait_for,
)

from lanc_game.bots.outside.command import Command, read_command
from lanc_game.bots.outside.hello import hello
from lanc_game.bots.outside.knowledge import knowledge
from lanc_game.bots.outside.notice import notice_said
from lanc_game.bots.outside.player import MOST_READ, MOST_STARTS, Outsider
from lanc_game.bots.outside.process import Program
from lanc_game.engine.legal import legal
from lanc_game.engine.names import Talk, Verb
from lanc_game.engine.orders import text_of
from lanc_game.engine.state import Json, Operation, Rumour
from lanc_game.engine.turn import begin
from lanc_game.engine.view import View, view_of
from lanc_game.saves import read_save, verify
from lanc_game.table import Table

LISTEN = "import sys, time\nfor line in sys.stdin:\n    if '\"month\"' in line[:20]:\n        "
GARBAGE = {
    "no JSON": LISTEN + "print('\\x1b[31m{raid', flush=True)",
    "no UTF-8": LISTEN + "sys.stdout.buffer.write(b'\\xff\\xfe\\n'); sys.stdout.flush()",
    "too deep": LISTEN + "print('[' * 60000, flush=True)",
    "a number too long": LISTEN + "print('9' * 60000, flush=True)",
    "no object": LISTEN + "print('[\"hide mountain\"]', flush=True)",
    "no list": LISTEN + 'print(\'{"orders": "hide mountain"}\', flush=True)',
    "no texts": LISTEN + 'print(\'{"orders": ["hide mountain", 7]}\', flush=True)',
    "an empty line": LISTEN + "print(flush=True)",
}
FAILING = {
    "leaves at once": ("ended", "import sys; sys.exit('nothing for me')"),
    "closes its output": ("ended", "import os, time; os.close(1); time.sleep(600)"),
    "leaves in the middle of a line": ("ended", LISTEN + "sys.stdout.write('{\"ord'); sys.exit(3)"),
    "never ends a line": ("flood", "import sys\nwhile True: sys.stdout.write('x' * 10000)"),
    "a line too long": ("flood", LISTEN + "print('[' + '0,' * 70000, flush=True)"),
}


# --- programs that play


def test_the_example_plays_a_whole_campaign(tmp_path: Path) -> None:
    table = game("four-valleys", HILL, command(EXAMPLE), save=tmp_path / "game.lanc")
    assert played(table) == []
    assert table.over
    given = [order for turn in table.turns for order in turn.orders[HILL]]
    assert len(given) > len(table.turns)
    assert {Verb.AGITATE, Verb.RAID} <= {order.verb for order in given}
    save = read_save(tmp_path / "game.lanc")
    assert save.header.seats == {"hill": "bot:outside", "star": "bot:regular", "crown": "bot:regular"}
    assert verify(table.world, save).ok
    assert not running(EXAMPLE)


def test_the_example_plays_some_months_of_the_long_war() -> None:
    table = game("albania-1942", 0, command(EXAMPLE))
    for _ in range(4):
        assert table.end_month().notices == ()
    table.close()
    assert all(turn.orders[0] for turn in table.turns)
    assert not running(EXAMPLE)


@pytest.mark.slow
def test_the_example_plays_the_long_war_on_both_sides() -> None:
    table = game("albania-1942", 0, command(EXAMPLE))
    table.seat_program(3, command(EXAMPLE))
    assert played(table) == []
    assert not running(EXAMPLE)


def test_lines_stand_or_fall_each_by_itself_and_what_fell_is_told_back(tmp_path: Path) -> None:
    lines: list[Json] = ["agitate mount", "dance", "agitate mountain", "hide mountain " * 300]
    table = game("four-valleys", HILL, talker(tmp_path, {"orders": lines, "thoughts": 1}, {"orders": []}))
    first, second = table.end_month(), table.end_month()
    table.close()
    assert [text_of(table.world, HILL, order) for order in first.orders[HILL]] == ["agitate mountain"]
    assert second.orders[HILL] == ()
    months = [message for message in told(tmp_path) if message["type"] == "month"]
    assert months[0]["refused"] == []
    refused = months[1]["refused"]
    assert isinstance(refused, list)
    rows = {row["line"]: row for row in refused if isinstance(row, dict) and isinstance(row["line"], str)}
    assert rows["dance"]["why"] == "no_order"
    assert "dance" in str(rows["dance"]["message"])
    assert rows["agitate mountain"]["why"] == "given_twice"
    assert [len(line) for line in rows] == [5, 200, 16]
    assert [(notice.kind, notice.amount, notice.text) for notice in first.notices] == [("unread", 3, "dance")]
    assert second.notices == ()


def test_a_flood_of_orders_is_bounded(tmp_path: Path) -> None:
    table = game("four-valleys", HILL, talker(tmp_path, {"orders": ["raid x"] * 5000}, {"orders": []}))
    notices = table.end_month().notices
    table.end_month()
    table.close()
    assert [(notice.kind, notice.amount) for notice in notices] == [("unread", 5000)]
    refused = told(tmp_path)[2]["refused"]
    assert isinstance(refused, list)
    assert len(refused) == MOST_READ


def test_what_is_said_unasked_before_the_month_comes_is_no_answer_to_it(tmp_path: Path) -> None:
    at_once = LISTEN + 'import os; os.write(1, b\'{"orders": []}\\n{"orders": ["dance"]}\\n\')'
    assert played(game("four-valleys", HILL, script(tmp_path, at_once))) == []


def test_what_came_earlier_is_passed_over(tmp_path: Path) -> None:
    eager = "import os, sys\nos.write(1, b'early\\n')\nfor line in sys.stdin: os.write(1, b'asked\\n')"
    program = Program(script(tmp_path, eager).words)
    wait_for(program._heard.qsize)
    assert [program.ask(b"{}\n", PATIENT) for _ in range(2)] == [b"asked", b"asked"]
    assert program.end() == 0


# --- programs that fail


@pytest.mark.parametrize("text", GARBAGE.values(), ids=GARBAGE)
def test_nonsense_costs_its_orders_and_no_more(tmp_path: Path, text: str) -> None:
    table = game("four-valleys", HILL, script(tmp_path, text))
    assert played(table) == ["nonsense"] * len(table.turns)
    assert not any(turn.orders[HILL] for turn in table.turns)
    assert table.over
    assert not running(tmp_path)


@pytest.mark.parametrize(("kind", "text"), FAILING.values(), ids=FAILING)
def test_who_fails_is_started_again_and_then_given_up(tmp_path: Path, kind: str, text: str) -> None:
    counted = f"open({str(tmp_path / 'starts')!r}, 'a').write('x')\n" + text
    table = game("four-valleys", HILL, script(tmp_path, counted))
    assert played(table) == [*[kind] * MOST_STARTS, "given_up"]
    assert table.over
    assert (tmp_path / "starts").read_text() == "x" * MOST_STARTS
    assert not running(tmp_path)


def test_who_is_late_is_ended_and_cannot_answer_for_another_month(tmp_path: Path) -> None:
    table = game("four-valleys", HILL, script(tmp_path, "import time; time.sleep(600)", seconds=0.1))
    assert played(table) == [*["late"] * MOST_STARTS, "given_up"]
    assert table.over
    assert not running(tmp_path)


def test_who_does_not_listen_holds_up_nothing(tmp_path: Path) -> None:
    deaf = "import time\nfor _ in range(100):\n    print('{\"orders\": []}', flush=True)\n    time.sleep(0.02)\ntime.sleep(600)"
    table = game("albania-1942", 0, script(tmp_path, deaf, seconds=3))
    for _ in range(8):  # more than a pipe holds
        table.end_month()
    table.close()
    assert not running(tmp_path)


def test_complaints_fill_no_pipe_and_the_last_is_shown(tmp_path: Path) -> None:
    loud = LISTEN + "sys.stderr.write('y' * 1000000 + '\\n'); print('{\"orders\": []}', flush=True)"
    assert played(game("four-valleys", HILL, script(tmp_path, loud))) == []
    table = game("four-valleys", HILL, script(tmp_path, "import sys; sys.exit('first\\n\\x1b[2Jnothing for me')"))
    notice = table.end_month().notices[0]
    table.close()
    for language, words in (("en", "exit code 1"), ("sq", "kodi 1")):
        said = notice_said(table.world, notice, language)
        assert words in said
        assert said.endswith(r"\x1b[2Jnothing for me]"[:-1])


def test_after_a_crash_it_plays_on_and_is_told(tmp_path: Path) -> None:
    orders: Json = {"orders": ["agitate mountain"]}
    table = game("four-valleys", HILL, talker(tmp_path, orders, "crash"))
    kinds = [[notice.kind for notice in table.end_month().notices] for _ in range(3)]
    table.close()
    assert kinds == [[], ["ended"], []]
    assert [len(turn.orders[HILL]) for turn in table.turns] == [1, 0, 1]
    heard = told(tmp_path)
    assert [message["type"] for message in heard] == ["hello", "month", "month", "hello", "month", "goodbye"]
    assert [message.get("trouble") for message in heard] == [None, None, None, None, "ended", None]


def test_a_program_that_is_gone_before_the_game_is_a_notice(tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text("#!/nowhere/at/all\n")
    program.chmod(0o755)
    table = game("four-valleys", HILL, read_command(f"cmd:{program}"))
    assert played(table) == [*["not_started"] * MOST_STARTS, "given_up"]
    assert "could not be started (" in notice_said(table.world, table.turns[0].notices[0], "en")


@pytest.mark.skipif(sys.platform == "win32", reason="process groups")
def test_what_it_started_ends_with_it(tmp_path: Path) -> None:
    child = f"import time; {str(tmp_path)!r}; time.sleep(600)"
    parent = f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', {child!r}])\n" + LISTEN + "sys.exit()"
    table = game("four-valleys", HILL, script(tmp_path, parent, seconds=1))  # the child keeps the output open
    assert [notice.kind for notice in table.end_month().notices] == ["late"]
    table.close()
    assert not running(tmp_path)


def test_leaving_need_not_wait_for_an_answer(tmp_path: Path) -> None:
    world, _ = opened("four-valleys")
    outsider = Outsider(world, HILL, script(tmp_path, "import time; time.sleep(600)", seconds=600))
    found: list[int] = []
    thinking = threading.Thread(
        target=lambda: found.append(len(outsider.orders(view_of(world, begin(world, 1), HILL))))
    )
    thinking.start()
    wait_for(lambda: running(tmp_path))
    outsider.leave(None)
    thinking.join(PATIENT)
    assert found == [0]
    assert outsider.take_notices() == ()
    assert outsider.orders(view_of(world, begin(world, 1), HILL)) == []
    assert not running(tmp_path)


def test_what_is_forgotten_is_ended(tmp_path: Path) -> None:
    program = Program(script(tmp_path, "import time; time.sleep(600)").words)
    wait_for(lambda: running(tmp_path))
    del program
    gc.collect()
    assert not running(tmp_path)


# --- what it is told


def months_of(scenario: str, side: int, count: int) -> list[View]:
    """Return what a side knows in some months of a game of ordinary bots."""
    world, document = opened(scenario)
    table = Table.open(world, document, [], seed=987_654_321)
    views: list[View] = []
    for _ in range(count):
        views.append(table.view(side))
        table.end_month()
    return views


def test_it_is_told_what_its_side_knows(tmp_path: Path) -> None:
    table = game("two-banners", HILL, talker(tmp_path, {"orders": []}), seed=987_654_321)
    views: list[View] = []
    while not table.over:
        views.append(table.view(HILL))
        table.end_month()
    table.close()
    first, *months, last = told(tmp_path)
    assert first["type"] == "hello"
    assert [month["turn"] for month in months] == list(range(len(views)))
    for view, month in zip(views, months, strict=True):
        assert month["legal"] == [text_of(view.world, HILL, order) for order in legal(view)]
        assert month["legal_cut"] is False
        assert {key: month[key] for key in knowledge(view)} == knowledge(view)
    assert last["reason"] == "over"
    state, sides = table.state, table.world.factions
    assert last["verdicts"] == {
        side.id: {"grade": ("none", "marginal", "substantial", "decisive")[state.judged[i]], "score": state.score[i]}
        for i, side in enumerate(sides)
    }
    text = (tmp_path / "talk.log").read_text()
    assert "987654321" not in text
    assert str(table.bot_key(HILL)) not in text
    assert text.isascii()


def test_it_is_told_nothing_that_its_side_does_not_know() -> None:
    world, _ = opened("two-banners")
    state = begin(world, 1)
    state.operations = [Operation(HILL, (0, 1), 0, 2, 0, 500)]
    state.rumours = [Rumour(HILL, Talk.LETTERS, STAR, CROWN, 60, True, 0, verified=False)]
    before = knowledge(view_of(world, state, HILL))
    hidden = state.copy()
    hidden.operations = [state.operations[0]._replace(weak=1)]
    hidden.rumours = [state.rumours[0]._replace(true=False)]
    hidden.cadres[CROWN] += 5
    hidden.arms[STAR] += 5
    hidden.fear[0] += 5
    hidden.council[CROWN] += 1
    assert knowledge(view_of(world, hidden, HILL)) == before
    assert before["rumours"] == [
        {"number": 1, "kind": "letters", "of": "star", "and": "crown", "wing": None, "odds": 60, "heard": "1942-03",
         "true": None},
    ]  # fmt: skip
    hidden.cadres[HILL] += 5
    assert knowledge(view_of(world, hidden, HILL)) != before


def test_events_are_told_once_they_are_known() -> None:
    world, _ = opened("two-banners")
    state = begin(world, 1)
    assert knowledge(view_of(world, state, HILL))["happened"] == []
    secret = next(i for i, event in enumerate(world.events) if event.id == "rain")
    known = [i for i, event in enumerate(world.events) if i != secret and (event.public or HILL in event.choosers)]
    private = replace(world, events=tuple(
        replace(event, public=False, choosers=(CROWN,)) if i == secret else event for i, event in enumerate(world.events)
    ))  # fmt: skip
    state.fired[secret], state.fired[known[-1]] = 4, 5
    told_of = {"event": world.events[known[-1]].id, "turn": 5}
    assert knowledge(view_of(private, state, HILL))["happened"] == [told_of]
    both = knowledge(view_of(private, state, CROWN))["happened"]
    assert isinstance(both, list)
    assert {"event": "rain", "turn": 4} in both


TOLD = {
    "access", "alarm", "arms", "cadres", "callable", "council", "country", "cut", "feuds", "goodwill", "grievance", "guilt",
    "happened", "hazard", "heat", "held", "idle", "in_play", "informers", "leader_fate", "leader_region", "letters",
    "loyalty", "men", "meter",
    "offers", "operations", "output", "policy", "posture", "promisable",
    "regard", "relation", "relations", "rumours", "seats", "sights",
    "signable", "stakes", "standing", "status", "stigma", "strain", "supplies", "tasks", "total", "town", "treaties", "turn",
    "vows", "wing_side", "wire", "works", "wrongs",
}  # fmt: skip
NOT_TOLD = {"world", "faction"}  # the scenario and the side: `hello` says what of them a program needs


def test_whatever_a_view_comes_to_hold_is_told_or_left_out_on_purpose() -> None:
    slots = {slot for slot in View.__slots__ if not slot.startswith("_")}
    assert slots == TOLD | NOT_TOLD, (
        "tell it in bots/outside/knowledge.py and the page on outside bots, and name it here"
    )


def keys_in(value: Json, ids: frozenset[str]) -> set[str]:
    """Return every key of a message that is no id of the scenario's."""
    if isinstance(value, list):
        return set().union(*(keys_in(item, ids) for item in value))
    if isinstance(value, dict):
        return {key for key in value if key not in ids}.union(*(keys_in(item, ids) for item in value.values()))
    return set()


def test_the_page_names_every_field(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "outside-bots.md").read_text(encoding="utf-8")
    table = game("albania-1942", 1, talker(tmp_path, {"orders": ["dance", "purge nobody", "raid berat"]}))
    for _ in range(14):
        table.end_month()
    table.close()
    messages: list[Json] = [*told(tmp_path)]
    world = table.world
    tables = (world.regions, world.factions, world.units, world.leaders, world.hazards, world.clauses, world.instruments,
              world.wings, world.patrons, world.congresses, world.meters)  # fmt: skip
    ids = frozenset(thing.id for things in tables for thing in things)
    keys = keys_in(messages, ids)
    assert len(keys) > 100
    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []


def test_the_bounds_are_told() -> None:
    world, _ = opened("four-valleys")
    limits = hello(world, HILL, read_command(f"cmd:{sys.executable}", 2.5))["limits"]
    assert isinstance(limits, dict)
    assert (limits["milliseconds"], limits["first_milliseconds"]) == (2500, 7500)


# --- which program


def test_a_command_is_split_into_words_and_survives_the_way_to_another_process() -> None:
    found = read_command(f"cmd:{sys.executable} 'a b' $HOME", 3)
    assert found.words == (sys.executable, "a b", "$HOME")
    again = pickle.loads(pickle.dumps(found))  # noqa: S301 - our own bytes
    assert isinstance(again, Command)
    assert (again, again.words, again.seconds) == (found, found.words, 3)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("cmd:", "names no program"),
        ("cmd:''", "names no program"),
        ("cmd:'python3", "close what you quote"),
        ("cmd:/no/such/thing x", "no program `/no/such/thing` that can be run"),
        ("cmd:a\0b", "names no program"),
    ],
)
def test_what_cannot_be_a_command_is_said(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"cmd:|program") as refused:
        read_command(text)
    assert said in str(refused.value)


def test_a_text_is_no_command(tmp_path: Path) -> None:
    """Whatever a save or a scenario calls a bot: nothing is run, and the ordinary bot plays."""
    world, document = opened("four-valleys")
    mark = tmp_path / "mark"
    text = f"cmd:{sys.executable} -c \"open({str(mark)!r}, 'w')\""
    table = Table.open(world, document, [], seed=7, bots={HILL: text, STAR: "outside"})
    ordinary = Table.open(world, document, [], seed=7)
    assert [notice.kind for notice in table.notices] == ["bot_unknown", "outside_away"]
    assert table.end_month().orders == ordinary.end_month().orders
    table.close()
    assert not mark.exists()
