"""Many games: the same whatever the processes, kept as saves that verify, counted rightly."""

from __future__ import annotations

import csv
import io
import json
import os
import pickle
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from lanc_game.engine.names import Grade
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.saves import read_save, verify
from lanc_game.saves.errors import SaveError
from lanc_game.simulate import (
    GameError,
    GameSpec,
    Report,
    SimulateError,
    as_csv,
    as_json,
    as_text,
    paired,
    play_all,
    play_game,
    simulate,
    specs_for,
)
from lanc_game.simulate.statistics import differences, quantile, sign_test, spread, wilson
from lanc_game.table import Table
from lanc_game.workshop.load import load

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture(scope="module")
def valleys() -> tuple[World, Json]:
    loaded = load(SCENARIOS / "four-valleys")
    assert loaded.world is not None
    return loaded.world, loaded.document


@pytest.fixture(scope="module")
def report(valleys: tuple[World, Json]) -> Report:
    world, document = valleys
    return simulate(document, world=world, games=12, seed=3)


def test_more_processes_change_nothing(valleys: tuple[World, Json], report: Report) -> None:
    _, document = valleys
    other = simulate(document, games=12, jobs=2, seed=3)
    assert as_text(other) == as_text(report)
    assert as_csv(other) == as_csv(report)
    assert json.dumps(as_json(other)) == json.dumps(as_json(report))


def test_a_game_is_the_game_of_the_table(valleys: tuple[World, Json]) -> None:
    world, document = valleys
    table = Table.open(world, document, [], seed=11, level="novice", bots={0: "random"})
    while not table.over:
        table.end_month()
    bots = {faction.id: "novice" for faction in world.factions} | {world.factions[0].id: "random"}
    result = play_game(world, document, GameSpec(11, bots))
    assert result.digest == table.state.digest()
    assert result.scores == tuple(table.state.score)
    for faction in range(len(world.factions)):
        assert result.men[faction] == {int(c): n for c, n in sorted(table.men_account(faction).items())}


def test_saves_verify(valleys: tuple[World, Json], tmp_path: Path) -> None:
    world, document = valleys
    result = simulate(document, world=world, games=3, seed=5, level="random", saves=tmp_path).results
    paths = sorted(tmp_path.iterdir())
    assert [path.name for path in paths] == [f"four-valleys-{seed}.lanc" for seed in (5, 6, 7)]
    for path, game in zip(paths, result, strict=True):
        save = read_save(path)
        found = verify(world, save)
        assert found.ok
        assert found.digests[-1][1] == game.digest
        assert save.over
    with pytest.raises(SaveError):
        simulate(document, world=world, games=1, seed=6, saves=tmp_path)


def test_men_are_accounted_for(report: Report) -> None:
    for result in report.results:
        for faction, ledger in enumerate(result.men):
            assert result.series[0][faction].men + sum(ledger.values()) == result.series[-1][faction].men


def test_text_is_narrow_and_complete(report: Report) -> None:
    lines = as_text(report, ("men", "regulars", "arms")).splitlines()
    assert max(map(len, lines)) <= 100
    assert sum(line.startswith("the end") for line in lines) == 3
    text = "\n".join(lines)
    for word in ("Hills", "Star", "Crown", "marginal", "decisive", "rain", "collapse"):
        assert word in text


def test_rows_are_games(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(report))))
    assert [int(row["seed"]) for row in rows] == list(range(3, 15))
    for row, result in zip(rows, report.results, strict=True):
        assert int(row["hill_score"]) == result.scores[0]
        assert int(row["crown_men"]) == result.series[-1][2].men
        assert bool(row["event_rain"]) == any(event == 0 for event, _ in result.events)


def floats(value: Json) -> bool:
    """Say whether a number that is not whole stands anywhere in it."""
    if isinstance(value, dict):
        return any(floats(part) for part in value.values())
    return any(floats(part) for part in value) if isinstance(value, list) else isinstance(value, float)


def test_json_is_whole_numbers(report: Report) -> None:
    data = as_json(report)
    assert not floats(data)
    assert json.loads(json.dumps(data)) == data


@pytest.fixture(scope="module")
def banners() -> Report:
    loaded = load(SCENARIOS / "two-banners")
    return simulate(loaded.document, world=loaded.world, games=6, seed=3)


def test_json_has_politics(banners: Report) -> None:
    data = as_json(banners)
    assert not floats(data)
    assert json.loads(json.dumps(data)) == data
    politics = data["politics"]
    assert isinstance(politics, dict)
    assert set(politics) == {"alliance_graphs", "treaties", "choices", "wings", "first_to_split", "at_war_by"}
    treaties, choices, wings, wars = (politics[key] for key in ("treaties", "choices", "wings", "at_war_by"))
    assert isinstance(treaties, list)
    assert isinstance(wars, list)
    assert {treaty["treaty"] for treaty in treaties if isinstance(treaty, dict)} <= {"truce", "oath"}
    assert treaties
    assert isinstance(choices, dict)
    assert set(choices) == {"oath"}
    oath = choices["oath"]
    assert isinstance(oath, dict)
    assert set(oath) == {"land", "command"}
    assert isinstance(wings, dict)
    assert set(wings) == {"shepherds", "teachers"}
    [war] = wars
    assert isinstance(war, dict)
    assert war["between"] == ["hill", "star"]
    assert isinstance(war["games"], dict)
    assert all(isinstance(games, int) and 0 <= games <= 6 for games in war["games"].values())


