"""What was said and agreed, kept and broken: facts about events, treaties, wings, patrons, congresses, promises, mandates."""

from typing import NamedTuple


class LetterSent(NamedTuple):
    """``actor`` proposed a treaty to ``other``, or answered its letter with other terms."""

    actor: int
    other: int
    region: int
    instrument: int
    counter: bool = False


class LetterRefused(NamedTuple):
    """``actor`` refused what ``other`` had proposed."""

    actor: int
    other: int
    region: int
    instrument: int


class TreatySigned(NamedTuple):
    """``actor`` accepted what ``other`` had proposed; ``values`` follow the instrument's clauses."""

    actor: int
    other: int
    region: int
    instrument: int
    values: tuple[int, ...]
    public: bool = True


class TreatyEnded(NamedTuple):
    """A treaty of ``actor`` and ``other`` is over; by whose doing, ``manner`` says."""

    actor: int
    other: int
    region: int
    instrument: int
    manner: int
    public: bool = True


class Leaked(NamedTuple):
    """A secret treaty of ``actor`` and ``other`` came out."""

    actor: int
    other: int
    region: int
    instrument: int


class StayedAway(NamedTuple):
    """``actor`` did not come to a joint operation with ``other``."""

    actor: int
    other: int
    region: int


class FoughtBeside(NamedTuple):
    """Men of ``actor`` fought in one line with ``other``, and lost ``lost``."""

    actor: int
    other: int
    region: int
    men: int
    lost: int


class WingCourted(NamedTuple):
    """``actor`` spoke with a wing of ``other`` (or its own) and won so much with it."""

    actor: int
    other: int
    region: int
    wing: int
    won: int


class WingLeft(NamedTuple):
    """A wing walked out of ``actor`` to ``other`` (-1: home) with its men."""

    actor: int
    other: int
    region: int
    wing: int
    men: int


class Purged(NamedTuple):
    """``actor`` executed people of a wing of its own."""

    actor: int
    other: int
    region: int
    wing: int


class Promised(NamedTuple):
    """``actor`` promised a wing something."""

    actor: int
    other: int
    region: int
    promise: int
    wing: int


class PromiseJudged(NamedTuple):
    """A promise of ``actor`` to a wing fell due."""

    actor: int
    other: int
    region: int
    promise: int
    wing: int
    kept: bool


class CongressHeld(NamedTuple):
    """``actor`` held a congress; ``seats`` follow its wings."""

    actor: int
    other: int
    region: int
    congress: int
    seats: tuple[int, ...]


class AidCame(NamedTuple):
    """What a patron sent ``actor`` this month, on its own or because it was asked."""

    actor: int
    other: int
    region: int
    patron: int
    arms: int
    supplies: int
    asked: bool


class Turned(NamedTuple):
    """A patron turned down ``actor``'s appeal."""

    actor: int
    other: int
    region: int
    patron: int


class MandatesOffered(NamedTuple):
    """A new season: wings and patrons put tasks before ``actor``."""

    actor: int
    other: int
    region: int
    mandates: tuple[int, ...]


class Pledged(NamedTuple):
    """``actor`` took up a mandate."""

    actor: int
    other: int
    region: int
    mandate: int


class MandateJudged(NamedTuple):
    """A mandate of ``actor`` fell due."""

    actor: int
    other: int
    region: int
    mandate: int
    done: bool


class RumourHeard(NamedTuple):
    """``actor`` was told something of ``a`` and ``b`` that may be true."""

    actor: int
    other: int
    region: int
    kind: int
    a: int
    b: int
    odds: int


class RumourVerified(NamedTuple):
    """``actor`` found out whether what it was told is true."""

    actor: int
    other: int
    region: int
    kind: int
    a: int
    b: int
    true: bool


class Happened(NamedTuple):
    """An event of the scenario took place."""

    actor: int
    other: int
    region: int
    event: int


class Offered(NamedTuple):
    """A choice waits for ``actor``."""

    actor: int
    other: int
    region: int
    event: int


class Decided(NamedTuple):
    """``actor`` answered an event; ``by_default`` if by silence."""

    actor: int
    other: int
    region: int
    event: int
    option: int
    by_default: bool


class RelationChanged(NamedTuple):
    """Two factions now stand differently."""

    actor: int
    other: int
    region: int
    relation: int
    was: int


class StatusChanged(NamedTuple):
    """A faction entered, went underground or left."""

    actor: int
    other: int
    region: int
    status: int
    was: int
