"""What rows of facts come to in a game: numbers at a date, peaks, and the months in which something came about."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from lanc_game.compile.facts import Kind, Row
from lanc_game.engine.conditions import Number
from lanc_game.engine.state import State
from lanc_game.engine.world import World

Value = Fraction | None
"""A number, exactly, or a turn; None where the thing did not happen, or the row is not asked in this game."""

PERCENT = 100


class Readings:
    """Reads rows from the positions of one game. Tell it the opening and the position after every turn, in order."""

    def __init__(self, world: World, rows: Sequence[Row]) -> None:
        self.world = world
        self._readers = [_reader(world, row) for row in rows]
        self._last: State | None = None

    def look(self, state: State) -> None:
        """Take note of a position. One after a turn is read as of that turn: so conditions on dates mean what they say."""
        if not self._readers:
            return
        turn = state.turn - 1
        if turn >= 0:
            state = state.copy()
            state.turn = turn
        for reader in self._readers:
            reader.look(state, turn)
        self._last = state

    def result(self) -> tuple[Value, ...]:
        """Return what was read; where the war ended before a row's date, its last position stood still until then."""
        if self._last is None:
            return ()
        return tuple(reader.value(self._last) for reader in self._readers)


class _Reader:
    """Reads one row."""

    def __init__(self, world: World, row: Row) -> None:
        self.world = world
        self.row = row

    def look(self, state: State, turn: int) -> None:
        """Take note of the position at the end of a turn; -1 is the opening."""

    def value(self, last: State) -> Value:
        """Return what came of it, given the last position."""
        if not self.row.only_if.holds(self.world, last):
            return None
        return self._found()

    def _found(self) -> Value:
        return None

    def _sum(self, numbers: Sequence[Number], state: State) -> int:
        return sum([number.value(self.world, state) for number in numbers])


class _Month(_Reader):
    """The first turn at whose end something holds, or from which on it holds for good."""

    def __init__(self, world: World, row: Row) -> None:
        super().__init__(world, row)
        self.first: int | None = None

    def look(self, state: State, turn: int) -> None:
        if turn < 0 or turn <= self.row.after or (self.first is not None and not self.row.for_good):
            return
        if not self.row.when.holds(self.world, state):
            self.first = None
        elif self.first is None:
            self.first = turn

    def _found(self) -> Value:
        return None if self.first is None else Fraction(self.first)


class _Number(_Reader):
    """A number at a turn, over another at the same or another turn."""

    def __init__(self, world: World, row: Row) -> None:
        super().__init__(world, row)
        self.above: int | None = None
        self.under: int | None = None
        self.asked: bool | None = None

    def look(self, state: State, turn: int) -> None:
        if turn == self.row.at:
            self.above = self._sum(self.row.numbers, state)
            self.asked = self.row.only_if.holds(self.world, state)
        if turn == self.row.over_at:
            self.under = self._divisor(state)

    def _divisor(self, state: State) -> int:
        return self._sum(self.row.over, state) if self.row.over else self.row.divisor

    def value(self, last: State) -> Value:
        above = self._sum(self.row.numbers, last) if self.above is None else self.above
        under = self._divisor(last) if self.under is None else self.under
        asked = self.row.only_if.holds(self.world, last) if self.asked is None else self.asked
        return Fraction(above, under) if asked and under else None


class _Peak(_Reader):
    """The greatest value of a number, the opening included."""

    def __init__(self, world: World, row: Row) -> None:
        super().__init__(world, row)
        self.peak: int | None = None

    def look(self, state: State, turn: int) -> None:  # noqa: ARG002 - the shape of readers
        here = self._sum(self.row.numbers, state)
        self.peak = here if self.peak is None else max(self.peak, here)

    def _found(self) -> Value:
        return None if self.peak is None else Fraction(self.peak)


class _Falls(_Peak):
    """The first turn at whose end a number stands under so many percent of its highest so far."""

    def __init__(self, world: World, row: Row) -> None:
        super().__init__(world, row)
        self.first: int | None = None

    def look(self, state: State, turn: int) -> None:
        super().look(state, turn)
        if self.first is None and turn >= 0 and turn > self.row.after and self.peak:
            here = self._sum(self.row.numbers, state)
            if here * PERCENT < self.peak * self.row.below:
                self.first = turn

    def _found(self) -> Value:
        return None if self.first is None else Fraction(self.first)


_READERS = {Kind.MONTH: _Month, Kind.NUMBER: _Number, Kind.PEAK: _Peak, Kind.FALLS: _Falls}


def _reader(world: World, row: Row) -> _Reader:
    return _READERS[row.kind](world, row)
