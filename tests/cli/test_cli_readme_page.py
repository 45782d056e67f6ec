"""README.md shows what is so: its first three months can be ordered, and its example of an alliance is a real one."""

import io
import re
from pathlib import Path

import pytest

from lanc_game.plain.session import play
from lanc_game.table import Table
from lanc_game.workshop.load import load

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "README.md").read_text(encoding="utf-8")
FIRST_MONTHS = """
raid tirana
raid vlora
organise skrapar_gramsh
agitate korca
congress peze front
hide skrapar_gramsh
end
hide tirana
hide vlora
recruit korca
militia skrapar_gramsh
court kupi
end
decide general_staff_question later
reconcile skrapar_gramsh
end
"""
UNTIL_AUGUST, WHILE_IT_HOLDS, UNTIL_THE_WAR = 8, 9, 2
SHOWN = re.findall(r"```\n(.*?)```", PAGE.split("## Alliances that come about")[1].split("\n## ")[0], re.DOTALL)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Play the game that README tells of, and return its lines."""
    loaded = load(ROOT / "scenarios" / "albania-1942")
    assert loaded.world is not None
    asked, proposed, strained = (block.split("\n")[0].removeprefix("> ") for block in SHOWN)
    script = FIRST_MONTHS + "end\n" * UNTIL_AUGUST + f"{asked}\n{proposed}\n" + "end\n" * WHILE_IT_HOLDS
    monkeypatch.setattr("sys.stdin", io.StringIO(script + f"{strained}\n" + "end\n" * UNTIL_THE_WAR + "quit\n"))
    play(Table.open(loaded.world, loaded.document, [loaded.world.faction_index["lnc"]], seed=7), "en")
    return capsys.readouterr().out.splitlines()


def test_the_first_three_months_are_those_of_the_page() -> None:
    months = PAGE.split("### Your first three months")[1].split("\n## ")[0].replace("\n   ", " ")
    for line in FIRST_MONTHS.split("\n"):
        assert not line or f"`{line}`" in months


def test_what_the_page_quotes_was_said_in_that_order(told: list[str]) -> None:
    assert not [line for line in told if line.startswith("refused")]
    place = 0
    for line in [line for block in SHOWN for line in block.splitlines() if not line.startswith("> ")]:
        assert line in told[place:], line
        place = told.index(line, place)
