"""Who holds what, what the land yields and eats, and what the month does to people."""

from __future__ import annotations

import pytest
from kit import HARVEST_TURN, WINTER_TURN, Cause, Figure, Position, Posture, Relation, Status, quiet, ruled

from lanc_game.engine import facts, formulas
from lanc_game.engine.names import Policy, Requisition
from lanc_game.engine.phases.control import LEAST_TOWN
from lanc_game.engine.routes import supplied
from lanc_game.engine.rules import Rules

RULES = quiet().rules


# --- town and country


def test_town_and_country_are_two_sides() -> None:
    position = Position().towns("woods", "crown").men("crown", "woods", "garrison", 300)
    after = position.men("hill", "woods", "band", 200).month()
    assert (after.town("woods"), after.country("woods")) == ("crown", "hill")


def test_a_holder_with_men_in_the_towns_keeps_them_whoever_stands_outside() -> None:
    position = Position().towns("woods", "crown").men("crown", "woods", "garrison", LEAST_TOWN)
    assert position.men("hill", "woods", "battalion", 3000).month().town("woods") == "crown"


def test_a_token_garrison_keeps_a_town_only_while_nobody_challenges_it() -> None:
    position = Position().towns("woods", "crown").men("crown", "woods", "garrison", LEAST_TOWN - 1)
    assert position.month().town("woods") == "crown"
    assert position.men("hill", "woods", "battalion", 300).month().town("woods") == "hill"


def test_empty_towns_go_to_whoever_stands_there_in_the_open() -> None:
    assert Position().men("hill", "woods", "band", 100).month().town("woods") == "hill"
    assert Position().hidden("hill", "woods", "band", 100).month().town("woods") == ""
    assert Position().men("hill", "woods", "cell", 100).month().town("woods") == ""


def test_empty_towns_are_not_taken_against_an_enemy_who_outweighs() -> None:
    position = Position().men("hill", "woods", "battalion", 300).men("crown", "woods", "column", 300)
    assert position.month().town("woods") == ""


def test_towns_of_an_ally_who_has_left_are_not_taken() -> None:
    position = (
        Position().towns("woods", "star").men("hill", "woods", "band", 100).relate("hill", "star", Relation.TRUCE)
    )
    assert position.month().town("woods") == "star"


def test_towns_without_men_and_without_the_country_are_nobodys() -> None:
    assert Position().towns("woods", "hill").month().town("woods") == ""
    assert Position().towns("woods", "hill").council("woods", "hill", 2).month().town("woods") == "hill"


def test_garrisons_hold_towns_and_not_the_country() -> None:
    position = Position().towns("woods", "crown").men("crown", "woods", "garrison", 500)
    assert position.month().country("woods") == ""
    assert Position().men("crown", "woods", "column", 500).month().country("woods") == "crown"


def test_the_country_needs_somebody_whom_nobody_outweighs() -> None:
    even = Position().men("hill", "woods", "band", 200).men("star", "woods", "band", 200)
    assert even.month().country("woods") == ""
    assert even.men("hill", "woods", "band", 400).month().country("woods") == "hill"


def test_whoever_holds_the_country_keeps_it_until_he_is_clearly_outweighed() -> None:
    position = Position().country("woods", "star").men("hill", "woods", "band", 210).men("star", "woods", "band", 200)
    assert position.month().country("woods") == "star"
    assert position.men("hill", "woods", "band", 400).month().country("woods") == "hill"


def test_a_council_of_two_holds_the_country_without_a_man() -> None:
    assert Position().council("woods", "hill", 2).month().country("woods") == "hill"
    assert Position().council("woods", "hill", 1).month().country("woods") == ""


def test_hidden_men_hold_nothing() -> None:
    position = Position().country("woods", "hill").hidden("hill", "woods", "band", 300)
    assert position.month().country("woods") == ""


# --- food


def harvest(**numbers: int) -> Position:
    return Position(ruled(quiet(), **numbers) if numbers else None, HARVEST_TURN)


