"""Treaties and letters in words: what they settle, what they are worth to whoever reads, and how to answer."""

from lanc_game.chronicle.preview import preview
from lanc_game.chronicle.sentences import faction_name, name_of
from lanc_game.engine.forecast import forecast
from lanc_game.engine.names import Verb
from lanc_game.engine.orders import Order, text_of
from lanc_game.engine.state import Letter, Treaty
from lanc_game.engine.treaties import best_answer
from lanc_game.engine.view import View
from lanc_game.engine.wording import wish_code
from lanc_game.engine.world import World
from lanc_game.language import say


def settled(world: World, instrument: int, wishes: tuple[tuple[int, ...], ...], language: str) -> str:
    """Return how each clause is settled, ranked wishes apart by strokes: ``the land – divided | left blank``."""
    parts: list[str] = []
    for index, wish in zip(world.instruments[instrument].clauses, wishes, strict=True):
        clause = world.clauses[index]
        values = [
            say(language, "chronicle", "left_blank") if v == clause.blank else name_of(clause.value_names[v], language)
            for v in wish
        ]
        parts.append(f"{name_of(clause.name, language)} – {' | '.join(values)}")
    return "; ".join(parts)


def treaty_text(view: View, treaty: Treaty, language: str) -> str:
    """Return a treaty in a line: its name, whose it is, how it is settled, and its strain where that is ours to know."""
    world = view.world
    sides = f"{faction_name(world, treaty.a, language)}, {faction_name(world, treaty.b, language)}"
    terms = settled(world, treaty.instrument, tuple((value,) for value in treaty.values), language)
    parts = [f"{name_of(world.instruments[treaty.instrument].name, language)} ({sides})", terms]
    strain = view.strain.get((treaty.a, treaty.b))
    if strain is not None:
        parts.append(f"{say(language, 'figure', 'strain')} {strain}/100")
    return " · ".join(part for part in parts if part)


def letter_text(view: View, letter: Letter, language: str) -> str:
    """Return a letter in a line: from whom, what, and how it would settle each clause."""
    world = view.world
    sender = faction_name(world, letter.sender, language)
    name = name_of(world.instruments[letter.instrument].name, language)
    terms = settled(world, letter.instrument, letter.wishes, language)
    return say(language, "chronicle", "letter", sender=sender, treaty=name, terms=terms)


def answers_to(view: View, letter: Letter, language: str) -> list[tuple[str, str]]:
    """Return the orders that would answer a letter, each with what it is worth: the best acceptance, then refusal."""
    values, _ = best_answer(view, letter)
    chosen = values if values is not None else tuple(wish[0] for wish in letter.wishes)
    key = (letter.instrument, letter.sender)
    accept = Order(Verb.ACCEPT, (*key, *(wish_code((value,)) for value in chosen)))
    refuse = Order(Verb.REFUSE, key)
    return [
        (text_of(view.world, view.faction, order), preview(forecast(view, order), language))
        for order in (accept, refuse)
    ]
