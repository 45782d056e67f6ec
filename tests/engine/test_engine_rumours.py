"""Rumours: what is said and to whom, how far it can be relied on, what finding out tells, and how talk dies."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kit import SEEDS, Level, Position, Status, calm, instrument, ruled, signable

from lanc_game.engine import facts
from lanc_game.engine.names import FactionKind, Talk
from lanc_game.engine.rumours import ODDS_FALSE, ODDS_SPREAD, ODDS_TRUE, WAVERS
from lanc_game.engine.state import Letter, Rumour
from lanc_game.engine.world import World

HILL, STAR, CROWN = 0, 1, 2
SHEPHERDS, TEACHERS = 0, 1
APRIL = 1
TRUE_TALK = ruled(calm(), rumour_chance=1000)
GOSSIP = ruled(calm(), rumour_false=1000)


def talkers(world: World) -> World:
    """Return a world in which the Crown too lives by talk."""
    *others, crown = world.factions
    return replace(world, factions=(*others, replace(crown, kind=FactionKind.MOVEMENT)))


def content(world: World) -> Position:
    """Return a position in which no wing is talked about."""
    return Position(world, APRIL).mood("shepherds", loyalty=60, grievance=0).mood("teachers", loyalty=60, grievance=0)


def rumour(
    hearer: int = STAR, *, true: bool = True, heard: int = APRIL, odds: int = 60, verified: bool = False
) -> Rumour:
    return Rumour(hearer, Talk.WAVERER, HILL, SHEPHERDS, odds, true, heard, verified)


# --- what is said


def test_where_there_is_nothing_to_say_nothing_is_said() -> None:
    assert content(TRUE_TALK).month().all(facts.RumourHeard) == []


def test_a_wing_that_wavers_is_talked_about_by_others() -> None:
    after = content(TRUE_TALK).mood("shepherds", loyalty=30, grievance=30 - WAVERS + 2).month()
    heard = after.one(facts.RumourHeard)
    assert (heard.actor, heard.kind, heard.a, heard.b) == (STAR, Talk.WAVERER, HILL, SHEPHERDS)
    [kept] = after.state.rumours
    assert kept == Rumour(STAR, Talk.WAVERER, HILL, SHEPHERDS, heard.odds, True, APRIL, verified=False)


def test_a_wing_that_holds_is_not() -> None:
    after = content(TRUE_TALK).mood("teachers", loyalty=30, grievance=30 - WAVERS).month()
    assert after.all(facts.RumourHeard) == []


def test_an_offensive_is_whispered_of_in_the_month_in_which_it_is_committed() -> None:
    now = content(TRUE_TALK).operation("crown", "woods", ago=0).month()
    assert {(f.actor, f.kind, f.a) for f in now.all(facts.RumourHeard)} == {
        (HILL, Talk.OFFENSIVE, CROWN),
        (STAR, Talk.OFFENSIVE, CROWN),
    }
    assert content(TRUE_TALK).operation("crown", "woods", ago=1).month().all(facts.RumourHeard) == []


@pytest.mark.parametrize("pair", [(HILL, STAR), (STAR, HILL)])
def test_letters_are_talked_about_by_those_whom_they_do_not_concern(pair: tuple[int, int]) -> None:
    position = content(talkers(TRUE_TALK))
    position.state.letters.append(Letter(0, *pair, (), APRIL))
    heard = position.month().one(facts.RumourHeard)
    assert (heard.actor, heard.kind, heard.a, heard.b) == (CROWN, Talk.LETTERS, HILL, STAR)


def test_a_secret_treaty_is_talked_about_while_it_is_one() -> None:
    world = signable(talkers(TRUE_TALK), instrument("talks", Level.CONTACT))
    secret = content(world).bind("talks", "hill", "star", public=False).month()
    assert [(f.actor, f.kind) for f in secret.all(facts.RumourHeard)] == [(CROWN, Talk.SECRET)]
    assert content(world).bind("talks", "hill", "star").month().all(facts.RumourHeard) == []


def test_only_movements_in_the_war_live_by_talk() -> None:
    wavering = content(TRUE_TALK).mood("shepherds", loyalty=0)
    assert wavering.purse("star", status=Status.GONE).month().all(facts.RumourHeard) == []
    assert {f.actor for f in content(GOSSIP).month().all(facts.RumourHeard)} == {HILL, STAR}


def test_gossip_needs_two_others_to_be_about() -> None:
    after = content(GOSSIP).purse("crown", status=Status.GONE).month()
    assert after.all(facts.RumourHeard) == []


def test_gossip_is_about_letters_and_may_be_true_by_chance() -> None:
    quiet = content(GOSSIP).month()
    assert {(r.hearer, r.kind, r.a, r.b, r.true) for r in quiet.state.rumours} == {
        (HILL, Talk.LETTERS, STAR, CROWN, False),
        (STAR, Talk.LETTERS, HILL, CROWN, False),
    }
    position = content(GOSSIP)
    position.state.letters.append(Letter(0, CROWN, STAR, (), APRIL))
    assert {r.hearer: r.true for r in position.month().state.rumours} == {HILL: True, STAR: False}


def test_nobody_is_told_the_same_twice() -> None:
    after = content(TRUE_TALK).mood("shepherds", loyalty=0).month()
    assert len(after.state.rumours) == 1
    assert after.then().month().all(facts.RumourHeard) == []


# --- how far it can be relied on


def test_the_reliability_of_the_true_is_higher_but_not_always() -> None:
    def odds(world: World) -> set[int]:
        found = set()
        for seed in SEEDS:
            after = content(world).mood("shepherds", loyalty=0 if world is TRUE_TALK else 60).month(seed=seed)
            found |= {r.odds for r in after.state.rumours if r.hearer == STAR}
        return found

    true, untrue = odds(TRUE_TALK), odds(GOSSIP)
    assert ODDS_TRUE <= min(true) < max(true) < ODDS_TRUE + ODDS_SPREAD <= 100
    assert ODDS_FALSE <= min(untrue) < max(untrue) < ODDS_FALSE + ODDS_SPREAD
    assert max(untrue) > min(true)


def test_a_view_hides_whether_talk_is_true_until_it_is_verified() -> None:
    for verified in (False, True):
        position = Position(calm(), APRIL)
        position.state.rumours = [rumour(true=True, verified=verified), rumour(HILL)]
        assert position.view("star").rumours == [rumour(true=verified, verified=verified)]
        assert [r.hearer for r in position.view("hill").rumours] == [HILL]
        assert position.view("crown").rumours == []


@pytest.mark.parametrize("true", [True, False])
def test_finding_out_tells_the_truth(true: bool) -> None:
    position = Position(calm(), APRIL)
    position.state.rumours = [rumour(HILL), rumour(true=True, verified=True), rumour(true=true, odds=70)]
    assert [(t.key, t.low) for t in position.forecast("star", "verify 2").terms] == [("reliability", 70)]
    after = position.month({"star": ["verify 2"]})
    assert after.one(facts.RumourVerified) == (STAR, -1, -1, Talk.WAVERER, HILL, SHEPHERDS, true)
    assert after.state.rumours[2] == rumour(true=true, odds=100 if true else 0, verified=True)
    assert after.state.rumours[:2] == position.state.rumours[:2]
    assert after.then().why("star", "verify 2") == "verified_already"


def test_there_is_nothing_to_find_out_about_what_nobody_said() -> None:
    after = Position(calm(), APRIL).month({"star": ["verify 1"]}, blind=True)
    assert after.all(facts.RumourVerified) == []


def test_talk_dies_after_some_months() -> None:
    kept = calm().rules.rumours_kept
    for age in range(kept + 2):
        position = Position(calm(), APRIL + kept + 1)
        position.state.rumours = [rumour(heard=position.state.turn - age)]
        assert len(position.month().state.rumours) == (age < kept)
