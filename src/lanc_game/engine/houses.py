"""Houses: the wings that a side is made of. Courting, promises, seats and purges move them; a month decides who walks out."""

from lanc_game.engine import facts
from lanc_game.engine.changes import NOWHERE
from lanc_game.engine.ledger import Month
from lanc_game.engine.names import IN_PLAY, NEVER, Cause, Figure, Verb
from lanc_game.engine.partings import may_walk_out, walk_out
from lanc_game.engine.state import Vow

AT_HOME = 200  # share of a side's men in a region, in thousandths, from which a wing is at home there


# --- words


def words(month: Month) -> None:
    """Hold the congresses that are called and give the promises that are made."""
    _congresses(month)
    _promises(month)


def _congresses(month: Month) -> None:
    state, world = month.state, month.world
    for faction, order in month.of(Verb.CONGRESS):
        number, *seats = order.args
        congress = world.congresses[number]
        if state.held[number] != NEVER:
            continue
        state.held[number] = state.turn
        source = world.congress_source(number)
        month.tell(facts.CongressHeld, faction, -1, NOWHERE, number, tuple(seats))
        for wing, got, due in zip(congress.wings, seats, congress.dues, strict=True):
            state.seats[number * len(world.wings) + wing] = got
            if state.wing_side[wing] != faction:
                continue
            by = (got - due) * congress.seat
            figure = Figure.LOYALTY if by > 0 else Figure.GRIEVANCE
            month.change(figure, wing, abs(by), Cause.SEATS, about=number)
        for effect in congress.effects:
            effect.apply(month, source)
        for outcome in congress.outcomes:
            if outcome.low <= seats[outcome.place] <= outcome.high:
                for effect in outcome.effects:
                    effect.apply(month, source)


def _promises(month: Month) -> None:
    state = month.state
    for faction, order in month.of(Verb.PROMISE):
        number, wing = order.args
        promise = month.world.promises[number]
        if state.wing_side[wing] != faction:
            continue
        state.vows.append(Vow(number, wing, faction, state.turn + promise.months))
        month.change(Figure.LOYALTY, wing, promise.trust, Cause.PROMISED, about=number)
        month.tell(facts.Promised, faction, -1, NOWHERE, number, wing)


# --- deeds


def deeds(month: Month) -> None:
    """Court wings, one's own and others', and execute."""
    _court(month)
    _purge(month)


def _court(month: Month) -> None:
    state, rules = month.state, month.rules
    for faction, order in month.of(Verb.COURT):
        wing = order.args[0]
        side = state.wing_side[wing]
        if side < 0:
            month.tell(facts.OrderFailed, faction, -1, NOWHERE, "court", "wing_gone_home")
        elif side == faction:
            won = month.change(Figure.LOYALTY, wing, rules.court_loyalty, Cause.COURTED)
            month.change(Figure.GRIEVANCE, wing, -rules.court_grievance, Cause.COURTED)
            month.tell(facts.WingCourted, faction, side, NOWHERE, wing, won)
        else:
            at = wing * state.faction_count + faction
            won = month.change(Figure.GOODWILL, at, rules.court_goodwill, Cause.COURTED)
            month.change(Figure.GRIEVANCE, wing, rules.court_sting, Cause.COURTED, faction)
            month.tell(facts.WingCourted, faction, side, NOWHERE, wing, won)


