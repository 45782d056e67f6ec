"""Saves from the command line: verify, branch, compare, chronicle, state, legal, resume, replay."""

import json
from pathlib import Path

import pytest
from cli_run import Lanc, Process


def test_verify(lanc: Lanc, game: Path) -> None:
    run = lanc("verify", str(game))
    assert (run.code, run.out, run.err) == (0, f"{game}: 4 turns, every one as saved\n", "")
    document = json.loads(lanc("verify", "game", "--json").out)
    assert document["ok"]
    assert [row["turn"] for row in document["digests"]] == ["1942-03", "1942-04", "1942-05", "1942-06"]


def damage(game: Path, name: str) -> Path:
    lines = game.read_bytes().split(b"\n")
    other = game.with_name(f"{name}.lanc")
    match name:
        case "torn":
            other.write_bytes(b"\n".join(lines[:-2]) + b"\n" + lines[-2][:40])
        case "swapped":
            lines[1], lines[2] = lines[2], lines[1]
            other.write_bytes(b"\n".join(lines))
        case "edited":
            other.write_bytes(b"\n".join(line.replace(b"raid mountain", b"raid woods") for line in lines))
        case "short":
            other.write_bytes(b"\n".join(lines[:1] + lines[2:]))
        case _:
            other.write_bytes(b"\x00\x01 no save\n" * 3)
    return other


def test_a_torn_last_line_is_left_out_with_a_notice(lanc: Lanc, game: Path) -> None:
    torn = damage(game, "torn")
    before = torn.read_bytes()
    run = lanc("verify", str(torn))
    assert run.code == 0
    assert "torn off" in run.err
    assert "3 turns" in run.out
    assert torn.read_bytes() == before


@pytest.mark.parametrize("name", ["swapped", "edited", "short", "garbage"])
def test_other_damage_is_named_and_nothing_is_written(lanc: Lanc, game: Path, name: str) -> None:
    other = damage(game, name)
    before = other.read_bytes()
    for words in (
        ["verify", str(other)],
        ["resume", str(other), "--plain"],
        ["chronicle", str(other)],
        ["state", str(other)],
        ["branch", str(other), "--at", "#1", "-o", "b.lanc"],
        ["replay", str(other)],
    ):
        run = lanc(*words, stdin="end\n")
        assert run.code == 1, (words, run.err)
        assert f"{name}.lanc, line " in run.err
    assert other.read_bytes() == before
    assert not Path("b.lanc").exists()
    document = json.loads(lanc("verify", str(other), "--json").out)
    assert document["ok"] is False


def test_one_bad_save_among_good_ones(lanc: Lanc, game: Path) -> None:
    run = lanc("verify", str(game), str(damage(game, "edited")))
    assert run.code == 1
    assert "every one as saved" in run.out


def test_rules_diff_goes_on_after_a_difference(lanc: Lanc, game: Path) -> None:
    run = lanc("verify", str(damage(game, "edited")), "--rules-diff")
    assert run.code == 1
    assert "chain" in run.err
    assert "state digest" in run.err
    assert json.loads(lanc("verify", str(game.with_name("edited.lanc")), "--rules-diff", "--json").out)["differences"]


def test_resume_goes_on_where_it_stopped(lanc: Lanc, game: Path) -> None:
    run = lanc("resume", "game", "--plain", stdin="end\n")
    assert run.code == 0
    assert run.lines[0].startswith("July 1942 · Hills")
    assert json.loads(lanc("verify", "game", "--json").out)["digests"][-1]["turn"] == "1942-07"


def test_resume_takes_the_newest(lanc: Lanc, game: Path) -> None:
    assert lanc("resume", "--plain").lines[0].startswith("July 1942 · Hills")


def test_stopping_and_going_on_is_the_same_as_playing_through(lanc: Lanc, home: Path) -> None:
    words = ("play", "four-valleys", "--as", "star", "--seed", "11", "--plain", "--save")
    assert lanc(*words, str(home / "a.lanc"), stdin="raid woods\nend\nend\nend\n").code == 0
    assert lanc(*words, str(home / "b.lanc"), stdin="raid woods\nend\n").code == 0
    assert lanc("resume", "b", "--plain", stdin="end\nend\n").code == 0
    run = lanc("compare", "a", "b")
    assert (run.code, run.out) == (0, "the same game\n")


