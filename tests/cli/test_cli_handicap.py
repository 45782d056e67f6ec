"""`--handicap FACTION=PERCENT` as its users meet it: what changes, what does not, and that it is said everywhere."""

import json
from pathlib import Path

import pytest
from cli_run import Lanc

from lanc_game.engine.state import Json
from lanc_game.saves import read_save

ENGLISH, ALBANIAN = "With a handicap: Hills 80 %, Crown 150 %", "Me handikap: Malet 80 %, Kurora 150 %"
PAIRS = ("--handicap", "hill=80", "--handicap", "crown=150")


@pytest.fixture
def handicapped(lanc: Lanc, home: Path) -> Path:
    """A whole war in which two sides have a handicap, kept as ``uneven``."""
    path = home / "uneven.lanc"
    run = lanc("play", "four-valleys", "--as", "hill", "--seed", "7", "--save", str(path), *PAIRS, stdin="end\n" * 12)
    assert (run.code, run.err) == (0, "")
    return path


def means(lanc: Lanc, save: Path, side: str) -> dict[str, int]:
    run = lanc("state", str(save), "--at", "#0", "--view", side)
    return {key: json.loads(run.out)[key] for key in ("cadres", "arms", "supplies")}


def test_a_side_begins_with_so_much_of_its_means_and_the_others_with_all(lanc: Lanc, home: Path, game: Path) -> None:
    path = home / "uneven.lanc"
    lanc("play", "four-valleys", "--as", "hill", "--seed", "7", "--save", str(path), *PAIRS, stdin="end\n")
    before = {side: means(lanc, game, side) for side in ("hill", "star", "crown")}
    after = {side: means(lanc, path, side) for side in ("hill", "star", "crown")}
    assert before["hill"] == {"cadres": 4, "arms": 120, "supplies": 40}
    assert after["hill"] == {"cadres": 3, "arms": 96, "supplies": 32}
    assert after["star"] == before["star"]
    assert after["crown"] == {"cadres": 6, "arms": 4500, "supplies": 600}


def test_what_else_stands_at_the_start_is_the_same(lanc: Lanc, handicapped: Path, game: Path) -> None:
    def position(save: Path) -> dict[str, Json]:
        found: dict[str, Json] = json.loads(lanc("state", str(save), "--at", "#0").out)
        del found["digest"]
        factions = found["factions"]
        assert isinstance(factions, dict)
        for side in factions.values():
            assert isinstance(side, dict)
            for key in ("cadres", "arms", "supplies"):
                del side[key]
        return found

    assert position(handicapped) == position(game)


def test_line_mode_says_it_at_the_opening_once_and_with_the_verdict(lanc: Lanc, handicapped: Path, home: Path) -> None:
    run = lanc("resume", str(handicapped), "--plain")
    verdict = run.lines.index("The war is over.")
    assert run.lines[verdict + 1] == ENGLISH
    for language, told in (("en", ENGLISH), ("sq", ALBANIAN)):
        begun = lanc(
            "play", "four-valleys", "--plain", "--seed", "7", "--lang", language, *PAIRS,
            "--save", str(home / f"{language}.lanc"), stdin="end\nend\n",
        )  # fmt: skip
        assert begun.lines.count(told) == 1
        assert begun.lines.index(told) < begun.lines.index(next(line for line in begun.lines if line.startswith("#")))


def test_a_replay_a_chronicle_and_the_list_say_it(lanc: Lanc, handicapped: Path) -> None:
    assert lanc("replay", str(handicapped)).lines[0] == ENGLISH
    assert lanc("replay", str(handicapped), "--lang", "sq").lines[0] == ALBANIAN
    assert "with a handicap: Hills 80 %" in lanc("chronicle", str(handicapped)).lines[0]
    assert "with a handicap: crown 150 %, hill 80 %" in lanc("list").out
    entries = json.loads(lanc("list", "--json").out)["saves"]
    assert entries[0]["handicaps"] == {"crown": 150, "hill": 80}


