"""The first layer: how a side behaves in the situation it believes it is in, and what it never does."""

from dataclasses import fields, is_dataclass
from functools import lru_cache

from lanc_game.bots.belief import believe, glance
from lanc_game.engine.conditions import Men
from lanc_game.engine.doctrine import Doctrine, Stance
from lanc_game.engine.forecast import target_of
from lanc_game.engine.names import Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.view import View
from lanc_game.engine.world import NOBODY, World

_TO_SOMEBODY = (Verb.PROPOSE, Verb.ACCEPT, Verb.REFUSE, Verb.COUNTER, Verb.DENOUNCE)
_AT_SOMEBODY = (Verb.ATTACK, Verb.RAID, Verb.SABOTAGE)


def doctrine_now(view: View, historical: bool = False) -> Doctrine:
    """Return the character as it shows now: the first of the stances that fits what is believed, or the ordinary one.

    Who plays as it was in history (``historical``) looks at the stances made for that first.
    """
    doctrine = view.world.factions[view.faction].doctrine
    stances = _open_to(doctrine, historical)
    if not stances:
        return doctrine
    position = believe(view) if _look_abroad(view.world, view.faction, historical) else glance(view)
    for stance in stances:
        if stance.when.holds(view.world, position):
            return stance.doctrine
    return doctrine


def _open_to(doctrine: Doctrine, historical: bool) -> tuple[Stance, ...]:
    """Return the stances that a bot may take, in the order in which it looks at them."""
    return doctrine.historical + doctrine.stances if historical else doctrine.stances


@lru_cache(maxsize=64)
def _look_abroad(world: World, faction: int, historical: bool) -> bool:
    """Say whether stances of a side count men of others: those take a whole belief, which costs three times a glance."""
    stances = _open_to(world.factions[faction].doctrine, historical)
    return any(_counts_others(stance.when, faction) for stance in stances)


def _counts_others(node: object, faction: int) -> bool:
    if isinstance(node, Men):
        return any(side != faction for side in node.factions)
    if isinstance(node, tuple):
        return any(_counts_others(part, faction) for part in node)
    if is_dataclass(node):
        return any(_counts_others(getattr(node, field.name), faction) for field in fields(node))
    return False


def taboo(view: View, order: Order) -> bool:
    """Say whether a side would never give an order, whatever speaks for it."""
    for never in view.world.factions[view.faction].doctrine.taboos:
        if never.verb is order.verb and never.against in (NOBODY, _against(view, order)):
            return True
    return False


def _against(view: View, order: Order) -> int:
    """Return the side that an order is about, as far as can be known; NOBODY else."""
    if order.verb in _TO_SOMEBODY:
        return order.args[1]
    return target_of(view, order) if order.verb in _AT_SOMEBODY else NOBODY
