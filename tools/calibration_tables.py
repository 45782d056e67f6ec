"""Write the tables of docs/calibration.md from reports of ``lanc facts --json``.

``python tools/calibration_tables.py FACTS.json CHAINED.json SIGNS.json`` rewrites what stands between the marks
``<!-- tables: facts -->``, ``<!-- tables: signs -->`` and their ends; what is not between marks is left alone.
"""

import json
import sys
from pathlib import Path

from balance_tables import Report, listed, mapping, number, placed
from lanc_game.engine.state import Json

PAGE = Path(__file__).resolve().parents[1] / "docs" / "calibration.md"
WHOLE = 100  # of a share, to a percent
Row = dict[str, Json]


def facts(alone: Report, chained: Report) -> str:
    """Return the facts, each row with its bounds, what came in its own campaign and what came in the long one."""
    long = {(str(fact["id"]), place): row for fact in chained.rows("facts") for place, row in enumerate(_rows(fact))}
    lines = [
        f"{alone.number('holding')} of {len(alone.rows('facts'))} hold in their own campaigns, "
        f"{chained.number('holding')} of {len(chained.rows('facts'))} in the long one ({alone.number('played')} and "
        f"{chained.number('played')} games played, seeds from {alone.number('seed')}).",
        "",
        "| fact | campaign | row | target (from..to) | median | 10–90 % | happens | holds | long: median, 10–90 %, happens |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for fact in alone.rows("facts"):
        for place, row in enumerate(_rows(fact)):
            other = long.get((str(fact["id"]), place))
            there = f"{_middle(other)}, {_spread(other)}, {_share(other)}" if other else "–"
            lines.append(
                f"| {fact['id']} | `{fact['scenario']}` | {row['text']} | {row['target']} ({row['low']}..{row['high']}) "
                f"| {_middle(row)} | {_spread(row)} | {_share(row)} | {row['finding']} | {there} |"
            )
    return "\n".join(lines)


def signs(report: Report) -> str:
    """Return the sign tests: what was changed, what moved which way, in how many pairs."""
    lines = [
        f"{report.number('right')} of {len(report.rows('changes'))} point the right way "
        f"({report.number('pairs')} pairs of games each).",
        "",
        "| changed | in | what | should be | was | is | pairs with, against | |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {change['change']} | `{change['scenario']}` | {sign['text']} | {sign['direction']} | {sign['was']} "
        f"| {sign['is']} | {sign['with']}, {sign['against']} | {sign['finding']} |"
        for change in report.rows("changes")
        for sign in map(mapping, listed(change["signs"]))
    ]
    return "\n".join(lines)


def _rows(fact: Row) -> list[Row]:
    return [mapping(row) for row in listed(fact["rows"])]


def _middle(row: Row) -> str:
    return str(row["median"] or "never")


def _spread(row: Row) -> str:
    return f"{mapping(row['spread'])['low']}..{mapping(row['spread'])['high']}" if row["spread"] else "–"


def _share(row: Row) -> str:
    return f"{number(row['share']) // WHOLE} %"


def main(names: list[str]) -> int:
    """Write the page; return the exit code."""
    if len(names) != 3:
        print("three reports: of `lanc facts --json`, of `--chained --json`, of `--sign --json`", file=sys.stderr)
        return 2
    alone, chained, changed = (Report(name, json.loads(Path(name).read_text(encoding="utf-8"))) for name in names)
    tables = {"facts": facts(alone, chained), "signs": signs(changed)}
    PAGE.write_text(placed(PAGE.read_text(encoding="utf-8"), tables), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
