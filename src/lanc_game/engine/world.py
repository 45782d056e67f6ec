"""What a scenario fixes: frozen tables of ids, indexes, neighbours, costs and texts, shared by every state of a game."""

from dataclasses import dataclass
from functools import cached_property

from lanc_game.engine.conditions import Condition, Number
from lanc_game.engine.doctrine import Doctrine
from lanc_game.engine.effects import Effect
from lanc_game.engine.history import BattleDef, HistoryDef
from lanc_game.engine.names import FactionKind, Fate, LinkKind, Relation, Role, Status, Terrain, Verb, Worth
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
from lanc_game.engine.tables import Tables
from lanc_game.engine.texts import Text

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

    @property
    def step(self) -> str:
        """How long the turn is, ``day`` or ``month``, as its label has it."""
        return "day" if self.label.count("-") > 1 else "month"


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
    wing: int = NOBODY
    life: str = ""  # the years, as history has them


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
    done: bool = False  # it was done in history


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

    @property
    def answered_by(self) -> Verb:
        """The order that answers it: a patron's demand is replied to, any other choice is decided."""
        return Verb.REPLY if self.patron >= 0 else Verb.DECIDE


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
    strains: tuple[tuple[int, int, int], ...] = ()
    fired: tuple[tuple[int, int, int], ...] = ()  # event, turn (before the first one), option or NOBODY
    held: tuple[tuple[int, int], ...] = ()  # congress, turn (before the first one)
    seats: tuple[tuple[int, int, int], ...] = ()  # congress, wing, seats
    sides: tuple[tuple[int, int], ...] = ()  # wing, the side it has gone to, or NOBODY
    fates: tuple[tuple[int, Fate], ...] = ()  # leader, fate


@dataclass(frozen=True, eq=False)
class World(Tables):
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
    history: tuple[HistoryDef, ...] = ()  # by date
    battles: tuple[BattleDef, ...] = ()  # by date

    @cached_property
    def region_index(self) -> dict[str, int]:
        """Index of each region id."""
        return {region.id: index for index, region in enumerate(self.regions)}

    @cached_property
    def faction_index(self) -> dict[str, int]:
        """Index of each faction id."""
        return {faction.id: index for index, faction in enumerate(self.factions)}

    @cached_property
    def strengths(self) -> tuple[tuple[int, ...], ...]:
        """For each faction the strength of a hundred men, by slot, padded with zeros."""
        return tuple(tuple(unit.strength for unit in units) + (0,) * (SLOTS - len(units)) for units in self.slots)

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
