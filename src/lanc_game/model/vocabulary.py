"""The closed vocabulary of numbers and conditions, as authors write them: a mapping with one telling key.

``{men: {of: hill}}`` is a number, ``{men: {of: hill}, at_least: 500}`` a condition. To add one: a model here, a node in
``engine/conditions.py`` and a line in ``compile/vocabulary.py``. Effects are next door in ``effects.py``.
"""

# ruff: noqa: RUF012 - pydantic copies defaults, and a `Part` cannot be changed

from typing import Annotated, Literal

from pydantic import Discriminator, Field, StrictBool, StrictInt, Tag

from lanc_game.model.base import Delta, Id, Label, Part, Where

RoleName = Literal["cell", "band", "regular", "militia", "garrison", "column"]
RelationName = Literal["war", "hostile", "truce", "allied"]
StatusName = Literal["unborn", "off_map", "active", "underground", "gone"]
FateName = Literal["well", "wounded", "captured", "dead", "away"]

Factions = Id | Annotated[list[Id], Field(min_length=1, max_length=50)]
Pair = Annotated[list[Id], Field(min_length=2, max_length=2)]
Ago = Annotated[StrictInt, Field(ge=0, le=200)]


class MenOf(Part):
    """Whose men, where, of which roles; ``open`` leaves out the hidden."""

    of: Factions
    where: Where | None = Field(None, alias="in")
    roles: list[RoleName] = []
    open: StrictBool = False


class HeldBy(Part):
    """Whose regions; ``share: true`` weighs by people and counts in thousandths."""

    of: Id
    where: Where | None = Field(None, alias="in")
    share: StrictBool = False


class CouncilsOf(Part):
    """Whose councils, of at least which level."""

    of: Id
    where: Where | None = Field(None, alias="in")
    level: Annotated[StrictInt, Field(ge=1, le=3)] = 1


class SideIn(Part):
    """A side and a place."""

    of: Id
    where: Where | None = Field(None, alias="in")


class Place(Part):
    """A place."""

    where: Where | None = Field(None, alias="in")


class RegardOf(Part):
    """Whose regard for whom."""

    patron: Id
    of: Id


class SeatsAt(Part):
    """Which wing's seats at which congress."""

    congress: Id
    wing: Id


class GoodwillOf(Part):
    """Which wing's goodwill, and who won it."""

    wing: Id
    of: Id


# --- numbers, each usable alone (a measure) or with bounds (a condition)


class Bounded(Part):
    """A number with its bounds; without any it is a number only, with one or both a condition."""

    at_least: Delta | None = None
    at_most: Delta | None = None


class StandingNumber(Bounded):
    """A faction's standing, 0-100."""

    standing: Id


class CadresNumber(Bounded):
    """A faction's cadres."""

    cadres: Id


class ArmsNumber(Bounded):
    """A faction's arms in store."""

    arms: Id


class SuppliesNumber(Bounded):
    """A faction's supplies."""

    supplies: Id


class OutputNumber(Bounded):
    """What an occupier has got out of the country so far."""

    output: Id


class FallenNumber(Bounded):
    """The men that a faction has lost killed."""

    fallen: Id


class MeterNumber(Bounded):
    """A named meter, 0-100."""

    meter: Id


class HazardNumber(Bounded):
    """A hazard's level, 0-100."""

    hazard: Id


class MenNumber(Bounded):
    """Men."""

    men: MenOf


class TownsNumber(Bounded):
    """Regions whose towns a faction holds."""

    towns: HeldBy


class CountryNumber(Bounded):
    """Regions whose country a faction holds."""

    country: HeldBy


class CouncilsNumber(Bounded):
    """Regions with a council of a faction."""

    councils: CouncilsOf


class ReachNumber(Bounded):
    """The share of the people that a faction's councils reach, in thousandths."""

    council_reach: SideIn


class SympathyNumber(Bounded):
    """Sympathy weighted by people, in thousandths."""

    sympathy: SideIn


class FearNumber(Bounded):
    """Mean fear, in thousandths."""

    fear: Place


class FeudsNumber(Bounded):
    """Mean number of blood feuds."""

    feuds: Place


class HeatNumber(Bounded):
    """What a faction has lately done: about a hundred a raid, fading by a third a month."""

    heat: SideIn


class LoyaltyNumber(Bounded):
    """A wing's loyalty to its side, 0-100."""

    loyalty: Id


class GrievanceNumber(Bounded):
    """A wing's grievance, 0-100."""

    grievance: Id


class RegardNumber(Bounded):
    """How a patron regards a faction, 0-100."""

    regard: RegardOf


class GoodwillNumber(Bounded):
    """What a faction's courting has won with a wing, 0-100."""

    goodwill: GoodwillOf


class StrainNumber(Bounded):
    """The strain between two factions, 0-100."""

    strain: Pair


class StigmaNumber(Bounded):
    """How far a faction is known for breaking its word."""

    stigma: Id


class SeatsNumber(Bounded):
    """The seats that a wing got at a congress; 0 before it."""

    seats: SeatsAt


# --- conditions


class AllCondition(Part):
    """Every part holds."""

    all_of: list["Condition"] = Field(alias="all")


class AnyCondition(Part):
    """At least one part holds."""

    any_of: list["Condition"] = Field(alias="any")


class NotCondition(Part):
    """The part doesn't hold."""

    negated: "Condition" = Field(alias="not")


