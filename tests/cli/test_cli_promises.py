"""What the page about the command line promises: names, exit codes, errors, one JSON document."""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_run import Lanc, Process

from lanc_game.cli import parser

COMMANDS = (
    "play", "resume", "replay", "verify", "branch", "compare", "chronicle", "state", "legal", "list", "check", "new",
    "schema", "simulate", "bench",
)  # fmt: skip


def test_help_names_every_command(lanc: Lanc) -> None:
    run = lanc("--help")
    assert run.code == 0
    for name in COMMANDS:
        assert re.search(rf"^ +{name}\s", run.out, re.MULTILINE), name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(lanc: Lanc, name: str) -> None:
    run = lanc(name, "--help")
    assert run.code == 0
    assert run.out.startswith(f"usage: lanc {name}")


def test_version(lanc: Lanc) -> None:
    run = lanc("--version")
    assert run.code == 0
    assert re.fullmatch(r"lanc \d+\.\d+\.\d+\S*\n", run.out)


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["play"],
        ["play", "four-valleys", "--seed", "x"],
        ["play", "four-valleys", "--seed", "-1"],
        ["play", "four-valleys", "--seed", "9" * 19],
        ["play", "four-valleys", "--level", "grandmaster"],
        ["play", "no-such-war"],
        ["play", "four-valleys", "--as", "nobody", "--plain"],
        ["check"],
        ["check", "no-such-file.yaml"],
        ["check", "--explain", "no-such-code"],
        ["verify", "no-such-save"],
        ["resume"],
        ["resume", "no-such-save"],
        ["replay", "no-such-save"],
        ["branch", "no-such-save", "--at", "#1"],
        ["compare", "no-such-save", "nor-this"],
        ["chronicle", "no-such-save"],
        ["state", "neither"],
        ["legal", "four-valleys"],
        ["legal", "four-valleys", "--as", "nobody"],
        ["legal", "four-valleys", "--as", "hill", "--region", "atlantis"],
        ["state", "four-valleys", "--at", "1066-10"],
        ["state", "four-valleys", "--at", "#5"],
        ["state", "four-valleys", "--view", "nobody"],
        ["simulate", "four-valleys", "--games", "0"],
        ["simulate", "four-valleys", "--games", "1", "--bot", "hill"],
        ["simulate", "four-valleys", "--games", "1", "--bot", "hill=deepblue"],
        ["schema", "-o", "no/such/folder/schema.json"],
        [],
    ],
    ids=" ".join,
)
def test_bad_usage_is_2_with_a_sentence_on_stderr(lanc: Lanc, words: list[str]) -> None:
    run = lanc(*words)
    assert run.code == 2
    assert run.out == ""
    assert run.err.count("lanc") >= 1
    last = run.err.strip().splitlines()[-1]
    assert re.match(r"lanc( \w+)?: ", last)
    assert len(last) > 25


def test_a_slip_is_understood(lanc: Lanc, game: Path) -> None:
    assert "did you mean `four-valleys`" in lanc("play", "four-valeys").err
    assert "Did you mean `game`" in lanc("verify", "gaem").err


def test_options_are_not_shortened(lanc: Lanc) -> None:
    assert lanc("play", "four-valleys", "--pla").code == 2


