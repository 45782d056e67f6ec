"""One line of text to an order and back. An order names things; what it means is in the phases.

Grammar, a verb a line (``[..]`` may be left out): see ``GRAMMAR``. Any unique prefix of a verb or a name will do;
``text_of`` gives the canonical line, and parsing that gives the same order again.
"""

from collections.abc import Sequence
from typing import NamedTuple

from lanc_game.engine.grammar import GRAMMAR, HOUSE_VERBS, PLACELESS, TREATY_VERBS, example, usage
from lanc_game.engine.lexicon import Lexicon, OrderError, count_of, find, fold, lexicon
from lanc_game.engine.names import Policy, Reprisals, Requisition, Target, Verb
from lanc_game.engine.wording import (
    FILLERS,
    expected_words,
    house_words,
    long_form,
    read_house,
    read_treaty,
    treaty_words,
    with_partner,
)
from lanc_game.engine.world import NOBODY, World

MOST_ARGUMENTS = 12
MOST_TEXT = 2_000  # the longest letter: six clauses, six wishes each, ids of forty letters
SPOKEN = (*TREATY_VERBS, *HOUSE_VERBS)
"""Verbs after which the little words of speech mean nothing: `promise X to Y`, `denounce X with Y by pretext`."""


class Order(NamedTuple):
    """A verb and its arguments as indexes; the meaning of each place is in ``GRAMMAR``."""

    verb: Verb
    args: tuple[int, ...]


_STANCES: dict[Policy, tuple[str, ...]] = {
    Policy.REPRISALS: tuple(stance.name.lower() for stance in Reprisals),
    Policy.REQUISITION: tuple(stance.name.lower() for stance in Requisition),
}


def parse(world: World, faction: int, line: str) -> Order:
    """Read one line as an order of ``faction``. Raises OrderError; legality is another question."""
    words = line.split() if len(line) <= MOST_TEXT else []
    if not words or len(words) > MOST_ARGUMENTS:
        raise OrderError("That is not an order.", "An order is a verb and what it is about: `raid <region>`.")
    names = lexicon(world)
    words = long_form(world, faction, words)
    verb = Verb(find(names.verbs, words[0], "verb"))
    rest = [word for word in words[1:] if verb not in SPOKEN or word not in FILLERS]
    if verb in TREATY_VERBS:
        rest = with_partner(world, faction, rest)
    grammar = GRAMMAR[verb]
    least = sum(not kind.startswith("[") for kind in grammar)
    if not least <= len(rest) <= len(grammar):
        raise OrderError(f"`{verb.name.lower()}` takes {usage(verb) or 'nothing more'}.", f"Try: {example(verb)}")
    if verb is Verb.MOVE:
        return Order(verb, _read_move(world, names, faction, rest))
    if verb is Verb.POLICY:
        return Order(verb, _read_policy(names, rest))
    if verb in (Verb.DECIDE, Verb.REPLY):
        return Order(verb, _read_decision(world, names, rest))
    if verb in TREATY_VERBS:
        return Order(verb, read_treaty(world, verb, rest))
    if verb in HOUSE_VERBS:
        return Order(verb, read_house(world, verb, rest))
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
                args.append(count_of(word))
    return tuple(args)


def _read_move(world: World, names: Lexicon, faction: int, rest: Sequence[str]) -> tuple[int, ...]:
    start, end = find(names.regions, rest[0], "region"), find(names.regions, rest[1], "region")
    if len(rest) == 2:
        return (start, end)
    if len(rest) == 3:
        raise OrderError("How many men?", f"Try: {example(Verb.MOVE)} {rest[2]} 100")
    units = {fold(unit.id): slot for slot, unit in enumerate(world.slots[faction])}
    return (start, end, find(units, rest[2], "unit"), count_of(rest[3]))


def _read_policy(names: Lexicon, rest: Sequence[str]) -> tuple[int, ...]:
    policy = Policy(find(names.policies, rest[0], "policy"))
    stances = {word: index for index, word in enumerate(_STANCES[policy])}
    return (policy, find(stances, rest[1], "stance"))


def _read_decision(world: World, names: Lexicon, rest: Sequence[str]) -> tuple[int, ...]:
    event = find(names.events, rest[0], "choice")
    options = {option.id: index for index, option in enumerate(world.events[event].options)}
    return (event, find(options, rest[1], "option"))


def text_of(world: World, faction: int, order: Order) -> str:
    """Return the canonical line of an order."""
    verb, args = order
    words = [verb.name.lower()]
    match verb:
        case Verb.POLICY:
            words += [Policy(args[0]).name.lower(), _STANCES[Policy(args[0])][args[1]]]
        case _ if verb in TREATY_VERBS:
            words += treaty_words(world, verb, args)
        case Verb.DECIDE | Verb.REPLY:
            event = world.events[args[0]]
            words += [event.id, event.options[args[1]].id]
        case _ if verb in HOUSE_VERBS:
            words += house_words(world, verb, args)
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
        case kind:
            return expected_words(world, kind, done)


def _stances_after(names: Lexicon, done: Sequence[str]) -> dict[str, int]:
    try:
        policy = Policy(find(names.policies, done[-1], "policy"))
    except OrderError:
        return {}
    return {word: index for index, word in enumerate(_STANCES[policy])}


def target_region(order: Order) -> int:
    """Return the region an order is about, or NOBODY for orders about none."""
    if order.verb in PLACELESS:
        return NOBODY
    return order.args[0]
