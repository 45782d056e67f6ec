"""The position before the first turn: what a scenario says of its start, as a state."""

from lanc_game.engine.names import NEVER, Fate, Posture, Relation
from lanc_game.engine.state import UNSEEN, State
from lanc_game.engine.world import SLOTS, World


def opening(world: World, clock: int = 0) -> State:
    """Return the position before the first turn. ``clock`` 1 runs outside shocks on the historical schedule."""
    factions, regions = len(world.factions), len(world.regions)
    state = State.__new__(State)
    state.turn, state.clock, state.over = 0, clock, 0
    state.faction_count, state.region_count = factions, regions
    state.works, state.operations, state.offers = [], [], []
    state.treaties, state.letters = [], []
    state.vows, state.tasks, state.rumours = [], [], []
    state.sights = [UNSEEN] * (factions * regions)
    _open_factions(world, state)
    _open_regions(world, state)
    state.fired = [NEVER] * len(world.events)
    state.answer = [NEVER] * len(world.events)
    state.hazard = [hazard.start for hazard in world.hazards]
    state.meter = [meter.start for meter in world.meters]
    state.leader_region = [leader.region for leader in world.leaders]
    state.leader_fate = [Fate.WELL if leader.first <= 0 <= leader.last else Fate.AWAY for leader in world.leaders]
    _open_politics(world, state)
    _look_back(world, state)
    take_stock(world, state)
    return state


def take_stock(world: World, state: State) -> None:
    """Write down what is possible now, for everybody to know: treaties, congresses, promises, patrons' roads."""
    state.signable = [int(instrument.when.holds(world, state)) for instrument in world.instruments]
    state.ready = [int(congress.when.holds(world, state)) for congress in world.congresses]
    state.promisable = [int(promise.when.holds(world, state)) for promise in world.promises]
    state.access = [
        int(regard >= 0 and when.holds(world, state))
        for patron in world.patrons
        for regard, when in zip(patron.regard, patron.access, strict=True)
    ]


def _open_politics(world: World, state: State) -> None:
    factions = state.faction_count
    state.wing_side = [wing.faction for wing in world.wings]
    state.loyalty = [wing.loyalty for wing in world.wings]
    state.grievance = [wing.grievance for wing in world.wings]
    state.goodwill = [0] * (len(world.wings) * factions)
    state.regard = [max(0, regard) for patron in world.patrons for regard in patron.regard]
    state.held = [NEVER] * len(world.congresses)
    state.seats = [0] * (len(world.congresses) * len(world.wings))
    state.guilt = [0] * (factions * factions)
    state.signed_at = [NEVER] * len(world.instruments)
    state.ended_at = [NEVER] * len(world.instruments)
    state.stakes = [100] * (factions * len(world.clauses))


def _look_back(world: World, state: State) -> None:
    """Enter what happened before the first turn: as in a war that has been played up to here."""
    for event, turn, option in world.start.fired:
        state.fired[event], state.answer[event] = turn, option
    for congress, turn in world.start.held:
        state.held[congress] = turn
    for congress, wing, seats in world.start.seats:
        state.seats[congress * len(world.wings) + wing] = seats
    for wing, side in world.start.sides:
        state.wing_side[wing] = side
    for leader, fate in world.start.fates:
        state.leader_fate[leader] = fate
    for a, b, strain in world.start.strains:
        state.strain[a * state.faction_count + b] = state.strain[b * state.faction_count + a] = strain


def _open_factions(world: World, state: State) -> None:
    factions, regions = state.faction_count, state.region_count
    state.status = [faction.status for faction in world.factions]
    state.cadres = [faction.cadres for faction in world.factions]
    state.arms = [faction.arms for faction in world.factions]
    state.supplies = [faction.supplies for faction in world.factions]
    state.standing = [faction.standing for faction in world.factions]
    state.output = [0] * factions
    state.stigma = [0] * factions
    state.strain = [0] * (factions * factions)
    state.fallen = [0] * factions
    state.judged = [-1] * factions
    state.score = [0] * factions
    state.policy = [value for faction in world.factions for value in faction.policies]
    state.relation = [Relation.HOSTILE] * (factions * factions)
    for faction in range(factions):
        state.relation[faction * factions + faction] = Relation.ALLIED
    for a, b, relation in world.start.relations:
        state.relation[a * factions + b] = relation
        state.relation[b * factions + a] = relation
    state.men = [0] * (factions * regions * SLOTS)
    state.total = [0] * (factions * regions)
    state.posture = [Posture.OPEN] * (factions * regions)
    for faction, region, slot, men in world.start.men:
        place = faction * regions + region
        state.men[place * SLOTS + slot] += men
        state.total[place] += men
    for faction, region in world.start.hidden:
        state.posture[faction * regions + region] = Posture.HIDDEN


def _open_regions(world: World, state: State) -> None:
    factions, regions = state.faction_count, state.region_count
    hearths = factions * regions
    state.sympathy = [0] * hearths
    state.scar = [0] * hearths
    state.council = [0] * hearths
    state.heat = [0] * hearths
    state.informers = [0] * hearths
    for region, faction, value in world.start.sympathy:
        state.sympathy[region * factions + faction] = value
    for region, faction, level in world.start.councils:
        state.council[region * factions + faction] = level
    state.fear = list(world.start.fear)
    state.feuds = list(world.start.feuds)
    state.town = list(world.start.towns)
    state.country = list(world.start.country)
    state.grain = [0] * regions
    state.burned = [0] * regions
    state.wire = [0] * regions
    state.idle = [0] * regions
    state.cut = [0] * len(world.links)
