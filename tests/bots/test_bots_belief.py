"""What a bot believes holds all that it knows, and adds nothing to what it has seen."""

from functools import cache

import pytest
from views_kit import differences, in_play, played, world_of

from lanc_game.bots.belief import believe, glance
from lanc_game.engine.formulas import strength
from lanc_game.engine.legal import legal
from lanc_game.engine.names import Relation
from lanc_game.engine.state import Seen, Sight, State, Treaty
from lanc_game.engine.view import View, view_of
from lanc_game.engine.world import SLOTS

POSITIONS = [
    ("four-valleys", 0), ("four-valleys", 6), ("two-banners", 1), ("two-banners", 6), ("two-banners", 10),
    ("albania-1942", 0), ("albania-1942", 8), ("albania-1942", 14),
]  # fmt: skip
MAY_BE_MINUS_ONE = {  # nobody, nowhere, never
    "judged", "fired", "answer", "town", "country", "wing_side", "leader_region", "held", "signed_at", "ended_at",
}  # fmt: skip
RECORDS = {"works", "operations", "offers", "sights", "treaties", "letters", "vows", "tasks", "rumours"}
HILL, STAR, CROWN = 0, 1, 2
WOODS = 3


@cache
def views(scenario: str, months: int) -> tuple[View, ...]:
    """Return what each side in the war knows of a position."""
    world, state = world_of(scenario), played(scenario, months)
    return tuple(view_of(world, state, side) for side in in_play(world, state))


def lists_of(state: State) -> dict[str, list[int]]:
    """Return every list of plain numbers of a position."""
    found = {slot: getattr(state, slot) for slot in State.__slots__ if slot not in RECORDS}
    return {slot: held for slot, held in found.items() if isinstance(held, list)}


@pytest.mark.parametrize(("scenario", "months"), POSITIONS)
def test_what_is_believed_looks_as_what_is_known(scenario: str, months: int) -> None:
    for view in views(scenario, months):
        imagined = view_of(view.world, believe(view), view.faction)
        assert differences(view, imagined) == []
        assert legal(imagined) == legal(view)
        assert differences(view, view_of(view.world, glance(view), view.faction)) == []


@pytest.mark.parametrize(("scenario", "months"), POSITIONS)
def test_as_many_stand_there_as_were_seen_and_nobody_else(scenario: str, months: int) -> None:
    seen_somewhere = 0
    for view in views(scenario, months):
        believed = believe(view)
        for region, sight in enumerate(view.sights):
            seen = {force.faction: force.men for force in sight.forces}
            seen_somewhere += len(seen)
            for side in range(believed.faction_count):
                place = side * believed.region_count + region
                wanted = view.total[region] if side == view.faction else seen.get(side, 0)
                assert (believed.total[place], sum(believed.row(place))) == (wanted, wanted)
    assert seen_somewhere


@pytest.mark.parametrize(("scenario", "months"), POSITIONS)
def test_nothing_believed_is_less_than_nothing(scenario: str, months: int) -> None:
    for view in views(scenario, months):
        lists = lists_of(believe(view))
        assert len(lists) > 40
        for name, held in lists.items():
            assert min(held, default=0) >= (-1 if name in MAY_BE_MINUS_ONE else 0), name


@pytest.mark.parametrize(("scenario", "months"), POSITIONS)
def test_a_belief_has_the_shape_of_a_position(scenario: str, months: int) -> None:
    shape = {name: len(held) for name, held in lists_of(played(scenario, months)).items()}
    for view in views(scenario, months):
        assert {name: len(held) for name, held in lists_of(believe(view)).items()} == shape


# --- what is filled in


def seeing(*forces: Seen) -> View:
    """Return what the Star knows in the first month, having seen some forces in the woods."""
    state = played("two-banners", 0).copy()
    state.sights[STAR * state.region_count + WOODS] = Sight(0, 2, forces, (0, 0, 0), (0, 0, 0), 0)
    return view_of(world_of("two-banners"), state, STAR)


@pytest.mark.parametrize("mobile", [0, 150, 300, 600])
def test_men_seen_are_split_between_walls_and_columns_as_their_strength_was(mobile: int) -> None:
    view = seeing(Seen(CROWN, 800, 600, mobile, hidden=False))
    believed, world = believe(view), view.world
    row = believed.row(CROWN * believed.region_count + WOODS)
    assert sum(row) == 800
    rove = [slot in world.roving[CROWN] for slot in range(SLOTS)]
    free = strength(row, world.strengths[CROWN], [slot for slot in range(SLOTS) if rove[slot]], world.rules)
    every = strength(row, world.strengths[CROWN], range(SLOTS), world.rules)
    assert abs(free * 600 - mobile * every) <= 600 * world.strengths[CROWN][0] // 50, (
        "in proportion, but for a man or two"
    )
    assert (free == 0) == (mobile == 0)
    assert (free == every) == (mobile == 600)


def test_who_was_seen_hiding_is_believed_to_hide() -> None:
    for hidden in (False, True):
        view = seeing(Seen(HILL, 90, 70, 70, hidden=hidden))
        believed = believe(view)
        place = HILL * believed.region_count + WOODS
        assert believed.posture[place] == (3 if hidden else 0)


def test_of_the_unseen_everybody_knows_what_the_scenario_says_and_no_more() -> None:
    opening = played("two-banners", 0)
    for view in views("two-banners", 6):
        believed = believe(view)
        for side in range(3):
            if side != view.faction:
                assert believed.cadres[side] == opening.cadres[side]
                assert believed.arms[side] == opening.arms[side]
    world, state = world_of("two-banners"), played("two-banners", 6).copy()
    state.sights = [Sight(-1, 0, (), (), (), 0)] * len(state.sights)
    believed = believe(view_of(world, state, HILL))
    assert [believed.men_of(side) for side in range(3)] == [state.men_of(HILL), 0, 0]


def test_a_secret_treaty_between_others_is_not_believed() -> None:
    world, state = world_of("albania-1942"), played("albania-1942", 0).copy()
    before = believe(view_of(world, state, 0))
    state.treaties = [Treaty(0, 1, 3, (0,) * len(world.instruments[0].clauses), 0, public=False)]
    assert believe(view_of(world, state, 0)).digest() == before.digest()
    state.treaties = [state.treaties[0]._replace(public=True)]
    assert believe(view_of(world, state, 0)).treaties == state.treaties


def test_what_alarms_us_has_been_done_by_whom_the_people_there_are_for() -> None:
    world, state = world_of("two-banners"), played("two-banners", 0).copy()
    people = {HILL: (600, 100, 0), STAR: (100, 600, 0)}
    for doer, sympathy in people.items():
        state.sights[CROWN * state.region_count + WOODS] = Sight(0, 1, (), sympathy, (0, 0, 0), 0)
        state.heat[WOODS * 3 + HILL], state.heat[WOODS * 3 + STAR] = 70, 50
        view = view_of(world, state, CROWN)
        assert [view.relation[side] for side in (HILL, STAR)] == [Relation.WAR] * 2
        heat = believe(view).heat[WOODS * 3 : WOODS * 3 + 3]
        assert heat[doer] == view.alarm[WOODS] == 120
        assert sum(heat) == 120


def test_two_beliefs_share_nothing_that_changes() -> None:
    view = views("two-banners", 6)[0]
    one, two = believe(view), believe(view)
    for name, held in lists_of(one).items():
        held[:] = [n + 1 for n in held]
        assert getattr(two, name) != held or not held
    assert two.digest() == believe(view).digest()
    assert differences(view, view_of(view.world, played("two-banners", 6), view.faction)) == []
