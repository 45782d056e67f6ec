"""The words that every part of a scenario is made of: ids, texts, bounded numbers, places."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictInt, StringConstraints

ID_FORM = r"^[a-z][a-z0-9_]{0,39}$"
SCENARIO_FORM = r"^[a-z][a-z0-9-]{0,39}$"
LABEL_FORM = r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"
LETTER_FORM = r"^[A-Za-z]$"
QUESTION_FORM = r"^[a-z][a-z0-9_]{0,99}$"
LEAST_HANDICAP, MOST_HANDICAP = 50, 200  # percent; half of one is still one when rounded, so nobody loses all
BAND_FORM = r"^(0(\.[0-9]{1,3})?|1(\.0{1,3})?)\.\.(0(\.[0-9]{1,3})?|1(\.0{1,3})?)$"


def _digits_as_text(value: object) -> object:
    """A lone number is no band; read as a text, it is told so in the words for bands."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Id = Annotated[str, StringConstraints(pattern=ID_FORM)]
Label = Annotated[str, StringConstraints(pattern=LABEL_FORM)]
Letter = Annotated[str, StringConstraints(pattern=LETTER_FORM)]
QuestionName = Annotated[str, StringConstraints(pattern=QUESTION_FORM)]
Band = Annotated[str, StringConstraints(pattern=BAND_FORM), BeforeValidator(_digits_as_text)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Paragraph = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Percent = Annotated[StrictInt, Field(ge=0, le=100)]
HandicapPercent = Annotated[StrictInt, Field(ge=LEAST_HANDICAP, le=MOST_HANDICAP)]
Permille = Annotated[StrictInt, Field(ge=0, le=1000)]
Count = Annotated[StrictInt, Field(ge=0, le=1_000_000)]
Delta = Annotated[StrictInt, Field(ge=-1_000_000, le=1_000_000)]


class Part(BaseModel):
    """A part of a scenario: nothing unknown in it, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)


class Words(Part):
    """A text in two languages; where the Albanian is missing the English serves."""

    en: Paragraph
    sq: Paragraph | None = None


Text = Paragraph | Words
"""Either a plain text, which serves in every language, or ``{en: …, sq: …}``."""

Where = Id | Annotated[list[Id], Field(min_length=1, max_length=200)]
"""A region, a zone, or a list of them. Left out it means the whole map."""