def test_json_is_one_document_and_nothing_else(lanc: Lanc, game: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("extends: four-valleys\nregoins: {}\n", encoding="utf-8")
    for code, words in [
        (0, ["list", "--json"]),
        (0, ["verify", str(game), "--json"]),
        (0, ["verify", str(game), str(game), "--json"]),
        (0, ["compare", str(game), str(game), "--json"]),
        (0, ["check", "four-valleys", "--json"]),
        (0, ["check", "four-valleys", "--json", "--play", "1"]),
        (1, ["check", str(broken), "--json"]),
        (0, ["state", str(game)]),
        (0, ["state", "four-valleys", "--view", "hill"]),
        (0, ["schema"]),
        (0, ["simulate", "four-valleys", "--games", "2", "--json"]),
    ]:
        run = lanc(*words)
        assert run.code == code, words
        json.loads(run.out)
        assert run.err == "", words


def test_list(lanc: Lanc, game: Path) -> None:
    document = json.loads(lanc("list", "--json").out)
    assert "four-valleys" in [row["name"] for row in document["scenarios"]]
    assert [(row["name"], row["at"], row["turns"]) for row in document["saves"]] == [("game", "1942-06", 4)]
    said = lanc("list").out
    assert "four-valleys" in said
    assert "game" in said


def test_list_survives_what_is_broken(lanc: Lanc, home: Path) -> None:
    home.mkdir(parents=True)
    (home / "bad\x1b[31m.lanc").write_bytes(b"\x00\xff nonsense")
    Path("scenarios").mkdir()
    Path("scenarios/odd.yaml").write_text("scenario: {id: odd\n", encoding="utf-8")
    run = lanc("list")
    assert run.code == 0
    assert "damaged" in run.out
    assert "has errors" in run.out


def test_schema_goes_to_a_new_file_only(lanc: Lanc) -> None:
    assert lanc("schema", "-o", "schema.json").code == 0
    before = Path("schema.json").read_bytes()
    assert json.loads(before)["title"] == "Scenario"
    again = lanc("schema", "-o", "schema.json")
    assert again.code == 2
    assert "nothing is overwritten" in again.err
    assert Path("schema.json").read_bytes() == before


@pytest.mark.parametrize("source", ["four-valleys", "albania-1942"])
def test_new_makes_a_scenario_that_checks_clean_and_plays(lanc: Lanc, source: str) -> None:
    assert lanc("new", "My War", "--from", source).code == 0
    assert lanc("check", "My War").out == "no errors\n"
    run = lanc("play", "My War", "--plain", "--seed", "1", stdin="end\nquit\n")
    assert run.code == 0
    assert "my_war" in run.out
    again = lanc("new", "My War")
    assert again.code == 2
    assert "nothing is overwritten" in again.err


def test_check_by_playing(lanc: Lanc) -> None:
    run = lanc("check", "four-valleys", "--play", "2")
    assert run.code == 0
    assert run.out == "no errors\n"


def test_simulate_keeps_its_games(lanc: Lanc) -> None:
    words = ["simulate", "four-valleys", "--games", "2", "--seed", "3", "--saves", "games", "--csv", "games.csv"]
    run = lanc(*words)
    assert run.code == 0
    saves = sorted(str(path) for path in Path("games").iterdir())
    assert len(saves) == 2
    assert lanc("verify", *saves).code == 0
    again = lanc(*words)
    assert again.code == 2
    assert Path("games.csv").read_text(encoding="utf-8").count("\n") == 3


def test_help_is_quick(process: Process) -> None:
    def seconds(*words: str) -> float:
        begun = time.perf_counter()
        subprocess.run([sys.executable, *words], capture_output=True, check=True)
        return time.perf_counter() - begun

    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "lanc_game", "--help"], capture_output=True, text=True, check=True
    ).stderr
    for heavy in ("pydantic", "yaml", "textual", "rich", "asyncio", "lanc_game.engine", "platformdirs"):
        assert not re.search(rf"\| +{re.escape(heavy)}$", loaded, re.MULTILINE), heavy
    fastest = min(seconds("-c", "import argparse") for _ in range(3))
    assert min(seconds("-m", "lanc_game", "--help") for _ in range(3)) < 4 * fastest + 0.1


def test_a_process_ends_with_the_same_codes(process: Process) -> None:
    assert process("--version").returncode == 0
    missing = process("play", "no-such-war")
    assert missing.returncode == 2
    assert missing.stderr.startswith("lanc: no-such-war: no scenario of that name")
    assert missing.stdout == ""


def test_a_reader_that_leaves_is_no_error(home: Path) -> None:
    command = f"{sys.executable} -m lanc_game schema | head -1"
    run = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=True)
    assert run.stdout == "{\n"
    assert run.stderr == ""


def test_nothing_is_written_home(lanc: Lanc, home: Path, tmp_path: Path) -> None:
    assert lanc("play", "four-valleys", "--plain", "--seed", "5", stdin="end\n").code == 0
    assert [path.name for path in home.iterdir()] == ["four_valleys-hill-5.lanc"]
    assert not (tmp_path / "home").exists()
    assert not (tmp_path / "data").exists()


def test_without_a_place_for_saves_the_data_folder_serves(
    lanc: Lanc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LANC_SAVES")
    assert lanc("play", "four-valleys", "--plain", "--seed", "5", stdin="end\n").code == 0
    assert (tmp_path / "data" / "lanc" / "saves" / "four_valleys-hill-5.lanc").is_file()


def test_the_parser_can_be_asked_for_its_commands() -> None:
    assert parser().parse_args(["legal", "x", "--as", "hill"]).seat == "hill"


def test_files_that_cannot_be_read(lanc: Lanc, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert lanc("check", str(empty)).code == 2
    assert lanc("verify", str(empty)).code == 2
    secret = tmp_path / "secret.yaml"
    secret.write_text("scenario: {}\n", encoding="utf-8")
    secret.chmod(0)
    if not os.access(secret, os.R_OK):
        run = lanc("check", str(secret))
        assert run.code == 2
        assert "cannot be read" in run.err
