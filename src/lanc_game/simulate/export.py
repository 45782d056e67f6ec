"""A report as JSON and as rows for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from functools import partial

from lanc_game.chronicle.handicaps import handicaps_of
from lanc_game.engine.names import Relation
from lanc_game.engine.state import Json
from lanc_game.simulate.character import longest_idle
from lanc_game.simulate.games import Battles, GameResult
from lanc_game.simulate.politics import politics_json
from lanc_game.simulate.programs import programs_json
from lanc_game.simulate.quality import EARLY, clear_winner, lasting_changes, lead_changes, trail
from lanc_game.simulate.quality_json import quality_json
from lanc_game.simulate.report import FIGURES, GRADES, Report, hundredths, share_json, spread_json, who
from lanc_game.simulate.statistics import Spread


def as_json(report: Report) -> dict[str, Json]:
    """Return the findings as plain JSON. Means are in hundredths, shares in ten-thousandths: whole numbers only."""
    world = report.world
    return {
        "scenario": world.id,
        "scenario_digest": world.digest,
        "handicaps": dict(handicaps_of(world).items()),
        "asked": report.asked,
        "games": len(report.results),
        "partial": report.partial,
        "seed": report.seed,
        "level": report.level,
        "bots": dict(report.bots.items()),
        "clock": "historical" if report.clock else "chance",
        "months": [report.label(turn) for turn in range(report.months + 1)],
        "factions": {world.factions[f].id: _faction_json(report, f) for f in range(len(world.factions))},
        "leads_at_the_end": {who(world, f): share_json(share) for f, share in report.led().items()},
        "events": {event.id: _event_json(report, index) for index, event in enumerate(world.events)},
        "relations": [
            {
                "between": [who(world, a), who(world, b)],
                "relation": Relation(relation).name.lower(),
                "games": share_json(share),
                "first": _when(report, when),
            }
            for a, b, relation, share, when in report.relations()
        ],
        "politics": politics_json(report),
        "quality": quality_json(report),
        "programs": programs_json(world, report.results),
        "digests": {str(result.seed): result.digest for result in report.results},
    }


def _faction_json(report: Report, faction: int) -> dict[str, Json]:
    definition = report.world.factions[faction]
    data: dict[str, Json] = {"name": definition.short.en, "kind": definition.kind.name.lower()}
    if faction in report.judged():
        data["score"] = spread_json(report.score(faction))
        data["verdicts"] = {grade.name.lower(): share_json(report.verdict(faction, grade)) for grade in GRADES}
    if report.results:
        won, lost, drawn = report.battles(faction)
        data["battles"] = {"won": hundredths(won), "lost": hundredths(lost), "drawn": hundredths(drawn)}
        data["orders"] = {verb.name.lower(): hundredths(mean) for verb, mean in report.verbs(faction).items()}
        data["men_by_cause"] = {cause.name.lower(): hundredths(mean) for cause, mean in report.men(faction).items()}
    months = range(report.months + 1)
    data["strength"] = {
        figure: {
            part: [getattr(report.figure(faction, figure, turn), part) for turn in months]
            for part in ("low", "median", "high")
        }
        for figure in FIGURES
    }
    return data


def _event_json(report: Report, event: int) -> dict[str, Json]:
    share, when = report.event(event)
    data: dict[str, Json] = {"games": share_json(share)}
    if share.hits:
        data["when"] = _when(report, when)
    options = report.world.events[event].options
    if options and share.hits:
        data["answers"] = {option.id: share_json(report.answer(event, i)) for i, option in enumerate(options)}
    return data


def _when(report: Report, turns: Spread) -> Json:
    return {"low": report.label(turns.low), "median": report.label(turns.median), "high": report.label(turns.high)}


# --- rows


def as_csv(report: Report) -> str:
    """Return a row a game under a line of names, for a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    columns = [*_columns(report)]
    writer.writerow([name for name, _ in columns])
    for result in report.results:
        writer.writerow([read(result) for _, read in columns])
    return out.getvalue()


Cell = Callable[[GameResult], str | int]


def _columns(report: Report) -> Iterable[tuple[str, Cell]]:
    world = report.world
    yield "seed", lambda result: result.seed
    yield "months", lambda result: result.months
    yield "digest", lambda result: result.digest
    yield "lead", lambda result: who(world, result.leads[-1])
    yield "clear_winner", lambda result: who(world, clear_winner(result.grades, result.scores))
    yield "lead_changes", lambda result: lead_changes(result.watched.standings)
    yield "lasting_changes", lambda result: lasting_changes(result.watched.standings)
    yield "winner_months_behind", _months_behind
    yield "winner_points_behind", _points_behind
    for index, faction in enumerate(world.factions):
        if faction.measures:
            yield f"{faction.id}_score", partial(_score, index)
            yield f"{faction.id}_grade", partial(_grade, index)
            yield f"{faction.id}_score_after_{EARLY}", partial(_early_score, index)
        for column, figure in enumerate(FIGURES):
            yield f"{faction.id}_{figure}", partial(_last, index, column)
        for column, name in enumerate(Battles._fields):
            yield f"{faction.id}_{name}", partial(_fights, index, column)
        yield f"{faction.id}_idle", partial(_idle, index)
    for index, event in enumerate(world.events):
        yield f"event_{event.id}", partial(_date, report, index)


def _score(faction: int, result: GameResult) -> int:
    return result.scores[faction]


def _grade(faction: int, result: GameResult) -> int:
    return result.grades[faction]


def _early_score(faction: int, result: GameResult) -> int | str:
    return result.watched.standings[EARLY][faction] if result.months > EARLY else ""


def _idle(faction: int, result: GameResult) -> int:
    return longest_idle(result, faction)


def _months_behind(result: GameResult) -> int | str:
    found = trail(result.watched.standings)
    return found.months if found else ""


def _points_behind(result: GameResult) -> int | str:
    """In hundredths, like every mean."""
    found = trail(result.watched.standings)
    return round(found.points * 100) if found else ""


def _last(faction: int, column: int, result: GameResult) -> int:
    return result.series[-1][faction][column]


def _fights(faction: int, column: int, result: GameResult) -> int:
    return result.battles[faction][column]


def _date(report: Report, event: int, result: GameResult) -> str:
    return next((report.label(turn) for number, turn in result.events if number == event), "")
