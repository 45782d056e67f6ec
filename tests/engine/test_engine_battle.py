"""Fights: who meets whom, on whose ground, with what losses, and where the beaten go."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kit import Cause, Figure, Position, Posture, Relation, event, leader, quiet, ruled

from lanc_game.engine import facts, formulas
from lanc_game.engine.effects import SetRelation
from lanc_game.engine.names import Clash, Outcome, Terrain

BAND = "band"
LUCKLESS = ruled(quiet(), battle_spread=0, victory_margin=1080)  # no luck, and even strength is a draw


def open_bands(men: int = 400) -> Position:
    """Hill bands and a crown column on the plain, which is the crown's."""
    position = Position(LUCKLESS).towns("plain", "crown")
    return position.men("hill", "plain", BAND, men).men("crown", "plain", "column", 300)


# --- who fights


def test_coexistence_is_the_default() -> None:
    after = open_bands().month()
    assert after.all(facts.Fought) == []
    assert (after.men("hill", "plain"), after.men("crown", "plain")) == (400, 300)


def test_an_attack_is_a_fight_with_losses_on_both_sides() -> None:
    after = open_bands().month({"hill": ["attack plain"]})
    fought = after.one(facts.Fought)
    assert (fought.actor, fought.other, fought.clash) == (0, 2, Clash.ATTACK)
    assert after.mustered(Cause.KILLED, "hill") == -fought.lost < 0
    assert after.mustered(Cause.KILLED, "crown") == -fought.other_lost < 0


def test_an_empty_target_is_simply_occupied() -> None:
    after = Position().men("hill", "plain", BAND, 100).month({"hill": ["attack plain"]})
    assert after.all(facts.Fought) == []
    assert after.failed() == []
    assert after.town("plain") == "hill"


def test_towns_left_empty_by_an_enemy_fall_without_a_fight() -> None:
    after = Position().towns("plain", "crown").men("hill", "plain", BAND, 100).month({"hill": ["attack plain"]})
    assert after.all(facts.Fought) == []
    assert after.town("plain") == "hill"


def test_an_attack_comes_with_the_men_who_marched_there_this_month() -> None:
    position = Position().towns("plain", "crown").men("crown", "plain", "garrison", 100).men("hill", "woods", BAND, 300)
    after = position.month({"hill": ["move woods plain", "attack plain"]})
    assert after.one(facts.Fought).men == 300


def test_an_attack_to_which_nobody_comes_fails() -> None:
    position = Position().towns("plain", "crown").men("crown", "plain", "garrison", 100).men("hill", "woods", BAND, 300)
    assert position.month({"hill": ["attack plain"]}).failed() == ["nobody_there"]


def test_hidden_men_cannot_be_attacked_and_those_who_looked_for_them_stand_in_the_open() -> None:
    position = Position().hidden("hill", "plain", BAND, 100).hidden("star", "plain", BAND, 100)
    after = position.month({"hill": ["attack plain star"]}, blind=True)
    assert after.failed() == ["nobody_found"]
    assert after.posture("hill", "plain") == Posture.OPEN
    assert after.posture("star", "plain") == Posture.HIDDEN


def test_two_hidden_sides_that_look_for_each_other_find_nobody_whoever_looks_first() -> None:
    position = Position().hidden("hill", "plain", BAND, 100).hidden("star", "plain", BAND, 100)
    after = position.month({"hill": ["attack plain star"], "star": ["attack plain hill"]}, blind=True)
    assert after.failed() == ["nobody_found", "nobody_found"]


def test_the_holder_of_the_towns_is_attacked_before_others() -> None:
    after = open_bands().men("star", "plain", BAND, 2000).month({"hill": ["attack plain"]})
    assert after.one(facts.Fought).other == 2


def test_an_attack_on_a_rival_makes_it_war() -> None:
    position = Position().men("hill", "woods", BAND, 100).men("star", "woods", BAND, 100)
    after = position.month({"hill": ["attack woods star"]})
    assert after.relation("hill", "star") == Relation.WAR
    assert after.one(facts.RelationChanged).was == Relation.HOSTILE


def test_rivals_in_one_valley_do_not_fight_by_themselves() -> None:
    after = Position().men("hill", "woods", BAND, 100).men("star", "woods", BAND, 100).month()
    assert after.all(facts.Fought) == []
    assert after.relation("hill", "star") == Relation.HOSTILE


