"""Playing a save again from its orders, and saying whether it comes out as it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from lanc_game.engine.legal import accept
from lanc_game.engine.lexicon import OrderError
from lanc_game.engine.orders import Order, parse, text_of
from lanc_game.engine.state import State
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import view_of
from lanc_game.engine.world import World
from lanc_game.saves.errors import SaveError
from lanc_game.saves.lines import shown
from lanc_game.saves.records import SaveFile, TurnRecord

if TYPE_CHECKING:
    from pydantic import JsonValue

    from lanc_game.engine.facts import Fact, Sink
    from lanc_game.model.problems import Problem

    CompileWorld = Callable[[JsonValue], tuple[World | None, list[Problem]]]

_CURE = "`lanc verify` lists what differs; `lanc branch` keeps the turns before it."


class Position(NamedTuple):
    """The position after ``turn`` turns, and what happened in the last of them. The first is the opening, on line 1."""

    turn: int
    label: str
    line: int
    state: State
    facts: list[Fact]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A place where a save is not what it says; ``turn`` is -1 before the first turn.

    ``what`` is one of: chain, scenario, seats, start, label, orders, state digest, end.
    """

    turn: int
    label: str
    line: int
    what: str
    written: str
    found: str

    def __str__(self) -> str:
        place = f"line {self.line}" + (f", {self.label}" if self.label else "")
        return f"{place}: {self.what}: written {self.written}, found {self.found}"


@dataclass(frozen=True, slots=True)
class Verification:
    """What playing a save again showed: the recomputed digests by turn, and what is not as it was written."""

    start: str
    digests: tuple[tuple[str, str], ...]
    mismatches: tuple[Mismatch, ...]

    @property
    def ok(self) -> bool:
        """Whether everything came out as it was written."""
        return not self.mismatches

    @property
    def first(self) -> Mismatch | None:
        """The first thing that did not."""
        return self.mismatches[0] if self.mismatches else None


def world_of(save: SaveFile, compile_world: CompileWorld) -> World:
    """Return the world that a save carries. Raises SaveError where its scenario does not compile."""
    world, problems = compile_world(save.header.scenario)
    if world is None:
        said = "; ".join(f"{'.'.join(map(str, problem.path))}: {problem.message}" for problem in problems[:3])
        raise SaveError(save.path, 1, f"its scenario is not one: {said or 'no reason given'}", _CURE)
    return world


def replay(
    world: World, save: SaveFile, until: int | None = None, sink: Sink | None = None, *, facts: bool = True
) -> Iterator[Position]:
    """Play a save again: yield the opening, then the position after each turn, ``until`` so many turns are played.

    Each position brings the facts of its turn, unless ``facts`` is false or a ``sink`` takes them instead. Orders that
    are no orders or were not legal raise SaveError with their line. Digests are not compared: that is ``verify``.
    """
    player = Player(world, save)
    yield Position(0, "", 1, player.state, [])
    turns = save.turns if until is None else save.turns[: max(0, until)]
    for record in turns:
        told: list[Fact] = []
        collect = told.append if facts else None
        first = player.play(record, sink or collect)
        if first is not None:
            cause = f"{first.what}: written {first.written}, but {first.found}"
            raise SaveError(save.path, first.line, cause, _CURE)
        yield Position(record.turn + 1, record.label, record.line, player.state, told)


