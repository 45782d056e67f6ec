"""What may be ordered now, and for what may not, why. Everything that takes orders asks here, on the view alone."""

from collections.abc import Callable, Sequence

from lanc_game.engine import checks, house_checks, treaty_checks
from lanc_game.engine.candidates import CANDIDATES, each_region
from lanc_game.engine.checks import Refusal, marchers
from lanc_game.engine.grammar import GRAMMAR
from lanc_game.engine.names import Verb
from lanc_game.engine.orders import Order, target_region
from lanc_game.engine.view import View
from lanc_game.engine.world import NOBODY, SLOTS

MOST_ORDERS = 60
VERBS = tuple(Verb)
MOVE = Verb.MOVE  # by a name of its own: see docs/performance.md
make = tuple.__new__  # of a named tuple: half the time of calling it by name


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
    candidates = CANDIDATES.get(verb, each_region)(view)
    if region != NOBODY:
        candidates = (args for args in candidates if target_region(Order(verb, args)) == region)
    if verb in _SURE:
        return [make(Order, (verb, args)) for args in candidates]
    check = _CHECKS[verb]
    return [make(Order, (verb, args)) for args in candidates if check(view, args) is None]


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
        key = once_key(order)
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
    Verb.PROMISE: 2,
    Verb.PLEDGE: 0,  # one a season
}


def once_key(order: Order) -> tuple[int, ...]:
    """Return what two orders of a month must not share: the verb, and as much of what it is about as makes it the same."""
    verb, args = order
    return (_KEY_VERB.get(verb, verb), *args[: _KEY_LENGTH.get(verb, 1)])


def _march(view: View, args: Sequence[int], marching: list[int]) -> Refusal | None:
    base = args[0] * SLOTS
    wanted = marchers(view, args)
    for slot, men in wanted:
        if marching[base + slot] + men > view.men[base + slot]:
            return Refusal("men_already_marching", view.men[base + slot] - marching[base + slot], men, args[0])
    for slot, men in wanted:
        marching[base + slot] += men
    return None


Check = Callable[[View, Sequence[int]], Refusal | None]

_CHECKS: dict[Verb, Check] = {
    Verb.MOVE: checks.check_move,
    Verb.ATTACK: checks.check_attack,
    Verb.HOLD: checks.check_men_here,
    Verb.HIDE: checks.check_hide,
    Verb.MUSTER: checks.check_muster,
    Verb.DISPERSE: checks.check_disperse,
    Verb.AGITATE: checks.check_agitate,
    Verb.ORGANISE: checks.check_organise,
    Verb.RECONCILE: checks.check_reconcile,
    Verb.RECRUIT: checks.check_recruit,
    Verb.FORM: checks.check_form,
    Verb.MILITIA: checks.check_militia,
    Verb.RAID: checks.check_raid,
    Verb.SABOTAGE: checks.check_sabotage,
    Verb.GARRISON: checks.check_garrison,
    Verb.SWEEP: checks.check_sweep,
    Verb.OFFENSIVE: checks.check_offensive,
    Verb.CALLOFF: checks.check_calloff,
    Verb.POLICY: checks.check_policy,
    Verb.REPAIR: checks.check_repair,
    Verb.CONCEDE: checks.check_concede,
    Verb.BRIBE: checks.check_bribe,
    Verb.LEVY: checks.check_levy,
    Verb.WITHDRAW: checks.check_withdraw,
    Verb.DECIDE: checks.check_decide,
    Verb.PROPOSE: treaty_checks.check_propose,
    Verb.ACCEPT: treaty_checks.check_accept,
    Verb.REFUSE: treaty_checks.check_refuse,
    Verb.COUNTER: treaty_checks.check_counter,
    Verb.DENOUNCE: treaty_checks.check_denounce,
    Verb.COURT: house_checks.check_court,
    Verb.PROMISE: house_checks.check_promise,
    Verb.PURGE: house_checks.check_purge,
    Verb.CONGRESS: house_checks.check_congress,
    Verb.APPEAL: house_checks.check_appeal,
    Verb.REPLY: house_checks.check_reply,
    Verb.PLEDGE: house_checks.check_pledge,
    Verb.VERIFY: house_checks.check_verify,
}

_SURE = (Verb.MOVE, Verb.PROPOSE)
"""Verbs whose candidates are legal as they come: finding them is checking them."""

assert set(_CHECKS) == set(GRAMMAR) == set(Verb)  # noqa: S101 - a verb without its check is a fault in this file
