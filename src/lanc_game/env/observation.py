"""What a view knows, as one vector of numbers from -1 to 1 with a name each.

Shares and hundredths are divided by their most. What has no bound, such as men, is ``n / (n + half)``: 0 for none, a half at
``half``, and never quite 1. What is not known is 0, and a number beside it says how old or how sure the knowledge is.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lanc_game.engine.ledger import LIMITS
from lanc_game.engine.names import IN_PLAY, NEVER, Fate, Figure, Posture, Relation, Status, Talk, Verb
from lanc_game.engine.view import View
from lanc_game.engine.world import SLOTS, World

Vector = NDArray[np.float32]

MEN, ARMS, CADRES, DEEDS, MONTHS = 1_000, 500, 10, 20, 6  # at which such an amount comes to a half
PERMILLE, PERCENT = 1_000, 100
CONCEALED = (Posture.HIDING, Posture.HIDDEN)
UNDER_WAY = (Verb.ORGANISE, Verb.RECONCILE)


class Block(NamedTuple):
    """A part of the vector: a table with a row a thing and a column a figure."""

    rows: Callable[[World, int], Iterable[str]]
    columns: Callable[[World, int], Iterable[str]]
    read: Callable[[View], Iterable[float]]  # row by row


def feature_names(world: World, faction: int) -> tuple[str, ...]:
    """Return the names of the numbers that ``features`` gives a faction, such as ``region.dibra.own.band``."""
    return tuple(
        f"{row}.{column}"
        for block in BLOCKS
        for row in block.rows(world, faction)
        for column in block.columns(world, faction)
    )


def features(view: View) -> Vector:
    """Return what a view knows, in the order of ``feature_names``; every number lies between -1 and 1."""
    return np.fromiter((number for block in BLOCKS for number in block.read(view)), dtype=np.float32)


def part(amount: int, most: int) -> float:
    """Return an amount as a share of its most, within -1 and 1."""
    return max(-1.0, min(1.0, amount / most)) if most else 0.0


def much(amount: int, half: int) -> float:
    """Return an amount without a bound as a number below 1 that is a half at ``half``.

    >>> much(0, 1000), much(1000, 1000), much(9000, 1000)
    (0.0, 0.5, 0.9)
    """
    return amount / (abs(amount) + half)


# --- the war and our own house

_WAR = ("turn", "winter", "harvest", "cadres", "free_cadres", "arms", "supplies", "output", "reprisals", "requisition")


def _war(view: View) -> Iterator[float]:
    turns = view.world.turns
    now = turns[min(view.turn, len(turns) - 1)]
    yield from (part(view.turn, len(turns)), float(now.winter), float(now.harvest))
    yield from (much(view.cadres, CADRES), much(view.free_cadres, CADRES), much(view.arms, ARMS))
    yield from (much(view.supplies, ARMS), much(view.output, ARMS), part(view.policy[0], 2), part(view.policy[1], 1))


def _meters(world: World, faction: int) -> list[str]:
    return [f"meter.{meter.id}" for meter in world.meters if meter.faction == faction]


def _leaders(view: View) -> Iterator[float]:
    for fate in view.leader_fate:
        yield from (float(fate == Fate.WELL), float(fate == Fate.AWAY))


# --- sides

_SIDES = ("in_play", "gone", "standing", "stigma", "relation", "strain", "guilt", "wrongs")


def _sides(view: View) -> Iterator[float]:
    for other, status in enumerate(view.status):
        yield from (float(status in IN_PLAY), float(status == Status.GONE))
        yield from (part(view.standing[other], PERCENT), part(view.stigma[other], PERCENT))
        yield part(view.relation[other], Relation.ALLIED)
        yield part(view.strain_with(other) if other != view.faction else 0, PERCENT)
        yield from (much(view.guilt[other], MONTHS), much(view.wrongs[other], MONTHS))


def _relations(view: View) -> Iterator[float]:
    return (part(relation, Relation.ALLIED) for relation in view.relations)


# --- the land

_LAND = (
    "hold", "concealed", "council", "heat", "alarm", "informers", "work", "our_offensive", "their_offensive", "leader",
    "wire_cut", "idle", "feuds", "seen_ago", "seen_exactly", "fear",
)  # fmt: skip
_SEEN = ("town", "country", "men", "strength", "mobile", "hidden", "sympathy", "council")


def _land_columns(world: World, faction: int) -> list[str]:
    return [f"own.{unit.id}" for unit in world.slots[faction]] + list(_LAND)


def _land(view: View) -> Iterator[float]:
    kinds = len(view.world.slots[view.faction])
    works = {work.region for work in view.works if work.verb in UNDER_WAY}
    ours = {region for op in view.operations if op.faction == view.faction for region in op.regions}
    theirs = {region for op in view.operations if op.faction != view.faction for region in op.regions}
    leaders = {view.leader_region[i] for i, fate in enumerate(view.leader_fate) if fate == Fate.WELL}
    for region, sight in enumerate(view.sights):
        first = region * SLOTS
        yield from (much(men, MEN) for men in view.men[first : first + kinds])
        posture = view.posture[region]
        yield from (float(posture == Posture.HOLD), float(posture in CONCEALED), part(view.council[region], 3))
        yield from (much(view.heat[region], DEEDS), much(view.alarm[region], DEEDS))
        yield from (much(view.informers[region], MONTHS), float(region in works))
        yield from (float(region in ours), float(region in theirs), float(region in leaders))
        yield from (
            much(view.wire[region], MONTHS),
            much(view.idle[region], MONTHS),
            part(view.feuds[region], LIMITS[Figure.FEUDS]),
        )
        yield much(view.turn - sight.turn, MONTHS) if sight.level else 1.0
        yield from (float(sight.level > 1), part(sight.fear, PERMILLE))


def _seen_rows(world: World, _: int) -> list[str]:
    return [f"region.{region.id}.{faction.id}" for region in world.regions for faction in world.factions]


def _seen(view: View) -> Iterator[float]:
    factions = range(len(view.status))
    for region, sight in enumerate(view.sights):
        forces = {seen.faction: seen for seen in sight.forces}
        for faction in factions:
            yield from (float(view.town[region] == faction), float(view.country[region] == faction))
            seen = forces.get(faction)
            if seen is None:
                yield from (0.0, 0.0, 0.0, 0.0)
            else:
                yield from (much(seen.men, MEN), much(seen.strength, MEN), much(seen.mobile, MEN), float(seen.hidden))
            yield part(view.known_sympathy(region, faction), PERMILLE)
            yield part(view.known_council(region, faction), 3)


def _links(world: World, _: int) -> list[str]:
    return [
        f"link.{world.regions[link.a].id}.{world.regions[link.b].id}.{link.kind.name.lower()}" for link in world.links
    ]


# --- treaties, wings, patrons, and what lies on the desk


def _bonds(world: World, faction: int) -> list[tuple[int, int]]:
    """Return the treaties that a faction can sign, each with each partner."""
    return [
        (index, other)
        for index, instrument in enumerate(world.instruments)
        if faction in instrument.parties
        for other in instrument.parties
        if other != faction
    ]


def _bond_rows(world: World, faction: int) -> list[str]:
    return [f"treaty.{world.instruments[i].id}.{world.factions[other].id}" for i, other in _bonds(world, faction)]


def _treaties(view: View) -> Iterator[float]:
    for instrument, other in _bonds(view.world, view.faction):
        treaty = view.treaty_with(other, instrument)
        wrote = any((x.receiver, x.instrument) == (other, instrument) for x in view.letters)
        yield from (float(view.signable[instrument]), float(treaty is not None))
        yield much(view.turn - treaty.signed, MONTHS) if treaty else 0.0
        yield from (float(view.letter_from(other, instrument) is not None), float(wrote))


def _clause_rows(world: World, faction: int) -> list[str]:
    return [
        f"{row}.{world.clauses[clause].id}"
        for row, (instrument, _) in zip(_bond_rows(world, faction), _bonds(world, faction), strict=True)
        for clause in world.instruments[instrument].clauses
    ]


def _clauses(view: View) -> Iterator[float]:
    """How each clause is settled between two sides, and what the other's letter asks for first; the last value is blank."""
    for instrument, other in _bonds(view.world, view.faction):
        treaty, letter = view.treaty_with(other, instrument), view.letter_from(other, instrument)
        for place, clause in enumerate(view.world.instruments[instrument].clauses):
            values = view.world.clauses[clause].blank + 1
            yield part(treaty.values[place] + 1, values) if treaty else 0.0
            yield part(letter.wishes[place][0] + 1, values) if letter and letter.wishes[place] else 0.0


