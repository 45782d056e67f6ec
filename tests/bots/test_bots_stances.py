"""How a side behaves in which situation, what it never does, and how long it keeps its word."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from views_kit import ordered, played, world_of

from lanc_game.bots import Choice, bot_key, choose
from lanc_game.bots.stances import doctrine_now, taboo
from lanc_game.engine.doctrine import KEEP, Taboo
from lanc_game.engine.names import Policy, Relation, Reprisals, Requisition, Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.state import Letter, Offer, Seen, Sight, State, Treaty
from lanc_game.engine.texts import Text
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import view_of
from lanc_game.engine.world import NOBODY, SLOTS, World
from lanc_game.workshop.load import load

HILL, STAR, CROWN = 0, 1, 2
HARBOUR, MOUNTAIN, PLAIN, WOODS = range(4)
TRUCE, OATH = 0, 1
SEEDS = range(12)
SITUATIONS = """
extends: four-valleys
scenario: {id: situations, title: Situations, summary: Who does what when.}
stances:
  hill:
    many: {name: is strong, when: {men: {of: hill}, at_least: 500}, verbs: {raid: 50, agitate: 0}, boldness: 300}
    some: {name: is not weak, when: {men: {of: hill}, at_least: 100}, verbs: {raid: 200}, caution: 10, patience: 0, leave: 5}
    alone: {name: sees nobody, when: {men: {of: crown, in: woods}, at_most: 0}}
  star:
    always: {name: is itself, verbs: {raid: 50, organise: 250}}
  crown:
    hit: {name: strikes back, when: {heat: {of: hill}, at_least: 100}, reprisals: harsh, requisition: heavy}
    calm: {name: keeps quiet, reprisals: none}
"""


@pytest.fixture(scope="session")
def situations(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return four valleys in which every side has stances."""
    file = tmp_path_factory.mktemp("stances") / "situations.yaml"
    file.write_text(SITUATIONS, encoding="utf-8")
    loaded = load(file)
    assert loaded.world is not None, loaded.reports
    return loaded.world


def stance(world: World, state: State, side: int) -> str:
    """Return which stance a side takes, by its name in the scenario; empty for its ordinary character."""
    now = doctrine_now(view_of(world, state, side))
    return next((found.id for found in world.factions[side].doctrine.stances if found.doctrine is now), "")


def with_men(state: State, side: int, region: int, slot: int, men: int) -> State:
    """Return a position in which a side has so many men in a region, all in one slot, and nobody elsewhere."""
    new = state.copy()
    first, last = side * new.region_count, (side + 1) * new.region_count
    new.men[first * SLOTS : last * SLOTS] = [0] * ((last - first) * SLOTS)
    new.total[first:last] = [0] * (last - first)
    new.men[(first + region) * SLOTS + slot] = new.total[first + region] = men
    return new


# --- which stance


@pytest.mark.parametrize(("men", "wanted"), [(900, "many"), (500, "many"), (499, "some"), (100, "some"), (99, "alone")])
def test_the_first_that_fits_is_taken(situations: World, men: int, wanted: str) -> None:
    assert stance(situations, with_men(begin(situations, 1), HILL, MOUNTAIN, 1, men), HILL) == wanted


def test_what_fits_is_judged_by_what_is_known(situations: World) -> None:
    state = with_men(begin(situations, 1), HILL, HARBOUR, 0, 5)
    assert state.total[CROWN * 4 + WOODS] > 0
    state.sights[HILL * 4 + WOODS] = Sight(-1, 0, (), (), (), 0)
    assert stance(situations, state, HILL) == "alone"
    state.sights[HILL * 4 + WOODS] = Sight(0, 1, (Seen(CROWN, 400, 240, 0, hidden=False),), (0,) * 3, (0,) * 3, 0)
    assert stance(situations, state, HILL) == "", "none fits: the ordinary character"
    state.men[(CROWN * 4 + WOODS) * SLOTS : (CROWN * 4 + WOODS + 1) * SLOTS] = [0] * SLOTS
    state.total[CROWN * 4 + WOODS] = 0
    assert stance(situations, state, HILL) == "", "that they have left is not known"


def test_a_side_without_stances_has_its_ordinary_character() -> None:
    world = world_of("two-banners")
    view = view_of(world, begin(world, 1), HILL)
    assert doctrine_now(view) is world.factions[HILL].doctrine


def test_weights_multiply_and_the_other_numbers_replace(situations: World) -> None:
    many, some = (situations.factions[HILL].doctrine.stances[i].doctrine for i in (0, 1))
    assert (many.verbs[Verb.RAID], many.verbs[Verb.AGITATE], many.verbs[Verb.ORGANISE]) == (50, 0, 100)
    assert (many.boldness, many.caution, many.patience, many.leave) == (300, 100, 50, 50)
    assert (some.boldness, some.caution, some.patience, some.leave) == (100, 10, 0, 5)
    star = situations.factions[STAR].doctrine
    always = star.stances[0].doctrine
    assert (star.verbs[Verb.RAID], star.verbs[Verb.ATTACK]) == (60, 60)
    assert (always.verbs[Verb.RAID], always.verbs[Verb.ATTACK], always.verbs[Verb.ORGANISE]) == (30, 60, 250)
    assert (always.boldness, always.patience) == (star.boldness, star.patience) == (140, 70)
    assert always.regions == star.regions
    assert always.policies == (KEEP, KEEP)


