"""Facts and signs as tables of text and as plain JSON."""

from __future__ import annotations

import textwrap
from fractions import Fraction

from lanc_game.compile.facts import Row
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.simulate.facts import ENOUGH, PLAYER, FactResult, FactsReport, RowResult
from lanc_game.simulate.facts_signs import ChangeResult, SignResult, SignsReport
from lanc_game.simulate.layout import WIDTH
from lanc_game.simulate.readings import Value

NAME, WANTED, MIDDLE, SPREAD, SHARE = 32, 26, 9, 18, 6
NEVER = "never"
PLACES = 4  # decimals of a number


def facts_text(report: FactsReport) -> str:
    """Return the table of facts: each with its rows, what they should come to and what they came to."""
    lines = [_head(report.games, report.seed, "game"), ""]
    if report.partial:
        lines[1:1] = [f"Interrupted: {report.played} of {report.asked} games were played."]
    elif report.games < ENOUGH:
        lines[1:1] = [f"Fewer than {ENOUGH} games give an impression, not a verdict."]
    lines.append(
        f"{'':4}{'':{NAME}} {'target (from..to)':<{WANTED}} {'median':<{MIDDLE}} {'10-90 %':<{SPREAD}} {'runs':>{SHARE}}"
    )
    for result in report.results:
        held = "holds" if result.holds else "does not hold"
        title = f"{result.case.id:<4}{held} in {result.world.id}: {result.case.text}"
        lines += textwrap.wrap(title, WIDTH, subsequent_indent=" " * 4)
        for row in result.rows:
            lines += _row_lines(result.world, row)
    lines += ["", f"{report.holding} of {len(report.results)} facts hold"]
    return "\n".join(lines) + "\n"


def _head(games: int, seed: int, what: str) -> str:
    played = f"{games} {what}{'s' * (games != 1)} a campaign, seeds {seed}-{seed + games - 1}"
    return f"{played}; every seat {PLAYER}, historical clock"


def _row_lines(world: World, found: RowResult) -> list[str]:
    row, bounds = found.asked.row, found.asked.bounds
    target, first, last = (shown(world, row, value) for value in (bounds.target, bounds.low, bounds.high))
    wanted = f"{target} ({first}..{last})"
    low, high = (shown(world, row, value) for value in found.spread)
    if found.happened:
        came = f"{shown(world, row, found.median):<{MIDDLE}} {f'{low}..{high}':<{SPREAD}}"
    else:
        came = f"{NEVER if found.values else '-':<{MIDDLE}} {'':<{SPREAD}}"
    share = f"{float(found.share * 100):.0f} %"
    return _named(row.text, f"{wanted:<{WANTED}} {came} {share:>{SHARE}}  {found.finding}")


def _named(name: str, rest: str) -> list[str]:
    """Return a row's columns with its name before them, wrapped where it is long."""
    first, *more = textwrap.wrap(name, NAME) or [""]
    return [f"{'':4}{first:<{NAME}} {rest}".rstrip(), *(f"{'':4}{line}" for line in more)]


def shown(world: World, row: Row, value: Value) -> str:
    """Return what came of a row: a date's label, or a number with at most four decimals."""
    if value is None:
        return NEVER
    if row.dated:
        turn = int(value)
        return world.turns[turn].label if 0 <= turn < len(world.turns) else NEVER
    return decimal(value)


def decimal(value: Fraction) -> str:
    """Return a number with as many decimals as its size deserves: none from a thousand on, else up to four figures.

    >>> decimal(Fraction(2, 3)), decimal(Fraction(7, 10)), decimal(Fraction(2014)), decimal(Fraction(-5, 2))
    ('0.667', '0.7', '2014', '-2.5')
    """
    places = 0 if abs(value) >= 1000 else 1 if abs(value) >= 10 else PLACES - 1
    scaled = round(value * 10**places)
    sign = "-" if scaled < 0 else ""
    whole, rest = divmod(abs(scaled), 10**places)
    return f"{sign}{whole}" + (f".{rest:0{places}}".rstrip("0").rstrip(".") if places else "")


