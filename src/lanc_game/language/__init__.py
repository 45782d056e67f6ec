"""Sentences, names and numbers in English and Albanian. Tables are keyed by plain strings; nothing here knows rules.

``say(language, table, key, **values)`` is the one way in; ``TABLES`` lists the tables. It falls back to English, then
to the key itself, and never raises. Where a turn is a day, ``in_turns`` gives the language that says so.
"""

from collections.abc import Mapping

from lanc_game.language import days, history, intents, letters, lines, notices, reasons, refusals, telling, terms, verbs
from lanc_game.language.refusals import ABOUT, FAILURES
from lanc_game.language.speech import (
    LANGUAGES,
    Daily,
    Pair,
    Rough,
    Table,
    Value,
    about,
    capital,
    choose,
    fill,
    in_turns,
    listing,
    names_in,
    number,
    plain,
    plural,
    signed,
    span,
    tenths,
)
from lanc_game.language.telling import TELLING, variants

TABLES: Mapping[str, Table] = {
    "refusal": refusals.REFUSALS,
    "failure": refusals.FAILURES,
    "verb": verbs.VERBS,
    "verb_help": verbs.VERB_HELP,
    "verb_detail": verbs.VERB_DETAIL,
    "cause": terms.CAUSES,
    "figure": terms.FIGURES,
    "posture": terms.POSTURES,
    "status": terms.STATUSES,
    "relation": terms.RELATIONS,
    "manner": terms.MANNERS,
    "level": terms.LEVELS,
    "grade": terms.GRADES,
    "terrain": terms.TERRAINS,
    "worth": terms.WORTHS,
    "link": terms.LINKS,
    "kind": terms.KINDS,
    "role": terms.ROLES,
    "target": terms.TARGETS,
    "policy": terms.POLICIES,
    "reprisals": terms.REPRISALS,
    "requisition": terms.REQUISITIONS,
    "fate": terms.FATES,
    "outcome": terms.OUTCOMES,
    "clash": terms.CLASHES,
    "phase": terms.PHASES,
    "trait": terms.TRAITS,
    "month": terms.MONTHS,
    "forecast": terms.FORECASTS,
    "reason": reasons.REASONS,
    "reasoning": reasons.REASONING,
    "intent": intents.INTENTS,
    "source": intents.SOURCES,
    "history": history.HISTORY,
    "line": lines.LINES,
    "line_help": lines.LINE_HELP,
    "letter": letters.LETTERS,
    "notice": notices.NOTICES,
    "order_error": lines.ORDER_ERRORS,
    "order_word": lines.ORDER_WORDS,
    "fact": telling.KINDS_OF_FACT,
    "talk": telling.TALKS,
    "chronicle": telling.PHRASES,
}
"""Every table by name; a table maps a key to its English and its Albanian text."""


def say(language: str, table: str, key: str, **values: Value) -> str:
    """Return the text of a key in a language with its values put in.

    >>> say("en", "refusal", "too_little_sympathy", have=4, need=8)
    'Too little sympathy there: 4 %, it takes 8 %. Agitate first.'
    >>> say("sq", "figure", "fear"), say("en", "nonsense", "unheard_of")
    ('frikë', 'unheard_of')
    """
    pair = TABLES.get(table, {}).get(key)
    if isinstance(language, Daily):
        pair = days.DAYS.get(table, {}).get(key, pair)
    return plain(key) if pair is None else fill(choose(pair, language), language, values)


__all__ = [
    "ABOUT",
    "FAILURES",
    "LANGUAGES",
    "TABLES",
    "TELLING",
    "Daily",
    "Pair",
    "Rough",
    "Table",
    "Value",
    "about",
    "capital",
    "choose",
    "fill",
    "in_turns",
    "listing",
    "names_in",
    "number",
    "plain",
    "plural",
    "say",
    "signed",
    "span",
    "tenths",
    "variants",
]