def test_what_weighs_nothing_is_not_ordered(situations: World) -> None:
    given: dict[str, set[Verb]] = {"many": set(), "some": set()}
    for men, name in ((900, "many"), (400, "some")):
        state = with_men(begin(situations, 1), HILL, MOUNTAIN, 1, men)
        assert stance(situations, state, HILL) == name
        state.council[MOUNTAIN * 3 + HILL] = 3
        state.cadres[HILL] = 9
        for key in SEEDS:
            given[name] |= {choice.order.verb for choice in choose(view_of(situations, state, HILL), "regular", key)}
    assert Verb.AGITATE not in given["many"]
    assert Verb.AGITATE in given["some"]


def test_every_stance_of_the_long_war_is_made_of_the_ordinary_character() -> None:
    world = world_of("albania-1942")
    stances = [(side.doctrine, found) for side in world.factions for found in side.doctrine.stances]
    assert {side.id for side in world.factions if side.doctrine.stances} >= {"lnc", "bk", "italy"}
    for plain, found in stances:
        assert found.doctrine.regions == plain.regions
        assert found.doctrine.honour == plain.honour
        assert not found.doctrine.stances, "a stance has none of its own"
        for language in ("en", "sq"):
            assert found.name.get(language)


# --- standing instructions


def policies(world: World, state: State) -> list[Choice]:
    found = choose(view_of(world, state, CROWN), "regular", 1)
    return [choice for choice in found if choice.order.verb is Verb.POLICY]


def test_instructions_go_with_the_stance(situations: World) -> None:
    state = begin(situations, 1)
    first = policies(situations, state)
    assert [(choice.order.args, choice.reason) for choice in first] == [
        ((Policy.REPRISALS, Reprisals.NONE), "by_stance")
    ]
    state = resolve(situations, state, [[], [], [choice.order for choice in first]], 1)
    assert state.policy[CROWN * 2 + Policy.REPRISALS] == Reprisals.NONE
    assert stance(situations, state, CROWN) == "calm"
    assert policies(situations, state) == [], "what is so already is not ordered again"
    state.heat[WOODS * 3 + HILL] = 200
    state.sights[CROWN * 4 + WOODS] = Sight(0, 1, (), (500, 100, 0), (0,) * 3, 0)
    assert stance(situations, state, CROWN) == "hit"
    assert [choice.order.args for choice in policies(situations, state)] == [
        (Policy.REPRISALS, Reprisals.HARSH), (Policy.REQUISITION, Requisition.HEAVY),
    ]  # fmt: skip


# --- taboos


def never(world: World, side: int, *taboos: tuple[Verb, int]) -> World:
    """Return a world in which a side would never give some orders."""
    made = tuple(Taboo(verb, against, Text("cousins")) for verb, against in taboos)
    return with_doctrine(world, side, taboos=made)


def with_doctrine(world: World, side: int, **more: object) -> World:
    plain = world.factions[side]
    changed = replace(plain, doctrine=replace(plain.doctrine, **more))  # type: ignore[arg-type]
    return replace(world, factions=tuple(changed if i == side else other for i, other in enumerate(world.factions)))


def verbs_of(world: World, states: Sequence[State], side: int, bot: str = "regular") -> set[Verb]:
    return {
        choice.order.verb
        for state in states
        for key in SEEDS
        for choice in choose(view_of(world, state, side), bot, key)
    }


@cache
def war() -> tuple[State, ...]:
    return tuple(played("two-banners", months) for months in (0, 3, 6))


@pytest.mark.parametrize("bot", ["novice", "regular"])
def test_a_taboo_without_a_side_is_never_ordered_at_all(bot: str) -> None:
    world = world_of("two-banners")
    usual = verbs_of(world, war(), HILL, bot)
    assert {Verb.RAID, Verb.ORGANISE} <= usual
    kept = verbs_of(never(world, HILL, (Verb.RAID, NOBODY)), war(), HILL, bot)
    assert Verb.RAID not in kept
    assert Verb.ORGANISE in kept
    assert Verb.RAID in verbs_of(never(world, STAR, (Verb.RAID, NOBODY)), war(), HILL, bot), (
        "that of others binds nobody"
    )


def test_a_taboo_against_a_side_spares_that_one_only() -> None:
    world = world_of("two-banners")
    state = begin(world, 5)
    raid = Order(Verb.RAID, (MOUNTAIN,))
    for holder, other in ((CROWN, STAR), (STAR, CROWN)):
        state.town[MOUNTAIN] = holder
        seen = (Seen(holder, 300, 200, 200, hidden=False),)
        state.sights[HILL * 4 + MOUNTAIN] = Sight(0, 2, seen, (0, 0, 0), (0, 0, 0), 0)
        spared = view_of(never(world, HILL, (Verb.RAID, holder)), state, HILL)
        struck = view_of(never(world, HILL, (Verb.RAID, other)), state, HILL)
        assert (taboo(spared, raid), taboo(struck, raid)) == (True, False)
        assert not taboo(spared, Order(Verb.RECRUIT, (MOUNTAIN,)))
    cousins = view_of(never(world, CROWN, (Verb.ATTACK, HILL)), state, CROWN)
    assert taboo(cousins, Order(Verb.ATTACK, (WOODS, HILL)))
    assert not taboo(cousins, Order(Verb.ATTACK, (WOODS, STAR)))


