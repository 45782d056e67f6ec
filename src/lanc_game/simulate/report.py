"""What many games came to: verdicts, strength by month, events, orders; as findings, as JSON and as rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lanc_game.engine.names import Cause, Grade, Verb
from lanc_game.engine.state import Json
from lanc_game.engine.world import NOBODY, World
from lanc_game.simulate.games import GameResult, Strength
from lanc_game.simulate.statistics import Share, Spread, spread, wilson

GRADES = (Grade.MARGINAL, Grade.SUBSTANTIAL, Grade.DECISIVE)
FIGURES = Strength._fields
FINE = 10_000  # parts of one in JSON


@dataclass(frozen=True, slots=True)
class Report:
    """The games of a simulation and what was asked for. Everything else is worked out from them when asked."""

    world: World
    results: tuple[GameResult, ...]
    asked: int
    seed: int
    level: str
    bots: dict[str, str]
    clock: int

    @property
    def partial(self) -> bool:
        """Whether somebody stopped it before all games were played."""
        return len(self.results) < self.asked

    @property
    def months(self) -> int:
        """The months of the longest game."""
        return max((result.months for result in self.results), default=0)

    def label(self, turn: int) -> str:
        """Return the label of a turn; past the last one, that of the end."""
        turns = self.world.turns
        return turns[turn].label if 0 <= turn < len(turns) else "the end"

    def judged(self) -> list[int]:
        """Return the factions that are given verdicts."""
        return [index for index, faction in enumerate(self.world.factions) if faction.measures]

    def seen(self) -> list[int]:
        """Return the factions that had men on the map in some game."""
        factions = range(len(self.world.factions))
        return [f for f in factions if any(row[f].men for result in self.results for row in result.series)]

    def verdict(self, faction: int, grade: Grade) -> Share:
        """Return the share of games in which a faction did at least so well."""
        return wilson(sum(result.grades[faction] >= grade for result in self.results), len(self.results))

    def score(self, faction: int) -> Spread:
        """Return a faction's scores."""
        return spread([result.scores[faction] for result in self.results])

    def figure(self, faction: int, figure: str, turn: int) -> Spread:
        """Return a figure of a faction before a turn; games that were over by then count with their last month."""
        column = FIGURES.index(figure)
        return spread([result.series[min(turn, result.months)][faction][column] for result in self.results])

    def event(self, event: int) -> tuple[Share, Spread]:
        """Return how often an event happened, and when (turns)."""
        turns = [turn for result in self.results for number, turn in result.events if number == event]
        return wilson(len(turns), len(self.results)), spread(turns)

    def answer(self, event: int, option: int) -> Share:
        """Return how often a choice was answered so, of the games in which it was answered."""
        given = [chosen for result in self.results for number, chosen in result.answers if number == event]
        return wilson(given.count(option), len(given))

    def relations(self) -> list[tuple[int, int, int, Share, Spread]]:
        """Return (a, b, relation, share of games, first turn) for every change that came about."""
        found: dict[tuple[int, int, int], list[int]] = {}
        for result in self.results:
            first: dict[tuple[int, int, int], int] = {}
            for a, b, relation, turn in result.relations:
                first.setdefault((min(a, b), max(a, b), relation), turn)
            for key, turn in first.items():
                found.setdefault(key, []).append(turn)
        return [(*key, wilson(len(turns), len(self.results)), spread(turns)) for key, turns in sorted(found.items())]

    def led(self) -> dict[int, Share]:
        """Return how often each faction had the best score at the end (-1: nobody had any)."""
        counts = Counter(result.leads[-1] for result in self.results)
        return {faction: wilson(counts[faction], len(self.results)) for faction in sorted(counts)}

    def verbs(self, faction: int) -> dict[Verb, float]:
        """Return how often a faction gave each order in a game, on average; what it never gave is left out."""
        totals = [sum(result.verbs[faction][verb] for result in self.results) for verb in Verb]
        return {verb: totals[verb] / len(self.results) for verb in Verb if totals[verb]}

    def battles(self, faction: int) -> tuple[float, float, float]:
        """Return a faction's fights won, lost and drawn in a game, on average."""
        count = max(1, len(self.results))
        won, lost, drawn = (sum(result.battles[faction][i] for result in self.results) / count for i in range(3))
        return won, lost, drawn

    def men(self, faction: int) -> dict[Cause, float]:
        """Return by cause how many men a faction gained or lost in a game, on average."""
        totals: Counter[int] = Counter()
        for result in self.results:
            totals.update(result.men[faction])
        return {Cause(cause): total / len(self.results) for cause, total in sorted(totals.items()) if total}


def who(world: World, faction: int) -> str:
    """Return a faction's id."""
    return world.factions[faction].id if faction != NOBODY else "nobody"


def share_json(share: Share) -> Json:
    """Return a share with its interval, in ten-thousandths."""
    parts = (share.share, share.low, share.high)
    scaled = [round(part * FINE) for part in parts]
    return {"count": share.hits, "of": share.of, "share": scaled[0], "low": scaled[1], "high": scaled[2]}


def spread_json(values: Spread) -> Json:
    """Return where numbers lie, as whole numbers."""
    return {"low": values.low, "median": values.median, "high": values.high}


def hundredths(value: float) -> Json:
    """Return a mean in hundredths."""
    return round(value * 100)


def fine(value: float) -> Json:
    """Return a share, a correlation or a distance in ten-thousandths."""
    return round(value * FINE)
