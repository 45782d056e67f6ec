"""Why an order may not be given: each refusal of each verb, from what the faction itself knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from kit import (
    HARVEST_TURN,
    WINTER_TURN,
    Level,
    Position,
    Posture,
    Relation,
    Status,
    Verb,
    calm,
    event,
    instrument,
    quiet,
    ruled,
    signable,
    valleys,
)

from lanc_game.engine.grammar import GRAMMAR, TREATY_VERBS
from lanc_game.engine.legal import accept, cost, legal, refusal
from lanc_game.engine.names import FactionKind
from lanc_game.engine.orders import Order
from lanc_game.engine.state import Rumour, Task, Vow, Work
from lanc_game.engine.turn import begin
from lanc_game.language.refusals import REFUSALS

Setup = Callable[[Position], object]


def works(p: Position, faction: str, verb: Verb, region: str) -> None:
    p.state.works.append(Work(p.f(faction), verb, p.r(region), -1, 2))


def rooted(p: Position) -> Position:
    return p.men("hill", "mountain", "band", 100).sympathy("mountain", "hill", 60)


CASES: list[tuple[str, str, str, Setup]] = [
    ("hill", "move mountain mountain", "already_there", rooted),
    ("hill", "move mountain woods village 10", "stays_at_home", lambda p: p.men("hill", "mountain", "village", 50)),
    ("hill", "move mountain woods band 101", "not_so_many_men", rooted),
    ("hill", "move mountain woods band 0", "not_so_many_men", rooted),
    ("hill", "move mountain woods", "nobody_can_travel", lambda p: p.men("hill", "mountain", "village", 50)),
    ("hill", "move mountain plain battalion 9", "no_way_there", lambda p: p.men("hill", "mountain", "battalion", 9)),
    ("hill", "attack plain", "nobody_near", rooted),
    ("hill", "attack mountain star", "under_truce", lambda p: rooted(p).relate("hill", "star", Relation.TRUCE)),
    ("hill", "attack mountain", "under_truce",
     lambda p: rooted(p).towns("mountain", "star").relate("hill", "star", Relation.ALLIED)),
    ("hill", "attack mountain star", "not_an_enemy", lambda p: rooted(p).purse("star", status=Status.GONE)),
    ("hill", "attack mountain", "nobody_to_attack", lambda p: rooted(p).towns("mountain", "hill")),
    ("hill", "hold mountain", "no_men", lambda p: p),
    ("hill", "hold mountain", "already_so", lambda p: p.men("hill", "mountain", "band", 50, Posture.HOLD)),
    ("hill", "hide mountain", "no_men", lambda p: p),
    ("hill", "hide mountain", "already_hidden", lambda p: p.hidden("hill", "mountain", "band", 50)),
    ("hill", "hide mountain", "no_friends_to_hide_with", lambda p: p.men("hill", "mountain", "band", 50)),
    ("hill", "muster mountain", "no_men", lambda p: p),
    ("hill", "muster mountain", "already_open", rooted),
    ("hill", "disperse mountain", "no_regulars", rooted),
    ("hill", "agitate plain", "nobody_there", rooted),
    ("hill", "organise plain", "nobody_there", rooted),
    ("hill", "organise mountain", "council_is_full", lambda p: rooted(p).council("mountain", "hill", 3)),
    ("hill", "organise mountain", "already_working",
     lambda p: works(rooted(p), "hill", Verb.ORGANISE, "mountain")),
    ("hill", "organise mountain", "too_little_sympathy", lambda p: p.men("hill", "mountain", "band", 50)),
    ("hill", "organise mountain", "no_recent_deed", lambda p: rooted(p).council("mountain", "hill", 2)),
    ("hill", "reconcile mountain", "nobody_there", lambda p: p.feuds("mountain", 2)),
    ("hill", "reconcile mountain", "no_feuds", rooted),
    ("hill", "reconcile mountain", "already_working",
     lambda p: works(rooted(p).feuds("mountain", 2), "hill", Verb.RECONCILE, "mountain")),
    ("hill", "recruit plain", "nobody_there", rooted),
    ("hill", "recruit mountain", "too_few_arms", lambda p: rooted(p).purse("hill", arms=0)),
    ("hill", "recruit mountain", "too_little_sympathy", lambda p: p.men("hill", "mountain", "band", 50)),
    ("hill", "recruit mountain", "no_recent_deed", rooted),
    ("hill", "form mountain", "too_few_in_bands", lambda p: p.men("hill", "mountain", "band", 9)),
    ("hill", "form mountain", "too_few_supplies",
     lambda p: p.men("hill", "mountain", "band", 500).purse("hill", supplies=0)),
    ("hill", "form mountain", "too_few_commissars",
     lambda p: p.men("hill", "mountain", "band", 200)
     .men("hill", "plain", "battalion", p.world.rules.commissar_base).purse("hill", supplies=99)),
    ("hill", "militia mountain", "no_council", rooted),
    ("hill", "militia mountain", "no_recent_deed", lambda p: rooted(p).council("mountain", "hill", 1)),
    ("hill", "militia mountain", "too_few_arms",
     lambda p: rooted(p).council("mountain", "hill", 1).purse("hill", arms=0)),
    ("hill", "raid mountain", "too_few_raiders", lambda p: p.men("hill", "mountain", "band", 9)),
    ("hill", "raid mountain", "nothing_to_raid", rooted),
    ("hill", "sabotage mountain telegraph", "no_men", lambda p: p.towns("mountain", "crown")),
    ("hill", "sabotage mountain road", "which_road", rooted),
    ("hill", "sabotage mountain road plain", "no_road_there", rooted),
    ("hill", "sabotage mountain road woods", "already_cut",
     lambda p: rooted(p).state.cut.__setitem__(p.link("mountain", "woods"), 2)),
    ("hill", "sabotage mountain telegraph woods", "one_region_only", rooted),
    ("hill", "sabotage mountain telegraph", "nobody_to_hurt", rooted),
    ("hill", "sabotage mountain telegraph", "already_cut",
     lambda p: rooted(p).towns("mountain", "crown").state.wire.__setitem__(p.r("mountain"), 1)),
    ("hill", "sabotage mountain mine", "no_mine", rooted),
    ("hill", "sabotage woods mine", "nobody_to_hurt", lambda p: p.men("hill", "woods", "band", 50)),
    ("hill", "sabotage woods mine", "already_cut",
     lambda p: p.men("hill", "woods", "band", 50).state.idle.__setitem__(p.r("woods"), 1)),
    ("hill", "sabotage mountain harvest", "no_harvest_now", rooted),
    ("crown", "garrison plain 10", "no_men", lambda p: p),
    ("crown", "garrison plain 501", "not_so_many_men", lambda p: p.men("crown", "plain", "column", 500)),
    ("crown", "garrison plain 0", "already_so", lambda p: p.men("crown", "plain", "column", 500)),
    ("crown", "sweep plain", "no_column_near", lambda p: p.men("crown", "plain", "garrison", 900)),
    ("crown", "offensive mountain", "one_offensive_at_a_time",
     lambda p: p.men("crown", "plain", "column", 900).operation("crown", "woods", ago=0)),
    ("crown", "offensive mountain mountain", "name_each_region_once", lambda p: p.men("crown", "plain", "column", 900)),
    ("crown", "offensive mountain", "too_few_columns", lambda p: p.men("crown", "mountain", "column", 399)),
    ("crown", "offensive mountain", "too_few_supplies",
     lambda p: p.men("crown", "mountain", "column", 900).purse("crown", supplies=0)),
    ("crown", "calloff", "no_offensive", lambda p: p),
    ("crown", "policy reprisals measured", "already_so", lambda p: p),
    ("crown", "repair plain", "no_men", lambda p: p),
    ("crown", "repair plain", "nothing_to_repair", lambda p: p.men("crown", "plain", "column", 9)),
    ("crown", "repair plain woods", "nothing_to_repair", lambda p: p.men("crown", "plain", "column", 9)),
    ("crown", "repair plain mountain", "no_road_there", lambda p: p.men("crown", "plain", "column", 9)),
    ("crown", "concede plain", "towns_not_yours", lambda p: p),
    ("crown", "concede plain", "too_few_supplies", lambda p: p.towns("plain", "crown").purse("crown", supplies=0)),
    ("crown", "bribe plain", "no_men", lambda p: p),
    ("crown", "bribe plain", "too_few_supplies", lambda p: p.towns("plain", "crown").purse("crown", supplies=0)),
    ("crown", "bribe plain", "already_paid",
     lambda p: p.towns("plain", "crown").state.informers.__setitem__(p.hearth("plain", "crown"), 2)),
    ("crown", "levy plain", "towns_not_yours", lambda p: p),
    ("crown", "levy plain", "too_few_arms", lambda p: p.towns("plain", "crown").purse("crown", arms=0)),
    ("crown", "withdraw harbour", "no_men", lambda p: p),
    ("crown", "withdraw plain", "no_way_out", lambda p: p.men("crown", "plain", "column", 9)),
    ("crown", "raid plain", "not_for_you", lambda p: p.men("crown", "plain", "column", 90)),
    ("hill", "sweep mountain", "not_for_you", rooted),
    ("hill", "agitate mountain", "not_in_play", lambda p: rooted(p).purse("hill", status=Status.UNBORN)),
]  # fmt: skip


def politics() -> Position:
    """Return two banners with a demand, and with treaties about a region; every council wish of the congress is met."""
    demand, choice = event("demand", choosers=[0], patron=0), event("choice", choosers=[0])
    world = signable(calm(), instrument("quarter", Level.LOCAL), instrument("blow", Level.JOINT))
    position = Position(replace(world, events=(demand, choice))).purse("hill", cadres=9).purse("star", cadres=9)
    position.council("mountain", "hill", 3).council("plain", "hill", 3).men("hill", "mountain", "band", 60)
    return position.stock()


def heard(p: Position, *, verified: bool) -> None:
    p.state.rumours.append(Rumour(p.f("hill"), 0, 1, 2, 60, true=True, heard=p.state.turn, verified=verified))


def gone_home(p: Position) -> Position:
    p.state.wing_side[p.wing("shepherds")] = -1
    return p


HOUSE_CASES: list[tuple[str, str, str, Setup]] = [
    ("star", "court shepherds", "wing_gone_home", gone_home),
    ("hill", "court shepherds", "wing_content", lambda p: p.mood("shepherds", loyalty=100, grievance=0)),
    ("star", "court shepherds", "not_in_the_war", lambda p: p.purse("hill", status=Status.GONE)),
    ("star", "court shepherds", "wing_of_enemy", lambda p: p.relate("hill", "star", Relation.WAR)),
    ("crown", "court shepherds", "not_for_you", lambda p: p),
    ("star", "purge shepherds", "not_your_wing", lambda p: p),
    ("hill", "purge teachers", "last_wing", gone_home),
    ("star", "promise pastures shepherds", "no_such_promise", lambda p: p),
    ("hill", "promise pastures teachers", "no_such_promise", lambda p: p),
    ("hill", "promise pastures shepherds", "not_your_wing", gone_home),
    ("hill", "promise pastures shepherds", "promised_already", lambda p: p.state.vows.append(Vow(0, 0, 0, 9))),
    ("hill", "promise pastures shepherds", "promise_not_ready", lambda p: p.state.promisable.__setitem__(0, 0)),
    ("star", "congress gathering fair", "congress_not_yours", lambda p: p),
    ("hill", "congress gathering fair", "congress_held", lambda p: p.state.held.__setitem__(0, 0)),
    ("hill", "congress gathering fair", "congress_not_ready",
     lambda p: p.council("plain", "hill", 0).council("mountain", "hill", 0).stock()),
    ("hill", "congress gathering teachers=4 shepherds=2", "seats_wrong", lambda p: p),
    ("hill", "appeal envoy", "regard_too_low", lambda p: p.regard("hill", p.world.rules.appeal_least - 1)),
    ("hill", "appeal envoy", "no_access", lambda p: p.state.access.__setitem__(0, 0)),
    ("hill", "reply demand yes", "no_such_choice", lambda p: p),
    ("hill", "reply choice yes", "not_a_demand", lambda p: p.offer("choice", "hill")),
    ("hill", "decide demand yes", "is_a_demand", lambda p: p.offer("demand", "hill")),
    ("hill", "pledge schools", "no_such_mandate", lambda p: p),
    ("star", "pledge schools", "no_such_mandate", lambda p: p.state.tasks.append(Task(0, pledged=False, due=0))),
    ("hill", "pledge schools", "pledged_already", lambda p: p.state.tasks.append(Task(0, pledged=True, due=9))),
    ("hill", "verify 1", "no_such_rumour", lambda p: p),
    ("hill", "verify 0", "no_such_rumour", lambda p: heard(p, verified=False)),
    ("hill", "verify 2", "no_such_rumour", lambda p: heard(p, verified=False)),
    ("hill", "verify 1", "verified_already", lambda p: heard(p, verified=True)),
    ("hill", "attack mountain star", "under_local_truce",
     lambda p: p.men("star", "mountain", "band", 60).bind("quarter", "hill", "star", "mountain")),
    ("hill", "attack mountain", "under_local_truce",
     lambda p: p.towns("mountain", "star").men("star", "mountain", "band", 60).bind("quarter", "hill", "star", "mountain")),
    ("hill", "raid mountain", "under_local_truce",
     lambda p: p.towns("mountain", "star").men("star", "mountain", "band", 60).bind("quarter", "hill", "star", "mountain")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("faction", "line", "reason", "setup"), HOUSE_CASES, ids=[f"{c[1]}: {c[2]}" for c in HOUSE_CASES]
)
def test_an_order_of_politics_is_refused_for_a_reason(faction: str, line: str, reason: str, setup: Setup) -> None:
    position = politics()
    setup(position)
    assert position.why(faction, line) == reason


@pytest.mark.parametrize(
    ("faction", "line", "setup"),
    [
        ("star", "court shepherds", lambda p: p),
        ("hill", "court shepherds", lambda p: p.mood("shepherds", loyalty=100, grievance=1)),
        ("hill", "purge teachers", lambda p: p),
        ("hill", "promise pastures shepherds", lambda p: p),
        ("hill", "congress gathering fair", lambda p: p),
        ("hill", "congress gathering shepherds=7", lambda p: p),
        ("hill", "appeal envoy", lambda p: p.regard("hill", p.world.rules.appeal_least)),
        ("hill", "reply demand yes", lambda p: p.offer("demand", "hill")),
        ("hill", "decide choice yes", lambda p: p.offer("choice", "hill")),
        ("hill", "pledge schools", lambda p: p.state.tasks.append(Task(0, pledged=False, due=0))),
        ("hill", "verify 1", lambda p: heard(p, verified=False)),
        ("hill", "attack mountain star",
         lambda p: p.men("star", "mountain", "band", 60).bind("quarter", "hill", "star", "woods")),
    ],
)  # fmt: skip
def test_an_order_of_politics_is_given_where_nothing_speaks_against_it(faction: str, line: str, setup: Setup) -> None:
    position = politics()
    setup(position)
    assert position.why(faction, line) == ""


def test_one_pledge_one_answer_and_one_letter_a_month() -> None:
    position = politics()
    position.state.tasks += [Task(0, pledged=False, due=0), Task(0, pledged=False, due=0)]
    position.offer("demand", "hill")
    assert position.why("hill", "pledge schools", "pledge schools") == "given_twice"
    assert position.why("hill", "reply demand yes", "reply demand no") == "given_twice"
    assert position.why("hill", "court shepherds", "court shepherds") == "given_twice"
    assert position.why("hill", "court shepherds", "court teachers") == ""
    assert position.why("hill", "propose truce star", "propose truce star") == "given_twice"
    assert position.why("hill", "propose truce star", "propose quarter star in=plain") == ""


@pytest.mark.parametrize(("faction", "line", "reason", "setup"), CASES, ids=[f"{c[1]}: {c[2]}" for c in CASES])
def test_an_order_is_refused_for_a_reason(faction: str, line: str, reason: str, setup: Setup) -> None:
    position = Position()
    setup(position)
    assert position.why(faction, line) == reason


def test_every_verb_that_can_be_refused_is_tried_here() -> None:
    tried = {line.split()[0] for _, line, _, _ in (*CASES, *HOUSE_CASES)}
    treaties = {verb.name.lower() for verb in TREATY_VERBS}  # tried in a file of their own
    assert tried | treaties == {verb.name.lower() for verb in GRAMMAR}


def test_every_reason_has_words() -> None:
    assert {reason for _, _, reason, _ in (*CASES, *HOUSE_CASES)} - set(REFUSALS) == set()


def test_garrisons_and_columns_cannot_hide() -> None:
    verbs = tuple(replace(v, kinds=(*v.kinds, FactionKind.OCCUPIER)) for v in quiet().verbs)
    position = Position(replace(quiet(), verbs=verbs)).men("crown", "plain", "column", 90)
    assert position.why("crown", "hide plain") == "too_heavy_to_hide"


def test_who_has_no_garrisons_cannot_post_any() -> None:
    verbs = tuple(replace(v, kinds=(*v.kinds, FactionKind.MOVEMENT)) for v in quiet().verbs)
    assert Position(replace(quiet(), verbs=verbs)).why("hill", "garrison plain 5") == "not_for_you"


def test_a_choice_that_was_not_offered_cannot_be_made() -> None:
    position = Position(replace(quiet(), events=(event(choosers=[0]),)))
    assert position.why("hill", "decide test yes") == "no_such_choice"
    assert position.offer("test", "hill").why("hill", "decide test yes") == ""


def test_the_harvest_can_only_be_burned_when_there_is_one_and_an_enemy_holds_the_towns() -> None:
    position = rooted(Position(turn=HARVEST_TURN))
    assert position.why("hill", "sabotage mountain harvest") == "nobody_to_hurt"
    assert position.towns("mountain", "hill").why("hill", "sabotage mountain harvest") == "nobody_to_hurt"
    assert position.towns("mountain", "crown").why("hill", "sabotage mountain harvest") == ""
    assert rooted(Position()).towns("mountain", "crown").why("hill", "sabotage mountain harvest") == "no_harvest_now"


def test_snow_refuses_a_march_of_regulars_over_a_pass() -> None:
    position = Position(turn=WINTER_TURN).men("hill", "mountain", "battalion", 90)
    assert position.why("hill", "move mountain woods") == "no_way_there"


def test_orders_cannot_cost_more_cadres_than_there_are() -> None:
    position = rooted(Position()).purse("hill", cadres=1).feuds("mountain", 1)
    assert position.why("hill", "agitate mountain", "organise mountain") == "no_cadres"
    refused = position.refusal("hill", "agitate mountain", "organise mountain")
    assert refused is not None
    assert (refused.have, refused.need) == (0, 1)


def test_work_that_takes_months_binds_its_cadre() -> None:
    position = rooted(Position()).purse("hill", cadres=1)
    works(position, "hill", Verb.RECONCILE, "plain")
    assert position.why("hill", "agitate mountain") == "no_cadres"


def silent(faction: str, wires: int, cadres: int = 6) -> int:
    """Return the cadres that a faction can use with so many of its towns cut off."""
    position = Position().purse(faction, cadres=cadres)
    for n, region in enumerate(("harbour", "plain", "woods", "mountain")):
        position.towns(region, faction).state.wire[position.r(region)] = int(n < wires)
    return position.view(faction).free_cadres


def test_towns_without_telegraph_cost_an_occupier_staff_and_a_movement_none() -> None:
    per = quiet().rules.wires_per_staff
    assert [silent("crown", wires) for wires in (0, per - 1, per)] == [6, 6, 5]
    assert silent("hill", per) == 6
    assert silent("crown", per, quiet().rules.cadres_least) == quiet().rules.cadres_least


def test_silent_towns_of_others_cost_nobody_staff() -> None:
    position = Position().purse("crown", cadres=6)
    position.state.wire = [1] * 4
    assert position.view("crown").out_of_reach == 0


def test_staff_whom_no_wire_reaches_give_no_orders() -> None:
    position = Position(ruled(quiet(), wires_per_staff=1, cadres_least=0)).towns("plain", "crown")
    position.purse("crown", cadres=1)
    assert position.why("crown", "bribe plain") == ""
    position.state.wire[position.r("plain")] = 1
    assert position.why("crown", "bribe plain") == "no_cadres"


def test_postures_are_free() -> None:
    position = rooted(Position()).purse("hill", cadres=0)
    assert position.why("hill", "hide mountain") == ""


@pytest.mark.parametrize(
    "lines",
    [
        ("agitate mountain", "agitate mountain"),
        ("hide mountain", "hold mountain"),
        ("attack mountain crown", "attack mountain star"),
        ("move mountain woods", "move mountain woods"),
    ],
)
def test_orders_that_exclude_each_other_are_not_both_given(lines: tuple[str, ...]) -> None:
    assert rooted(Position()).why("hill", *lines) == "given_twice"


def test_men_march_only_once() -> None:
    position = rooted(Position())
    assert (
        position.why("hill", "move mountain woods band 60", "move mountain harbour band 60") == "men_already_marching"
    )
    assert position.why("hill", "move mountain woods band 60", "move mountain harbour band 40") == ""
    assert position.why("hill", "move mountain woods band 60", "move mountain harbour") == "men_already_marching"


def test_there_is_a_most_of_orders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lanc_game.engine.legal.MOST_ORDERS", 2)
    position = rooted(Position()).purse("hill", cadres=9)
    assert position.why("hill", "hide mountain", "agitate mountain", "move mountain woods") == "too_many_orders"


@pytest.mark.parametrize("faction", ["hill", "crown"])
def test_an_order_costs_the_cadres_that_the_scenario_says(faction: str) -> None:
    position = valleys_opening()
    view = position.view(faction)
    prices = {definition.verb: definition.cost for definition in valleys().verbs}
    for order in legal(view):
        assert cost(view, order) == prices[order.verb]
        view.cadres = prices[order.verb]
        assert accept(view, [order])[0][1] is None
        view.cadres -= 1
        refused = accept(view, [order])[0][1]
        assert (refused.reason if refused else "") == ("no_cadres" if prices[order.verb] else "")


def test_forming_needs_food_for_every_band_there() -> None:
    """Also where commissars allow fewer to be formed."""
    need = 600 * quiet().rules.form_supplies // 100
    position = Position().men("hill", "mountain", "band", 600)
    assert position.purse("hill", supplies=need).why("hill", "form mountain") == ""
    assert position.purse("hill", supplies=need - 1).why("hill", "form mountain") == "too_few_supplies"


def test_legal_lists_only_what_is_not_refused_and_one_region_where_asked() -> None:
    position = valleys_opening()
    view = position.view("hill")
    listed = legal(view)
    assert listed == sorted(listed, key=lambda order: order.verb)
    assert all(refusal(view, order) is None for order in listed)
    mountain = legal(view, position.r("mountain"))
    assert mountain == [order for order in listed if order.args and order.args[0] == position.r("mountain")]
    assert {Verb.RAID, Verb.AGITATE, Verb.ORGANISE, Verb.MUSTER, Verb.MOVE} <= {order.verb for order in mountain}


def test_a_side_that_is_not_in_play_has_nothing_to_order() -> None:
    assert legal(rooted(Position()).purse("hill", status=Status.GONE).view("hill")) == []


def valleys_opening() -> Position:
    position = Position(valleys())
    position.state = begin(valleys(), 1)
    return position


@pytest.mark.parametrize("option", [-1, 2, 9])
@pytest.mark.parametrize("verb", [Verb.DECIDE, Verb.REPLY])
def test_no_choice_is_answered_with_an_option_that_it_has_not(verb: Verb, option: int) -> None:
    asked = event("asked", choosers=(0,), patron=0 if verb is Verb.REPLY else -1)
    view = Position(replace(calm(), events=(asked,))).offer("asked", "hill").view("hill")
    assert refusal(view, Order(verb, (0, 1))) is None
    why = refusal(view, Order(verb, (0, option)))
    assert why is not None
    assert why.reason == "no_such_choice"
