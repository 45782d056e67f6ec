"""Choices and demands in lines: what is asked, every answer as an order, and until when."""

from collections.abc import Iterator

from lanc_game.chronicle.naming import name_of, title_of
from lanc_game.engine.state import Offer
from lanc_game.engine.texts import Text
from lanc_game.engine.view import View
from lanc_game.plain.describe import line


def offer_lines(view: View, offer: Offer, language: str) -> Iterator[str]:
    """Yield a choice or a patron's demand, its options as orders, and its deadline."""
    world = view.world
    event = world.events[offer.event]
    title = titled(event.title, event.text, language)
    if event.patron >= 0:
        patron = name_of(world.patrons[event.patron].name, language)
        yield line(language, "patron_demand", name=patron, title=title, text="", when="")
    else:
        yield title
    for index, option in enumerate(event.options):
        yield line(
            language,
            "option" if event.patron < 0 else "reply_option",
            event=event.id,
            option=option.id,
            text=name_of(option.text, language),
            cost=name_of(option.cost, language),
            silence=line(language, "silence") if index == event.default else "",
        )
    yield deadline(view, offer.due, language)


def titled(title: Text, text: Text, language: str) -> str:
    """Return a title and what it stands over as sentences: ``A delegate from the Star. He asks for one thing.``."""
    head, rest = title_of(title, language), name_of(text, language)
    stop = "" if head.endswith(("?", "!", "…")) else "."
    return f"{head}{stop} {rest}" if rest else head


def deadline(view: View, turn: int, language: str) -> str:
    """Return until when an answer counts: it is given with the orders of that month."""
    turns = view.world.turns
    return line(language, "deadline", when=name_of(turns[min(turn, len(turns) - 1)].name, language))
