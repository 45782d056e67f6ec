"""Control: who holds the towns and the country of each region, by who is there in the open and whose council works."""

from operator import mul

from lanc_game.engine import facts
from lanc_game.engine.ledger import Month
from lanc_game.engine.names import Posture, Relation, Role
from lanc_game.engine.world import NOBODY, SLOTS

COUNCIL_WEIGHT = 35  # men's worth of a council level, for holding the country
LEAST_COUNTRY = 60
LEAST_TOWN = 40
OUTWEIGHS = 1500  # thousandths by which a holder of the country must outweigh each rival
KEEPS = 800  # and by which the present holder must, to keep it

HIDDEN, ALLIED = Posture.HIDDEN, Relation.ALLIED  # by names of their own: see docs/performance.md

TOWN_WEIGHT = {
    Role.CELL: 0,
    Role.BAND: 60,
    Role.REGULAR: 100,
    Role.MILITIA: 20,
    Role.GARRISON: 100,
    Role.COLUMN: 100,
}
COUNTRY_WEIGHT = {
    Role.CELL: 0,
    Role.BAND: 100,
    Role.REGULAR: 100,
    Role.MILITIA: 70,
    Role.GARRISON: 0,
    Role.COLUMN: 30,
}

Weights = list[list[int]]  # of a hundred men, by faction and slot
Claims = list[tuple[int, int]]  # (what a faction weighs, who), the heaviest first


def run(month: Month) -> None:
    """Settle both sides of every region."""
    state = month.state
    town_weights = _weights(month, TOWN_WEIGHT)
    country_weights = _weights(month, COUNTRY_WEIGHT)
    shown: list[list[int]] = [[] for _ in range(state.region_count)]  # who is there in the open
    for place in state.manned():
        if state.posture[place] != HIDDEN:
            shown[place % state.region_count].append(place // state.region_count)
    for region, here in enumerate(shown):
        _towns(month, region, here, town_weights)
        _country(month, region, here, country_weights)


def _weights(month: Month, by_role: dict[Role, int]) -> Weights:
    return [[by_role[unit.role] for unit in units] for units in month.world.slots]


def _weight(month: Month, faction: int, region: int, weights: Weights) -> int:
    """Return what the men of a faction who are there in the open weigh."""
    base = (faction * month.state.region_count + region) * SLOTS
    total: int = sum(map(mul, weights[faction], month.state.men[base : base + SLOTS]))
    return total // 100


def _ranked(month: Month, claims: Claims) -> Claims:
    if len(claims) > 1:
        claims.sort(key=lambda claim: (-claim[0], month.world.factions[claim[1]].id))
    return claims


def _towns(month: Month, region: int, here: list[int], weights: Weights) -> None:
    """A holder with men in the towns keeps them; an empty town goes to whoever stands there and outweighs his foes."""
    state = month.state
    holder = state.town[region]
    posted = _weight(month, holder, region, weights) if holder in here else 0
    if posted >= LEAST_TOWN:
        return
    claims = _ranked(month, [(_weight(month, faction, region, weights), faction) for faction in here])
    if posted and not any(weight >= LEAST_TOWN and month.foes(holder, faction) for weight, faction in claims):
        return  # a handful is enough where nobody challenges it
    if not claims or claims[0][0] < LEAST_TOWN:
        if holder != NOBODY and not _has_country(month, holder, region):
            _take_town(month, region, NOBODY, holder)
        return
    best, taker = claims[0]
    foes = [weight for weight, faction in claims[1:] if month.foes(taker, faction)]
    if holder not in (NOBODY, taker) and month.relation(taker, holder) in (Relation.TRUCE, Relation.ALLIED):
        return
    if not foes or best > foes[0]:
        _take_town(month, region, taker, holder)


def _has_country(month: Month, faction: int, region: int) -> bool:
    state = month.state
    return state.country[region] == faction or state.council[region * state.faction_count + faction] >= 2


def _take_town(month: Month, region: int, taker: int, holder: int) -> None:
    if taker == holder:
        return
    month.state.town[region] = taker
    month.tell(facts.TownTaken, taker, holder, region)


def _country(month: Month, region: int, here: list[int], weights: Weights) -> None:
    """The country is held by open men whom no rival outweighs; a council counts for some, and helps to keep it."""
    state = month.state
    width = state.faction_count
    holder = state.country[region]
    councils = state.council[region * width : (region + 1) * width]
    claims: Claims = []
    for faction in here:
        weight = _weight(month, faction, region, weights)
        if weight or councils[faction] >= 2:
            claims.append((weight + councils[faction] * COUNCIL_WEIGHT, faction))
    if max(councils) >= 2:
        alone = [(level, faction) for faction, level in enumerate(councils) if level >= 2 and faction not in here]
        claims += [(level * COUNCIL_WEIGHT, faction) for level, faction in alone]
    taker = NOBODY
    if _ranked(month, claims) and claims[0][0] >= LEAST_COUNTRY:
        best, first = claims[0]
        rivals = [weight for weight, faction in claims[1:] if month.relation(first, faction) != ALLIED]
        need = KEEPS if first == holder else OUTWEIGHS
        if not rivals or best * 1000 >= rivals[0] * need:
            taker = first
        elif holder != NOBODY and any(f == holder and w * 1000 >= best * KEEPS for w, f in claims):
            taker = holder
    if taker != holder:
        state.country[region] = taker
        month.tell(facts.CountryTaken, taker, holder, region)
