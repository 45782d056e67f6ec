"""What binds in one place: joint operations, one command, local truces; and who stays away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from kit import Cause, Figure, Level, Position, Posture, Relation, Status, calm, instrument, ruled, signable

from lanc_game.engine import facts
from lanc_game.engine.names import Clash, Outcome
from lanc_game.engine.state import Letter, Treaty
from lanc_game.workshop.load import load

HILL, STAR, CROWN = 0, 1, 2
MOUNTAIN, PLAIN = 1, 2
APRIL = 1
BAND = "band"
ALL = (HILL, STAR, CROWN)
WORLD = ruled(
    signable(
        calm(),
        instrument("blow", Level.JOINT),
        instrument("staff", Level.COMMAND),
        instrument("quarter", Level.LOCAL, ALL),
        instrument("talks", Level.CONTACT),
    ),
    battle_spread=0,
)
RULES = WORLD.rules


def line(hill: int = 400, star: int = 200, crown: int = 300, treaty: str = "blow") -> Position:
    """Return the Hills and the Star on the Crown's plain, bound to strike there together."""
    position = Position(WORLD, APRIL).towns("plain", "crown").men("crown", "plain", "column", crown)
    position.towns("harbour", "crown")  # by which it is fed
    position.purse("hill", arms=99).purse("star", arms=99)  # too few to wear
    position.men("hill", "plain", BAND, hill).men("star", "plain", BAND, star).strained("hill", "star", 30)
    region = "plain" if treaty == "blow" else ""
    return position.bind(treaty, "hill", "star", region)


# --- one line


@pytest.mark.parametrize("orders", [{"hill": ["attack plain"]}, {"hill": ["attack plain"], "star": ["attack plain"]}])
def test_partners_fight_one_battle_in_one_line(orders: dict[str, list[str]]) -> None:
    after = line().month(orders)
    fought = after.one(facts.Fought)
    assert (fought.actor, fought.other, fought.clash) == (HILL, CROWN, Clash.ATTACK)
    assert (fought.men, fought.other_men) == (600, 300)
    beside = after.one(facts.FoughtBeside)
    assert (beside.actor, beside.other, beside.region, beside.men) == (STAR, HILL, PLAIN, 200)
    assert after.failed() == []


def test_the_partner_comes_along_whoever_of_the_two_attacks() -> None:
    fought = line().month({"star": ["attack plain"]})
    assert (fought.one(facts.Fought).actor, fought.one(facts.Fought).men) == (STAR, 600)
    assert fought.one(facts.FoughtBeside).actor == HILL


def test_their_forces_add_up() -> None:
    alone = line(star=0).month({"hill": ["attack plain"]}).one(facts.Fought)
    together = line().month({"hill": ["attack plain"]}).one(facts.Fought)
    as_one = line(hill=600, star=0).month({"hill": ["attack plain"]}).one(facts.Fought)
    assert alone.odds < together.odds == as_one.odds
    assert (together.lost, together.other_lost, together.outcome) == (as_one.lost, as_one.other_lost, as_one.outcome)


@pytest.mark.parametrize(("hill", "star"), [(400, 200), (399, 198), (77, 601), (500, 1)])
def test_losses_fall_by_numbers_to_the_last_man(hill: int, star: int) -> None:
    after = line(hill, star).month({"hill": ["attack plain"]})
    fought = after.one(facts.Fought)
    assert -after.mustered(Cause.KILLED, "star") == fought.lost * star // (hill + star)
    assert -after.mustered(Cause.KILLED, "hill") == fought.lost - fought.lost * star // (hill + star)
    assert after.one(facts.FoughtBeside).lost == -after.mustered(Cause.KILLED, "star")
    assert -after.mustered(Cause.KILLED, "crown") == fought.other_lost


