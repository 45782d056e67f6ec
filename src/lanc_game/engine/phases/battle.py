"""Battle: attacks on the towns, sweeps of the country, offensives. All losses fall at once; then the beaten give ground."""

from typing import NamedTuple

from lanc_game.engine import facts
from lanc_game.engine.effects import set_relation, win
from lanc_game.engine.formulas import clamp, discovery, evasion, ground, losses, strength
from lanc_game.engine.ledger import Month
from lanc_game.engine.names import Cause, Clash, Fate, Figure, Outcome, Posture, Relation, Role, Terrain, Verb
from lanc_game.engine.routes import supplied
from lanc_game.engine.world import NOBODY, SLOTS

ALL_SLOTS = tuple(range(SLOTS))
HIDDEN = Posture.HIDDEN
FULL = 1000
COMMANDER = 1150
HUNTED = 12  # sympathy, in thousandths, that a sweep through the villages costs whoever sweeps


class Fight(NamedTuple):
    """Two sides that will meet in a region; ``clash`` says what the first came for."""

    region: int
    attacker: int
    defender: int
    clash: Clash
    mutual: bool


class Side(NamedTuple):
    """One side of a fight as it stands in the field."""

    place: int
    slots: tuple[int, ...]
    men: int
    force: int


class Result(NamedTuple):
    """How a fight went, before anything is applied."""

    fight: Fight
    one: Side
    two: Side
    one_loss: int
    two_loss: int
    outcome: Outcome


def run(month: Month) -> None:
    """Fight every declared clash of the month."""
    fights = _declared(month)
    searches = _searches(month)
    fights += _open_country(month, searches, fights)
    shares = _shares(fights)
    fed = _Fed(month)
    results = [result for fight in fights if (result := _meet(month, fight, shares, fed)) is not None]
    _apply(month, results)
    for faction, region, offensive in searches:
        _comb(month, faction, region, offensive)


class _Fed:
    """Whether convoys reach a faction's men, worked out once a month for those who need it."""

    def __init__(self, month: Month) -> None:
        self.month = month
        self.known: dict[int, list[bool]] = {}

    def __call__(self, faction: int, region: int) -> bool:
        month = self.month
        if not month.world.factions[faction].home_supplies:
            return True
        if faction not in self.known:
            friends = [month.relation(faction, g) == Relation.ALLIED for g in range(month.state.faction_count)]
            self.known[faction] = supplied(month.world, faction, month.state.town, month.state.cut, friends)
        return self.known[faction][region]


# --- who fights whom


def _declared(month: Month) -> list[Fight]:
    """Attacks as ordered. A truce that has come into force voids one; an attack on a rival makes it war."""
    wanted: dict[tuple[int, int, int], bool] = {}
    came: list[int] = []
    for faction, order in month.of(Verb.ATTACK):
        region = order.args[0]
        target = order.args[1] if len(order.args) > 1 else _natural_target(month, faction, region)
        why = _why_not(month, faction, region, target)
        if why:
            if why != "nobody_to_attack" or month.state.town[region] not in (NOBODY, faction):
                month.tell(facts.OrderFailed(faction, target, region, "attack", why))
            if why != "under_truce":
                came.append(faction * month.state.region_count + region)
            continue
        wanted[region, faction, target] = True
    _ambushes(month, wanted)
    for place in came:
        month.open_up(place)  # only now: what one side finds does not depend on who looks first
    fights: list[Fight] = []
    for region, faction, target in wanted:
        month.open_up(faction * month.state.region_count + region)
        mutual = (region, target, faction) in wanted
        if mutual and month.world.factions[faction].id > month.world.factions[target].id:
            continue  # one battle, told from one side
        set_relation(month, faction, target, Relation.WAR)
        fights.append(Fight(region, faction, target, Clash.ATTACK, mutual))
    return fights


def _ambushes(month: Month, wanted: dict[tuple[int, int, int], bool]) -> None:
    """Whoever ends a treaty by ambush falls on the other wherever both stand in the open."""
    for faction, victim in sorted(month.ambushes):
        for region in range(month.state.region_count):
            if not _why_not(month, faction, region, victim):
                wanted[region, faction, victim] = True


def _natural_target(month: Month, faction: int, region: int) -> int:
    """Return the enemy who holds the towns, else the strongest open enemy there, else NOBODY."""
    state = month.state
    hostile = (Relation.WAR, Relation.HOSTILE)
    holder = state.town[region]
    if holder not in (NOBODY, faction) and month.relation(faction, holder) in hostile and _shown(month, holder, region):
        return holder
    others = [
        (_shown(month, other, region), other)
        for other in range(state.faction_count)
        if other != faction and month.relation(faction, other) in hostile
    ]
    men, best = max(others, default=(0, NOBODY), key=lambda p: (p[0], -p[1]))
    return best if men else NOBODY


