"""The kit of the rule tests: the four valleys, a position set up in a line or two, a month, and what it told.

Four valleys has four regions in a ring: harbour (coast, port, capital) and plain (plain, grain) below, mountain and
woods (hills, chrome) above. Roads join harbour-plain and plain-woods, a high road harbour-mountain, a pass
mountain-woods.
``hill`` and ``star`` are movements and rivals; ``crown`` is the occupier, at war with both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from lanc_game.engine.checks import Refusal
from lanc_game.engine.conditions import All, AnyOf
from lanc_game.engine.dice import Dice
from lanc_game.engine.effects import Effect
from lanc_game.engine.facts import Changed, Fact, MenChanged, OrderFailed
from lanc_game.engine.forecast import Forecast, forecast
from lanc_game.engine.legal import accept, legal
from lanc_game.engine.names import Cause, Figure, Level, LinkKind, Posture, Relation, Role, Status, Target, Verb
from lanc_game.engine.opening import opening, take_stock
from lanc_game.engine.orders import parse, text_of
from lanc_game.engine.politics import InstrumentDef
from lanc_game.engine.rules import Rules
from lanc_game.engine.sight import observe
from lanc_game.engine.state import NEVER, UNSEEN, Offer, Operation, State, Treaty
from lanc_game.engine.texts import Text
from lanc_game.engine.turn import resolve
from lanc_game.engine.view import View, view_of
from lanc_game.engine.world import NOBODY, SLOTS, EventDef, LeaderDef, LinkDef, OptionDef, World
from lanc_game.workshop.load import load

SCENARIO = Path(__file__).parents[2] / "scenarios" / "four-valleys"
SEEDS = range(50)
MAY = 2  # no snow, no harvest
WINTER_TURN = 9  # December in four valleys
HARVEST_TURN = 4  # July
Told = TypeVar("Told", bound=Fact)
Orders = Mapping[str, Sequence[str]]

NOTHING = All(())
NEVER_TRUE = AnyOf(())


@cache
def valleys() -> World:
    """Return the four valleys as shipped."""
    world = load(SCENARIO).world
    assert world is not None
    return world


@cache
def quiet() -> World:
    """Return the four valleys without events, leaders, hazards and hunger in hiding: only what is ordered happens."""
    return ruled(replace(valleys(), events=(), leaders=(), hazards=()), hidden_hunger=0)


@cache
def banners() -> World:
    """Return two banners as shipped: the four valleys with treaties, wings, a patron, a congress, a promise and mandates."""
    world = load(SCENARIO.with_name("two-banners")).world
    assert world is not None
    return world


@cache
def calm() -> World:
    """Return two banners without events, hazards, hunger in hiding and talk: only what is ordered happens."""
    return ruled(
        replace(banners(), events=(), hazards=()), hidden_hunger=0, rumour_chance=0, rumour_false=0, walk_chance=0,
        walk_slope=0, leak=0, strain_slope=0,
    )  # fmt: skip


def instrument(
    name: str, level: Level, parties: Sequence[int] = (0, 1), clauses: Sequence[int] = (), **more: object
) -> InstrumentDef:
    """Return a treaty that some sides can always sign."""
    text = Text(name)
    made = InstrumentDef(
        id=name, name=text, note=text, source="", level=level, parties=tuple(parties), clauses=tuple(clauses),
        worth=0, months=0, when=NOTHING, signed=(), ended=(),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def signable(world: World, *instruments: InstrumentDef) -> World:
    """Return a world with further treaties."""
    return replace(world, instruments=(*world.instruments, *instruments))


def winged(world: World, name: str, **more: object) -> World:
    """Return a world in which one wing is otherwise."""
    changed = [replace(wing, **more) if wing.id == name else wing for wing in world.wings]  # type: ignore[arg-type]
    return replace(world, wings=tuple(changed))


def ruled(world: World, **numbers: int) -> World:
    """Return a world with other numbers."""
    return replace(world, rules=replace(world.rules, **numbers))


def event(
    name: str = "test", effects: Sequence[Effect] = (), choosers: Sequence[int] = (), chance: int = 1000, **more: object
) -> EventDef:
    """Return an event that happens at once; with ``choosers`` it offers ``yes`` (its effects) and ``no``."""
    text = Text(name)
    options = (OptionDef("yes", text, text, tuple(effects), 1), OptionDef("no", text, text, (), 1)) if choosers else ()
    made = EventDef(
        id=name, title=text, text=text, note=text, source="", first=0, last=99, when=NOTHING, chance=chance,
        hazard=NOBODY, scheduled=NEVER, effects=() if choosers else tuple(effects), choosers=tuple(choosers),
        options=options, default=1 if choosers else 0, public=True,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def leader(faction: int, region: int, *traits: str, first: int = 0, last: int = 99) -> LeaderDef:
    """Return a leader with gifts."""
    text = Text("somebody")
    return LeaderDef("somebody", text, faction, region, traits, first, last, text)


class Position:
    """A position being set up: an empty country in which nobody is at war unless the scenario says so."""

    def __init__(self, world: World | None = None, turn: int = MAY) -> None:
        self.world = world if world is not None else quiet()
        self.state = opening(self.world)
        self.state.turn = turn
        state = self.state
        state.men = [0] * len(state.men)
        state.total = [0] * len(state.total)
        state.posture = [Posture.OPEN] * len(state.posture)
        state.town = [NOBODY] * state.region_count
        state.country = [NOBODY] * state.region_count
        state.supplies = [500] * state.faction_count
        for values in (state.sympathy, state.council, state.fear, state.feuds):
            values[:] = [0] * len(values)

    def f(self, name: str) -> int:
        """Return a faction's index."""
        return self.world.faction_index[name]

    def r(self, name: str) -> int:
        """Return a region's index."""
        return self.world.region_index[name]

    def place(self, faction: str, region: str) -> int:
        """Return the index of a faction's place in a region."""
        return self.f(faction) * self.state.region_count + self.r(region)

    def hearth(self, region: str, faction: str) -> int:
        """Return the index of a faction's hearth in a region."""
        return self.r(region) * self.state.faction_count + self.f(faction)

    def slot(self, faction: str, unit: str) -> int:
        """Return the slot of a unit kind."""
        return next(s for s, kind in enumerate(self.world.slots[self.f(faction)]) if kind.id == unit)

    def men(self, faction: str, region: str, unit: str, men: int, posture: Posture = Posture.OPEN) -> Position:
        """Put men somewhere."""
        place = self.place(faction, region)
        self.state.men[place * SLOTS + self.slot(faction, unit)] += men
        self.state.total[place] += men
        self.state.posture[place] = posture
        return self

    def hidden(self, faction: str, region: str, unit: str, men: int) -> Position:
        """Put men somewhere in hiding."""
        return self.men(faction, region, unit, men, Posture.HIDDEN)

    def relate(self, one: str, other: str, relation: Relation) -> Position:
        """Make two factions stand so."""
        a, b, width = self.f(one), self.f(other), self.state.faction_count
        self.state.relation[a * width + b] = self.state.relation[b * width + a] = relation
        return self

    def sympathy(self, region: str, faction: str, percent: int) -> Position:
        """Set sympathy in percent."""
        self.state.sympathy[self.hearth(region, faction)] = percent * 10
        return self

    def council(self, region: str, faction: str, level: int) -> Position:
        """Set a council."""
        self.state.council[self.hearth(region, faction)] = level
        return self

    def towns(self, region: str, faction: str) -> Position:
        """Give the towns of a region to somebody."""
        self.state.town[self.r(region)] = self.f(faction)
        return self

    def country(self, region: str, faction: str) -> Position:
        """Give the country of a region to somebody."""
        self.state.country[self.r(region)] = self.f(faction)
        return self

    def heat(self, region: str, faction: str, value: int) -> Position:
        """Set how much a faction has lately done somewhere."""
        self.state.heat[self.hearth(region, faction)] = value
        return self

    def fear(self, region: str, value: int) -> Position:
        """Set fear in thousandths."""
        self.state.fear[self.r(region)] = value
        return self

    def feuds(self, region: str, count: int) -> Position:
        """Set blood feuds."""
        self.state.feuds[self.r(region)] = count
        return self

    def grain(self, region: str, amount: int) -> Position:
        """Put grain into the barns."""
        self.state.grain[self.r(region)] = amount
        return self

    def purse(self, faction: str, **figures: int) -> Position:
        """Set a faction's cadres, arms, supplies or standing."""
        for name, value in figures.items():
            getattr(self.state, name)[self.f(faction)] = value
        return self

    def policy(self, faction: str, policy: int, value: int) -> Position:
        """Set a standing instruction."""
        self.state.policy[self.f(faction) * 2 + policy] = value
        return self

    def operation(self, faction: str, *regions: str, ago: int = 1, until: int = 1, weak: str = "") -> Position:
        """Let a faction have committed an offensive so many months ago, to last so many more months after this."""
        turn = self.state.turn
        where = tuple(sorted(self.r(name) for name in regions))
        leak = self.r(weak) if weak else NOBODY
        self.state.operations.append(Operation(self.f(faction), where, turn - ago, turn + until, leak, 1000))
        return self

    def offer(self, name: str, faction: str) -> Position:
        """Let an event's choice wait for a faction's answer."""
        index = next(i for i, known in enumerate(self.world.events) if known.id == name)
        self.state.fired[index] = max(0, self.state.turn - 1)
        asked = self.state.turn - 1
        self.state.offers.append(Offer(index, self.f(faction), asked, asked + self.world.events[index].months))
        return self

    # --- politics

    def wing(self, name: str) -> int:
        """Return a wing's index."""
        return next(i for i, wing in enumerate(self.world.wings) if wing.id == name)

    def mood(self, wing: str, *, loyalty: int | None = None, grievance: int | None = None) -> Position:
        """Set a wing's loyalty or grievance."""
        if loyalty is not None:
            self.state.loyalty[self.wing(wing)] = loyalty
        if grievance is not None:
            self.state.grievance[self.wing(wing)] = grievance
        return self

    def goodwill(self, wing: str, faction: str, value: int) -> Position:
        """Set what a faction's courting has won with a wing."""
        self.state.goodwill[self.wing(wing) * self.state.faction_count + self.f(faction)] = value
        return self

    def regard(self, faction: str, value: int, patron: int = 0) -> Position:
        """Set a patron's regard."""
        self.state.regard[patron * self.state.faction_count + self.f(faction)] = value
        return self

    def strained(self, one: str, other: str, value: int) -> Position:
        """Set the strain between two sides."""
        self.state.strain[self.state.pair(self.f(one), self.f(other))] = value
        return self

    def instrument(self, name: str) -> int:
        """Return an instrument's index."""
        return next(i for i, known in enumerate(self.world.instruments) if known.id == name)

    def bind(
        self, name: str, one: str, other: str, region: str = "", *, public: bool = True, **clauses: str
    ) -> Position:
        """Let a treaty be in force since last month, its clauses settled as named; no clause's relation is set."""
        index = self.instrument(name)
        values = []
        for number in self.world.instruments[index].clauses:
            clause = self.world.clauses[number]
            word = clauses.get(clause.id, "blank")
            values.append(clause.blank if word == "blank" else clause.values.index(word))
        a, b = sorted((self.f(one), self.f(other)))
        where = self.r(region) if region else NOBODY
        self.state.treaties.append(Treaty(index, a, b, tuple(values), self.state.turn - 1, where, public))
        self.state.signed_at[index] = self.state.turn - 1
        return self

    def relation_of(self, one: str, other: str) -> Relation:
        """Return how two factions stand."""
        return Relation(self.state.relation[self.f(one) * self.state.faction_count + self.f(other)])

    def stock(self) -> Position:
        """Write down what is possible now: which treaties, congresses and roads of patrons."""
        take_stock(self.world, self.state)
        return self

    def link(self, one: str, other: str) -> int:
        """Return the link between two regions."""
        pair = {self.r(one), self.r(other)}
        return next(i for i, link in enumerate(self.world.links) if {link.a, link.b} == pair)

    def seen(self, seed: int = 1) -> State:
        """Return the state with everybody's eyes open: what is seen is written down as at a month's end."""
        observe(self.world, self.state, Dice(seed, self.state.turn - 1, "sight"))
        return self.state

    def view(self, faction: str) -> View:
        """Return what a faction knows of the position."""
        self.seen()
        return view_of(self.world, self.state, self.f(faction))

    def why(self, faction: str, *lines: str) -> str:
        """Return the reason for which the last of some orders is refused, or an empty text."""
        refusal = self.refusal(faction, *lines)
        return refusal.reason if refusal else ""

    def refusal(self, faction: str, *lines: str) -> Refusal | None:
        """Return the refusal of the last of some orders, or None."""
        view = self.view(faction)
        return accept(view, [parse(self.world, self.f(faction), line) for line in lines])[-1][1]

    def forecast(self, faction: str, line: str) -> Forecast:
        """Return what a faction may expect of an order."""
        view = self.view(faction)
        return forecast(view, parse(self.world, self.f(faction), line))

    def listed(self, faction: str, verb: Verb) -> list[str]:
        """Return the legal orders of a verb, as text."""
        view = self.view(faction)
        return [text_of(self.world, self.f(faction), order) for order in legal(view) if order.verb is verb]

    def month(self, orders: Orders | None = None, seed: int = 1, *, blind: bool = False) -> After:
        """Resolve a month. Every order must be acceptable, unless ``blind``: then it is carried out as it stands."""
        self.seen(seed)
        given = [[parse(self.world, f, line) for line in (orders or {}).get(faction.id, ())]
                 for f, faction in enumerate(self.world.factions)]  # fmt: skip
        if not blind:
            for faction, wanted in enumerate(given):
                for order, refusal in accept(view_of(self.world, self.state, faction), wanted):
                    assert refusal is None, (text_of(self.world, faction, order), refusal)
        facts: list[Fact] = []
        state = resolve(self.world, self.state, given, seed, facts.append)
        return After(self, state, facts)


