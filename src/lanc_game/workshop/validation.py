"""Turning pydantic's complaints about a document into problems by document path, in sentences that help.

A complaint's `loc` is not a document path: it contains the tags of unions and names of models. It is laid
along the document, and what is not there is skipped. Of a union without a tag, only the member that was
most likely meant speaks.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from lanc_game.model.base import BAND_FORM, ID_FORM, LABEL_FORM, LETTER_FORM, QUESTION_FORM, SCENARIO_FORM
from lanc_game.model.problems import DocPath, Problem, nearest
from lanc_game.workshop.allowed import choices_at, keys_at, node_at, one_below, tags_at
from lanc_game.workshop.reader import Mark, Node

AllowedKeys = Callable[[DocPath], Iterable[str]]
"""Answers which keys may stand in the mapping at a path."""

MAX_COMPLAINTS = 200

_KEY_MARKER = "[key]"
_MAX_LAYINGS = 64
_MAX_LISTED = 12
_LONGEST_QUOTED = 40
_NOTHING = object()

_NOUNS = {
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size"), "a whole number"),
    "float_type": "a number",
    "float_parsing": "a number",
    "string_type": "text",
    "bool_type": "`true` or `false`",
    "bool_parsing": "`true` or `false`",
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "frozen_set_type"), "a list"),
    **dict.fromkeys(("dict_type", "mapping_type", "model_type", "model_attributes_type"), "a mapping"),
    "none_required": "left empty",
}
_BOUNDS = {
    "greater_than": "must be more than {gt}",
    "greater_than_equal": "must be {ge} or more",
    "less_than": "must be less than {lt}",
    "less_than_equal": "must be {le} or less",
    "multiple_of": "must be a multiple of {multiple_of}",
    "string_too_short": "must have {min_length} characters or more",
    "string_too_long": "must have {max_length} characters or fewer",
    "too_short": "must have {min_length} entries or more, and has {actual_length}",
    "too_long": "must have {max_length} entries or fewer",
}

_FORMS: dict[str, tuple[str, str]] = {
    ID_FORM: ("a name", "a name has small letters, digits and `_`, and begins with a letter"),
    SCENARIO_FORM: ("a scenario's name", "it has small letters, digits and `-`, and begins with a letter"),
    LABEL_FORM: ("a date", "write a month like `1942-09`, or in a scenario of days `1939-04-07`"),
    LETTER_FORM: ("a letter of the map", "it is one letter, A-Z or a-z"),
    QUESTION_FORM: ("an expectation's name", "it has small letters, digits and `_`, and begins with a letter"),
    BAND_FORM: ("a band of shares", "write two shares of games from 0 to 1, as `0.35..0.75`"),
}
"""What a text of each pattern is called, and how it is written."""


class Placed(Protocol):
    """Anything read from text that knows where its parts stand: a document, or several laid over each other."""

    @property
    def value(self) -> Node:
        """The value that was read."""

    def place(self, path: DocPath, at_key: bool = False) -> Mark:
        """Where the value at a path stands."""


@dataclass(frozen=True, slots=True)
class _Complaint:
    """One error of pydantic, with the document path its `loc` came to and the positions skipped in `loc`."""

    kind: str
    loc: tuple[str | int, ...]
    path: DocPath
    skipped: tuple[int, ...]
    given: object
    said: str
    context: dict[str, object]
    at_key: bool = False
    nouns: tuple[str, ...] = ()

    @property
    def labels(self) -> frozenset[str]:
        """The union tags and names of models that were skipped."""
        return frozenset(str(self.loc[i]) for i in self.skipped)


def from_validation(
    errors: Iterable[ErrorDetails],
    document: Placed,
    model: type[BaseModel] | None = None,
    allowed_keys: AllowedKeys | None = None,
) -> list[Problem]:
    """Return the problems that pydantic's errors about `document.value` amount to, in the order of lines.

    Only the first `MAX_COMPLAINTS` errors are looked at. Suggestions for unknown keys come from
    `allowed_keys`, else from the fields of `model`, else there are none.
    """
    looked_at = islice(errors, MAX_COMPLAINTS)
    complaints = _without_union_noise([_complaint(error, document.value) for error in looked_at])
    speaker = _Speaker(document.value, model, allowed_keys)
    found = dict.fromkeys(speaker.problem(c) for c in complaints)
    # A mistyped key is one mistake: the key that it was meant to be is not missing as well.
    meant = {(p.path[:-1], p.help) for p in found if p.code == "unknown-key"}
    missing = {p for p in found if p.code == "missing-key" and p.path}
    kept = [p for p in found if p not in missing or (p.path[:-1], _meant(p.path[-1])) not in meant]
    return sorted(kept, key=lambda p: document.place(p.path, p.at_key))


def _complaint(error: ErrorDetails, root: Node) -> _Complaint:
    """Return an error with its place in the document."""
    kind, loc = error["type"], error["loc"]
    given: object = error["input"]
    at_key = bool(loc) and loc[-1] == _KEY_MARKER
    absent = kind == "missing" and bool(loc)
    walk = loc[:-1] if at_key or absent else loc
    path, skipped = _laid_along(walk, root, _NOTHING if at_key else given)
    if absent:
        path = (*path, loc[-1])
    return _Complaint(
        kind=kind,
        loc=loc,
        path=path,
        skipped=skipped,
        given=given,
        said=error["msg"],
        context=dict(error.get("ctx", {})),
        at_key=at_key or kind == "extra_forbidden",
    )


def _laid_along(loc: Sequence[str | int], root: Node, given: object) -> tuple[DocPath, tuple[int, ...]]:
    """Return the path that `loc` means in a document, and the positions in it that are no part of the path.

    A tag may be called like a key (`count` of `{count: ..., at_most: ...}`), so every way to skip is
    followed; the one that ends at the value pydantic was given wins, then the one that skips least, then
    the one that skips early.
    """
    ways: list[tuple[DocPath, Node, tuple[int, ...]]] = [((), root, ())]
    for position, element in enumerate(loc):
        longer = []
        for path, node, taken in ways:
            below = one_below(node, element)
            if below is not None:
                longer.append(((*path, element), below[0], (*taken, position)))
        ways = (longer + ways)[:_MAX_LAYINGS]

    def fitness(way: tuple[DocPath, Node, tuple[int, ...]]) -> tuple[bool, int, tuple[int, ...]]:
        same = type(way[1]) is type(given) and (way[1] is given or way[1] == given)
        return same, len(way[0]), way[2]

    path, _, taken = max(ways, key=fitness)
    return path, tuple(i for i in range(len(loc)) if i not in taken)


def _without_union_noise(complaints: list[_Complaint]) -> list[_Complaint]:
    """Keep, of each union whose members all complain, the member that fits best; outer unions first."""
    places = {c.loc[:i] for c in complaints for i in c.skipped}
    for place in sorted(places, key=lambda p: (len(p), str(p))):
        depth = len(place)
        members: dict[str | int, list[_Complaint]] = {}
        for c in complaints:
            if c.loc[:depth] == place and depth in c.skipped:
                members.setdefault(c.loc[depth], []).append(c)
        if len(members) > 1:
            kept = _best_member(list(members.values()), depth)
            noise = {id(c) for group in members.values() for c in group}
            first = next(i for i, c in enumerate(complaints) if id(c) in noise)
            rest = [c for c in complaints if id(c) not in noise]
            complaints = rest[:first] + kept + rest[first:]
    return complaints


def _best_member(members: list[list[_Complaint]], depth: int) -> list[_Complaint]:
    """Return the complaints of the member most likely meant, or one complaint that names them all."""
    shaped = [group for group in members if not any(_is_of_shape(c, depth) for c in group)]
    if shaped:
        return min(shaped, key=lambda group: (sum(c.kind == "extra_forbidden" for c in group), len(group)))
    first = members[0][0]
    nouns = tuple(dict.fromkeys(_noun(c) for group in members for c in group if _is_of_shape(c, depth)))
    return [_Complaint(first.kind, first.loc, first.path, first.skipped, first.given, first.said, {}, nouns=nouns)]


def _is_of_shape(complaint: _Complaint, depth: int) -> bool:
    """Return whether a complaint says that the value at the union is no such thing at all."""
    return len(complaint.loc) == depth + 1 and (complaint.kind in _NOUNS or complaint.kind in _CHOICE_KINDS)


def _noun(complaint: _Complaint) -> str:
    listed = ", ".join(f"`{c}`" for c in _expected(complaint)[:_MAX_LISTED])
    return _NOUNS.get(complaint.kind) or f"one of {listed}"


_CHOICE_KINDS = ("literal_error", "enum")


def _expected(complaint: _Complaint) -> list[str]:
    """Return the words that pydantic lists as possible."""
    listed = complaint.context.get("expected_tags") or complaint.context.get("expected") or ""
    return re.findall(r"'([^']*)'", str(listed))


class _Speaker:
    """Finds words for complaints; knows the document and what the model would allow in it."""

    def __init__(self, root: Node, model: type[BaseModel] | None, allowed_keys: AllowedKeys | None) -> None:
        self._root = root
        self._model = model
        self._allowed_keys = allowed_keys

    def problem(self, complaint: _Complaint) -> Problem:
        """Return a complaint as a problem."""
        kind = complaint.kind
        if complaint.nouns:
            return self._wrong_type(complaint, " or ".join(complaint.nouns))
        if kind in _NOUNS:
            return self._wrong_type(complaint, _NOUNS[kind])
        if kind == "extra_forbidden":
            return self._unknown_key(complaint)
        if kind == "missing":
            return self._missing(complaint.path)
        if kind in ("union_tag_invalid", "union_tag_not_found"):
            return self._wrong_kind(complaint)
        if kind in (*_CHOICE_KINDS, "is_instance_of"):
            return self._wrong_choice(complaint)
        return self._other(complaint)

    def _other(self, complaint: _Complaint) -> Problem:
        """Return the problem of a bound, a pattern, or a check of the model's own."""
        kind, subject = complaint.kind, _subject(complaint.path)
        if kind in _BOUNDS:
            bounds = defaultdict[str, object](lambda: "…", complaint.context)
            message = f"{subject} {_BOUNDS[kind].format_map(bounds)}".replace(" 1 entries", " 1 entry")
            advice = _cure_of_bounds(kind, complaint.given)
            return Problem("out-of-range", complaint.path, message, advice, at_key=complaint.at_key)
        if kind == "string_pattern_mismatch":
            pattern = str(complaint.context.get("pattern"))
            wanted = "a key here" if complaint.at_key else subject
            noun, advice = _FORMS.get(pattern, (wanted, f"it must match `{pattern}`"))
            message = f"{_described(complaint.given)} is not written as {noun} must be"
            if pattern == ID_FORM and (form := _as_id(str(complaint.given))):
                advice += f": `{form}`"
            return Problem("wrong-form", complaint.path, message, advice, at_key=complaint.at_key)
        if kind in ("value_error", "assertion_error"):
            message = re.sub(r"^(Value error|Assertion failed), ", "", complaint.said)
            return Problem("wrong-value", complaint.path, message, at_key=complaint.at_key)
        return Problem("wrong-value", complaint.path, f"{subject}: {complaint.said}", at_key=complaint.at_key)

    def _wrong_type(self, complaint: _Complaint, noun: str) -> Problem:
        verb = "should be" if not complaint.at_key else "has a key that should be"
        message = f"{_subject(complaint.path)} {verb} {noun}, not {_described(complaint.given)}"
        advice = _cure(noun, complaint.given)
        return Problem("wrong-type", complaint.path, message, advice, at_key=complaint.at_key)

    def _wrong_choice(self, complaint: _Complaint) -> Problem:
        choices = _expected(complaint) or choices_at(self._model, self._root, complaint.path, complaint.labels)
        if complaint.at_key:
            message = f"`{_shortened(str(complaint.given))}` is not known here"
            return Problem("unknown-key", complaint.path, message, _suggestion(complaint.given, choices), at_key=True)
        message = f"{_subject(complaint.path)} can't be {_described(complaint.given)}"
        advice = _suggestion(complaint.given, choices)
        return Problem("unknown-word", complaint.path, message, advice, at_key=complaint.at_key)

    def _unknown_key(self, complaint: _Complaint) -> Problem:
        *parent, key = complaint.path or ("",)
        present = self._keys_present(tuple(parent))
        allowed = self._allowed(tuple(parent), complaint.labels)
        meant = nearest(str(key), (k for k in allowed if k not in present)) or nearest(str(key), allowed)
        advice = _meant(meant) if meant else _listing(allowed)
        if key == "<<":
            advice = "mappings are not merged here; write the keys out"
        return Problem("unknown-key", complaint.path, f"`{key}` is not known here", advice, at_key=True)

    def _missing(self, path: DocPath) -> Problem:
        *parent, key = path or ("",)
        if isinstance(key, int):
            message = f"{_subject(tuple(parent))} has too few entries: number {key + 1} is missing"
            return Problem("missing-key", path, message, "add it")
        where = f" in {_subject(tuple(parent))}" if parent else ""
        return Problem("missing-key", path, f"`{key}` is missing{where}", f"add `{key}: ...`")

    def _wrong_kind(self, complaint: _Complaint) -> Problem:
        """Return the problem of a union whose tag is unknown or missing."""
        named = re.fullmatch(r"'([^']*)'", str(complaint.context.get("discriminator", "")))
        tags = _expected(complaint)
        if named and complaint.kind == "union_tag_not_found":
            return self._missing((*complaint.path, named[1]))
        if named:
            tag = complaint.context.get("tag")
            path = (*complaint.path, named[1])
            return Problem("unknown-kind", path, f"`{named[1]}` can't be {_described(tag)}", _suggestion(tag, tags))
        present = self._keys_present(complaint.path)
        tags = tags or tags_at(self._model, self._root, complaint.path, complaint.labels)
        allowed = tags or self._allowed(complaint.path, complaint.labels)
        meant = next(((k, n) for k in present if k not in allowed and (n := nearest(k, allowed))), None)
        if meant:
            path = (*complaint.path, meant[0])
            message = f"`{meant[0]}` is not known here"
            return Problem("unknown-kind", path, message, _meant(meant[1]), at_key=True)
        message = f"{_subject(complaint.path)} is nothing that is known here"
        if not isinstance(complaint.given, dict):
            message = f"{_subject(complaint.path)} can't be {_described(complaint.given)}"
        return Problem("unknown-kind", complaint.path, message, _listing(allowed))

    def _allowed(self, path: DocPath, labels: frozenset[str]) -> list[str]:
        if self._allowed_keys is not None:
            return list(self._allowed_keys(path))
        return keys_at(self._model, self._root, path, labels)

    def _keys_present(self, path: DocPath) -> list[str]:
        node = node_at(self._root, path)
        return list(node) if isinstance(node, dict) else []


