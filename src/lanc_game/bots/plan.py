"""What every kind of bot shares: scored candidates, a keyed whim, and a month's plan within its means."""

from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import NamedTuple, Protocol

from lanc_game.bots.insist import NOTHING, Insistence
from lanc_game.bots.stances import doctrine_now, taboo
from lanc_game.engine.doctrine import KEEP
from lanc_game.engine.legal import accept, cost, once_key, refusal
from lanc_game.engine.names import Relation, Role, Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.view import View

HUNDRED = 100
_ODD, _MASK = 0x9E3779B97F4A7C15, 2**64 - 1  # of a multiplicative mix: quick, and good enough for a whim
WAR = Relation.WAR
ANSWERED = 10_000  # the score of what is answered or instructed: it comes before everything


class Choice(NamedTuple):
    """An order with its score and the reason for it: a key of the language tables and the number that spoke for it."""

    score: int
    order: Order
    reason: str
    weight: int = 0


class Way(Protocol):
    """One of several ways to answer or to divide: how readily it is taken, and whether it was in history."""

    @property
    def weight(self) -> int:
        """How readily a bot takes it, beside the other ways."""
        ...

    @property
    def done(self) -> bool:
        """Whether it was done in history."""
        ...


class Temper(NamedTuple):
    """How a level thinks: how far whim bends its scores, in percent; how likely it forgets a candidate; how far it sees.

    The ``shallow`` do not see danger coming from next door, answer choices at random, and think odds better than they are
    (``nerve``: percent of the odds that they ask for); those who look ``ahead`` try their plans before choosing; the
    ``historical`` do what was done.
    """

    whim: int
    forgets: int
    nerve: int = HUNDRED
    shallow: bool = False
    ahead: bool = False
    historical: bool = False


