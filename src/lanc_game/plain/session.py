"""A sitting in line mode: read a line, do it, say what came of it. Works the same for a person, a pipe and a screen reader."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from lanc_game.chronicle.month import chronicle_of
from lanc_game.chronicle.preview import preview, refused
from lanc_game.chronicle.reasons import FIGURES_BY_NAME, account_lines
from lanc_game.engine.forecast import forecast
from lanc_game.engine.names import Grade, Verb
from lanc_game.engine.orders import GRAMMAR, OrderError, find, fold, lexicon, text_of, usage
from lanc_game.engine.view import View
from lanc_game.engine.world import NOBODY
from lanc_game.language import plain, say
from lanc_game.plain import describe
from lanc_game.saves.errors import SaveError
from lanc_game.table import Table, Turn

EVERYBODY = -1
QUIT = "quit"


class _RefusedError(Exception):
    """An order was refused and the player asked to be strict."""


def play(table: Table, language: str, *, strict: bool = False) -> bool:
    """Play until the input ends or the player quits. Return whether, being strict, it stopped at a refused order."""
    sitting = Sitting(table, language, strict=strict)
    try:
        sitting.run()
    except _RefusedError:
        return True
    return False


def recount(table: Table, language: str, at: int, viewpoint: int) -> None:
    """Tell a saved game from a turn on, as one viewpoint knew it or as it was."""
    for turn in table.turns[at:]:
        _tell(table, turn, language, None if viewpoint == EVERYBODY else viewpoint)


def _tell(table: Table, turn: Turn, language: str, eyes: int | None) -> None:
    index = table.turns.index(turn)
    print(f"# {table.world.turns[index].name.get(language)}")
    for entry in chronicle_of(table.world, turn.after, turn.facts, eyes, language):
        print(entry.text)


class Sitting:
    """One run of line mode over a table."""

    def __init__(self, table: Table, language: str, *, strict: bool) -> None:
        self.table = table
        self.language = language
        self.strict = strict
        self.seat = table.humans[0] if table.humans else EVERYBODY
        self.commands: dict[str, Callable[[list[str]], Iterator[str]]] = {
            "orders": self._orders,
            "drop": self._drop,
            "legal": self._legal,
            "region": self._region,
            "map": lambda _: describe.map_lines(self.view, language),
            "forces": lambda _: describe.force_lines(self.view, language),
            "desk": lambda _: describe.desk_lines(self.view, language),
            "treaties": lambda _: describe.relation_lines(self.view, language),
            "wings": self._nothing,
            "patrons": self._nothing,
            "intents": lambda _: describe.intent_lines(self.view, language),
            "why": self._why,
            "history": self._history,
            "end": self._end,
            "save": self._save,
            "help": self._help,
            QUIT: self._nothing,
        }

    @property
    def view(self) -> View:
        """What the seat at the prompt knows."""
        return self.table.view(self.seat)

    def run(self) -> None:
        """Read and do lines until the end of input, `quit`, or the end of a watched war."""
        if self.seat == EVERYBODY:
            while not self.table.over:
                _tell(self.table, self.table.end_month(), self.language, None)
            self._verdict()
            return
        self._open_month()
        if self.table.over:
            self._verdict()
        prompting = sys.stdin.isatty()
        while True:
            if prompting:
                print("> ", end="", flush=True)
            line = sys.stdin.readline()
            if not line or not self._do(line.strip()):
                break
        if prompting:
            print()

    def _do(self, line: str) -> bool:
        """Do one line; return whether to go on."""
        if not line or line.startswith("#"):
            return True
        words = line.split()
        try:
            name = self._meant(words)
            if name == QUIT:
                return False
            answer = self.commands[name](words[1:]) if name in self.commands else self._order(line)
            for text in answer:
                print(text)
        except OrderError as error:
            print(f"{error.message} {error.help}".strip())
            self._refuse()
        except SaveError as error:
            print(f"{error} Nothing moved; `end` tries again.", file=sys.stderr)
        sys.stdout.flush()
        return True

    def _refuse(self) -> None:
        if self.strict:
            raise _RefusedError

    def _meant(self, words: list[str]) -> str:
        """Return the command or verb that a word or a unique prefix means. Raises OrderError."""
        if words[0].endswith("?"):
            return self._asked(words)
        table = {name: index for index, name in enumerate(self.commands)}
        verbs = {verb.name.lower() for verb in Verb if self.seat != EVERYBODY and self.view.may(verb)}
        table |= {verb: -1 - index for index, verb in enumerate(sorted(verbs))}
        word = fold(words[0])
        if word in {verb.name.lower() for verb in Verb}:
            return word
        found = find(table, word, "command or order")
        return next(name for name, index in table.items() if index == found)

    def _asked(self, words: list[str]) -> str:
        """`?` alone lists what is legal; `VERB ?` and `VERB?` give its help."""
        stem = words[0].rstrip("?")
        if stem:
            words.insert(1, stem)
            return "help"
        return "legal"

    # --- orders

    def _order(self, line: str) -> Iterator[str]:
        if line.endswith(" ?"):
            yield from self._help(line.split()[:1])
            return
        if self.table.over:
            yield "The war is over; nothing can be ordered any more."
            return
        order, why = self.table.write(self.seat, line)
        text = text_of(self.table.world, self.seat, order)
        if why is not None:
            yield f"refused: {text}: {refused(self.table.world, why, self.language)}"
            self._refuse()
            return
        outlook = preview(forecast(self.view, order), self.language)
        yield f"written: {text}{f' — {outlook}' if outlook else ''}"

    def _orders(self, _: list[str]) -> Iterator[str]:
        yield from describe.order_lines(self.view, self.table.draft(self.seat))
        yield f"cadres left: {self.table.cadres_left(self.seat)}"

    def _drop(self, words: list[str]) -> Iterator[str]:
        number = int(words[0]) if words and words[0].isascii() and words[0].isdigit() else 0
        order = self.table.drop(self.seat, number)
        if order is None:
            raise OrderError("There is no order of that number.", "`orders` numbers them.")
        yield f"dropped: {text_of(self.table.world, self.seat, order)}"

    def _legal(self, words: list[str]) -> Iterator[str]:
        region = self._find_region(words[0]) if words else NOBODY
        view = self.view
        for order in self.table.legal(self.seat, region):
            outlook = preview(forecast(view, order), self.language)
            yield f"{text_of(view.world, self.seat, order)}{f' — {outlook}' if outlook else ''}"

    # --- looking

    def _find_region(self, word: str) -> int:
        return find(lexicon(self.table.world).regions, word, "region")

    def _region(self, words: list[str]) -> Iterator[str]:
        if not words:
            raise OrderError("Which region?", "`map` lists them.")
        yield from describe.region_lines(self.view, self._find_region(words[0]), self.language)

    def _nothing(self, _: list[str]) -> Iterator[str]:
        yield "There is nothing of that kind in this scenario."

    def _why(self, words: list[str]) -> Iterator[str]:
        """`why standing`, `why sympathy vlora [FACTION]`, `why raid vlora`: causes that add up to the figure."""
        if not words:
            raise OrderError("Why what?", "Try `why standing`, `why fear vlora`, `why raid vlora`.")
        try:
            figure = FIGURES_BY_NAME[words[0]]
        except KeyError:
            yield from self._why_order(words)
            return
        region = self._find_region(words[1]) if len(words) > 1 else NOBODY
        faction = self.seat
        if len(words) > 2:
            faction = find(lexicon(self.table.world).factions, words[2], "faction")
        yield from account_lines(self.table, self.seat, figure, region, faction, self.language)

    def _why_order(self, words: list[str]) -> Iterator[str]:
        from lanc_game.engine.legal import refusal
        from lanc_game.engine.orders import parse

        order = parse(self.table.world, self.seat, " ".join(words))
        why = refusal(self.view, order)
        if why is not None:
            yield refused(self.table.world, why, self.language)
            return
        for term in forecast(self.view, order).terms:
            yield preview(forecast(self.view, order)._replace(terms=(term,)), self.language)

    def _history(self, words: list[str]) -> Iterator[str]:
        """`history`, `history 5`, `history 3..7`: what you knew of those months, numbered from 1."""
        count = len(self.table.turns)
        first, last = count, count
        if words:
            ends = words[0].split("..")
            if not all(end.isascii() and end.isdigit() for end in ends) or len(ends) > 2:
                raise OrderError(f"`{plain(words[0])}` is no span of months.", "Try `history 3..7`.")
            first, last = int(ends[0]), int(ends[-1])
        for index in range(max(1, first), min(last, count) + 1):
            turn = self.table.turns[index - 1]
            yield f"# {index} {self.table.world.turns[index - 1].name.get(self.language)}"
            for entry in chronicle_of(self.table.world, turn.after, turn.facts, self.seat, self.language):
                yield entry.text

    def _help(self, words: list[str]) -> Iterator[str]:
        if words:
            verb = Verb(find(lexicon(self.table.world).verbs, words[0], "verb"))
            yield f"{verb.name.lower()} {usage(verb)}".strip()
            yield say(self.language, "verb_detail", verb.name.lower())
            return
        for verb in GRAMMAR:
            if self.view.may(verb):
                yield say(self.language, "verb_help", verb.name.lower())
        yield f"commands: {', '.join(self.commands)}"

    # --- the month

    def _end(self, _: list[str]) -> Iterator[str]:
        if self.table.over:
            yield "The war is over."
            return
        seats = self.table.humans
        place = seats.index(self.seat)
        if place + 1 < len(seats):
            self.seat = seats[place + 1]
            yield from self._month_lines()
            return
        turn = self.table.end_month()
        self.seat = seats[0]
        yield f"# {self.table.world.turns[len(self.table.turns) - 1].name.get(self.language)}"
        for entry in chronicle_of(self.table.world, turn.after, turn.facts, self.seat, self.language):
            yield entry.text
        if self.table.over:
            yield from self._verdict_lines()
        else:
            yield from self._month_lines()

    def _open_month(self) -> None:
        for line in self._month_lines():
            print(line)
        sys.stdout.flush()

    def _month_lines(self) -> Iterator[str]:
        yield describe.header(self.view, self.language)
        yield from describe.desk_lines(self.view, self.language)
        yield from describe.intent_lines(self.view, self.language)

    def _verdict(self) -> None:
        for line in self._verdict_lines():
            print(line)
        sys.stdout.flush()

    def _verdict_lines(self) -> Iterator[str]:
        state = self.table.state
        yield "The war is over."
        for index, faction in enumerate(self.table.world.factions):
            if state.judged[index] >= 0:
                grade = say(self.language, "grade", Grade(state.judged[index]).name.lower())
                yield f"{plain(faction.name.get(self.language))}: {grade}, {state.score[index]} of 100"
                for measure in faction.measures:
                    value = measure.number.value(self.table.world, state)
                    yield f"  {plain(measure.text.get(self.language))}: {value} ({measure.low} to {measure.high})"

    def _save(self, words: list[str]) -> Iterator[str]:
        """The journal is whole after every month; with a file, `save` writes a copy there."""
        journal = self.table.journal
        if journal is None:
            yield "This game is not being kept."
            return
        if words:
            from lanc_game.saves.branches import branch

            branch(journal.save, len(self.table.turns), Path(words[0])).close()
            yield f"saved: {words[0]}"
            return
        yield f"saved: {journal.path} ({len(self.table.turns)} months)"