def test_grain_comes_in_the_harvest_months_and_more_in_the_granary() -> None:
    after = harvest().month()
    crop = {name: after.moved(Figure.GRAIN, Cause.HARVEST, region=name) for name in ("plain", "harbour")}
    people = {r.id: r.people for r in quiet().regions}
    assert crop["harbour"] == people["harbour"] * RULES.harvest_per_thousand
    assert crop["plain"] > people["plain"] * RULES.harvest_per_thousand
    assert Position().month().moved(Figure.GRAIN, Cause.HARVEST) == 0


def test_stored_grain_dwindles() -> None:
    assert Position().grain("plain", 1000).month().state.grain[Position().r("plain")] == RULES.grain_keep


def test_councils_take_a_tithe_by_level_and_whoever_holds_the_country_another() -> None:
    got = [
        Position().council("plain", "hill", level).men("hill", "plain", "cell", 9).grain("plain", 1000).month()
        for level in (1, 2, 3)
    ]
    tithes = [after.moved(Figure.SUPPLIES, Cause.HARVEST, "hill") for after in got]
    assert 0 < tithes[0] < tithes[1] < tithes[2]
    open_men = Position().men("hill", "plain", "band", 200).grain("plain", 1000).month()
    assert open_men.moved(Figure.SUPPLIES, Cause.HARVEST, "hill") > 0


def taken(policy: Requisition, council: int = 0) -> int:
    position = Position().towns("plain", "crown").men("crown", "plain", "garrison", 500).grain("plain", 1000)
    position.council("plain", "hill", council).policy("crown", Policy.REQUISITION, policy)
    return position.month().moved(Figure.SUPPLIES, Cause.REQUISITION, "crown")


def test_an_occupier_requisitions_by_policy_and_councils_fight_it() -> None:
    assert taken(Requisition.HEAVY) > taken(Requisition.LIGHT) > 0
    assert taken(Requisition.HEAVY) > taken(Requisition.HEAVY, 1) > taken(Requisition.HEAVY, 3)


def test_heavy_requisition_frightens_where_no_council_stands_up_to_it() -> None:
    def fear(council: int) -> int:
        position = Position().towns("plain", "crown").men("crown", "plain", "garrison", 500).grain("plain", 1000)
        position.council("plain", "hill", council).policy("crown", Policy.REQUISITION, Requisition.HEAVY)
        return position.month().moved(Figure.FEAR, Cause.REQUISITION)

    assert (fear(0), fear(2)) == (RULES.requisition_fear, 0)


def heavy(other: Relation = Relation.WAR) -> Position:
    position = Position().towns("plain", "crown").men("crown", "plain", "garrison", 500).grain("plain", 1000)
    position.policy("crown", Policy.REQUISITION, Requisition.HEAVY).relate("hill", "crown", other)
    return position


def test_the_council_of_an_ally_does_not_resist_requisition() -> None:
    taken_from = {
        relation: heavy(relation).council("plain", "hill", 3).month() for relation in (Relation.WAR, Relation.ALLIED)
    }
    got = {r: after.moved(Figure.SUPPLIES, Cause.REQUISITION, "crown") for r, after in taken_from.items()}
    assert got[Relation.ALLIED] > got[Relation.WAR]
    assert got[Relation.ALLIED] == heavy().month().moved(Figure.SUPPLIES, Cause.REQUISITION, "crown")


def test_heavy_requisition_drives_people_to_enemies_who_have_a_council_there() -> None:
    def driven(position: Position) -> int:
        return position.month().moved(Figure.SYMPATHY, Cause.REQUISITION, "hill")

    assert driven(heavy().council("plain", "hill", 1)) == RULES.requisition_anger > 0
    assert driven(heavy()) == 0
    assert driven(heavy(Relation.HOSTILE).council("plain", "hill", 1)) == 0
    light = heavy().council("plain", "hill", 1).policy("crown", Policy.REQUISITION, Requisition.LIGHT)
    assert driven(light) == 0


