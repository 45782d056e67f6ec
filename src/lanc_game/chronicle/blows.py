"""What others did to a side in a month, the heaviest first, and which of its own orders it answers."""

from collections.abc import Iterable, Sequence

from lanc_game.chronicle.witness import known
from lanc_game.engine import facts
from lanc_game.engine.facts import Fact
from lanc_game.engine.names import Cause, Manner, Relation, Verb
from lanc_game.engine.orders import Order, target_region
from lanc_game.engine.state import State
from lanc_game.engine.world import World

MOST_BLOWS = 3
MEMORY = 3  # months in which a deed is answered
_DEEDS = (Verb.RAID, Verb.SABOTAGE, Verb.ATTACK)
_WORDS = (Verb.PURGE, Verb.CONGRESS, Verb.ACCEPT, Verb.DENOUNCE)  # what drives a wing out
_CHOSEN = (Manner.OPENLY, Manner.PRETEXT, Manner.AMBUSH)
_UNPROVOKED = (facts.Raided, facts.TownTaken, facts.TreatyEnded, facts.RelationChanged, facts.Leaked)


def blows(world: World, after: State, told: Iterable[Fact], side: int) -> list[Fact]:
    """Return what others did to a side in the month that led to ``after``, as far as it learns of it."""
    found = [fact for fact in told if _strikes(fact, side) and known(world, after, fact, side)]
    return sorted(found, key=lambda fact: -_weight(fact))


def _strikes(fact: Fact, side: int) -> bool:
    match fact:
        case facts.Avenged() | facts.Swept() | facts.Raided() | facts.Fought() | facts.TownTaken():
            return fact.other == side
        case facts.CouncilChanged():
            return fact.actor == side and fact.cause in (Cause.SWEPT, Cause.OFFENSIVE, Cause.REPRISAL)
        case facts.TreatyEnded():
            return fact.other == side and fact.manner in _CHOSEN
        case facts.RelationChanged():
            return fact.other == side and fact.relation == Relation.WAR
        case facts.WingLeft():
            return fact.actor == side
        case facts.Leaked():
            return side in (fact.actor, fact.other)
        case _:
            return False


def _weight(fact: Fact) -> int:
    match fact:
        case facts.WingLeft():
            return 1000
        case facts.TownTaken():
            return 900
        case facts.TreatyEnded() | facts.RelationChanged():
            return 800
        case facts.Avenged():
            return 500 + fact.villages * 50
        case facts.Leaked():
            return 400
        case facts.Fought():
            return 300 + fact.other_lost
        case facts.Swept():
            return 250 + fact.lost
        case facts.CouncilChanged():
            return 240
        case facts.Raided():
            return 100 + fact.arms
        case _:
            return 0


def provoked_by(orders: Sequence[Sequence[Order]], fact: Fact) -> list[tuple[int, Order]]:
    """Return the orders that a blow answers, the latest first, each with the place of its month.

    ``orders`` are the struck side's, month by month, the last of them given in the month of the blow. A blow on a region
    answers deeds there; a wing that leaves answers what was done to wings and signed with others.
    """
    if isinstance(fact, _UNPROVOKED):
        return []
    found: list[tuple[int, Order]] = []
    for month in range(len(orders) - 1, max(-1, len(orders) - 1 - MEMORY), -1):
        for order in orders[month]:
            deed = order.verb in _DEEDS and target_region(order) == fact.region
            if (order.verb in _WORDS) if isinstance(fact, facts.WingLeft) else deed:
                found.append((month, order))
    return found[:MOST_BLOWS]
