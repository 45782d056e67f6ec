"""Forecasts and refusals in words: one wording for the board, line mode and scripts."""

from lanc_game.chronicle.sentences import refused
from lanc_game.engine.forecast import Forecast, Term
from lanc_game.language import say, span

__all__ = ["key_of", "preview", "refused", "terms_of"]


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
