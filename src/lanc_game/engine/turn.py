"""A month: the phases in order, nothing else."""

from collections.abc import Callable, Sequence

from lanc_game.engine.dice import Dice
from lanc_game.engine.facts import Sink
from lanc_game.engine.ledger import Month, OrdersByVerb
from lanc_game.engine.opening import opening
from lanc_game.engine.orders import Order
from lanc_game.engine.phases import battle, control, deeds, events, movement, raids, reckoning, strain, words
from lanc_game.engine.seasons import draw
from lanc_game.engine.sight import observe
from lanc_game.engine.state import State
from lanc_game.engine.world import World

PHASES: tuple[tuple[str, Callable[[Month], None]], ...] = (
    ("words", words.run),
    ("movement", movement.run),
    ("raids", raids.run),
    ("battle", battle.run),
    ("deeds", deeds.run),
    ("control", control.run),
    ("reckoning", reckoning.run),
    ("strain", strain.run),
    ("events", events.run),
)


def resolve(
    world: World,
    state: State,
    orders: Sequence[Sequence[Order]],
    seed: int,
    sink: Sink | None = None,
    on_phase: Callable[[str], None] | None = None,
) -> State:
    """Return the position after one turn.

    ``orders`` holds each faction's accepted orders by faction index; ``state`` is left as it is. A war that is over does not
    move any more.
    """
    if state.over:
        return state
    after = state.copy()
    by_verb = sort_orders(world, orders)
    month = Month(world, after, by_verb, Dice(seed, state.turn, "words"), sink)
    for name, run in PHASES:
        month.dice = Dice(seed, state.turn, name)
        if on_phase is not None:
            on_phase(name)
        run(month)
    observe(world, after, Dice(seed, state.turn, "sight"))
    after.turn += 1
    return after


def begin(world: World, seed: int, clock: int = 0) -> State:
    """Return the position before the first turn, with everybody's first look around."""
    state = opening(world, clock)
    state.stakes = _stakes(world, Dice(seed, -1, "stakes"))
    state.tasks = draw(world, state, Dice(seed, -1, "season"))
    observe(world, state, Dice(seed, -1, "sight"))
    return state


def _stakes(world: World, dice: Dice) -> list[int]:
    """Draw how much each open question matters to each side in this game; nobody's people are the same twice."""
    spread = world.rules.stakes_spread
    return [
        100 - spread + dice.below(2 * spread + 1, faction.id, clause.id, "stakes")
        for faction in world.factions
        for clause in world.clauses
    ]


def sort_orders(world: World, orders: Sequence[Sequence[Order]]) -> OrdersByVerb:
    """Group orders by verb; inside a verb they stand by faction id and arguments, however they were written."""
    by_verb: OrdersByVerb = {}
    ids = [faction.id for faction in world.factions]
    for faction, written in enumerate(orders):
        for order in written:
            by_verb.setdefault(order.verb, []).append((faction, order))
    for given in by_verb.values():
        given.sort(key=lambda pair: (ids[pair[0]], pair[1].args))
    return by_verb
