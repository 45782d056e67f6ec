"""Treaties: letters, answers as sums, what a treaty does while in force, what strains it, and how it ends."""

from dataclasses import replace
from pathlib import Path

import pytest

from lanc_game.engine import facts, pacts
from lanc_game.engine.facts import Fact
from lanc_game.engine.forecast import Term, forecast
from lanc_game.engine.grammar import TREATY_VERBS
from lanc_game.engine.legal import accept, legal
from lanc_game.engine.lexicon import OrderError
from lanc_game.engine.names import Cause, Figure, Manner, Posture, Relation, Status, Verb
from lanc_game.engine.orders import Order, parse, text_of
from lanc_game.engine.state import State
from lanc_game.engine.treaties import best_answer, consider, total
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import view_of
from lanc_game.engine.world import SLOTS, World
from lanc_game.workshop.load import load

HILL, STAR, CROWN = 0, 1, 2
TRUCE, OATH = 0, 1
OFFER = "propose oath hill land=courts|blank command=own|joint"


def _world() -> World:
    world = load(Path(__file__).parents[2] / "scenarios" / "two-banners").world
    assert world is not None
    return replace(world, rules=replace(world.rules, strain_slope=0))  # nobody falls out by chance


WORLD = _world()


def month(state: State, orders: dict[int, list[str]]) -> tuple[State, list[Fact]]:
    given = []
    for faction in range(len(WORLD.factions)):
        lines = [parse(WORLD, faction, line) for line in orders.get(faction, [])]
        verdicts = accept(view_of(WORLD, state, faction), lines)
        assert all(why is None for _, why in verdicts), verdicts
        given.append(lines)
    told: list[Fact] = []
    return resolve(WORLD, state, given, 7, told.append), told


def why(state: State, faction: int, line: str) -> str:
    verdict = accept(view_of(WORLD, state, faction), [parse(WORLD, faction, line)])[0][1]
    return verdict.reason if verdict else ""


def part(price: int, percent: int) -> int:
    """Return so many percent of a price, rounded towards nothing."""
    return int(price * percent / 100)


def signed(land: str = "courts", command: str = "joint") -> State:
    state, _ = month(begin(WORLD, 7), {STAR: [OFFER]})
    state, _ = month(state, {HILL: [f"accept oath star land={land} command={command}"]})
    return state


def test_a_letter_is_read_next_month_and_answered_in_its_words() -> None:
    state, told = month(begin(WORLD, 7), {STAR: [OFFER]})
    assert facts.LetterSent(STAR, HILL, -1, OATH) in told
    assert view_of(WORLD, state, HILL).letter_from(STAR, OATH) is not None
    assert not state.treaties
    state, told = month(state, {HILL: ["accept oath star land=courts command=own"]})
    assert [t.values for t in state.treaties] == [(1, 1)]
    assert state.relation[HILL * 3 + STAR] == state.relation[STAR * 3 + HILL] == Relation.ALLIED
    assert facts.TreatySigned(HILL, STAR, -1, OATH, (1, 1)) in told


def test_a_letter_binds_its_writer_for_two_months_and_is_then_gone() -> None:
    state, _ = month(begin(WORLD, 7), {STAR: [OFFER]})
    for _ in range(WORLD.rules.letter_months):
        assert view_of(WORLD, state, HILL).letter_from(STAR, OATH) is not None
        state, _ = month(state, {})
    assert view_of(WORLD, state, HILL).letter_from(STAR, OATH) is None
    assert why(state, HILL, "accept oath star land=courts command=own") == "no_such_letter"


def test_only_what_is_offered_can_be_accepted() -> None:
    state, _ = month(begin(WORLD, 7), {STAR: [OFFER]})
    assert why(state, HILL, "accept oath star land=divided command=own") == "not_offered"
    assert why(state, HILL, "accept oath star land=courts|blank command=own") == "not_offered"
    assert why(state, STAR, "accept oath hill land=courts command=own") == "no_such_letter"


def test_a_refused_letter_is_gone_and_a_counter_takes_its_place() -> None:
    state, _ = month(begin(WORLD, 7), {STAR: [OFFER]})
    refused, told = month(state, {HILL: ["refuse oath star"]})
    assert facts.LetterRefused(HILL, STAR, -1, OATH) in told
    assert not refused.letters
    countered, _ = month(state, {HILL: ["counter oath star land=divided command=own"]})
    assert [(x.sender, x.receiver, x.wishes) for x in countered.letters] == [(HILL, STAR, ((0,), (1,)))]


def test_who_may_sign_what_with_whom() -> None:
    state = begin(WORLD, 7)
    assert why(state, HILL, "propose oath crown land=courts command=own") == "not_their_treaty"
    assert why(signed(), STAR, OFFER) == "already_signed"
    assert why(state, HILL, "denounce oath star openly") == "no_such_treaty"
    assert why(state, HILL, "refuse oath star") == "no_such_letter"
    assert why(state, CROWN, "propose truce hill") == "not_for_you"


