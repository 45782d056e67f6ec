"""How a movement plays: win people, arm them, strike where it pays, go to ground when the columns come."""

from lanc_game.bots.plan import HUNDRED, Mind, columns_seen, decisions, enemy_strength, keep_watch, men_of_roles
from lanc_game.engine.forecast import forecast, odds, target_of
from lanc_game.engine.formulas import strength
from lanc_game.engine.legal import refusal
from lanc_game.engine.names import LinkKind, Posture, Relation, Role, Target, Verb, Worth
from lanc_game.engine.orders import Order
from lanc_game.engine.view import View
from lanc_game.engine.world import NOBODY, SLOTS

FIGHTERS = (Role.BAND, Role.REGULAR)
LEAST_TO_SPREAD = 70
ENOUGH_ARMS = 150
PATIENT = 50  # percent of patience from which a character begins no war by a raid
MINE, WIRE = 170, 70  # what it is worth to stop a mine, to silence a telegraph
READY = 8  # points above a hazard's danger at which it pays to be in the open


def consider(mind: Mind) -> None:
    """Put forward everything worth doing this month."""
    view = mind.view
    decisions(mind)
    columns = [columns_seen(view, region) for region in range(len(view.total))]
    dangers = columns if mind.temper.shallow else [_danger(view, region, columns) for region in range(len(view.total))]
    hurry = mind.dice(HUNDRED, "mood") >= mind.doctrine.patience
    for region, men in enumerate(view.total):
        rooted = men or view.council[region]
        if men:
            if not _posture(mind, region, dangers[region]):
                _strike(mind, region, dangers[region], hurry=hurry)
            _march(mind, region, dangers)
        if rooted:
            _build(mind, region, dangers[region])
        elif any(view.council[near] for near in view.world.beside[region]):
            _agitate(mind, region)
    keep_watch(mind)


def _danger(view: View, region: int, columns: list[int]) -> int:
    """Return the enemy strength that could be upon a region this month, as far as is known."""
    danger = columns[region]
    for near in view.world.beside[region]:
        danger += columns[near] // 3
    for op in view.operations:
        if op.faction != view.faction and view.relation[op.faction] == Relation.WAR and region in op.regions:
            danger += op.band
    return danger


def _own_strength(view: View, region: int) -> int:
    world = view.world
    return strength(view.row(region), world.strengths[view.faction], range(SLOTS), world.rules)


def _posture(mind: Mind, region: int, danger: int) -> bool:
    """Put a posture forward; return whether the men had better lie low, since acting would undo it."""
    view = mind.view
    own = _own_strength(view, region)
    hidden = view.posture[region] in (Posture.HIDDEN, Posture.HIDING)
    caution = mind.doctrine.caution
    if any(level >= hazard.danger + READY for level, hazard in zip(view.hazard, view.world.hazards, strict=True)):
        caution //= 2  # something is about to fall, and what falls goes to those who stand there
    if not hidden and danger * caution > own * 2 * HUNDRED:
        if men_of_roles(view, region, (Role.REGULAR,)) > 0 and danger * caution > own * 5 * HUNDRED:
            mind.offer(400, Order(Verb.DISPERSE, (region,)), "outnumbered")
        hide = Order(Verb.HIDE, (region,))
        if refusal(view, hide) is None:
            mind.offer(900, hide, "danger")
            return True
    elif hidden and own * HUNDRED > danger * max(40, caution) and _worth_showing(view, region, danger):
        mind.offer(500, Order(Verb.MUSTER, (region,)), "strong_here")
    elif not hidden and view.posture[region] == Posture.OPEN and own > danger:
        mind.offer(100, Order(Verb.HOLD, (region,)), "keep_ground")
    return False


def _worth_showing(view: View, region: int, danger: int) -> bool:
    """Say whether there is something to hold: enough men for the country, or towns that nobody keeps."""
    fighters = men_of_roles(view, region, FIGHTERS)
    return fighters >= LEAST_TO_SPREAD or (not danger and fighters > 0 and view.town[region] == NOBODY)


