"""Writing saves: whole lines or none, one writer, nothing overwritten, torn lines mended without loss."""

import errno
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from saves_world import DOCUMENT, header, make_world, play

from lanc_game.saves import Journal, SaveError, read_save, verify

DIGEST = "ab" * 16
WORLD = make_world()
GOLDEN = Path(__file__).parent / "golden.lanc"


def test_a_save_reads_back_as_it_was_written(tmp_path: Path) -> None:
    written = play(WORLD, tmp_path / "new" / "game.lanc", 4)
    save = read_save(written.path)
    assert (save.header, save.turns) == (written.header, written.turns)
    assert save.header.scenario == DOCUMENT
    assert save.notices == ()
    assert save.size == written.size == written.path.stat().st_size
    assert verify(WORLD, save).ok
    assert len(verify(WORLD, save).digests) == 4


def test_factions_without_orders_are_left_out(tmp_path: Path) -> None:
    with Journal.create(tmp_path / "a.lanc", header(WORLD)) as journal:
        record = journal.append("1942-09", {"f1": [], "f0": ["hold a0"]}, DIGEST)
    assert record.orders == {"f0": ("hold a0",)}
    assert b'"orders":{"f0":["hold a0"]}' in journal.path.read_bytes()


def test_the_format_is_what_it_was(tmp_path: Path) -> None:
    """Bytes of format 1 never change: an old game must stay readable, and a new one be what the page says."""
    path = tmp_path / "golden.lanc"
    with Journal.create(path, replace(header(WORLD), engine="0.1.0", start=DIGEST)) as journal:
        journal.append("1942-09", {"f0": ["raid a0", "move a0 a1 band 20"], "f1": []}, "0" * 32)
        journal.append("1942-10", {}, "1" * 32)
        journal.append("1942-11", {"f1": ["sweep a2"]}, "2" * 32, over=True)
    assert path.read_bytes() == GOLDEN.read_bytes()
    save = read_save(GOLDEN)
    assert [record.label for record in save.turns] == ["1942-09", "1942-10", "1942-11"]
    assert save.over


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.lanc"
    path.write_bytes(b"precious")
    with pytest.raises(SaveError, match="a file already"):
        Journal.create(path, header(WORLD))
    assert path.read_bytes() == b"precious"
    dangling = tmp_path / "b.lanc"
    dangling.symlink_to(tmp_path / "nowhere")
    with pytest.raises(SaveError, match="a file already"):
        Journal.create(dangling, header(WORLD))


def test_only_one_game_writes_a_save(tmp_path: Path) -> None:
    path = tmp_path / "a.lanc"
    code = f"from pathlib import Path; from lanc_game.saves import Journal; Journal.resume(Path({str(path)!r}))"
    with Journal.create(path, header(WORLD)) as journal:
        with pytest.raises(SaveError, match="another game"):
            Journal.resume(path)
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert "another game is writing it" in run.stderr
        read_save(path)  # looking on is allowed
        journal.append("1942-09", {}, DIGEST)
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_play_goes_on_after_resuming(tmp_path: Path) -> None:
    straight = play(WORLD, tmp_path / "straight.lanc", 4)
    stopped = tmp_path / "stopped.lanc"
    with Journal.create(stopped, header(WORLD)):
        pass
    for record in straight.turns:
        with Journal.resume(stopped) as journal:
            journal.append(record.label, record.orders, record.digest)
    assert stopped.read_bytes() == straight.path.read_bytes()


