"""How a bot deals with its own people and with powers abroad: wings, congresses, promises, mandates, demands, appeals."""

from lanc_game.bots.plan import HUNDRED, Mind
from lanc_game.engine.legal import refusal
from lanc_game.engine.names import NEVER, Relation, Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.patrons import appeal_brings

FIRST = 9_000
EASY = 30  # loyalty over grievance from which a wing is left alone
FRIENDLY = 55  # regard from which one asks for more
POOR = 150  # arms below which one asks
HEEDS = 15  # percent of the months in which a waverer is given a promise
HEART = 90  # percent by which the people of one game court their own more or less readily
TALK = 120  # what finding out about a rumour is worth to somebody who is curious this month
CURIOUS = 25  # percent of months
PURGE = 700  # how far a purge goes before everything else, where it is the custom


def consider_house(mind: Mind) -> None:
    """Put forward what concerns wings, congresses, promises, mandates and patrons."""
    world = mind.world
    if world.wings:
        _court(mind)
        _promise(mind)
    if world.congresses:
        _congress(mind)
    _pledge(mind)
    _appeal(mind)
    _verify(mind)


def _unrest(mind: Mind, wing: int) -> int:
    """Return how far a wing is from contentment: above EASY it is about to walk out."""
    return EASY - mind.view.loyalty[wing] + mind.view.grievance[wing]


def _court(mind: Mind) -> None:
    """Speak with those who waver at home; now and then with a rival's. Plotters are purged where that is the custom."""
    view = mind.view
    for wing, side in enumerate(view.wing_side):
        order = Order(Verb.COURT, (wing,))
        if side == view.faction:
            unrest = _unrest(mind, wing)
            if unrest >= EASY and _purges(mind):
                mind.offer(PURGE + 8 * unrest, Order(Verb.PURGE, (wing,)), "purge_plotters")
            elif unrest > 0:
                score = (60 + 8 * unrest) * (HUNDRED + mind.leaning(HEART, "court", wing)) // HUNDRED
                mind.offer(score, order, "court_waverer")
        elif side >= 0 and view.relation[side] in (Relation.TRUCE, Relation.HOSTILE) and refusal(view, order) is None:
            mind.offer(20 + view.goodwill[wing] + mind.leaning(20, "suit", wing), order, "court_rival")


def _purges(mind: Mind) -> bool:
    """Say whether the people of this game answer plots with executions: rarely, and only where their character allows it."""
    return mind.nature(HUNDRED, "purge") < mind.doctrine.verbs[Verb.PURGE]


def _promise(mind: Mind) -> None:
    view = mind.view
    for number, promise in enumerate(mind.world.promises):
        for wing in promise.wings if promise.faction == view.faction else ():
            order = Order(Verb.PROMISE, (number, wing))
            heeds = mind.dice(HUNDRED, "promise", number, wing) < HEEDS
            if heeds and refusal(view, order) is None and _unrest(mind, wing) > 0:
                _say(mind, order, "promise_to_keep", promise.trust)


def _congress(mind: Mind) -> None:
    """Call a congress when its time has come, its seats divided by temper and by the people of this game."""
    view = mind.view
    for number, congress in enumerate(mind.world.congresses):
        if not view.callable[number] or view.held[number] != NEVER:
            continue
        plan = congress.plans[mind.draw(congress.plans, mind.nature, "plan", congress.id)]
        mind.offer(600, Order(Verb.CONGRESS, (number, *plan.seats)), "call_congress")


def _pledge(mind: Mind) -> None:
    """Take up one of the season's mandates."""
    on_offer = [task.mandate for task in mind.view.tasks if not task.pledged]
    if on_offer:
        mandate = on_offer[mind.dice(len(on_offer), "pledge")]
        _say(mind, Order(Verb.PLEDGE, (mandate,)), "pledge_by_temper", 0)


def _appeal(mind: Mind) -> None:
    view = mind.view
    for patron, regard in view.regard.items():
        order = Order(Verb.APPEAL, (patron,))
        if regard >= FRIENDLY and refusal(view, order) is None:
            arms, supplies = appeal_brings(regard, mind.world.rules)
            mind.offer(
                (arms + supplies) * (HUNDRED if view.arms < POOR else HUNDRED // 3) // HUNDRED, order, "appeal_for_aid"
            )


def _verify(mind: Mind) -> None:
    for number, rumour in enumerate(mind.view.rumours, 1):
        if not rumour.verified and mind.dice(HUNDRED, "curious", number) < CURIOUS:
            mind.offer(TALK, Order(Verb.VERIFY, (number,)), "verify_rumour")


def _say(mind: Mind, order: Order, reason: str, weight: int) -> None:
    mind.say(FIRST, order, reason, weight)