def test_a_truce_voids_an_attack() -> None:
    truce = event(effects=[SetRelation(0, 1, Relation.TRUCE)], choosers=[0])
    position = Position(replace(quiet(), events=(truce,))).offer("test", "hill")
    position.men("hill", "woods", BAND, 100).men("star", "woods", BAND, 100)
    after = position.month({"hill": ["decide test yes"], "star": ["attack woods hill"]})
    assert after.all(facts.Fought) == []
    assert after.failed() == ["under_truce"]
    assert after.relation("hill", "star") == Relation.TRUCE


def test_an_attack_that_a_truce_voids_does_not_bring_its_men_into_the_open() -> None:
    position = Position().relate("hill", "star", Relation.TRUCE).hidden("hill", "woods", BAND, 100)
    after = position.men("star", "woods", BAND, 100).month({"hill": ["attack woods star"]}, blind=True)
    assert after.failed() == ["under_truce"]
    assert after.posture("hill", "woods") == Posture.HIDDEN


# --- mutual and three-way fights


def test_mutual_attacks_are_one_battle() -> None:
    position = Position(LUCKLESS).men("hill", "mountain", BAND, 300).men("star", "mountain", BAND, 300)
    after = position.month({"hill": ["attack mountain star"], "star": ["attack mountain hill"]})
    fought = after.one(facts.Fought)
    assert fought.outcome == Outcome.STALEMATE
    assert fought.lost == fought.other_lost
    assert after.heat("mountain", "hill") == after.heat("mountain", "star") > 0


def test_a_mutual_battle_is_nobodys_ground() -> None:
    """In the mountains, even strength repels an attack on men who wait, but not on men who come to meet it."""
    position = Position(LUCKLESS).men("hill", "mountain", BAND, 300).men("star", "mountain", BAND, 300)
    waited = position.month({"hill": ["attack mountain star"]}).one(facts.Fought)
    assert waited.outcome == Outcome.REPELLED


@pytest.mark.parametrize(("strong", "weak"), [("hill", "star"), ("star", "hill")])
def test_whoever_loses_a_mutual_battle_gives_ground(strong: str, weak: str) -> None:
    position = Position(LUCKLESS).men(strong, "mountain", BAND, 900).men(weak, "mountain", BAND, 200)
    after = position.month({"hill": ["attack mountain star"], "star": ["attack mountain hill"]})
    fought = after.one(facts.Fought)
    assert (fought.actor, fought.outcome) == (position.f(strong), Outcome.WON)
    assert after.posture(weak, "mountain") == Posture.HIDDEN
    assert after.moved(Figure.STANDING, Cause.BATTLE, strong) == quiet().rules.news_standing


def test_the_two_sides_of_a_mutual_battle_are_treated_alike() -> None:
    lost = []
    for strong, weak in (("hill", "star"), ("star", "hill")):
        position = Position(LUCKLESS).men(strong, "mountain", BAND, 900).men(weak, "mountain", BAND, 200)
        after = position.month({"hill": ["attack mountain star"], "star": ["attack mountain hill"]})
        fought = after.one(facts.Fought)
        lost.append((fought.lost, fought.other_lost, fought.arms))
    assert lost[0] == lost[1]


def test_in_a_three_way_fight_strength_is_divided() -> None:
    position = Position(LUCKLESS).relate("hill", "star", Relation.WAR)
    for faction in ("hill", "star"):
        position.men(faction, "plain", BAND, 300)
    position.men("crown", "plain", "column", 300).towns("plain", "crown")
    orders = {"hill": ["attack plain crown"], "star": ["attack plain hill"]}
    fights = {(f.actor, f.other): f for f in position.month(orders).all(facts.Fought)}
    assert fights[0, 2].men == fights[1, 0].other_men == 150
    assert fights[0, 2].other_men == 300


def test_all_losses_fall_at_once() -> None:
    """What one fight costs is not missing in the next one."""
    position = Position(LUCKLESS).relate("hill", "star", Relation.WAR).towns("plain", "crown")
    position.men("hill", "plain", BAND, 400).men("star", "plain", BAND, 400).men("crown", "plain", "column", 300)
    both = position.month({"hill": ["attack plain crown"], "star": ["attack plain crown"]}).all(facts.Fought)
    assert [f.other_men for f in both] == [150, 150]
    assert both[0].other_lost == both[1].other_lost


# --- what makes strong


def odds(position: Position, *orders: str) -> int:
    return position.month({"hill": list(orders)}).one(facts.Fought).odds


