"""Loading a scenario: read, check its shape, link it; all that is wrong comes back as reports."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic_core import ErrorDetails

from lanc_game.compile import build
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.model.problems import Problem, Severity
from lanc_game.model.scenario import Scenario
from lanc_game.workshop.layers import Layers, read_layers
from lanc_game.workshop.report import Report, locate
from lanc_game.workshop.validation import from_validation

MOST_ALIKE = 3


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of loading: a world, unless some report is an error, and the document that a save carries along."""

    world: World | None
    document: Json
    reports: tuple[Report, ...]

    @property
    def errors(self) -> int:
        """How many reports are errors."""
        return sum(report.severity is Severity.ERROR for report in self.reports)


def load(path: Path) -> Loaded:
    """Load a scenario from a file or a folder. Raises UnreadableError where there is nothing to read."""
    layers = read_layers(path)
    if layers.reports:
        return Loaded(None, None, _thinned(layers.reports))
    document: Json = json.loads(json.dumps(layers.value))
    world, problems = build(document, lambda details, _: _explain(layers, details))
    reports = [locate(layers.origin(problem.path), problem) for problem in problems]
    reports.sort(key=lambda r: (r.severity is not Severity.ERROR, r.file, r.line, r.column))
    return Loaded(world, document, tuple(reports))


def _thinned(reports: list[Report]) -> tuple[Report, ...]:
    """Leave out what says the same of a file again and again, such as forty aliases; the last one kept counts them."""
    kept: list[Report] = []
    alike: dict[tuple[str, str, str], list[Report]] = {}
    for report in reports:
        group = alike.setdefault((report.file, report.code, report.message), [])
        group.append(report)
        if len(group) <= MOST_ALIKE:
            kept.append(report)
    for group in alike.values():
        more = len(group) - MOST_ALIKE
        if more > 0:
            last = group[MOST_ALIKE - 1]
            kept[kept.index(last)] = replace(last, help=f"{last.help} (and {more} more like it in this file)")
    return tuple(kept)


def _explain(layers: Layers, details: list[ErrorDetails]) -> list[Problem]:
    return from_validation(details, layers, Scenario)
