"""The quality of a game as JSON. Means are in hundredths; shares, correlations and distances in ten-thousandths."""

from __future__ import annotations

from collections.abc import Sequence

from lanc_game.engine.state import Json
from lanc_game.simulate import character, coverage, quality
from lanc_game.simulate.dealings import pacts_of
from lanc_game.simulate.report import Report, fine, hundredths, share_json, spread_json, who
from lanc_game.simulate.statistics import Correlation, mean, spread
from lanc_game.simulate.watch import Sample


def quality_json(report: Report) -> dict[str, Json]:
    """Return every figure of quality as plain JSON; nothing if no game was played."""
    if not report.results:
        return {}
    world, results = report.world, report.results
    return {
        **_course_json(report),
        "choice": _choice_json(report),
        "options": {found.group: _options_json(found) for found in coverage.options(world, results)},
        "options_least": coverage.LEAST,
        "coverage": {found.what: _covered_json(found) for found in coverage.coverage(world, results)},
        "alliances": {
            "treaties": _alliances_json(report, None),
            "pacts": _alliances_json(report, pacts_of(world)),
            "details": "politics",
        },
        **_character_json(report),
    }


def _course_json(report: Report) -> dict[str, Json]:
    """How the games went: length, leads, drama, clear ends, snowballs."""
    world, results = report.world, report.results
    standings = [result.watched.standings for result in results]
    told = quality.drama(results)
    return {
        "length": spread_json(spread([result.months for result in results])),
        "lead_changes": _counts_json([*map(quality.lead_changes, standings)]),
        "lasting_changes": _counts_json([*map(quality.lasting_changes, standings)]),
        "drama": {
            "winner_was_behind": share_json(told.behind),
            "months_behind": fine(told.months),
            "points_behind": hundredths(told.points),
            "severity": fine(told.severity),
        },
        "decisive": {
            "clear_result": share_json(quality.decisive(results)),
            "alone_in_grade": share_json(quality.alone_in_grade(results)),
            "anyone_substantial": share_json(quality.anyone(results)),
            "winners": {who(world, f): share_json(share) for f, share in quality.winners(results).items()},
        },
        "snowball": {
            who(world, faction): _correlation_json(quality.snowball(results, faction)) for faction in report.judged()
        },
    }


def _counts_json(counts: Sequence[int]) -> Json:
    return {"mean": hundredths(mean(counts)), "spread": spread_json(spread(counts))}


def _correlation_json(found: Correlation | None) -> Json:
    if found is None:
        return None
    return {"r": fine(found.r), "low": fine(found.low), "high": fine(found.high), "games": found.of}


def _choice_json(report: Report) -> Json:
    samples = [sample for result in report.results for sample in result.watched.samples]
    seats = sorted({sample.faction for sample in samples})
    by_faction: dict[str, Json] = {
        who(report.world, seat): _choice(tuple(s for s in samples if s.faction == seat)) for seat in seats
    }
    return {"all": _choice(samples), "by_faction": by_faction}


def _choice(samples: Sequence[Sample]) -> Json:
    found = quality.choice(samples)
    return {
        "months": found.months,
        "decision_factor": hundredths(found.factor),
        "verbs_open": hundredths(found.verbs),
        "real_choice": share_json(found.real),
    }


def _options_json(found: coverage.Options) -> Json:
    return {
        "weighed": found.weighed,
        "too_rare": found.rare,
        "never": list(found.never),
        "always": list(found.always),
    }


def _covered_json(found: coverage.Covered) -> Json:
    return {"seen": found.seen, "of": found.of, "missing": list(found.missing)}


def _alliances_json(report: Report, kinds: Sequence[int] | None) -> Json:
    found = quality.alliances([result.dealings for result in report.results], kinds)
    return {
        "signed_in_a_game": hundredths(found.signed),
        "months_in_force": spread_json(found.months),
        "kept_to_the_end": share_json(found.kept),
    }


def _character_json(report: Report) -> dict[str, Json]:
    """How the sides differ: their orders, their idle months, their wars, their posts."""
    world, results = report.world, report.results
    mixes = {faction: character.mix(results, faction) for faction in range(len(world.factions))}
    return {
        "order_mix": {
            who(world, faction): {verb.name.lower(): fine(share) for verb, share in mix.items()}
            for faction, mix in mixes.items()
        },
        "distances": [
            {"between": [who(world, d.a), who(world, d.b)], "distance": fine(d.distance), "alike": d.alike}
            for d in character.distances(world, results)
        ],
        "idleness": {
            who(world, found.faction): {
                "longest_run": spread_json(found.longest),
                "most": found.most,
                "three_months_or_more": share_json(found.long),
            }
            for found in character.idleness(world, results)
        },
        "open_war": [
            {
                "between": [who(world, war.movement), who(world, war.occupier)],
                "games": share_json(war.games),
                "months": hundredths(war.months),
                "months_both_in_play": hundredths(war.together),
            }
            for war in character.wars(world, results)
        ],
        "posts": {
            who(world, found.occupier): _posts_json(report, found) for found in character.garrisons(world, results)
        },
    }


def _posts_json(report: Report, found: character.Garrisons) -> Json:
    return {
        "men_in_road_country": fine(found.men),
        "regions_in_road_country": fine(found.regions),
        "men_by_region": {
            region.id: fine(share) for region, share in zip(report.world.regions, found.by_region, strict=True)
        },
    }
