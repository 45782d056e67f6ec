"""What may be ordered now, and for what may not, why. Everything that takes orders asks here, on the view alone."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from lanc_game.engine.formulas import commissar_limit
from lanc_game.engine.names import (
    LinkKind,
    Manner,
    Policy,
    Posture,
    Relation,
    Reprisals,
    Requisition,
    Role,
    Status,
    Target,
    Verb,
    Worth,
)
from lanc_game.engine.orders import CHOSEN, GRAMMAR, Order, target_region, wish_code, wish_of
from lanc_game.engine.treaties import parties
from lanc_game.engine.view import View
from lanc_game.engine.world import NOBODY, SLOTS

MOST_ORDERS = 60
LEAST_RAIDERS = 10
LEAST_SABOTEURS = 5
LEAST_SWEEP = 50
LEAST_OFFENSIVE = 400
MOST_REGIONS = 4
HIDE_SYMPATHY = 80
VERBS = tuple(Verb)
SEARCHERS = (Role.COLUMN, Role.REGULAR, Role.BAND)
RAIDERS = (Role.CELL, Role.BAND, Role.REGULAR)
HEAVY = (Role.GARRISON, Role.COLUMN)
BANDS, REGULARS = (Role.BAND,), (Role.REGULAR,)
CELL, GARRISON, COLUMN = Role.CELL, Role.GARRISON, Role.COLUMN  # by names of their own: see docs/performance.md
TRUCES = (Relation.TRUCE, Relation.ALLIED)
CONCEALED = (Posture.HIDDEN, Posture.HIDING)
MOVE, ROAD = Verb.MOVE, Target.ROAD


class Refusal(NamedTuple):
    """Why an order is refused: a key of the language tables, what there is, and what it would take."""

    reason: str
    have: int = 0
    need: int = 0
    about: int = NOBODY


def refusal(view: View, order: Order) -> Refusal | None:
    """Return why a faction may not give an order, or None if it may. Budgets are for ``accept``."""
    if not view.in_play:
        return Refusal("not_in_play")
    if view.may(order.verb) is None:
        return Refusal("not_for_you")
    return _CHECKS[order.verb](view, order.args)


def legal(view: View, region: int = NOBODY) -> list[Order]:
    """Return every kind of legal order, for one region or for all, whole stacks only; the list is in canonical order."""
    return [order for verb in VERBS for order in legal_with(view, verb, region)]


def legal_with(view: View, verb: Verb, region: int = NOBODY) -> list[Order]:
    """Return the legal orders of one verb, as ``legal`` lists them."""
    if not view.in_play or view.may(verb) is None:
        return []
    candidates = _CANDIDATES.get(verb, _each_region)(view)
    if region != NOBODY:
        candidates = (args for args in candidates if target_region(Order(verb, args)) == region)
    if verb in _SURE:
        return [Order(verb, args) for args in candidates]
    check = _CHECKS[verb]
    return [Order(verb, args) for args in candidates if check(view, args) is None]


def cost(view: View, order: Order) -> int:
    """Return the cadres that an order takes."""
    definition = view.may(order.verb)
    return definition.cost if definition else 0


def accept(view: View, orders: Sequence[Order]) -> list[tuple[Order, Refusal | None]]:
    """Judge a month's orders together, in the order of writing: each is legal, affordable and not given twice."""
    verdicts: list[tuple[Order, Refusal | None]] = []
    left = view.free_cadres
    taken: set[tuple[int, ...]] = set()
    marching = [0] * len(view.men)
    for order in orders[: MOST_ORDERS * 2]:
        why = refusal(view, order)
        price = cost(view, order)
        key = _once_key(order)
        if why is None and key in taken:
            why = Refusal("given_twice")
        if why is None and len(taken) >= MOST_ORDERS:
            why = Refusal("too_many_orders", len(taken), MOST_ORDERS)
        if why is None and price > left:
            why = Refusal("no_cadres", left, price)
        if why is None and order.verb is MOVE:
            why = _march(view, order.args, marching)
        if why is None:
            left -= price
            taken.add(key)
        verdicts.append((order, why))
    return verdicts


