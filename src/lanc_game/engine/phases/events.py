"""Events: hazards rise, things happen, choices are offered; at the end, the verdict."""

from lanc_game.engine import facts, rumours, seasons
from lanc_game.engine.ledger import Month
from lanc_game.engine.names import Cause, Figure, Grade, Status
from lanc_game.engine.opening import take_stock
from lanc_game.engine.state import NEVER, Offer
from lanc_game.engine.world import NOBODY, EventDef

MOST_PENDING = 2


def run(month: Month) -> None:
    """Let the world outside move, then the events whose time has come, in the scenario's order."""
    _hazards(month)
    for index in month.world.events_by_turn[month.state.turn]:
        if month.state.fired[index] == NEVER and _strikes(month, index):
            _happen(month, index)
    seasons.judge(month)
    rumours.spread(month)
    take_stock(month.world, month.state)
    _verdicts(month)


def _hazards(month: Month) -> None:
    state = month.state
    for index, hazard in enumerate(month.world.hazards):
        for rise in hazard.rises:
            if rise.when.holds(month.world, state):
                month.change(Figure.HAZARD, index, rise.by, Cause.WORLD)


def _strikes(month: Month, index: int) -> bool:
    """Say whether an event happens now: its condition holds and its chance, its hazard or its schedule says so."""
    state = month.state
    event = month.world.events[index]
    if state.clock and event.scheduled >= 0:
        return state.turn >= event.scheduled and event.when.holds(month.world, state)
    if not event.when.holds(month.world, state):
        return False
    chance = event.chance
    if event.hazard != NOBODY:
        hazard = month.world.hazards[event.hazard]
        chance = max(0, state.hazard[event.hazard] - hazard.danger) * hazard.slope
    return month.dice.chance(chance, event.id, "", "event")


def _happen(month: Month, index: int) -> None:
    """Let an event happen, unless somebody who has to choose has a full desk: then it waits for another month."""
    state = month.state
    event = month.world.events[index]
    choosers = [f for f in event.choosers if state.status[f] in (Status.ACTIVE, Status.UNDERGROUND)]
    if any(sum(offer.faction == f for offer in state.offers) >= MOST_PENDING for f in choosers):
        return
    state.fired[index] = state.turn
    month.tell(facts.Happened, _first_chooser(event), -1, NOBODY, index)
    for effect in event.effects:
        effect.apply(month, index)
    for faction in event.choosers:
        if state.status[faction] in (Status.ACTIVE, Status.UNDERGROUND):  # also whom the event itself brought in
            state.offers.append(Offer(index, faction, state.turn, state.turn + event.months))
            month.tell(facts.Offered, faction, -1, NOBODY, index)


def _first_chooser(event: EventDef) -> int:
    return event.choosers[0] if event.choosers else NOBODY


def _verdicts(month: Month) -> None:
    """Judge a faction when it leaves the war, and everybody who was in it when the war is over."""
    state, world = month.state, month.world
    last = state.turn >= len(world.turns) - 1
    over = last or world.ends_when.holds(world, state)
    for faction in range(state.faction_count):
        if world.factions[faction].status == Status.GONE:
            continue  # its war was over before this began
        gone = state.status[faction] == Status.GONE
        if state.judged[faction] == NEVER and (over or gone) and world.factions[faction].measures:
            judge(month, faction)
    if over:
        state.over = 1
        month.tell(facts.WarEnded, NOBODY, -1, NOBODY)


def judge(month: Month, faction: int) -> None:
    """Give a faction its score and grade; a faction that never came into play scores nothing."""
    state = month.state
    score = score_of(month, faction)
    grade = Grade(sum(score >= need for need in month.world.factions[faction].grades))
    state.score[faction] = score
    state.judged[faction] = grade
    month.tell(facts.Judged, faction, -1, NOBODY, score, grade)


def score_of(month: Month, faction: int) -> int:
    """Return the sum of a faction's measures, 0-100."""
    state, world = month.state, month.world
    if state.status[faction] in (Status.UNBORN, Status.OFF_MAP):
        return 0
    points = 0
    for measure in world.factions[faction].measures:
        value = measure.number.value(world, state)
        part = min(max(value - measure.low, 0), measure.high - measure.low)
        points += measure.points * part // max(1, measure.high - measure.low)
    return min(100, max(0, points))
