"""Strain: what pulls at treaties and at rivals without one, what blanks cost, how pairs fall out, what is kept secret."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from kit import (
    SEEDS,
    After,
    Cause,
    Figure,
    Level,
    Position,
    Relation,
    Status,
    calm,
    event,
    instrument,
    ruled,
    signable,
    winged,
)

from lanc_game.engine import facts, pacts
from lanc_game.engine.effects import ChangeFaction, ChangeStrain, EndTreaty, SetRelation
from lanc_game.engine.names import Manner
from lanc_game.engine.politics import ValueTerms
from lanc_game.engine.state import Letter
from lanc_game.engine.treaties import best_answer, combinations, consider, is_secret, total, turning_clause
from lanc_game.engine.world import NOBODY, World

HILL, STAR, CROWN = 0, 1, 2
LAND, COMMAND = 0, 1
APRIL = 1
RULES = calm().rules
SURE = ruled(calm(), strain_slope=1000)


def alone(world: World | None = None) -> Position:
    """Return an empty country in which the Hills and the Star are rivals and the Crown is at war with both."""
    return Position(world or calm(), APRIL)


def oath(position: Position, *, public: bool = True, land: str = "courts", command: str = "own") -> Position:
    """Let the Oath be in force, about which the Envoy has no say with anybody."""
    position.relate("hill", "star", Relation.ALLIED).regard("hill", 0).regard("star", 0)
    return position.bind("oath", "hill", "star", public=public, land=land, command=command)


def because(after: After) -> dict[Cause, int]:
    return after.why_strain("hill", "star")


# --- rivals without a treaty


def test_who_could_bind_themselves_to_each_other_are_rivals() -> None:
    assert calm().rivals == ((HILL, STAR),)
    assert replace(calm(), frictions=()).rivals == ((HILL, STAR),)  # by the pact
    truces = tuple(i for i in calm().instruments if i.level is Level.TRUCE)
    assert replace(calm(), instruments=truces).rivals == ((HILL, STAR),)  # by the friction
    assert replace(calm(), instruments=truces, frictions=()).rivals == ()
    assert (HILL, CROWN) in signable(calm(), instrument("staff", Level.COMMAND, (HILL, CROWN))).rivals


def test_a_friction_strains_without_a_treaty_and_is_remembered() -> None:
    after = alone().council("woods", "hill", 1).men("hill", "woods", "cell", 1).month()
    assert because(after)[Cause.PULL] == calm().pulls[calm().frictions[0].pull].by == 2
    assert after.state.guilt[HILL * 3 + STAR] == 1
    assert after.state.guilt[STAR * 3 + HILL] == 0
    [pull] = [f for f in after.all(facts.Changed) if f.cause == Cause.PULL and f.figure == Figure.STRAIN]
    assert calm().pulls[pull.about].text.en == "a council of the Hills in the Star's woods"


def test_where_nothing_pulls_strain_fades_and_where_there_is_none_it_stays_none() -> None:
    assert because(alone().strained("hill", "star", 20).month()) == {Cause.TIME: -RULES.strain_fades}
    assert because(alone().month()) == {}
    pulled = alone().strained("hill", "star", 20).council("woods", "hill", 1).men("hill", "woods", "cell", 1).month()
    assert Cause.TIME not in because(pulled)


def test_those_who_are_at_war_rub_no_more() -> None:
    position = alone().relate("hill", "star", Relation.WAR).strained("hill", "star", 20).council("woods", "hill", 1)
    assert because(position.month()) == {}


def test_a_deed_alone_under_the_others_council_is_an_incident_and_a_wrong() -> None:
    position = alone().council("plain", "star", 1).council("mountain", "star", 2).council("woods", "hill", 1)
    position.heat("plain", "hill", 200).heat("mountain", "hill", 200).heat("woods", "star", 200).heat(
        "harbour", "hill", 200
    )
    after = position.month()
    assert because(after)[Cause.INCIDENT] == 3 * RULES.strain_incident
    assert after.state.guilt[HILL * 3 + STAR] == 2 + 1  # and the council in the woods, which is a friction
    assert after.state.guilt[STAR * 3 + HILL] == 1


def test_a_deed_of_both_is_no_incident() -> None:
    position = alone().council("plain", "star", 1).heat("plain", "hill", 200).heat("plain", "star", 200)
    after = position.strained("hill", "star", 20).month()
    assert Cause.INCIDENT not in because(after)
    assert because(after)[Cause.JOINT_SUCCESS] == -RULES.strain_joint


@pytest.mark.parametrize(("men", "strains"), [(150, False), (151, True)])
def test_one_with_half_as_many_men_again_is_a_rival_the_more(men: int, strains: bool) -> None:
    after = alone().men("hill", "mountain", "village", 100).men("star", "woods", "village", men).month()
    assert (because(after).get(Cause.RIVALRY, 0) == RULES.strain_rivalry) == strains


def test_without_a_common_enemy_the_end_is_near() -> None:
    for relation, near in ((Relation.WAR, False), (Relation.HOSTILE, False), (Relation.TRUCE, True)):
        assert (Cause.END_NEAR in because(alone().relate("star", "crown", relation).month())) == near
    assert because(alone().purse("crown", status=Status.GONE).month())[Cause.END_NEAR] == RULES.strain_end


def test_a_third_movement_is_no_common_enemy() -> None:
    """Only an occupier holds rivals together."""
    crown = replace(calm().factions[CROWN], kind=calm().factions[HILL].kind)
    world = replace(calm(), factions=(*calm().factions[:CROWN], crown))
    assert Cause.END_NEAR in because(alone(world).month())


# --- falling out


@pytest.mark.parametrize(
    ("stand", "need", "then"),
    [
        (Relation.TRUCE, RULES.strain_hostile, Relation.HOSTILE),
        (Relation.ALLIED, RULES.strain_hostile, Relation.HOSTILE),
        (Relation.HOSTILE, RULES.strain_war, Relation.WAR),
    ],
)
def test_rivals_fall_out_by_a_step_beyond_a_strain(stand: Relation, need: int, then: Relation) -> None:
    def after(strain: int) -> After:
        return alone(SURE).relate("hill", "star", stand).strained("hill", "star", strain).month()

    assert after(need + RULES.strain_fades).relation("hill", "star") == stand
    beyond = after(need + RULES.strain_fades + 1)
    assert beyond.relation("hill", "star") == beyond.relation("star", "hill") == then
    assert beyond.one(facts.RelationChanged) == (HILL, STAR, -1, then, stand)
    assert beyond.strain("hill", "star") == need + 1  # falling out eases nothing


def test_from_a_truce_to_war_in_two_months() -> None:
    after = alone(SURE).relate("hill", "star", Relation.TRUCE).strained("hill", "star", 90).month()
    assert after.relation("hill", "star") == Relation.HOSTILE
    after = after.then().month()
    assert after.relation("hill", "star") == Relation.WAR
    assert because(after.then().month()) == {}


def test_each_point_beyond_adds_to_the_chance() -> None:
    def fell_out(strain: int) -> int:
        world = ruled(calm(), strain_slope=12)
        start = alone(world).strained("hill", "star", strain)
        return sum(start.month(seed=seed).relation("hill", "star") == Relation.WAR for seed in SEEDS)

    assert fell_out(RULES.strain_war + 1) == 0
    assert 0 < fell_out(RULES.strain_war + 15) < fell_out(95) < len(SEEDS)


@pytest.mark.parametrize("level", [Level.TRUCE, Level.PACT, Level.COMMAND])
def test_whom_a_treaty_binds_do_not_fall_out_beside_it(level: Level) -> None:
    world = ruled(signable(SURE, instrument("bond", level)), strain_tears=99)
    position = alone(world).relate("hill", "star", Relation.TRUCE).strained("hill", "star", 95)
    assert position.bind("bond", "hill", "star").month().relation("hill", "star") == Relation.TRUCE


@pytest.mark.parametrize("level", [Level.CONTACT, Level.LOCAL, Level.JOINT])
def test_talks_and_what_is_about_one_region_hold_nobody_together(level: Level) -> None:
    position = alone(signable(SURE, instrument("bond", level))).relate("hill", "star", Relation.TRUCE)
    after = position.strained("hill", "star", 95).bind("bond", "hill", "star", "plain").month()
    assert after.relation("hill", "star") == Relation.HOSTILE
    assert [t.instrument for t in after.state.treaties] == [position.instrument("bond")]  # nor are they torn


def test_talks_ease_strain() -> None:
    position = alone(signable(calm(), instrument("talks", Level.CONTACT))).strained("hill", "star", 20)
    assert because(position.bind("talks", "hill", "star").month()) == {
        Cause.TIME: -RULES.strain_contact - RULES.strain_fades
    }


def test_a_letter_refused_strains_and_one_that_is_countered_does_not() -> None:
    position = alone()
    position.state.letters.append(Letter(position.instrument("oath"), STAR, HILL, ((0,), (1,)), 0))
    refused = position.month({"hill": ["refuse oath star"]})
    assert because(refused)[Cause.REFUSED] == RULES.strain_refused
    assert refused.one(facts.LetterRefused) == (HILL, STAR, -1, position.instrument("oath"))
    countered = position.month({"hill": ["counter oath star land=courts command=own"]})
    assert Cause.REFUSED not in because(countered)
    assert countered.one(facts.LetterSent).counter
    assert countered.all(facts.LetterRefused) == []
    ignored = position.month()
    assert because(ignored) == {}


# --- clauses in force


def termed(clause: int, value: int, terms: ValueTerms) -> World:
    """Return a world in which a clause settled so does something."""
    definition = calm().clauses[clause]
    values = tuple(terms if place == value else ValueTerms() for place in range(len(definition.terms)))
    clauses = list(calm().clauses)
    clauses[clause] = replace(definition, terms=values)
    return replace(calm(), clauses=tuple(clauses))


def test_a_clause_in_force_has_its_effects_every_month_under_the_treatys_name() -> None:
    world = termed(LAND, 1, ValueTerms(monthly=(ChangeFaction(Figure.ARMS, STAR, 7),)))
    after = oath(alone(world)).month()
    assert after.moved(Figure.ARMS, Cause.EVENT, "star") == 7
    [fact] = [f for f in after.all(facts.Changed) if f.cause == Cause.EVENT]
    assert world.sources[fact.event].en == "the Oath of the Mill"
    assert oath(alone(world), land="divided").month().moved(Figure.ARMS, Cause.EVENT, "star") == 0


@pytest.mark.parametrize(
    ("status", "war"),
    [(Status.UNBORN, False), (Status.OFF_MAP, False), (Status.ACTIVE, True), (Status.UNDERGROUND, True)],
)
def test_a_clause_makes_no_war_with_a_side_that_is_not_there_yet(status: Status, war: bool) -> None:
    world = termed(LAND, 1, ValueTerms(monthly=(SetRelation(STAR, CROWN, Relation.WAR),)))
    position = oath(alone(world)).relate("star", "crown", Relation.HOSTILE).purse("crown", status=status)
    after = position.month()
    assert (after.state.relation[STAR * 3 + CROWN] == Relation.WAR) is war
    assert bool(after.all(facts.RelationChanged)) is war


def test_a_clause_in_force_strains_while_its_cause_holds() -> None:
    joint = oath(alone(), command="joint")
    assert Cause.PULL not in because(joint.month())
    after = joint.council("woods", "hill", 1).men("hill", "woods", "cell", 1).month()
    assert because(after)[Cause.PULL] == 2 + 2  # as partners and as rivals
    assert after.state.guilt[HILL * 3 + STAR] == 2


def test_a_blank_clause_strains_by_the_month() -> None:
    assert because(oath(alone(), land="blank").month())[Cause.BLANK_CLAUSE] == RULES.strain_blank
    assert Cause.BLANK_CLAUSE not in because(oath(alone()).month())


def test_a_blank_clause_is_a_cause_and_lets_nothing_fade() -> None:
    assert Cause.TIME not in because(oath(alone(), land="blank").month())


def test_a_blank_clause_falls_due_at_one_and_a_half_once_no_common_enemy_is_left() -> None:
    price = max(abs(price) for side in (HILL, STAR) for price in calm().prices[side][LAND])
    due = price * 3 // 2 // RULES.price_per_pull
    assert due > 0
    assert Cause.CLAUSE_DUE not in because(oath(alone(), land="blank").month())
    after = oath(alone(), land="blank").purse("crown", status=Status.GONE).month()
    assert because(after)[Cause.CLAUSE_DUE] == due
    assert because(after)[Cause.BLANK_CLAUSE] == RULES.strain_blank
    assert {f.about for f in after.all(facts.Changed) if f.cause in (Cause.CLAUSE_DUE, Cause.BLANK_CLAUSE)} == {LAND}
    assert Cause.CLAUSE_DUE not in because(oath(alone()).purse("crown", status=Status.GONE).month())


# --- how close, and how it ends


@pytest.mark.parametrize(
    ("level", "relation"),
    [
        (Level.CONTACT, Relation.HOSTILE), (Level.LOCAL, Relation.HOSTILE), (Level.JOINT, Relation.HOSTILE),
        (Level.TRUCE, Relation.TRUCE), (Level.PACT, Relation.ALLIED), (Level.COMMAND, Relation.ALLIED),
    ],
)  # fmt: skip
def test_a_treaty_brings_two_sides_as_close_as_its_level_says(level: Level, relation: Relation) -> None:
    position = alone(signable(calm(), instrument("bond", level)))
    bond, where = position.instrument("bond"), 0 if level in (Level.LOCAL, Level.JOINT) else NOBODY
    position.state.letters.append(Letter(bond, STAR, HILL, (), 0, where))
    after = position.month({"hill": ["accept bond star"]})
    assert after.relation("hill", "star") == relation
    assert after.state.signed_at[bond] == APRIL


@pytest.mark.parametrize(("land", "relation"), [("courts", Relation.ALLIED), ("blank", Relation.TRUCE)])
def test_a_pact_with_a_clause_left_blank_goes_no_further_than_a_truce(land: str, relation: Relation) -> None:
    position = alone()
    position.state.letters.append(Letter(position.instrument("oath"), STAR, HILL, ((1, 2), (1,)), 0))
    after = position.month({"hill": [f"accept oath star land={land} command=own"]})
    assert after.relation("hill", "star") == relation
    assert after.one(facts.TreatySigned).values == ((1, 1) if land == "courts" else (2, 1))


def test_a_truce_signed_under_a_pact_loosens_nothing() -> None:
    position = oath(alone())
    position.state.letters.append(Letter(position.instrument("truce"), STAR, HILL, (), 0))
    assert position.month({"hill": ["accept truce star"]}).relation("hill", "star") == Relation.ALLIED


def test_when_the_pact_ends_the_truce_under_it_is_what_is_left() -> None:
    position = oath(alone()).bind("truce", "hill", "star")
    assert position.month({"hill": ["denounce oath star openly"]}).relation("hill", "star") == Relation.TRUCE


def test_a_treaty_among_those_who_have_come_to_war_is_torn() -> None:
    after = oath(alone()).relate("hill", "star", Relation.WAR).month()
    assert after.one(facts.TreatyEnded).manner == Manner.RUPTURE
    assert after.strain("hill", "star") == RULES.strain_after


def test_no_treaty_ends_a_war_by_running_out() -> None:
    position = alone().bind("truce", "hill", "star").relate("hill", "star", Relation.WAR)
    position.state.treaties = [t._replace(signed=APRIL - 3) for t in position.state.treaties]
    assert position.month().relation("hill", "star") != Relation.TRUCE


def test_a_treaty_whose_party_has_left_the_war_lapses() -> None:
    after = oath(alone()).purse("star", status=Status.GONE).month()
    assert after.one(facts.TreatyEnded).manner == Manner.LAPSE
    assert after.moved(Figure.STIGMA, Cause.BROKEN_WORD) == 0


@pytest.mark.parametrize(("ours", "theirs"), [(3, 1), (0, 4), (1, 1), (0, 0)])
def test_where_a_treaty_tears_guilt_divides_the_blame(ours: int, theirs: int) -> None:
    position = oath(alone()).relate("hill", "star", Relation.WAR)
    position.state.guilt[HILL * 3 + STAR], position.state.guilt[STAR * 3 + HILL] = ours, theirs
    after = position.month()
    for side, guilt in (("hill", ours), ("star", theirs)):
        blame = RULES.stigma_openly * guilt // max(1, ours + theirs)
        assert after.moved(Figure.STIGMA, Cause.BROKEN_WORD, side) == blame


def test_a_treaty_tears_by_the_points_beyond_a_strain_and_surely_at_the_most() -> None:
    def torn(strain: int) -> int:
        position = oath(alone(ruled(calm(), strain_slope=12))).council("woods", "hill", 1)
        position.men("hill", "woods", "cell", 1).men("star", "woods", "cell", 1)
        position.strained("hill", "star", strain - 2)  # the friction brings it there
        return sum(bool(position.month(seed=seed).all(facts.TreatyEnded)) for seed in SEEDS)

    assert torn(RULES.strain_tears) == 0
    assert 0 < torn(RULES.strain_tears + 15) < torn(pacts.RUPTURE - 2) < torn(pacts.RUPTURE) == len(SEEDS)


def test_what_is_left_of_strain_depends_on_how_it_ended() -> None:
    def left(lines: Sequence[str], strain: int = 20) -> int:
        return oath(alone()).strained("hill", "star", strain).month({"hill": list(lines)}).strain("hill", "star")

    assert left(["denounce oath star openly"]) == RULES.strain_after - RULES.strain_fades
    assert left(["denounce oath star ambush"]) == RULES.strain_after  # at war nothing rubs and nothing fades
    assert left([]) == 20 - RULES.strain_fades


def test_effects_of_signing_and_of_ending_are_told_under_the_treatys_name() -> None:
    bond = instrument(
        "bond", Level.TRUCE, signed=(ChangeFaction(Figure.ARMS, HILL, 3),), ended=(ChangeFaction(Figure.ARMS, STAR, 5),)
    )
    position = alone(signable(calm(), bond))
    position.state.letters.append(Letter(position.instrument("bond"), STAR, HILL, (), 0))
    signed = position.month({"hill": ["accept bond star"]})
    assert signed.moved(Figure.ARMS, Cause.EVENT, "hill") == 3
    ended = signed.then().month({"star": ["denounce bond hill openly"]})
    assert ended.moved(Figure.ARMS, Cause.EVENT, "star") == 5
    told = [f.event for after in (signed, ended) for f in after.all(facts.Changed) if f.cause == Cause.EVENT]
    assert {position.world.sources[number].en for number in told} == {"bond"}
    assert ended.state.ended_at[position.instrument("bond")] == APRIL + 1


def test_an_event_can_strain_and_can_end_a_treaty() -> None:
    strained = replace(calm(), events=(event(effects=[ChangeStrain(STAR, HILL, 9)]),))
    assert because(alone(strained).month())[Cause.EVENT] == 9
    ends = replace(calm(), events=(event(effects=[EndTreaty(1, STAR, Manner.PRETEXT)]),))
    after = oath(alone(ends)).month()
    assert after.one(facts.TreatyEnded)[:5] == (STAR, HILL, -1, 1, Manner.PRETEXT)
    assert after.moved(Figure.STIGMA, Cause.BROKEN_WORD, "star") == RULES.stigma_pretext
    assert alone(ends).month().all(facts.TreatyEnded) == []


# --- secret treaties


HUSHED = termed(LAND, 0, ValueTerms(secret=True))


def hushed(leak: int = 0, **clauses: str) -> Position:
    return oath(alone(ruled(HUSHED, leak=leak)), public=False, land="divided", **clauses)


def test_a_treaty_with_a_secret_value_is_secret() -> None:
    def sign(land: str) -> After:
        position = alone(HUSHED)
        position.state.letters.append(Letter(position.instrument("oath"), STAR, HILL, ((0, 1), (1,)), 0))
        return position.month({"hill": [f"accept oath star land={land} command=own"]})

    assert [t.public for t in sign("divided").state.treaties] == [False]
    assert not sign("divided").one(facts.TreatySigned).public
    assert [t.public for t in sign("courts").state.treaties] == [True]
    assert is_secret(alone(HUSHED).view("hill"), 1, (0, 1))
    assert not is_secret(alone(HUSHED).view("hill"), 1, (1, 1))


def test_others_do_not_see_it_until_it_leaks() -> None:
    position = hushed()
    for side, seen in (("hill", 1), ("star", 1), ("crown", 0)):
        assert len(position.view(side).treaties) == seen
    kept = position.month()
    assert kept.all(facts.Leaked) == []
    assert kept.then().view("crown").treaties == []
    out = hushed(leak=1000).month()
    assert out.one(facts.Leaked) == (HILL, STAR, -1, 1)
    assert len(out.then().view("crown").treaties) == 1
    assert out.then().month().all(facts.Leaked) == []


def test_it_comes_out_by_chance_month_by_month() -> None:
    leaked = sum(bool(hushed(leak=180).month(seed=seed).all(facts.Leaked)) for seed in SEEDS)
    assert 0 < leaked < len(SEEDS) // 2


def test_the_end_of_what_nobody_knew_of_is_told_as_secret() -> None:
    assert not hushed().month({"hill": ["denounce oath star openly"]}).one(facts.TreatyEnded).public
    assert oath(alone()).month({"hill": ["denounce oath star openly"]}).one(facts.TreatyEnded).public


def test_a_patron_counts_for_less_in_a_secret_answer() -> None:
    position = alone(ruled(HUSHED)).regard("hill", 100)
    [term] = [
        t
        for t in consider(position.view("hill"), HILL, STAR, 1, (0, 0))
        if t.key == "patron_terms" and t.clause == LAND
    ]
    [open_] = [
        t for t in consider(alone().regard("hill", 100).view("hill"), HILL, STAR, 1, (0, 0))
        if t.key == "patron_terms" and t.clause == LAND
    ]  # fmt: skip
    assert open_.amount < term.amount < 0


# --- answers


def letter(*wishes: tuple[int, ...], sender: int = STAR, receiver: int = HILL) -> Letter:
    return Letter(1, sender, receiver, wishes, APRIL - 1)


@pytest.mark.parametrize("judge", [HILL, STAR])
def test_every_reading_of_a_letter_is_weighed_alike_by_the_sum_and_by_its_parts(judge: int) -> None:
    view = alone().view(calm().factions[judge].id)
    offer = letter((0, 1, 2), (0, 1), sender=1 - judge, receiver=judge)
    sums = {values: total(consider(view, judge, 1 - judge, 1, values)) for values in combinations(offer.wishes)}
    assert len(sums) == 6
    values, terms = best_answer(view, offer)
    first = next((v for v in combinations(offer.wishes) if sums[v] >= 0), None)
    assert values == first
    assert total(terms) == (sums[first] if first else max(sums.values()))


def test_a_counter_offer_changes_the_one_clause_that_asks_least() -> None:
    """Of all values that turn the answer, the one that leaves the smallest sum."""
    position = alone().regard("hill", 0)  # whom the Envoy would not make think twice
    view = position.view("hill")
    offer = letter((1,), (1,))
    assert total(consider(view, HILL, STAR, 1, (1, 1))) < 0
    found = turning_clause(view, offer)
    assert found is not None
    values, clause = found
    readings: tuple[tuple[int, ...], ...] = ((0, 1), (2, 1), (1, 0))
    signs = {
        changed: total(consider(view, HILL, STAR, 1, changed))
        for changed in readings
        if total(consider(view, HILL, STAR, 1, changed)) >= 0
    }
    assert signs[values] == min(signs.values())
    assert sum(one != other for one, other in zip(values, (1, 1), strict=True)) == 1
    assert clause == (LAND if values[0] != 1 else COMMAND)


def test_where_no_single_clause_turns_it_there_is_no_counter_offer() -> None:
    position = alone(winged(calm(), "teachers")).purse("star", stigma=100)
    assert turning_clause(position.view("hill"), letter((1,), (1,))) is None


def test_a_value_that_a_clause_must_not_be_left_at_is_not_proposed() -> None:
    position = alone().purse("star", stigma=20)
    found = turning_clause(position.view("hill"), letter((1,), (1,)))
    assert found is None or found[0][COMMAND] != calm().clauses[COMMAND].blank


def test_wrongs_and_strain_weigh_in_an_answer() -> None:
    def terms(guilt: int, strain: int) -> dict[str, int]:
        position = alone().strained("hill", "star", strain)
        position.state.guilt[STAR * 3 + HILL] = guilt
        return {t.key: t.amount for t in consider(position.view("hill"), HILL, STAR, 1, (1, 1))}

    assert "trust" not in terms(0, 0)
    assert terms(5, 0)["trust"] == -5
    assert terms(99, 0)["trust"] == -RULES.trust_most
    assert terms(0, 50)["bad_blood"] == -(50 // RULES.blood_per_strain)
