"""The words of politics: letters with their clauses, congresses with their seats, promises and the like, as text and back."""

from collections.abc import Sequence

from lanc_game.engine.grammar import example, usage
from lanc_game.engine.lexicon import OrderError, clip, count_of, find, lexicon
from lanc_game.engine.names import Level, Manner, Verb
from lanc_game.engine.world import NOBODY, World

BLANK = "blank"
MOST_WISHES = 6
WISH_BITS = 4  # of one wish in an order's argument
SHORT_FORMS = {"truce": Level.LOCAL, "joint": Level.JOINT}
"""`truce REGION SIDE` and `joint REGION SIDE` stand for a letter with the first treaty of that level."""
FILLERS = ("to", "with", "by", "from")
REGION_WORD = "in"  # `in=REGION` says what a letter about one region is about


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


def read_treaty(world: World, verb: Verb, rest: Sequence[str]) -> tuple[int, ...]:
    """Read `INSTRUMENT FACTION [clause=value|value …] [in=REGION]`. A clause not named is left blank, or open to any value."""
    names = lexicon(world)
    rest = [word for word in rest if word not in FILLERS]
    if len(rest) < (3 if verb is Verb.DENOUNCE else 2):
        raise OrderError(f"`{verb.name.lower()}` takes {usage(verb)}.", f"Try: {example(verb)}")
    instrument = find(names.instruments, rest[0], "treaty")
    partner = find(names.factions, rest[1], "faction")
    if verb is Verb.REFUSE:
        return (instrument, partner)
    if verb is Verb.DENOUNCE:
        return (instrument, partner, find(names.manners, rest[2], "manner"))
    clauses = world.instruments[instrument].clauses
    region = NOBODY
    table = {world.clauses[clause].id: place for place, clause in enumerate(clauses)}
    codes = [wish_code(_unnamed(world, clause)) for clause in clauses]
    for word in rest[2:]:
        clause_word, equals, wished = word.partition("=")
        if not equals:
            raise OrderError(f"`{clip(word)}` settles nothing.", "Write clause=value, or clause=value|value.")
        if clause_word == REGION_WORD:
            region = find(names.regions, wished, "region")
            continue
        place = find(table, clause_word, "clause")
        codes[place] = wish_code(_read_wish(world, clauses[place], wished))
    if verb is Verb.ACCEPT:
        return (instrument, partner, *codes)
    return (instrument, partner, *codes, *_place(world, instrument, region))


def _place(world: World, instrument: int, region: int) -> tuple[int, ...]:
    """Return the region of a letter as an argument: treaties about a region have one, others none."""
    definition = world.instruments[instrument]
    if definition.local and region == NOBODY:
        raise OrderError(f"`{definition.id}` is about one region.", "Say which: in=<region>.")
    if not definition.local and region != NOBODY:
        raise OrderError(f"`{definition.id}` is about no single region.", "Leave out `in=`.")
    return (region,) if definition.local else ()


def _unnamed(world: World, clause: int) -> tuple[int, ...]:
    definition = world.clauses[clause]
    return (definition.blank,) if definition.may_be_blank else tuple(range(len(definition.values)))[:MOST_WISHES]


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


def long_form(world: World, faction: int, words: Sequence[str]) -> list[str]:
    """Return a line's words with `truce` and `joint` written out as the letters that they are."""
    level = SHORT_FORMS.get(words[0].lower()) if words else None
    rest = [word for word in words[1:] if word not in FILLERS]
    if level is None:
        return list(words)
    if len(rest) != 2:
        raise OrderError(f"`{words[0]}` takes region faction.", f"Try: {words[0]} <region> <faction>")
    partner = find(lexicon(world).factions, rest[1], "faction")
    for instrument in world.instruments:
        if instrument.level is level and faction in instrument.parties and partner in instrument.parties:
            return ["propose", instrument.id, rest[1], f"in={rest[0]}"]
    raise OrderError("There is no treaty of that kind between you and them.", "`treaties` lists what can be signed.")


def with_partner(world: World, faction: int, rest: Sequence[str]) -> list[str]:
    """Return the words of an order about a treaty with its other side named, where it has only one: `denounce X openly`."""
    names = lexicon(world)
    if not rest or _found(names.instruments, rest[0]) is None:
        return list(rest)
    if len(rest) > 1 and _found(names.factions, rest[1]) is not None:
        return list(rest)
    parties = world.instruments[find(names.instruments, rest[0], "treaty")].parties
    others = [world.factions[party].id for party in parties if party != faction]
    return [rest[0], *others, *rest[1:]] if len(others) == 1 else list(rest)


def _found(table: dict[str, int], word: str) -> int | None:
    try:
        return find(table, word, "name")
    except OrderError:
        return None


