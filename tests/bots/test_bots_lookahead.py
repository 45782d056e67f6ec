"""An expert tries its plans before it chooses: within a bound of months, with no clock, and to some purpose."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from views_kit import SEED, in_play, played, world_of

from lanc_game import bots
from lanc_game.bots import Choice, bot_key, choose, lookahead, movement
from lanc_game.bots.choose import LEVELS, ORDINARY
from lanc_game.bots.lookahead import DEPTH, LEFT_OUT, MONTHS, PRESSED, Plan
from lanc_game.bots.plan import Mind, Temper
from lanc_game.bots.worth import worth
from lanc_game.engine.legal import accept, cost
from lanc_game.engine.names import Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.state import Offer, State
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import View, view_of
from lanc_game.engine.world import SLOTS, World
from lanc_game.language import TABLES
from lanc_game.simulate.paired import compare
from lanc_game.workshop.load import load

SCENARIOS = Path(__file__).parents[2] / "scenarios"
HILL, STAR, CROWN = 0, 1, 2
SMALL = [("four-valleys", 3), ("two-banners", 0), ("two-banners", 5), ("two-banners", 9)]
KEYS = range(40)
GIFT = """
extends: four-valleys
scenario: {{id: gift, title: A gift, summary: One answer is plainly better than the other.}}
events:
  gift:
    title: A gift
    text: Take it or lose by it.
    note: Invented.
    when: {{not: {{all: []}}}}
    choosers: [hill]
    options:
      {options}
    default: bad
"""
GOOD = "good: {text: Take it, cost: nothing, weight: 1, effects: [{gain: standing, faction: hill, by: 40}]}"
BAD = "bad: {text: Lose by it, cost: your name, weight: 1000, effects: [{gain: standing, faction: hill, by: -12}]}"


def views() -> list[View]:
    """Return what every side knows in some positions of small wars, and some sides in one of the long war."""
    found = [
        view_of(world_of(name), played(name, months), side)
        for name, months in SMALL
        for side in in_play(world_of(name), played(name, months))
    ]
    world, state = world_of("albania-1942"), played("albania-1942", 8)
    return found + [view_of(world, state, world.faction_index[name]) for name in ("bk", "gov", "italy")]


def chosen(view: View, bot: str = "expert") -> list[Choice]:
    return choose(view, bot, bot_key(view.world, SEED, view.faction))


@pytest.fixture
def months(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows by the turn of every month that is imagined."""
    played_out: list[int] = []

    def counted(world: World, state: State, orders: list[list[Order]], key: int) -> State:
        played_out.append(state.turn)
        return resolve(world, state, orders, key)

    monkeypatch.setattr(lookahead, "resolve", counted)
    return played_out


# --- what is ordered


def test_an_experts_orders_are_legal_together_and_carry_reasons() -> None:
    given = 0
    for view in views():
        found = chosen(view)
        orders = [choice.order for choice in found]
        assert [why for _, why in accept(view, orders)] == [None] * len(orders)
        assert len(set(orders)) == len(orders)
        assert sum(cost(view, order) for order in orders) <= view.free_cadres
        for choice in found:
            assert choice.reason in TABLES["reason"]
            assert choice.score > 0
        given += len(found)
    assert given > 40


def test_looking_ahead_changes_what_is_ordered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LEVELS, "steady", LEVELS["expert"]._replace(ahead=False))
    changed = [
        view
        for view in views()
        if {choice.order for choice in chosen(view)} != {choice.order for choice in chosen(view, "steady@")}
    ]
    assert len(changed) > len(views()) // 4


