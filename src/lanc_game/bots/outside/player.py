"""A side that a program plays: asked every month, judged like everybody, and never able to stop the game."""

import json
from collections.abc import Iterable
from math import ceil

from lanc_game.bots.outside.command import Command
from lanc_game.bots.outside.hello import hello
from lanc_game.bots.outside.knowledge import knowledge
from lanc_game.bots.outside.notice import Notice, about_id, refusal_said
from lanc_game.bots.outside.process import MOST_ANSWER, Program, TroubleError
from lanc_game.engine.checks import Refusal
from lanc_game.engine.legal import MOST_ORDERS, accept, legal
from lanc_game.engine.lexicon import OrderError
from lanc_game.engine.names import Grade
from lanc_game.engine.orders import Order, parse, text_of
from lanc_game.engine.state import Json, State
from lanc_game.engine.view import View
from lanc_game.engine.world import World

MOST_STARTS = 4
MOST_LEGAL = 2_000
MOST_READ = 2 * MOST_ORDERS  # lines of an answer that are looked at
MOST_SHOWN = 80  # characters of a program's line in a notice
MOST_ECHOED = 200  # and in what is told back to it


class Outsider:
    """One faction's program over one game. ``notices`` gathers what people should be told; whoever tells takes them out."""

    def __init__(self, world: World, faction: int, command: Command) -> None:
        self.world = world
        self.faction = faction
        self.command = command
        self.notices: list[Notice] = []
        self._program: Program | None = None
        self._starts = 0
        self._gone = False
        self._trouble: str | None = None
        self._refused: list[Json] = []

    # --- the month

    def orders(self, view: View) -> list[Order]:
        """Ask for a month's orders and return those that stand; none where the program fails. Never raises for its faults."""
        if self._gone:
            return []
        message: dict[str, Json] = {"type": "month"}
        line = _line(message | knowledge(view) | self._legal(view) | self._last_month())
        self._trouble, self._refused = None, []
        seconds = self.command.first_seconds if self._program is None else self.command.seconds
        try:
            program = self._program or self._start()
            answer = program.ask(line, seconds)
        except TroubleError as trouble:
            self._lose(trouble.kind, seconds)
            return []
        except (OSError, ValueError) as error:
            self._lose("not_started", seconds, str(error))
            return []
        try:
            lines = _orders_in(answer)
        except (ValueError, RecursionError):
            self._trouble = "nonsense"
            self._tell("nonsense", text=_shown(answer.decode("utf-8", "replace")))
            return []
        return self._judged(view, lines)

    def _legal(self, view: View) -> dict[str, Json]:
        found = legal(view)
        listed: list[Json] = [text_of(self.world, self.faction, order) for order in found[:MOST_LEGAL]]
        return {"legal": listed, "legal_cut": len(found) > MOST_LEGAL}

    def _last_month(self) -> dict[str, Json]:
        return {"trouble": self._trouble, "refused": self._refused}

    def _judged(self, view: View, lines: list[str]) -> list[Order]:
        """Return the orders that stand; keep note of the others."""
        read: list[tuple[str, Order]] = []
        refused: list[tuple[str, Refusal | None]] = []
        for line in lines[:MOST_READ]:
            try:
                read.append((line, parse(self.world, self.faction, line)))
            except OrderError as error:
                refused.append((line, None))
                self._refused.append(_told(line, "no_order", f"{error.message} {error.help}".strip()))
        verdicts = accept(view, [order for _, order in read])
        refused += [(line, why) for (line, _), (_, why) in zip(read, verdicts, strict=True) if why is not None]
        refused += [(line, Refusal("too_many_orders", MOST_READ, MOST_ORDERS)) for line in lines[MOST_READ:]]
        told_back = [self._refusal(line, why) for line, why in refused[:MOST_READ] if why is not None]
        self._refused = [*self._refused, *told_back][:MOST_READ]
        if refused:
            line, why = refused[0]
            kind = "unread" if why is None else "refused"
            self._tell(kind, len(refused), _shown(line), why)
        return [order for order, why in verdicts if why is None]

    def _refusal(self, line: str, why: Refusal) -> Json:
        said = _told(line, why.reason, refusal_said(self.world, why, "en"))
        return said | {"have": why.have, "need": why.need, "about": about_id(self.world, why)}

    # --- coming and going

    def _start(self) -> Program:
        self._starts += 1
        program = Program(self.command.words)
        self._program = program
        if self._gone:  # let go by another thread meanwhile
            raise TroubleError("ended")
        program.tell(_line(hello(self.world, self.faction, self.command)))
        return program

    def _lose(self, kind: str, seconds: float, text: str = "") -> None:
        """Do without the program this month; it is started again next month, unless it has failed too often."""
        program, self._program = self._program, None
        code = 0
        if program is not None:
            code = program.end()
            text = program.last_words()
        if self._gone:  # it was let go while it was thinking
            return
        amounts = {"late": ceil(seconds), "flood": MOST_ANSWER // 1024, "ended": code}
        self._trouble = kind
        self._tell(kind, amounts.get(kind, 0), text)
        if self._starts >= MOST_STARTS:
            self._gone = True
            self._tell("given_up", self._starts)

    def leave(self, verdicts: Json) -> None:
        """Say goodbye, with the verdicts if the war is over, and end the program. Leaving twice does no harm."""
        self._gone = True
        program, self._program = self._program, None
        if program is not None:
            reason = "left" if verdicts is None else "over"
            program.leave(_line({"type": "goodbye", "reason": reason, "verdicts": verdicts}))

    def _tell(self, kind: str, amount: int = 0, text: str = "", why: Refusal | None = None) -> None:
        self.notices.append(Notice(kind, self.faction, amount, text, why))

    def take_notices(self) -> tuple[Notice, ...]:
        """Return what there is to tell, and forget it."""
        taken = tuple(self.notices)
        self.notices.clear()
        return taken


def let_go(world: World, state: State, programs: Iterable[Outsider]) -> None:
    """End the programs of a game. After the last month they are told how everybody did, which is no secret any more."""
    verdicts = _verdicts(world, state) if state.over else None
    for program in programs:
        program.leave(verdicts)


def _verdicts(world: World, state: State) -> Json:
    return {
        faction.id: {"grade": Grade(state.judged[index]).name.lower(), "score": state.score[index]}
        for index, faction in enumerate(world.factions)
        if state.judged[index] >= 0
    }


def _line(message: dict[str, Json]) -> bytes:
    """Return a message as one line; it is ASCII, so that it reads alike in every encoding."""
    return json.dumps(message, separators=(",", ":")).encode() + b"\n"


def _orders_in(answer: bytes) -> list[str]:
    """Return the lines of an answer. Raises ValueError or RecursionError for anything but {"orders": ["...", ...]}."""
    said: object = json.loads(answer.decode("utf-8"))
    orders: object = said.get("orders") if isinstance(said, dict) else None
    if not isinstance(orders, list):
        raise ValueError("no list of orders")  # noqa: TRY004 - a finding about data, not about a caller
    lines = [line for line in orders if isinstance(line, str)]
    if len(lines) < len(orders):
        raise ValueError("an order that is no text")
    return lines


def _told(line: str, why: str, message: str) -> dict[str, Json]:
    return {"line": line[:MOST_ECHOED], "why": why, "message": message}


def _shown(line: str) -> str:
    line = line.strip()
    return line if len(line) <= MOST_SHOWN else line[: MOST_SHOWN - 1] + "…"
