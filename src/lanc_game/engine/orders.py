"""One line of text to an order and back. An order names things; what it means is in the phases.

Grammar, a verb a line (``[..]`` may be left out): see ``GRAMMAR``. Any unique prefix of a verb or a name will do;
``text_of`` gives the canonical line, and parsing that gives the same order again.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from lanc_game.engine.names import Manner, Policy, Reprisals, Requisition, Target, Verb
from lanc_game.engine.world import NOBODY, World

MOST_ARGUMENTS = 9
BLANK = "blank"
MOST_TEXT = 200
MOST_MEN = 999_999


TREATY_VERBS = (Verb.PROPOSE, Verb.ACCEPT, Verb.REFUSE, Verb.COUNTER, Verb.DENOUNCE)
CHOSEN = (Manner.OPENLY, Manner.PRETEXT, Manner.AMBUSH)
MOST_WISHES = 6
WISH_BITS = 4  # of one wish in an order's argument


class Order(NamedTuple):
    """A verb and its arguments as indexes; the meaning of each place is in ``GRAMMAR``."""

    verb: Verb
    args: tuple[int, ...]


class OrderError(Exception):
    """A line that is not an order: ``message`` says what is wrong, ``help`` what would do."""

    def __init__(self, message: str, help: str = "") -> None:  # noqa: A002 - the word that people know
        super().__init__(message)
        self.message = message
        self.help = help


_CLAUSES = ("[clause=value|value]",) * 6

GRAMMAR: dict[Verb, tuple[str, ...]] = {
    Verb.MOVE: ("region", "region", "[unit]", "[count]"),
    Verb.ATTACK: ("region", "[faction]"),
    Verb.HOLD: ("region",),
    Verb.HIDE: ("region",),
    Verb.MUSTER: ("region",),
    Verb.DISPERSE: ("region",),
    Verb.AGITATE: ("region",),
    Verb.ORGANISE: ("region",),
    Verb.RECONCILE: ("region",),
    Verb.RECRUIT: ("region",),
    Verb.FORM: ("region",),
    Verb.MILITIA: ("region",),
    Verb.RAID: ("region",),
    Verb.SABOTAGE: ("region", "target", "[region]"),
    Verb.GARRISON: ("region", "count"),
    Verb.SWEEP: ("region",),
    Verb.OFFENSIVE: ("region", "[region]", "[region]", "[region]"),
    Verb.CALLOFF: (),
    Verb.POLICY: ("policy", "stance"),
    Verb.REPAIR: ("region", "[region]"),
    Verb.CONCEDE: ("region",),
    Verb.BRIBE: ("region",),
    Verb.LEVY: ("region",),
    Verb.WITHDRAW: ("region",),
    Verb.DECIDE: ("event", "option"),
    Verb.PROPOSE: ("instrument", "faction", *_CLAUSES),
    Verb.ACCEPT: ("instrument", "faction", *_CLAUSES),
    Verb.REFUSE: ("instrument", "faction"),
    Verb.COUNTER: ("instrument", "faction", *_CLAUSES),
    Verb.DENOUNCE: ("instrument", "faction", "manner"),
}

_STANCES: dict[Policy, tuple[str, ...]] = {
    Policy.REPRISALS: tuple(stance.name.lower() for stance in Reprisals),
    Policy.REQUISITION: tuple(stance.name.lower() for stance in Requisition),
}


def wish_code(wish: Sequence[int]) -> int:
    """Return a ranked list of values as one whole number, for an order's argument."""
    code = 0
    for value in reversed(wish):
        code = code << WISH_BITS | (value + 1)
    return code


def wish_of(code: int) -> tuple[int, ...]:
    """Return the ranked values that a whole number stands for."""
    wish: list[int] = []
    while code > 0:
        wish.append((code & (1 << WISH_BITS) - 1) - 1)
        code >>= WISH_BITS
    return tuple(wish)


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
        raise OrderError(f"`{_clip(word)}` could be {_some(hits)}.", "Type a few more letters.")
    raise OrderError(f"There is no {what} `{_clip(word)}`.", f"Known: {_some(table)}.")


def _some(names: Iterable[str], most: int = 8) -> str:
    known = sorted(names)
    return ", ".join(known[:most]) + (" …" if len(known) > most else "")


def _clip(word: str) -> str:
    shown = "".join(c if c.isprintable() else "·" for c in word)
    return shown if len(shown) <= 24 else shown[:23] + "…"


