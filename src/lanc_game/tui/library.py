"""What the start screen offers: scenarios to begin, saves to go on with. The command line may bring its own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from lanc_game.compile import build
from lanc_game.compile.handicaps import with_handicaps
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.saves import Entry, SaveError, find, fresh_name, listing, newest
from lanc_game.table import HUMAN, Table


@dataclass(frozen=True, slots=True)
class Campaign:
    """A scenario that can be played. ``world`` is None where it does not load, and ``fault`` says why."""

    id: str
    path: Path
    world: World | None
    document: Json = field(default=None, repr=False)
    fault: str = ""

    @property
    def seats(self) -> list[int]:
        """The factions that a person may play."""
        if self.world is None:
            return []
        return [index for index, faction in enumerate(self.world.factions) if faction.playable]


def handicapped(campaign: Campaign, seat: int, percent: int | None) -> Campaign:
    """Return a campaign in which a side has a handicap; without a percent it is as its scenario says.

    Raises SaveError where it cannot be made.
    """
    if percent is None or campaign.world is None:
        return campaign
    document = with_handicaps(campaign.document, {campaign.world.factions[seat].id: percent})
    world, problems = build(document)
    if world is None:
        raise SaveError(campaign.path, 0, problems[0].message, problems[0].help)
    return replace(campaign, world=world, document=document)


class Library(Protocol):
    """What the start screen asks for."""

    def campaigns(self) -> list[Campaign]:
        """Return the scenarios, the one to begin with first."""
        ...

    def saves(self) -> list[Entry]:
        """Return the saved games, newest first."""
        ...

    def newest(self) -> Path | None:
        """Return the save to go on with."""
        ...

    def begin(self, campaign: Campaign, seat: int, seed: int | None, level: str) -> Table:
        """Begin a game, journalled. Raises SaveError."""
        ...

    def resume(self, path: Path) -> Table:
        """Go on with a save. Raises SaveError."""
        ...

    def watch(self, path: Path) -> Table:
        """Open a save to look at. Raises SaveError."""
        ...


class HouseLibrary:
    """The scenarios of some folders and the saves of the house."""

    def __init__(self, folders: list[Path], *, first: str = "albania-1942", journal: bool = True) -> None:
        self.folders = folders
        self.first = first
        self.journal = journal

    def campaigns(self) -> list[Campaign]:
        """Return the scenarios, the first one first."""
        from lanc_game.workshop.load import load

        found: list[Campaign] = []
        for folder in self.folders:
            for path in sorted(folder.iterdir()) if folder.is_dir() else ():
                if not (path / "scenario.yaml").is_file():
                    continue
                loaded = load(path)
                fault = "" if loaded.world is not None else f"{loaded.errors} ✗"
                found.append(Campaign(path.name, path, loaded.world, loaded.document, fault))
        return sorted(found, key=lambda c: (c.id != self.first, c.world is None, c.id))

    def saves(self) -> list[Entry]:
        """Return the saved games, newest first."""
        return listing()

    def newest(self) -> Path | None:
        """Return the save to go on with."""
        return newest()

    def begin(self, campaign: Campaign, seat: int, seed: int | None, level: str) -> Table:
        """Begin a game, journalled under a fresh name."""
        if campaign.world is None:
            raise SaveError(campaign.path, 0, campaign.fault, "")
        from secrets import randbelow

        drawn = randbelow(1_000_000) if seed is None else seed
        save = None
        if self.journal:
            names = {campaign.world.factions[seat].id: HUMAN}
            save = fresh_name(campaign.id, names, drawn)
        return Table.open(campaign.world, campaign.document, [seat], seed=drawn, level=level, save=save)

    def resume(self, path: Path) -> Table:
        """Go on with a save."""
        return Table.resume(find(str(path)))

    def watch(self, path: Path) -> Table:
        """Open a save to look at."""
        return Table.watch(find(str(path)))