# Orders with the same key exclude each other within a month: most verbs once a region, one posture a region.
_KEY_VERB = {
    Verb.REFUSE: Verb.ACCEPT,
    Verb.COUNTER: Verb.ACCEPT,
    Verb.HIDE: Verb.HOLD,
    Verb.MUSTER: Verb.HOLD,
    Verb.DISPERSE: Verb.HOLD,
    Verb.CALLOFF: Verb.OFFENSIVE,
}
_KEY_LENGTH = {
    Verb.PROPOSE: 2,
    Verb.ACCEPT: 2,
    Verb.REFUSE: 2,
    Verb.COUNTER: 2,
    Verb.DENOUNCE: 2,
    Verb.MOVE: 3,
    Verb.SABOTAGE: 3,
    Verb.REPAIR: 2,
    Verb.OFFENSIVE: 0,
    Verb.CALLOFF: 0,
}


def _once_key(order: Order) -> tuple[int, ...]:
    verb, args = order
    return (_KEY_VERB.get(verb, verb), *args[: _KEY_LENGTH.get(verb, 1)])


def marchers(view: View, args: Sequence[int]) -> list[tuple[int, int]]:
    """Return the (slot, men) that a move takes from its region: everyone who can travel, or the part named."""
    start = args[0]
    if len(args) == 4:
        return [(args[2], args[3])]
    base = start * SLOTS
    return [
        (slot, view.men[base + slot])
        for slot in view.world.mobile[view.faction]
        if view.men[base + slot] and not _stays(view, start, slot)
    ]


def _stays(view: View, region: int, slot: int) -> bool:
    return view.world.slots[view.faction][slot].role is CELL and view.mobile_men(region) > view.slot_men(region, slot)


def _march(view: View, args: Sequence[int], marching: list[int]) -> Refusal | None:
    base = args[0] * SLOTS
    wanted = marchers(view, args)
    for slot, men in wanted:
        if marching[base + slot] + men > view.men[base + slot]:
            return Refusal("men_already_marching", view.men[base + slot] - marching[base + slot], men, args[0])
    for slot, men in wanted:
        marching[base + slot] += men
    return None


# --- checks, a verb each


def _check_move(view: View, args: Sequence[int]) -> Refusal | None:
    start, end = args[0], args[1]
    if start == end:
        return Refusal("already_there", about=end)
    if len(args) == 4:
        slot, men = args[2], args[3]
        if slot >= len(view.world.slots[view.faction]) or not view.world.slots[view.faction][slot].reach:
            return Refusal("stays_at_home")
        if men <= 0 or men > view.slot_men(start, slot):
            return Refusal("not_so_many_men", view.slot_men(start, slot), men, start)
    wanted = marchers(view, args)
    if not wanted:
        return Refusal("nobody_can_travel", about=start)
    if end not in view.routes(start, tuple(slot for slot, _ in wanted)):
        return Refusal("no_way_there", about=end)
    return None


def _check_attack(view: View, args: Sequence[int]) -> Refusal | None:
    region = args[0]
    if not any(view.mobile_men(near) for near in (region, *view.world.beside[region])):
        return Refusal("nobody_near", about=region)
    if len(args) > 1:
        other = args[1]
        if view.relation[other] in TRUCES:
            return Refusal("under_truce", about=other)
        return None if view.enemy(other) else Refusal("not_an_enemy", about=other)
    holder = view.town[region]
    if holder >= 0 and view.relation[holder] in TRUCES and holder != view.faction:
        return Refusal("under_truce", about=holder)
    if view.enemy(holder) or view.foes_in(region) or holder == NOBODY:
        return None
    return Refusal("nobody_to_attack", about=region)


def _check_men_here(view: View, args: Sequence[int]) -> Refusal | None:
    region = args[0]
    if not view.total[region]:
        return Refusal("no_men", about=region)
    return Refusal("already_so") if view.posture[region] == Posture.HOLD else None


