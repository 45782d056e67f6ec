"""Checking a scenario by playing it: random legal orders and ordinary bots must both come to a verdict, whole."""

from collections.abc import Iterator

from lanc_game.bots import choose
from lanc_game.engine.names import NEVER
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import view_of
from lanc_game.engine.world import World

MOST_TURNS = 1000


def playcheck(world: World, games: int) -> Iterator[str]:
    """Play ``games`` games of each kind; yield what went wrong, in sentences. Nothing yielded: nothing went wrong."""
    fired: set[int] = set()
    for bot in ("random", "regular"):
        for seed in range(1, games + 1):
            state = begin(world, seed)
            for _ in range(MOST_TURNS):
                if state.over:
                    break
                orders = [
                    [choice.order for choice in choose(view_of(world, state, faction), bot, seed * 1000 + faction)]
                    for faction in range(len(world.factions))
                ]
                state = resolve(world, state, orders, seed)
                if min(state.men, default=0) < 0:
                    yield f"a faction has fewer than no men (seed {seed}, {bot} play)"
                    return
            if not state.over:
                yield f"the war never ends (seed {seed}, {bot} play)"
            fired |= {index for index, turn in enumerate(state.fired) if turn != NEVER}
    never = [event.id for index, event in enumerate(world.events) if index not in fired]
    if never and games >= 20:
        yield f"events that never happened in {2 * games} games: {', '.join(never)}"
