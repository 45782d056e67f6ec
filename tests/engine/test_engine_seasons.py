"""Mandates: what wings and patrons put forward for a season, what is taken up of it, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kit import NEVER_TRUE, NOTHING, SEEDS, Cause, Figure, Position, Status, calm, ruled

from lanc_game.engine import facts
from lanc_game.engine.conditions import Condition
from lanc_game.engine.effects import ChangeFaction, ChangeRegard, ChangeWing, SetStatus
from lanc_game.engine.politics import MandateDef
from lanc_game.engine.state import Task
from lanc_game.engine.texts import Text
from lanc_game.engine.turn import begin
from lanc_game.engine.world import NOBODY, World

HILL, STAR, CROWN = 0, 1, 2
SHEPHERDS, TEACHERS, ENVOY = 0, 1, 0
RULES = calm().rules
SEASON = RULES.season_months
END = SEASON - 1  # the turn at whose end a season begins
MID = SEASON  # a turn at whose end none does, nor at the end of the next


def mandate(name: str, faction: int = HILL, wing: int = TEACHERS, patron: int = NOBODY, **more: object) -> MandateDef:
    """Return a task of two months that is never done, with a rifle for a reward and a rifle's worth of grudge."""
    text = Text(name)
    made = MandateDef(
        id=name, title=text, text=text, faction=faction, wing=wing, patron=patron, when=NOTHING, goal=NEVER_TRUE,
        months=2, reward=(ChangeFaction(Figure.ARMS, faction, 1),), grudge=(ChangeFaction(Figure.ARMS, faction, -1),),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def with_mandates(*mandates: MandateDef, **rules: int) -> World:
    return ruled(replace(calm(), mandates=mandates), **rules)


def offered(world: World, *tasks: Task, turn: int = MID) -> Position:
    position = Position(world, turn)
    position.state.tasks = list(tasks)
    return position


def fresh(*mandates: int) -> list[Task]:
    return [Task(index, pledged=False, due=0) for index in mandates]


# --- offered


def test_a_game_begins_with_a_season() -> None:
    assert begin(calm(), 3).tasks == fresh(0, 1)
    assert begin(with_mandates(mandate("a", faction=CROWN, wing=NOBODY, patron=ENVOY)), 3).tasks == fresh(0)


@pytest.mark.parametrize("turn", range(12))
def test_a_season_begins_every_few_months(turn: int) -> None:
    after = Position(with_mandates(mandate("a"), mandate("b", faction=STAR)), turn).month()
    told = [(f.actor, f.mandates) for f in after.all(facts.MandatesOffered)]
    assert told == ([(HILL, (0,))] if turn % SEASON == END else [])  # the Teachers are no wing of the Star's


def test_only_what_makes_sense_is_put_forward() -> None:
    world = with_mandates(
        mandate("done", goal=NOTHING),
        mandate("not_now", when=NEVER_TRUE),
        mandate("sheep", wing=SHEPHERDS),
        mandate("fit"),
    )
    position = Position(world, END)
    position.state.wing_side[SHEPHERDS] = STAR
    assert position.month().state.tasks == fresh(3)


def test_a_side_out_of_the_war_is_asked_for_nothing() -> None:
    position = Position(with_mandates(mandate("a")), END).purse("hill", status=Status.GONE)
    assert position.month().state.tasks == []


def test_so_many_are_put_forward_and_chance_says_which() -> None:
    world = with_mandates(*(mandate(name) for name in "abcde"), mandates_offered=3)
    drawn = [tuple(task.mandate for task in Position(world, END).month(seed=seed).state.tasks) for seed in SEEDS]
    assert {len(tasks) for tasks in drawn} == {3}
    assert all(tasks == tuple(sorted(tasks)) for tasks in drawn)
    assert {index for tasks in drawn for index in tasks} == set(range(5))
    assert len(set(drawn)) > 5


def test_a_side_sees_its_own_tasks_only() -> None:
    position = offered(calm(), *fresh(0, 1))
    assert position.view("hill").tasks == fresh(0)
    assert position.view("star").tasks == fresh(1)
    assert position.view("crown").tasks == []


# --- pledged


def test_a_pledge_falls_due_after_its_months_and_passes_the_others_over() -> None:
    world = with_mandates(mandate("a"), mandate("b", wing=SHEPHERDS), mandate("c", wing=NOBODY, patron=ENVOY))
    after = offered(world, *fresh(0, 1, 2)).month({"hill": ["pledge a"]})
    assert after.state.tasks == [Task(0, pledged=True, due=MID + 2)]
    assert after.one(facts.Pledged) == (HILL, -1, -1, 0)
    assert after.why_wing(Figure.GRIEVANCE, "shepherds")[Cause.PASSED_OVER] == RULES.passed_over
    assert after.why_regard("hill")[Cause.PASSED_OVER] == -RULES.passed_over
    assert Cause.PASSED_OVER not in after.why_wing(Figure.GRIEVANCE, "teachers")
    told = {f.about for f in after.all(facts.Changed) if f.cause == Cause.PASSED_OVER}
    assert told == {1, 2}  # by mandate


def test_a_pledge_leaves_what_was_pledged_before_and_what_others_were_asked() -> None:
    world = with_mandates(mandate("a"), mandate("b"), mandate("c", faction=STAR, wing=NOBODY, patron=ENVOY))
    before = Task(0, pledged=True, due=MID + 1)
    after = offered(world, before, *fresh(1, 2)).month({"hill": ["pledge b"]})
    assert after.state.tasks == [before, Task(1, pledged=True, due=MID + 2), *fresh(2)]
    assert after.moved(Figure.REGARD, Cause.PASSED_OVER) == 0


def test_whoever_pledges_nothing_passes_everybody_over_when_the_season_ends() -> None:
    world = with_mandates(mandate("a"), mandate("b", wing=SHEPHERDS))
    after = offered(world, *fresh(0, 1), turn=END).month()
    assert after.why_wing(Figure.GRIEVANCE, "shepherds")[Cause.PASSED_OVER] == RULES.passed_over
    assert after.why_wing(Figure.GRIEVANCE, "teachers")[Cause.PASSED_OVER] == RULES.passed_over
    assert after.state.tasks == fresh(0, 1)  # and they are put forward again


def test_a_pledge_outlasts_its_season_and_is_not_put_forward_again() -> None:
    held = Task(0, pledged=True, due=END + 9)
    after = offered(with_mandates(mandate("a"), mandate("b")), held, turn=END).month()
    assert after.state.tasks == [held, *fresh(1)]


# --- judged


@pytest.mark.parametrize("early", [0, 3])
def test_a_task_is_done_as_soon_as_its_goal_is_met(early: int) -> None:
    after = offered(with_mandates(mandate("a", goal=NOTHING)), Task(0, pledged=True, due=MID + early)).month()
    assert after.one(facts.MandateJudged) == (HILL, -1, -1, 0, True)
    assert after.moved(Figure.ARMS, Cause.EVENT, "hill") == 1
    assert after.state.tasks == []


def test_a_task_that_is_not_done_in_time_leaves_a_grudge() -> None:
    world = with_mandates(
        mandate("a", grudge=(ChangeWing(Figure.GRIEVANCE, TEACHERS, 6), ChangeRegard(ENVOY, HILL, -5)))
    )
    position = offered(world, Task(0, pledged=True, due=MID + 1))
    after = position.month()
    assert after.all(facts.MandateJudged) == []
    assert after.state.tasks == [Task(0, pledged=True, due=MID + 1)]
    after = after.then().month()
    assert after.one(facts.MandateJudged) == (HILL, -1, -1, 0, False)
    assert after.why_wing(Figure.GRIEVANCE, "teachers")[Cause.EVENT] == 6
    assert after.why_regard("hill")[Cause.EVENT] == -5
    [cause] = {world.sources[f.event].en for f in after.all(facts.Changed) if f.cause == Cause.EVENT}
    assert cause == "a"
    assert after.state.tasks == []


def test_a_task_that_was_only_put_forward_is_not_judged() -> None:
    after = offered(with_mandates(mandate("a", goal=NOTHING)), *fresh(0)).month()
    assert after.all(facts.MandateJudged) == []
    assert after.state.tasks == fresh(0)


@pytest.mark.parametrize("goal", [NOTHING, NEVER_TRUE])
def test_an_effect_that_takes_its_side_out_of_the_war_leaves_no_task_behind(goal: Condition) -> None:
    leave = (SetStatus(HILL, Status.GONE),)
    world = with_mandates(mandate("a", goal=goal, reward=leave, grudge=leave), mandate("b"), mandate("c", faction=STAR))
    tasks = [Task(0, pledged=True, due=MID), Task(1, pledged=True, due=MID + 9), *fresh(2)]
    after = offered(world, *tasks).month()
    assert after.state.status[HILL] == Status.GONE
    assert after.state.tasks == fresh(2)


def test_a_whole_season_from_offer_to_reward() -> None:
    """The Teachers of two banners want councils that reach a quarter of the people."""
    position = Position(calm(), END).purse("hill", cadres=3)
    after = position.month()
    assert [f.mandates for f in after.all(facts.MandatesOffered)] == [(0,), (1,)]  # the Hills', the Star's
    after = after.then().month({"hill": ["pledge schools"]})
    assert after.state.tasks == [Task(0, pledged=True, due=END + 1 + calm().mandates[0].months), *fresh(1)]
    after = after.then().council("plain", "hill", 3).council("mountain", "hill", 2).month()
    assert after.one(facts.MandateJudged).done
    assert after.moved(Figure.CADRES, Cause.EVENT, "hill") == 1
