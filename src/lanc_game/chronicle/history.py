"""What really happened, beside what did in the game: a month's real events, battles like a fight, and the turning points."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, Protocol

from lanc_game.chronicle.month import Entry, chronicle_of
from lanc_game.chronicle.naming import name_of, title_of
from lanc_game.chronicle.witness import known
from lanc_game.engine import facts
from lanc_game.engine.facts import Fact
from lanc_game.engine.history import month_of
from lanc_game.engine.names import Level
from lanc_game.engine.state import State
from lanc_game.engine.world import NOBODY, World
from lanc_game.language import plain, say

_SMALL = (Level.CONTACT, Level.LOCAL, Level.JOINT)
_KINDS = ("battle", "campaign")  # what a fight can be like, the first first; a war is wider than any fight
_FAR = 12  # months: farther from its battle a fight is another war's, with other men and other weapons
_MOST = 40  # turning points: what two screens hold; nobody reads the ninety of a long war
_TELLING = ("congress", "treaty", "shock", "battle", "choice", "event")  # turning points, the most telling first

_Thing = tuple[str, int]  # what can have a date in history: its kind and its index


class Played(Protocol):
    """A month that was played."""

    @property
    def facts(self) -> Sequence[Fact]:
        """What happened in it."""

    @property
    def after(self) -> State:
        """The position after it."""


class Real(NamedTuple):
    """A real event in a reader's language; ``dispute`` says where sources disagree, if they do."""

    date: str
    text: str
    source: str
    dispute: str

    def line(self, language: str) -> str:
        """Return it as one line."""
        return say(language, "history", "told", **self._asdict())


class TurningPoint(NamedTuple):
    """What happened in the game beside what did in history; one of the two dates can be missing."""

    what: str
    here: str
    there: str

    def line(self, language: str) -> str:
        """Return it as one line."""
        key = "point" if self.here and self.there else "point_here" if self.here else "point_there"
        return say(language, "history", key, **self._asdict())


class SideBySide(NamedTuple):
    """The turning points of a war that are told, in order of time, and how many more there are."""

    points: Sequence[TurningPoint] = ()
    more: int = 0

    def closing(self, language: str) -> str:
        """Return the line below them that counts the others; empty if there are none."""
        return say(language, "history", "more", more=str(self.more)) if self.more else ""


def real_events(world: World, turn: int, language: str) -> list[Real]:
    """Return what really happened in the time of a turn, by date."""
    return [
        Real(name_of(e.date, language), name_of(e.text, language), plain(e.source), name_of(e.dispute, language))
        for e in world.history
        if e.turn == turn
    ]


def note_line(entry: Entry, language: str) -> str:
    """Return a line's note as a line of its own: the battle of history that a fight is like, or history's word on it."""
    if entry.kind == "fought":
        return say(language, "history", "here", battle=entry.note, source=entry.source)
    told = say(language, "history", "sourced", text=entry.note, source=entry.source)
    return f"{say(language, 'chronicle', 'history')}: {told}"


# --- battles


def battles_met(world: World, months: Sequence[Played], faction: int | None) -> list[dict[int, int]]:
    """Return, month by month, which fights are told with a battle of history: its place among the facts, and the battle.

    Each battle is told once a game, with the first fight like it that ``faction`` learns of (None: of all). A fight that is
    like several is told with the one nearest in time, a battle before a campaign. A battle is told at most a year from its
    date; a campaign only in the months in which it was fought, since many a fight is like it; a war never.
    """
    told: set[int] = set()
    found: list[dict[int, int]] = []
    for turn, month in enumerate(months):
        met: dict[int, int] = {}
        for place, fact in enumerate(month.facts if world.battles else ()):
            if isinstance(fact, facts.Fought) and known(world, month.after, fact, faction):
                found_like = _like(world, fact, month_of(world.turns[turn].label), told)
                if found_like >= 0:
                    met[place] = found_like
                    told.add(found_like)
        found.append(met)
    return found


def _like(world: World, fact: facts.Fought, month: int, told: AbstractSet[int]) -> int:
    """Return the battle that a fight is told with, or -1."""

    def rank(index: int) -> tuple[int, int]:
        battle = world.battles[index]
        return _KINDS.index(battle.kind), battle.away(month)

    like = [
        index
        for index, battle in enumerate(world.battles)
        if index not in told
        and battle.kind in _KINDS
        and battle.is_like(fact.region, fact.actor, fact.other)
        and battle.away(month) <= (_FAR if battle.kind == "battle" else 0)
    ]
    return min(like, key=rank, default=-1)


def page_of(world: World, months: Sequence[Played], index: int, faction: int | None, language: str) -> list[Entry]:
    """Return the page of one month of a game, with the battles of history that its fights are the first to be like."""
    month = months[index]
    met = battles_met(world, months[: index + 1], faction)[index]
    return chronicle_of(world, month.after, month.facts, faction, language, battles=met)