def _shown(month: Month, faction: int, region: int) -> int:
    """Return a faction's men in the open in a region."""
    state = month.state
    place = faction * state.region_count + region
    return 0 if not state.total[place] or state.posture[place] == HIDDEN else state.total[place]


def _why_not(month: Month, faction: int, region: int, target: int) -> str:
    place = faction * month.state.region_count + region
    if not any(month.state.men[place * SLOTS + slot] for slot in month.world.mobile[faction]):
        return "nobody_there"
    if target == NOBODY:
        return "nobody_to_attack"
    if month.relation(faction, target) in (Relation.TRUCE, Relation.ALLIED):
        return "under_truce"
    return "" if _shown(month, target, region) else "nobody_found"


def _searches(month: Month) -> list[tuple[int, int, bool]]:
    """Return (faction, region, is an offensive) for every sweep of the month, each once."""
    found: dict[tuple[int, int], bool] = {}
    for faction, order in month.of(Verb.SWEEP):
        found[faction, order.args[0]] = False
        if not _columns(month, faction, order.args[0]):
            month.tell(facts.OrderFailed(faction, -1, order.args[0], "sweep", "nobody_there"))
    for op in month.state.operations:
        if op.committed < month.state.turn <= op.until:
            for region in op.regions:
                found[op.faction, region] = True
    live = [(f, r, big) for (f, r), big in found.items() if _columns(month, f, r)]
    for faction, region, _ in live:
        month.open_up(faction * month.state.region_count + region)
    return live


def _columns(month: Month, faction: int, region: int) -> int:
    base = (faction * month.state.region_count + region) * SLOTS
    return sum(month.state.men[base + slot] for slot in month.world.mobile[faction])


def _open_country(month: Month, searches: list[tuple[int, int, bool]], already: list[Fight]) -> list[Fight]:
    """Sweeps fight whatever enemy stands in the open outside the towns."""
    state = month.state
    paired = {(f.region, frozenset((f.attacker, f.defender))) for f in already}
    fights: list[Fight] = []
    for faction, region, offensive in searches:
        for other in range(state.faction_count):
            if not month.foes(faction, other) or not _shown(month, other, region):
                continue
            pair = (region, frozenset((faction, other)))
            if state.town[region] == other or pair in paired:
                continue
            paired.add(pair)
            clash = Clash.OFFENSIVE if offensive else Clash.SWEEP
            fights.append(Fight(region, faction, other, clash, mutual=False))
    return fights


def _shares(fights: list[Fight]) -> dict[int, dict[int, int]]:
    """Count the clashes of each faction in each region: its strength is divided among them."""
    shares: dict[int, dict[int, int]] = {}
    for fight in fights:
        here = shares.setdefault(fight.region, {})
        for faction in (fight.attacker, fight.defender):
            here[faction] = here.get(faction, 0) + 1
    return shares


# --- one fight