def _stakes(view: View) -> Iterator[float]:
    return (part(stake, 2 * PERCENT) for stake in view.stakes[view.faction])


def _wings(view: View) -> Iterator[float]:
    for wing, side in enumerate(view.wing_side):
        yield from (float(side == view.faction), float(side < 0), part(view.goodwill[wing], PERCENT))
        yield float(wing in view.loyalty)
        yield from (part(view.loyalty.get(wing, 0), PERCENT), part(view.grievance.get(wing, 0), PERCENT))


def _patron_rows(world: World, faction: int) -> list[str]:
    return [f"patron.{patron.id}" for patron in world.patrons if patron.regard[faction] >= 0]


def _patrons(view: View) -> Iterator[float]:
    for patron, regard in view.regard.items():
        yield from (part(regard, PERCENT), float(view.access[patron]))


def _congresses(view: View) -> Iterator[float]:
    for ready, held in zip(view.callable, view.held, strict=True):
        yield from (float(ready), float(held != NEVER))


def _own_promises(world: World, faction: int) -> list[tuple[int, int]]:
    return [
        (p, wing) for p, promise in enumerate(world.promises) if promise.faction == faction for wing in promise.wings
    ]


def _vows(view: View) -> Iterator[float]:
    due = {(vow.promise, vow.wing): vow.due for vow in view.vows}
    for pair in _own_promises(view.world, view.faction):
        yield from (float(pair in due), much(due.get(pair, view.turn) - view.turn, MONTHS))


