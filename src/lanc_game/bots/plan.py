"""What every kind of bot shares: scored candidates, a keyed whim, and a month's plan within its means."""

from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple

from lanc_game.engine.legal import accept, cost, refusal
from lanc_game.engine.names import Relation, Role, Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.view import View
from lanc_game.engine.world import SLOTS

HUNDRED = 100


class Choice(NamedTuple):
    """An order with its score and the reason for it: a key of the language tables and the number that spoke for it."""

    score: int
    order: Order
    reason: str
    weight: int = 0


class Temper(NamedTuple):
    """How a level thinks: how far whim bends its scores, in percent, and how likely it forgets a candidate."""

    whim: int
    forgets: int


class Mind:
    """A bot at work on one view: what it knows, its character, its key."""

    __slots__ = ("_key", "choices", "doctrine", "temper", "view", "world")

    def __init__(self, view: View, key: int, temper: Temper) -> None:
        self.view = view
        self.world = view.world
        self.doctrine = view.world.factions[view.faction].doctrine
        self.temper = temper
        self.choices: list[Choice] = []
        self._key = blake2b(f"{key}/{view.turn}".encode(), digest_size=8)

    def dice(self, bound: int, purpose: str) -> int:
        """Return a whole number below ``bound``, fixed by the bot's key, the turn and the purpose."""
        keyed = self._key.copy()
        keyed.update(purpose.encode())
        return int.from_bytes(keyed.digest(), "big") % max(1, bound)

    def value(self, region: int) -> int:
        """Return what a region is worth to this character: 100 is ordinary."""
        return self.doctrine.regions[region]

    def offer(self, score: int, order: Order, reason: str) -> None:
        """Put a candidate forward; the verb's weight, the region's and a whim bend its score."""
        score = score * self.doctrine.verbs[order.verb] // HUNDRED
        if score <= 0:
            return
        purpose = f"{order.verb}{order.args}"
        if self.temper.forgets and self.dice(HUNDRED, "forget" + purpose) < self.temper.forgets:
            return
        whim = self.dice(2 * self.temper.whim + 1, purpose) - self.temper.whim
        self.choices.append(Choice(score * (HUNDRED + whim) // HUNDRED, order, reason, score))

    def plan(self) -> list[Choice]:
        """Choose what scores best, tiring of a verb with each use, until cadres run out; all of it is legal together."""
        wanted = sorted(self.choices, key=lambda c: (-c.score, c.order.verb, c.order.args))
        left = self.view.free_cadres
        used = [0] * len(Verb)
        touched: set[tuple[Verb, int]] = set()
        chosen: list[Choice] = []
        while wanted:
            best = max(wanted, key=lambda c: c.score * _TIRES[min(used[c.order.verb], 4)])
            wanted.remove(best)
            verb = best.order.verb
            price = cost(self.view, best.order)
            place = (verb, best.order.args[0] if best.order.args else -1)
            if price > left or place in touched or refusal(self.view, best.order) is not None:
                continue
            touched.add(place)
            used[verb] += 1
            left -= price
            chosen.append(best)
        accepted = accept(self.view, [choice.order for choice in chosen])
        return [choice for choice, (_, why) in zip(chosen, accepted, strict=True) if why is None]


_TIRES = (100, 72, 52, 38, 28)  # what is left of a verb's appeal, in percent, after so many uses in a month


def men_of_roles(view: View, region: int, roles: Iterable[Role]) -> int:
    """Return own men of some roles in a region."""
    base = region * SLOTS
    return sum(view.men[base + slot] for slot, unit in enumerate(view.world.slots[view.faction]) if unit.role in roles)


def enemy_strength(view: View, region: int) -> int:
    """Return the strength of open enemies at war seen in a region."""
    return sum(seen.strength for seen in view.sights[region].forces if view.relation[seen.faction] == Relation.WAR)


def columns_seen(view: View, region: int) -> int:
    """Return the strength of enemies at war seen in a region who can leave their posts and come looking."""
    return sum(seen.mobile for seen in view.sights[region].forces if view.relation[seen.faction] == Relation.WAR)


def decisions(mind: Mind) -> None:
    """Answer what is offered, by the options' weights and the key."""
    for offer in mind.view.offers:
        options = mind.world.events[offer.event].options
        total = sum(option.weight for option in options)
        drawn = mind.dice(total, "decide" + mind.world.events[offer.event].id)
        for index, option in enumerate(options):
            drawn -= option.weight
            if drawn < 0:
                mind.choices.append(
                    Choice(10_000, Order(Verb.DECIDE, (offer.event, index)), "by_temper", option.weight)
                )
                break
