"""Changes that several phases and the scenario's effects share: sympathy won, relations set, men who change sides or leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lanc_game.engine import facts
from lanc_game.engine.names import Cause, Figure, Relation, Role

if TYPE_CHECKING:
    from lanc_game.engine.ledger import Month

PERMILLE = 1000
NOWHERE = -1
SYMPATHY = Figure.SYMPATHY  # by a name of its own: see docs/performance.md


def win(month: Month, region: int, faction: int, by: int, cause: Cause, event: int = -1) -> int:
    """Win (or lose) sympathy in thousandths; what is won is bounded by the uncommitted. Return what it came to."""
    width = month.state.faction_count
    base = region * width
    if by > 0:
        by = min(by, PERMILLE - sum(month.state.sympathy[base : base + width]))
    return month.change(SYMPATHY, base + faction, by, cause, -1, event) if by else 0


def set_relation(month: Month, a: int, b: int, relation: Relation) -> None:
    """Make two factions stand in a relation, and tell it if that is new."""
    width = month.state.faction_count
    was = month.state.relation[a * width + b]
    if was == relation or a == b:
        return
    month.state.relation[a * width + b] = relation
    month.state.relation[b * width + a] = relation
    month.tell(facts.RelationChanged, a, b, NOWHERE, relation, was)


def leave_map(month: Month, faction: int) -> None:
    """Take every man of a faction off the map, empty its towns and end whatever it had begun."""
    state = month.state
    for region in range(state.region_count):
        place = faction * state.region_count + region
        gone = state.total[place]
        if gone:
            for slot, men in enumerate(state.row(place)):
                month.men(place, slot, -men, Cause.EVACUATED)
            month.tell(facts.Withdrew, faction, -1, region, gone)
        if state.town[region] == faction:
            state.town[region] = -1
            month.tell(facts.TownTaken, -1, faction, region)
        if state.country[region] == faction:
            state.country[region] = -1
            month.tell(facts.CountryTaken, -1, faction, region)
    state.works = [work for work in state.works if work.faction != faction]
    state.operations = [op for op in state.operations if op.faction != faction]
    state.offers = [offer for offer in state.offers if offer.faction != faction]
    state.letters = [letter for letter in state.letters if faction not in (letter.sender, letter.receiver)]
    state.vows = [vow for vow in state.vows if vow.faction != faction]
    state.tasks = [task for task in state.tasks if month.world.mandates[task.mandate].faction != faction]


def cross_over(month: Month, giver: int, taker: int, region: int, share: int, event: int = -1) -> int:
    """Let a share of a faction's men in a region, and of the people who follow them, go over; return how many men went."""
    moved = go_over(month, giver, taker, region, share)
    if moved:
        month.tell(facts.CameOver, taker, giver, region, moved)
    width = month.state.faction_count
    follow = month.state.sympathy[region * width + giver] * share // PERMILLE
    lost = month.change(Figure.SYMPATHY, region * width + giver, -follow, Cause.WENT_OVER, taker, event)
    month.change(Figure.SYMPATHY, region * width + taker, -lost, Cause.CAME_OVER, giver, event)
    return moved


def go_over(month: Month, giver: int, taker: int, region: int, share: int) -> int:
    """Move a share of one faction's men in a region to another, slot by role; return how many went."""
    state, world = month.state, month.world
    source = giver * state.region_count + region
    target = taker * state.region_count + region
    fresh = not state.total[target]
    moved = 0
    for slot, men in enumerate(state.row(source)):
        role = world.slots[giver][slot].role if men else Role.BAND
        new_slot = world.slot_by_role[taker][role]
        if new_slot < 0:
            new_slot = world.slot_by_role[taker][Role.BAND]
        going = men * share // PERMILLE
        if going and new_slot >= 0:
            month.men(source, slot, -going, Cause.WENT_OVER, taker)
            month.men(target, new_slot, going, Cause.CAME_OVER, giver)
            moved += going
    if moved and fresh:
        state.posture[target] = state.posture[source]
    return moved
