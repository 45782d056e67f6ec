"""Writing a save: a line a turn, on the disk before the call returns, whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from lanc_game.saves.errors import SaveError, reason
from lanc_game.saves.lines import Refused, read_line, seal, texts_of
from lanc_game.saves.reading import parse_save, read_within
from lanc_game.saves.records import (
    DIGEST,
    ID,
    LABEL,
    MOST_BYTES,
    MOST_LINE,
    MOST_ORDER_TEXT,
    MOST_ORDERS,
    MOST_SEATS,
    MOST_SEED,
    MOST_TURNS,
    SEAT,
    Header,
    SaveFile,
    TurnRecord,
    new_turn,
)

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn newlines into pairs
_AGAIN = "Nothing of it was kept; make room and try again."
_MOST_TORN = 1_000


class Journal:
    """A save that is open for writing, by this process alone. Close it, or use it in a ``with`` block."""

    def __init__(self, path: Path, handle: int, save: SaveFile) -> None:
        self.path = path
        self._handle = handle
        self._save = save
        self._turns = list(save.turns)
        self._chain = save.chain
        self._size = save.size
        self._torn = save.torn

    @classmethod
    def create(cls, path: Path, header: Header, turns: Sequence[TurnRecord] = ()) -> Journal:
        """Begin a save where there is no file yet, with the turns that a branch starts from; they are chained anew."""
        data, sealed, records = _written(path, header, turns)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
        except (OSError, ValueError) as error:
            if isinstance(error, FileExistsError) and os.path.lexists(path):
                cure = "Name another; no save is ever overwritten."
                raise SaveError(path, 0, "there is a file already", cure) from None
            cause = reason(error) if isinstance(error, OSError) else str(error)
            raise SaveError(path, 0, f"cannot be made: {cause}", "Name a place that you may write to.") from None
        try:
            _lock(path, handle)
            _write_all(handle, data)
            _sync_folder(path.parent)
        except BaseException as error:
            os.close(handle)
            with suppress(OSError):
                path.unlink()  # ours, and not yet a save: left behind it would bar the name
            if isinstance(error, OSError):
                raise SaveError(path, 1, f"cannot be written: {reason(error)}", _AGAIN) from None
            raise
        return cls(path, handle, SaveFile(path, sealed, tuple(records), size=len(data)))

    @classmethod
    def resume(cls, path: Path) -> Journal:
        """Open a save to play on. A torn line stays in the file until the next turn is written."""
        try:
            if not path.is_file():
                raise SaveError(path, 0, "there is no such save", "See `lanc list` for the saves there are.")
            handle = os.open(path, os.O_RDWR | _BINARY)
        except (OSError, ValueError) as error:
            cause = reason(error) if isinstance(error, OSError) else str(error)
            raise SaveError(path, 0, f"cannot be written to: {cause}", "Branch from it to play on.") from None
        try:
            _lock(path, handle)
            return cls(path, handle, parse_save(path, read_within(path, handle)))
        except BaseException as error:
            os.close(handle)
            if isinstance(error, OSError):
                raise SaveError(path, 0, f"cannot be read: {reason(error)}", "Try again.") from None
            raise

    @property
    def save(self) -> SaveFile:
        """The save as it stands now."""
        return replace(self._save, turns=tuple(self._turns), size=self._size, torn=self._torn)

    def append(self, label: str, orders: Mapping[str, Sequence[str]], digest: str, *, over: bool = False) -> TurnRecord:
        """Write the next turn. When this returns the turn is on the disk; when it raises, the file is as it was."""
        if self._handle < 0:
            raise SaveError(self.path, 0, "it is closed", "Resume it.")
        if self._turns and self._turns[-1].over:
            raise SaveError(self.path, 0, "the war is over", "Branch from it to play another end.")
        record = new_turn(len(self._turns), label, orders, digest, over=over)
        _check_bounds(self.path, record)
        raw, chain = seal(texts_of(record.fields()), self._chain)
        line = raw + b"\n"
        if len(line) > MOST_LINE or self._size + len(line) > MOST_BYTES:
            raise SaveError(self.path, record.line, "the save would be too large", "End this game, or branch from it.")
        try:
            self._mend()
            self._write(line)
        except OSError as error:
            raise SaveError(self.path, record.line, f"cannot be written: {reason(error)}", _AGAIN) from None
        record = replace(record, chain=chain)
        self._turns.append(record)
        self._chain = chain
        self._size += len(line)
        return record

    def close(self) -> None:
        """Give the file and its lock back. Closing twice does no harm."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _mend(self) -> None:
        """Bring the file back to its whole lines: put what a crash tore aside first, and lose nothing of it."""
        found = os.fstat(self._handle).st_size
        if found != self._size + len(self._torn):
            cause = "another program has changed it since it was opened"
            raise SaveError(self.path, 0, cause, "Play on in a branch, and look at both files.")
        if not self._torn:
            return
        _put_aside(self.path, self._torn)
        os.ftruncate(self._handle, self._size)
        os.fsync(self._handle)
        self._torn = b""

    def _write(self, line: bytes) -> None:
        os.lseek(self._handle, self._size, os.SEEK_SET)
        try:
            _write_all(self._handle, line)
        except BaseException:
            self._cut_back()
            raise

    def _cut_back(self) -> None:
        """Take a half-written line out again. Should even that fail, the next attempt finds it as a torn line."""
        try:
            os.ftruncate(self._handle, self._size)
            os.fsync(self._handle)
        except OSError:
            with suppress(OSError):
                os.lseek(self._handle, self._size, os.SEEK_SET)
                self._torn = os.read(self._handle, MOST_LINE)


