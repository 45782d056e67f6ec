"""What a line of a save must look like, as pydantic models: the door through which anything on a disk comes in."""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints, ValidationError

from lanc_game.model.base import HandicapPercent
from lanc_game.saves.lines import shown
from lanc_game.saves.records import (
    DIGEST,
    ID,
    LABEL,
    MOST_ORDER_TEXT,
    MOST_ORDERS,
    MOST_SEATS,
    MOST_SEED,
    MOST_TITLE,
    MOST_TURNS,
    SEAT,
    About,
    BranchPoint,
    Header,
    TurnRecord,
)

_Shape = TypeVar("_Shape", bound=BaseModel)
Id = Annotated[str, StringConstraints(pattern=ID)]
ScenarioId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,39}$")]
Label = Annotated[str, StringConstraints(pattern=LABEL)]
Digest = Annotated[str, StringConstraints(pattern=DIGEST)]
Seat = Annotated[str, StringConstraints(pattern=SEAT)]
Short = Annotated[str, StringConstraints(max_length=MOST_TITLE)]
OrderText = Annotated[str, StringConstraints(min_length=1, max_length=MOST_ORDER_TEXT)]
# JSON has lists where the models have tuples; only that is forgiven, not what the lists hold.
OrderList = Annotated[tuple[OrderText, ...], Field(min_length=1, max_length=MOST_ORDERS, strict=False)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class TitleShape(_Part):
    """A title in two languages."""

    en: Short
    sq: Short


class AboutShape(_Part):
    """The scenario in brief."""

    id: ScenarioId
    title: TitleShape
    turns: Annotated[int, Field(ge=1, le=MOST_TURNS)]
    handicaps: Annotated[dict[Id, HandicapPercent], Field(max_length=MOST_SEATS)] = {}


class BranchShape(_Part):
    """Where a branch left its parent."""

    chain: Digest
    turn: Annotated[int, Field(ge=0, le=MOST_TURNS)]


class HeaderShape(_Part):
    """The first line but for its scenario: that is JSON, as ``read_line`` has seen, and compiling checks the rest."""

    lanc: Literal["save"]
    format: Literal[1]
    engine: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z.+-]{1,40}$")]
    about: AboutShape
    scenario_digest: Digest
    seed: Annotated[int, Field(ge=0, le=MOST_SEED)]
    clock: Annotated[int, Field(ge=0, le=1)]
    seats: Annotated[dict[Id, Seat], Field(min_length=1, max_length=MOST_SEATS)]
    start: Digest
    branched_from: BranchShape | None
    chain: Digest


class TurnShape(_Part):
    """A turn's line."""

    turn: Annotated[int, Field(ge=0, lt=MOST_TURNS)]
    label: Label
    orders: Annotated[dict[Id, OrderList], Field(max_length=MOST_SEATS)]
    digest: Digest
    over: Literal[True] = Field(default=True)
    chain: Digest


def header_of(value: JsonValue) -> Header:
    """Return the header that a line's JSON says. Raises ValueError with the first fault in words."""
    scenario = value.get("scenario") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(scenario, dict):
        raise ValueError("`scenario` is not an object")  # noqa: TRY004 - a finding about data, not about a caller
    shape = _checked(HeaderShape, {key: part for key, part in value.items() if key != "scenario"})
    parent = shape.branched_from
    about = shape.about
    return Header(
        about=About(about.id, about.title.en, about.title.sq, about.turns, about.handicaps),
        scenario=scenario,
        scenario_digest=shape.scenario_digest,
        seed=shape.seed,
        clock=shape.clock,
        seats=shape.seats,
        start=shape.start,
        engine=shape.engine,
        branched_from=BranchPoint(parent.chain, parent.turn) if parent else None,
        chain=shape.chain,
    )


def turn_of(value: JsonValue) -> TurnRecord:
    """Return the turn that a line's JSON says. Raises ValueError with the first fault in words."""
    shape = _checked(TurnShape, value)
    over = "over" in shape.model_fields_set
    return TurnRecord(shape.turn, shape.label, shape.orders, shape.digest, over, shape.chain)


def _checked(model: type[_Shape], value: JsonValue) -> _Shape:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ValueError(f"{shown(place)}: {first['msg'].lower()}" if place else first["msg"].lower()) from None
