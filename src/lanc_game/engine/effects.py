"""The scenario's vocabulary of effects: what an event can do. Each node changes the month through the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from lanc_game.engine import facts
from lanc_game.engine.changes import PERMILLE, cross_over, leave_map, set_relation, win
from lanc_game.engine.names import Cause, Fate, Figure, Manner, Posture, Relation, Role, Status
from lanc_game.engine.partings import end_treaty, walk_out

if TYPE_CHECKING:
    from lanc_game.engine.ledger import Month

NOWHERE = -1


class Effect(Protocol):
    """Something an event does to the world."""

    def apply(self, month: Month, event: int) -> None:
        """Change the month; ``event`` is the cause to record."""
        ...


@dataclass(frozen=True, slots=True)
class ChangeFaction:
    """Add to a faction's cadres, arms, supplies, standing or output."""

    figure: Figure
    faction: int
    by: int

    def apply(self, month: Month, event: int) -> None:
        """Add."""
        month.change(self.figure, self.faction, self.by, Cause.EVENT, event=event)


@dataclass(frozen=True, slots=True)
class ChangeMeter:
    """Add to a named meter."""

    meter: int
    by: int

    def apply(self, month: Month, event: int) -> None:
        """Add."""
        month.change(Figure.METER, self.meter, self.by, Cause.EVENT, event=event)


@dataclass(frozen=True, slots=True)
class ChangeHazard:
    """Add to a hazard."""

    hazard: int
    by: int

    def apply(self, month: Month, event: int) -> None:
        """Add."""
        month.change(Figure.HAZARD, self.hazard, self.by, Cause.EVENT, event=event)


@dataclass(frozen=True, slots=True)
class ChangeRegions:
    """Add to the fear, feuds or grain of some regions."""

    figure: Figure
    regions: tuple[int, ...]
    by: int

    def apply(self, month: Month, event: int) -> None:
        """Add."""
        for region in self.regions:
            month.change(self.figure, region, self.by, Cause.EVENT, event=event)


@dataclass(frozen=True, slots=True)
class ChangeSympathy:
    """Win people for a faction, or lose them, in thousandths. What is won comes from the uncommitted."""

    faction: int
    regions: tuple[int, ...]
    by: int

    def apply(self, month: Month, event: int) -> None:
        """Add within what is uncommitted."""
        for region in self.regions:
            win(month, region, self.faction, self.by, Cause.EVENT, event)


@dataclass(frozen=True, slots=True)
class ChangeCouncil:
    """Raise or lower a faction's councils."""

    faction: int
    regions: tuple[int, ...]
    by: int

    def apply(self, month: Month, event: int) -> None:
        """Add."""
        for region in self.regions:
            hearth = region * month.state.faction_count + self.faction
            month.change(Figure.COUNCIL, hearth, self.by, Cause.EVENT, event=event)


@dataclass(frozen=True, slots=True)
class SetRelation:
    """Make two factions stand in a relation."""

    a: int
    b: int
    relation: Relation

    def apply(self, month: Month, event: int) -> None:
        """Set, both ways."""
        set_relation(month, self.a, self.b, self.relation)


@dataclass(frozen=True, slots=True)
class SetStatus:
    """Bring a faction in or take it out; one that is gone is judged as it goes."""

    faction: int
    status: Status

    def apply(self, month: Month, event: int) -> None:
        """Set."""
        was = month.state.status[self.faction]
        if was == self.status:
            return
        month.state.status[self.faction] = self.status
        month.tell(facts.StatusChanged, self.faction, -1, NOWHERE, self.status, was)
        if self.status is Status.GONE:
            leave_map(month, self.faction)


@dataclass(frozen=True, slots=True)
class Arrive:
    """Men of a faction arrive in each of some regions."""

    faction: int
    regions: tuple[int, ...]
    slot: int
    men: int
    hidden: bool

    def apply(self, month: Month, event: int) -> None:
        """Add the men."""
        for region in self.regions:
            place = self.faction * month.state.region_count + region
            if not month.state.total[place]:
                month.state.posture[place] = Posture.HIDDEN if self.hidden else Posture.OPEN
            month.men(place, self.slot, self.men, Cause.ARRIVED)


@dataclass(frozen=True, slots=True)
class Depart:
    """A share (thousandths) of a faction's men of some roles leave the map from some regions."""

    faction: int
    regions: tuple[int, ...]
    roles: tuple[Role, ...]
    share: int

    def apply(self, month: Month, event: int) -> None:
        """Take the men away."""
        units = month.world.slots[self.faction]
        for region in self.regions:
            place = self.faction * month.state.region_count + region
            gone = 0
            for slot, men in enumerate(month.state.row(place)):
                if men and (not self.roles or units[slot].role in self.roles):
                    leaving = men * self.share // PERMILLE
                    month.men(place, slot, -leaving, Cause.EVACUATED)
                    gone += leaving
            if gone:
                month.tell(facts.Withdrew, self.faction, -1, region, gone)


@dataclass(frozen=True, slots=True)
class Join:
    """A share (thousandths) of one faction's men and sympathy in some regions go over to another, slot by role."""

    giver: int
    taker: int
    regions: tuple[int, ...]
    share: int

    def apply(self, month: Month, event: int) -> None:
        """Move men one by one from ledger to ledger, and the people who follow them."""
        for region in self.regions:
            cross_over(month, self.giver, self.taker, region, self.share, event)


