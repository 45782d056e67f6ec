"""A report as text: aligned columns, at most a hundred wide, no colour."""

from __future__ import annotations

from collections.abc import Sequence

from lanc_game.engine.names import Relation
from lanc_game.engine.world import NOBODY
from lanc_game.simulate.layout import NAME, WIDTH, handicap_lines, percent, setting, short, wrapped
from lanc_game.simulate.politics import politics_text
from lanc_game.simulate.programs import programs_text
from lanc_game.simulate.quality_text import quality_text
from lanc_game.simulate.report import GRADES, Report
from lanc_game.simulate.statistics import Share, Spread

LABEL = 8
CELL = 18
DETAILS = ("regulars", "militia", "cadres", "arms", "standing", "towns", "country", "councils", "levels")


def as_text(report: Report, figures: Sequence[str] = ("men",)) -> str:
    """Return the findings as text. ``figures`` names what is shown month by month (see ``Strength``)."""
    parts = [head(report)]
    if report.results:
        parts += [_verdicts(report), *(_by_month(report, figure) for figure in figures)]
        parts += [_at_the_end(report), _orders(report), _events(report), _relations(report)]
        parts += [politics_text(report), quality_text(report)]
        parts.append(programs_text(report.world, report.results))
    return "\n\n".join(part for part in parts if part) + "\n"


def head(report: Report) -> str:
    """Return what was played, in a few lines."""
    count = len(report.results)
    last = report.seed + report.asked - 1
    lines = [
        f"{report.world.title.en} ({report.world.id}): {count} game{'s' * (count != 1)}, seeds {report.seed}-{last}",
        setting(report.level, report.bots, report.clock),
        *handicap_lines(report.world),
    ]
    if report.partial:
        lines.append(f"Interrupted: {count} of {report.asked} games were played, and not always the first ones.")
    return "\n".join(line[:WIDTH] for line in lines)


def _name(report: Report, faction: int) -> str:
    return report.world.factions[faction].short.en[:NAME] if faction != NOBODY else "nobody"


def _spread(values: Spread) -> str:
    if values.low == values.median == values.high:
        return f"{short(values.median)}{'':12}"
    return f"{short(values.median)} {f'({short(values.low)}-{short(values.high)})':<11}"


def _verdicts(report: Report) -> str:
    lines = ["Verdicts: percent of games in which a faction did at least so well, with 95 % intervals"]
    lines.append(
        f"{'':{NAME}} {'score (10-90 %)':>16}"
        + "".join(f"{grade.name.lower():>15}" for grade in GRADES)
        + f"{'leads':>13}"
    )
    led = report.led()
    nothing = Share(0, len(report.results), 0.0, 0.0)
    for faction in report.judged():
        score = report.score(faction)
        cells = "".join(f"{percent(report.verdict(faction, grade)):>15}" for grade in GRADES)
        lead = f"{led.get(faction, nothing).share * 100:.1f}"
        place = f"{score.median} ({score.low}-{score.high})"
        lines.append(f"{_name(report, faction):<{NAME}} {place:>16}{cells}{lead:>13}")
    return "\n".join(lines)


def _by_month(report: Report, figure: str) -> str:
    """Tables of a few factions side by side, a line a month."""
    seen = report.seen()
    most = (WIDTH - LABEL) // CELL
    blocks: list[str] = []
    for first in range(0, len(seen), most):
        some = seen[first : first + most]
        head = f"{'':{LABEL}}" + "".join(f"{_name(report, f)[: CELL - 2]:>{CELL}}" for f in some)
        lines = [head]
        for turn in range(report.months + 1):
            cells = "".join(f"{_spread(report.figure(f, figure, turn)):>{CELL}}" for f in some)
            lines.append(f"{report.label(turn):<{LABEL}}{cells}".rstrip())
        blocks.append("\n".join(lines))
    return f"{figure.capitalize()} at the beginning of each month: median (10-90 %)\n" + "\n\n".join(blocks)


def _at_the_end(report: Report) -> str:
    lines = ["At the end, median; fights in a game, mean"]
    lines.append(f"{'':{NAME}}" + "".join(f"{figure:>9}" for figure in DETAILS[:7]) + f"{'won':>7}{'lost':>6}")
    last = report.months
    for faction in report.seen():
        cells = "".join(f"{short(report.figure(faction, figure, last).median):>9}" for figure in DETAILS[:7])
        won, lost, _ = report.battles(faction)
        lines.append(f"{_name(report, faction):<{NAME}}{cells}{won:>7.1f}{lost:>6.1f}")
    return "\n".join(lines)


def _orders(report: Report) -> str:
    """What each faction mostly ordered, wrapped."""
    lines = ["Orders in a game, mean"]
    for faction in report.seen():
        given = sorted(report.verbs(faction).items(), key=lambda item: (-item[1], item[0]))
        words = [f"{verb.name.lower()} {mean:.1f}" for verb, mean in given if mean >= 0.05]
        lines += wrapped(_name(report, faction), words)
    return "\n".join(lines) if len(lines) > 1 else ""


def _events(report: Report) -> str:
    events = report.world.events
    if not events:
        return ""
    width = min(40, max(len(event.id) for event in events))
    lines = ["Events: percent of games, median month (10-90 %), answers in percent"]
    for index, event in enumerate(events):
        share, when = report.event(index)
        line = f"{event.id[:width]:<{width}} {share.share * 100:>6.1f}"
        if share.hits:
            line += f"  {report.label(when.median)} ({report.label(when.low)} to {report.label(when.high)})"
            line += "".join(
                f"  {option.id} {report.answer(index, i).share * 100:.0f}" for i, option in enumerate(event.options)
            )
        lines.append(line[:WIDTH])
    return "\n".join(lines)


def _relations(report: Report) -> str:
    found = report.relations()
    if not found:
        return ""
    lines = ["Relations that came about: percent of games, median first month (10-90 %)"]
    for a, b, relation, share, when in found:
        pair = f"{_name(report, a)} and {_name(report, b)}: {Relation(relation).name.lower()}"
        dates = f"{report.label(when.median)} ({report.label(when.low)} to {report.label(when.high)})"
        lines.append(f"{pair:<{2 * NAME}} {share.share * 100:>6.1f}  {dates}"[:WIDTH])
    return "\n".join(lines)
