"""From the bytes of a file to a checked save. Reading changes nothing on the disk, whatever it finds."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lanc_game import __version__
from lanc_game.saves.errors import SaveError, reason
from lanc_game.saves.lines import NotJson, Refused, canonical, closed, digest_of_text, read_line, seal, shown, texts_of
from lanc_game.saves.records import (
    FORMAT,
    MOST_BYTES,
    MOST_LINE,
    MOST_TURNS,
    Damage,
    Header,
    SaveFile,
    TurnRecord,
)

if TYPE_CHECKING:
    from pydantic import JsonValue

_Record = TypeVar("_Record", Header, TurnRecord)
_KEEP = "The file is left as it is; take an older copy, or branch from a save that is whole."
_EDITED = "Its bytes were changed after it was written; `lanc verify` says what still replays."


def read_save(path: Path, *, lenient: bool = False) -> SaveFile:
    """Read and check a save. A torn last line is dropped with a notice; any other damage raises SaveError.

    With ``lenient``, lines that are well-formed but break the chain are kept and the first is named in ``damage``:
    for those who want to see how far such a save replays.
    """
    return parse_save(path, _bytes_of(path), lenient=lenient)


def _bytes_of(path: Path) -> bytes:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe or a device could be endless
            raise SaveError(path, 0, "this is not a file", "Name a save, a file that ends in `.lanc`.")
        with path.open("rb") as file:
            return read_within(path, file.fileno())
    except (OSError, ValueError) as error:
        cause = reason(error) if isinstance(error, OSError) else str(error)
        raise SaveError(path, 0, f"cannot be read: {cause}", "See `lanc list` for the saves there are.") from None


def read_within(path: Path, handle: int) -> bytes:
    """Read an open file from its beginning, up to the most that a save may hold."""
    os.lseek(handle, 0, os.SEEK_SET)
    pieces: list[bytes] = []
    left = MOST_BYTES + 1
    while left > 0 and (piece := os.read(handle, min(left, 1 << 20))):
        pieces.append(piece)
        left -= len(piece)
    if left <= 0:
        raise SaveError(path, 0, f"larger than {MOST_BYTES >> 20} MB", "No game is as long as that: this is no save.")
    return b"".join(pieces)


def parse_save(path: Path, data: bytes, *, lenient: bool = False) -> SaveFile:
    """Check the bytes of a save; ``path`` is for the messages and the result."""
    whole, torn, notices = _whole_lines(path, data)
    reader = _Reader(path, lenient)
    header = reader.header(whole[0])
    if header.engine != __version__:
        notices = (*notices, f"The game was begun with LANÇ {header.engine}; this is {__version__}.")
    turns = tuple(reader.turn(number, raw) for number, raw in enumerate(whole[1:]))
    size = sum(len(raw) + 1 for raw in whole)
    if reader.damage:
        notices = (*notices, f"Line {reader.damage.line}: {reader.damage.cause}.")
    return SaveFile(path, header, turns, notices, size, torn, reader.damage)


def _whole_lines(path: Path, data: bytes) -> tuple[list[bytes], bytes, tuple[str, ...]]:
    """Part a file into its whole lines and what a crash may have left after them."""
    if not data:
        raise SaveError(path, 1, "the file is empty", "The game was never begun; the file can be deleted.")
    lines = data.split(b"\n")
    torn = lines.pop()
    if not torn and _is_torn(lines[-1]):
        torn = lines.pop() + b"\n"
    if not lines:
        if torn.lstrip()[:1] != b"{":
            raise SaveError(path, 1, "this is not a save of LANÇ", "Name a file that ends in `.lanc`.")
        raise SaveError(path, 1, "the first line is not whole", "The game was never begun; the file can be deleted.")
    if len(lines) - 1 > MOST_TURNS:
        raise SaveError(path, MOST_TURNS + 2, f"more than {MOST_TURNS} turns", _KEEP)
    if not torn:
        return lines, torn, ()
    number = len(lines) + 1
    return lines, torn, (f"Line {number} was torn off when it was written ({len(torn)} bytes) and is left out.",)


def _is_torn(raw: bytes) -> bool:
    if len(raw) > MOST_LINE:
        return False  # too long to have been ours: damage, named as such
    try:
        read_line(raw)
    except NotJson:
        return True
    except Refused:
        return False
    return False


@dataclass
class _Reader:
    """Reads line after line and carries the chain from each to the next."""

    path: Path
    lenient: bool
    chain: str = ""
    damage: Damage | None = None
    ended: int = 0  # the line of the turn that ended the war

    def header(self, raw: bytes) -> Header:
        from lanc_game.saves.shapes import header_of

        fields = self._fields(1, raw)
        if fields.get("lanc") != "save":
            raise SaveError(self.path, 1, "this is not a save of LANÇ", "Name a file that ends in `.lanc`.")
        number = fields.get("format")
        if number != FORMAT or isinstance(number, bool):
            known = shown(canonical(number))
            raise SaveError(self.path, 1, f"format {known} is not known here", "A newer LANÇ may read it.")
        header = self._shaped(1, fields, header_of)
        texts = self._follow(1, raw, fields, header.chain)
        if digest_of_text(texts["scenario"]) != header.scenario_digest:
            self._break(1, "the scenario is not the one whose digest stands beside it")
        return header

    def turn(self, number: int, raw: bytes) -> TurnRecord:
        from lanc_game.saves.shapes import turn_of

        line = number + 2
        fields = self._fields(line, raw)
        record = self._shaped(line, fields, turn_of)
        self._follow(line, raw, fields, record.chain)
        if record.turn != number:
            raise SaveError(self.path, line, f"turn {record.turn} stands where turn {number} should", _KEEP)
        if self.ended:
            raise SaveError(self.path, line, f"the war was over on line {self.ended}", _KEEP)
        self.ended = line if record.over else 0
        return record

    def _fields(self, line: int, raw: bytes) -> dict[str, JsonValue]:
        if len(raw) > MOST_LINE:
            raise SaveError(self.path, line, f"longer than {MOST_LINE >> 20} MB", _KEEP)
        try:
            value = read_line(raw)
        except (NotJson, Refused) as error:
            what = "not JSON: " if isinstance(error, NotJson) else ""
            raise SaveError(self.path, line, f"{what}{error}", _KEEP) from None
        if not isinstance(value, dict):
            raise SaveError(self.path, line, "not a JSON object", _KEEP)
        return value

    def _shaped(self, line: int, fields: dict[str, JsonValue], shape: Callable[[JsonValue], _Record]) -> _Record:
        try:
            return shape(fields)
        except ValueError as error:
            raise SaveError(self.path, line, str(error), _KEEP) from None

    def _follow(self, line: int, raw: bytes, fields: dict[str, JsonValue], stored: str) -> dict[str, str]:
        """Check that a line is the one that its chain was made of, and hold its chain for the next."""
        texts = texts_of(fields)
        expected, _ = seal(texts, self.chain)
        self.chain = stored
        if expected == raw:
            return texts
        if closed(texts, stored) == raw:
            self._break(line, "its chain does not follow from the lines before it and its own bytes")
        else:
            self._break(line, "not written as canonical JSON")
        return texts

    def _break(self, line: int, cause: str) -> None:
        if not self.lenient:
            raise SaveError(self.path, line, cause, _EDITED)
        self.damage = self.damage or Damage(line, cause)
