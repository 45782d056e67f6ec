"""What changes in play: flat lists of whole numbers, cheap to copy, with a digest and a way to and from JSON.

Layout: a *place* is ``faction * region_count + region``; a *hearth* is ``region * faction_count + faction``. Men stand in
``men[place * SLOTS + slot]``; ``total[place]`` is their sum and is kept in step by ``ledger.change_men`` alone.
"""

from collections.abc import Callable
from hashlib import blake2b
from itertools import compress
from operator import attrgetter
from typing import NamedTuple

from lanc_game.engine.digest import of_numbers, of_records, of_sights
from lanc_game.engine.names import NEVER, Figure
from lanc_game.engine.world import NOBODY, SLOTS

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


class Seen(NamedTuple):
    """One side's men in a region, as somebody saw or guessed them."""

    faction: int
    men: int
    strength: int
    mobile: int  # the strength of those among them who can leave their posts
    hidden: bool


class Sight(NamedTuple):
    """What a faction knew of a region and when: level 2 is exact, 1 is within the glimpse, 0 has never been."""

    turn: int
    level: int
    forces: tuple[Seen, ...]
    sympathy: tuple[int, ...]
    councils: tuple[int, ...]
    fear: int


UNSEEN = Sight(NEVER, 0, (), (), (), 0)


class Work(NamedTuple):
    """Work that takes months and binds a cadre until it is done."""

    faction: int
    verb: int
    region: int
    other: int
    left: int


class Operation(NamedTuple):
    """An announced offensive. ``weak`` is the region towards which its cordon leaks, known to nobody."""

    faction: int
    regions: tuple[int, ...]
    committed: int
    until: int
    weak: int
    band: int  # the size that a spy would report, in men


class Treaty(NamedTuple):
    """A treaty in force between two sides; ``values`` follow the instrument's clauses."""

    instrument: int
    a: int
    b: int
    values: tuple[int, ...]
    signed: int
    region: int = NOBODY  # of a local truce or a joint operation
    public: bool = True  # a secret one becomes public when it leaks


class Letter(NamedTuple):
    """A proposal on its way or on a desk. ``wishes`` ranks, clause by clause, the values that the writer would sign."""

    instrument: int
    sender: int
    receiver: int
    wishes: tuple[tuple[int, ...], ...]
    written: int
    region: int = NOBODY


class Offer(NamedTuple):
    """A choice that waits for an answer until the turn ``due``."""

    event: int
    faction: int
    offered: int
    due: int


class Vow(NamedTuple):
    """A promise that was given to a wing, to be judged in the turn ``due``."""

    promise: int
    wing: int
    faction: int
    due: int


class Task(NamedTuple):
    """A mandate: on offer until pledged, then to be judged in the turn ``due``."""

    mandate: int
    pledged: bool
    due: int


class Rumour(NamedTuple):
    """Something that ``hearer`` has been told of ``a`` and ``b``, true or not. ``odds`` is its reliability in percent."""

    hearer: int
    kind: int
    a: int
    b: int
    odds: int
    true: bool
    heard: int
    verified: bool


_LISTS = (
    "status", "cadres", "arms", "supplies", "standing", "output", "fallen", "judged", "score", "meter", "relation",
    "men", "total", "posture", "sympathy", "scar", "council", "heat", "informers", "fear", "feuds", "grain", "burned",
    "town", "country", "strain", "stigma", "signable", "cut", "wire", "idle", "policy", "hazard", "fired", "answer",
    "leader_fate", "leader_region", "wing_side", "loyalty", "grievance", "goodwill", "regard", "held", "seats", "guilt",
    "signed_at", "ended_at", "ready", "promisable", "access", "stakes",
)  # fmt: skip
_RECORDS = ("works", "operations", "offers", "sights", "treaties", "letters", "vows", "tasks", "rumours")


