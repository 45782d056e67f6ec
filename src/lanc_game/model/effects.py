"""The closed vocabulary of effects, as authors write them: a mapping with one telling key.

``{gain: arms, faction: hill, by: 100}`` is an effect. To add one: a model here, a node in ``engine/effects.py`` and a line
in ``compile/vocabulary.py``.
"""

# ruff: noqa: RUF012 - pydantic copies defaults, and a `Part` cannot be changed

from typing import Annotated, Literal

from pydantic import Discriminator, Field, StrictBool, StrictInt, Tag

from lanc_game.model.base import Count, Delta, Id, Part, Permille, Where
from lanc_game.model.vocabulary import FateName, Pair, RelationName, RoleName, StatusName, telling_key

FactionFigureName = Literal["cadres", "arms", "supplies", "standing", "output", "stigma"]
RegionFigureName = Literal["fear", "feuds", "grain"]
MannerName = Literal["openly", "pretext", "ambush", "lapse"]

Points = Annotated[StrictInt, Field(ge=-100, le=100)]


class GainEffect(Part):
    """Add to a faction's cadres, arms, supplies, standing, output or stigma (negative takes away)."""

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

    set_relation: Pair
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


class LoyaltyEffect(Part):
    """Add to a wing's loyalty."""

    loyalty: Id
    by: Points


class GrievanceEffect(Part):
    """Add to a wing's grievance."""

    grievance: Id
    by: Points


class RegardEffect(Part):
    """Add to a patron's regard for a faction."""

    regard: Id
    of: Id
    by: Points


class StrainEffect(Part):
    """Add to the strain between two factions."""

    strain: Pair
    by: Points


class EndTreatyEffect(Part):
    """A faction ends a treaty, if it has signed it and it is in force."""

    end_treaty: Id
    side: Id = Field(alias="by")
    manner: MannerName = "openly"


class WalkOutEffect(Part):
    """A wing leaves its side now, with its men and its part of the arms."""

    walk_out: Id


EFFECT_KEYS = (
    "gain", "meter", "hazard", "land", "sympathy", "council", "set_relation", "set_status", "arrive", "depart",
    "go_over", "share_arms", "hand_over", "leader", "set_policy", "cut_wires", "loyalty", "grievance", "regard",
    "strain", "end_treaty", "walk_out",
)  # fmt: skip


def _effect_key(value: object) -> str | None:
    return telling_key(EFFECT_KEYS, value)


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
    | Annotated[WiresEffect, Tag("cut_wires")]
    | Annotated[LoyaltyEffect, Tag("loyalty")]
    | Annotated[GrievanceEffect, Tag("grievance")]
    | Annotated[RegardEffect, Tag("regard")]
    | Annotated[StrainEffect, Tag("strain")]
    | Annotated[EndTreatyEffect, Tag("end_treaty")]
    | Annotated[WalkOutEffect, Tag("walk_out")],
    Discriminator(_effect_key),
]
