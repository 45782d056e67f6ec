"""Where a turn is a day the game speaks of days, in both languages, and only there."""

import re

import pytest

from lanc_game.language import TABLES, TELLING, Daily, in_turns, names_in, say
from lanc_game.language.days import DAYS, DAYS_TOLD
from lanc_game.language.telling import variants
from lanc_game.tui.words import WORDS, word
from lanc_game.tui.words_days import DAY_WORDS

NAMES_THE_MONTH = re.compile("month|muaj", re.IGNORECASE)
LET_BE = {
    "month",  # the word itself, for campaigns whose turn is a month
    "help_start3",  # the start screen speaks of every campaign
}
SAID = [
    (f"{table}.{key}", pair, TABLES[table].get(key)) for table, found in DAYS.items() for key, pair in found.items()
]
SAID += [(f"word.{key}", pair, WORDS.get(key)) for key, pair in DAY_WORDS.items()]


def names_the_month(text: str) -> bool:
    """Whether a text names the month; the name of a value in it isn't said."""
    return bool(NAMES_THE_MONTH.search(re.sub(r"\{\w+", "{", text)))


@pytest.mark.parametrize("language", ["en", "sq"])
def test_no_text_names_the_month_where_a_turn_is_a_day(language: str) -> None:
    daily, place = in_turns(language, "day"), ["en", "sq"].index(language)
    assert isinstance(daily, Daily)
    left = {
        f"{table}.{key}"
        for table, found in TABLES.items()
        for key, pair in found.items()
        if names_the_month(DAYS.get(table, {}).get(key, pair)[place])
    }
    left |= {key for key in TELLING for pair in variants(key, daily) if names_the_month(pair[place])}
    left |= {key for key in WORDS if names_the_month(word(daily, key))}
    assert left <= LET_BE, "a text that names the month needs one for days: language/days.py, tui/words_days.py"


@pytest.mark.parametrize(("where", "pair", "ordinary"), SAID, ids=[where for where, _, _ in SAID])
def test_a_text_for_days_says_what_the_ordinary_one_says(
    where: str, pair: tuple[str, str], ordinary: tuple[str, str] | None
) -> None:
    assert ordinary is not None, f"{where} takes no text's place"
    assert pair != ordinary
    for text, usual in zip(pair, ordinary, strict=True):
        assert names_in(text) == names_in(usual)
        assert text.count("[") == text.count("]") == usual.count("[")
        assert "  " not in text


def test_patterns_for_days_are_as_many_and_say_the_same() -> None:
    for key, patterns in DAYS_TOLD.items():
        assert len(patterns) == len(TELLING[key])
        for pair, ordinary in zip(patterns, TELLING[key], strict=True):
            assert [names_in(text) for text in pair] == [names_in(text) for text in ordinary]


def test_the_same_language_says_the_month_or_the_day() -> None:
    daily = in_turns("sq", "day")
    assert daily == "sq"
    assert in_turns("sq", "month") == "sq"
    assert say("sq", "line_help", "end") == say(in_turns("sq", "month"), "line_help", "end") == "end — muaji ndodh"
    assert say(daily, "line_help", "end") == "end — dita ndodh"
    assert say(daily, "figure", "fear") == "frikë"
    assert say(in_turns("en", "day"), "line", "saved", path="p", months=1) == "saved: p (1 day)"
