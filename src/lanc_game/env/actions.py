"""The fixed table of all orders that a faction could ever give, numbered; and which of them are legal in a view.

Some arguments of an order depend on the month: how many men there are to post, what a letter offers. Such an order has one
number for what it is about, and takes the rest from the list of legal orders: a letter asks for what ``legal`` would ask
for, a garrison is counted in quarters of the men present. Men march in whole stacks.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from lanc_game.engine.checks import COLUMN, GARRISON
from lanc_game.engine.legal import legal
from lanc_game.engine.lexicon import CHOSEN
from lanc_game.engine.names import Policy, Reprisals, Requisition, Target, Verb
from lanc_game.engine.orders import Order, text_of
from lanc_game.engine.politics import InstrumentDef
from lanc_game.engine.view import View
from lanc_game.engine.world import World

Key = tuple[int, ...]
"""A verb and what the order is about."""

NOTHING = 0
"""The number of giving no order."""

QUARTERS = 4


class OrderTable:
    """A faction's orders by number. Number 0 is no order; the numbers depend on the scenario and the faction alone."""

    def __init__(self, world: World, faction: int) -> None:
        self.world = world
        self.faction = faction
        found = dict.fromkeys(
            (verb, *about)
            for verb in Verb
            if world.may[faction][verb] is not None
            for about in _ABOUT.get(verb, _regions)(world, faction)
        )
        self.keys: tuple[Key, ...] = ((), *found)
        self._numbers = {key: number for number, key in enumerate(self.keys)}

    def __len__(self) -> int:
        """Return how many numbers there are, that of no order included."""
        return len(self.keys)

    def legal(self, view: View) -> dict[int, Order]:
        """Return the orders that are legal in a view, by number. No order is always possible and is not listed."""
        return {self._numbers[key_of(view, order)]: order for order in legal(view)}

    def name(self, number: int) -> str:
        """Return what a number stands for, in the words of an order where these do not depend on the month."""
        if number == NOTHING:
            return "nothing"
        verb, args = Verb(self.keys[number][0]), self.keys[number][1:]
        word = verb.name.lower()
        world = self.world
        match verb:
            case Verb.GARRISON:
                return f"{word} {world.regions[args[0]].id} {args[1]}/{QUARTERS}"
            case Verb.PROPOSE | Verb.COUNTER | Verb.ACCEPT:
                place = [f"in={world.regions[args[2]].id}"] if len(args) > 2 else []
                return " ".join([word, world.instruments[args[0]].id, world.factions[args[1]].id, *place])
            case _:
                return text_of(world, self.faction, Order(verb, args))


