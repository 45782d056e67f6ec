"""What of a scenario was ever used: answers never or always given, orders, events and treaties that nobody saw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lanc_game.engine.names import FactionKind, Verb
from lanc_game.engine.world import World
from lanc_game.simulate.games import GameResult
from lanc_game.simulate.watch import Doing

LEAST = 20  # times that a choice has to come up before *never* and *always* mean anything
BLANK = "blank"


class Chosen(NamedTuple):
    """One thing that could be chosen: its name, how often it was, and how often it came up."""

    name: str
    chosen: int
    met: int


class Options(NamedTuple):
    """The options of a kind: how many came up often enough to say, how many did not, who was never and always taken."""

    group: str
    weighed: int
    rare: int
    never: tuple[str, ...]
    always: tuple[str, ...]


class Covered(NamedTuple):
    """How many things of a kind were seen in any game, of how many, and which were not."""

    what: str
    seen: int
    of: int
    missing: tuple[str, ...]


def weigh(group: str, options: Iterable[Chosen], least: int = LEAST) -> Options:
    """Return which options were never and which always taken, of those that came up ``least`` times or more.

    >>> weigh("answers", [Chosen("yes", 20, 20), Chosen("no", 0, 20), Chosen("perhaps", 0, 3)])
    Options(group='answers', weighed=2, rare=1, never=('no',), always=('yes',))
    """
    known = list(options)
    often = [option for option in known if option.met >= least]
    return Options(
        group,
        weighed=len(often),
        rare=len(known) - len(often),
        never=tuple(option.name for option in often if not option.chosen),
        always=tuple(option.name for option in often if option.chosen == option.met),
    )


def options(world: World, results: Sequence[GameResult]) -> list[Options]:
    """Return option diversity by kind: events, patrons' demands, clauses of treaties, seats of congresses, verbs.

    Answers by silence are not counted as given. A verb came up in a game in which a side of the kind was in play and had what
    it is about (was asked, may sign, has a patron). An answer that is always given is a fault; a verb in every game is none.
    """
    return [
        weigh("events", answers(world, results, demands=False)),
        weigh("demands", answers(world, results, demands=True)),
        weigh("clauses", clauses(world, results)),
        weigh("congresses", plans(world, results)),
        weigh("verbs", verbs_by_kind(world, results)),
    ]


def answers(world: World, results: Sequence[GameResult], *, demands: bool) -> list[Chosen]:
    """Return the options of events, or of patrons' demands; an event with one option is no choice."""
    given = Counter((a.event, a.option) for result in results for a in result.watched.answers if not a.silent)
    found: list[Chosen] = []
    for index, event in enumerate(world.events):
        if len(event.options) > 1 and (event.patron >= 0) == demands:
            counts = [given[index, option] for option in range(len(event.options))]
            names = (f"{event.id}={option.id}" for option in event.options)
            found += [Chosen(name, count, sum(counts)) for name, count in zip(names, counts, strict=True)]
    return found


def clauses(world: World, results: Sequence[GameResult]) -> list[Chosen]:
    """Return the values of every treaty's clauses, over the treaties signed; blank is a value where it may be left so."""
    pacts = [pact for result in results for pact in result.dealings.pacts]
    found: list[Chosen] = []
    for index, instrument in enumerate(world.instruments):
        signed = [pact for pact in pacts if pact.instrument == index]
        for place, clause in enumerate(instrument.clauses):
            definition = world.clauses[clause]
            counts = Counter(pact.values[place] for pact in signed)
            names = [*definition.values, BLANK] if definition.may_be_blank else definition.values
            found += [
                Chosen(f"{instrument.id}.{definition.id}={name}", counts[value], len(signed))
                for value, name in enumerate(names)
            ]
    return found


def plans(world: World, results: Sequence[GameResult]) -> list[Chosen]:
    """Return the ways to divide each congress's seats that the scenario names, over the congresses held."""
    held = [congress for result in results for congress in result.dealings.congresses]
    return [
        Chosen(f"{congress.id}={plan.id}", held.count((index, plan.seats)), _sittings(held, index))
        for index, congress in enumerate(world.congresses)
        for plan in congress.plans
    ]


def _sittings(held: Sequence[tuple[int, tuple[int, ...]]], congress: int) -> int:
    return sum(index == congress for index, _ in held)


def verbs_by_kind(world: World, results: Sequence[GameResult]) -> list[Chosen]:
    """Return each verb that a kind of side may use: in how many games it was open to the kind, and in how many one gave it."""
    found: list[Chosen] = []
    for kind in FactionKind:
        sides = [index for index, faction in enumerate(world.factions) if faction.kind is kind]
        for verb in Verb:
            if sides and world.may[sides[0]][verb] is not None:
                games = [result for result in results if any(_open(world, result, side, verb) for side in sides)]
                used = sum(any(result.verbs[side][verb] for side in sides) for result in games)
                found.append(Chosen(f"{kind.name.lower()}:{verb.name.lower()}", used, len(games)))
    return found


def _open(world: World, result: GameResult, faction: int, verb: Verb) -> bool:
    """Whether a faction could have come to give an order: it was in play, and there was something to give it about."""
    if not in_play(result, faction):
        return False
    match verb:
        case Verb.DECIDE | Verb.REPLY:
            asked = (world.events[a.event].patron >= 0 for a in result.watched.answers if a.faction == faction)
            return (verb is Verb.REPLY) in asked
        case Verb.PROPOSE | Verb.ACCEPT | Verb.REFUSE | Verb.COUNTER | Verb.DENOUNCE:
            return any(faction in instrument.parties for instrument in world.instruments)
        case Verb.PLEDGE:
            return any(mandate.faction == faction for mandate in world.mandates)
        case Verb.PROMISE:
            return any(promise.faction == faction for promise in world.promises)
        case Verb.CONGRESS:
            return any(congress.host == faction for congress in world.congresses)
        case Verb.APPEAL:
            return any(patron.regard[faction] >= 0 for patron in world.patrons)
        case _:
            return True


def in_play(result: GameResult, faction: int) -> bool:
    """Say whether a faction was in play in any month of a game."""
    return any(row[faction] != Doing.AWAY for row in result.watched.doing)


def coverage(world: World, results: Sequence[GameResult]) -> list[Covered]:
    """Return the share of verbs given by anybody, of events that happened, treaties signed and congresses held in any game."""
    given = {verb for result in results for row in result.verbs for verb, count in enumerate(row) if count}
    open_ = [verb for verb in Verb if any(row[verb] is not None for row in world.may)]
    happened = {event for result in results for event, _ in result.events}
    signed = {pact.instrument for result in results for pact in result.dealings.pacts}
    held = {congress for result in results for congress, _ in result.dealings.congresses}
    return [
        _covered("verbs", [(verb.name.lower(), verb in given) for verb in open_]),
        _covered("events", [(event.id, index in happened) for index, event in enumerate(world.events)]),
        _covered("treaties", [(treaty.id, index in signed) for index, treaty in enumerate(world.instruments)]),
        _covered("congresses", [(congress.id, index in held) for index, congress in enumerate(world.congresses)]),
    ]


def _covered(what: str, things: Sequence[tuple[str, bool]]) -> Covered:
    missing = tuple(name for name, seen in things if not seen)
    return Covered(what, len(things) - len(missing), len(things), missing)