def pages_of(world: World, months: Sequence[Played], faction: int | None, language: str) -> list[list[Entry]]:
    """Return the pages of a whole game."""
    return [
        chronicle_of(world, month.after, month.facts, faction, language, battles=met)
        for month, met in zip(months, battles_met(world, months, faction), strict=True)
    ]


# --- turning points


def turning_points(world: World, months: Sequence[Played], faction: int | None, language: str) -> SideBySide:
    """Return what happened in a game beside history, as far as ``faction`` learned of it (None: all), in order of time.

    These are the congresses, the great treaties, the events with a date in history, the battles and campaigns that were met,
    and what history had within the calendar and the game had not. A scenario that ties no history to anything has none.

    At most ``_MOST`` are told, the others counted: congresses before treaties, shocks from outside, battles, choices, and then
    other events, those with most effects first; of equals those with both dates, then the earlier.
    """
    dates = _dates(world, language)
    if not dates and not world.battles:
        return SideBySide()
    here: dict[_Thing, int] = {}
    for turn, (month, met) in enumerate(zip(months, battles_met(world, months, faction), strict=True)):
        for thing in _things(world, month, met, faction):
            here.setdefault(thing, turn)
    turns = {thing: turn for thing, turn in here.items() if thing[0] != "event" or thing in dates}
    turns |= {thing: turn for thing, (turn, _) in dates.items() if thing not in here and turn >= 0}

    def rank(thing: _Thing) -> tuple[int, int, bool, int]:
        effects = len(world.events[thing[1]].effects) if thing[0] == "event" else 0
        return _TELLING.index(_like_what(world, thing)), -effects, thing not in here or thing not in dates, turns[thing]

    things = sorted(_one_of_a_name(world, turns, here), key=rank)
    told = sorted(things[:_MOST], key=lambda thing: turns[thing])
    points = [
        TurningPoint(
            _named(world, thing, language),
            _month(world, here[thing], language) if thing in here else "",
            _date(dates, thing),
        )
        for thing in told
    ]
    return SideBySide(points, len(things) - len(told))


def _one_of_a_name(world: World, things: Iterable[_Thing], here: Container[_Thing]) -> list[_Thing]:
    """Leave one of an event and a battle of the same name: what was here before what was not, the event before the battle."""
    found: dict[str, _Thing] = {}
    for thing in sorted(things, key=lambda thing: (thing not in here, thing[0] == "battle")):
        found.setdefault(_shared_name(world, thing), thing)
    return list(found.values())


def _shared_name(world: World, thing: _Thing) -> str:
    """Return what only an event and a battle can have in common."""
    kind, index = thing
    match kind:
        case "event":
            return world.events[index].id
        case "battle":
            return world.battles[index].id
    return f"{kind} {index}"


def _like_what(world: World, thing: _Thing) -> str:
    """Return which of ``_TELLING`` it is."""
    kind, index = thing
    if kind != "event":
        return kind
    event = world.events[index]
    if event.hazard >= 0:
        return "shock"
    if any(battle.id == event.id for battle in world.battles):
        return "battle"
    return "choice" if event.choosers else "event"


def _dates(world: World, language: str) -> dict[_Thing, tuple[int, str]]:
    """Return when things happened in history: turn and date, the first that is written of each."""
    found: dict[_Thing, tuple[int, str]] = {}
    for entry in world.history:
        if entry.kind:
            found.setdefault((entry.kind, entry.of), (entry.turn, name_of(entry.date, language)))
    if found:
        for index, event in enumerate(world.events):
            if event.scheduled >= 0:
                date = name_of(world.turns[event.scheduled].name, language)
                found.setdefault(("event", index), (event.scheduled, date))
    for index, battle in enumerate(world.battles):
        found["battle", index] = (NOBODY, name_of(battle.date, language))
    return found


def _date(dates: Mapping[_Thing, tuple[int, str]], thing: _Thing) -> str:
    return dates[thing][1] if thing in dates else ""


def _month(world: World, turn: int, language: str) -> str:
    return name_of(world.turns[turn].name, language)


def _things(world: World, month: Played, met: Mapping[int, int], faction: int | None) -> Iterator[_Thing]:
    """Yield what happened in a month that history can have a date of: its kind and its index."""
    for place, fact in enumerate(month.facts):
        if place in met:
            yield "battle", met[place]
            continue
        match fact:
            case facts.Happened(event=index):
                thing = "event", index
            case facts.CongressHeld(congress=index):
                thing = "congress", index
            case facts.TreatySigned(instrument=index) if world.instruments[index].level not in _SMALL:
                thing = "treaty", index
            case _:
                continue
        if known(world, month.after, fact, faction):
            yield thing


def _named(world: World, thing: _Thing, language: str) -> str:
    kind, index = thing
    match kind:
        case "event":
            return title_of(world.events[index].title, language)
        case "congress":
            return title_of(world.congresses[index].title, language)
        case "treaty":
            return title_of(world.instruments[index].name, language)
    return title_of(world.battles[index].title, language)
