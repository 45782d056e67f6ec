"""`intents` in line mode: what is known to be coming, each with how it is known; the alarms among it as a month opens."""

from collections.abc import Iterator

from lanc_game.chronicle.intents import ALARMS, intents_of
from lanc_game.engine.view import view_of
from lanc_game.language import say
from lanc_game.table import Table


def intent_lines(table: Table, seat: int, language: str, *, opening: bool = False) -> Iterator[str]:
    """Yield what a seat knows to be coming, the gravest first; as a month opens, only what its desk has not told."""
    if table.over:
        return
    before = view_of(table.world, table.state_before(table.state.turn - 1), seat).hazard if table.turns else ()
    for intent in intents_of(table.view(seat), language, before):
        if not opening or intent.kind in ALARMS:
            yield say(language, "intent", "known", what=intent.text, how=intent.source)
