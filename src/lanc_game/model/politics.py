"""Politics as it is written: clauses and treaties, frictions, wings, patrons, congresses, promises, mandates."""

# ruff: noqa: RUF012 - pydantic copies defaults, and a `Part` cannot be changed

from typing import Annotated, Literal

from pydantic import Discriminator, Field, StrictBool, StrictInt, Tag

from lanc_game.model.base import Count, Id, Line, Paragraph, Part, Percent, Permille, Text, Words
from lanc_game.model.effects import Effect, Points
from lanc_game.model.vocabulary import Condition, Pair

LevelName = Literal["contact", "local", "truce", "joint", "pact", "command"]
AidName = Literal["arms", "supplies", "standing", "cadres"]

Monthly = Annotated[StrictInt, Field(ge=-20, le=20)]
Seats = Annotated[StrictInt, Field(ge=0, le=200)]
Term = Annotated[StrictInt, Field(ge=1, le=60)]
Prices = dict[Id, dict[Id, Points]]
"""What somebody gives for the values of clauses (or for ``blank``)."""


class StrainPull(Part):
    """A monthly pull on the strain between those who signed: positive strains, negative eases."""

    by: Points
    at_fault: Id | None = None
    when: Condition | None = None
    text: Text


class ClauseTerms(Part):
    """What a clause does in force when it is left blank."""

    monthly: list[Effect] = []
    strains: list[StrainPull] = []
    secret: StrictBool = False


class ClauseValue(Part):
    """A way to settle a clause, and what it does in force."""

    name: Text
    monthly: list[Effect] = []
    strains: list[StrainPull] = []
    secret: StrictBool = False


def _form_of_value(value: object) -> str:
    if isinstance(value, Words) or (isinstance(value, dict) and ("en" in value or "sq" in value)):
        return "words"
    return "settled" if isinstance(value, dict | ClauseValue) else "plain"


ValueForm = Annotated[
    Annotated[Paragraph, Tag("plain")] | Annotated[Words, Tag("words")] | Annotated[ClauseValue, Tag("settled")],
    Discriminator(_form_of_value),
]
"""A value of a clause: a text only, or its name with what it does."""


class Clause(Part):
    """A matter that treaties settle. ``may_be_blank`` lets it be left open: cheaper to sign, and it strains."""

    name: Text
    values: Annotated[dict[Id, ValueForm], Field(min_length=1, max_length=14)]
    may_be_blank: StrictBool = True
    blank: ClauseTerms | None = None


class Instrument(Part):
    """A treaty that these factions can sign with each other. ``worth`` is what being so close is worth to either side.

    ``done`` says how it was signed in history: by clause the value, or ``blank``. Nothing there: it was not, or so is disputed.
    """

    name: Text
    note: Text | None = None
    source: Line | None = None
    level: LevelName
    between: Annotated[list[Id], Field(min_length=2, max_length=20)]
    clauses: Annotated[list[Id], Field(max_length=6)] = []
    worth: Points = 0
    months: Annotated[StrictInt, Field(ge=0, le=400)] = 0
    when: Condition | None = None
    signed: list[Effect] = []
    ended: list[Effect] = []
    done: dict[Id, Id] = {}


class Friction(Part):
    """A monthly pull on the strain between two sides, whether or not a treaty binds them."""

    between: Pair
    by: Points
    at_fault: Id | None = None
    when: Condition | None = None
    text: Text


class WingPull(Part):
    """A monthly pull on a wing's loyalty or on its grievance: exactly one of the two."""

    loyalty: Monthly | None = None
    grievance: Monthly | None = None
    when: Condition | None = None
    text: Text


class Wing(Part):
    """A part of a side with a mind of its own, which can be courted, promised to, passed over, and can walk out."""

    name: Text
    note: Text | None = None
    source: Line | None = None
    of: Id
    leader: Id | None = None
    men: dict[Id, Permille] = {}
    loyalty: Percent = 50
    grievance: Percent = 0
    weight: Percent = 20
    purge: Points = -5
    goes_to: Id | None = None
    prices: Prices = {}
    pulls: list[WingPull] = []
    purged: list[Effect] = []
    leaves: list[Effect] = []
    farewell: Text | None = None


class Audit(Part):
    """A monthly pull on a patron's regard for a side."""

    of: Id
    by: Monthly
    when: Condition | None = None
    text: Text


class Aid(Part):
    """What a patron gives a side each month while its regard reaches ``regard`` and it has access."""

    to: Id
    gain: AidName
    by: Count
    regard: Percent


class Patron(Part):
    """A power off the map that deals with some sides: it pays, it asks, it judges."""

    name: Text
    note: Text | None = None
    source: Line | None = None
    regard: dict[Id, Percent]
    prices: Prices = {}
    audits: list[Audit] = []
    access: dict[Id, Condition] = {}
    aid: list[Aid] = []


class Plan(Part):
    """A way to divide the seats of a congress. ``weight`` is how readily a bot takes it; ``done``: so it was in history."""

    text: Text
    seats: dict[Id, Seats]
    weight: Count = 100
    done: StrictBool = False


class Outcome(Part):
    """What follows when a wing gets so many seats."""

    wing: Id
    at_least: Seats | None = None
    at_most: Seats | None = None
    effects: list[Effect] = []


class Congress(Part):
    """A gathering that one side can call once. Wings that get fewer seats than their due resent it."""

    title: Text
    text: Text
    note: Text | None = None
    source: Line | None = None
    host: Id
    when: Condition | None = None
    seats: Annotated[StrictInt, Field(ge=1, le=200)]
    wings: Annotated[dict[Id, Seats], Field(min_length=1, max_length=6)]
    seat: Annotated[StrictInt, Field(ge=0, le=50)] = 5
    plans: Annotated[dict[Id, Plan], Field(min_length=1)]
    effects: list[Effect] = []
    outcomes: list[Outcome] = []


class Promise(Part):
    """Something that a side can promise a wing, and by what it is judged after so many months."""

    name: Text
    of: Id
    to: Annotated[list[Id], Field(min_length=1, max_length=50)]
    when: Condition | None = None
    months: Term
    kept: Condition
    deed: Text | None = None
    trust: Percent
    honour: Percent
    betrayal: Percent


class Mandate(Part):
    """A task that a wing or a patron puts before a side, with its reward and its grudge."""

    title: Text
    text: Text
    of: Id
    wing: Id | None = None
    patron: Id | None = None
    when: Condition | None = None
    goal: Condition
    deed: Text | None = None
    months: Term
    reward: list[Effect] = []
    grudge: list[Effect] = []
