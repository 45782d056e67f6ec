"""What happened, as small typed records. Sentences are made from them elsewhere; figures are explained by them.

Every fact begins with (actor, other, region): whose doing, whom else it concerns, where; -1 for nobody and nowhere.
``Changed`` and ``MenChanged`` are the two ledgers: the first explains figures, the second accounts for every man. What was
said and agreed stands in ``dealings`` and is found here too, so that every fact has one address.
"""

from collections.abc import Callable
from typing import NamedTuple

from lanc_game.engine.dealings import (
    AidCame as AidCame,
)
from lanc_game.engine.dealings import (
    CongressHeld as CongressHeld,
)
from lanc_game.engine.dealings import (
    Decided as Decided,
)
from lanc_game.engine.dealings import (
    FoughtBeside as FoughtBeside,
)
from lanc_game.engine.dealings import (
    Happened as Happened,
)
from lanc_game.engine.dealings import (
    Leaked as Leaked,
)
from lanc_game.engine.dealings import (
    LetterRefused as LetterRefused,
)
from lanc_game.engine.dealings import (
    LetterSent as LetterSent,
)
from lanc_game.engine.dealings import (
    MandateJudged as MandateJudged,
)
from lanc_game.engine.dealings import (
    MandatesOffered as MandatesOffered,
)
from lanc_game.engine.dealings import (
    Offered as Offered,
)
from lanc_game.engine.dealings import (
    Pledged as Pledged,
)
from lanc_game.engine.dealings import (
    Promised as Promised,
)
from lanc_game.engine.dealings import (
    PromiseJudged as PromiseJudged,
)
from lanc_game.engine.dealings import (
    Purged as Purged,
)
from lanc_game.engine.dealings import (
    RelationChanged as RelationChanged,
)
from lanc_game.engine.dealings import (
    RumourHeard as RumourHeard,
)
from lanc_game.engine.dealings import (
    RumourVerified as RumourVerified,
)
from lanc_game.engine.dealings import (
    StatusChanged as StatusChanged,
)
from lanc_game.engine.dealings import (
    StayedAway as StayedAway,
)
from lanc_game.engine.dealings import (
    TreatyEnded as TreatyEnded,
)
from lanc_game.engine.dealings import (
    TreatySigned as TreatySigned,
)
from lanc_game.engine.dealings import (
    Turned as Turned,
)
from lanc_game.engine.dealings import (
    WingCourted as WingCourted,
)
from lanc_game.engine.dealings import (
    WingLeft as WingLeft,
)


class Changed(NamedTuple):
    """A figure moved. ``at`` is its place in the state's list.

    ``about`` says more of some causes: the pull, the clause, the congress, the promise, the mandate or the patron.
    """

    actor: int
    other: int
    region: int
    figure: int
    at: int
    delta: int
    cause: int
    event: int = -1
    about: int = -1


class MenChanged(NamedTuple):
    """Men of ``actor`` in ``region`` came or went."""

    actor: int
    other: int
    region: int
    slot: int
    delta: int
    cause: int


class OrderFailed(NamedTuple):
    """An order could not be carried out when the month resolved; ``reason`` is a key of the language tables."""

    actor: int
    other: int
    region: int
    order: str
    reason: str


class Moved(NamedTuple):
    """Men marched from ``region`` to ``to``."""

    actor: int
    other: int
    region: int
    to: int
    men: int
    hidden: bool


class FellBack(NamedTuple):
    """Beaten men gave up ``region`` and went to ``to``."""

    actor: int
    other: int
    region: int
    to: int
    men: int


class Met(NamedTuple):
    """Two columns ran into each other on the way between ``region`` and ``to``; ``actor`` had to turn back."""

    actor: int
    other: int
    region: int
    to: int
    lost: int
    other_lost: int


class PostureTaken(NamedTuple):
    """Men went to ground, came out, or dug in."""

    actor: int
    other: int
    region: int
    posture: int
    men: int


class Dispersed(NamedTuple):
    """Regulars were sent home to hide; some will not come back."""

    actor: int
    other: int
    region: int
    men: int
    lost: int


class Raided(NamedTuple):
    """Men of ``actor`` raided ``other``."""

    actor: int
    other: int
    region: int
    raiders: int
    arms: int
    lost: int
    killed: int
    surprise: bool


class Sabotaged(NamedTuple):
    """Something was wrecked; for a road ``to`` is its other end."""

    actor: int
    other: int
    region: int
    target: int
    to: int
    lost: int


class Fought(NamedTuple):
    """A fight. Strengths are after ground and luck; ``arms`` went to the winner."""

    actor: int
    other: int
    region: int
    clash: int
    outcome: int
    men: int
    other_men: int
    lost: int
    other_lost: int
    taken: int
    arms: int
    odds: int  # attacker's share of the strength in the field, thousandths


class Swept(NamedTuple):
    """A sweep combed the country: ``found`` hidden men of ``other``, of whom ``lost`` fell or were taken."""

    actor: int
    other: int
    region: int
    found: int
    lost: int
    offensive: bool


class CouncilChanged(NamedTuple):
    """A council of ``actor`` reached or fell to a level."""

    actor: int
    other: int
    region: int
    level: int
    cause: int


