"""How wide a report is, and how its lines and numbers are written."""

from collections.abc import Mapping, Sequence

from lanc_game.chronicle.handicaps import handicaps_told
from lanc_game.engine.world import World
from lanc_game.language import capital
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


def setting(level: str, bots: Mapping[str, str], clock: int) -> str:
    """Return who plays what, in a line.

    >>> setting("regular", {"hill": "waiter"}, 1)
    'every seat regular, hill waiter, historical clock'
    """
    seats = "".join(f", {faction} {bot}" for faction, bot in bots.items())
    return f"every seat {level}{seats}{', historical clock' if clock else ''}"


def handicap_lines(world: World) -> list[str]:
    """Return who plays with a handicap, as a line of a report; none where nobody does."""
    told = capital(handicaps_told(world, "en"))
    return [told] if told else []


def signed(value: float) -> str:
    """Return a correlation with its sign, never minus nothing.

    >>> signed(0.254), signed(-0.001)
    ('+0.25', '+0.00')
    """
    return f"{round(value, 2) + 0.0:+.2f}"


def wrapped(name: str, words: Sequence[str], gap: str = "  ") -> list[str]:
    """Return words beside a name, in lines no wider than a report; a word alone that is wider is cut."""
    lines: list[str] = []
    line = f"{name[:NAME]:<{NAME}}"
    for word in words:
        if len(line) + len(gap) + len(word) > WIDTH and line.strip() and len(line) > NAME:
            lines.append(line.rstrip())
            line = " " * NAME
        line = f"{line}{gap}{word}"[:WIDTH]
    lines.append(line.rstrip())
    return lines
