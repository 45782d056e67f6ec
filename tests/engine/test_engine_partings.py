"""What ends and what does not: treaties in a war, treaties of a side that is gone, strain, secrets, letters come too late."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kit import Cause, Figure, Level, Position, Relation, Status, calm, event, instrument, ruled, signable

from lanc_game.engine import facts, pacts
from lanc_game.engine.effects import ChangeFaction, Effect, EndTreaty, SetRelation
from lanc_game.engine.names import Manner
from lanc_game.engine.politics import ValueTerms
from lanc_game.engine.state import Letter
from lanc_game.engine.world import World

HILL, STAR, CROWN = 0, 1, 2
OATH = 1
APRIL = 1
RULES = calm().rules
SURE = ruled(calm(), strain_slope=1000)


def alone(world: World | None = None) -> Position:
    """Return an empty country in which the Hills and the Star are rivals and the Crown is at war with both."""
    return Position(world or calm(), APRIL)


def oath(position: Position) -> Position:
    """Let the Oath be in force, about which the Envoy has no say with anybody."""
    position.relate("hill", "star", Relation.ALLIED).regard("hill", 0).regard("star", 0)
    return position.bind("oath", "hill", "star", land="courts", command="own")


# --- in a war


@pytest.mark.parametrize("orders", [{}, {"hill": ["denounce oath star openly"]}])
def test_a_treaty_that_ends_in_a_war_leaves_the_two_at_war(orders: dict[str, list[str]]) -> None:
    after = oath(alone()).relate("hill", "star", Relation.WAR).month(orders)
    assert after.one(facts.TreatyEnded).manner == (Manner.OPENLY if orders else Manner.RUPTURE)
    assert after.relation("hill", "star") == after.relation("star", "hill") == Relation.WAR
    assert after.all(facts.RelationChanged) == []


@pytest.mark.parametrize("manner", [Manner.OPENLY, Manner.PRETEXT])
def test_an_event_that_ends_a_treaty_ends_no_war(manner: Manner) -> None:
    def after(*before: Effect) -> Relation:
        world = replace(calm(), events=(event(effects=[*before, EndTreaty(OATH, STAR, manner)]),))
        return oath(alone(world)).month().relation("hill", "star")

    assert after() == Relation.HOSTILE
    assert after(SetRelation(HILL, STAR, Relation.WAR)) == Relation.WAR


# --- of a side that is gone


def test_a_treaty_of_a_side_that_is_gone_does_nothing_more() -> None:
    rifles = ValueTerms(monthly=(ChangeFaction(Figure.ARMS, HILL, 7),))
    land = replace(calm().clauses[0], terms=(rifles, rifles, rifles))
    world = replace(calm(), clauses=(land, *calm().clauses[1:]))
    assert oath(alone(world)).month().moved(Figure.ARMS, Cause.EVENT, "hill") == 7
    after = oath(alone(world)).purse("star", status=Status.GONE).month()
    assert after.moved(Figure.ARMS, Cause.EVENT, "hill") == 0
    assert after.one(facts.TreatyEnded).manner == Manner.LAPSE


# --- strain


def test_strain_fades_between_any_two_who_are_not_at_war() -> None:
    assert (HILL, CROWN) not in calm().rivals
    for stand in (Relation.HOSTILE, Relation.TRUCE, Relation.ALLIED):
        after = alone().relate("hill", "crown", stand).strained("hill", "crown", 20).month()
        assert after.why_strain("hill", "crown") == {Cause.TIME: -RULES.strain_fades}


@pytest.mark.parametrize("other", ["star", "crown"])
def test_at_war_no_strain_fades(other: str) -> None:
    after = alone().relate("hill", other, Relation.WAR).strained("hill", other, 20).month()
    assert after.why_strain("hill", other) == {}


def test_a_secret_that_comes_out_keeps_nobody_from_falling_out() -> None:
    world = ruled(signable(SURE, instrument("talks", Level.CONTACT)), leak=1000)
    position = alone(world).relate("hill", "star", Relation.TRUCE).strained("hill", "star", 90)
    after = position.bind("talks", "hill", "star", public=False).month()
    assert after.one(facts.Leaked).instrument == position.instrument("talks")
    assert after.relation("hill", "star") == Relation.HOSTILE


def test_whom_a_torn_treaty_parts_take_one_step_a_month() -> None:
    position = oath(alone(ruled(SURE, strain_after=95))).strained("hill", "star", pacts.RUPTURE)
    after = position.month()
    assert after.one(facts.TreatyEnded).manner == Manner.RUPTURE
    assert after.strain("hill", "star") > RULES.strain_war
    assert after.relation("hill", "star") == Relation.HOSTILE
    assert after.then().month().relation("hill", "star") == Relation.WAR


# --- letters come too late


def answered(position: Position) -> Position:
    """Put the Star's letter about the Oath on the Hills' desk."""
    position.state.letters.append(Letter(OATH, STAR, HILL, ((1,), (1,)), APRIL - 1))
    return position


ACCEPT = "accept oath star land=courts command=own"


def test_a_letter_about_what_has_just_been_signed_is_not_delivered() -> None:
    again = "propose oath hill land=courts command=own"
    after = answered(alone()).month({"hill": [ACCEPT], "star": [again]})
    assert [t.instrument for t in after.state.treaties] == [OATH]
    assert after.state.letters == []
    assert after.all(facts.LetterSent) == []
    assert [x.sender for x in answered(alone()).month({"star": [again]}).state.letters] == [STAR]


def test_what_is_signed_cannot_be_accepted() -> None:
    assert answered(alone()).why("hill", ACCEPT) == ""
    assert answered(oath(alone())).why("hill", ACCEPT) == "already_signed"
