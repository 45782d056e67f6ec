"""What a board may show: one side's knowledge, or everything for a replay and after the war. Panes ask nothing else."""

from __future__ import annotations

from typing import NamedTuple

from lanc_game.engine.names import Fate, Posture, Status
from lanc_game.engine.sight import ABOUT, EXACT
from lanc_game.engine.state import NEVER, Operation, State, Treaty
from lanc_game.engine.view import View, view_of
from lanc_game.engine.world import SLOTS, World

EVERYTHING = -1
UNKNOWN = -1


class Force(NamedTuple):
    """Men of one side in a region, as the board shows them."""

    faction: int
    men: int
    exact: bool
    age: int  # months since they were seen
    hidden: bool
    own: bool


class Eyes:
    """The position as one side knows it; ``faction`` EVERYTHING sees all."""

    def __init__(self, world: World, state: State, faction: int) -> None:
        self.world = world
        self.faction = faction
        self.turn = state.turn
        self._state = state
        self.view: View | None = view_of(world, state, faction) if faction >= 0 else None
        self.town = state.town
        self.country = state.country
        self.cut = state.cut
        self.wire = state.wire
        self.idle = state.idle
        self.feuds = state.feuds
        self.hazard = state.hazard
        self.happened = state.fired
        self.status = state.status
        self.standing = state.standing
        self._forces: dict[int, tuple[Force, ...]] = {}

    @property
    def all_seeing(self) -> bool:
        """Whether nothing is hidden."""
        return self.view is None

    @property
    def winter(self) -> bool:
        """Whether passes are under snow."""
        turns = self.world.turns
        return turns[min(self.turn, len(turns) - 1)].winter

    def age(self, region: int) -> int:
        """Months since a region was last seen: 0 is now; UNKNOWN is never."""
        if self.view is None:
            return 0
        sight = self.view.sights[region]
        if sight.turn == NEVER:
            return UNKNOWN
        return max(0, self.turn - 1 - sight.turn)

    def level(self, region: int) -> int:
        """How well a region was seen when it was seen last: 2 exactly, 1 about, 0 never."""
        return EXACT if self.view is None else self.view.sights[region].level

    def forces(self, region: int) -> tuple[Force, ...]:
        """Men in a region: our own first, then the largest."""
        if region not in self._forces:
            self._forces[region] = self._known_forces(region)
        return self._forces[region]

    def _known_forces(self, region: int) -> tuple[Force, ...]:
        if self.view is None:
            return self._all_forces(region)
        found: list[Force] = []
        if self.view.total[region]:
            hidden = self.view.posture[region] == Posture.HIDDEN
            found.append(Force(self.faction, self.view.total[region], True, 0, hidden, True))
        sight, age = self.view.sights[region], self.age(region)
        others = [
            Force(seen.faction, seen.men, sight.level == EXACT, age, seen.hidden, False)
            for seen in sight.forces
            if seen.men
        ]
        return (*found, *sorted(others, key=lambda force: -force.men))

    def _all_forces(self, region: int) -> tuple[Force, ...]:
        state = self._state
        found: list[Force] = []
        for faction in range(state.faction_count):
            place = faction * state.region_count + region
            if state.total[place]:
                hidden = state.posture[place] == Posture.HIDDEN
                found.append(Force(faction, state.total[place], True, 0, hidden, False))
        return tuple(sorted(found, key=lambda force: -force.men))

    def rows(self, region: int) -> list[tuple[int, list[int], int]]:
        """Men by unit kind where they are known: (faction, men by slot, posture)."""
        if self.view is not None:
            own = self.view
            return [(self.faction, own.row(region), own.posture[region])] if own.total[region] else []
        state = self._state
        places = [(f, f * state.region_count + region) for f in range(state.faction_count)]
        return [(f, state.men[p * SLOTS : p * SLOTS + SLOTS], state.posture[p]) for f, p in places if state.total[p]]

    def sympathy(self, region: int) -> tuple[int, ...]:
        """Sympathy by side in thousandths as last known; empty where nothing is known."""
        if self.view is not None:
            return self.view.sights[region].sympathy
        base = region * self._state.faction_count
        return tuple(self._state.sympathy[base : base + self._state.faction_count])

    def councils(self, region: int) -> tuple[int, ...]:
        """Council levels by side as last known."""
        count = len(self.world.factions)
        if self.view is not None:
            return tuple(self.view.known_council(region, faction) for faction in range(count))
        return tuple(self._state.council[region * count : region * count + count])

    def fear(self, region: int) -> int:
        """Fear in thousandths as last known, or UNKNOWN."""
        if self.view is None:
            return self._state.fear[region]
        sight = self.view.sights[region]
        return UNKNOWN if sight.turn == NEVER else sight.fear

    def burned(self, region: int) -> int:
        """Villages burned so far; everybody sees the smoke."""
        return self._state.burned[region]

    def relation(self, one: int, other: int) -> int:
        """How two sides stand; who is with whom is no secret."""
        return self._state.relation[one * self._state.faction_count + other]

    # --- dealings

    def treaties(self) -> list[Treaty]:
        """Treaties in force that are known: the public ones and our own."""
        return list(self._state.treaties) if self.view is None else self.view.treaties

    def strain(self, one: int, other: int) -> int:
        """The strain between two sides, or UNKNOWN where it is not ours to feel."""
        if self.view is None:
            return self._state.strain[self._state.pair(one, other)]
        return self.view.strain.get((min(one, other), max(one, other)), UNKNOWN)

    def strain_at(self, one: int, other: int) -> int:
        """Where that strain is kept among the figures."""
        return self._state.pair(one, other)

    def stigma(self, faction: int) -> int:
        """What a side's broken words have left on it; everybody remembers."""
        return self._state.stigma[faction]

    def wings(self, faction: int) -> list[int]:
        """The wings of a side; whose they are is no secret."""
        return [wing for wing, side in enumerate(self._state.wing_side) if side == faction]

    def temper(self, wing: int) -> tuple[int, int] | None:
        """A wing's loyalty and grievance, or None where we do not know its mind."""
        if self.view is None:
            return self._state.loyalty[wing], self._state.grievance[wing]
        if wing not in self.view.loyalty:
            return None
        return self.view.loyalty[wing], self.view.grievance[wing]

    def regard(self, patron: int, faction: int) -> int:
        """A patron's regard for a side, or UNKNOWN."""
        if self.view is None:
            dealt = self.world.patrons[patron].regard[faction] >= 0
            return self._state.regard[patron * self._state.faction_count + faction] if dealt else UNKNOWN
        return self.view.regard.get(patron, UNKNOWN) if faction == self.faction else UNKNOWN

    def access(self, patron: int, faction: int) -> bool:
        """Whether a patron has a way to send a side something; asked only where its regard is known."""
        return bool(self._state.access[patron * self._state.faction_count + faction])

    def operations(self) -> list[Operation]:
        """Announced offensives that are known."""
        return list(self._state.operations) if self.view is None else self.view.operations

    def leaders(self, region: int) -> list[int]:
        """Leaders known to be in a region."""
        fates, places = self._state.leader_fate, self._state.leader_region
        here = [i for i, place in enumerate(places) if place == region and fates[i] not in (Fate.AWAY, Fate.DEAD)]
        if self.view is None:
            return here
        return [i for i in here if self.view.leader_region[i] == region]

    def fate(self, leader: int) -> int:
        """What has become of a leader."""
        return self._state.leader_fate[leader]

    def in_play(self, faction: int) -> bool:
        """Whether a side is on the map."""
        return self.status[faction] in (Status.ACTIVE, Status.UNDERGROUND)

    def movements(self) -> list[int]:
        """The sides that people can be for, as far as they are in play."""
        return [faction for faction in self.world.movements if self.in_play(faction)]

    def about(self, region: int) -> bool:
        """Whether a region is seen only roughly now."""
        return self.level(region) == ABOUT
