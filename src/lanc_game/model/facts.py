"""A file of facts: what games that follow history should come to, and what should follow if one thing is changed.

A fact is measured by rows. A row is a date (``month``, ``falls``) or a number (``number``, ``peak``), typed in the words that
scenarios use for numbers and conditions, with its own target and bounds. A prose file names only target, low and high.
"""

# ruff: noqa: RUF012 - pydantic copies defaults, and a `Part` cannot be changed

import re
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, JsonValue, StrictInt, StringConstraints, Tag

from lanc_game.model.base import LABEL_FORM, SCENARIO_FORM, Label, Line, Paragraph, Part
from lanc_game.model.vocabulary import Condition, Number, telling_key

FACT_FORM = r"^[A-Z][A-Z0-9]{0,11}$"
AMOUNT_FORM = r"^(-?[0-9]{1,9}(\.[0-9]{1,6})?|[0-9]{4}-[0-9]{2}(-[0-9]{2})?)$"
PATH_FORM = r"^[a-z0-9_]{1,40}(\.[A-Za-z0-9_]{1,40}){0,15}(\.\+)?$"

ROW_KEYS = ("month", "number", "peak", "falls")


def _digits_as_text(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


FactId = Annotated[str, StringConstraints(pattern=FACT_FORM)]
ScenarioName = Annotated[str, StringConstraints(pattern=SCENARIO_FORM)]
Amount = Annotated[str, StringConstraints(pattern=AMOUNT_FORM), BeforeValidator(_digits_as_text)]
"""A number (``2000``, ``0.7``) or a date (``1943-08``), kept as it is written."""


def _one_or_more(value: object) -> str:
    return "several" if isinstance(value, list | tuple) else "one"


Amounts = Annotated[
    Annotated[Amount, Tag("one")] | Annotated[list[Amount], Field(min_length=1, max_length=12), Tag("several")],
    Discriminator(_one_or_more),
]
"""One amount, or one for each row in the order of the rows."""

Sum = Annotated[
    Annotated[Number, Tag("one")] | Annotated[list[Number], Field(min_length=1, max_length=12), Tag("several")],
    Discriminator(_one_or_more),
]
"""A number of the scenario's vocabulary, or a list of them, which are added."""


def _form_of_divisor(value: object) -> str:
    return "whole" if isinstance(value, int) else _one_or_more(value)


Divisor = Annotated[
    Annotated[StrictInt, Field(ge=1, le=1_000_000), Tag("whole")]
    | Annotated[Number, Tag("one")]
    | Annotated[list[Number], Field(min_length=1, max_length=12), Tag("several")],
    Discriminator(_form_of_divisor),
]
"""What a number is divided by: a whole number, or numbers of the vocabulary, which are added."""


class Measured(Part):
    """What every row has: its text, what should come out, and in which games it is asked at all.

    ``only_if`` is looked at when the row is read: at its date, or at the end of the campaign.
    """

    text: Line | None = None
    target: Amount | None = None
    low: Amount | None = None
    high: Amount | None = None
    only_if: Condition | None = None


class MonthRow(Measured):
    """The first turn at whose end a condition holds; ``for_good``: from which on it holds to the end."""

    month: Condition
    for_good: bool = False
    after: Label | None = None


class NumberRow(Measured):
    """A number at a date (by default the end), perhaps over another, which may be of another date."""

    number: Sum
    at: Label | None = None
    over: Divisor | None = None
    over_at: Label | None = None


class PeakRow(Measured):
    """The greatest value that a number has in the campaign."""

    peak: Sum


class FallsRow(Measured):
    """The first turn at whose end a number stands under ``below`` percent of its highest so far."""

    falls: Sum
    below: Annotated[StrictInt, Field(ge=1, le=100)]
    after: Label | None = None


def _row_key(value: object) -> str | None:
    return telling_key(ROW_KEYS, value)


Row = Annotated[
    Annotated[MonthRow, Tag("month")]
    | Annotated[NumberRow, Tag("number")]
    | Annotated[PeakRow, Tag("peak")]
    | Annotated[FallsRow, Tag("falls")],
    Discriminator(_row_key),
]


class Fact(Part):
    """A thing that happened: in which campaign it is measured, by which rows, and between which bounds."""

    id: FactId
    role: Literal["start", "outcome"]
    campaign: ScenarioName = Field(alias="from")
    text: Paragraph
    measure: Paragraph | None = None
    source: Line | None = None
    note: Paragraph | None = None
    target: Amounts | None = None
    low: Amounts | None = None
    high: Amounts | None = None
    rows: Annotated[list[Row], Field(max_length=12)] = []


class Sign(Part):
    """A row, and the way it should go when the change is made; dates may be held to bounds.

    ``at_most`` bounds how many turns a date may move; ``not_before`` is the earliest that it may be on a middling seed.
    """

    row: Row
    direction: Literal["lower", "higher", "earlier", "later"]
    at_most: Annotated[StrictInt, Field(ge=1, le=400)] | None = None
    not_before: Label | None = None


class SignTest(Part):
    """One thing changed in a scenario, and what should follow, seed by seed.

    ``edits`` are laid over the scenario's merged document: a dotted path and the new value; nothing takes it out. The prose
    file has only the two texts.
    """

    change: Line
    expect: Line
    campaign: ScenarioName | None = Field(None, alias="from")
    edits: dict[Annotated[str, StringConstraints(pattern=PATH_FORM)], JsonValue] = {}
    signs: Annotated[list[Sign], Field(max_length=12)] = []


class FactsFile(Part):
    """A file of facts."""

    facts: Annotated[list[Fact], Field(min_length=1, max_length=200)]
    inputs_not_scored: list[Paragraph] = []
    sign_tests: Annotated[list[SignTest], Field(max_length=50)] = []


def amount(text: str) -> Fraction | str:
    """Return an amount as it counts: a number exactly, a date as its label.

    >>> amount("0.7"), amount("1943-08")
    (Fraction(7, 10), '1943-08')
    """
    return text if re.match(LABEL_FORM, text) else Fraction(text)