def _written(path: Path, header: Header, turns: Sequence[TurnRecord]) -> tuple[bytes, Header, list[TurnRecord]]:
    """Return a new save's bytes, and its records with their chains."""
    if not 0 <= header.seed <= MOST_SEED:
        raise SaveError(path, 1, "the seed is out of bounds", f"A seed is a number from 0 to {MOST_SEED}.")
    seats = [*header.seats.items()]
    if (
        header.clock not in (0, 1)
        or not 1 <= header.about.turns <= MOST_TURNS
        or not 1 <= len(seats) <= MOST_SEATS
        or not all(re.fullmatch(ID, seat) and re.fullmatch(SEAT, player) for seat, player in seats)
    ):
        raise SaveError(path, 1, "clock, seats or calendar cannot be kept", "See docs/save-format.md for the bounds.")
    try:
        raw, chain = seal(texts_of(header.fields()), "")
        read_line(raw)  # what could not be read back is not written in the first place
    except (ValueError, Refused, RecursionError) as error:
        raise SaveError(path, 1, f"the scenario cannot be kept: {error}", "Check it with `lanc check`.") from None
    if len(raw) > MOST_LINE:
        raise SaveError(path, 1, f"the scenario is larger than {MOST_LINE >> 20} MB", "Make it smaller.")
    sealed = replace(header, chain=chain)
    lines, records = [raw], []
    for record in turns:
        _check_bounds(path, record)
        raw, chain = seal(texts_of(record.fields()), chain)
        lines.append(raw)
        records.append(replace(record, chain=chain))
    return b"\n".join(lines) + b"\n", sealed, records


def _check_bounds(path: Path, record: TurnRecord) -> None:
    """Refuse to write what could not be read again."""
    cure = "Give fewer or shorter orders."
    if not re.fullmatch(LABEL, record.label) or not re.fullmatch(DIGEST, record.digest):
        raise SaveError(
            path, record.line, "label or digest is not one", "A label is `1943-08`; a digest, 32 hex digits."
        )
    if record.turn >= MOST_TURNS:
        raise SaveError(path, record.line, f"a save holds at most {MOST_TURNS} turns", "Branch from it to play on.")
    if not all(re.fullmatch(ID, faction) for faction in record.orders):
        raise SaveError(path, record.line, "orders of somebody who is no faction", "Name factions by their ids.")
    for faction, lines in record.orders.items():
        if len(lines) > MOST_ORDERS:
            raise SaveError(path, record.line, f"more than {MOST_ORDERS} orders of {faction}", cure)
        if any(not 0 < len(line) <= MOST_ORDER_TEXT or not line.isprintable() for line in lines):
            raise SaveError(path, record.line, f"an order of {faction} is empty, too long or not plain text", cure)


def _write_all(handle: int, data: bytes) -> None:
    """Hand the bytes over in one write and wait until the disk has them. A short write is a failed one."""
    if os.write(handle, data) != len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fsync(handle)


def _put_aside(path: Path, torn: bytes) -> None:
    """Copy torn bytes beside the save, never over an earlier copy."""
    for number in range(1, _MOST_TORN):
        name = path.with_name(f"{path.name}.torn" + (f".{number}" if number > 1 else ""))
        try:
            handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
        except FileExistsError:
            continue
        try:
            _write_all(handle, torn)
        except OSError:
            with suppress(OSError):
                name.unlink()
            raise
        finally:
            os.close(handle)
        _sync_folder(path.parent)
        return
    raise SaveError(path, 0, "a thousand torn lines lie beside it", "Move the `.torn` files elsewhere.")


def _sync_folder(folder: Path) -> None:
    """Make a new name in a folder last; some systems cannot, and need not."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _lock(path: Path, handle: int) -> None:
    """Keep other processes from writing the same save; where the file system knows no locks, go on without."""
    if sys.platform == "win32":
        return
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
            raise SaveError(
                path, 0, "another game is writing it", "Close that game, or branch from the save."
            ) from None
