"""What a scenario says of politics becomes what the engine reads: clauses, wings, patrons, congresses and the rest."""

from pathlib import Path

import pytest

from lanc_game.engine import conditions as c
from lanc_game.engine import effects as e
from lanc_game.engine.names import Figure, Level, Manner
from lanc_game.engine.texts import Text
from lanc_game.engine.world import NOBODY, World
from lanc_game.workshop.load import load
from lanc_game.workshop.report import render

BANNERS = Path(__file__).parents[2] / "scenarios" / "two-banners"
HILL, STAR, CROWN = 0, 1, 2
HARBOUR, MOUNTAIN, PLAIN, WOODS = range(4)


def over_banners(tmp_path: Path, text: str) -> World:
    file = tmp_path / "over.yaml"
    file.write_text(f"extends: two-banners\n{text}\n", encoding="utf-8")
    loaded = load(file)
    assert loaded.world is not None, [render(report) for report in loaded.reports]
    assert loaded.reports == ()
    return loaded.world


def banners() -> World:
    loaded = load(BANNERS)
    assert loaded.world is not None
    assert loaded.reports == ()
    return loaded.world


def event(world: World, name: str) -> c.Condition:
    return next(event.when for event in world.events if event.id == name)


def test_pulls_stand_in_one_list_clauses_first() -> None:
    world = banners()
    command = world.clauses[1]
    assert [terms.strains for terms in command.terms] == [(0,), (), ()]
    assert world.frictions[0].pull == 1
    assert [pull for wing in world.wings for _, pull in wing.pulls] == [2, 3, 4]
    assert [pull for patron in world.patrons for pull in patron.audits] == [5, 6]
    assert len(world.pulls) == 7
    assert [pull.faction for pull in world.pulls] == [HILL, HILL, -1, -1, -1, HILL, STAR]
    assert [pull.by for pull in world.pulls] == [2, 2, 1, 1, 2, 1, -1]


def test_a_value_of_a_clause_may_be_a_text_or_say_what_it_does(tmp_path: Path) -> None:
    world = over_banners(
        tmp_path,
        """
clauses:
  land:
    name: the land
    values:
      divided: divided
      courts: {en: courts, sq: gjyqet}
      sold: {name: {en: sold, sq: shitur}, secret: true, monthly: [{gain: stigma, faction: hill, by: 1}]}
    blank: {strains: [{by: -1, text: Nobody asks}]}
""",
    )
    land = world.clauses[0]
    assert land.value_names == (Text("divided"), Text("courts", "gjyqet"), Text("sold", "shitur"))
    assert [terms.secret for terms in land.terms] == [False, False, True, False]
    assert land.terms[2].monthly == (e.ChangeFaction(Figure.STIGMA, HILL, 1),)
    assert [world.pulls[pull].by for pull in land.terms[land.blank].strains] == [-1]


@pytest.mark.parametrize("level", Level)
def test_every_level_can_be_written(level: Level, tmp_path: Path) -> None:
    world = over_banners(
        tmp_path,
        f"""
instruments:
  night:
    {{name: N, source: None., level: {level.name.lower()}, between: [hill, star], clauses: [command], months: 2,
     signed: [{{strain: [star, hill], by: -5}}], ended: [{{end_treaty: oath, by: star, manner: ambush}}]}}
""",
    )
    night = world.instruments[-1]
    assert (night.level, night.source, night.local) == (level, "None.", level in (Level.LOCAL, Level.JOINT))
    assert night.signed == (e.ChangeStrain(STAR, HILL, -5),)
    assert night.ended == (e.EndTreaty(1, STAR, Manner.AMBUSH),)


def test_a_region_counts_more_than_its_zone_and_a_later_zone_more_than_an_earlier(tmp_path: Path) -> None:
    world = over_banners(
        tmp_path,
        """
regions:
  woods: {name: Pylli, terrain: hills, people: 40, worth: [chrome], zones: [high, far]}
wings:
  hunters: {name: H, of: star, men: {mountain: 7, high: 300, far: 200}}
""",
    )
    assert world.wings[-1].men == (0, 7, 0, 200)


def test_wings() -> None:
    world = banners()
    shepherds, teachers = world.wings
    assert (shepherds.faction, shepherds.goes_to, teachers.goes_to) == (HILL, STAR, NOBODY)
    assert world.leaders[shepherds.leader].id == "mark"
    assert shepherds.men == (0, 500, 100, 500)
    assert shepherds.prices == ((-6, 4, 0), (0, 0, 0))
    assert teachers.prices == ((0, 0, 0), (-6, 4, 0))
    assert [figure for figure, _ in shepherds.pulls] == [Figure.GRIEVANCE, Figure.LOYALTY]
    assert (shepherds.purge, teachers.purge, teachers.farewell) == (-5, -8, Text(""))
    assert shepherds.leaves == (e.ChangeStrain(HILL, STAR, 10),)


def test_patrons() -> None:
    world = banners()
    (envoy,) = world.patrons
    assert envoy.regard == (35, 45, NOBODY)
    assert envoy.prices == ((-4, 0, 0), (6, -2, 0))
    assert envoy.access[STAR] == c.All(())
    assert isinstance(envoy.access[HILL], c.Between)
    assert [(aid.faction, aid.figure, aid.by, aid.regard) for aid in envoy.aid] == [
        (HILL, Figure.ARMS, 8, 45),
        (STAR, Figure.SUPPLIES, 6, 40),
    ]
    wish = next(event for event in world.events if event.id == "envoys_wish")
    assert (wish.patron, wish.months, wish.choosers) == (0, 2, (HILL,))
    assert {(event.patron, event.months) for event in world.events if event is not wish} == {(NOBODY, 1)}