@dataclass(frozen=True, slots=True)
class ShareArms:
    """The arms of a collapsing army: ``per_thousand`` of its men there, divided by mustered men present, tie by key.

    ``first`` (or -1) counts its men double: it asked the garrison first.
    """

    owner: int
    regions: tuple[int, ...]
    per_thousand: int
    takers: tuple[int, ...]
    first: int

    def apply(self, month: Month, event: int) -> None:
        """Divide the stores of each region among those who stand there in the open."""
        state = month.state
        for region in self.regions:
            stores = state.total[self.owner * state.region_count + region] * self.per_thousand // PERMILLE
            hands = {
                taker: self._hands(month, taker, region)
                for taker in self.takers
                if state.status[taker] in (Status.ACTIVE, Status.UNDERGROUND)
            }
            hands = {taker: men for taker, men in hands.items() if men}
            present = sum(hands.values())
            if not stores or not present:
                continue
            stores = min(stores, present * 4)  # nobody carries off more than this
            for taker, men in hands.items():
                arms = stores * men // present
                month.change(Figure.ARMS, taker, arms, Cause.EVENT, self.owner, event)
                month.tell(facts.ArmsFound, taker, self.owner, region, arms)

    def _hands(self, month: Month, taker: int, region: int) -> int:
        place = taker * month.state.region_count + region
        if month.state.posture[place] in (Posture.HIDDEN, Posture.HIDING):
            return 0
        return month.state.total[place] * (2 if taker == self.first else 1)


@dataclass(frozen=True, slots=True)
class HandOver:
    """The towns that one faction holds in some regions pass to another, or to nobody (-1)."""

    giver: int
    taker: int
    regions: tuple[int, ...]

    def apply(self, month: Month, event: int) -> None:
        """Change the holder where the giver holds."""
        for region in self.regions:
            if month.state.town[region] == self.giver:
                month.state.town[region] = self.taker
                month.tell(facts.TownTaken, self.taker, self.giver, region)


@dataclass(frozen=True, slots=True)
class SetFate:
    """Something befalls a leader, who may also change place (-1: stays)."""

    leader: int
    fate: Fate
    region: int

    def apply(self, month: Month, event: int) -> None:
        """Set."""
        state = month.state
        if self.region >= 0:
            state.leader_region[self.leader] = self.region
        if state.leader_fate[self.leader] != self.fate and state.leader_fate[self.leader] != Fate.DEAD:
            state.leader_fate[self.leader] = self.fate
            owner = month.world.leaders[self.leader].faction
            month.tell(facts.LeaderFell, owner, -1, state.leader_region[self.leader], self.leader, self.fate)


@dataclass(frozen=True, slots=True)
class SetPolicy:
    """Change a standing instruction."""

    faction: int
    policy: int
    value: int

    def apply(self, month: Month, event: int) -> None:
        """Set."""
        month.state.policy[self.faction * 2 + self.policy] = self.value


@dataclass(frozen=True, slots=True)
class CutWires:
    """Silence the telegraph of some regions for some months."""

    regions: tuple[int, ...]
    months: int

    def apply(self, month: Month, event: int) -> None:
        """Set, if longer than now."""
        for region in self.regions:
            month.state.wire[region] = max(month.state.wire[region], self.months)


@dataclass(frozen=True, slots=True)
class ChangeWing:
    """Add to a wing's loyalty or grievance."""

    figure: Figure
    wing: int
    by: int

    def apply(self, month: Month, event: int) -> None:
        """Add."""
        month.change(self.figure, self.wing, self.by, Cause.EVENT, event=event)


@dataclass(frozen=True, slots=True)
class ChangeRegard:
    """Add to a patron's regard for a faction."""

    patron: int
    faction: int
    by: int

    def apply(self, month: Month, event: int) -> None:
        """Add."""
        at = self.patron * month.state.faction_count + self.faction
        month.change(Figure.REGARD, at, self.by, Cause.EVENT, event=event)


@dataclass(frozen=True, slots=True)
class ChangeStrain:
    """Add to the strain between two factions."""

    a: int
    b: int
    by: int

    def apply(self, month: Month, event: int) -> None:
        """Add."""
        month.change(Figure.STRAIN, month.state.pair(self.a, self.b), self.by, Cause.EVENT, event=event)


@dataclass(frozen=True, slots=True)
class EndTreaty:
    """A faction ends a treaty, where it has one of the kind, in a manner."""

    instrument: int
    faction: int
    manner: Manner

    def apply(self, month: Month, event: int) -> None:
        """End it."""
        for treaty in month.state.treaties:
            if treaty.instrument == self.instrument and self.faction in (treaty.a, treaty.b):
                end_treaty(month, treaty, self.faction, treaty.a + treaty.b - self.faction, self.manner)
                return


@dataclass(frozen=True, slots=True)
class WalkOut:
    """A wing leaves its side now."""

    wing: int

    def apply(self, month: Month, event: int) -> None:
        """Let it go."""
        walk_out(month, self.wing)
