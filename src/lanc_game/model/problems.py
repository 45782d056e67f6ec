"""Findings about a scenario, by document path: what checkers return instead of raising or printing."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

DocPath = tuple[str | int, ...]
"""Keys and indexes that lead from the top of a document to a place in it; `()` is the whole document."""

_LONGEST_NAME = 60  # nothing longer is a name that somebody mistyped
_SHORTEST_PREFIX = 3


class Severity(StrEnum):
    """How bad a finding is: only an error keeps a scenario from being played."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. `code` is a stable kebab-case name, `help` says what to do, `at_key` points at the key."""

    code: str
    path: DocPath
    message: str
    help: str = ""
    severity: Severity = Severity.ERROR
    at_key: bool = False


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that `name` was most likely meant to be, or None when nothing is near.

    Case, diacritics (ë, ç) and the choice of `-`, `_` or a space don't count. One slip (a letter more,
    less or other, or two swapped) is forgiven per three letters; failing that, the only known name that
    begins like it is taken.

    >>> nearest("skrapr", ["berat", "skrapar"])
    'skrapar'
    """
    if len(name) > _LONGEST_NAME:
        return None
    sought = _folded(name)
    if not sought:
        return None
    candidates = sorted({(_folded(k), k) for k in known if len(k) <= _LONGEST_NAME})
    allowed = min(max(1, len(sought) // 3), len(sought) - 1)
    best: tuple[int, str] | None = None
    for folded, original in candidates:
        if abs(len(folded) - len(sought)) <= allowed:
            distance = _slips(sought, folded)
            if distance <= allowed and (best is None or distance < best[0]):
                best = (distance, original)
    if best is not None:
        return best[1]
    begun = [original for folded, original in candidates if folded.startswith(sought)]
    return begun[0] if len(begun) == 1 and len(sought) >= _SHORTEST_PREFIX else None


def _folded(name: str) -> str:
    """Return a name without what people leave out: case, diacritics, the kind of separator."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return plain.casefold().replace("_", "-").replace(" ", "-")


def _slips(one: str, other: str) -> int:
    """Return the edits between two words; a swap of neighbouring letters counts once."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above, row_before, row = row, before, [i]
        for j, b in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, row_before[j - 2] + 1)
            row.append(cost)
        before = above
    return row[-1]