def _strike(mind: Mind, region: int, danger: int, *, hurry: bool) -> None:
    view = mind.view
    raid = Order(Verb.RAID, (region,))
    if (
        men_of_roles(view, region, (Role.CELL, *FIGHTERS)) >= 10
        and refusal(view, raid) is None
        and not _would_begin_a_war(mind, region)
    ):
        outlook = forecast(view, raid)
        need = 240 if view.arms < ENOUGH_ARMS else 80
        score = outlook.value("arms") * need // HUNDRED - outlook.value("losses") * 5
        score -= outlook.value("reprisal") * outlook.value("blame") * view.council[region] // 160
        if not view.recent_deed(region):
            score += 60
        mind.offer(score if hurry else score * 2 // 3, raid, "arms_to_be_had")
    _attack(mind, region)
    _sabotage(mind, region, danger, hurry=hurry)


def _would_begin_a_war(mind: Mind, region: int) -> bool:
    """Say whether a raid would turn a rivalry into a war that this character would rather wait for."""
    holder = mind.view.town[region]
    if mind.view.at_war(holder) or mind.view.heat[region] < mind.world.rules.deed_memory:
        return False
    rivals = mind.view.enemy(holder) or any(not mind.view.at_war(f) for f in mind.view.foes_in(region))
    return rivals and mind.doctrine.patience >= PATIENT


def _attack(mind: Mind, region: int) -> None:
    view = mind.view
    if men_of_roles(view, region, FIGHTERS) < 40:
        return
    order = Order(Verb.ATTACK, (region,))
    target = target_of(view, order) if refusal(view, order) is None else NOBODY
    if target != NOBODY and view.relation[target] == Relation.WAR:
        share = odds(view, region, target)
        if share >= 500 * mind.boldness // HUNDRED:
            prize = 150 + view.world.regions[region].people * 2
            prize += 250 * (Worth.CAPITAL in view.world.regions[region].worth)
            mind.offer(prize * mind.value(region) // HUNDRED * share // 600, order, "good_odds")
    for seen in view.sights[region].forces:
        if seen.faction == view.town[region] or view.relation[seen.faction] != Relation.WAR:
            continue
        share = odds(view, region, seen.faction)
        if share >= 560 * mind.boldness // HUNDRED:
            mind.offer(share // 3, Order(Verb.ATTACK, (region, seen.faction)), "good_odds")


def _sabotage(mind: Mind, region: int, danger: int, *, hurry: bool) -> None:
    view = mind.view
    if not view.at_war(view.town[region]) or view.total[region] < 5:
        return
    worth = view.world.regions[region].worth
    if (Worth.OIL in worth or Worth.CHROME in worth) and not view.idle[region]:
        mind.offer(MINE if hurry else MINE // 2, Order(Verb.SABOTAGE, (region, Target.MINE)), "hurt_them")
    if not view.wire[region]:
        mind.offer(WIRE if hurry else WIRE // 3, Order(Verb.SABOTAGE, (region, Target.TELEGRAPH)), "hurt_them")
    for near, link in view.world.neighbours[region]:
        if view.world.links[link].kind in (LinkKind.ROAD, LinkKind.HIGHROAD) and not view.cut[link]:
            columns = enemy_strength(view, near)
            score = min(60, columns // 60) + min(40, danger // 80)
            mind.offer(
                score if hurry else score // 2, Order(Verb.SABOTAGE, (region, Target.ROAD, near)), "cut_them_off"
            )
            break


def _build(mind: Mind, region: int, danger: int) -> None:
    view = mind.view
    people = view.world.regions[region].people
    value = mind.value(region)
    _agitate(mind, region)
    if view.council[region] < 3:
        gain = 140 + min(people, 120) - 20 * view.council[region]
        mind.offer(gain * value // HUNDRED, Order(Verb.ORGANISE, (region,)), "councils_last")
    if view.feuds[region] >= 2:
        mind.offer((12 + 10 * view.feuds[region]) * value // HUNDRED, Order(Verb.RECONCILE, (region,)), "feuds_bind")
    recruit = Order(Verb.RECRUIT, (region,))
    if view.arms >= 10 and refusal(view, recruit) is None:
        mind.offer((20 + forecast(view, recruit).value("men")) * value // HUNDRED, recruit, "men_are_ready")
    bands = men_of_roles(view, region, (Role.BAND,))
    if bands >= view.world.rules.form_least and danger < _own_strength(view, region) * 6:
        mind.offer(60 + bands // 3, Order(Verb.FORM, (region,)), "time_for_regulars")
    if view.council[region] and view.arms > 60:
        militia = Order(Verb.MILITIA, (region,))
        mind.offer(forecast(view, militia).value("men") * value // HUNDRED // 3, militia, "shield_of_villages")


def _agitate(mind: Mind, region: int) -> None:
    view = mind.view
    order = Order(Verb.AGITATE, (region,))
    gain = forecast(view, order).value("sympathy")
    people = min(150, view.world.regions[region].people)
    mind.offer(gain * (20 + people) * mind.value(region) // HUNDRED // 8, order, "people_to_win")


def _march(mind: Mind, region: int, dangers: list[int]) -> None:
    """Spread into valleys that matter and are empty; gather against a town that a bigger stack would take."""
    view = mind.view
    fighters = men_of_roles(view, region, FIGHTERS)
    if fighters < 40:
        return
    keep = fighters * mind.doctrine.leave // HUNDRED
    base = region * SLOTS
    slots = [s for s, unit in enumerate(view.world.slots[view.faction]) if unit.role in FIGHTERS]
    slot = max(slots, key=lambda s: view.men[base + s])
    spare = min(view.men[base + slot], fighters - keep)
    for near in view.world.beside[region]:
        if spare >= LEAST_TO_SPREAD and view.mobile_men(near) * 5 < fighters and dangers[near] < dangers[region] + 1500:
            pull = 60 + view.known_sympathy(near, view.faction) // 4 + view.world.regions[near].people // 2
            pull = pull * min(300, fighters) // 150
            mind.offer(pull * mind.value(near) // HUNDRED, Order(Verb.MOVE, (region, near, slot, spare)), "spread_out")
        _gather(mind, region, near)


def _gather(mind: Mind, region: int, near: int) -> None:
    view = mind.view
    holder = view.town[near]
    if not view.at_war(holder) or view.mobile_men(region) < 150:
        return
    row = [a + b for a, b in zip(view.row(region), view.row(near), strict=True)]
    share = odds(view, near, holder, row)
    if share >= 520 * mind.boldness // HUNDRED and share > odds(view, near, holder):
        prize = 200 + view.world.regions[near].people * 2 + 200 * (Worth.CAPITAL in view.world.regions[near].worth)
        mind.offer(prize * mind.value(near) // HUNDRED, Order(Verb.MOVE, (region, near)), "gather_for_attack")
