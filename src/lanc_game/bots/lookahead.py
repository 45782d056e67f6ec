"""The last layer, of experts: the best few plans tried on what the bot believes, the strongest rivals answering.

The ordinary plan is changed one thing at a time (a verb pressed, a verb left out, another answer given), and a change stays
where the months that it is imagined to lead to are worth more. All plans are tried with the same luck, so that a difference
is the plan's. The bound is a number of imagined months, never a clock: the same seed gives the same game on any machine.
"""

from collections.abc import Callable
from typing import NamedTuple

from lanc_game.bots.belief import believe
from lanc_game.bots.plan import Choice, Mind, compose
from lanc_game.bots.stances import taboo
from lanc_game.bots.worth import worth
from lanc_game.engine.dice import Dice
from lanc_game.engine.legal import legal_with, once_key
from lanc_game.engine.names import IN_PLAY, Relation, Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.sight import observe
from lanc_game.engine.state import State
from lanc_game.engine.turn import resolve
from lanc_game.engine.view import View, view_of

DEPTH = 4  # months that a plan is followed into
MONTHS = 80  # imagined in all
RIVALS = 3  # who answer
GAIN = 100  # thousandths of a point from which a change is no chance
ROUNDS = 2
PRESSED, LEFT_OUT = 300, 0  # percent of a verb's ordinary weight
SURE = 20_000  # the score of an answer that has been settled upon
KEYS = 2**60
SETTLED = (Verb.DECIDE, Verb.REPLY, Verb.ACCEPT, Verb.REFUSE, Verb.COUNTER, Verb.PROPOSE, Verb.PLEDGE, Verb.POLICY)

Thinker = Callable[[View, int], list[Choice]]
"""Who plays the imagined months: a bot that looks no further ahead."""


def look_ahead(mind: Mind, thinker: Thinker) -> list[Choice]:
    """Return the best plan found for this month, from the candidates put forward in ``mind``."""
    plan = Plan({}, ())
    best = plan.orders(mind)
    imagined = _Imagination(mind, thinker)
    most = imagined.worth_of(best)
    tried = {_content(best)}
    moves = _moves(mind)
    for _ in range(ROUNDS):
        settled = plan
        for move in moves:
            if imagined.months >= MONTHS:  # what has been begun is followed to its end: DEPTH - 1 more at most
                return best
            trial = plan.changed(move)
            orders = trial.orders(mind)
            if _content(orders) in tried:
                continue
            tried.add(_content(orders))
            value = imagined.worth_of(orders)
            if value > most + GAIN:
                plan, best, most = trial, orders, value
        if plan is settled:
            break
    return best


Move = tuple[Verb, int] | Choice
"""A change of plan: a verb with a weight, or an order to be given whatever it scores."""


class Plan(NamedTuple):
    """What is different from the ordinary plan."""

    verbs: dict[Verb, int]
    settled: tuple[Choice, ...]

    def changed(self, move: Move) -> "Plan":
        """Return this plan with one thing changed."""
        if isinstance(move, Choice):
            key = once_key(move.order)
            return Plan(self.verbs, (*(c for c in self.settled if once_key(c.order) != key), move))
        verb, weight = move
        return Plan({**self.verbs, verb: weight}, self.settled)

    def orders(self, mind: Mind) -> list[Choice]:
        """Return the orders that it comes to."""
        bent = {  # to the choice as it was put forward: what it weighed is told, not how far a plan pressed it
            choice._replace(score=choice.score * self.verbs.get(choice.order.verb, 100) // 100): choice
            for choice in mind.choices
            if self.verbs.get(choice.order.verb, 100)
        }
        return [bent.get(choice, choice) for choice in compose(mind.view, [*bent, *self.settled])]


def _content(plan: list[Choice]) -> tuple[Order, ...]:
    return tuple(sorted(choice.order for choice in plan))


def _moves(mind: Mind) -> list[Move]:
    """Return the changes worth trying, in an order of chance: what comes late may not be reached."""
    moves: list[Move] = []
    for verb in sorted({choice.order.verb for choice in mind.choices} - set(SETTLED)):
        moves += [(verb, PRESSED), (verb, LEFT_OUT)]
    for offer in mind.view.offers:
        event = mind.world.events[offer.event]
        moves += [
            Choice(SURE, Order(event.answered_by, (offer.event, i)), "looked_ahead") for i in range(len(event.options))
        ]
    moves += [Choice(SURE, order, "looked_ahead") for order in legal_with(mind.view, Verb.POLICY)]
    moves = [move for move in moves if not (isinstance(move, Choice) and taboo(mind.view, move.order))]
    moves.sort(key=lambda move: mind.dice(KEYS, "try", *(move.order.args if isinstance(move, Choice) else move)))
    return moves


class _Imagination:
    """The months to come as a bot imagines them: its belief, its own dice, and rivals who think as it would."""

    def __init__(self, mind: Mind, thinker: Thinker) -> None:
        self.world, self.me, self.thinker = mind.world, mind.view.faction, thinker
        self.months = 0
        self.key = mind.dice(KEYS, "imagination")
        self.belief = _seen_by_all(mind)
        self.rivals = _rivals(mind.view, self.belief)
        self.replies = {rival: self._orders(self.belief, rival) for rival in self.rivals}

    def _orders(self, state: State, faction: int) -> list[Order]:
        return [choice.order for choice in self.thinker(view_of(self.world, state, faction), self.key + faction)]

    def worth_of(self, plan: list[Choice]) -> int:
        """Return what the position is worth to us a few months after a plan."""
        state = self.belief
        for month in range(DEPTH):
            given: list[list[Order]] = [[] for _ in range(state.faction_count)]
            if month == 0:
                given[self.me] = [choice.order for choice in plan]
                for rival, reply in self.replies.items():
                    given[rival] = reply
            else:
                for faction in (self.me, *self.rivals):
                    if state.status[faction] in IN_PLAY:
                        given[faction] = self._orders(state, faction)
            self.months += 1
            state = resolve(self.world, state, given, self.key)
            if state.over:
                break
        return worth(self.world, state, self.me)


def _seen_by_all(mind: Mind) -> State:
    """Return the belief, everybody having looked around in it, so that rivals can answer."""
    view = mind.view
    belief = believe(view)
    observe(view.world, belief, Dice(mind.dice(KEYS, "glimpse"), view.turn, "sight"))
    belief.sights[view.faction * belief.region_count : (view.faction + 1) * belief.region_count] = view.sights
    return belief


def _rivals(view: View, belief: State) -> list[int]:
    """Return the strongest sides that are not our friends; those at war with us count double."""
    found = [
        (belief.men_of(other) * (2 if relation == Relation.WAR else 1), -other)
        for other, relation in enumerate(view.relation)
        if other != view.faction and belief.status[other] in IN_PLAY and relation in (Relation.WAR, Relation.HOSTILE)
    ]
    return [-other for _, other in sorted(found, reverse=True)[:RIVALS]]
