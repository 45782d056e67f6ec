"""`why treaty`, `why wing`, `why patron`, and why a letter would be signed or not: accounts and answers, term by term."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from lanc_game.chronicle.letters import clause_said, clause_value, letter_order, settled_so
from lanc_game.chronicle.naming import faction_name, name_of, wing_name
from lanc_game.chronicle.preview import reasons_said, refused
from lanc_game.engine.checks import Refusal
from lanc_game.engine.forecast import letter_of
from lanc_game.engine.lexicon import OrderError, find, lexicon
from lanc_game.engine.names import Figure, Verb
from lanc_game.engine.orders import Order, text_of
from lanc_game.engine.state import Letter, Treaty
from lanc_game.engine.treaties import (
    Scales,
    best_answer,
    combinations,
    consider,
    total,
    turning_clause,
    unheard_wings,
)
from lanc_game.engine.view import View
from lanc_game.engine.wording import BLANK, wish_of
from lanc_game.language import say, signed
from lanc_game.plain.accounts import long_account
from lanc_game.plain.describe import line
from lanc_game.plain.treaties import clause_lines, proposals, treaty_head
from lanc_game.table import Table

_MINDS = (Figure.LOYALTY, Figure.GRIEVANCE)


class Asker(NamedTuple):
    """Who asks, at which table, in which language."""

    table: Table
    seat: int
    language: str

    @property
    def view(self) -> View:
        """What the asker knows."""
        return self.table.view(self.seat)

    def line(self, key: str, **values: str | int) -> str:
        """Return a line in the asker's language."""
        return line(self.language, key, **values)

    def refused(self, reason: str, about: int) -> str:
        """Return a refusal in the asker's language."""
        return refused(self.table.world, Refusal(reason, about=about), self.language)


# --- wings and patrons


def why_wing(asker: Asker, words: Sequence[str], figures: Sequence[Figure] = _MINDS) -> Iterator[str]:
    """Yield what moved a wing's loyalty and grievance, where its mind is known, and its goodwill for us."""
    world, view = asker.table.world, asker.view
    wing = find(lexicon(world).wings, _name(asker, "wing", words), "wing")
    name, side = wing_name(world, wing, asker.language), view.wing_side[wing]
    if Figure.GOODWILL not in figures and wing not in view.loyalty:
        yield asker.line("why_not_known") if side >= 0 else asker.refused("wing_gone_home", wing)
        return
    for figure in figures:
        if figure is not Figure.GOODWILL:
            yield from long_account(asker.table, asker.seat, figure, wing, name, asker.language)
    if side != asker.seat:
        at = wing * len(world.factions) + asker.seat
        yield from long_account(asker.table, asker.seat, Figure.GOODWILL, at, name, asker.language)
    elif Figure.GOODWILL in figures:
        yield asker.line("why_not_known")


def why_patron(asker: Asker, words: Sequence[str]) -> Iterator[str]:
    """Yield what moved a patron's regard for us."""
    world = asker.table.world
    patron = find(lexicon(world).patrons, _name(asker, "patron", words), "patron")
    if patron not in asker.view.regard:
        yield asker.refused("no_dealings", patron)
        return
    at = patron * len(world.factions) + asker.seat
    name = name_of(world.patrons[patron].name, asker.language)
    yield from long_account(asker.table, asker.seat, Figure.REGARD, at, name, asker.language)


def why_strain(asker: Asker, other: int, since: int = 0) -> Iterator[str]:
    """Yield what moved the strain between us and another side."""
    if other == asker.seat:
        yield asker.line("why_not_known")
        return
    table = asker.table
    at = table.state.pair(asker.seat, other)
    name = faction_name(table.world, other, asker.language)
    yield from long_account(table, asker.seat, Figure.STRAIN, at, name, asker.language, since)


def _name(asker: Asker, what: str, words: Sequence[str]) -> str:
    if not words:
        raise OrderError(asker.line("why_which", what=what))
    return " ".join(words)


# --- treaties


def why_treaty(asker: Asker, words: Sequence[str]) -> Iterator[str]:
    """Yield why a treaty in force holds or strains, or, where it is not in force, what its clauses would be worth."""
    world, view = asker.table.world, asker.view
    _name(asker, "treaty", words)
    instrument = find(lexicon(world).instruments, words[0], "treaty")
    mine = [treaty for treaty in view.treaties if treaty.instrument == instrument]
    rest = [word for word in words[1:] if word not in ("with", "to")]
    if rest:
        side = find(lexicon(world).factions, " ".join(rest), "faction")
        found = [treaty for treaty in mine if side in (treaty.a, treaty.b)]
        ours = [treaty for treaty in found if asker.seat in (treaty.a, treaty.b)]
        mine = ours or found
        partners = [side]
    else:
        partners = [p for p in world.instruments[instrument].parties if p != asker.seat and view.plays(p)]
    if mine:
        for treaty in mine:
            yield from _in_force(asker, treaty)
    elif len(partners) != 1:
        raise OrderError(asker.line("why_with_whom", treaty=world.instruments[instrument].id))
    else:
        yield from _not_in_force(asker, instrument, partners[0])


def _in_force(asker: Asker, treaty: Treaty) -> Iterator[str]:
    view = asker.view
    yield treaty_head(view, treaty, asker.language)
    yield from clause_lines(view, treaty, asker.language)
    if asker.seat not in (treaty.a, treaty.b):
        yield asker.line("why_strain_not_known")
        return
    other = treaty.a + treaty.b - asker.seat
    yield from why_strain(asker, other, max(0, treaty.signed))
    yield from _worth_to_us(asker, other, treaty.instrument, treaty.values)
    yield from _worth_to_them(asker, other, treaty.instrument, treaty.values)


