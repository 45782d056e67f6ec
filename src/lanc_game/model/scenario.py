"""A whole scenario as it is written: calendar, map, sides, people, events, and where everything stands at the start."""

# ruff: noqa: RUF012 - pydantic copies defaults, and a `Part` cannot be changed

from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictInt, StringConstraints

from lanc_game.model.base import (
    SCENARIO_FORM,
    Band,
    Count,
    Delta,
    HandicapPercent,
    Id,
    Label,
    Letter,
    Line,
    Paragraph,
    Part,
    Percent,
    Permille,
    QuestionName,
    Text,
    Where,
)
from lanc_game.model.doctrine import DoctrineModel, StanceModel, VerbName
from lanc_game.model.effects import Effect
from lanc_game.model.history import Battle, HistoryEntry
from lanc_game.model.politics import (
    Clause,
    Congress,
    Friction,
    Instrument,
    Mandate,
    Patron,
    Prices,
    Promise,
    Wing,
)
from lanc_game.model.start import Policies, Start
from lanc_game.model.vocabulary import Condition, FateName, Number, RoleName, StatusName

KindName = Literal["movement", "occupier", "government", "neighbour", "local"]
TerrainName = Literal["plain", "hills", "mountain", "coast"]
WorthName = Literal["port", "oil", "chrome", "grain", "capital"]
LinkName = Literal["road", "track", "pass", "sea", "highroad"]
ExitName = Literal["road", "track", "rail", "sea"]
ColourName = Literal["red", "green", "blue", "yellow", "magenta", "cyan", "white", "orange", "brown", "grey"]
TraitName = Literal["commander", "organiser", "orator", "elder"]
RuleValue = Annotated[StrictInt, Field(ge=0, le=100_000)]


class Header(Part):
    """What the scenario is called and what it is about. ``seats``, if any, are the sides that can be played here."""

    id: Annotated[str, StringConstraints(pattern=SCENARIO_FORM)]
    title: Text
    summary: Text
    start_note: Text | None = None
    seats: list[Id] = []
    handicaps: dict[Id, HandicapPercent] = {}


class Calendar(Part):
    """Turns from a first label on. ``step: day`` makes them days."""

    start: Label
    turns: Annotated[StrictInt, Field(ge=1, le=400)]
    step: Literal["month", "day"] = "month"
    winter: list[Annotated[StrictInt, Field(ge=1, le=12)]] = [12, 1, 2, 3]
    harvest: list[Annotated[StrictInt, Field(ge=1, le=12)]] = [7, 8, 9]


class Town(Part):
    """A named place; ``cell`` is [column, row] on the map, counted from 0."""

    region: Id
    name: Line
    name_en: Line | None = None
    cell: Annotated[list[Annotated[StrictInt, Field(ge=0, le=500)]], Field(min_length=2, max_length=2)]
    rank: Annotated[StrictInt, Field(ge=1, le=3)] = 1
    label: Literal["left", "right"] = "right"


class Map(Part):
    """The drawing: one letter a region, ``~`` sea, ``=`` lake, ``.`` land beyond."""

    grid: Annotated[str, StringConstraints(min_length=1, max_length=100_000)]
    letters: dict[Letter, Id]
    towns: dict[Id, Town]


class Region(Part):
    """A region of the map. ``people`` counts thousands."""

    name: Line
    name_en: Line | None = None
    full_name_en: Line | None = None
    aliases: list[Line] = []
    terrain: TerrainName
    people: Annotated[StrictInt, Field(ge=1, le=20_000)]
    worth: list[WorthName] = []
    zones: list[Id] = []
    note: Text | None = None


class Link(Part):
    """A way between two regions, both ways."""

    between: Annotated[list[Id], Field(min_length=2, max_length=2)]
    kind: LinkName
    via: Annotated[str, StringConstraints(max_length=120)] = ""


class Exit(Part):
    """A way off the map."""

    region: Id
    kind: ExitName
    to: Line


class Unit(Part):
    """A unit kind. ``strength`` is that of a hundred men; ``reach`` counts links a turn."""

    name: Text
    plural: Text
    role: RoleName
    size: Annotated[StrictInt, Field(ge=1, le=100_000)]
    strength: Annotated[StrictInt, Field(ge=0, le=1000)]
    reach: Annotated[StrictInt, Field(ge=0, le=10)] = 0
    motor: StrictBool = False


class MeasureModel(Part):
    """Points for a number, in proportion between ``low`` and ``high``."""

    text: Text
    number: Number
    low: Delta
    high: Delta
    points: Annotated[StrictInt, Field(ge=1, le=100)]


class Meter(Part):
    """A named number of a faction, 0-100."""

    name: Text
    start: Percent = 50


