"""Forecasts and refusals in words: one wording for the board, line mode and scripts."""

from lanc_game.engine.forecast import Forecast, Term
from lanc_game.engine.legal import Refusal
from lanc_game.engine.world import NOBODY, World
from lanc_game.language import ABOUT_A_SIDE, Value, say, span


def preview(forecast: Forecast, language: str) -> str:
    """Return a forecast's terms in one line, the most important first; empty where nothing can be said."""
    return " · ".join(_term(term, language) for term in forecast.terms)


def _term(term: Term, language: str) -> str:
    return say(language, "forecast", term.key, span=span(term.low, term.high, language))


def refused(world: World, why: Refusal, language: str) -> str:
    """Return why an order is refused, in a sentence."""
    values: dict[str, Value] = {"have": why.have, "need": why.need}
    if why.about != NOBODY:
        values["about"] = _about(world, why, language)
    return say(language, "refusal", why.reason, **values)


def _about(world: World, why: Refusal, language: str) -> str:
    if why.reason in ABOUT_A_SIDE:
        return world.factions[why.about].short.get(language)
    return world.regions[why.about].name.get(language)
