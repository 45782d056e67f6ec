"""Scenarios that begin in the middle of a war, take out what they inherit, share dates, and say what was done."""

from pathlib import Path

import pytest

from lanc_game.bots import choose
from lanc_game.bots.belief import believe
from lanc_game.engine.names import NEVER, Fate, Status, Verb
from lanc_game.engine.state import State
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import view_of
from lanc_game.engine.world import World
from lanc_game.simulate.playcheck import playcheck
from lanc_game.workshop.load import Loaded, load


def written(tmp_path: Path, text: str, base: str = "two-banners") -> Loaded:
    file = tmp_path / "later.yaml"
    file.write_text(f"extends: {base}\n{text}", encoding="utf-8")
    return load(file)


def world_of(tmp_path: Path, text: str, base: str = "two-banners") -> World:
    loaded = written(tmp_path, text, base)
    assert loaded.world is not None, [report.message for report in loaded.reports]
    return loaded.world


def opened(world: World) -> State:
    return begin(world, 1)


FEAST = """\
events:
  feast: {title: F, text: F, choosers: [hill], options: {yes: {text: y}, no: {text: n}}}
  after: {title: A, text: A, when: {happened: feast, answer: no, turns_ago: 5}, effects: [{gain: arms, faction: hill, by: 77}]}
  later: {title: L, text: L, when: {happened: feast, turns_ago: 40}}
"""


MEASURE = "{text: t, number: {standing: star}, low: 0, high: 9, points: 100}"


def test_what_happened_before_is_known_and_does_not_happen_again(tmp_path: Path) -> None:
    world = world_of(tmp_path, FEAST + "start: {happened: {feast: {ago: 6, answer: no}}}\n")
    feast, after, later = (
        next(i for i, e in enumerate(world.events) if e.id == id_) for id_ in ("feast", "after", "later")
    )
    state = opened(world)
    assert (state.fired[feast], state.fired[after]) == (-6, NEVER)
    state = resolve(world, state, [[] for _ in world.factions], 1)
    assert (state.fired[feast], state.fired[after], state.fired[later]) == (-6, 0, NEVER)


def test_a_secret_of_before_is_known_to_nobody_else(tmp_path: Path) -> None:
    secret = FEAST.replace("choosers: [hill]", "public: false, choosers: [hill]")
    state = opened(world := world_of(tmp_path, secret + "start: {happened: {feast: {ago: 6, answer: no}}}\n"))
    feast = next(index for index, event in enumerate(world.events) if event.id == "feast")
    known = {faction.id: view_of(world, state, side).happened[feast] for side, faction in enumerate(world.factions)}
    believed = {faction.id: believe(view_of(world, state, i)).fired[feast] for i, faction in enumerate(world.factions)}
    assert known == believed == dict.fromkeys(known, NEVER) | {"hill": -6}


def test_a_congress_of_before_cannot_be_called_again(tmp_path: Path) -> None:
    world = world_of(tmp_path, "")
    congress = world.congresses[0]
    wing = world.wings[congress.wings[0]].id
    world = world_of(tmp_path, f"start: {{held: {{{congress.id}: {{ago: 9, seats: {{{wing}: {congress.seats}}}}}}}}}\n")
    state = opened(world)
    assert state.held[0] == -9
    assert state.seats[congress.wings[0]] == congress.seats
    view = view_of(world, state, congress.host)
    assert view.held[0] == -9
    orders = choose(view, "regular", 5)
    assert all(choice.order.verb is not Verb.CONGRESS for choice in orders)


