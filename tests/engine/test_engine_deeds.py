"""Raids, sabotage and peaceful work: what each brings, what it costs, and what its scar is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kit import HARVEST_TURN, SEEDS, Cause, Figure, Position, Posture, Relation, leader, quiet, ruled

from lanc_game.engine import facts, formulas
from lanc_game.engine.names import FactionKind, Policy, Reprisals, Verb, Worth

RULES = quiet().rules


def base(men: int = 120, sympathy: int = 40) -> Position:
    return Position().hidden("hill", "mountain", "band", men).sympathy("mountain", "hill", sympathy)


def raid() -> Position:
    return base().towns("mountain", "crown").men("crown", "mountain", "garrison", 300)


# --- raids


def test_a_raid_brings_arms_from_the_victims_stores() -> None:
    after = raid().month({"hill": ["raid mountain"]})
    told = after.one(facts.Raided)
    assert told.arms > 0
    assert after.moved(Figure.ARMS, Cause.RAID, "hill") == told.arms
    assert after.moved(Figure.ARMS, Cause.RAID, "crown") == -told.arms


def test_a_raid_opens_the_raiders_heats_the_valley_and_is_talked_about() -> None:
    after = raid().month({"hill": ["raid mountain"]})
    assert after.posture("hill", "mountain") == Posture.OPEN
    assert after.heat("mountain", "hill") == RULES.deed_heat * RULES.heat_keep // 1000
    assert after.moved(Figure.STANDING, Cause.RAID, "hill") == RULES.raid_standing
    assert after.moved(Figure.SYMPATHY, Cause.RAID, "hill") > 0


def test_a_second_raid_finds_less_and_costs_more() -> None:
    assert formulas.raid_prize(300, (), 0, True, RULES) > formulas.raid_prize(300, (), 150, True, RULES)
    assert formulas.raid_loss(300, 0, False, 1000, RULES) < formulas.raid_loss(300, 300, False, 1000, RULES)
    again = raid().heat("mountain", "hill", 150).month({"hill": ["raid mountain"]})
    assert again.moved(Figure.STANDING, Cause.RAID, "hill") == 0


def test_ports_and_mines_bring_more_and_cut_roads_less() -> None:
    plain = formulas.raid_prize(300, (), 0, True, RULES)
    assert formulas.raid_prize(300, (Worth.PORT,), 0, True, RULES) > plain
    assert formulas.raid_prize(300, (), 0, False, RULES) < plain
    assert formulas.raid_prize(3000, (), 0, True, RULES) > plain


def test_more_raiders_than_are_useful_bring_no_more() -> None:
    few = base(RULES.raid_men_most).towns("mountain", "crown").men("crown", "mountain", "garrison", 300)
    many = base(4 * RULES.raid_men_most).towns("mountain", "crown").men("crown", "mountain", "garrison", 300)
    one, two = (p.month({"hill": ["raid mountain"]}).one(facts.Raided) for p in (few, many))
    assert (one.arms, one.raiders) == (two.arms, two.raiders)


def test_raiders_take_no_more_than_they_can_carry() -> None:
    assert formulas.raid_take(10_000, 20, False, 1000, RULES) == 20 * RULES.raid_per_raider // 1000


def test_two_sides_that_raid_one_valley_share_what_is_there() -> None:
    alone = raid().month({"hill": ["raid mountain"]}).one(facts.Raided).arms
    both = raid().hidden("star", "mountain", "band", 120)
    shared = both.month({"hill": ["raid mountain"], "star": ["raid mountain"]}).all(facts.Raided)
    assert shared[0].arms < alone


def test_surprise_makes_a_raid_better() -> None:
    assert formulas.raid_take(100, 999, True, 1000, RULES) > formulas.raid_take(100, 999, False, 1000, RULES)
    assert formulas.raid_loss(100, 0, True, 1000, RULES) <= formulas.raid_loss(100, 0, False, 1000, RULES)
    assert raid().month({"hill": ["raid mountain"]}).one(facts.Raided).surprise
    assert not raid().month({"hill": ["muster mountain", "raid mountain"]}).one(facts.Raided).surprise


def test_allies_are_not_raided() -> None:
    position = base().towns("mountain", "star").men("star", "mountain", "band", 50)
    assert position.relate("hill", "star", Relation.TRUCE).why("hill", "raid mountain") == "nothing_to_raid"


def rivals(arms: int, band: int = 30) -> Position:
    """The star holds the mountain's towns with its bands, and the hill's hide there."""
    position = base().towns("mountain", "star").men("star", "mountain", "band", band)
    return position.purse("star", arms=arms)


def test_a_raid_on_a_rival_is_an_incident_and_another_while_it_is_remembered_is_war() -> None:
    first = rivals(500).month({"hill": ["raid mountain"]})
    assert first.relation("hill", "star") == Relation.HOSTILE
    second = first.then().month({"hill": ["raid mountain"]})
    assert second.relation("hill", "star") == Relation.WAR
    assert second.one(facts.RelationChanged).was == Relation.HOSTILE


def test_nobody_loses_more_rifles_than_his_stores_and_a_third_of_one_for_each_man_there() -> None:
    told = rivals(arms=5).month({"hill": ["raid mountain"]})
    assert told.one(facts.Raided).arms == 5 + 30 // 3
    assert told.state.arms[1] == 0
    rich = rivals(arms=500).month({"hill": ["raid mountain"]})
    assert rich.one(facts.Raided).arms > 5 + 30 // 3


# --- reprisals


def burned(policy: Reprisals, heat: int, **setup: int) -> Position:
    position = raid().policy("crown", Policy.REPRISALS, policy).heat("mountain", "hill", heat)
    return position.council("mountain", "hill", setup.get("council", 0)).purse(
        "hill", standing=setup.get("standing", 0)
    )


def test_an_occupier_answers_deeds_by_policy() -> None:
    assert burned(Reprisals.NONE, 900).month().all(facts.Avenged) == []
    assert burned(Reprisals.HARSH, RULES.reprisal_heat).month().one(facts.Avenged).harsh
    assert burned(Reprisals.MEASURED, RULES.reprisal_heat).month().all(facts.Avenged) == []
    assert not burned(Reprisals.MEASURED, RULES.reprisal_heat * 2).month().one(facts.Avenged).harsh


def test_harsh_reprisals_frighten_more() -> None:
    harsh, measured = (burned(p, 300).month().one(facts.Avenged).fear for p in (Reprisals.HARSH, Reprisals.MEASURED))
    assert harsh == RULES.reprisal_fear_harsh > measured == RULES.reprisal_fear_measured


def test_nobody_burns_where_he_keeps_no_men_in_the_towns() -> None:
    empty = base().towns("mountain", "crown").policy("crown", Policy.REPRISALS, Reprisals.HARSH)
    assert empty.heat("mountain", "hill", 900).month().all(facts.Avenged) == []


def test_blame_is_divided_and_adds_up() -> None:
    told = burned(Reprisals.HARSH, 300).month().one(facts.Avenged)
    assert told.blame_actor + told.blame_other == 100


def test_councils_standing_and_friends_take_blame_away_and_a_rivals_council_puts_it_on() -> None:
    ordinary = formulas.blame_shares(200, 0, 0, 0, 0)
    assert formulas.blame_shares(200, 0, 2, 0, 0) < ordinary
    assert formulas.blame_shares(200, 60, 0, 0, 0) < ordinary
    assert formulas.blame_shares(200, 0, 0, 0, 500) < ordinary
    assert formulas.blame_shares(200, 0, 0, 3, 0) > ordinary
    assert formulas.blame_shares(20, 0, 0, 0, 0) < ordinary
    assert formulas.blame_shares(999, 0, 0, 0, 0) == 85 > ordinary
    assert all(5 <= formulas.blame_shares(h, 0, 0, 3, 0) <= 85 for h in range(0, 1000, 50))


def test_where_a_side_has_no_council_nobody_speaks_for_it() -> None:
    first, second = (formulas.blame_shares(200, 0, level, 0, 0) for level in (1, 2))
    assert formulas.blame_shares(200, 0, 0, 0, 0) == first + 20 + (first - second)


def test_each_further_deed_in_one_place_weighs_more_up_to_a_most() -> None:
    shares = [formulas.blame_shares(deeds, 30, 1, 0, 0) for deeds in (70, 140, 315, 999)]
    assert shares[1] - shares[0] == 10
    assert shares[0] < shares[1] < shares[2] == shares[3]


def test_the_blamed_lose_people() -> None:
    after = burned(Reprisals.HARSH, 300).month()
    assert after.moved(Figure.SYMPATHY, Cause.REPRISAL, "hill") != 0
    lost = [f.delta for f in after.all(facts.Changed) if f.cause == Cause.REPRISAL and f.figure == Figure.SYMPATHY]
    assert min(lost) < 0


def test_the_homeless_join_whoever_is_armed_in_the_nearest_hills_and_blamed_least() -> None:
    position = burned(Reprisals.HARSH, 400).purse("hill", arms=500).purse("star", arms=500)
    assert position.month().one(facts.TookToHills).actor == 0
    rival = position.hidden("star", "mountain", "band", 60).sympathy("mountain", "star", 60)
    assert rival.sympathy("mountain", "hill", 5).month().one(facts.TookToHills).actor == 1


def test_the_homeless_need_rifles_too() -> None:
    after = burned(Reprisals.HARSH, 400).purse("hill", arms=0).month()
    assert after.all(facts.TookToHills) == []


# --- sabotage


def test_a_cut_road_stays_cut_for_its_months() -> None:
    position = base()
    after = position.month({"hill": ["sabotage mountain road woods"]})
    assert after.state.cut[position.link("mountain", "woods")] == RULES.road_cut_months - 1


@pytest.mark.parametrize("end", ["mountain", "woods"])
def test_a_cut_road_is_a_deed_where_an_enemy_holds_the_towns_at_either_end(end: str) -> None:
    after = base().towns(end, "crown").month({"hill": ["sabotage mountain road woods"]})
    assert after.heat("mountain", "hill") == RULES.sabotage_heat * RULES.heat_keep // 1000


@pytest.mark.parametrize("holder", ["hill", "star", "", "crown"])
def test_wrecking_a_road_that_no_enemy_uses_is_no_deed_and_costs_nobody(holder: str) -> None:
    position = Position(ruled(quiet(), sabotage_loss=500)).hidden("hill", "mountain", "band", 90)
    position.relate("hill", "star", Relation.TRUCE)
    if holder:
        position.towns("mountain", holder).towns("woods", holder)
    after = position.month({"hill": ["sabotage mountain road woods"]})
    assert after.state.cut[position.link("mountain", "woods")] == RULES.road_cut_months - 1
    assert (after.heat("mountain", "hill") > 0) is (holder == "crown")
    assert (after.one(facts.Sabotaged).lost > 0) is (holder == "crown")


def test_a_cut_telegraph_is_silent_for_its_months() -> None:
    after = raid().month({"hill": ["sabotage mountain telegraph"]})
    assert after.state.wire[after.before.r("mountain")] == RULES.wire_cut_months - 1


def test_a_wrecked_mine_yields_nothing() -> None:
    position = Position().hidden("hill", "woods", "band", 50)
    for region in ("harbour", "plain", "woods"):
        position.towns(region, "crown").men("crown", region, "garrison", 90)
    whole, wrecked = position.month(), position.month({"hill": ["sabotage woods mine"]})
    output = [after.moved(Figure.OUTPUT, Cause.TOWNS, "crown") for after in (whole, wrecked)]
    assert output[0] > output[1]


def test_a_burned_harvest_feeds_the_burners_a_little() -> None:
    position = raid().grain("mountain", 400)
    position.state.turn = HARVEST_TURN
    after = position.month({"hill": ["sabotage mountain harvest"]})
    assert after.moved(Figure.GRAIN, Cause.SABOTAGE, region="mountain") == -200
    assert after.moved(Figure.SUPPLIES, Cause.SABOTAGE, "hill") == 50  # a quarter of what burned


def test_sabotage_without_men_on_the_spot_fails() -> None:
    after = Position().month({"hill": ["sabotage mountain road woods"]}, blind=True)
    assert after.failed() == ["no_men"]


def test_repair_mends_a_road_a_line_and_a_mine() -> None:
    position = Position().men("crown", "woods", "garrison", 50)
    link, woods = position.link("plain", "woods"), position.r("woods")
    position.state.cut[link] = position.state.wire[woods] = position.state.idle[woods] = 3
    road = position.month({"crown": ["repair woods plain"]}).state
    assert (road.cut[link], road.idle[woods]) == (0, 2)
    works = position.month({"crown": ["repair woods"]}).state
    assert (works.wire[woods], works.idle[woods], works.cut[link]) == (0, 0, 2)


# --- agitation


def test_agitation_wins_from_the_uncommitted_and_saturates() -> None:
    gains = []
    for held in (0, 40, 80):
        after = Position().hidden("hill", "plain", "band", 50).sympathy("plain", "hill", held)
        gains.append(after.month({"hill": ["agitate plain"]}).one(facts.Agitated).gained)
    assert gains[0] > gains[1] > gains[2] > 0


def test_agitation_from_next_door_is_weaker() -> None:
    near = Position().council("mountain", "hill", 1).month({"hill": ["agitate woods"]}).one(facts.Agitated).gained
    there = Position().hidden("hill", "woods", "band", 20).month({"hill": ["agitate woods"]}).one(facts.Agitated).gained
    assert 0 < near < there


def test_fear_keeps_people_from_listening() -> None:
    calm, afraid = (
        Position().hidden("hill", "plain", "band", 50).fear("plain", fear).month({"hill": ["agitate plain"]})
        for fear in (0, 800)
    )
    assert calm.one(facts.Agitated).gained > afraid.one(facts.Agitated).gained


def test_two_who_agitate_in_one_valley_compete_for_the_same_people() -> None:
    position = Position(ruled(quiet(), agitate_gain=900)).hidden("hill", "plain", "band", 50)
    position.hidden("star", "plain", "band", 50).sympathy("plain", "crown", 40)
    both = position.month({"hill": ["agitate plain"], "star": ["agitate plain"]})
    alone = position.month({"hill": ["agitate plain"]})
    assert both.all(facts.Agitated)[0].gained < alone.one(facts.Agitated).gained
    assert both.all(facts.Agitated)[0].gained == both.all(facts.Agitated)[1].gained
    width = both.state.faction_count
    assert sum(both.state.sympathy[position.r("plain") * width :][:width]) <= 1000


def test_agitation_draws_from_rivals_and_less_where_they_are_rooted() -> None:
    away = Position().hidden("hill", "plain", "band", 50).sympathy("plain", "star", 40)
    rooted = Position().hidden("hill", "plain", "band", 50).sympathy("plain", "star", 40)
    rooted.hidden("star", "plain", "band", 50)
    drawn = [p.month({"hill": ["agitate plain"]}).moved(Figure.SYMPATHY, Cause.RIVAL_AGITATION, "star")
             for p in (away, rooted)]  # fmt: skip
    assert drawn[0] < drawn[1] < 0


def gifted(trait: str, region: str = "plain") -> Position:
    return Position(replace(quiet(), leaders=(leader(0, quiet().region_index[region], trait),)))


def test_an_orator_wins_more() -> None:
    with_orator = gifted("orator").hidden("hill", "plain", "band", 50).month({"hill": ["agitate plain"]})
    without = Position().hidden("hill", "plain", "band", 50).month({"hill": ["agitate plain"]})
    assert with_orator.one(facts.Agitated).gained > without.one(facts.Agitated).gained


# --- councils


def council(level: int, sympathy: int = 60) -> Position:
    return base(60, sympathy).council("mountain", "hill", level).heat("mountain", "hill", 100)


def test_a_first_council_takes_a_month() -> None:
    after = council(0).month({"hill": ["organise mountain"]})
    assert after.council("mountain", "hill") == 1
    assert after.one(facts.CouncilChanged).cause == Cause.ORGANISED


@pytest.mark.parametrize("level", [1, 2])
def test_a_higher_council_takes_longer_and_binds_its_cadre_until_it_is_done(level: int) -> None:
    after = council(level).month({"hill": ["organise mountain"]})
    for _ in range(level):
        assert after.council("mountain", "hill") == level
        assert len(after.state.works) == 1
        after = after.then().month()
    assert after.council("mountain", "hill") == level + 1
    assert after.state.works == []


def test_each_level_needs_more_people() -> None:
    need = -(-RULES.organise_sympathy // 10)
    assert council(0, need).why("hill", "organise mountain") == ""
    assert council(1, (2 * RULES.organise_sympathy - 1) // 10).why("hill", "organise mountain") == "too_little_sympathy"


def test_a_third_level_needs_a_deed_within_two_links() -> None:
    far = base(60, 60).council("mountain", "hill", 2)
    assert far.why("hill", "organise mountain") == "no_recent_deed"
    assert far.heat("plain", "hill", RULES.deed_memory).why("hill", "organise mountain") == ""


def test_an_organiser_saves_a_month() -> None:
    position = gifted("organiser", "mountain").hidden("hill", "mountain", "band", 60).sympathy("mountain", "hill", 60)
    after = position.council("mountain", "hill", 1).month({"hill": ["organise mountain"]})
    assert after.council("mountain", "hill") == 2


def test_work_is_lost_when_nobody_is_left_to_do_it() -> None:
    position = base(60, 60).feuds("mountain", 2)
    begun = position.month({"hill": ["reconcile mountain"]})
    assert begun.one(facts.WorkBegun).months == RULES.reconcile_months
    after = begun.then()
    after.men("hill", "mountain", "band", -after.state.total[after.place("hill", "mountain")])
    assert after.month().one(facts.WorkLost).verb == Verb.RECONCILE


def test_a_reconciled_feud_wins_people() -> None:
    position = base(60, 20).feuds("mountain", 2)
    after = position.month({"hill": ["reconcile mountain"]}).then().month()
    assert after.one(facts.Reconciled).left == 1
    assert after.moved(Figure.SYMPATHY, Cause.RECONCILED, "hill") == RULES.reconcile_sympathy


def test_an_elder_reconciles_sooner() -> None:
    position = gifted("elder", "mountain").hidden("hill", "mountain", "band", 60).feuds("mountain", 2)
    assert position.month({"hill": ["reconcile mountain"]}).one(facts.Reconciled).left == 1


def test_a_leader_who_is_not_well_or_not_yet_there_gives_nothing() -> None:
    late = Position(replace(quiet(), leaders=(leader(0, 2, "orator", first=9),)))
    assert not late.hidden("hill", "plain", "band", 9).view("hill").leader_with("orator", 2)


# --- men


def test_recruits_need_arms_and_bring_some_of_their_own() -> None:
    position = base(60, 60).heat("mountain", "hill", 100).purse("hill", arms=500)
    after = position.month({"hill": ["recruit mountain"]})
    men = after.one(facts.Recruited).men
    assert men > 5
    assert after.moved(Figure.ARMS, Cause.RECRUITED, "hill") == -(men * (1000 - RULES.own_rifles) // 1000)
    assert after.posture("hill", "mountain") == Posture.HIDDEN


def test_recruits_are_bounded_by_rifles() -> None:
    position = base(60, 90).heat("mountain", "hill", 100).purse("hill", arms=12)
    men = position.month({"hill": ["recruit mountain"]}).one(facts.Recruited).men
    assert men == 12 * 1000 // (1000 - RULES.own_rifles)


def test_feuds_tie_families_down() -> None:
    assert formulas.recruits(30, 400, 0, 5, 100, RULES) < formulas.recruits(30, 400, 0, 0, 100, RULES)
    assert formulas.recruits(30, 400, 0, 99, 100, RULES) > 0


def test_recruits_need_a_deed_within_two_links_in_the_last_months() -> None:
    position = base(60, 60)
    assert position.why("hill", "recruit mountain") == "no_recent_deed"
    after = position.heat("plain", "hill", RULES.deed_heat)
    for waited in range(6):
        if after.why("hill", "recruit mountain"):
            assert waited >= 2
            return
        after = after.month().then()
    raise AssertionError("a deed is never forgotten")


def test_volunteers_come_where_a_council_works_and_deeds_are_talked_of() -> None:
    position = base(60, 60).purse("hill", arms=500).council("mountain", "hill", 2)
    assert position.month().all(facts.Recruited) == []
    told = position.heat("mountain", "hill", 100).month().one(facts.Recruited)
    assert told.men > 0
    assert not told.called


def test_forming_turns_bands_into_regulars_in_the_open_for_stores() -> None:
    after = base(200).month({"hill": ["form mountain"]})
    assert (after.men("hill", "mountain", "battalion"), after.men("hill", "mountain", "band")) == (200, 0)
    assert after.moved(Figure.SUPPLIES, Cause.FORMED, "hill") == -(200 * RULES.form_supplies // 100)
    assert after.posture("hill", "mountain") == Posture.OPEN


def test_commissars_limit_regulars_and_councils_bring_commissars() -> None:
    assert formulas.commissar_limit(3, RULES) > formulas.commissar_limit(0, RULES) > 0
    position = base(5000).purse("hill", supplies=5000)
    after = position.month({"hill": ["form mountain"]})
    assert after.men("hill", "mountain", "battalion") == formulas.commissar_limit(0, RULES)


def test_militia_needs_a_council_and_a_rifle_for_some() -> None:
    position = council(1).purse("hill", arms=500)
    after = position.month({"hill": ["militia mountain"]})
    men = after.one(facts.MilitiaRaised).men
    assert after.men("hill", "mountain", "village") == men > 0
    assert after.moved(Figure.ARMS, Cause.RECRUITED, "hill") == -(men * RULES.militia_arms // 1000)
    more = council(2).purse("hill", arms=500).month({"hill": ["militia mountain"]})
    assert more.one(facts.MilitiaRaised).men > men


def test_village_units_need_a_deed_within_two_links_like_recruits() -> None:
    quiet_valley = base(60, 60).council("mountain", "hill", 1)
    assert quiet_valley.why("hill", "militia mountain") == "no_recent_deed"
    assert quiet_valley.heat("plain", "hill", RULES.deed_memory).why("hill", "militia mountain") == ""


def test_new_men_begin_in_hiding_where_nobody_stands_yet() -> None:
    position = Position().council("mountain", "hill", 1).sympathy("mountain", "hill", 60).purse("hill", arms=100)
    position.heat("mountain", "hill", 100)
    assert position.month({"hill": ["militia mountain"]}).posture("hill", "mountain") == Posture.HIDDEN


# --- occupiers


def test_a_levy_is_paid_in_rifles_and_goodwill_and_small_where_people_are_against_it() -> None:
    position = Position().towns("plain", "crown").sympathy("plain", "crown", 10).purse("crown", arms=900)
    friendly = position.month({"crown": ["levy plain"]})
    men = friendly.one(facts.MilitiaRaised).men
    assert men > 0
    assert friendly.moved(Figure.ARMS, Cause.LEVIED, "crown") == -men
    assert friendly.moved(Figure.SYMPATHY, Cause.LEVIED, "crown") == -RULES.levy_sympathy
    hostile = position.sympathy("plain", "hill", 30).month({"crown": ["levy plain"]})
    assert hostile.one(facts.MilitiaRaised).men < men


def test_conceding_eases_fear_and_cools_the_enemys_deeds_for_stores() -> None:
    position = Position().towns("plain", "crown").fear("plain", 400).heat("plain", "hill", 400)
    position.policy("crown", Policy.REPRISALS, Reprisals.NONE).men("crown", "plain", "garrison", 90)
    after = position.month({"crown": ["concede plain"]})
    assert after.one(facts.Conceded).fear == RULES.concede_fear
    assert after.moved(Figure.SUPPLIES, Cause.ORDER_COST, "crown") == -RULES.concede_supplies
    assert after.heat("plain", "hill") == 200 * RULES.heat_keep // 1000


@pytest.mark.parametrize(("kind", "won"), [(FactionKind.OCCUPIER, 0), (FactionKind.GOVERNMENT, RULES.concede_sympathy)])
def test_concessions_win_people_for_a_government_and_only_quiet_for_an_occupier(kind: FactionKind, won: int) -> None:
    hill, star, crown = quiet().factions
    verbs = tuple(replace(v, kinds=(*v.kinds, kind)) if v.verb is Verb.CONCEDE else v for v in quiet().verbs)
    world = replace(quiet(), factions=(hill, star, replace(crown, kind=kind)), verbs=verbs)
    position = Position(world).towns("plain", "crown").men("crown", "plain", "garrison", 90)
    after = position.month({"crown": ["concede plain"]})
    assert after.moved(Figure.SYMPATHY, Cause.CONCESSION, "crown") == won


def test_informers_report_for_some_months_and_help_a_search() -> None:
    position = (
        Position().towns("plain", "crown").men("crown", "plain", "column", 900).hidden("hill", "plain", "band", 400)
    )
    after = position.month({"crown": ["bribe plain"]})
    assert after.state.informers[position.hearth("plain", "crown")] == RULES.bribe_months - 1
    assert after.moved(Figure.SUPPLIES, Cause.ORDER_COST, "crown") == -RULES.bribe_supplies
    helped = after.then().month({"crown": ["sweep plain"]}).one(facts.Swept).found
    alone = position.month().then().month({"crown": ["sweep plain"]}).one(facts.Swept).found
    assert helped > alone


def test_a_policy_stands_until_it_is_changed() -> None:
    after = Position().month({"crown": ["policy reprisals harsh", "policy requisition heavy"]})
    assert after.state.policy[4:6] == [Reprisals.HARSH, 1]
    assert after.then().month().state.policy[4:6] == [Reprisals.HARSH, 1]


def test_every_seed_of_a_raid_stays_within_what_luck_allows() -> None:
    for seed in SEEDS:
        told = raid().month({"hill": ["raid mountain"]}, seed).one(facts.Raided)
        assert 0 < told.arms <= told.raiders * RULES.raid_per_raider // 1000
        assert 0 <= told.lost < told.raiders // 2
