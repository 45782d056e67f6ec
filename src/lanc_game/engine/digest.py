"""The text of which a position's digest is taken: JSON without spaces, written quicker than the standard writer can.

A digest is taken every month of every game that is kept or verified. Most of a position is small whole numbers, which are
looked up here, and what several sides have been told alike, which is written once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from json import JSONEncoder
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lanc_game.engine.state import Seen, Sight


class _Texts(dict[int, str]):
    """Whole numbers as text; the common ones are at hand."""

    def __missing__(self, number: int) -> str:
        return str(int(number))


_text = _Texts((number, str(number)) for number in range(-1, 1000)).__getitem__

of_records = JSONEncoder(separators=(",", ":")).encode
"""Return the text of any plain value: for the short lists of records, which also hold yes and no."""


def of_numbers(values: Iterable[int]) -> str:
    """Return the text of a list of whole numbers. A member of one of the closed lists counts as its number.

    >>> of_numbers((3, -1, 4096)), of_numbers([])
    ('[3,-1,4096]', '[]')
    """
    return f"[{','.join(map(_text, values))}]"


def of_sights(sights: Sequence[Sight]) -> str:
    """Return the text of everybody's sights; what is one object, because several were told it, is written once."""
    written: dict[int, str] = {}  # by identity: nothing here goes away meanwhile
    texts: list[str] = []
    for sight in sights:
        text = written.get(id(sight))
        if text is None:
            turn, level, forces, people, councils, fear = sight
            told = ",".join([written.get(id(seen)) or _of_force(seen, written) for seen in forces])
            for numbers in (people, councils):
                if id(numbers) not in written:
                    written[id(numbers)] = of_numbers(numbers)
            text = f"[{turn},{level},[{told}],{written[id(people)]},{written[id(councils)]},{fear}]"
            written[id(sight)] = text
        texts.append(text)
    return f"[{','.join(texts)}]"


def _of_force(seen: Seen, written: dict[int, str]) -> str:
    faction, men, strength, mobile, hidden = seen
    text = f"[{faction},{men},{strength},{mobile},{'true' if hidden else 'false'}]"
    written[id(seen)] = text
    return text