def test_the_save_carries_it_and_needs_nothing_else(lanc: Lanc, handicapped: Path, home: Path) -> None:
    header = read_save(handicapped).header
    scenario = header.scenario["scenario"]
    assert isinstance(scenario, dict)
    assert scenario["handicaps"] == {"crown": 150, "hill": 80}
    assert lanc("verify", str(handicapped)).code == 0
    branch = home / "branch.lanc"
    assert lanc("branch", str(handicapped), "--at", "#2", "-o", str(branch)).code == 0
    resumed = lanc("resume", str(branch), "--plain", stdin="end\n")
    assert ENGLISH in resumed.lines
    assert lanc("verify", str(branch)).code == 0


def test_a_hundred_percent_is_the_scenario_itself(lanc: Lanc, home: Path, game: Path) -> None:
    path = home / "even.lanc"
    run = lanc(
        "play", "four-valleys", "--seed", "7", "--save", str(path), "--handicap", "hill=100", stdin="end\n"
    )  # fmt: skip
    assert "With a handicap" not in run.out
    assert read_save(path).header.scenario_digest == read_save(game).header.scenario_digest


def test_without_a_handicap_nothing_is_said(lanc: Lanc, game: Path) -> None:
    said = lanc("resume", str(game), "--plain").out + lanc("replay", str(game)).out + lanc("list").out
    assert "with a handicap" not in said.lower()


def test_a_side_may_be_named_as_in_orders(lanc: Lanc, home: Path) -> None:
    run = lanc("play", "four-valleys", "--plain", "--handicap", "hi=60", "--save", str(home / "g.lanc"))
    assert "With a handicap: Hills 60 %" in run.lines


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        ("hill", "write --handicap FACTION=PERCENT, as hill=80"),
        ("hill=", "from 50 to 200"),
        ("hill=eighty", "`eighty` is no handicap"),
        ("hill=80%", "without a sign"),
        ("hill=49", "from 50 to 200"),
        ("hill=201", "from 50 to 200"),
        ("hill=-80", "from 50 to 200"),
        ("hill=" + "9" * 5000, "from 50 to 200"),
        ("hill=٨٠", "from 50 to 200"),
        ("nobody=80", "There is no faction `nobody`"),
        ("=80", "There is no faction"),
    ],
    ids=lambda text: text[:12],
)
@pytest.mark.parametrize("command", ["play", "simulate"])
def test_what_is_no_handicap_is_refused_with_a_cure(lanc: Lanc, home: Path, command: str, pair: str, said: str) -> None:
    run = lanc(command, "four-valleys", "--handicap", pair)
    assert run.code == 2
    assert run.out == ""
    assert said in run.err
    assert f"--handicap {pair}" in run.err
    assert not home.exists()


def test_one_handicap_a_side(lanc: Lanc) -> None:
    run = lanc("play", "four-valleys", "--handicap", "hill=80", "--handicap", "hills=90")
    assert run.code == 2
    assert "hill has a handicap already" in run.err


def test_simulations_play_with_it_and_say_so(lanc: Lanc) -> None:
    words = ("simulate", "four-valleys", "--games", "2", "--seed", "5")
    assert "With a handicap: Star 200 %" in lanc(*words, "--handicap", "star=200").lines
    even, uneven = (json.loads(lanc(*words, *more, "--json").out) for more in ((), ("--handicap", "star=200")))
    assert even["handicaps"] == {}
    assert uneven["handicaps"] == {"star": 200}
    assert even["digests"].keys() == uneven["digests"].keys()
    assert even["digests"] != uneven["digests"]


def test_comparisons_say_it_too(lanc: Lanc) -> None:
    run = lanc(
        "simulate", "four-valleys", "--games", "1", "--versus", "star=novice", "--handicap", "star=200"
    )  # fmt: skip
    assert "With a handicap: Star 200 %" in run.lines
