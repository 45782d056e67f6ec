"""``python -m lanc_game`` is the ``lanc`` command."""

import sys

from lanc_game.cli import main

if __name__ == "__main__":
    sys.exit(main())
