"""One thing changed, on paired seeds: whether what should follow does, whatever its size.

A seed is played as things were and with the change. A sign is right when the middling difference of the pairs points its way;
where most pairs are alike, so that it is nothing, when those that differ lean that way more than luck would have them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from lanc_game.compile.facts import Row
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.simulate.facts import Measurement, play, shifted
from lanc_game.simulate.pool import Jobs, Played, Progress
from lanc_game.simulate.readings import Value
from lanc_game.simulate.statistics import sign_test

BY_LUCK = 0.05
UP = ("higher", "later")


class SignFinding(StrEnum):
    """What pairs say of a sign."""

    RIGHT = "right"
    WRONG = "wrong way"
    NOTHING = "no difference"
    TOO_FAR = "too far"  # the right way, and more than it should be
    TOO_SOON = "too soon"  # the middling game with the change lies before the date that it should not come before
    UNPLAYED = "not played"


@dataclass(frozen=True, slots=True)
class SignCase:
    """A sign: its row, linked to the campaign as it is and as changed. ``not_before`` is a turn, ``at_most`` counts turns."""

    plain: Row
    changed: Row
    direction: str
    at_most: int | None
    not_before: int | None

    @property
    def way(self) -> int:
        """1 for up or later, -1 for down or earlier."""
        return 1 if self.direction in UP else -1


@dataclass(frozen=True, slots=True)
class Change:
    """A test: a campaign as it is and with one thing changed."""

    change: str
    expect: str
    campaign: str
    plain: tuple[World, Json]
    changed: tuple[World, Json]
    signs: tuple[SignCase, ...]


@dataclass(frozen=True, slots=True)
class SignResult:
    """What pairs of games came to in a row: (as it was, with the change)."""

    case: SignCase
    pairs: tuple[tuple[Value, Value], ...]
    never: int  # the turn that never counts as: one past the last

    @property
    def differences(self) -> list[Fraction]:
        """How much more or later it is with the change, in order. A number not asked in both games has none."""
        found: list[Fraction] = []
        for before, after in self.pairs:
            one, two = self._counted(before), self._counted(after)
            if one is not None and two is not None:
                found.append(two - one)
        return sorted(found)

    def _counted(self, value: Value) -> Value:
        return Fraction(self.never) if value is None and self.case.plain.dated else value

    @property
    def median(self) -> Fraction:
        """The middling difference."""
        return middle(self.differences)

    @property
    def medians(self) -> tuple[Value, Value]:
        """The middling game as it was, and with the change; None for a date that never came."""
        found: list[Value] = []
        for side in (0, 1):
            known = sorted(value for pair in self.pairs if (value := self._counted(pair[side])) is not None)
            value = middle(known) if known else None
            found.append(None if self.case.plain.dated and value is not None and value >= self.never else value)
        return found[0], found[1]

    @property
    def leaning(self) -> tuple[int, int]:
        """In how many pairs the change goes the way that it should, and in how many against it."""
        differences = self.differences
        way = self.case.way
        return sum(d * way > 0 for d in differences), sum(d * way < 0 for d in differences)

    @property
    def finding(self) -> SignFinding:
        """Whether it is right, and if not why."""
        if not self.differences:
            return SignFinding.UNPLAYED
        pointed = self.median * self.case.way
        with_it, against = self.leaning
        if pointed == 0 and (with_it <= against or sign_test(with_it, against) >= BY_LUCK):
            return SignFinding.WRONG if against > with_it else SignFinding.NOTHING
        if pointed < 0:
            return SignFinding.WRONG
        if self.case.at_most is not None and pointed > self.case.at_most:
            return SignFinding.TOO_FAR
        after = self.medians[1]
        if self.case.not_before is not None and after is not None and after < self.case.not_before:
            return SignFinding.TOO_SOON
        return SignFinding.RIGHT


def middle(ordered: Sequence[Fraction]) -> Fraction:
    """Return the middle of ordered numbers, or the mean of the two in the middle; 0 of none.

    >>> middle([Fraction(1), Fraction(2), Fraction(9), Fraction(9)])
    Fraction(11, 2)
    """
    if not ordered:
        return Fraction(0)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


@dataclass(frozen=True, slots=True)
class ChangeResult:
    """What came of a change."""

    test: Change
    signs: tuple[SignResult, ...]

    @property
    def right(self) -> bool:
        """Whether every sign is right."""
        return all(sign.finding is SignFinding.RIGHT for sign in self.signs)


@dataclass(frozen=True, slots=True)
class SignsReport(Measurement):
    """Every test with what pairs came to; a pair is two games."""

    results: tuple[ChangeResult, ...]
    pairs: int

    @property
    def right(self) -> int:
        """How many tests point the right way in every sign."""
        return sum(result.right for result in self.results)


def measure_signs(
    tests: Sequence[Change], pairs: int, *, jobs: Jobs = 1, seed: int = 1, progress: Progress | None = None
) -> SignsReport:
    """Play ``pairs`` seeds of every test twice, as it was and with the change. The same whatever ``jobs``.

    A campaign as it was is played once for all tests that change it. Interrupted, it keeps the pairs that are whole.
    Raises SimulateError or GameError.
    """
    plain_rows = _by_campaign(tests)
    asked = pairs * (len(plain_rows) + len(tests))
    done = 0
    stopped = False

    def one(world: World, document: Json, rows: tuple[Row, ...]) -> Played:
        nonlocal done, stopped
        if stopped:
            return Played((), pairs, ())
        played = play(world, document, rows, pairs, jobs, seed, shifted(progress, done, asked))
        done, stopped = done + len(played.results), played.partial
        return played

    plain: dict[str, Played] = {}
    taken = dict.fromkeys(plain_rows, 0)
    found: list[ChangeResult] = []
    for test in tests:
        if test.campaign not in plain:
            plain[test.campaign] = one(*test.plain, plain_rows[test.campaign])
        changed = one(*test.changed, tuple(sign.changed for sign in test.signs))
        found.append(ChangeResult(test, _paired(test, plain[test.campaign], taken[test.campaign], changed)))
        taken[test.campaign] += len(test.signs)
    return SignsReport(seed, done, asked, tuple(found), pairs)


def _by_campaign(tests: Sequence[Change]) -> dict[str, tuple[Row, ...]]:
    """Return the rows that the tests read from each campaign as it is, one test's after the other's."""
    found: dict[str, tuple[Row, ...]] = {}
    for test in tests:
        found[test.campaign] = (*found.get(test.campaign, ()), *(sign.plain for sign in test.signs))
    return found


def _paired(test: Change, plain: Played, column: int, changed: Played) -> tuple[SignResult, ...]:
    """Pair the games of the same seeds; ``column`` is where the test's rows begin among those of the campaign as it is."""
    before = dict(zip(plain.places, plain.results, strict=True))
    after = dict(zip(changed.places, changed.results, strict=True))
    whole = sorted(before.keys() & after.keys())
    never = max(len(test.plain[0].turns), len(test.changed[0].turns))
    return tuple(
        SignResult(
            case,
            tuple((before[place].readings[column + number], after[place].readings[number]) for place in whole),
            never,
        )
        for number, case in enumerate(test.signs)
    )
