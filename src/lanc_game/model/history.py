"""History as it is written beside a campaign: what really happened, day by day or month by month, and its battles."""

from typing import Annotated, Literal

from pydantic import Field

from lanc_game.model.base import Id, Label, Line, Part, Text, Where

BattleName = Literal["battle", "campaign", "war"]
ConfidenceName = Literal["high", "medium", "low"]
Side = Annotated[list[Id], Field(min_length=1, max_length=20)]


class HistoryEntry(Part):
    """What really happened on a day or in a month. It is shown beside the game and changes nothing in it."""

    date: Label
    text: Text
    source: Line
    dispute: Text | None = None
    of: Id | None = None


class Battle(Part):
    """A battle of history: a fight between such sides in such a region is told with it, once a game."""

    title: Text
    where: Where = Field(alias="in")
    between: Annotated[list[Side], Field(min_length=2, max_length=2)]
    date: Annotated[list[Label], Field(min_length=1, max_length=2)]
    kind: BattleName = "battle"
    note: Text
    source: Line
    confidence: ConfidenceName = "medium"
