"""How an occupier or its government plays: keep the towns and the roads, strike where it hurts, buy what can't be held."""

from lanc_game.bots.plan import HUNDRED, Mind, decisions, enemy_strength, keep_watch, men_of_roles
from lanc_game.engine.forecast import forecast, odds
from lanc_game.engine.formulas import strength
from lanc_game.engine.legal import refusal
from lanc_game.engine.names import FactionKind, Relation, Role, Verb, Worth
from lanc_game.engine.orders import Order
from lanc_game.engine.view import View
from lanc_game.engine.world import NOBODY, SLOTS

LEAST_COLUMN = 150
QUIET = 60  # alarm below which a region is left alone
TOO_STRONG = 80  # percent of our columns' strength from which open enemies are left alone
COLUMNS = (Role.COLUMN, Role.REGULAR, Role.BAND)


def consider(mind: Mind) -> None:
    """Put forward everything worth doing this month."""
    view = mind.view
    decisions(mind)
    threats = [_threat(view, region) for region in range(len(view.total))]
    for region, men in enumerate(view.total):
        if men:
            _retake(mind, region)
            _sweep(mind, region, threats[region])
            _send(mind, region, threats)
            _mend(mind, region)
            _quieten(mind, region, threats[region])
            _leave(mind, region)
    _offensive(mind, threats)
    keep_watch(mind)


def _threat(view: View, region: int) -> int:
    """Return how much trouble a region is: deeds done there and enemies seen."""
    return view.alarm[region] + enemy_strength(view, region) // 2


def _worth(mind: Mind, region: int) -> int:
    worth = mind.world.regions[region].worth
    score = HUNDRED + 25 * len(worth) + 100 * (Worth.CAPITAL in worth)
    return score * mind.value(region) // HUNDRED


def _retake(mind: Mind, region: int) -> None:
    view = mind.view
    if men_of_roles(view, region, COLUMNS) < LEAST_COLUMN:
        return
    for seen in view.sights[region].forces:
        if view.relation[seen.faction] != Relation.WAR:
            continue
        share = odds(view, region, seen.faction)
        if share >= 500 * mind.boldness // HUNDRED:
            lost = view.town[region] == seen.faction
            mind.offer(
                (350 if lost else 120) * _worth(mind, region) // HUNDRED,
                Order(Verb.ATTACK, (region, seen.faction)),
                "drive_them_out",
            )