def test_sides_meters_wings_people_and_regard_begin_where_the_start_says(tmp_path: Path) -> None:
    plain = world_of(tmp_path, "")
    patron = plain.patrons[0]
    client = plain.factions[next(i for i, regard in enumerate(patron.regard) if regard >= 0)].id
    world = world_of(
        tmp_path,
        "leaders: {goat: {name: Goat, faction: hill, in: harbour}}\n"
        "start:\n"
        "  factions: {hill: {arms: 123, status: underground}}\n"
        "  wings: {shepherds: {with: null, grievance: 33}}\n"
        "  leaders: {goat: {fate: captured, in: woods}}\n"
        f"  regard: {{{patron.id}: {{{client}: 61}}}}\n"
        "  strain: [{between: [hill, star], is: 44}]\n",
    )
    state = opened(world)
    hill, star = world.faction_index["hill"], world.faction_index["star"]
    wing = next(i for i, w in enumerate(world.wings) if w.id == "shepherds")
    assert (state.arms[hill], state.status[hill]) == (123, Status.UNDERGROUND)
    assert state.cadres[hill] == opened(plain).cadres[hill], "what is not said stands"
    assert (state.wing_side[wing], state.grievance[wing]) == (-1, 33)
    goat = next(i for i, leader in enumerate(world.leaders) if leader.id == "goat")
    assert state.leader_fate[goat] == Fate.CAPTURED
    assert state.leader_region[goat] == world.region_index["woods"]
    assert 61 in state.regard
    assert state.strain[hill * len(world.factions) + star] == 44


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("start: {happened: {wedding: {}}}", "unknown-event"),
        ("start: {happened: {feast: {answer: maybe}}}", "unknown-option"),
        ("start: {held: {wedding: {}}}", "unknown-congress"),
        ("start: {wings: {shepherd: {with: hill}}}", "unknown-wing"),
        ("start: {leaders: {nobody_known: {fate: dead}}}", "unknown-leader"),
        ("start: {factions: {hil: {arms: 1}}}", "unknown-faction"),
        ("start: {meters: {zeal: 1}}", "unknown-meter"),
        ("start: {hazards: {flood: 1}}", "unknown-hazard"),
        ("start: {regard: {moon: {hill: 1}}}", "unknown-patron"),
        ("start: {strain: [{between: [hill, hill], is: 4}]}", "relation-with-itself"),
        ("calendar: {start: 1942-13, step: month, turns: 9}", "date-not-real"),
        ("calendar: {start: 1942-02-30, step: day, turns: 9}", "date-not-real"),
        ("leaders: {gjon: {name: G, faction: hill, in: here, first: 1942-00}}", "date-not-real"),
        ("ends_when: {during: [1942-05, 1942-06-31]}", "date-not-real"),
        (
            "verdicts: {hil: {measures: {m: {text: t, number: {standing: hill}, low: 0, high: 9, points: 9}}}}",
            "unknown-faction",
        ),
        ("historical: {hil: {}}", "unknown-faction"),
    ],
)
def test_names_that_lead_nowhere_are_told(tmp_path: Path, text: str, code: str) -> None:
    assert code in [report.code for report in written(tmp_path, FEAST + text + "\n").reports]


@pytest.mark.parametrize("dates", ["window: [1942-05, 1942-13]", "scheduled: 1942-06-31"])
def test_no_event_waits_for_a_date_that_never_comes(tmp_path: Path, dates: str) -> None:
    reports = written(tmp_path, f"events: {{fair: {{title: F, text: F, {dates}}}}}\n").reports
    assert [report.code for report in reports] == ["date-not-real"]


def test_what_the_start_leaves_empty_is_as_the_side_says(tmp_path: Path) -> None:
    empty = ", ".join(f"{key}: null" for key in ("status", "cadres", "arms", "standing", "policies"))
    left_empty = world_of(tmp_path, f"start: {{factions: {{hill: {{{empty}}}}}}}\n")
    assert left_empty.factions == world_of(tmp_path, "").factions


def test_what_happened_before_is_not_missed_in_checking(tmp_path: Path) -> None:
    short = "calendar: {start: 1942-03, step: month, turns: 1}\n"
    both = "events: {feast: {title: F, text: F, when: NO}, fair: {title: F, text: F, when: NO}}\n"
    both = both.replace("NO", "{during: [1950-01, 1950-02]}")
    world = world_of(tmp_path, f"{short}{both}start: {{happened: {{feast: {{ago: 3}}}}}}\n")
    told = " ".join(playcheck(world, 20))
    assert "fair" in told
    assert "feast" not in told


def test_an_entry_is_taken_out_with_null(tmp_path: Path) -> None:
    (tmp_path / "earlier.yaml").write_text(f"extends: two-banners\n{FEAST}", encoding="utf-8")
    world = world_of(tmp_path, "events: {later: null}\n", "earlier")
    ids = [event.id for event in world.events]
    assert "feast" in ids
    assert "later" not in ids


