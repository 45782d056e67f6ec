"""The scenario's vocabulary of numbers and conditions, each a small node that reads a state.

The vocabulary is closed: a node is added here, in ``model/vocabulary.py`` and in ``compile/vocabulary.py``, nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from lanc_game.engine.names import NEVER, Fate, Figure, Posture, Relation, Role, Status

if TYPE_CHECKING:
    from lanc_game.engine.state import State
    from lanc_game.engine.world import World

HIDDEN = Posture.HIDDEN  # by a name of its own: see docs/performance.md


class Number(Protocol):
    """A whole number read from a state."""

    def value(self, world: World, state: State) -> int:
        """Return the number."""
        ...


class Condition(Protocol):
    """Something that holds of a state, or doesn't."""

    def holds(self, world: World, state: State) -> bool:
        """Say whether it holds."""
        ...


# --- numbers


@dataclass(frozen=True, slots=True)
class FactionFigure:
    """A faction's cadres, arms, supplies, standing or output."""

    figure: Figure
    faction: int

    def value(self, world: World, state: State) -> int:
        """Return the figure."""
        return state.figure(self.figure)[self.faction]


@dataclass(frozen=True, slots=True)
class MeterValue:
    """A named meter."""

    meter: int

    def value(self, world: World, state: State) -> int:
        """Return the meter's level, 0-100."""
        return state.meter[self.meter]


@dataclass(frozen=True, slots=True)
class HazardLevel:
    """The level of a hazard, 0-100."""

    hazard: int

    def value(self, world: World, state: State) -> int:
        """Return the level."""
        return state.hazard[self.hazard]


@dataclass(frozen=True, slots=True)
class Men:
    """The men of some factions in some regions, of some roles (all where none is named)."""

    factions: tuple[int, ...]
    regions: tuple[int, ...]
    roles: tuple[Role, ...]
    open_only: bool

    def value(self, world: World, state: State) -> int:
        """Return the number of men."""
        count = 0
        for faction in self.factions:
            for region in self.regions:
                place = faction * state.region_count + region
                if not state.total[place]:
                    continue
                if self.open_only and state.posture[place] == HIDDEN:
                    continue
                if not self.roles:
                    count += state.total[place]
                    continue
                units = world.slots[faction]
                count += sum(
                    [men for men, unit in zip(state.row(place), units, strict=False) if unit.role in self.roles]
                )
        return count


@dataclass(frozen=True, slots=True)
class TownsHeld:
    """How many of the regions have their towns in a faction's hands; ``share`` counts in thousandths of people."""

    faction: int
    regions: tuple[int, ...]
    country: bool
    share: bool

    def value(self, world: World, state: State) -> int:
        """Return the count, or the share in thousandths of the regions' people."""
        holders = state.country if self.country else state.town
        held = [region for region in self.regions if holders[region] == self.faction]
        if not self.share:
            return len(held)
        people = sum(world.regions[region].people for region in self.regions)
        return sum(world.regions[region].people for region in held) * 1000 // max(1, people)


@dataclass(frozen=True, slots=True)
class CouncilCount:
    """How many of the regions have a council of a faction of at least a level."""

    faction: int
    regions: tuple[int, ...]
    level: int

    def value(self, world: World, state: State) -> int:
        """Return the count."""
        width = state.faction_count
        councils = state.council[self.faction :: width]
        return sum([councils[region] >= self.level for region in self.regions])


@dataclass(frozen=True, slots=True)
class CouncilReach:
    """The share of the people that a faction's councils reach, in thousandths: a council of three reaches all of its region."""

    faction: int
    regions: tuple[int, ...]

    def value(self, world: World, state: State) -> int:
        """Return the share in thousandths."""
        width = state.faction_count
        people = reached = 0
        for region in self.regions:
            here = world.regions[region].people
            people += here * 3
            reached += here * state.council[region * width + self.faction]
        return reached * 1000 // max(1, people)