def parse(world: World, faction: int, line: str) -> Order:
    """Read one line as an order of ``faction``. Raises OrderError; legality is another question."""
    words = line.split() if len(line) <= MOST_TEXT else []
    if not words or len(words) > MOST_ARGUMENTS:
        raise OrderError("That is not an order.", "An order is a verb and what it is about: `raid <region>`.")
    names = lexicon(world)
    verb = Verb(find(names.verbs, words[0], "verb"))
    rest = words[1:]
    grammar = GRAMMAR[verb]
    least = sum(not kind.startswith("[") for kind in grammar)
    if not least <= len(rest) <= len(grammar):
        raise OrderError(f"`{verb.name.lower()}` takes {usage(verb) or 'nothing more'}.", f"Try: {example(verb)}")
    if verb is Verb.MOVE:
        return Order(verb, _read_move(world, names, faction, rest))
    if verb is Verb.POLICY:
        return Order(verb, _read_policy(names, rest))
    if verb is Verb.DECIDE:
        return Order(verb, _read_decision(world, names, rest))
    if verb in TREATY_VERBS:
        return Order(verb, _read_treaty(world, names, verb, rest))
    return Order(verb, _read_plain(names, grammar, rest))


def _read_plain(names: Lexicon, grammar: Sequence[str], rest: Sequence[str]) -> tuple[int, ...]:
    args: list[int] = []
    for kind, word in zip(grammar, rest, strict=False):
        match kind.strip("[]"):
            case "region":
                args.append(find(names.regions, word, "region"))
            case "faction":
                args.append(find(names.factions, word, "faction"))
            case "target":
                args.append(find(names.targets, word, "target"))
            case _:
                args.append(_count(word))
    return tuple(args)


def _read_move(world: World, names: Lexicon, faction: int, rest: Sequence[str]) -> tuple[int, ...]:
    start, end = find(names.regions, rest[0], "region"), find(names.regions, rest[1], "region")
    if len(rest) == 2:
        return (start, end)
    if len(rest) == 3:
        raise OrderError("How many men?", f"Try: {example(Verb.MOVE)} {rest[2]} 100")
    units = {fold(unit.id): slot for slot, unit in enumerate(world.slots[faction])}
    return (start, end, find(units, rest[2], "unit"), _count(rest[3]))


def _read_policy(names: Lexicon, rest: Sequence[str]) -> tuple[int, ...]:
    policy = Policy(find(names.policies, rest[0], "policy"))
    stances = {word: index for index, word in enumerate(_STANCES[policy])}
    return (policy, find(stances, rest[1], "stance"))


def _read_decision(world: World, names: Lexicon, rest: Sequence[str]) -> tuple[int, ...]:
    event = find(names.events, rest[0], "choice")
    options = {option.id: index for index, option in enumerate(world.events[event].options)}
    return (event, find(options, rest[1], "option"))


def _read_treaty(world: World, names: Lexicon, verb: Verb, rest: Sequence[str]) -> tuple[int, ...]:
    """Read `INSTRUMENT FACTION [clause=value|value …]`. A clause that is not named is left blank, or open to any value."""
    rest = [word for word in rest if word not in ("to", "with", "by", "from")]
    if len(rest) < 2:
        raise OrderError(f"`{verb.name.lower()}` takes {usage(verb)}.", f"Try: {example(verb)}")
    instrument = find(names.instruments, rest[0], "treaty")
    partner = find(names.factions, rest[1], "faction")
    if verb is Verb.REFUSE:
        return (instrument, partner)
    if verb is Verb.DENOUNCE:
        return (instrument, partner, find(names.manners, rest[2], "manner"))
    clauses = world.instruments[instrument].clauses
    table = {world.clauses[clause].id: place for place, clause in enumerate(clauses)}
    codes = [wish_code(_unnamed(world, clause)) for clause in clauses]
    for word in rest[2:]:
        clause_word, equals, wished = word.partition("=")
        if not equals:
            raise OrderError(f"`{_clip(word)}` settles nothing.", "Write clause=value, or clause=value|value.")
        place = find(table, clause_word, "clause")
        codes[place] = wish_code(_read_wish(world, clauses[place], wished))
    return (instrument, partner, *codes)


def _unnamed(world: World, clause: int) -> tuple[int, ...]:
    definition = world.clauses[clause]
    return (definition.blank,) if definition.may_be_blank else tuple(range(len(definition.values)))


def _read_wish(world: World, clause: int, words: str) -> tuple[int, ...]:
    definition = world.clauses[clause]
    table = {value: index for index, value in enumerate(definition.values)}
    if definition.may_be_blank:
        table[BLANK] = definition.blank
    wish = tuple(dict.fromkeys(find(table, word, "value") for word in words.split("|")))
    return wish[:MOST_WISHES]


