"""A sitting in line mode: read a line, do it, say what came of it; for a person, a pipe and a screen reader alike."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from lanc_game.bots.outside.notice import notice_said
from lanc_game.chronicle.handicaps import handicaps_told
from lanc_game.chronicle.history import note_line, page_of
from lanc_game.chronicle.order_errors import said
from lanc_game.chronicle.preview import preview, refused
from lanc_game.engine.forecast import forecast
from lanc_game.engine.grammar import GRAMMAR
from lanc_game.engine.lexicon import OrderError, find, fold, lexicon
from lanc_game.engine.names import Grade, Verb
from lanc_game.engine.orders import MOST_TEXT, text_of
from lanc_game.engine.view import View
from lanc_game.engine.wording import SHORT_FORMS
from lanc_game.engine.world import NOBODY
from lanc_game.language import Value, capital, in_turns, plain, say
from lanc_game.plain import describe
from lanc_game.plain.desk import desk_lines
from lanc_game.plain.houses import patron_lines, wing_lines
from lanc_game.plain.intents import intent_lines
from lanc_game.plain.past import battle_lines, people_lines, point_lines, real_lines, region_battles
from lanc_game.plain.reasons import given_lines
from lanc_game.plain.treaties import treaty_lines
from lanc_game.plain.why import why_lines
from lanc_game.plain.why_dealings import Asker
from lanc_game.saves.errors import SaveError
from lanc_game.table import Table, Turn

EVERYBODY = -1
QUIT = "quit"
REAL = "real"  # what is written after `history` for what really happened
MOST_LINE = 10_000  # characters of a line that are looked at; the rest of it is passed over
MOST_MONTHS = 100_000
MOST_PATH = 1_000

Answer = Iterator[str]


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
    language = in_turns(language, table.world.turns[0].step)
    for text in _handicaps(table, language):
        print(text)
    for index in range(at, len(table.turns)):
        for text in month_told(table, index, language, viewpoint):
            print(text)


def month_told(table: Table, index: int, language: str, eyes: int) -> Answer:
    """Yield a month that was played: its name, then what happened, a sentence a line."""
    turn: Turn = table.turns[index]
    yield say(language, "line", "month", month=table.world.turns[index].name.get(language))
    viewer = None if eyes == EVERYBODY else eyes
    entries = page_of(table.world, table.turns, index, viewer, language)
    for entry in entries:
        yield entry.text
        if entry.kind == "fought" and entry.note:
            yield note_line(entry, language)
    if not entries:
        yield say(language, "chronicle", "quiet")
    for notice in turn.notices:
        yield notice_said(table.world, notice, language)


def _handicaps(table: Table, language: str) -> Answer:
    """Yield who plays with a handicap, where anybody does."""
    if told := handicaps_told(table.world, language):
        yield capital(told)


class Sitting:
    """One run of line mode over a table."""

    def __init__(self, table: Table, language: str, *, strict: bool) -> None:
        language = in_turns(language, table.world.turns[0].step)
        self.table = table
        self.language = language
        self.strict = strict
        self.seat = table.humans[0] if table.humans else EVERYBODY
        self.seated: set[int] = set()  # whose desks have been told in this sitting
        self.commands: dict[str, Callable[[list[str]], Answer]] = {
            "orders": self._orders,
            "drop": self._drop,
            "legal": self._legal,
            "region": self._region,
            "map": lambda _: describe.map_lines(self.view, language),
            "forces": lambda _: describe.force_lines(self.view, language),
            "desk": self._desk,
            "treaties": lambda _: treaty_lines(self.view, language),
            "wings": lambda words: wing_lines(self.view, words, language),
            "patrons": lambda _: patron_lines(self.view, language),
            "intents": self._intents,
            "people": lambda words: people_lines(self.view, words, language),
            "battles": lambda words: battle_lines(table.world, words, language),
            "why": lambda words: why_lines(table, self.seat, words, language),
            "history": self._history,
            "end": self._end,
            "save": self._save,
            "help": self._help,
            QUIT: lambda _: iter(()),
        }

    @property
    def view(self) -> View:
        """What the seat at the prompt knows."""
        return self.table.view(self.seat)

    def line(self, key: str, **values: Value) -> str:
        """Return a line in the player's language."""
        return say(self.language, "line", key, **values)

    # --- reading

    def run(self) -> None:
        """Read and do lines until the end of input, `quit`, or the end of a watched war."""
        self._print(notice_said(self.table.world, notice, self.language) for notice in self.table.notices)
        if self.seat == EVERYBODY:
            self._watch()
            return
        self._print(self._verdict() if self.table.over else self._month_opens())
        prompting = sys.stdin.isatty()
        while True:
            if prompting:
                print("> ", end="", flush=True)
            text = _read_line()
            if not text or not self._do(text.strip()):
                break
        if prompting and not text:
            print()
        self._print(self._leave())

    def _watch(self) -> None:
        if not self.table.over:
            self._print(_handicaps(self.table, self.language))
        while not self.table.over:
            self.table.end_month(on_thought=self._thinking)
            self._print(month_told(self.table, len(self.table.turns) - 1, self.language, EVERYBODY))
        self._print(self._verdict())

    def _print(self, answer: Answer) -> None:
        for text in answer:
            print(text)
        sys.stdout.flush()

    def _do(self, text: str) -> bool:
        """Do one line; return whether to go on."""
        if not text or text.startswith("#"):
            return True
        words = text.split()
        try:
            name = self._meant(words)
            if name == QUIT:
                return False
            self._print(self.commands[name](words[1:]) if name in self.commands else self._order(text))
        except OrderError as error:
            print(said(error, self.language, self.table.world, self._typed()), flush=True)
            self._refuse()
        except SaveError as error:
            key = "month_not_saved" if name == "end" else "copy_not_saved"
            print(self.line(key, error=str(error)), file=sys.stderr)
        return True

    def _refuse(self) -> None:
        if self.strict:
            raise _RefusedError

    def _meant(self, words: list[str]) -> str:
        """Return the command or verb that a word or a unique prefix means. Raises OrderError."""
        if words[0].endswith("?"):
            stem = words[0].rstrip("?")  # `?` alone lists what is legal; `VERB?` gives its help
            if not stem:
                return "legal"
            words.insert(1, stem)
            return "help"
        if len(words) > 1 and words[-1] == "?":
            words[:] = ["help", words[0]]
            return "help"
        word = fold(words[0])
        verbs = {verb.name.lower() for verb in Verb} | set(SHORT_FORMS)
        if word in verbs:
            return word
        mine = sorted(verb.name.lower() for verb in Verb if self.view.may(verb))
        table = {name: index for index, name in enumerate([*self.commands, *mine])}
        found = find(table, words[0], "command or order")
        return next(name for name, index in table.items() if index == found)

    def _typed(self) -> list[str]:
        """Return every word that can begin a line."""
        return [*self.commands, *(verb.name.lower() for verb in Verb if self.view.may(verb)), *SHORT_FORMS]

    # --- orders

    def _order(self, text: str) -> Answer:
        if self.table.over:
            yield self.line("over_no_orders")
            return
        if len(text) > MOST_TEXT:
            raise OrderError(self.line("too_long"))
        order, why = self.table.write(self.seat, text)
        written = text_of(self.table.world, self.seat, order)
        if why is not None:
            yield self.line("refused", order=written, why=refused(self.table.world, why, self.language))
            self._refuse()
            return
        yield self.line("written", order=written, outlook=preview(forecast(self.view, order), self.language))

    def _orders(self, words: list[str]) -> Answer:
        """`orders` shows the draft, `orders SIDE MONTH` what a side ordered in a month that was played, and why."""
        if words:
            yield from given_lines(Asker(self.table, self.seat, self.language), words)
            return
        yield from describe.order_lines(self.view, self.table.draft(self.seat), self.language)
        yield self.line("cadres_left", cadres=self.table.cadres_left(self.seat))

    def _drop(self, words: list[str]) -> Answer:
        order = self.table.drop(self.seat, _count(words[0]) if words else 0)
        if order is None:
            raise OrderError(self.line("no_such_order"))
        yield self.line("dropped", order=text_of(self.table.world, self.seat, order))

    def _legal(self, words: list[str]) -> Answer:
        region = self._find_region(words) if words else NOBODY
        view = self.view
        orders = [] if self.table.over else self.table.legal(self.seat, region)
        for order in orders:
            outlook = preview(forecast(view, order), self.language)
            yield self.line("legal", order=text_of(view.world, self.seat, order), outlook=outlook)
        if not orders:
            yield self.line("legal_nothing")

    # --- looking

    def _find_region(self, words: list[str]) -> int:
        return find(lexicon(self.table.world).regions, " ".join(words), "region")

    def _region(self, words: list[str]) -> Answer:
        if not words:
            raise OrderError(self.line("which_region"))
        region = self._find_region(words)
        yield from describe.region_lines(self.view, region, self.language)
        yield from region_battles(self.table.world, region, self.language)

    def _desk(self, words: list[str]) -> Answer:
        """`desk` shows the most pressing cards, `desk all` every one."""
        found = list(desk_lines(self.table, self.seat, self.language, everything=bool(words)))
        yield from found or [self.line("desk_empty")]

    def _intents(self, _: list[str]) -> Answer:
        found = list(intent_lines(self.table, self.seat, self.language))
        yield from found or [self.line("no_intents")]

    def _history(self, words: list[str]) -> Answer:
        """`history`, `history 5`, `history 3..7`: what you knew of those months, numbered from 1; `history real 5` what was."""
        count = len(self.table.turns)
        real = bool(words) and REAL.startswith(fold(words[0]))
        words = words[1:] if real else words
        first = last = count
        if words:
            ends = [_count(end) for end in words[0].split("..")]
            if not all(ends) or len(ends) > 2:
                raise OrderError(self.line("bad_span", text=words[0][:MOST_TEXT]))
            first, last = ends[0], ends[-1]
        shown = range(max(1, first), min(last, count) + 1)
        for number in shown:
            name = self.table.world.turns[number - 1].name.get(self.language)
            if real:
                told = real_lines(self.table.world, number - 1, self.language)
            else:
                told = month_told(self.table, number - 1, self.language, self.seat)
                next(told)
            yield self.line("month_numbered", number=number, month=name)
            yield from told
        if not shown:
            yield self.line("months_played", months=count)

    def _help(self, words: list[str]) -> Answer:
        if words:
            words = ["propose"] if fold(words[0]) in SHORT_FORMS else words
            table = {name: index for index, name in enumerate([*self.commands, *(v.name.lower() for v in GRAMMAR)])}
            found = find(table, words[0], "command or order")
            name = next(name for name, index in table.items() if index == found)
            yield say(self.language, "line_help" if name in self.commands else "verb_help", name)
            if name not in self.commands:
                yield say(self.language, "verb_detail", name)
            return
        for verb in GRAMMAR:
            if self.view.may(verb):
                yield say(self.language, "verb_help", verb.name.lower())
        for name in self.commands:
            yield say(self.language, "line_help", name)

    # --- the month

    def _end(self, _: list[str]) -> Answer:
        if self.table.over:
            yield self.line("over")
            return
        seats = self.table.humans
        place = seats.index(self.seat)
        if place + 1 < len(seats):
            self.seat = seats[place + 1]
            if self.table.turns:
                yield from month_told(self.table, len(self.table.turns) - 1, self.language, self.seat)
            yield from self._month_opens()
            return
        self.table.end_month(on_thought=self._thinking)
        self.seat = seats[0]
        yield from month_told(self.table, len(self.table.turns) - 1, self.language, self.seat)
        yield from self._verdict() if self.table.over else self._month_opens()

    def _thinking(self, faction: int) -> None:
        """Say to whoever waits at a terminal which side is taking its time; never into what the game says."""
        if sys.stderr.isatty():
            side = self.table.world.factions[faction].short.get(self.language)
            print(self.line("thinking", side=side), file=sys.stderr)

    def _month_opens(self) -> Answer:
        yield describe.header(self.view, self.language)
        if not self.table.turns and (told := plain(self.table.world.opening.get(self.language))):
            yield told
        if self.seat not in self.seated:
            yield from _handicaps(self.table, self.language)
        yield from desk_lines(self.table, self.seat, self.language, opening=self.seat in self.seated)
        self.seated.add(self.seat)
        yield from intent_lines(self.table, self.seat, self.language, opening=True)

    def _verdict(self) -> Answer:
        world, state = self.table.world, self.table.state
        yield self.line("over")
        yield from _handicaps(self.table, self.language)
        for index, faction in enumerate(world.factions):
            if state.judged[index] < 0:
                continue
            side = faction.name.get(self.language)
            grade = say(self.language, "grade", Grade(state.judged[index]).name.lower())
            yield self.line("judged", side=side, grade=grade, score=state.score[index])
            for measure in faction.measures:
                yield self.line(
                    "measure",
                    side=side,
                    text=measure.text.get(self.language),
                    value=measure.number.value(world, state),
                    low=measure.low,
                    high=measure.high,
                )
        yield from point_lines(self.table, self.language)

    # --- keeping the game

    def _save(self, words: list[str]) -> Answer:
        """The journal is whole after every month; with a file, `save` writes a copy there."""
        journal, months = self.table.journal, len(self.table.turns)
        if journal is None:
            yield self.line("not_kept")
            return
        if words:
            from lanc_game.saves.branches import branch

            path = " ".join(words)
            if len(path) > MOST_PATH:
                raise OrderError(self.line("too_long"))
            branch(journal.save, months, Path(path)).close()
            yield self.line("saved", path=path, months=months)
            return
        yield self.line("saved", path=str(journal.path), months=months)

    def _leave(self) -> Answer:
        """Say where the game is kept, and that orders which were not carried out are not."""
        drafts = sum(len(self.table.draft(seat)) for seat in self.table.humans)
        if drafts and not self.table.over:
            yield self.line("draft_lost", orders=drafts)
        yield from self._save([])


def _count(word: str) -> int:
    """Return a number that a player typed, 0 for what is none."""
    return int(word) if word.isascii() and word.isdigit() and len(word) < len(str(MOST_MONTHS)) else 0


def _read_line() -> str:
    """Return the next line of input, cut to what can be a line of this game; empty at the end of input."""
    text = sys.stdin.readline(MOST_LINE)
    piece = text
    while piece and not piece.endswith("\n"):
        piece = sys.stdin.readline(MOST_LINE)
    return text if text.endswith("\n") or not text else f"{text}\n"
