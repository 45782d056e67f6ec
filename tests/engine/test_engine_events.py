"""Events, choices, hazards and clocks; every condition and every effect; entering, leaving and the verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kit import (
    NEVER_TRUE,
    NOTHING,
    Cause,
    Figure,
    Position,
    Posture,
    Relation,
    Role,
    Status,
    event,
    leader,
    quiet,
    valleys,
)

from lanc_game.engine import conditions as c
from lanc_game.engine import effects as e
from lanc_game.engine import facts
from lanc_game.engine.names import Fate, Grade
from lanc_game.engine.phases.events import MOST_PENDING
from lanc_game.engine.state import NEVER
from lanc_game.engine.texts import Text
from lanc_game.engine.world import EventDef, HazardDef, Measure, Rise, World

HARBOUR, MOUNTAIN, PLAIN, WOODS = 0, 1, 2, 3
HILL, STAR, CROWN = 0, 1, 2


def told(*events: EventDef, **more: object) -> Position:
    return Position(replace(quiet(), events=events, **more))  # type: ignore[arg-type]


GIFT = e.ChangeFaction(Figure.ARMS, HILL, 7)


# --- events and choices


def test_an_event_happens_once() -> None:
    after = told(event(effects=[GIFT])).month()
    assert after.one(facts.Happened).event == 0
    assert after.moved(Figure.ARMS, Cause.EVENT, "hill") == 7
    assert after.then().month().all(facts.Happened) == []


def test_an_event_waits_for_its_window_and_its_condition() -> None:
    assert told(event(first=5)).month().all(facts.Happened) == []
    assert told(event(last=1)).month().all(facts.Happened) == []
    assert told(event(when=NEVER_TRUE)).month().all(facts.Happened) == []


def test_chance_is_by_the_seed() -> None:
    happened = sum(bool(told(event(chance=300)).month(seed=seed).all(facts.Happened)) for seed in range(200))
    assert 30 < happened < 90


def test_a_choice_is_offered_at_a_months_end_and_answered_in_the_next_words() -> None:
    after = told(event(effects=[GIFT], choosers=[HILL])).month()
    assert after.one(facts.Offered).actor == HILL
    assert after.moved(Figure.ARMS, Cause.EVENT, "hill") == 0
    answered = after.then().month({"hill": ["decide test yes"]})
    assert answered.moved(Figure.ARMS, Cause.EVENT, "hill") == 7
    assert not answered.one(facts.Decided).by_default
    assert answered.state.offers == []


def test_silence_is_answered_by_the_default() -> None:
    silent = told(event(effects=[GIFT], choosers=[HILL])).month().then().month()
    decided = silent.one(facts.Decided)
    assert (decided.option, decided.by_default) == (1, True)
    assert silent.moved(Figure.ARMS, Cause.EVENT, "hill") == 0


def test_deciding_is_free() -> None:
    after = told(event(effects=[GIFT], choosers=[HILL])).month().then().purse("hill", cadres=0)
    assert after.why("hill", "decide test yes") == ""


def test_at_most_two_choices_wait_and_the_third_happens_later_and_only_once() -> None:
    three = [replace(event(f"e{n}", choosers=[HILL]), effects=(GIFT,)) for n in range(3)]
    after = told(*three).month()
    assert len(after.all(facts.Offered)) == len(after.state.offers) == MOST_PENDING
    assert after.moved(Figure.ARMS, Cause.EVENT, "hill") == MOST_PENDING * 7
    following = after.then().month()
    assert following.one(facts.Happened).event == 2
    assert following.moved(Figure.ARMS, Cause.EVENT, "hill") == 7


def test_each_chooser_answers_for_himself() -> None:
    both = [HILL, STAR]
    gifts = (e.ChangeFaction(Figure.ARMS, HILL, 1), e.ChangeFaction(Figure.ARMS, HILL, 1))
    after = told(event(effects=gifts, choosers=both)).month()
    answered = after.then().month({"hill": ["decide test yes"]})
    assert {fact.actor: fact.option for fact in answered.all(facts.Decided)} == {HILL: 0, STAR: 1}


def test_who_is_not_in_play_is_asked_nothing() -> None:
    assert told(event(choosers=[STAR])).purse("star", status=Status.UNBORN).month().all(facts.Offered) == []


def test_a_side_that_an_event_itself_brings_into_play_is_offered_its_choice() -> None:
    birth = replace(event(choosers=[STAR]), effects=(e.SetStatus(STAR, Status.ACTIVE),))
    after = told(birth).purse("star", status=Status.UNBORN).month()
    assert after.one(facts.Offered).actor == STAR
    assert after.then().why("star", "decide test yes") == ""


# --- hazard and clock


def shock(danger: int, slope: int, scheduled: int = NEVER) -> World:
    hazard = HazardDef("shock", Text("shock"), 50, (Rise(NOTHING, 5, Text("time")),), danger, slope)
    return replace(quiet(), hazards=(hazard,), events=(event(chance=0, hazard=0, scheduled=scheduled),))


def test_a_hazard_rises_while_its_condition_holds() -> None:
    after = Position(shock(99, 0)).month()
    assert after.state.hazard == [55]
    assert after.moved(Figure.HAZARD, Cause.WORLD) == 5


def test_below_its_danger_a_hazard_never_strikes_and_above_it_by_chance() -> None:
    assert all(Position(shock(55, 999)).month(seed=s).all(facts.Happened) == [] for s in range(40))
    struck = sum(bool(Position(shock(45, 50)).month(seed=s).all(facts.Happened)) for s in range(40))
    assert 5 < struck < 35  # ten points above danger at fifty a point: an even chance


def test_on_the_historical_schedule_the_shock_comes_on_its_date_and_not_by_chance() -> None:
    for turn, comes in ((2, False), (3, True)):
        position = Position(shock(0, 999, scheduled=3), turn)
        position.state.clock = 1
        assert bool(position.month().all(facts.Happened)) is comes


# --- conditions


def scene() -> Position:
    position = Position(replace(valleys(), rules=quiet().rules), 4)
    position.men("hill", "plain", "band", 100).hidden("hill", "woods", "cell", 20).men("hill", "woods", "battalion", 0)
    position.state.posture[position.place("hill", "woods")] = Posture.HIDDEN
    position.towns("plain", "hill").country("woods", "hill").council("plain", "hill", 2).council("woods", "hill", 1)
    position.sympathy("plain", "hill", 30).fear("plain", 200).feuds("plain", 4).heat("plain", "hill", 80)
    position.purse("hill", standing=33, cadres=5, arms=70, supplies=90, fallen=12, output=3)
    return position


ALL = (HARBOUR, MOUNTAIN, PLAIN, WOODS)
PEOPLE = [region.people for region in valleys().regions]


@pytest.mark.parametrize(
    ("number", "value"),
    [
        (c.FactionFigure(Figure.STANDING, HILL), 33),
        (c.FactionFigure(Figure.CADRES, HILL), 5),
        (c.FactionFigure(Figure.ARMS, HILL), 70),
        (c.FactionFigure(Figure.SUPPLIES, HILL), 90),
        (c.FactionFigure(Figure.OUTPUT, HILL), 3),
        (c.Fallen(HILL), 12),
        (c.HazardLevel(0), valleys().hazards[0].start),
        (c.Men((HILL,), ALL, (), False), 120),
        (c.Men((HILL,), ALL, (), True), 100),
        (c.Men((HILL,), ALL, (Role.CELL,), False), 20),
        (c.Men((STAR, CROWN), ALL, (), False), 0),
        (c.TownsHeld(HILL, ALL, False, False), 1),
        (c.TownsHeld(HILL, ALL, False, True), PEOPLE[PLAIN] * 1000 // sum(PEOPLE)),
        (c.TownsHeld(HILL, ALL, True, False), 1),
        (c.CouncilCount(HILL, ALL, 1), 2),
        (c.CouncilCount(HILL, ALL, 2), 1),
        (c.CouncilReach(HILL, (PLAIN,)), 666),
        (c.SympathyOf(HILL, (PLAIN,)), 300),
        (c.RegionFigure(Figure.FEAR, (PLAIN, WOODS)), 100),
        (c.RegionFigure(Figure.FEUDS, (PLAIN,)), 4),
        (c.HeatOf(HILL, ALL), 80),
    ],
    ids=repr,
)
def test_a_number_reads_the_position(number: c.Number, value: int) -> None:
    position = scene()
    assert number.value(position.world, position.state) == value
    assert c.Between(number, value, value).holds(position.world, position.state)
    assert not c.Between(number, value + 1, value + 9).holds(position.world, position.state)


def test_a_meter_is_read() -> None:
    position = scene()
    position.state.meter = [42]
    assert c.MeterValue(0).value(position.world, position.state) == 42


def test_conditions_one_by_one() -> None:
    position = scene()
    position.state.fired[0], position.state.answer[0] = 2, 1

    def holds(condition: c.Condition) -> bool:
        return condition.holds(position.world, position.state)

    yes, no = c.During(4, 4), c.During(0, 3)
    assert holds(yes)
    assert not holds(no)
    assert holds(c.All(()))
    assert holds(c.All((yes, yes)))
    assert not holds(c.All((yes, no)))
    assert not holds(c.AnyOf(()))
    assert holds(c.AnyOf((no, yes)))
    assert holds(c.Not(no))
    assert holds(c.InMonths((7,)))
    assert not holds(c.InMonths((8, 9)))
    assert holds(c.Happened(0, 2, -1))
    assert not holds(c.Happened(0, 3, -1))
    assert holds(c.Happened(0, 0, 1))
    assert not holds(c.Happened(0, 0, 0))
    assert not holds(c.Happened(1, 0, -1))
    assert holds(c.StatusIs(HILL, (Status.ACTIVE, Status.UNDERGROUND)))
    assert not holds(c.StatusIs(HILL, (Status.GONE,)))
    assert holds(c.RelationIs(HILL, CROWN, (Relation.WAR,)))
    assert not holds(c.RelationIs(HILL, STAR, (Relation.WAR, Relation.ALLIED)))
    assert holds(c.LeaderIs(0, (Fate.WELL,)))
    assert not holds(c.LeaderIs(0, (Fate.DEAD,)))


# --- effects


def works(*effects: e.Effect, at: Position | None = None, leaders: int = 0) -> Position:
    position = at or Position()
    more = (leader(HILL, MOUNTAIN, "orator"),) if leaders else ()
    position.world = replace(position.world, events=(event(effects=effects),), leaders=more)
    position.state.fired, position.state.answer = [NEVER], [NEVER]
    position.state.leader_fate, position.state.leader_region = [Fate.WELL] * leaders, [MOUNTAIN] * leaders
    return position


@pytest.mark.parametrize("figure", [Figure.CADRES, Figure.ARMS, Figure.SUPPLIES, Figure.STANDING, Figure.OUTPUT])
def test_a_gain_is_told_with_its_event(figure: Figure) -> None:
    after = works(e.ChangeFaction(figure, HILL, 3)).month()
    [changed] = [f for f in after.all(facts.Changed) if f.cause == Cause.EVENT]
    assert (changed.figure, changed.delta, changed.event) == (figure, 3, 0)


def test_figures_keep_their_limits_and_say_so() -> None:
    after = works(e.ChangeFaction(Figure.STANDING, HILL, 500)).month()
    assert after.state.standing[HILL] == 100
    assert after.moved(Figure.STANDING, Cause.LIMIT, "hill") < 0
    assert works(e.ChangeFaction(Figure.ARMS, HILL, -(10**6))).month().state.arms[HILL] == 0


def test_land_sympathy_councils_hazards_and_wires_change() -> None:
    effects: list[e.Effect] = [
        e.ChangeRegions(Figure.FEAR, (PLAIN, WOODS), 100),
        e.ChangeRegions(Figure.GRAIN, (PLAIN,), 50),
        e.ChangeRegions(Figure.FEUDS, (PLAIN,), 2),
        e.ChangeSympathy(HILL, (PLAIN,), 80),
        e.ChangeCouncil(HILL, (PLAIN,), 2),
        e.CutWires((PLAIN,), 5),
        e.SetPolicy(CROWN, 0, 2),
    ]
    after = works(*effects).month()
    assert (after.fear("plain"), after.fear("woods"), after.state.grain[PLAIN]) == (100, 100, 50)
    assert (after.state.feuds[PLAIN], after.state.wire[PLAIN]) == (2, 5)
    assert (after.sympathy("plain", "hill"), after.council("plain", "hill")) == (80, 2)
    assert after.state.policy[CROWN * 2] == 2


def test_a_meter_and_a_hazard_change() -> None:
    position = Position(replace(valleys(), events=(event(effects=[e.ChangeHazard(0, 9)]),), leaders=()))
    position.state.fired = position.state.answer = [NEVER]
    rise = valleys().hazards[0].rises[0].by
    assert position.month().state.hazard == [valleys().hazards[0].start + rise + 9]


def test_what_is_won_is_bounded_by_the_uncommitted() -> None:
    position = Position().sympathy("plain", "star", 95)
    assert works(e.ChangeSympathy(HILL, (PLAIN,), 500), at=position).month().sympathy("plain", "hill") == 50


def test_relations_change_both_ways_and_everybody_hears() -> None:
    after = works(e.SetRelation(HILL, STAR, Relation.ALLIED)).month()
    assert after.relation("hill", "star") == after.relation("star", "hill") == Relation.ALLIED
    assert isinstance(after.one(facts.RelationChanged), facts.PUBLIC)


def test_men_arrive_openly_or_hidden() -> None:
    open_men = works(e.Arrive(HILL, (PLAIN,), 1, 50, False))
    open_men.state.posture[open_men.place("hill", "plain")] = Posture.HIDDEN  # left by somebody long gone
    after = open_men.month()
    assert (after.men("hill", "plain"), after.posture("hill", "plain")) == (50, Posture.OPEN)
    hidden = works(e.Arrive(HILL, (PLAIN,), 1, 50, True)).month()
    assert hidden.posture("hill", "plain") == Posture.HIDDEN


def test_men_depart_by_role() -> None:
    position = Position().men("crown", "plain", "garrison", 100).men("crown", "plain", "column", 100)
    after = works(e.Depart(CROWN, (PLAIN,), (Role.COLUMN,), 500), at=position).month()
    assert (after.men("crown", "plain", "garrison"), after.men("crown", "plain", "column")) == (100, 50)
    assert after.mustered(Cause.EVACUATED, "crown") == -50


def test_men_and_their_people_go_over() -> None:
    position = Position().hidden("star", "plain", "band", 100).sympathy("plain", "star", 20)
    after = works(e.Join(STAR, HILL, (PLAIN,), 500), at=position).month()
    assert (after.men("star", "plain"), after.men("hill", "plain")) == (50, 50)
    assert (after.sympathy("plain", "star"), after.sympathy("plain", "hill")) == (100, 100)
    assert after.mustered(Cause.CAME_OVER, "hill") == -after.mustered(Cause.WENT_OVER, "star") == 50
    assert after.posture("hill", "plain") == Posture.HIDDEN


def test_a_collapsing_army_leaves_its_arms_to_mustered_men_who_are_there() -> None:
    position = Position().men("crown", "plain", "garrison", 1000).men("hill", "plain", "band", 300)
    position.men("star", "plain", "band", 100).purse("hill", arms=0).purse("star", arms=0)
    share = e.ShareArms(CROWN, (PLAIN,), 500, (HILL, STAR), -1)
    after = works(share, at=position).month()
    assert {f.actor: f.arms for f in after.all(facts.ArmsFound)} == {HILL: 375, STAR: 125}
    position.state.posture[position.place("star", "plain")] = Posture.HIDDEN
    assert [f.actor for f in works(share, at=position).month().all(facts.ArmsFound)] == [HILL]


def test_whoever_asked_first_counts_double() -> None:
    position = Position().men("crown", "plain", "garrison", 1000).men("hill", "plain", "band", 200)
    position.men("star", "plain", "band", 200)
    after = works(e.ShareArms(CROWN, (PLAIN,), 600, (HILL, STAR), STAR), at=position).month()
    assert {f.actor: f.arms for f in after.all(facts.ArmsFound)} == {HILL: 200, STAR: 400}


def test_towns_are_handed_over_by_their_holder_only() -> None:
    position = Position().towns("plain", "crown").men("crown", "plain", "garrison", 90).towns("woods", "star")
    position.men("star", "woods", "band", 90)
    after = works(e.HandOver(CROWN, HILL, (PLAIN, WOODS)), at=position).month()
    assert (after.town("plain"), after.town("woods")) == ("hill", "star")


def test_fate_overtakes_a_leader_and_the_dead_stay_dead() -> None:
    after = works(e.SetFate(0, Fate.DEAD, PLAIN), e.SetFate(0, Fate.WELL, -1), leaders=1).month()
    assert after.state.leader_fate == [Fate.DEAD]
    assert after.state.leader_region == [PLAIN]
    assert after.one(facts.LeaderFell).fate == Fate.DEAD


def test_leaders_come_and_go_with_their_time() -> None:
    position = Position(replace(quiet(), leaders=(leader(HILL, PLAIN, first=2, last=3),)), 2)
    assert position.state.leader_fate == [Fate.AWAY]
    there = position.month()
    assert there.state.leader_fate == [Fate.WELL]
    assert there.then().month().state.leader_fate == [Fate.AWAY]


# --- entering, leaving, the verdict


def test_an_unborn_faction_enters_in_the_middle_of_a_campaign() -> None:
    position = Position().purse("star", status=Status.UNBORN)
    after = works(e.SetStatus(STAR, Status.ACTIVE), e.Arrive(STAR, (WOODS,), 1, 80, False), at=position).month()
    assert after.one(facts.StatusChanged).was == Status.UNBORN
    following = after.then().month({"star": ["hold woods"]})
    assert following.men("star", "woods") == 80


def test_a_faction_that_leaves_is_judged_at_its_exit_and_leaves_nothing_behind() -> None:
    position = (
        Position().men("crown", "plain", "garrison", 500).towns("plain", "crown").men("crown", "woods", "column", 500)
    )
    position.country("woods", "crown").operation("crown", "mountain", ago=0)
    after = works(e.SetStatus(CROWN, Status.GONE), at=position).month()
    assert after.state.men_of(CROWN) == 0
    assert (after.town("plain"), after.country("woods")) == ("", "")
    assert {type(f) for f in after.facts if f.other == CROWN} >= {facts.TownTaken, facts.CountryTaken}
    assert after.state.operations == []
    assert after.one(facts.Judged).actor == CROWN
    assert after.state.judged[CROWN] >= 0
    assert not after.state.over
    assert after.then().why("crown", "policy reprisals none") == "not_in_play"
    assert after.then().month().all(facts.Judged) == []


def judged(low: int, high: int, standing: int, **more: object) -> tuple[int, int]:
    measure = Measure("standing", Text("standing"), c.FactionFigure(Figure.STANDING, HILL), low, high, 80)
    hill = replace(quiet().factions[HILL], measures=(measure,), grades=(20, 40, 60))
    factions = (hill, *quiet().factions[1:])
    position = Position(replace(quiet(), factions=factions, ends_when=NOTHING)).purse("hill", standing=standing, **more)  # type: ignore[arg-type]
    position.world = replace(position.world, rules=replace(position.world.rules, standing_keep=1000))
    after = position.month()
    return after.state.score[HILL], after.state.judged[HILL]


def test_a_measure_gives_points_in_proportion_between_low_and_high() -> None:
    assert judged(20, 60, 20) == (0, Grade.NONE)
    assert judged(20, 60, 40) == (40, Grade.SUBSTANTIAL)
    assert judged(20, 60, 95) == (80, Grade.DECISIVE)
    assert judged(20, 60, 33)[1] == Grade.MARGINAL


def test_a_faction_that_never_came_into_play_scores_nothing() -> None:
    assert judged(0, 10, 90, status=Status.UNBORN) == (0, Grade.NONE)


def test_the_war_ends_with_its_last_turn_or_its_condition() -> None:
    last = Position(turn=len(quiet().turns) - 1).month()
    assert last.state.over
    assert {fact.actor for fact in last.all(facts.Judged)} == {HILL, STAR, CROWN}
    assert last.one(facts.WarEnded)
    assert Position(replace(quiet(), ends_when=NOTHING)).month().state.over
    assert not Position().month().state.over


def test_after_the_end_nothing_moves() -> None:
    ended = Position(turn=len(quiet().turns) - 1).month().then()
    assert ended.month().state.digest() == ended.state.digest()
