"""What a save says, once read and checked: plain frozen records, and the bounds that every save keeps.

They are dataclasses and not pydantic models so that a game can be written without importing pydantic; the models that
check what comes from a disk are in ``shapes``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lanc_game import __version__
from lanc_game.engine.world import NO_HANDICAP
from lanc_game.saves.lines import digest_of

if TYPE_CHECKING:
    from pydantic import JsonValue

    from lanc_game.engine.world import World

FORMAT = 1
SUFFIX = ".lanc"
MOST_BYTES = 64 * 1024 * 1024
MOST_LINE = 8 * 1024 * 1024
MOST_TURNS = 2_000
MOST_ORDERS = 120  # of one faction in one turn
MOST_ORDER_TEXT = 2_000
MOST_SEED = 2**63 - 1
MOST_TITLE = 200
MOST_SEATS = 64
ID = r"^[a-z][a-z0-9_]{0,39}$"
LABEL = r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"
DIGEST = r"^[0-9a-f]{32}$"
SEAT = r"^[a-z][a-z0-9_:.@=,-]{0,199}$"  # `human`, `bot:regular`, `bot:regular@oath=never`, `bot:outside`
FIRST_TURN_LINE = 2


@dataclass(frozen=True, slots=True)
class About:
    """The scenario in brief, for lists of saves: its id, its title in two languages, the turns of its calendar.

    ``handicaps`` are the percents of the sides that have one, by faction id.
    """

    id: str
    title: str
    title_sq: str
    turns: int
    handicaps: Mapping[str, int] = field(default_factory=dict)

    def fields(self) -> dict[str, JsonValue]:
        """Return it as JSON; handicaps are said only where there are some."""
        data: dict[str, JsonValue] = {
            "id": self.id,
            "title": {"en": self.title, "sq": self.title_sq},
            "turns": self.turns,
        }
        return data | ({"handicaps": dict(self.handicaps)} if self.handicaps else {})


@dataclass(frozen=True, slots=True)
class BranchPoint:
    """Where a branch left its parent: the parent's chain after ``turn`` turns."""

    chain: str
    turn: int


@dataclass(frozen=True, slots=True)
class Header:
    """The first line of a save: everything that a game is made of besides its orders. ``chain`` is set when written."""

    about: About
    scenario: dict[str, JsonValue]
    scenario_digest: str
    seed: int
    clock: int
    seats: dict[str, str]
    start: str
    engine: str = __version__
    branched_from: BranchPoint | None = None
    chain: str = ""

    def fields(self) -> dict[str, JsonValue]:
        """Return the line as JSON, without its chain."""
        parent = self.branched_from
        return {
            "lanc": "save",
            "format": FORMAT,
            "engine": self.engine,
            "about": self.about.fields(),
            "scenario": self.scenario,
            "scenario_digest": self.scenario_digest,
            "seed": self.seed,
            "clock": self.clock,
            "seats": dict(self.seats),
            "start": self.start,
            "branched_from": {"chain": parent.chain, "turn": parent.turn} if parent else None,
        }


@dataclass(frozen=True, slots=True)
class TurnRecord:
    """One turn: the orders of every faction that gave any, and the digest of the position they led to."""

    turn: int
    label: str
    orders: dict[str, tuple[str, ...]]
    digest: str
    over: bool = False
    chain: str = ""

    @property
    def line(self) -> int:
        """The number of the turn's line in its file."""
        return self.turn + FIRST_TURN_LINE

    def fields(self) -> dict[str, JsonValue]:
        """Return the line as JSON, without its chain; ``over`` is said only of the turn that ended the war."""
        orders: dict[str, JsonValue] = {faction: list(lines) for faction, lines in self.orders.items() if lines}
        data: dict[str, JsonValue] = {
            "turn": self.turn,
            "label": self.label,
            "orders": orders,
            "digest": self.digest,
        }
        if self.over:
            data["over"] = True
        return data


@dataclass(frozen=True, slots=True)
class Damage:
    """The first line whose bytes are not those that its chain was made of. Only lenient reading keeps such a save."""

    line: int
    cause: str


@dataclass(frozen=True, slots=True)
class SaveFile:
    """What was read of a save. ``notices`` are for people; ``torn`` holds the bytes after the last whole line."""

    path: Path
    header: Header
    turns: tuple[TurnRecord, ...]
    notices: tuple[str, ...] = ()
    size: int = 0  # bytes of the whole lines
    torn: bytes = b""
    damage: Damage | None = None

    @property
    def chain(self) -> str:
        """The chain of the last whole line: the name of this exact game so far."""
        return self.turns[-1].chain if self.turns else self.header.chain

    @property
    def over(self) -> bool:
        """Whether the last turn ended the war."""
        return bool(self.turns) and (self.turns[-1].over or len(self.turns) >= self.header.about.turns)

    def until(self, turn: int) -> SaveFile:
        """Return the save as it was after ``turn`` turns."""
        return replace(self, turns=self.turns[:turn])


def new_header(
    world: World, document: Mapping[str, JsonValue], *, seed: int, clock: int, seats: Mapping[str, str], start: str
) -> Header:
    """Return the header of a new game. ``document`` is the merged scenario, ``start`` the opening state's digest."""
    scenario = dict(document)
    title, title_sq = world.title.en[:MOST_TITLE], world.title.sq[:MOST_TITLE]
    handicaps = {faction.id: faction.handicap for faction in world.factions if faction.handicap != NO_HANDICAP}
    about = About(world.id, title, title_sq, len(world.turns), handicaps)
    return Header(about, scenario, digest_of(scenario), seed, clock, dict(seats), start)


def new_turn(
    turn: int, label: str, orders: Mapping[str, Sequence[str]], digest: str, *, over: bool = False
) -> TurnRecord:
    """Return a turn's record; factions without orders are left out."""
    given = {faction: tuple(orders[faction]) for faction in sorted(orders) if orders[faction]}
    return TurnRecord(turn, label, given, digest, over)
