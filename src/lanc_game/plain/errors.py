"""What the reader of orders says, in the player's language: its English sentences are looked up by their form."""

import re
from functools import lru_cache

from lanc_game.engine.orders import OrderError
from lanc_game.language import plain, say
from lanc_game.language.lines import ORDER_ERRORS, ORDER_WORDS

_NAME = re.compile(r"\\{(\w+)\\}")
_NOUNS = ("what", "usage")


def said(error: OrderError, language: str) -> str:
    """Return an error of the order reader as one line: what is wrong, and what would do."""
    return " ".join(_in(language, part) for part in (error.message, error.help) if part)


def _in(language: str, sentence: str) -> str:
    if language == "en":
        return plain(sentence)
    for key, form in _forms().items():
        match = form.fullmatch(sentence)
        if match:
            values = {
                name: say(language, "order_word", value) if name in _NOUNS and value in ORDER_WORDS else value
                for name, value in match.groupdict().items()
            }
            return say(language, "order_error", key, **values)
    return plain(sentence)


@lru_cache(maxsize=1)
def _forms() -> dict[str, re.Pattern[str]]:
    """Return, for each sentence, a pattern that its English matches, with its values as groups."""
    return {
        key: re.compile(_NAME.sub(r"(?P<\1>.+)", re.escape(english)), re.DOTALL)
        for key, (english, _) in ORDER_ERRORS.items()
    }
