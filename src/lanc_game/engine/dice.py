"""Keyed dice: a roll depends on what it is for, never on how many were rolled before it.

The key is (seed, turn, phase | actor, subject, purpose, ordinal), all by id, so that adding a region, a faction or a roll
changes no other roll. The part before the bar is hashed once a phase.
"""

from hashlib import blake2b
from struct import Struct

PERMILLE = 1000
_WHOLE = Struct(">Q").unpack  # eight bytes to a whole number


class Dice:
    """The dice of one phase of one turn."""

    __slots__ = ("_begin",)

    def __init__(self, seed: int, turn: int, phase: str) -> None:
        self._begin = blake2b(f"{seed}/{turn}/{phase}".encode(), digest_size=8).copy

    def roll(self, actor: str, subject: str, purpose: str, ordinal: int = 0) -> int:
        """Return a whole number from 0 to 2**64 - 1, fixed by the key."""
        keyed = self._begin()
        keyed.update(f"|{actor}/{subject}/{purpose}/{ordinal}".encode())
        value: int = _WHOLE(keyed.digest())[0]
        return value

    def below(self, bound: int, actor: str, subject: str, purpose: str, ordinal: int = 0) -> int:
        """Return a whole number from 0 to ``bound - 1``; 0 where the bound is not positive."""
        return self.roll(actor, subject, purpose, ordinal) % bound if bound > 0 else 0

    def chance(self, permille: int, actor: str, subject: str, purpose: str, ordinal: int = 0) -> bool:
        """Say whether something of the given chance (in thousandths) happens."""
        return self.roll(actor, subject, purpose, ordinal) % PERMILLE < permille

    def spread(self, percent: int, actor: str, subject: str, purpose: str, ordinal: int = 0) -> int:
        """Return a factor in thousandths around 1000, within ``percent`` either way, the middle likelier."""
        value = self.roll(actor, subject, purpose, ordinal)
        width = percent * 10 + 1
        return PERMILLE + (value % width) - (value // 65_536 % width)