def test_a_treaty_can_be_proposed_only_in_its_time() -> None:
    state = begin(WORLD, 7)
    assert why(state, STAR, OFFER) == ""
    state.status[CROWN] = Status.GONE
    state, _ = month(state, {})
    assert why(state, STAR, OFFER) == "not_the_time"


def test_an_answer_is_a_sum_of_named_terms() -> None:
    view = view_of(WORLD, begin(WORLD, 7), HILL)
    terms = consider(view, HILL, STAR, OATH, (1, 0))
    by_key = {(term.key, term.clause, term.who): term.amount for term in terms}
    assert len(by_key) == len(terms)
    assert by_key["closeness", -1, -1] == WORLD.instruments[OATH].worth
    assert by_key["clause", 0, -1] == part(WORLD.prices[HILL][0][1], view.stakes[HILL][0]) < 0
    assert by_key["clause", 1, -1] == part(WORLD.prices[HILL][1][0], view.stakes[HILL][1]) > 0
    assert 0 < by_key["common_danger", -1, -1] <= WORLD.rules.danger_most
    shepherds, envoy = 0, 0
    price = part(WORLD.wings[shepherds].prices[0][1], WORLD.wings[shepherds].weight)
    assert by_key["wing_price", 0, shepherds] == part(price, view.stakes[HILL][0]) > 0
    assert by_key["patron_terms", 1, envoy] == part(WORLD.patrons[envoy].prices[1][0], view.regard[envoy]) == 2
    assert total(terms) == sum(by_key.values())


def test_broken_words_and_blood_weigh_in_an_answer() -> None:
    state = begin(WORLD, 7)
    before = total(consider(view_of(WORLD, state, HILL), HILL, STAR, OATH, (1, 0)))
    state.stigma[STAR] = 20
    assert total(consider(view_of(WORLD, state, HILL), HILL, STAR, OATH, (1, 0))) == before - 10
    state.relation[HILL * 3 + STAR] = state.relation[STAR * 3 + HILL] = Relation.WAR
    after = total(consider(view_of(WORLD, state, HILL), HILL, STAR, OATH, (1, 0)))
    assert after == before - 10 - WORLD.rules.at_war_with_us


def test_the_forecast_of_a_proposal_adds_up() -> None:
    view = view_of(WORLD, begin(WORLD, 7), STAR)
    terms = forecast(view, parse(WORLD, STAR, OFFER)).terms
    assert terms[0].key == "answer"
    assert terms[0].low == sum(term.low for term in terms[1:] if term.key != "unheard")
    assert terms[-1] == Term("unheard", 2, 2)  # the Hills' wings, whose mind the Star does not know


def test_the_best_answer_is_the_first_that_can_be_signed() -> None:
    state, _ = month(begin(WORLD, 7), {STAR: [OFFER]})
    view = view_of(WORLD, state, HILL)
    letter = view.letter_from(STAR, OATH)
    assert letter is not None
    values, terms = best_answer(view, letter)
    assert values is not None
    assert total(terms) >= 0
    assert all(value in wish for value, wish in zip(values, letter.wishes, strict=True))


def test_allies_cannot_attack_each_other() -> None:
    assert why(signed(), HILL, "attack woods star") == "under_truce"


def test_a_blank_clause_strains_a_treaty_every_month_and_a_settled_one_does_not() -> None:
    def pulled(land: str) -> int:
        _, told = month(signed(land=land), {})
        strains = [f for f in told if isinstance(f, facts.Changed) and f.figure == Figure.STRAIN]
        return sum(f.delta for f in strains if f.cause == Cause.BLANK_CLAUSE)

    assert (pulled("blank"), pulled("courts")) == (WORLD.rules.strain_blank, 0)


def test_strain_is_told_by_named_causes_that_add_up() -> None:
    state = signed(land="blank")
    after, told = month(state, {HILL: ["raid mountain"]})
    pulls = [f for f in told if isinstance(f, facts.Changed) and f.figure == Figure.STRAIN]
    pair = state.pair(HILL, STAR)
    assert state.strain[pair] + sum(f.delta for f in pulls) == after.strain[pair]
    assert Cause.BLANK_CLAUSE in {f.cause for f in pulls}


def test_a_deed_under_the_partners_council_is_an_incident() -> None:
    state = signed()
    place = HILL * state.region_count + WORLD.region_index["woods"]
    state.men[place * SLOTS + 1] += 80
    state.total[place] += 80
    state.posture[place] = Posture.HIDDEN
    _, told = month(state, {HILL: ["raid woods"]})
    assert any(isinstance(f, facts.Changed) and f.cause == Cause.INCIDENT for f in told)


def test_without_a_common_enemy_a_treaty_strains() -> None:
    state = signed()
    for side in (HILL, STAR):
        state.relation[side * 3 + CROWN] = state.relation[CROWN * 3 + side] = Relation.TRUCE
    _, told = month(state, {})
    assert any(isinstance(f, facts.Changed) and f.cause == Cause.END_NEAR for f in told)


