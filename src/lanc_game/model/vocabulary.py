"""The closed vocabulary of numbers, conditions and effects, as authors write it: a mapping with one telling key.

``{men: {of: lnc}, at_least: 500}`` is a condition, ``{gain: arms, faction: lnc, by: 100}`` an effect. To add one:
a model here, a node in the engine (``conditions.py`` or ``effects.py``) and a line in ``compile/vocabulary.py``.
"""

# ruff: noqa: RUF012 - pydantic copies defaults, and a `Part` cannot be changed

from typing import Annotated, Literal

from pydantic import Discriminator, Field, StrictBool, StrictInt, Tag

from lanc_game.model.base import Count, Delta, Id, Label, Part, Permille, Where

RoleName = Literal["cell", "band", "regular", "militia", "garrison", "column"]
RelationName = Literal["war", "hostile", "truce", "allied"]
StatusName = Literal["unborn", "off_map", "active", "underground", "gone"]
FateName = Literal["well", "wounded", "captured", "dead", "away"]
FactionFigureName = Literal["cadres", "arms", "supplies", "standing", "output"]
RegionFigureName = Literal["fear", "feuds", "grain"]

Factions = Id | Annotated[list[Id], Field(min_length=1, max_length=50)]


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
    turns_ago: Annotated[StrictInt, Field(ge=0, le=200)] = 0
    answer: Id | None = None


class StatusCondition(Part):
    """A faction's status is one of these."""

    status: Id
    among: StatusName | list[StatusName] = Field(alias="is")


class RelationCondition(Part):
    """Two factions stand so."""

    relation: Annotated[list[Id], Field(min_length=2, max_length=2)]
    among: RelationName | list[RelationName] = Field(alias="is")


class LeaderCondition(Part):
    """A leader's fate is one of these."""

    leader: Id
    among: FateName | list[FateName] = Field(alias="is")


NUMBER_KEYS = (
    "standing", "cadres", "arms", "supplies", "output", "fallen", "meter", "hazard", "men", "towns", "country",
    "councils", "council_reach", "sympathy", "fear", "feuds", "heat",
)  # fmt: skip
CONDITION_KEYS = ("all", "any", "not", "during", "months", "happened", "status", "relation", "leader", *NUMBER_KEYS)
_FIELD_NAMES = {"all_of": "all", "any_of": "any", "negated": "not"}


def _telling_key(keys: tuple[str, ...], value: object) -> str | None:
    if isinstance(value, dict):
        return next((key for key in keys if key in value), None)
    fields = type(value).model_fields if isinstance(value, Part) else {}
    return next((known for name in fields if (known := _FIELD_NAMES.get(name, name)) in keys), None)


def _number_key(value: object) -> str | None:
    return _telling_key(NUMBER_KEYS, value)


def _condition_key(value: object) -> str | None:
    return _telling_key(CONDITION_KEYS, value)


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
    | _Numbers,
    Discriminator(_condition_key),
]


# --- effects


class GainEffect(Part):
    """Add to a faction's cadres, arms, supplies, standing or output (negative takes away)."""

    gain: FactionFigureName
    faction: Id
    by: Delta


class MeterEffect(Part):
    """Add to a meter."""

    meter: Id
    by: Delta


class HazardEffect(Part):
    """Add to a hazard."""

    hazard: Id
    by: Delta


class LandEffect(Part):
    """Add to the fear (thousandths), feuds or grain of some regions."""

    land: RegionFigureName
    where: Where | None = Field(None, alias="in")
    by: Delta


class SympathyEffect(Part):
    """Win people for a faction or lose them, in thousandths; won from the uncommitted."""

    sympathy: Id
    where: Where | None = Field(None, alias="in")
    by: Annotated[StrictInt, Field(ge=-1000, le=1000)]


class CouncilEffect(Part):
    """Raise or lower a faction's councils by levels."""

    council: Id
    where: Where | None = Field(None, alias="in")
    by: Annotated[StrictInt, Field(ge=-3, le=3)]


class RelationEffect(Part):
    """Make two factions stand so."""

    set_relation: Annotated[list[Id], Field(min_length=2, max_length=2)]
    to: RelationName


class StatusEffect(Part):
    """Bring a faction into play or take it out."""

    set_status: Id
    to: StatusName


class ArriveEffect(Part):
    """So many men of a faction arrive in each of the regions."""

    arrive: Id
    where: Where = Field(alias="in")
    unit: Id
    men: Count
    hidden: StrictBool = False


class DepartEffect(Part):
    """A share (thousandths) of a faction's men leave the map; of some roles only, where roles are named."""

    depart: Id
    where: Where | None = Field(None, alias="in")
    roles: list[RoleName] = []
    share: Permille


class GoOverEffect(Part):
    """A share (thousandths) of one faction's men and people go over to another."""

    go_over: Id
    to: Id
    where: Where | None = Field(None, alias="in")
    share: Permille


class ShareArmsEffect(Part):
    """The stores of a collapsing army: arms for each thousand of its men there, to mustered men present."""

    share_arms: Id
    where: Where | None = Field(None, alias="in")
    per_thousand: Count
    among: list[Id]
    first: Id | None = None


class HandOverEffect(Part):
    """Towns that one faction holds pass to another; without ``to`` to nobody."""

    hand_over: Id
    to: Id | None = None
    where: Where | None = Field(None, alias="in")


class LeaderEffect(Part):
    """Something befalls a leader, who may change place."""

    leader: Id
    fate: FateName
    where: Id | None = Field(None, alias="in")


class PolicyEffect(Part):
    """Change an occupier's standing instructions."""

    set_policy: Id
    reprisals: Literal["none", "measured", "harsh"] | None = None
    requisition: Literal["light", "heavy"] | None = None


class WiresEffect(Part):
    """Silence the telegraph for some months."""

    cut_wires: Annotated[StrictInt, Field(ge=1, le=24)]
    where: Where | None = Field(None, alias="in")


EFFECT_KEYS = (
    "gain", "meter", "hazard", "land", "sympathy", "council", "set_relation", "set_status", "arrive", "depart",
    "go_over", "share_arms", "hand_over", "leader", "set_policy", "cut_wires",
)  # fmt: skip


def _effect_key(value: object) -> str | None:
    return _telling_key(EFFECT_KEYS, value)


Effect = Annotated[
    Annotated[GainEffect, Tag("gain")]
    | Annotated[MeterEffect, Tag("meter")]
    | Annotated[HazardEffect, Tag("hazard")]
    | Annotated[LandEffect, Tag("land")]
    | Annotated[SympathyEffect, Tag("sympathy")]
    | Annotated[CouncilEffect, Tag("council")]
    | Annotated[RelationEffect, Tag("set_relation")]
    | Annotated[StatusEffect, Tag("set_status")]
    | Annotated[ArriveEffect, Tag("arrive")]
    | Annotated[DepartEffect, Tag("depart")]
    | Annotated[GoOverEffect, Tag("go_over")]
    | Annotated[ShareArmsEffect, Tag("share_arms")]
    | Annotated[HandOverEffect, Tag("hand_over")]
    | Annotated[LeaderEffect, Tag("leader")]
    | Annotated[PolicyEffect, Tag("set_policy")]
    | Annotated[WiresEffect, Tag("cut_wires")],
    Discriminator(_effect_key),
]
