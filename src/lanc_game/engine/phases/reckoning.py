"""Reckoning: what the month did to everybody. Harvest, food and winter; reprisals, fear and blame; councils and standing."""

from itertools import compress
from operator import mul

from lanc_game.engine import facts, patrons
from lanc_game.engine.changes import win
from lanc_game.engine.formulas import blame_shares, cadres_due
from lanc_game.engine.ledger import Month
from lanc_game.engine.names import (
    IN_PLAY,
    Cause,
    FactionKind,
    Figure,
    Policy,
    Posture,
    Relation,
    Reprisals,
    Requisition,
    Role,
    Status,
    Terrain,
    Verb,
    Worth,
)
from lanc_game.engine.phases.deeds import join_bands, volunteers
from lanc_game.engine.routes import supplied
from lanc_game.engine.world import NOBODY, SLOTS

FULL = 1000
MEN_FED = 10  # men fed for a month by one supply
OUTPUT = {Worth.OIL: 3, Worth.CHROME: 2, Worth.CAPITAL: 2, Worth.PORT: 1, Worth.GRAIN: 1}
HIDDEN, HIDING, MILITIA = Posture.HIDDEN, Posture.HIDING, Role.MILITIA  # names of their own: see docs/performance.md
ALLIED, MOUNTAIN = Relation.ALLIED, Terrain.MOUNTAIN
GRAIN, SUPPLIES, FEAR, SYMPATHY = Figure.GRAIN, Figure.SUPPLIES, Figure.FEAR, Figure.SYMPATHY
TIME, HARVEST, REQUISITION, WORK = Cause.TIME, Cause.HARVEST, Cause.REQUISITION, Cause.COUNCIL_WORK
HEAVY = Requisition.HEAVY
LOCALS = (FactionKind.MOVEMENT, FactionKind.LOCAL)
RULERS = (FactionKind.OCCUPIER, FactionKind.GOVERNMENT)


def run(month: Month) -> None:
    """Settle the month's accounts."""
    _reprisals(month)
    _harvest(month)
    _home(month)
    patrons.give(month)
    _eat(month)
    _winter(month)
    volunteers(month)
    _people(month)
    _councils(month)
    _standing(month)
    _cadres(month)
    _fade(month)


# --- reprisals


def _reprisals(month: Month) -> None:
    """Whoever keeps the towns and a policy of reprisals answers deeds done near them upon the villages."""
    state, rules = month.state, month.rules
    width = state.faction_count
    for region, holder in enumerate(state.town):
        if holder == NOBODY or max(state.heat[region * width : (region + 1) * width]) < rules.reprisal_heat:
            continue
        if month.world.factions[holder].kind not in RULERS or not state.total[holder * state.region_count + region]:
            continue
        policy = state.policy[holder * 2 + Policy.REPRISALS]
        if policy == Reprisals.NONE:
            continue
        need = rules.reprisal_heat if policy == Reprisals.HARSH else rules.reprisal_heat * 3 // 2
        guilty = [(state.heat[region * width + f], f) for f in month.world.movements if month.foes(holder, f)]
        heat, culprit = max(guilty, default=(0, NOBODY), key=lambda g: (g[0], month.world.factions[g[1]].id))
        if heat >= need:
            _burn(month, region, holder, culprit, heat, harsh=policy == Reprisals.HARSH)


