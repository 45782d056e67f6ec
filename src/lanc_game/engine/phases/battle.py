"""Battle: attacks on the towns, sweeps of the country, offensives. All losses fall at once; then the beaten give ground."""

from typing import NamedTuple

from lanc_game.engine import facts
from lanc_game.engine.changes import set_relation
from lanc_game.engine.formulas import evasion, ground, losses, strength
from lanc_game.engine.houses import fought_together
from lanc_game.engine.ledger import Month
from lanc_game.engine.names import Cause, Clash, Figure, Outcome, Posture, Relation, Role, Terrain, Verb
from lanc_game.engine.pacts import partners, truce_here
from lanc_game.engine.phases.deeds import gifted
from lanc_game.engine.phases.search import columns, comb
from lanc_game.engine.routes import supplied
from lanc_game.engine.world import NOBODY, SLOTS

ALL_SLOTS = tuple(range(SLOTS))
HIDDEN = Posture.HIDDEN
LIGHT = (Role.BAND, Role.CELL, Role.MILITIA)  # who knows where to hide when beaten
FULL = 1000
COMMANDER = 1150


class Fight(NamedTuple):
    """Two sides that will meet in a region; ``clash`` says what the first came for."""

    region: int
    attacker: int
    defender: int
    clash: Clash
    mutual: bool
    helpers: tuple[int, ...] = ()  # who attacks in one line with the first


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
    helpers: tuple[Side, ...]
    one_loss: int  # of the whole line
    two_loss: int
    outcome: Outcome

    @property
    def line(self) -> tuple[Side, ...]:
        """Who attacked in one line, the first first."""
        return (self.one, *self.helpers)


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
        comb(month, faction, region, offensive)


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
            friends = month.friends(faction)
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
                month.tell(facts.OrderFailed, faction, target, region, "attack", why)
            if why not in ("under_truce", "under_local_truce"):
                came.append(faction * month.state.region_count + region)
            continue
        wanted[region, faction, target] = True
    _ambushes(month, wanted)
    for place in came:
        month.open_up(place)  # only now: what one side finds does not depend on who looks first
    for region, faction, _ in wanted:
        month.open_up(faction * month.state.region_count + region)
    fights: list[Fight] = []
    alongside: set[tuple[int, int, int]] = set()
    for region, faction, target in wanted:
        mutual = (region, target, faction) in wanted
        if mutual and month.world.factions[faction].id > month.world.factions[target].id:
            continue  # one battle, told from one side
        if (region, faction, target) in alongside:
            continue  # one line, told from its first
        helpers = () if mutual else _helpers(month, region, faction, target)
        alongside |= {(region, helper, target) for helper in helpers}
        for side in (faction, *helpers):
            set_relation(month, side, target, Relation.WAR)
        fights.append(Fight(region, faction, target, Clash.ATTACK, mutual, helpers))
    return fights


def _helpers(month: Month, region: int, faction: int, target: int) -> tuple[int, ...]:
    """Return whose open men join an attack: partners in a joint operation there, if they are free to fight the target."""
    found = [
        partner
        for partner in partners(month, faction, region)
        if partner != target and _shown(month, partner, region) and not _why_not(month, partner, region, target)
    ]
    month.joined |= {(partner, faction, region) for partner in found} | {(faction, p, region) for p in found}
    return tuple(found)


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
    fair = [
        other
        for other in range(state.faction_count)
        if other != faction
        and month.relation(faction, other) in hostile
        and not truce_here(month, faction, other, region)
    ]
    holder = state.town[region]
    if holder in fair and _shown(month, holder, region):
        return holder
    others = [(_shown(month, other, region), other) for other in fair]
    men, best = max(others, default=(0, NOBODY), key=lambda p: (p[0], -p[1]))
    return best if men else NOBODY


def _shown(month: Month, faction: int, region: int) -> int:
    """Return a faction's men in the open in a region."""
    state = month.state
    place = faction * state.region_count + region
    return 0 if not state.total[place] or state.posture[place] == HIDDEN else state.total[place]