def test_an_order_is_told_with_what_it_weighed_and_not_how_far_a_plan_pressed_it() -> None:
    view = view_of(world_of("two-banners"), played("two-banners", 5), HILL)
    mind = Mind(view, 1, LEVELS["expert"])
    movement.consider(mind)
    ordinary = Plan({}, ()).orders(mind)
    verb = next(
        choice.order.verb for choice in mind.choices if choice.order.verb not in {c.order.verb for c in ordinary}
    )
    pressed = Plan({verb: 100 * PRESSED}, ()).orders(mind)
    assert verb in {choice.order.verb for choice in pressed}
    assert set(pressed) <= set(mind.choices)
    gone = ordinary[0].order.verb
    left_out = Plan({gone: LEFT_OUT}, ()).orders(mind)
    assert left_out
    assert gone not in {choice.order.verb for choice in left_out}


# --- how far it looks


def test_the_months_imagined_are_bounded(months: list[int]) -> None:
    most = 0
    for view in views():
        months.clear()
        chosen(view)
        assert len(months) <= MONTHS + DEPTH - 1
        assert all(view.turn <= month < view.turn + DEPTH for month in months)
        most = max(most, len(months))
    assert most > MONTHS // 2, "or the bound binds nobody"


@pytest.mark.parametrize("bound", [0, 1, 9])
def test_the_bound_is_a_number_of_months(months: list[int], bound: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookahead, "MONTHS", bound)
    view = view_of(world_of("two-banners"), played("two-banners", 5), HILL)
    found = chosen(view)
    assert len(months) == max(1, -(-bound // DEPTH)) * DEPTH
    if bound <= DEPTH:  # one plan, the ordinary one
        monkeypatch.setitem(LEVELS, "steady", LEVELS["expert"]._replace(ahead=False))
        assert found == choose(view, "steady@", bot_key(view.world, SEED, HILL))


def test_who_is_not_judged_has_nothing_to_look_ahead_for(months: list[int]) -> None:
    world, state = world_of("albania-1942"), played("albania-1942", 8)
    unjudged = [side for side in in_play(world, state) if not world.factions[side].measures]
    assert unjudged
    for side in unjudged:
        chosen(view_of(world, state, side))
    assert months == []


@pytest.mark.parametrize("bot", ["novice", "regular", "random", "waiter"])
def test_nobody_else_looks_ahead(bot: str, months: list[int]) -> None:
    for view in views():
        chosen(view, bot)
    assert months == []


def test_no_bot_can_ask_a_clock_or_chance() -> None:
    home = Path(bots.__file__).parent
    used: set[str] = set()
    for path in home.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                used |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                used.add(str(node.module))
    others = {name for name in used if not name.startswith("lanc_game.")}
    assert others <= {"collections.abc", "dataclasses", "functools", "hashlib", "typing"}


def digest_of_choices() -> str:
    """Return what experts order in a few positions, as text."""
    lines = [
        str([tuple(choice.order) for choice in chosen(view_of(world_of(name), played(name, months), side))])
        for name, months in SMALL[:3]
        for side in (HILL, STAR, CROWN)
    ]
    return "\n".join(lines)


def test_hash_seeds_change_nothing() -> None:
    here = Path(__file__).parent
    said = []
    for seed in ("1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(here)}
        script = "import test_bots_lookahead as test; print(test.digest_of_choices())"
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=True, cwd=here
        )
        said.append(done.stdout.strip())
    assert said == [digest_of_choices()] * 2


# --- to what purpose


@pytest.mark.parametrize("options", [(GOOD, BAD), (BAD, GOOD)], ids=["the good first", "the bad first"])
def test_where_one_answer_is_plainly_better_an_expert_gives_it(options: tuple[str, str], tmp_path: Path) -> None:
    file = tmp_path / "gift.yaml"
    file.write_text(GIFT.format(options="\n      ".join(options)), encoding="utf-8")
    loaded = load(file)
    assert loaded.world is not None, loaded.reports
    world = loaded.world
    event = next(i for i, found in enumerate(world.events) if found.id == "gift")
    good = [option.id for option in world.events[event].options].index("good")
    state = begin(world, 1)
    state.offers = [Offer(event, HILL, 0, 3)]
    answers = {"regular": set[int](), "expert": set[int]()}
    for key in range(4):
        for bot, given in answers.items():
            found = choose(view_of(world, state, HILL), bot, key)
            answer = next(choice for choice in found if choice.order.verb is Verb.DECIDE)
            given.add(answer.order.args[1])
            if bot == "expert":
                assert (answer.reason, answer.order.args) == ("looked_ahead", (event, good))
    assert answers == {"regular": {1 - good}, "expert": {good}}


def test_an_expert_does_better_than_a_regular_bot_over_the_same_seeds() -> None:
    loaded = load(SCENARIOS / "four-valleys")
    found = compare(loaded.document, {"star": "expert"}, {"star": ORDINARY}, world=loaded.world, games=12).of(STAR)
    assert found.difference.mean > 0, found.text()
    assert found.difference.more > found.difference.less, found.text()


# --- what a position is worth


def test_worth_grows_with_what_one_is_judged_by() -> None:
    world, state = world_of("four-valleys"), begin(world_of("four-valleys"), 1)
    plain = worth(world, state, HILL)
    for change in ("standing", "council", "town", "men"):
        better = state.copy()
        if change == "standing":
            better.standing[HILL] += 10
        elif change == "council":
            better.council[HILL] = 2
        elif change == "town":
            better.town[0] = HILL
        else:
            better.men[SLOTS + 1] += 200
            better.total[1] += 200
        assert worth(world, better, HILL) > plain, change
    spent = state.copy()
    spent.fallen[CROWN] += 50
    assert worth(world, spent, CROWN) < worth(world, state, CROWN)
    last = state.copy()
    last.turn = len(world.turns)
    rich = last.copy()
    rich.arms[HILL] += 500
    assert worth(world, rich, HILL) == worth(world, last, HILL), "means are worth nothing when there is no month left"


def test_beyond_a_measures_bounds_a_little_still_counts() -> None:
    world, state = world_of("four-valleys"), begin(world_of("four-valleys"), 1)
    state.turn = len(world.turns)
    worths = []
    for standing in (60, 80, 100):
        state.standing[HILL] = standing
        worths.append(worth(world, state, HILL))
    assert worths[0] < worths[1] < worths[2]
    state.standing[HILL] = 40
    assert worths[0] - worth(world, state, HILL) > 5 * (worths[1] - worths[0])


# --- the other levels


def test_the_levels_differ_in_thought() -> None:
    assert {
        "novice": Temper(whim=95, forgets=75, nerve=30, shallow=True, ahead=False),
        "regular": Temper(whim=25, forgets=0, nerve=100, shallow=False, ahead=False),
        "expert": Temper(whim=6, forgets=0, nerve=100, shallow=False, ahead=True),
        "historical": Temper(whim=25, forgets=0, historical=True),
    } == LEVELS


def test_a_novice_leaves_candidates_out_and_not_always_the_same() -> None:
    view = view_of(world_of("two-banners"), played("two-banners", 5), HILL)
    plain = Temper(whim=0, forgets=0)
    whole = Mind(view, 1, plain)
    movement.consider(whole)
    every = {choice.order for choice in whole.choices}
    kept: list[set[Order]] = []
    for key in KEYS:
        mind = Mind(view, key, plain._replace(forgets=LEVELS["novice"].forgets))
        movement.consider(mind)
        kept.append({choice.order for choice in mind.choices if choice.reason != "keep_ground"})
        assert kept[-1] <= every
    share = 100 * sum(map(len, kept)) // (len(kept) * len(every))
    assert 15 <= share <= 40, share
    assert len({frozenset(orders) for orders in kept}) > len(kept) // 2


def test_a_novice_dares_at_odds_that_others_shun() -> None:
    view = view_of(world_of("two-banners"), played("two-banners", 5), STAR)
    bold = {level: Mind(view, 1, temper).boldness for level, temper in LEVELS.items()}
    assert bold == {"novice": 140 * 30 // 100, "regular": 140, "expert": 140, "historical": 140}