def _sweep(mind: Mind, region: int, threat: int) -> None:
    view = mind.view
    if threat < QUIET or men_of_roles(view, region, COLUMNS) < LEAST_COLUMN:
        return
    if _too_strong(mind, region, _columns_strength(mind, region)):
        return
    order = Order(Verb.SWEEP, (region,))
    found = forecast(view, order).value("found")
    mind.offer((min(threat, 400) + found * 3) * _worth(mind, region) // HUNDRED // 2, order, "deeds_here")


def _columns_strength(mind: Mind, region: int) -> int:
    """Return the strength of own men in a region who can leave their posts."""
    slots = mind.world.slot_by_role[mind.view.faction]
    return strength(
        mind.view.row(region), mind.world.strengths[mind.view.faction],
        [slots[role] for role in COLUMNS if slots[role] >= 0], mind.world.rules,
    )  # fmt: skip


def _too_strong(mind: Mind, region: int, ours: int) -> bool:
    """Say whether columns of such a strength would only be beaten there; who is rash does not ask."""
    return not mind.temper.shallow and enemy_strength(mind.view, region) > ours * TOO_STRONG // HUNDRED


def _must_be_relieved(mind: Mind, region: int) -> bool:
    """Say whether a government's own town is there: it does not reckon whether its garrison can be saved."""
    government = mind.world.factions[mind.view.faction].kind is FactionKind.GOVERNMENT
    return government and mind.view.town[region] == mind.view.faction


def _send(mind: Mind, region: int, threats: list[int]) -> None:
    """Send columns from quiet regions towards trouble, within their reach."""
    view = mind.view
    column = view.world.slot_by_role[view.faction][Role.COLUMN]
    if column < 0:
        return
    men = view.slot_men(region, column)
    if men < LEAST_COLUMN:
        return
    keep = men * mind.doctrine.leave // HUNDRED if view.town[region] == view.faction else 0
    spare = men - keep
    if spare < LEAST_COLUMN:
        return
    for end in view.routes(region, (column,)):
        more = threats[end] - threats[region]
        lost = view.at_war(view.town[end])
        if more > QUIET or lost:
            already = view.mobile_men(end)
            ours = _columns_strength(mind, region) + _columns_strength(mind, end)
            if not _must_be_relieved(mind, end) and _too_strong(mind, end, ours):
                continue
            score = (min(more, 500) + 250 * lost) * _worth(mind, end) // HUNDRED * 300 // (300 + already)
            mind.offer(score, Order(Verb.MOVE, (region, end, column, spare)), "trouble_there")


def _mend(mind: Mind, region: int) -> None:
    view = mind.view
    if view.idle[region]:
        mind.offer(120 * _worth(mind, region) // HUNDRED, Order(Verb.REPAIR, (region,)), "mine_idle")
    for near, link in view.world.neighbours[region]:
        if view.cut[link]:
            mind.offer(60 * _worth(mind, region) // HUNDRED, Order(Verb.REPAIR, (region, near)), "road_cut")


def _quieten(mind: Mind, region: int, threat: int) -> None:
    view = mind.view
    if view.town[region] != view.faction:
        return
    if threat > QUIET:
        if not view.informers[region]:
            mind.offer(40 + threat // 6, Order(Verb.BRIBE, (region,)), "ears_needed")
        mind.offer(20 + threat // 10, Order(Verb.CONCEDE, (region,)), "buy_quiet")
    levy = Order(Verb.LEVY, (region,))
    if refusal(view, levy) is None:
        mind.offer(forecast(view, levy).value("men") // 3 + threat // 12, levy, "local_men")
    _garrison(mind, region, threat)


def _garrison(mind: Mind, region: int, threat: int) -> None:
    """Free men for the columns where it is quiet; keep walls manned where it is not."""
    view = mind.view
    slots = view.world.slot_by_role[view.faction]
    garrison, column = slots[Role.GARRISON], slots[Role.COLUMN]
    if garrison < 0 or column < 0:
        return
    posted = view.men[region * SLOTS + garrison]
    free = view.men[region * SLOTS + column]
    foes = enemy_strength(view, region)
    if foes > (posted + free) // 2 and free >= LEAST_COLUMN:
        mind.offer(60 + foes // 20, Order(Verb.GARRISON, (region, posted + free // 2)), "man_the_walls")
    elif threat < QUIET and free < LEAST_COLUMN and posted > 2500:
        mind.offer(35, Order(Verb.GARRISON, (region, posted * 9 // 10)), "free_a_column")


def _leave(mind: Mind, region: int) -> None:
    """March men out of the country who would be lost where they stand."""
    view = mind.view
    order = Order(Verb.WITHDRAW, (region,))
    men = strength(view.row(region), view.world.strengths[view.faction], range(SLOTS), view.world.rules)
    if enemy_strength(view, region) > 4 * men and refusal(view, order) is None:
        mind.offer(150, order, "save_the_men")


def _offensive(mind: Mind, threats: list[int]) -> None:
    """Commit a drive on two or three neighbouring regions when trouble adds up and the stores allow it."""
    view = mind.view
    if view.may(Verb.OFFENSIVE) is None:
        return
    for op in view.operations:
        if op.faction == view.faction:
            if sum(threats[region] for region in op.regions) < QUIET and op.until - view.turn > 0:
                mind.offer(100, Order(Verb.CALLOFF, ()), "nobody_left_there")
            return
    best, where = 0, NOBODY
    for region in range(len(view.total)):
        around = threats[region] + sum(threats[near] for near in view.world.beside[region]) // 2
        if around > best:
            best, where = around, region
    season = 140 if view.winter else HUNDRED
    if where == NOBODY or best * season < 45_000:
        return
    others = sorted(view.world.beside[where], key=lambda r: (-threats[r], r))[:2]
    order = Order(Verb.OFFENSIVE, tuple(sorted((where, *(r for r in others if threats[r] >= QUIET)))))
    mind.offer(min(900, best * season // HUNDRED // 2), order, "make_an_end")
