"""Two settings over the same seeds: what one does better than the other, luck being the same as far as it can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.simulate.games import ORDINARY
from lanc_game.simulate.pool import Progress, play_all
from lanc_game.simulate.run import compiled, specs_for
from lanc_game.simulate.statistics import Difference, differences


@dataclass(frozen=True, slots=True)
class Paired:
    """A faction's scores by seed under two settings, and their difference (the first less the second)."""

    faction: str
    first: tuple[int, ...]
    second: tuple[int, ...]

    @property
    def difference(self) -> Difference:
        """How the first setting's scores differ from the second's."""
        return differences(self.first, self.second)

    def text(self) -> str:
        """Return the finding in a line."""
        found = self.difference
        return (
            f"{self.faction}: {found.mean:+.1f} points ({found.low:+.1f} to {found.high:+.1f}) over {len(self.first)}"
            f" pairs; better in {found.more}, worse in {found.less}, the same in {found.same}"
        )


def paired(
    document: Json,
    faction: str,
    first: Mapping[str, str],
    second: Mapping[str, str],
    *,
    world: World | None = None,
    games: int = 200,
    jobs: int = 1,
    seed: int = 1,
    level: str = ORDINARY,
    clock: int = 0,
    progress: Progress | None = None,
) -> Paired:
    """Play the same seeds twice, with the bots of ``first`` and of ``second``, and return a faction's scores.

    Interrupted, the pairs that are whole are kept. Raises SimulateError or GameError.
    """
    if world is None:
        world = compiled(document)
    index = world.faction_index[faction]
    one = specs_for(world, games, seed, level, first, clock)
    two = specs_for(world, games, seed, level, second, clock)
    together = [spec for pair in zip(one, two, strict=True) for spec in pair]
    played = play_all(world, document, together, jobs, progress)
    scores: dict[int, list[int]] = {}
    for result in played.results:
        scores.setdefault(result.seed, []).append(result.scores[index])
    whole = [pair for _, pair in sorted(scores.items()) if len(pair) == 2]
    return Paired(faction, tuple(pair[0] for pair in whole), tuple(pair[1] for pair in whole))
