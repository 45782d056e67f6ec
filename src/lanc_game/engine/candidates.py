"""What is worth asking about: the orders of each verb that may be legal, in canonical order."""

from collections.abc import Callable, Iterator

from lanc_game.engine.checks import COLUMN, GARRISON, ROAD, marchers
from lanc_game.engine.lexicon import CHOSEN
from lanc_game.engine.names import Policy, Reprisals, Requisition, Target, Verb
from lanc_game.engine.politics import InstrumentDef
from lanc_game.engine.treaty_checks import check_letter
from lanc_game.engine.view import View
from lanc_game.engine.wording import wish_code

INDOORS = (Target.TELEGRAPH, Target.MINE, Target.HARVEST)  # what is wrecked in one region; a road leads to another
Candidates = Callable[[View], Iterator[tuple[int, ...]]]


def each_region(view: View) -> Iterator[tuple[int, ...]]:
    """Yield every region: what a verb asks about that has no list of its own."""
    for region in range(len(view.total)):
        yield (region,)


def _rooted_regions(view: View) -> Iterator[tuple[int, ...]]:
    for region, men in enumerate(view.total):
        if men or view.council[region]:
            yield (region,)


def _council_regions(view: View) -> Iterator[tuple[int, ...]]:
    for region, level in enumerate(view.council):
        if level:
            yield (region,)


def _own_towns(view: View) -> Iterator[tuple[int, ...]]:
    for region, holder in enumerate(view.town):
        if holder == view.faction:
            yield (region,)


def _own_regions(view: View) -> Iterator[tuple[int, ...]]:
    for region, men in enumerate(view.total):
        if men:
            yield (region,)


def _moves(view: View) -> Iterator[tuple[int, ...]]:
    for region, men in enumerate(view.total):
        if men and view.mobile_men(region):
            slots = tuple(slot for slot, _ in marchers(view, (region, region)))
            for end in view.routes(region, slots):
                yield (region, end)


def _attacks(view: View) -> Iterator[tuple[int, ...]]:
    for region, holder in enumerate(view.town):
        if view.attackers_near(region):
            yield (region,)
            for other in view.foes_in(region):
                if other != holder:
                    yield (region, other)


def _sabotages(view: View) -> Iterator[tuple[int, ...]]:
    for (region,) in _own_regions(view):
        for target in INDOORS:
            yield (region, target)
        for other in view.world.beside[region]:
            yield (region, ROAD, other)


