"""Where scenarios are found, and opening one quickly: once checked it is kept as JSON and opened without checker."""

import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lanc_game import __version__
from lanc_game.engine.codec import decode_world, encode
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.model.problems import nearest

if TYPE_CHECKING:
    from lanc_game.workshop.report import Report

_HEADER = re.compile(rb"^scenario\s*:", re.MULTILINE)
_EXTENDS = re.compile(rb"^extends\s*:\s*[\"']?(?:\.\./)?([A-Za-z0-9_-]+)", re.MULTILINE)
_SUFFIXES = (".yaml", ".yml")
_VARIABLE = "LANC_SCENARIOS"
_MOST_BYTES = 4_000_000
_CHECKERS = ("engine", "compile", "model", "workshop", "language")  # what makes a world of a text


class NotFoundError(Exception):
    """No scenario of that name: the message says where was looked and what there is."""


class UnreadableError(Exception):
    """A file or folder that can't be read at all: the message names it, the cause and what to do."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A scenario, ready to play unless reports say otherwise."""

    world: World | None
    document: Json
    reports: "tuple[Report, ...]" = ()


def folders() -> list[Path]:
    """Return the folders in which scenarios are looked for: here, the player's own, those that came with the game."""
    here = Path(__file__).resolve()
    shipped = [here.parents[1] / "data" / "scenarios", here.parents[3] / "scenarios"]
    chosen = os.environ.get(_VARIABLE)
    own = [Path(chosen).expanduser()] if chosen else [Path("scenarios")]
    found: list[Path] = []
    for folder in (*own, *shipped):
        if folder.is_dir() and folder.resolve() not in [known.resolve() for known in found]:
            found.append(folder)
    return found


def find(name: str) -> Path:
    """Return the scenario that a path or a name means. Raises NotFoundError."""
    path = Path(name)
    if name and path.exists() and (path.is_dir() or path.suffix in _SUFFIXES):
        return path
    if (called := _called(name)) is not None:
        return called
    known: dict[str, Path] = {}
    for found in paths():
        known.setdefault(found.stem if found.is_file() else found.name, found)
    near = nearest(name, known)
    hint = f"did you mean `{near}`?" if near else f"there are: {', '.join(sorted(known)) or 'none'}"
    raise NotFoundError(f"{name}: no scenario of that name, and no such file or folder; {hint}")


def _called(name: str) -> Path | None:
    """Return the scenario of just this name, without reading the others."""
    if name in ("", "..") or Path(name).name != name:
        return None
    for folder in folders():
        files = [file for suffix in _SUFFIXES if (file := folder / f"{name}{suffix}").is_file()]
        for path in [folder / name] * (folder / name).is_dir() + files:
            if _is_scenario(path):
                return path
    return None


def _is_scenario(path: Path) -> bool:
    return any(_HEADER.search(_bytes(file)) for file in _files(path))


def paths() -> Iterator[Path]:
    """Yield the scenarios of all folders: files and folders in which some file has a `scenario:` section."""
    seen: set[str] = set()
    for folder in folders():
        for path in sorted(folder.iterdir()):
            name = path.stem if path.is_file() else path.name
            if name not in seen and _is_scenario(path):
                seen.add(name)
                yield path


def _files(path: Path) -> list[Path]:
    try:
        if path.is_dir():
            return sorted(file for file in path.iterdir() if file.suffix in _SUFFIXES and file.is_file())
        return [path] if path.suffix in _SUFFIXES and path.is_file() else []
    except OSError:  # not ours to look into
        return []


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES)
    except OSError:
        return b""


def base_path(path: Path, name: str) -> Path | None:
    """Return what ``extends: name`` means for the scenario at ``path``: a sibling of it, else one of the library's."""
    own = path.resolve()
    for folder in (own.parent, *folders()):
        for candidate in (folder / name, *(folder / f"{name}{suffix}" for suffix in _SUFFIXES)):
            if candidate.exists() and candidate.resolve() != own:
                return candidate.resolve()
    return None


def base_names(path: Path) -> set[str]:
    """Return the names that ``extends`` could have meant for the scenario at ``path``."""
    own = path.resolve()
    found = (file for folder in (own.parent, *folders()) for file in folder.iterdir() if _files(file))
    return {file.stem if file.is_file() else file.name for file in found if file.resolve() != own}


def open_scenario(path: Path) -> Opened:
    """Open a scenario, from the cache if its text has been checked by this version before, else by checking it now."""
    kept = _cache_file(path)
    if kept is not None:
        try:
            with kept.open("rb") as file:
                data = json.loads(file.read())
            return Opened(decode_world(data["world"]), data["document"])
        except (OSError, ValueError, KeyError, TypeError):
            pass  # nothing kept, or not by us: check it now
    from lanc_game.workshop.load import load  # deferred: pydantic and yaml are not wanted on the quick way

    loaded = load(path)
    if loaded.world is not None and kept is not None and not loaded.reports:
        _keep(kept, loaded.world, loaded.document)
    return Opened(loaded.world, loaded.document, loaded.reports)


def _cache_file(path: Path) -> Path | None:
    """Return where a scenario's checked form is kept: named by a hash of all its text and of the engine's version."""
    digest = hashlib.blake2b(f"{__version__}/{_engine_stamp()}".encode(), digest_size=16)
    todo, seen = [path.resolve()], 0
    while todo and seen < 8:
        layer = todo.pop()
        seen += 1
        for file in _files(layer):
            text = _bytes(file)
            digest.update(f"{file.name}/{len(text)}/".encode() + text)
            bases = [base_path(layer, match.decode()) for match in _EXTENDS.findall(text)]
            todo += [base for base in bases if base is not None]
    folder = _cache_folder()
    return folder / f"{digest.hexdigest()}.json" if folder is not None else None


def _engine_stamp() -> str:
    """Tell one state of the engine, and of what checks for it, from another while it is worked on: its newest change."""
    root = Path(__file__).resolve().parents[1]
    newest = max(
        (file.stat().st_mtime_ns for name in _CHECKERS for file in (root / name).rglob("*.py")),
        default=0,
    )
    return str(newest)


def _cache_folder() -> Path | None:
    from platformdirs import user_cache_path

    folder = user_cache_path("lanc", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder


def _keep(kept: Path, world: World, document: Json) -> None:
    """Write the checked form beside its name first, so that no reader ever sees half of it."""
    text = json.dumps({"world": encode(world), "document": document}, ensure_ascii=False, separators=(",", ":"))
    partial = kept.with_suffix(f".{os.getpid()}")
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(kept)
    except OSError:
        partial.unlink(missing_ok=True)
