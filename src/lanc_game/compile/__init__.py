"""From what a scenario says to the tables that the engine plays on. Links ids and reports problems by document path."""

from lanc_game.compile.build import build

__all__ = ["build"]
