"""Loading a scenario: read, check its shape, link it; everything wrong comes back as reports with file, line and cure."""

import json
from dataclasses import dataclass
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
        return Loaded(None, None, tuple(layers.reports))
    document: Json = json.loads(json.dumps(layers.value))
    world, problems = build(document, lambda details, _: _explain(layers, details))
    reports = [locate(layers.origin(problem.path), problem) for problem in problems]
    reports.sort(key=lambda r: (r.severity is not Severity.ERROR, r.file, r.line, r.column))
    return Loaded(world, document, tuple(reports))


def _explain(layers: Layers, details: list[ErrorDetails]) -> list[Problem]:
    return from_validation(details, layers, Scenario)