def _wish_text(world: World, clause: int, code: int) -> str:
    definition = world.clauses[clause]
    words = [BLANK if value == definition.blank else definition.values[value] for value in wish_of(code)]
    return f"{definition.id}={'|'.join(words)}"


def _count(word: str) -> int:
    if not word.isascii() or not word.isdigit() or len(word) > 6 or not 0 <= int(word) <= MOST_MEN:
        raise OrderError(f"`{_clip(word)}` is not a number of men.", "Write it in plain digits: 120.")
    return int(word)


def text_of(world: World, faction: int, order: Order) -> str:
    """Return the canonical line of an order."""
    verb, args = order
    words = [verb.name.lower()]
    match verb:
        case Verb.POLICY:
            words += [Policy(args[0]).name.lower(), _STANCES[Policy(args[0])][args[1]]]
        case Verb.DECIDE:
            event = world.events[args[0]]
            words += [event.id, event.options[args[1]].id]
        case Verb.PROPOSE | Verb.ACCEPT | Verb.REFUSE | Verb.COUNTER | Verb.DENOUNCE:
            definition = world.instruments[args[0]]
            words += [definition.id, world.factions[args[1]].id]
            if verb is Verb.DENOUNCE:
                words.append(Manner(args[2]).name.lower())
            elif verb is not Verb.REFUSE:
                pairs = zip(definition.clauses, args[2:], strict=True)
                words += [_wish_text(world, clause, code) for clause, code in pairs]
        case Verb.MOVE:
            words += [world.regions[args[0]].id, world.regions[args[1]].id]
            if len(args) == 4:
                words += [world.slots[faction][args[2]].id, str(args[3])]
        case _:
            for kind, value in zip(GRAMMAR[verb], args, strict=False):
                words.append(_word(world, kind.strip("[]"), value))
    return " ".join(words)


def _word(world: World, kind: str, value: int) -> str:
    match kind:
        case "region":
            return world.regions[value].id
        case "faction":
            return world.factions[value].id
        case "target":
            return Target(value).name.lower()
        case _:
            return str(value)


def usage(verb: Verb) -> str:
    """Return what a verb takes, for help: ``region [faction]``."""
    return " ".join(GRAMMAR[verb])


def example(verb: Verb) -> str:
    """Return a pattern to copy, in words."""
    return " ".join([verb.name.lower(), *(f"<{kind}>" for kind in GRAMMAR[verb] if not kind.startswith("["))])


def completions(world: World, faction: int, line: str) -> list[str]:
    """Return the words that could stand at the end of an unfinished line, canonical ids first, at most 40."""
    names = lexicon(world)
    words = line.split()
    last = "" if not words or line.endswith(" ") else words.pop()
    if not words:
        table: dict[str, int] = {v.name.lower(): int(v) for v in Verb if world.may[faction][v]}
    else:
        try:
            verb = Verb(find(names.verbs, words[0], "verb"))
        except OrderError:
            return []
        table = _expected(world, names, faction, verb, words[1:])
    folded = fold(last)
    return sorted(name for name in table if name.startswith(folded))[:40]


def _expected(world: World, names: Lexicon, faction: int, verb: Verb, done: Sequence[str]) -> dict[str, int]:
    if len(done) >= len(GRAMMAR[verb]):
        return {}
    match GRAMMAR[verb][len(done)].strip("[]"):
        case "region":
            return {region.id: index for index, region in enumerate(world.regions)}
        case "faction":
            return {other.id: index for index, other in enumerate(world.factions) if index != faction}
        case "target":
            return names.targets
        case "unit":
            return {unit.id: slot for slot, unit in enumerate(world.slots[faction])}
        case "policy":
            return names.policies
        case "stance":
            return _stances_after(names, done)
        case "event":
            return names.events
        case "option" if done and done[0] in names.events:
            return {option.id: i for i, option in enumerate(world.events[names.events[done[0]]].options)}
        case _:
            return {}


def _stances_after(names: Lexicon, done: Sequence[str]) -> dict[str, int]:
    try:
        policy = Policy(find(names.policies, done[-1], "policy"))
    except OrderError:
        return {}
    return {word: index for index, word in enumerate(_STANCES[policy])}


def target_region(order: Order) -> int:
    """Return the region an order is about, or NOBODY for orders about none."""
    if order.verb in (Verb.POLICY, Verb.DECIDE, Verb.CALLOFF, *TREATY_VERBS):
        return NOBODY
    return order.args[0]
