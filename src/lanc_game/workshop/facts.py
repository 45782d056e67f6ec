"""Reading a file of facts: typed rows with their places, whether they are its own or those that came with the game.

A file may say of a fact in prose only how it is measured, and with which target and bounds. The typed rows of the same fact
in the file that came with the game are taken then, with the bounds of the file that was given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from pydantic import ValidationError

from lanc_game.compile import build
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.model.facts import Amount, Fact, FactsFile, Row, SignTest
from lanc_game.model.problems import DocPath, Problem
from lanc_game.model.scenario import Scenario
from lanc_game.workshop import library
from lanc_game.workshop.library import UnreadableError
from lanc_game.workshop.reader import MAX_BYTES, Document, Mark, Node, read
from lanc_game.workshop.report import Report, locate
from lanc_game.workshop.validation import from_validation

SHIPPED = "facts-open.yaml"
BOUNDS = ("target", "low", "high")


class FactsError(Exception):
    """A file of facts that is wrong: ``reports`` say where and what."""

    def __init__(self, reports: tuple[Report, ...]) -> None:
        super().__init__(f"{len(reports)} findings")
        self.reports = reports


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was written."""

    document: Document
    path: DocPath

    def report(self, problem: Problem) -> Report:
        """Return the report of a problem whose path begins at the top of this document."""
        return locate(self.document, problem)


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A row, where it was written, and where its bounds were."""

    model: Row
    place: Place
    bounds: Place


@dataclass(frozen=True, slots=True)
class WrittenFact:
    """A fact with its rows."""

    model: Fact
    rows: tuple[WrittenRow, ...]


@dataclass(frozen=True, slots=True)
class WrittenTest:
    """A test of signs, and where it was written."""

    model: SignTest
    place: Place


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file of facts says."""

    facts: tuple[WrittenFact, ...]
    tests: tuple[WrittenTest, ...]


def read_facts(path: Path) -> Facts:
    """Read a file of facts. Raises UnreadableError where there is none, FactsError with every finding if it is wrong."""
    document, given = _read(path)
    shipped = _Shipped(path)
    problems = _said_twice(given)
    facts = tuple(_fact(document, index, fact, shipped, problems) for index, fact in enumerate(given.facts))
    tests = tuple(_test(document, index, test, shipped, problems) for index, test in enumerate(given.sign_tests))
    if problems:
        raise FactsError(tuple(locate(document, problem) for problem in problems))
    return Facts(facts, tests)


def _read(path: Path) -> tuple[Document, FactsFile]:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        cause = (error.strerror or str(error)).lower()
        raise UnreadableError(f"{path}: cannot be read ({cause}); --facts names a file of facts") from None
    document = read(data.decode("utf-8", errors="surrogateescape"), str(path))
    if document.problems:
        raise FactsError(tuple(locate(document, flaw) for flaw in document.problems))
    try:
        return document, FactsFile.model_validate(document.value)
    except ValidationError as error:
        problems = from_validation(error.errors(include_url=False), document, FactsFile)
        raise FactsError(tuple(locate(document, problem) for problem in problems)) from None


def _said_twice(given: FactsFile) -> list[Problem]:
    seen: set[str] = set()
    problems: list[Problem] = []
    for index, fact in enumerate(given.facts):
        if fact.id in seen:
            path = ("facts", index, "id")
            problems.append(Problem("said-twice", path, f"there is a fact `{fact.id}` already", "keep one of the two"))
        seen.add(fact.id)
    return problems


class _Shipped:
    """The typed facts that came with the game, read once they are wanted."""

    def __init__(self, given: Path) -> None:
        self._given = given.resolve()
        self._read: tuple[Document, FactsFile] | None = None
        self._looked = False

    def fact(self, name: str) -> tuple[Document, int, Fact] | None:
        """Return a fact of that id with its place."""
        found = self._file()
        for index, fact in enumerate(found[1].facts if found else ()):
            if found is not None and fact.id == name and fact.rows:
                return found[0], index, fact
        return None

    def test(self, change: str) -> tuple[Document, int, SignTest] | None:
        """Return the test of that change with its place."""
        found = self._file()
        for index, test in enumerate(found[1].sign_tests if found else ()):
            if found is not None and test.change == change and test.signs:
                return found[0], index, test
        return None

    def _file(self) -> tuple[Document, FactsFile] | None:
        if not self._looked:
            self._looked = True
            files = [folder / SHIPPED for folder in library.folders()]
            path = next((file for file in files if file.is_file() and file.resolve() != self._given), None)
            self._read = None if path is None else _read(path)
        return self._read