@dataclass(frozen=True, slots=True)
class SympathyOf:
    """A faction's sympathy over some regions, weighted by people, in thousandths."""

    faction: int
    regions: tuple[int, ...]

    def value(self, world: World, state: State) -> int:
        """Return the sympathy in thousandths."""
        width = state.faction_count
        people = won = 0
        for region in self.regions:
            here = world.regions[region].people
            people += here
            won += here * state.sympathy[region * width + self.faction]
        return won // max(1, people)


@dataclass(frozen=True, slots=True)
class RegionFigure:
    """The fear, feuds or grain of some regions, averaged."""

    figure: Figure
    regions: tuple[int, ...]

    def value(self, world: World, state: State) -> int:
        """Return the mean over the regions."""
        values = state.figure(self.figure)
        return sum([values[region] for region in self.regions]) // max(1, len(self.regions))


@dataclass(frozen=True, slots=True)
class HeatOf:
    """How much a faction has lately done in some regions: about a hundred a raid, fading."""

    faction: int
    regions: tuple[int, ...]

    def value(self, world: World, state: State) -> int:
        """Return the sum of heat."""
        width = state.faction_count
        heat = state.heat[self.faction :: width]
        return sum([heat[region] for region in self.regions])


@dataclass(frozen=True, slots=True)
class Fallen:
    """The men a faction has lost killed so far."""

    faction: int

    def value(self, world: World, state: State) -> int:
        """Return the number of men."""
        return state.fallen[self.faction]


@dataclass(frozen=True, slots=True)
class WingFigure:
    """A wing's loyalty or grievance, 0-100."""

    figure: Figure
    wing: int

    def value(self, world: World, state: State) -> int:
        """Return the figure."""
        return state.figure(self.figure)[self.wing]


@dataclass(frozen=True, slots=True)
class Regard:
    """How a patron regards a faction, 0-100."""

    patron: int
    faction: int

    def value(self, world: World, state: State) -> int:
        """Return the regard."""
        return state.regard[self.patron * state.faction_count + self.faction]


@dataclass(frozen=True, slots=True)
class Goodwill:
    """What a faction's courting has won with a wing, 0-100."""

    wing: int
    faction: int

    def value(self, world: World, state: State) -> int:
        """Return the goodwill."""
        return state.goodwill[self.wing * state.faction_count + self.faction]


@dataclass(frozen=True, slots=True)
class StrainBetween:
    """The strain between two factions, 0-100."""

    a: int
    b: int

    def value(self, world: World, state: State) -> int:
        """Return the strain."""
        return state.strain[state.pair(self.a, self.b)]


@dataclass(frozen=True, slots=True)
class SeatsOf:
    """The seats that a wing got at a congress; 0 before it."""

    congress: int
    wing: int

    def value(self, world: World, state: State) -> int:
        """Return the number of seats."""
        return state.seats[self.congress * len(world.wings) + self.wing]


# --- conditions


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; true of no parts."""

    parts: tuple[Condition, ...]

    def holds(self, world: World, state: State) -> bool:
        """Say whether every part holds."""
        for part in self.parts:  # noqa: SIM110 - conditions are asked thousands of times a game, and `all` takes twice as long
            if not part.holds(world, state):
                return False
        return True


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds; false of no parts."""

    parts: tuple[Condition, ...]

    def holds(self, world: World, state: State) -> bool:
        """Say whether some part holds."""
        for part in self.parts:  # noqa: SIM110 - as above
            if part.holds(world, state):
                return True
        return False


@dataclass(frozen=True, slots=True)
class Not:
    """The part doesn't hold."""

    part: Condition

    def holds(self, world: World, state: State) -> bool:
        """Say whether the part fails."""
        return not self.part.holds(world, state)


@dataclass(frozen=True, slots=True)
class Between:
    """A number lies within bounds, both included."""

    number: Number
    low: int
    high: int

    def holds(self, world: World, state: State) -> bool:
        """Say whether the number is within the bounds."""
        return self.low <= self.number.value(world, state) <= self.high