class Mind:
    """A bot at work on one view: what it knows, its character, its key."""

    __slots__ = ("_key", "_nature", "choices", "doctrine", "insists", "temper", "view", "world")

    def __init__(self, view: View, key: int, temper: Temper, insists: Insistence = NOTHING) -> None:
        self.view = view
        self.world = view.world
        self.doctrine = doctrine_now(view, temper.historical)
        self.temper = temper
        self.insists = insists
        self.choices: list[Choice] = []
        keyed = blake2b(f"{key}/{view.turn}".encode(), digest_size=8)
        self._key = int.from_bytes(keyed.digest(), "big")
        self._nature = int.from_bytes(blake2b(f"{key}/nature".encode(), digest_size=8).digest(), "big")

    def dice(self, bound: int, *purpose: int | str) -> int:
        """Return a whole number below ``bound``, fixed by the bot's key, the turn and the purpose."""
        return _mix(self._key, bound, purpose)

    def nature(self, bound: int, *purpose: int | str) -> int:
        """Return a whole number below ``bound``, fixed by the bot's key and the purpose: the same all game long."""
        return _mix(self._nature, bound, purpose)

    def draw(self, ways: Sequence["Way"], dice: Callable[..., int], *purpose: int | str) -> int:
        """Return which of several ways is taken: as it was, where that is known and we do so; else by weight and dice."""
        if self.temper.historical:
            done = [index for index, way in enumerate(ways) if way.done]
            if done:
                return done[0]
        weights = [1 if self.temper.shallow else way.weight for way in ways]
        drawn = dice(sum(weights), *purpose)
        for index, weight in enumerate(weights):
            drawn -= weight
            if drawn < 0:
                return index
        return 0

    def leaning(self, most: int, *purpose: int | str) -> int:
        """Return how the people of this game lean in a matter, from ``-most`` to ``most``."""
        return self.nature(2 * most + 1, *purpose) - most

    @property
    def boldness(self) -> int:
        """The odds in percent at which it attacks."""
        return self.doctrine.boldness * self.temper.nerve // HUNDRED

    def value(self, region: int) -> int:
        """Return what a region is worth to this character: 100 is ordinary."""
        return self.doctrine.regions[region]

    def offer(self, score: int, order: Order, reason: str) -> None:
        """Put a candidate forward; the verb's weight, the region's and a whim bend its score."""
        score = score * self.doctrine.verbs[order.verb] // HUNDRED
        if score <= 0 or taboo(self.view, order):
            return
        if self.temper.forgets and self.dice(HUNDRED, "forget", order.verb, *order.args) < self.temper.forgets:
            return
        whim = self.dice(2 * self.temper.whim + 1, order.verb, *order.args) - self.temper.whim
        self.choices.append(Choice(score * (HUNDRED + whim) // HUNDRED, order, reason, score))

    def say(self, score: int, order: Order, reason: str, weight: int = 0) -> None:
        """Put forward what is words and no deed: no weight and no whim bends it, but a taboo holds."""
        if not taboo(self.view, order):
            self.choices.append(Choice(score, order, reason, weight))

    def plan(self) -> list[Choice]:
        """Choose a month's orders from the candidates put forward."""
        return compose(self.view, self.choices)


def compose(view: View, choices: Sequence[Choice]) -> list[Choice]:
    """Choose what scores best, tiring of a verb with each use, until cadres run out; all is legal together."""
    left = view.free_cadres
    queues = _queues(choices)
    used = [0] * len(Verb)
    touched: set[tuple[int, ...]] = set()
    chosen: list[Choice] = []
    while queues:
        # the best of all is the best of some verb, since a verb tires all its candidates alike; ties go by rank
        verb = max(queues, key=lambda v: (queues[v][-1][1].score * _TIRES[min(used[v], 4)], -queues[v][-1][0]))
        best = queues[verb].pop()[1]
        if not queues[verb]:
            del queues[verb]
        price = cost(view, best.order)
        if price > left:
            queues.pop(verb, None)  # a verb has one price, and what is left only shrinks
            continue
        place = once_key(best.order)
        if place in touched or refusal(view, best.order) is not None:
            continue
        touched.add(place)
        used[verb] += 1
        left -= price
        chosen.append(best)
    accepted = accept(view, [choice.order for choice in chosen])
    return [choice for choice, (_, why) in zip(chosen, accepted, strict=True) if why is None]


def _queues(choices: Sequence[Choice]) -> dict[Verb, list[tuple[int, Choice]]]:
    """Return the candidates with their ranks, by verb, the best of each last."""
    wanted = sorted(choices, key=lambda c: (-c.score, c.order.verb, c.order.args))
    queues: dict[Verb, list[tuple[int, Choice]]] = {}
    for rank in range(len(wanted) - 1, -1, -1):
        queues.setdefault(wanted[rank].order.verb, []).append((rank, wanted[rank]))
    return queues


def _mix(key: int, bound: int, purpose: tuple[int | str, ...]) -> int:
    mixed = key
    for part in purpose:
        value = part if isinstance(part, int) else int.from_bytes(part.encode(), "big")
        mixed = (mixed ^ value) * _ODD & _MASK
        mixed ^= mixed >> 29
    return (mixed * _ODD & _MASK) % max(1, bound)


_TIRES = (100, 72, 52, 38, 28)  # what is left of a verb's appeal, in percent, after so many uses in a month


def men_of_roles(view: View, region: int, roles: tuple[Role, ...]) -> int:
    """Return own men of some roles in a region."""
    return view.men_of(roles)[region]


def enemy_strength(view: View, region: int) -> int:
    """Return the strength of open enemies at war seen in a region."""
    relation = view.relation
    return sum([seen.strength for seen in view.sights[region].forces if relation[seen.faction] == WAR])


def columns_seen(view: View, region: int) -> int:
    """Return the strength of enemies at war seen in a region who can leave their posts and come looking."""
    relation = view.relation
    return sum([seen.mobile for seen in view.sights[region].forces if relation[seen.faction] == WAR])


def decisions(mind: Mind) -> None:
    """Answer what is offered and what is demanded, by the options' weights and the key; instruct by the stance."""
    for policy, value in enumerate(mind.doctrine.policies):
        if value not in (KEEP, mind.view.policy[policy]):
            mind.say(ANSWERED, Order(Verb.POLICY, (policy, value)), "by_stance")
    for offer in mind.view.offers:
        options = mind.world.events[offer.event].options
        verb = mind.world.events[offer.event].answered_by
        reason = "by_temper" if verb is Verb.DECIDE else "reply_by_temper"
        reason = "as_it_was" if mind.temper.historical and any(option.done for option in options) else reason
        index = mind.draw(options, mind.dice, "decide", mind.world.events[offer.event].id)
        mind.say(ANSWERED, Order(verb, (offer.event, index)), reason, options[index].weight)


def keep_watch(mind: Mind) -> None:
    """Where nothing else is to be done, stand guard at home, or call up men: where most of them are, first."""
    view = mind.view
    if mind.choices:
        return
    for verb in (Verb.HOLD, Verb.RECRUIT):
        for region in sorted(range(len(view.total)), key=lambda region: (-view.total[region], region)):
            order = Order(verb, (region,))
            if refusal(view, order) is None:
                mind.offer(10, order, "keep_ground")
                return
