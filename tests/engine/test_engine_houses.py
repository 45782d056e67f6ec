"""Wings: courting, promises, seats, purges, what clauses and causes do to them, and how they walk out with what is theirs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kit import NEVER_TRUE, SEEDS, After, Cause, Figure, Position, Relation, Status, calm, event, ruled, winged

from lanc_game.engine import facts
from lanc_game.engine.checks import Refusal
from lanc_game.engine.conditions import CongressHeld
from lanc_game.engine.effects import WalkOut
from lanc_game.engine.legal import legal_with
from lanc_game.engine.names import Fate, Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.state import Task, Vow
from lanc_game.engine.world import NOBODY, World

HILL, STAR, CROWN = 0, 1, 2
SHEPHERDS, TEACHERS = 0, 1
HARBOUR, MOUNTAIN, PLAIN, WOODS = range(4)
RULES = calm().rules
SURE = ruled(calm(), walk_chance=1000)  # whose grievance outweighs its loyalty by anything leaves this month
APRIL = 1  # no season begins


def home(world: World = SURE) -> Position:
    """Return a position in which the Hills have men and people wherever the Shepherds are at home."""
    position = Position(world, APRIL).purse("hill", arms=90, cadres=9).purse("star", arms=40, cadres=9)
    position.men("hill", "mountain", "band", 301).men("hill", "mountain", "cell", 7)
    position.men("hill", "woods", "band", 99).men("hill", "plain", "band", 55)
    return position.sympathy("mountain", "hill", 61).sympathy("plain", "hill", 33)


def leaving(world: World = SURE) -> Position:
    """Return that position with the Shepherds at odds with their side."""
    return home(world).mood("shepherds", loyalty=20, grievance=60)


# --- courting


def test_courting_ones_own_wing_wins_loyalty_and_soothes() -> None:
    after = home().mood("shepherds", grievance=30).month({"hill": ["court shepherds"]})
    assert after.why_wing(Figure.LOYALTY, "shepherds")[Cause.COURTED] == RULES.court_loyalty
    assert after.why_wing(Figure.GRIEVANCE, "shepherds")[Cause.COURTED] == -RULES.court_grievance
    assert after.one(facts.WingCourted) == (HILL, HILL, -1, SHEPHERDS, RULES.court_loyalty)
    assert after.goodwill("shepherds", "hill") == 0


def test_courting_a_rivals_wing_wins_goodwill_and_stings() -> None:
    after = home().month({"star": ["court shepherds"]})
    at = SHEPHERDS * after.state.faction_count + STAR
    assert after.why(Figure.GOODWILL, at) == {Cause.COURTED: RULES.court_goodwill, Cause.TIME: -RULES.goodwill_fades}
    assert after.why_wing(Figure.GRIEVANCE, "shepherds")[Cause.COURTED] == RULES.court_sting
    assert Cause.COURTED not in after.why_wing(Figure.LOYALTY, "shepherds")
    assert after.one(facts.WingCourted) == (STAR, HILL, -1, SHEPHERDS, RULES.court_goodwill)


def test_whom_we_have_courted_tells_us_its_mind() -> None:
    position = home()
    assert position.view("star").loyalty == position.view("star").grievance == {}
    position.goodwill("shepherds", "star", 1)
    view = position.view("star")
    assert view.loyalty == {SHEPHERDS: position.state.loyalty[SHEPHERDS]}
    assert view.grievance == {SHEPHERDS: position.state.grievance[SHEPHERDS]}
    assert set(position.view("hill").loyalty) == {SHEPHERDS, TEACHERS}
    assert position.view("crown").loyalty == {}


def test_a_wing_that_has_gone_home_before_it_was_found_is_not_courted() -> None:
    position = home()
    position.state.wing_side[SHEPHERDS] = NOBODY
    after = position.month({"star": ["court shepherds"]}, blind=True)
    assert after.failed() == ["wing_gone_home"]
    assert after.goodwill("shepherds", "star") == 0


def test_both_kinds_of_courting_are_foretold() -> None:
    position = home().mood("shepherds", grievance=3)
    assert [(t.key, t.low, t.high) for t in position.forecast("hill", "court shepherds").terms] == [
        ("loyalty", RULES.court_loyalty, RULES.court_loyalty),
        ("grievance", -3, 0),
    ]
    assert [(t.key, t.low) for t in position.forecast("star", "court shepherds").terms] == [
        ("goodwill", RULES.court_goodwill)
    ]


# --- executions


def test_an_execution_embitters_its_wing_and_moves_the_others() -> None:
    after = home().month({"hill": ["purge shepherds"]})
    assert after.why_wing(Figure.GRIEVANCE, "shepherds")[Cause.PURGED] == RULES.purge_grievance
    assert after.why_wing(Figure.GRIEVANCE, "teachers")[Cause.PURGED] == -SURE.wings[TEACHERS].purge > 0
    assert after.moved(Figure.STANDING, Cause.PURGED, "hill") == -RULES.purge_standing
    assert after.one(facts.Purged) == (HILL, -1, -1, SHEPHERDS)


def test_a_wing_that_approves_is_bound_closer() -> None:
    after = home(winged(SURE, "teachers", purge=6)).month({"hill": ["purge shepherds"]})
    assert after.why_wing(Figure.LOYALTY, "teachers")[Cause.PURGED] == 6
    assert Cause.PURGED not in after.why_wing(Figure.GRIEVANCE, "teachers")


def test_fear_and_feuds_come_where_the_wing_is_at_home_and_nowhere_else() -> None:
    after = home().month({"hill": ["purge shepherds"]})  # 500 in the heights, 100 on the plain
    purged = {
        (Figure(f.figure), f.region): f.delta
        for f in after.all(facts.Changed)
        if f.cause == Cause.PURGED and f.figure in (Figure.FEAR, Figure.FEUDS)
    }
    assert purged == {
        (Figure.FEAR, MOUNTAIN): RULES.purge_fear,
        (Figure.FEAR, WOODS): RULES.purge_fear,
        (Figure.FEUDS, MOUNTAIN): RULES.purge_feuds,
        (Figure.FEUDS, WOODS): RULES.purge_feuds,
    }


def test_what_the_scenario_adds_to_an_execution_is_told_under_the_wings_name() -> None:
    after = home().month({"hill": ["purge shepherds"]})
    [lost] = [f for f in after.all(facts.Changed) if f.cause == Cause.EVENT]
    assert (lost.figure, lost.delta, lost.region) == (Figure.SYMPATHY, -40, MOUNTAIN)
    assert SURE.sources[lost.event] == SURE.wings[SHEPHERDS].name


def test_whose_wing_it_no_longer_is_cannot_execute_its_people() -> None:
    position = home()
    position.state.wing_side[SHEPHERDS] = STAR
    after = position.month({"hill": ["purge shepherds"]}, blind=True)
    assert after.failed() == ["not_your_wing"]
    assert after.all(facts.Purged) == []


# --- congresses


def gathered(*seats: str) -> After:
    position = home().council("mountain", "hill", 3).council("plain", "hill", 3).stock()
    return position.month({"hill": [" ".join(("congress gathering", *seats))]})


def test_a_fair_congress_moves_no_wing() -> None:
    after = gathered("fair")
    assert after.moved(Figure.LOYALTY, Cause.SEATS) == after.moved(Figure.GRIEVANCE, Cause.SEATS) == 0
    assert after.one(facts.CongressHeld) == (HILL, -1, -1, 0, (4, 3))
    assert after.state.seats == [3, 4]  # by wing
    assert after.state.held == [APRIL]


def test_seats_over_the_due_please_and_seats_under_it_rankle() -> None:
    after = gathered("teachers=6", "shepherds=1")
    seat = SURE.congresses[0].seat
    assert after.why_wing(Figure.LOYALTY, "teachers")[Cause.SEATS] == 2 * seat
    assert after.why_wing(Figure.GRIEVANCE, "shepherds")[Cause.SEATS] == 2 * seat
    assert Cause.SEATS not in after.why_wing(Figure.GRIEVANCE, "teachers")
    assert Cause.SEATS not in after.why_wing(Figure.LOYALTY, "shepherds")


@pytest.mark.parametrize(
    ("plan", "figures"),
    [
        ("teachers=4 shepherds=3", {Figure.STANDING: 4, Figure.SYMPATHY: 20}),
        ("teachers=5 shepherds=2", {Figure.STANDING: 4}),
        ("teachers=6 shepherds=1", {Figure.STANDING: 4, Figure.STIGMA: 2}),
        ("teachers=7 shepherds=0", {Figure.STANDING: 4, Figure.STIGMA: 2}),
    ],
)
def test_a_congress_has_effects_and_each_outcome_its_own(plan: str, figures: dict[Figure, int]) -> None:
    after = gathered(plan)
    told = [f for f in after.all(facts.Changed) if f.cause == Cause.EVENT]
    assert {Figure(f.figure): f.delta for f in told} == figures
    assert {SURE.sources[f.event] for f in told} == {SURE.congresses[0].title}
    where = {f.region for f in told if f.figure == Figure.SYMPATHY}
    assert where == ({MOUNTAIN, WOODS} if Figure.SYMPATHY in figures else set())


def test_a_congress_is_held_once() -> None:
    again = gathered("fair").then().purse("hill", cadres=9)
    assert again.why("hill", "congress gathering school") == "congress_held"
    after = again.month({"hill": ["congress gathering school"]}, blind=True)
    assert after.all(facts.CongressHeld) == []
    assert after.state.seats == [3, 4]


def test_a_wing_that_has_left_does_not_mind_its_seats() -> None:
    position = home().council("mountain", "hill", 3).council("plain", "hill", 3).stock()
    position.state.wing_side[SHEPHERDS] = STAR
    after = position.month({"hill": ["congress gathering teachers=7"]})
    assert Cause.SEATS not in after.why_wing(Figure.GRIEVANCE, "shepherds")
    assert after.why_wing(Figure.LOYALTY, "teachers")[Cause.SEATS] == 3 * SURE.congresses[0].seat


# --- promises


def test_a_promise_wins_trust_and_falls_due_after_its_months() -> None:
    promise = SURE.promises[0]
    after = home().month({"hill": ["promise pastures shepherds"]})
    assert after.why_wing(Figure.LOYALTY, "shepherds")[Cause.PROMISED] == promise.trust
    assert after.one(facts.Promised) == (HILL, -1, -1, 0, SHEPHERDS)
    assert after.state.vows == [Vow(0, SHEPHERDS, HILL, APRIL + promise.months)]
    for _ in range(promise.months - 1):
        after = after.then().month()
        assert after.all(facts.PromiseJudged) == []
    assert after.then().month().one(facts.PromiseJudged).wing == SHEPHERDS


def test_a_promise_can_be_given_only_in_its_time() -> None:
    world = replace(SURE, promises=(replace(SURE.promises[0], when=CongressHeld(0, 0)), *SURE.promises[1:]))
    early = Position(world).stock()
    assert early.refusal("hill", "promise pastures shepherds") == Refusal("promise_not_ready", about=0)
    assert legal_with(early.view("hill"), Verb.PROMISE) == []
    early.state.held[0] = 0
    late = early.stock()
    assert late.refusal("hill", "promise pastures shepherds") is None
    assert legal_with(late.view("hill"), Verb.PROMISE) == [Order(Verb.PROMISE, (0, SHEPHERDS))]
    assert late.view("star").promisable == [0] * len(world.promises), "others are not told"


def due(world: World = SURE) -> Position:
    position = Position(world, APRIL).mood("shepherds", loyalty=60, grievance=0)
    position.state.vows.append(Vow(0, SHEPHERDS, HILL, APRIL))
    return position


def test_a_kept_promise_is_honoured() -> None:
    after = due().men("hill", "mountain", "band", 300).month()
    assert after.country("mountain") == "hill"
    assert after.why_wing(Figure.LOYALTY, "shepherds")[Cause.PROMISE_KEPT] == SURE.promises[0].honour
    assert after.moved(Figure.GRIEVANCE, Cause.PROMISE_BROKEN) == 0
    assert after.one(facts.PromiseJudged) == (HILL, -1, -1, 0, SHEPHERDS, True)


def test_a_broken_promise_is_a_betrayal() -> None:
    after = due().month()
    assert after.why_wing(Figure.GRIEVANCE, "shepherds")[Cause.PROMISE_BROKEN] == SURE.promises[0].betrayal
    assert after.moved(Figure.LOYALTY, Cause.PROMISE_KEPT) == 0
    assert after.one(facts.PromiseJudged) == (HILL, -1, -1, 0, SHEPHERDS, False)


def test_a_promise_to_a_wing_that_has_left_is_not_judged() -> None:
    position = due()
    position.state.wing_side[SHEPHERDS] = STAR
    assert position.month().all(facts.PromiseJudged) == []


# --- what a month does


def test_a_wing_feels_its_own_causes_while_they_last() -> None:
    held = Position(SURE, APRIL).men("hill", "mountain", "band", 300).men("hill", "woods", "band", 300).month()
    assert held.why_wing(Figure.LOYALTY, "shepherds") == {Cause.PULL: 1}
    assert held.why_wing(Figure.GRIEVANCE, "shepherds") == {Cause.TIME: -RULES.grievance_fades}
    lost = Position(SURE, APRIL).month()
    assert lost.why_wing(Figure.LOYALTY, "shepherds") == {}
    assert lost.why_wing(Figure.GRIEVANCE, "shepherds") == {Cause.TIME: -RULES.grievance_fades, Cause.PULL: 1}
    [pull] = [f for f in lost.all(facts.Changed) if f.cause == Cause.PULL and f.figure == Figure.GRIEVANCE]
    assert SURE.pulls[pull.about].text.en == "strangers on the summer pastures"


def test_a_wing_leaves_its_causes_behind_when_it_leaves() -> None:
    position = Position(SURE, APRIL)
    position.state.wing_side[SHEPHERDS] = STAR
    assert Cause.PULL not in position.month().why_wing(Figure.GRIEVANCE, "shepherds")


def test_a_grievance_that_is_none_does_not_fade() -> None:
    assert Position(SURE, APRIL).mood("teachers", grievance=0).month().why_wing(Figure.GRIEVANCE, "teachers") == {}


@pytest.mark.parametrize(
    ("price", "figure", "by"),
    [(16, Figure.LOYALTY, 2), (15, Figure.LOYALTY, 1), (-16, Figure.GRIEVANCE, 2), (-15, Figure.GRIEVANCE, 1),
     (7, Figure.LOYALTY, 0), (-7, Figure.GRIEVANCE, 0)],
)  # fmt: skip
def test_a_wing_feels_what_its_side_has_signed_by_its_price(price: int, figure: Figure, by: int) -> None:
    prices = tuple((price,) * len(row) if clause == 0 else (0,) * len(row) for clause, row in enumerate(SURE.prices[0]))
    world = ruled(winged(SURE, "teachers", prices=prices, pulls=()), price_per_pull=8)
    after = Position(world, APRIL).bind("oath", "hill", "star", land="courts", command="own").month()
    assert after.why_wing(figure, "teachers").get(Cause.CLAUSE, 0) == by
    other = Figure.GRIEVANCE if figure is Figure.LOYALTY else Figure.LOYALTY
    assert Cause.CLAUSE not in after.why_wing(other, "teachers")


# --- walking out


def test_no_wing_leaves_while_its_grievance_does_not_outweigh_its_loyalty() -> None:
    for seed in SEEDS:
        after = home().mood("shepherds", loyalty=50, grievance=52).month(seed=seed)
        assert after.grievance("shepherds") == after.loyalty("shepherds") == 51
        assert after.all(facts.WingLeft) == []
    assert home().mood("shepherds", loyalty=50, grievance=53).month().all(facts.WingLeft)


def test_the_chance_grows_with_every_point_by_which_grievance_outweighs_loyalty() -> None:
    def leave(over: int) -> int:
        world = ruled(calm(), walk_chance=80, walk_slope=20)
        position = home(winged(world, "shepherds", pulls=())).mood("shepherds", loyalty=20, grievance=21 + over)
        return sum(bool(position.month(seed=seed).all(facts.WingLeft)) for seed in SEEDS)

    assert 0 < leave(1) < leave(20) < len(SEEDS) == leave(46)  # 80 and 20 a point are sure at 46


def test_a_wing_takes_exactly_its_share_of_men_arms_and_people() -> None:
    """Five in ten of the men in the heights and one in ten on the plain, kind by kind, and so much of the arms."""
    after = leaving().month()
    assert after.one(facts.WingLeft) == (HILL, STAR, -1, SHEPHERDS, 150 + 3 + 49 + 5)
    gone = {(f.region, f.slot): f.delta for f in after.all(facts.MenChanged) if f.cause == Cause.WENT_OVER}
    come = {(f.region, f.slot): f.delta for f in after.all(facts.MenChanged) if f.cause == Cause.CAME_OVER}
    cell, band = 0, 1
    assert come == {(MOUNTAIN, cell): 3, (MOUNTAIN, band): 150, (WOODS, band): 49, (PLAIN, band): 5}
    assert gone == {at: -men for at, men in come.items()}
    share = (308 * 500 + 99 * 500 + 55 * 100) // 462
    assert after.moved(Figure.ARMS, Cause.WENT_OVER, "hill") == -(90 * share // 1000)
    assert after.moved(Figure.ARMS, Cause.CAME_OVER, "star") == 90 * share // 1000
    for region, part in (("mountain", 500), ("plain", 100)):
        lost = -after.moved(Figure.SYMPATHY, Cause.WENT_OVER, "hill", region)
        assert lost == (after.sympathy(region, "hill") + lost) * part // 1000 > 0
        assert after.moved(Figure.SYMPATHY, Cause.CAME_OVER, "star", region) == lost
    assert after.state.wing_side == [STAR, HILL]


def test_a_wing_that_has_a_new_house_forgets_and_trusts() -> None:
    after = leaving().month()
    assert after.grievance("shepherds") == 0
    assert after.loyalty("shepherds") == RULES.new_house_loyalty
    assert Cause.NEW_HOUSE in after.why_wing(Figure.LOYALTY, "shepherds")
    assert Cause.NEW_HOUSE in after.why_wing(Figure.GRIEVANCE, "shepherds")


def test_what_its_going_does_is_told_under_its_name() -> None:
    after = leaving().month()
    assert after.why_strain("hill", "star")[Cause.EVENT] == 10
    [fact] = [f for f in after.all(facts.Changed) if f.figure == Figure.STRAIN and f.cause == Cause.EVENT]
    assert SURE.sources[fact.event] == SURE.wings[SHEPHERDS].name


def test_a_wing_founds_the_side_that_it_goes_to() -> None:
    unborn = replace(SURE.factions[STAR], status=Status.UNBORN)
    position = leaving(replace(SURE, factions=(SURE.factions[HILL], unborn, SURE.factions[CROWN])))
    after = position.month()
    assert after.state.status[STAR] == Status.ACTIVE
    assert after.one(facts.StatusChanged) == (STAR, -1, -1, Status.ACTIVE, Status.UNBORN)
    assert after.men("star", "mountain") == 153
    assert after.posture("star", "mountain") == after.posture("hill", "mountain")
    assert after.then().view("star").in_play
    assert after.then().why("star", "hold mountain") == ""


def test_a_wing_goes_to_the_suitor_who_has_won_most() -> None:
    position = leaving(winged(SURE, "shepherds", goes_to=CROWN))
    position.goodwill("shepherds", "star", RULES.goodwill_wins + 2).goodwill(
        "shepherds", "crown", RULES.goodwill_wins + 1
    )
    assert position.month().one(facts.WingLeft).other == STAR
    position.goodwill("shepherds", "crown", RULES.goodwill_wins + 3)
    assert position.month().one(facts.WingLeft).other == CROWN


def test_too_little_goodwill_wins_nobody() -> None:
    position = leaving(winged(SURE, "shepherds", goes_to=CROWN)).goodwill("shepherds", "star", RULES.goodwill_wins - 1)
    assert position.month().one(facts.WingLeft).other == CROWN


def test_a_suitor_who_has_left_the_war_wins_nobody() -> None:
    position = leaving(winged(SURE, "shepherds", goes_to=NOBODY)).goodwill("shepherds", "star", 90)
    position.purse("star", status=Status.GONE)
    assert position.month().one(facts.WingLeft).other == NOBODY


@pytest.mark.parametrize("goal", [NOBODY, STAR])
def test_a_wing_with_nowhere_to_go_goes_home(goal: int) -> None:
    position = leaving(winged(SURE, "shepherds", goes_to=goal)).purse("star", status=Status.GONE)
    after = position.month()
    assert after.one(facts.WingLeft) == (HILL, NOBODY, -1, SHEPHERDS, 207)
    assert after.mustered(Cause.DISBANDED, "hill") == -207
    assert after.state.men_of(HILL) == 462 - 207
    assert after.state.men_of(STAR) == 0
    share = (308 * 500 + 99 * 500 + 55 * 100) // 462
    assert after.moved(Figure.ARMS, Cause.WENT_OVER, "hill") == -(90 * share // 1000)
    assert after.moved(Figure.ARMS, Cause.CAME_OVER) == after.moved(Figure.SYMPATHY, Cause.CAME_OVER) == 0
    assert after.moved(Figure.SYMPATHY, Cause.WENT_OVER, "hill", "mountain") < 0
    assert after.state.wing_side == [NOBODY, HILL]
    assert after.grievance("shepherds") == 0


@pytest.mark.parametrize(
    ("fate", "walks"),
    [(Fate.WELL, True), (Fate.WOUNDED, True), (Fate.CAPTURED, False), (Fate.DEAD, False), (Fate.AWAY, False)],
)
def test_a_wing_needs_its_leader_to_walk_out(fate: Fate, walks: bool) -> None:
    position = leaving()
    position.state.leader_fate[SURE.wings[SHEPHERDS].leader] = fate
    assert bool(position.month().all(facts.WingLeft)) == walks


def test_a_wing_without_a_leader_walks_out_by_itself() -> None:
    assert leaving(winged(SURE, "shepherds", leader=NOBODY)).month().all(facts.WingLeft)


def test_an_event_can_make_a_wing_leave_at_any_mood() -> None:
    position = home(replace(calm(), events=(event(effects=[WalkOut(SHEPHERDS)]),))).mood("shepherds", loyalty=100)
    after = position.month()
    assert after.one(facts.WingLeft).men == 207
    assert after.then().state.wing_side == [STAR, HILL]


def test_a_wing_that_has_gone_home_cannot_leave_again() -> None:
    position = home(replace(calm(), events=(event(effects=[WalkOut(SHEPHERDS)]),)))
    position.state.wing_side[SHEPHERDS] = NOBODY
    assert position.month().all(facts.WingLeft) == []


def test_a_side_out_of_the_war_moves_no_wing() -> None:
    after = leaving().purse("hill", status=Status.GONE).month()
    assert after.all(facts.WingLeft) == []
    assert after.why_wing(Figure.GRIEVANCE, "shepherds") == {}


def test_who_walks_out_keeps_the_peace_of_the_house_it_joins() -> None:
    """Two wings of one side never stand at war with each other, and the Shepherds are the Star's now."""
    after = leaving().relate("hill", "star", Relation.TRUCE).month()
    assert after.relation("hill", "star") == Relation.TRUCE
    assert after.then().view("star").loyalty == {SHEPHERDS: RULES.new_house_loyalty}
    assert set(after.then().view("hill").loyalty) == {TEACHERS}


def test_who_walks_out_takes_its_tasks_and_its_vows_along() -> None:
    schools = replace(SURE.mandates[0], goal=NEVER_TRUE)
    world = replace(SURE, mandates=(schools, replace(schools, id="salt", wing=SHEPHERDS)))
    position = leaving(world)
    teachers, shepherds = Task(0, pledged=True, due=APRIL + 5), Task(1, pledged=True, due=APRIL + 5)
    position.state.tasks = [teachers, shepherds]
    kept, gone = Vow(0, TEACHERS, HILL, APRIL + 5), Vow(0, SHEPHERDS, HILL, APRIL + 5)
    position.state.vows = [kept, gone]
    after = position.month()
    assert after.one(facts.WingLeft).wing == SHEPHERDS
    assert after.state.tasks == [teachers]
    assert after.state.vows == [kept]


def test_a_wing_walks_out_once_a_month_whatever_its_going_does() -> None:
    world = winged(SURE, "shepherds", leaves=(WalkOut(SHEPHERDS),))
    position = leaving(world).goodwill("shepherds", "star", 90).goodwill("shepherds", "hill", 90)  # it would never end
    after = position.month()
    assert after.one(facts.WingLeft).other == STAR
    assert after.state.wing_side == [STAR, HILL]
