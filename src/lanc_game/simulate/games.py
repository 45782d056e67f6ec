"""One game without a table: every seat a bot, month after month, and what is kept of it as plain numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from lanc_game.bots import ORDINARY, bot_key, choose
from lanc_game.bots.outside.command import Command
from lanc_game.bots.outside.notice import OUTSIDE, Notice
from lanc_game.compile.facts import Row
from lanc_game.engine.dice import Dice
from lanc_game.engine.facts import Decided, Fact, Fought, MenChanged, RelationChanged
from lanc_game.engine.ledger import Month
from lanc_game.engine.names import Outcome, Role, Verb
from lanc_game.engine.orders import Order, text_of
from lanc_game.engine.phases.events import score_of
from lanc_game.engine.state import Json, State
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import View, view_of
from lanc_game.engine.world import NOBODY, SLOTS, World
from lanc_game.saves.journal import Journal
from lanc_game.saves.records import new_header
from lanc_game.simulate.dealings import Dealings, Notes
from lanc_game.simulate.readings import Readings, Value
from lanc_game.simulate.watch import Watch, Watched

if TYPE_CHECKING:
    from pydantic import JsonValue

    from lanc_game.bots.outside.player import Outsider


class GameError(Exception):
    """A game that could not be played to its end: the seed, and what happened."""

    def __init__(self, seed: int, cause: str) -> None:
        super().__init__(seed, cause)
        self.seed = seed
        self.cause = cause

    def __str__(self) -> str:
        return f"the game with seed {self.seed} stopped: {self.cause}"


@dataclass(frozen=True, slots=True)
class GameSpec:
    """A game to be played. ``bots`` names each faction's bot by the faction's id; who is not named is regular.

    ``rows`` are to be read from its positions, for ``lanc facts``.
    """

    seed: int
    bots: Mapping[str, str]
    clock: int = 0
    save: Path | None = None
    rows: tuple[Row, ...] = ()

    def bot(self, faction: str) -> str:
        """Return the bot that plays a faction."""
        return self.bots.get(faction, ORDINARY)


class Strength(NamedTuple):
    """What a faction amounted to at the beginning of a month."""

    men: int
    regulars: int
    militia: int
    cadres: int
    arms: int
    standing: int
    towns: int
    country: int
    councils: int  # regions with one
    levels: int  # of all of them together


class Relating(NamedTuple):
    """Two factions came to stand differently in a turn."""

    a: int
    b: int
    relation: int
    turn: int


class Battles(NamedTuple):
    """How a faction's fights ended."""

    won: int
    lost: int
    drawn: int


@dataclass(frozen=True, slots=True)
class GameResult:
    """What is kept of a game. Lists are by faction; ``series`` and ``leads`` by month, the opening first."""

    seed: int
    months: int
    over: bool
    scores: tuple[int, ...]
    grades: tuple[int, ...]  # -1: never judged
    series: tuple[tuple[Strength, ...], ...]
    leads: tuple[int, ...]  # who would score best, -1 for nobody
    verbs: tuple[tuple[int, ...], ...]  # orders given, by faction and verb
    events: tuple[tuple[int, int], ...]  # event, turn
    answers: tuple[tuple[int, int], ...]  # event, option
    relations: tuple[Relating, ...]
    battles: tuple[Battles, ...]
    men: tuple[dict[int, int], ...]  # came or went, by faction and cause
    dealings: Dealings
    watched: Watched
    digest: str
    notices: tuple[tuple[int, Notice], ...] = ()  # of programs that played, by turn
    readings: tuple[Value, ...] = ()  # what the rows of the game's spec came to


def play_game(world: World, document: Json, spec: GameSpec) -> GameResult:
    """Play a game to its end. Raises GameError if the rules stumble, SaveError if its save cannot be written."""
    tally = _Tally(world, spec.seed, spec.rows)
    state = begin(world, spec.seed, spec.clock)
    tally.look(state)
    journal = _journal(world, document, spec, state)
    programs = _programs(world, spec)
    try:
        while not state.over and state.turn < len(world.turns):
            turn = state.turn
            tally.turn = turn
            views = [view_of(world, state, faction) for faction in range(len(world.factions))]
            orders = _orders(views, spec, programs)
            tally.notices += [(turn, notice) for program in programs.values() for notice in program.take_notices()]
            tally.count(views, orders)
            try:
                state = resolve(world, state, orders, spec.seed, tally.hear)
            except (ValueError, IndexError, KeyError, AssertionError, ArithmeticError) as error:
                raise GameError(spec.seed, f"{world.turns[turn].label}: {type(error).__name__}: {error}") from error
            tally.look(state)
            if journal is not None:
                lines = {f.id: [text_of(world, i, o) for o in orders[i]] for i, f in enumerate(world.factions)}
                journal.append(world.turns[turn].label, lines, state.digest(), over=bool(state.over))
    finally:
        if journal is not None:
            journal.close()
        _let_go(world, state, programs)
    return tally.result(spec.seed, state)


def _journal(world: World, document: Json, spec: GameSpec, state: State) -> Journal | None:
    if spec.save is None:
        return None
    bots = {faction.id: spec.bot(faction.id) for faction in world.factions}
    seats = {id_: f"bot:{OUTSIDE if isinstance(bot, Command) else bot}" for id_, bot in bots.items()}
    carried = cast("dict[str, JsonValue]", document if isinstance(document, dict) else {})
    header = new_header(world, carried, seed=spec.seed, clock=spec.clock, seats=seats, start=state.digest())
    return Journal.create(spec.save, header)


