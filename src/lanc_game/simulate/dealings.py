"""What many games came to in politics: treaties signed and broken, wings that walked out, congresses, wars, alliance graphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from lanc_game.engine.facts import CongressHeld, Fact, LetterRefused, LetterSent, TreatyEnded, TreatySigned, WingLeft
from lanc_game.engine.names import IN_PLAY, FactionKind, Level, Manner, Relation
from lanc_game.engine.state import NEVER, State
from lanc_game.engine.world import World
from lanc_game.simulate.statistics import Share, wilson

SOON = 6  # months within which a broken treaty counts as broken soon

Graph = tuple[tuple[int, int, int], ...]
"""How the movements in play stand with each other: (a, b, relation)."""


class Pact(NamedTuple):
    """A treaty of a game. ``ended`` is -1 for one that was in force at the end."""

    instrument: int
    a: int
    b: int
    values: tuple[int, ...]
    signed: int
    ended: int
    manner: int


class Split(NamedTuple):
    """A wing that walked out: of which side, to which (-1: home), when."""

    wing: int
    side: int
    to: int
    turn: int


class Dealings(NamedTuple):
    """The politics of one game."""

    pacts: tuple[Pact, ...]
    splits: tuple[Split, ...]
    congresses: tuple[tuple[int, tuple[int, ...]], ...]
    letters: tuple[tuple[int, int], ...]  # instrument, turn
    refusals: tuple[tuple[int, int], ...]
    graphs: tuple[Graph, ...]  # those seen, each once


class Notes:
    """What is noted of a game's politics while it goes on."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.open: list[Pact] = []
        self.pacts: list[Pact] = []
        self.splits: list[Split] = []
        self.congresses: list[tuple[int, tuple[int, ...]]] = []
        self.letters: list[tuple[int, int]] = []
        self.refusals: list[tuple[int, int]] = []
        self.graphs: set[Graph] = set()

    def hear(self, fact: Fact, turn: int) -> None:
        """Take note of a fact."""
        match fact:
            case TreatySigned():
                a, b = sorted((fact.actor, fact.other))
                self.open.append(Pact(fact.instrument, a, b, fact.values, turn, NEVER, NEVER))
            case TreatyEnded():
                self._close(fact, turn)
            case WingLeft():
                self.splits.append(Split(fact.wing, fact.actor, fact.other, turn))
            case CongressHeld():
                self.congresses.append((fact.congress, fact.seats))
            case LetterSent():
                self.letters.append((fact.instrument, turn))
            case LetterRefused():
                self.refusals.append((fact.instrument, turn))
            case _:
                pass

    def _close(self, fact: TreatyEnded, turn: int) -> None:
        sides = tuple(sorted((fact.actor, fact.other)))
        for pact in self.open:
            if (pact.instrument, pact.a, pact.b) == (fact.instrument, *sides):
                self.open.remove(pact)
                self.pacts.append(pact._replace(ended=turn, manner=fact.manner))
                return

    def look(self, state: State) -> None:
        """Take note of how the movements stand with each other."""
        sides = [
            index
            for index, faction in enumerate(self.world.factions)
            if faction.kind is FactionKind.MOVEMENT and state.status[index] in IN_PLAY
        ]
        width = state.faction_count
        self.graphs.add(tuple((a, b, state.relation[a * width + b]) for a in sides for b in sides if a < b))

    def result(self) -> Dealings:
        """Return what was noted."""
        return Dealings(
            tuple(sorted([*self.pacts, *self.open], key=lambda pact: (pact.signed, pact))),
            tuple(self.splits),
            tuple(self.congresses),
            tuple(self.letters),
            tuple(self.refusals),
            tuple(sorted(self.graphs)),
        )


class TreatyFigures(NamedTuple):
    """How a kind of treaty fared between two sides over many games; of the first one signed in each."""

    instrument: int
    a: int
    b: int
    signed: Share  # of all games
    months: Counter[int]  # of signing, by turn
    broken_soon: Share  # of those signed
    kept: Share  # of those signed: in force at the end
    manners: Counter[int]
    values: tuple[Counter[int], ...]  # by clause


