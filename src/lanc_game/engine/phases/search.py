"""The search of the country: who sweeps looks for the hidden, breaks councils, frightens villages."""

from lanc_game.engine import facts
from lanc_game.engine.changes import win
from lanc_game.engine.formulas import clamp, discovery
from lanc_game.engine.ledger import CONCEALED, Month
from lanc_game.engine.names import Cause, Figure, Posture, Verb
from lanc_game.engine.pacts import truce_here
from lanc_game.engine.world import SLOTS

ALL_SLOTS = tuple(range(SLOTS))
FULL = 1000
HUNTED = 12  # sympathy, in thousandths, that a sweep through the villages costs whoever sweeps


def columns(month: Month, faction: int, region: int) -> int:
    """Return a faction's men in a region who can go and look."""
    base = (faction * month.state.region_count + region) * SLOTS
    return sum([month.state.men[base + slot] for slot in month.world.mobile[faction]])


def comb(month: Month, faction: int, region: int, offensive: bool) -> None:
    """Look for the hidden, break councils, frighten villages."""
    state, world, rules = month.state, month.world, month.rules
    searchers = columns(month, faction, region)
    if not searchers:
        return
    width = state.faction_count
    strong = world.may[faction][Verb.SWEEP]
    searchers = searchers * (strong.strength if strong else 100) // 100
    for other in range(width):
        if not month.foes(faction, other) or truce_here(month, faction, other, region):
            continue
        _hunt(month, faction, other, region, searchers, offensive)
        _break_council(month, faction, other, region, offensive)
    month.change(Figure.FEAR, region, rules.sweep_fear * (2 if offensive else 1), Cause.SWEPT, faction)
    win(month, region, faction, -HUNTED, Cause.SWEPT)


def _hunt(month: Month, faction: int, other: int, region: int, searchers: int, offensive: bool) -> None:
    state, world, rules = month.state, month.world, month.rules
    place = other * state.region_count + region
    if not state.total[place] or state.posture[place] not in CONCEALED:
        return
    width = state.faction_count
    share = discovery(
        world.regions[region].terrain, state.fear[region], state.feuds[region],
        state.sympathy[region * width + other], bool(state.informers[region * width + faction]), searchers, rules,
    )  # fmt: skip
    if offensive:
        share = share * rules.offensive_discovery // FULL
    if month.start.get(place) == Posture.HIDING and place not in month.acted:
        share //= 2  # also of those who were beaten on the way out
    luck = month.dice.spread(
        60, world.factions[faction].id, world.regions[region].id, "hunt_" + world.factions[other].id
    )
    found = state.total[place] * clamp(share * luck // FULL, 0, 900) // FULL
    killed = month.lose(place, found // 3, ALL_SLOTS, Cause.KILLED, faction)
    taken = month.lose(place, found // 3, ALL_SLOTS, Cause.TAKEN, faction)
    month.change(Figure.ARMS, faction, (killed + taken) // 2, Cause.CAPTURED_ARMS, other)
    month.tell(facts.Swept, faction, other, region, found, killed + taken, offensive)


def _break_council(month: Month, faction: int, other: int, region: int, offensive: bool) -> None:
    state, rules = month.state, month.rules
    hearth = region * state.faction_count + other
    if state.council[hearth] < 2:
        return
    chance = rules.offensive_council if offensive else rules.sweep_council
    chance = chance * min(FULL, columns(month, faction, region) * FULL // rules.sweep_men) // FULL
    name, where = month.world.factions[faction].id, month.world.regions[region].id
    if month.dice.chance(chance, name, where, "council_" + month.world.factions[other].id):
        month.change(Figure.COUNCIL, hearth, -1, Cause.SWEPT, faction)
        month.tell(facts.CouncilChanged, other, faction, region, state.council[hearth], Cause.SWEPT)
