"""No bot reads the position: whatever differs behind a side's back, its bot gives the same orders for the same reasons."""

import ast
import inspect
from pathlib import Path

import pytest
from views_kit import FIXED, SEED, SHOWN, changed, differences, in_play, played, with_other_secrets, world_of

from lanc_game import bots
from lanc_game.bots import BOTS, bot_key, choose
from lanc_game.bots.belief import believe, glance
from lanc_game.bots.stances import doctrine_now
from lanc_game.engine.state import State
from lanc_game.engine.view import View, view_of

HOME = Path(bots.__file__).parent
POSITIONS = [("two-banners", 4), ("two-banners", 9), ("albania-1942", 5), ("albania-1942", 13)]
INSISTING = {"two-banners": "regular@land=divided", "albania-1942": "regular@mukje=never"}
MAY_IMAGINE = {"belief.py", "worth.py", "lookahead.py"}  # a position made up from a view, never the one that is played
SEEN_BY_ALL = {  # what a view holds whole: nobody has secrets in it
    "status", "standing", "relation", "town", "country", "stigma", "signable", "cut", "wire", "idle", "hazard", "held",
    "seats", "leader_fate", "wing_side", "feuds", "turn", "over", "faction_count", "region_count",
}  # fmt: skip


def twins(scenario: str, months: int, side: int) -> tuple[View, View]:
    """Return two views that are equal, of positions that are not."""
    world, state = world_of(scenario), played(scenario, months)
    other = with_other_secrets(world, state, side)
    assert state.digest() != other.digest()
    one, two = view_of(world, state, side), view_of(world, other, side)
    assert differences(one, two) == []
    return one, two


def sides(scenario: str, months: int) -> list[int]:
    return list(in_play(world_of(scenario), played(scenario, months)))


# --- the measure itself


def test_the_measure_sees_a_difference() -> None:
    world, state = world_of("two-banners"), played("two-banners", 4)
    seen = state.copy()
    seen.arms[0] += 1
    seen.town[2] = -1
    seen.relation[1] = 3 - seen.relation[1]
    assert {"arms", "town", "relation"} <= set(differences(view_of(world, state, 0), view_of(world, seen, 0)))
    assert set(SHOWN) | set(FIXED) | {"world"} <= set(View.__slots__)


def test_everything_that_can_be_secret_is_otherwise() -> None:
    found: set[str] = set()
    for scenario, months in POSITIONS:
        world, state = world_of(scenario), played(scenario, months)
        for side in sides(scenario, months):
            found |= changed(state, with_other_secrets(world, state, side))
    assert found == set(State.__slots__) - SEEN_BY_ALL, "change it in views_kit.py, or name it as seen by all"


# --- equal views, equal choices


@pytest.mark.parametrize(("scenario", "months"), POSITIONS)
@pytest.mark.parametrize("bot", [*sorted(set(BOTS) - {"expert"}), "insisting"])
def test_what_is_not_known_changes_no_choice(scenario: str, months: int, bot: str) -> None:
    name = INSISTING[scenario] if bot == "insisting" else bot
    given = 0
    for side in sides(scenario, months):
        one, two = twins(scenario, months, side)
        key = bot_key(one.world, SEED, side)
        first, second = choose(one, name, key), choose(two, name, key)
        assert first == second  # orders, scores, reasons and weights
        given += len(first)
    assert given


@pytest.mark.parametrize(
    ("scenario", "months", "names"),
    [
        ("two-banners", 4, ("hill", "star", "crown")),
        ("albania-1942", 5, ("bk", "italy")),
        ("albania-1942", 13, ("lnc",)),
    ],
)
def test_not_even_an_experts_imagination_knows_more(scenario: str, months: int, names: tuple[str, ...]) -> None:
    for side in (world_of(scenario).faction_index[name] for name in names):
        one, two = twins(scenario, months, side)
        key = bot_key(one.world, SEED, side)
        first = choose(one, "expert", key)
        assert first
        assert first == choose(two, "expert", key)


@pytest.mark.parametrize(("scenario", "months"), POSITIONS)
def test_two_who_know_the_same_believe_the_same(scenario: str, months: int) -> None:
    for side in sides(scenario, months):
        one, two = twins(scenario, months, side)
        assert believe(one).digest() == believe(two).digest()
        assert glance(one).digest() == glance(two).digest()
        assert doctrine_now(one) == doctrine_now(two)


@pytest.mark.parametrize("bot", sorted(BOTS))
def test_thinking_leaves_a_view_as_it_was(bot: str) -> None:
    world, state = world_of("two-banners"), played("two-banners", 4)
    before = state.digest()
    for side in sides("two-banners", 4):
        view = view_of(world, state, side)
        key = bot_key(world, SEED, side)
        first = choose(view, bot, key)
        assert differences(view, view_of(world, state, side)) == []
        assert choose(view, bot, key) == first, "what it thought before is no reason"
    assert state.digest() == before


# --- what the source says


def functions() -> list[tuple[str, ast.FunctionDef]]:
    """Return every function of the bots with its file."""
    return [
        (path.name, node)
        for path in sorted(HOME.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]


def takes_a_state(function: ast.FunctionDef) -> bool:
    args = function.args
    every = [*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg]
    return any(arg and arg.annotation and "State" in ast.unparse(arg.annotation) for arg in every)


def test_only_an_imagined_position_is_ever_handed_about() -> None:
    found = [(file, function.name) for file, function in functions() if takes_a_state(function)]
    assert {file for file, _ in found} == MAY_IMAGINE
    public = [(file, name) for file, name in found if not name.startswith("_")]
    assert public == [("worth.py", "worth")]


def test_a_bot_is_asked_with_a_view_a_name_and_a_key() -> None:
    assert [(p.name, p.annotation) for p in inspect.signature(choose).parameters.values()] == [
        ("view", View), ("bot", str), ("key", int),
    ]  # fmt: skip
    for bot in BOTS.values():
        assert len(inspect.signature(bot).parameters) == 2


def test_only_imagination_plays_months_and_only_belief_opens_a_position() -> None:
    allowed = {"resolve": {"lookahead.py"}, "view_of": {"lookahead.py"}, "observe": {"lookahead.py"},
               "opening": {"belief.py"}, "begin": set[str]()}  # fmt: skip
    for name, files in allowed.items():
        found = {
            path.name
            for path in HOME.glob("*.py")
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom) and any(alias.name == name for alias in node.names)
        }
        assert found == files, name