def signs_text(report: SignsReport) -> str:
    """Return the table of signs: each change with its rows as they were, with the change, and the middling difference."""
    lines = [_head(report.pairs, report.seed, "pair")]
    if report.partial:
        lines.append(f"Interrupted: {report.played} of {report.asked} games were played.")
    lines += ["", f"{'':4}{'':{NAME}} {'should be':<16} {'was':<9} {'is':<9} {'by':>8} {'with':>5} {'against':>8}"]
    for result in report.results:
        held = "right" if result.right else "not right"
        title = f"{result.test.change}, in {result.test.campaign}: {held}. Expected: {result.test.expect}"
        lines += textwrap.wrap(title, WIDTH, subsequent_indent=" " * 4)
        for sign in result.signs:
            lines += _sign_lines(result, sign)
    lines += ["", f"{report.right} of {len(report.results)} changes have the right sign"]
    return "\n".join(lines) + "\n"


def _sign_lines(result: ChangeResult, sign: SignResult) -> list[str]:
    row, worlds = sign.case.plain, (result.test.plain[0], result.test.changed[0])
    was, now = (shown(world, row, value) for world, value in zip(worlds, sign.medians, strict=True))
    wanted = sign.case.direction
    if sign.case.at_most is not None:
        wanted += f", at most {sign.case.at_most}"
    by = f"{'+' if sign.median > 0 else ''}{decimal(sign.median)}"
    more, less = sign.leaning
    return _named(row.text, f"{wanted:<16} {was:<9} {now:<9} {by:>8} {more:>5} {less:>8}  {sign.finding}")


# --- JSON


def facts_json(report: FactsReport) -> dict[str, Json]:
    """Return the facts as plain JSON: dates as labels, numbers as decimals in quotes, shares in ten-thousandths."""
    return {
        "games": report.games,
        **_played(report),
        "holding": report.holding,
        "facts": [_fact_json(result) for result in report.results],
    }


def _played(report: FactsReport | SignsReport) -> dict[str, Json]:
    """Return how the games of a report were played, and how many."""
    return {
        "seed": report.seed,
        "bot": PLAYER,
        "clock": "historical",
        "asked": report.asked,
        "played": report.played,
        "partial": report.partial,
    }


def _fact_json(result: FactResult) -> Json:
    return {
        "id": result.case.id,
        "text": result.case.text,
        "scenario": result.world.id,
        "scenario_digest": result.world.digest,
        "holds": result.holds,
        "rows": [_row_json(result.world, row) for row in result.rows],
    }


def _row_json(world: World, found: RowResult) -> Json:
    row, bounds = found.asked.row, found.asked.bounds
    low, high = found.spread

    def told(value: Value) -> Json:
        return None if value is None else shown(world, row, value)

    return {
        "text": row.text,
        "kind": row.kind.value,
        "target": told(bounds.target),
        "low": told(bounds.low),
        "high": told(bounds.high),
        "median": told(found.median),
        "spread": {"low": told(low), "high": told(high)},
        "share": round(found.share * 10_000),
        "finding": found.finding.value,
    }


def signs_json(report: SignsReport) -> dict[str, Json]:
    """Return the signs as plain JSON, as the facts are."""
    return {
        "pairs": report.pairs,
        **_played(report),
        "right": report.right,
        "changes": [_change_json(result) for result in report.results],
    }


def _change_json(result: ChangeResult) -> Json:
    signs: list[Json] = []
    for sign in result.signs:
        row, worlds = sign.case.plain, (result.test.plain[0], result.test.changed[0])
        was, now = sign.medians
        with_it, against = sign.leaning
        signs.append(
            {
                "text": row.text,
                "direction": sign.case.direction,
                "was": None if was is None else shown(worlds[0], row, was),
                "is": None if now is None else shown(worlds[1], row, now),
                "difference": decimal(sign.median),
                "with": with_it,
                "against": against,
                "finding": sign.finding.value,
            }
        )
    test = result.test
    return {
        "change": test.change,
        "expect": test.expect,
        "scenario": test.campaign,
        "right": result.right,
        "signs": signs,
    }
