"""What a treaty is worth to whoever is asked: a sum of named terms, the same for a bot's answer and for a player's forecast."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from lanc_game.engine.formulas import quotient
from lanc_game.engine.names import IN_PLAY, Relation
from lanc_game.engine.politics import InstrumentDef
from lanc_game.engine.state import Letter
from lanc_game.engine.view import View

MOST_COMBINATIONS = 256
SECRET_SHARE = 50  # percent of what a patron would say that counts while it is not told
AHEAD = 3
HUNDRED = 100


class Reason(NamedTuple):
    """One term of an answer. ``clause``, ``value`` and ``who`` (a wing or a patron) are -1 where it is about none."""

    key: str
    amount: int
    clause: int = -1
    value: int = -1
    who: int = -1


def consider(view: View, judge: int, partner: int, instrument: int, values: Sequence[int]) -> tuple[Reason, ...]:
    """Return why ``judge`` would sign with ``partner`` or not, as far as the view knows; a sum of 0 signs."""
    clauses = view.world.instruments[instrument].clauses
    secret = is_secret(view, instrument, values)
    terms = list(standing_terms(view, judge, partner, instrument))
    for clause, value in zip(clauses, values, strict=True):
        terms += clause_terms(view, judge, clause, value, secret=secret)
    return tuple(term for term in terms if term.amount)


def total(terms: Sequence[Reason]) -> int:
    """Return what the terms add up to."""
    return sum(term.amount for term in terms)


def is_secret(view: View, instrument: int, values: Sequence[int]) -> bool:
    """Say whether a treaty settled so would be kept from others."""
    world = view.world
    clauses = world.instruments[instrument].clauses
    return any(world.clauses[c].terms[v].secret for c, v in zip(clauses, values, strict=True))


def standing_terms(view: View, judge: int, partner: int, instrument: int) -> Iterator[Reason]:
    """Yield what speaks for and against signing with a side, whatever the clauses say."""
    rules = view.world.rules
    yield Reason("closeness", view.world.instruments[instrument].worth)
    yield Reason("common_danger", _danger(view, judge, partner))
    yield Reason("broken_words", -(view.stigma[partner] // 2))
    ahead = view.standing[partner] - view.standing[judge]
    if ahead > AHEAD:
        yield Reason("rival_ahead", -(ahead // 4))
    if view.stand(judge, partner) == Relation.WAR:
        yield Reason("blood_between", -rules.at_war_with_us)
    if view.faction in (judge, partner):
        other = partner if judge == view.faction else judge
        guilt = view.guilt[partner] if judge == view.faction else view.wrongs[judge]
        yield Reason("trust", -min(rules.trust_most, guilt))
        yield Reason("bad_blood", -(view.strain_with(other) // rules.blood_per_strain))


def clause_terms(view: View, judge: int, clause: int, value: int, *, secret: bool) -> Iterator[Reason]:
    """Yield what a clause settled so is worth, if anything: to a side, its wings by their weight, its patrons by regard."""
    world = view.world
    stake = view.stake(judge, clause)
    price = _part(world.prices[judge][clause][value], stake)
    if price:
        yield Reason("clause", price, clause, value)
    for wing in heard_wings(view, judge):
        definition = world.wings[wing]
        price = _part(_part(definition.prices[clause][value], definition.weight), stake)
        if price:
            yield Reason("wing_price", price, clause, value, wing)
    if judge == view.faction:
        for patron, regard in view.regard.items():
            price = _part(world.patrons[patron].prices[clause][value], regard)
            price = _part(price, SECRET_SHARE) if secret else price
            if price:
                yield Reason("patron_terms", price, clause, value, patron)


def _part(price: int, percent: int) -> int:
    """Return so many percent of a price, rounded towards nothing."""
    return quotient(price * percent, HUNDRED)


def heard_wings(view: View, side: int) -> list[int]:
    """Return the wings of a side whose mind we know: our own, and those of others that we have courted."""
    return [wing for wing in view.loyalty if view.wing_side[wing] == side]


def unheard_wings(view: View, side: int) -> int:
    """Return how many wings of a side have an opinion that we do not know."""
    return view.wing_side.count(side) - len(heard_wings(view, side))


def _danger(view: View, judge: int, partner: int) -> int:
    """Return what the columns of occupiers weigh with whom neither has made his peace."""
    common = [
        other
        for other in view.world.occupiers
        if view.status[other] in IN_PLAY
        and view.stand(judge, other) <= Relation.HOSTILE
        and view.stand(partner, other) <= Relation.HOSTILE
    ]
    if not common:
        return 0
    columns = sum([seen.mobile for sight in view.sights for seen in sight.forces if seen.faction in common])
    return min(view.world.rules.danger_most, 4 + columns // view.world.rules.danger_strength)


def combinations(wishes: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    """Yield the ways to settle a letter's clauses, what its writer likes best first, up to a bound."""
    for count, values in enumerate(product(*wishes)):
        if count == MOST_COMBINATIONS:
            return
        yield values


