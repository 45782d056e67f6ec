"""What the tests of the board share: a small war, a board in a terminal that isn't there, ways to look at it."""

from functools import cache
from pathlib import Path

from textual.app import App

from lanc_game.engine.state import Letter, Offer
from lanc_game.saves import Entry
from lanc_game.table import Table
from lanc_game.tui.app import LancApp
from lanc_game.tui.library import Campaign
from lanc_game.tui.screens.board import BoardScreen
from lanc_game.tui.session import Session
from lanc_game.workshop.load import Loaded, load

SCENARIOS = Path(__file__).parents[2] / "scenarios"
SIZES = ((80, 24), (120, 40), (200, 60))
SEED = 7


@cache
def small_war() -> Loaded:
    """Return the small invented war, read once."""
    loaded = load(SCENARIOS / "four-valleys")
    assert loaded.world is not None
    return loaded


@cache
def two_banners() -> Loaded:
    """Return the small war with treaties, wings and a patron, read once."""
    loaded = load(SCENARIOS / "two-banners")
    assert loaded.world is not None
    return loaded


def politics(months: int = 0, humans: tuple[int, ...] = (0,)) -> Table:
    """Return a game of the small war with politics after some quiet months."""
    loaded = two_banners()
    assert loaded.world is not None
    game = Table.open(loaded.world, loaded.document, humans, seed=SEED)
    for _ in range(months):
        game.end_month()
    return game


def with_letter(game: Table, *wishes: tuple[int, ...]) -> Table:
    """Put a letter of the second side's on the first side's desk: how it would settle the Oath."""
    oath = next(i for i, instrument in enumerate(game.world.instruments) if instrument.clauses)
    game.state.letters = [Letter(oath, 1, 0, wishes or ((1, 2), (1,)), game.state.turn)]
    return game


def table(months: int = 0, humans: tuple[int, ...] = (0,)) -> Table:
    """Return a game of the small war after some quiet months."""
    loaded = small_war()
    assert loaded.world is not None
    game = Table.open(loaded.world, loaded.document, humans, seed=SEED)
    for _ in range(months):
        game.end_month()
    return game


def with_offer(game: Table) -> Table:
    """Put a choice before the first side."""
    event = next(i for i, event in enumerate(game.world.events) if event.options)
    game.state.offers = [Offer(event, 0, game.state.turn, game.state.turn)]
    return game


def board(game: Table, language: str = "en") -> LancApp:
    """Return the program with a board whose desk does not open by itself."""
    app = LancApp(None, language)
    app.table = game
    app._opening = BoardScreen(Session(game, language, game.humans[0]), desk=False)
    return app


def seen(app: App[int]) -> str:
    """Return the whole screen as text."""
    strips = app.screen._compositor.render_strips(app.size)
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def colours(app: App[int]) -> list[object]:
    """Return the whole screen with its colours, to see that something changed."""
    return [
        [(segment.text, segment.style) for segment in strip] for strip in app.screen._compositor.render_strips(app.size)
    ]


class Shelf:
    """A library with the small war and whatever saves a test puts there."""

    def __init__(self, saves: list[Entry] | None = None) -> None:
        self._saves = saves or []
        self.begun: list[tuple[str, int, int | None, str]] = []

    def campaigns(self) -> list[Campaign]:
        loaded = small_war()
        return [Campaign("four-valleys", SCENARIOS / "four-valleys", loaded.world, loaded.document)]

    def saves(self) -> list[Entry]:
        return self._saves

    def newest(self) -> Path | None:
        return self._saves[0].path if self._saves else None

    def begin(self, campaign: Campaign, seat: int, seed: int | None, level: str) -> Table:
        self.begun.append((campaign.id, seat, seed, level))
        return table(humans=(seat,))

    def resume(self, path: Path) -> Table:  # noqa: ARG002
        return table(2)

    def watch(self, path: Path) -> Table:  # noqa: ARG002
        return table(4)
