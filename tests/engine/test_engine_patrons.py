"""Patrons: what they count, what they send and when not, what asking costs, what they demand, and what they resent."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kit import SEEDS, Cause, Figure, Position, Status, banners, calm, event, ruled

from lanc_game.engine import facts
from lanc_game.engine.effects import ChangeRegard
from lanc_game.engine.patrons import appeal_brings
from lanc_game.engine.politics import Aid
from lanc_game.engine.world import World

HILL, STAR, CROWN = 0, 1, 2
ENVOY = 0
RULES = calm().rules
APRIL = 1
HILLS_ARMS, STARS_SUPPLIES = calm().patrons[ENVOY].aid


def aided(*aid: Aid, world: World | None = None) -> World:
    """Return a world in which the Envoy gives these things and no others."""
    world = world or calm()
    return replace(world, patrons=(replace(world.patrons[ENVOY], aid=aid),))


# --- audits


def test_a_patron_counts_deeds_while_they_are_fresh() -> None:
    fought = Position(calm(), APRIL).heat("plain", "hill", 400).heat("woods", "star", 400).month()
    assert fought.why_regard("hill") == {Cause.PULL: 1}
    assert fought.why_regard("star") == {}
    waited = Position(calm(), APRIL).month()
    assert waited.why_regard("hill") == {}
    assert waited.why_regard("star") == {Cause.PULL: -1}
    [pull] = [f for f in waited.all(facts.Changed) if f.figure == Figure.REGARD]
    assert calm().pulls[pull.about].text.en == "the Star waits"


def test_a_patron_does_not_count_those_who_have_left_the_war() -> None:
    assert Position(calm(), APRIL).purse("star", status=Status.GONE).month().why_regard("star") == {}


# --- aid


@pytest.mark.parametrize(
    ("regard", "came"), [(STARS_SUPPLIES.regard - 1, 0), (STARS_SUPPLIES.regard, STARS_SUPPLIES.by)]
)
def test_aid_comes_from_some_regard_on(regard: int, came: int) -> None:
    after = Position(calm(), APRIL).regard("star", regard).month()
    assert after.moved(Figure.SUPPLIES, Cause.AID, "star") == came
    told = [(f.actor, f.patron, f.arms, f.supplies, f.asked) for f in after.all(facts.AidCame)]
    assert told == ([(STAR, ENVOY, 0, came, False)] if came else [])


def test_aid_of_a_kind_adds_up() -> None:
    more = aided(STARS_SUPPLIES, Aid(STAR, Figure.SUPPLIES, 9, 60), Aid(STAR, Figure.STANDING, 2, 60))
    after = Position(more, APRIL).regard("star", 60).month()
    assert after.moved(Figure.SUPPLIES, Cause.AID, "star") == STARS_SUPPLIES.by + 9
    assert after.moved(Figure.STANDING, Cause.AID, "star") == 2
    assert after.one(facts.AidCame).supplies == STARS_SUPPLIES.by + 9


def test_without_access_nothing_comes_however_well_one_is_regarded() -> None:
    after = Position(calm(), APRIL).stock().regard("hill", 100).month()
    assert after.moved(Figure.ARMS, Cause.AID, "hill") == 0
    assert after.all(facts.AidCame) == [f for f in after.all(facts.AidCame) if f.actor == STAR]


def test_access_is_taken_stock_of_at_a_months_end_and_opens_the_next() -> None:
    position = Position(calm(), APRIL).men("hill", "plain", "band", 100).stock().regard("hill", 80)
    assert not position.view("hill").access[ENVOY]
    arrived = position.month({"hill": ["move plain woods"]})
    assert arrived.moved(Figure.ARMS, Cause.AID, "hill") == 0
    assert arrived.then().view("hill").access[ENVOY]
    left = arrived.then().month({"hill": ["move woods plain"]})
    assert left.moved(Figure.ARMS, Cause.AID, "hill") == HILLS_ARMS.by
    assert left.then().month().moved(Figure.ARMS, Cause.AID, "hill") == 0


def test_lent_cadres_are_counted_with_the_others_and_leave_with_the_regard() -> None:
    base = calm().factions[STAR].cadres_base
    position = Position(aided(Aid(STAR, Figure.CADRES, 2, 50)), APRIL).regard("star", 60).purse("star", cadres=base)
    after = position.month()
    assert after.moved(Figure.CADRES, Cause.COMMITTEES, "star") == 1
    grown = after.then().month().then().month()
    assert grown.state.cadres[STAR] == base + 2
    assert grown.all(facts.AidCame) == []  # people are lent, nothing is dropped
    assert grown.then().regard("star", 40).month().state.cadres[STAR] == base + 1


def test_a_side_that_is_not_in_the_war_gets_nothing() -> None:
    after = Position(calm(), APRIL).regard("star", 100).purse("star", status=Status.GONE).month()
    assert after.moved(Figure.SUPPLIES, Cause.AID, "star") == 0


def test_a_patron_has_no_dealings_with_whom_it_does_not_name() -> None:
    position = Position(calm(), APRIL)
    assert set(position.view("crown").regard) == set()
    assert position.state.regard[CROWN] == 0


# --- appeals


@pytest.mark.parametrize("regard", [RULES.appeal_least, 50, 77, 100])
def test_an_appeal_brings_the_more_the_better_the_regard_and_costs_some(regard: int) -> None:
    position = Position(aided(), APRIL).regard("star", regard)
    arms, supplies = RULES.appeal_arms * regard // 100, RULES.appeal_supplies * regard // 100
    assert appeal_brings(regard, RULES) == (arms, supplies)
    foretold = position.forecast("star", "appeal envoy").terms
    assert [(t.key, t.low) for t in foretold] == [
        ("arms", arms), ("supplies", supplies), ("regard", -RULES.appeal_regard)
    ]  # fmt: skip
    after = position.month({"star": ["appeal envoy"]})
    assert after.moved(Figure.ARMS, Cause.APPEALED, "star") == arms
    assert after.moved(Figure.SUPPLIES, Cause.APPEALED, "star") == supplies
    assert after.why_regard("star")[Cause.APPEALED] == -RULES.appeal_regard
    assert after.one(facts.AidCame) == (STAR, -1, -1, ENVOY, arms, supplies, True)


def test_an_appeal_is_turned_down_below_the_least_regard_and_still_costs() -> None:
    after = (
        Position(aided(), APRIL).regard("star", RULES.appeal_least - 1).month({"star": ["appeal envoy"]}, blind=True)
    )
    assert after.one(facts.Turned) == (STAR, -1, -1, ENVOY)
    assert after.all(facts.AidCame) == []
    assert after.why_regard("star")[Cause.APPEALED] == -RULES.appeal_regard


# --- demands


def demanding(months: int = 2) -> Position:
    """Return a position on whose first turn the Envoy asks something of the Hills."""
    wish = event("wish", [ChangeRegard(ENVOY, HILL, 8)], [HILL], patron=ENVOY, months=months)
    sulk = replace(wish.options[1], effects=(ChangeRegard(ENVOY, HILL, -6),))
    wish = replace(wish, options=(wish.options[0], sulk))
    return Position(replace(aided(), events=(wish,)), APRIL)


@pytest.mark.parametrize("months", [1, 2, 5])
def test_a_demand_waits_its_months_and_then_takes_its_default(months: int) -> None:
    after = demanding(months).month()
    assert after.one(facts.Offered).actor == HILL
    for _ in range(months - 1):
        after = after.then().month()
        assert after.all(facts.Decided) == []
        assert after.then().why("hill", "reply wish yes") == ""
    after = after.then().month()
    decided = after.one(facts.Decided)
    assert (decided.actor, decided.event, decided.option, decided.by_default) == (HILL, 0, 1, True)
    assert after.why_regard("hill")[Cause.EVENT] == -6
    assert after.state.offers == []


@pytest.mark.parametrize("late", [0, 1])
def test_a_demand_is_answered_by_a_reply_in_any_of_its_months(late: int) -> None:
    after = demanding().month()
    for _ in range(late):
        after = after.then().month()
    answered = after.then().month({"hill": ["reply wish yes"]})
    assert answered.one(facts.Decided) == (HILL, -1, -1, 0, 0, False)
    assert answered.why_regard("hill")[Cause.EVENT] == 8
    assert answered.state.offers == []
    assert answered.then().month().all(facts.Decided) == []


def test_a_demand_is_no_choice_and_a_choice_no_demand() -> None:
    position = demanding().month().then()
    assert position.why("hill", "decide wish yes") == "is_a_demand"
    choice = Position(replace(calm(), events=(event("wish", choosers=[HILL]),)), APRIL).month().then()
    assert choice.why("hill", "reply wish yes") == "not_a_demand"
    assert choice.why("hill", "decide wish yes") == ""


def test_the_demand_that_ships_comes_and_waits() -> None:
    world = ruled(banners(), hidden_hunger=0)
    index = next(i for i, e in enumerate(world.events) if e.patron == ENVOY)
    for seed in SEEDS:
        after = Position(world, APRIL).month(seed=seed)
        if after.state.fired[index] == APRIL:
            [offer] = [o for o in after.state.offers if o.event == index]
            assert offer.due == APRIL + world.events[index].months
            return
    raise AssertionError("no demand in fifty months")


# --- what they resent


def pact(position: Position, *, public: bool = True, **clauses: str) -> Position:
    return position.bind("oath", "hill", "star", public=public, **clauses)


def priced(land: int, command: int) -> Position:
    """Return a position in which the Envoy has these prices, in whole pulls, and everybody's full regard."""
    world = ruled(aided(), price_per_pull=2)
    prices = tuple(
        (price,) * len(row) for price, row in zip((land, command), calm().patrons[ENVOY].prices, strict=True)
    )
    world = replace(world, patrons=(replace(world.patrons[ENVOY], prices=prices, audits=()),), wings=())
    return Position(world, APRIL).regard("hill", 50).regard("star", 100)