def test_branch_and_compare(lanc: Lanc, game: Path) -> None:
    assert lanc("branch", "game", "--at", "1942-05", "-o", "other.lanc").code == 0
    again = lanc("branch", "game", "--at", "1942-05", "-o", "other.lanc")
    assert again.code == 2
    assert "overwritten" in again.err
    assert lanc("resume", "other.lanc", "--plain", stdin="raid mountain\nend\n").code == 0
    run = lanc("compare", "game", "other.lanc")
    assert run.code == 1
    assert run.lines[0] == "2 turns in common; they part at 1942-05"
    assert "raid mountain" in run.out
    document = json.loads(lanc("compare", "game", "other.lanc", "--json").out)
    assert (document["same"], document["turn"], document["at"]) == (False, 2, "1942-05")
    assert lanc("verify", "other.lanc").code == 0
    assert lanc("branch", "game", "--at", "#9").code == 2


@pytest.mark.parametrize("language", ["en", "sq"])
@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_chronicle(lanc: Lanc, game: Path, language: str, form: str) -> None:
    run = lanc("chronicle", "game", "--lang", language, "--format", form)
    assert run.code == 0
    assert ("March 1942" if language == "en" else "mars 1942") in run.out.replace("Mars", "mars")
    assert ("<html" in run.out) == (form == "html")
    one = lanc("chronicle", "game", "--lang", language, "--format", form, "--view", "star", "-o", "page")
    assert (one.code, one.out) == (0, "")
    assert Path("page").read_text(encoding="utf-8") != run.out
    assert lanc("chronicle", "game", "-o", "page").code == 2


def test_state(lanc: Lanc, game: Path) -> None:
    def state(*words: str) -> object:
        return json.loads(lanc("state", *words).out)

    assert state("game") == state("game", "--at", "#4")
    assert state("game", "--at", "1942-05") == state("game", "--at", "#2")
    assert state("game", "--at", "#0") == state("game", "--at", "1942-03")
    assert state("game", "--at", "#1") != state("game", "--at", "#2")
    assert state("game", "--view", "hill") != state("game", "--view", "star") != state("game")
    assert state("four-valleys") != state("game")


def test_legal(lanc: Lanc, game: Path) -> None:
    first = lanc("legal", "four-valleys", "--as", "hill")
    assert first.code == 0
    assert "raid mountain" in first.lines
    here = lanc("legal", "four-valleys", "--as", "Hills", "--region", "Mali").lines
    assert here
    assert set(here) < set(first.lines)
    assert lanc("legal", "game", "--as", "hill", "--at", "1942-03").lines == first.lines
    assert lanc("legal", "game", "--as", "hill", "--at", "#4").lines == lanc("legal", "game", "--as", "hill").lines
    for line in first.lines:
        assert lanc("play", "four-valleys", "--plain", "--strict", "--seed", "1", stdin=f"{line}\n").code == 0


def test_replay_tells_the_game_again(lanc: Lanc, game: Path) -> None:
    run = lanc("replay", "game")
    assert run.code == 0
    assert [line for line in run.lines if line.startswith("# ")] == [
        "# March 1942", "# April 1942", "# May 1942", "# June 1942",
    ]  # fmt: skip
    late = lanc("replay", "game", "--at", "1942-05", "--view", "hill", "--lang", "sq")
    assert [line for line in late.lines if line.startswith("# ")] == ["# maj 1942", "# qershor 1942"]


def test_same_game_in_any_process(process: Process, home: Path) -> None:
    digests = []
    for salt in ("0", "1234"):
        save = home / f"salt{salt}.lanc"
        words = ["play", "four-valleys", "--plain", "--as", "hill", "--seed", "7", "--save", str(save)]
        run = process(*words, stdin="raid mountain\n" + "end\n" * 40, PYTHONHASHSEED=salt)
        assert run.returncode == 0, run.stderr
        digests.append((run.stdout.replace(f"salt{salt}", ""), process("verify", str(save), "--json").stdout))
    assert digests[0][0] == digests[1][0]
    assert json.loads(digests[0][1])["digests"] == json.loads(digests[1][1])["digests"]
