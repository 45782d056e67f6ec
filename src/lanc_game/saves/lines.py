"""One line of a save: canonical JSON, read within bounds, and the chain that runs through the lines."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

MOST_DEPTH = 60
MOST_DIGITS = 19
CHAIN = "chain"

_BRACKETS = b"[]{}"
_OTHERS = bytes(byte for byte in range(256) if byte not in _BRACKETS)


class NotJson(Exception):  # noqa: N818 - a finding about a line, which the caller turns into a SaveError
    """The bytes are not one whole JSON value: what a power cut leaves behind."""


class Refused(Exception):  # noqa: N818 - see NotJson
    """The bytes are JSON, of a kind that no save holds; the message says which."""


def canonical(value: JsonValue) -> str:
    """Return the one way to write a value: no spaces, every letter as itself. Raises ValueError on NaN.

    Keys stay in their order, because the order of a scenario's factions and events has a meaning.
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def digest_of(value: JsonValue) -> str:
    """Return the blake2b hash (16 bytes, in hex) of a value's canonical text."""
    return digest_of_text(canonical(value))


def digest_of_text(text: str) -> str:
    """Return the blake2b hash (16 bytes, in hex) of a text's UTF-8 bytes."""
    return blake2b(text.encode(), digest_size=16).hexdigest()


def texts_of(fields: Mapping[str, JsonValue]) -> dict[str, str]:
    """Return the canonical text of each field of a line but its chain."""
    return {key: canonical(value) for key, value in fields.items() if key != CHAIN}


def seal(texts: Mapping[str, str], before: str) -> tuple[bytes, str]:
    """Return a line's bytes, without the newline, and its chain, which follows the chain ``before``.

    The chain is the hash of the previous chain's hex digits and this line's bytes as they would be without ``chain``.
    """
    chain = digest_of_text(before + _joined(texts))
    return closed(texts, chain), chain


def closed(texts: Mapping[str, str], chain: str) -> bytes:
    """Return the bytes of a line from the texts of its fields and its chain."""
    return _joined({**texts, CHAIN: canonical(chain)}).encode()


def _joined(texts: Mapping[str, str]) -> str:
    return "{" + ",".join(f"{canonical(key)}:{texts[key]}" for key in sorted(texts)) + "}"


def read_line(raw: bytes) -> JsonValue:
    """Read the bytes of one line. Raises NotJson or Refused, and nothing else, whatever the bytes are."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        raise NotJson("not UTF-8") from None
    if _too_deep(raw):  # looked at first, because the standard reader recurses
        raise Refused(f"brackets are nested more than {MOST_DEPTH} deep")
    try:
        value: JsonValue = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_whole,
            parse_float=_no_fraction,
            parse_constant=_no_constant,
        )
    except json.JSONDecodeError as error:
        raise NotJson(f"{error.msg} at column {error.colno}") from None
    except (RecursionError, MemoryError):  # belt and braces: the depth has been looked at
        raise Refused("it is too large to read") from None
    if b"\\u" in raw and not _encodable(value):  # only an escape can smuggle one in
        raise Refused("half of a surrogate pair stands alone")
    return value


def _encodable(value: JsonValue) -> bool:
    try:
        canonical(value).encode()
    except UnicodeEncodeError:
        return False
    return True


def _too_deep(raw: bytes) -> bool:
    if raw.count(b"[") + raw.count(b"{") <= MOST_DEPTH:
        return False
    # Escapes first, so that every quote left begins or ends a string; then every second piece is outside of strings.
    plain = raw.replace(b"\\\\", b"").replace(b'\\"', b"")
    brackets = b"".join(plain.split(b'"')[::2]).translate(None, _OTHERS)
    left = brackets
    for _ in range(
        MOST_DEPTH // 2
    ):  # a round takes out a level or two: quicker than counting, and nearly always enough
        left = left.replace(b"[]", b"").replace(b"{}", b"")
        if not left:
            return False
    depth = 0
    for byte in brackets:
        depth += 1 if byte in b"[{" else -1
        if depth > MOST_DEPTH:
            return True
    return False


def _object(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    found = dict(pairs)
    if len(found) < len(pairs):
        met: set[str] = set()
        twice = next(key for key, _ in pairs if key in met or met.add(key))  # type: ignore[func-returns-value]
        raise Refused(f"the key {shown(twice)} is given twice")
    return found


def _whole(text: str) -> int:
    if len(text.lstrip("-")) > MOST_DIGITS:
        raise Refused(f"a number has more than {MOST_DIGITS} digits")
    return int(text)


def _no_fraction(text: str) -> NoReturn:
    raise Refused(f"the number {shown(text)} is not whole")


def _no_constant(text: str) -> NoReturn:
    raise Refused(f"{text} is not a number")


def shown(text: str, most: int = 40) -> str:
    """Return a stranger's text fit for a message: quoted, clipped, without control characters."""
    plain = "".join(c if c.isprintable() else "·" for c in text[:most])
    return f"`{plain}{'…' if len(text) > most else ''}`"