def treaties(games: Sequence[Dealings], world: World) -> list[TreatyFigures]:
    """Return the figures of every treaty that was signed in some game. A lapse is no breach."""
    firsts: dict[tuple[int, int, int], list[Pact]] = {}
    for game in games:
        seen: set[tuple[int, int, int]] = set()
        for pact in game.pacts:
            key = (pact.instrument, pact.a, pact.b)
            if key not in seen:
                seen.add(key)
                firsts.setdefault(key, []).append(pact)
    found: list[TreatyFigures] = []
    for key, pacts in sorted(firsts.items()):
        broken = [p for p in pacts if p.ended >= 0 and p.manner != Manner.LAPSE]
        soon = sum(p.ended - p.signed <= SOON for p in broken)
        clauses = range(len(world.instruments[key[0]].clauses))
        found.append(
            TreatyFigures(
                *key,
                signed=wilson(len(pacts), len(games)),
                months=Counter(p.signed for p in pacts),
                broken_soon=wilson(soon, len(pacts)),
                kept=wilson(sum(p.ended < 0 for p in pacts), len(pacts)),
                manners=Counter(p.manner for p in pacts if p.ended >= 0),
                values=tuple(Counter(p.values[clause] for p in pacts) for clause in clauses),
            )
        )
    return found


def splits(games: Sequence[Dealings], world: World) -> list[tuple[int, Share, Counter[int], Counter[int]]]:
    """Return for each wing how often it walked out of the side it began with, in which turns, and to whom."""
    found: list[tuple[int, Share, Counter[int], Counter[int]]] = []
    for wing, definition in enumerate(world.wings):
        left = [s for game in games for s in game.splits if s.wing == wing and s.side == definition.faction]
        found.append((wing, wilson(len(left), len(games)), Counter(s.turn for s in left), Counter(s.to for s in left)))
    return found


def first_splits(games: Sequence[Dealings]) -> dict[int, Share]:
    """Return how often each side was the first to lose a wing; -1 where no side did."""
    counts = Counter(game.splits[0].side if game.splits else -1 for game in games)
    return {side: wilson(count, len(games)) for side, count in sorted(counts.items())}


def graphs(games: Sequence[Dealings]) -> int:
    """Return how many different ways of standing with each other the movements were seen in."""
    return len({graph for game in games for graph in game.graphs})


def choices(games: Sequence[Dealings], world: World, instrument: int) -> list[tuple[int, dict[int, Share], Share]]:
    """Return for each clause of a pact how it came to be settled, over the games in which it was on the table at all.

    (clause, share of each value, share of games in which it was never signed.) On the table is what somebody proposed.
    """
    tabled = [g for g in games if any(kind == instrument for kind, _ in g.letters)]
    firsts = [next((p for p in g.pacts if p.instrument == instrument), None) for g in tabled]
    found: list[tuple[int, dict[int, Share], Share]] = []
    for place, clause in enumerate(world.instruments[instrument].clauses):
        counts = Counter(pact.values[place] for pact in firsts if pact is not None)
        shares = {value: wilson(counts[value], len(tabled)) for value in range(world.clauses[clause].blank + 1)}
        found.append((clause, shares, wilson(sum(pact is None for pact in firsts), len(tabled))))
    return found


def pacts_of(world: World) -> list[int]:
    """Return the treaties that make allies."""
    return [i for i, definition in enumerate(world.instruments) if definition.level in (Level.PACT, Level.COMMAND)]


def at_war_by(relations: Sequence[Sequence[tuple[int, int, int, int]]], a: int, b: int, months: int) -> list[int]:
    """Return for each turn in how many games two sides had been at war by its end, from each game's changes of relation."""
    firsts = [
        min(
            (turn for one, two, relation, turn in game if {one, two} == {a, b} and relation == Relation.WAR), default=-1
        )
        for game in relations
    ]
    return [sum(0 <= first <= turn for first in firsts) for turn in range(months)]
