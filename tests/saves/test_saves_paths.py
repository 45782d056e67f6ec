"""Where saves are looked for and what a list of them says."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from saves_world import make_world, play

from lanc_game.saves import SaveError, find, fresh_name, glance, listing, newest
from lanc_game.saves import paths as paths_module

WORLD = make_world()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "here" / "saves").mkdir(parents=True)
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("LANC_SAVES", str(folder))
    return folder


def at(path: Path, time: int) -> Path:
    os.utime(path, (time, time))
    return path


def test_saves_are_found_by_path_and_by_name(own: Path) -> None:
    example = play(WORLD, Path("saves/shown.lanc"), 1).path
    mine = play(WORLD, own / "mine.lanc", 1).path
    play(WORLD, own / "shown.lanc", 1)
    assert find("mine") == find("mine.lanc") == find(str(mine)) == mine
    assert find("shown") == example
    assert find("saves/shown.lanc") == example
    with pytest.raises(SaveError, match="Did you mean `mine`"):
        find("mien")
    for name in ("", "nothing", "../mine", "a\0b", "x" * 5_000, str(own)):
        with pytest.raises(SaveError):
            find(name)


def test_the_newest_unfinished_game_of_ones_own_comes_first(own: Path) -> None:
    assert newest() is None
    at(play(WORLD, Path("saves/shown.lanc"), 1).path, 9_000)
    assert newest() == Path("saves/shown.lanc")
    at(play(WORLD, own / "ended.lanc", 6).path, 3_000)
    assert newest() == own / "ended.lanc"
    at(play(WORLD, own / "old.lanc", 1).path, 1_000)
    at(play(WORLD, own / "new.lanc", 1).path, 2_000)
    (own / "broken.lanc").write_bytes(b"?")
    assert newest() == own / "new.lanc"


def test_new_names_are_new_and_plain(own: Path) -> None:
    seats = {"f0": "human", "f1": "bot:regular"}
    first = fresh_name("four", seats, 7)
    assert first == own / "four-f0-7.lanc"
    first.touch()
    assert fresh_name("four", seats, 7) == own / "four-f0-7-2.lanc"
    assert fresh_name("four", {"f0": "bot:x"}, 7).name == "four-bots-7.lanc"
    assert fresh_name("four", {f"f{i}": "human" for i in range(5)}, 7).name == "four-5_seats-7.lanc"
    assert fresh_name("../../Etc", seats, 7) == own / "_etc-f0-7.lanc"


def test_the_users_folder_serves_where_nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LANC_SAVES", raising=False)
    assert paths_module.home().name == "saves"
    assert "lanc" in str(paths_module.home())


def test_a_list_tells_what_there_is(own: Path) -> None:
    at(play(WORLD, own / "a.lanc", 2).path, 1_000)
    at(play(WORLD, own / "b.lanc", 6).path, 2_000)
    (own / "a.lanc.torn").write_bytes(b"not listed")
    (own / "notes.txt").write_bytes(b"not listed")
    entries = listing()
    assert [entry.name for entry in entries] == ["b", "a"]
    a = entries[1]
    assert (a.scenario, a.title, a.title_sq) == ("four", 'Four "valleys"', "Katër lugina")
    assert (a.label, a.turns, a.of, a.over, a.torn, a.damaged) == ("1942-10", 2, 6, False, False, "")
    assert a.seats == (("f0", "human"), ("f1", "bot:regular"))
    assert a.seed == 7
    assert entries[0].over


def test_a_list_sees_torn_lines_and_games_without_turns(own: Path) -> None:
    path = play(WORLD, own / "a.lanc", 3).path
    whole = path.read_bytes()
    for cut in (whole[:-1], whole[:-40], whole + b"\0\0\0", whole[:-40] + b"\n"):
        path.write_bytes(cut)
        entry = glance(path)
        assert entry.torn
        assert (entry.turns, entry.damaged) == (2 if len(cut) < len(whole) else 3, "")
    path.write_bytes(whole.splitlines(keepends=True)[0])
    assert (glance(path).turns, glance(path).label) == (0, "")


def test_a_list_survives_anything(own: Path) -> None:
    (own / "empty.lanc").write_bytes(b"")
    (own / "folder.lanc").mkdir()
    (own / "dangling.lanc").symlink_to(own / "nowhere")
    os.mkfifo(own / "pipe.lanc")
    (own / "deep.lanc").write_bytes(b"[" * 100_000 + b"\n")
    (own / "long.lanc").write_bytes(b"x" * 9_000_000)
    entries = listing()
    assert len(entries) == 6
    assert all(entry.damaged for entry in entries)
    assert listing([own / "nowhere"]) == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_damage_brings_a_glance_down(own: Path, data: st.DataObject) -> None:
    path = own / "a.lanc"
    if not path.exists():
        play(WORLD, path, 2)
        (own / "whole").write_bytes(path.read_bytes())
    damaged = bytearray((own / "whole").read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(damaged)))
        damaged[start : start + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=10))
    path.write_bytes(damaged)
    glance(path)


def test_long_lines_at_the_end_are_still_found(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = play(WORLD, own / "a.lanc", 4).path
    for tail in (10, 200, 600, 2_000):
        monkeypatch.setattr(paths_module, "_TAIL", tail)
        assert (glance(path).turns, glance(path).label) == (4, "1942-12")
