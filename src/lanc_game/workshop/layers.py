"""A scenario's files laid over each other: one merged document that still knows where every part of it was written.

A scenario is a file or a folder; ``extends: name`` lays it over a sibling, or over a scenario that the library knows.
Sections that are mappings merge by their keys, a later layer replacing an entry whole, or taking it out with ``null``;
everything else is replaced. A whole section of the layer below is taken out with ``null``, too.
Inside one folder nothing may be said twice.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from lanc_game.model.problems import DocPath, nearest
from lanc_game.workshop import library
from lanc_game.workshop.library import UnreadableError
from lanc_game.workshop.reader import MAX_BYTES, Document, Flaw, Mark, Node, read
from lanc_game.workshop.report import Report, locate

MOST_FILES = 40
MOST_LAYERS = 4
SUFFIXES = (".yaml", ".yml")
_SIBLING = re.compile(r"^(\.\./)?([A-Za-z0-9][A-Za-z0-9_-]{0,60})$")


@dataclass(slots=True)
class Layers:
    """A merged document. ``value`` is what the files say together; ``place`` and ``origin`` lead back to them."""

    value: dict[str, Node] = field(default_factory=dict)
    documents: list[Document] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    _origins: dict[tuple[str, ...], Document] = field(default_factory=dict)

    def origin(self, path: DocPath) -> Document:
        """Return the file in which the value at ``path`` was written, or the first file."""
        head = tuple(str(step) for step in path[:2])
        return self._origins.get(head) or self._origins.get(head[:1]) or self.documents[0]

    def place(self, path: DocPath, at_key: bool = False) -> Mark:
        """Return where a value stands in its file."""
        return self.origin(path).place(path, at_key)

    def lay(self, document: Document, below: "Layers | None") -> None:
        """Lay one file's sections over ``below`` and beside the files already laid in this layer."""
        self.documents.append(document)
        self.reports += [locate(document, flaw) for flaw in document.problems]
        if not isinstance(document.value, dict):
            if not document.problems:
                mark = document.place(()) if document.value is not None else Mark(1, 1, 1)
                cure = "a scenario is a mapping of sections: `scenario:`, `calendar:`, `map:` …"
                flaw = Flaw("not-a-scenario", mark, "this file holds no sections", cure)
                self.reports.append(locate(document, flaw))
            return
        for section, content in document.value.items():
            self._lay_section(document, section, content, below)

    def _lay_section(self, document: Document, section: str, content: Node, below: "Layers | None") -> None:
        present = self.value.get(section)
        if content is None and below is not None:
            self.value.pop(section, None)  # another file of this layer may say it anew
            self._origins[section,] = document
            return
        if not isinstance(content, dict):
            if (section,) in self._origins and not self._is_below(section, below):
                self._say_twice(document, (section,))
            self.value[section] = content
            self._origins[section,] = document
            return
        merged = dict(present) if isinstance(present, dict) else {}
        for key, value in content.items():
            known = self._origins.get((section, key))
            if known is not None and (below is None or known not in below.documents):
                self._say_twice(document, (section, key))
            if value is None and key in merged:
                del merged[key]
            else:
                merged[key] = value
            self._origins[section, key] = document
        self.value[section] = merged
        self._origins[section,] = document

    def _is_below(self, section: str, below: "Layers | None") -> bool:
        return below is not None and self._origins[section,] in below.documents

    def _say_twice(self, document: Document, path: tuple[str, ...]) -> None:
        mark = document.place(path, at_key=True)
        other = self._origins[path]
        message = f"`{'.'.join(path)}` is already written in {other.name}, line {other.place(path, at_key=True).line}"
        self.reports.append(locate(document, Flaw("said-twice", mark, message, "keep one of the two")))


def read_layers(path: Path, depth: int = 0) -> Layers:
    """Read a scenario file or folder and what it extends. Raises UnreadableError where nothing can be read."""
    documents = [_read_file(file) for file in _files_of(path)]
    base: Layers | None = None
    for document in documents:
        if isinstance(document.value, dict) and "extends" in document.value:
            base = _base_of(path, document, depth) or base
    layers = Layers()
    if base is not None:
        layers.value = dict(base.value)
        layers.documents = list(base.documents)
        layers.reports = list(base.reports)
        layers._origins = dict(base._origins)  # noqa: SLF001 - its own kind
    for document in documents:
        layers.lay(document, base)
    layers.value.pop("extends", None)
    if documents:
        layers.documents = documents + [d for d in layers.documents if d not in documents]
    return layers


def _files_of(path: Path) -> list[Path]:
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.suffix in SUFFIXES and file.is_file())
        if not files:
            raise UnreadableError(f"{path}: no scenario files here; a scenario folder holds files that end in .yaml")
        if len(files) > MOST_FILES:
            raise UnreadableError(f"{path}: {len(files)} files are too many for a scenario; at most {MOST_FILES}")
        return files
    return [path]


def _read_file(path: Path) -> Document:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        cause = error.strerror or str(error)
        raise UnreadableError(f"{path}: cannot be read ({cause.lower()}); check the name with `lanc list`") from None
    return read(data.decode("utf-8", errors="surrogateescape"), _shown_name(path))


def _shown_name(path: Path) -> str:
    """Return a path as a person would write it: short from here where it lies below the working folder."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _base_of(path: Path, document: Document, depth: int) -> Layers | None:
    assert isinstance(document.value, dict)  # noqa: S101 - the caller looked
    name = document.value["extends"]
    mark = document.place(("extends",))
    match = _SIBLING.match(name) if isinstance(name, str) else None
    if match is None:
        cure = "write its name only, as `lanc list` has it: `extends: four-valleys`"
        document.problems.append(Flaw("extends-form", mark, "`extends` must name another scenario", cure))
        return None
    if depth >= MOST_LAYERS:
        message = f"there are more than {MOST_LAYERS} layers of `extends`"
        cure = "does it go in a circle? Each scenario may extend one other"
        document.problems.append(Flaw("extends-too-deep", mark, message, cure))
        return None
    base = library.base_path(path, match[2])
    if base is not None:
        return read_layers(base, depth + 1)
    near = nearest(match[2], library.base_names(path))
    cure = f"did you mean `{near}`?" if near else "it must lie beside this scenario, or be one that `lanc list` shows"
    message = f"there is no other scenario `{match[2]}` to extend"
    document.problems.append(Flaw("extends-unknown", mark, message, cure))
    return None
