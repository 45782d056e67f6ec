"""Why a figure is what it is, in lines that add up: an opening, what moved it and by how much, a close."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from lanc_game.engine.facts import Changed
from lanc_game.engine.names import Cause, Figure
from lanc_game.engine.state import State
from lanc_game.engine.world import NOBODY, World
from lanc_game.language import plain, say, signed

FIGURES_BY_NAME: dict[str, Figure] = {figure.name.lower(): figure for figure in Figure if figure is not Figure.METER}
OF_FACTIONS = (Figure.CADRES, Figure.ARMS, Figure.SUPPLIES, Figure.STANDING, Figure.OUTPUT)
OF_HEARTHS = (Figure.SYMPATHY, Figure.COUNCIL)
IN_THOUSANDTHS = (Figure.SYMPATHY, Figure.FEAR)
LAST_MONTHS = 3


class AccountLike(Protocol):
    """An opening, the changes since, and the close that they add up to."""

    @property
    def opening(self) -> int: ...  # noqa: D102 - named by the class
    @property
    def changes(self) -> tuple[Changed, ...]: ...  # noqa: D102
    @property
    def closing(self) -> int: ...  # noqa: D102


class Keeper(Protocol):
    """Whoever keeps the ledger: the table."""

    world: World
    state: State

    @property
    def turns(self) -> Sequence[object]: ...  # noqa: D102

    def why(self, figure: Figure, at: int, since: int = 0) -> AccountLike:
        """Return a figure's account since a turn."""
        ...


def place_of(world: World, figure: Figure, region: int, faction: int) -> int:
    """Return where a figure stands in its list."""
    if figure in OF_FACTIONS:
        return faction
    if figure in OF_HEARTHS:
        return region * len(world.factions) + faction
    return region


def account_lines(
    keeper: Keeper, viewer: int, figure: Figure, region: int, faction: int, language: str
) -> Iterator[str]:
    """Yield the account of a figure over the last months. What a viewer cannot see is not told."""
    world = keeper.world
    if figure not in OF_FACTIONS and figure is not Figure.HAZARD and region == NOBODY:
        yield say(language, "chronicle", "which_region")
        return
    if not _may_know(keeper, viewer, figure, region, faction):
        yield say(language, "chronicle", "not_known")
        return
    since = max(0, len(keeper.turns) - LAST_MONTHS)
    account = keeper.why(figure, place_of(world, figure, max(region, 0), faction), since)
    name = say(language, "figure", figure.name.lower())
    yield f"{name}: {_shown(figure, account.closing)}"
    yield f"  {_shown(figure, account.opening)} {say(language, 'chronicle', 'opening')}"
    for cause, delta in _summed(account.changes):
        yield f"  {_signed(figure, delta, language)} {say(language, 'cause', cause.name.lower())}"
    yield f"  = {_shown(figure, account.closing)}"


def _may_know(keeper: Keeper, viewer: int, figure: Figure, region: int, faction: int) -> bool:
    if figure in OF_FACTIONS:
        return faction == viewer or figure is Figure.STANDING
    if figure is Figure.HAZARD:
        return True
    return keeper.state.sights[viewer * keeper.state.region_count + region].level > 0


def _summed(changes: Sequence[Changed]) -> list[tuple[Cause, int]]:
    totals: dict[Cause, int] = {}
    for change in changes:
        totals[Cause(change.cause)] = totals.get(Cause(change.cause), 0) + change.delta
    return [(cause, delta) for cause, delta in totals.items() if delta]


def _shown(figure: Figure, value: int) -> str:
    return f"{value // 10}.{value % 10} %" if figure in IN_THOUSANDTHS else plain(str(value))


def _signed(figure: Figure, delta: int, language: str) -> str:
    if figure not in IN_THOUSANDTHS:
        return signed(delta, language)
    sign = "+" if delta > 0 else "\N{MINUS SIGN}"
    return f"{sign}{abs(delta) // 10}.{abs(delta) % 10}"