class Faction(Part):
    """A side."""

    name: Text
    short: Text
    aliases: list[Line] = []
    letter: Letter
    colour: ColourName
    pattern: Annotated[str, StringConstraints(min_length=1, max_length=1)] = "·"
    kind: KindName
    playable: StrictBool = False
    blurb: Text | None = None
    status: StatusName = "active"
    cadres: Annotated[StrictInt, Field(ge=0, le=20)] = 3
    cadres_base: Annotated[StrictInt, Field(ge=0, le=20)] = 3
    arms: Count = 0
    supplies: Count = 0
    standing: Percent = 0
    home_arms: Count = 0
    home_supplies: Count = 0
    units: Annotated[list[Id], Field(min_length=1, max_length=6)]
    meters: dict[Id, Meter] = {}
    policies: Policies = Policies()
    doctrine: DoctrineModel = DoctrineModel()
    verdict: dict[Id, MeasureModel] = {}
    grades: Annotated[list[Percent], Field(min_length=3, max_length=3)] = [30, 50, 75]


class Verdict(Part):
    """What a side is judged by in a campaign of another length. What is not said is as in its own entry."""

    measures: dict[Id, MeasureModel] = {}
    grades: Annotated[list[Percent], Field(min_length=3, max_length=3)] | None = None
    blurb: Text | None = None


class Leader(Part):
    """A person with a place, gifts and dates."""

    name: Line
    faction: Id
    where: Id = Field(alias="in")
    wing: Id | None = None
    traits: list[TraitName] = []
    first: Label | None = None
    last: Label | None = None
    life: Line | None = None
    note: Text | None = None


class RiseModel(Part):
    """A monthly rise of a hazard while something holds."""

    by: Annotated[StrictInt, Field(ge=-100, le=100)]
    when: Condition | None = None
    text: Text


class Hazard(Part):
    """A clock for a shock from outside: each point above ``danger`` adds ``slope`` thousandths to its chance."""

    name: Text
    start: Percent = 0
    rises: list[RiseModel] = []
    danger: Percent = 50
    slope: Annotated[StrictInt, Field(ge=1, le=1000)] = 10


class Option(Part):
    """An answer to an event. ``weight`` is how readily a bot takes it; ``done`` says that it was done in history."""

    text: Text
    cost: Text | None = None
    effects: list[Effect] = []
    weight: Count = 100
    done: StrictBool = False


class Event(Part):
    """A thing that can happen, once. ``hazard`` gives it that hazard's chance; ``scheduled`` is its date in history."""

    title: Text
    text: Text
    note: Text | None = None
    source: Line | None = None
    window: Annotated[list[Label], Field(min_length=2, max_length=2)] | None = None
    when: Condition | None = None
    chance: Permille = 1000
    hazard: Id | None = None
    scheduled: Label | None = None
    public: StrictBool = True
    effects: list[Effect] = []
    choosers: list[Id] = []
    options: dict[Id, Option] = {}
    default: Id | None = None
    patron: Id | None = None
    months: Annotated[StrictInt, Field(ge=1, le=12)] = 1


class Verb(Part):
    """Which faction kinds may use a verb, at what cost in cadres, with what strength in percent."""

    kinds: list[KindName]
    cost: Annotated[StrictInt, Field(ge=0, le=9)] = 1
    strength: Annotated[StrictInt, Field(ge=0, le=1000)] = 100


class Scenario(Part):
    """A scenario."""

    scenario: Header
    calendar: Calendar
    rules: dict[Id, RuleValue] = {}
    map: Map
    regions: dict[Id, Region]
    links: list[Link]
    exits: list[Exit] = []
    units: dict[Id, Unit]
    factions: dict[Id, Faction]
    verdicts: dict[Id, Verdict] = {}
    clauses: dict[Id, Clause] = {}
    instruments: dict[Id, Instrument] = {}
    prices: dict[Id, Prices] = {}
    frictions: list[Friction] = []
    wings: dict[Id, Wing] = {}
    patrons: dict[Id, Patron] = {}
    congresses: dict[Id, Congress] = {}
    promises: dict[Id, Promise] = {}
    mandates: dict[Id, Mandate] = {}
    leaders: dict[Id, Leader] = {}
    stances: dict[Id, dict[Id, StanceModel]] = {}
    historical: dict[Id, dict[Id, StanceModel]] = {}
    hazards: dict[Id, Hazard] = {}
    events: dict[Id, Event] = {}
    verbs: dict[VerbName, Verb]
    start: Start = Start()
    ends_when: Condition | None = None
    expect: dict[QuestionName, Band] = {}
    history: dict[Id, HistoryEntry] = {}
    battles: dict[Id, Battle] = {}


__all__ = ["FateName", "Paragraph", "Scenario", "Where"]
