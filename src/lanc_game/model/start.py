"""Where everything stands before the first turn: land, men and relations, and what happened before."""

# ruff: noqa: RUF012 - pydantic copies defaults, and a `Part` cannot be changed

from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictInt

from lanc_game.model.base import Count, Id, Part, Percent
from lanc_game.model.vocabulary import FateName, RelationName, StatusName

Ago = Annotated[StrictInt, Field(ge=2, le=400)]
"""Turns before the first one; the turn just before it is the last of which nothing is said."""


class Policies(Part):
    """The standing instructions at the start."""

    reprisals: Literal["none", "measured", "harsh"] = "none"
    requisition: Literal["light", "heavy"] = "light"


class StartRegion(Part):
    """Where a region stands at the start; sympathy and fear in percent."""

    town: Id | None = None
    country: Id | None = None
    sympathy: dict[Id, Percent] = {}
    councils: dict[Id, Annotated[StrictInt, Field(ge=0, le=3)]] = {}
    fear: Percent = 0
    feuds: Annotated[StrictInt, Field(ge=0, le=9)] = 0


class Force(Part):
    """Men of a faction at the start."""

    faction: Id
    where: Id = Field(alias="in")
    unit: Id
    men: Count
    hidden: StrictBool = False


class Standing(Part):
    """How two factions stand at the start. Pairs that are not named are hostile."""

    between: Annotated[list[Id], Field(min_length=2, max_length=2)]
    state: RelationName = Field(alias="is")


class StartFaction(Part):
    """What a side has at the start, where that is not what its own entry says."""

    status: StatusName | None = None
    cadres: Annotated[StrictInt, Field(ge=0, le=20)] | None = None
    cadres_base: Annotated[StrictInt, Field(ge=0, le=20)] | None = None
    arms: Count | None = None
    supplies: Count | None = None
    standing: Percent | None = None
    policies: Policies | None = None


class StartWing(Part):
    """Where a wing stands at the start. ``with`` is the side it has gone to; nothing means that it has gone home."""

    side: Id | None = Field(None, alias="with")
    loyalty: Percent | None = None
    grievance: Percent | None = None


class StartLeader(Part):
    """Where a person is at the start, and how."""

    fate: FateName | None = None
    where: Id | None = Field(None, alias="in")


class Before(Part):
    """An event of the time before the first turn: so many turns ago, and how it was answered."""

    ago: Ago = 12
    answer: Id | None = None


class HeldBefore(Part):
    """A congress of the time before the first turn, and the seats that each wing got."""

    ago: Ago = 12
    seats: dict[Id, Annotated[StrictInt, Field(ge=0, le=200)]] = {}


class Strained(Part):
    """The strain between two sides at the start."""

    between: Annotated[list[Id], Field(min_length=2, max_length=2)]
    level: Percent = Field(alias="is")


class Start(Part):
    """The position before the first turn."""

    relations: list[Standing] = []
    regions: dict[Id, StartRegion] = {}
    forces: list[Force] = []
    factions: dict[Id, StartFaction] = {}
    meters: dict[Id, Percent] = {}
    hazards: dict[Id, Percent] = {}
    wings: dict[Id, StartWing] = {}
    leaders: dict[Id, StartLeader] = {}
    regard: dict[Id, dict[Id, Percent]] = {}
    strain: list[Strained] = []
    happened: dict[Id, Before] = {}
    held: dict[Id, HeldBefore] = {}
