"""Movement: postures first, then columns and bands; snow, cut roads and enemies on the same road hold them."""

from typing import NamedTuple

from lanc_game.engine import facts
from lanc_game.engine.formulas import strength
from lanc_game.engine.ledger import Month
from lanc_game.engine.names import Cause, Figure, Posture, Relation, Role, Verb
from lanc_game.engine.routes import Path, reachable
from lanc_game.engine.world import NOBODY, SLOTS

ALLIED = Relation.ALLIED  # by a name of its own: see docs/performance.md


class March(NamedTuple):
    """Men on their way."""

    faction: int
    start: int
    path: Path
    men: tuple[tuple[int, int], ...]  # slot, men
    hidden: bool

    @property
    def end(self) -> int:
        """Where they are going."""
        return self.path[-1]

    def size(self) -> int:
        """How many they are."""
        return sum(men for _, men in self.men)


def run(month: Month) -> None:
    """Take postures, then march."""
    _postures(month)
    _disperse(month)
    _garrisons(month)
    _concentrate(month)
    marches = _marches(month)
    turned = _meetings(month, marches)
    _arrive(month, [march for i, march in enumerate(marches) if i not in turned])
    _withdraw(month)


def _postures(month: Month) -> None:
    state = month.state
    for verb, posture in (
        (Verb.HOLD, Posture.HOLD),
        (Verb.MUSTER, Posture.OPEN),
        (Verb.HIDE, Posture.HIDING),
    ):
        for faction, order in month.of(verb):
            place = faction * state.region_count + order.args[0]
            if state.total[place]:
                month.start[place] = posture  # whoever comes out by order gives up surprise
                state.posture[place] = posture
                month.tell(facts.PostureTaken, faction, -1, order.args[0], posture, state.total[place])


