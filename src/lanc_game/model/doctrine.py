"""A bot's character: what it weighs how, what it does in which situation, and what it never does."""

# ruff: noqa: RUF012 - pydantic copies defaults, and a `Part` cannot be changed

from typing import Annotated, Literal

from pydantic import Field, StrictInt

from lanc_game.model.base import Id, Part, Percent, Text
from lanc_game.model.vocabulary import Condition

VerbName = Literal[
    "move", "attack", "hold", "hide", "muster", "disperse", "agitate", "organise", "reconcile", "recruit", "form",
    "militia", "raid", "sabotage", "garrison", "sweep", "offensive", "calloff", "policy", "repair", "concede", "bribe",
    "levy", "withdraw", "decide", "propose", "accept", "refuse", "counter", "denounce",
    "court", "promise", "purge", "congress", "appeal", "reply", "pledge", "verify",
]  # fmt: skip
Weight = Annotated[StrictInt, Field(ge=0, le=1000)]
Odds = Annotated[StrictInt, Field(ge=10, le=500)]
Caution = Annotated[StrictInt, Field(ge=0, le=500)]


class StanceModel(Part):
    """How a side behaves while a condition holds. Of its stances it takes the first that fits, as far as it knows."""

    name: Text
    when: Condition | None = None
    verbs: dict[VerbName, Weight] = {}
    regions: dict[Id, Weight] = {}
    boldness: Odds | None = None
    caution: Caution | None = None
    patience: Percent | None = None
    leave: Percent | None = None
    reprisals: Literal["none", "measured", "harsh"] | None = None
    requisition: Literal["light", "heavy"] | None = None


class TabooModel(Part):
    """An order that a side never gives, whatever speaks for it."""

    verb: VerbName
    against: Id | None = None
    why: Text


class DoctrineModel(Part):
    """A bot's character. Weights are in percent of the ordinary; a verb or region that isn't named weighs 100."""

    verbs: dict[VerbName, Weight] = {}
    regions: dict[Id, Weight] = {}
    boldness: Odds = 100
    caution: Caution = 100
    patience: Percent = 50
    leave: Percent = 50
    honour: Percent = 0
    taboos: list[TabooModel] = []
