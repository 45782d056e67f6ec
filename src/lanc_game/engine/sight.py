"""Who sees what at the end of a month: the memory that views are made of."""

from lanc_game.engine.dice import Dice
from lanc_game.engine.formulas import strength
from lanc_game.engine.names import Posture, Relation
from lanc_game.engine.state import Seen, Sight, State
from lanc_game.engine.world import SLOTS, World

EXACT, ABOUT, NOTHING = 2, 1, 0


def level_of_sight(world: World, state: State, faction: int, region: int) -> int:
    """Return how well a faction sees a region: exactly with open men or a council of two, about next door to either."""
    regions, factions = state.region_count, state.faction_count
    place = faction * regions + region
    council = state.council[region * factions + faction]
    if council >= 2 or (state.total[place] and state.posture[place] != Posture.HIDDEN):
        return EXACT
    if council or state.total[place] or state.informers[region * factions + faction]:
        return ABOUT
    first = faction * regions
    for near in world.beside[region]:
        if state.total[first + near] and state.posture[first + near] != Posture.HIDDEN:
            return ABOUT
    return NOTHING


def observe(world: World, state: State, dice: Dice) -> None:
    """Write what every faction now sees into the state's memory."""
    regions, factions = state.region_count, state.faction_count
    exact = [_forces(world, state, region) for region in range(regions)]
    for faction in range(factions):
        for region in range(regions):
            level = level_of_sight(world, state, faction, region)
            if level == NOTHING:
                continue
            hearth = region * factions
            forces = tuple(
                seen if level == EXACT else _blur(world, dice, faction, region, seen)
                for seen in exact[region]
                if seen.faction != faction
                and (not seen.hidden or state.relation[faction * factions + seen.faction] == Relation.ALLIED)
            )
            state.sights[faction * regions + region] = Sight(
                state.turn,
                level,
                forces,
                tuple(state.sympathy[hearth : hearth + factions]),
                tuple(state.council[hearth : hearth + factions]),
                state.fear[region],
            )


def _forces(world: World, state: State, region: int) -> tuple[Seen, ...]:
    found: list[Seen] = []
    for faction in range(state.faction_count):
        place = faction * state.region_count + region
        men = state.total[place]
        if men:
            row = state.men[place * SLOTS : place * SLOTS + SLOTS]
            weights = world.strengths[faction]
            force = strength(row, weights, range(SLOTS), world.rules)
            mobile = strength(row, weights, world.roving[faction], world.rules)
            found.append(Seen(faction, men, force, mobile, state.posture[place] == Posture.HIDDEN))
    return tuple(found)


def _blur(world: World, dice: Dice, faction: int, region: int, seen: Seen) -> Seen:
    error = dice.spread(
        world.rules.glimpse,
        world.factions[faction].id,
        world.regions[region].id,
        world.factions[seen.faction].id,
    )
    men, force, mobile = _round(seen.men * error // 1000), seen.strength * error // 1000, seen.mobile * error // 1000
    return Seen(seen.faction, men, force, mobile, seen.hidden)


def _round(men: int) -> int:
    step = 10 if men < 1000 else 50
    return max(step, men // step * step)
