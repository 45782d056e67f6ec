"""Strain: what a month of war does to treaties, rivals, wings and patrons. Operations end when their time is over."""

from lanc_game.engine import houses, pacts, patrons
from lanc_game.engine.ledger import Month
from lanc_game.engine.names import Status


def run(month: Month) -> None:
    """End what is over: operations past their last turn, and the standing of factions that have left."""
    pacts.stayed_away(month)
    pacts.strain(month)
    houses.strain(month)
    patrons.audit(month)
    state = month.state
    state.operations = [
        op for op in state.operations if op.until > state.turn and state.status[op.faction] != Status.GONE
    ]
