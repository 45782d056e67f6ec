"""The tables of docs/calibration.md are made from reports, and only between their marks."""

import sys
from pathlib import Path

import pytest

from lanc_game.engine.state import Json

TOOLS = Path(__file__).parents[2] / "tools"
ROW: dict[str, Json] = {
    "text": "month", "target": "1941-11", "low": "1941-10", "high": "1941-12", "median": "1941-11",
    "spread": {"low": "1941-10", "high": "1942-01"}, "share": 9500, "finding": "holds",
}  # fmt: skip
NEVER: dict[str, Json] = ROW | {"median": None, "spread": None, "share": 0, "finding": "never"}


def report(row: dict[str, Json]) -> dict[str, Json]:
    facts: list[Json] = [{"id": "O2", "scenario": "albania-1941", "rows": [row]}]
    return {"played": 4, "seed": 1, "holding": 1, "facts": facts}


def test_tables_stand_between_their_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))
    import calibration_tables as tables
    from balance_tables import Report, placed

    table = tables.facts(Report("alone", report(ROW)), Report("long", report(NEVER)))
    assert (
        "| O2 | `albania-1941` | month | 1941-11 (1941-10..1941-12) | 1941-11 | 1941-10..1942-01 | 95 % | holds |"
        in table
    )
    assert table.endswith("never, –, 0 % |")
    page = "above\n<!-- tables: facts -->\nold\n<!-- end: facts -->\nbelow\n"
    assert placed(page, {"facts": "new"}) == ("above\n<!-- tables: facts -->\n\nnew\n\n<!-- end: facts -->\nbelow\n")
    sys.modules.pop("calibration_tables")
