"""The politics of a simulation as JSON and as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from lanc_game.engine.names import Manner
from lanc_game.engine.state import Json
from lanc_game.engine.world import NOBODY, World
from lanc_game.simulate import dealings
from lanc_game.simulate.layout import NAME, WIDTH, percent
from lanc_game.simulate.report import Report, share_json, who
from lanc_game.simulate.statistics import Share

BLANK = "blank"
NEVER_SIGNED = "never_signed"


def politics_json(report: Report) -> dict[str, Json]:
    """Return the findings on treaties, wings, wars and alliances as plain JSON."""
    world = report.world
    games = [result.dealings for result in report.results]
    return {
        "alliance_graphs": dealings.graphs(games),
        "treaties": [_treaty_json(report, figures) for figures in dealings.treaties(games, world)],
        "choices": {world.instruments[kind].id: _choices_json(world, games, kind) for kind in dealings.pacts_of(world)},
        "wings": {
            world.wings[wing].id: {
                "of": who(world, world.wings[wing].faction),
                "left": share_json(share),
                "when": _by_label(report, months),
                "to": {who(world, to): count for to, count in sorted(goals.items())},
            }
            for wing, share, months, goals in dealings.splits(games, world)
        },
        "first_to_split": {who(world, side): share_json(s) for side, s in dealings.first_splits(games).items()},
        "at_war_by": [
            {"between": [who(world, a), who(world, b)], "games": _war_json(report, a, b)} for a, b in world.rivals
        ],
    }


def _treaty_json(report: Report, figures: dealings.TreatyFigures) -> Json:
    world = report.world
    definition = world.instruments[figures.instrument]
    values: dict[str, Json] = {
        world.clauses[clause].id: {_value(world, clause, v): n for v, n in sorted(counts.items())}
        for clause, counts in zip(definition.clauses, figures.values, strict=True)
    }
    return {
        "treaty": definition.id,
        "between": [who(world, figures.a), who(world, figures.b)],
        "signed": share_json(figures.signed),
        "when": _by_label(report, figures.months),
        "broken_within_six_months": share_json(figures.broken_soon),
        "kept_to_the_end": share_json(figures.kept),
        "ended": {Manner(m).name.lower(): n for m, n in sorted(figures.manners.items())},
        "settled": values,
    }


def _choices_json(world: World, games: list[dealings.Dealings], kind: int) -> dict[str, Json]:
    return {
        world.clauses[clause].id: {
            **{_value(world, clause, value): share_json(share) for value, share in shares.items()},
            NEVER_SIGNED: share_json(never),
        }
        for clause, shares, never in dealings.choices(games, world, kind)
    }


def _value(world: World, clause: int, value: int) -> str:
    definition = world.clauses[clause]
    return BLANK if value == definition.blank else definition.values[value]


def _by_label(report: Report, turns: Mapping[int, int]) -> dict[str, Json]:
    return {report.label(turn): count for turn, count in sorted(turns.items())}


def _wars(report: Report, a: int, b: int) -> list[int]:
    changes = [[tuple(change) for change in result.relations] for result in report.results]
    return dealings.at_war_by(changes, a, b, report.months)  # type: ignore[arg-type]


def _war_json(report: Report, a: int, b: int) -> dict[str, Json]:
    return {report.label(turn): count for turn, count in enumerate(_wars(report, a, b))}


# --- text


def politics_text(report: Report) -> str:
    """Return the findings on treaties, wings and wars as lines."""
    world = report.world
    games = [result.dealings for result in report.results]
    lines: list[str] = []
    for figures in dealings.treaties(games, world):
        name = world.instruments[figures.instrument].id
        pair = f"{_short(report, figures.a)} and {_short(report, figures.b)}"
        lines.append(
            f"{name:<{NAME}} {pair}: signed {percent(figures.signed)}, in {len(figures.months)} different months; "
            f"broken within six {percent(figures.broken_soon)}, kept {percent(figures.kept)}"[:WIDTH]
        )
    for kind in dealings.pacts_of(world):
        for clause, shares, never in dealings.choices(games, world, kind):
            told = [f"{_value(world, clause, v)} {_rounded(s)}" for v, s in shares.items()]
            name = f"{world.instruments[kind].id}, {world.clauses[clause].id}"
            lines.append(f"{name:<{NAME}} {', '.join([*told, f'never signed {_rounded(never)}'])}"[:WIDTH])
    for wing, share, months, _ in dealings.splits(games, world):
        when = _span(report, months)
        lines.append(f"{world.wings[wing].id:<{NAME}} walked out {percent(share)}{when}"[:WIDTH])
    firsts = ", ".join(f"{_short(report, f)} {_rounded(s)}" for f, s in dealings.first_splits(games).items())
    if not lines:
        return ""
    lines.append(f"{'first to split':<{NAME}} {firsts}"[:WIDTH])
    lines.append(f"{'alliance graphs':<{NAME}} {dealings.graphs(games)}")
    return "\n".join(
        ["Politics: percent of games (95 % interval); choices in percent of games in which it was tabled", *lines]
    )


def _rounded(share: Share) -> str:
    return f"{share.share * 100:.0f}"


def _short(report: Report, faction: int) -> str:
    return report.world.factions[faction].short.en if faction != NOBODY else "nobody"


def _span(report: Report, months: Counter[int]) -> str:
    return (
        f", {report.label(min(months))} to {report.label(max(months))}, {len(months)} different months"
        if months
        else ""
    )
