"""The southern border and the small missions: in every campaign of the war, undated, light, and nothing won by burning."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from lanc_game.engine.world import EventDef, World
from lanc_game.workshop.load import load

SCENARIOS = Path(__file__).parents[2] / "scenarios"
WRITTEN = yaml.safe_load((SCENARIOS / "albania-1942" / "events-borders.yaml").read_text(encoding="utf-8"))["events"]
CAMPAIGNS = ("albania-1942", "albania-1943", "albania-1944", "albania-full")
LEAST_MONTHS = 8
MOST_GAIN = {"arms": 100, "supplies": 100, "standing": 3}


@cache
def world(name: str) -> World:
    loaded = load(SCENARIOS / name)
    assert loaded.world is not None
    return loaded.world


def borders(name: str) -> list[EventDef]:
    return [event for event in world(name).events if event.id in WRITTEN]


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_they_are_in_every_campaign_of_the_war_and_have_no_date(name: str) -> None:
    found = borders(name)
    assert len(found) == len(WRITTEN)
    assert all(event.scheduled < 0 and 0 < event.chance < 500 for event in found)


def test_none_is_bound_to_a_month() -> None:
    assert all(event.last - event.first >= LEAST_MONTHS for event in borders("albania-full"))


def test_they_say_in_both_languages_what_is_design_and_where_the_rest_is_written() -> None:
    for event in borders("albania-1942"):
        assert event.source
        assert "design" in event.note.en
        assert "trillim" in event.note.sq


def test_lanc_is_asked_three_times_and_never_gains_by_burning() -> None:
    asked = [event for event in borders("albania-1942") if event.choosers]
    assert len(asked) == 3
    burning = WRITTEN["edes_konispol"]["options"]["answer_him"]["effects"]
    assert {"gain": "standing", "faction": "lnc", "by": -2} in burning
    assert any(effect.get("land") == "feuds" and effect["by"] > 0 for effect in burning)
    assert not any(effect.get("gain") in MOST_GAIN and effect["by"] > 0 for effect in burning)


def test_their_effects_are_light() -> None:
    lists = [event.get("effects", []) for event in WRITTEN.values()]
    lists += [option.get("effects", []) for event in WRITTEN.values() for option in event.get("options", {}).values()]
    for effects in lists:
        for effect in effects:
            assert abs(effect.get("by", 0)) <= MOST_GAIN.get(effect.get("gain"), 100)
            assert effect.get("men", 0) <= 200