def test_congresses_promises_and_mandates() -> None:
    world = banners()
    (gathering,) = world.congresses
    assert (gathering.host, gathering.seats, gathering.seat) == (HILL, 7, 4)
    assert (gathering.wings, gathering.dues) == ((1, 0), (4, 3))
    assert [(plan.id, plan.seats, plan.weight) for plan in gathering.plans] == [
        ("fair", (4, 3), 100),
        ("school", (6, 1), 50),
    ]
    assert [(outcome.place, outcome.low, outcome.high) for outcome in gathering.outcomes] == [(1, 3, 7), (1, 0, 1)]
    (pastures,) = world.promises
    assert (pastures.faction, pastures.wings, pastures.trust, pastures.betrayal) == (HILL, (0,), 8, 15)
    assert [(m.faction, m.wing, m.patron) for m in world.mandates] == [(HILL, 1, NOBODY), (STAR, NOBODY, 0)]


def test_conditions_and_numbers(tmp_path: Path) -> None:
    asked: dict[str, tuple[str, c.Number]] = {
        "loyalty": ("{loyalty: teachers, at_least: 5}", c.WingFigure(Figure.LOYALTY, 1)),
        "regard": ("{regard: {patron: envoy, of: star}, at_least: 5}", c.Regard(0, STAR)),
        "goodwill": ("{goodwill: {wing: teachers, of: star}, at_least: 5}", c.Goodwill(1, STAR)),
        "strain": ("{strain: [star, hill], at_least: 5}", c.StrainBetween(STAR, HILL)),
        "stigma": ("{stigma: star, at_least: 5}", c.FactionFigure(Figure.STIGMA, STAR)),
        "seats": ("{seats: {congress: gathering, wing: shepherds}, at_least: 5}", c.SeatsOf(0, 0)),
    }
    holding: dict[str, tuple[str, c.Condition]] = {
        "signed": ("{signed: oath, turns_ago: 2}", c.Signed(1, 2)),
        "ended": ("{ended: oath}", c.Ended(1, 0)),
        "treaty": ("{treaty: truce}", c.InForce(0, ())),
        "settled": (
            "{treaty: oath, settles: {command: own, land: [divided, blank]}}",
            c.InForce(1, ((1, (1,)), (0, (0, 2)))),
        ),
        "wing": ("{wing: teachers, with: star}", c.WingWith(1, STAR)),
        "home": ("{wing: teachers}", c.WingWith(1, NOBODY)),
        "held": ("{held: gathering, turns_ago: 1}", c.CongressHeld(0, 1)),
    }
    texts = {name: text for name, (text, _) in [*asked.items(), *holding.items()]}
    world = over_banners(
        tmp_path,
        "events:\n" + "\n".join(f"  {name}: {{title: E, text: E, when: {text}}}" for name, text in texts.items()),
    )
    for name, (_, number) in asked.items():
        assert event(world, name) == c.Between(number, 5, 10**9), name
    for name, (_, node) in holding.items():
        assert event(world, name) == node, name


def test_effects(tmp_path: Path) -> None:
    world = over_banners(
        tmp_path,
        """
events:
  all_of_it:
    title: E
    text: E
    effects:
      - {loyalty: teachers, by: -5}
      - {grievance: shepherds, by: 5}
      - {regard: envoy, of: star, by: -6}
      - {gain: stigma, faction: star, by: 4}
      - {end_treaty: truce, by: hill}
      - {walk_out: teachers}
""",
    )
    assert next(event.effects for event in world.events if event.id == "all_of_it") == (
        e.ChangeWing(Figure.LOYALTY, 1, -5),
        e.ChangeWing(Figure.GRIEVANCE, 0, 5),
        e.ChangeRegard(0, STAR, -6),
        e.ChangeFaction(Figure.STIGMA, STAR, 4),
        e.EndTreaty(0, HILL, Manner.OPENLY),
        e.WalkOut(1),
    )


def test_a_side_may_call_wings_that_could_come_to_it(tmp_path: Path) -> None:
    world = over_banners(
        tmp_path,
        """
congresses:
  supper:
    {title: S, text: S, host: star, seats: 1, wings: {shepherds: 1}, plans: {all: {text: A, seats: {shepherds: 1}}}}
promises:
  salt: {name: S, of: star, to: [shepherds], months: 2, kept: {standing: star, at_least: 5}, trust: 1, honour: 1, betrayal: 1}
""",
    )
    assert world.congresses[-1].wings == world.promises[-1].wings == (0,)


def test_a_wing_can_bring_its_new_side_into_the_war(tmp_path: Path) -> None:
    over_banners(
        tmp_path,
        """
factions:
  free: {name: F, short: F, letter: F, colour: cyan, kind: movement, status: unborn, units: [band]}
wings:
  hunters: {name: H, of: star, men: {woods: 300}, goes_to: free}
""",
    )


def test_frictions_of_a_later_layer_replace_those_below(tmp_path: Path) -> None:
    world = over_banners(tmp_path, "frictions: [{between: [star, crown], by: 1, text: Taxes}]")
    assert [(friction.a, friction.b) for friction in world.frictions] == [(STAR, CROWN)]
    assert world.pulls[world.frictions[0].pull].text == Text("Taxes")
