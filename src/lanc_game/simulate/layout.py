"""How wide a report is, and how its numbers are written."""

from lanc_game.simulate.statistics import Share

WIDTH = 100
NAME = 22


def percent(share: Share) -> str:
    """Return a share in percent with its interval."""
    return f"{share.share * 100:.1f} ({share.low * 100:.0f}-{share.high * 100:.0f})"


def short(value: int) -> str:
    """Return a number in at most five characters.

    >>> short(950), short(12_345), short(1_200_000)
    ('950', '12.3k', '1200k')
    """
    if abs(value) < 10_000:
        return str(value)
    return f"{value / 1000:.1f}k" if abs(value) < 100_000 else f"{value // 1000}k"
