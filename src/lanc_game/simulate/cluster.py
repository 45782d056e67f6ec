"""Games over a Dask cluster: the same results in the same order as on this machine. Dask is imported only to play there."""

from __future__ import annotations

import asyncio
import concurrent.futures
import hashlib
import json
import logging
import os
import re
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from lanc_game import __version__
from lanc_game.bots.outside.command import CMD
from lanc_game.compile import build
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.saves.errors import SaveError, reason
from lanc_game.simulate.games import GameError, GameResult, GameSpec, play_game

if TYPE_CHECKING:
    from distributed import Client, Future

CONNECT = 10  # seconds to find the scheduler, and then a worker
PATIENCE = 60  # seconds that the games wait when every worker has left
MOST_AHEAD = 2_000  # games handed over and not yet back: enough for every worker, few to take back
MOST_WORLDS = 4  # that a worker keeps
_ADDRESS = re.compile(r"(?:tcp|tls)://(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+):([0-9]{1,5})")
_DECIDING = ("engine", "model", "compile", "bots", "saves", "simulate")  # packages that decide what a game comes to


class ClusterError(Exception):
    """A cluster that cannot be played on: its address, the cause, and what to do."""

    def __init__(self, address: str, cause: str, cure: str) -> None:
        super().__init__(address, cause, cure)
        self.address = address
        self.cause = cause
        self.cure = cure

    def __str__(self) -> str:
        return f"{self.address}: {self.cause}. {self.cure}"


@dataclass(frozen=True, slots=True)
class Parcel:
    """What every worker needs once: which game this is (``stamp``), and the scenario as text, named by its digest."""

    stamp: str
    digest: str
    text: str


class Done(NamedTuple):
    """A game that a worker played, and its save where one is wanted."""

    result: GameResult
    save: bytes


# --- on this machine


def spread_out(
    address: str, digest: str, document: Json, specs: Sequence[GameSpec], keep: Callable[[int, GameResult], None]
) -> None:
    """Play games on the cluster whose scheduler listens at ``address`` (``tcp://host:port``); keep them as they come back.

    ``digest`` is the document's. Games are kept by their places among ``specs``; saves are played there and written
    here. Raises ClusterError, GameError for a game that stumbles, SaveError for a save that cannot be written.
    """
    _check(address, specs)
    with _client(address) as client:
        parcel = client.submit(Parcel, stamp(), digest, json.dumps(document, ensure_ascii=False), pure=False)
        with closing(_Cluster(client, address).play(parcel, specs)) as played:
            for place, done in played:
                path = specs[place].save
                if path is not None:
                    _write_save(path, done.save)
                keep(place, done.result)


def _check(address: str, specs: Sequence[GameSpec]) -> None:
    """Refuse what cannot be played on any cluster, before one is looked for."""
    found = _ADDRESS.fullmatch(address)
    if found is None or not 1 <= int(found[1]) <= 65_535:
        raise ClusterError(address, "this is no address of a scheduler", "Write it as tcp://host:port.")
    for spec in specs:
        outside = next((bot for bot in spec.bots.values() if bot.startswith(CMD)), "")
        if outside:
            cause = f"the bot `{outside}` is a program on this machine, and a cluster plays built-in bots only"
            raise ClusterError(address, cause, "Leave out --cluster, or name another bot.")
        if spec.save is not None and os.path.lexists(spec.save):
            raise _taken(spec.save)


@contextmanager
def _client(address: str) -> Iterator[Client]:
    """Connect to a scheduler that has workers, all of them with this very game. Raises ClusterError."""
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError(
            address, f"a cluster needs Dask ({error})", 'Install it with `pip install "lanc-game[cluster]"`.'
        ) from None
    with _quietly():
        with _as_cluster_error(address):
            _knock(address)
            client = Client(address, timeout=CONNECT, set_as_default=False)
        try:
            with _as_cluster_error(address):
                _check_workers(client, address)
            yield client
        finally:
            client.close()


@contextmanager
def _quietly() -> Iterator[None]:
    """Keep Dask's log, tracebacks and all, off the terminal: what matters of it is told by ClusterError."""
    names = [name for name in logging.root.manager.loggerDict if name.partition(".")[0] == "distributed"]
    levels = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


