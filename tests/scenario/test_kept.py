"""A scenario that has been checked once is opened from what was kept of it, whole, and without being checked again."""

import json
from pathlib import Path

import pytest

from lanc_game.engine.codec import decode_world, encode
from lanc_game.engine.doctrine import Stance, Taboo
from lanc_game.workshop import library, load

SCENARIOS = Path(__file__).parents[2] / "scenarios"
PLAYABLE = ("albania-1942", "four-valleys", "two-banners")


@pytest.mark.parametrize("name", PLAYABLE)
def test_a_world_comes_back_whole(name: str) -> None:
    world = load.load(SCENARIOS / name).world
    assert world is not None
    again = decode_world(json.loads(json.dumps(encode(world))))
    assert again.factions == world.factions, "stances and taboos included"
    assert encode(again) == encode(world)
    for faction in again.factions:
        assert all(isinstance(stance, Stance) for stance in faction.doctrine.stances)
        assert all(isinstance(taboo, Taboo) for taboo in faction.doctrine.taboos)


@pytest.mark.parametrize("name", PLAYABLE)
def test_the_second_time_nothing_is_checked(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "_cache_folder", lambda: tmp_path)
    first = library.open_scenario(SCENARIOS / name)

    def refuse(path: Path) -> None:
        raise AssertionError(f"{path} is checked again")

    monkeypatch.setattr(load, "load", refuse)
    second = library.open_scenario(SCENARIOS / name)
    assert first.world is not None
    assert second.world is not None
    assert encode(second.world) == encode(first.world)
    assert second.document == first.document
