"""Counting: shares with intervals, quantiles of whole numbers, differences of pairs, correlations, how far mixes are apart."""

from __future__ import annotations

from collections.abc import Sequence
from math import atanh, comb, log2, sqrt, tanh
from typing import NamedTuple

Z95 = 1.959963984540054  # of the normal law, two-sided 95 %
TINY = 1e-12


class Share(NamedTuple):
    """So many of so many, with the 95 % interval of the share (Wilson's)."""

    hits: int
    of: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """The share itself, 0 of nothing."""
        return self.hits / self.of if self.of else 0.0


class Spread(NamedTuple):
    """Where numbers lie: the median and the tenth and ninetieth hundredth."""

    low: int
    median: int
    high: int


class Difference(NamedTuple):
    """The mean of paired differences with its 95 % interval, and how often the first was more, less, the same."""

    mean: float
    low: float
    high: float
    more: int
    less: int
    same: int

    @property
    def chance(self) -> float:
        """Return how likely so uneven a count of more and less is by luck alone (sign test, two-sided)."""
        return sign_test(self.more, self.less)


class Correlation(NamedTuple):
    """Pearson's correlation of so many pairs with its 95 % interval."""

    r: float
    low: float
    high: float
    of: int


def wilson(hits: int, of: int) -> Share:
    """Return a share with its 95 % interval.

    >>> share = wilson(50, 100)
    >>> round(share.low, 3), round(share.high, 3)
    (0.404, 0.596)
    >>> wilson(0, 0)
    Share(hits=0, of=0, low=0.0, high=1.0)
    """
    if of <= 0:
        return Share(0, 0, 0.0, 1.0)
    part, z2 = hits / of, Z95 * Z95
    centre = (part + z2 / (2 * of)) / (1 + z2 / of)
    half = Z95 * sqrt(part * (1 - part) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    low = 0.0 if hits == 0 else max(0.0, centre - half)
    high = 1.0 if hits == of else min(1.0, centre + half)
    return Share(hits, of, low, high)


def quantile(values: Sequence[int], permille: int) -> int:
    """Return the least value that so many thousandths of the values do not exceed; 0 of no values.

    >>> quantile([4, 1, 3, 2], 500), quantile([4, 1, 3, 2], 900), quantile([], 500)
    (2, 4, 0)
    """
    if not values:
        return 0
    rank = -(-len(values) * permille // 1000)
    return sorted(values)[max(0, min(len(values), rank) - 1)]


def spread(values: Sequence[int]) -> Spread:
    """Return the median of whole numbers and the middle four fifths of them."""
    ordered = sorted(values)
    return Spread(quantile(ordered, 100), quantile(ordered, 500), quantile(ordered, 900))


def sign_test(more: int, less: int) -> float:
    """Return the two-sided chance of a split at least as uneven as this, if both were equally likely.

    >>> sign_test(5, 5), round(sign_test(9, 1), 4)
    (1.0, 0.0215)
    """
    of = more + less
    tail = sum(comb(of, k) for k in range(max(more, less), of + 1))
    return min(1.0, 2 * tail / (1 << of))


def differences(first: Sequence[int], second: Sequence[int]) -> Difference:
    """Return how the first of each pair differs from the second: the mean ± 1.96 standard errors.

    >>> differences([3, 5, 4], [1, 2, 3]).mean
    2.0
    """
    pairs = [a - b for a, b in zip(first, second, strict=True)]
    count = len(pairs)
    if not count:
        return Difference(0.0, 0.0, 0.0, 0, 0, 0)
    mean = sum(pairs) / count
    half = 0.0
    if count > 1:
        variance = sum((pair - mean) ** 2 for pair in pairs) / (count - 1)
        half = Z95 * sqrt(variance / count)
    more, less = sum(pair > 0 for pair in pairs), sum(pair < 0 for pair in pairs)
    return Difference(mean, mean - half, mean + half, more, less, count - more - less)


def mean(values: Sequence[float]) -> float:
    """Return the mean; 0 of no values."""
    return sum(values) / len(values) if values else 0.0


def pearson(first: Sequence[int], second: Sequence[int]) -> Correlation | None:
    """Return the correlation of pairs with its interval by Fisher's z; None where one side never varies.

    The interval of fewer than four pairs says nothing: from -1 to 1.

    >>> found = pearson([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])
    >>> round(found.r, 2), round(found.low, 2), round(found.high, 2)
    (0.8, -0.28, 0.99)
    >>> pearson([1, 1], [1, 2]) is None
    True
    """
    pairs = list(zip(first, second, strict=True))
    count, sum_a, sum_b = len(pairs), sum(first), sum(second)
    squares_a = count * sum(a * a for a in first) - sum_a * sum_a
    squares_b = count * sum(b * b for b in second) - sum_b * sum_b
    if not squares_a or not squares_b:
        return None
    crossed = count * sum(a * b for a, b in pairs) - sum_a * sum_b
    r = max(-1.0, min(1.0, crossed / (sqrt(squares_a) * sqrt(squares_b))))
    if count < 4:
        return Correlation(r, -1.0, 1.0, count)
    if abs(r) > 1 - TINY:  # a straight line, which z cannot hold
        return Correlation(r, r, r, count)
    half = Z95 / sqrt(count - 3)
    return Correlation(r, tanh(atanh(r) - half), tanh(atanh(r) + half), count)


def jensen_shannon(first: Sequence[float], second: Sequence[float]) -> float:
    """Return how far apart two mixes are: the root of their Jensen-Shannon divergence to base 2.

    0 is the same mix, 1 nothing in common; it keeps the rule of the triangle. Each mix is shares that sum to one. See
    Endres and Schindelin, "A new metric for probability distributions" (2003).

    >>> jensen_shannon([0.5, 0.5], [0.5, 0.5]), jensen_shannon([1.0, 0.0], [0.0, 1.0])
    (0.0, 1.0)
    >>> round(jensen_shannon([1.0, 0.0], [0.5, 0.5]), 4)
    0.5579
    """
    divergence = 0.0
    for p, q in zip(first, second, strict=True):
        middle = (p + q) / 2
        divergence += sum(part * log2(part / middle) / 2 for part in (p, q) if part > 0)
    return sqrt(max(0.0, min(1.0, divergence)))
