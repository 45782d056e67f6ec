"""What a scenario fixes: frozen tables of ids, indexes, neighbours, costs and texts, shared by every state of a game."""

from dataclasses import dataclass
from functools import cached_property

from lanc_game.engine.conditions import Condition, Number
from lanc_game.engine.doctrine import Doctrine
from lanc_game.engine.effects import Effect
from lanc_game.engine.names import FactionKind, Level, LinkKind, Relation, Role, Status, Terrain, Verb, Worth
from lanc_game.engine.politics import (
    ClauseDef,
    CongressDef,
    Friction,
    InstrumentDef,
    MandateDef,
    PatronDef,
    PromiseDef,
    Pull,
    WingDef,
)
from lanc_game.engine.rules import Rules
from lanc_game.engine.texts import Text

RouteKey = tuple[int, int, bool, bool, bool, tuple[int, ...], tuple[int, ...]]
NOBODY = -1
SLOTS = 6  # unit kinds a faction can field
NO_HANDICAP = 100  # percent


@dataclass(frozen=True, slots=True)
class TurnDef:
    """One turn of the calendar: its label (``1943-08``), its name, and the season's two facts."""

    label: str
    name: Text
    month: int  # 1-12
    winter: bool
    harvest: bool


@dataclass(frozen=True, slots=True)
class TownDef:
    """A named place on the map. Rank 1 is the seat of its region; 3 is a hamlet known for an event."""

    id: str
    name: Text
    column: int
    row: int
    rank: int
    label_left: bool


@dataclass(frozen=True, slots=True)
class RegionDef:
    """A region: one area of the map with its people and its towns. ``people`` counts thousands."""

    id: str
    name: Text
    full_name: Text
    aliases: tuple[str, ...]
    letter: str
    terrain: Terrain
    people: int
    worth: tuple[Worth, ...]
    zones: tuple[str, ...]
    towns: tuple[TownDef, ...]
    note: Text


@dataclass(frozen=True, slots=True)
class LinkDef:
    """A way between two regions, in both directions."""

    a: int
    b: int
    kind: LinkKind
    via: str


@dataclass(frozen=True, slots=True)
class ExitDef:
    """A way off the map. An occupier is supplied through it and leaves by it."""

    region: int
    kind: LinkKind
    to: str


@dataclass(frozen=True, slots=True)
class UnitDef:
    """A kind of unit: what it is for, how many men make one, how it fights and how far it goes in a month."""

    id: str
    name: Text
    plural: Text
    role: Role
    size: int  # men to a unit, for counting units on the board
    strength: int  # of a hundred men
    reach: int  # links in one turn; 0 stays at home
    motor: bool  # tied to roads


@dataclass(frozen=True, slots=True)
class Measure:
    """A part of a faction's verdict: points for a number, in proportion between ``low`` and ``high``."""

    id: str
    text: Text
    number: Number
    low: int
    high: int
    points: int


@dataclass(frozen=True, slots=True)
class FactionDef:
    """An organised side: who it is, what it starts with, what it wants."""

    id: str
    name: Text
    short: Text
    aliases: tuple[str, ...]
    letter: str
    colour: str
    pattern: str
    kind: FactionKind
    playable: bool
    blurb: Text
    status: Status
    cadres: int
    cadres_base: int
    arms: int
    supplies: int
    standing: int
    home_arms: int  # arms that come from home each turn while it is in play
    home_supplies: int
    units: tuple[int, ...]  # unit kind by slot, at most SLOTS
    meters: tuple[int, ...]
    policies: tuple[int, int]
    doctrine: Doctrine
    measures: tuple[Measure, ...]
    grades: tuple[int, int, int]  # least score for marginal, substantial, decisive
    handicap: int = NO_HANDICAP  # percent of the scenario's means that it has; the figures above are what is left

    def slot_of(self, role: Role, units: tuple[UnitDef, ...]) -> int:
        """Return the first slot whose unit kind has ``role``, or -1."""
        for slot, unit in enumerate(self.units):
            if units[unit].role is role:
                return slot
        return -1


@dataclass(frozen=True, slots=True)
class MeterDef:
    """A named number of one faction, 0-100."""

    id: str
    name: Text
    faction: int
    start: int


@dataclass(frozen=True, slots=True)
class LeaderDef:
    """A person: whose, where, with which gifts, and the turns in which he or she is on the map."""

    id: str
    name: Text
    faction: int
    region: int
    traits: tuple[str, ...]
    first: int
    last: int
    note: Text


@dataclass(frozen=True, slots=True)
class Rise:
    """A monthly rise of a hazard while a condition holds."""

    when: Condition
    by: int
    text: Text


@dataclass(frozen=True, slots=True)
class HazardDef:
    """A clock for a shock from outside. Above ``danger`` each point adds ``slope`` thousandths to the monthly chance."""

    id: str
    name: Text
    start: int
    rises: tuple[Rise, ...]
    danger: int
    slope: int


