"""Line mode: the same game on standard input and output, one fact a line, no drawing; also for screen readers."""

from lanc_game.plain.session import play, recount

__all__ = ["play", "recount"]