@pytest.mark.parametrize("kept", [1, 40, -1])
def test_a_torn_line_is_put_aside_when_play_goes_on(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "a.lanc"
    play(WORLD, path, 3)
    whole = path.read_bytes()
    lines = whole.splitlines(keepends=True)
    torn = lines[-1][:kept]
    path.write_bytes(b"".join(lines[:-1]) + torn)
    (tmp_path / "a.lanc.torn").write_bytes(b"an earlier accident")
    with Journal.resume(path) as journal:
        assert journal.save.torn == torn
        assert "torn" in journal.save.notices[0]
        assert path.read_bytes().endswith(torn)  # looking changes nothing
        last = read_save(path)
        assert len(last.turns) == 2
        full = play(WORLD, tmp_path / "b.lanc", 3).turns[2]
        journal.append(full.label, full.orders, full.digest)
        assert journal.save.torn == b""
    assert path.read_bytes() == whole
    assert (tmp_path / "a.lanc.torn").read_bytes() == b"an earlier accident"
    assert (tmp_path / "a.lanc.torn.2").read_bytes() == torn


def test_zeros_left_by_a_power_cut_are_a_torn_line(tmp_path: Path) -> None:
    path = tmp_path / "a.lanc"
    play(WORLD, path, 2)
    whole = path.read_bytes()
    for tail in (b"\0" * 512, b"\0" * 511 + b"\n", b"\n", b"\xff\n", b'{"turn":2\n'):
        path.write_bytes(whole + tail)
        save = read_save(path)
        assert (len(save.turns), save.torn) == (2, tail)


def _short(handle: int, data: bytes) -> int:
    return REAL_WRITE(handle, data[: len(data) // 2])


def _full(handle: int, data: bytes) -> int:
    REAL_WRITE(handle, data[:5])
    raise OSError(errno.ENOSPC, "No space left on device")


def _unsynced(handle: int) -> None:
    raise OSError(errno.EIO, "Input/output error")


REAL_WRITE = os.write


@pytest.mark.parametrize(("name", "fault"), [("write", _short), ("write", _full), ("fsync", _unsynced)])
def test_a_full_disk_loses_nothing_and_play_can_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, fault: Callable[..., object]
) -> None:
    path = tmp_path / "a.lanc"
    with Journal.create(path, header(WORLD)) as journal:
        journal.append("1942-09", {"f0": ["hold a0"]}, DIGEST)
        before = path.read_bytes()
        with monkeypatch.context() as patch:
            patch.setattr(os, name, fault)
            for _ in range(2):
                with pytest.raises(SaveError, match="line 3: cannot be written"):
                    journal.append("1942-10", {}, DIGEST)
            assert path.read_bytes() == before
        journal.append("1942-10", {}, DIGEST)
    assert len(read_save(path).turns) == 2


def test_a_line_that_cannot_even_be_cut_back_is_mended_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.lanc"
    with Journal.create(path, header(WORLD)) as journal:
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", _full)
            patch.setattr(os, "ftruncate", _unsynced_length)
            with pytest.raises(SaveError, match="cannot be written"):
                journal.append("1942-09", {}, DIGEST)
        assert len(read_save(path).torn) == 5
        journal.append("1942-09", {}, DIGEST)
    assert len(read_save(path).turns) == 1
    assert (tmp_path / "a.lanc.torn").stat().st_size == 5


def _unsynced_length(handle: int, size: int) -> None:
    raise OSError(errno.EIO, "Input/output error")


def test_a_game_that_cannot_be_begun_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.lanc"
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", _full)
        with pytest.raises(SaveError, match="cannot be written"):
            Journal.create(path, header(WORLD))
    assert not path.exists()
    Journal.create(path, header(WORLD)).close()


def test_a_real_limit_on_file_size_is_survived(tmp_path: Path) -> None:
    path = tmp_path / "a.lanc"
    play(WORLD, path, 2)
    before = path.read_bytes()
    code = (
        "import sys; from pathlib import Path; from lanc_game.saves import Journal, SaveError\n"
        f"journal = Journal.resume(Path({str(path)!r}))\n"
        "try: journal.append('1942-11', {}, 'ab' * 16)\n"
        "except SaveError as error: print(error)\n"
    )
    limit = len(before) + 20

    def lower() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    run = subprocess.run(
        [sys.executable, "-B", "-c", code], capture_output=True, text=True, check=True, preexec_fn=lower
    )
    assert "cannot be written" in run.stdout
    assert path.read_bytes() == before


def test_a_save_changed_by_another_program_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.lanc"
    with Journal.create(path, header(WORLD)) as journal:
        with path.open("ab") as other:
            other.write(b"mine")
        with pytest.raises(SaveError, match="another program"):
            journal.append("1942-09", {}, DIGEST)
    assert path.read_bytes().endswith(b"mine")


@pytest.mark.parametrize(
    ("label", "orders", "digest", "cause"),
    [
        ("1942-09", {"f0": ["hold a0"] * 121}, DIGEST, "more than 120"),
        ("1942-09", {"f0": ["x" * 2_001]}, DIGEST, "too long"),
        ("1942-09", {"f0": [""]}, DIGEST, "empty"),
        ("1942-09", {"f0": ["hold\na0"]}, DIGEST, "plain text"),
        ("1942-09", {"f0": ["hold \ud800"]}, DIGEST, "plain text"),
        ("1942-09", {"Somebody": ["hold a0"]}, DIGEST, "no faction"),
        ("1942-09\n", {}, DIGEST, "label"),
        ("1942-09", {}, "xyz", "digest"),
    ],
)
def test_what_could_not_be_read_back_is_not_written(
    tmp_path: Path, label: str, orders: dict[str, list[str]], digest: str, cause: str
) -> None:
    path = tmp_path / "a.lanc"
    with Journal.create(path, header(WORLD)) as journal:
        before = path.read_bytes()
        with pytest.raises(SaveError, match=cause):
            journal.append(label, orders, digest)
    assert path.read_bytes() == before


def test_headers_that_could_not_be_read_back_are_not_written(tmp_path: Path) -> None:
    good = header(WORLD)
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    bad = [
        replace(good, seed=2**63),
        replace(good, seed=-1),
        replace(good, clock=2),
        replace(good, seats={}),
        replace(good, scenario={"x": float("nan")}),
        replace(good, scenario={"x": 1.5}),
        replace(good, scenario={"x": "\ud800"}),
        replace(good, scenario={"x": "long" * 3_000_000}),
        replace(good, scenario={"x": deep}),  # type: ignore[dict-item]
    ]
    for number, one in enumerate(bad):
        with pytest.raises(SaveError):
            Journal.create(tmp_path / f"{number}.lanc", one)
        assert not (tmp_path / f"{number}.lanc").exists()


def test_a_war_that_is_over_takes_no_more_turns(tmp_path: Path) -> None:
    with Journal.create(tmp_path / "a.lanc", header(WORLD)) as journal:
        journal.append("1942-09", {}, DIGEST, over=True)
        with pytest.raises(SaveError, match="over"):
            journal.append("1942-10", {}, DIGEST)


def test_a_closed_journal_says_so(tmp_path: Path) -> None:
    journal = Journal.create(tmp_path / "a.lanc", header(WORLD))
    journal.close()
    journal.close()
    with pytest.raises(SaveError, match="closed"):
        journal.append("1942-09", {}, DIGEST)


def test_what_cannot_be_resumed_says_why(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="no such save"):
        Journal.resume(tmp_path / "nothing.lanc")
    with pytest.raises(SaveError, match="no such save"):
        Journal.resume(tmp_path)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SaveError, match="cannot be made"):
        Journal.create(tmp_path / "file" / "a.lanc", header(WORLD))


def test_writing_needs_no_pydantic() -> None:
    code = "import sys; import lanc_game.saves; print(sorted({'pydantic', 'yaml', 'platformdirs'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