def _fact(document: Document, index: int, fact: Fact, shipped: _Shipped, problems: list[Problem]) -> WrittenFact:
    path: DocPath = ("facts", index)
    if fact.rows:
        problems += _too_many(path, fact, len(fact.rows))
        places = [Place(document, (*path, "rows", number)) for number in range(len(fact.rows))]
        own = tuple(
            WrittenRow(_bounded(row, fact, number, over=False), place, place)
            for number, (row, place) in enumerate(zip(fact.rows, places, strict=True))
        )
        return WrittenFact(fact, own)
    known = shipped.fact(fact.id)
    if known is None:
        cure = "add `rows:` as docs/writing-scenarios.md has them under “Facts”"
        message = f"nothing says how `{fact.id}` is measured: neither this file nor {SHIPPED}, which came with the game"
        problems.append(Problem("missing-key", (*path, "rows"), message, cure))
        return WrittenFact(fact, ())
    return WrittenFact(fact, _shipped_rows(Place(document, path), fact, known, problems))


def _shipped_rows(
    given: Place, fact: Fact, known: tuple[Document, int, Fact], problems: list[Problem]
) -> tuple[WrittenRow, ...]:
    """Return the rows that came with the game, with the bounds of the file that was given as far as it has any."""
    other, index, typed = known
    problems += _too_many(given.path, fact, len(typed.rows), f" in {SHIPPED}")
    places = [Place(other, ("facts", index, "rows", number)) for number in range(len(typed.rows))]
    return tuple(
        WrittenRow(_bounded(row, fact, number, over=True), place, place if _amount(fact.low, number) is None else given)
        for number, (row, place) in enumerate(zip(typed.rows, places, strict=True))
    )


def _too_many(path: DocPath, fact: Fact, rows: int, where: str = "") -> Iterator[Problem]:
    """Yield a problem for each list of bounds with entries that are no row's."""
    for name in BOUNDS:
        listed = getattr(fact, name)
        if isinstance(listed, list) and len(listed) > rows:
            message = f"`{name}` has {len(listed)} entries, and `{fact.id}` has {rows} rows{where}"
            yield Problem("out-of-range", (*path, name), message, "give one for each row, in their order")


def _bounded(row: Row, fact: Fact, number: int, *, over: bool) -> Row:
    """Return a row with its fact's bounds, where it has none of its own or they go ``over`` it."""
    found: dict[str, Amount] = {}
    for name, own, given in (
        ("target", row.target, fact.target), ("low", row.low, fact.low), ("high", row.high, fact.high),
    ):  # fmt: skip
        amount = _amount(given, number)
        if amount is not None and (over or own is None):
            found[name] = amount
    return row.model_copy(update=found) if found else row


def _amount(given: Amount | list[Amount] | None, number: int) -> Amount | None:
    """Return the amount that is meant for a row: of a list the one of its number; a single one is for the first row."""
    listed = given if isinstance(given, list) else [given]
    return listed[number] if number < len(listed) else None


def _test(document: Document, index: int, test: SignTest, shipped: _Shipped, problems: list[Problem]) -> WrittenTest:
    path: DocPath = ("sign_tests", index)
    if not test.signs:
        known = shipped.test(test.change)
        if known is not None:
            return WrittenTest(known[2], Place(known[0], ("sign_tests", known[1])))
        message = f"nothing says how to test “{test.change}”: neither this file nor {SHIPPED}, which came with the game"
        cure = "add `from:`, `edits:` and `signs:` as docs/writing-scenarios.md has them under “Facts”"
        problems.append(Problem("missing-key", (*path, "signs"), message, cure))
    elif test.campaign is None:
        problems.append(
            Problem("missing-key", (*path, "from"), "`from` is missing: no campaign to play", "add `from: ...`")
        )
    return WrittenTest(test, Place(document, path))


# --- a scenario that was changed


@dataclass(frozen=True, slots=True)
class _Changed:
    """A document that no file holds as it is."""

    value: Node

    def place(self, path: DocPath, at_key: bool = False) -> Mark:  # noqa: ARG002 - the shape of documents
        """Return the only place there is."""
        return Mark(1, 1, 1)


def edits_of(test: SignTest) -> dict[str, Json]:
    """Return a test's edits as the parts of documents that they are: what is read of a file holds no fractions."""
    return cast("dict[str, Json]", test.edits)


def check_changed(document: Json) -> tuple[World | None, list[Problem]]:
    """Compile a changed document as a scenario is: the problems are those that its author would be told."""
    placed = _Changed(document)
    return build(document, lambda details, _: from_validation(details, placed, Scenario))
