"""The quality of a game as text: how it went, what of it was used, how its sides differ."""

from __future__ import annotations

from collections.abc import Sequence

from lanc_game.engine.world import NOBODY
from lanc_game.simulate import character, coverage, quality
from lanc_game.simulate.dealings import pacts_of
from lanc_game.simulate.layout import NAME, WIDTH, percent, signed, wrapped
from lanc_game.simulate.report import Report
from lanc_game.simulate.statistics import Correlation, Spread, mean, spread

COMMONEST = 6  # verbs of a side's mix that are shown
FULLEST = 4  # regions where most of an occupier's men stand
NEAREST = 5  # pairs of sides that are shown even if they are not alike


def quality_text(report: Report) -> str:
    """Return the figures of quality as lines; nothing if no game was played."""
    if not report.results:
        return ""
    parts = [_course(report), _options(report), _mixes(report), _idle(report), _wars(report)]
    return "\n\n".join("\n".join(line[:WIDTH] for line in lines) for lines in parts if lines)


def _name(report: Report, faction: int) -> str:
    return report.world.factions[faction].short.en[:NAME] if faction != NOBODY else "nobody"


def _line(name: str, text: str) -> str:
    return f"{name:<{NAME}}  {text}"


def _spread(values: Spread) -> str:
    return f"{values.median} ({values.low}-{values.high})"


def _counted(counts: Sequence[int]) -> str:
    return f"{_spread(spread(counts))}, mean {mean(counts):.1f}"


def _course(report: Report) -> list[str]:
    world, results = report.world, report.results
    changes = [quality.lead_changes(result.watched.standings) for result in results]
    lasting = [quality.lasting_changes(result.watched.standings) for result in results]
    told = quality.drama(results)
    clear = [f"{_name(report, f)} {percent(s)}" for f, s in quality.winners(results).items() if f != NOBODY]
    games = [result.dealings for result in results]
    treaties, pacts = quality.alliances(games), quality.alliances(games, pacts_of(world))
    lines = [
        "How good a game it is: percent of games (95 % interval), median (10-90 %)",
        _line("months", _spread(spread([result.months for result in results]))),
        _line("changes of the lead", f"{_counted(changes)}; lasting {_counted(lasting)}"),
        _line(
            "drama",
            f"the winner had been behind in {percent(told.behind)}, for {told.months * 100:.0f} % of the months",
        ),
        _line("", f"by {told.points:.1f} points while it was; Browne's figure {told.severity:.2f}"),
        _line(
            "clear result",
            f"{percent(quality.decisive(results))}; alone in its grade {percent(quality.alone_in_grade(results))}",
        ),
        _line("", f"somebody substantial {percent(quality.anyone(results))}"),
        *wrapped("clear winner", clear or ["nobody"]),
        *wrapped(
            "month 6 and the end",
            [f"{_name(report, f)} {_correlation(quality.snowball(results, f))}" for f in report.judged()],
        ),
        *_choice(report),
    ]
    if world.instruments:
        lines.append(_line("treaties", f"{_life(treaties)}; see Politics"))
        lines.append(_line("alliances", _life(pacts)))
    return lines


def _correlation(found: Correlation | None) -> str:
    return f"{signed(found.r)} ({signed(found.low)} to {signed(found.high)})" if found else "-"


def _life(found: quality.Alliances) -> str:
    return f"{found.signed:.1f} a game, in force {_spread(found.months)} months; kept {percent(found.kept)}"


def _choice(report: Report) -> list[str]:
    samples = [sample for result in report.results for sample in result.watched.samples]
    found = quality.choice(samples)
    seats = sorted({sample.faction for sample in samples})
    parts = [f"{_name(report, f)} {quality.choice([s for s in samples if s.faction == f]).factor:.0f}" for f in seats]
    return [
        _line(
            "decision factor",
            f"{found.factor:.0f} orders, {found.verbs:.0f} verbs a month; a real choice in {percent(found.real)} "
            f"of {found.months} months",
        ),
        *wrapped("", parts),
    ]


def _options(report: Report) -> list[str]:
    world, results = report.world, report.results
    lines = [f"Options that came up {coverage.LEAST} times or more, never and always taken; what was seen at all"]
    for found in coverage.options(world, results):
        if not found.weighed and not found.rare:
            continue
        lines.append(
            _line(
                found.group,
                f"{found.weighed} weighed: {len(found.never)} never, {len(found.always)} always; {found.rare} too rare to say",
            )
        )
        lines += wrapped("  never", found.never) if found.never else []
        lines += wrapped("  always", found.always) if found.always and found.group != "verbs" else []
    for seen in coverage.coverage(world, results):
        if seen.of:
            lines.append(_line(f"{seen.what} seen", f"{seen.seen} of {seen.of} ({seen.seen * 100 / seen.of:.1f} %)"))
            lines += wrapped("  not seen", seen.missing) if seen.missing else []
    return lines


def _mixes(report: Report) -> list[str]:
    lines = ["Character: what part of a side's orders each verb is, in percent"]
    for faction in report.seen():
        shares = sorted(character.mix(report.results, faction).items(), key=lambda item: (-item[1], item[0]))
        words = [f"{verb.name.lower()} {share * 100:.0f}" for verb, share in shares[:COMMONEST]]
        lines += wrapped(_name(report, faction), words) if words else []
    pairs = character.distances(report.world, report.results)
    if pairs:
        lines.append("Distance of two sides of a kind by their orders: 0 the same, 1 nothing in common; * alike")
        lines += [
            _line(f"{d.distance:>6.2f}{' *' * d.alike}", f"{_name(report, d.a)} and {_name(report, d.b)}")
            for index, d in enumerate(pairs)
            if index < NEAREST or d.alike
        ]
    return lines


def _idle(report: Report) -> list[str]:
    lines = ["Months in a row without an order though one was open: longest run; percent of games with three"]
    for found in character.idleness(report.world, report.results):
        most = f"at most {found.most}"
        lines.append(
            _line(_name(report, found.faction), f"{_spread(found.longest):<14}{most:<14}{percent(found.long)}")
        )
    return lines if len(lines) > 1 else []


def _wars(report: Report) -> list[str]:
    lines: list[str] = []
    wars = character.wars(report.world, report.results)
    if wars:
        lines.append("Open war with occupiers: percent of games in which both were in play, months at war, mean")
    for war in wars:
        pair = f"{_name(report, war.movement)}, {_name(report, war.occupier)}"
        lines.append(_line(pair, f"{percent(war.games):<16} {war.months:.1f} of {war.together:.1f} months"))
    posts = character.garrisons(report.world, report.results)
    if posts:
        lines.append("Where occupiers' men stand: percent of them in road country, which is so much of all regions")
    for found in posts:
        fullest = sorted(enumerate(found.by_region), key=lambda item: (-item[1], item[0]))[:FULLEST]
        where = [f"{report.world.regions[region].id} {share * 100:.0f}" for region, share in fullest]
        most = f"{found.men * 100:.0f} of men, {found.regions * 100:.0f} of regions; most in:"
        lines += wrapped(_name(report, found.occupier), [most, *where])
    return lines