class Scales:
    """What the clauses of one treaty are worth to one side, each value weighed once."""

    def __init__(self, view: View, judge: int, partner: int, instrument: int) -> None:
        self.view = view
        self.instrument = instrument
        self.base = total(tuple(standing_terms(view, judge, partner, instrument)))
        self._worth: dict[tuple[int, int, bool], int] = {}
        self.judge = judge

    def worth(self, clause: int, value: int, *, secret: bool = False) -> int:
        """Return what a clause settled so is worth."""
        key = (clause, value, secret)
        if key not in self._worth:
            self._worth[key] = total(tuple(clause_terms(self.view, self.judge, clause, value, secret=secret)))
        return self._worth[key]

    def weigh(self, values: Sequence[int]) -> int:
        """Return what the whole treaty is worth, settled so."""
        secret = is_secret(self.view, self.instrument, values)
        clauses = self.view.world.instruments[self.instrument].clauses
        return self.base + sum(self.worth(c, v, secret=secret) for c, v in zip(clauses, values, strict=True))


def best_answer(
    view: View, letter: Letter, scales: Scales | None = None
) -> tuple[tuple[int, ...] | None, tuple[Reason, ...]]:
    """Return what the receiver would sign of a letter, or None, with the reasons of that or of the nearest miss.

    ``scales`` may weigh otherwise than its receiver does.
    """
    scales = scales or Scales(view, letter.receiver, letter.sender, letter.instrument)
    nearest: tuple[int, ...] | None = None
    most = 0
    for values in combinations(letter.wishes):
        worth = scales.weigh(values)
        if worth >= 0:
            return values, consider(view, letter.receiver, letter.sender, letter.instrument, values)
        if nearest is None or worth > most:
            nearest, most = values, worth
    if nearest is None:
        return None, ()
    return None, consider(view, letter.receiver, letter.sender, letter.instrument, nearest)


def turning_clause(view: View, letter: Letter, scales: Scales | None = None) -> tuple[tuple[int, ...], int] | None:
    """Return how a letter would have to be settled to be signed, and the one clause that is other than was offered.

    Of all such changes it is the one that asks least: the smallest sum that still signs. None where no single clause turns it.
    """
    scales = scales or Scales(view, letter.receiver, letter.sender, letter.instrument)
    clauses = view.world.instruments[letter.instrument].clauses
    nearest = max(combinations(letter.wishes), key=scales.weigh)
    found: tuple[int, tuple[int, ...], int] | None = None
    for place, clause in enumerate(clauses):
        definition = view.world.clauses[clause]
        for value in range(len(definition.values) + definition.may_be_blank):
            if value in letter.wishes[place]:
                continue
            values = (*nearest[:place], value, *nearest[place + 1 :])
            worth = scales.weigh(values)
            if worth >= 0 and (found is None or worth < found[0]):
                found = (worth, values, clause)
    return None if found is None else (found[1], found[2])


def parties(definition: InstrumentDef, a: int, b: int) -> bool:
    """Say whether two factions may sign an instrument with each other."""
    return a != b and a in definition.parties and b in definition.parties
