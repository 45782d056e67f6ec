"""The ladder of levels: how often a level of bot does better than the one below it, in the same seat of the same war.

For each seat that people can take, each level plays it against ordinary opponents, with the same seeds. Two games of a seed
that differ only by the level in the seat are a pair; the better grade wins it, and where the grades are the same the better
score. What the levels promise is that each does better than the one below it in ``PROMISED`` percent of the pairs that are
not tied, and in no seat in less than ``LEAST`` percent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from lanc_game.bots import ORDINARY
from lanc_game.chronicle.handicaps import handicaps_of
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.simulate.games import GameResult, GameSpec
from lanc_game.simulate.layout import NAME, WIDTH, handicap_lines, percent, setting
from lanc_game.simulate.pool import Jobs, Progress, play_all
from lanc_game.simulate.report import share_json
from lanc_game.simulate.run import SimulateError, compiled, specs_for
from lanc_game.simulate.statistics import Share, wilson

RUNGS = ("random", "novice", "regular", "expert")
PROMISED = 65  # percent of all pairs that are not tied
LEAST = 50  # percent of those of any one seat

Place = tuple[int, str, int]
"""A game of the ladder: whose seat is played, by which level, with which seed."""


class Pairs(NamedTuple):
    """How often the stronger of two levels did better, worse, or neither."""

    better: int
    worse: int
    tied: int

    @property
    def share(self) -> Share:
        """The share in which it did better, of those that are not tied."""
        return wilson(self.better, self.better + self.worse)

    def reaches(self, least: int) -> bool:
        """Say whether that share is at least so many percent; of no pairs at all it is not."""
        untied = self.better + self.worse
        return untied > 0 and 100 * self.better >= least * untied


class Step(NamedTuple):
    """A step of the ladder, seat by seat."""

    weaker: str
    stronger: str
    seats: dict[int, Pairs]

    @property
    def pooled(self) -> Pairs:
        """All seats together."""
        return Pairs(*(sum(column) for column in zip(*self.seats.values(), strict=True)))

    @property
    def below(self) -> list[int]:
        """The seats in which the stronger level did worse more often than better."""
        return [seat for seat, pairs in self.seats.items() if pairs.better + pairs.worse and not pairs.reaches(LEAST)]

    @property
    def holds(self) -> bool:
        """Whether the promise is kept."""
        return self.pooled.reaches(PROMISED) and not self.below


@dataclass(frozen=True, slots=True)
class Ladder:
    """What came of climbing: the steps from the bottom up, and what was asked for. ``seeds`` counts those of each seat."""

    world: World
    steps: tuple[Step, ...]
    seed: int
    seeds: int
    level: str
    clock: int
    games: int
    asked: int

    @property
    def partial(self) -> bool:
        """Whether somebody stopped it before all games were played."""
        return self.games < self.asked

    @property
    def holds(self) -> bool:
        """Whether every step keeps the promise."""
        return all(step.holds for step in self.steps)


def climb(
    document: Json,
    *,
    world: World | None = None,
    pairs: int = 100,
    jobs: Jobs = 1,
    seed: int = 1,
    level: str = ORDINARY,
    clock: int = 0,
    progress: Progress | None = None,
) -> Ladder:
    """Play the ladder and return what came of it: ``pairs`` a step in all, the same number in every seat, rounded up.

    Whoever is not in the seat in question plays at ``level``. Interrupted, the pairs that are whole are kept. The same
    whatever ``jobs``. Raises SimulateError, for a scenario that nobody can play too, or GameError.
    """
    if world is None:
        world = compiled(document)
    seats = [index for index, faction in enumerate(world.factions) if faction.playable]
    if not seats:
        raise SimulateError("no side of this scenario can be played by people", "Mark one with `playable: true`.")
    seeds = -(-pairs // len(seats))
    games = _games(world, seats, seeds, seed, level, clock)
    specs, numbers = _without_twins(games)
    played = play_all(world, document, specs, jobs, progress)
    by_number = dict(zip(played.places, played.results, strict=True))
    results = {place: by_number[number] for place, number in numbers.items() if number in by_number}
    steps = tuple(
        Step(weaker, stronger, {seat: _compared(results, seat, weaker, stronger) for seat in seats})
        for weaker, stronger in pairwise(RUNGS)
    )
    return Ladder(world, steps, seed, seeds, level, clock, len(played.results), len(specs))


def _games(world: World, seats: list[int], seeds: int, seed: int, level: str, clock: int) -> dict[Place, GameSpec]:
    """Return every game that a step looks at, seed by seed, so that an interruption leaves whole pairs."""
    specs = {
        (seat, rung): specs_for(world, seeds, seed, level, {world.factions[seat].id: rung}, clock)
        for seat in seats
        for rung in RUNGS
    }
    return {(*key, seed + index): of_key[index] for index in range(seeds) for key, of_key in specs.items()}


def _without_twins(games: Mapping[Place, GameSpec]) -> tuple[list[GameSpec], dict[Place, int]]:
    """Return each game once and, for every place, its number in that list.

    The level that everybody plays at makes the same game in whichever seat one looks at it.
    """
    specs: list[GameSpec] = []
    seen: dict[tuple[int, tuple[str, ...]], int] = {}
    numbers: dict[Place, int] = {}
    for place, spec in games.items():
        same = (spec.seed, tuple(spec.bots.values()))
        if same not in seen:
            seen[same] = len(specs)
            specs.append(spec)
        numbers[place] = seen[same]
    return specs, numbers


def _compared(results: Mapping[Place, GameResult], seat: int, weaker: str, stronger: str) -> Pairs:
    """Return how a seat fared under two levels, over the seeds of which both games were played."""
    counts = [0, 0, 0]
    for (whose, rung, number), low in results.items():
        high = results.get((seat, stronger, number))
        if (whose, rung) != (seat, weaker) or high is None:
            continue
        one, other = _outcome(high, seat), _outcome(low, seat)
        counts[0 if one > other else 1 if one < other else 2] += 1
    return Pairs(*counts)


def _outcome(result: GameResult, seat: int) -> tuple[int, int]:
    """Return what a game came to for a seat: the grade first (-1, the lowest: never judged), then the score."""
    return result.grades[seat], result.scores[seat]


# --- text and JSON


def ladder_text(ladder: Ladder) -> str:
    """Return the findings as lines at most a hundred wide."""
    world = ladder.world
    count = f"{ladder.seeds} seed{'s' * (ladder.seeds != 1)} from {ladder.seed} in each seat"
    lines = [
        f"{world.title.en} ({world.id}): the ladder of levels, {count}"[:WIDTH],
        f"{setting(ladder.level, {}, ladder.clock)} but the one in question",
        *handicap_lines(world),
    ]
    if ladder.partial:
        lines.append(f"Interrupted: {ladder.games} of {ladder.asked} games were played; only whole pairs count.")
    if not ladder.games:
        return "\n".join(lines) + "\n"
    lines += ["", "Pairs of games in which the stronger did better; percent of those not tied, with 95 % intervals"]
    for step in ladder.steps:
        title = f"{step.weaker} < {step.stronger}"
        lines += ["", f"{title:<{NAME}}{'better':>8}{'worse':>8}{'tied':>8}{'percent':>18}"]
        rows = [(world.factions[seat].short.en, pairs) for seat, pairs in step.seats.items()]
        lines += [_row(name, pairs) for name, pairs in (*rows, ("all seats", step.pooled))]
        lines.append(_finding(world, step)[:WIDTH])
    promise = f"at each step {PROMISED} percent of all pairs not tied, and no seat below {LEAST}"
    lines += ["", f"The ladder {'holds' if ladder.holds else 'does not hold'}. It promises {promise}."]
    return "\n".join(lines) + "\n"


def _row(name: str, pairs: Pairs) -> str:
    share = percent(pairs.share) if pairs.share.of else "-"
    return f"{name[:NAME]:<{NAME}}{pairs.better:>8}{pairs.worse:>8}{pairs.tied:>8}{share:>18}"


def _finding(world: World, step: Step) -> str:
    if step.holds:
        return "holds"
    causes = [] if step.pooled.reaches(PROMISED) else [f"all seats together stay below {PROMISED}"]
    causes += [f"{world.factions[seat].short.en} is below {LEAST}" for seat in step.below]
    return f"does not hold: {', '.join(causes)}"


def ladder_json(ladder: Ladder) -> dict[str, Json]:
    """Return the findings as plain JSON; shares in ten-thousandths, as in a report."""
    world = ladder.world
    return {
        "scenario": world.id,
        "scenario_digest": world.digest,
        "handicaps": dict(handicaps_of(world).items()),
        "seed": ladder.seed,
        "seeds": ladder.seeds,
        "level": ladder.level,
        "clock": "historical" if ladder.clock else "chance",
        "asked": ladder.asked,
        "games": ladder.games,
        "partial": ladder.partial,
        "promised_percent": PROMISED,
        "least_percent": LEAST,
        "holds": ladder.holds,
        "steps": [
            {
                "weaker": step.weaker,
                "stronger": step.stronger,
                "holds": step.holds,
                "pooled": _pairs_json(step.pooled),
                "seats": {world.factions[seat].id: _pairs_json(pairs) for seat, pairs in step.seats.items()},
            }
            for step in ladder.steps
        ],
    }


def _pairs_json(pairs: Pairs) -> Json:
    return {"better": pairs.better, "worse": pairs.worse, "tied": pairs.tied, "share": share_json(pairs.share)}
