"""Facts held against games: every seat plays as history did, the inputs from outside come on their dates.

A row holds when its middling game lies within its bounds, it is asked in four games of five at least, and its games are
neither all alike (then it was written down, not played) nor scattered more than four times as wide as its bounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from lanc_game.bots import BOTS, ORDINARY
from lanc_game.compile.facts import Bounds, Row
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.simulate.pool import Jobs, Played, Progress, play_all
from lanc_game.simulate.readings import Value
from lanc_game.simulate.run import specs_for

HISTORICAL = "historical"
PLAYER = HISTORICAL if HISTORICAL in BOTS else ORDINARY
"""The bot in every seat."""

ON_SCHEDULE = 1
ENOUGH = 200  # games, for a verdict rather than an impression
LEAST_SHARE = Fraction(4, 5)
WIDEST = 4  # times the width of the bounds
TENTH, HALF, NINE_TENTHS = 100, 500, 900


class Finding(StrEnum):
    """What games say of a row."""

    HOLDS = "holds"
    OUTSIDE = "outside"  # the middling game lies outside the bounds
    NEVER = "never"  # it does not happen in the middling game
    RARE = "too rare"  # asked, or come about, in fewer than four games of five
    SCRIPTED = "scripted"  # the same in nearly every game
    SCATTERED = "scattered"  # too wide
    UNPLAYED = "not played"


@dataclass(frozen=True, slots=True)
class Asked:
    """A row with its bounds."""

    row: Row
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class FactCase:
    """A fact whose rows are linked to a campaign; ``place`` is its number in the file."""

    place: int
    id: str
    text: str
    start: bool  # it may be set by the opening position, and needs no spread
    rows: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Campaign:
    """A scenario with the facts that are measured in it."""

    name: str
    world: World
    document: Json
    facts: tuple[FactCase, ...]


@dataclass(frozen=True, slots=True)
class RowResult:
    """What games came to in a row."""

    asked: Asked
    values: tuple[Value, ...]
    start: bool

    @property
    def happened(self) -> list[Fraction]:
        """What came of it where something did, in order."""
        return sorted(value for value in self.values if value is not None)

    @property
    def share(self) -> Fraction:
        """In which share of the games it came about, or was asked."""
        return Fraction(len(self.happened), max(1, len(self.values)))

    @property
    def median(self) -> Value:
        """The middling game: of dates never is later than everything, of numbers only those asked count."""
        found: list[Value] = [*self.happened]
        if self.asked.row.dated:
            found += [None] * (len(self.values) - len(found))
        return _at(found, HALF)

    @property
    def spread(self) -> tuple[Value, Value]:
        """The tenth and the ninetieth hundredth of the games in which it came about."""
        found: list[Value] = [*self.happened]
        return _at(found, TENTH), _at(found, NINE_TENTHS)

    @property
    def finding(self) -> Finding:
        """Whether it holds, and if not, the first reason why."""
        bounds, middle = self.asked.bounds, self.median
        if not self.values:
            return Finding.UNPLAYED
        if middle is None:
            return Finding.NEVER
        if not bounds.low <= middle <= bounds.high:
            return Finding.OUTSIDE
        if self.share < LEAST_SHARE:
            return Finding.RARE
        low, high = self.spread
        if self.start or low is None or high is None:
            return Finding.HOLDS
        width = bounds.high - bounds.low
        if self.asked.row.dated:
            width = max(width, Fraction(1))  # a month
        if low == high:
            return Finding.SCRIPTED
        return Finding.HOLDS if high - low <= WIDEST * width else Finding.SCATTERED


def _at(ordered: Sequence[Value], permille: int) -> Value:
    """Return the least value that so many thousandths of the ordered values do not exceed."""
    rank = -(-len(ordered) * permille // 1000)
    return ordered[max(1, rank) - 1] if ordered else None


@dataclass(frozen=True, slots=True)
class FactResult:
    """What games came to in a fact."""

    case: FactCase
    world: World
    rows: tuple[RowResult, ...]

    @property
    def holds(self) -> bool:
        """Whether all its rows hold."""
        return all(row.finding is Finding.HOLDS for row in self.rows)


@dataclass(frozen=True, slots=True)
class Measurement:
    """Games that were played to measure something: from which seed on, how many, of as many as were asked."""

    seed: int
    played: int
    asked: int

    @property
    def partial(self) -> bool:
        """Whether somebody stopped it."""
        return self.played < self.asked


@dataclass(frozen=True, slots=True)
class FactsReport(Measurement):
    """Every fact with what games came to, in the order of the file; ``games`` were asked of each campaign."""

    results: tuple[FactResult, ...]
    games: int

    @property
    def holding(self) -> int:
        """How many facts hold."""
        return sum(result.holds for result in self.results)


def measure_facts(
    campaigns: Sequence[Campaign], games: int, *, jobs: Jobs = 1, seed: int = 1, progress: Progress | None = None
) -> FactsReport:
    """Play ``games`` games of every campaign and hold its facts against them. The same whatever ``jobs``.

    Interrupted, it keeps what was played. Raises SimulateError or GameError.
    """
    asked = games * len(campaigns)
    found: list[FactResult] = []
    done = 0
    for place, campaign in enumerate(campaigns):
        rows = tuple(case.row for fact in campaign.facts for case in fact.rows)
        played = Played((), games, ())
        if done == games * place:  # nobody has stopped it yet
            bar = shifted(progress, done, asked)
            played = play(campaign.world, campaign.document, rows, games, jobs, seed, bar)
        done += len(played.results)
        found += _results(campaign, played)
    found.sort(key=lambda result: result.case.place)
    return FactsReport(seed, done, asked, tuple(found), games)


def _results(campaign: Campaign, played: Played) -> list[FactResult]:
    found: list[FactResult] = []
    column = 0
    for fact in campaign.facts:
        rows: list[RowResult] = []
        for case in fact.rows:
            values = tuple(game.readings[column] for game in played.results)
            rows.append(RowResult(case, values, fact.start))
            column += 1
        found.append(FactResult(fact, campaign.world, tuple(rows)))
    return found


def play(
    world: World, document: Json, rows: tuple[Row, ...], games: int, jobs: Jobs, seed: int, progress: Progress | None
) -> Played:
    """Play games that follow history and read rows from them."""
    specs = specs_for(world, games, seed, PLAYER, clock=ON_SCHEDULE)
    return play_all(world, document, [replace(spec, rows=rows) for spec in specs], jobs, progress)


def shifted(progress: Progress | None, done: int, asked: int) -> Progress | None:
    """Return a progress for a part of the games, told as part of the whole."""
    if progress is None:
        return None
    return lambda now, _: progress(done + now, asked)
