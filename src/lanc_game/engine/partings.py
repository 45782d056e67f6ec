"""Partings: how a treaty ends, and how a wing walks out with what is its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lanc_game.engine import facts
from lanc_game.engine.changes import NOWHERE, PERMILLE, cross_over, set_relation
from lanc_game.engine.names import Cause, Fate, Figure, Level, Manner, Relation, Status

if TYPE_CHECKING:
    from lanc_game.engine.ledger import Month
    from lanc_game.engine.state import Treaty

CLOSE = (Level.PACT, Level.COMMAND)
BINDING = (Level.TRUCE, Level.PACT, Level.COMMAND)
"""Levels that settle how two sides stand everywhere; the others are about talking, one region or one month."""


def end_treaty(month: Month, treaty: Treaty, actor: int, other: int, manner: Manner) -> None:
    """Take a treaty out of force. Whoever breaks one bears the stigma; where it tears by itself, guilt divides it."""
    state, world, rules = month.state, month.world, month.rules
    state.treaties = [t for t in state.treaties if t != treaty]
    state.ended_at[treaty.instrument] = state.turn
    _stigma(month, actor, other, manner)
    if manner is Manner.AMBUSH:
        month.ambushes.add((actor, other))
    definition = world.instruments[treaty.instrument]
    if definition.level in BINDING:
        pair = state.pair(treaty.a, treaty.b)
        left = 0 if manner is Manner.LAPSE else rules.strain_after
        month.change(Figure.STRAIN, pair, left - state.strain[pair], Cause.AFTERMATH)
        month.parted.add(pair)
        at_war = manner is Manner.AMBUSH or month.foes(treaty.a, treaty.b)  # no treaty's end ends a war
        alone = Relation.TRUCE if manner is Manner.LAPSE else Relation.HOSTILE
        left_bond = bond(month, treaty.a, treaty.b)
        parted = alone if left_bond is None else left_bond
        set_relation(month, treaty.a, treaty.b, Relation.WAR if at_war else parted)
    for effect in definition.ended:
        effect.apply(month, world.instrument_source(treaty.instrument))
    month.tell(facts.TreatyEnded, actor, other, treaty.region, treaty.instrument, manner, treaty.public)


def bond(month: Month, a: int, b: int) -> Relation | None:
    """Return how close the treaties in force bring two sides, or None where none settles how they stand.

    A pact with a clause left blank goes no further than a truce.
    """
    world = month.world
    found = [
        Relation.ALLIED
        if _whole(month, treaty) and world.instruments[treaty.instrument].level in CLOSE
        else Relation.TRUCE
        for treaty in month.state.treaties
        if {treaty.a, treaty.b} == {a, b} and world.instruments[treaty.instrument].level in BINDING
    ]
    return max(found, default=None)


def _whole(month: Month, treaty: Treaty) -> bool:
    clauses = month.world.instruments[treaty.instrument].clauses
    return not any(month.world.clauses[c].blank == v for c, v in zip(clauses, treaty.values, strict=True))


def _stigma(month: Month, actor: int, other: int, manner: Manner) -> None:
    rules = month.rules
    price = {
        Manner.OPENLY: rules.stigma_openly,
        Manner.PRETEXT: rules.stigma_pretext,
        Manner.AMBUSH: rules.stigma_ambush,
    }.get(manner, 0)
    if price:
        month.change(Figure.STIGMA, actor, price, Cause.BROKEN_WORD, other)
        month.change(Figure.STANDING, actor, -(price // 4), Cause.BROKEN_WORD, other)
    if manner is Manner.RUPTURE:
        width = month.state.faction_count
        ours, theirs = month.state.guilt[actor * width + other], month.state.guilt[other * width + actor]
        for side, partner, guilt in ((actor, other, ours), (other, actor, theirs)):
            part = rules.stigma_openly * guilt // max(1, ours + theirs)
            month.change(Figure.STIGMA, side, part, Cause.BROKEN_WORD, partner)


def walk_out(month: Month, wing: int) -> None:
    """Let a wing leave its side: to the rival that has courted it best, to the side that it founds or joins, or home."""
    state, world = month.state, month.world
    side = state.wing_side[wing]
    if side < 0 or wing in month.walked:
        return
    month.walked.add(wing)
    state.tasks = [task for task in state.tasks if world.mandates[task.mandate].wing != wing]
    state.vows = [vow for vow in state.vows if vow.wing != wing]
    goal = _destination(month, wing, side)
    state.wing_side[wing] = goal
    if goal >= 0 and state.status[goal] in (Status.UNBORN, Status.OFF_MAP):
        was = state.status[goal]
        state.status[goal] = Status.ACTIVE
        month.tell(facts.StatusChanged, goal, -1, NOWHERE, Status.ACTIVE, was)
    arms = state.arms[side] * _share_of_men(month, wing, side) // PERMILLE
    moved = sum(
        cross_over(month, side, goal, region, share) if goal >= 0 else _go_home(month, side, region, share)
        for region, share in enumerate(world.wings[wing].men)
        if share
    )
    month.change(Figure.ARMS, side, -arms, Cause.WENT_OVER, goal)
    if goal >= 0:
        month.change(Figure.ARMS, goal, arms, Cause.CAME_OVER, side)
        month.change(Figure.LOYALTY, wing, month.rules.new_house_loyalty - state.loyalty[wing], Cause.NEW_HOUSE, goal)
    month.change(Figure.GRIEVANCE, wing, -state.grievance[wing], Cause.NEW_HOUSE, goal)
    month.tell(facts.WingLeft, side, goal, NOWHERE, wing, moved)
    for effect in world.wings[wing].leaves:
        effect.apply(month, world.wing_source(wing))


def _destination(month: Month, wing: int, side: int) -> int:
    """Return where a wing goes: courting must have won enough, and whoever courted must still be in the war."""
    state, world = month.state, month.world
    width = state.faction_count
    suitors = [
        (state.goodwill[wing * width + faction], faction)
        for faction in range(width)
        if faction != side and state.status[faction] in (Status.ACTIVE, Status.UNDERGROUND)
    ]
    goodwill, suitor = max(suitors, default=(0, -1), key=lambda s: (s[0], world.factions[s[1]].id))
    if goodwill >= month.rules.goodwill_wins:
        return suitor
    goal = world.wings[wing].goes_to
    return -1 if goal < 0 or state.status[goal] == Status.GONE or goal == side else goal


def _share_of_men(month: Month, wing: int, side: int) -> int:
    """Return the wing's share of its side's men, in thousandths."""
    state = month.state
    first = side * state.region_count
    men = sum(state.total[first + region] * share for region, share in enumerate(month.world.wings[wing].men))
    return men // max(1, state.men_of(side))


def _go_home(month: Month, side: int, region: int, share: int) -> int:
    """Send a share of a side's men in a region home, and let the people who followed them fall silent."""
    state = month.state
    place = side * state.region_count + region
    gone = 0
    for slot, men in enumerate(state.row(place)):
        going = men * share // PERMILLE
        month.men(place, slot, -going, Cause.DISBANDED)
        gone += going
    hearth = region * state.faction_count + side
    month.change(Figure.SYMPATHY, hearth, -(state.sympathy[hearth] * share // PERMILLE), Cause.WENT_OVER)
    return gone


def may_walk_out(month: Month, wing: int) -> bool:
    """Say whether a wing has somebody to lead it out."""
    leader = month.world.wings[wing].leader
    return leader < 0 or month.state.leader_fate[leader] in (Fate.WELL, Fate.WOUNDED)
