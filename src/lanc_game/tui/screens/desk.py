"""The desk at the start of a month: at most five cards, each with its because; choices are answered here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text
from textual import on
from textual.app import ComposeResult

from lanc_game.chronicle import chronicle_of, tell
from lanc_game.chronicle.letters import answers_to, letter_text
from lanc_game.engine.facts import Avenged, CouncilChanged, Fact, Fought, OrderFailed, Raided, Swept, TownTaken
from lanc_game.engine.names import Cause, Verb
from lanc_game.engine.orders import target_region
from lanc_game.language import number, plain, say
from lanc_game.tui.glyphs import BAD, FAINT, GOLD, GOOD, MUTED, PAPER, named, style
from lanc_game.tui.screens.modal import Over
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Choices, Item

MOST_CARDS = 5
_DEEDS = (Verb.RAID, Verb.SABOTAGE, Verb.ATTACK)


class Answer(NamedTuple):
    """An option of a choice."""

    event: int
    option: int


class Card(NamedTuple):
    """One thing on the desk. ``matters`` opens the desk by itself; ``region`` is where to look."""

    title: Text
    body: tuple[Text, ...]
    answers: tuple[Answer, ...] = ()
    region: int = -1
    matters: bool = True


def cards(session: Session) -> list[Card]:
    """Return what lies on the desk, the most pressing first."""
    if session.eyes.view is None:
        return []
    found = [*_choices(session), *_letters(session), *_failures(session), *_blows(session), *_deadlines(session)]
    if not found:
        found = list(_headline(session))
    return found[:MOST_CARDS]


def _choices(session: Session) -> Iterator[Card]:
    view = session.eyes.view
    for offer in view.offers if view is not None else ():
        event = session.world.events[offer.event]
        title = Text("◆ ", style(GOLD)).append(plain(event.title.get(session.language)), style(GOLD, bold=True))
        body = Text(plain(event.text.get(session.language)), style(PAPER))
        answers = tuple(Answer(offer.event, option) for option in range(len(event.options)))
        yield Card(title, (body,), answers)


def _failures(session: Session) -> Iterator[Card]:
    if not session.live:
        return
    failed = session.table.failures(session.faction)
    if failed:
        body = tuple(Text(_failure(session, fact), style(PAPER)) for fact in failed[:4])
        yield Card(Text(f"✗ {session.word('came_to_nothing')}", style(BAD, bold=True)), body, region=failed[0].region)


def _failure(session: Session, fact: OrderFailed) -> str:
    return tell(session.world, fact, session.language)


def _blows(session: Session) -> Iterator[Card]:
    """Yield what others did to us, the heaviest first, each with the deed of ours that it answers."""
    turn = session.last_turn()
    if turn is None:
        return
    blows = sorted((fact for fact in turn.facts if _strikes(session, fact)), key=lambda fact: -_weight(fact))
    for fact in blows[:3]:
        title = Text("▼ ", style(BAD)).append(session.name(fact.region), style(BAD, bold=True))
        lines = [Text(tell(session.world, fact, session.language), style(PAPER))]
        because = _because(session, fact)
        if because:
            lines.append(Text(f"{session.word('because')} {because}", style("#d8b46a")))
        yield Card(title, tuple(lines), region=fact.region)


def _strikes(session: Session, fact: Fact) -> bool:
    me = session.faction
    match fact:
        case Avenged() | Swept() | Raided():
            return fact.other == me
        case Fought() | TownTaken():
            return fact.other == me
        case CouncilChanged():
            return fact.actor == me and fact.cause in (Cause.SWEPT, Cause.OFFENSIVE, Cause.REPRISAL)
        case _:
            return False


def _weight(fact: Fact) -> int:
    match fact:
        case TownTaken():
            return 900
        case Avenged():
            return 500 + fact.villages * 50
        case Fought():
            return 300 + fact.other_lost
        case Swept():
            return 250 + fact.lost
        case CouncilChanged():
            return 240
        case Raided():
            return 100 + fact.arms
        case _:
            return 0


def _because(session: Session, fact: Fact) -> str:
    """Return the orders of ours that a blow answers: deeds in the same region within three months."""
    last = session.eyes.turn - 1
    found: list[str] = []
    if isinstance(fact, Raided | TownTaken):
        return ""
    for index in range(last, max(-1, last - 3), -1):
        found += [
            f"{session.line(order)} ({session.month(index)})"
            for order in session.table.turns[index].orders[session.faction]
            if order.verb in _DEEDS and target_region(order) == fact.region
        ]
    return ", ".join(found[:3])


def _letters(session: Session) -> Iterator[Card]:
    """A card for each proposal that waits for our answer, with the lines that would answer it."""
    view = session.eyes.view
    for letter in view.letters if view is not None else ():
        if view is None or letter.receiver != view.faction:
            continue
        title = Text("◇ ", style(GOLD)).append(letter_text(view, letter, session.language), style(GOLD, bold=True))
        lines = [
            Text(order, style(PAPER)).append(f"  {worth}" if worth else "", style(MUTED))
            for order, worth in answers_to(view, letter, session.language)
        ]
        yield Card(title, tuple(lines))


def _deadlines(session: Session) -> Iterator[Card]:
    view = session.eyes.view
    if view is None:
        return
    for operation in view.operations:
        if operation.faction == session.faction:
            continue
        title = Text("⚑ ", style(BAD)).append(session.word("offensive_title"), style(BAD, bold=True))
        places = ", ".join(session.name(region) for region in operation.regions)
        until = session.month(min(operation.until, len(session.world.turns) - 1))
        body = Text().append_text(named(session.world, operation.faction, session.language)).append(": ")
        body.append(session.word("offensive").format(where=places, until=until), style(PAPER))
        if operation.band:
            body.append(f" · ~{number(operation.band, session.language)}", style(MUTED))
        lines = [body]
        if session.plays and any(view.total[region] for region in operation.regions):
            lines.append(Text(session.word("offensive_help"), style("#d8b46a")))
        yield Card(title, tuple(lines), region=operation.regions[0])
    done = [work for work in view.works if work.left <= 1]
    if done:
        lines = [
            Text(f"{say(session.language, 'verb', Verb(w.verb).name.lower())} · {session.name(w.region)}", style(PAPER))
            for w in done[:4]
        ]
        yield Card(Text(f"◔ {session.word('done_soon')}", style(GOOD, bold=True)), tuple(lines), matters=False)


def _headline(session: Session) -> Iterator[Card]:
    turn = session.last_turn()
    if turn is None:
        note = plain(session.world.summary.get(session.language))
        yield Card(Text(session.word("first_desk"), style(GOLD, bold=True)), (Text(note, style(PAPER)),), matters=False)
        return
    told = chronicle_of(session.world, turn.after, turn.facts, session.faction, session.language)
    for entry in sorted(told, key=lambda entry: -entry.weight)[:2]:
        title = Text(session.month(session.eyes.turn - 1), style(GOLD, bold=True))
        yield Card(title, (Text(plain(entry.text), style(PAPER)),), region=entry.region, matters=False)


class DeskScreen(Over[None]):
    """The cards; Enter answers a choice or shows the place."""

    place = "middle"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._does: list[Answer | int | None] = []

    def inside(self) -> ComposeResult:
        """Return the cards."""
        yield Choices(id="cards")

    def on_mount(self) -> None:
        """Lay the cards out."""
        self.titled(f"{self.session.word('desk')} · {self.session.month()}", self.session.word("desk_aside"))
        self.query_one("#cards", Choices).focus()
        self.call_after_refresh(self._lay)

    def _lay(self, cursor: int = 0) -> None:
        items: list[Item] = []
        self._does = []
        for card in cards(self.session):
            lines = tuple(Text("  ") + line for line in card.body)
            if card.answers:
                items.append(Item((card.title, *lines), heading=True))
                self._does.append(None)
                for answer in card.answers:
                    items.append(Item(self._option(answer)))
                    self._does.append(answer)
            else:
                items.append(Item((card.title, *lines)))
                self._does.append(card.region)
            items.append(Item((Text(),), heading=True))
            self._does.append(None)
        self.query_one("#cards", Choices).offer(items, cursor)

    def _option(self, answer: Answer) -> tuple[Text, ...]:
        event = self.session.world.events[answer.event]
        option = event.options[answer.option]
        language = self.session.language
        written = self.session.answered(answer.event)
        default = answer.option == event.default
        chosen = answer.option == written
        line = Text("  (●) " if chosen else "  ( ) ", style(GOOD if chosen else MUTED))
        line.append(plain(option.text.get(language)), style(PAPER, bold=True))
        if default:
            line.append(f"  {self.session.word('by_default')}", style(FAINT))
        cost = plain(option.cost.get(language))
        return (line, Text(f"      {cost}", style("#d8b46a"))) if cost else (line,)

    @on(Choices.Picked)
    def picked(self, event: Choices.Picked) -> None:
        """Answer, or go and look."""
        does = self._does[event.index] if 0 <= event.index < len(self._does) else None
        if isinstance(does, Answer):
            self.session.decide(does.event, does.option)
            self._lay(event.index)
        elif isinstance(does, int) and does >= 0:
            self.session.region = does
            self.dismiss(None)
        else:
            self.dismiss(None)
