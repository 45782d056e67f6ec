"""What people at the table are told about a side's bot, besides the chronicle: as data, and as a sentence."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from lanc_game.engine.checks import Refusal
from lanc_game.engine.world import World
from lanc_game.language import ABOUT, say

OUTSIDE = "outside"
"""What a save calls the bot of a side that a program of the player's own plays. No save says which program."""


class Notice(NamedTuple):
    """Something about the bot of a faction. ``kind`` is a key of the language table `notice`; the rest goes into it."""

    kind: str
    faction: int
    amount: int = 0  # seconds, kilobytes, orders, starts: whatever the sentence counts
    text: str = ""  # what the program wrote, or what the system said of it
    why: Refusal | None = None


def notice_said(world: World, notice: Notice, language: str) -> str:
    """Return a notice as a sentence; whatever a program wrote is made harmless to a terminal."""
    side = world.factions[notice.faction]
    why = refusal_said(world, notice.why, language) if notice.why is not None else ""
    return say(
        language, "notice", notice.kind,
        side=side.short.get(language), id=side.id, count=notice.amount, text=notice.text, why=why,
    )  # fmt: skip


def refusal_said(world: World, refusal: Refusal, language: str) -> str:
    """Return why an order was refused, with things called by their ids as orders call them."""
    about = about_id(world, refusal) or ""
    return say(language, "refusal", refusal.reason, have=refusal.have, need=refusal.need, about=about)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def about_id(world: World, refusal: Refusal) -> str | None:
    """Return the id of what a refusal is about, or None if it is about nothing."""
    table: Sequence[_Named] = getattr(world, ABOUT.get(refusal.reason, "regions"))
    return table[refusal.about].id if 0 <= refusal.about < len(table) else None
