"""How a game went, as figures of quality: who led when, how far behind the winner had been, how clear the end was.

The criteria follow Cameron Browne, "Automatic Generation and Evaluation of Recombination Games" (2008), and the concepts
of the Ludii system (Piette and others); where this game forces another reading, the function says which. The score of a month
is what a faction would be given if the war ended then; whom the war has judged already keeps that score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from lanc_game.engine.names import Grade
from lanc_game.engine.world import NOBODY
from lanc_game.simulate.dealings import Dealings
from lanc_game.simulate.games import GameResult
from lanc_game.simulate.statistics import Correlation, Share, Spread, mean, pearson, spread, wilson
from lanc_game.simulate.watch import Sample

MARGIN = 5  # points: so far ahead, a new leader's lead lasts; so far ahead in its grade, the best side has won
EARLY = 6  # months after which a score is compared with the last
FULL = 100  # points


class Trail(NamedTuple):
    """How the eventual winner of a game had been behind: in so many of the months before the end, and how far."""

    winner: int
    months: int
    of: int
    points: float  # mean distance from the leader, over the months behind
    severity: float  # the same as Browne takes it: the mean root of the distance, 0-1


class Drama(NamedTuple):
    """The drama of many games; means are over games with one winner, and over those of them in which it was ever behind."""

    behind: Share  # games in which the winner had been behind
    months: float  # share of months in which it was, mean of all games
    points: float  # mean of the games in which it was behind
    severity: float  # Browne's figure: mean of all games, 0 where it never was


class Choice(NamedTuple):
    """What seats could order in the months that were looked at."""

    months: int
    factor: float  # mean legal orders, over the months with more than one
    verbs: float  # mean verbs open
    real: Share  # months with at least two orders beyond posture


class Alliances(NamedTuple):
    """How many treaties a game saw and how long they lived."""

    signed: float  # in a game, mean
    months: Spread  # in force, of those that ended
    kept: Share  # in force at the end of the game, of those signed


def ahead(scores: Sequence[int]) -> tuple[int, int]:
    """Return who has the best score alone, and by how much; nobody where two share it or all have nothing.

    >>> ahead([40, 52, 47]), ahead([50, 50, 10]), ahead([0, 0])
    ((1, 5), (-1, 0), (-1, 0))
    """
    best = max(scores, default=0)
    if best <= 0 or scores.count(best) > 1:
        return NOBODY, 0
    winner = scores.index(best)
    return winner, best - max((score for i, score in enumerate(scores) if i != winner), default=0)


def lead_changes(standings: Sequence[Sequence[int]]) -> int:
    """Count the months in which another than the last sole leader was ahead alone.

    After Ludii's *Lead Change*, with two differences: that counts the first leader, and ties as they come and go, where here
    the first changes nothing and a tie leaves the lead where it was; and it divides by the moves of the game.

    >>> lead_changes([[10, 5], [10, 11], [11, 11], [12, 11]])
    2
    """
    leaders = [leader for leader, _ in map(ahead, standings) if leader != NOBODY]
    return sum(before != after for before, after in pairwise(leaders))


def lasting_changes(standings: Sequence[Sequence[int]]) -> int:
    """Count how often the lead of a game passed from one faction to another and was held; never more than all changes.

    Whoever is ahead alone takes the lead if it is ahead by five points, or for the second month in a row, or at the end; the
    first to take it changes nothing, and while nobody is ahead alone the lead stays where it was. So a flicker between two
    nearly equal scores is no change. It follows no source.

    >>> lasting_changes([[10, 5], [10, 11], [11, 11], [12, 11]])
    0
    """
    leader = before = NOBODY
    changes = 0
    for month, scores in enumerate(standings):
        first, margin = ahead(scores)
        holds = margin >= MARGIN or first == before or month == len(standings) - 1
        if first not in (NOBODY, leader) and holds:
            changes += leader != NOBODY
            leader = first
        before = first
    return changes


def trail(standings: Sequence[Sequence[int]]) -> Trail | None:
    """Return how the eventual winner (the best score at the end, alone) had been behind; None where nobody won so."""
    if not standings:
        return None
    winner, _ = ahead(standings[-1])
    if winner == NOBODY:
        return None
    distances = [max(scores) - scores[winner] for scores in standings[:-1]]
    behind = [distance for distance in distances if distance > 0]
    roots = [sqrt(distance / FULL) for distance in behind]
    return Trail(winner, len(behind), len(distances), mean(behind), mean(roots))


def drama(results: Sequence[GameResult]) -> Drama:
    """Return how far behind eventual winners had been while they were behind (Browne's *drama*).

    Browne takes the mean root of the distance over the moves in which the winner trails, and the mean of that over games. The
    points beside it are the plain mean distance, which is easier to picture.
    """
    trails = [found for found in (trail(result.watched.standings) for result in results) if found is not None]
    behind = [found for found in trails if found.months]
    return Drama(
        behind=wilson(len(behind), len(trails)),
        months=mean([found.months / found.of for found in trails if found.of]),
        points=mean([found.points for found in behind]),
        severity=mean([found.severity for found in trails]),
    )


def clear_winner(grades: Sequence[int], scores: Sequence[int]) -> int:
    """Return who did best by grade and then score, at *substantial* or better; nobody where another was close.

    Close is who has the same grade and is less than five points behind. Every side is judged on things of its own, so that
    two can do well in one game; like the ladder, this compares grades first. Each faction has a grade (-1: never judged) and
    a score; ValueError if one of them is missing.

    >>> clear_winner([2, 1], [50, 49]), clear_winner([2, 2], [60, 55]), clear_winner([2, 2], [60, 56])
    (0, 0, -1)
    """
    ranks = list(zip(grades, scores, strict=True))
    best, most = max(ranks, default=(-1, 0))
    if best < Grade.SUBSTANTIAL:
        return NOBODY
    near = [faction for faction, (grade, score) in enumerate(ranks) if grade == best and score > most - MARGIN]
    return near[0] if len(near) == 1 else NOBODY


def winners(results: Sequence[GameResult]) -> dict[int, Share]:
    """Return how often each faction was the clear winner, nobody (-1) included: clear results are all but nobody's."""
    counts = Counter(clear_winner(result.grades, result.scores) for result in results)
    return {faction: wilson(count, len(results)) for faction, count in sorted(counts.items())}


def decisive(results: Sequence[GameResult]) -> Share:
    """Return the share of games with a clear result, that is, with a clear winner.

    The nearest source is Ludii's *Completion*, the share of games with a winner; what Ludii calls *Decisiveness* is when in a
    game its winner was as good as certain, which is not counted here.
    """
    return wilson(sum(clear_winner(result.grades, result.scores) != NOBODY for result in results), len(results))


def alone_in_grade(results: Sequence[GameResult]) -> Share:
    """Return the share of games in which one grade, *substantial* or better, was above every other: the strict reading."""
    bests = [(max(result.grades, default=-1), result.grades) for result in results]
    return wilson(sum(best >= Grade.SUBSTANTIAL and grades.count(best) == 1 for best, grades in bests), len(results))


def anyone(results: Sequence[GameResult]) -> Share:
    """Return the share of games in which somebody reached *substantial*."""
    return wilson(sum(max(result.grades, default=-1) >= Grade.SUBSTANTIAL for result in results), len(results))


def snowball(results: Sequence[GameResult], faction: int) -> Correlation | None:
    """Return how a faction's score after six months goes with its last one: near 1, the first half year decides.

    Games that were over by then are left out; None where either score never varies, as for a side that was not yet born.
    """
    long = [result for result in results if result.months > EARLY]
    return pearson(
        [result.watched.standings[EARLY][faction] for result in long], [result.scores[faction] for result in long]
    )


def choice(samples: Sequence[Sample]) -> Choice:
    """Return how much there was to choose from in the months looked at.

    The factor is Ludii's *decision factor*: mean legal orders over the months with more than one, an order being a whole line
    that the seat could pay for. Since men can nearly always hold or hide, a choice is *real* only with two orders beyond that.
    """
    open_ = [sample.orders for sample in samples if sample.orders > 1]
    real = sum(sample.beyond_posture > 1 for sample in samples)
    return Choice(len(samples), mean(open_), mean([s.verbs for s in samples]), wilson(real, len(samples)))


def alliances(games: Sequence[Dealings], kinds: Sequence[int] | None = None) -> Alliances:
    """Return how long treaties lived, of all kinds or of some. What each kind came to stands under politics."""
    pacts = [pact for game in games for pact in game.pacts if kinds is None or pact.instrument in kinds]
    lives = [pact.ended - pact.signed for pact in pacts if pact.ended >= 0]
    return Alliances(
        signed=len(pacts) / max(1, len(games)),
        months=spread(lives),
        kept=wilson(len(pacts) - len(lives), len(pacts)),
    )
