"""Forecasts and refusals in words: one wording for the board, line mode and scripts."""

from lanc_game.chronicle.sentences import refused
from lanc_game.engine.forecast import Forecast, Term
from lanc_game.language import say, span

__all__ = ["preview", "refused"]


def preview(forecast: Forecast, language: str) -> str:
    """Return a forecast's terms in one line, the most important first; empty where nothing can be said."""
    return " · ".join(_term(term, language) for term in forecast.terms)


def _term(term: Term, language: str) -> str:
    return say(language, "forecast", term.key, span=span(term.low, term.high, language))
