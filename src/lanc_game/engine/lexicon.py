"""The names that orders use in one world, folded so that ``Vlorë`` finds ``vlore``, and the error of a word that names none."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from lanc_game.engine.names import Manner, Policy, Target, Verb
from lanc_game.engine.politics import PatronDef, WingDef
from lanc_game.engine.world import World

CHOSEN = (Manner.OPENLY, Manner.PRETEXT, Manner.AMBUSH)
MOST_MEN = 999_999


class OrderError(Exception):
    """A line that is not an order: ``message`` says what is wrong, ``help`` what would do."""

    def __init__(self, message: str, help: str = "") -> None:  # noqa: A002 - the word that people know
        super().__init__(message)
        self.message = message
        self.help = help


@lru_cache(maxsize=2048)  # a game says the same words month after month
def fold(word: str) -> str:
    """Return a word without case, marks and spaces, so that ``Vlorë`` finds ``vlore``."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join("_" if c in " -'" else c for c in plain if not unicodedata.combining(c))


class Lexicon:
    """Every name that an order may use in one world, folded."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.verbs = {verb.name.lower(): int(verb) for verb in Verb}
        self.targets = {target.name.lower(): int(target) for target in Target}
        self.policies = {policy.name.lower(): int(policy) for policy in Policy}
        self.manners = {manner.name.lower(): int(manner) for manner in CHOSEN}
        self.instruments = {instrument.id: index for index, instrument in enumerate(world.instruments)}
        self.events = {event.id: index for index, event in enumerate(world.events) if event.options}
        self.congresses = {congress.id: index for index, congress in enumerate(world.congresses)}
        self.promises = {promise.id: index for index, promise in enumerate(world.promises)}
        self.mandates = {mandate.id: index for index, mandate in enumerate(world.mandates)}
        self.wings = _named(world.wings)
        self.patrons = _named(world.patrons)
        self.regions: dict[str, int] = {}
        for index, region in enumerate(world.regions):
            names = [region.id, *region.aliases, region.name.en, region.name.sq]
            names += [name for town in region.towns for name in (town.id, town.name.en, town.name.sq)]
            _enter(self.regions, names, index)
        for index, region in enumerate(world.regions):
            self.regions[region.id] = index
        self.factions: dict[str, int] = {}
        for index, faction in enumerate(world.factions):
            spoken = (faction.short.en, faction.short.sq, faction.name.en, faction.name.sq)
            _enter(self.factions, [faction.id, *faction.aliases, *spoken], index)
        for index, faction in enumerate(world.factions):
            self.factions[faction.id] = index


def _named(things: Sequence[WingDef | PatronDef]) -> dict[str, int]:
    """Return wings or patrons by id and by name."""
    table: dict[str, int] = {}
    for index, thing in enumerate(things):
        _enter(table, (thing.id, thing.name.en, thing.name.sq), index)
    return table | {thing.id: index for index, thing in enumerate(things)}


def _enter(table: dict[str, int], names: Iterable[str], index: int) -> None:
    for name in names:
        if name:
            table.setdefault(fold(name), index)


@lru_cache(maxsize=16)
def lexicon(world: World) -> Lexicon:
    """Return the names of a world."""
    return Lexicon(world)


def find(table: dict[str, int], word: str, what: str) -> int:
    """Return what a word or a unique prefix of it names. Raises OrderError that lists what it could have been."""
    folded = fold(word)
    if folded in table:
        return table[folded]
    hits = {name: index for name, index in table.items() if name.startswith(folded)} if folded else {}
    if len(set(hits.values())) == 1:
        return next(iter(hits.values()))
    if hits:
        raise OrderError(f"`{clip(word)}` could be {some(hits)}.", "Type a few more letters.")
    raise OrderError(f"There is no {what} `{clip(word)}`.", f"Known: {some(table)}.")


def some(names: Iterable[str], most: int = 8) -> str:
    """Return a few names, sorted, for an error."""
    known = sorted(names)
    return ", ".join(known[:most]) + (" …" if len(known) > most else "")


def clip(word: str) -> str:
    """Return what was typed, short and printable."""
    shown = "".join(c if c.isprintable() else "·" for c in word)
    return shown if len(shown) <= 24 else shown[:23] + "…"


def count_of(word: str) -> int:
    """Read a number. Raises OrderError."""
    if not word.isascii() or not word.isdigit() or len(word) > 6 or not 0 <= int(word) <= MOST_MEN:
        raise OrderError(f"`{clip(word)}` is not a number.", "Write it in plain digits: 120.")
    return int(word)
