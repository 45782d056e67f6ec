"""Deeds: agitation, councils, recruiting, forming, militia, feuds, repair, levies, by those who are still there."""

from lanc_game.engine import facts, houses, rumours
from lanc_game.engine.changes import win
from lanc_game.engine.formulas import agitation, commissar_limit, recruits, village_units, willing
from lanc_game.engine.ledger import Month
from lanc_game.engine.names import Cause, FactionKind, Fate, Figure, LinkKind, Posture, Role, Verb
from lanc_game.engine.state import Work
from lanc_game.engine.world import NOBODY, SLOTS

FULL = 1000
LEAST_BAND = 5
ORATOR = 1300
ARMS, BAND, MILITIA = Figure.ARMS, Role.BAND, Role.MILITIA  # by names of their own: see docs/performance.md


def run(month: Month) -> None:
    """Do the month's peaceful work; what is won is reckoned from the position before it, then given at once."""
    _agitate(month)
    _begin_works(month)
    _go_on(month)
    _recruit(month)
    _form(month)
    _militia(month)
    _levy(month)
    _buy_quiet(month)
    houses.deeds(month)
    rumours.verify(month)


def _strength(month: Month, faction: int, verb: Verb) -> int:
    definition = month.world.may[faction][verb]
    return definition.strength if definition else 100


def _rooted(month: Month, faction: int, region: int) -> bool:
    state = month.state
    return bool(
        state.total[faction * state.region_count + region] or state.council[region * state.faction_count + faction]
    )


def gifted(month: Month, faction: int, region: int, trait: str) -> bool:
    """Say whether a leader of a faction with a gift is well and there."""
    state, world = month.state, month.world
    return any(
        trait in world.leaders[leader].traits and state.leader_fate[leader] == Fate.WELL
        for leader in world.leaders_of[faction]
        if state.leader_region[leader] == region
    )


