"""The game as a PettingZoo environment, for programs that learn to play it. Needs ``pip install "lanc-game[env]"``.

See ``docs/environment.md``. Nothing else in the game imports this package.
"""

try:
    import gymnasium  # noqa: F401
    import numpy  # noqa: F401
    import pettingzoo  # noqa: F401
except ImportError as error:
    raise ImportError(
        f'lanc_game.env needs PettingZoo, Gymnasium and numpy ({error}). Install them with: pip install "lanc-game[env]"'
    ) from error

from lanc_game.env.actions import NOTHING, OrderTable
from lanc_game.env.observation import feature_names, features
from lanc_game.env.war import WarEnv, parallel_env

__all__ = ["NOTHING", "OrderTable", "WarEnv", "feature_names", "features", "parallel_env"]