def _check_hide(view: View, args: Sequence[int]) -> Refusal | None:
    region = args[0]
    if not view.total[region]:
        return Refusal("no_men", about=region)
    if view.posture[region] in CONCEALED:
        return Refusal("already_hidden", about=region)
    if _men_of_roles(view, region, HEAVY):
        return Refusal("too_heavy_to_hide", about=region)
    friends = view.known_sympathy(region, view.faction)
    if friends < HIDE_SYMPATHY:
        return Refusal("no_friends_to_hide_with", friends // 10, HIDE_SYMPATHY // 10, region)
    return None


def _check_muster(view: View, args: Sequence[int]) -> Refusal | None:
    region = args[0]
    if not view.total[region]:
        return Refusal("no_men", about=region)
    if view.posture[region] in CONCEALED:
        return None
    return Refusal("already_open", about=region)


def _check_disperse(view: View, args: Sequence[int]) -> Refusal | None:
    region = args[0]
    if _men_of_roles(view, region, REGULARS):
        return None
    return Refusal("no_regulars", about=region)


def _check_agitate(view: View, args: Sequence[int]) -> Refusal | None:
    region = args[0]
    if _rooted(view, region) or any(view.council[near] for near in view.world.beside[region]):
        return None
    return Refusal("nobody_there", about=region)


def _check_organise(view: View, args: Sequence[int]) -> Refusal | None:
    region = args[0]
    level = view.council[region]
    if not _rooted(view, region):
        return Refusal("nobody_there", about=region)
    if level >= 3:
        return Refusal("council_is_full", about=region)
    if _working(view, Verb.ORGANISE, region):
        return Refusal("already_working", about=region)
    need = view.world.rules.organise_sympathy * (level + 1)
    friends = view.known_sympathy(region, view.faction)
    if friends < need:
        return Refusal("too_little_sympathy", friends // 10, need // 10, region)
    if level == 2 and not view.recent_deed(region):
        return Refusal("no_recent_deed", about=region)
    return None


def _check_reconcile(view: View, args: Sequence[int]) -> Refusal | None:
    region = args[0]
    if not _rooted(view, region):
        return Refusal("nobody_there", about=region)
    if not view.feuds[region]:
        return Refusal("no_feuds", about=region)
    return Refusal("already_working", about=region) if _working(view, Verb.RECONCILE, region) else None


def _check_recruit(view: View, args: Sequence[int]) -> Refusal | None:
    region = args[0]
    if not _rooted(view, region):
        return Refusal("nobody_there", about=region)
    if view.arms < LEAST_RAIDERS:
        return Refusal("too_few_arms", view.arms, LEAST_RAIDERS)
    if not view.known_sympathy(region, view.faction):
        return Refusal("too_little_sympathy", 0, 1, region)
    if not view.recent_deed(region):
        return Refusal("no_recent_deed", about=region)
    return None


def _check_form(view: View, args: Sequence[int]) -> Refusal | None:
    region = args[0]
    rules = view.world.rules
    bands = _men_of_roles(view, region, BANDS)
    if bands < rules.form_least:
        return Refusal("too_few_in_bands", bands, rules.form_least, region)
    need = bands * rules.form_supplies // 100
    if view.supplies < need:
        return Refusal("too_few_supplies", view.supplies, need)
    regulars = view.all_men(view.world.slot_by_role[view.faction][Role.REGULAR])
    most = commissar_limit(sum(view.council), rules)
    if regulars + rules.form_least > most:
        return Refusal("too_few_commissars", most, regulars + rules.form_least)
    return None


def _check_militia(view: View, args: Sequence[int]) -> Refusal | None:
    region = args[0]
    if not view.council[region]:
        return Refusal("no_council", about=region)
    if view.arms < LEAST_RAIDERS:
        return Refusal("too_few_arms", view.arms, LEAST_RAIDERS)
    if not view.recent_deed(region):
        return Refusal("no_recent_deed", about=region)
    return None


def _check_raid(view: View, args: Sequence[int]) -> Refusal | None:
    region = args[0]
    raiders = _men_of_roles(view, region, RAIDERS)
    if raiders < LEAST_RAIDERS:
        return Refusal("too_few_raiders", raiders, LEAST_RAIDERS, region)
    if view.enemy(view.town[region]) or view.foes_in(region):
        return None
    return Refusal("nothing_to_raid", about=region)


def _check_sabotage(view: View, args: Sequence[int]) -> Refusal | None:
    region, target = args[0], args[1]
    if view.total[region] < LEAST_SABOTEURS:
        return Refusal("no_men", about=region)
    if target == ROAD:
        return _check_road(view, region, args)
    if len(args) > 2:
        return Refusal("one_region_only")
    match target:
        case Target.TELEGRAPH:
            if view.wire[region]:
                return Refusal("already_cut", about=region)
            return None if view.enemy(view.town[region]) else Refusal("nobody_to_hurt", about=region)
        case Target.MINE:
            if not any(w in (Worth.OIL, Worth.CHROME) for w in view.world.regions[region].worth):
                return Refusal("no_mine", about=region)
            if view.idle[region]:
                return Refusal("already_cut", about=region)
            return None if view.enemy(view.town[region]) else Refusal("nobody_to_hurt", about=region)
        case _:
            turn = view.world.turns[min(view.turn, len(view.world.turns) - 1)]
            if not turn.harvest:
                return Refusal("no_harvest_now", about=region)
            return None if view.enemy(view.town[region]) else Refusal("nobody_to_hurt", about=region)


def _check_road(view: View, region: int, args: Sequence[int]) -> Refusal | None:
    if len(args) < 3:
        return Refusal("which_road", about=region)
    link = road_between(view, region, args[2])
    if link == NOBODY:
        return Refusal("no_road_there", about=args[2])
    return Refusal("already_cut", about=region) if view.cut[link] else None


def road_between(view: View, region: int, other: int) -> int:
    """Return the first link of road kind between two regions, or NOBODY."""
    for near, link in view.world.neighbours[region]:
        if near == other and view.world.links[link].kind is not LinkKind.SEA:
            return link
    return NOBODY


def _check_garrison(view: View, args: Sequence[int]) -> Refusal | None:
    region, men = args
    slots = view.world.slot_by_role[view.faction]
    garrison, column = slots[GARRISON], slots[COLUMN]
    if garrison < 0 or column < 0:
        return Refusal("not_for_you")
    present = view.slot_men(region, garrison) + view.slot_men(region, column)
    if not present:
        return Refusal("no_men", about=region)
    if men > present:
        return Refusal("not_so_many_men", present, men, region)
    return Refusal("already_so") if men == view.slot_men(region, garrison) else None


def _check_sweep(view: View, args: Sequence[int]) -> Refusal | None:
    region = args[0]
    searchers = view.men_of(SEARCHERS)
    here = max([searchers[near] for near in view.world.around[region]])
    return None if here >= LEAST_SWEEP else Refusal("no_column_near", here, LEAST_SWEEP, region)


def _check_offensive(view: View, args: Sequence[int]) -> Refusal | None:
    if any(op.faction == view.faction for op in view.operations):
        return Refusal("one_offensive_at_a_time")
    if len(set(args)) != len(args) or len(args) > MOST_REGIONS:
        return Refusal("name_each_region_once")
    searchers = view.men_of(SEARCHERS)
    near = frozenset[int]().union(*(view.world.around[region] for region in args))
    men = sum([searchers[region] for region in near])
    if men < LEAST_OFFENSIVE:
        return Refusal("too_few_columns", men, LEAST_OFFENSIVE)
    need = view.world.rules.offensive_supply
    return Refusal("too_few_supplies", view.supplies, need) if view.supplies < need else None


def _check_calloff(view: View, args: Sequence[int]) -> Refusal | None:
    if any(op.faction == view.faction for op in view.operations):
        return None
    return Refusal("no_offensive")


def _check_policy(view: View, args: Sequence[int]) -> Refusal | None:
    return Refusal("already_so") if view.policy[args[0]] == args[1] else None


def _check_repair(view: View, args: Sequence[int]) -> Refusal | None:
    region = args[0]
    if not view.total[region]:
        return Refusal("no_men", about=region)
    if len(args) == 1:
        return None if view.wire[region] or view.idle[region] else Refusal("nothing_to_repair", about=region)
    link = road_between(view, region, args[1])
    if link == NOBODY:
        return Refusal("no_road_there", about=args[1])
    return None if view.cut[link] else Refusal("nothing_to_repair", about=region)


def _check_concede(view: View, args: Sequence[int]) -> Refusal | None:
    region = args[0]
    if view.town[region] != view.faction:
        return Refusal("towns_not_yours", about=region)
    need = view.world.rules.concede_supplies
    return Refusal("too_few_supplies", view.supplies, need) if view.supplies < need else None


def _check_bribe(view: View, args: Sequence[int]) -> Refusal | None:
    region = args[0]
    if view.town[region] != view.faction and not view.total[region]:
        return Refusal("no_men", about=region)
    if view.informers[region]:
        return Refusal("already_paid", about=region)
    need = view.world.rules.bribe_supplies
    return Refusal("too_few_supplies", view.supplies, need) if view.supplies < need else None


def _check_levy(view: View, args: Sequence[int]) -> Refusal | None:
    region = args[0]
    if view.town[region] != view.faction and not _men_of_roles(view, region, HEAVY):
        return Refusal("towns_not_yours", about=region)
    if view.world.slot_by_role[view.faction][Role.MILITIA] < 0:
        return Refusal("not_for_you")
    need = view.world.rules.levy_least
    return Refusal("too_few_arms", view.arms, need) if view.arms < need else None


def _check_withdraw(view: View, args: Sequence[int]) -> Refusal | None:
    region = args[0]
    if not view.total[region]:
        return Refusal("no_men", about=region)
    return None if view.world.exits_by_region[region] else Refusal("no_way_out", about=region)


def _check_decide(view: View, args: Sequence[int]) -> Refusal | None:
    event, option = args
    if not any(offer.event == event for offer in view.offers):
        return Refusal("no_such_choice")
    return None if 0 <= option < len(view.world.events[event].options) else Refusal("no_such_choice")


# --- treaties


def _check_parties(view: View, args: Sequence[int]) -> Refusal | None:
    definition, partner = view.world.instruments[args[0]], args[1]
    if not parties(definition, view.faction, partner):
        return Refusal("not_their_treaty", about=partner)
    if view.status[partner] not in (Status.ACTIVE, Status.UNDERGROUND):
        return Refusal("not_in_the_war", about=partner)
    return None


def _check_propose(view: View, args: Sequence[int]) -> Refusal | None:
    why = _check_parties(view, args)
    if why is not None:
        return why
    if not view.signable[args[0]]:
        return Refusal("not_the_time", about=args[1])
    if view.treaty_with(args[1], args[0]) is not None:
        return Refusal("already_signed", about=args[1])
    return _check_wishes(view, args)


def _check_wishes(view: View, args: Sequence[int]) -> Refusal | None:
    """Every clause must be settled with values that it has."""
    clauses = view.world.instruments[args[0]].clauses
    for clause, code in zip(clauses, args[2:], strict=True):
        most = len(view.world.clauses[clause].values) + view.world.clauses[clause].may_be_blank
        wish = wish_of(code)
        if not wish or any(not 0 <= value < most for value in wish):
            return Refusal("clause_unsettled")
    return None


def _check_accept(view: View, args: Sequence[int]) -> Refusal | None:
    letter = view.letter_from(args[1], args[0])
    if letter is None:
        return Refusal("no_such_letter", about=args[1])
    for wish, code in zip(letter.wishes, args[2:], strict=True):
        chosen = wish_of(code)
        if len(chosen) != 1 or chosen[0] not in wish:
            return Refusal("not_offered", about=args[1])
    return None


def _check_refuse(view: View, args: Sequence[int]) -> Refusal | None:
    return None if view.letter_from(args[1], args[0]) else Refusal("no_such_letter", about=args[1])


def _check_counter(view: View, args: Sequence[int]) -> Refusal | None:
    return _check_refuse(view, args) or _check_wishes(view, args)


def _check_denounce(view: View, args: Sequence[int]) -> Refusal | None:
    instrument, partner, manner = args
    treaty = view.treaty_with(partner, instrument)
    if treaty is None:
        return Refusal("no_such_treaty", about=partner)
    need = view.world.rules.pretext_strain
    strain = view.strain[treaty.a, treaty.b]
    if manner == Manner.PRETEXT and strain < need:
        return Refusal("no_pretext", strain, need, partner)
    return None


def _rooted(view: View, region: int) -> bool:
    return bool(view.total[region] or view.council[region])


def _working(view: View, verb: Verb, region: int) -> bool:
    return any(work.verb == verb and work.region == region for work in view.works)


def _men_of_roles(view: View, region: int, roles: tuple[Role, ...]) -> int:
    return view.men_of(roles)[region]


# --- what is worth asking about


def _each_region(view: View) -> Iterator[tuple[int, ...]]:
    for region in range(len(view.total)):
        yield (region,)


def _own_regions(view: View) -> Iterator[tuple[int, ...]]:
    for region, men in enumerate(view.total):
        if men:
            yield (region,)


def _moves(view: View) -> Iterator[tuple[int, ...]]:
    for region, men in enumerate(view.total):
        if men and view.mobile_men(region):
            slots = tuple(slot for slot, _ in marchers(view, (region, region)))
            for end in view.routes(region, slots):
                yield (region, end)


def _attacks(view: View) -> Iterator[tuple[int, ...]]:
    for (region,) in _each_region(view):
        yield (region,)
        for other in view.foes_in(region):
            if other != view.town[region]:
                yield (region, other)


def _sabotages(view: View) -> Iterator[tuple[int, ...]]:
    for (region,) in _own_regions(view):
        for target in (Target.TELEGRAPH, Target.MINE, Target.HARVEST):
            yield (region, target)
        for other in view.world.beside[region]:
            yield (region, Target.ROAD, other)


def _garrisons(view: View) -> Iterator[tuple[int, ...]]:
    slots = view.world.slot_by_role[view.faction]
    if slots[GARRISON] < 0 or slots[COLUMN] < 0:
        return
    for (region,) in _own_regions(view):
        present = view.slot_men(region, slots[GARRISON]) + view.slot_men(region, slots[COLUMN])
        for share in (0, 1, 2, 3, 4):
            yield (region, present * share // 4)


def _offensives(view: View) -> Iterator[tuple[int, ...]]:
    if any(op.faction == view.faction for op in view.operations):
        return
    for region, near in enumerate(view.world.beside):
        yield (region,)
        for other in near:
            if other > region:
                yield (region, other)


def _once(view: View) -> Iterator[tuple[int, ...]]:
    yield ()


def _policies(view: View) -> Iterator[tuple[int, ...]]:
    for reprisals in Reprisals:
        yield (Policy.REPRISALS, reprisals)
    for requisition in Requisition:
        yield (Policy.REQUISITION, requisition)


def _repairs(view: View) -> Iterator[tuple[int, ...]]:
    for (region,) in _own_regions(view):
        yield (region,)
        for other, link in view.world.neighbours[region]:
            if view.cut[link]:
                yield (region, other)


def _decisions(view: View) -> Iterator[tuple[int, ...]]:
    for offer in view.offers:
        for option in range(len(view.world.events[offer.event].options)):
            yield (offer.event, option)


def _proposals(view: View) -> Iterator[tuple[int, ...]]:
    """One letter to each possible partner: what we would like best of every clause."""
    for index, definition in enumerate(view.world.instruments):
        if view.faction in definition.parties:
            for partner in definition.parties:
                yield (index, partner, *(wish_code(_liked(view, clause)) for clause in definition.clauses))


def _liked(view: View, clause: int) -> tuple[int, ...]:
    prices = view.world.prices[view.faction][clause]
    definition = view.world.clauses[clause]
    values = range(len(definition.values) + definition.may_be_blank)
    return tuple(sorted(values, key=lambda value: (-prices[value], value))[:2])


def _letters(view: View) -> Iterator[tuple[int, ...]]:
    for letter in view.letters:
        if letter.receiver == view.faction:
            yield (letter.instrument, letter.sender)


def _acceptances(view: View) -> Iterator[tuple[int, ...]]:
    for letter in view.letters:
        if letter.receiver == view.faction:
            yield (letter.instrument, letter.sender, *(wish_code(wish[:1]) for wish in letter.wishes))


def _counters(view: View) -> Iterator[tuple[int, ...]]:
    for letter in view.letters:
        if letter.receiver == view.faction:
            clauses = view.world.instruments[letter.instrument].clauses
            yield (letter.instrument, letter.sender, *(wish_code(_liked(view, clause)) for clause in clauses))


def _denunciations(view: View) -> Iterator[tuple[int, ...]]:
    for treaty in view.treaties:
        if view.faction in (treaty.a, treaty.b):
            for manner in CHOSEN:
                yield (treaty.instrument, treaty.a + treaty.b - view.faction, manner)


Check = Callable[[View, Sequence[int]], Refusal | None]
Candidates = Callable[[View], Iterator[tuple[int, ...]]]

_CHECKS: dict[Verb, Check] = {
    Verb.MOVE: _check_move,
    Verb.ATTACK: _check_attack,
    Verb.HOLD: _check_men_here,
    Verb.HIDE: _check_hide,
    Verb.MUSTER: _check_muster,
    Verb.DISPERSE: _check_disperse,
    Verb.AGITATE: _check_agitate,
    Verb.ORGANISE: _check_organise,
    Verb.RECONCILE: _check_reconcile,
    Verb.RECRUIT: _check_recruit,
    Verb.FORM: _check_form,
    Verb.MILITIA: _check_militia,
    Verb.RAID: _check_raid,
    Verb.SABOTAGE: _check_sabotage,
    Verb.GARRISON: _check_garrison,
    Verb.SWEEP: _check_sweep,
    Verb.OFFENSIVE: _check_offensive,
    Verb.CALLOFF: _check_calloff,
    Verb.POLICY: _check_policy,
    Verb.REPAIR: _check_repair,
    Verb.CONCEDE: _check_concede,
    Verb.BRIBE: _check_bribe,
    Verb.LEVY: _check_levy,
    Verb.WITHDRAW: _check_withdraw,
    Verb.DECIDE: _check_decide,
    Verb.PROPOSE: _check_propose,
    Verb.ACCEPT: _check_accept,
    Verb.REFUSE: _check_refuse,
    Verb.COUNTER: _check_counter,
    Verb.DENOUNCE: _check_denounce,
}

_CANDIDATES: dict[Verb, Candidates] = {
    Verb.MOVE: _moves,
    Verb.ATTACK: _attacks,
    Verb.HOLD: _own_regions,
    Verb.HIDE: _own_regions,
    Verb.MUSTER: _own_regions,
    Verb.DISPERSE: _own_regions,
    Verb.FORM: _own_regions,
    Verb.RAID: _own_regions,
    Verb.SABOTAGE: _sabotages,
    Verb.GARRISON: _garrisons,
    Verb.OFFENSIVE: _offensives,
    Verb.CALLOFF: _once,
    Verb.POLICY: _policies,
    Verb.REPAIR: _repairs,
    Verb.WITHDRAW: _own_regions,
    Verb.DECIDE: _decisions,
    Verb.PROPOSE: _proposals,
    Verb.ACCEPT: _acceptances,
    Verb.REFUSE: _letters,
    Verb.COUNTER: _counters,
    Verb.DENOUNCE: _denunciations,
}

_SURE = (Verb.MOVE,)
"""Verbs whose candidates are legal as they come: finding them is checking them."""

assert set(_CHECKS) == set(GRAMMAR) == set(Verb)  # noqa: S101 - a verb without its check is a fault in this file
