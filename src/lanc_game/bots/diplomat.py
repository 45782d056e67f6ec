"""How a bot signs, refuses and breaks: by the sum of the same named terms that a player is shown."""

from lanc_game.bots.plan import Mind
from lanc_game.bots.stances import taboo
from lanc_game.engine.legal import refusal
from lanc_game.engine.names import Level, Manner, Relation, Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.politics import InstrumentDef
from lanc_game.engine.state import Letter
from lanc_game.engine.treaties import Scales, best_answer, consider, total, turning_clause
from lanc_game.engine.view import View
from lanc_game.engine.wording import wish_code
from lanc_game.engine.world import NOBODY

FIRST = 9_000  # answers come before deeds; they cost no cadre
EAGER = 4  # what a treaty must be worth to us before we write first
WRITES = 25  # percent of months in which a bot that could write does
IN_EARNEST = 30  # percent of months in which it writes what was signed in history
COUNTERS = 60  # percent of letters that one clause would turn which are answered so
TORN = 50  # strain at which a partner who has stopped gaining lets go
BURDEN = -14  # and what it must cost him
YEAR = 12  # turns
MOOD = 6  # how far the people of one game lean this way or that on each value
CONDITIONS = 2  # values of a clause that a letter ranks
OUT_OF_THE_QUESTION = -1000
LEAST_FIGHTERS = 100  # on either side for a blow together


def consider_treaties(mind: Mind) -> None:
    """Answer letters, write one where it pays, and end what has become a burden."""
    view = mind.view
    if not view.world.instruments or view.may(Verb.PROPOSE) is None:
        return
    _answer(mind)
    _write(mind)
    _let_go(mind)


def _answer(mind: Mind) -> None:
    view = mind.view
    for letter in view.letters:
        if letter.receiver != view.faction:
            continue
        key = (letter.instrument, letter.sender)
        if letter.instrument in mind.insists.never or taboo(view, Order(Verb.ACCEPT, key)):
            _say(mind, Verb.REFUSE, key, "not_worth_it", 0)
            continue
        if _as_it_was(mind, letter.instrument):
            known = view.world.instruments[letter.instrument].done
            order = Order(Verb.ACCEPT, (*key, *(wish_code((value,)) for value in known)))
            if refusal(view, order) is None:
                mind.say(FIRST, order, "as_it_was", 0)
                continue
        values, terms = best_answer(view, letter, _scales(mind, letter.sender, letter.instrument))
        if values is not None:
            _say(mind, Verb.ACCEPT, (*key, *(wish_code((value,)) for value in values)), "worth_it", total(terms))
        elif not _counter(mind, letter):
            _say(mind, Verb.REFUSE, key, "not_worth_it", total(terms))


def _as_it_was(mind: Mind, instrument: int) -> bool:
    """Say whether a treaty was signed in history, by a bot that does what was done."""
    return mind.temper.historical and bool(mind.world.instruments[instrument].done)


class _Insisting(Scales):
    """Scales on which what is insisted upon weighs nothing, and anything else instead of it is out of the question."""

    def __init__(self, mind: Mind, partner: int, instrument: int) -> None:
        super().__init__(mind.view, mind.view.faction, partner, instrument)
        self.wanted = mind.insists.values

    def worth(self, clause: int, value: int, *, secret: bool = False) -> int:
        """Return what a clause settled so is worth."""
        if clause not in self.wanted:
            return super().worth(clause, value, secret=secret)
        return 0 if self.wanted[clause] == value else OUT_OF_THE_QUESTION


def _scales(mind: Mind, partner: int, instrument: int) -> Scales:
    if mind.insists.values:
        return _Insisting(mind, partner, instrument)
    return Scales(mind.view, mind.view.faction, partner, instrument)


def _counter(mind: Mind, letter: Letter) -> bool:
    """Name the one clause that would turn the answer, where there is one."""
    turned = turning_clause(mind.view, letter, _scales(mind, letter.sender, letter.instrument))
    if turned is None or mind.dice(100, "counter") >= COUNTERS:
        return False
    wishes = tuple(wish_code((value,)) for value in turned[0])
    place = (letter.region,) if mind.world.instruments[letter.instrument].local else ()
    _say(mind, Verb.COUNTER, (letter.instrument, letter.sender, *wishes, *place), "better_terms", 0)
    return True


