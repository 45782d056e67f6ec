"""Strain: what a month of war does to how factions stand with each other. Operations end when their time is over."""

from lanc_game.engine import pacts
from lanc_game.engine.ledger import Month
from lanc_game.engine.names import Status


def run(month: Month) -> None:
    """End what is over: operations past their last turn, and the standing of factions that have left."""
    pacts.strain(month)
    state = month.state
    state.operations = [
        op for op in state.operations if op.until > state.turn and state.status[op.faction] != Status.GONE
    ]