class WorkBegun(NamedTuple):
    """A cadre was sent to work that takes ``months``."""

    actor: int
    other: int
    region: int
    verb: int
    months: int


class WorkLost(NamedTuple):
    """Work came to nothing because nobody was left to do it."""

    actor: int
    other: int
    region: int
    verb: int


class Agitated(NamedTuple):
    """Sympathy was won by word of mouth, in thousandths."""

    actor: int
    other: int
    region: int
    gained: int


class Reconciled(NamedTuple):
    """A blood feud was settled; ``left`` remain."""

    actor: int
    other: int
    region: int
    left: int


class Recruited(NamedTuple):
    """Men joined; ``called`` if by an order, otherwise on their own."""

    actor: int
    other: int
    region: int
    men: int
    called: bool


class Formed(NamedTuple):
    """Bands were made into regulars."""

    actor: int
    other: int
    region: int
    men: int


class MilitiaRaised(NamedTuple):
    """Village units were armed, or local men levied."""

    actor: int
    other: int
    region: int
    men: int
    levy: bool


class Garrisoned(NamedTuple):
    """Men were set to guard the towns, or freed from it (negative)."""

    actor: int
    other: int
    region: int
    men: int


class PolicySet(NamedTuple):
    """A standing instruction changed."""

    actor: int
    other: int
    region: int
    policy: int
    value: int


class Repaired(NamedTuple):
    """A road, a line or a mine works again."""

    actor: int
    other: int
    region: int
    to: int


class Conceded(NamedTuple):
    """Grain, amnesty, a school: quiet was bought."""

    actor: int
    other: int
    region: int
    fear: int


class Bribed(NamedTuple):
    """Informers were paid."""

    actor: int
    other: int
    region: int
    months: int


class Announced(NamedTuple):
    """An offensive was committed. ``men`` is the size that a spy would give."""

    actor: int
    other: int
    region: int
    regions: tuple[int, ...]
    men: int
    opens: int


class CalledOff(NamedTuple):
    """An announced offensive was called off."""

    actor: int
    other: int
    region: int


class TownTaken(NamedTuple):
    """The towns of a region changed hands from ``other`` to ``actor`` (-1: nobody)."""

    actor: int
    other: int
    region: int


class CountryTaken(NamedTuple):
    """The country of a region changed hands from ``other`` to ``actor`` (-1: nobody)."""

    actor: int
    other: int
    region: int


class Harvested(NamedTuple):
    """Grain came in; ``taken`` went to ``actor``."""

    actor: int
    other: int
    region: int
    taken: int


class Hungered(NamedTuple):
    """Men went home or fell ill for want of food, or in the snow."""

    actor: int
    other: int
    region: int
    lost: int
    winter: bool


class Avenged(NamedTuple):
    """Villages were burned by ``actor`` after deeds of ``other``. Shares of the blame are in percent."""

    actor: int
    other: int
    region: int
    villages: int
    fear: int
    blame_actor: int
    blame_other: int
    harsh: bool


class TookToHills(NamedTuple):
    """Men whose homes were burned joined ``actor``."""

    actor: int
    other: int
    region: int
    men: int


class CameOver(NamedTuple):
    """Men went from ``other`` to ``actor``."""

    actor: int
    other: int
    region: int
    men: int


class ArmsFound(NamedTuple):
    """Arms of a collapsing army fell to ``actor``."""

    actor: int
    other: int
    region: int
    arms: int


class Withdrew(NamedTuple):
    """Men left the map by an exit."""

    actor: int
    other: int
    region: int
    men: int


class LeaderFell(NamedTuple):
    """Something befell a leader of ``actor``."""

    actor: int
    other: int
    region: int
    leader: int
    fate: int


class Judged(NamedTuple):
    """The verdict on a faction: score 0-100 and grade."""

    actor: int
    other: int
    region: int
    score: int
    grade: int


class WarEnded(NamedTuple):
    """The last turn is over."""

    actor: int
    other: int
    region: int


Fact = (
    Changed | MenChanged | OrderFailed | Moved | Met | PostureTaken | Dispersed | Raided | Sabotaged | Fought | Swept
    | CouncilChanged | WorkBegun | WorkLost | Agitated | Reconciled | Recruited | Formed | MilitiaRaised | Garrisoned
    | PolicySet | Repaired | Conceded | Bribed | Announced | CalledOff | TownTaken | CountryTaken | Harvested | Hungered
    | Avenged | TookToHills | Happened | Offered | Decided | RelationChanged | StatusChanged | CameOver | ArmsFound
    | Withdrew | FellBack | LeaderFell | Judged | LetterSent | LetterRefused | TreatySigned | TreatyEnded | WarEnded
    | Leaked | StayedAway | FoughtBeside | WingCourted | WingLeft | Purged | Promised | PromiseJudged | CongressHeld
    | AidCame | Turned | MandatesOffered | Pledged | MandateJudged | RumourHeard | RumourVerified
)  # fmt: skip

Sink = Callable[[Fact], None]

PUBLIC: tuple[type, ...] = (
    TownTaken, RelationChanged, StatusChanged, Judged, WarEnded, Leaked, WingLeft, Purged, CongressHeld,
)  # fmt: skip
"""Facts that everybody hears of. Events and treaties say for themselves whether they are public."""
