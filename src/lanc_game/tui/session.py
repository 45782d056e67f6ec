"""What the screens of one game share: the table, who looks, in which language, and what is selected."""

from __future__ import annotations

from collections.abc import Sequence

from lanc_game.chronicle.preview import key_of, preview, refused
from lanc_game.chronicle.veil import known_treaties, veiled
from lanc_game.engine.facts import Changed
from lanc_game.engine.forecast import forecast
from lanc_game.engine.legal import cost
from lanc_game.engine.lexicon import OrderError
from lanc_game.engine.names import Figure, Status, Verb, Worth
from lanc_game.engine.orders import Order, parse, text_of
from lanc_game.engine.state import State
from lanc_game.engine.world import World
from lanc_game.language import in_turns, plain, say, signed, span
from lanc_game.table import Table, Turn
from lanc_game.tui.eyes import EVERYTHING, Eyes
from lanc_game.tui.words import has, word


class Session:
    """One game on the screen. ``turn_shown`` is the position shown: the present one, unless a replay steps back."""

    def __init__(self, table: Table, language: str = "en", faction: int = EVERYTHING) -> None:
        self.table = table
        self.language = in_turns(language, table.world.turns[0].step)
        self.faction = faction
        self.region = 0
        self.mode = 0
        self.turn_shown = table.state.turn
        self.live = True
        self.eyes = Eyes(table.world, table.state, faction)
        self.region = self._home()

    # --- what is shown

    @property
    def world(self) -> World:
        """The scenario."""
        return self.table.world

    @property
    def state(self) -> State:
        """The position shown; only for accounts and charts of what the viewer may know."""
        return self.table.state if self.live else self.table.state_before(self.turn_shown)

    @property
    def plays(self) -> bool:
        """Whether orders can be written here."""
        return self.live and self.faction >= 0 and not self.table.over and self.faction in self.table.humans

    @property
    def acts(self) -> bool:
        """Whether orders would be taken: the side is in the war."""
        return self.plays and self.eyes.view is not None and self.eyes.view.in_play

    @property
    def apart(self) -> str:
        """Why nothing can be ordered: the side is not in the war yet, or no longer; empty where it is."""
        view = self.eyes.view
        if view is None or view.in_play:
            return ""
        return self.word("out_of_war" if view.status[view.faction] == Status.GONE else "not_in_war")

    def look(self) -> None:
        """Look again: the position, the turn or the viewer has changed."""
        self.eyes = Eyes(self.world, self.state, self.faction)

    def show_turn(self, turn: int) -> None:
        """Show the position before a turn (the present one if it is the last)."""
        self.turn_shown = max(0, min(turn, len(self.table.turns)))
        self.look()

    def last_turn(self) -> Turn | None:
        """Return the month that led to the position shown."""
        index = (len(self.table.turns) if self.live else self.turn_shown) - 1
        return self.table.turns[index] if index >= 0 else None

    def _home(self) -> int:
        """Where the map opens: where the viewer has most men, else the most people."""
        regions = range(len(self.world.regions))
        if self.eyes.view is not None and any(self.eyes.view.total):
            totals = self.eyes.view.total
            return max(regions, key=lambda region: totals[region])
        return max(regions, key=lambda r: (Worth.CAPITAL in self.world.regions[r].worth, self.world.regions[r].people))

    # --- names

    def name(self, region: int) -> str:
        """Return a region's name."""
        return plain(self.world.regions[region].name.get(self.language)) if region >= 0 else "—"

    def short(self, faction: int) -> str:
        """Return a side's short name."""
        return plain(self.world.factions[faction].short.get(self.language)) if faction >= 0 else "—"

    def word(self, key: str) -> str:
        """Return a word of the board's own."""
        return word(self.language, key)

    def month(self, turn: int | None = None) -> str:
        """Return the name of a turn, the one shown by default."""
        index = self.eyes.turn if turn is None else turn
        turns = self.world.turns
        named = plain(turns[max(0, min(index, len(turns) - 1))].name.get(self.language))
        return named[:1].upper() + named[1:]

    # --- orders

    def draft(self) -> list[Order]:
        """Return the orders written so far."""
        return self.table.draft(self.faction) if self.plays else []

    def line(self, order: Order) -> str:
        """Return an order's canonical line."""
        return text_of(self.world, max(0, self.faction), order)

    def preview(self, order: Order) -> str:
        """Return what an order would likely bring, in words."""
        view = self.eyes.view
        if view is None or order.verb in (Verb.PROPOSE, Verb.COUNTER):
            return self.brief(order)
        return preview(forecast(view, order), self.language)

    def brief(self, order: Order) -> str:
        """Return the same in few words, for lists."""
        view = self.eyes.view
        if view is None:
            return ""
        terms = []
        for place, term in enumerate(forecast(view, order).terms):
            key = key_of(term, place)
            told = span(term.low, term.high, self.language)
            if key == "answer":
                answer = self.word("would_sign" if term.low >= 0 else "would_refuse")
                terms.append(answer.format(n=signed(term.low, self.language)))
                continue
            short = has("term_" + key)
            terms.append(
                self.word("term_" + key).format(n=told) if short else say(self.language, "forecast", key, span=told)
            )
        return " · ".join(terms)

    def price(self, order: Order) -> int:
        """Return the cadres an order takes."""
        return cost(self.eyes.view, order) if self.eyes.view is not None else 0

    def arms_wanted(self) -> int:
        """Return about how many arms the draft wants from the store: each order's forecast knows only itself."""
        view = self.eyes.view
        if view is None:
            return 0
        wanted = 0
        for order in self.draft():
            foreseen = forecast(view, order)
            if order.verb is Verb.RECRUIT:
                wanted += foreseen.value("men") * (1000 - self.world.rules.own_rifles) // 1000
            elif order.verb is Verb.LEVY:
                wanted += foreseen.value("men")
            else:
                wanted += max(0, -foreseen.value("arms"))
        return wanted

    def write(self, line: str) -> str:
        """Add a line to the draft; return why not, or nothing."""
        try:
            _, why = self.table.write(self.faction, line)
        except OrderError as error:
            from lanc_game.chronicle.order_errors import said

            return said(error, self.language, self.world)
        return refused(self.world, why, self.language) if why is not None else ""

    def add(self, order: Order) -> str:
        """Add an order to the draft; return why not, or nothing."""
        why = self.table.add(self.faction, order)
        return refused(self.world, why, self.language) if why is not None else ""

    def rewrite(self, line: str) -> str:
        """Add a line in place of one in the draft that is about the same; return why not, and leave the draft as it was."""
        before = self.draft()
        try:
            about = _subject(parse(self.world, self.faction, line))
        except OrderError:
            return self.write(line)
        for number in range(len(before), 0, -1):
            if _subject(before[number - 1]) == about:
                self.table.drop(self.faction, number)
        why = self.write(line)
        if why:
            self.table.drafts[self.faction] = before
        return why

    def decide(self, event: int, option: int) -> str:
        """Answer a choice or a demand, in place of an answer already written."""
        verb = self.world.events[event].answered_by
        return self.rewrite(self.line(Order(verb, (event, option))))

    def answered(self, event: int) -> int:
        """Return the option written for a choice or a demand, or -1."""
        return next((o.args[1] for o in self.draft() if o.verb in _ANSWERS and o.args[0] == event), -1)

    def waiting(self) -> int:
        """Return how many choices, demands and letters still want an answer."""
        view = self.eyes.view
        if view is None:
            return 0
        answered = {order.args[:2] for order in self.draft() if order.verb in _TO_LETTERS}
        letters = [letter for letter in view.letters if letter.receiver == view.faction]
        asked = sum(1 for offer in view.offers if self.answered(offer.event) < 0)
        return asked + sum(1 for letter in letters if (letter.instrument, letter.sender) not in answered)

    def cadres(self) -> tuple[int, int]:
        """Return the cadres that the draft uses and all that are free this month."""
        if self.eyes.view is None or not self.plays:
            return 0, 0
        free = self.eyes.view.free_cadres
        return free - self.table.cadres_left(self.faction), free

    # --- how things went

    def changed(self, figure: Figure, at: int) -> int:
        """Return by how much a figure moved in the last month shown."""
        index = (len(self.table.turns) if self.live else self.turn_shown) - 1
        if index < 0:
            return 0
        return self.state.figure(figure)[at] - self.table.state_before(index).figure(figure)[at]

    def changes(self, figure: Figure, at: int, index: int) -> list[Changed]:
        """Return what moved a figure in a month, as far as the viewer may know: what is secret has no name."""
        turns = self.table.turns
        found = [f for f in turns[index].facts if isinstance(f, Changed) and (f.figure, f.at) == (figure, at)]
        if self.faction < 0 or not found:
            return found
        told = [fact for turn in turns[: index + 1] for fact in turn.facts]
        treaties = known_treaties(self.table.start.treaties, told, self.faction)
        return list(veiled(self.world, found, self.faction, treaties))

    def past(self, turns: Sequence[int]) -> list[Eyes]:
        """Return what the viewer knew before each of some turns."""
        return [Eyes(self.world, self.table.state_before(turn), self.faction) for turn in turns]


_ANSWERS = (Verb.DECIDE, Verb.REPLY)
_TO_LETTERS = (Verb.ACCEPT, Verb.REFUSE, Verb.COUNTER)


def _subject(order: Order) -> tuple[object, ...]:
    """Return what an order is about: of two about the same, a draft keeps the last."""
    verb, args = order
    if verb in _TO_LETTERS:
        return ("letter", args[:2])
    if verb in (Verb.PROPOSE, Verb.DENOUNCE):
        return (verb, args[:2])
    if verb in (*_ANSWERS, Verb.CONGRESS):
        return (verb, args[:1])
    return (verb,) if verb is Verb.PLEDGE else (verb, args)
