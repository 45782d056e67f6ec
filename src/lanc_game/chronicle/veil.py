"""What an account may name: a figure's changes as one side may read them, with what it knows nothing of left nameless."""

from collections.abc import Iterable, Sequence

from lanc_game.engine import facts
from lanc_game.engine.facts import Changed, Fact
from lanc_game.engine.names import Cause
from lanc_game.engine.state import Treaty
from lanc_game.engine.world import World

_BETWEEN_THEM = (Cause.PROMISED, Cause.PROMISE_KEPT, Cause.PROMISE_BROKEN, Cause.PASSED_OVER)


def known_treaties(start: Iterable[Treaty], told: Iterable[Fact], side: int) -> frozenset[int]:
    """Return the instruments that a side knows to have been signed: its own, public ones, secrets that came out."""
    found = {treaty.instrument for treaty in start if treaty.public or side in (treaty.a, treaty.b)}
    for fact in told:
        match fact:
            case facts.TreatySigned() | facts.TreatyEnded() if fact.public or side in (fact.actor, fact.other):
                found.add(fact.instrument)
            case facts.Leaked():
                found.add(fact.instrument)
    return frozenset(found)


def veiled(world: World, changes: Sequence[Changed], side: int, treaties: frozenset[int]) -> tuple[Changed, ...]:
    """Return changes as a side may read them; each keeps what it moved, so that the account still adds up."""
    return tuple(_veiled(world, change, side, treaties) for change in changes)


def _veiled(world: World, change: Changed, side: int, treaties: frozenset[int]) -> Changed:
    if change.event >= 0:
        return change if _source_known(world, change, side, treaties) else _nameless(change)
    if change.cause == Cause.COURTED and change.other != side:
        return change._replace(other=-1)
    if change.cause == Cause.CLAUSE and side not in (change.actor, change.other):
        return change if _clause_known(world, change, treaties) else _nameless(change)
    if change.cause in _BETWEEN_THEM and change.actor not in (side, -1):
        return change._replace(about=-1)
    return change


def _clause_known(world: World, change: Changed, treaties: frozenset[int]) -> bool:
    """Say whether a treaty that is known, and that the two could have signed, settles the clause."""
    found = [world.instruments[instrument] for instrument in treaties]
    return any(change.about in each.clauses and {change.actor, change.other} <= {*each.parties} for each in found)


def _nameless(change: Changed) -> Changed:
    return change._replace(event=-1, about=-1, other=-1, cause=Cause.EVENT)


def _source_known(world: World, change: Changed, side: int, treaties: frozenset[int]) -> bool:
    """Say whether a side may know what an effect came from: events and treaties can be secret, mandates are one side's.

    An event that is not public and asks nobody is known to those whose own figures it moves.
    """
    source = change.event
    if source < len(world.events):
        event = world.events[source]
        return event.public or side in event.choosers or (not event.choosers and change.actor == side)
    if source < world.wing_source(0):
        return source - world.instrument_source(0) in treaties
    if source >= world.mandate_source(0):
        return world.mandates[source - world.mandate_source(0)].faction == side
    return True