@dataclass(frozen=True, slots=True)
class During:
    """The turn lies within bounds, both included."""

    first: int
    last: int

    def holds(self, world: World, state: State) -> bool:
        """Say whether the turn is within the bounds."""
        return self.first <= state.turn <= self.last


@dataclass(frozen=True, slots=True)
class InMonths:
    """The calendar month is one of these."""

    months: tuple[int, ...]

    def holds(self, world: World, state: State) -> bool:
        """Say whether the month is one of these."""
        return world.turns[min(state.turn, len(world.turns) - 1)].month in self.months


@dataclass(frozen=True, slots=True)
class Happened:
    """An event has happened, at least so many turns ago; with an option, only if that was the answer."""

    event: int
    turns_ago: int
    option: int

    def holds(self, world: World, state: State) -> bool:
        """Say whether the event has happened so."""
        when = state.fired[self.event]
        if when == NEVER or state.turn - when < self.turns_ago:
            return False
        return self.option < 0 or state.answer[self.event] == self.option


@dataclass(frozen=True, slots=True)
class StatusIs:
    """A faction's status is one of these."""

    faction: int
    statuses: tuple[Status, ...]

    def holds(self, world: World, state: State) -> bool:
        """Say whether the status is one of these."""
        return state.status[self.faction] in self.statuses


@dataclass(frozen=True, slots=True)
class RelationIs:
    """The relation of two factions is one of these."""

    a: int
    b: int
    relations: tuple[Relation, ...]

    def holds(self, world: World, state: State) -> bool:
        """Say whether the relation is one of these."""
        return state.relation[self.a * state.faction_count + self.b] in self.relations


@dataclass(frozen=True, slots=True)
class LeaderIs:
    """A leader's fate is one of these."""

    leader: int
    fates: tuple[Fate, ...]

    def holds(self, world: World, state: State) -> bool:
        """Say whether the fate is one of these."""
        return state.leader_fate[self.leader] in self.fates


@dataclass(frozen=True, slots=True)
class Signed:
    """A treaty has been signed, the last time at least so many turns ago."""

    instrument: int
    turns_ago: int

    def holds(self, world: World, state: State) -> bool:
        """Say whether it has been signed so."""
        when = state.signed_at[self.instrument]
        return when >= 0 and state.turn - when >= self.turns_ago


@dataclass(frozen=True, slots=True)
class Ended:
    """A treaty has ended, the last time at least so many turns ago, and has not been signed again."""

    instrument: int
    turns_ago: int

    def holds(self, world: World, state: State) -> bool:
        """Say whether it has ended so."""
        when = state.ended_at[self.instrument]
        if when < 0 or state.turn - when < self.turns_ago:
            return False
        return all(treaty.instrument != self.instrument for treaty in state.treaties)


@dataclass(frozen=True, slots=True)
class InForce:
    """A treaty is in force, with some of its clauses settled in one of some ways: (place of the clause, values)."""

    instrument: int
    settles: tuple[tuple[int, tuple[int, ...]], ...]

    def holds(self, world: World, state: State) -> bool:
        """Say whether such a treaty is in force."""
        return any(
            treaty.instrument == self.instrument
            and all(treaty.values[place] in values for place, values in self.settles)
            for treaty in state.treaties
        )


@dataclass(frozen=True, slots=True)
class WingWith:
    """A wing belongs to a faction; with -1, it has gone home."""

    wing: int
    faction: int

    def holds(self, world: World, state: State) -> bool:
        """Say whether the wing is there."""
        return state.wing_side[self.wing] == self.faction


@dataclass(frozen=True, slots=True)
class CongressHeld:
    """A congress has been held, at least so many turns ago."""

    congress: int
    turns_ago: int

    def holds(self, world: World, state: State) -> bool:
        """Say whether it has been held so."""
        when = state.held[self.congress]
        return when != NEVER and state.turn - when >= self.turns_ago