def _disperse(month: Month) -> None:
    """Send regulars home: they hide at once, a tenth do not come back, and stores and a council are given up."""
    state, rules = month.state, month.rules
    for faction, order in month.of(Verb.DISPERSE):
        region = order.args[0]
        place = faction * state.region_count + region
        slots = month.world.slot_by_role[faction]
        regular, band = slots[Role.REGULAR], slots[Role.BAND]
        men = state.men[place * SLOTS + regular] if regular >= 0 else 0
        if not men or band < 0:
            continue
        lost = men * rules.disperse_loss // 1000
        month.men(place, regular, -lost, Cause.DISBANDED)
        month.men(place, regular, lost - men, Cause.CONVERTED)
        month.men(place, band, men - lost, Cause.CONVERTED)
        month.change(Figure.SUPPLIES, faction, -(men * rules.disperse_stores // 100), Cause.DISPERSED)
        hearth = region * state.faction_count + faction
        if state.council[hearth]:
            month.change(Figure.COUNCIL, hearth, -rules.disperse_council, Cause.DISPERSED)
            month.tell(facts.CouncilChanged, faction, -1, region, state.council[hearth], Cause.DISPERSED)
        # those who were not dispersed still have to find a place to hide
        if 2 * men >= state.total[place]:
            state.posture[place] = Posture.HIDDEN
        elif state.posture[place] != Posture.HIDDEN:  # who was in hiding is not brought out by it
            month.start[place] = state.posture[place] = Posture.HIDING
        month.tell(facts.Dispersed, faction, -1, region, men - lost, lost)


def _garrisons(month: Month) -> None:
    """Set men to guard the towns, or free them for the columns."""
    state = month.state
    for faction, order in month.of(Verb.GARRISON):
        region, wanted = order.args
        place = faction * state.region_count + region
        slots = month.world.slot_by_role[faction]
        garrison, column = slots[Role.GARRISON], slots[Role.COLUMN]
        now = state.men[place * SLOTS + garrison]
        shift = min(wanted, now + state.men[place * SLOTS + column]) - now
        month.men(place, garrison, shift, Cause.CONVERTED)
        month.men(place, column, -shift, Cause.CONVERTED)
        month.tell(facts.Garrisoned, faction, -1, region, shift)


def _concentrate(month: Month) -> None:
    """Bring columns from round an offensive that opens this month into its regions, as far as roads and snow let them."""
    state, world = month.state, month.world
    winter = world.turns[min(state.turn, len(world.turns) - 1)].winter
    for op in state.operations:
        if op.committed + 1 != state.turn:
            continue
        slots = [s for s in world.mobile[op.faction] if world.slots[op.faction][s].role is Role.COLUMN]
        slots = slots or [s for s in world.mobile[op.faction] if world.slots[op.faction][s].role is Role.REGULAR]
        around = sorted({near for region in op.regions for near in world.beside[region]} - set(op.regions))
        for index, start in enumerate(around):
            for slot in slots:
                ways = reachable(world, start, [world.slots[op.faction][slot]], state.cut, winter, ())
                end = next((r for r in op.regions if len(ways.get(r, ())) == 1), NOBODY)
                if end != NOBODY:
                    _bring(month, op.faction, start, end, slot, 2 if index % 2 == 0 else 1)


def _bring(month: Month, faction: int, start: int, end: int, slot: int, thirds: int) -> None:
    """March so many thirds of a column to a neighbouring region."""
    place, target = (faction * month.state.region_count + region for region in (start, end))
    going = month.state.men[place * SLOTS + slot] * thirds // 3
    month.men(place, slot, -going, Cause.DEPARTED)
    month.men(target, slot, going, Cause.ARRIVED)


def _marches(month: Month) -> list[March]:
    state, world = month.state, month.world
    winter = world.turns[min(state.turn, len(world.turns) - 1)].winter
    spoken_for = [0] * len(state.men)
    marches: list[March] = []
    for faction, order in month.of(Verb.MOVE):
        start, end = order.args[0], order.args[1]
        place = faction * state.region_count + start
        wanted = _wanted(month, faction, order.args, spoken_for)
        units = [world.slots[faction][slot] for slot, _ in wanted]
        path = reachable(world, start, units, state.cut, winter, _ports(month, faction)).get(end)
        if not wanted or path is None:
            month.tell(facts.OrderFailed, faction, -1, start, "move", "no_way_there")
            continue
        for slot, men in wanted:
            spoken_for[place * SLOTS + slot] += men
        hidden = state.posture[place] == Posture.HIDDEN and all(u.role in (Role.CELL, Role.BAND) for u in units)
        marches.append(March(faction, start, path, tuple(wanted), hidden))
    return marches


def _wanted(month: Month, faction: int, args: tuple[int, ...], spoken_for: list[int]) -> list[tuple[int, int]]:
    state, world = month.state, month.world
    base = (faction * state.region_count + args[0]) * SLOTS
    if len(args) == 4:
        free = state.men[base + args[2]] - spoken_for[base + args[2]]
        return [(args[2], min(args[3], free))] if free > 0 else []
    units = world.slots[faction]
    heavier = any(state.men[base + s] for s in world.mobile[faction] if units[s].role is not Role.CELL)
    return [
        (slot, state.men[base + slot] - spoken_for[base + slot])
        for slot in world.mobile[faction]
        if state.men[base + slot] > spoken_for[base + slot] and not (heavier and units[slot].role is Role.CELL)
    ]


def _ports(month: Month, faction: int) -> list[int]:
    state, world = month.state, month.world
    return [
        region
        for region in world.ports
        if state.town[region] >= 0 and month.relation(faction, state.town[region]) == ALLIED
    ]


def _meetings(month: Month, marches: list[March]) -> set[int]:
    """Let open columns of enemies that cross on a link fight there; the weaker turns back. Hidden bands slip past."""
    turned: set[int] = set()
    for i, one in enumerate(marches):
        for j in range(i + 1, len(marches)):
            other = marches[j]
            if one.hidden or other.hidden or not month.foes(one.faction, other.faction):
                continue
            if not _cross(one, other):
                continue
            weaker, stronger = _ranked(month, (i, one), (j, other))
            turned.add(weaker[0])
            lost = _bleed(month, weaker[1], stronger[1], 2)
            other_lost = _bleed(month, stronger[1], weaker[1], 1)
            month.tell(
                facts.Met, weaker[1].faction, stronger[1].faction, weaker[1].start, weaker[1].end, lost, other_lost
            )
    return turned


def _cross(one: March, other: March) -> bool:
    steps = set(zip((one.start, *one.path), one.path, strict=False))
    return any((b, a) in steps for a, b in zip((other.start, *other.path), other.path, strict=False))


Numbered = tuple[int, March]


def _ranked(month: Month, one: Numbered, other: Numbered) -> tuple[Numbered, Numbered]:
    """Return (weaker, stronger), luck included."""

    def force(march: March) -> int:
        row = [0] * SLOTS
        for slot, men in march.men:
            row[slot] = men
        luck = month.dice.spread(
            month.rules.battle_spread,
            month.world.factions[march.faction].id,
            month.world.regions[march.end].id,
            "meet",
        )
        return strength(row, month.world.strengths[march.faction], range(SLOTS), month.rules) * luck

    pair = sorted((one, other), key=lambda p: (force(p[1]), month.world.factions[p[1].faction].id))
    return pair[0], pair[1]


def _bleed(month: Month, march: March, other: March, times: int) -> int:
    place = march.faction * month.state.region_count + march.start
    wanted = march.size() * month.rules.crossing_loss * times // 1000
    return month.lose(place, wanted, [slot for slot, _ in march.men], Cause.KILLED, other.faction)


def _arrive(month: Month, marches: list[March]) -> None:
    state = month.state
    landed: list[tuple[March, list[tuple[int, int]]]] = []
    for march in marches:
        place = march.faction * state.region_count + march.start
        _leave_cordon(month, march)
        going = [(slot, min(men, state.men[place * SLOTS + slot])) for slot, men in march.men]
        for slot, men in going:
            month.men(place, slot, -men, Cause.DEPARTED)
        landed.append((march, going))
    settled = {march.faction * state.region_count + march.end for march in marches}
    empty = {place for place in settled if not state.total[place]}
    for march, going in landed:
        place = march.faction * state.region_count + march.end
        if place in empty:
            open_too = any(not m.hidden for m in marches if m.faction == march.faction and m.end == march.end)
            state.posture[place] = Posture.OPEN if open_too else Posture.HIDDEN
        elif not march.hidden:
            month.open_up(place)
        for slot, men in going:
            month.men(place, slot, men, Cause.ARRIVED)
        count = sum(men for _, men in going)
        if count:
            month.tell(facts.Moved, march.faction, -1, march.start, march.end, count, march.hidden)


def _leave_cordon(month: Month, march: March) -> None:
    """Men who march out of a running offensive bleed, unless they find the side on which its cordon leaks."""
    state = month.state
    for op in state.operations:
        ringed = op.committed < state.turn <= op.until and march.start in op.regions and march.path[0] not in op.regions
        if ringed and march.path[0] != op.weak and month.foes(op.faction, march.faction):
            place = march.faction * state.region_count + march.start
            wanted = march.size() * month.rules.cordon_loss // 1000
            lost = month.lose(place, wanted, [slot for slot, _ in march.men], Cause.KILLED, op.faction)
            if lost:
                month.tell(facts.Met, march.faction, op.faction, march.start, march.end, lost, 0)


def _withdraw(month: Month) -> None:
    state = month.state
    for faction, order in month.of(Verb.WITHDRAW):
        place = faction * state.region_count + order.args[0]
        gone = state.total[place]
        for slot, men in enumerate(state.row(place)):
            month.men(place, slot, -men, Cause.EVACUATED)
        if gone:
            month.tell(facts.Withdrew, faction, -1, order.args[0], gone)