def _own_mandates(world: World, faction: int) -> list[int]:
    return [index for index, mandate in enumerate(world.mandates) if mandate.faction == faction]


def _tasks(view: View) -> Iterator[float]:
    tasks = {task.mandate: task for task in view.tasks}
    for index in _own_mandates(view.world, view.faction):
        task = tasks.get(index)
        yield from (float(task is not None), float(task is not None and task.pledged))
        yield much(task.due - view.turn, MONTHS) if task else 0.0


def _own_choices(world: World, faction: int) -> list[int]:
    return [index for index, event in enumerate(world.events) if faction in event.choosers]


def _offers(view: View) -> Iterator[float]:
    due = {offer.event: offer.due for offer in view.offers}
    for event in _own_choices(view.world, view.faction):
        yield from (float(event in due), much(due.get(event, view.turn) - view.turn, MONTHS))


def _rumour_columns(world: World, _: int) -> list[str]:
    kinds = [talk.name.lower() for talk in Talk]
    return ["heard", "odds", "verified", *kinds, *(f"about.{faction.id}" for faction in world.factions)]


def _rumours(view: View) -> Iterator[float]:
    factions = range(len(view.status))
    for number in range(view.world.rules.rumours_kept):
        if number >= len(view.rumours):
            yield from (0.0 for _ in range(3 + len(Talk) + len(factions)))
            continue
        rumour = view.rumours[number]
        about = (rumour.a,) if rumour.kind in (Talk.WAVERER, Talk.OFFENSIVE) else (rumour.a, rumour.b)
        yield from (1.0, part(rumour.odds, PERCENT), float(rumour.verified))
        yield from (float(rumour.kind == talk) for talk in Talk)
        yield from (float(faction in about) for faction in factions)


# --- all of it


def _columns(*names: str) -> Callable[[World, int], tuple[str, ...]]:
    return lambda _, __: names


BLOCKS: tuple[Block, ...] = (
    Block(lambda _, __: ["war"], _columns(*_WAR), _war),
    Block(_meters, _columns("value"), lambda view: (part(value, PERCENT) for value in view.meter.values())),
    Block(
        lambda world, _: [f"hazard.{hazard.id}" for hazard in world.hazards],
        _columns("value"),
        lambda view: (part(value, PERCENT) for value in view.hazard),
    ),
    Block(lambda world, _: [f"leader.{leader.id}" for leader in world.leaders], _columns("well", "away"), _leaders),
    Block(lambda world, _: [f"side.{faction.id}" for faction in world.factions], _columns(*_SIDES), _sides),
    Block(
        lambda world, _: [f"side.{faction.id}.with" for faction in world.factions],
        lambda world, _: [faction.id for faction in world.factions],
        _relations,
    ),
    Block(lambda world, _: [f"region.{region.id}" for region in world.regions], _land_columns, _land),
    Block(_seen_rows, _columns(*_SEEN), _seen),
    Block(_links, _columns("cut"), lambda view: (much(months, MONTHS) for months in view.cut)),
    Block(_bond_rows, _columns("signable", "in_force", "months", "letter", "written"), _treaties),
    Block(_clause_rows, _columns("settled", "wished"), _clauses),
    Block(lambda world, _: [f"clause.{clause.id}" for clause in world.clauses], _columns("stake"), _stakes),
    Block(
        lambda world, _: [f"wing.{wing.id}" for wing in world.wings],
        _columns("ours", "gone_home", "goodwill", "known", "loyalty", "grievance"),
        _wings,
    ),
    Block(_patron_rows, _columns("regard", "access"), _patrons),
    Block(
        lambda world, _: [f"congress.{congress.id}" for congress in world.congresses],
        _columns("ready", "held"),
        _congresses,
    ),
    Block(
        lambda world, faction: [
            f"promise.{world.promises[p].id}.{world.wings[wing].id}" for p, wing in _own_promises(world, faction)
        ],
        _columns("given", "months"),
        _vows,
    ),
    Block(
        lambda world, faction: [f"mandate.{world.mandates[i].id}" for i in _own_mandates(world, faction)],
        _columns("offered", "pledged", "months"),
        _tasks,
    ),
    Block(
        lambda world, faction: [f"choice.{world.events[i].id}" for i in _own_choices(world, faction)],
        _columns("offered", "months"),
        _offers,
    ),
    Block(
        lambda world, _: [f"rumour.{number}" for number in range(1, world.rules.rumours_kept + 1)],
        _rumour_columns,
        _rumours,
    ),
)
"""The vector, block by block."""
