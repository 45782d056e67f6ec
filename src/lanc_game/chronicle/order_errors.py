"""What the reader of orders says, in the player's language: its English sentences are looked up by their form."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from lanc_game.engine.lexicon import OrderError, fold, lexicon
from lanc_game.engine.world import World
from lanc_game.language import plain, say
from lanc_game.language.lines import ORDER_ERRORS, ORDER_WORDS

_NAME = re.compile(r"\\{(\w+)\\}")
_NOUNS = ("what", "usage")


_UNKNOWN = re.compile(r"There is no (?P<what>[\w ]+) `(?P<word>.+)`\.")


def said(error: OrderError, language: str, world: World | None = None, verbs: Iterable[str] = ()) -> str:
    """Return an error of the order reader as one line: what is wrong, and what would do.

    With a world, the names most like a word that is not known are offered, and not the first of the alphabet;
    ``verbs`` are then the verbs and commands that can be typed here.
    """
    near = _near(error, world, verbs) if world is not None else []
    if near:
        meant = say(language, "order_error", "meant", names=", ".join(f"`{name}`" for name in near))
        return f"{_in(language, error.message)} {meant}"
    return " ".join(_in(language, part) for part in (error.message, error.help) if part)


def _near(error: OrderError, world: World, verbs: Iterable[str]) -> list[str]:
    match = _UNKNOWN.fullmatch(error.message)
    if match is None:
        return []
    names = lexicon(world)
    tables: dict[str, Iterable[str]] = {
        "region": names.regions, "faction": names.factions, "target": names.targets, "policy": names.policies,
        "verb": verbs or names.verbs, "command or order": verbs, "treaty": names.instruments, "wing": names.wings,
        "patron": names.patrons, "congress": names.congresses, "promise": names.promises, "mandate": names.mandates,
        "choice": names.events,
    }  # fmt: skip
    table = tables.get(match["what"], ())
    meant: dict[object, str] = {}  # one name for each thing, the nearest
    for name in get_close_matches(fold(match["word"]), list(table), n=4, cutoff=0.62):
        meant.setdefault(table[name] if isinstance(table, dict) else name, name)
    return list(meant.values())[:3]


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