@pytest.mark.parametrize("manner", ["openly", "ambush"])
def test_a_broken_word_follows_its_breaker(manner: str) -> None:
    state, told = month(signed(), {HILL: [f"denounce oath star {manner}"]})
    price = {"openly": WORLD.rules.stigma_openly, "ambush": WORLD.rules.stigma_ambush}[manner]
    assert not state.treaties
    assert state.stigma[HILL] == price - 1  # a point fades at the month's end
    assert state.stigma[STAR] == 0
    wanted = Relation.WAR if manner == "ambush" else Relation.HOSTILE
    assert state.relation[HILL * 3 + STAR] == wanted
    assert any(isinstance(f, facts.TreatyEnded) and f.actor == HILL for f in told)


def test_a_pretext_needs_strain_and_costs_less() -> None:
    state = signed()
    assert why(state, STAR, "denounce oath hill pretext") == "no_pretext"
    state.strain[state.pair(HILL, STAR)] = WORLD.rules.pretext_strain
    after, _ = month(state, {STAR: ["denounce oath hill pretext"]})
    assert after.stigma[STAR] == WORLD.rules.stigma_pretext - 1


def test_an_ambush_strikes_the_same_month_wherever_both_stand_in_the_open() -> None:
    state = signed()
    for faction, men in ((HILL, 300), (STAR, 100)):
        place = faction * state.region_count + WORLD.region_index["plain"]
        state.men[place * SLOTS + 1] += men
        state.total[place] += men
        state.posture[place] = Posture.OPEN
    _, told = month(state, {HILL: ["denounce oath star ambush"]})
    assert any(isinstance(f, facts.Fought) and {f.actor, f.other} == {HILL, STAR} for f in told)


@pytest.mark.parametrize("seed", range(20))
def test_a_treaty_tears_surely_at_full_strain(seed: int) -> None:
    torn = signed()
    torn.strain[torn.pair(HILL, STAR)] = pacts.RUPTURE - 4
    torn.council[WORLD.region_index["woods"] * 3 + HILL] = 1  # which the Star minds twice: as a rival and as a partner
    told: list[Fact] = []
    after = resolve(WORLD, torn, [[], [], []], seed, told.append)
    assert [f.manner for f in told if isinstance(f, facts.TreatyEnded)] == [Manner.RUPTURE]
    assert after.relation[HILL * 3 + STAR] == Relation.HOSTILE
    assert after.strain[torn.pair(HILL, STAR)] == WORLD.rules.strain_after


def test_a_treaty_lapses_at_its_term_without_blame() -> None:
    state, _ = month(begin(WORLD, 7), {STAR: ["propose truce hill"]})
    state, _ = month(state, {HILL: ["accept truce star"]})
    assert state.relation[HILL * 3 + STAR] == Relation.TRUCE
    for _ in range(WORLD.instruments[TRUCE].months - 1):  # the month of signing is one of them
        assert [t.instrument for t in state.treaties] == [TRUCE]
        state, told = month(state, {})
    assert not state.treaties
    assert [f.manner for f in told if isinstance(f, facts.TreatyEnded)] == [Manner.LAPSE]
    assert state.stigma == [0, 0, 0]
    assert state.relation[HILL * 3 + STAR] == Relation.TRUCE  # nobody shoots yet
    assert state.strain[state.pair(HILL, STAR)] == 0


def test_orders_about_treaties_round_trip_and_take_any_prefix() -> None:
    state, _ = month(begin(WORLD, 7), {STAR: [OFFER]})
    found = [o for f in (HILL, STAR) for o in legal(view_of(WORLD, state, f)) if o.verb in TREATY_VERBS]
    assert {Verb.PROPOSE, Verb.ACCEPT, Verb.REFUSE, Verb.COUNTER} <= {order.verb for order in found}
    for order in found:
        faction = HILL if order.args[1] == STAR else STAR
        assert parse(WORLD, faction, text_of(WORLD, faction, order)) == order
    assert parse(WORLD, STAR, "prop oa to hill la=bl co=ow") == Order(Verb.PROPOSE, (OATH, HILL, 3, 2))
    assert text_of(WORLD, STAR, parse(WORLD, STAR, "prop oa hill co=ow|jo")).endswith("land=blank command=own|joint")


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("denounce oath by pretext", "denounce oath hill pretext"),
        ("refuse oath", "refuse oath hill"),
        ("propose oath land=courts command=own", "propose oath hill land=courts command=own"),
    ],
)
def test_where_only_one_other_can_be_meant_it_need_not_be_named(short: str, whole: str) -> None:
    assert text_of(WORLD, STAR, parse(WORLD, STAR, short)) == whole


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("propose peace hill", "no treaty `peace`"),
        ("propose oath hill land=sold", "no value `sold`"),
        ("propose oath hill sea=free", "no clause `sea`"),
        ("propose oath hill land", "settles nothing"),
        ("denounce oath hill sadly", "no manner `sadly`"),
        ("denounce oath star by", "takes"),
        ("denounce oath pretext openly", "takes"),
        ("denounce by", "takes"),
        ("refuse to", "takes"),
        ("propose oath hill land=courts in=plain", "about no single region"),
    ],
)
def test_what_is_wrong_with_a_line_is_said(line: str, said: str) -> None:
    with pytest.raises(OrderError) as error:
        parse(WORLD, STAR, line)
    assert said in error.value.message