def _why_not(month: Month, faction: int, region: int, target: int) -> str:
    place = faction * month.state.region_count + region
    if not month.state.total[place] or not columns(month, faction, region):
        return "nobody_there"
    if target == NOBODY:
        kept = any(truce_here(month, faction, other, region) for other in range(month.state.faction_count))
        return "under_local_truce" if kept else "nobody_to_attack"
    if month.relation(faction, target) in (Relation.TRUCE, Relation.ALLIED):
        return "under_truce"
    if truce_here(month, faction, target, region):
        return "under_local_truce"
    return "" if _shown(month, target, region) else "nobody_found"


def _searches(month: Month) -> list[tuple[int, int, bool]]:
    """Return (faction, region, is an offensive) for every sweep of the month, each once."""
    found: dict[tuple[int, int], bool] = {}
    for faction, order in month.of(Verb.SWEEP):
        found[faction, order.args[0]] = False
        if not columns(month, faction, order.args[0]):
            month.tell(facts.OrderFailed, faction, -1, order.args[0], "sweep", "nobody_there")
    for op in month.state.operations:
        if op.committed < month.state.turn <= op.until:
            for region in op.regions:
                found[op.faction, region] = True
    live = [(f, r, big) for (f, r), big in found.items() if columns(month, f, r)]
    for faction, region, _ in live:
        month.open_up(faction * month.state.region_count + region)
    return live


def _open_country(month: Month, searches: list[tuple[int, int, bool]], already: list[Fight]) -> list[Fight]:
    """Sweeps fight whatever enemy stands in the open outside the towns."""
    state = month.state
    paired = {(f.region, frozenset((f.attacker, f.defender))) for f in already}
    fights: list[Fight] = []
    for faction, region, offensive in searches:
        for other in range(state.faction_count):
            if not month.foes(faction, other) or not _shown(month, other, region):
                continue
            if truce_here(month, faction, other, region):
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
        for faction in (fight.attacker, fight.defender, *fight.helpers):
            here[faction] = here.get(faction, 0) + 1
    return shares


# --- one fight


