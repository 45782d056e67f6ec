"""Line mode and `lanc chronicle` beside history: people, battles, the real events of a month."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from past_kit import PAST

from lanc_game.chronicle import history
from lanc_game.cli import main
from lanc_game.engine.turn import begin
from lanc_game.engine.view import view_of
from lanc_game.plain.past import people_lines
from lanc_game.workshop.load import load

SCENARIOS = Path(__file__).parents[2] / "scenarios"
Play = Callable[..., list[str]]


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Play:
    """Play the small war from a script; return what was said."""
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setenv("LANC_SAVES", str(tmp_path / "saves"))
    path = tmp_path / "past.yaml"
    path.write_text(PAST, encoding="utf-8")

    def run(*script: str, language: str = "en", save: str = "") -> list[str]:
        monkeypatch.setenv("LANC_LANG", language)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join((*script, "")).encode())))
        capsys.readouterr()
        words = ["--save", str(tmp_path / save)] if save else []
        assert main(["play", str(path), "--as", "hill", "--seed", "7", "--plain", *words]) == 0
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return said.out.splitlines()

    return run


def test_who_is_who(play: Play) -> None:
    said = play("people")
    assert "ada — Ada the Teacher (1901–1944), Hills, the Huts, Mountain" in said
    assert "bor — Captain Bor, Star" in said, "where others' people are is not known"
    for name in ("ada", "teacher", "Ada the Teacher"):
        assert play(f"people {name}")[2:5] == [
            "ada — Ada the Teacher (1901–1944), Hills, the Huts, Mountain", "gifts: orator and organiser", "She taught.",
        ]  # fmt: skip
    assert "Jepte mësim." in play("people ada", language="sq")
    assert any(line.startswith("There is no person `zog`. Known: ada, ") for line in play("people zog"))
    assert any(line.startswith("S'ka njeri `zog`.") for line in play("people zog", language="sq"))


def test_people_of_one_name_are_all_shown() -> None:
    world = load(SCENARIOS / "albania-1942").world
    assert world is not None
    view = view_of(world, begin(world, 1), world.faction_index["lnc"])
    said = list(people_lines(view, ["Abaz", "Kupi"], "en"))
    named = [line for line in said if " — Abaz Kupi" in line]
    assert len(named) == len(set(named)) == 2
    assert said == list(people_lines(view, ["kupi"], "en")) == list(people_lines(view, ["abaz"], "en"))


def test_battles_by_list_region_and_name(play: Play) -> None:
    said = play("battles")
    assert "ford — The Ford, 28 April – 2 May 1942: Plain and Woods" in said
    assert "long_war — The Long War, 1 May – 20 July 1942, war" in said, "a war without its regions"
    assert "long_war — The Long War, 1 May – 20 July 1942, war: Plain" in play("battles plain")
    woods = play("battles Woods")
    assert "ford — The Ford, 28 April – 2 May 1942: Plain and Woods" in woods
    assert not any(line.startswith("long_war") for line in woods)
    assert play("battles ford")[2:6] == [
        "ford — The Ford, 28 April – 2 May 1942: Plain and Woods",
        "The Ford: Hills, Star against Crown",
        "Forty fell. (source: S4)",
        "how well it is known: not in every point",
    ]
    assert "No battle of history is written here." in play("battles mountain")
    assert any(line.startswith("There is no battle or region `zog`.") for line in play("battles zog"))
    assert any(line.startswith("S'ka betejë a krahinë `zog`.") for line in play("battles zog", language="sq"))


def test_a_region_lists_its_battles(play: Play) -> None:
    assert "in history: The Ford, 28 April – 2 May 1942" in play("region woods")
    assert not any("The Ford" in line for line in play("region mountain"))


def test_a_fight_is_told_with_its_battle_once(play: Play) -> None:
    said = play("attack plain crown", "end", "attack plain crown", "end", "history 1..2")
    told = [line for line in said if "The Ford, 28 April" in line]
    assert told == ["Here, in history: The Ford, 28 April – 2 May 1942: Forty fell. (source: S4)"] * 2, (
        "again by `history`"
    )
    assert said[said.index(told[0]) - 1].startswith("Hills attacked Crown in Plain")


def test_the_real_events_of_months_that_were_played(play: Play) -> None:
    said = play("history real", "end", "history real", "end", "history real 1..9", "history r 1")
    snow = "12 March 1942: Snow fell on the pass. (source: S1, A2) Disputed: A2 says it rained."
    rain = "April 1942: The hay rotted. (source: S3)"
    assert "Months played so far: 0." in said
    assert said.count("# 1 March 1942") == 3
    assert said.count(snow) == 3
    assert said.count(rain) == 1
    assert not any("The assembly met." in line for line in said), "May has not come yet"
    quiet = play(*["end"] * 6, "history real 6")
    assert "Nothing is written here of what really happened that month." in quiet
    assert any(line.startswith("`x..y` is no span of months.") for line in play("history real x..y"))


def test_help_explains_it_in_both_languages(play: Play) -> None:
    assert any("with `real`, what really happened" in line for line in play("help history"))
    assert any("ç'ndodhi vërtet" in line for line in play("help history", language="sq"))
    assert any(line.startswith("people, people EMRI — ") for line in play("help people", language="sq"))
    assert any(line.startswith("battles, battles REGION, ") for line in play("help battles"))


def test_the_end_lays_the_war_beside_history(play: Play, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = play(*["attack plain crown", "end"] * 12, save="war.lanc")
    start = said.index("In this war and in history, side by side")
    assert "The Ford: here March 1942, in history 28 April – 2 May 1942" in said[start:]
    assert "The Assembly: not here; in history 16 May 1942" in said[start:]
    assert main(["chronicle", str(tmp_path / "war.lanc"), "--lang", "sq"]) == 0
    page = capsys.readouterr().out
    assert "Në këtë luftë dhe në histori, krah për krah" in page
    assert "Vau: këtu mars 1942, në histori 28 prill – 2 maj 1942" in page
    assert page.count("Këtu, në histori: Vau, 28 prill – 2 maj 1942: Ranë dyzet.") == 1
    assert "12 mars 1942: Ra borë në qafë." in page


def test_the_end_counts_what_it_leaves_out(
    play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(history, "_MOST", 1)
    said = play(*["attack plain crown", "end"] * 12, save="war.lanc")
    start = said.index("In this war and in history, side by side")
    assert said[start + 1 : start + 3] == ["The Assembly: not here; in history 16 May 1942", "and 3 more"]
    assert main(["chronicle", str(tmp_path / "war.lanc")]) == 0
    assert capsys.readouterr().out.endswith("not here; in history 16 May 1942\n  and 3 more\n")


def test_an_unfinished_game_has_no_such_table(play: Play, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    play("end", "end", save="war.lanc")
    assert main(["chronicle", str(tmp_path / "war.lanc")]) == 0
    page = capsys.readouterr().out
    assert "In history:" in page
    assert "side by side" not in page