def _garrisons(view: View) -> Iterator[tuple[int, ...]]:
    slots = view.world.slot_by_role[view.faction]
    if slots[GARRISON] < 0 or slots[COLUMN] < 0:
        return
    for (region,) in _own_regions(view):
        present = view.slot_men(region, slots[GARRISON]) + view.slot_men(region, slots[COLUMN])
        for share in (0, 1, 2, 3, 4):
            yield (region, present * share // 4)


def _offensives(view: View) -> Iterator[tuple[int, ...]]:
    if any(op.faction == view.faction for op in view.operations):
        return
    for region, near in enumerate(view.world.beside):
        yield (region,)
        for other in near:
            if other > region:
                yield (region, other)


def _once(view: View) -> Iterator[tuple[int, ...]]:
    yield ()


def _policies(view: View) -> Iterator[tuple[int, ...]]:
    for reprisals in Reprisals:
        yield (Policy.REPRISALS, reprisals)
    for requisition in Requisition:
        yield (Policy.REQUISITION, requisition)


def _repairs(view: View) -> Iterator[tuple[int, ...]]:
    for (region,) in _own_regions(view):
        yield (region,)
        for other, link in view.world.neighbours[region]:
            if view.cut[link]:
                yield (region, other)


def _decisions(view: View) -> Iterator[tuple[int, ...]]:
    for offer in view.offers:
        for option in range(len(view.world.events[offer.event].options)):
            yield (offer.event, option)


def _proposals(view: View) -> Iterator[tuple[int, ...]]:
    """One letter to each possible partner: what we would like best of every clause."""
    for index, definition in enumerate(view.world.instruments):
        partners = [partner for partner in definition.parties if check_letter(view, index, partner) is None]
        if partners:
            wishes = tuple([wish_code(_liked(view, clause)) for clause in definition.clauses])
            places = list(_places(view, definition))
            for partner in partners:
                for place in places:
                    yield (index, partner, *wishes, *place)


def _places(view: View, definition: InstrumentDef) -> Iterator[tuple[int, ...]]:
    """The regions that a letter about a region could name: where we have men; for other letters, none at all."""
    if not definition.local:
        yield ()
        return
    yield from _own_regions(view)


def _liked(view: View, clause: int) -> tuple[int, ...]:
    prices = view.world.prices[view.faction][clause]
    definition = view.world.clauses[clause]
    values = range(len(definition.values) + definition.may_be_blank)
    return tuple(sorted(values, key=lambda value: (-prices[value], value))[:2])


def _letters(view: View) -> Iterator[tuple[int, ...]]:
    for letter in view.letters:
        if letter.receiver == view.faction:
            yield (letter.instrument, letter.sender)


def _acceptances(view: View) -> Iterator[tuple[int, ...]]:
    for letter in view.letters:
        if letter.receiver == view.faction:
            yield (letter.instrument, letter.sender, *(wish_code(wish[:1]) for wish in letter.wishes))


def _counters(view: View) -> Iterator[tuple[int, ...]]:
    for letter in view.letters:
        if letter.receiver == view.faction:
            definition = view.world.instruments[letter.instrument]
            wishes = tuple(wish_code(_liked(view, clause)) for clause in definition.clauses)
            place = (letter.region,) if definition.local else ()
            yield (letter.instrument, letter.sender, *wishes, *place)


def _denunciations(view: View) -> Iterator[tuple[int, ...]]:
    for treaty in view.treaties:
        if view.faction in (treaty.a, treaty.b):
            for manner in CHOSEN:
                yield (treaty.instrument, treaty.a + treaty.b - view.faction, manner)


def _wings(view: View) -> Iterator[tuple[int, ...]]:
    for wing in range(len(view.world.wings)):
        yield (wing,)


def _promises(view: View) -> Iterator[tuple[int, ...]]:
    for index, promise in enumerate(view.world.promises):
        if promise.faction == view.faction:
            for wing in promise.wings:
                yield (index, wing)


def _congresses(view: View) -> Iterator[tuple[int, ...]]:
    for index, congress in enumerate(view.world.congresses):
        for plan in congress.plans:
            yield (index, *plan.seats)


def _patrons(view: View) -> Iterator[tuple[int, ...]]:
    for patron in view.regard:
        yield (patron,)


def _pledges(view: View) -> Iterator[tuple[int, ...]]:
    for task in view.tasks:
        yield (task.mandate,)


def _rumours(view: View) -> Iterator[tuple[int, ...]]:
    for number in range(1, len(view.rumours) + 1):
        yield (number,)


CANDIDATES: dict[Verb, Candidates] = {
    Verb.MOVE: _moves,
    Verb.ATTACK: _attacks,
    Verb.HOLD: _own_regions,
    Verb.HIDE: _own_regions,
    Verb.MUSTER: _own_regions,
    Verb.DISPERSE: _own_regions,
    Verb.ORGANISE: _rooted_regions,
    Verb.RECONCILE: _rooted_regions,
    Verb.RECRUIT: _rooted_regions,
    Verb.MILITIA: _council_regions,
    Verb.CONCEDE: _own_towns,
    Verb.FORM: _own_regions,
    Verb.RAID: _own_regions,
    Verb.SABOTAGE: _sabotages,
    Verb.GARRISON: _garrisons,
    Verb.OFFENSIVE: _offensives,
    Verb.CALLOFF: _once,
    Verb.POLICY: _policies,
    Verb.REPAIR: _repairs,
    Verb.WITHDRAW: _own_regions,
    Verb.DECIDE: _decisions,
    Verb.PROPOSE: _proposals,
    Verb.ACCEPT: _acceptances,
    Verb.REFUSE: _letters,
    Verb.COUNTER: _counters,
    Verb.DENOUNCE: _denunciations,
    Verb.COURT: _wings,
    Verb.PROMISE: _promises,
    Verb.PURGE: _wings,
    Verb.CONGRESS: _congresses,
    Verb.APPEAL: _patrons,
    Verb.REPLY: _decisions,
    Verb.PLEDGE: _pledges,
    Verb.VERIFY: _rumours,
}