def test_a_null_that_takes_nothing_out_is_told(tmp_path: Path) -> None:
    assert written(tmp_path, "events: {wedding: null}\n").world is None


def test_dates_of_other_calendars_mean_their_own_time(tmp_path: Path) -> None:
    days = "calendar: {start: 1942-04-27, turns: 8, step: day}\n"
    world = world_of(
        tmp_path,
        days + "events:\n"
        "  before: {title: B, text: B, window: [1942-01, 1942-03]}\n"
        "  april: {title: A, text: A, window: [1942-04, 1942-04]}\n"
        "  may: {title: M, text: M, window: [1942-05, 1944-05]}\n",
    )
    windows = {event.id: (event.first, event.last) for event in world.events if event.id in ("before", "april", "may")}
    assert windows["april"] == (-1, 3)  # from before the first turn to 30 April
    assert windows["may"] == (4, 8)
    assert windows["before"][1] < 0
    assert all(world.events[i].id != "before" for turn in world.events_by_turn for i in turn)


def test_who_plays_as_it_was_does_what_was_done(tmp_path: Path) -> None:
    text = FEAST.replace("{text: y}", "{text: y, weight: 1000}").replace(
        "{text: n}", "{text: n, weight: 1, done: true}"
    )
    world = world_of(tmp_path, text)
    hill = world.faction_index["hill"]
    state = resolve(world, opened(world), [[] for _ in world.factions], 1)
    view = view_of(world, state, hill)
    feast = next(i for i, event in enumerate(world.events) if event.id == "feast")

    def answers(bot: str) -> set[int]:
        orders = [choice.order for key in range(30) for choice in choose(view, bot, key)]
        return {order.args[1] for order in orders if order.verb is Verb.DECIDE and order.args[0] == feast}

    assert answers("historical") == {1}
    assert 0 in answers("regular")


def test_historical_stances_come_first_and_only_there(tmp_path: Path) -> None:
    world = world_of(tmp_path, "historical: {hill: {still: {name: still, verbs: {raid: 0, attack: 0, recruit: 0}}}}\n")
    view = view_of(world, opened(world), world.faction_index["hill"])

    def verbs(bot: str) -> set[Verb]:
        return {choice.order.verb for key in range(20) for choice in choose(view, bot, key)}

    assert verbs("regular") & {Verb.RAID, Verb.ATTACK, Verb.RECRUIT}
    assert not verbs("historical") & {Verb.RAID, Verb.ATTACK, Verb.RECRUIT}


def test_seats_and_verdicts_of_a_campaign(tmp_path: Path) -> None:
    world = world_of(
        tmp_path,
        "scenario: {id: later, title: L, summary: S, seats: [star]}\n"
        f"verdicts: {{star: {{measures: {{m: {MEASURE}}}, grades: [10, 20, 30], blurb: other}}}}\n",
    )
    star = world.factions[world.faction_index["star"]]
    assert [faction.id for faction in world.factions if faction.playable] == ["star"]
    assert ([measure.id for measure in star.measures], star.grades, star.blurb.en) == (["m"], (10, 20, 30), "other")


def test_who_was_gone_before_the_beginning_gets_no_verdict(tmp_path: Path) -> None:
    world = world_of(tmp_path, "calendar: {start: 1942-03, turns: 1}\nstart: {factions: {star: {status: gone}}}\n")
    state = resolve(world, opened(world), [[] for _ in world.factions], 1)
    hill, star = world.faction_index["hill"], world.faction_index["star"]
    assert state.over
    assert state.judged[hill] != NEVER
    assert state.judged[star] == NEVER


def test_a_campaign_can_move_the_marks_alone(tmp_path: Path) -> None:
    plain, moved = world_of(tmp_path, ""), world_of(tmp_path, "verdicts: {star: {grades: [1, 2, 3]}}\n")
    star = plain.faction_index["star"]
    assert moved.factions[star].grades == (1, 2, 3)
    assert [m.id for m in moved.factions[star].measures] == [m.id for m in plain.factions[star].measures]
    assert written(tmp_path, "verdicts: {star: {grades: [3, 2, 1]}}\n").world is None