def _not_in_force(asker: Asker, instrument: int, other: int) -> Iterator[str]:
    """Yield what each clause would be worth to both sides, and what they would answer to our likeliest letter."""
    view, world = asker.view, asker.table.world
    definition = world.instruments[instrument]
    if {asker.seat, other} - {*definition.parties} or asker.seat == other:
        yield asker.refused("not_their_treaty", other)
        return
    name = name_of(definition.name, asker.language)
    yield asker.line("why_not_in_force", name=name, side=faction_name(world, other, asker.language))
    if not view.plays(other) or not view.plays(asker.seat):
        yield asker.refused("not_in_the_war", other)
        return
    yield from why_strain(asker, other)
    ours, theirs = (Scales(view, *sides, instrument) for sides in ((asker.seat, other), (other, asker.seat)))
    for clause in definition.clauses:
        yield from _values(asker, clause, other, (ours.worth, theirs.worth))
    letter = _waiting(view, instrument, other)
    if letter is not None:
        yield from _letter(asker, letter)
        return
    if not view.signable[instrument]:
        yield asker.refused("not_the_time", other)
        return
    for order in proposals(view):
        if order.args[:2] == (instrument, other):
            yield from why_letter(asker, order)


def _waiting(view: View, instrument: int, other: int) -> Letter | None:
    """Return the letter about a treaty that lies on our desk or on theirs."""
    pair = {view.faction, other}
    found = [x for x in view.letters if x.instrument == instrument and {x.sender, x.receiver} == pair]
    return found[0] if found else None


def _values(asker: Asker, clause: int, other: int, worth: Sequence[Callable[[int, int], int]]) -> Iterator[str]:
    world, language = asker.table.world, asker.language
    definition = world.clauses[clause]
    for value in range(len(definition.values) + definition.may_be_blank):
        yield asker.line(
            "why_value",
            clause=definition.id,
            value=BLANK if value == definition.blank else definition.values[value],
            name=name_of(definition.name, language),
            meaning=clause_value(world, clause, value, language),
            ours=signed(worth[0](clause, value), language),
            theirs=signed(worth[1](clause, value), language),
            side=faction_name(world, other, language),
        )


# --- letters


def why_letter(asker: Asker, order: Order) -> Iterator[str]:
    """Yield what would be answered to an order to propose or counter, term by term, and what it is worth to us."""
    yield from _letter(asker, letter_of(asker.view, order))


def why_accept(asker: Asker, order: Order) -> Iterator[str]:
    """Yield what signing a letter would be worth to us, term by term."""
    instrument, partner, *codes = order.args
    yield from _worth_to_us(asker, partner, instrument, tuple(wish_of(code)[0] for code in codes))


def _letter(asker: Asker, letter: Letter) -> Iterator[str]:
    view, world, language = asker.view, asker.table.world, asker.language
    values, _ = best_answer(view, letter)
    sent = letter.sender == asker.seat
    other = letter.receiver if sent else letter.sender
    chosen = values if values is not None else _nearest(view, letter)
    if sent:
        terms = settled_so(world, letter.instrument, chosen, language)
        signs = "why_would_sign" if values is not None else "why_nearest"
        yield asker.line(signs, terms=terms) if terms else ""
    yield from _worth_to_them(asker, other, letter.instrument, chosen)
    if sent and values is None:
        yield from _turned(asker, letter)
    yield from _worth_to_us(asker, other, letter.instrument, chosen)


def _nearest(view: View, letter: Letter) -> tuple[int, ...]:
    scales = Scales(view, letter.receiver, letter.sender, letter.instrument)
    return max(combinations(letter.wishes), key=scales.weigh)


def _turned(asker: Asker, letter: Letter) -> Iterator[str]:
    """Yield the one clause that would turn a refusal, as the order that writes it so."""
    view, world = asker.view, asker.table.world
    found = turning_clause(view, letter)
    if found is None:
        return
    back = view.letter_from(letter.receiver, letter.instrument) is not None
    order = letter_order(view, Verb.COUNTER if back else Verb.PROPOSE, letter, found[0])
    said = clause_said(world, letter.instrument, *found, asker.language)
    yield asker.line("why_turns", order=text_of(world, asker.seat, order), clause=said)


def _worth_to_them(asker: Asker, other: int, instrument: int, values: tuple[int, ...]) -> Iterator[str]:
    """Yield what a settlement is worth to the other side, as far as we know it: the sum, then its terms."""
    view, world, language = asker.view, asker.table.world, asker.language
    reasons = consider(view, other, asker.seat, instrument, values)
    side = faction_name(world, other, language)
    yield asker.line("why_answer", side=side, worth=signed(total(reasons), language))
    yield from reasons_said(world, reasons, language)
    unheard = unheard_wings(view, other)
    if unheard:
        yield say(language, "forecast", "unheard", span=str(unheard))


def _worth_to_us(asker: Asker, other: int, instrument: int, values: tuple[int, ...]) -> Iterator[str]:
    reasons = consider(asker.view, asker.seat, other, instrument, values)
    yield asker.line("why_worth", worth=signed(total(reasons), asker.language))
    yield from reasons_said(asker.table.world, reasons, asker.language)
