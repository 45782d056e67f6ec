"""Who sees what at the end of a month: the memory that views are made of."""

from itertools import compress

from lanc_game.engine.dice import Dice
from lanc_game.engine.formulas import strength
from lanc_game.engine.names import IN_PLAY, Posture, Relation
from lanc_game.engine.state import Seen, Sight, State
from lanc_game.engine.world import SLOTS, World

EXACT, ABOUT, NOTHING = 2, 1, 0
ALL_SLOTS = tuple(range(SLOTS))
ALLIED, HIDDEN = Relation.ALLIED, Posture.HIDDEN  # members by names of their own: see docs/performance.md
make = tuple.__new__  # of a named tuple: half the time of calling it by name, and hundreds are made a month


def levels_of_sight(world: World, state: State, faction: int) -> list[int]:
    """Return how well a faction sees each region: exactly with open men or a council of two, about next door to men."""
    regions, factions, beside = state.region_count, state.faction_count, world.beside
    levels = [NOTHING] * regions
    for region, council in enumerate(state.council[faction::factions]):
        if council:
            levels[region] = EXACT if council >= 2 else ABOUT
    for region in compress(range(regions), state.informers[faction::factions]):
        levels[region] = levels[region] or ABOUT
    for place in state.manned_by(faction):
        region = place % regions
        if state.posture[place] == HIDDEN:
            levels[region] = levels[region] or ABOUT
            continue
        levels[region] = EXACT
        for near in beside[region]:
            levels[near] = levels[near] or ABOUT
    return levels


def observe(world: World, state: State, dice: Dice) -> None:
    """Write what every faction in the war now sees into the state's memory. What is told of a force is told to all alike."""
    regions, factions = state.region_count, state.faction_count
    exact = _forces(world, state)
    about: dict[int, list[Seen]] = {}  # filled when asked for: nobody guesses where nobody looks
    people = [tuple(state.sympathy[hearth : hearth + factions]) for hearth in range(0, regions * factions, factions)]
    councils = [tuple(state.council[hearth : hearth + factions]) for hearth in range(0, regions * factions, factions)]
    fear, turn, sights = state.fear, state.turn, state.sights
    for faction in range(factions):
        if state.status[faction] not in IN_PLAY:
            continue
        friends = [relation == ALLIED for relation in state.relation[faction * factions : (faction + 1) * factions]]
        for region, level in enumerate(levels_of_sight(world, state, faction)):
            if level == NOTHING:
                continue
            if level == ABOUT and region not in about:
                about[region] = _hearsay(world, region, exact[region], dice)
            forces: list[Seen] = []
            for seen in exact[region] if level == EXACT else about[region]:
                if seen.faction != faction and (not seen.hidden or friends[seen.faction]):
                    forces.append(seen)  # noqa: PERF401 - a hundred times a month, and a comprehension costs a call
            known = (turn, level, tuple(forces), people[region], councils[region], fear[region])
            sights[faction * regions + region] = make(Sight, known)


def _hearsay(world: World, region: int, here: list[Seen], dice: Dice) -> list[Seen]:
    """Return what the neighbourhood says of who stands in a region."""
    glimpse, where = world.rules.glimpse, world.regions[region].id
    told: list[Seen] = []
    for faction, men, force, mobile, hidden in here:
        error = dice.spread(glimpse, world.factions[faction].id, where, "sight")
        men = men * error // 1000
        step = 10 if men < 1000 else 50
        men = men // step * step or step
        told.append(make(Seen, (faction, men, force * error // 1000, mobile * error // 1000, hidden)))
    return told


def _forces(world: World, state: State) -> list[list[Seen]]:
    """Return who stands in each region, by faction, leaving out the hidden men of those who have no ally to know of them."""
    factions, regions, rules = state.faction_count, state.region_count, world.rules
    weights, roving, posted = world.strengths, world.roving, world.posted
    found: list[list[Seen]] = [[] for _ in range(regions)]
    alone = [state.relation[faction::factions].count(ALLIED) == 1 for faction in range(factions)]  # but with itself
    for place in state.manned():
        faction = place // regions
        hidden = state.posture[place] == HIDDEN
        if hidden and alone[faction]:
            continue
        row = state.men[place * SLOTS : place * SLOTS + SLOTS]
        force = mobile = strength(row, weights[faction], ALL_SLOTS, rules)
        for slot in posted[faction]:
            if row[slot]:
                mobile = strength(row, weights[faction], roving[faction], rules)
                break
        found[place % regions].append(make(Seen, (faction, state.total[place], force, mobile, hidden)))
    return found