@contextmanager
def _as_cluster_error(address: str) -> Iterator[None]:
    """Say in one sentence whatever goes wrong while connecting: what listens there may be anything."""
    try:
        yield
    except ClusterError:
        raise
    except OSError:  # time outs are such
        cause = f"no scheduler answers there (waited {CONNECT} seconds)"
        raise ClusterError(address, cause, "Start one with `dask scheduler`, or mend the address.") from None
    except Exception as error:  # noqa: BLE001 - another service's bytes can break the reader in any way
        cause = f"what answers there does not talk as a scheduler does ({type(error).__name__})"
        raise ClusterError(address, cause, "Give the address that `dask scheduler` prints.") from None


def _knock(address: str) -> None:
    """Ask who listens at an address, without leaving half a client behind if it is nobody, or not a scheduler."""
    from distributed.comm.core import connect
    from distributed.security import Security

    async def ask() -> object:
        comm = await connect(address, timeout=CONNECT, **Security().get_connection_args("client"))
        try:
            await comm.write({"op": "identity", "reply": True})
            return await comm.read()
        finally:
            comm.abort()

    answer = asyncio.run(asyncio.wait_for(ask(), CONNECT))
    kind = answer.get("type") if isinstance(answer, dict) else None
    if kind != "Scheduler":
        raise ClusterError(address, f"a {kind} listens there, no scheduler", "Give the scheduler's own address.")


def _check_workers(client: Client, address: str) -> None:
    """Raise ClusterError unless there are workers, and they and the scheduler have the game that is played here."""
    try:
        client.wait_for_workers(1, timeout=CONNECT)
    except TimeoutError:
        raise ClusterError(
            address, "the scheduler has no workers", f"Start some with `dask worker {address}`."
        ) from None
    stamps: dict[str, str] = client.run(_probe())
    wrong = sorted(worker for worker, found in stamps.items() if found != stamp())
    if wrong:
        raise _other_game(address, f"the worker {wrong[0]}" if len(wrong) == 1 else f"{len(wrong)} workers")
    if client.run_on_scheduler(_probe()) != stamp():  # it reads every task on its way
        raise _other_game(address, "the scheduler")


def _probe() -> Callable[[], str]:
    """Return what asks a worker for its stamp: a function inside another travels whole, so it runs where no game is."""

    def ask() -> str:
        try:
            from lanc_game.simulate.cluster import stamp
        except ImportError:
            return ""
        return stamp()

    return ask


def _other_game(address: str, who: str) -> ClusterError:
    cure = f'Install there what is installed here (`pip install "lanc-game[cluster]=={__version__}"`) and start anew.'
    return ClusterError(address, f"{who}: the game is missing, or is not the one installed here", cure)


