"""A side's character as numbers: what a bot weighs how, in which situation, and what it never does."""

from dataclasses import dataclass

from lanc_game.engine.conditions import Condition
from lanc_game.engine.names import Verb
from lanc_game.engine.texts import Text

KEEP = -1  # a standing instruction that is left as it is


@dataclass(frozen=True, slots=True)
class Doctrine:
    """A bot's character as numbers: how it weighs each verb and each region, how bold and how careful it is."""

    verbs: tuple[int, ...]  # by Verb, 100 is ordinary, 0 is never
    regions: tuple[int, ...]  # by region, 100 is ordinary
    boldness: int  # odds in percent at which it attacks: 100 is even
    caution: int  # how much an announced or likely sweep frightens it, 100 is ordinary
    patience: int  # share of months, in percent, in which it would rather build than strike
    leave: int  # share of its men, in percent, kept at home
    honour: int = 0  # how long it keeps its word when that has become a burden: 100 is a year
    policies: tuple[int, int] = (KEEP, KEEP)  # standing instructions that go with it, by Policy; KEEP leaves them alone
    stances: tuple["Stance", ...] = ()
    historical: tuple["Stance", ...] = ()  # those that come first in who plays as it was
    taboos: tuple["Taboo", ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """How a side behaves while a condition holds: a doctrine of its own, made from the ordinary one."""

    id: str
    name: Text
    when: Condition
    doctrine: Doctrine


@dataclass(frozen=True, slots=True)
class Taboo:
    """An order never given: with a faction, only against that one."""

    verb: Verb
    against: int
    why: Text
