"""Games on a Dask cluster: the same as here, kept and told as here, and a sentence for whatever is in the way."""

from __future__ import annotations

import pickle
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest
from distributed import Client, LocalCluster

from lanc_game.cli import main
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.saves import read_save, verify
from lanc_game.saves.errors import SaveError
from lanc_game.simulate import GameError, GameSpec, cluster, play_all, specs_for
from lanc_game.simulate.cluster import ClusterError, Parcel, play_there, stamp
from lanc_game.workshop.load import load

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def scenario(name: str) -> tuple[World, Json]:
    loaded = load(SCENARIOS / name)
    assert loaded.world is not None
    return loaded.world, loaded.document


@pytest.fixture(scope="module")
def banners() -> tuple[World, Json]:
    return scenario("two-banners")


def local(workers: int, *, processes: bool = False, threads: int = 1) -> LocalCluster:
    return LocalCluster(
        n_workers=workers,
        threads_per_worker=threads,
        processes=processes,
        protocol="tcp",
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
    )


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A scheduler with two workers, each a process of its own."""
    with local(2, processes=True) as running:
        yield running.scheduler_address


@pytest.fixture
def workers(address: str) -> Iterator[Client]:
    with Client(address, set_as_default=False) as client:
        yield client


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECT", 1)
    monkeypatch.setattr(cluster, "PATIENCE", 2)


# --- the same games


@pytest.mark.parametrize(("name", "games"), [("two-banners", 9), ("albania-1942", 2)])
def test_a_cluster_changes_nothing(address: str, name: str, games: int) -> None:
    world, document = scenario(name)
    specs = specs_for(world, games, 5, "novice", {world.factions[0].id: "random"}, clock=1)
    told: list[tuple[int, int]] = []
    there = play_all(world, document, specs, address, lambda done, of: told.append((done, of)))
    here = play_all(world, document, specs)
    assert there == here
    assert [result.digest for result in there.results] == [result.digest for result in here.results]
    assert told == [(done, games) for done in range(1, games + 1)]


def test_threads_change_nothing(banners: tuple[World, Json]) -> None:
    world, document = banners
    specs = specs_for(world, 16, 1, "novice")
    with local(1, threads=4) as running:
        assert play_all(world, document, specs, running.scheduler_address) == play_all(world, document, specs)


def test_a_worker_that_dies_costs_only_time(banners: tuple[World, Json]) -> None:
    world, document = banners
    specs = specs_for(world, 24, 1, "novice")
    with local(2) as failing:

        def lose_one(done: int, of: int) -> None:
            if done == 2:
                failing.scale(1)

        there = play_all(world, document, specs, failing.scheduler_address, lose_one)
    assert there == play_all(world, document, specs)


def test_workers_compile_a_scenario_once(address: str, workers: Client, banners: tuple[World, Json]) -> None:
    world, document = banners

    def worlds() -> list[tuple[str, int]]:
        from lanc_game.simulate import cluster

        return [(digest, id(known)) for digest, (known, _) in cluster._worlds.items()]

    play_all(world, document, specs_for(world, 6, 1, "novice"), address)
    before = workers.run(worlds)
    play_all(world, document, specs_for(world, 6, 1, "novice"), address)
    assert workers.run(worlds) == before
    assert sum(digest == world.digest for known in before.values() for digest, _ in known) == len(before) == 2


def test_the_command_prints_the_same(
    address: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    command = ["simulate", str(SCENARIOS / "two-banners"), "--games", "4", "--json"]
    assert main(command) == 0
    here = capsys.readouterr()
    assert main([*command, "--cluster", address]) == 0
    assert capsys.readouterr() == here


def test_saves_are_played_there_and_written_here(address: str, banners: tuple[World, Json], tmp_path: Path) -> None:
    world, document = banners
    here, there = tmp_path / "here", tmp_path / "there"
    play_all(world, document, specs_for(world, 3, 8, "novice", saves=here))
    played = play_all(world, document, specs_for(world, 3, 8, "novice", saves=there), address)
    for result in played.results:
        name = f"two-banners-{result.seed}.lanc"
        assert (there / name).read_bytes() == (here / name).read_bytes()
        found = verify(world, read_save(there / name))
        assert found.ok
        assert found.digests[-1][1] == result.digest
    with pytest.raises(SaveError, match=r"two-banners-10\.lanc: there is a file already"):
        play_all(world, document, specs_for(world, 3, 10, "novice", saves=there), address)
    assert not (there / "two-banners-11.lanc").exists()


def test_interruption_keeps_what_is_done(address: str, banners: tuple[World, Json]) -> None:
    world, document = banners

    def stop(done: int, of: int) -> None:
        assert of == 40
        if done == 4:
            raise KeyboardInterrupt

    played = play_all(world, document, specs_for(world, 40, 1, "novice"), address, stop)
    assert played.partial
    assert len(played.results) == 4
    seeds = [result.seed for result in played.results]
    assert seeds == sorted(seeds)
    whole = play_all(world, document, specs_for(world, 4, 1, "novice"), address)
    assert not whole.partial


def test_a_stumble_names_its_seed(address: str, workers: Client, banners: tuple[World, Json]) -> None:
    world, document = banners

    def break_rules() -> None:
        mock.patch("lanc_game.simulate.games.resolve", side_effect=ValueError("more men than there are")).start()

    workers.run(break_rules)
    try:
        with pytest.raises(GameError, match="seed 4 stopped: 1942-03: ValueError: more men than there are"):
            play_all(world, document, [GameSpec(4, {})], address)
    finally:
        workers.run(mock.patch.stopall)


# --- what is in the way


@pytest.mark.parametrize(
    "wrong", ["localhost:8786", "tcp://localhost", "tcp://:8786", "http://a:1", "tcp://a:70000", "x"]
)
def test_no_address(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", str(SCENARIOS / "two-banners"), "--games", "2", "--cluster", wrong]) == 2
    assert capsys.readouterr().err == (
        f"lanc: {wrong}: this is no address of a scheduler. Write it as tcp://host:port.\n"
    )


def test_processes_or_a_cluster(capsys: pytest.CaptureFixture[str]) -> None:
    command = ["simulate", str(SCENARIOS / "two-banners"), "--jobs", "2", "--cluster", "tcp://localhost:8786"]
    assert main(command) == 2
    assert "leave one of them out" in capsys.readouterr().err


@pytest.mark.usefixtures("impatient")
def test_nobody_there(capsys: pytest.CaptureFixture[str]) -> None:
    with socketserver.TCPServer(("127.0.0.1", 0), socketserver.BaseRequestHandler) as server:
        free = f"tcp://127.0.0.1:{server.server_address[1]}"
    assert main(["simulate", str(SCENARIOS / "two-banners"), "--games", "2", "--cluster", free]) == 2
    said = capsys.readouterr()
    assert said.err.startswith(f"lanc: {free}: no scheduler answers there (waited 1 seconds). Start one with")
    assert said.out == ""


class Stranger(socketserver.BaseRequestHandler):
    """A service of another kind: it speaks first, and not as Dask does."""

    def handle(self) -> None:
        self.request.sendall(b"HTTP/1.1 400 Bad Request\r\nServer: of another kind\r\n\r\n" * 8)


@pytest.mark.usefixtures("impatient")
def test_another_service(banners: tuple[World, Json]) -> None:
    world, document = banners
    with socketserver.TCPServer(("127.0.0.1", 0), Stranger) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with pytest.raises(ClusterError, match=r"tcp://127.0.0.1:\d+: (what|no scheduler) answers there"):
            play_all(world, document, [GameSpec(1, {})], f"tcp://127.0.0.1:{server.server_address[1]}")
        server.shutdown()


def test_the_address_of_a_worker(workers: Client, banners: tuple[World, Json]) -> None:
    world, document = banners
    worker = next(iter(workers.nthreads()))
    with pytest.raises(ClusterError, match="a Worker listens there, no scheduler"):
        play_all(world, document, [GameSpec(1, {})], worker)


@pytest.mark.usefixtures("impatient")
def test_a_scheduler_without_workers(banners: tuple[World, Json]) -> None:
    world, document = banners
    with (
        local(0) as empty,
        pytest.raises(ClusterError, match=r"the scheduler has no workers\. Start some with `dask worker tcp://"),
    ):
        play_all(world, document, [GameSpec(1, {})], empty.scheduler_address)


@pytest.mark.usefixtures("impatient")
def test_workers_that_leave(banners: tuple[World, Json]) -> None:
    world, document = banners
    with local(1) as failing:

        def leave(done: int, of: int) -> None:
            if done == 1:
                failing.scale(0)

        with pytest.raises(ClusterError, match="every worker left, and none came for 2 seconds"):
            play_all(world, document, specs_for(world, 200, 1, "novice"), failing.scheduler_address, leave)


def test_a_scheduler_that_ends(banners: tuple[World, Json]) -> None:
    world, document = banners
    with local(1) as failing:

        def end(done: int, of: int) -> None:
            if done == 1:
                failing.close()

        with pytest.raises(ClusterError, match="the connection to the scheduler was lost"):
            play_all(world, document, specs_for(world, 200, 1, "novice"), failing.scheduler_address, end)


def test_without_dask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    command = ["simulate", str(SCENARIOS / "two-banners"), "--games", "2"]
    assert main([*command, "--cluster", "tcp://localhost:8786"]) == 2
    said = capsys.readouterr().err
    assert 'Install it with `pip install "lanc-game[cluster]"`.' in said
    assert main(command) == 0


@pytest.mark.parametrize("how", ["missing", "older"])
def test_a_worker_with_another_game(address: str, workers: Client, banners: tuple[World, Json], how: str) -> None:
    world, document = banners
    one = min(workers.nthreads())

    def change(how: str) -> None:
        name = "lanc_game.simulate.cluster"
        if how == "missing":
            mock.patch.dict(sys.modules, {name: None}).start()
        else:
            mock.patch(f"{name}.stamp", return_value="0.0.9/f00d").start()

    workers.run(change, how, workers=[one])
    try:
        with pytest.raises(ClusterError, match=f"the worker {one}: the game is missing, or is not the one"):
            play_all(world, document, [GameSpec(1, {})], address)
    finally:
        workers.run(mock.patch.stopall, workers=[one])
    assert not play_all(world, document, [GameSpec(1, {})], address).partial


def test_a_worker_that_comes_later_is_asked_too() -> None:
    with pytest.raises(ClusterError, match="not the one installed here"):
        play_there(Parcel("0.0.9/f00d", "", "{}"), GameSpec(1, {}), saved=False)
    assert stamp() == stamp()


def test_programs_stay_at_home(banners: tuple[World, Json]) -> None:
    world, document = banners
    specs = [GameSpec(1, {"hill": "regular"}), GameSpec(2, {"hill": "cmd:python my_bot.py"})]
    with pytest.raises(ClusterError, match=r"`cmd:python my_bot\.py` is a program on this machine"):
        play_all(world, document, specs, "tcp://nowhere.invalid:8786")


def test_errors_cross_processes(tmp_path: Path) -> None:
    for error in (ClusterError("tcp://a:1", "cause", "cure"), SaveError(tmp_path / "a.lanc", 3, "cause", "cure")):
        again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
        assert (type(again), str(again), again.cause, again.cure) == (type(error), str(error), "cause", "cure")


def test_a_save_that_cannot_be_written_ends_processes_too(banners: tuple[World, Json], tmp_path: Path) -> None:
    world, document = banners
    specs = specs_for(world, 2, 1, "novice", saves=tmp_path)
    assert specs[0].save is not None
    specs[0].save.write_text("mine")
    with pytest.raises(SaveError, match="there is a file already"):
        play_all(world, document, [*specs, replace(specs[1], save=None)], 2)
    assert specs[0].save.read_text() == "mine"


def test_nothing_imports_dask_unless_asked() -> None:
    code = (
        "import sys, lanc_game.cli.measuring, lanc_game.simulate, lanc_game.table;"
        "print([name for name in ('dask', 'distributed', 'numpy', 'gymnasium', 'pettingzoo') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