class _Cluster:
    """A cluster at work."""

    def __init__(self, client: Client, address: str) -> None:
        self.client = client
        self.address = address
        self.places: dict[Future[Done], int] = {}  # of the games that are not back yet
        self.finished: SimpleQueue[Future[Done]] = SimpleQueue()

    def play(self, parcel: Future[Parcel], specs: Sequence[GameSpec]) -> Generator[tuple[int, Done]]:
        """Hand the games over, not too many at once; yield them with their places as they come back."""
        queue = iter(enumerate(specs))
        try:
            while True:
                for place, spec in islice(queue, MOST_AHEAD - len(self.places)):
                    plain = replace(spec, save=None)  # a path means nothing elsewhere
                    future = self.client.submit(play_there, parcel, plain, spec.save is not None, pure=False)
                    self.places[future] = place
                    future.add_done_callback(self.finished.put)
                if not self.places:
                    return
                yield self._next()
        finally:
            if self.places and self.client.status == "running":
                self.client.cancel(list(self.places))

    def _next(self) -> tuple[int, Done]:
        """Wait for a game to come back. Raises ClusterError if nobody is left to play it."""
        alone = 0
        while alone < PATIENCE:
            waited = 1
            try:
                future = self.finished.get(timeout=waited)
                try:
                    done = self._done(future)
                except TimeoutError:  # its worker left before it could be fetched: it will be played again
                    future.add_done_callback(self.finished.put)
                    waited = CONNECT
                else:
                    return self.places.pop(future), done
            except Empty:
                pass
            alone = 0 if self._has_workers() else alone + waited
        cause = f"every worker left, and none came for {PATIENCE} seconds"
        raise ClusterError(self.address, cause, "Look at the workers' own output.")

    def _has_workers(self) -> bool:
        try:
            return bool(self.client.nthreads())
        except (OSError, TimeoutError):
            raise _lost(self.address) from None

    def _done(self, future: Future[Done]) -> Done:
        """Fetch a game. Raises TimeoutError if it is nowhere now, GameError if it stumbled, ClusterError for all else."""
        try:
            return future.result(timeout=CONNECT)
        except (asyncio.CancelledError, concurrent.futures.CancelledError):
            raise _lost(self.address) from None
        except Exception as error:
            if isinstance(error, TimeoutError) and future.status != "error":
                raise
            raise self._told(error) from None

    def _told(self, error: Exception) -> Exception:
        """Return what to say of an error from a worker: games and saves speak for themselves, the rest is the cluster's."""
        match error:
            case GameError() | SaveError():
                return error
            case ClusterError():
                return ClusterError(self.address, error.cause, error.cure)
            case ImportError() | AttributeError():  # a worker that came later, and could not even read the task
                return _other_game(self.address, "a worker")
        cause = f"a game was lost with its worker ({type(error).__name__}: {error})"
        return ClusterError(self.address, cause, "Look at the workers' own output.")


def _lost(address: str) -> ClusterError:
    return ClusterError(address, "the connection to the scheduler was lost", "See that it runs, and begin again.")


def _write_save(path: Path, data: bytes) -> None:
    """Write a save that a worker played, whole or not at all, and never over another."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            try:
                file.write(data)
                file.flush()
            except BaseException:
                path.unlink()
                raise
    except FileExistsError:
        raise _taken(path) from None
    except OSError as error:
        raise SaveError(path, 0, f"cannot be written: {reason(error)}", "Name a place that you may write to.") from None


def _taken(path: Path) -> SaveError:
    return SaveError(path, 0, "there is a file already", "Name another; no save is ever overwritten.")


# --- on a worker

_worlds: dict[str, tuple[World, Json]] = {}  # by the document's digest
_compiling = threading.Lock()


def play_there(parcel: Parcel, spec: GameSpec, saved: bool) -> Done:
    """Play a game on a worker, and give its save back if it is wanted.

    Raises GameError, or ClusterError if another game than the asker's is installed.
    """
    if parcel.stamp != stamp():
        raise _other_game("cluster", "a worker")
    world, document = _world_of(parcel)
    if not saved:
        return Done(play_game(world, document, spec), b"")
    with TemporaryDirectory(prefix="lanc-") as folder:
        path = Path(folder) / "game"
        result = play_game(world, document, replace(spec, save=path))
        return Done(result, path.read_bytes())


def _world_of(parcel: Parcel) -> tuple[World, Json]:
    """Return a scenario's world and document; compiled once, however many threads ask."""
    with _compiling:
        if parcel.digest not in _worlds:
            document: Json = json.loads(parcel.text)
            world, problems = build(document)
            if world is None:
                raise GameError(-1, "; ".join(problem.message for problem in problems[:3]))
            while len(_worlds) >= MOST_WORLDS:
                del _worlds[next(iter(_worlds))]
            _worlds[parcel.digest] = world, document
        return _worlds[parcel.digest]


@cache
def stamp() -> str:
    """Return the game's version and a hash of the modules that decide what a game comes to, the same on every system."""
    root = Path(__file__).resolve().parents[1]
    digest = hashlib.blake2b(digest_size=16)
    for package in _DECIDING:
        files = {file.relative_to(root).as_posix(): file for file in (root / package).rglob("*.py")}
        for name in sorted(files):
            digest.update(f"{name}\n{files[name].read_text(encoding='utf-8')}\n".encode())
    return f"{__version__}/{digest.hexdigest()}"
