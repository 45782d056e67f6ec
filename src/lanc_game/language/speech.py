"""Saying things: templates filled with values, numbers and lists as each language writes them.

A template holds ``{name}`` for a value, ``{name:one|many}`` for a count with its noun, and ``[...]`` for a part that is
left out where the first value inside it is missing, zero or empty; brackets around no value are just brackets. Values
are never read as templates.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence

Value = int | str
Pair = tuple[str, str]
Table = Mapping[str, Pair]

LANGUAGES = ("en", "sq")
"""The languages there are; the first is the one to fall back to."""

_TOKEN = re.compile(r"\[(?P<part>[^\[\]]*)\]|\{(?P<name>\w+)(?::(?P<one>[^{}|]*)\|(?P<many>[^{}]*))?\}")
_NAME = re.compile(r"\{(\w+)")
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_MISSING = "…"
_MINUS = "\N{MINUS SIGN}"
_GROUP = {"en": ",", "sq": "\N{NO-BREAK SPACE}"}
_POINT = {"en": ".", "sq": ","}
_ABOUT = {"en": "about {}", "sq": "rreth {}"}
_AND = {"en": "and", "sq": "dhe"}


class Daily(str):
    """A language as it is spoken where a turn is a day: the same language, with other texts for what names the turn."""

    __slots__ = ()


def in_turns(language: str, step: str) -> str:
    """Return a language as it is spoken where a turn is a step long, which is a ``month`` or a ``day``.

    >>> in_turns("sq", "day") == "sq", isinstance(in_turns("sq", "day"), Daily), isinstance(in_turns("sq", "month"), Daily)
    (True, True, False)
    """
    return Daily(language) if step == "day" else language


class Rough(int):
    """A count that is only roughly known; it is said with an "about" before it."""


def plain(text: str) -> str:
    r"""Return a text as one line in which everything that can't be seen, or that drives a terminal, is spelled out.

    >>> plain("red \x1b[31m\nhill")
    'red \\x1b[31m hill'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in "\n\r\t":
        return " "
    if unicodedata.category(character) not in _UNSEEN:
        return character
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def fill(template: str, language: str, values: Mapping[str, Value]) -> str:
    """Return a template with its values put in; a value that is missing shows as an ellipsis, never as an error."""

    def token(match: re.Match[str]) -> str:
        part = match["part"]
        if part is None:
            return _value(match, language, values)
        names = _NAME.findall(part)
        if not names:
            return match[0]
        if not values.get(names[0]):
            return ""
        return _TOKEN.sub(token, part)

    return _TOKEN.sub(token, template)


def _value(match: re.Match[str], language: str, values: Mapping[str, Value]) -> str:
    value = values.get(match["name"])
    if value is None:
        return _MISSING
    if isinstance(value, str):
        return plain(value)
    said = about(value, language) if isinstance(value, Rough) else number(value, language)
    return said if match["one"] is None else f"{said} {plural(value, match['one'], match['many'])}"


def names_in(template: str) -> frozenset[str]:
    """Return the names of the values that a template asks for.

    >>> sorted(names_in("{arms:rifle|rifles}[, {lost} dead]"))
    ['arms', 'lost']
    """
    return frozenset(_NAME.findall(template))


def choose(pair: Pair, language: str) -> str:
    """Return the text of a pair in a language; English where there is no Albanian."""
    return pair[1] if language == "sq" and pair[1] else pair[0]


def number(n: int, language: str = "en") -> str:
    """Return a whole number with its thousands set apart and a true minus sign.

    >>> number(1240), number(-8)
    ('1,240', '−8')
    """
    digits = f"{abs(n):,}".replace(",", _GROUP.get(language, ","))
    return f"{_MINUS}{digits}" if n < 0 else digits


def signed(n: int, language: str = "en") -> str:
    """Return a change with its sign.

    >>> signed(20), signed(-8), signed(0)
    ('+20', '−8', '0')
    """
    return f"+{number(n, language)}" if n > 0 else number(n, language)


def tenths(n: int, language: str = "en") -> str:
    """Return thousandths as a percentage with one decimal, exactly, with its sign.

    >>> tenths(-8), tenths(120)
    ('−0.8', '+12.0')
    """
    sign = "+" if n > 0 else _MINUS if n < 0 else ""
    whole, part = divmod(abs(n), 10)
    return f"{sign}{number(whole, language)}{_POINT.get(language, '.')}{part}"


def about(n: int, language: str = "en") -> str:
    """Return a number that is not known exactly.

    >>> about(1900)
    'about 1,900'
    """
    return _ABOUT.get(language, _ABOUT["en"]).format(number(n, language))


def span(low: int, high: int, language: str = "en") -> str:
    """Return a range, or the one number where both ends are the same.

    >>> span(80, 150), span(2, 2), span(-5, 3)
    ('80–150', '2', '−5 … 3')
    """
    if low == high:
        return number(low, language)
    dash = " … " if min(low, high) < 0 else "\N{EN DASH}"
    return f"{number(low, language)}{dash}{number(high, language)}"


def plural(n: int, one: str, many: str) -> str:
    """Return the form of a noun that goes with a count; English and Albanian agree here.

    >>> plural(1, "rifle", "rifles"), plural(0, "rifle", "rifles")
    ('rifle', 'rifles')
    """
    return one if abs(n) == 1 else many


def listing(words: Sequence[str], language: str = "en") -> str:
    """Return words as a list in a sentence; where a word is a list itself, semicolons keep them apart.

    >>> listing(["a", "b", "c"]), listing(["a", "b"], "sq"), listing(["a and b", "c"])
    ('a, b and c', 'a dhe b', 'a and b; c')
    """
    if len(words) < 2:
        return "".join(words)
    joint = f" {_AND.get(language, 'and')} "
    if any(", " in word or joint in word for word in words):
        return "; ".join(words)
    return f"{', '.join(words[:-1])}{joint}{words[-1]}"


def capital(text: str) -> str:
    """Return a sentence with its first letter large.

    >>> capital("the hills")
    'The hills'
    """
    return text[:1].upper() + text[1:]
