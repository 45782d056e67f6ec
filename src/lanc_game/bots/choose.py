"""Which bot plays how: levels of the ordinary one, and two for measuring against."""

from collections.abc import Callable
from hashlib import blake2b

from lanc_game.bots import movement, occupier
from lanc_game.bots.diplomat import consider_treaties
from lanc_game.bots.insist import AT, NOTHING, Insistence, base_of, insistence_of
from lanc_game.bots.lookahead import look_ahead
from lanc_game.bots.plan import HUNDRED, Choice, Mind, Temper, decisions
from lanc_game.bots.statesman import consider_house
from lanc_game.engine.legal import VERBS, accept, cost, legal_with
from lanc_game.engine.names import FactionKind, Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.view import View
from lanc_game.engine.world import World

ORDINARY = "regular"
HISTORICAL = "historical"
LEVELS: dict[str, Temper] = {
    "novice": Temper(whim=95, forgets=75, nerve=30, shallow=True),
    ORDINARY: Temper(whim=25, forgets=0),
    "expert": Temper(whim=6, forgets=0, ahead=True),
    HISTORICAL: Temper(whim=25, forgets=0, historical=True),
}
MOST_RANDOM = 12
SEASON = 3  # months in which a side that stays home does at least one thing


def choose(view: View, bot: str, key: int) -> list[Choice]:
    """Return a month's orders of the bot called ``bot``, each with its reason. Raises KeyError for an unknown bot."""
    if not view.in_play:
        return []
    if AT in bot:
        return _play(view, key, LEVELS[base_of(bot)], insistence_of(view.world, bot))
    return BOTS[bot](view, key)


def known_bot(world: World, bot: str) -> str:
    """Return what is wrong with a bot's name, or nothing."""
    if AT not in bot:
        return "" if bot in BOTS else f"there is no bot `{bot}`"
    if base_of(bot) not in LEVELS:
        return f"`{base_of(bot)}` cannot insist on anything: take {', '.join(LEVELS)}"
    try:
        insistence_of(world, bot)
    except ValueError as error:
        return str(error)
    return ""


def looks_ahead(world: World, bot: str, faction: int) -> bool:
    """Say whether a bot tries its plans for a side before it chooses: only where there is a verdict to play for."""
    level = LEVELS.get(base_of(bot))
    return level is not None and _tries_plans(world, level, faction)


def _tries_plans(world: World, temper: Temper, faction: int) -> bool:
    return temper.ahead and bool(world.factions[faction].measures)


def bot_key(world: World, seed: int, faction: int) -> int:
    """Return the key of a faction's bot in a game: drawn from the seed, telling nothing about it."""
    text = f"bot/{seed}/{world.factions[faction].id}"
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def _play(view: View, key: int, temper: Temper, insists: Insistence = NOTHING) -> list[Choice]:
    mind = Mind(view, key, temper, insists)
    consider_treaties(mind)
    consider_house(mind)
    kind = view.world.factions[view.faction].kind
    if kind in (FactionKind.LOCAL, FactionKind.NEIGHBOUR) and mind.dice(HUNDRED, "stir") < mind.doctrine.leave:
        _stay_home(mind)
    elif kind in (FactionKind.OCCUPIER, FactionKind.GOVERNMENT):
        occupier.consider(mind)
    else:
        movement.consider(mind)
    if _tries_plans(view.world, temper, view.faction):
        return look_ahead(mind, BOTS[ORDINARY])
    return mind.plan()


def _stay_home(mind: Mind) -> None:
    """Answer what is asked; every third month do the one thing that seems best, so that nobody sleeps for a season."""
    if mind.view.turn % SEASON != mind.nature(SEASON, "stir"):
        decisions(mind)
        return
    movement.consider(mind)
    deeds = [choice for choice in mind.choices if cost(mind.view, choice.order)]
    best = max(deeds, key=lambda choice: (choice.score, choice.order), default=None)
    mind.choices = [choice for choice in mind.choices if choice is best or choice not in deeds]


def _ordinary(temper: Temper) -> Callable[[View, int], list[Choice]]:
    return lambda view, key: _play(view, key, temper)


def _random(view: View, key: int) -> list[Choice]:
    """Any legal orders at all, as many as cadres allow: for fuzzing and as the bottom of the ladder."""
    mind = Mind(view, key, LEVELS[ORDINARY])
    verbs = [verb for verb in VERBS if view.may(verb) is not None]
    listed: dict[Verb, list[Order]] = {}
    wanted: list[Order] = []
    for draw in range(MOST_RANDOM):
        verb = verbs[mind.dice(len(verbs), f"verb{draw}")]
        if verb not in listed:
            listed[verb] = legal_with(view, verb)
        if listed[verb]:
            wanted.append(listed[verb][mind.dice(len(listed[verb]), f"order{draw}")])
    return [Choice(1, order, "at_random") for order, why in accept(view, wanted) if why is None]


def _waiter(view: View, key: int) -> list[Choice]:
    """Hide, organise and wait: the strategy that must not win."""
    mind = Mind(view, key, LEVELS[ORDINARY])
    decisions(mind)
    for region, men in enumerate(view.total):
        if men:
            mind.offer(500, Order(Verb.HIDE, (region,)), "danger")
        if men or view.council[region]:
            mind.offer(100 + view.world.regions[region].people, Order(Verb.ORGANISE, (region,)), "councils_last")
            mind.offer(60 + view.world.regions[region].people, Order(Verb.AGITATE, (region,)), "people_to_win")
    return mind.plan()


BOTS: dict[str, Callable[[View, int], list[Choice]]] = {
    **{level: _ordinary(temper) for level, temper in LEVELS.items()},
    "random": _random,
    "waiter": _waiter,
}
"""Every bot by name; a bot takes a view and its own key."""
