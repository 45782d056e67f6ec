"""What moved a bot to an order, told: a sentence, and the number that spoke for it; or why that is not known."""

from typing import Protocol

from lanc_game.chronicle.preview import preview
from lanc_game.engine.forecast import forecast
from lanc_game.engine.legal import refusal
from lanc_game.engine.names import Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.view import View
from lanc_game.engine.world import World
from lanc_game.language import Value, say, signed

_BY_WORTH = ("worth_it", "not_worth_it", "a_burden")
_BY_TRUST = ("promise_to_keep",)
_UNWEIGHED = ("as_it_was", "at_random", "better_terms", "by_stance", "looked_ahead", "pledge_by_temper")
_ANSWERS = (Verb.DECIDE, Verb.REPLY)


class Reasoned(Protocol):
    """A choice as bots make it: a key of the reasons, what it counted, and the same bent by the month's mood."""

    @property
    def reason(self) -> str:
        """The key of the reason's sentence."""

    @property
    def weight(self) -> int:
        """What the reason counted: the sum of a treaty's terms, an answer's share, what a deed promised."""

    @property
    def score(self) -> int:
        """The weight as the month's mood bent it; deeds were chosen by it."""


def reason_told(world: World, order: Order, choice: Reasoned | None, language: str, *, person: bool = False) -> str:
    """Return why a side gave an order: the sentence of its reason, then the number that spoke for it, where one did.

    Without a choice it says that the reason is lost, or, for a seat of a ``person``, that there is none to be had.
    """
    if choice is None:
        return say(language, "reasoning", "of_a_person" if person else "lost")
    sentence = say(language, "reason", choice.reason)
    key, values = _counted(world, order, choice, language)
    return f"{sentence} {say(language, 'reasoning', key, **values)}" if key else sentence


def expected(view: View, order: Order, language: str) -> str:
    """Return what a side could reckon with when it gave an order, as its forecast told; empty where nothing was told."""
    outlook = preview(forecast(view, order), language) if refusal(view, order) is None else ""
    return say(language, "reasoning", "expected", outlook=outlook) if outlook else ""


def _counted(world: World, order: Order, choice: Reasoned, language: str) -> tuple[str, dict[str, Value]]:
    """Return which sentence tells a reason's number, with what goes in; no key where no number spoke for it."""
    reason, weight = choice.reason, choice.weight
    if reason in _UNWEIGHED or (reason == "not_worth_it" and weight >= 0):  # some sign no such treaty at any price
        return "", {}
    if reason in _BY_WORTH:
        return "worth", {"worth": signed(weight, language)}
    if reason in _BY_TRUST:
        return "trust", {"weight": weight}
    if order.verb in _ANSWERS:
        options = world.events[order.args[0]].options
        return "share", {"weight": weight, "total": sum(option.weight for option in options)}
    return "weight", {"weight": weight, "score": choice.score if choice.score != weight else 0}