class State:
    """The position between two turns. Lists are indexed as the world's tables are."""

    __slots__ = (
        *_LISTS, *_RECORDS, "turn", "clock", "over", "faction_count", "region_count",
    )  # fmt: skip

    turn: int
    clock: int  # 0: hazards strike by chance; 1: on the historical schedule
    over: int
    faction_count: int
    region_count: int
    status: list[int]
    cadres: list[int]
    arms: list[int]
    supplies: list[int]
    standing: list[int]  # 0-100
    output: list[int]  # what an occupier has got out of the country so far
    fallen: list[int]
    judged: list[int]  # grade once judged, else -1
    score: list[int]  # 0-100 once judged
    meter: list[int]
    relation: list[int]
    men: list[int]
    total: list[int]
    posture: list[int]
    sympathy: list[int]  # thousandths, by hearth
    scar: list[int]  # sympathy gone quiet for fear, by hearth
    council: list[int]  # 0-3, by hearth
    heat: list[int]  # what each faction has lately done there, by hearth
    informers: list[int]  # months left, by hearth
    fear: list[int]  # thousandths
    feuds: list[int]
    grain: list[int]
    burned: list[int]  # villages burned so far
    town: list[int]
    country: list[int]
    strain: list[int]  # 0-100, by pair: the lower faction times the number of factions plus the higher
    stigma: list[int]  # 0-100, of broken words, by faction
    signable: list[int]  # 1 where an instrument's condition held at the last month's end
    cut: list[int]  # months until a link is open again
    wire: list[int]
    idle: list[int]
    policy: list[int]
    hazard: list[int]
    fired: list[int]  # turn at which an event happened, or -1
    answer: list[int]  # option chosen, or -1
    leader_fate: list[int]
    leader_region: list[int]
    wing_side: list[int]  # the faction a wing belongs to, -1 once it has gone home
    loyalty: list[int]  # 0-100, by wing
    grievance: list[int]  # 0-100, by wing
    goodwill: list[int]  # 0-100, by wing and faction: what courting has won
    regard: list[int]  # 0-100, by patron and faction
    held: list[int]  # turn at which a congress was held, or -1
    seats: list[int]  # by congress and wing
    guilt: list[int]  # by faction and faction: incidents and breaches of the first against the second
    signed_at: list[int]  # turn at which an instrument was last signed, or -1
    ended_at: list[int]  # turn at which one last ended, or -1
    ready: list[int]  # 1 where a congress's condition held at the last month's end
    promisable: list[int]  # 1 where a promise could be given at the last month's end
    stakes: list[int]  # percent: how much each clause matters to each faction in this game, by faction and clause
    access: list[int]  # 1 where a patron could reach a faction at the last month's end, by patron and faction
    works: list[Work]
    operations: list[Operation]
    offers: list[Offer]
    sights: list[Sight]  # by place
    treaties: list[Treaty]
    letters: list[Letter]
    vows: list[Vow]
    tasks: list[Task]
    rumours: list[Rumour]

    def copy(self) -> "State":
        """Return an independent copy; tuples inside are shared because nothing changes them."""
        new = State.__new__(State)
        new.turn = self.turn
        new.clock = self.clock
        new.over = self.over
        new.faction_count = self.faction_count
        new.region_count = self.region_count
        new.works = self.works[:]
        new.operations = self.operations[:]
        new.offers = self.offers[:]
        new.sights = self.sights[:]
        new.treaties = self.treaties[:]
        new.letters = self.letters[:]
        new.vows = self.vows[:]
        new.tasks = self.tasks[:]
        new.rumours = self.rumours[:]
        new.wing_side = self.wing_side[:]
        new.loyalty = self.loyalty[:]
        new.grievance = self.grievance[:]
        new.goodwill = self.goodwill[:]
        new.regard = self.regard[:]
        new.held = self.held[:]
        new.seats = self.seats[:]
        new.guilt = self.guilt[:]
        new.signed_at = self.signed_at[:]
        new.ended_at = self.ended_at[:]
        new.ready = self.ready[:]
        new.promisable = self.promisable[:]
        new.access = self.access[:]
        new.stakes = self.stakes[:]
        new.strain = self.strain[:]
        new.stigma = self.stigma[:]
        new.signable = self.signable[:]
        new.status = self.status[:]
        new.cadres = self.cadres[:]
        new.arms = self.arms[:]
        new.supplies = self.supplies[:]
        new.standing = self.standing[:]
        new.output = self.output[:]
        new.fallen = self.fallen[:]
        new.judged = self.judged[:]
        new.score = self.score[:]
        new.meter = self.meter[:]
        new.relation = self.relation[:]
        new.men = self.men[:]
        new.total = self.total[:]
        new.posture = self.posture[:]
        new.sympathy = self.sympathy[:]
        new.scar = self.scar[:]
        new.council = self.council[:]
        new.heat = self.heat[:]
        new.informers = self.informers[:]
        new.fear = self.fear[:]
        new.feuds = self.feuds[:]
        new.grain = self.grain[:]
        new.burned = self.burned[:]
        new.town = self.town[:]
        new.country = self.country[:]
        new.cut = self.cut[:]
        new.wire = self.wire[:]
        new.idle = self.idle[:]
        new.policy = self.policy[:]
        new.hazard = self.hazard[:]
        new.fired = self.fired[:]
        new.answer = self.answer[:]
        new.leader_fate = self.leader_fate[:]
        new.leader_region = self.leader_region[:]
        return new

    def row(self, place: int) -> list[int]:
        """Return the men at a place, by slot (a copy)."""
        return self.men[place * SLOTS : place * SLOTS + SLOTS]

    def figure(self, figure: Figure) -> list[int]:
        """Return the list that holds a figure."""
        return getattr(self, FIGURE_LISTS[figure])  # type: ignore[no-any-return]

    def pair(self, a: int, b: int) -> int:
        """Return where the strain between two factions is kept."""
        return min(a, b) * self.faction_count + max(a, b)

    def manned(self) -> list[int]:
        """Return the places where anybody stands."""
        return list(compress(range(len(self.total)), self.total))

    def manned_by(self, faction: int) -> list[int]:
        """Return the places where men of a faction stand."""
        first = faction * self.region_count
        places = range(first, first + self.region_count)
        return list(compress(places, self.total[first : places.stop]))

    def men_of(self, faction: int) -> int:
        """Return all the men of a faction on the map."""
        start = faction * self.region_count
        return sum(self.total[start : start + self.region_count])

    def to_json(self) -> dict[str, Json]:
        """Return the whole state as plain JSON, a list a name."""
        data: dict[str, Json] = {"turn": self.turn, "clock": self.clock, "over": self.over}
        for name in _LISTS:
            data[name] = list(map(int, getattr(self, name)))
        data["works"] = [[int(x) for x in work] for work in self.works]
        data["operations"] = [
            [op.faction, list(op.regions), op.committed, op.until, op.weak, op.band] for op in self.operations
        ]
        data["offers"] = [list(offer) for offer in self.offers]
        data["treaties"] = [
            [t.instrument, t.a, t.b, list(t.values), t.signed, t.region, int(t.public)] for t in self.treaties
        ]
        data["letters"] = [
            [x.instrument, x.sender, x.receiver, [list(wish) for wish in x.wishes], x.written, x.region]
            for x in self.letters
        ]
        data["vows"] = [list(vow) for vow in self.vows]
        data["tasks"] = [[int(x) for x in task] for task in self.tasks]
        data["rumours"] = [[int(x) for x in rumour] for rumour in self.rumours]
        data["sights"] = [
            [s.turn, s.level, [[f.faction, f.men, f.strength, f.mobile, int(f.hidden)] for f in s.forces],
             list(s.sympathy), list(s.councils), s.fear]
            for s in self.sights
        ]  # fmt: skip
        return data

    def digest(self) -> str:
        """Return a hash of the whole state, the same in every process."""
        values = [of_numbers(getattr(self, name)) for name in _LISTS]
        values += [(of_sights if name == "sights" else of_records)(getattr(self, name)) for name in _RECORDS]
        text = f"[{self.turn},{self.clock},{self.over},[{','.join(values)}]]"
        return blake2b(text.encode(), digest_size=16).hexdigest()


