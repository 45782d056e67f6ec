"""What an order would likely do, from what a faction knows: the preview that the board, line mode and bots share."""

from collections.abc import Sequence
from typing import NamedTuple

from lanc_game.engine import formulas
from lanc_game.engine.checks import RAIDERS
from lanc_game.engine.legal import cost
from lanc_game.engine.names import FactionKind, Policy, Posture, Relation, Reprisals, Role, Target, Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.patrons import appeal_brings
from lanc_game.engine.phases.battle import COMMANDER
from lanc_game.engine.phases.deeds import ORATOR
from lanc_game.engine.state import Letter
from lanc_game.engine.treaties import Reason, best_answer, consider, total, unheard_wings
from lanc_game.engine.view import View
from lanc_game.engine.wording import wish_of
from lanc_game.engine.world import NOBODY, World

FULL = 1000
HIDDEN = Posture.HIDDEN  # by a name of its own: see docs/performance.md
RULERS = (FactionKind.OCCUPIER, FactionKind.GOVERNMENT)
make = tuple.__new__  # of a named tuple: half the time of calling it by name
LOW, HIGH = 600, 1400  # the luck of an ordinary month, in thousandths


class Term(NamedTuple):
    """One line of a forecast: a key of the language tables and a range (equal ends: exact)."""

    key: str
    low: int
    high: int


def exact(key: str, value: int) -> Term:
    """Return a term that is known to a man."""
    return make(Term, (key, value, value))


class Forecast(NamedTuple):
    """What an order takes and may bring. ``terms`` come in the order of importance."""

    cost: int
    terms: tuple[Term, ...]

    def value(self, key: str) -> int:
        """Return the middle of a term's range, or 0 where the forecast has no such term."""
        for term in self.terms:
            if term.key == key:
                return (term.low + term.high) // 2
        return 0


def forecast(view: View, order: Order) -> Forecast:
    """Return what is to be expected of a legal order. It uses the view alone, so it can be wrong about others."""
    look = _BY_VERB.get(order.verb)
    return Forecast(cost(view, order), look(view, order) if look else ())


def _strength(view: View, verb: Verb) -> int:
    definition = view.may(verb)
    return definition.strength if definition else 100


def odds(view: View, region: int, target: int, men_row: list[int] | None = None) -> int:
    """Return our share of the strength in an attack on a faction's hold of a region, in thousandths."""
    rules, world = view.world.rules, view.world
    row = view.row(region) if men_row is None else men_row
    ours = formulas.strength(row, world.strengths[view.faction], world.mobile[view.faction], rules)
    if view.posture[region] == HIDDEN and men_row is None:
        ours = ours * rules.surprise // FULL
    if view.leader_with("commander", region):
        ours = ours * COMMANDER // FULL
    for partner in view.partners_in(region):
        if partner != target:
            ours += view.seen_mobile(region, partner)
    theirs = view.seen_strength(region, target)
    if view.town[region] == target:
        theirs = theirs * rules.town_defence // FULL
    else:
        theirs = theirs * formulas.ground(world.regions[region].terrain, rules) // FULL
    return ours * FULL // max(1, ours + theirs)


def target_of(view: View, order: Order) -> int:
    """Return whom an attack would strike as far as we know, or NOBODY."""
    if len(order.args) > 1:
        return order.args[1]
    region = order.args[0]
    if view.enemy(view.town[region]):
        return view.town[region]
    foes = view.foes_in(region)
    return max(foes, key=lambda f: view.seen_men(region, f)) if foes else NOBODY


