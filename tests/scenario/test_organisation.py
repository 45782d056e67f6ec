"""The choices about councils and units say what they cost: nothing in them is free, and a commissar is paid for in breadth."""

from functools import cache
from pathlib import Path

import pytest

from lanc_game.engine import effects as e
from lanc_game.engine.names import Figure
from lanc_game.engine.opening import opening
from lanc_game.engine.world import EventDef, OptionDef, World
from lanc_game.workshop.load import load

CAMPAIGN = Path(__file__).parents[2] / "scenarios" / "albania-1942"
COMMAND = ("command_of_four", "committee_over_the_bands", "captains_of_battalions")
BREADTH = ("peza", "kupi", "baba_faja", "councils")
TOWARDS = {Figure.LOYALTY: 1, Figure.GRIEVANCE: -1}


@cache
def campaign() -> World:
    loaded = load(CAMPAIGN)
    assert loaded.world is not None
    return loaded.world


def event(name: str) -> EventDef:
    return next(event for event in campaign().events if event.id == name)


def leaning(option: OptionDef, wings: tuple[str, ...]) -> int:
    """By how much an answer binds these wings: loyalty less grievance."""
    ids = {index for index, wing in enumerate(campaign().wings) if wing.id in wings}
    changes = [effect for effect in option.effects if isinstance(effect, e.ChangeWing) and effect.wing in ids]
    return sum(TOWARDS[change.figure] * change.by for change in changes)


def control(option: OptionDef) -> int:
    return sum(effect.by for effect in option.effects if isinstance(effect, e.ChangeMeter))


def men(option: OptionDef) -> int:
    """The way in which an answer moves men: 1 if they come, -1 if they go home, 0 if neither."""
    come = any(isinstance(effect, e.Arrive) for effect in option.effects)
    go = any(isinstance(effect, e.Depart) for effect in option.effects)
    return come - go


@pytest.mark.parametrize("name", COMMAND)
def test_obedience_and_breadth_move_against_each_other(name: str) -> None:
    for option in event(name).options:
        obeyed = control(option)
        broad = leaning(option, BREADTH)
        assert obeyed * broad < 0, f"{name}={option.id}: control {obeyed}, breadth {broad}"


@pytest.mark.parametrize("name", COMMAND)
def test_the_party_never_likes_what_loosens_its_hold(name: str) -> None:
    for option in event(name).options:
        assert leaning(option, ("party",)) * control(option) >= 0, f"{name}={option.id}"


@pytest.mark.parametrize("name", ["command_of_four", "captains_of_battalions"])
def test_a_commissar_everywhere_sends_men_home_and_a_free_hand_brings_some(name: str) -> None:
    options = sorted(event(name).options, key=control)
    assert men(options[0]) == 1
    assert men(options[-1]) == -1


def test_village_units_are_a_shield_or_a_reserve_but_not_both() -> None:
    options = {option.id: option for option in event("shield_or_reserve").options}
    villages = {name: leaning(option, ("councils",)) for name, option in options.items()}
    assert villages["one_in_three"] < villages["the_young"] < 0 < villages["they_stay"]
    for name in ("the_young", "one_in_three"):
        assert any(isinstance(effect, e.Arrive) for effect in options[name].effects)
        assert any(isinstance(effect, e.Depart) for effect in options[name].effects)


@pytest.mark.parametrize("name", ["those_who_came_down", "tirana_lists"])
def test_executions_cost_standing_and_bring_feuds(name: str) -> None:
    lists = next(option for option in event(name).options if option.id == "lists")
    figures = {
        effect.figure: effect.by for effect in lists.effects if isinstance(effect, e.ChangeFaction | e.ChangeRegions)
    }
    assert figures[Figure.STANDING] < 0
    assert figures[Figure.FEUDS] > 0
    assert leaning(lists, ("peza",)) < 0
    assert leaning(lists, ("councils",)) < 0


@pytest.mark.parametrize("name", ["claim_of_blood", "reports_of_executions", "empty_chair"])
def test_nobody_pays_for_executions_that_never_were(name: str) -> None:
    """A new campaign has shot nobody, so none of the consequences can stand before it."""
    world = campaign()
    assert not event(name).when.holds(world, opening(world))