def key_of(view: View, order: Order) -> Key:
    """Return what an order is about, without what depends on the month."""
    verb, args = order
    match verb:
        case Verb.GARRISON:
            slots = view.world.slot_by_role[view.faction]
            present = view.slot_men(args[0], slots[GARRISON]) + view.slot_men(args[0], slots[COLUMN])
            return (verb, args[0], next(q for q in range(QUARTERS + 1) if present * q // QUARTERS == args[1]))
        case Verb.ACCEPT | Verb.COUNTER:
            return (verb, *args[:2])
        case Verb.PROPOSE:
            return (verb, *args[:2], *args[2 + len(view.world.instruments[args[0]].clauses) :])
        case _:
            return (verb, *args)


# --- what each verb can be about

About = Callable[[World, int], Iterable[Key]]


def _regions(world: World, _: int) -> Iterator[Key]:
    return ((region,) for region in range(len(world.regions)))


def _moves(world: World, faction: int) -> Iterator[Key]:
    most = max((unit.reach for unit in world.slots[faction]), default=0)
    for start in range(len(world.regions)):
        found, edge = {start}, {start}
        for _ in range(most):
            edge = {other for region in edge for other in world.beside[region]} - found
            found |= edge
        yield from ((start, end) for end in sorted(found - {start}))


def _attacks(world: World, faction: int) -> Iterator[Key]:
    others = [(other,) for other in range(len(world.factions)) if other != faction]
    return ((region, *other) for region in range(len(world.regions)) for other in [(), *others])


def _sabotages(world: World, _: int) -> Iterator[Key]:
    for region, near in enumerate(world.beside):
        yield from ((region, target) for target in (Target.TELEGRAPH, Target.MINE, Target.HARVEST))
        yield from ((region, Target.ROAD, other) for other in near)


def _garrisons(world: World, _: int) -> Iterator[Key]:
    return ((region, quarters) for region in range(len(world.regions)) for quarters in range(QUARTERS + 1))


def _offensives(world: World, _: int) -> Iterator[Key]:
    for region, near in enumerate(world.beside):
        yield (region,)
        yield from ((region, other) for other in near if other > region)


def _repairs(world: World, _: int) -> Iterator[Key]:
    for region, near in enumerate(world.beside):
        yield (region,)
        yield from ((region, other) for other in near)


def _once(_: World, __: int) -> Sequence[Key]:
    return ((),)


def _policies(_: World, __: int) -> Iterator[Key]:
    return chain(
        ((Policy.REPRISALS, stance) for stance in Reprisals), ((Policy.REQUISITION, stance) for stance in Requisition)
    )


def _answers(demands: bool) -> About:
    def options(world: World, faction: int) -> Iterator[Key]:
        for index, event in enumerate(world.events):
            if faction in event.choosers and (event.patron >= 0) is demands:
                yield from ((index, option) for option in range(len(event.options)))

    return options


def _partners(world: World, faction: int) -> Iterator[tuple[int, int, InstrumentDef]]:
    for index, instrument in enumerate(world.instruments):
        if faction in instrument.parties:
            yield from ((index, other, instrument) for other in instrument.parties if other != faction)


def _letters(world: World, faction: int) -> Iterator[Key]:
    return ((index, other) for index, other, _ in _partners(world, faction))


def _proposals(world: World, faction: int) -> Iterator[Key]:
    for index, other, instrument in _partners(world, faction):
        places = _regions(world, faction) if instrument.local else _once(world, faction)
        yield from ((index, other, *place) for place in places)


def _denunciations(world: World, faction: int) -> Iterator[Key]:
    return ((index, other, manner) for index, other, _ in _partners(world, faction) for manner in CHOSEN)


def _wings(world: World, _: int) -> Iterator[Key]:
    return ((wing,) for wing in range(len(world.wings)))


def _promises(world: World, faction: int) -> Iterator[Key]:
    return (
        (index, wing)
        for index, promise in enumerate(world.promises)
        if promise.faction == faction
        for wing in promise.wings
    )


def _congresses(world: World, faction: int) -> Iterator[Key]:
    return (
        (index, *plan.seats)
        for index, congress in enumerate(world.congresses)
        if congress.host == faction
        for plan in congress.plans
    )


def _patrons(world: World, faction: int) -> Iterator[Key]:
    return ((index,) for index, patron in enumerate(world.patrons) if patron.regard[faction] >= 0)


def _mandates(world: World, faction: int) -> Iterator[Key]:
    return ((index,) for index, mandate in enumerate(world.mandates) if mandate.faction == faction)


def _rumours(world: World, _: int) -> Iterator[Key]:
    return ((number,) for number in range(1, world.rules.rumours_kept + 1))


_ABOUT: dict[Verb, About] = {
    Verb.MOVE: _moves,
    Verb.ATTACK: _attacks,
    Verb.SABOTAGE: _sabotages,
    Verb.GARRISON: _garrisons,
    Verb.OFFENSIVE: _offensives,
    Verb.CALLOFF: _once,
    Verb.POLICY: _policies,
    Verb.REPAIR: _repairs,
    Verb.DECIDE: _answers(demands=False),
    Verb.REPLY: _answers(demands=True),
    Verb.PROPOSE: _proposals,
    Verb.ACCEPT: _letters,
    Verb.REFUSE: _letters,
    Verb.COUNTER: _letters,
    Verb.DENOUNCE: _denunciations,
    Verb.COURT: _wings,
    Verb.PURGE: _wings,
    Verb.PROMISE: _promises,
    Verb.CONGRESS: _congresses,
    Verb.APPEAL: _patrons,
    Verb.PLEDGE: _mandates,
    Verb.VERIFY: _rumours,
}
"""What each verb can be about; verbs that are not here are about any one region."""
