"""Figures of quality: what is written down, used, unlike and told, by hand and on games that were really played."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from lanc_game.bots import bot_key, choose
from lanc_game.engine.legal import cost, legal
from lanc_game.engine.names import FactionKind, Posture, Relation, Status, Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.state import Json
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import view_of
from lanc_game.engine.world import World
from lanc_game.simulate import GameResult, Report, as_csv, as_json, as_text, simulate
from lanc_game.simulate.character import (
    distances,
    garrisons,
    idleness,
    longest_idle,
    mix,
    months_at_war,
    on_the_roads,
    wars,
)
from lanc_game.simulate.coverage import answers, clauses, coverage, options, plans, verbs_by_kind, weigh
from lanc_game.simulate.dealings import Dealings
from lanc_game.simulate.games import Relating
from lanc_game.simulate.quality import (
    alone_in_grade,
    clear_winner,
    decisive,
    lasting_changes,
    lead_changes,
)
from lanc_game.simulate.statistics import jensen_shannon, mean, pearson
from lanc_game.simulate.watch import POSTURES, SAMPLE_EVERY, Answer, Doing, Posts, Sample, Watch, can_act, doing, sample
from lanc_game.workshop.load import load

ROOT = Path(__file__).resolve().parents[2]
GAMES = 24
HILL, STAR, CROWN = 0, 1, 2
AWAY, BUSY, BOUND, IDLE = map(int, Doing)


@pytest.fixture(scope="module")
def report() -> Report:
    loaded = load(ROOT / "scenarios" / "two-banners")
    return simulate(loaded.document, world=loaded.world, games=GAMES, seed=1)


@pytest.fixture(scope="module")
def campaign() -> Report:
    loaded = load(ROOT / "scenarios" / "albania-1942")
    return simulate(loaded.document, world=loaded.world, games=2, seed=12)


def watched(result: GameResult, **what: object) -> GameResult:
    """Return a game with something else written down of it."""
    return replace(result, watched=result.watched._replace(**what))  # type: ignore[arg-type]


# --- what is written down


def test_what_is_written_down_fits_the_game(report: Report) -> None:
    factions = len(report.world.factions)
    for result in report.results:
        seen = result.watched
        assert len(seen.standings) == result.months + 1 == len(seen.doing) + 1
        assert seen.standings[-1] == result.scores
        assert all(len(row) == factions for row in (*seen.standings, *seen.doing))
        for scores, lead in zip(seen.standings, result.leads, strict=True):
            assert lead == -1 or scores[lead] == max(scores)
        gave = [sum(row[f] == BUSY for row in seen.doing) > 0 for f in range(factions)]
        assert gave == [sum(counts) > 0 for counts in result.verbs]
        assert {(a.event, a.option) for a in seen.answers} >= set(result.answers)


def test_watching_changes_no_game(report: Report) -> None:
    world, first = report.world, report.results[0]
    state = begin(world, first.seed)
    while not state.over:
        orders = [
            [c.order for c in choose(view_of(world, state, f), "regular", bot_key(world, first.seed, f))]
            for f in range(len(world.factions))
        ]
        state = resolve(world, state, orders, first.seed)
    assert state.digest() == first.digest


def test_a_sample_counts_what_legal_lists_and_the_seat_can_pay_for() -> None:
    world = load(ROOT / "scenarios" / "two-banners").world
    assert world is not None
    state = begin(world, 5)
    poor = 0
    for turn in range(6):
        for faction in range(len(world.factions)):
            if turn % 2:
                state.cadres[faction] = 0
            view = view_of(world, state, faction)
            payable = [order for order in legal(view) if cost(view, order) <= view.free_cadres]
            poor += len(payable) < len(legal(view))
            beyond = [order for order in payable if order.verb not in POSTURES]
            counts = (len(payable), len({order.verb for order in payable}), len(beyond))
            assert sample(view) == Sample(state.turn, faction, *counts)
            assert can_act(view) == any(cost(view, order) > 0 for order in payable)
        state = resolve(world, state, [[], [], []], 5)
    assert poor, "the bound by cadres was never felt"


def test_what_a_faction_did_with_a_month(report: Report) -> None:
    state = begin(report.world, 1)

    def did(faction: int, orders: int) -> Doing:
        return doing(view_of(report.world, state, faction), orders)

    first = HILL * state.region_count
    places = slice(first, first + state.region_count)
    assert did(HILL, 3) == BUSY
    state.posture[places] = [Posture.HIDDEN] * state.region_count
    assert did(HILL, 0) == BOUND, "in hiding, as ordered"
    state.posture[places] = [Posture.HOLD] * state.region_count
    assert did(HILL, 0) == BOUND, "on guard, as ordered"
    state.posture[places] = [Posture.OPEN] * state.region_count
    assert did(HILL, 0) == IDLE
    state.cadres[STAR] = 0
    assert did(STAR, 0) == BOUND
    state.status[CROWN] = Status.GONE
    assert did(CROWN, 0) == AWAY
    state.total[places] = [0] * state.region_count
    assert did(HILL, 0) == BOUND


def test_over_the_seeds_every_month_and_every_seat_is_looked_at(report: Report) -> None:
    world = report.world
    seats = [f for f, faction in enumerate(world.factions) if faction.playable]
    state = begin(world, 1)
    looked: set[tuple[int, int]] = set()
    for seed in range(SAMPLE_EVERY * len(seats)):
        for state.turn in range(len(world.turns)):
            watch = Watch(world, seed)
            views = [view_of(world, state, faction) for faction in range(len(world.factions))]
            watch.count(views, [[Order(Verb.HOLD, (0,))]] * len(views))
            looked |= {(s.turn, s.faction) for s in watch.samples}
    assert looked == {(turn, seat) for turn in range(len(world.turns)) for seat in seats}


# --- statistics


def test_fisher_gives_the_interval_of_a_correlation() -> None:
    first, second = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [2, 1, 4, 3, 7, 5, 8, 6, 10, 9]
    found = pearson(first, second)
    assert found is not None
    assert found.r == pytest.approx(1 - 6 * 16 / 990)  # ranks whose squared differences sum to 16
    assert found.low == pytest.approx(0.634, abs=0.001)
    assert found.high == pytest.approx(0.977, abs=0.001)
    down = pearson(first, [-value for value in second])
    assert down is not None
    assert down.r == pytest.approx(-found.r)
    assert down.low == pytest.approx(-found.high)
    assert pearson([1, 2, 3], [1, 2, 4]) is not None
    assert pearson([], []) is None


def test_a_distance_of_mixes_is_a_metric() -> None:
    a, b, c = [0.7, 0.2, 0.1], [0.1, 0.2, 0.7], [0.0, 0.5, 0.5]
    assert jensen_shannon(a, b) == pytest.approx(jensen_shannon(b, a))
    assert jensen_shannon(a, a) == 0
    assert jensen_shannon(a, c) <= jensen_shannon(a, b) + jensen_shannon(b, c)
    assert jensen_shannon([1, 0], [0, 1]) == 1
    assert mean([]) == 0


# --- what was used


def test_answers_by_silence_are_not_given(report: Report) -> None:
    world = report.world
    demand = [event.id for event in world.events].index("envoys_wish")
    told = [Answer(demand, HILL, 0, silent=False)] * 20 + [Answer(demand, HILL, 1, silent=True)] * 20
    found = answers(world, [watched(report.results[0], answers=tuple(told))], demands=True)
    assert [(a.name, a.chosen, a.met) for a in found] == [("envoys_wish=sign", 20, 20), ("envoys_wish=refuse", 0, 20)]
    weighed = weigh("demands", found)
    assert (weighed.never, weighed.always) == (("envoys_wish=refuse",), ("envoys_wish=sign",))
    assert all(not name.name.startswith("envoys") for name in answers(world, report.results, demands=False))


def test_answers_of_played_games_are_those_of_the_report(report: Report) -> None:
    world = report.world
    found = {a.name: a for demands in (False, True) for a in answers(world, report.results, demands=demands)}
    assert found
    for index, event in enumerate(world.events):
        for place, option in enumerate(event.options):
            assert found[f"{event.id}={option.id}"].chosen == report.answer(index, place).hits


def test_clauses_are_counted_over_treaties_signed(report: Report) -> None:
    pacts = [pact for result in report.results for pact in result.dealings.pacts if pact.instrument == 1]
    assert pacts
    found = [c for c in clauses(report.world, report.results) if c.name.startswith("oath.land")]
    assert [c.name for c in found] == ["oath.land=divided", "oath.land=courts", "oath.land=blank"]
    assert sum(c.chosen for c in found) == len(pacts) == found[0].met


def test_seats_are_counted_over_congresses_held(report: Report) -> None:
    held = sum(len(result.dealings.congresses) for result in report.results)
    found = plans(report.world, report.results)
    assert held
    assert {plan.met for plan in found} == {held}
    assert 0 < sum(plan.chosen for plan in found) <= held


def test_a_verb_comes_up_where_it_has_an_object(report: Report) -> None:
    found = {verb.name: verb for verb in verbs_by_kind(report.world, report.results)}
    assert found["movement:organise"].chosen == GAMES
    assert found["occupier:sweep"].met == GAMES
    assert "occupier:organise" not in found
    assert found["movement:reply"].met == sum(bool(r.watched.answers) for r in report.results)
    assert found["movement:reply"].met == found["movement:reply"].chosen
    gone = replace(report.results[0], verbs=tuple((0,) * len(Verb) for _ in report.world.factions))
    never = weigh("verbs", verbs_by_kind(report.world, [gone] * 20)).never
    assert {"movement:raid", "occupier:sweep"} <= set(never)
    assert not {"occupier:accept", "occupier:pledge"} & set(never), "it has nobody to sign with and no mandates"


def test_coverage_names_what_was_not_seen(report: Report) -> None:
    full = {found.what: found for found in coverage(report.world, report.results)}
    for found in full.values():
        assert found.seen + len(found.missing) == found.of
    assert full["events"].seen == sum(report.event(i)[0].hits > 0 for i in range(len(report.world.events)))
    bare = replace(report.results[0], events=(), dealings=Dealings((), (), (), (), (), ()))
    none = {found.what: found for found in coverage(report.world, [bare])}
    assert none["events"].missing == tuple(event.id for event in report.world.events)
    assert none["treaties"].missing == ("truce", "oath")
    assert none["congresses"].seen == 0
    assert "raid" not in none["verbs"].missing


# --- how sides differ


def test_only_sides_of_a_kind_are_compared(report: Report) -> None:
    [pair] = distances(report.world, report.results)
    assert (pair.a, pair.b) == (HILL, STAR)
    assert 0 < pair.distance < 1
    assert sum(mix(report.results, HILL).values()) == pytest.approx(1)
    same = replace(report.results[0], verbs=(report.results[0].verbs[0],) * 3)
    [alike] = distances(report.world, [same])
    assert alike.distance == 0
    assert alike.alike
    mute = replace(same, verbs=(same.verbs[0], (0,) * len(Verb), same.verbs[2]))
    assert distances(report.world, [mute]) == []


def test_an_idle_run_is_broken_by_an_order_or_a_bound_month(report: Report) -> None:
    def game(*row: int) -> GameResult:
        return watched(report.results[0], doing=tuple((month, BUSY, AWAY) for month in row))

    lazy = game(IDLE, IDLE, BUSY, IDLE, IDLE, IDLE, BOUND, IDLE)
    assert longest_idle(lazy, HILL) == 3
    found = idleness(report.world, [lazy, game(IDLE, BUSY, IDLE, IDLE)])
    assert [line.faction for line in found] == [HILL, STAR]
    assert (found[0].most, found[0].long.hits, found[0].long.of) == (3, 1, 2)
    assert found[1].most == 0


def test_wars_count_from_the_opening_and_while_both_are_in_play(report: Report) -> None:
    world, first = report.world, report.results[0]
    rows = [(BUSY, BUSY, AWAY)] + [(BUSY, BUSY, BUSY)] * 4
    game = replace(watched(first, doing=tuple(rows)), months=5, relations=())
    assert months_at_war(world, game, HILL, CROWN) == (4, 4), "they begin at war; the first month one is away"
    peace = replace(game, relations=(Relating(HILL, CROWN, int(Relation.TRUCE), 2),))
    assert months_at_war(world, peace, CROWN, HILL) == (1, 4)
    again = replace(game, relations=(*peace.relations, Relating(CROWN, HILL, int(Relation.WAR), 4)))
    assert months_at_war(world, again, HILL, CROWN) == (2, 4)
    assert months_at_war(world, again, HILL, STAR) == (0, 5)
    found = wars(world, [peace, game])
    assert [(war.movement, war.occupier, war.games.hits, war.months) for war in found] == [
        (HILL, CROWN, 2, 2.5),
        (STAR, CROWN, 2, 4),
    ]


def test_where_men_stand_is_weighed_by_men(report: Report) -> None:
    world = report.world
    roads = [on_the_roads(world, region) for region in range(len(world.regions))]
    assert roads == [True, False, True, False]
    posts = (Posts(3, CROWN, (300, 100, 0, 0)), Posts(6, CROWN, (0, 0, 500, 100)), Posts(6, HILL, (9, 9, 9, 9)))
    [found] = garrisons(world, [watched(report.results[0], posts=posts)])
    assert found.occupier == CROWN
    assert found.men == pytest.approx(0.8)
    assert found.regions == pytest.approx(0.5)
    assert found.by_region == pytest.approx((0.3, 0.1, 0.5, 0.1))


def test_posts_are_those_of_occupiers_in_play(campaign: Report) -> None:
    world = campaign.world
    for result in campaign.results:
        assert result.watched.posts
        for posts in result.watched.posts:
            assert world.factions[posts.faction].kind is FactionKind.OCCUPIER
            assert sum(posts.men) == result.series[posts.turn][posts.faction].men > 0


# --- how it is told


def whole(value: Json) -> bool:
    """Say whether every number in it is whole."""
    if isinstance(value, dict):
        return all(map(whole, value.values()))
    return all(map(whole, value)) if isinstance(value, list) else not isinstance(value, float)


def test_json_has_every_figure_in_whole_numbers(report: Report, campaign: Report) -> None:
    for one in (report, campaign):
        quality = as_json(one)["quality"]
        assert isinstance(quality, dict)
        assert set(quality) == {
            "length", "lead_changes", "lasting_changes", "drama", "decisive", "snowball", "choice", "options", "options_least",
            "coverage", "alliances", "order_mix", "distances", "idleness", "open_war", "posts",
        }  # fmt: skip
        ends = quality["decisive"]
        assert isinstance(ends, dict)
        assert set(ends) == {"clear_result", "alone_in_grade", "anyone_substantial", "winners"}
        assert whole(quality)
        assert json.loads(json.dumps(quality)) == quality
    empty = replace(report, results=())
    assert as_json(empty)["quality"] == {}
    assert "How good" not in as_text(empty)


@pytest.mark.parametrize(
    "heading", ["How good a game", "Options that came up", "Character", "Months in a row", "Open war"]
)
def test_text_tells_it_within_a_hundred_columns(report: Report, campaign: Report, heading: str) -> None:
    for one in (report, campaign):
        lines = as_text(one).splitlines()
        start = next(number for number, line in enumerate(lines) if line.startswith(heading))
        for line in lines[start:]:
            assert len(line) <= 100
            assert line.count("(") == line.count(")"), f"cut short: {line}"


def test_both_readings_of_a_figure_stand_together(report: Report) -> None:
    standings = [result.watched.standings for result in report.results]
    every, lasting = mean([*map(lead_changes, standings)]), mean([*map(lasting_changes, standings)])
    text = as_text(report)
    assert re.search(rf"^changes of the lead .*, mean {every:.1f}; lasting .*, mean {lasting:.1f}$", text, re.MULTILINE)
    clear, strict = decisive(report.results).share * 100, alone_in_grade(report.results).share * 100
    assert re.search(rf"^clear result +{clear:.1f} .*; alone in its grade {strict:.1f} ", text, re.MULTILINE)


def test_rows_have_the_figures_of_a_game(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(report))))
    for row, result in zip(rows, report.results, strict=True):
        assert int(row["lead_changes"]) == lead_changes(result.watched.standings)
        assert int(row["lasting_changes"]) == lasting_changes(result.watched.standings)
        winner = clear_winner(result.grades, result.scores)
        assert row["clear_winner"] == ("nobody" if winner < 0 else report.world.factions[winner].id)
        assert int(row["hill_idle"]) == longest_idle(result, HILL)
        assert int(row["star_score_after_6"]) == result.watched.standings[6][STAR]


def test_a_world_without_politics_has_no_treaties_to_tell_of() -> None:
    loaded = load(ROOT / "scenarios" / "four-valleys")
    plain: World | None = loaded.world
    assert plain is not None
    found = simulate(loaded.document, world=plain, games=1)
    assert "alliances" not in as_text(found)
    assert [group.group for group in options(plain, found.results) if group.weighed] == []