def read_house(world: World, verb: Verb, rest: Sequence[str]) -> tuple[int, ...]:
    """Read an order about wings, patrons, congresses, promises, mandates or rumours."""
    names = lexicon(world)
    if not rest:
        raise OrderError(f"`{verb.name.lower()}` takes {usage(verb)}.", f"Try: {example(verb)}")
    match verb:
        case Verb.COURT | Verb.PURGE:
            return (find(names.wings, rest[0], "wing"),)
        case Verb.PROMISE if len(rest) == 2:
            return (find(names.promises, rest[0], "promise"), find(names.wings, rest[1], "wing"))
        case Verb.CONGRESS:
            return _read_congress(world, rest)
        case Verb.APPEAL:
            return (find(names.patrons, rest[0], "patron"),)
        case Verb.PLEDGE:
            return (find(names.mandates, rest[0], "mandate"),)
        case Verb.VERIFY:
            return (count_of(rest[0]),)
        case _:
            raise OrderError(f"`{verb.name.lower()}` takes {usage(verb)}.", f"Try: {example(verb)}")


def _read_congress(world: World, rest: Sequence[str]) -> tuple[int, ...]:
    """Read `CONGRESS PLAN` or `CONGRESS wing=seats …`; a wing that is not named gets no seat."""
    number = find(lexicon(world).congresses, rest[0], "congress")
    congress = world.congresses[number]
    if len(rest) == 2 and "=" not in rest[1]:
        plans = {plan.id: index for index, plan in enumerate(congress.plans)}
        return (number, *congress.plans[find(plans, rest[1], "plan")].seats)
    table = {world.wings[wing].id: place for place, wing in enumerate(congress.wings)}
    seats = [0] * len(congress.wings)
    for word in rest[1:]:
        wing, equals, count = word.partition("=")
        if not equals:
            raise OrderError(f"`{clip(word)}` seats nobody.", "Write a plan's name, or wing=seats for each wing.")
        seats[find(table, wing, "wing")] = count_of(count)
    return (number, *seats)


def expected_words(world: World, kind: str, done: Sequence[str]) -> dict[str, int]:
    """Return what could stand next in an order about politics, for completion."""
    names = lexicon(world)
    tables = {
        "instrument": names.instruments,
        "wing": {wing.id: index for index, wing in enumerate(world.wings)},
        "patron": {patron.id: index for index, patron in enumerate(world.patrons)},
        "congress": names.congresses,
        "promise": names.promises,
        "mandate": names.mandates,
        "manner": names.manners,
    }
    if kind in tables:
        return tables[kind]
    if kind == "plan or wing=seats" and done and done[0] in names.congresses:
        congress = world.congresses[names.congresses[done[0]]]
        return {plan.id: index for index, plan in enumerate(congress.plans)}
    if kind in ("clause=value|value", "in=region") and done and done[0] in names.instruments:
        return _clause_words(world, names.instruments[done[0]], done)
    return {}


def _clause_words(world: World, instrument: int, done: Sequence[str]) -> dict[str, int]:
    """Return `clause=value` for every clause of a treaty that is not settled yet, and `in=region` where it takes one."""
    definition = world.instruments[instrument]
    settled = {word.partition("=")[0] for word in done}
    found: list[str] = []
    for index in definition.clauses:
        clause = world.clauses[index]
        if clause.id not in settled:
            values = (*clause.values, BLANK) if clause.may_be_blank else clause.values
            found += [f"{clause.id}={value}" for value in values]
    if definition.local and "in" not in settled:
        found += [f"in={region.id}" for region in world.regions]
    return {word: place for place, word in enumerate(found)}


def treaty_words(world: World, verb: Verb, args: Sequence[int]) -> list[str]:
    """Return the words of an order about a treaty, after its verb."""
    definition = world.instruments[args[0]]
    words = [definition.id, world.factions[args[1]].id]
    if verb is Verb.DENOUNCE:
        return [*words, Manner(args[2]).name.lower()]
    if verb is Verb.REFUSE:
        return words
    words += [_wish_text(world, clause, code) for clause, code in zip(definition.clauses, args[2:], strict=False)]
    if definition.local and verb is not Verb.ACCEPT:
        words.append(f"in={world.regions[args[-1]].id}")
    return words


def house_words(world: World, verb: Verb, args: Sequence[int]) -> list[str]:
    """Return the words of an order about wings, patrons and the like, after its verb."""
    match verb:
        case Verb.COURT | Verb.PURGE:
            return [world.wings[args[0]].id]
        case Verb.PROMISE:
            return [world.promises[args[0]].id, world.wings[args[1]].id]
        case Verb.CONGRESS:
            congress = world.congresses[args[0]]
            pairs = zip(congress.wings, args[1:], strict=True)
            return [congress.id, *(f"{world.wings[wing].id}={seats}" for wing, seats in pairs)]
        case Verb.APPEAL:
            return [world.patrons[args[0]].id]
        case Verb.PLEDGE:
            return [world.mandates[args[0]].id]
        case _:
            return [str(args[0])]