def _agitate(month: Month) -> None:
    state = month.state
    width = state.faction_count
    gains: dict[int, list[tuple[int, int]]] = {}
    for faction, order in month.of(Verb.AGITATE):
        region = order.args[0]
        uncommitted = FULL - sum(state.sympathy[region * width : (region + 1) * width])
        gain = agitation(
            uncommitted, state.fear[region], _rooted(month, faction, region), _strength(month, faction, Verb.AGITATE),
            month.rules,
        )  # fmt: skip
        if gifted(month, faction, region, "orator"):
            gain = gain * ORATOR // FULL
        gains.setdefault(region, []).append((faction, gain))
    for region, wanted in gains.items():
        uncommitted = FULL - sum(state.sympathy[region * width : (region + 1) * width])
        asked = sum(gain for _, gain in wanted)
        pulls = [(faction, region, _pulled(month, faction, region)) for faction, _ in wanted]
        for faction, gain in wanted:
            won = win(month, region, faction, gain * min(asked, uncommitted) // max(1, asked), Cause.AGITATION)
            month.tell(facts.Agitated, faction, -1, region, won)
        for faction, where, pull in pulls:
            for rival, part in pull:
                lost = month.change(Figure.SYMPATHY, where * width + rival, -part, Cause.RIVAL_AGITATION, faction)
                month.change(Figure.SYMPATHY, where * width + faction, -lost, Cause.AGITATION, rival)


def _pulled(month: Month, faction: int, region: int) -> list[tuple[int, int]]:
    """Return what agitation draws from each rival's people: less where the rival's own council or men are."""
    state = month.state
    width = state.faction_count
    pulls: list[tuple[int, int]] = []
    for rival in month.world.movements:
        held = state.sympathy[region * width + rival]
        if rival != faction and held:
            part = held * month.rules.rival_pull // FULL
            pulls.append((rival, part // 2 if _rooted(month, rival, region) else part))
    return pulls


# --- work that takes months


def _begin_works(month: Month) -> None:
    state = month.state
    for verb in (Verb.ORGANISE, Verb.RECONCILE, Verb.REPAIR):
        for faction, order in month.of(verb):
            region = order.args[0]
            if not _rooted(month, faction, region):
                month.tell(facts.OrderFailed, faction, -1, region, verb.name.lower(), "nobody_there")
                continue
            other = order.args[1] if len(order.args) > 1 else NOBODY
            months = _months(month, faction, verb, region)
            state.works.append(Work(faction, verb, region, other, months))
            if months > 1:
                month.tell(facts.WorkBegun, faction, -1, region, verb, months)


def _months(month: Month, faction: int, verb: Verb, region: int) -> int:
    state = month.state
    if verb is Verb.ORGANISE:
        months = state.council[region * state.faction_count + faction] + 1
        return max(1, months - gifted(month, faction, region, "organiser"))
    if verb is Verb.RECONCILE:
        return max(1, month.rules.reconcile_months - gifted(month, faction, region, "elder"))
    return 1


def _go_on(month: Month) -> None:
    state = month.state
    going: list[Work] = []
    done: list[Work] = []
    for work in state.works:
        if not _rooted(month, work.faction, work.region):
            month.tell(facts.WorkLost, work.faction, -1, work.region, work.verb)
        elif work.left > 1:
            going.append(work._replace(left=work.left - 1))
        else:
            done.append(work)
    state.works = going
    for work in done:
        match work.verb:
            case Verb.ORGANISE:
                _council_up(month, work)
            case Verb.RECONCILE:
                _settle(month, work)
            case _:
                _repair(month, work)


def _council_up(month: Month, work: Work) -> None:
    hearth = work.region * month.state.faction_count + work.faction
    if month.change(Figure.COUNCIL, hearth, 1, Cause.ORGANISED):
        month.tell(facts.CouncilChanged, work.faction, -1, work.region, month.state.council[hearth], Cause.ORGANISED)


def _settle(month: Month, work: Work) -> None:
    month.change(Figure.FEUDS, work.region, -1, Cause.RECONCILED, work.faction)
    win(month, work.region, work.faction, month.rules.reconcile_sympathy, Cause.RECONCILED)
    month.tell(facts.Reconciled, work.faction, -1, work.region, month.state.feuds[work.region])


def _repair(month: Month, work: Work) -> None:
    state = month.state
    if work.other == NOBODY:
        state.wire[work.region] = 0
        state.idle[work.region] = 0
    for near, link in month.world.neighbours[work.region]:
        if near == work.other and month.world.links[link].kind is not LinkKind.SEA:
            state.cut[link] = 0
    month.tell(facts.Repaired, work.faction, -1, work.region, work.other)


# --- men


def _place_for(month: Month, faction: int, region: int) -> int:
    """Return the place that new men join; where nobody of theirs stands yet they begin in hiding."""
    state = month.state
    place = faction * state.region_count + region
    if not state.total[place]:
        heavy = month.world.slot_by_role[faction][Role.GARRISON] >= 0
        state.posture[place] = Posture.OPEN if heavy else Posture.HIDDEN
    return place


def join_bands(month: Month, faction: int, region: int, men: int, cause: Cause) -> int:
    """Let up to ``men`` join a faction's bands, as far as there are arms; return how many did."""
    needed = FULL - month.rules.own_rifles
    men = min(men, month.state.arms[faction] * FULL // max(1, needed))
    if men < 1:
        return 0
    slots = month.world.slot_by_role[faction]
    slot = slots[BAND] if slots[BAND] >= 0 else slots[MILITIA]
    if slot < 0:
        return 0
    month.men(_place_for(month, faction, region), slot, men, cause)
    month.change(ARMS, faction, -(men * needed // FULL), cause)
    return men


def _recruit(month: Month) -> None:
    state, world = month.state, month.world
    for faction, order in month.of(Verb.RECRUIT):
        region = order.args[0]
        if not _rooted(month, faction, region):
            month.tell(facts.OrderFailed, faction, -1, region, "recruit", "nobody_there")
            continue
        place = faction * state.region_count + region
        men = recruits(
            world.regions[region].people, state.sympathy[region * state.faction_count + faction], state.total[place],
            state.feuds[region], _strength(month, faction, Verb.RECRUIT), month.rules,
        )  # fmt: skip
        luck = month.dice.spread(25, world.factions[faction].id, world.regions[region].id, "recruit")
        joined = join_bands(month, faction, region, max(LEAST_BAND, men * luck // FULL), Cause.RECRUITED)
        month.tell(facts.Recruited, faction, -1, region, joined, called=True)


def volunteers(month: Month) -> None:
    """Let men come on their own where a council works, arms are to be had and deeds are talked of (see Reckoning)."""
    state, world, rules = month.state, month.world, month.rules
    width, near = state.faction_count, world.within_reach
    for faction in world.movements:
        if state.arms[faction] < LEAST_BAND or world.may[faction][Verb.RECRUIT] is None:
            continue
        heat = state.heat[faction::width]
        if sum(heat) < rules.deed_memory:
            continue
        keep = state.arms[faction] * (FULL - rules.volunteer_arms) // FULL
        for region, level in enumerate(state.council[faction::width]):
            if not level or sum([heat[other] for other in near[region]]) < rules.deed_memory:
                continue
            ready = willing(
                world.regions[region].people, state.sympathy[region * width + faction],
                state.total[faction * state.region_count + region], rules,
            )  # fmt: skip
            spare = max(0, state.arms[faction] - keep) * FULL // max(1, FULL - rules.own_rifles)
            men = min(spare, ready * rules.volunteer_share * level // FULL)
            joined = join_bands(month, faction, region, men, Cause.VOLUNTEERS) if men else 0
            if joined:
                month.tell(facts.Recruited, faction, -1, region, joined, called=False)


def _form(month: Month) -> None:
    state, world, rules = month.state, month.world, month.rules
    for faction, order in month.of(Verb.FORM):
        region = order.args[0]
        place = faction * state.region_count + region
        slots = world.slot_by_role[faction]
        band, regular = slots[Role.BAND], slots[Role.REGULAR]
        if band < 0 or regular < 0:
            continue
        levels = sum(state.council[faction :: state.faction_count])
        standing = sum(
            state.men[(faction * state.region_count + r) * SLOTS + regular] for r in range(state.region_count)
        )
        room = commissar_limit(levels, rules) - standing
        men = min(state.men[place * SLOTS + band], room)
        if men < rules.form_least:
            month.tell(facts.OrderFailed, faction, -1, region, "form", "too_few_in_bands")
            continue
        month.open_up(place)
        month.men(place, band, -men, Cause.CONVERTED)
        month.men(place, regular, men, Cause.CONVERTED)
        month.change(Figure.SUPPLIES, faction, -(men * rules.form_supplies // 100), Cause.FORMED)
        month.tell(facts.Formed, faction, -1, region, men)


def _militia(month: Month) -> None:
    """Arm village units: they defend, don't travel, and need a rifle for every second man."""
    state, world, rules = month.state, month.world, month.rules
    for faction, order in month.of(Verb.MILITIA):
        region = order.args[0]
        slot = world.slot_by_role[faction][Role.MILITIA]
        hearth = region * state.faction_count + faction
        if slot < 0 or not state.council[hearth]:
            month.tell(facts.OrderFailed, faction, -1, region, "militia", "no_council")
            continue
        place = _place_for(month, faction, region)
        men = village_units(
            world.regions[region].people, state.sympathy[hearth], state.men[place * SLOTS + slot],
            _strength(month, faction, Verb.MILITIA) * state.council[hearth], rules,
        )  # fmt: skip
        men = min(men, state.arms[faction] * FULL // rules.militia_arms)
        month.men(place, slot, men, Cause.RECRUITED)
        month.change(Figure.ARMS, faction, -(men * rules.militia_arms // FULL), Cause.RECRUITED)
        month.tell(facts.MilitiaRaised, faction, -1, region, men, levy=False)


def _levy(month: Month) -> None:
    """Raise local men for pay: few where the country is against it, and it costs goodwill."""
    state, world, rules = month.state, month.world, month.rules
    for faction, order in month.of(Verb.LEVY):
        region = order.args[0]
        slot = world.slot_by_role[faction][Role.MILITIA]
        if slot < 0:
            continue
        place = faction * state.region_count + region
        against = sum(
            state.sympathy[region * state.faction_count + g] for g in world.movements if month.foes(faction, g)
        )
        pool = world.regions[region].people * rules.recruit_pool * max(0, FULL - 2 * against) // FULL
        men = max(0, pool - state.men[place * SLOTS + slot]) * rules.levy_share // FULL
        men = min(men * _strength(month, faction, Verb.LEVY) // 100, state.arms[faction])
        month.men(place, slot, men, Cause.LEVIED)
        month.change(Figure.ARMS, faction, -men, Cause.LEVIED)
        win(month, region, faction, -rules.levy_sympathy, Cause.LEVIED)
        month.tell(facts.MilitiaRaised, faction, -1, region, men, levy=True)


def _buy_quiet(month: Month) -> None:
    state, rules = month.state, month.rules
    width = state.faction_count
    for faction, order in month.of(Verb.CONCEDE):
        region = order.args[0]
        month.change(Figure.SUPPLIES, faction, -rules.concede_supplies, Cause.ORDER_COST)
        eased = -month.change(Figure.FEAR, region, -rules.concede_fear, Cause.CONCESSION, faction)
        if month.world.factions[faction].kind is not FactionKind.OCCUPIER:
            win(month, region, faction, rules.concede_sympathy, Cause.CONCESSION)
        for other in range(width):
            if month.foes(faction, other):
                state.heat[region * width + other] //= 2
        month.tell(facts.Conceded, faction, -1, region, eased)
    for faction, order in month.of(Verb.BRIBE):
        region = order.args[0]
        month.change(Figure.SUPPLIES, faction, -rules.bribe_supplies, Cause.ORDER_COST)
        state.informers[region * width + faction] = rules.bribe_months
        month.tell(facts.Bribed, faction, -1, region, rules.bribe_months)