def test_text_of_politics_is_narrow(banners: Report) -> None:
    lines = as_text(banners, ("men", "arms")).splitlines()
    assert max(map(len, lines)) <= 100
    politics = lines[next(i for i, line in enumerate(lines) if line.startswith("Politics")) :]
    for word in ("oath, land", "shepherds", "first to split", "alliance graphs"):
        assert any(line.startswith(word) for line in politics), word


def test_grades_add_up(report: Report) -> None:
    for faction in report.judged():
        marginal, decisive = report.verdict(faction, Grade.MARGINAL), report.verdict(faction, Grade.DECISIVE)
        assert decisive.hits <= marginal.hits <= marginal.of == 12
        assert 0 <= marginal.low <= marginal.share <= marginal.high <= 1


def test_an_empty_report_can_be_shown(report: Report) -> None:
    empty = replace(report, results=())
    assert "Interrupted" in as_text(empty)
    assert as_json(empty)["games"] == 0
    assert len(as_csv(empty).splitlines()) == 1


def test_wrong_questions_are_refused(valleys: tuple[World, Json]) -> None:
    world, document = valleys
    with pytest.raises(SimulateError) as refused:
        simulate(document, world=world, level="regulr")
    assert "regular" in refused.value.help
    with pytest.raises(SimulateError, match="no faction"):
        simulate(document, world=world, bots={"hil": "waiter"})
    with pytest.raises(SimulateError, match="out of bounds"):
        specs_for(world, 2, -1, "regular")
    with pytest.raises(SimulateError, match="0 games"):
        specs_for(world, 0, 1, "regular")
    with pytest.raises(SimulateError):
        simulate({"scenario": {}})


def test_interruption_keeps_what_is_done(valleys: tuple[World, Json]) -> None:
    world, document = valleys

    def stop(done: int, of: int) -> None:
        assert of == 20
        if done == 4:
            raise KeyboardInterrupt

    for jobs in (1, 2):
        played = play_all(world, document, specs_for(world, 20, 1, "regular"), jobs, stop)
        assert played.partial
        assert len(played.results) == 4
        seeds = [result.seed for result in played.results]
        assert seeds == sorted(seeds)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_ends_the_workers(tmp_path: Path) -> None:
    script = tmp_path / "many.py"
    script.write_text(
        textwrap.dedent(f"""
        import sys
        from pathlib import Path
        from lanc_game.simulate import simulate
        from lanc_game.workshop.load import load

        def tell(done, of):
            print(done, flush=True)

        if __name__ == "__main__":
            document = load(Path({str(SCENARIOS / "four-valleys")!r})).document
            report = simulate(document, games=5000, jobs=2, progress=tell)
            print("partial", report.partial, flush=True)
        """)
    )
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 0
    assert out.splitlines()[-1] == "partial True"
    assert "Traceback" not in err


def test_a_stumble_names_its_seed(valleys: tuple[World, Json], monkeypatch: pytest.MonkeyPatch) -> None:
    world, document = valleys

    def stumble(*_: object) -> None:
        raise ValueError("a phase takes more men than there are")

    monkeypatch.setattr("lanc_game.simulate.games.resolve", stumble)
    with pytest.raises(GameError, match="seed 4 stopped: 1942-03: ValueError: a phase takes more"):
        play_game(world, document, GameSpec(4, {}))
    again = pickle.loads(pickle.dumps(GameError(4, "why")))  # noqa: S301 - our own bytes: it crosses processes
    assert (again.seed, str(again)) == (4, "the game with seed 4 stopped: why")


def test_a_pair_differs_only_by_its_bots(valleys: tuple[World, Json]) -> None:
    world, document = valleys
    same = paired(document, "hill", {}, {}, world=world, games=4)
    assert same.first == same.second
    assert same.difference.same == 4
    other = paired(document, "hill", {"hill": "waiter"}, {}, world=world, games=12)
    assert other.second[:4] == same.first
    assert "12 pairs" in other.text()


def test_wilson_is_wilson() -> None:
    share = wilson(8, 10)
    assert (round(share.low, 4), round(share.high, 4)) == (0.4902, 0.9433)
    assert wilson(0, 200).low == 0
    assert wilson(200, 200).high == 1
    for hits in range(21):
        mirrored = wilson(20 - hits, 20)
        assert wilson(hits, 20).low == pytest.approx(1 - mirrored.high)


def test_quantiles_are_of_the_numbers() -> None:
    values = list(range(1, 11))
    assert spread(values) == (1, 5, 9)
    assert spread([7]) == (7, 7, 7)
    assert quantile([3, 9], 500) == 3
    assert quantile([3, 9], 1000) == 9


def test_differences_have_an_interval() -> None:
    found = differences([5, 7, 9, 4], [1, 2, 9, 6])
    assert found.mean == pytest.approx(1.75)
    assert found.low < found.mean < found.high
    assert (found.more, found.less, found.same) == (2, 1, 1)
    assert differences([], []).mean == 0
    assert sign_test(0, 0) == 1
    assert found.chance == sign_test(2, 1)
