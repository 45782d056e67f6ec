"""What a letter, its answer and its end must have to be ordered: the checks of the verbs about treaties."""

from collections.abc import Sequence

from lanc_game.engine.checks import TRUCES, Refusal
from lanc_game.engine.names import Level, Manner
from lanc_game.engine.treaties import parties
from lanc_game.engine.view import View
from lanc_game.engine.wording import wish_of


def _check_parties(view: View, args: Sequence[int]) -> Refusal | None:
    definition, partner = view.world.instruments[args[0]], args[1]
    if not parties(definition, view.faction, partner):
        return Refusal("not_their_treaty", about=partner)
    if not view.plays(partner):
        return Refusal("not_in_the_war", about=partner)
    return None


def check_letter(view: View, instrument: int, partner: int) -> Refusal | None:
    """The two must be able to sign it, now, and not have signed it; whatever the letter says."""
    why = _check_parties(view, (instrument, partner))
    if why is not None:
        return why
    if not view.signable[instrument]:
        return Refusal("not_the_time", about=partner)
    if view.treaty_with(partner, instrument) is not None:
        return Refusal("already_signed", about=partner)
    if view.world.instruments[instrument].level is Level.LOCAL and view.relation[partner] in TRUCES:
        return Refusal("at_peace_everywhere", about=partner)
    return None


def check_propose(view: View, args: Sequence[int]) -> Refusal | None:
    """The two must be able to sign it, now, and not have signed it, and every clause be settled."""
    why = check_letter(view, args[0], args[1])
    if why is not None:
        return why
    if not view.world.instruments[args[0]].local and len(args) > 2 + len(view.world.instruments[args[0]].clauses):
        return Refusal("no_region_treaty", about=args[0])
    return _check_wishes(view, args)


def _check_wishes(view: View, args: Sequence[int]) -> Refusal | None:
    """Every clause must be settled with values that it has."""
    clauses = view.world.instruments[args[0]].clauses
    for clause, code in zip(clauses, args[2:], strict=False):
        most = len(view.world.clauses[clause].values) + view.world.clauses[clause].may_be_blank
        wish = wish_of(code)
        if not wish or any(not 0 <= value < most for value in wish):
            return Refusal("clause_unsettled")
    return None


def check_accept(view: View, args: Sequence[int]) -> Refusal | None:
    """A letter must have come, and each value chosen be one that it offers."""
    letter = view.letter_from(args[1], args[0])
    if letter is None:
        return Refusal("no_such_letter", about=args[1])
    if view.treaty_with(args[1], args[0]) is not None:
        return Refusal("already_signed", about=args[1])
    for wish, code in zip(letter.wishes, args[2:], strict=True):
        chosen = wish_of(code)
        if len(chosen) != 1 or chosen[0] not in wish:
            return Refusal("not_offered", about=args[1])
    return None


def check_refuse(view: View, args: Sequence[int]) -> Refusal | None:
    """A letter must have come."""
    return None if view.letter_from(args[1], args[0]) else Refusal("no_such_letter", about=args[1])


def check_counter(view: View, args: Sequence[int]) -> Refusal | None:
    """A letter must have come, and every clause be settled anew."""
    return check_refuse(view, args) or _check_wishes(view, args)


def check_denounce(view: View, args: Sequence[int]) -> Refusal | None:
    """There must be a treaty, and strain enough if a pretext is claimed."""
    instrument, partner, manner = args
    treaty = view.treaty_with(partner, instrument)
    if treaty is None:
        return Refusal("no_such_treaty", about=partner)
    need = view.world.rules.pretext_strain
    strain = view.strain[treaty.a, treaty.b]
    if manner == Manner.PRETEXT and strain < need:
        return Refusal("no_pretext", strain, need, partner)
    return None
