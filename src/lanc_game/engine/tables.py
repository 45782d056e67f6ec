"""What follows from a scenario's tables: who is next to whom, which slots march, who may do what. Each is found once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from lanc_game.engine.names import FactionKind, Level, LinkKind, Role, Verb, Worth

if TYPE_CHECKING:
    from lanc_game.engine.politics import Friction, InstrumentDef
    from lanc_game.engine.rules import Rules
    from lanc_game.engine.world import (
        EventDef,
        ExitDef,
        FactionDef,
        LeaderDef,
        LinkDef,
        RegionDef,
        TurnDef,
        UnitDef,
        VerbDef,
    )

RouteKey = tuple[int, int, bool, bool, bool, tuple[int, ...], tuple[int, ...]]


class Tables:
    """The tables that a world has besides those it is made of. All are worked out when first asked for, and kept."""

    if TYPE_CHECKING:  # what they follow from: the fields of a world
        rules: Rules
        regions: tuple[RegionDef, ...]
        links: tuple[LinkDef, ...]
        exits: tuple[ExitDef, ...]
        units: tuple[UnitDef, ...]
        factions: tuple[FactionDef, ...]
        leaders: tuple[LeaderDef, ...]
        events: tuple[EventDef, ...]
        verbs: tuple[VerbDef, ...]
        turns: tuple[TurnDef, ...]
        instruments: tuple[InstrumentDef, ...]
        frictions: tuple[Friction, ...]

    @cached_property
    def neighbours(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """For each region its (neighbour, link) pairs, by the neighbour's id."""
        found: list[list[tuple[int, int]]] = [[] for _ in self.regions]
        for index, link in enumerate(self.links):
            found[link.a].append((link.b, index))
            found[link.b].append((link.a, index))
        return tuple(tuple(sorted(pairs, key=lambda p: self.regions[p[0]].id)) for pairs in found)

    @cached_property
    def beside(self) -> tuple[tuple[int, ...], ...]:
        """For each region the regions one link away, each once."""
        return tuple(tuple(dict.fromkeys(other for other, _ in pairs)) for pairs in self.neighbours)

    @cached_property
    def within_reach(self) -> tuple[tuple[int, ...], ...]:
        """For each region the regions from which a deed is heard of, itself included."""
        reach: list[tuple[int, ...]] = []
        for region in range(len(self.regions)):
            found = {region}
            for _ in range(self.rules.deed_reach):
                found |= {other for known in found for other in self.beside[known]}
            reach.append(tuple(sorted(found)))
        return tuple(reach)

    @cached_property
    def slots(self) -> tuple[tuple[UnitDef, ...], ...]:
        """The unit kinds of each faction, by slot."""
        return tuple(tuple(self.units[unit] for unit in faction.units) for faction in self.factions)

    @cached_property
    def slot_by_role(self) -> tuple[tuple[int, ...], ...]:
        """For each faction the first slot of each role, or -1."""
        return tuple(tuple(faction.slot_of(role, self.units) for role in Role) for faction in self.factions)

    @cached_property
    def mobile(self) -> tuple[tuple[int, ...], ...]:
        """For each faction the slots whose men can travel, and so can attack."""
        return tuple(tuple(slot for slot, unit in enumerate(units) if unit.reach) for units in self.slots)

    @cached_property
    def roving(self) -> tuple[tuple[int, ...], ...]:
        """For each faction the slots whose men can leave their posts: those who travel, garrisons excepted."""
        return tuple(
            tuple(slot for slot, unit in enumerate(units) if unit.reach and unit.role is not Role.GARRISON)
            for units in self.slots
        )

    @cached_property
    def fielded(self) -> tuple[tuple[int, ...], ...]:
        """For each faction the slots whose men live in the field: all but the militia, who eat and sleep at home."""
        return tuple(
            tuple(slot for slot, unit in enumerate(units) if unit.role is not Role.MILITIA) for units in self.slots
        )

    @cached_property
    def posted(self) -> tuple[tuple[int, ...], ...]:
        """For each faction the slots whose men stay where they are: all but the roving."""
        return tuple(
            tuple(slot for slot in range(len(units)) if slot not in roving)
            for units, roving in zip(self.slots, self.roving, strict=True)
        )

    @cached_property
    def convoys(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """For each region the (neighbour, link) pairs over which stores are brought: roads and the sea."""
        kinds = (LinkKind.ROAD, LinkKind.HIGHROAD, LinkKind.SEA)
        return tuple(tuple(pair for pair in pairs if self.links[pair[1]].kind in kinds) for pairs in self.neighbours)

    @cached_property
    def mines(self) -> tuple[bool, ...]:
        """Whether a region has a mine or a well."""
        return tuple(Worth.OIL in region.worth or Worth.CHROME in region.worth for region in self.regions)

    @cached_property
    def roads(self) -> tuple[tuple[int, ...], ...]:
        """For each region the links that are roads for motors."""
        kinds = (LinkKind.ROAD, LinkKind.HIGHROAD)
        return tuple(tuple(link for _, link in pairs if self.links[link].kind in kinds) for pairs in self.neighbours)

    @cached_property
    def ways_in(self) -> tuple[int, ...]:
        """The regions into which convoys come from home: those with a way off the map that is no track."""
        return tuple(exit_.region for exit_ in self.exits if exit_.kind is not LinkKind.TRACK)

    @cached_property
    def movements(self) -> tuple[int, ...]:
        """The factions that people can be for: everyone but occupiers."""
        return tuple(i for i, faction in enumerate(self.factions) if faction.kind is not FactionKind.OCCUPIER)

    @cached_property
    def occupiers(self) -> tuple[int, ...]:
        """The factions that hold the country by force from outside."""
        return tuple(i for i, faction in enumerate(self.factions) if faction.kind is FactionKind.OCCUPIER)

    @cached_property
    def events_by_turn(self) -> tuple[tuple[int, ...], ...]:
        """For each turn the events whose window is open."""
        return tuple(
            tuple(index for index, event in enumerate(self.events) if event.first <= turn <= event.last)
            for turn in range(len(self.turns))
        )

    @cached_property
    def untold(self) -> tuple[tuple[int, ...], ...]:
        """For each faction the events of which it is not told: those of others that are not public."""
        return tuple(
            tuple(i for i, event in enumerate(self.events) if not event.public and faction not in event.choosers)
            for faction in range(len(self.factions))
        )

    @cached_property
    def may(self) -> tuple[tuple[VerbDef | None, ...], ...]:
        """For each faction and verb its definition, or None where the faction's kind may not use it."""
        by_verb = {definition.verb: definition for definition in self.verbs}
        return tuple(
            tuple(by_verb[verb] if verb in by_verb and faction.kind in by_verb[verb].kinds else None for verb in Verb)
            for faction in self.factions
        )

    @cached_property
    def rivals(self) -> tuple[tuple[int, int], ...]:
        """The pairs of sides between whom strain grows: those who could bind themselves to each other."""
        pairs = {
            (min(a, b), max(a, b))
            for instrument in self.instruments
            if instrument.level in (Level.PACT, Level.COMMAND)
            for a in instrument.parties
            for b in instrument.parties
            if a != b
        }
        pairs |= {(min(f.a, f.b), max(f.a, f.b)) for f in self.frictions}
        return tuple(sorted(pairs))

    @cached_property
    def ports(self) -> tuple[int, ...]:
        """The regions with a harbour."""
        return tuple(index for index, region in enumerate(self.regions) if Worth.PORT in region.worth)

    @cached_property
    def around(self) -> tuple[frozenset[int], ...]:
        """For each region itself and the regions one link away."""
        return tuple(frozenset((region, *near)) for region, near in enumerate(self.beside))

    @cached_property
    def routes(self) -> dict[RouteKey, dict[int, tuple[int, ...]]]:
        """What ``routes.reachable`` has worked out before: the same questions come back month after month."""
        return {}

    @cached_property
    def exits_by_region(self) -> tuple[tuple[ExitDef, ...], ...]:
        """For each region its ways off the map."""
        return tuple(
            tuple(exit_ for exit_ in self.exits if exit_.region == region) for region in range(len(self.regions))
        )

    @cached_property
    def leaders_of(self) -> tuple[tuple[int, ...], ...]:
        """For each faction its leaders."""
        return tuple(
            tuple(i for i, leader in enumerate(self.leaders) if leader.faction == faction)
            for faction in range(len(self.factions))
        )