def test_what_a_patron_resents_strains_the_treaty_by_its_regard() -> None:
    """A price of -12: three for whom it regards by half, six for whom it regards wholly; its regard falls for both."""
    after = pact(priced(-8, -4), land="courts", command="own").month()
    assert after.why_strain("hill", "star")[Cause.PATRON] == 3 + 6
    told = [f for f in after.all(facts.Changed) if f.cause == Cause.PATRON]
    assert [(f.other, f.delta, f.about) for f in told] == [(HILL, 3, ENVOY), (STAR, 6, ENVOY)]
    assert after.why_regard("hill") == after.why_regard("star") == {Cause.SIGNED: -6}


def test_what_a_patron_likes_is_remembered_and_strains_nothing() -> None:
    after = pact(priced(8, 4), land="courts", command="own").month()
    assert Cause.PATRON not in after.why_strain("hill", "star")
    assert after.why_regard("hill") == {Cause.SIGNED: 6}
    assert after.why_regard("star") == {Cause.SIGNED: 6, Cause.LIMIT: -6}


def test_prices_of_a_treatys_clauses_are_taken_together() -> None:
    after = pact(priced(-8, 8), land="courts", command="own").month()
    assert after.why_regard("hill") == {}
    assert Cause.PATRON not in after.why_strain("hill", "star")


def test_what_a_patron_is_not_told_it_does_not_resent() -> None:
    after = pact(priced(-8, -4), public=False, land="courts", command="own").month()
    assert after.why_regard("hill") == after.why_regard("star") == {}
    assert Cause.PATRON not in after.why_strain("hill", "star")


def test_a_price_too_small_for_a_pull_is_none_whether_for_or_against() -> None:
    world = ruled(aided(), price_per_pull=8)
    prices = ((-2, -2, -2), (0, 0, 0))
    world = replace(world, patrons=(replace(world.patrons[ENVOY], prices=prices, audits=()),), wings=())
    after = pact(Position(world, APRIL).regard("hill", 50), land="courts", command="own").month()
    assert after.why_regard("hill") == {}
    assert Cause.PATRON not in after.why_strain("hill", "star")
