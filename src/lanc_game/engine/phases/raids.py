"""Raids: what is taken from the roads and wrecked behind the occupier's back. It hurts from next month on."""

from lanc_game.engine import facts
from lanc_game.engine.changes import set_relation, win
from lanc_game.engine.formulas import raid_loss, raid_prize, raid_take
from lanc_game.engine.ledger import Month
from lanc_game.engine.names import Cause, Figure, LinkKind, Relation, Role, Target, Verb
from lanc_game.engine.pacts import truce_here
from lanc_game.engine.world import NOBODY, SLOTS

RAIDERS = (Role.BAND, Role.CELL, Role.REGULAR)
RAID_LUCK = 40
DEED_SYMPATHY = 8
FRIENDLY = 200
KILLS = 22
MEN_TO_A_SPARE_RIFLE = 3


def run(month: Month) -> None:
    """Raid, then wreck. Heat is added after all have struck, so that nobody's raid warns another's victim."""
    heat: list[tuple[int, int]] = []
    raids = month.of(Verb.RAID)
    sharing: dict[int, int] = {}
    for _, order in raids:
        sharing[order.args[0]] = sharing.get(order.args[0], 0) + 1
    for faction, order in raids:
        if _raid(month, faction, order.args[0], sharing[order.args[0]]):
            heat.append((order.args[0] * month.state.faction_count + faction, month.rules.deed_heat))
    for faction, order in month.of(Verb.SABOTAGE):
        if _sabotage(month, faction, order.args):
            heat.append((order.args[0] * month.state.faction_count + faction, month.rules.sabotage_heat))
    for hearth, by in heat:
        month.state.heat[hearth] = min(999, month.state.heat[hearth] + by)


def _victim(month: Month, faction: int, region: int) -> int:
    """Return whom a raid strikes: an enemy who holds the towns, else the enemy with most open men there, else NOBODY."""
    state = month.state
    hostile = (Relation.WAR, Relation.HOSTILE)
    fair = [
        month.relation(faction, other) in hostile and not truce_here(month, faction, other, region)
        for other in range(state.faction_count)
    ]
    holder = state.town[region]
    if holder >= 0 and fair[holder] and state.total[holder * state.region_count + region]:
        return holder
    best, most = NOBODY, 0
    for other in range(state.faction_count):
        men = state.total[other * state.region_count + region]
        if men > most and fair[other]:
            best, most = other, men
    return best


def _raid(month: Month, faction: int, region: int, sharing: int) -> bool:
    state, world, rules = month.state, month.world, month.rules
    place = faction * state.region_count + region
    units = world.slots[faction]
    slots = [s for s, unit in enumerate(units) if unit.role in RAIDERS]
    raiders = min(rules.raid_men_most, sum(state.men[place * SLOTS + slot] for slot in slots))
    victim = _victim(month, faction, region)
    if not raiders or victim == NOBODY:
        month.tell(facts.OrderFailed, faction, -1, region, "raid", "nothing_to_raid")
        return False
    surprise = month.was_hidden(place)
    month.open_up(place)
    hearth = region * state.faction_count + faction
    there = state.total[victim * state.region_count + region]
    roads = any(not state.cut[link] for link in world.roads[region])
    prize = raid_prize(there, world.regions[region].worth, state.heat[hearth], roads, rules) // sharing
    name, where = world.factions[faction].id, world.regions[region].id
    strong = world.may[faction][Verb.RAID]
    prize = prize * (strong.strength if strong else 100) // 100
    arms = raid_take(prize, raiders, surprise, month.dice.spread(RAID_LUCK, name, where, "raid"), rules)
    arms = min(arms, state.arms[victim] + there // MEN_TO_A_SPARE_RIFLE)  # nobody loses what he never had
    if state.heat[hearth] >= rules.deed_memory:
        set_relation(month, faction, victim, Relation.WAR)  # one raid is an incident, a second in a season is war
    wanted = raid_loss(raiders, state.heat[hearth], surprise, month.dice.spread(60, name, where, "raid_loss"), rules)
    lost = month.lose(place, wanted, slots, Cause.KILLED, victim)
    target = victim * state.region_count + region
    killed = raiders * KILLS * (rules.surprise if surprise else 1000) // 1_000_000
    killed = month.lose(target, min(killed, there // 4), range(SLOTS), Cause.KILLED, faction)
    month.change(Figure.ARMS, faction, arms, Cause.RAID, victim)
    month.change(Figure.ARMS, victim, -arms, Cause.RAID, faction)
    _renown(month, faction, region, hearth)
    month.tell(facts.Raided, faction, victim, region, raiders, arms, lost, killed, surprise)
    return True


def _renown(month: Month, faction: int, region: int, hearth: int) -> None:
    """A deed after a quiet time is talked about; friends take heart."""
    state = month.state
    if state.heat[hearth] < month.rules.deed_memory:
        month.change(Figure.STANDING, faction, month.rules.raid_standing, Cause.RAID)
    if state.sympathy[hearth] >= FRIENDLY:
        win(month, region, faction, DEED_SYMPATHY, Cause.RAID)


def _sabotage(month: Month, faction: int, args: tuple[int, ...]) -> bool:
    state, rules = month.state, month.rules
    region, target = args[0], args[1]
    place = faction * state.region_count + region
    if not state.total[place]:
        month.tell(facts.OrderFailed, faction, -1, region, "sabotage", "no_men")
        return False
    where, name = month.world.regions[region].id, month.world.factions[faction].id
    other = args[2] if len(args) > 2 else NOBODY
    month.open_up(place)
    luck = month.dice.spread(80, name, where, f"sabotage_{target}", other)
    wanted = min(40, state.total[place]) * rules.sabotage_loss * luck // 1_000_000
    slots = month.world.mobile[faction] or range(SLOTS)
    holder = state.town[region]
    hurt = [holder, state.town[other]] if other != NOBODY else [holder]
    enemies = [f for f in hurt if f != NOBODY and month.relation(faction, f) in (Relation.WAR, Relation.HOSTILE)]
    lost = month.lose(place, wanted, slots, Cause.KILLED, enemies[0]) if enemies else 0
    match target:
        case Target.ROAD:
            for near, link in month.world.neighbours[region]:
                if near == other and month.world.links[link].kind is not LinkKind.SEA:
                    state.cut[link] = max(state.cut[link], rules.road_cut_months)
                    break
        case Target.TELEGRAPH:
            state.wire[region] = rules.wire_cut_months
        case Target.MINE:
            state.idle[region] = rules.mine_idle_months
        case _:
            kept = state.grain[region] // 2
            month.change(Figure.GRAIN, region, -kept, Cause.SABOTAGE, faction)
            month.change(Figure.SUPPLIES, faction, kept // 4, Cause.SABOTAGE)
    month.tell(facts.Sabotaged, faction, holder, region, target, other, lost)
    return bool(enemies)  # wrecking one's own road is no deed
