"""Many games at once: played on local processes, counted, compared and reported. Never a screen, never a clock."""

from lanc_game.simulate.expect import expect_json, expect_text, expected_of, measure
from lanc_game.simulate.export import as_csv, as_json
from lanc_game.simulate.games import GameError, GameResult, GameSpec, Strength, play_game
from lanc_game.simulate.ladder import Ladder, climb, ladder_json, ladder_text
from lanc_game.simulate.paired import Comparison, Paired, compare, comparison_json, comparison_text, paired
from lanc_game.simulate.pool import Played, Progress, play_all
from lanc_game.simulate.report import Report
from lanc_game.simulate.run import SimulateError, simulate, specs_for
from lanc_game.simulate.text import as_text

__all__ = [
    "Comparison",
    "GameError",
    "GameResult",
    "GameSpec",
    "Ladder",
    "Paired",
    "Played",
    "Progress",
    "Report",
    "SimulateError",
    "Strength",
    "as_csv",
    "as_json",
    "as_text",
    "climb",
    "compare",
    "comparison_json",
    "comparison_text",
    "expect_json",
    "expect_text",
    "expected_of",
    "ladder_json",
    "ladder_text",
    "measure",
    "paired",
    "play_all",
    "play_game",
    "simulate",
    "specs_for",
]
