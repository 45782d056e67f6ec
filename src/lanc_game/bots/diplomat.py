"""How a bot signs, refuses and breaks: by the sum of the same named terms that a player is shown."""

from lanc_game.bots.plan import Choice, Mind
from lanc_game.engine.names import Manner, Verb
from lanc_game.engine.orders import Order, wish_code
from lanc_game.engine.treaties import best_answer, consider, total
from lanc_game.engine.view import View

FIRST = 9_000  # answers come before deeds; they cost no cadre
EAGER = 4  # what a treaty must be worth to us before we write first
WRITES = 35  # percent of months in which a bot that could write does
TORN = 45  # strain at which a partner who has stopped gaining lets go
CONDITIONS = 2  # values of a clause that a letter ranks


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
        values, terms = best_answer(view, letter)
        key = (letter.instrument, letter.sender)
        if values is None:
            _say(mind, Verb.REFUSE, key, "not_worth_it", total(terms))
        else:
            _say(mind, Verb.ACCEPT, (*key, *(wish_code((value,)) for value in values)), "worth_it", total(terms))


def _write(mind: Mind) -> None:
    """Propose what is worth most to us among what the other side might sign, as far as we can tell."""
    view = mind.view
    best, order = EAGER - 1, None
    for instrument, definition in enumerate(view.world.instruments):
        for partner in definition.parties if view.faction in definition.parties else ():
            if partner == view.faction or view.treaty_with(partner, instrument) or _bound(view, partner):
                continue
            wishes = tuple(_ranked(view, clause) for clause in definition.clauses)
            ours = total(consider(view, view.faction, partner, instrument, [wish[0] for wish in wishes]))
            if ours > best and not any(x.sender == view.faction and x.receiver == partner for x in view.letters):
                best = ours
                order = Order(Verb.PROPOSE, (instrument, partner, *(wish_code(wish) for wish in wishes)))
    if order is not None and mind.dice(100, "write") < WRITES:
        _say(mind, order.verb, order.args, "worth_it", best)


def _bound(view: View, partner: int) -> bool:
    return any({t.a, t.b} == {view.faction, partner} for t in view.treaties)


def _ranked(view: View, clause: int) -> tuple[int, ...]:
    """Return the values of a clause that we could live with, the best first."""
    prices = view.world.prices[view.faction][clause]
    definition = view.world.clauses[clause]
    values = sorted(range(len(definition.values) + definition.may_be_blank), key=lambda v: (-prices[v], v))
    return tuple(values[:CONDITIONS])


def _let_go(mind: Mind) -> None:
    view = mind.view
    for treaty in view.treaties:
        if view.faction not in (treaty.a, treaty.b):
            continue
        partner = treaty.a + treaty.b - view.faction
        worth = total(consider(view, view.faction, partner, treaty.instrument, treaty.values))
        if worth < 0 and view.strain[treaty.a, treaty.b] >= TORN:
            manner = (
                Manner.PRETEXT if view.strain[treaty.a, treaty.b] >= view.world.rules.pretext_strain else Manner.OPENLY
            )
            _say(mind, Verb.DENOUNCE, (treaty.instrument, partner, manner), "a_burden", worth)


def _say(mind: Mind, verb: Verb, args: tuple[int, ...], reason: str, weight: int) -> None:
    mind.choices.append(Choice(FIRST, Order(verb, args), reason, weight))
