"""Rumours: what is said of others, true or not, with a reliability; and finding out."""

from typing import NamedTuple

from lanc_game.engine import facts
from lanc_game.engine.changes import NOWHERE
from lanc_game.engine.ledger import Month
from lanc_game.engine.names import IN_PLAY, FactionKind, Talk, Verb
from lanc_game.engine.state import Rumour

WAVERS = 10  # loyalty over grievance below which a wing is talked about
ODDS_TRUE, ODDS_FALSE, ODDS_SPREAD = 55, 40, 36


class Matter(NamedTuple):
    """Something that can be said: its kind and whom it is about."""

    kind: Talk
    a: int
    b: int


def verify(month: Month) -> None:
    """Find out whether what somebody was told is true."""
    state = month.state
    for faction, order in month.of(Verb.VERIFY):
        mine = [index for index, rumour in enumerate(state.rumours) if rumour.hearer == faction]
        if not 1 <= order.args[0] <= len(mine):
            continue
        index = mine[order.args[0] - 1]
        rumour = state.rumours[index]
        state.rumours[index] = rumour._replace(verified=True, odds=100 if rumour.true else 0)
        month.tell(facts.RumourVerified, faction, -1, NOWHERE, rumour.kind, rumour.a, rumour.b, rumour.true)


def spread(month: Month) -> None:
    """Let old talk die, and something new be said to each side that lives by talk: sometimes true, sometimes not."""
    state, world, rules = month.state, month.world, month.rules
    state.rumours = [r for r in state.rumours if state.turn - r.heard < rules.rumours_kept]
    truths = _truths(month)
    for faction, definition in enumerate(world.factions):
        if definition.kind is not FactionKind.MOVEMENT or state.status[faction] not in IN_PLAY:
            continue
        known = {(r.kind, r.a, r.b) for r in state.rumours if r.hearer == faction}
        fresh = [m for m in truths if faction not in _concerned(m) and tuple(m) not in known]
        if fresh and month.dice.chance(rules.rumour_chance, definition.id, "", "rumour"):
            matter, true = fresh[month.dice.below(len(fresh), definition.id, "", "which")], True
        elif month.dice.chance(rules.rumour_false, definition.id, "", "gossip"):
            others = [f for f in range(state.faction_count) if f != faction and state.status[f] in IN_PLAY]
            if len(others) < 2:
                continue
            first = month.dice.below(len(others), definition.id, "", "whom")
            second = (first + 1 + month.dice.below(len(others) - 1, definition.id, "", "with_whom")) % len(others)
            matter = Matter(Talk.LETTERS, min(others[first], others[second]), max(others[first], others[second]))
            true = matter in truths
            if tuple(matter) in known:
                continue
        else:
            continue
        least = ODDS_TRUE if true else ODDS_FALSE
        odds = least + month.dice.below(ODDS_SPREAD, definition.id, "", "odds")
        state.rumours.append(Rumour(faction, matter.kind, matter.a, matter.b, odds, true, state.turn, verified=False))
        month.tell(facts.RumourHeard, faction, -1, NOWHERE, matter.kind, matter.a, matter.b, odds)


def _truths(month: Month) -> list[Matter]:
    """Return what could be said truly now."""
    state, world = month.state, month.world
    found = [Matter(Talk.LETTERS, min(x.sender, x.receiver), max(x.sender, x.receiver)) for x in state.letters]
    found += [Matter(Talk.SECRET, t.a, t.b) for t in state.treaties if not t.public]
    found += [
        Matter(Talk.WAVERER, side, wing)
        for wing, side in enumerate(state.wing_side)
        if side >= 0 and state.status[side] in IN_PLAY and state.loyalty[wing] - state.grievance[wing] < WAVERS
    ]
    found += [Matter(Talk.OFFENSIVE, op.faction, -1) for op in state.operations if op.committed == state.turn]
    return sorted(set(found), key=lambda m: (m.kind, world.factions[m.a].id, m.b))


def _concerned(matter: Matter) -> tuple[int, ...]:
    return (matter.a,) if matter.kind in (Talk.WAVERER, Talk.OFFENSIVE) else (matter.a, matter.b)
