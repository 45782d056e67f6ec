"""What a position is worth to a side: its verdict as it stands, finely graded, and the means of improving it."""

from lanc_game.engine.names import FactionKind, Role
from lanc_game.engine.state import State
from lanc_game.engine.world import SLOTS, World

FINE = 1000  # parts of a point
DEAR = 2  # what one of the fallen costs a power that has to explain them at home
BEYOND = 10  # percent that still counts outside a measure's bounds
VILLAGER = 30  # percent of a man under arms that a village guard is worth

# What the means are worth when the war begins, in thousandths of a point; by its end they are worth nothing.
DOUBLED = 800  # twice the men: the first hundreds count most
COUNCIL = 150  # a level of a council
CADRE = 500
STANDING = 60  # a point of it
MEN, SYMPATHY = 4, 4  # so many of them for one
MOST_ARMS = 2000  # rifles that there can be hands for


def worth(world: World, state: State, faction: int) -> int:
    """Return the worth of a position to a faction, in thousandths of a point of its verdict; beyond its bounds a little."""
    total = 0
    for measure in world.factions[faction].measures:
        span = max(1, measure.high - measure.low)
        value = measure.number.value(world, state) - measure.low
        inside = min(max(value, 0), span)
        outside = max(-span, min(value - inside, span))
        total += measure.points * FINE * (100 * inside + BEYOND * outside) // (100 * span)
    if world.factions[faction].kind in (FactionKind.OCCUPIER, FactionKind.GOVERNMENT):
        total -= DEAR * state.fallen[faction]
    return total + _means(world, state, faction)


def _means(world: World, state: State, faction: int) -> int:
    """Return what men, arms and cadres are worth for the months that are left."""
    left = max(0, len(world.turns) - state.turn)
    regions = state.region_count
    first, last = faction * regions * SLOTS, (faction + 1) * regions * SLOTS
    men = 0
    for slot, unit in enumerate(world.slots[faction]):
        weight = VILLAGER if unit.role is Role.MILITIA else 100
        men += weight * sum(state.men[first + slot : last : SLOTS]) // 100
    levels = sum(state.council[faction :: state.faction_count])
    sympathy = sum(state.sympathy[faction :: state.faction_count])
    pool = DOUBLED * men.bit_length() + men // MEN + COUNCIL * levels + sympathy // SYMPATHY
    pool += min(state.arms[faction], MOST_ARMS) + CADRE * state.cadres[faction] + STANDING * state.standing[faction]
    return pool * left // len(world.turns)