def test_spoils_are_divided_by_numbers_to_the_last_rifle() -> None:
    after = line().month({"hill": ["attack plain"]})
    fought = after.one(facts.Fought)
    assert fought.outcome == Outcome.WON
    assert fought.arms == (fought.other_lost + fought.taken) * RULES.captured_arms // 1000 > 0
    assert after.moved(Figure.ARMS, Cause.CAPTURED_ARMS, "star") == fought.arms * 200 // 600
    assert after.moved(Figure.ARMS, Cause.CAPTURED_ARMS, "hill") == fought.arms - fought.arms * 200 // 600


def test_whoever_repels_a_line_takes_its_rifles() -> None:
    after = line(hill=40, star=20, crown=900).month({"hill": ["attack plain"]})
    fought = after.one(facts.Fought)
    assert fought.outcome == Outcome.REPELLED
    assert after.moved(Figure.ARMS, Cause.CAPTURED_ARMS, "crown") == fought.lost * RULES.captured_arms // 1000
    assert after.moved(Figure.ARMS, Cause.CAPTURED_ARMS, "star") == 0


def test_each_of_a_line_spends_its_own_cartridges() -> None:
    after = line().month({"hill": ["attack plain"]})
    assert after.moved(Figure.ARMS, Cause.AMMUNITION, "hill") == -(400 // RULES.ammunition_men)
    assert after.moved(Figure.ARMS, Cause.AMMUNITION, "star") == -(200 // RULES.ammunition_men)
    assert after.moved(Figure.ARMS, Cause.AMMUNITION, "crown") == -(300 // RULES.ammunition_men)


def test_the_deed_and_its_blame_are_of_both() -> None:
    after = line().month({"hill": ["attack plain"]})
    assert after.heat("plain", "hill") == after.heat("plain", "star") == RULES.deed_heat * RULES.heat_keep // 1000
    rivals = line().relate("star", "crown", Relation.HOSTILE).month({"hill": ["attack plain"]})
    assert rivals.relation("star", "crown") == Relation.WAR


def test_the_news_is_of_whoever_struck() -> None:
    after = line().month({"hill": ["attack plain"]})
    assert after.moved(Figure.STANDING, Cause.BATTLE, "hill") == RULES.news_standing
    assert after.moved(Figure.STANDING, Cause.BATTLE, "star") == 0


def test_having_fought_together_eases_strain_and_binds_the_wings_at_home_there() -> None:
    after = line().month({"hill": ["attack plain"]})
    assert after.why_strain("hill", "star")[Cause.FOUGHT_TOGETHER] == -RULES.strain_together
    assert after.why_wing(Figure.LOYALTY, "teachers")[Cause.FOUGHT_TOGETHER] == RULES.fought_beside_loyalty
    assert Cause.FOUGHT_TOGETHER not in after.why_wing(Figure.LOYALTY, "shepherds")  # one in ten of the plain's men


def test_under_one_command_partners_fight_together_everywhere() -> None:
    after = line(treaty="staff").month({"hill": ["attack plain"]})
    assert after.one(facts.Fought).men == 600


@pytest.mark.parametrize("treaty", ["oath", "talks"])
def test_other_treaties_bring_nobody_along(treaty: str) -> None:
    after = line(treaty=treaty).month({"hill": ["attack plain"]})
    assert after.one(facts.Fought).men == 400
    assert after.all(facts.FoughtBeside) == []


def test_a_joint_operation_is_about_its_region_only() -> None:
    position = line().towns("woods", "crown").men("crown", "woods", "column", 100)
    position.men("hill", "woods", BAND, 300).men("star", "woods", BAND, 300)
    after = position.month({"hill": ["attack woods"]})
    assert after.one(facts.Fought).men == 300


def test_a_partner_at_peace_with_the_target_does_not_come() -> None:
    after = line().relate("star", "crown", Relation.TRUCE).month({"hill": ["attack plain"]})
    assert after.one(facts.Fought).men == 400
    assert after.relation("star", "crown") == Relation.TRUCE
    local = line().bind("quarter", "star", "crown", "plain").month({"hill": ["attack plain"]})
    assert local.one(facts.Fought).men == 400


def test_hidden_partners_do_not_come() -> None:
    position = line(star=0).hidden("star", "plain", BAND, 200)
    after = position.month({"hill": ["attack plain"]})
    assert after.one(facts.Fought).men == 400
    assert after.posture("star", "plain") == Posture.HIDDEN


def test_partners_who_both_attack_from_hiding_both_fight() -> None:
    position = line(hill=0, star=0).hidden("hill", "plain", BAND, 400).hidden("star", "plain", BAND, 200)
    after = position.month({"hill": ["attack plain"], "star": ["attack plain"]})
    assert sum(fact.men for fact in after.all(facts.Fought)) == 600


def test_an_attack_in_company_is_foretold_with_the_company() -> None:
    together, alone = line().forecast("hill", "attack plain"), line(treaty="talks").forecast("hill", "attack plain")
    assert together.value("odds") > alone.value("odds")
    fought = line().month({"hill": ["attack plain"]}).one(facts.Fought)
    assert together.value("odds") == fought.odds // 10


def test_a_partner_by_two_treaties_is_foretold_once() -> None:
    twice = line().bind("staff", "hill", "star")
    assert twice.forecast("hill", "attack plain").value("odds") == line().forecast("hill", "attack plain").value("odds")


@pytest.mark.parametrize("struck", ["hill", "star"])
def test_where_the_target_strikes_one_partner_back_neither_attack_vanishes(struck: str) -> None:
    attacks = {"hill": ["attack plain crown"], "star": ["attack plain crown"], "crown": [f"attack plain {struck}"]}
    after = line().month(attacks)
    fought = after.all(facts.Fought)
    assert {frozenset((f.actor, f.other)) for f in fought} == {frozenset((CROWN, HILL)), frozenset((CROWN, STAR))}
    assert len(fought) == 2


def test_partners_of_a_partner_fight_their_own_battle(tmp_path: Path) -> None:
    """The Hills and the Star are bound, the Star and the Union are; the Hills and the Union are not."""
    file = tmp_path / "three.yaml"
    file.write_text(
        "extends: two-banners\n"
        "factions: {union: {name: U, short: U, letter: U, colour: cyan, kind: movement, units: [band]}}\n"
        "instruments: {blow: {name: B, source: None., level: joint, between: [hill, star, union]}}\n",
        encoding="utf-8",
    )
    world = load(file).world
    assert world is not None
    position = Position(ruled(replace(world, events=(), hazards=()), battle_spread=0), APRIL).towns("plain", "crown")
    position.men("crown", "plain", "column", 300).relate("union", "crown", Relation.WAR)
    for side, men in (("hill", 400), ("star", 200), ("union", 100)):
        position.men(side, "plain", BAND, men).purse(side, arms=99)
    position.bind("blow", "hill", "star", "plain").bind("blow", "star", "union", "plain")
    after = position.month({side: ["attack plain crown"] for side in ("hill", "star", "union")})
    lines = {(fact.actor, fact.other) for fact in after.all(facts.Fought)}
    beside = {(fact.actor, fact.other) for fact in after.all(facts.FoughtBeside)}
    union = position.f("union")
    assert lines == {(HILL, CROWN), (union, CROWN)}
    assert beside == {(STAR, HILL), (STAR, union)}


# --- staying away


def away(position: Position, orders: dict[str, list[str]] | None = None) -> list[facts.StayedAway]:
    return position.month(orders or {"hill": ["attack plain"]}).all(facts.StayedAway)


def test_staying_away_strains_and_is_remembered() -> None:
    after = line(star=0).month({"hill": ["attack plain"]})
    assert after.one(facts.StayedAway) == (STAR, HILL, PLAIN)
    assert after.why_strain("hill", "star")[Cause.STAYED_AWAY] == RULES.strain_away
    assert after.state.guilt[STAR * 3 + HILL] == 1
    assert after.state.guilt[HILL * 3 + STAR] == 0


def test_hiding_where_the_other_fights_is_staying_away() -> None:
    assert away(line(star=0).hidden("star", "plain", BAND, 200)) == [(STAR, HILL, PLAIN)]


def test_whoever_came_or_stood_there_did_not_stay_away() -> None:
    assert away(line()) == []
    assert away(line().relate("star", "crown", Relation.TRUCE)) == []


def test_where_nobody_fought_nobody_stayed_away() -> None:
    assert away(line(star=0), {"hill": ["hold plain"]}) == []
    assert away(line(star=0, treaty="staff")) == []  # one staff everywhere asks for nobody in any one place


def test_a_raid_is_a_fight_to_be_missed() -> None:
    assert away(line(star=0), {"hill": ["raid plain"]}) == [(STAR, HILL, PLAIN)]


def test_nobody_waits_for_a_partner_who_has_left_the_war() -> None:
    after = line(star=0).purse("star", status=Status.GONE).month({"hill": ["attack plain"]})
    assert after.all(facts.StayedAway) == []
    assert after.state.guilt[STAR * 3 + HILL] == 0
    assert Cause.STAYED_AWAY not in after.why_strain("hill", "star")


# --- local truces


def quarter(one: str = "hill", other: str = "crown", region: str = "plain") -> Position:
    """Return the Hills and the Crown on the plain and in the woods, at war but for one of the two."""
    position = Position(WORLD, APRIL).towns("plain", "crown").towns("woods", "crown")
    for where in ("plain", "woods"):
        position.men("crown", where, "column", 300).men("hill", where, BAND, 200).sympathy(where, "hill", 50)
    return position.bind("quarter", one, other, region)


@pytest.mark.parametrize("verb", ["attack", "raid"])
def test_a_local_truce_forbids_attacks_and_raids_there_and_nowhere_else(verb: str) -> None:
    position = quarter()
    assert position.why("hill", f"{verb} plain") == "under_local_truce"
    assert position.why("hill", f"{verb} woods") == ""
    assert position.relation_of("hill", "crown") == Relation.WAR
    assert position.bind("quarter", "star", "crown", "woods").why("hill", f"{verb} woods") == ""  # of others


def test_what_it_forbids_is_not_listed() -> None:
    view = quarter().view("hill")
    assert view.foes_in(PLAIN) == []
    assert view.foes_in(3) == [CROWN]


def test_a_truce_signed_this_month_voids_an_attack_and_the_men_stay_hidden() -> None:
    position = Position(WORLD, APRIL).towns("plain", "star").men("star", "plain", BAND, 100)
    position.hidden("hill", "plain", BAND, 200).sympathy("plain", "hill", 50)
    position.state.letters.append(Letter(position.instrument("quarter"), STAR, HILL, (), APRIL - 1, PLAIN))
    after = position.month({"hill": ["attack plain", "accept quarter star"]})
    assert after.state.treaties == [Treaty(position.instrument("quarter"), HILL, STAR, (), APRIL, PLAIN)]
    assert after.failed() == ["under_local_truce"]
    assert after.all(facts.Fought) == []
    assert after.posture("hill", "plain") == Posture.HIDDEN
    assert after.relation("hill", "star") == Relation.HOSTILE  # it settles nothing elsewhere


def test_a_sweep_passes_by_whom_a_local_truce_protects() -> None:
    position = quarter(region="plain").hidden("star", "plain", BAND, 200)
    after = position.month({"crown": ["sweep plain"]})
    assert after.all(facts.Fought) == []
    assert {fact.other for fact in after.all(facts.Swept)} == {STAR}
    assert after.men("hill", "plain") == 200
    open_woods = quarter(region="plain").month({"crown": ["sweep woods"]})
    assert open_woods.one(facts.Fought).region == 3


def test_a_sweep_finds_none_of_the_hidden_under_a_local_truce_and_breaks_no_council_of_theirs() -> None:
    def swept(region: str) -> tuple[int, int]:
        world = ruled(WORLD, sweep_council=1000, sweep_men=1, discovery=900)
        position = Position(world, APRIL).towns("plain", "crown").men("crown", "plain", "column", 900)
        position.hidden("hill", "plain", BAND, 200).sympathy("plain", "hill", 50).council("plain", "hill", 2)
        after = position.bind("quarter", "hill", "crown", region).month({"crown": ["sweep plain"]})
        return after.men("hill", "plain"), after.council("plain", "hill")

    assert swept("plain") == (200, 2)
    assert swept("woods")[0] < 200
    assert swept("woods")[1] == 1


def test_a_raid_leaves_out_whom_a_local_truce_protects() -> None:
    position = quarter().men("star", "plain", BAND, 50)
    after = position.month({"hill": ["raid plain"]})
    assert after.one(facts.Raided).other == STAR
    alone = quarter().month({"hill": ["raid plain"]}, blind=True)
    assert alone.all(facts.Raided) == []
    assert alone.failed() == ["nothing_to_raid"]


def test_a_raid_under_a_local_truce_is_foretold_for_the_other_victim() -> None:
    def foretold(crown: int, star: int, *, truce: bool = True) -> dict[str, tuple[int, int]]:
        position = Position(WORLD, APRIL).towns("plain", "crown").men("crown", "plain", "column", crown)
        position.men("hill", "plain", BAND, 200).men("star", "plain", BAND, star).sympathy("plain", "hill", 50)
        if truce:
            position.bind("quarter", "hill", "crown", "plain")
        return {term.key: (term.low, term.high) for term in position.forecast("hill", "raid plain").terms}

    assert set(foretold(300, 50, truce=False)) == {"arms", "losses", "reprisal", "blame"}
    assert set(foretold(300, 50)) == {"arms", "losses"}  # the Star burns no villages
    assert foretold(300, 50) == foretold(900, 50)
    assert foretold(300, 50)["arms"] < foretold(300, 500)["arms"]


def test_an_attack_without_a_name_passes_by_whom_a_local_truce_protects() -> None:
    position = Position(WORLD, APRIL).men("hill", "plain", BAND, 400)
    position.men("star", "plain", BAND, 500).men("crown", "plain", "column", 100)
    after = position.bind("quarter", "hill", "star", "plain").month({"hill": ["attack plain"]})
    assert after.one(facts.Fought).other == CROWN


def test_a_letter_about_a_region_carries_it_into_the_treaty() -> None:
    position = Position(WORLD, APRIL).men("hill", "plain", BAND, 100)
    sent = position.month({"hill": ["truce plain star", "joint plain star"]})
    assert [(x.instrument, x.region) for x in sent.state.letters] == [
        (position.instrument("blow"), PLAIN),
        (position.instrument("quarter"), PLAIN),
    ]
    signed = sent.then().month({"star": ["accept blow hill", "counter quarter hill in=mountain"]})
    assert signed.one(facts.TreatySigned).region == PLAIN
    assert [(t.instrument, t.region) for t in signed.state.treaties] == [(position.instrument("blow"), PLAIN)]
    [letter] = signed.state.letters
    assert (letter.sender, letter.receiver, letter.region) == (STAR, HILL, MOUNTAIN)
    assert signed.relation("hill", "star") == Relation.HOSTILE


def test_joint_treaties_of_one_month_lapse_without_making_peace() -> None:
    once = replace(WORLD.instruments[WORLD_BLOW], months=2)
    world = replace(WORLD, instruments=tuple(once if i.id == "blow" else i for i in WORLD.instruments))
    after = Position(world, APRIL).bind("blow", "hill", "star", "plain").month()
    assert after.one(facts.TreatyEnded).region == PLAIN
    assert after.relation("hill", "star") == Relation.HOSTILE
    assert Cause.AFTERMATH not in after.why_strain("hill", "star")


WORLD_BLOW = next(i for i, known in enumerate(WORLD.instruments) if known.id == "blow")