class After:
    """What a month came to."""

    def __init__(self, before: Position, state: State, facts: list[Fact]) -> None:
        self.before = before
        self.state = state
        self.facts = facts

    def then(self) -> Position:
        """Return the position after the month, to go on from."""
        following = Position(self.before.world)
        following.state = self.state
        return following

    def men(self, faction: str, region: str, unit: str = "") -> int:
        """Return the men somewhere, of one unit kind or of all."""
        place = self.before.place(faction, region)
        return self.state.men[place * SLOTS + self.before.slot(faction, unit)] if unit else self.state.total[place]

    def posture(self, faction: str, region: str) -> int:
        """Return a posture."""
        return self.state.posture[self.before.place(faction, region)]

    def sympathy(self, region: str, faction: str) -> int:
        """Return sympathy in thousandths."""
        return self.state.sympathy[self.before.hearth(region, faction)]

    def council(self, region: str, faction: str) -> int:
        """Return a council's level."""
        return self.state.council[self.before.hearth(region, faction)]

    def heat(self, region: str, faction: str) -> int:
        """Return what is remembered of a faction's deeds."""
        return self.state.heat[self.before.hearth(region, faction)]

    def fear(self, region: str) -> int:
        """Return fear in thousandths."""
        return self.state.fear[self.before.r(region)]

    def town(self, region: str) -> str:
        """Return who holds the towns, or an empty text."""
        return self._name(self.state.town[self.before.r(region)])

    def country(self, region: str) -> str:
        """Return who holds the country, or an empty text."""
        return self._name(self.state.country[self.before.r(region)])

    def _name(self, faction: int) -> str:
        return self.before.world.factions[faction].id if faction >= 0 else ""

    def relation(self, one: str, other: str) -> Relation:
        """Return how two factions stand."""
        width = self.state.faction_count
        return Relation(self.state.relation[self.before.f(one) * width + self.before.f(other)])

    def loyalty(self, wing: str) -> int:
        """Return a wing's loyalty."""
        return self.state.loyalty[self.before.wing(wing)]

    def grievance(self, wing: str) -> int:
        """Return a wing's grievance."""
        return self.state.grievance[self.before.wing(wing)]

    def goodwill(self, wing: str, faction: str) -> int:
        """Return what a faction's courting has won with a wing."""
        return self.state.goodwill[self.before.wing(wing) * self.state.faction_count + self.before.f(faction)]

    def regard(self, faction: str, patron: int = 0) -> int:
        """Return a patron's regard."""
        return self.state.regard[patron * self.state.faction_count + self.before.f(faction)]

    def strain(self, one: str, other: str) -> int:
        """Return the strain between two sides."""
        return self.state.strain[self.state.pair(self.before.f(one), self.before.f(other))]

    def why(self, figure: Figure, at: int) -> dict[Cause, int]:
        """Return by how much each cause moved one figure; what they come to is what the figure moved by."""
        sums: dict[Cause, int] = {}
        for fact in self.all(Changed):
            if (fact.figure, fact.at) == (figure, at):
                sums[Cause(fact.cause)] = sums.get(Cause(fact.cause), 0) + fact.delta
        assert self.before.state.figure(figure)[at] + sum(sums.values()) == self.state.figure(figure)[at]
        return {cause: by for cause, by in sums.items() if by}

    def why_wing(self, figure: Figure, wing: str) -> dict[Cause, int]:
        """Return why a wing's loyalty or grievance moved."""
        return self.why(figure, self.before.wing(wing))

    def why_strain(self, one: str, other: str) -> dict[Cause, int]:
        """Return why the strain between two sides moved."""
        return self.why(Figure.STRAIN, self.state.pair(self.before.f(one), self.before.f(other)))

    def why_regard(self, faction: str, patron: int = 0) -> dict[Cause, int]:
        """Return why a patron's regard moved."""
        return self.why(Figure.REGARD, patron * self.state.faction_count + self.before.f(faction))

    def all(self, kind: type[Told]) -> list[Told]:
        """Return the facts of a kind."""
        return [fact for fact in self.facts if isinstance(fact, kind)]

    def one(self, kind: type[Told]) -> Told:
        """Return the only fact of a kind."""
        [fact] = self.all(kind)
        return fact

    def failed(self) -> list[str]:
        """Return why orders came to nothing."""
        return [fact.reason for fact in self.all(OrderFailed)]

    def moved(self, figure: Figure, cause: Cause, faction: str = "", region: str = "") -> int:
        """Return by how much a figure moved for a cause, of one faction and one region where they are named."""
        return sum(
            fact.delta
            for fact in self.all(Changed)
            if fact.figure == figure
            and fact.cause == cause
            and (not faction or fact.actor == self.before.f(faction))
            and (not region or fact.region == self.before.r(region))
        )

    def mustered(self, cause: Cause, faction: str, region: str = "") -> int:
        """Return how many men came (or went, below zero) for a cause."""
        return sum(
            fact.delta
            for fact in self.all(MenChanged)
            if fact.cause == cause
            and fact.actor == self.before.f(faction)
            and (not region or fact.region == self.before.r(region))
        )


__all__ = [
    "HARVEST_TURN",
    "NEVER_TRUE",
    "NOTHING",
    "SEEDS",
    "UNSEEN",
    "WINTER_TURN",
    "After",
    "Cause",
    "Figure",
    "Level",
    "LinkDef",
    "LinkKind",
    "Position",
    "Posture",
    "Relation",
    "Role",
    "Rules",
    "Status",
    "Target",
    "Verb",
    "banners",
    "calm",
    "event",
    "instrument",
    "leader",
    "quiet",
    "ruled",
    "signable",
    "valleys",
    "winged",
]
