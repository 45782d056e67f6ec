"""The arithmetic that a turn and its forecast share, on plain numbers: one source for what is shown and what happens."""

from collections.abc import Sequence

from lanc_game.engine.names import Terrain, Worth
from lanc_game.engine.rules import Rules

FULL = 1000
HUNDRED = 100
STORES = (Worth.PORT, Worth.OIL, Worth.CHROME, Worth.CAPITAL)  # where there is something in store to be taken


def clamp(value: int, least: int, most: int) -> int:
    """Return ``value`` kept within bounds."""
    return least if value < least else min(value, most)


def quotient(number: int, by: int) -> int:
    """Return a quotient rounded towards nothing, whatever its sign.

    >>> quotient(7, 4), quotient(-7, 4)
    (1, -1)
    """
    return number // by if number >= 0 else -(-number // by)


def strength(row: Sequence[int], weights: Sequence[int], slots: Sequence[int], rules: Rules) -> int:
    """Return the fighting strength of men by slot; numbers past what a valley can hold count half."""
    total = men = 0
    for slot in slots:
        count = row[slot]
        if count:
            men += count
            total += count * weights[slot]
    total //= HUNDRED
    if men > rules.mob_past:
        total = total * (rules.mob_past + (men - rules.mob_past) // 2) // men
    return total


def ground(terrain: Terrain, rules: Rules) -> int:
    """Return the factor, in thousandths, of defending open country."""
    return (FULL, rules.hills_defence, rules.mountain_defence, FULL)[terrain]  # as Terrain lists them


def evasion(terrain: Terrain, rules: Rules) -> int:
    """Return the share of losses, in thousandths, that men in open country escape by not standing."""
    return (rules.evade_plain, rules.evade_hills, rules.evade_mountain, rules.evade_hills)[terrain]


def losses(own: int, other: int, rules: Rules) -> int:
    """Return the share lost, in thousandths, by a side of strength ``own`` against ``other``."""
    if other <= 0:
        return 0
    return clamp(rules.battle_loss * other // max(1, own), rules.battle_loss_least, rules.battle_loss_most)


def raid_prize(occupiers: int, worth: Sequence[Worth], heat: int, roads_open: bool, rules: Rules) -> int:
    """Return the arms that an ordinary raid could find, before luck and hands to carry them."""
    prize = rules.raid_base + rules.raid_per_garrison * occupiers // FULL
    prize += rules.raid_worth * len([w for w in worth if w in STORES])
    prize = prize * FULL // (FULL + 3 * heat)
    return prize if roads_open else prize // 2


def raid_take(prize: int, raiders: int, surprise: bool, luck: int, rules: Rules) -> int:
    """Return the arms taken; ``luck`` is a factor in thousandths."""
    prize = prize * (rules.surprise if surprise else FULL) // FULL
    return min(prize * luck // FULL, raiders * rules.raid_per_raider // FULL)


def raid_loss(raiders: int, heat: int, surprise: bool, luck: int, rules: Rules) -> int:
    """Return the men lost in a raid."""
    share = rules.raid_loss * (HUNDRED * 10 + rules.raid_alert * heat // HUNDRED) // FULL
    if surprise:
        share = share * FULL // rules.surprise
    return raiders * share * luck // FULL // FULL


def discovery(
    terrain: Terrain, fear: int, feuds: int, friends: int, informers: bool, searchers: int, rules: Rules
) -> int:
    """Return the share of hidden men, in thousandths, that ``searchers`` find. ``friends`` is sympathy for the hidden."""
    share = rules.discovery + rules.discovery_feud * feuds + rules.discovery_fear * fear // FULL
    share += rules.discovery_unfriendly * (FULL - min(FULL, 2 * friends)) // FULL
    if informers:
        share += rules.discovery_informers
    by_terrain = (rules.discovery_plain, rules.discovery_hills, rules.discovery_mountain, FULL)  # as Terrain lists them
    share = share * by_terrain[terrain] // FULL
    share = share * min(FULL, searchers * FULL // rules.sweep_men) // FULL
    return min(share, rules.discovery_most)


def agitation(uncommitted: int, fear: int, rooted: bool, verb_strength: int, rules: Rules) -> int:
    """Return the sympathy won from the uncommitted by a month of word of mouth, in thousandths."""
    gain = uncommitted * rules.agitate_gain // FULL
    gain = gain * (FULL + FULL - fear) // (2 * FULL)
    if not rooted:
        gain = gain * rules.agitate_reach // FULL
    return gain * verb_strength // HUNDRED


def willing(people: int, sympathy: int, under_arms: int, rules: Rules) -> int:
    """Return how many of ``people`` (thousands) would bear arms for a side and don't yet."""
    return max(0, people * rules.recruit_pool * sympathy // FULL - under_arms)


def recruits(people: int, sympathy: int, under_arms: int, feuds: int, verb_strength: int, rules: Rules) -> int:
    """Return how many men an order to recruit brings, arms allowing."""
    ready = willing(people, sympathy, under_arms, rules) * rules.recruit_share // FULL
    return ready * max(200, FULL - rules.recruit_feud * feuds) // FULL * verb_strength // HUNDRED


def village_units(people: int, sympathy: int, present: int, verb_strength: int, rules: Rules) -> int:
    """Return how many men an order to raise village units brings, arms allowing."""
    ready = max(0, people * rules.recruit_pool * sympathy // FULL - present)
    return ready * rules.militia_share // FULL * verb_strength // HUNDRED


def commissar_limit(levels: int, rules: Rules) -> int:
    """Return how many regulars a movement can officer with so many council levels in all."""
    return rules.commissar_base + rules.commissar_per_level * levels


def cadres_due(base: int, levels: int, lent: int, rules: Rules) -> int:
    """Return how many cadres a side grows towards: its own, those that councils bring up, and those that patrons lend."""
    own = clamp(base + levels // rules.council_levels_per_cadre, rules.cadres_least, rules.cadres_most)
    return max(rules.cadres_least, own + lent)


def blame_shares(deeds: int, standing: int, council: int, rival_council: int, sympathy: int) -> int:
    """Return the share, in percent, of the blame for a reprisal that falls on the side that provoked it.

    Where it has no council nobody speaks for it, and each further deed in the same place weighs more.
    """
    share = 20 + min(45, deeds // 7) - council * 6 + rival_council * 6 - sympathy // 40 - standing // 10
    share += 0 if council else 20
    return clamp(share, 5, 85)