def _write(mind: Mind) -> None:
    """Propose what is worth most to us among what the other side might sign, as far as we can tell."""
    view = mind.view
    if _write_as_it_was(mind) or mind.dice(100, "write") >= WRITES:
        return
    best, order = EAGER - 1, None
    for instrument, definition in enumerate(view.world.instruments):
        if view.faction not in definition.parties or not view.signable[instrument]:
            continue
        if instrument in mind.insists.never:
            continue
        for partner in definition.parties:
            if partner == view.faction or not view.plays(partner) or _settled(view, definition, instrument, partner):
                continue
            place = _place(mind, definition, partner)
            if taboo(view, Order(Verb.PROPOSE, (instrument, partner))):
                continue
            if place is None or any(x.sender == view.faction and x.receiver == partner for x in view.letters):
                continue
            scales = _scales(mind, partner, instrument)
            wishes = tuple(_ranked(mind, scales, clause) for clause in definition.clauses)
            ours = scales.weigh([wish[0] for wish in wishes])
            if ours > best:
                best = ours
                order = Order(Verb.PROPOSE, (instrument, partner, *(wish_code(wish) for wish in wishes), *place))
    if order is not None:
        _say(mind, order.verb, order.args, "worth_it", best)


def _write_as_it_was(mind: Mind) -> bool:
    """Propose what was signed in history in its own words, when it can be; say whether a letter was written."""
    view = mind.view
    for instrument, definition in enumerate(view.world.instruments):
        if not _as_it_was(mind, instrument) or view.faction not in definition.parties or not view.signable[instrument]:
            continue
        for partner in definition.parties:
            if partner == view.faction or not view.plays(partner) or _settled(view, definition, instrument, partner):
                continue
            if any({x.sender, x.receiver} == {view.faction, partner} for x in view.letters):
                continue
            order = Order(Verb.PROPOSE, (instrument, partner, *(wish_code((value,)) for value in definition.done)))
            if mind.dice(100, "as it was", instrument) < IN_EARNEST and refusal(view, order) is None:
                mind.say(FIRST, order, "as_it_was", 0)
                return True
    return False


def _settled(view: View, definition: InstrumentDef, instrument: int, partner: int) -> bool:
    """Say whether there is nothing to gain from such a treaty: it is signed, or a closer one binds us."""
    if view.treaty_with(partner, instrument):
        return True
    return any(
        {t.a, t.b} == {view.faction, partner}
        and not definition.local
        and not view.world.instruments[t.instrument].local
        and view.world.instruments[t.instrument].level >= definition.level
        for t in view.treaties
    )


def _place(mind: Mind, definition: InstrumentDef, partner: int) -> tuple[int, ...] | None:
    """Return the region to name in a letter about one, () for letters about none, None where there is no reason to write."""
    view = mind.view
    if not definition.local:
        return ()
    joint = definition.level is Level.JOINT
    if joint != (view.relation[partner] in (Relation.TRUCE, Relation.ALLIED)):
        return None
    best, where = 0, NOBODY
    for region, men in enumerate(view.total):
        theirs = view.seen_men(region, partner)
        if men < LEAST_FIGHTERS or theirs < LEAST_FIGHTERS:
            continue
        worth = min(men, theirs) * mind.value(region)
        if joint:
            holder = view.town[region]
            worth = worth if view.at_war(holder) and view.stand(partner, holder) <= Relation.HOSTILE else 0
        if worth > best:
            best, where = worth, region
    return None if where == NOBODY else (where,)


def _ranked(mind: Mind, scales: Scales, clause: int) -> tuple[int, ...]:
    """Return the values of a clause that we could live with, the best first; people lean one way or the other."""
    if clause in mind.insists.values:
        return (mind.insists.values[clause],)
    definition = mind.world.clauses[clause]
    worth = {
        value: scales.worth(clause, value) + mind.leaning(MOOD, "mood", clause, value)
        for value in range(len(definition.values) + definition.may_be_blank)
    }
    return tuple(sorted(worth, key=lambda value: (-worth[value], value))[:CONDITIONS])


def _let_go(mind: Mind) -> None:
    """End what has become a burden, if possible on a pretext."""
    view = mind.view
    for treaty in view.treaties:
        if view.faction not in (treaty.a, treaty.b):
            continue
        if (view.turn - treaty.signed) * 100 < mind.doctrine.honour * YEAR:
            continue  # a word given is kept for a time, whatever it costs
        partner = treaty.a + treaty.b - view.faction
        worth = total(consider(view, view.faction, partner, treaty.instrument, treaty.values))
        strain = view.strain_with(partner)
        if worth <= BURDEN and strain >= TORN:
            manner = Manner.PRETEXT if strain >= view.world.rules.pretext_strain else Manner.OPENLY
            _say(mind, Verb.DENOUNCE, (treaty.instrument, partner, manner), "a_burden", worth)


def _say(mind: Mind, verb: Verb, args: tuple[int, ...], reason: str, weight: int) -> None:
    mind.say(FIRST, Order(verb, args), reason, weight)
