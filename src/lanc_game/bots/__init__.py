"""Opponents: a doctrine as data, candidates from the rules of legality, a choice, and the reason for it.

A bot is a pure function of a view, its doctrine and a key of its own. It never sees a state.
"""

from lanc_game.bots.choose import BOTS, HISTORICAL, ORDINARY, bot_key, choose, known_bot, looks_ahead
from lanc_game.bots.plan import Choice

__all__ = ["BOTS", "HISTORICAL", "ORDINARY", "Choice", "bot_key", "choose", "known_bot", "looks_ahead"]
