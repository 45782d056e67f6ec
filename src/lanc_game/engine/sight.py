"""Who sees what at the end of a month: the memory that views are made of."""

from lanc_game.engine.dice import Dice
from lanc_game.engine.formulas import strength
from lanc_game.engine.names import IN_PLAY, Posture, Relation
from lanc_game.engine.state import Seen, Sight, State
from lanc_game.engine.world import SLOTS, World

EXACT, ABOUT, NOTHING = 2, 1, 0
ALL_SLOTS = tuple(range(SLOTS))
ALLIED, HIDDEN = Relation.ALLIED, Posture.HIDDEN  # members by names of their own: see docs/performance.md


def levels_of_sight(world: World, state: State, faction: int) -> list[int]:
    """Return how well a faction sees each region: exactly with open men or a council of two, about next door to men."""
    regions, factions = state.region_count, state.faction_count
    total = state.total[faction * regions : (faction + 1) * regions]
    posture = state.posture[faction * regions : (faction + 1) * regions]
    council = state.council[faction::factions]
    informers = state.informers[faction::factions]
    levels = [
        EXACT if level >= 2 else ABOUT if level or men or paid else NOTHING
        for level, men, paid in zip(council, total, informers, strict=True)
    ]
    for region, men in enumerate(total):
        if men and posture[region] != HIDDEN:
            levels[region] = EXACT
            for near in world.beside[region]:
                levels[near] = levels[near] or ABOUT
    return levels


def observe(world: World, state: State, dice: Dice) -> None:
    """Write what every faction in the war now sees into the state's memory. What is told of a force is told to all alike."""
    regions, factions = state.region_count, state.faction_count
    exact = _forces(world, state)
    about = _hearsay(world, exact, dice)
    people = [tuple(state.sympathy[hearth : hearth + factions]) for hearth in range(0, regions * factions, factions)]
    councils = [tuple(state.council[hearth : hearth + factions]) for hearth in range(0, regions * factions, factions)]
    fear, turn, sights = state.fear, state.turn, state.sights
    for faction in range(factions):
        if state.status[faction] not in IN_PLAY:
            continue
        relation = state.relation[faction * factions : (faction + 1) * factions]
        for region, level in enumerate(levels_of_sight(world, state, faction)):
            if level == NOTHING:
                continue
            forces = tuple(
                [
                    seen
                    for seen in (exact[region] if level == EXACT else about[region])
                    if seen.faction != faction and (not seen.hidden or relation[seen.faction] == ALLIED)
                ]
            )
            sights[faction * regions + region] = Sight(
                turn, level, forces, people[region], councils[region], fear[region]
            )


def _hearsay(world: World, exact: list[list[Seen]], dice: Dice) -> list[list[Seen]]:
    """Return what the neighbourhood says of who stands in each region."""
    names, glimpse = [faction.id for faction in world.factions], world.rules.glimpse
    return [
        [_blur(seen, dice.spread(glimpse, names[seen.faction], world.regions[region].id, "sight")) for seen in here]
        for region, here in enumerate(exact)
    ]


def _forces(world: World, state: State) -> list[list[Seen]]:
    """Return who stands in each region, by faction."""
    found: list[list[Seen]] = [[] for _ in range(state.region_count)]
    for place, men in enumerate(state.total):
        if men:
            faction, region = divmod(place, state.region_count)
            row = state.men[place * SLOTS : place * SLOTS + SLOTS]
            weights = world.strengths[faction]
            force = strength(row, weights, ALL_SLOTS, world.rules)
            mobile = strength(row, weights, world.roving[faction], world.rules)
            found[region].append(Seen(faction, men, force, mobile, state.posture[place] == HIDDEN))
    return found


def _blur(seen: Seen, error: int) -> Seen:
    men, force, mobile = _round(seen.men * error // 1000), seen.strength * error // 1000, seen.mobile * error // 1000
    return Seen(seen.faction, men, force, mobile, seen.hidden)


def _round(men: int) -> int:
    step = 10 if men < 1000 else 50
    return max(step, men // step * step)
