"""Marches: how far, by what way, who is held up; postures; what dispersing and leaving cost."""

from __future__ import annotations

import pytest
from kit import WINTER_TURN, Cause, Figure, Position, Posture, Relation, quiet, ruled

from lanc_game.engine import facts


def test_a_whole_stack_moves_as_one() -> None:
    after = Position().men("hill", "mountain", "band", 120).month({"hill": ["move mountain woods"]})
    assert (after.men("hill", "mountain"), after.men("hill", "woods")) == (0, 120)
    assert after.one(facts.Moved).men == 120


def test_a_part_of_a_stack_moves_alone() -> None:
    after = Position().men("hill", "mountain", "band", 120).month({"hill": ["move mountain woods band 50"]})
    assert (after.men("hill", "mountain"), after.men("hill", "woods")) == (70, 50)


def test_cells_stay_when_the_bands_march_unless_they_are_named() -> None:
    position = Position().men("hill", "mountain", "band", 120).men("hill", "mountain", "cell", 15)
    after = position.month({"hill": ["move mountain woods"]})
    assert after.men("hill", "mountain", "cell") == 15
    after = position.month({"hill": ["move mountain woods cell 15"]})
    assert after.men("hill", "woods", "cell") == 15


def test_village_units_do_not_travel() -> None:
    position = Position().men("hill", "mountain", "band", 50).men("hill", "mountain", "village", 80)
    after = position.month({"hill": ["move mountain woods"]})
    assert after.men("hill", "mountain", "village") == 80


def test_a_stack_goes_as_far_as_its_slowest() -> None:
    bands = Position().men("hill", "mountain", "band", 50)
    assert bands.why("hill", "move mountain plain") == ""
    assert bands.men("hill", "mountain", "battalion", 50).why("hill", "move mountain plain") == "no_way_there"


# --- links


def test_snow_closes_passes_to_all_but_light_bands() -> None:
    position = Position(turn=WINTER_TURN).men("hill", "mountain", "band", 50).men("star", "mountain", "battalion", 50)
    assert position.why("hill", "move mountain woods") == ""
    assert position.why("star", "move mountain woods") == "no_way_there"
    assert Position().men("star", "mountain", "battalion", 50).why("star", "move mountain woods") == ""


def test_lorries_need_a_road() -> None:
    assert Position().men("crown", "mountain", "column", 50).why("crown", "move mountain woods") == "no_way_there"
    assert Position().men("crown", "mountain", "column", 50).why("crown", "move mountain harbour") == ""


def test_snow_closes_high_roads_to_lorries() -> None:
    position = Position(turn=WINTER_TURN).men("crown", "mountain", "column", 50)
    assert position.why("crown", "move mountain harbour") == "no_way_there"


def test_a_cut_road_holds_lorries_and_not_bands() -> None:
    position = Position().men("crown", "plain", "column", 50).men("hill", "plain", "band", 50)
    position.state.cut[position.link("plain", "woods")] = 2
    assert position.why("crown", "move plain woods") == "no_way_there"
    assert position.why("hill", "move plain woods") == ""


def test_a_road_cut_in_hiding_holds_a_column_only_from_next_month() -> None:
    position = Position().men("crown", "plain", "column", 50).men("hill", "plain", "band", 50)
    after = position.month({"crown": ["move plain woods"], "hill": ["sabotage plain road woods"]})
    assert after.men("crown", "woods") == 50
    assert after.then().why("crown", "move woods plain") == "no_way_there"


def test_a_way_that_was_cut_after_the_order_was_written_fails_it() -> None:
    position = Position().men("crown", "plain", "column", 50)
    position.state.cut[position.link("plain", "woods")] = 2
    after = position.month({"crown": ["move plain woods"]}, blind=True)
    assert after.failed() == ["no_way_there"]
    assert after.men("crown", "plain") == 50


def test_the_sea_joins_two_friendly_ports() -> None:
    world = quiet()
    from dataclasses import replace

    from lanc_game.engine.names import LinkKind, Worth
    from lanc_game.engine.world import LinkDef

    woods, harbour = world.region_index["woods"], world.region_index["harbour"]
    regions = tuple(replace(r, worth=(Worth.PORT,)) if i == woods else r for i, r in enumerate(world.regions))
    links = (LinkDef(harbour, woods, LinkKind.SEA, ""),)
    position = Position(replace(world, regions=regions, links=links)).men("crown", "woods", "column", 90)
    assert position.towns("woods", "crown").why("crown", "move woods harbour") == "no_way_there"
    assert position.towns("harbour", "star").why("crown", "move woods harbour") == "no_way_there"
    assert position.relate("crown", "star", Relation.ALLIED).why("crown", "move woods harbour") == ""


