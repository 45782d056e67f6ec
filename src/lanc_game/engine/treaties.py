"""What a treaty is worth to whoever is asked: a sum of named terms, the same for a bot's answer and for a player's forecast."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from lanc_game.engine.names import Relation, Status
from lanc_game.engine.state import Letter
from lanc_game.engine.view import View
from lanc_game.engine.world import InstrumentDef

IN_PLAY = (Status.ACTIVE, Status.UNDERGROUND)
MOST_COMBINATIONS = 64


class Reason(NamedTuple):
    """One term of an answer. ``clause`` and ``value`` are -1 for terms that are about no clause."""

    key: str
    amount: int
    clause: int = -1
    value: int = -1


def consider(view: View, judge: int, partner: int, instrument: int, values: Sequence[int]) -> tuple[Reason, ...]:
    """Return why ``judge`` would sign with ``partner`` or not, as far as the view knows; a sum of 0 signs."""
    world, rules = view.world, view.world.rules
    definition = world.instruments[instrument]
    terms = [Reason("closeness", definition.worth), Reason("common_danger", _danger(view, judge, partner))]
    for clause, value in zip(definition.clauses, values, strict=True):
        price = world.prices[judge][clause][value]
        if price:
            terms.append(Reason("clause", price, clause, value))
    if view.stigma[partner]:
        terms.append(Reason("broken_words", -(view.stigma[partner] // 2)))
    ahead = view.standing[partner] - view.standing[judge]
    if ahead > 3:
        terms.append(Reason("rival_ahead", -(ahead // 4)))
    if view.stand(judge, partner) == Relation.WAR:
        terms.append(Reason("blood_between", -rules.at_war_with_us))
    return tuple(term for term in terms if term.amount)


def total(terms: Sequence[Reason]) -> int:
    """Return what the terms add up to."""
    return sum(term.amount for term in terms)


def _danger(view: View, judge: int, partner: int) -> int:
    """Return what the columns of enemies whom both are at war with weigh."""
    common = [
        other
        for other in range(len(view.world.factions))
        if view.status[other] in IN_PLAY
        and view.stand(judge, other) == Relation.WAR
        and view.stand(partner, other) == Relation.WAR
    ]
    if not common:
        return 0
    columns = sum(seen.mobile for sight in view.sights for seen in sight.forces if seen.faction in common)
    return min(view.world.rules.danger_most, 4 + columns // view.world.rules.danger_strength)


def combinations(wishes: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    """Yield the ways to settle a letter's clauses, what its writer likes best first, at most a few dozen."""
    for count, values in enumerate(product(*wishes)):
        if count == MOST_COMBINATIONS:
            return
        yield values


def best_answer(view: View, letter: Letter) -> tuple[tuple[int, ...] | None, tuple[Reason, ...]]:
    """Return what the receiver would sign of a letter, or None, with the reasons of that or of the nearest miss."""
    nearest: tuple[Reason, ...] = ()
    for values in combinations(letter.wishes):
        terms = consider(view, letter.receiver, letter.sender, letter.instrument, values)
        if total(terms) >= 0:
            return values, terms
        if not nearest or total(terms) > total(nearest):
            nearest = terms
    return None, nearest


def parties(definition: InstrumentDef, a: int, b: int) -> bool:
    """Say whether two factions may sign an instrument with each other."""
    return a != b and a in definition.parties and b in definition.parties
