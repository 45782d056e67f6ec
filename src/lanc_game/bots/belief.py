"""What a bot believes the position to be: its view, with what it cannot know filled in from what everybody knows.

Nothing here reads a state: two positions that look alike to a faction make it believe the same.
"""

from functools import lru_cache

from lanc_game.engine.names import Posture, Relation
from lanc_game.engine.opening import opening
from lanc_game.engine.state import Seen, State
from lanc_game.engine.view import View
from lanc_game.engine.world import SLOTS, World

FULL = 1000  # parts of a whole


def believe(view: View) -> State:
    """Return a position that looks to the view's faction as its view does.

    Men of others stand where they were last seen, split between those who can leave their posts and those who cannot as
    their strength was judged; others' stores, cadres and moods are those of the scenario's opening; who has not been seen
    is not there. What alarms us has been done by the enemy whom most of the people there are for.
    """
    state = glance(view)
    for region, sight in enumerate(view.sights):
        for seen in sight.forces:
            _post(view.world, state, region, seen)
    return state


def glance(view: View) -> State:
    """Return what is believed without the men of others: a third of the work, and enough for most situations."""
    state = _blank(view.world).copy()
    _public(view, state)
    _own(view, state)
    _land(view, state)
    _houses(view, state)
    return state


@lru_cache(maxsize=8)
def _blank(world: World) -> State:
    """Return the scenario's opening without anybody's men: what everybody can have read."""
    state = opening(world)
    state.men = [0] * len(state.men)
    state.total = [0] * len(state.total)
    state.posture = [int(Posture.OPEN)] * len(state.posture)
    return state


def _public(view: View, state: State) -> None:
    state.turn = view.turn
    state.status = view.status[:]
    state.standing = view.standing[:]
    state.relation = view.relations[:]
    state.signable = view.signable[:]
    state.stigma = view.stigma[:]
    state.treaties = view.treaties[:]
    state.town = view.town[:]
    state.country = view.country[:]
    state.feuds = view.feuds[:]
    state.cut = view.cut[:]
    state.wire = view.wire[:]
    state.idle = view.idle[:]
    state.hazard = view.hazard[:]
    state.held = view.held[:]
    state.seats = view.seats[:]
    state.wing_side = view.wing_side[:]
    state.leader_fate = view.leader_fate[:]
    state.fired = view.happened[:]
    for treaty in view.treaties:
        state.signed_at[treaty.instrument] = max(state.signed_at[treaty.instrument], treaty.signed)


def _own(view: View, state: State) -> None:
    me, regions, factions = view.faction, state.region_count, state.faction_count
    state.cadres[me] = view.cadres
    state.arms[me] = view.arms
    state.supplies[me] = view.supplies
    state.output[me] = view.output
    state.policy[me * 2 : me * 2 + 2] = view.policy
    state.letters = view.letters[:]
    state.works = view.works[:]
    state.offers = view.offers[:]
    state.operations = [op._replace(weak=op.regions[0]) if op.weak < 0 else op for op in view.operations]
    state.vows = view.vows[:]
    state.tasks = view.tasks[:]
    state.rumours = view.rumours[:]
    for meter, value in view.meter.items():
        state.meter[meter] = value
    for (a, b), value in view.strain.items():
        state.strain[state.pair(a, b)] = value
    for other in range(factions):
        state.guilt[other * factions + me] = view.guilt[other]
        state.guilt[me * factions + other] = view.wrongs[other]
    for leader, region in enumerate(view.leader_region):
        if region >= 0:
            state.leader_region[leader] = region
    state.sights[me * regions : (me + 1) * regions] = view.sights


def _land(view: View, state: State) -> None:
    me, regions, factions = view.faction, state.region_count, state.faction_count
    first = me * regions
    state.men[first * SLOTS : (first + regions) * SLOTS] = view.men
    state.total[first : first + regions] = view.total
    state.posture[first : first + regions] = view.posture
    for region, sight in enumerate(view.sights):
        hearth = region * factions
        if sight.sympathy:
            state.sympathy[hearth : hearth + factions] = sight.sympathy
            state.council[hearth : hearth + factions] = sight.councils
            state.fear[region] = sight.fear
        state.council[hearth + me] = view.council[region]
        state.heat[hearth + me] = view.heat[region]
        state.informers[hearth + me] = view.informers[region]
        if view.alarm[region]:
            doer = _doer(view, region)
            if doer >= 0:
                state.heat[hearth + doer] = view.alarm[region]


def _doer(view: View, region: int) -> int:
    """Return who has most likely done what alarms us in a region: the enemy whom most of its people are for."""
    foes = [f for f, relation in enumerate(view.relation) if relation == Relation.WAR and view.plays(f)]
    return max(
        foes, key=lambda f: (view.known_sympathy(region, f) + 300 * view.known_council(region, f), -f), default=-1
    )


def _post(world: World, state: State, region: int, seen: Seen) -> None:
    """Put a force where it was seen: some of its men in posts or villages, the others free to move."""
    if not world.slots[seen.faction]:
        return
    place = seen.faction * state.region_count + region
    free, home, of_free, of_home = _weighed(world, seen.faction)
    share = min(FULL, seen.mobile * FULL // max(1, seen.strength))
    # `going` men among all such that their part of the strength is `share`: a free man may weigh more than one on a wall
    going = seen.men * share * of_home // max(1, of_free * FULL - share * (of_free - of_home))
    going = min(seen.men, max(0, going))
    state.men[place * SLOTS + free] += going
    state.men[place * SLOTS + home] += seen.men - going
    state.total[place] += seen.men
    if seen.hidden:
        state.posture[place] = Posture.HIDDEN


@lru_cache(maxsize=64)
def _weighed(world: World, faction: int) -> tuple[int, int, int, int]:
    """Return the slots of those of a side who are free to move and of those who are not, and what a hundred of each weigh."""
    units, roving, weights = world.slots[faction], world.roving[faction], world.strengths[faction]
    posted = world.posted[faction]
    free = max(roving, key=lambda slot: (units[slot].role, -slot), default=posted[0] if posted else 0)
    home = posted[0] if posted else free
    return free, home, max(1, weights[free]), max(1, weights[home])


def _houses(view: View, state: State) -> None:
    me, factions, clauses = view.faction, state.faction_count, len(view.world.clauses)
    for wing, value in view.loyalty.items():
        state.loyalty[wing] = value
        state.grievance[wing] = view.grievance[wing]
    for wing, value in enumerate(view.goodwill):
        state.goodwill[wing * factions + me] = value
    for patron, value in view.regard.items():
        state.regard[patron * factions + me] = value
        state.access[patron * factions + me] = view.access[patron]
    for side, stakes in view.stakes.items():
        state.stakes[side * clauses : (side + 1) * clauses] = stakes
    for number, congress in enumerate(view.world.congresses):
        if congress.host == me:
            state.ready[number] = view.callable[number]
    for number, promise in enumerate(view.world.promises):
        if promise.faction == me:
            state.promisable[number] = view.promisable[number]
