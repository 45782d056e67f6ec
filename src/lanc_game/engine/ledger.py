"""The one door through which figures and men change: limits are kept here and every cause is recorded here."""

from collections.abc import Callable, Sequence
from typing import ParamSpec

from lanc_game.engine.dice import Dice
from lanc_game.engine.facts import Changed, Fact, MenChanged, Sink
from lanc_game.engine.names import Cause, Figure, Posture, Relation, Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.rules import Rules
from lanc_game.engine.state import State, figures_of
from lanc_game.engine.world import SLOTS, World

P = ParamSpec("P")  # what a kind of fact is made of
NO_LIMIT = 10**9
WAR, ALLIED, KILLED = Relation.WAR, Relation.ALLIED, Cause.KILLED  # names of their own: see docs/performance.md
CONCEALED = (Posture.HIDDEN, Posture.HIDING)
LIMITS: dict[Figure, int] = {
    Figure.CADRES: 99,
    Figure.ARMS: NO_LIMIT,
    Figure.SUPPLIES: NO_LIMIT,
    Figure.STANDING: 100,
    Figure.METER: 100,
    Figure.SYMPATHY: 1000,
    Figure.COUNCIL: 3,
    Figure.FEAR: 1000,
    Figure.FEUDS: 9,
    Figure.GRAIN: NO_LIMIT,
    Figure.HAZARD: 100,
    Figure.OUTPUT: NO_LIMIT,
    Figure.STRAIN: 100,
    Figure.STIGMA: 100,
    Figure.LOYALTY: 100,
    Figure.GRIEVANCE: 100,
    Figure.GOODWILL: 100,
    Figure.REGARD: 100,
}
"""The most each figure can be; the least is always 0."""

FIGURES = tuple(Figure)
_LIMITS = tuple(LIMITS[figure] for figure in FIGURES)  # by number: hashing an enum member costs more than the rest
_BY_HEARTH = (Figure.SYMPATHY, Figure.COUNCIL)
_BY_FACTION = (Figure.CADRES, Figure.ARMS, Figure.SUPPLIES, Figure.STANDING, Figure.OUTPUT, Figure.STIGMA)
_BY_WING = (Figure.LOYALTY, Figure.GRIEVANCE)
_BY_SIDE = (Figure.GOODWILL, Figure.REGARD)
_BY_REGION = (Figure.FEAR, Figure.FEUDS, Figure.GRAIN)

OrdersByVerb = dict[Verb, list[tuple[int, Order]]]