class Player:
    """A game that is being played again. Orders that are refused are left out and reported, so that it can go on."""

    def __init__(self, world: World, save: SaveFile) -> None:
        self.world = world
        self.seed = save.header.seed
        self.state = begin(world, save.header.seed, save.header.clock)
        self._read: dict[tuple[int, str], Order] = {}  # the same lines come back month after month

    def play(self, record: TurnRecord, sink: Sink | None = None) -> Mismatch | None:
        """Play one turn; return the first thing about it that cannot be, or None."""
        wrong = self._place(record)
        orders: list[Sequence[Order]] = [()] * len(self.world.factions)
        for faction in sorted(record.orders):
            index = self.world.faction_index.get(faction)
            if index is None:
                wrong = wrong or _wrong(record, "orders", shown(faction), "there is no such faction")
                continue
            orders[index], why = self._accepted(record, index)
            wrong = wrong or why
        self.state = resolve(self.world, self.state, orders, self.seed, sink)
        return wrong

    def _place(self, record: TurnRecord) -> Mismatch | None:
        """Say whether a turn comes when the calendar has it, and while the war lasts."""
        if self.state.over or record.turn >= len(self.world.turns):
            return _wrong(record, "end", f"turn {record.turn}", "the war was over before it")
        label = self.world.turns[record.turn].label
        return None if label == record.label else _wrong(record, "label", record.label, label)

    def _accepted(self, record: TurnRecord, faction: int) -> tuple[list[Order], Mismatch | None]:
        who = self.world.factions[faction].id
        wrong: Mismatch | None = None
        lines: list[str] = []
        read: list[Order] = []
        for line in record.orders[who]:
            try:
                order = self._order(faction, line)
            except OrderError as error:
                wrong = wrong or _wrong(record, "orders", f"{who}: {shown(line)}", error.message)
                continue
            lines.append(line)
            read.append(order)
        verdicts = accept(view_of(self.world, self.state, faction), read)
        for line, (_, refusal) in zip(lines, verdicts, strict=False):
            if refusal is not None:
                wrong = wrong or _wrong(record, "orders", f"{who}: {shown(line)}", f"refused: {refusal.reason}")
        if len(verdicts) < len(read):
            wrong = wrong or _wrong(record, "orders", f"{who}: {len(read)} orders", "too many for one turn")
        return [order for order, refusal in verdicts if refusal is None], wrong

    def _order(self, faction: int, line: str) -> Order:
        """Read a line, which must be spelled as the game spells it: prefixes change meaning as names are added."""
        known = self._read.get((faction, line))
        if known is not None:
            return known
        order = parse(self.world, faction, line)
        canonical = text_of(self.world, faction, order)
        if canonical != line:
            raise OrderError(f"it would be spelled `{canonical}`")
        self._read[faction, line] = order
        return order


def _wrong(record: TurnRecord, what: str, written: str, found: str) -> Mismatch:
    return Mismatch(record.turn, record.label, record.line, what, written, found)


def verify(world: World, save: SaveFile, *, keep_going: bool = False) -> Verification:
    """Play a save again and compare every digest. It stops at the first mismatch unless told to ``keep_going``.

    Keeping going, refused orders are left out and the recomputed positions are played on from, so that one sees which
    turns another engine would play otherwise.
    """
    found: list[Mismatch] = []
    header = save.header
    if save.damage is not None:
        record = save.turns[save.damage.line - 2] if save.damage.line > 1 else None
        turn, label = (record.turn, record.label) if record else (-1, "")
        found.append(Mismatch(turn, label, save.damage.line, "chain", "a line", save.damage.cause))
    if header.about.id != world.id or header.about.turns != len(world.turns):
        written, other = f"{header.about.id}, {header.about.turns} turns", f"{world.id}, {len(world.turns)} turns"
        found.append(Mismatch(-1, "", 1, "scenario", written, other))
    strangers = [seat for seat in sorted(header.seats) if seat not in world.faction_index]
    if strangers:
        found.append(Mismatch(-1, "", 1, "seats", shown(strangers[0]), "there is no such faction"))
    player = Player(world, save)
    start = player.state.digest()
    if start != header.start:
        found.append(Mismatch(-1, "", 1, "start", header.start, start))
    digests: list[tuple[str, str]] = []
    for record in save.turns:
        if found and not keep_going:
            break
        wrong = player.play(record)
        digest = player.state.digest()
        digests.append((record.label, digest))
        if wrong is not None:
            found.append(wrong)
        if digest != record.digest:
            found.append(_wrong(record, "state digest", record.digest, digest))
        if record.over and not player.state.over:
            found.append(_wrong(record, "end", "the war is over", "it goes on"))
    return Verification(start, tuple(digests), tuple(found))


def turn_at(world: World, date: str) -> int | None:
    """Return the turn that a date names: a label of the calendar, or ``#`` and a number. None where it names none."""
    if date.startswith("#"):
        digits = date[1:]
        known = digits.isascii() and digits.isdigit() and len(digits) < 6 and int(digits) <= len(world.turns)
        return int(digits) if known else None
    for turn, definition in enumerate(world.turns):
        if definition.label == date:
            return turn
    return None


def first_difference(one: State, other: State) -> tuple[str, str, str] | None:
    """Return the first field in which two positions differ with both values, ``("men[12]", "300", "280")``, or None."""
    left, right = one.to_json(), other.to_json()
    for name in sorted(left):
        a, b = left[name], right[name]
        if a == b:
            continue
        if isinstance(a, list) and isinstance(b, list):
            for index, (x, y) in enumerate(zip(a, b, strict=False)):
                if x != y:
                    return f"{name}[{index}]", str(x), str(y)
            return f"{name} (length)", str(len(a)), str(len(b))
        return name, str(a), str(b)
    return None