def _programs(world: World, spec: GameSpec) -> dict[int, Outsider]:
    """Return the programs that play a side in this game; each is started when it is first asked."""
    commands = {i: bot for i, faction in enumerate(world.factions) if isinstance(bot := spec.bot(faction.id), Command)}
    if not commands:
        return {}
    from lanc_game.bots.outside.player import Outsider

    return {faction: Outsider(world, faction, command) for faction, command in commands.items()}


def _let_go(world: World, state: State, programs: Mapping[int, Outsider]) -> None:
    """End the programs of a game, whether or not it came to its end."""
    if programs:
        from lanc_game.bots.outside.player import let_go

        let_go(world, state, programs.values())


def _orders(views: Sequence[View], spec: GameSpec, programs: Mapping[int, Outsider]) -> list[list[Order]]:
    """Ask every bot, as the table does, each on its own view."""
    orders: list[list[Order]] = []
    for index, view in enumerate(views):
        if index in programs:
            orders.append(programs[index].orders(view))
            continue
        bot = spec.bot(view.world.factions[index].id)
        chosen = choose(view, bot, bot_key(view.world, spec.seed, index))
        orders.append([choice.order for choice in chosen])
    return orders


class _Tally:
    """What is counted while a game goes on."""

    def __init__(self, world: World, seed: int, rows: Sequence[Row] = ()) -> None:
        factions = range(len(world.factions))
        self.world = world
        self.turn = 0
        self.series: list[tuple[Strength, ...]] = []
        self.leads: list[int] = []
        self.verbs = [[0] * len(Verb) for _ in factions]
        self.battles = [[0, 0, 0] for _ in factions]
        self.men: list[dict[int, int]] = [{} for _ in factions]
        self.relations: list[Relating] = []
        self.notes = Notes(world)
        self.watch = Watch(world, seed)
        self.notices: list[tuple[int, Notice]] = []
        self.readings = Readings(world, rows)

    def count(self, views: Sequence[View], orders: Sequence[Sequence[Order]]) -> None:
        """Count the orders given."""
        self.watch.count(views, orders)
        for faction, given in enumerate(orders):
            for order in given:
                self.verbs[faction][order.verb] += 1

    def hear(self, fact: Fact) -> None:
        """Take note of a fact."""
        if isinstance(fact, MenChanged):
            ledger = self.men[fact.actor]
            ledger[fact.cause] = ledger.get(fact.cause, 0) + fact.delta
        elif isinstance(fact, Fought):
            one, two = self.battles[fact.actor], self.battles[fact.other]
            index = {Outcome.WON: 0, Outcome.REPELLED: 1}.get(Outcome(fact.outcome), 2)
            one[index] += 1
            two[(1, 0, 2)[index]] += 1
        elif isinstance(fact, RelationChanged):
            self.relations.append(Relating(fact.actor, fact.other, fact.relation, self.turn))
        elif isinstance(fact, Decided):
            self.watch.hear(fact)
        else:
            self.notes.hear(fact, self.turn)

    def look(self, state: State) -> None:
        """Take note of a position."""
        self.readings.look(state)
        self.series.append(tuple(strength_of(self.world, state, f) for f in range(state.faction_count)))
        self.notes.look(state)
        scores = scores_now(self.world, state)
        self.watch.look(state, scores)
        best = max(scores, default=0)
        self.leads.append(scores.index(best) if best > 0 else NOBODY)

    def result(self, seed: int, state: State) -> GameResult:
        """Return what was counted."""
        return GameResult(
            seed=seed,
            months=state.turn,
            over=bool(state.over),
            scores=tuple(state.score),
            grades=tuple(int(grade) for grade in state.judged),
            series=tuple(self.series),
            leads=tuple(self.leads),
            verbs=tuple(tuple(counts) for counts in self.verbs),
            events=tuple((event, turn) for event, turn in enumerate(state.fired) if turn >= 0),
            answers=tuple((event, option) for event, option in enumerate(state.answer) if option >= 0),
            relations=tuple(self.relations),
            battles=tuple(Battles(*counts) for counts in self.battles),
            men=tuple(dict(sorted(ledger.items())) for ledger in self.men),
            dealings=self.notes.result(),
            watched=self.watch.result(),
            digest=state.digest(),
            notices=tuple(self.notices),
            readings=self.readings.result(),
        )


def strength_of(world: World, state: State, faction: int) -> Strength:
    """Return what a faction amounts to in a position."""
    regions = state.region_count
    first = faction * regions * SLOTS
    last = first + regions * SLOTS

    def of_role(role: Role) -> int:
        return sum(
            sum(state.men[first + slot : last : SLOTS])
            for slot, unit in enumerate(world.slots[faction])
            if unit.role is role
        )

    councils = state.council[faction :: state.faction_count]
    return Strength(
        men=state.men_of(faction),
        regulars=of_role(Role.REGULAR),
        militia=of_role(Role.MILITIA),
        cadres=state.cadres[faction],
        arms=state.arms[faction],
        standing=state.standing[faction],
        towns=state.town.count(faction),
        country=state.country.count(faction),
        councils=regions - councils.count(0),
        levels=sum(councils),
    )


def scores_now(world: World, state: State) -> list[int]:
    """Return what each faction would score if the war ended now; what has been judged stays."""
    month = Month(world, state, {}, Dice(0, state.turn, "look"), None)
    return [
        score if state.judged[faction] >= 0 else score_of(month, faction) for faction, score in enumerate(state.score)
    ]