def _subject(path: DocPath) -> str:
    """Return what to call the value at a path."""
    if not path:
        return "the document"
    last = path[-1]
    if isinstance(last, str):
        return f"`{_shortened(last)}`"
    owner = next((p for p in reversed(path) if isinstance(p, str)), None)
    return f"entry {last + 1} of `{_shortened(owner)}`" if owner else f"entry {last + 1}"


def _described(value: object) -> str:
    """Return a value in a few words."""
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, int):
        return f"the number {value}"
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    text = str(value)
    if re.fullmatch(r"[-+\d_., ]*|true|false|null|~", text):  # as it isn't what it looks like, say what it is
        return f"the text `{_shortened(text)}`" if text.strip() else "an empty text"
    return f"`{_shortened(text)}`"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTED else line[: _LONGEST_QUOTED - 1] + "…"


def _cure(noun: str, given: object) -> str:
    """Return what to do about a value of the wrong type, where a habit of other formats explains it."""
    if noun == "text" and isinstance(given, bool | int):
        return "put it in quotes"
    if noun == "a whole number" and isinstance(given, str):
        return "write plain digits: no quotes, points, spaces or leading zeros"
    if noun == "a whole number":
        return "write a number in plain digits"
    if noun == "`true` or `false`" and isinstance(given, str | int):
        return "write `true` or `false`"
    if noun == "a list" and isinstance(given, bool | int | str):
        return f"write `[{_shortened(str(given))}]`"
    if noun == "a mapping":
        return "write its keys below it, indented: `key: value`"
    return f"write {noun} here"


def _cure_of_bounds(kind: str, given: object) -> str:
    """Return what to do about a value that is too small, too large, too short or too long."""
    if isinstance(given, int):
        return f"it is {_described(given)}"
    if isinstance(given, list | dict):
        return "add what is missing" if kind == "too_short" else "take some out"
    return "write more" if kind == "string_too_short" else "shorten it"


def _as_id(text: str) -> str:
    """Return the id that a text would make, or nothing."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_0123456789")[:40]


def _suggestion(given: object, choices: Sequence[str]) -> str:
    """Return the word that was likely meant, else those there are."""
    meant = nearest(given, choices) if isinstance(given, str) else None
    return _meant(meant) if meant else _listing(choices)


def _meant(word: str | int) -> str:
    return f"did you mean `{word}`?"


def _listing(choices: Sequence[str]) -> str:
    if not choices:
        return ""
    shown = ", ".join(f"`{c}`" for c in choices[:_MAX_LISTED])
    return f"possible here: {shown}" + (", ..." if len(choices) > _MAX_LISTED else "")