def _purge(month: Month) -> None:
    """Executions bind some and drive others away; families remember in the regions where the wing is at home."""
    state, world, rules = month.state, month.world, month.rules
    for faction, order in month.of(Verb.PURGE):
        wing = order.args[0]
        if state.wing_side[wing] != faction:
            month.tell(facts.OrderFailed, faction, -1, NOWHERE, "purge", "not_your_wing")
            continue
        month.change(Figure.GRIEVANCE, wing, rules.purge_grievance, Cause.PURGED)
        for other, definition in enumerate(world.wings):
            if other != wing and state.wing_side[other] == faction and definition.purge:
                figure = Figure.LOYALTY if definition.purge > 0 else Figure.GRIEVANCE
                month.change(figure, other, abs(definition.purge), Cause.PURGED)
        month.change(Figure.STANDING, faction, -rules.purge_standing, Cause.PURGED)
        for region, share in enumerate(world.wings[wing].men):
            if share >= AT_HOME:
                month.change(Figure.FEAR, region, rules.purge_fear, Cause.PURGED, faction)
                month.change(Figure.FEUDS, region, rules.purge_feuds, Cause.PURGED, faction)
        for effect in world.wings[wing].purged:
            effect.apply(month, world.wing_source(wing))
        month.tell(facts.Purged, faction, -1, NOWHERE, wing)


def fought_together(month: Month, faction: int, region: int) -> None:
    """Let the wings at home in a region remember that they fought in one line with another side."""
    for wing, definition in enumerate(month.world.wings):
        if month.state.wing_side[wing] == faction and definition.men[region] >= AT_HOME:
            month.change(Figure.LOYALTY, wing, month.rules.fought_beside_loyalty, Cause.FOUGHT_TOGETHER)


# --- strain


def strain(month: Month) -> None:
    """Let promises fall due and the month pull at every wing; whose grievance outweighs its loyalty may walk out."""
    _judge_promises(month)
    state = month.state
    for wing, side in enumerate(state.wing_side):
        if side >= 0 and state.status[side] in IN_PLAY:
            _pulled(month, wing, side)
    for wing, side in enumerate(state.wing_side):
        if side >= 0 and state.status[side] in IN_PLAY:
            _may_walk_out(month, wing)
    if any(state.goodwill):
        for at, goodwill in enumerate(state.goodwill):
            if goodwill:
                month.change(Figure.GOODWILL, at, -month.rules.goodwill_fades, Cause.TIME)


def _judge_promises(month: Month) -> None:
    state = month.state
    for vow in state.vows:
        if vow.due != state.turn or state.wing_side[vow.wing] != vow.faction:
            continue
        promise = month.world.promises[vow.promise]
        kept = promise.kept.holds(month.world, state)
        if kept:
            month.change(Figure.LOYALTY, vow.wing, promise.honour, Cause.PROMISE_KEPT, about=vow.promise)
        else:
            month.change(Figure.GRIEVANCE, vow.wing, promise.betrayal, Cause.PROMISE_BROKEN, about=vow.promise)
        month.tell(facts.PromiseJudged, vow.faction, -1, NOWHERE, vow.promise, vow.wing, kept)


def _pulled(month: Month, wing: int, side: int) -> None:
    """Let a wing feel its scenario's pulls, while it is where it began, and the clauses that its side has signed."""
    state, world, rules = month.state, month.world, month.rules
    definition = world.wings[wing]
    if state.grievance[wing]:
        month.change(Figure.GRIEVANCE, wing, -rules.grievance_fades, Cause.TIME)
    if side == definition.faction:
        for figure, number in definition.pulls:
            month.pull(number, figure, wing)
    for treaty in state.treaties:
        if side not in (treaty.a, treaty.b):
            continue
        partner = treaty.a + treaty.b - side
        for clause, value in zip(world.instruments[treaty.instrument].clauses, treaty.values, strict=True):
            price = definition.prices[clause][value]
            if price:
                figure = Figure.LOYALTY if price > 0 else Figure.GRIEVANCE
                month.change(figure, wing, abs(price) // rules.price_per_pull, Cause.CLAUSE, partner, about=clause)


def _may_walk_out(month: Month, wing: int) -> None:
    state, rules = month.state, month.rules
    over = state.grievance[wing] - state.loyalty[wing]
    if over <= 0 or not may_walk_out(month, wing):
        return
    chance = rules.walk_chance + over * rules.walk_slope
    if month.dice.chance(chance, month.world.wings[wing].id, "", "walk_out"):
        walk_out(month, wing)