def test_who_strikes_from_hiding_has_surprise() -> None:
    surprise = Position(LUCKLESS).towns("plain", "crown").hidden("hill", "plain", BAND, 400)
    surprise.men("crown", "plain", "column", 300)
    assert odds(surprise, "attack plain") > odds(open_bands(), "attack plain")


def test_mustering_is_immediate_and_gives_up_surprise() -> None:
    position = Position(LUCKLESS).towns("plain", "crown").hidden("hill", "plain", BAND, 400)
    position.men("crown", "plain", "column", 300)
    after = position.month({"hill": ["muster plain"]})
    assert after.posture("hill", "plain") == Posture.OPEN
    assert odds(position, "muster plain", "attack plain") == odds(open_bands(), "attack plain")


def test_walls_hills_and_standing_help_whoever_defends() -> None:
    rules = quiet().rules
    assert formulas.ground(Terrain.MOUNTAIN, rules) > formulas.ground(Terrain.HILLS, rules)
    assert formulas.ground(Terrain.HILLS, rules) > formulas.ground(Terrain.PLAIN, rules) == 1000
    walls = odds(open_bands(), "attack plain")
    field = Position(LUCKLESS).men("hill", "plain", BAND, 400).men("crown", "plain", "column", 300)
    assert walls < odds(field, "attack plain crown")
    standing = open_bands()
    standing.state.posture[standing.place("crown", "plain")] = Posture.HOLD
    assert odds(standing, "attack plain") < walls


def test_a_commander_on_the_spot_helps() -> None:
    with_leader = Position(replace(LUCKLESS, leaders=(leader(0, LUCKLESS.region_index["plain"], "commander"),)))
    with_leader.towns("plain", "crown").men("hill", "plain", BAND, 400).men("crown", "plain", "column", 300)
    assert odds(with_leader, "attack plain") > odds(open_bands(), "attack plain")


def test_men_whom_no_convoy_reaches_fight_worse() -> None:
    fed = open_bands().towns("harbour", "crown")
    starved = open_bands().towns("harbour", "crown")
    starved.state.cut[starved.link("harbour", "plain")] = 3
    assert odds(starved, "attack plain") > odds(fed, "attack plain")


def test_a_side_whose_arms_cannot_cover_the_fight_is_weaker() -> None:
    need = 400 // quiet().rules.ammunition_men
    covered = odds(open_bands().purse("hill", arms=need), "attack plain")
    short = odds(open_bands().purse("hill", arms=need - 1), "attack plain")
    assert short < covered == odds(open_bands().purse("hill", arms=9000), "attack plain")
    assert odds(open_bands().purse("crown", arms=0), "attack plain") > covered


def test_numbers_beyond_what_a_valley_holds_count_half() -> None:
    rules = ruled(quiet(), mob_past=100).rules
    row, weights = (300, 0, 0, 0, 0, 0), (100, 0, 0, 0, 0, 0)
    assert formulas.strength(row, weights, range(6), rules) == 200


def test_village_units_defend_but_do_not_attack() -> None:
    position = Position().men("hill", "plain", "village", 100).men("star", "plain", BAND, 100)
    assert position.why("hill", "attack plain star") == "nobody_near"
    fought = position.month({"star": ["attack plain hill"]}).one(facts.Fought)
    assert fought.other_men == 100


# --- what follows


def test_the_stronger_loses_less() -> None:
    rules = quiet().rules
    assert formulas.losses(200, 100, rules) < formulas.losses(100, 100, rules) < formulas.losses(100, 200, rules)
    assert formulas.losses(100, 0, rules) == 0
    assert formulas.losses(1, 10**6, rules) == rules.battle_loss_most


def test_a_fight_spends_ammunition_and_the_winner_takes_rifles() -> None:
    after = open_bands(3000).month({"hill": ["attack plain"]})
    fought = after.one(facts.Fought)
    assert fought.outcome == Outcome.WON
    assert after.moved(Figure.ARMS, Cause.CAPTURED_ARMS, "hill") == fought.arms > 0
    assert after.moved(Figure.ARMS, Cause.AMMUNITION, "hill") < 0
    assert after.moved(Figure.ARMS, Cause.AMMUNITION, "crown") < 0