# --- meetings


def test_open_columns_of_enemies_that_cross_on_a_link_meet_and_the_weaker_turns_back() -> None:
    position = Position().men("hill", "mountain", "band", 900).men("crown", "harbour", "column", 200)
    after = position.month({"hill": ["move mountain harbour"], "crown": ["move harbour mountain"]})
    met = after.one(facts.Met)
    assert (met.actor, met.other) == (2, 0)
    assert (after.men("crown", "mountain"), after.men("crown", "harbour")) == (0, 200 - met.lost)
    assert after.mustered(Cause.KILLED, "hill") == -met.other_lost
    assert met.lost > 0


def test_hidden_bands_slip_past() -> None:
    position = Position().hidden("hill", "mountain", "band", 900).men("crown", "harbour", "column", 200)
    after = position.month({"hill": ["move mountain harbour"], "crown": ["move harbour mountain"]})
    assert after.all(facts.Met) == []
    assert after.men("crown", "mountain") == 200


def test_rivals_at_peace_pass_each_other() -> None:
    position = Position().men("hill", "mountain", "band", 90).men("star", "harbour", "band", 90)
    after = position.month({"hill": ["move mountain harbour"], "star": ["move harbour mountain"]})
    assert after.all(facts.Met) == []


# --- postures


def test_hidden_bands_move_hidden_and_regulars_do_not() -> None:
    bands = Position().hidden("hill", "mountain", "band", 90).month({"hill": ["move mountain woods"]})
    assert bands.posture("hill", "woods") == Posture.HIDDEN
    regulars = Position().hidden("hill", "mountain", "battalion", 90).month({"hill": ["move mountain woods"]})
    assert regulars.posture("hill", "woods") == Posture.OPEN


def test_open_men_who_join_hidden_ones_bring_them_into_the_open() -> None:
    position = Position().men("hill", "mountain", "band", 90).hidden("hill", "woods", "band", 50)
    assert position.month({"hill": ["move mountain woods"]}).posture("hill", "woods") == Posture.OPEN


def test_moving_while_going_to_ground_is_moving_in_the_open() -> None:
    position = Position().men("hill", "mountain", "band", 90).sympathy("mountain", "hill", 30)
    after = position.month({"hill": ["hide mountain", "move mountain woods"]})
    assert after.posture("hill", "woods") == Posture.OPEN


def test_hold_digs_in_and_lasts() -> None:
    after = Position().men("hill", "mountain", "band", 90).month({"hill": ["hold mountain"]})
    assert after.one(facts.PostureTaken).posture == Posture.HOLD
    assert after.then().month().posture("hill", "mountain") == Posture.HOLD


def test_a_movement_with_nobody_in_the_open_is_underground() -> None:
    hidden = Position().hidden("hill", "mountain", "band", 90).month()
    assert hidden.state.status[0] == 3
    assert hidden.then().month({"hill": ["muster mountain"]}).state.status[0] == 2


# --- dispersing


def regulars(level: int = 2) -> Position:
    return Position().men("hill", "woods", "battalion", 400).purse("hill", supplies=200).council("woods", "hill", level)