FIGURE_LISTS: dict[Figure, str] = {
    Figure.CADRES: "cadres",
    Figure.ARMS: "arms",
    Figure.SUPPLIES: "supplies",
    Figure.STANDING: "standing",
    Figure.METER: "meter",
    Figure.SYMPATHY: "sympathy",
    Figure.COUNCIL: "council",
    Figure.FEAR: "fear",
    Figure.FEUDS: "feuds",
    Figure.GRAIN: "grain",
    Figure.HAZARD: "hazard",
    Figure.OUTPUT: "output",
    Figure.STRAIN: "strain",
    Figure.STIGMA: "stigma",
    Figure.LOYALTY: "loyalty",
    Figure.GRIEVANCE: "grievance",
    Figure.GOODWILL: "goodwill",
    Figure.REGARD: "regard",
}

figures_of: Callable[[State], tuple[list[int], ...]] = attrgetter(*FIGURE_LISTS.values())
"""The lists of all figures of a state, by the figure's number."""

assert tuple(FIGURE_LISTS) == tuple(Figure)  # noqa: S101 - a figure out of its place is a fault in this file


__all__ = [
    "NEVER",
    "NOBODY",
    "UNSEEN",
    "Letter",
    "Offer",
    "Operation",
    "Rumour",
    "Seen",
    "Sight",
    "State",
    "Task",
    "Treaty",
    "Vow",
    "Work",
]
