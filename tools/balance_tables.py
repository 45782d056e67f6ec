"""Print the tables of docs/balance.md as Markdown, from reports of ``lanc simulate SCENARIO --json``.

``python tools/balance_tables.py REPORT.json [MORE.json ...] [--only NAME]... [--into PAGE]``

Every table is made from the first report, ``compare`` and ``campaigns`` from all of them. ``--only`` chooses tables by name;
``--into`` writes them into a page instead, each between the marks ``<!-- tables: NAME -->`` and ``<!-- end: NAME -->``.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from lanc_game.engine.state import Json
from lanc_game.simulate.layout import signed

EVERY = 3  # months between two rows of a table by month
VERBS = 5  # of a side's orders
REGIONS = 4  # where most of an occupier's men stand
ABSENT = "–"
ANEW = "make it anew with `lanc simulate --json`"
GRADES = ("marginal", "substantial", "decisive")


class ReportError(Exception):
    """A report that cannot be read, or lacks a figure: says which file, what is missing, and what to do."""


class Report:
    """A report and where it was read from; figures are found by path."""

    def __init__(self, name: str, data: Json) -> None:
        self.name = name
        self.data = data

    def at(self, *path: str) -> Json:
        """Return what stands at a path. Raises ReportError if nothing does."""
        found = self.data
        for step in path:
            if not isinstance(found, dict) or step not in found:
                raise ReportError(f"{self.name} has no `{'.'.join(path)}`: {ANEW}.")
            found = found[step]
        return found

    def number(self, *path: str) -> int:
        """Return the whole number at a path."""
        return number(self.at(*path))

    def text(self, *path: str) -> str:
        """Return the text at a path."""
        return str(self.at(*path))

    def table(self, *path: str) -> dict[str, Json]:
        """Return the mapping at a path."""
        return mapping(self.at(*path))

    def rows(self, *path: str) -> list[dict[str, Json]]:
        """Return the list of mappings at a path."""
        return [mapping(row) for row in listed(self.at(*path))]

    def short(self, faction: str) -> str:
        """Return a faction's short name."""
        return self.text("factions", faction, "name") if faction in self.table("factions") else faction

    def pair(self, row: dict[str, Json]) -> str:
        """Return the two sides of a row by their short names."""
        return "–".join(self.short(str(side)) for side in listed(row["between"]))

    def judged(self) -> list[str]:
        """Return the factions that are given verdicts."""
        return [faction for faction, found in self.table("factions").items() if "verdicts" in mapping(found)]


def number(value: Json) -> int:
    """Return a value as the whole number that it is."""
    if not isinstance(value, int):
        raise ReportError(f"A figure of the report should be a whole number, not `{value}`: {ANEW}.")
    return value


def mapping(value: Json) -> dict[str, Json]:
    """Return a value as the mapping that it is."""
    if not isinstance(value, dict):
        raise ReportError(f"A figure of the report should be a mapping, not `{value}`: {ANEW}.")
    return value


def listed(value: Json) -> list[Json]:
    """Return a value as the list that it is."""
    if not isinstance(value, list):
        raise ReportError(f"A figure of the report should be a list, not `{value}`: {ANEW}.")
    return value


# --- cells


def hundredth(value: Json) -> str:
    """Return a mean that is kept in hundredths, with one digit."""
    return f"{number(value) / 100:.1f}"


def percent(value: Json) -> str:
    """Return a share that is kept in ten-thousandths, in percent."""
    return f"{number(value) / 100:.1f}"


def decimal(value: Json) -> str:
    """Return a figure that is kept in ten-thousandths as a decimal fraction."""
    return f"{number(value) / 10_000:.2f}"


def share(value: Json) -> str:
    """Return a share with its interval: ``60.5 (56–65)``."""
    found = mapping(value)
    low, high = number(found["low"]) / 100, number(found["high"]) / 100
    return f"{percent(found['share'])} ({low:.0f}–{high:.0f})"


