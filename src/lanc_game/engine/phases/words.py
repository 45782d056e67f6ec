"""Words: what was answered and announced before anybody moves. Decisions, policies, offensives committed or called off."""

from lanc_game.engine import facts, houses, pacts, patrons, seasons
from lanc_game.engine.ledger import Month
from lanc_game.engine.names import Cause, Fate, Figure, Verb
from lanc_game.engine.state import Operation
from lanc_game.engine.world import NOBODY, SLOTS

OPENS_AFTER = 1
LASTS = 2
LASTS_IN_WINTER = 3


def run(month: Month) -> None:
    """Carry out the words of the month."""
    _leaders(month)
    _decisions(month)
    pacts.words(month)
    houses.words(month)
    seasons.pledges(month)
    patrons.appeals(month)
    _policies(month)
    _call_off(month)
    _commit(month)


def _leaders(month: Month) -> None:
    """Bring people onto the map when their time comes and take them off when it is over."""
    state = month.state
    for index, leader in enumerate(month.world.leaders):
        if leader.first == state.turn > 0 and state.leader_fate[index] == Fate.AWAY:
            state.leader_fate[index] = Fate.WELL
        elif leader.last == state.turn and state.leader_fate[index] == Fate.WELL:
            state.leader_fate[index] = Fate.AWAY


def _decisions(month: Month) -> None:
    """Apply each offer's chosen option; one that nobody has answered by its time gets its default."""
    chosen = {
        (faction, order.args[0]): order.args[1]
        for verb in (Verb.DECIDE, Verb.REPLY)
        for faction, order in month.of(verb)
    }
    offers = month.state.offers
    month.state.offers = []
    for offer in offers:
        if (offer.faction, offer.event) not in chosen and offer.due > month.state.turn:
            month.state.offers.append(offer)
            continue
        event = month.world.events[offer.event]
        option = chosen.get((offer.faction, offer.event), event.default)
        by_default = (offer.faction, offer.event) not in chosen
        month.tell(facts.Decided, offer.faction, -1, NOBODY, offer.event, option, by_default)
        month.state.answer[offer.event] = option
        for effect in event.options[option].effects:
            effect.apply(month, offer.event)


def _policies(month: Month) -> None:
    for faction, order in month.of(Verb.POLICY):
        policy, value = order.args
        month.state.policy[faction * 2 + policy] = value
        month.tell(facts.PolicySet, faction, -1, NOBODY, policy, value)


def _call_off(month: Month) -> None:
    for faction, _ in month.of(Verb.CALLOFF):
        kept = [op for op in month.state.operations if op.faction != faction]
        if len(kept) == len(month.state.operations):
            continue
        month.state.operations = kept
        month.change(Figure.SUPPLIES, faction, -month.rules.offensive_supply // 2, Cause.OFFENSIVE)
        month.change(Figure.STANDING, faction, -month.rules.calloff_standing, Cause.OFFENSIVE)
        month.tell(facts.CalledOff, faction, -1, NOBODY)


def _commit(month: Month) -> None:
    """Commit offensives. They open next month; the side on which the cordon leaks is drawn now and told to nobody."""
    state, world = month.state, month.world
    for faction, order in month.of(Verb.OFFENSIVE):
        regions = tuple(sorted(order.args))
        around = sorted({near for region in regions for near in world.beside[region]} - set(regions))
        name = world.factions[faction].id
        weak = around[month.dice.below(len(around), name, world.regions[regions[0]].id, "weak")] if around else NOBODY
        men = sum(_columns(month, faction, region) for region in (*regions, *around))
        band = men * month.dice.spread(40, name, world.regions[regions[0]].id, "band") // 1000
        lasts = LASTS_IN_WINTER if world.turns[min(state.turn + OPENS_AFTER, len(world.turns) - 1)].winter else LASTS
        opens = state.turn + OPENS_AFTER
        state.operations.append(Operation(faction, regions, state.turn, opens + lasts - 1, weak, band // 100 * 100))
        month.change(Figure.SUPPLIES, faction, -month.rules.offensive_supply, Cause.OFFENSIVE)
        month.tell(facts.Announced, faction, -1, regions[0], regions, band // 100 * 100, opens)


def _columns(month: Month, faction: int, region: int) -> int:
    base = (faction * month.state.region_count + region) * SLOTS
    return sum(month.state.men[base + slot] for slot in month.world.mobile[faction])