class DuringCondition(Part):
    """The turn lies between two labels, both included."""

    during: Annotated[list[Label], Field(min_length=2, max_length=2)]


class MonthsCondition(Part):
    """The calendar month is one of these."""

    months: Annotated[list[Annotated[StrictInt, Field(ge=1, le=12)]], Field(min_length=1, max_length=12)]


class HappenedCondition(Part):
    """An event has happened, so many turns ago at least, and was answered so."""

    happened: Id
    turns_ago: Ago = 0
    answer: Id | None = None


class StatusCondition(Part):
    """A faction's status is one of these."""

    status: Id
    among: StatusName | list[StatusName] = Field(alias="is")


class RelationCondition(Part):
    """Two factions stand so."""

    relation: Pair
    among: RelationName | list[RelationName] = Field(alias="is")


class LeaderCondition(Part):
    """A leader's fate is one of these."""

    leader: Id
    among: FateName | list[FateName] = Field(alias="is")


class SignedCondition(Part):
    """A treaty has been signed, the last time at least so many turns ago, and may have ended since."""

    signed: Id
    turns_ago: Ago = 0


class EndedCondition(Part):
    """A treaty has ended, the last time at least so many turns ago, and is not in force again."""

    ended: Id
    turns_ago: Ago = 0


class TreatyCondition(Part):
    """A treaty is in force; with ``settles`` only if its clauses are settled so (`blank`: left open)."""

    treaty: Id
    settles: dict[Id, Id | Annotated[list[Id], Field(min_length=1, max_length=15)]] = {}


class WingCondition(Part):
    """A wing belongs to this side now; without ``with`` it has gone home."""

    wing: Id
    side: Id | None = Field(None, alias="with")


class HeldCondition(Part):
    """A congress has been held, at least so many turns ago."""

    held: Id
    turns_ago: Ago = 0


NUMBER_KEYS = (
    "standing", "cadres", "arms", "supplies", "output", "fallen", "meter", "hazard", "men", "towns", "country",
    "councils", "council_reach", "sympathy", "fear", "feuds", "heat", "loyalty", "grievance", "regard",
    "goodwill", "strain", "stigma", "seats",
)  # fmt: skip
CONDITION_KEYS = (
    "all", "any", "not", "during", "months", "happened", "status", "relation", "leader", "signed", "ended", "treaty",
    "wing", "held", *NUMBER_KEYS,
)  # fmt: skip
_FIELD_NAMES = {"all_of": "all", "any_of": "any", "negated": "not"}


def telling_key(keys: tuple[str, ...], value: object) -> str | None:
    """Return the key that says what a mapping (or a model made of it) is about."""
    if isinstance(value, dict):
        return next((key for key in keys if key in value), None)
    fields = type(value).model_fields if isinstance(value, Part) else {}
    return next((known for name in fields if (known := _FIELD_NAMES.get(name, name)) in keys), None)


def _number_key(value: object) -> str | None:
    return telling_key(NUMBER_KEYS, value)


def _condition_key(value: object) -> str | None:
    return telling_key(CONDITION_KEYS, value)


_Numbers = (
    Annotated[StandingNumber, Tag("standing")]
    | Annotated[CadresNumber, Tag("cadres")]
    | Annotated[ArmsNumber, Tag("arms")]
    | Annotated[SuppliesNumber, Tag("supplies")]
    | Annotated[OutputNumber, Tag("output")]
    | Annotated[FallenNumber, Tag("fallen")]
    | Annotated[MeterNumber, Tag("meter")]
    | Annotated[HazardNumber, Tag("hazard")]
    | Annotated[MenNumber, Tag("men")]
    | Annotated[TownsNumber, Tag("towns")]
    | Annotated[CountryNumber, Tag("country")]
    | Annotated[CouncilsNumber, Tag("councils")]
    | Annotated[ReachNumber, Tag("council_reach")]
    | Annotated[SympathyNumber, Tag("sympathy")]
    | Annotated[FearNumber, Tag("fear")]
    | Annotated[FeudsNumber, Tag("feuds")]
    | Annotated[HeatNumber, Tag("heat")]
    | Annotated[LoyaltyNumber, Tag("loyalty")]
    | Annotated[GrievanceNumber, Tag("grievance")]
    | Annotated[RegardNumber, Tag("regard")]
    | Annotated[GoodwillNumber, Tag("goodwill")]
    | Annotated[StrainNumber, Tag("strain")]
    | Annotated[StigmaNumber, Tag("stigma")]
    | Annotated[SeatsNumber, Tag("seats")]
)

Number = Annotated[_Numbers, Discriminator(_number_key)]

Condition = Annotated[
    Annotated[AllCondition, Tag("all")]
    | Annotated[AnyCondition, Tag("any")]
    | Annotated[NotCondition, Tag("not")]
    | Annotated[DuringCondition, Tag("during")]
    | Annotated[MonthsCondition, Tag("months")]
    | Annotated[HappenedCondition, Tag("happened")]
    | Annotated[StatusCondition, Tag("status")]
    | Annotated[RelationCondition, Tag("relation")]
    | Annotated[LeaderCondition, Tag("leader")]
    | Annotated[SignedCondition, Tag("signed")]
    | Annotated[EndedCondition, Tag("ended")]
    | Annotated[TreatyCondition, Tag("treaty")]
    | Annotated[WingCondition, Tag("wing")]
    | Annotated[HeldCondition, Tag("held")]
    | _Numbers,
    Discriminator(_condition_key),
]