def _attack(view: View, order: Order) -> tuple[Term, ...]:
    region, target = order.args[0], target_of(view, order)
    if target == NOBODY:
        return (exact("occupies", 1),)
    share = odds(view, region, target)
    rules = view.world.rules
    lost = formulas.losses(share, FULL - share, rules) * view.mobile_men(region) // FULL
    return (exact("odds", share // 10), Term("losses", lost * LOW // FULL, lost * HIGH // FULL))


def _raid(view: View, order: Order) -> tuple[Term, ...]:
    region = order.args[0]
    rules, world = view.world.rules, view.world
    raiders = min(view.men_of(RAIDERS)[region], rules.raid_men_most)
    holder = view.town[region]
    foes = view.foes_in(region)
    most = max(foes, key=lambda f: view.seen_men(region, f), default=NOBODY)
    victim = holder if view.enemy(holder) and not view.truce_here(holder, region) else most
    there = view.seen_men(region, victim) if victim != NOBODY else 0
    surprise = view.posture[region] == HIDDEN
    prize = formulas.raid_prize(there, world.regions[region].worth, view.heat[region], view.roads_open(region), rules)
    prize = prize * _strength(view, order.verb) // 100
    arms = [formulas.raid_take(prize, raiders, surprise, luck, rules) for luck in (LOW, HIGH)]
    lost = [formulas.raid_loss(raiders, view.heat[region], surprise, luck, rules) for luck in (LOW, HIGH)]
    return (Term("arms", arms[0], arms[1]), Term("losses", lost[0], lost[1]), *reprisal_terms(view, region, victim))


def reprisal_terms(view: View, region: int, victim: int) -> tuple[Term, ...]:
    """Return what a deed in a region is likely to bring down on its villages, and who would be blamed, in percent."""
    if victim == NOBODY or view.town[region] != victim:
        return ()
    if not view.enemy(victim) or not _may_burn(view.world, victim):
        return ()
    rules = view.world.rules
    heat = view.heat[region] + rules.deed_heat
    risk = min(95, max(5, heat * 60 // max(1, rules.reprisal_heat)))
    councils = view.sights[region].councils
    rival = max([councils[f] for f in view.world.movements if f != view.faction], default=0) if councils else 0
    blame = formulas.blame_shares(
        heat, view.standing[view.faction], view.council[region], rival, view.known_sympathy(region, view.faction)
    )
    return (exact("reprisal", risk), exact("blame", blame))


def _may_burn(world: World, faction: int) -> bool:
    """Whether a side is known to answer deeds upon villages, or might: it rules, and has or may take up such a policy."""
    definition = world.factions[faction]
    if definition.kind not in RULERS:
        return False
    if definition.policies[Policy.REPRISALS] != Reprisals.NONE:
        return True
    return any(verb.verb == Verb.POLICY and definition.kind in verb.kinds for verb in world.verbs)


def _sabotage(view: View, order: Order) -> tuple[Term, ...]:
    rules = view.world.rules
    months = {
        Target.ROAD: rules.road_cut_months,
        Target.TELEGRAPH: rules.wire_cut_months,
        Target.MINE: rules.mine_idle_months,
    }.get(Target(order.args[1]), 0)
    terms = (exact("months", months),) if months else (exact("grain_burned", 1),)
    return (*terms, *reprisal_terms(view, order.args[0], view.town[order.args[0]]))


def _agitate(view: View, order: Order) -> tuple[Term, ...]:
    region = order.args[0]
    rooted = bool(view.total[region] or view.council[region])
    fear = view.sights[region].fear
    gain = formulas.agitation(view.uncommitted(region), fear, rooted, _strength(view, order.verb), view.world.rules)
    if view.leader_with("orator", region):
        gain = gain * ORATOR // FULL
    return (Term("sympathy", gain // 10, gain // 10 + 1),)


def _organise(view: View, order: Order) -> tuple[Term, ...]:
    level = view.council[order.args[0]]
    months = max(1, level + 1 - view.leader_with("organiser", order.args[0]))
    return (exact("council", level + 1), exact("months", months))


def _recruit(view: View, order: Order) -> tuple[Term, ...]:
    region = order.args[0]
    men = formulas.recruits(
        view.world.regions[region].people, view.known_sympathy(region, view.faction), view.total[region],
        view.feuds[region], _strength(view, order.verb), view.world.rules,
    )  # fmt: skip
    most = view.arms * FULL // max(1, FULL - view.world.rules.own_rifles)
    return (Term("men", min(most, men * 3 // 4), min(most, max(5, men * 5 // 4))),)


def _militia(view: View, order: Order) -> tuple[Term, ...]:
    region, rules = order.args[0], view.world.rules
    slot = view.world.slot_by_role[view.faction][Role.MILITIA]
    men = formulas.village_units(
        view.world.regions[region].people, view.known_sympathy(region, view.faction), view.slot_men(region, slot),
        _strength(view, order.verb) * view.council[region], rules,
    )  # fmt: skip
    men = min(men, view.arms * FULL // rules.militia_arms)
    return (
        exact("men", men),
        exact("arms", -(men * rules.militia_arms // FULL)),
    )


def _form(view: View, order: Order) -> tuple[Term, ...]:
    region, rules = order.args[0], view.world.rules
    slots = view.world.slot_by_role[view.faction]
    regulars = view.all_men(slots[Role.REGULAR])
    room = formulas.commissar_limit(sum(view.council), rules) - regulars
    men = max(0, min(view.slot_men(region, slots[Role.BAND]), room))
    spent = men * rules.form_supplies // 100
    return (exact("regulars", men), exact("supplies", -spent))


def _sweep(view: View, order: Order) -> tuple[Term, ...]:
    region, rules = order.args[0], view.world.rules
    sight = view.sights[region]
    searchers = view.mobile_men(region) * _strength(view, order.verb) // 100
    rivals = [f for f in view.world.movements if view.at_war(f)]
    friends = max([view.known_sympathy(region, f) for f in rivals], default=0)
    share = formulas.discovery(
        view.world.regions[region].terrain, sight.fear, view.feuds[region], friends, bool(view.informers[region]),
        searchers, rules,
    )  # fmt: skip
    return (
        Term("found", share * LOW // 10_000, share * HIGH // 10_000),
        exact("fear", rules.sweep_fear // 10),
    )


def _levy(view: View, order: Order) -> tuple[Term, ...]:
    region, rules, world = order.args[0], view.world.rules, view.world
    against = sum([view.known_sympathy(region, f) for f in world.movements if view.at_war(f)])
    slot = world.slot_by_role[view.faction][Role.MILITIA]
    pool = world.regions[region].people * rules.recruit_pool * max(0, FULL - 2 * against) // FULL
    men = max(0, pool - view.slot_men(region, slot)) * rules.levy_share // FULL * _strength(view, order.verb) // 100
    return (exact("men", min(men, view.arms)),)


def _concede(view: View, order: Order) -> tuple[Term, ...]:
    rules = view.world.rules
    occupier = view.world.factions[view.faction].kind is FactionKind.OCCUPIER
    won = 0 if occupier else rules.concede_sympathy // 10
    return (
        Term("fear", -rules.concede_fear // 10, 0),
        exact("sympathy", won),
        exact("supplies", -rules.concede_supplies),
    )


def _reconcile(view: View, order: Order) -> tuple[Term, ...]:
    rules = view.world.rules
    months = max(1, rules.reconcile_months - view.leader_with("elder", order.args[0]))
    gain = rules.reconcile_sympathy // 10
    return (exact("feuds", -1), exact("sympathy", gain), exact("months", months))


def _move(view: View, order: Order) -> tuple[Term, ...]:
    start, end = order.args[0], order.args[1]
    men = order.args[3] if len(order.args) == 4 else view.mobile_men(start)
    foes = sum(view.seen_men(end, f) for f in view.foes_in(end) if view.relation[f] == Relation.WAR)
    return (exact("men", men), exact("foes_there", foes))


def _propose(view: View, order: Order) -> tuple[Term, ...]:
    """What the other side would say to the best reading of a letter, as far as we know its mind."""
    letter = letter_of(view, order)
    _, terms = best_answer(view, letter)
    unheard = unheard_wings(view, letter.receiver)
    doubt = (exact("unheard", unheard),) if unheard else ()
    return (exact("answer", total(terms)), *_summed(terms), *doubt)


def letter_of(view: View, order: Order) -> Letter:
    """Return the letter that an order to propose or to counter would put on the other's desk."""
    instrument, partner, *codes = order.args
    region = codes.pop() if view.world.instruments[instrument].local else NOBODY
    return Letter(instrument, view.faction, partner, tuple(wish_of(code) for code in codes), view.turn, region)


def _summed(terms: Sequence[Reason]) -> tuple[Term, ...]:
    """Return reasons as terms, those of a kind in one."""
    sums: dict[str, int] = {}
    for reason in terms:
        sums[reason.key] = sums.get(reason.key, 0) + reason.amount
    return tuple([exact(key, amount) for key, amount in sums.items() if amount])


def _accept(view: View, order: Order) -> tuple[Term, ...]:
    instrument, partner, *codes = order.args
    terms = consider(view, view.faction, partner, instrument, [wish_of(code)[0] for code in codes])
    return (exact("own_gain", total(terms)), *_summed(terms))


def _denounce(view: View, order: Order) -> tuple[Term, ...]:
    rules = view.world.rules
    cost = (rules.stigma_openly, rules.stigma_pretext, rules.stigma_ambush)[order.args[2]]
    return (exact("stigma", cost),)


def _court(view: View, order: Order) -> tuple[Term, ...]:
    rules, wing = view.world.rules, order.args[0]
    if view.wing_side[wing] == view.faction:
        return (
            exact("loyalty", rules.court_loyalty),
            Term("grievance", -min(rules.court_grievance, view.grievance[wing]), 0),
        )
    return (exact("goodwill", rules.court_goodwill),)


def _promise(view: View, order: Order) -> tuple[Term, ...]:
    promise = view.world.promises[order.args[0]]
    return (
        Term("loyalty", promise.trust, promise.trust + promise.honour),
        exact("betrayal", promise.betrayal),
        exact("judged", promise.months),
    )


def _purge(view: View, order: Order) -> tuple[Term, ...]:
    rules = view.world.rules
    return (
        exact("grievance", rules.purge_grievance),
        exact("standing", -rules.purge_standing),
    )


def _congress(view: View, order: Order) -> tuple[Term, ...]:
    """How many seats the best and the worst served wing get over their due."""
    number, *seats = order.args
    over = [got - due for got, due in zip(seats, view.world.congresses[number].dues, strict=True)]
    return (Term("seats_over", min(over), max(over)),)


def _appeal(view: View, order: Order) -> tuple[Term, ...]:
    rules = view.world.rules
    arms, supplies = appeal_brings(view.regard[order.args[0]], rules)
    return (
        exact("arms", arms),
        exact("supplies", supplies),
        exact("regard", -rules.appeal_regard),
    )


def _verify(view: View, order: Order) -> tuple[Term, ...]:
    odds = view.rumours[order.args[0] - 1].odds
    return (exact("reliability", odds),)


def _disperse(view: View, order: Order) -> tuple[Term, ...]:
    rules = view.world.rules
    slot = view.world.slot_by_role[view.faction][Role.REGULAR]
    men = view.slot_men(order.args[0], slot)
    lost, stores = men * rules.disperse_loss // FULL, men * rules.disperse_stores // 100
    return (exact("losses", lost), exact("supplies", -stores))


def _bribe(view: View, order: Order) -> tuple[Term, ...]:
    rules = view.world.rules
    return (
        exact("months", rules.bribe_months),
        exact("supplies", -rules.bribe_supplies),
    )


_BY_VERB = {
    Verb.ATTACK: _attack,
    Verb.RAID: _raid,
    Verb.SABOTAGE: _sabotage,
    Verb.AGITATE: _agitate,
    Verb.ORGANISE: _organise,
    Verb.RECRUIT: _recruit,
    Verb.MILITIA: _militia,
    Verb.FORM: _form,
    Verb.SWEEP: _sweep,
    Verb.LEVY: _levy,
    Verb.CONCEDE: _concede,
    Verb.RECONCILE: _reconcile,
    Verb.MOVE: _move,
    Verb.DISPERSE: _disperse,
    Verb.BRIBE: _bribe,
    Verb.PROPOSE: _propose,
    Verb.COUNTER: _propose,
    Verb.ACCEPT: _accept,
    Verb.DENOUNCE: _denounce,
    Verb.COURT: _court,
    Verb.PROMISE: _promise,
    Verb.PURGE: _purge,
    Verb.CONGRESS: _congress,
    Verb.APPEAL: _appeal,
    Verb.VERIFY: _verify,
}
