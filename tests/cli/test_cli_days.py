"""A campaign whose turn is a day, in line mode: what is told names days and no months."""

import re

import pytest
from cli_run import Lanc

SCRIPT = """
help
?
desk all
intents
help attack
help propose
help agitate
help hide
orders
history x
agitate tirana
end
history 40
why order
orders gov 1939-09-09
desk all
"""
NAMES_THE_MONTH = re.compile("month|muaj", re.IGNORECASE)
LET_BE = (
    "A turn is a day",  # the opening says so, and that the written rules call it a month
    "Një radhë është një ditë",
)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            ("end — the day happens", "for days: 2", "`x` is no span of days.", "Days played so far: 1.", "(1 day)"),
        ),
        (
            "sq",
            ("end — dita ndodh", "për ditë: 2", "`x` nuk tregon ditë.", "Ditë të luajtura deri tani: 1.", "(1 ditë)"),
        ),
    ],
)
def test_a_day_is_called_a_day(lanc: Lanc, language: str, said: tuple[str, ...]) -> None:
    run = lanc(
        "play", "albania-1939", "--as", "gov", "--plain", "--seed", "7", "--lang", language, stdin=SCRIPT
    )  # fmt: skip
    assert run.code == 0, run.err
    for words in said:
        assert words in run.out
    named = [line for line in run.lines if NAMES_THE_MONTH.search(line)]
    assert [line for line in named if not any(words in line for words in LET_BE)] == []


def test_a_month_is_still_called_a_month(lanc: Lanc) -> None:
    run = lanc("play", "four-valleys", "--as", "hill", "--plain", "--seed", "7", stdin="help\nend\n")
    assert "end — the month happens" in run.out
    assert run.lines[-1].endswith("(1 month)")