@dataclass(frozen=True, slots=True)
class OptionDef:
    """One answer to an event."""

    id: str
    text: Text
    cost: Text
    effects: tuple[Effect, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class EventDef:
    """A thing that can happen, once: when, how likely, with what effect, and what history says of it."""

    id: str
    title: Text
    text: Text
    note: Text
    source: str
    first: int
    last: int
    when: Condition
    chance: int
    hazard: int
    scheduled: int  # the turn at which it happens when clocks run on the historical schedule, or -1
    effects: tuple[Effect, ...]
    choosers: tuple[int, ...]
    options: tuple[OptionDef, ...]
    default: int
    public: bool
    patron: int = NOBODY  # whose demand it is
    months: int = 1  # how long the choice waits for an answer


@dataclass(frozen=True, slots=True)
class VerbDef:
    """Which faction kinds may use a verb, what it costs in cadres and how strong it is (100 is ordinary)."""

    verb: Verb
    kinds: tuple[FactionKind, ...]
    cost: int
    strength: int


@dataclass(frozen=True, slots=True)
class StartDef:
    """Where everything stands before the first turn, as lists in the order of the state."""

    men: tuple[tuple[int, int, int, int], ...]  # faction, region, slot, men
    hidden: tuple[tuple[int, int], ...]  # faction, region
    towns: tuple[int, ...]
    country: tuple[int, ...]
    sympathy: tuple[tuple[int, int, int], ...]  # region, faction, thousandths
    councils: tuple[tuple[int, int, int], ...]  # region, faction, level
    fear: tuple[int, ...]
    feuds: tuple[int, ...]
    relations: tuple[tuple[int, int, Relation], ...]


@dataclass(frozen=True, eq=False)
class World:
    """A compiled scenario. Two worlds with the same ``digest`` are the same; in a process a world is equal to itself only."""

    id: str
    digest: str
    title: Text
    summary: Text
    opening: Text  # what a player is told before the first month; may be empty
    rules: Rules
    turns: tuple[TurnDef, ...]
    grid: tuple[str, ...]
    regions: tuple[RegionDef, ...]
    links: tuple[LinkDef, ...]
    exits: tuple[ExitDef, ...]
    units: tuple[UnitDef, ...]
    factions: tuple[FactionDef, ...]
    meters: tuple[MeterDef, ...]
    leaders: tuple[LeaderDef, ...]
    hazards: tuple[HazardDef, ...]
    events: tuple[EventDef, ...]
    verbs: tuple[VerbDef, ...]
    clauses: tuple[ClauseDef, ...]
    instruments: tuple[InstrumentDef, ...]
    prices: tuple[tuple[tuple[int, ...], ...], ...]  # by faction, clause and value; the last value is blank
    pulls: tuple[Pull, ...]  # of wings, patrons, clauses and frictions alike
    frictions: tuple[Friction, ...]
    wings: tuple[WingDef, ...]
    patrons: tuple[PatronDef, ...]
    congresses: tuple[CongressDef, ...]
    promises: tuple[PromiseDef, ...]
    mandates: tuple[MandateDef, ...]
    start: StartDef
    ends_when: Condition

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
    def region_index(self) -> dict[str, int]:
        """Index of each region id."""
        return {region.id: index for index, region in enumerate(self.regions)}

    @cached_property
    def faction_index(self) -> dict[str, int]:
        """Index of each faction id."""
        return {faction.id: index for index, faction in enumerate(self.factions)}

    @cached_property
    def slots(self) -> tuple[tuple[UnitDef, ...], ...]:
        """The unit kinds of each faction, by slot."""
        return tuple(tuple(self.units[unit] for unit in faction.units) for faction in self.factions)

    @cached_property
    def slot_by_role(self) -> tuple[tuple[int, ...], ...]:
        """For each faction the first slot of each role, or -1."""
        return tuple(tuple(faction.slot_of(role, self.units) for role in Role) for faction in self.factions)

    @cached_property
    def strengths(self) -> tuple[tuple[int, ...], ...]:
        """For each faction the strength of a hundred men, by slot, padded with zeros."""
        return tuple(tuple(unit.strength for unit in units) + (0,) * (SLOTS - len(units)) for units in self.slots)

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
    def sources(self) -> tuple[Text, ...]:
        """Whatever effects come from, as it is called when somebody asks why: events by their own numbers, then the rest."""
        return (
            *(event.title for event in self.events),
            *(instrument.name for instrument in self.instruments),
            *(wing.name for wing in self.wings),
            *(congress.title for congress in self.congresses),
            *(mandate.title for mandate in self.mandates),
        )

    def instrument_source(self, instrument: int) -> int:
        """The number of a treaty among the sources."""
        return len(self.events) + instrument

    def wing_source(self, wing: int) -> int:
        """The number of a wing among the sources."""
        return len(self.events) + len(self.instruments) + wing

    def congress_source(self, congress: int) -> int:
        """The number of a congress among the sources."""
        return len(self.events) + len(self.instruments) + len(self.wings) + congress

    def mandate_source(self, mandate: int) -> int:
        """The number of a mandate among the sources."""
        return self.congress_source(len(self.congresses)) + mandate

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
