"""A treaty being settled clause by clause: what each value is worth to whom as far as we know, and the order it makes."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lanc_game.chronicle.naming import patron_name, wing_name
from lanc_game.chronicle.preview import reason_said
from lanc_game.engine.names import IN_PLAY, Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.politics import ClauseDef, InstrumentDef
from lanc_game.engine.state import Letter
from lanc_game.engine.treaties import (
    Reason,
    Scales,
    best_answer,
    clause_terms,
    combinations,
    consider,
    is_secret,
    parties,
    total,
    turning_clause,
    unheard_wings,
)
from lanc_game.engine.view import View
from lanc_game.engine.wording import MOST_WISHES, wish_code
from lanc_game.engine.world import NOBODY
from lanc_game.language import say, signed


class Answer(NamedTuple):
    """What the other side would say: how it would settle the letter (None: not at all), why, and whose mind is not known."""

    values: tuple[int, ...] | None
    terms: tuple[Reason, ...]
    unheard: int

    @property
    def worth(self) -> int:
        """What the terms add up to; they sign at 0 or more."""
        return total(self.terms)


def partners(view: View) -> list[int]:
    """Return the sides with whom something could be signed now."""
    return [other for other in range(len(view.world.factions)) if papers(view, other)]


def papers(view: View, partner: int) -> list[int]:
    """Return the treaties that could be signed with a side now."""
    if partner == view.faction or view.status[partner] not in IN_PLAY:
        return []
    if not view.in_play or view.may(Verb.PROPOSE) is None:
        return []
    return [
        index
        for index, definition in enumerate(view.world.instruments)
        if parties(definition, view.faction, partner)
        and view.signable[index]
        and view.treaty_with(partner, index) is None
    ]


class Bargain:
    """A letter in the making, to a side or in answer to one. ``wishes`` ranks the values of each clause, the best first."""

    def __init__(
        self, view: View, instrument: int, partner: int, region: int = NOBODY, letter: Letter | None = None
    ) -> None:
        self.view = view
        self.partner = partner
        self.instrument = instrument
        self.letter = letter
        self.region = letter.region if letter is not None else region
        self.wishes: list[list[int]] = [[self.liked(place)] for place in range(len(self.clauses))]
        if letter is not None:
            scales = Scales(view, letter.receiver, letter.sender, letter.instrument)
            self.settle(max(combinations(letter.wishes), key=scales.weigh))

    @property
    def definition(self) -> InstrumentDef:
        """The treaty."""
        return self.view.world.instruments[self.instrument]

    @property
    def clauses(self) -> tuple[ClauseDef, ...]:
        """What it settles."""
        return tuple(self.view.world.clauses[clause] for clause in self.definition.clauses)

    @property
    def firsts(self) -> tuple[int, ...]:
        """The value liked best of every clause."""
        return tuple(wish[0] for wish in self.wishes)

    def values(self, place: int) -> range:
        """The values that a clause can have."""
        clause = self.clauses[place]
        return range(len(clause.values) + clause.may_be_blank)

    def offered(self, place: int, value: int) -> bool:
        """Whether the letter that is being answered offers a value; without a letter anything can be asked."""
        return self.letter is None or value in self.letter.wishes[place]

    # --- changing it

    def step(self, place: int, step: int) -> None:
        """Settle a clause with the next value, alone."""
        values = self.values(place)
        self.wishes[place] = [(self.wishes[place][0] + step) % len(values)]

    def toggle(self, place: int, value: int) -> None:
        """Add a value as the next best, or take it out; one always stays."""
        wish = self.wishes[place]
        if value in wish:
            if len(wish) > 1:
                wish.remove(value)
        elif value in self.values(place) and len(wish) < MOST_WISHES:
            wish.append(value)

    def settle(self, values: Sequence[int]) -> None:
        """Settle every clause with one value."""
        self.wishes = [[value] for value in values]

    # --- what it is worth

    def liked(self, place: int) -> int:
        """Return the value of a clause that is worth most to us."""
        return max(self.values(place), key=lambda value: (total(self.ours(place, value, secret=False)), -value))

    def ours(self, place: int, value: int, *, secret: bool | None = None) -> tuple[Reason, ...]:
        """Return what a clause settled so is worth to us, to our wings and to our patrons."""
        return self._worth(self.view.faction, place, value, secret)

    def theirs(self, place: int, value: int) -> tuple[Reason, ...]:
        """Return what it is worth to them, as far as we know."""
        return self._worth(self.partner, place, value, None)

    def _worth(self, judge: int, place: int, value: int, secret: bool | None) -> tuple[Reason, ...]:
        hidden = is_secret(self.view, self.instrument, self.firsts) if secret is None else secret
        terms = clause_terms(self.view, judge, self.definition.clauses[place], value, secret=hidden)
        return tuple(term for term in terms if term.amount)

    @property
    def answer(self) -> Answer:
        """What they would say to it."""
        mine = tuple(tuple(wish) for wish in self.wishes)
        letter = Letter(self.instrument, self.view.faction, self.partner, mine, self.view.turn, self.region)
        values, terms = best_answer(self.view, letter)
        return Answer(values, terms, unheard_wings(self.view, self.partner))

    def gain(self, values: Sequence[int] | None = None) -> tuple[Reason, ...]:
        """Return what it is worth to us, settled so; by default with what we like best."""
        return consider(self.view, self.view.faction, self.partner, self.instrument, values or self.firsts)

    @property
    def turning(self) -> tuple[int, int] | None:
        """The one clause of the letter, and its value, that would turn our own answer; None where none does, or need not."""
        if self.letter is None or best_answer(self.view, self.letter)[0] is not None:
            return None
        found = turning_clause(self.view, self.letter)
        if found is None:
            return None
        place = self.definition.clauses.index(found[1])
        return place, found[0][place]

    # --- the order

    @property
    def accepts(self) -> bool:
        """Whether it is what the letter offers, so that it can be signed at once."""
        return self.letter is not None and all(
            len(wish) == 1 and self.offered(place, wish[0]) for place, wish in enumerate(self.wishes)
        )

    @property
    def order(self) -> Order:
        """The order that it makes: to propose, to accept, or to counter."""
        codes = tuple(wish_code(wish) for wish in self.wishes)
        key = (self.instrument, self.partner)
        if self.accepts:
            return Order(Verb.ACCEPT, (*key, *codes))
        place = (self.region,) if self.definition.local else ()
        return Order(Verb.PROPOSE if self.letter is None else Verb.COUNTER, (*key, *codes, *place))

    @property
    def refusal(self) -> Order:
        """The order that refuses the letter."""
        return Order(Verb.REFUSE, (self.instrument, self.partner))


def summed(view: View, reasons: Iterable[Reason], language: str, own: str = "") -> list[str]:
    """Return reasons in few words: a side's own prices in one (``own`` says whose they are), each wing's, each patron's."""
    sums: dict[tuple[str, int], int] = {}
    for reason in reasons:
        sums[reason.key, reason.who] = sums.get((reason.key, reason.who), 0) + reason.amount
    told: list[str] = []
    for (key, who), amount in sums.items():
        if not amount:
            continue
        name = {"wing_price": wing_name, "patron_terms": patron_name}.get(key)
        if name is not None:
            told.append(f"{name(view.world, who, language)} {signed(amount, language)}")
        elif key == "clause":
            span = signed(amount, language)
            told.append(f"{own} {span}" if own else say(language, "forecast", "clauses", span=span))
        else:
            told.append(reason_said(view.world, Reason(key, amount), language))
    return told
