"""Where saves live and what they are called, and a list of them that reads the ends of each file only."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from lanc_game.model.problems import nearest
from lanc_game.saves.errors import SaveError, reason
from lanc_game.saves.lines import NotJson, Refused, read_line
from lanc_game.saves.records import FORMAT, MOST_LINE, SUFFIX

if TYPE_CHECKING:
    from pydantic import JsonValue

HUMAN = "human"
_EXAMPLES = Path("saves")
_VARIABLE = "LANC_SAVES"
_TAIL = 32 * 1024  # a turn's line is a few kB: this nearly always holds the last
_MOST_NAMED = 3  # seats named in a file's name
_MOST_NAMES = 10_000
_MOST_TEXT = 200
_SCENARIO, _AFTER_SCENARIO = b',"scenario":', b',"scenario_digest":'


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list of saves. ``damaged`` says why it cannot be played; it was glanced at, not checked."""

    path: Path
    modified: float
    size: int
    scenario: str = ""
    title: str = ""
    title_sq: str = ""
    seats: tuple[tuple[str, str], ...] = ()
    seed: int = 0
    label: str = ""  # of the last turn played
    turns: int = 0
    of: int = 0  # turns in the calendar
    over: bool = False
    torn: bool = False
    damaged: str = ""
    handicaps: tuple[tuple[str, int], ...] = ()  # side and percent

    @property
    def name(self) -> str:
        """What to call it by on the command line."""
        return self.path.stem


def home() -> Path:
    """Return the folder for new games: ``LANC_SAVES`` if it is set, else in the user's data folder."""
    chosen = os.environ.get(_VARIABLE, "")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("lanc", appauthor=False) / "saves"


def folders() -> tuple[Path, ...]:
    """Return the folders in which saves are looked for: the examples of the house first, then the player's own."""
    own = home()
    return (_EXAMPLES,) if own.absolute() == _EXAMPLES.absolute() else (_EXAMPLES, own)


def find(name: str) -> Path:
    """Return the save that a path or a name means. Raises SaveError where there is none."""
    plain = Path(name)
    if _is_file(plain):
        return plain
    if name and plain.name == name:
        for folder in folders():
            for candidate in (folder / name, folder / f"{name}{SUFFIX}"):
                if _is_file(candidate):
                    return candidate
    meant = nearest(name, (path.stem for folder in folders() for path in _saves_in(folder)))
    hint = f"Did you mean `{meant}`?" if meant else "See `lanc list` for the saves there are."
    raise SaveError(name or "''", 0, "there is no such save", hint)


def newest() -> Path | None:
    """Return the save to go on with: the player's last unfinished game, failing that the last of all, or None."""
    for folder in reversed(folders()):
        whole = [entry for entry in listing((folder,)) if not entry.damaged]
        if whole:
            return next((entry.path for entry in whole if not entry.over), whole[0].path)
    return None


def fresh_name(scenario: str, seats: Mapping[str, str], seed: int) -> Path:
    """Return a path for a new game that no file has yet, in the player's own folder; nothing is made there."""
    humans = sorted(seat for seat, player in seats.items() if player == HUMAN)
    if len(humans) > _MOST_NAMED:
        humans = [f"{len(humans)}_seats"]
    stem = "-".join(_plain(part) for part in (scenario, *(humans or ["bots"]), str(seed)))
    folder = home()
    for number in range(1, _MOST_NAMES):
        path = folder / (f"{stem}{SUFFIX}" if number == 1 else f"{stem}-{number}{SUFFIX}")
        if not os.path.lexists(path):
            return path
    raise SaveError(folder, 0, f"there are {_MOST_NAMES} games called {stem}", "Move some elsewhere.")


def listing(where: Sequence[Path] | None = None) -> list[Entry]:
    """Return what lies in the folders, newest first. Never raises: what cannot be read is listed as damaged."""
    paths = [path for folder in (folders() if where is None else where) for path in _saves_in(folder)]
    return sorted((glance(path) for path in paths), key=lambda entry: (-entry.modified, str(entry.path)))


def glance(path: Path) -> Entry:
    """Return what the first and the last line of a file say, without checking what is between."""
    modified, size = 0.0, 0
    try:
        found = path.stat()
        modified, size = found.st_mtime, found.st_size
        if not path.is_file():
            return Entry(path, modified, size, damaged="not a file")
        with path.open("rb") as file:
            head = file.readline(MOST_LINE + 1)
            tail = _tail(file, len(head), size)
        return _entry(path, modified, size, head, tail)
    except OSError as error:
        return Entry(path, modified, size, damaged=reason(error))
    except (NotJson, Refused, ValueError) as error:
        return Entry(path, modified, size, damaged=str(error))


def _tail(file: BinaryIO, begin: int, size: int) -> list[bytes]:
    """Return the last lines after ``begin``, at least two where there are so many; the last piece has no newline."""
    for window in (_TAIL, 2 * MOST_LINE):
        start = max(begin, size - window)
        file.seek(start)
        pieces = file.read(window).split(b"\n")
        if start == begin:
            return pieces
        if len(pieces) > 3:  # the first piece may have lost its beginning
            return pieces[1:]
    return pieces[1:]


def _entry(path: Path, modified: float, size: int, head: bytes, tail: list[bytes]) -> Entry:
    fields = _header(head)
    about = _dict(fields.get("about"))
    title = _dict(about.get("title"))
    of = _int(about.get("turns"))
    last: dict[str, JsonValue] = {}
    torn = bool(tail and tail.pop())
    while tail:
        try:
            last = _dict(read_line(tail.pop()))
            break
        except NotJson:
            if torn:
                raise
            torn = True
    turns = _int(last.get("turn")) + 1 if last else 0
    return Entry(
        path,
        modified,
        size,
        scenario=_text(about.get("id")),
        title=_text(title.get("en")),
        title_sq=_text(title.get("sq")),
        seats=tuple(sorted((seat, _text(player)) for seat, player in _dict(fields.get("seats")).items())),
        seed=_int(fields.get("seed")),
        label=_text(last.get("label", "")),
        turns=turns,
        of=of,
        over=last.get("over") is True or turns >= of,
        torn=torn,
        handicaps=tuple((side, _int(n)) for side, n in sorted(_dict(about.get("handicaps", {})).items())),
    )


def _header(head: bytes) -> dict[str, JsonValue]:
    """Read the first line without its scenario, which is cut out by the keys around it and can be large."""
    if not head.endswith(b"\n"):
        raise ValueError("the first line is not whole")
    start, end = head.find(_SCENARIO), head.rfind(_AFTER_SCENARIO)
    if not 0 <= start < end:
        raise ValueError("this is not a save of LANÇ")
    fields = _dict(read_line(head[:start] + head[end:-1]))
    if fields.get("lanc") != "save":
        raise ValueError("this is not a save of LANÇ")
    if fields.get("format") != FORMAT:
        raise ValueError("made by a newer LANÇ")
    return fields


def _dict(value: JsonValue) -> dict[str, JsonValue]:
    if not isinstance(value, dict):
        raise ValueError("not what a save says")  # noqa: TRY004 - a finding about data, not about a caller
    return value


def _text(value: JsonValue) -> str:
    if not isinstance(value, str):
        raise ValueError("not what a save says")  # noqa: TRY004
    return "".join(c if c.isprintable() else "·" for c in value[:_MOST_TEXT])


def _int(value: JsonValue) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError("not what a save says")
    return value


def _saves_in(folder: Path) -> Iterable[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
    except OSError:
        return []


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _plain(word: str) -> str:
    return re.sub(r"[^a-z0-9_]+", "_", word.lower())[:40] or "game"