def test_movements_do_not_requisition() -> None:
    position = Position().towns("plain", "hill").men("hill", "plain", "band", 100).grain("plain", 1000)
    assert position.month().moved(Figure.SUPPLIES, Cause.REQUISITION, "hill") == 0


def test_open_men_eat_and_the_hidden_and_the_village_units_do_not() -> None:
    eaten = {}
    for name, position in {
        "open": Position().men("hill", "plain", "band", 200),
        "hidden": Position().hidden("hill", "plain", "band", 200),
        "village": Position().men("hill", "plain", "village", 200),
    }.items():
        eaten[name] = -position.month().moved(Figure.SUPPLIES, Cause.UPKEEP, "hill")
    assert eaten == {"open": 20, "hidden": 0, "village": 0}


def test_where_there_is_nothing_to_eat_men_go_home() -> None:
    after = Position().men("hill", "plain", "band", 200).purse("hill", supplies=0).month()
    assert after.mustered(Cause.DESERTED, "hill") == -(200 * RULES.hunger_loss // 1000)
    assert not after.one(facts.Hungered).winter


def test_the_hidden_live_on_friendly_villages() -> None:
    world = ruled(quiet(), hidden_hunger=Rules().hidden_hunger)
    alone = Position(world).hidden("hill", "plain", "band", 400).month()
    among_friends = Position(world).hidden("hill", "plain", "band", 400).sympathy("plain", "hill", 15).month()
    assert alone.mustered(Cause.DESERTED, "hill") < 0
    assert among_friends.mustered(Cause.DESERTED, "hill") == 0


def test_stores_beyond_what_men_can_carry_spoil() -> None:
    rich = Position().men("hill", "plain", "band", 100).purse("hill", supplies=9000).month()
    poor = Position().men("hill", "plain", "band", 100).purse("hill", supplies=RULES.stores_least).month()
    assert rich.moved(Figure.SUPPLIES, Cause.WEAR, "hill") < 0
    assert poor.moved(Figure.SUPPLIES, Cause.WEAR, "hill") == 0


def test_arms_wear() -> None:
    assert Position().purse("hill", arms=1000).month().moved(Figure.ARMS, Cause.WEAR, "hill") == -RULES.wear


@pytest.mark.parametrize("sheltered", ["hidden", "in towns", "below"])
def test_winter_wears_down_open_men_in_the_mountains_without_a_roof(sheltered: str) -> None:
    out = Position(turn=WINTER_TURN).men("hill", "mountain", "band", 400).towns("mountain", "crown")
    out.men("crown", "mountain", "garrison", 90)
    assert out.month().mustered(Cause.WINTER, "hill") == -(400 * RULES.winter_loss // 1000)
    position = Position(turn=WINTER_TURN)
    if sheltered == "hidden":
        position.hidden("hill", "mountain", "band", 400)
    elif sheltered == "in towns":
        position.men("hill", "mountain", "band", 400).towns("mountain", "hill")
    else:
        position.men("hill", "plain", "band", 400)
    assert position.month().mustered(Cause.WINTER, "hill") == 0


# --- home and output


def test_home_sends_what_it_promised_to_those_in_play() -> None:
    after = chain().month()
    crown = quiet().factions[2]
    assert after.moved(Figure.SUPPLIES, Cause.HOME, "crown") == crown.home_supplies > 0
    assert after.moved(Figure.ARMS, Cause.HOME, "crown") == crown.home_arms > 0
    gone = chain().purse("crown", status=Status.GONE).month()
    assert gone.moved(Figure.SUPPLIES, Cause.HOME, "crown") == 0


def test_nothing_comes_from_home_to_a_side_that_holds_no_way_in() -> None:
    lost = Position().towns("plain", "crown").men("crown", "plain", "garrison", 100)
    shut_out = lost.month()
    assert shut_out.moved(Figure.SUPPLIES, Cause.HOME, "crown") == 0
    assert shut_out.moved(Figure.ARMS, Cause.HOME, "crown") == 0
    lost.towns("harbour", "star").men("star", "harbour", "band", 100).relate("crown", "star", Relation.ALLIED)
    assert lost.month().moved(Figure.SUPPLIES, Cause.HOME, "crown") > 0


def chain() -> Position:
    position = Position()
    for region in ("harbour", "plain", "woods"):
        position.towns(region, "crown").men("crown", region, "garrison", 100)
    return position


def test_supply_goes_from_an_exit_over_open_roads_through_held_towns() -> None:
    position = chain()
    state, world = position.state, position.world

    def fed() -> set[str]:
        reached = supplied(world, 2, state.town, state.cut, [False, False, True])
        return {world.regions[i].id for i, ok in enumerate(reached) if ok}

    assert fed() == {"harbour", "plain", "woods"}
    state.cut[position.link("plain", "woods")] = 1
    assert fed() == {"harbour", "plain"}
    state.town[position.r("harbour")] = 0
    assert fed() == set()


def test_a_friends_towns_let_convoys_through() -> None:
    position = chain().towns("plain", "star")
    state = position.state
    through = [supplied(position.world, 2, state.town, state.cut, [False, friend, True]) for friend in (False, True)]
    assert (through[0][position.r("woods")], through[1][position.r("woods")]) == (False, True)


def test_output_needs_an_open_road_home() -> None:
    whole = chain().month().moved(Figure.OUTPUT, Cause.TOWNS, "crown")
    cut = chain()
    cut.state.cut[cut.link("plain", "woods")] = 2
    assert cut.month().moved(Figure.OUTPUT, Cause.TOWNS, "crown") < whole


# --- people


def test_fear_eases_month_by_month() -> None:
    after = Position().fear("plain", 800).month()
    assert after.fear("plain") == 800 * RULES.fear_keep // 1000


def test_fear_silences_people_and_half_of_them_come_back_as_it_eases() -> None:
    frightened = Position().fear("plain", 900).sympathy("plain", "hill", 50).month()
    assert frightened.moved(Figure.SYMPATHY, Cause.FEAR_FELT, "hill") < 0
    assert frightened.state.scar[frightened.before.hearth("plain", "hill")] > 0
    lost = -frightened.moved(Figure.SYMPATHY, Cause.FEAR_FELT, "hill")
    back = frightened.moved(Figure.SYMPATHY, Cause.FEAR_EASED, "hill")
    following = frightened
    for _ in range(90):
        following = following.then().month()
        lost -= following.moved(Figure.SYMPATHY, Cause.FEAR_FELT, "hill")
        back += following.moved(Figure.SYMPATHY, Cause.FEAR_EASED, "hill")
        following.state.turn = 2
    assert following.fear("plain") == 0
    assert 0 < back <= lost
    assert abs(back - lost * RULES.scar_heals // 1000) <= max(15, lost // 5)  # whole people only, month by month
    assert following.state.scar[following.before.hearth("plain", "hill")] == 0


def test_councils_and_presence_win_the_uncommitted_little_by_little() -> None:
    with_council = Position().council("plain", "hill", 1).men("hill", "plain", "cell", 9).month()
    assert with_council.moved(Figure.SYMPATHY, Cause.COUNCIL_WORK, "hill") > 0
    full = Position().council("plain", "hill", 3).sympathy("plain", "hill", 100).month()
    assert full.sympathy("plain", "hill") == 1000
    open_men = Position().men("hill", "woods", "band", 200).month()
    assert open_men.moved(Figure.SYMPATHY, Cause.COUNCIL_WORK, "hill") > 0


def test_a_council_with_nobody_near_is_slowly_forgotten() -> None:
    forgotten = sum(
        Position().council("plain", "hill", 2).month(seed=seed).council("plain", "hill") == 1 for seed in range(100)
    )
    kept = Position().council("plain", "hill", 2).hidden("hill", "woods", "cell", 5)
    assert 0 < forgotten < 50
    assert all(kept.month(seed=seed).council("plain", "hill") == 2 for seed in range(30))


def test_standing_drifts_up_with_councils_and_sinks_slowly_without() -> None:
    strong = Position().purse("hill", standing=5)
    for region in ("plain", "harbour", "woods"):
        strong.council(region, "hill", 3).hidden("hill", region, "cell", 9).sympathy(region, "hill", 60)
    assert strong.month().moved(Figure.STANDING, Cause.COUNCILS, "hill") > 0
    weak = Position().purse("hill", standing=60).month().moved(Figure.STANDING, Cause.COUNCILS, "hill")
    assert -60 < weak < 0


def test_heat_cools_and_informers_are_forgotten() -> None:
    position = Position().heat("plain", "hill", 100)
    position.state.informers[position.hearth("plain", "crown")] = 1
    after = position.month()
    assert after.heat("plain", "hill") == 100 * RULES.heat_keep // 1000
    assert after.state.informers[position.hearth("plain", "crown")] == 0


# --- cadres


def test_cadres_grow_with_councils_by_one_a_month() -> None:
    position = Position().purse("hill", cadres=2)
    after = position.month()
    assert after.moved(Figure.CADRES, Cause.COMMITTEES, "hill") == 1
    base = quiet().factions[0].cadres_base
    assert formulas.cadres_due(base, RULES.council_levels_per_cadre, 0, RULES) == base + 1
    assert formulas.cadres_due(base, 999, 0, RULES) == RULES.cadres_most


def test_a_side_in_play_always_has_cadres_for_the_least() -> None:
    assert formulas.cadres_due(4, 0, 2, RULES) == 6  # two are lent by a patron
    assert formulas.cadres_due(0, 0, 0, RULES) == RULES.cadres_least == 2
    position = Position().purse("hill", cadres=0)
    assert position.month().then().month().state.cadres[0] == 2


def test_cadres_above_what_councils_carry_leave_one_by_one() -> None:
    after = Position().purse("hill", cadres=9).month()
    assert after.moved(Figure.CADRES, Cause.COMMITTEES, "hill") == -1


# --- the ledger of men


def test_every_man_is_accounted_for() -> None:
    position = Position().men("hill", "mountain", "band", 400).men("hill", "woods", "battalion", 200)
    position.council("woods", "hill", 1).men("crown", "woods", "column", 600).sympathy("mountain", "hill", 60)
    position.heat("mountain", "hill", 100).purse("hill", arms=400)
    orders = {"hill": ["recruit mountain", "move mountain woods band 100"], "crown": ["sweep woods"]}
    after = position.month(orders)
    for faction in ("hill", "crown"):
        index = position.f(faction)
        told = sum(after.mustered(cause, faction) for cause in Cause)
        assert position.state.men_of(index) + told == after.state.men_of(index)
    assert after.mustered(Cause.DEPARTED, "hill") + after.mustered(Cause.ARRIVED, "hill") == 0
    assert position.state.fallen[0] - after.mustered(Cause.KILLED, "hill") == after.state.fallen[0]


def test_nobody_can_take_more_men_than_there_are() -> None:
    from lanc_game.engine.dice import Dice
    from lanc_game.engine.ledger import Month

    position = Position().men("hill", "plain", "band", 5)
    month = Month(position.world, position.state, {}, Dice(1, 0, "test"), None)
    assert month.lose(position.place("hill", "plain"), 9, range(6), Cause.KILLED) == 5
    with pytest.raises(ValueError, match="more men"):
        month.men(position.place("hill", "plain"), 1, -1, Cause.KILLED)


def test_posture_of_an_empty_place_does_not_hide_those_who_come() -> None:
    position = Position().hidden("hill", "mountain", "band", 100)
    away = position.month({"hill": ["move mountain woods"]}).then()
    away.state.posture[away.place("hill", "woods")] = Posture.OPEN
    assert away.month({"hill": ["move woods mountain"]}).posture("hill", "mountain") == Posture.OPEN