def spread(value: Json) -> str:
    """Return a median with the middle four fifths: ``57 (33–72)``."""
    found = mapping(value)
    return f"{number(found['median']):,} ({number(found['low']):,}–{number(found['high']):,})"


def months_of(counts: dict[str, Json]) -> str:
    """Return where counts by month lie, and in how many months there are any."""
    labels = [label for label, count in counts.items() for _ in range(number(count))]
    if not labels:
        return ABSENT
    low, median, high = (labels[max(0, -(-len(labels) * part // 1000) - 1)] for part in (100, 500, 900))
    return f"{median} ({low} to {high}), {len(counts)}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; nothing without rows."""
    lines = [list(row) for row in rows]
    if not lines:
        return ""
    bars = f"|{'---|' * len(head)}"
    return "\n".join([_row(head), bars, *map(_row, lines)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |".replace("|  |", "| |")


def named(names: Json) -> str:
    """Return names as code, or a dash."""
    found = listed(names)
    return ", ".join(f"`{name}`" for name in found) if found else ABSENT


# --- the tables


def command(report: Report) -> str:
    """Return the command that made a report."""
    parts = ["lanc simulate", report.text("scenario"), f"--games {report.number('games')}"]
    if report.number("seed") != 1:
        parts.append(f"--seed {report.number('seed')}")
    if report.text("level") != "regular":
        parts.append(f"--level {report.text('level')}")
    parts += [f"--bot {faction}={bot}" for faction, bot in report.table("bots").items()]
    if report.text("clock") == "historical":
        parts.append("--schedule")
    return " ".join([*parts, "--jobs 2", "--json"])


def verdicts(report: Report) -> str:
    """Return scores and verdicts by faction."""
    leads = report.table("leads_at_the_end")
    rows = []
    for faction in report.judged():
        cells = [share(report.at("factions", faction, "verdicts", grade)) for grade in GRADES]
        lead = percent(mapping(leads[faction])["share"]) if faction in leads else "0.0"
        rows.append([report.short(faction), spread(report.at("factions", faction, "score")), *cells, lead])
    grades = ["marginal or better", "substantial or better", "decisive"]
    return table(["faction", "score, median (10–90 %)", *grades, "leads at the end"], rows)


def men(report: Report) -> str:
    """Return the men of those who are judged, at the beginning of every third month."""
    labels = [str(label) for label in listed(report.at("months"))]
    rows = []
    for turn, label in enumerate(labels):
        if turn % EVERY == 0 or turn == len(labels) - 1:
            rows.append([label, *(_strength(report, faction, "men", turn) for faction in report.judged())])
    return table(["", *map(report.short, report.judged())], rows)


def _strength(report: Report, faction: str, figure: str, turn: int) -> str:
    found = report.table("factions", faction, "strength", figure)
    return spread({part: listed(column)[turn] for part, column in found.items()})


def treaties(report: Report) -> str:
    """Return how each treaty fared."""
    rows = []
    for row in report.rows("politics", "treaties"):
        ended = mapping(row["ended"])
        total = max(1, number(mapping(row["signed"])["count"]))
        ends = ", ".join(f"{manner} {number(count) * 100 / total:.0f}" for manner, count in ended.items())
        rows.append([
            f"`{row['treaty']}` {report.pair(row)}", share(row["signed"]), months_of(mapping(row["when"])),
            f"{number(mapping(row['broken_within_six_months'])['share']) / 100:.0f}",
            f"{number(mapping(row['kept_to_the_end'])['share']) / 100:.0f}", ends or ABSENT,
        ])  # fmt: skip
    return table(["treaty", "signed", "median month (10–90 %), months", "broken soon", "kept", "ended"], rows)


def clauses(report: Report) -> str:
    """Return how the clauses of pacts were settled, of the games in which they were tabled."""
    rows = []
    for pact, found in report.table("politics", "choices").items():
        for clause, values in mapping(found).items():
            parts = [f"{value} {number(mapping(s)['share']) / 100:.0f}" for value, s in mapping(values).items()]
            rows.append([f"`{pact}`", clause, ", ".join(parts)])
    return table(["pact", "clause", "settled"], rows)


def rivals(report: Report) -> str:
    """Return in what percent of games rivals had been at war by the end of every third month."""
    wars = report.rows("politics", "at_war_by")
    total = max(1, report.number("games"))
    labels = list(mapping(wars[0]["games"])) if wars else []
    shown = [label for turn, label in enumerate(labels) if turn % EVERY == 0 or turn == len(labels) - 1]
    rows = [[label, *(f"{number(mapping(w['games'])[label]) * 100 / total:.1f}" for w in wars)] for label in shown]
    return table(["", *(report.pair(war) for war in wars)], rows)


def wings(report: Report) -> str:
    """Return which wings walked out, when and where to."""
    rows = []
    for wing, value in report.table("politics", "wings").items():
        found = mapping(value)
        goals = mapping(found["to"])
        total = max(1, sum(map(number, goals.values())))
        to = ", ".join(f"{_goal(report, goal)} {number(n) * 100 / total:.0f}" for goal, n in goals.items())
        cells = [share(found["left"]), months_of(mapping(found["when"])), to or ABSENT]
        rows.append([f"`{wing}`", report.short(str(found["of"])), *cells])
    return table(["wing", "of", "walked out", "median month (10–90 %), months", "to"], rows)


def _goal(report: Report, goal: str) -> str:
    return "home" if goal == "nobody" else report.short(goal)


def quality(report: Report) -> str:
    """Return the figures of quality: several tables, one after the other, with the command before them."""
    head = f"From {report.number('games')} games:\n\n```\n{command(report)}\n```"
    parts = (_course, _sides, _options, _seen, _character, _distances, _idle, _wars, _posts)
    return "\n\n".join([head, *(text for part in parts if (text := part(report)))])


def _course(report: Report) -> str:
    drama, decisive = report.table("quality", "drama"), report.table("quality", "decisive")
    choice = report.table("quality", "choice", "all")
    rows = [
        ["months of a game", spread(report.at("quality", "length"))],
        ["changes of the lead", _counted(report, "lead_changes")],
        ["… that lasted", _counted(report, "lasting_changes")],
        ["games whose winner had been behind, %", share(drama["winner_was_behind"])],
        ["… for so many of the months, %", percent(drama["months_behind"])],
        ["… by so many points while it was", hundredth(drama["points_behind"])],
        ["drama, as Browne takes it (0–1)", decimal(drama["severity"])],
        ["games with a clear result, %", share(decisive["clear_result"])],
        ["… in which the winner is alone in its grade, %", share(decisive["alone_in_grade"])],
        ["games in which somebody is substantial, %", share(decisive["anyone_substantial"])],
        ["decision factor", f"{hundredth(choice['decision_factor'])} orders, {hundredth(choice['verbs_open'])} verbs"],
        ["months with a real choice, %", f"{share(choice['real_choice'])} of {choice['months']}"],
    ]
    for kind in ("treaties", "pacts"):
        found = report.table("quality", "alliances", kind)
        life = f"{hundredth(found['signed_in_a_game'])} a game, in force {spread(found['months_in_force'])} months"
        rows.append([kind, f"{life}, kept {share(found['kept_to_the_end'])} %"])
    return table(["", "median (10–90 %), or percent with its interval"], rows)


def _counted(report: Report, figure: str) -> str:
    return f"{spread(report.at('quality', figure, 'spread'))}, mean {hundredth(report.at('quality', figure, 'mean'))}"


def _sides(report: Report) -> str:
    """By side: clear wins, the snowball, the decision factor."""
    wins, early = report.table("quality", "decisive", "winners"), report.table("quality", "snowball")
    seats = report.table("quality", "choice", "by_faction")
    rows = []
    for faction in report.judged():
        won = share(wins[faction]) if faction in wins else "0.0"
        seat = hundredth(mapping(seats[faction])["decision_factor"]) if faction in seats else ABSENT
        rows.append([report.short(faction), won, _correlation(early.get(faction)), seat])
    return table(["side", "clear winner, %", "month 6 and the end, r", "decision factor"], rows)


def _correlation(value: Json) -> str:
    if value is None:
        return ABSENT
    found = mapping(value)
    r, low, high = (signed(number(found[part]) / 10_000) for part in ("r", "low", "high"))
    return f"{r} ({low} to {high})"


def _options(report: Report) -> str:
    rows = []
    for group, value in report.table("quality", "options").items():
        found = mapping(value)
        if number(found["weighed"]) or number(found["too_rare"]):
            always = f"{len(listed(found['always']))}" if group == "verbs" else named(found["always"])
            rows.append([group, f"{found['weighed']}", f"{found['too_rare']}", named(found["never"]), always])
    least = report.number("quality", "options_least")
    return table(["options", f"came up {least} times or more", "less often", "never taken", "always taken"], rows)


def _seen(report: Report) -> str:
    rows = []
    for what, value in report.table("quality", "coverage").items():
        found = mapping(value)
        if number(found["of"]):
            part = f"{number(found['seen']) * 100 / number(found['of']):.1f}"
            rows.append([what, f"{found['seen']} of {found['of']} ({part} %)", named(found["missing"])])
    return table(["seen in any game", "", "not seen"], rows)


def _character(report: Report) -> str:
    rows = []
    for faction, value in report.table("quality", "order_mix").items():
        mix = sorted(mapping(value).items(), key=lambda item: (-number(item[1]), item[0]))[:VERBS]
        if mix:
            rows.append([report.short(faction), ", ".join(f"{v} {number(n) / 100:.0f}" for v, n in mix)])
    return table(["side", "its commonest orders, in percent of all"], rows)


def _distances(report: Report) -> str:
    rows = [
        [report.pair(row), decimal(row["distance"]), "alike" if row["alike"] else ""]
        for row in report.rows("quality", "distances")
    ]
    return table(["two of a kind", "distance", ""], rows)


def _idle(report: Report) -> str:
    rows = []
    for faction, value in report.table("quality", "idleness").items():
        found = mapping(value)
        cells = [spread(found["longest_run"]), f"{found['most']}", share(found["three_months_or_more"])]
        rows.append([report.short(faction), *cells])
    return table(["side", "longest idle run of a game, months", "of all games", "games with three or more, %"], rows)


def _wars(report: Report) -> str:
    rows = [
        [
            report.pair(row),
            share(row["games"]),
            f"{hundredth(row['months'])} of {hundredth(row['months_both_in_play'])}",
        ]
        for row in report.rows("quality", "open_war")
    ]
    return table(["movement and occupier", "games at open war, %", "months, mean"], rows)


def _posts(report: Report) -> str:
    rows = []
    for faction, value in report.table("quality", "posts").items():
        found = mapping(value)
        by_region = sorted(mapping(found["men_by_region"]).items(), key=lambda item: (-number(item[1]), item[0]))
        fullest = ", ".join(f"{region} {number(n) / 100:.0f}" for region, n in by_region[:REGIONS])
        road, regions = percent(found["men_in_road_country"]), percent(found["regions_in_road_country"])
        rows.append([report.short(faction), road, regions, fullest])
    return table(["occupier", "men in road country, %", "regions that are, %", "most of them in"], rows)


def compare(reports: Sequence[Report]) -> str:
    """Return a row a report: who insists on what, which pacts were signed, who did well."""
    first = reports[0]
    pacts = list(first.table("politics", "choices"))
    rows = []
    for report in reports:
        bots = ", ".join(f"{faction}={bot}" for faction, bot in report.table("bots").items()) or report.text("level")
        cells = [_signed(report, pact) for pact in pacts]
        cells += [share(report.at("factions", faction, "verdicts", "substantial")) for faction in first.judged()]
        rows.append([f"`{bots}`", f"{report.number('games')}", *cells])
    head = ["bots", "games", *(f"`{pact}` signed" for pact in pacts)]
    return table([*head, *(f"{first.short(faction)} substantial" for faction in first.judged())], rows)


def campaigns(reports: Sequence[Report]) -> str:
    """Return the verdicts of several scenarios, a row a side that did anything for which it is judged."""
    rows = []
    for report in reports:
        for faction in report.judged():
            if number(mapping(report.at("factions", faction, "score"))["high"]) > 0:
                cells = [share(report.at("factions", faction, "verdicts", grade)) for grade in GRADES]
                score = spread(report.at("factions", faction, "score"))
                rows.append(
                    [f"`{report.text('scenario')}`", f"{report.number('games')}", report.short(faction), score, *cells]
                )
    head = ["campaign", "games", "faction", "score, median (10–90 %)", "marginal", "substantial", "decisive"]
    return table(head, rows)


def _signed(report: Report, pact: str) -> str:
    return next((share(r["signed"]) for r in report.rows("politics", "treaties") if r["treaty"] == pact), ABSENT)


TABLES: dict[str, Callable[[Report], str]] = {
    "verdicts": verdicts,
    "men": men,
    "treaties": treaties,
    "clauses": clauses,
    "rivals": rivals,
    "wings": wings,
    "quality": quality,
}


OVER_ALL: dict[str, Callable[[Sequence[Report]], str]] = {"compare": compare, "campaigns": campaigns}
"""Tables that are made from all reports together."""


def made(reports: Sequence[Report], only: Sequence[str] = ()) -> dict[str, str]:
    """Return the tables by name, those that have rows. Raises ReportError."""
    names = only or [*TABLES, *(["compare"] if len(reports) > 1 else [])]
    found = {name: OVER_ALL[name](reports) if name in OVER_ALL else TABLES[name](reports[0]) for name in names}
    return {name: text for name, text in found.items() if text}


def placed(page: str, tables: dict[str, str]) -> str:
    """Return a page with tables between their marks. Raises ReportError if it has marks for none of them."""
    marked = [name for name in tables if f"<!-- tables: {name} -->" in page and f"<!-- end: {name} -->" in page]
    if not marked:
        raise ReportError(
            "The page has no marks for these tables: write `<!-- tables: NAME -->` and `<!-- end: NAME -->`."
        )
    for name in marked:
        begin, end = f"<!-- tables: {name} -->", f"<!-- end: {name} -->"
        before, _, rest = page.partition(begin)
        after = rest.partition(end)[2]
        page = f"{before}{begin}\n\n{tables[name]}\n\n{end}{after}"
    return page


def read(path: Path) -> Report:
    """Read a report. Raises ReportError if it is none."""
    try:
        return Report(path.name, json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ReportError(f"{path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise ReportError(f"{path} is not a report: make it with `lanc simulate --json`.") from error


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables, or write them into a page; 2 if a report or the page will not do."""
    parser = argparse.ArgumentParser(description="Tables of docs/balance.md from reports of `lanc simulate --json`.")
    parser.add_argument("reports", nargs="+", type=Path, metavar="REPORT")
    parser.add_argument("--only", action="append", default=[], choices=[*TABLES, *OVER_ALL], metavar="NAME")
    parser.add_argument("--into", type=Path, metavar="PAGE", help="write between the page's marks")
    args = parser.parse_args(arguments)
    try:
        tables = made([read(path) for path in args.reports], args.only)
        if args.into:
            args.into.write_text(placed(args.into.read_text(encoding="utf-8"), tables), encoding="utf-8")
        else:
            print("\n\n".join(f"### {name}\n\n{text}" for name, text in tables.items()))
    except (ReportError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    except (KeyError, IndexError) as error:
        print(f"A part of a table is missing from the report ({error}): {ANEW}.", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
