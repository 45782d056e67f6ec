"""A running game: seats around a world, orders in, months out, the journal written, the ledger of why kept.

Every front end sits at this table: line mode, the board, simulations, replays. A month is on the disk before ``end_month``
returns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

from lanc_game.bots import ORDINARY, Choice, bot_key, choose, known_bot, looks_ahead
from lanc_game.bots.outside.notice import OUTSIDE, Notice
from lanc_game.engine.checks import Refusal
from lanc_game.engine.facts import Changed, Fact, MenChanged, OrderFailed
from lanc_game.engine.legal import accept, legal
from lanc_game.engine.names import Cause, Figure
from lanc_game.engine.orders import Order, parse, text_of
from lanc_game.engine.state import Json, State
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import View, view_of
from lanc_game.engine.world import World
from lanc_game.saves.errors import SaveError
from lanc_game.saves.journal import Journal
from lanc_game.saves.reading import read_save
from lanc_game.saves.rebuild import replay, world_of
from lanc_game.saves.records import SaveFile, new_header

if TYPE_CHECKING:
    from pydantic import JsonValue

    from lanc_game.bots.outside.command import Command
    from lanc_game.bots.outside.player import Outsider

HUMAN = "human"
BOT = "bot:"
LEVELS = ("novice", "regular", "expert")
MOST_SEED = 2**63 - 1

Progress = Callable[[int, int], None]
"""Told how many months are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A month that was played: its label, everybody's orders, the bots' reasons, what happened, the position after it.

    ``notices`` are about programs that play for a side, and are not saved.
    """

    label: str
    orders: tuple[tuple[Order, ...], ...]
    reasons: tuple[tuple[Choice, ...], ...]
    facts: tuple[Fact, ...]
    after: State
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """Why a figure is what it is: it opened at one number, moved by named causes, closed at another; it adds up exactly."""

    opening: int
    changes: tuple[Changed, ...]
    closing: int


@dataclass(slots=True)
class Table:
    """One game. ``seats`` says who plays each faction: ``human`` or ``bot:NAME``."""

    world: World
    seed: int
    seats: list[str]
    state: State
    start: State
    turns: list[Turn] = field(default_factory=list)
    journal: Journal | None = None
    drafts: dict[int, list[Order]] = field(default_factory=dict)
    programs: dict[int, Outsider] = field(default_factory=dict)
    thoughts: dict[tuple[int, int], tuple[Choice, ...]] = field(default_factory=dict)

    # --- opening and resuming

    @classmethod
    def open(
        cls,
        world: World,
        document: Json,
        humans: Sequence[int],
        *,
        seed: int,
        level: str = ORDINARY,
        clock: int = 0,
        save: Path | None = None,
        bots: Mapping[int, str] | None = None,
        programs: Mapping[int, Command] | None = None,
    ) -> Table:
        """Begin a game. With ``save`` it is journalled there; a file that exists is refused with SaveError."""
        seats = [f"{BOT}{level}"] * len(world.factions)
        for faction, bot in (bots or {}).items():
            seats[faction] = BOT + bot
        for faction in programs or {}:
            seats[faction] = BOT + OUTSIDE
        for faction in humans:
            seats[faction] = HUMAN
        state = begin(world, seed, clock)
        table = cls(world, seed, seats, state, state)
        if save is not None:
            if not isinstance(document, dict):
                raise SaveError(save, 0, "there is no scenario document to carry", "Load the scenario from its files.")
            by_id = {faction.id: seat for faction, seat in zip(world.factions, seats, strict=True)}
            header = new_header(world, _as_json(document), seed=seed, clock=clock, seats=by_id, start=state.digest())
            table.journal = Journal.create(save, header)
        for faction, command in (programs or {}).items():
            table.seat_program(faction, command)
        return table

    @classmethod
    def resume(cls, path: Path, progress: Progress | None = None) -> Table:
        """Take a saved game up where it stopped. Raises SaveError where the save is damaged."""
        journal = Journal.resume(path)
        try:
            table = cls.from_save(journal.save, progress)
            table.check_rules(journal.save)
        except BaseException:
            journal.close()
            raise
        table.journal = journal
        return table

    def check_rules(self, save: SaveFile) -> None:
        """Raise SaveError where a save was played under other rules: going on would make another game of it."""
        last = save.turns[-1].digest if save.turns else save.header.start
        if self.start.digest() != save.header.start or self.state.digest() != last:
            cause = "it was played under other rules, and going on would make another game of it"
            raise SaveError(
                save.path, 1, cause, "`lanc verify` shows what differs; the version that made it plays it on."
            )

    @classmethod
    def watch(cls, path: Path, progress: Progress | None = None) -> Table:
        """Open a saved game to look at, not to play on."""
        return cls.from_save(read_save(path), progress)

    @classmethod
    def from_save(cls, save: SaveFile, progress: Progress | None = None) -> Table:
        """Play a save again, up to its last whole month."""
        from lanc_game.compile import build  # deferred: a new game from the cache needs no pydantic

        world = world_of(save, lambda document: build(cast("Json", document)))
        seats = [save.header.seats.get(faction.id, f"{BOT}regular") for faction in world.factions]
        table: Table | None = None
        for position in replay(world, save):
            if table is None:
                table = cls(world, save.header.seed, seats, position.state, position.state)
                continue
            record = save.turns[position.turn - 1]
            orders = tuple(
                tuple(parse(world, index, line) for line in record.orders.get(faction.id, ()))
                for index, faction in enumerate(world.factions)
            )
            nothing: tuple[tuple[Choice, ...], ...] = tuple(() for _ in world.factions)
            table.turns.append(Turn(position.label, orders, nothing, tuple(position.facts), position.state))
            table.state = position.state
            if progress is not None:
                progress(position.turn, len(save.turns))
        if table is None:
            raise SaveError(save.path, 1, "nothing could be played", "Look at it with `lanc verify`.")
        return table

    def close(self) -> None:
        """Give the save back, and let programs go that play for a side."""
        if self.journal is not None:
            self.journal.close()
        self._let_go()

    # --- programs that play for a side

    def seat_program(self, faction: int, command: Command) -> None:
        """Let a program play a faction from now on. A command comes from whoever sits here, never from a save."""
        from lanc_game.bots.outside.player import Outsider

        self.seats[faction] = BOT + OUTSIDE
        self.programs[faction] = Outsider(self.world, faction, command)

    @property
    def notices(self) -> list[Notice]:
        """What those who sit down should know: sides whose bot is not here, so that the ordinary one plays them."""
        away = {
            faction: seat.removeprefix(BOT)
            for faction, seat in enumerate(self.seats)
            if seat != HUMAN and faction not in self.programs and known_bot(self.world, seat.removeprefix(BOT))
        }
        return [
            Notice("outside_away" if bot == OUTSIDE else "bot_unknown", faction, text=bot)
            for faction, bot in away.items()
        ]

    def _let_go(self) -> None:
        if self.programs:
            from lanc_game.bots.outside.player import let_go

            let_go(self.world, self.state, self.programs.values())

    # --- looking

    @property
    def humans(self) -> list[int]:
        """The factions that people play."""
        return [faction for faction, seat in enumerate(self.seats) if seat == HUMAN]

    @property
    def over(self) -> bool:
        """Whether the war is over."""
        return bool(self.state.over)

    def label(self, turn: int | None = None) -> str:
        """Return the label of a turn, the present one by default; after the end the last one's."""
        index = self.state.turn if turn is None else turn
        return self.world.turns[max(0, min(index, len(self.world.turns) - 1))].label

    def view(self, faction: int) -> View:
        """Return what a faction knows now."""
        return view_of(self.world, self.state, faction)

    def state_before(self, turn: int) -> State:
        """Return the position before a turn was played."""
        return self.start if turn <= 0 else self.turns[min(turn, len(self.turns)) - 1].after

    # --- orders

    def write(self, faction: int, line: str) -> tuple[Order, Refusal | None]:
        """Add a line to a faction's draft. Raises OrderError if it is no order; a refused order is not kept."""
        order = parse(self.world, faction, line)
        return order, self.add(faction, order)

    def add(self, faction: int, order: Order) -> Refusal | None:
        """Add an order to a faction's draft, or say why not."""
        draft = self.drafts.setdefault(faction, [])
        why = accept(self.view(faction), [*draft, order])[-1][1]
        if why is None:
            draft.append(order)
        return why

    def drop(self, faction: int, number: int) -> Order | None:
        """Take the order with a number (from 1) out of the draft and return it, or None where there is none."""
        draft = self.drafts.get(faction, [])
        return draft.pop(number - 1) if 1 <= number <= len(draft) else None

    def draft(self, faction: int) -> list[Order]:
        """Return a faction's orders as written so far."""
        return list(self.drafts.get(faction, ()))

    def legal(self, faction: int, region: int = -1) -> list[Order]:
        """Return what a faction may order now, for one region or for all."""
        return legal(self.view(faction), region)

    def cadres_left(self, faction: int) -> int:
        """Return the cadres that a faction's draft leaves free."""
        view = self.view(faction)
        spent = sum(definition.cost for o in self.draft(faction) if (definition := view.may(o.verb)))
        return view.free_cadres - spent

    # --- the month

    def end_month(
        self, on_phase: Callable[[str], None] | None = None, on_thought: Callable[[int], None] | None = None
    ) -> Turn:
        """Let everybody's orders resolve. When this returns, the month is in the journal; if that fails, nothing moved.

        ``on_phase`` hears each phase by name as it begins, ``on_thought`` each side that is about to take its time.
        """
        orders, reasons = self._gather(on_thought)
        facts: list[Fact] = []
        after = resolve(self.world, self.state, orders, self.seed, facts.append, on_phase)
        notices = tuple(notice for program in self.programs.values() for notice in program.take_notices())
        turn = Turn(self.label(), tuple(tuple(o) for o in orders), tuple(reasons), tuple(facts), after, notices)
        if self.journal is not None and not self.state.over:
            lines = {
                faction.id: [text_of(self.world, index, order) for order in orders[index]]
                for index, faction in enumerate(self.world.factions)
            }
            self.journal.append(turn.label, lines, after.digest(), over=bool(after.over))
        self.turns.append(turn)
        self.state = after
        self.drafts.clear()
        if self.over:
            self._let_go()
        return turn

    def takes_its_time(self, faction: int) -> bool:
        """Whether a side's orders can take longer than a blink: a bot that looks ahead, or a program of somebody's own."""
        return faction in self.programs or looks_ahead(self.world, self.seats[faction].removeprefix(BOT), faction)

    def _gather(self, on_thought: Callable[[int], None] | None) -> tuple[list[list[Order]], list[tuple[Choice, ...]]]:
        orders: list[list[Order]] = []
        reasons: list[tuple[Choice, ...]] = []
        for faction, seat in enumerate(self.seats):
            if on_thought is not None and self.takes_its_time(faction) and self.view(faction).in_play:
                on_thought(faction)
            if seat == HUMAN:
                draft = self.drafts.get(faction, [])
                orders.append([order for order, why in accept(self.view(faction), draft) if why is None])
                reasons.append(())
                continue
            if faction in self.programs:
                orders.append(self.programs[faction].orders(self.view(faction)))
                reasons.append(())
                continue
            bot = seat.removeprefix(BOT)
            known = ORDINARY if known_bot(self.world, bot) else bot
            choices = choose(self.view(faction), known, self.bot_key(faction))
            orders.append([choice.order for choice in choices])
            reasons.append(tuple(choices))
        return orders, reasons

    def bot_key(self, faction: int) -> int:
        """Return the key of a faction's bot: drawn from the seed, telling nothing about it."""
        return bot_key(self.world, self.seed, faction)

    # --- why

    def reasons(self, turn: int, faction: int) -> tuple[Choice | None, ...]:
        """Return what moved a faction's bot to each order that it gave in a turn that was played, None where that is lost.

        A game keeps the reasons while it is open; a save holds orders only. There the bot of the seat thinks the month
        over, which can take a while: the same knowledge and the same key give the same orders, unless it was a person,
        another program or other rules that gave them.
        """
        played, place = self.turns[turn], (turn, faction)
        if place not in self.thoughts:
            kept = played.reasons[faction]
            self.thoughts[place] = kept if kept or not played.orders[faction] else self._think_over(turn, faction)
        known = {choice.order: choice for choice in reversed(self.thoughts[place])}
        return tuple(known.get(order) for order in played.orders[faction])

    def _think_over(self, turn: int, faction: int) -> tuple[Choice, ...]:
        bot = self.seats[faction].removeprefix(BOT)
        if known_bot(self.world, bot):  # a person's seat, or a program's
            return ()
        return tuple(choose(view_of(self.world, self.state_before(turn), faction), bot, self.bot_key(faction)))

    def why(self, figure: Figure, at: int, since: int = 0) -> Account:
        """Return why a figure is what it is, from the changes since a turn."""
        first = self.state_before(since)
        changes = [
            fact
            for turn in self.turns[since:]
            for fact in turn.facts
            if isinstance(fact, Changed) and fact.figure == figure and fact.at == at
        ]
        return Account(first.figure(figure)[at], tuple(changes), self.state.figure(figure)[at])

    def men_account(self, faction: int, since: int = 0) -> dict[Cause, int]:
        """Return the ledger of a faction's men since a turn: how many came or went, by cause."""
        ledger: dict[Cause, int] = {}
        for turn in self.turns[since:]:
            for fact in turn.facts:
                if isinstance(fact, MenChanged) and fact.actor == faction:
                    ledger[Cause(fact.cause)] = ledger.get(Cause(fact.cause), 0) + fact.delta
        return ledger

    def failures(self, faction: int) -> list[OrderFailed]:
        """Return the orders of a faction that came to nothing in the last month."""
        if not self.turns:
            return []
        return [f for f in self.turns[-1].facts if isinstance(f, OrderFailed) and f.actor == faction]


def _as_json(document: dict[str, Json]) -> dict[str, JsonValue]:
    """Name the same plain data as the save's checker does."""
    return cast("dict[str, JsonValue]", document)
