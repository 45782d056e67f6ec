"""Forecasts and refusals in words: one wording for the board, line mode and scripts."""

from collections.abc import Iterable

from lanc_game.chronicle.naming import name_of, patron_name, value_name, wing_name
from lanc_game.chronicle.sentences import refused
from lanc_game.engine.forecast import Forecast, Term
from lanc_game.engine.treaties import Reason
from lanc_game.engine.world import World
from lanc_game.language import say, signed, span

__all__ = ["key_of", "preview", "reason_said", "reasons_said", "refused", "terms_of"]


def preview(forecast: Forecast, language: str) -> str:
    """Return a forecast's terms in one line, the most important first; empty where nothing can be said."""
    return " · ".join(terms_of(forecast, language))


def terms_of(forecast: Forecast, language: str) -> list[str]:
    """Return the same, term by term."""
    return [_term(term, place, language) for place, term in enumerate(forecast.terms)]


def key_of(term: Term, place: int) -> str:
    """Return the key of a term's words: months that come first are what an order brings, else what it takes."""
    return "lasting" if term.key == "months" and place == 0 else term.key


def _term(term: Term, place: int, language: str) -> str:
    return say(language, "forecast", key_of(term, place), span=span(term.low, term.high, language))


def reasons_said(world: World, reasons: Iterable[Reason], language: str) -> list[str]:
    """Return the terms of an answer to a letter, one by one, each with the clause, the wing or the patron it is about."""
    return [reason_said(world, reason, language) for reason in reasons]


def reason_said(world: World, reason: Reason, language: str) -> str:
    """Return one term of an answer: ``the land – left blank −6``; where it is about nothing of its own, as a forecast does."""
    values = {"span": signed(reason.amount, language), "who": "", "clause": "", "value": ""}
    if reason.key == "wing_price":
        values["who"] = wing_name(world, reason.who, language)
    elif reason.key == "patron_terms":
        values["who"] = patron_name(world, reason.who, language)
    if 0 <= reason.clause < len(world.clauses):
        blank = say(language, "chronicle", "left_blank")
        values["clause"] = name_of(world.clauses[reason.clause].name, language)
        values["value"] = value_name(world, reason.clause, reason.value, language, blank)
    named = values["who"] or (reason.key == "clause" and values["clause"])
    return say(language, "forecast", f"{reason.key}_of" if named else reason.key, **values)
