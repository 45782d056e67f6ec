"""Positions after some months of ordinary play, what two views differ in, and a position that differs in secrets only."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lanc_game.bots import bot_key, choose
from lanc_game.engine.names import Fate, Level, Posture, Relation, Talk, Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.state import (
    UNSEEN,
    Letter,
    Offer,
    Operation,
    Rumour,
    State,
    Task,
    Treaty,
    Vow,
    Work,
)
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import View, view_of
from lanc_game.engine.world import SLOTS, World
from lanc_game.workshop.load import load

SCENARIOS = Path(__file__).parents[2] / "scenarios"
SEED = 5
SHOWN = tuple(slot for slot in View.__slots__ if not slot.startswith("_") and slot != "world")
FIXED = ("_foes", "_lines", "_local_truces", "_verbs")  # of the rest of a view, what is not worked out when asked for


@cache
def world_of(scenario: str) -> World:
    """Return a shipped scenario."""
    world = load(SCENARIOS / scenario).world
    assert world is not None
    return world


@cache
def played(scenario: str, months: int) -> State:
    """Return the position after some months in which every side was a regular bot. Copy it before you change it."""
    world = world_of(scenario)
    if not months:
        return begin(world, SEED)
    state = played(scenario, months - 1)
    return resolve(world, state, [ordered(world, state, side) for side in range(len(world.factions))], SEED)


def ordered(world: World, state: State, side: int, bot: str = "regular") -> list[Order]:
    """Return what a bot orders in a position."""
    return [choice.order for choice in choose(view_of(world, state, side), bot, bot_key(world, SEED, side))]


def differences(one: View, other: View) -> list[str]:
    """Return the names of what two views say differently."""
    return [slot for slot in (*SHOWN, *FIXED) if getattr(one, slot) != getattr(other, slot)]


def with_other_secrets(world: World, state: State, me: int) -> State:
    """Return a position that looks the same to a side and is otherwise in everything that it cannot know."""
    new = state.copy()
    view = view_of(world, state, me)
    others = [side for side in range(state.faction_count) if side != me]
    _stores(world, new, me, others)
    _men(world, new, others)
    _land(new, view, others)
    _houses(world, new, view, others)
    _papers(world, new, view, others)
    return new


def changed(one: State, other: State) -> set[str]:
    """Return the names of what two positions hold differently."""
    return {slot for slot in State.__slots__ if getattr(one, slot) != getattr(other, slot)}


def _stores(world: World, new: State, me: int, others: list[int]) -> None:
    new.clock = 1 - new.clock
    for side in others:
        new.cadres[side] += 3
        new.arms[side] += 111
        new.supplies[side] += 77
        new.output[side] += 9
        new.score[side] += 50
        new.judged[side] = 2
        for policy in (2 * side, 2 * side + 1):
            new.policy[policy] = 1 - min(1, new.policy[policy])
        new.fallen[side] += 900
    for i, meter in enumerate(world.meters):
        if meter.faction != me:
            new.meter[i] += 7
    for i, leader in enumerate(world.leaders):
        if leader.faction != me and new.leader_fate[i] == Fate.WELL:
            new.leader_region[i] = (new.leader_region[i] + 1) % new.region_count


def _men(world: World, new: State, others: list[int]) -> None:
    """Put men of others where there were none, take some of those away that were seen, hide them, blind them."""
    for side in others:
        for region in range(new.region_count):
            place = side * new.region_count + region
            new.sights[place] = UNSEEN
            if not world.slots[side]:
                continue
            stood = new.men[place * SLOTS]
            new.men[place * SLOTS] = stood // 2 if region % 2 else stood + 345
            new.total[place] += new.men[place * SLOTS] - stood
            new.posture[place] = Posture.OPEN if new.posture[place] == Posture.HIDDEN else Posture.HIDDEN


def _land(new: State, view: View, others: list[int]) -> None:
    for region in range(new.region_count):
        new.grain[region] += 5
        new.burned[region] += 1
        new.fear[region] += 11
        for side in range(new.faction_count):
            hearth = region * new.faction_count + side
            new.sympathy[hearth] += 13
            new.scar[hearth] += 1
            if side == view.faction:
                continue
            new.council[hearth] = (new.council[hearth] + 1) % 4
            new.informers[hearth] += 2
            watched = view.town[region] == view.faction or view.total[region]
            if not watched or view.relation[side] != Relation.WAR:  # deeds of enemies are heard of there
                new.heat[hearth] += 200
    for a in others:
        for b in others:
            if a != b:
                new.guilt[a * new.faction_count + b] += 3
            if a < b:
                new.strain[new.pair(a, b)] += 21


def _houses(world: World, new: State, view: View, others: list[int]) -> None:
    for wing in range(len(world.wings)):
        if wing not in view.loyalty:
            new.loyalty[wing] = 90 - new.loyalty[wing] // 2
            new.grievance[wing] += 31
        for side in others:
            new.goodwill[wing * new.faction_count + side] += 17
    for patron, definition in enumerate(world.patrons):
        for side in range(new.faction_count):
            if side != view.faction or definition.regard[side] < 0:
                new.regard[patron * new.faction_count + side] += 19
                new.access[patron * new.faction_count + side] ^= 1
    for number, congress in enumerate(world.congresses):
        if congress.host != view.faction:
            new.ready[number] ^= 1
    for number, promise in enumerate(world.promises):
        if promise.faction != view.faction:
            new.promisable[number] ^= 1
    for side in others:
        if side not in view.stakes:
            first = side * len(world.clauses)
            for clause in range(first, first + len(world.clauses)):
                new.stakes[clause] = 150 - new.stakes[clause] // 2


def _papers(world: World, new: State, view: View, others: list[int]) -> None:
    """Change what lies on the desks of others, what was agreed behind our back, and what is true of what we were told."""
    a, b = others[:2]
    turn = new.turn
    if world.instruments:
        kind = max(i for i, instrument in enumerate(world.instruments) if instrument.level is not Level.LOCAL)
        clauses = world.instruments[kind].clauses
        new.letters.insert(0, Letter(kind, a, b, ((0,),) * len(clauses), turn - 1))
        new.treaties.insert(0, Treaty(kind, a, b, (0,) * len(clauses), turn - 1, public=False))
        new.signed_at = [turn - 1] * len(new.signed_at)
        new.ended_at = [turn - 1] * len(new.ended_at)
    new.works.append(Work(a, Verb.ORGANISE, 0, -1, 1))
    new.operations = [op._replace(weak=op.regions[-1 if op.weak == op.regions[0] else 0]) for op in new.operations]
    unheard = [r for r in range(new.region_count) if not view.council[r] and not view.total[r]]
    foe = next((side for side in others if view.relation[side] != Relation.ALLIED), None)
    if unheard and foe is not None:
        new.operations.append(Operation(foe, (unheard[0],), turn, turn + 2, unheard[0], 4000))
    new.rumours = [r if r.hearer == view.faction and r.verified else r._replace(true=not r.true) for r in new.rumours]
    new.rumours.append(Rumour(a, Talk.LETTERS, b, view.faction, 60, True, turn, verified=False))
    new.answer = [1 - max(0, answer) for answer in new.answer]
    for event, definition in enumerate(world.events):
        if not definition.public and view.faction not in definition.choosers:
            new.fired[event] = max(0, turn - 1) if new.fired[event] < 0 else -1
        elif definition.choosers and view.faction not in definition.choosers:
            new.offers.append(Offer(event, definition.choosers[0], turn, turn + 1))
    for promise, given in enumerate(world.promises):
        if given.faction != view.faction:
            new.vows.append(Vow(promise, given.wings[0], given.faction, turn + 1))
    for mandate, task in enumerate(world.mandates):
        if task.faction != view.faction:
            new.tasks.append(Task(mandate, pledged=True, due=turn + 2))


def in_play(world: World, state: State) -> Iterator[int]:
    """Yield the sides that can give orders."""
    return (side for side in range(len(world.factions)) if view_of(world, state, side).in_play)