def _meet(month: Month, fight: Fight, shares: dict[int, dict[int, int]], fed: _Fed) -> Result | None:
    one = _side(month, fight, fight.attacker, shares, fed, attacking=True)
    two = _side(month, fight, fight.defender, shares, fed, attacking=fight.mutual)
    if not one.men or not two.men:
        return None
    rules = month.rules
    if fight.mutual and two.force > one.force:  # nobody's ground: told from the stronger side
        fight, one, two = fight._replace(attacker=fight.defender, defender=fight.attacker), two, one
    # Nobody kills more men than he has himself in the field, however many stand behind the walls.
    one_loss = min(two.men, one.men * losses(one.force, two.force, rules) // FULL)
    two_loss = min(one.men, two.men * losses(two.force, one.force, rules) // FULL)
    if one.force * FULL >= two.force * rules.victory_margin:
        outcome = Outcome.WON
        two_loss += two.men * rules.pursuit // FULL
        two_loss = two_loss * (FULL - _evades(month, fight, two)) // FULL
    elif two.force * FULL >= one.force * rules.victory_margin:
        outcome = Outcome.REPELLED
    else:
        outcome = Outcome.STALEMATE
    return Result(fight, one, two, one_loss, min(two_loss, two.men), outcome)


def _side(
    month: Month, fight: Fight, faction: int, shares: dict[int, dict[int, int]], fed: _Fed, *, attacking: bool
) -> Side:
    state, world, rules = month.state, month.world, month.rules
    place = faction * state.region_count + fight.region
    slots = world.mobile[faction] if attacking else ALL_SLOTS
    row = state.row(place)
    divide = shares[fight.region][faction]
    if not attacking and state.posture[place] == Posture.HIDING:
        divide *= 2  # half of them have already slipped away
    men = sum(row[slot] for slot in slots) // divide
    force = strength(row, world.strengths[faction], slots, rules) // divide
    if attacking:
        unseen = month.was_hidden(place) or (faction, fight.defender) in month.ambushes
        force = force * (rules.surprise if unseen else FULL) // FULL
        if fight.clash is Clash.OFFENSIVE:
            force = force * rules.offensive_edge // FULL
        month.open_up(place)
    else:
        force = force * _cover(month, fight, faction, place) // FULL
    if month.state.arms[faction] < men // rules.ammunition_men:
        force = force * rules.short_of_cartridges // FULL
    if not fed(faction, fight.region):
        force = force * rules.unsupplied // FULL
    if _led(month, faction, fight.region):
        force = force * COMMANDER // FULL
    luck = month.dice.spread(
        rules.battle_spread,
        world.factions[faction].id,
        world.regions[fight.region].id,
        f"fight_{fight.clash}",
    )
    return Side(place, tuple(slots), men, max(1, force * luck // FULL))


def _evades(month: Month, fight: Fight, side: Side) -> int:
    """Return the share of its losses that a beaten defender escapes: much for bands in the hills, nothing behind walls."""
    state = month.state
    walls = fight.clash is Clash.ATTACK and state.town[fight.region] == fight.defender
    if walls or state.posture[side.place] == Posture.HOLD:
        return 0
    units = month.world.slots[fight.defender]
    light = sum(
        state.men[side.place * SLOTS + slot]
        for slot, unit in enumerate(units)
        if unit.role in (Role.CELL, Role.BAND, Role.MILITIA)
    )
    share = evasion(month.world.regions[fight.region].terrain, month.rules)
    heavy = state.total[side.place] - light
    return share * (2 * light + heavy) // max(1, 2 * state.total[side.place])


def _cover(month: Month, fight: Fight, faction: int, place: int) -> int:
    """Return the defender's factor: walls for whoever holds the towns against an attack, ground for the country."""
    rules = month.rules
    if fight.clash is Clash.ATTACK and month.state.town[fight.region] == faction:
        factor = rules.town_defence
    else:
        factor = ground(month.world.regions[fight.region].terrain, rules)
    if month.state.posture[place] == Posture.HOLD:
        factor = factor * rules.hold_bonus // FULL
    return factor


def _led(month: Month, faction: int, region: int) -> bool:
    state, world = month.state, month.world
    return any(
        state.leader_fate[i] == Fate.WELL
        and state.leader_region[i] == region
        and "commander" in world.leaders[i].traits
        for i in world.leaders_of[faction]
    )


# --- what follows


def _apply(month: Month, results: list[Result]) -> None:
    """Let all losses fall, then tell each fight, then let the beaten give ground."""
    fallen: list[tuple[int, int]] = []
    for result in results:
        one = month.lose(result.one.place, result.one_loss, result.one.slots, Cause.KILLED, result.fight.defender)
        two = month.lose(result.two.place, result.two_loss, result.two.slots, Cause.KILLED, result.fight.attacker)
        fallen.append((one, two))
    for result, (one_lost, two_lost) in zip(results, fallen, strict=True):
        fight = result.fight
        taken = 0
        if result.outcome is Outcome.WON:
            taken = _give_ground(month, fight.defender, fight.attacker, fight.region)
        winner = fight.defender if result.outcome is Outcome.REPELLED else fight.attacker
        spoils = (one_lost if result.outcome is Outcome.REPELLED else two_lost) + taken
        arms = spoils * month.rules.captured_arms // FULL
        month.change(Figure.ARMS, winner, arms, Cause.CAPTURED_ARMS, fight.defender + fight.attacker - winner)
        for faction, side, foe in (
            (fight.attacker, result.one, result.two),
            (fight.defender, result.two, result.one),
        ):
            month.change(
                Figure.ARMS, faction, -(min(side.men, 4 * foe.men) // month.rules.ammunition_men), Cause.AMMUNITION
            )
        _notice(month, fight, result.outcome)
        month.tell(
            facts.Fought(
                fight.attacker, fight.defender, fight.region, fight.clash, result.outcome, result.one.men,
                result.two.men, one_lost, two_lost, taken, arms,
                result.one.force * FULL // (result.one.force + result.two.force),
            )
        )  # fmt: skip


def _notice(month: Month, fight: Fight, outcome: Outcome) -> None:
    """A fight is a deed; a won one is news."""
    state = month.state
    for faction in (fight.attacker, fight.defender) if fight.mutual else (fight.attacker,):
        hearth = fight.region * state.faction_count + faction
        state.heat[hearth] = min(999, state.heat[hearth] + month.rules.deed_heat)
    if outcome is Outcome.WON and fight.clash is Clash.ATTACK:
        month.change(Figure.STANDING, fight.attacker, month.rules.news_standing, Cause.BATTLE, fight.defender)


def _give_ground(month: Month, loser: int, winner: int, region: int) -> int:
    """Let a beaten side go: bands into the hills where they are, others to a place of theirs; the rest are taken."""
    state, world = month.state, month.world
    place = loser * state.region_count + region
    if not state.total[place]:
        return 0
    units = world.slots[loser]
    rough = world.regions[region].terrain in (Terrain.MOUNTAIN, Terrain.HILLS)
    melts = [s for s, u in enumerate(units) if u.role in (Role.BAND, Role.CELL, Role.MILITIA)]
    others = [s for s, u in enumerate(units) if s not in melts]
    stiff = [s for s in others if state.men[place * SLOTS + s]]
    refuge = _refuge(month, loser, region)
    taken = 0
    if stiff and refuge == NOBODY:
        men = sum(state.men[place * SLOTS + s] for s in stiff)
        taken = month.lose(place, men * month.rules.captured_share // FULL, stiff, Cause.SURRENDERED, winner)
        left = men - taken
        if rough and any(units[s].role is Role.REGULAR for s in stiff):
            stiff = []
        else:
            month.lose(place, left, stiff, Cause.DESERTED)
            stiff = []
    if refuge != NOBODY:
        going = stiff if rough else [*stiff, *(s for s in melts if units[s].reach)]
        _go(month, loser, region, refuge, going)
    if month.world.may[loser][Verb.HIDE] is None:  # paid men who are beaten don't take to the hills: they go home
        month.lose(place, state.total[place], melts, Cause.DESERTED)
    if state.total[place]:
        state.posture[place] = Posture.HIDDEN if not any(state.men[place * SLOTS + s] for s in others) else Posture.OPEN
    return taken


def _go(month: Month, faction: int, region: int, refuge: int, slots: list[int]) -> None:
    """Bring the beaten to where they can stay; whoever is hidden there takes them in without coming out."""
    state = month.state
    place = faction * state.region_count + region
    target = faction * state.region_count + refuge
    moved = 0
    if not state.total[target]:
        state.posture[target] = Posture.OPEN
    for slot in slots:
        men = state.men[place * SLOTS + slot]
        month.men(place, slot, -men, Cause.DEPARTED)
        month.men(target, slot, men, Cause.ARRIVED)
        moved += men
    if moved:
        month.tell(facts.FellBack(faction, -1, region, refuge, moved))


def _refuge(month: Month, faction: int, region: int) -> int:
    """Return the best neighbour to fall back to: own towns, own country, a friend's, or one where nobody hostile stands."""
    state, world = month.state, month.world
    best, rank = NOBODY, 0
    for near in world.beside[region]:
        score = 0
        if state.town[near] == faction:
            score = 4
        elif state.country[near] == faction:
            score = 3
        elif state.town[near] >= 0 and month.relation(faction, state.town[near]) == Relation.ALLIED:
            score = 2
        elif not any(month.foes(faction, other) and _shown(month, other, near) for other in range(state.faction_count)):
            score = 1
        if score > rank:
            best, rank = near, score
    return best


# --- the search of the country


def _comb(month: Month, faction: int, region: int, offensive: bool) -> None:
    """Look for the hidden, break councils, frighten villages."""
    state, world, rules = month.state, month.world, month.rules
    searchers = _columns(month, faction, region)
    if not searchers:
        return
    width = state.faction_count
    strong = world.may[faction][Verb.SWEEP]
    searchers = searchers * (strong.strength if strong else 100) // 100
    for other in range(width):
        if not month.foes(faction, other):
            continue
        _hunt(month, faction, other, region, searchers, offensive)
        _break_council(month, faction, other, region, offensive)
    month.change(Figure.FEAR, region, rules.sweep_fear * (2 if offensive else 1), Cause.SWEPT, faction)
    win(month, region, faction, -HUNTED, Cause.SWEPT)


def _hunt(month: Month, faction: int, other: int, region: int, searchers: int, offensive: bool) -> None:
    state, world, rules = month.state, month.world, month.rules
    place = other * state.region_count + region
    if state.posture[place] not in (Posture.HIDDEN, Posture.HIDING) or not state.total[place]:
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
    month.tell(facts.Swept(faction, other, region, found, killed + taken, offensive))


def _break_council(month: Month, faction: int, other: int, region: int, offensive: bool) -> None:
    state, rules = month.state, month.rules
    hearth = region * state.faction_count + other
    if state.council[hearth] < 2:
        return
    chance = rules.offensive_council if offensive else rules.sweep_council
    chance = chance * min(FULL, _columns(month, faction, region) * FULL // rules.sweep_men) // FULL
    name, where = month.world.factions[faction].id, month.world.regions[region].id
    if month.dice.chance(chance, name, where, "council_" + month.world.factions[other].id):
        month.change(Figure.COUNCIL, hearth, -1, Cause.SWEPT, faction)
        month.tell(facts.CouncilChanged(other, faction, region, state.council[hearth], Cause.SWEPT))