class Month:
    """A turn in the making: the copy of the state that the phases change, the orders, the dice of the phase."""

    __slots__ = (
        "acted", "ambushes", "dice", "figures", "joined", "orders", "parted", "rules", "sink", "start", "state", "walked",
        "world",
    )  # fmt: skip

    def __init__(self, world: World, state: State, orders: OrdersByVerb, dice: Dice, sink: Sink | None) -> None:
        self.world = world
        self.rules: Rules = world.rules
        self.state = state
        self.orders = orders
        self.dice = dice
        self.sink = sink
        self.acted: set[int] = set()  # places whose men did something open this turn
        self.ambushes: set[tuple[int, int]] = set()  # (who, whom): a treaty ended this month with a knife
        self.walked: set[int] = set()  # wings that have left their side this month
        self.parted: set[int] = set()  # pairs whose treaty has ended this month: they fall out by no further step
        self.joined: set[tuple[int, int, int]] = set()  # (who, with whom, region): came to a joint operation
        self.start: dict[int, int] = {}  # posture at the beginning of the turn, of places that changed it
        self.figures: tuple[list[int], ...] = figures_of(state)  # by the figure's number

    def tell(self, kind: Callable[P, Fact], *what: P.args, **named: P.kwargs) -> None:
        """Record a fact of a kind, where anybody listens: where nobody does, not even the record is made."""
        if self.sink is not None:
            self.sink(kind(*what, **named))

    def of(self, verb: Verb) -> list[tuple[int, Order]]:
        """Return the (faction, order) pairs of a verb, in canonical order."""
        return self.orders.get(verb, [])

    def change(
        self, figure: Figure, index: int, delta: int, cause: Cause, other: int = -1, event: int = -1, about: int = -1
    ) -> int:
        """Move a figure by ``delta``, within its limits; return by how much it moved."""
        if not delta:
            return 0
        values = self.figures[figure]
        old = values[index]
        new = old + delta
        limit = _LIMITS[figure]
        if new < 0:
            new = 0
        elif new > limit:
            new = limit
        if self.sink is not None:
            actor, region = self._whose(figure, index)
            self.sink(Changed(actor, other, region, figure, index, delta, cause, event, about))
            if new - old != delta:
                self.sink(Changed(actor, other, region, figure, index, new - old - delta, Cause.LIMIT))
        values[index] = new
        return new - old

    def _whose(self, figure: Figure, index: int) -> tuple[int, int]:
        if figure in _BY_HEARTH:
            return index % self.state.faction_count, index // self.state.faction_count
        if figure in _BY_FACTION:
            return index, -1
        if figure in _BY_REGION:
            return -1, index
        if figure is Figure.STRAIN:
            return index // self.state.faction_count, -1
        if figure is Figure.METER:
            return self.world.meters[index].faction, -1
        if figure in _BY_WING:
            return self.state.wing_side[index], -1
        if figure in _BY_SIDE:
            return index % self.state.faction_count, -1
        return -1, -1

    def men(self, place: int, slot: int, delta: int, cause: Cause, other: int = -1) -> None:
        """Add or take men. Taking more than there are is a fault in a phase, and raises ValueError."""
        if not delta:
            return
        state = self.state
        at = place * SLOTS + slot
        if state.men[at] + delta < 0:
            raise ValueError("a phase takes more men than there are")
        state.men[at] += delta
        state.total[place] += delta
        if self.sink is not None:
            faction, region = divmod(place, state.region_count)
            self.sink(MenChanged(faction, other, region, slot, delta, cause))

    def lose(self, place: int, count: int, slots: Sequence[int], cause: Cause, other: int = -1) -> int:
        """Take ``count`` men out of the given slots in proportion to their numbers; return how many went."""
        if count <= 0:
            return 0
        state = self.state
        men, base = state.men, place * SLOTS
        there = [slot for slot in slots if men[base + slot]]
        present = sum([men[base + slot] for slot in there])
        if not present:
            return 0
        count = left = min(count, present)
        for slot in there[:-1]:
            part = count * men[base + slot] // present
            self.men(place, slot, -part, cause, other)
            left -= part
        for slot in reversed(there):
            part = min(left, men[base + slot])
            self.men(place, slot, -part, cause, other)
            left -= part
            if not left:
                break
        if cause is KILLED:
            state.fallen[place // state.region_count] += count
        return count

    def open_up(self, place: int) -> None:
        """Bring a place's men into the open because they act."""
        self.acted.add(place)
        posture = self.state.posture[place]
        if posture in CONCEALED:
            self.start.setdefault(place, posture)
            self.state.posture[place] = Posture.OPEN

    def was_hidden(self, place: int) -> bool:
        """Say whether a place's men began the turn's acts from hiding."""
        return self.start.get(place, self.state.posture[place]) == Posture.HIDDEN

    def relation(self, a: int, b: int) -> int:
        """Return the relation of two factions."""
        return self.state.relation[a * self.state.faction_count + b]

    def friends(self, faction: int) -> list[bool]:
        """Say of each faction whether a faction is allied with it."""
        width = self.state.faction_count
        return [relation == ALLIED for relation in self.state.relation[faction * width : (faction + 1) * width]]

    def pull(self, number: int, figure: Figure, index: int) -> None:
        """Let one of the scenario's named pulls move a figure, if it holds now."""
        pull = self.world.pulls[number]
        if pull.when.holds(self.world, self.state):
            self.change(figure, index, pull.by, Cause.PULL, about=number)

    def foes(self, a: int, b: int) -> bool:
        """Say whether two factions are at war."""
        return a != b and self.state.relation[a * self.state.faction_count + b] == WAR
