"""What is written down of a game for judging its quality: standings, who did nothing, how much was open, answers, posts.

Watching costs a game about a fiftieth of its time and never touches its state: only every twelfth month is a seat's
choice counted, and whether a side could have acted is asked only where it gave no order.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from lanc_game.engine.candidates import CANDIDATES, each_region
from lanc_game.engine.facts import Decided
from lanc_game.engine.legal import VERBS, legal_with, refusal
from lanc_game.engine.names import IN_PLAY, FactionKind, Posture, Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.state import State
from lanc_game.engine.view import View
from lanc_game.engine.world import World

SAMPLE_EVERY = 12  # months between two counts of what a seat could order
POSTS_EVERY = 3  # months between two looks at where occupiers stand
POSTURES = (Verb.HOLD, Verb.HIDE, Verb.MUSTER)
STANDING = (Posture.HOLD, Posture.HIDING, Posture.HIDDEN)  # orders that go on until others are given


class Doing(IntEnum):
    """What a faction did with a month."""

    AWAY = 0  # not in play
    BUSY = 1  # it gave an order
    BOUND = 2  # it gave none: all its men were on guard or in hiding as ordered, or no deed was open to it
    IDLE = 3  # it gave none, though it could have acted and had men without any order


class Sample(NamedTuple):
    """How much a seat could order in a month: legal orders that it could pay for, by how many verbs, and all but posture."""

    turn: int
    faction: int
    orders: int
    verbs: int
    beyond_posture: int


class Answer(NamedTuple):
    """What a faction answered to an event or a demand; ``silent`` if it let the default stand."""

    event: int
    faction: int
    option: int
    silent: bool


class Posts(NamedTuple):
    """Where an occupier's men stood at the beginning of a month, by region."""

    turn: int
    faction: int
    men: tuple[int, ...]


class Watched(NamedTuple):
    """What was written down of one game."""

    standings: tuple[tuple[int, ...], ...]  # what each faction would score, by month, the opening first
    doing: tuple[tuple[int, ...], ...]  # what each faction did (Doing), by month played
    samples: tuple[Sample, ...]
    answers: tuple[Answer, ...]
    posts: tuple[Posts, ...]


class Watch:
    """Watches a game while it goes on."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.seed = seed
        self.occupiers = [i for i, faction in enumerate(world.factions) if faction.kind is FactionKind.OCCUPIER]
        self.standings: list[tuple[int, ...]] = []
        self.doing: list[tuple[int, ...]] = []
        self.samples: list[Sample] = []
        self.answers: list[Answer] = []
        self.posts: list[Posts] = []

    def count(self, views: Sequence[View], orders: Sequence[Sequence[Order]]) -> None:
        """Take note of a month's orders and of what else could have been ordered; both are by faction."""
        pairs = zip(views, orders, strict=True)
        self.doing.append(tuple(int(doing(view, len(given))) for view, given in pairs))
        seat = self._seat_of_the_month(views)
        if seat is not None:
            self.samples.append(sample(seat))

    def hear(self, fact: Decided) -> None:
        """Take note of an answer."""
        self.answers.append(Answer(fact.event, fact.actor, fact.option, fact.by_default))

    def look(self, state: State, scores: Sequence[int]) -> None:
        """Take note of a position and of what each faction would score in it."""
        self.standings.append(tuple(scores))
        if not state.turn or state.turn % POSTS_EVERY:
            return  # the opening is the scenario's doing, not play
        for faction in self.occupiers:
            first = faction * state.region_count
            men = tuple(state.total[first : first + state.region_count])
            if any(men) and state.status[faction] in IN_PLAY:
                self.posts.append(Posts(state.turn, faction, men))

    def _seat_of_the_month(self, views: Sequence[View]) -> View | None:
        """Return the view of the seat whose choice is counted now, if any: over the seeds, every month and seat comes up."""
        turn = views[0].turn
        if turn % SAMPLE_EVERY != self.seed % SAMPLE_EVERY:
            return None
        seats = [view for view in views if view.in_play and self.world.factions[view.faction].playable]
        return seats[(turn + self.seed) // SAMPLE_EVERY % len(seats)] if seats else None

    def result(self) -> Watched:
        """Return what was written down."""
        return Watched(
            tuple(self.standings), tuple(self.doing), tuple(self.samples), tuple(self.answers), tuple(self.posts)
        )


def doing(view: View, orders: int) -> Doing:
    """Say what a faction that gave so many orders did with the month that begins."""
    if not view.in_play:
        return Doing.AWAY
    if orders:
        return Doing.BUSY
    if all(posture in STANDING for men, posture in zip(view.total, view.posture, strict=True) if men):
        return Doing.BOUND
    return Doing.IDLE if can_act(view) else Doing.BOUND


def can_act(view: View) -> bool:
    """Say whether a deed is legal that a faction can pay for: an order that takes a cadre. Stops at the first one found."""
    free = view.free_cadres
    for verb in VERBS:
        definition = view.may(verb)
        if definition is None or not 0 < definition.cost <= free:
            continue
        for args in CANDIDATES.get(verb, each_region)(view):
            if refusal(view, Order(verb, args)) is None:
                return True
    return False


def sample(view: View) -> Sample:
    """Count a seat's legal orders as ``legal`` lists them, whole stacks only, leaving out what it cannot pay for."""
    free = view.free_cadres
    orders = verbs = beyond = 0
    for verb in VERBS:
        definition = view.may(verb)
        if definition is None or definition.cost > free:
            continue
        found = len(legal_with(view, verb))
        orders += found
        verbs += bool(found)
        beyond += 0 if verb in POSTURES else found
    return Sample(view.turn, view.faction, orders, verbs, beyond)
