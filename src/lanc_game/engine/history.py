"""What really happened, as tables beside the game. No rule reads them and no state holds them: they are for telling."""

from dataclasses import dataclass

from lanc_game.engine.texts import Text


@dataclass(frozen=True, slots=True)
class HistoryDef:
    """A real event. ``kind`` and ``of`` name what of the scenario it is the history of; outside the calendar it has no turn."""

    id: str
    date: Text  # as people write it
    turn: int  # the turn beside which it is told, or -1
    text: Text
    source: str
    dispute: Text  # where sources disagree; may be empty
    kind: str = ""  # "event", "congress", "treaty" or "battle"; empty for none of them
    of: int = -1  # its index


@dataclass(frozen=True, slots=True)
class BattleDef:
    """A battle of history: where, between whom, when, and what is known of it."""

    id: str
    title: Text
    regions: tuple[int, ...]
    sides: tuple[tuple[int, ...], tuple[int, ...]]  # two groups of factions, in either order
    date: Text  # as people write it, one day, one month or a span
    months: tuple[int, int]  # the first and the last, counted from the year 0
    kind: str  # "battle", "campaign" or "war"
    note: Text
    source: str
    confidence: str  # "high", "medium" or "low"

    def is_like(self, region: int, one: int, other: int) -> bool:
        """Whether a fight of two factions in a region is like it."""
        a, b = self.sides
        return region in self.regions and ((one in a and other in b) or (one in b and other in a))

    def away(self, month: int) -> int:
        """Return how many months a month lies from it in history; 0 while it was fought."""
        first, last = self.months
        return max(first - month, month - last, 0)


def month_of(label: str) -> int:
    """Return the month of a date, counted from the year 0.

    >>> month_of("1942-09-16") - month_of("1941-12")
    9
    """
    return int(label[:4]) * 12 + int(label[5:7])