def _meet(month: Month, fight: Fight, shares: dict[int, dict[int, int]], fed: _Fed) -> Result | None:
    one = _side(month, fight, fight.attacker, shares, fed, attacking=True)
    two = _side(month, fight, fight.defender, shares, fed, attacking=fight.mutual)
    if not one.men or not two.men:
        return None
    helpers = tuple(_side(month, fight, helper, shares, fed, attacking=True) for helper in fight.helpers)
    rules = month.rules
    if fight.mutual and two.force > one.force:  # nobody's ground: told from the stronger side
        fight, one, two = fight._replace(attacker=fight.defender, defender=fight.attacker), two, one
    # Nobody kills more men than he has himself in the field, however many stand behind the walls.
    men, force = sum(side.men for side in (one, *helpers)), sum(side.force for side in (one, *helpers))
    one_loss = min(two.men, men * losses(force, two.force, rules) // FULL)
    two_loss = min(men, two.men * losses(two.force, force, rules) // FULL)
    if force * FULL >= two.force * rules.victory_margin:
        outcome = Outcome.WON
        two_loss += two.men * rules.pursuit // FULL
        two_loss = two_loss * (FULL - _evades(month, fight, two)) // FULL
    elif two.force * FULL >= force * rules.victory_margin:
        outcome = Outcome.REPELLED
    else:
        outcome = Outcome.STALEMATE
    return Result(fight, one, two, helpers, one_loss, min(two_loss, two.men), outcome)


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
    men = sum([row[slot] for slot in slots]) // divide
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
    if gifted(month, faction, fight.region, "commander"):
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
    light = sum([men for men, unit in zip(state.row(side.place), units, strict=False) if unit.role in LIGHT])
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


# --- what follows


def _apply(month: Month, results: list[Result]) -> None:
    """Let all losses fall, then tell each fight, then let the beaten give ground."""
    fallen = [(_fall(month, result), _lose_two(month, result)) for result in results]
    for result, (line_lost, two_lost) in zip(results, fallen, strict=True):
        fight = result.fight
        taken = 0
        if result.outcome is Outcome.WON:
            taken = _give_ground(month, fight.defender, fight.attacker, fight.region)
        one_lost = sum(line_lost)
        spoils = (one_lost if result.outcome is Outcome.REPELLED else two_lost) + taken
        arms = _divide_arms(month, result, spoils * month.rules.captured_arms // FULL)
        _spend_cartridges(month, result)
        _notice(month, fight, result.outcome)
        force = sum(side.force for side in result.line)
        month.tell(
            facts.Fought, fight.attacker, fight.defender, fight.region, fight.clash, result.outcome,
            sum(side.men for side in result.line), result.two.men, one_lost, two_lost, taken, arms,
            force * FULL // (force + result.two.force),
        )  # fmt: skip
        for helper, side, lost in zip(fight.helpers, result.helpers, line_lost[1:], strict=True):
            month.tell(facts.FoughtBeside, helper, fight.attacker, fight.region, side.men, lost)
        if fight.helpers:
            _remember(month, fight)


def _fall(month: Month, result: Result) -> list[int]:
    """Let the losses of an attacking line fall on its sides by their numbers; return what each lost."""
    men = sum(side.men for side in result.line)
    lost: list[int] = []
    left = result.one_loss
    for index, side in enumerate(reversed(result.line)):
        part = left if index == len(result.helpers) else result.one_loss * side.men // max(1, men)
        lost.append(month.lose(side.place, part, side.slots, Cause.KILLED, result.fight.defender))
        left -= part
    return lost[::-1]


def _lose_two(month: Month, result: Result) -> int:
    return month.lose(result.two.place, result.two_loss, result.two.slots, Cause.KILLED, result.fight.attacker)


def _divide_arms(month: Month, result: Result, arms: int) -> int:
    """Give the captured arms to whoever won, among a line by their numbers; return how many there were."""
    fight = result.fight
    if result.outcome is Outcome.REPELLED:
        month.change(Figure.ARMS, fight.defender, arms, Cause.CAPTURED_ARMS, fight.attacker)
        return arms
    men = sum(side.men for side in result.line)
    left = arms
    for helper, side in zip(fight.helpers, result.helpers, strict=True):
        part = arms * side.men // max(1, men)
        month.change(Figure.ARMS, helper, part, Cause.CAPTURED_ARMS, fight.defender)
        left -= part
    month.change(Figure.ARMS, fight.attacker, left, Cause.CAPTURED_ARMS, fight.defender)
    return arms


def _spend_cartridges(month: Month, result: Result) -> None:
    fight, per_rifle = result.fight, month.rules.ammunition_men
    for faction, side in zip((fight.attacker, *fight.helpers), result.line, strict=True):
        month.change(Figure.ARMS, faction, -(min(side.men, 4 * result.two.men) // per_rifle), Cause.AMMUNITION)
    men = sum(side.men for side in result.line)
    month.change(Figure.ARMS, fight.defender, -(min(result.two.men, 4 * men) // per_rifle), Cause.AMMUNITION)


def _remember(month: Month, fight: Fight) -> None:
    """Men who have fought in one line think better of each other."""
    for helper in fight.helpers:
        pair = month.state.pair(fight.attacker, helper)
        month.change(Figure.STRAIN, pair, -month.rules.strain_together, Cause.FOUGHT_TOGETHER)
        fought_together(month, helper, fight.region)
    fought_together(month, fight.attacker, fight.region)


def _notice(month: Month, fight: Fight, outcome: Outcome) -> None:
    """A fight is a deed; a won one is news."""
    state = month.state
    for faction in (fight.attacker, fight.defender) if fight.mutual else (fight.attacker, *fight.helpers):
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
    melts = [s for s, u in enumerate(units) if u.role in LIGHT]
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
        month.tell(facts.FellBack, faction, -1, region, refuge, moved)


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
