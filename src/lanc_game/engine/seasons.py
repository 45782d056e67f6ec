"""Seasons: the tasks that wings and patrons put before a side, of which it takes up one, and what comes of that."""

from lanc_game.engine import facts
from lanc_game.engine.changes import NOWHERE
from lanc_game.engine.dice import Dice
from lanc_game.engine.ledger import Month
from lanc_game.engine.names import IN_PLAY, Cause, Figure, Verb
from lanc_game.engine.state import State, Task
from lanc_game.engine.world import World


def draw(world: World, state: State, dice: Dice) -> list[Task]:
    """Return the tasks put forward for a new season: at most a few a side, from among those that make sense now."""
    found: list[Task] = []
    for faction, definition in enumerate(world.factions):
        if state.status[faction] not in IN_PLAY:
            continue
        taken = {task.mandate for task in state.tasks}
        fit = [
            index
            for index, mandate in enumerate(world.mandates)
            if mandate.faction == faction
            and index not in taken
            and (mandate.wing < 0 or state.wing_side[mandate.wing] == faction)
            and mandate.when.holds(world, state)
            and not mandate.goal.holds(world, state)
        ]
        fit.sort(key=lambda index: (dice.below(1000, definition.id, world.mandates[index].id, "mandate"), index))
        found += [Task(index, pledged=False, due=0) for index in sorted(fit[: world.rules.mandates_offered])]
    return found


def pledges(month: Month) -> None:
    """Take up what is pledged; who put forward something else is passed over."""
    state, world = month.state, month.world
    for faction, order in month.of(Verb.PLEDGE):
        chosen = order.args[0]
        kept: list[Task] = []
        for task in state.tasks:
            if task.pledged or world.mandates[task.mandate].faction != faction:
                kept.append(task)
            elif task.mandate == chosen:
                kept.append(Task(chosen, pledged=True, due=state.turn + world.mandates[chosen].months))
                month.tell(facts.Pledged, faction, -1, NOWHERE, chosen)
            else:
                _pass_over(month, task)
        state.tasks = kept


def judge(month: Month) -> None:
    """Judge the pledges that are met or due; begin a new season when its time has come."""
    state, world = month.state, month.world
    due = [task for task in state.tasks if task.pledged and (_done(month, task) or task.due <= state.turn)]
    outcomes = [(task.mandate, _done(month, task)) for task in due]
    state.tasks = [task for task in state.tasks if task not in due]
    for number, done in outcomes:
        mandate = world.mandates[number]
        month.tell(facts.MandateJudged, mandate.faction, -1, NOWHERE, number, done)
        for effect in mandate.reward if done else mandate.grudge:
            effect.apply(month, world.mandate_source(number))
    if (state.turn + 1) % month.rules.season_months == 0:
        _new_season(month)


def _done(month: Month, task: Task) -> bool:
    return month.world.mandates[task.mandate].goal.holds(month.world, month.state)


def _new_season(month: Month) -> None:
    state, world = month.state, month.world
    for task in state.tasks:
        if not task.pledged:
            _pass_over(month, task)
    state.tasks = [task for task in state.tasks if task.pledged]
    fresh = draw(world, state, month.dice)
    state.tasks += fresh
    for faction in range(state.faction_count):
        mine = tuple(task.mandate for task in fresh if world.mandates[task.mandate].faction == faction)
        if mine:
            month.tell(facts.MandatesOffered, faction, -1, NOWHERE, mine)


def _pass_over(month: Month, task: Task) -> None:
    mandate, by = month.world.mandates[task.mandate], month.rules.passed_over
    if mandate.wing >= 0:
        month.change(Figure.GRIEVANCE, mandate.wing, by, Cause.PASSED_OVER, about=task.mandate)
    else:
        at = mandate.patron * month.state.faction_count + mandate.faction
        month.change(Figure.REGARD, at, -by, Cause.PASSED_OVER, about=task.mandate)