def test_dispersing_hides_at_once_and_costs_a_tenth_stores_and_a_council_level() -> None:
    rules = quiet().rules
    after = regulars().month({"hill": ["disperse woods"]})
    lost = 400 * rules.disperse_loss // 1000
    assert after.one(facts.Dispersed).lost == lost
    assert (after.men("hill", "woods", "battalion"), after.men("hill", "woods", "band")) == (0, 400 - lost)
    assert after.posture("hill", "woods") == Posture.HIDDEN
    assert after.council("woods", "hill") == 2 - rules.disperse_council
    assert after.moved(Figure.SUPPLIES, Cause.DISPERSED, "hill") == -(400 * rules.disperse_stores // 100)
    assert after.mustered(Cause.DISBANDED, "hill") == -lost


def test_the_dispersed_are_not_fought_by_a_sweep_of_the_same_month() -> None:
    position = regulars().men("crown", "woods", "column", 900)
    assert position.month({"hill": ["disperse woods"], "crown": ["sweep woods"]}).all(facts.Fought) == []


def test_dispersing_hides_others_at_once_only_where_the_dispersed_are_half() -> None:
    orders = {"hill": ["disperse woods"], "crown": ["sweep woods"]}
    few = regulars().men("hill", "woods", "band", 800).men("crown", "woods", "column", 900).month(orders)
    men = 800 + 400 - few.one(facts.Dispersed).lost
    assert few.one(facts.Fought).other_men == men // 2  # they are going to ground: half have slipped away
    calm = regulars().men("hill", "woods", "band", 800).month({"hill": ["disperse woods"]})
    assert calm.posture("hill", "woods") == Posture.HIDDEN  # by the month's end
    half = regulars().men("hill", "woods", "band", 400).men("crown", "woods", "column", 900)
    assert half.month(orders).all(facts.Fought) == []


def test_dispersing_does_not_bring_out_who_was_hidden() -> None:
    position = Position().hidden("hill", "woods", "battalion", 100).hidden("hill", "woods", "band", 400)
    position.men("crown", "woods", "column", 900)
    assert position.month({"hill": ["disperse woods"], "crown": ["sweep woods"]}).all(facts.Fought) == []


# --- occupiers


def test_a_garrison_order_turns_columns_into_garrisons_and_back() -> None:
    position = Position().men("crown", "plain", "garrison", 100).men("crown", "plain", "column", 300)
    after = position.month({"crown": ["garrison plain 250"]})
    assert (after.men("crown", "plain", "garrison"), after.men("crown", "plain", "column")) == (250, 150)
    back = after.then().month({"crown": ["garrison plain 0"]})
    assert (back.men("crown", "plain", "garrison"), back.men("crown", "plain", "column")) == (0, 400)
    assert back.mustered(Cause.CONVERTED, "crown") == 0


def test_who_withdraws_is_off_the_map_and_accounted_for() -> None:
    after = Position().men("crown", "harbour", "column", 300).month({"crown": ["withdraw harbour"]})
    assert after.men("crown", "harbour") == 0
    assert after.mustered(Cause.EVACUATED, "crown") == -300
    assert after.one(facts.Withdrew).men == 300


# --- offensives


def drive(ago: int = 1, until: int = 1, weak: str = "", turn: int = 3) -> Position:
    position = Position(ruled(quiet(), battle_spread=0), turn).operation(
        "crown", "woods", ago=ago, until=until, weak=weak
    )
    return position.men("crown", "woods", "column", 900)


def test_an_offensive_is_committed_a_month_ahead_and_costs_supplies() -> None:
    position = Position(turn=3).men("crown", "plain", "column", 900).purse("crown", supplies=500)
    after = position.month({"crown": ["offensive woods plain"]})
    announced = after.one(facts.Announced)
    assert announced.opens == 4
    assert after.all(facts.Fought) == []
    assert after.moved(Figure.SUPPLIES, Cause.OFFENSIVE, "crown") == -quiet().rules.offensive_supply
    [op] = after.state.operations
    assert (op.committed, op.until) == (3, 5)


def test_an_offensive_that_opens_in_winter_lasts_a_month_longer() -> None:
    position = Position(turn=WINTER_TURN).men("crown", "plain", "column", 900)
    [op] = position.month({"crown": ["offensive woods"]}).state.operations
    assert op.until == WINTER_TURN + 3


def test_an_offensive_costs_two_orders_worth_of_staff() -> None:
    position = Position().men("crown", "plain", "column", 900).purse("crown", cadres=1)
    assert position.why("crown", "offensive woods") == "no_cadres"


def test_an_offensive_is_fought_in_each_of_its_months_and_then_it_is_over() -> None:
    position = drive(until=1).men("hill", "woods", "band", 900).purse("hill", supplies=900)
    first = position.month()
    assert first.one(facts.Fought).clash == 2
    assert first.state.operations
    again = first.then()
    again.state.posture[again.place("hill", "woods")] = Posture.OPEN
    second = again.month()
    assert second.all(facts.Fought)
    assert second.state.operations == []


def test_columns_from_next_door_are_brought_in_as_it_opens() -> None:
    position = drive().men("crown", "plain", "column", 600)
    after = position.month()
    assert after.men("crown", "woods") > 900
    assert 0 < after.men("crown", "plain") < 600


@pytest.mark.parametrize(("start", "hindrance"), [("mountain", ""), ("plain", "cut")])
def test_columns_are_brought_in_only_over_roads_that_they_can_use(start: str, hindrance: str) -> None:
    position = drive().men("crown", start, "column", 600)
    if hindrance:
        position.state.cut[position.link(start, "woods")] = 2
    assert position.month().men("crown", start) == 600


def test_snow_keeps_columns_from_coming_over_a_high_road() -> None:
    def came(turn: int) -> int:
        position = Position(turn=turn).operation("crown", "mountain").men("crown", "mountain", "column", 400)
        return position.men("crown", "harbour", "column", 600).month().mustered(Cause.ARRIVED, "crown", "mountain")

    assert came(3) > 0
    assert came(WINTER_TURN) == 0


def test_an_offensive_hits_harder_than_a_sweep_and_finds_more() -> None:
    big = drive().hidden("hill", "woods", "band", 400).month()
    small = Position(ruled(quiet(), battle_spread=0), 3).men("crown", "woods", "column", 900)
    swept = small.hidden("hill", "woods", "band", 400).month({"crown": ["sweep woods"]})
    assert big.one(facts.Swept).found > swept.one(facts.Swept).found
    assert big.moved(Figure.FEAR, Cause.SWEPT) > swept.moved(Figure.FEAR, Cause.SWEPT)


def test_an_announced_offensive_is_known_to_those_with_sources_and_to_nobody_else() -> None:
    knows = Position().operation("crown", "woods", ago=1, weak="plain").council("woods", "hill", 1)
    [known] = knows.view("hill").operations
    assert (known.regions, known.band, known.weak) == ((knows.r("woods"),), 1000, -1)
    assert knows.view("star").operations == []
    there = Position().operation("crown", "woods", ago=1).hidden("star", "woods", "band", 30)
    assert there.view("star").operations
    friend = Position().operation("crown", "woods", ago=1).relate("crown", "star", Relation.ALLIED)
    assert friend.view("star").operations


def test_not_even_its_own_staff_know_the_weak_side() -> None:
    assert Position().operation("crown", "woods", ago=1, weak="plain").view("crown").operations[0].weak == -1


def test_the_size_that_a_spy_gives_is_a_band_and_not_the_number() -> None:
    sizes = set()
    for seed in range(12):
        position = Position(turn=3).men("crown", "plain", "column", 1000)
        sizes.add(position.month({"crown": ["offensive woods"]}, seed).one(facts.Announced).men)
    assert len(sizes) > 3
    assert all(size % 100 == 0 for size in sizes)


@pytest.mark.parametrize(("to", "bleeds"), [("mountain", True), ("plain", False)])
def test_a_cordon_can_be_survived_by_its_weak_side(to: str, bleeds: bool) -> None:
    position = drive(weak="plain").hidden("hill", "woods", "band", 400)
    after = position.month({"hill": [f"move woods {to}"]})
    lost = 400 * quiet().rules.cordon_loss // 1000 if bleeds else 0
    assert after.men("hill", to) == 400 - lost
    assert -after.mustered(Cause.KILLED, "hill") == lost
    if bleeds:
        assert after.one(facts.Met).other_lost == 0  # what is told is what fell


def test_a_cordon_does_not_close_before_its_month() -> None:
    position = drive(ago=0, weak="plain").hidden("hill", "woods", "band", 400)
    assert position.month({"hill": ["move woods mountain"]}).men("hill", "mountain") == 400


def test_calling_an_offensive_off_costs_supplies_and_standing() -> None:
    position = drive(ago=0).purse("crown", supplies=500, standing=20).men("hill", "woods", "band", 100)
    after = position.month({"crown": ["calloff"]})
    rules = quiet().rules
    assert after.moved(Figure.SUPPLIES, Cause.OFFENSIVE, "crown") == -(rules.offensive_supply // 2)
    assert after.moved(Figure.STANDING, Cause.OFFENSIVE, "crown") == -rules.calloff_standing
    assert after.state.operations == []
    assert after.then().month().all(facts.Fought) == []


def test_no_answer_to_an_offensive_is_free() -> None:
    """Standing, going to ground, dispersing and breaking out all cost men or a council; so does waiting hidden."""
    answers = {
        "stand": (Posture.OPEN, []),
        "hide": (Posture.OPEN, ["hide woods"]),
        "wait in hiding": (Posture.HIDDEN, []),
        "break out": (Posture.OPEN, ["move woods mountain"]),
        "disperse": (Posture.OPEN, ["disperse woods"]),
    }
    for name, (posture, orders) in answers.items():
        position = drive().sympathy("woods", "hill", 20).council("woods", "hill", 2).purse("hill", supplies=900)
        position.men("hill", "woods", "band", 300, posture)
        if name == "disperse":
            position.men("hill", "woods", "battalion", 300, posture)
        after = position.month({"hill": orders})
        before = position.state.men_of(0)
        assert after.state.men_of(0) < before or after.council("woods", "hill") < 2, name