def _burn(month: Month, region: int, holder: int, culprit: int, heat: int, *, harsh: bool) -> None:
    state, world, rules = month.state, month.world, month.rules
    width = state.faction_count
    name, where = world.factions[holder].id, world.regions[region].id
    villages = 1 + month.dice.below(3 if harsh else 2, name, where, "burn")
    fear = month.change(
        Figure.FEAR,
        region,
        rules.reprisal_fear_harsh if harsh else rules.reprisal_fear_measured,
        Cause.REPRISAL,
        holder,
    )
    state.burned[region] += villages
    rival = max((state.council[region * width + f] for f in world.movements if f != culprit), default=0)
    share = blame_shares(
        heat, state.standing[culprit], state.council[region * width + culprit], rival,
        state.sympathy[region * width + culprit],
    )  # fmt: skip
    shift = rules.reprisal_blame * (3 if harsh else 2) // 2
    win(month, region, culprit, -(shift * share // 100), Cause.REPRISAL)
    _turn_against(month, region, holder, shift * (100 - share) // 100)
    month.tell(facts.Avenged, holder, culprit, region, villages, fear, 100 - share, share, harsh)
    _to_the_hills(month, region, holder, culprit, share, villages)


def _turn_against(month: Month, region: int, holder: int, shift: int) -> None:
    """What the burner loses in the villages goes to those who have been resisting him there."""
    state = month.state
    width = state.faction_count
    win(month, region, holder, -shift, Cause.REPRISAL)
    resisting = [(state.heat[region * width + f], f) for f in month.world.movements if month.foes(holder, f)]
    total = sum(heat for heat, _ in resisting)
    for heat, faction in resisting:
        if heat:
            win(month, region, faction, shift * heat // total // 2, Cause.REPRISAL)


def _to_the_hills(month: Month, region: int, holder: int, culprit: int, share: int, villages: int) -> None:
    """Men whose homes are gone join whoever is armed in the nearest hills and is blamed least."""
    state, world = month.state, month.world
    near = (region, *world.beside[region])
    found: list[tuple[int, int, int]] = []
    for faction in world.movements:
        if not month.foes(holder, faction) or state.status[faction] not in IN_PLAY:
            continue
        for place in near:
            men = state.total[faction * state.region_count + place]
            if men:
                weight = state.sympathy[region * state.faction_count + faction] + (0 if place == region else -100)
                found.append((weight - (share * 3 if faction == culprit else 0), faction, place))
    if not found:
        return
    _, faction, place = max(found, key=lambda f: (f[0], world.factions[f[1]].id, world.regions[f[2]].id))
    men = world.regions[region].people * month.rules.reprisal_homeless * villages // 3
    joined = join_bands(month, faction, place, men, Cause.BURNED_OUT)
    if joined:
        month.tell(facts.TookToHills, faction, holder, region, joined)


# --- food


def _harvest(month: Month) -> None:
    """Grain comes in over the harvest months; councils take a tithe, occupiers requisition; the rest is eaten at home."""
    state, world, rules = month.state, month.world, month.rules
    harvest = world.turns[state.turn].harvest
    for region, grain in enumerate(state.grain):
        if grain:
            month.change(GRAIN, region, grain * rules.grain_keep // FULL - grain, TIME)
        if harvest:
            crop = world.regions[region].people * rules.harvest_per_thousand
            if Worth.GRAIN in world.regions[region].worth:
                crop = crop * rules.grain_bonus // FULL
            month.change(GRAIN, region, crop, HARVEST)
        left = state.grain[region]
        if left:
            _requisition(month, region, left, _tithe(month, region, left))


def _tithe(month: Month, region: int, grain: int) -> int:
    """Let the councils of a region, and who holds its country, take their part; return the highest council that resists."""
    state, rules = month.state, month.rules
    width = state.faction_count
    holder, keeper = state.country[region], state.town[region]
    councils = state.council[region * width : (region + 1) * width]
    resisting = 0
    for faction in month.world.movements:
        level = councils[faction]
        if not level and faction != holder:
            continue
        share = level * rules.council_tithe + (rules.country_tithe if holder == faction else 0)
        if share:
            _take_grain(month, faction, region, grain * share // FULL, HARVEST)
            if level > resisting and keeper != NOBODY and month.relation(faction, keeper) != ALLIED:
                resisting = level
    return resisting


def _requisition(month: Month, region: int, grain: int, resisting: int) -> None:
    state, rules = month.state, month.rules
    holder = state.town[region]
    if holder == NOBODY or month.world.factions[holder].kind in LOCALS:
        return
    heavy = state.policy[holder * 2 + Policy.REQUISITION] == HEAVY
    share = rules.requisition_heavy if heavy else rules.requisition_light
    if resisting:
        share = share * max(0, FULL - rules.requisition_resist * resisting) // FULL
    _take_grain(month, holder, region, grain * share // FULL, REQUISITION)
    if not heavy:
        return
    if resisting < 2:
        month.change(FEAR, region, rules.requisition_fear, REQUISITION, holder)
    for faction in month.world.movements:
        if month.foes(holder, faction) and state.council[region * state.faction_count + faction]:
            win(month, region, faction, rules.requisition_anger, REQUISITION)


def _take_grain(month: Month, faction: int, region: int, amount: int, cause: Cause) -> None:
    taken = -month.change(GRAIN, region, -amount, cause, faction)
    month.change(SUPPLIES, faction, taken, cause)
    if taken and month.world.turns[month.state.turn].harvest:
        month.tell(facts.Harvested, faction, -1, region, taken)


def _home(month: Month) -> None:
    """What comes from home, and what an occupier gets out of the country by open roads."""
    state, world = month.state, month.world
    for index, faction in enumerate(world.factions):
        if state.status[index] not in IN_PLAY:
            continue
        if not faction.home_supplies and faction.kind is not FactionKind.OCCUPIER:
            month.change(Figure.ARMS, index, faction.home_arms, Cause.HOME)
            continue
        fed = supplied(world, index, state.town, state.cut, month.friends(index))
        if any(fed):  # nothing comes from home to a side that holds no way in
            month.change(Figure.ARMS, index, faction.home_arms, Cause.HOME)
            month.change(Figure.SUPPLIES, index, faction.home_supplies, Cause.HOME)
        if faction.kind is FactionKind.OCCUPIER:
            got = sum(
                OUTPUT[worth]
                for region, ok in enumerate(fed)
                if ok and state.town[region] == index and not state.idle[region]
                for worth in world.regions[region].worth
            )
            month.change(Figure.OUTPUT, index, got, Cause.TOWNS)


def _eat(month: Month) -> None:
    """Open men eat from the stores; the hidden live on friendly villages. Where there is nothing, men go home."""
    state, rules = month.state, month.rules
    for faction in range(state.faction_count):
        if state.status[faction] not in IN_PLAY:
            continue
        places = state.manned_by(faction)
        need = _eaters(month, faction, [place for place in places if state.posture[place] != HIDDEN]) // MEN_FED
        fed = -month.change(Figure.SUPPLIES, faction, -need, Cause.UPKEEP)
        short = (need - fed) * FULL // max(1, need)
        for place in places:
            if short or state.posture[place] == HIDDEN:
                _hunger(month, faction, place, short)
        _spoil(month, faction, state.men_of(faction))
        arms = state.arms[faction]
        if arms >= 100:
            month.change(Figure.ARMS, faction, -(arms * rules.wear // FULL), Cause.WEAR)


def _spoil(month: Month, faction: int, men: int) -> None:
    """Stores beyond what a side's men can guard and carry are eaten by others or rot."""
    keep = month.rules.stores_least + men // MEN_FED * month.rules.stores_months
    excess = month.state.supplies[faction] - keep
    if excess > 0:
        month.change(Figure.SUPPLIES, faction, -(excess * month.rules.stores_spoil // FULL), Cause.WEAR)


def _eaters(month: Month, faction: int, places: list[int]) -> int:
    """Return the men in some places who live on the stores: all but the militia, who eat at home."""
    state = month.state
    slot = month.world.slot_by_role[faction][MILITIA]
    at_home = sum([state.men[place * SLOTS + slot] for place in places]) if slot >= 0 else 0
    return sum([state.total[place] for place in places]) - at_home


def _hunger(month: Month, faction: int, place: int, short: int) -> None:
    state, rules = month.state, month.rules
    region = place % state.region_count
    if state.posture[place] == HIDDEN:
        friends = state.sympathy[region * state.faction_count + faction]
        share = 0 if friends >= 150 else rules.hidden_hunger * (150 - friends) // 150
    else:
        share = rules.hunger_loss * short // FULL
    going = state.total[place] * share // FULL
    if not going:
        return
    lost = month.lose(place, going, month.world.fielded[faction], Cause.DESERTED)
    if lost > 9:
        month.tell(facts.Hungered, faction, -1, region, lost, winter=False)


def _winter(month: Month) -> None:
    """Snow wears down whoever stands in the open in the mountains without a town to sleep in."""
    state, world = month.state, month.world
    if not world.turns[state.turn].winter:
        return
    for region, definition in enumerate(world.regions):
        if definition.terrain is not MOUNTAIN:
            continue
        for faction, men in enumerate(state.total[region :: state.region_count]):
            place = faction * state.region_count + region
            if not men or state.town[region] == faction or state.posture[place] == HIDDEN:
                continue
            lost = month.lose(place, men * month.rules.winter_loss // FULL, world.fielded[faction], Cause.WINTER)
            if lost > 9:
                month.tell(facts.Hungered, faction, -1, region, lost, winter=True)


# --- people


def _people(month: Month) -> None:
    """Fear silences and lets go again; councils and quiet presence win the uncommitted little by little."""
    state, rules, movements = month.state, month.rules, month.world.movements
    width = state.faction_count
    for region, fear in enumerate(state.fear):
        base = region * width
        if fear:
            month.change(FEAR, region, fear * rules.fear_keep // FULL - fear, TIME)
            silenced = rules.fear_silence * fear // FULL
            healed = fear * (FULL - rules.fear_keep) // FULL
            for faction in movements:
                hearth = base + faction
                lost = state.sympathy[hearth] * silenced // FULL
                if lost:
                    lost = -month.change(SYMPATHY, hearth, -lost, Cause.FEAR_FELT)
                    state.scar[hearth] += lost * rules.scar_heals // FULL
                if state.scar[hearth]:
                    _speak(month, region, faction, fear, healed)
        elif any(state.scar[base : base + width]):
            for faction in movements:
                _speak(month, region, faction, 1, 1)
        holder = state.country[region]
        councils = state.council[base : base + width]
        for faction in movements:
            if councils[faction] or holder == faction:
                pull = councils[faction] * rules.council_pull + (rules.presence_pull if holder == faction else 0)
                free = FULL - sum(state.sympathy[base : base + width])
                win(month, region, faction, pull * free // FULL + (pull > 0), WORK)


def _speak(month: Month, region: int, faction: int, fear: int, healed: int) -> None:
    hearth = region * month.state.faction_count + faction
    back = month.state.scar[hearth] * healed // max(1, fear)
    if back:
        month.state.scar[hearth] -= back
        win(month, region, faction, back, Cause.FEAR_EASED)


def _councils(month: Month) -> None:
    """A council with nobody of its side in the region or next to it is slowly forgotten."""
    state, world = month.state, month.world
    width, count = state.faction_count, state.region_count
    for faction in world.movements:
        men = state.total[faction * count : (faction + 1) * count]
        for region, level in enumerate(state.council[faction::width]):
            if not level or men[region] or any(men[near] for near in world.beside[region]):
                continue
            hearth = region * width + faction
            name, where = world.factions[faction].id, world.regions[region].id
            if month.dice.chance(month.rules.council_neglect, name, where, "neglect"):
                month.change(Figure.COUNCIL, hearth, -1, Cause.NEGLECT)
                month.tell(facts.CouncilChanged, faction, -1, region, state.council[hearth], Cause.NEGLECT)


def _standing(month: Month) -> None:
    """Standing drifts towards what is seen: councils that work, towns held, the people who are for it."""
    state, world = month.state, month.world
    width = state.faction_count
    peoples = [region.people for region in world.regions]
    towns = [region.people * (2 if Worth.CAPITAL in region.worth else 1) for region in world.regions]
    people = sum(peoples)
    for faction in world.movements:
        if state.status[faction] not in IN_PLAY:
            continue
        councils = sum(map(mul, peoples, state.council[faction::width]))
        won = sum(map(mul, peoples, state.sympathy[faction::width]))
        held = sum([town for town, holder in zip(towns, state.town, strict=True) if holder == faction])
        due = (councils * 35 // 3 + held * 30 + won * 55 // FULL) // max(1, people)
        gap = min(100, due) - state.standing[faction]
        step = (
            gap * (FULL - month.rules.standing_keep) // FULL
            if gap > 0
            else -(-gap * (FULL - month.rules.standing_keep) // FULL // 2)
        )
        if step:
            month.change(Figure.STANDING, faction, step, Cause.COUNCILS)


def _cadres(month: Month) -> None:
    """Cadres grow or shrink by one a month towards what the councils can carry."""
    state, world = month.state, month.world
    for index, faction in enumerate(world.factions):
        if state.status[index] not in IN_PLAY:
            continue
        levels = sum(state.council[index :: state.faction_count])
        due = cadres_due(faction.cadres_base, levels, patrons.instructors(world, state, index), month.rules)
        if state.cadres[index] < due:
            month.change(Figure.CADRES, index, 1, Cause.COMMITTEES)
        elif state.cadres[index] > max(due, month.rules.cadres_least):
            month.change(Figure.CADRES, index, -1, Cause.COMMITTEES)


def _fade(month: Month) -> None:
    """Heat cools, cuts are mended in time, informers are forgotten, the hiding are hidden, movements change status."""
    state, rules = month.state, month.rules
    for hearth in compress(range(len(state.heat)), state.heat):
        heat = state.heat[hearth]
        state.heat[hearth] = heat * rules.heat_keep // FULL if heat > 9 else 0
    for values in (state.cut, state.wire, state.idle, state.informers):
        for at in compress(range(len(values)), values):
            values[at] -= 1
    while HIDING in state.posture:
        state.posture[state.posture.index(HIDING)] = HIDDEN
    for index, faction in enumerate(month.world.factions):
        if faction.kind is not FactionKind.MOVEMENT or state.status[index] not in IN_PLAY:
            continue
        first, last = index * state.region_count, (index + 1) * state.region_count
        places = zip(state.total[first:last], state.posture[first:last], strict=True)
        shown = any(men and posture != HIDDEN for men, posture in places)
        status = Status.ACTIVE if shown else Status.UNDERGROUND
        if month.world.may[index][Verb.HIDE] is not None:
            state.status[index] = status