def test_words_can_be_taboo_as_well_as_deeds() -> None:
    """An offer that the Star would sign, a month in which it would write: with the Hills it does neither."""
    world = world_of("two-banners")
    state = begin(world, 5)
    state.letters = [Letter(TRUCE, HILL, STAR, (), 0)]
    silent = never(world, STAR, (Verb.ACCEPT, HILL), (Verb.PROPOSE, HILL))
    usual = verbs_of(world, [state], STAR)
    assert Verb.ACCEPT in usual
    assert Verb.PROPOSE in verbs_of(world, [begin(world, 5)], STAR)
    kept = verbs_of(silent, [state, begin(world, 5)], STAR)
    assert not {Verb.ACCEPT, Verb.PROPOSE} & kept
    assert Verb.REFUSE in kept
    assert Verb.ACCEPT in verbs_of(never(world, STAR, (Verb.ACCEPT, CROWN)), [state], STAR)


@pytest.mark.parametrize("bot", ["regular", "expert"])
def test_nor_does_anybody_answer_or_instruct_against_a_taboo(bot: str, situations: World) -> None:
    world = world_of("two-banners")
    event = next(i for i, found in enumerate(world.events) if found.patron >= 0)
    state = begin(world, 5)
    state.offers = [Offer(event, HILL, 0, 2)]
    for shown, wanted in ((world, True), (never(world, HILL, (Verb.REPLY, NOBODY)), False)):
        found = {choice.order.verb for choice in choose(view_of(shown, state, HILL), bot, 1)}
        assert (Verb.REPLY in found) is wanted
    firm = never(situations, CROWN, (Verb.POLICY, NOBODY))
    found = {choice.order.verb for choice in choose(view_of(firm, begin(firm, 1), CROWN), bot, 1)}
    assert found
    assert Verb.POLICY not in found


# --- a word given


def sworn(months_ago: int) -> State:
    """Return a position in which the Star has long had nothing but strain from its oath."""
    state = played("two-banners", 4).copy()
    state.turn = 14
    state.treaties = [Treaty(OATH, HILL, STAR, (0, 0), 14 - months_ago)]
    state.strain[state.pair(HILL, STAR)] = 70
    for a, b in ((HILL, STAR), (STAR, HILL)):
        state.relation[a * 3 + b] = Relation.ALLIED
    return state


@pytest.mark.parametrize(
    ("honour", "months", "breaks"),
    [(0, 0, True), (0, 1, True), (100, 11, False), (100, 12, True), (50, 5, False), (50, 6, True), (10, 1, False),
     (10, 2, True)],
)  # fmt: skip
def test_a_word_is_kept_as_long_as_honour_says(honour: int, months: int, *, breaks: bool) -> None:
    world = with_doctrine(world_of("two-banners"), STAR, honour=honour)
    found = choose(view_of(world, sworn(months), STAR), "regular", bot_key(world, 5, STAR))
    assert ("a_burden" in [choice.reason for choice in found]) is breaks
    assert (Verb.DENOUNCE in [choice.order.verb for choice in found]) is breaks


def test_whom_a_treaty_does_not_burden_keeps_it_without_honour() -> None:
    world = world_of("two-banners")
    state = sworn(3)
    assert world.factions[HILL].doctrine.honour == 0
    assert Verb.DENOUNCE not in [order.verb for order in ordered(world, state, HILL)]
    state.strain[state.pair(HILL, STAR)] = 10
    assert Verb.DENOUNCE not in [order.verb for order in ordered(world, state, STAR)], "not while it binds loosely"


# --- the page


def test_the_example_of_the_page_is_what_the_page_says(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "writing-scenarios.md").read_text(encoding="utf-8")
    block = next(part for part in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if "taboos:" in part)
    file = tmp_path / "the-cousins.yaml"
    file.write_text(block, encoding="utf-8")
    loaded = load(file)
    assert loaded.world is not None, loaded.reports
    assert loaded.reports == ()
    world = loaded.world
    state = begin(world, 1)
    assert stance(world, state, CROWN) == "easy"
    plain = world.factions[STAR].doctrine
    assert plain.honour == 50
    assert {(found.verb, found.against) for found in plain.taboos} == {(Verb.ATTACK, HILL), (Verb.SABOTAGE, NOBODY)}
    assert stance(world, state, STAR) == ""
    state.turn = 9
    assert stance(world, state, STAR) == "winter"
    assert doctrine_now(view_of(world, state, STAR)).verbs[Verb.RAID] == 30
    assert stance(world, with_men(state, STAR, WOODS, 1, 120), STAR) == "cornered"
