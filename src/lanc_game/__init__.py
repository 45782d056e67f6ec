"""LANÇ: a strategy game of resistance, alliance and betrayal, played in the terminal."""

__version__ = "0.1.0"