def test_no_more_cartridges_are_spent_than_four_men_need_for_each_of_the_others() -> None:
    rules = quiet().rules
    after = open_bands(3000).purse("hill", arms=900).month({"hill": ["attack plain"]})
    assert after.moved(Figure.ARMS, Cause.AMMUNITION, "hill") == -(4 * 300 // rules.ammunition_men)
    even = open_bands(400).purse("hill", arms=900).month({"hill": ["attack plain"]})
    assert even.moved(Figure.ARMS, Cause.AMMUNITION, "hill") == -(400 // rules.ammunition_men)


def test_a_beaten_garrison_falls_back_to_towns_of_its_own() -> None:
    after = open_bands(3000).towns("harbour", "crown").month({"hill": ["attack plain"]})
    assert after.men("crown", "plain") == 0
    assert after.men("crown", "harbour") > 0
    assert after.town("plain") == "hill"


def test_a_beaten_garrison_without_a_refuge_surrenders() -> None:
    position = open_bands(3000)
    for region in ("harbour", "woods"):
        position.men("hill", region, BAND, 50)
    after = position.month({"hill": ["attack plain"]})
    assert after.mustered(Cause.SURRENDERED, "crown") == -after.one(facts.Fought).taken < 0
    assert after.mustered(Cause.DESERTED, "crown") < 0
    assert after.men("crown", "plain") == 0


def test_beaten_bands_melt_into_the_hills_where_they_are() -> None:
    position = Position(LUCKLESS).men("hill", "mountain", BAND, 1500).men("star", "mountain", BAND, 100)
    after = position.month({"hill": ["attack mountain star"]})
    assert after.one(facts.Fought).outcome == Outcome.WON
    assert after.men("star", "mountain") > 0
    assert after.posture("star", "mountain") == Posture.HIDDEN


def test_paid_men_who_cannot_hide_go_home_when_beaten() -> None:
    position = Position(LUCKLESS).towns("mountain", "crown").men("crown", "mountain", "village", 100)
    after = position.men("hill", "mountain", BAND, 1500).month({"hill": ["attack mountain"]})
    fought = after.one(facts.Fought)
    assert fought.outcome == Outcome.WON
    assert after.men("crown", "mountain") == 0
    assert after.mustered(Cause.DESERTED, "crown") == fought.other_lost - 100 < 0


def test_bands_that_stand_and_hold_do_not_slip_away() -> None:
    lost = {}
    for posture in (Posture.OPEN, Posture.HOLD):
        position = Position(LUCKLESS).men("hill", "mountain", BAND, 2500).men("star", "mountain", BAND, 100, posture)
        lost[posture] = position.month({"hill": ["attack mountain star"]}).one(facts.Fought).other_lost
    assert lost[Posture.HOLD] > lost[Posture.OPEN]


def test_beaten_bands_leave_the_plain() -> None:
    position = Position(LUCKLESS).men("hill", "plain", BAND, 1500).men("star", "plain", BAND, 100)
    after = position.month({"hill": ["attack plain star"]})
    assert after.men("star", "plain") == 0
    assert after.mustered(Cause.ARRIVED, "star") > 0


def test_a_repelled_attacker_stays_where_it_is() -> None:
    after = open_bands(40).month({"hill": ["attack plain"]})
    assert after.one(facts.Fought).outcome == Outcome.REPELLED
    assert 0 < after.men("hill", "plain") < 40
    assert after.posture("hill", "plain") == Posture.OPEN


def test_taking_towns_is_news() -> None:
    after = open_bands(3000).month({"hill": ["attack plain"]})
    assert after.moved(Figure.STANDING, Cause.BATTLE, "hill") == quiet().rules.news_standing


# --- sweeps


def test_a_sweep_fights_open_enemies_in_the_country() -> None:
    position = Position(LUCKLESS).men("hill", "woods", BAND, 100).men("crown", "woods", "column", 400)
    assert position.month({"crown": ["sweep woods"]}).one(facts.Fought).clash == Clash.SWEEP


def test_a_sweep_to_which_no_column_comes_fails() -> None:
    after = Position().men("crown", "plain", "column", 400).month({"crown": ["sweep woods"]})
    assert after.failed() == ["nobody_there"]


def test_a_sweep_leaves_rivals_with_whom_there_is_no_war_alone() -> None:
    position = Position().relate("crown", "star", Relation.HOSTILE)
    position.men("star", "woods", BAND, 100).men("crown", "woods", "column", 400)
    after = position.month({"crown": ["sweep woods"]})
    assert after.all(facts.Fought) == []
    assert after.men("star", "woods") == 100


def test_a_sweep_does_not_storm_towns() -> None:
    position = Position().towns("woods", "hill").men("hill", "woods", BAND, 100).men("crown", "woods", "column", 400)
    assert position.month({"crown": ["sweep woods"]}).all(facts.Fought) == []


def test_a_sweep_finds_some_of_the_hidden_who_fall_or_are_taken() -> None:
    position = Position().hidden("hill", "plain", BAND, 300).men("crown", "plain", "column", 900)
    after = position.month({"crown": ["sweep plain"]})
    swept = after.one(facts.Swept)
    assert 0 < swept.lost <= swept.found < 300
    assert after.mustered(Cause.KILLED, "hill") + after.mustered(Cause.TAKEN, "hill") == -swept.lost


def test_a_sweep_frightens_and_costs_the_sweeper_friends() -> None:
    position = Position().men("crown", "plain", "column", 900).sympathy("plain", "crown", 10)
    after = position.month({"crown": ["sweep plain"]})
    assert after.moved(Figure.FEAR, Cause.SWEPT) == quiet().rules.sweep_fear
    assert after.sympathy("plain", "crown") < 100


def test_a_sweep_can_break_a_council_of_two_or_three_even_where_no_men_are_found() -> None:
    levels = set()
    for seed in range(20):
        position = Position().council("plain", "hill", 2).men("crown", "plain", "column", 900)
        levels.add(position.month({"crown": ["sweep plain"]}, seed).council("plain", "hill"))
    assert levels == {1, 2}


def test_few_searchers_seldom_break_a_council() -> None:
    broken = {}
    for searchers in (90, 900, 2700):
        broken[searchers] = 0
        for seed in range(60):
            position = Position().council("plain", "hill", 2).hidden("hill", "woods", "cell", 9)
            position.men("crown", "plain", "column", searchers)
            broken[searchers] += position.month({"crown": ["sweep plain"]}, seed).council("plain", "hill") == 1
    assert broken[90] * 4 < broken[900] == broken[2700]


def test_a_council_of_one_is_not_worth_a_sweep() -> None:
    for seed in range(20):
        position = Position().council("plain", "hill", 1).men("crown", "plain", "column", 900)
        position.men("hill", "woods", "cell", 9)
        assert position.month({"crown": ["sweep plain"]}, seed).council("plain", "hill") == 1


def found(terrain: Terrain = Terrain.HILLS, fear: int = 0, feuds: int = 0, friends: int = 0, informers: bool = False,
          searchers: int = 500) -> int:  # fmt: skip
    return formulas.discovery(terrain, fear, feuds, friends, informers, searchers, quiet().rules)


def test_what_betrays_the_hidden() -> None:
    assert found(feuds=3) > found()
    assert found(fear=800) > found()
    assert found(informers=True) > found()
    assert found(searchers=900) > found(searchers=100)
    assert found(friends=400) < found()
    assert found(Terrain.MOUNTAIN) < found(Terrain.HILLS) < found(Terrain.PLAIN)
    assert found(Terrain.PLAIN, 1000, 9, 0, True, 10**6) <= quiet().rules.discovery_most


def test_hiding_takes_effect_at_the_months_end_and_halves_what_is_engaged_and_found_meanwhile() -> None:
    swept = {}
    for name in ("hiding", "hidden", "open"):
        position = Position(LUCKLESS).men("crown", "woods", "column", 900).sympathy("woods", "hill", 20)
        position.men("hill", "woods", BAND, 400, Posture.HIDDEN if name == "hidden" else Posture.OPEN)
        orders = {"crown": ["sweep woods"], "hill": ["hide woods"] if name == "hiding" else []}
        swept[name] = position.month(orders)
    assert swept["hiding"].one(facts.Fought).other_men * 2 == swept["open"].one(facts.Fought).other_men
    assert swept["hidden"].all(facts.Fought) == []
    share = {name: swept[name].one(facts.Swept).found for name in ("hiding", "hidden")}
    assert 0 < share["hiding"] <= share["hidden"] // 2 + 1


def test_hiding_ends_in_hiding() -> None:
    position = Position().men("hill", "woods", BAND, 100).sympathy("woods", "hill", 30)
    after = position.month({"hill": ["hide woods"]})
    assert after.posture("hill", "woods") == Posture.HIDDEN


def test_acting_openly_cancels_hiding() -> None:
    position = Position().men("hill", "woods", BAND, 100).sympathy("woods", "hill", 30).towns("woods", "crown")
    position.men("crown", "woods", "garrison", 200)
    for deed in ("raid woods", "attack woods", "sabotage woods telegraph"):
        after = position.month({"hill": ["hide woods", deed]})
        assert after.posture("hill", "woods") == Posture.OPEN, deed
