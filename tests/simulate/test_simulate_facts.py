"""Facts: rows read what they say from positions, findings follow their rule, one thing changed is compared fairly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from lanc_game.compile import vocabulary
from lanc_game.compile.edits import EditError, edited
from lanc_game.compile.facts import Bounds, Kind, Row, bounds_of, linker_of, row_of, turns_of
from lanc_game.engine.state import Json, State
from lanc_game.engine.turn import begin
from lanc_game.engine.world import SLOTS, World
from lanc_game.model.facts import Row as RowModel
from lanc_game.model.scenario import Scenario
from lanc_game.simulate.facts import Asked, Campaign, FactCase, Finding, RowResult, measure_facts
from lanc_game.simulate.facts_signs import Change, SignCase, SignFinding, SignResult, measure_signs
from lanc_game.simulate.facts_text import decimal, facts_json, signs_json
from lanc_game.simulate.readings import Readings, Value
from lanc_game.workshop.facts import check_changed, edits_of, read_facts
from lanc_game.workshop.load import load

SCENARIOS = Path(__file__).parents[2] / "scenarios"
ROWS: TypeAdapter[RowModel] = TypeAdapter(RowModel)


def opened(name: str) -> tuple[World, Json]:
    loaded = load(SCENARIOS / name)
    assert loaded.world is not None
    return loaded.world, loaded.document


@pytest.fixture(scope="module")
def valleys() -> tuple[World, Json]:
    return opened("four-valleys")


@pytest.fixture(scope="module")
def world(valleys: tuple[World, Json]) -> World:
    return valleys[0]


def linked(world: World, **row: object) -> Row:
    link = linker_of(world)
    found = row_of(link, ROWS.validate_python(row), ())
    assert not link.problems
    return found


def with_men(world: World, men: Sequence[int]) -> list[State]:
    """Return an opening and the positions after each turn in which the hill has so many men, all in one place."""
    states: list[State] = []
    for turn, count in enumerate(men):
        state = begin(world, 1)
        hill = world.faction_index["hill"]
        first = hill * state.region_count
        for place in range(first, first + state.region_count):
            state.total[place] = 0
            state.men[place * SLOTS : place * SLOTS + SLOTS] = [0] * SLOTS
        state.total[first] = state.men[first * SLOTS] = count
        state.turn = turn
        states.append(state)
    return states


def read(world: World, men: Sequence[int], *rows: Row) -> tuple[object, ...]:
    readings = Readings(world, rows)
    for state in with_men(world, men):
        readings.look(state)
    return readings.result()


HILL = {"men": {"of": "hill"}}


def test_the_month_of_something(world: World) -> None:
    enough = {**HILL, "at_least": 100}
    first = linked(world, month=enough)
    for_good = linked(world, month=enough, for_good=True)
    later = linked(world, month=enough, after=world.turns[1].label)
    men = [500, 10, 120, 10, 130, 140]  # the opening, then the ends of turns 0-4
    assert read(world, men, first, for_good, later) == (1, 3, 3)
    assert read(world, [500, 10, 10], first, for_good, later) == (None, None, None), "the opening is no turn"
    assert read(world, [0, 100, 10], first, for_good) == (0, None), "lost again, it was not for good"


def test_dates_are_those_of_the_turn_that_ended(world: World) -> None:
    second = world.turns[1].label
    row = linked(world, month={"all": [{"during": [second, second]}, {**HILL, "at_least": 1}]})
    assert read(world, [5, 5, 5, 5], row) == (1,)


def test_numbers_and_what_they_are_over(world: World) -> None:
    first, third = world.turns[0].label, world.turns[2].label
    men = [9, 40, 50, 60, 70]
    rows = [
        linked(world, number=HILL, at=third),
        linked(world, number=[HILL, HILL], at=third),
        linked(world, number=HILL, at=third, over=7),
        linked(world, number=HILL, at=third, over=HILL, over_at=first),
        linked(world, number=HILL),
    ]
    assert read(world, men, *rows) == (60, 120, Fraction(60, 7), Fraction(3, 2), 70)
    nothing = linked(world, number=HILL, over={"men": {"of": "hill", "roles": ["militia"]}})
    assert read(world, men, nothing) == (None,), "nothing is so many times nothing"


def test_a_war_that_is_over_stands_still(world: World) -> None:
    row = linked(world, number=HILL, at=world.turns[-1].label)
    assert read(world, [1, 2, 3], row) == (3,)


def test_peaks_and_falls(world: World) -> None:
    peak = linked(world, peak=HILL)
    fifth = linked(world, falls=HILL, below=20)
    later = linked(world, falls=HILL, below=20, after=world.turns[1].label)
    men = [300, 200, 59, 400, 79]
    assert read(world, men, peak, fifth, later) == (400, 1, 3)
    assert read(world, [100, 20, 20], fifth) == (None,), "a fifth is not under a fifth"
    assert read(world, [0, 0, 0], fifth) == (None,), "what never was cannot fall"


def test_what_is_asked_only_sometimes(world: World) -> None:
    many = {**HILL, "at_least": 50}
    second = world.turns[1].label
    at_second = linked(world, number=HILL, at=second, only_if=many)
    at_the_end = linked(world, peak=HILL, only_if=many)
    assert read(world, [1, 1, 60, 1], at_second, at_the_end) == (60, None)
    assert read(world, [1, 60, 1, 60], at_second, at_the_end) == (None, 60)


@pytest.mark.parametrize("name", ["two-banners", "albania-1942"])
def test_a_linker_filled_from_a_world_is_the_scenarios_own(name: str) -> None:
    world, document = opened(name)
    scenario = Scenario.model_validate(document)
    link = linker_of(world)
    for event, written in zip(world.events, scenario.events.values(), strict=True):
        assert vocabulary.condition(link, written.when, ()) == event.when, event.id
    for faction, side in zip(world.factions, scenario.factions.values(), strict=True):
        for measure, wanted in zip(faction.measures, side.verdict.values(), strict=True):
            assert vocabulary.number(link, wanted.number, ()) == measure.number
    for treaty, pact in zip(world.instruments, scenario.instruments.values(), strict=True):
        assert vocabulary.condition(link, pact.when, ()) == treaty.when
    assert not link.problems
    assert vocabulary.number(link, ROWS.validate_python({"peak": {"standing": "nobody"}}).peak, ()) is not None  # type: ignore[union-attr, arg-type]
    assert [problem.code for problem in link.problems] == ["unknown-faction"]


def test_a_month_is_all_its_days_and_a_day_its_month(world: World) -> None:
    months = linker_of(world)
    assert turns_of(months, world.turns[3].label, ()) == range(3, 4)
    assert turns_of(months, f"{world.turns[3].label}-17", ()) == range(3, 4)
    assert not months.problems
    for label in ("1888-01", f"{world.turns[3].label}-32", f"{world.turns[0].label[:4]}-13"):
        assert turns_of(months, label, ()) is None
    assert [problem.code for problem in months.problems] == ["date-out-of-range", "date-not-real", "date-not-real"]
    days = linker_of(world)
    days.labels = ["1939-04-29", "1939-04-30", "1939-05-01", "1939-05-02"]
    days.turns = {label: index for index, label in enumerate(days.labels)}
    assert turns_of(days, "1939-05", ()) == range(2, 4)
    assert turns_of(days, "1939-04-30", ()) == range(1, 2)
    row = row_of(days, ROWS.validate_python({"number": HILL, "at": "1939-04"}), ())
    assert row.at == 1, "a month means its last turn"
    model = ROWS.validate_python(
        {"month": {**HILL, "at_least": 1}, "target": "1939-04", "low": "1939-04", "high": "1939-05"}
    )
    assert bounds_of(days, model, row_of(days, model, ()), ()) == Bounds(Fraction(0), Fraction(0), Fraction(3))


@pytest.mark.parametrize(
    ("row", "code", "place"),
    [
        ({"target": 1, "low": 0}, "missing-key", "high"),
        ({"target": 1, "low": 3, "high": 2}, "out-of-range", "low"),
        ({"target": "1943-01", "low": 0, "high": 2}, "wrong-form", "target"),
    ],
)
def test_bounds_that_nothing_can_be_held_against(world: World, row: dict[str, object], code: str, place: str) -> None:
    link = linker_of(world)
    model = ROWS.validate_python({"peak": HILL, **row})
    bounds_of(link, model, row_of(link, model, ()), ("facts", 0))
    assert [(problem.code, problem.path) for problem in link.problems] == [(code, ("facts", 0, place))]


# --- findings


def number_row(values: Sequence[Value], *, start: bool = False) -> RowResult:
    bounds = Bounds(Fraction(10), Fraction(8), Fraction(12))
    return RowResult(Asked(Row(Kind.NUMBER, ""), bounds), tuple(values), start)


def date_row(values: Sequence[int | None], low: int = 5, high: int = 5) -> RowResult:
    bounds = Bounds(Fraction(low), Fraction(low), Fraction(high))
    found = tuple(None if value is None else Fraction(value) for value in values)
    return RowResult(Asked(Row(Kind.MONTH, ""), bounds), found, False)


def fractions(*values: int) -> list[Fraction]:
    return [Fraction(value) for value in values]


def test_numbers_hold_or_not() -> None:
    assert number_row(fractions(7, 9, 10, 11, 13)).finding is Finding.HOLDS
    assert number_row(fractions(1, 2, 13, 13, 13)).finding is Finding.OUTSIDE
    assert number_row(fractions(10, 10, 10)).finding is Finding.SCRIPTED
    assert number_row(fractions(10, 10, 10), start=True).finding is Finding.HOLDS, "an opening position may be set"
    assert number_row(fractions(0, 10, 16)).finding is Finding.HOLDS, "four times the width is not too wide"
    assert number_row(fractions(0, 10, 17)).finding is Finding.SCATTERED
    assert number_row([*fractions(9, 10, 11, 12), None]).finding is Finding.HOLDS
    assert number_row([*fractions(9, 10, 11), None]).finding is Finding.RARE, "in three games of four is too rarely"
    assert number_row([]).finding is Finding.UNPLAYED
    assert number_row([None]).finding is Finding.NEVER


def test_dates_hold_or_not() -> None:
    assert date_row([4, 5, 5, 6, 6]).finding is Finding.HOLDS, "a month by itself counts as a month wide"
    assert date_row([3, 5, 5, 6, 8]).finding is Finding.SCATTERED
    assert date_row([5] * 5).finding is Finding.SCRIPTED
    assert date_row([4, 5, 5, None, None]).finding is Finding.RARE
    assert date_row([4, 5, None, None, None]).finding is Finding.NEVER, "never is later than everything"
    assert date_row([5, 6, 6, 7, None], 5, 6).finding is Finding.HOLDS
    assert date_row([5, 6, 7, 7, None], 5, 6).finding is Finding.OUTSIDE


def test_every_reason_is_of_the_row_alone() -> None:
    row = number_row(fractions(7, 9, 10, 11, 13))
    assert (row.median, *row.spread, row.share) == tuple(fractions(10, 7, 13, 1))
    assert decimal(Fraction(1, 3)) == "0.333"
    assert decimal(Fraction(35953)) == "35953"


# --- signs


def sign(
    pairs: Sequence[tuple[int | None, int | None]], direction: str, *, dated: bool = False,
    at_most: int | None = None, not_before: int | None = None,
) -> SignResult:  # fmt: skip
    row = Row(Kind.MONTH if dated else Kind.NUMBER, "")
    found = tuple((None if a is None else Fraction(a), None if b is None else Fraction(b)) for a, b in pairs)
    return SignResult(SignCase(row, row, direction, at_most, not_before), found, never=20)


def test_signs_are_right_or_wrong() -> None:
    up = [(1, 3), (2, 2), (5, 9)]
    assert sign(up, "higher").finding is SignFinding.RIGHT
    assert sign(up, "lower").finding is SignFinding.WRONG
    assert sign([(1, 1)] * 9, "higher").finding is SignFinding.NOTHING
    mostly_alike = [(1, 1)] * 20 + [(1, 2)] * 9
    assert sign(mostly_alike, "higher").finding is SignFinding.RIGHT, "those that differ all lean one way"
    assert sign([(1, 1)] * 20 + [(1, 2)] * 3, "higher").finding is SignFinding.NOTHING, "three could be luck"
    assert sign(mostly_alike, "lower").finding is SignFinding.WRONG
    assert sign([(None, 3), (1, None)], "higher").finding is SignFinding.UNPLAYED, (
        "a number is compared where both have it"
    )


def test_signs_of_dates() -> None:
    late = [(10, 13), (11, None), (12, 15)]
    assert sign(late, "later", dated=True).finding is SignFinding.RIGHT
    assert sign(late, "later", dated=True).median == 3
    assert sign(late, "later", dated=True, at_most=2).finding is SignFinding.TOO_FAR
    assert sign(late, "later", dated=True, not_before=16).finding is SignFinding.TOO_SOON
    never = sign([(10, None), (11, None), (12, 15)], "later", dated=True, not_before=16)
    assert never.medians == (Fraction(11), None)
    assert never.finding is SignFinding.RIGHT, "never is not before any date"
    assert sign(late, "earlier", dated=True).finding is SignFinding.WRONG


def test_a_change_is_played_on_the_same_seeds(valleys: tuple[World, Json]) -> None:
    world, document = valleys
    changed = edited(document, {"factions.hill.arms": 0, "factions.hill.home_arms": 0})
    poorer, problems = check_changed(changed)
    assert poorer is not None, problems
    row = linked(world, number={"arms": "hill"}, at=world.turns[0].label)
    case = SignCase(row, row, "lower", None, None)
    test = Change("no arms", "fewer", "four-valleys", (world, document), (poorer, changed), (case,))
    report = measure_signs([test, test], 3, seed=5)
    assert report.right == 2
    assert report.played == report.asked == 9, "the campaign as it is is played once for both"
    assert signs_json(report)["right"] == 2
    same = replace(test, changed=test.plain)
    [result] = measure_signs([same], 3, seed=5).results
    assert all(before == after for before, after in result.signs[0].pairs), "the same world plays the same game"
    assert not result.right


# --- games


def test_games_are_the_same_whatever_the_processes(valleys: tuple[World, Json]) -> None:
    world, document = valleys
    asked = Asked(linked(world, peak=HILL), Bounds(Fraction(1), Fraction(0), Fraction(10**6)))
    campaign = Campaign("four-valleys", world, document, (FactCase(0, "A1", "men", False, (asked,)),))
    alone = measure_facts([campaign], 4, seed=3)
    assert facts_json(alone) == facts_json(measure_facts([campaign], 4, seed=3, jobs=2))
    assert alone.holding == 1
    assert facts_json(alone) != facts_json(measure_facts([campaign], 4, seed=30))


def test_a_stopped_run_keeps_its_part(valleys: tuple[World, Json]) -> None:
    world, document = valleys
    asked = Asked(linked(world, peak=HILL), Bounds(Fraction(1), Fraction(0), Fraction(10**6)))
    facts = [FactCase(place, f"A{place}", "men", False, (asked,)) for place in range(2)]
    campaigns = [Campaign(f"c{place}", world, document, (fact,)) for place, fact in enumerate(facts)]

    def stop(done: int, of: int) -> None:
        assert of == 8
        if done == 3:
            raise KeyboardInterrupt

    report = measure_facts(campaigns, 4, progress=stop)
    assert report.partial
    assert report.played == 3
    assert [row.finding for result in report.results for row in result.rows][1] is Finding.UNPLAYED


# --- edits


def test_edits() -> None:
    document: Json = {"events": {"rain": {"chance": 5, "effects": [1, 2]}}, "links": []}
    assert edited(document, {"events.rain.effects.1": None, "events.rain.effects.0": 7, "links.+": "way"}) == {
        "events": {"rain": {"chance": 5, "effects": [7]}}, "links": ["way"],
    }  # fmt: skip
    assert document == {"events": {"rain": {"chance": 5, "effects": [1, 2]}}, "links": []}, "it is left as it was"


@pytest.mark.parametrize(
    ("path", "value", "cure"),
    [
        ("events.rian.chance", 5, "did you mean `rain`?"),
        ("events.hail", None, "there: `rain`"),
        ("events.rain.effects.2", 5, "write 0 to 1, or `+` at the end"),
        ("events.rain.chance.x", 5, "end the path one step before"),
        ("links.0", 5, "write `+` at the end"),
    ],
)
def test_edits_that_fit_nowhere(path: str, value: int | None, cure: str) -> None:
    with pytest.raises(EditError) as caught:
        edited({"events": {"rain": {"chance": 5, "effects": [1, 2]}}, "links": []}, {path: value})
    assert (caught.value.path, caught.value.help) == (path, cure)


# --- the facts that come with the game


@pytest.mark.parametrize(
    "name", ["albania-1939", "albania-1941", "albania-1942", "albania-1943", "albania-1944", "albania-full"]
)
def test_the_facts_of_history_can_be_read(name: str) -> None:
    written = read_facts(SCENARIOS / "facts-open.yaml")
    world, document = opened(name)
    facts = [fact for fact in written.facts if fact.model.campaign == name]
    assert facts
    for fact in facts:
        for row in fact.rows:
            link = linker_of(world)
            bounds_of(link, row.model, row_of(link, row.model, ()), ())
            assert not link.problems, fact.model.id
    for test in written.tests:
        if test.model.campaign == name:
            changed, problems = check_changed(edited(document, {**edits_of(test.model), "expect": {}}))
            assert changed is not None, (test.model.change, problems)
            for sign_ in test.model.signs:
                link = linker_of(changed)
                row_of(link, sign_.row, ())
                assert not link.problems, test.model.change


def test_the_examples_of_the_manual_are_true(valleys: tuple[World, Json], tmp_path: Path) -> None:
    page = (SCENARIOS.parent / "docs" / "writing-scenarios.md").read_text(encoding="utf-8")
    section = page.split("\n## Facts\n")[1].split("\n## ")[0]
    blocks = [part.split("```")[0] for part in section.split("```yaml\n")[1:]]
    path = tmp_path / "manual.yaml"
    path.write_text("".join(blocks), encoding="utf-8")
    written = read_facts(path)
    [fact], [test] = written.facts, written.tests
    world, document = valleys
    for row in fact.rows:
        link = linker_of(world)
        bounds_of(link, row.model, row_of(link, row.model, ()), ())
        assert not link.problems
    changed, problems = check_changed(edited(document, edits_of(test.model)))
    assert changed is not None, problems
    assert len(changed.links) == len(world.links) + 1
    assert len(changed.events) == len(world.events) - 1
