"""Patrons: powers off the map that count what a side does, and send or withhold accordingly."""

from lanc_game.engine import facts
from lanc_game.engine.changes import NOWHERE
from lanc_game.engine.ledger import Month
from lanc_game.engine.names import IN_PLAY, Cause, Figure, Verb
from lanc_game.engine.rules import Rules
from lanc_game.engine.state import State
from lanc_game.engine.world import World

HUNDRED = 100
REGARD = Figure.REGARD  # by a name of its own: see docs/performance.md
SENT = (Figure.ARMS, Figure.SUPPLIES, Figure.STANDING)  # aid that comes every month; cadres are lent


def aid_due(world: World, state: State, patron: int, faction: int) -> dict[Figure, int]:
    """Return what a patron gives a side a month: nothing without access, and each thing from some regard on."""
    definition = world.patrons[patron]
    regard = state.regard[patron * state.faction_count + faction]
    due: dict[Figure, int] = {}
    if definition.regard[faction] < 0 or not state.access[patron * state.faction_count + faction]:
        return due
    for aid in definition.aid:
        if aid.faction == faction and regard >= aid.regard:
            due[aid.figure] = due.get(aid.figure, 0) + aid.by
    return due


def instructors(world: World, state: State, faction: int) -> int:
    """Return the cadres that patrons lend a side."""
    dues = [aid_due(world, state, patron, faction) for patron in range(len(world.patrons))]
    return sum([due.get(Figure.CADRES, 0) for due in dues if due])


def give(month: Month) -> None:
    """Send the month's aid. Cadres are lent, and counted with the others that a side grows towards."""
    state = month.state
    for patron, definition in enumerate(month.world.patrons):
        for faction, regard in enumerate(definition.regard):
            if regard < 0 or state.status[faction] not in IN_PLAY:
                continue
            due = aid_due(month.world, state, patron, faction)
            if not due:
                continue
            for figure in SENT:
                month.change(figure, faction, due.get(figure, 0), Cause.AID, about=patron)
            arms, supplies = due.get(Figure.ARMS, 0), due.get(Figure.SUPPLIES, 0)
            if arms or supplies:
                month.tell(facts.AidCame, faction, -1, NOWHERE, patron, arms, supplies, asked=False)


def audit(month: Month) -> None:
    """Let every patron count the month's deeds of those it deals with."""
    state = month.state
    for patron, definition in enumerate(month.world.patrons):
        for number in definition.audits:
            faction = month.world.pulls[number].faction
            if state.status[faction] in IN_PLAY:
                month.pull(number, REGARD, patron * state.faction_count + faction)


def appeals(month: Month) -> None:
    """Answer those who ask for more: the better a patron regards them, the more it sends; asking costs."""
    state, rules = month.state, month.rules
    for faction, order in month.of(Verb.APPEAL):
        patron = order.args[0]
        at = patron * state.faction_count + faction
        arms, supplies = appeal_brings(state.regard[at], rules)
        month.change(Figure.REGARD, at, -rules.appeal_regard, Cause.APPEALED)
        if not arms and not supplies:
            month.tell(facts.Turned, faction, -1, NOWHERE, patron)
            continue
        month.change(Figure.ARMS, faction, arms, Cause.APPEALED, about=patron)
        month.change(Figure.SUPPLIES, faction, supplies, Cause.APPEALED, about=patron)
        month.tell(facts.AidCame, faction, -1, NOWHERE, patron, arms, supplies, asked=True)


def appeal_brings(regard: int, rules: Rules) -> tuple[int, int]:
    """Return the arms and supplies that asking brings at some regard."""
    if regard < rules.appeal_least:
        return 0, 0
    return rules.appeal_arms * regard // HUNDRED, rules.appeal_supplies * regard // HUNDRED
