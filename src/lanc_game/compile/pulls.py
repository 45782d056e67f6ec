"""The pulls of clauses, frictions, wings and patrons, in one list in the order in which they are compiled."""

from typing import Protocol

from lanc_game.compile import vocabulary
from lanc_game.compile.linker import Linker, text
from lanc_game.engine.politics import Pull
from lanc_game.engine.world import NOBODY
from lanc_game.model.base import Text
from lanc_game.model.problems import DocPath
from lanc_game.model.vocabulary import Condition


class PullModel(Protocol):
    """What every pull says of itself: while what holds, and why."""

    @property
    def when(self) -> Condition | None:
        """While this holds; None is always."""

    @property
    def text(self) -> Text:
        """Why, in words."""


class Pulls:
    """Collects pulls; whoever needs one keeps its index."""

    def __init__(self, link: Linker) -> None:
        self.link = link
        self.found: list[Pull] = []

    def add(self, model: PullModel, by: int, path: DocPath, faction: int = NOBODY) -> int:
        """Compile a pull and return its index."""
        when = vocabulary.condition(self.link, model.when, (*path, "when"))
        self.found.append(Pull(when, by, text(model.text), faction))
        return len(self.found) - 1
