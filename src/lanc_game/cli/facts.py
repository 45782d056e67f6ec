"""``lanc facts``: facts and signs held against games that follow history."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from lanc_game.bots.outside.process import ending_well
from lanc_game.cli import DONE, FINDINGS, INTERRUPTED, USAGE, CommandError
from lanc_game.cli.common import open_scenario, print_json
from lanc_game.cli.progress import playing
from lanc_game.compile.edits import MORE, EditError, edited
from lanc_game.compile.facts import bounds_of, last_turn, linker_of, row_of
from lanc_game.compile.linker import Linker
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.model.facts import Sign
from lanc_game.model.problems import Problem, Severity
from lanc_game.simulate.facts import Asked, Campaign, FactCase, FactsReport, measure_facts
from lanc_game.simulate.facts_signs import Change, SignCase, SignsReport, measure_signs
from lanc_game.simulate.facts_text import facts_json, facts_text, signs_json, signs_text
from lanc_game.workshop.facts import Facts, FactsError, WrittenFact, WrittenTest, check_changed, edits_of, read_facts
from lanc_game.workshop.library import UnreadableError
from lanc_game.workshop.report import Report, render

OUTSIDE = "date-out-of-range"
ONE_MORE = f".{MORE}"


def run(args: argparse.Namespace) -> int:
    """Carry out the command."""
    try:
        facts = read_facts(Path(args.facts))
        with ending_well():
            return _signs(args, facts) if args.sign else _facts(args, facts)
    except UnreadableError as error:
        raise CommandError(str(error)) from None
    except FactsError as error:
        for report in error.reports:
            print(render(report, colour=sys.stderr.isatty()), file=sys.stderr)
        raise CommandError(f"{args.facts}: nothing was played; mend these first", USAGE) from None


def _facts(args: argparse.Namespace, facts: Facts) -> int:
    shelf = _Shelf()
    if args.scenario:
        shelf.open(args.scenario, "the long campaign")
    campaigns = _chained(shelf, facts, args.scenario) if args.chained else _by_campaign(shelf, facts, args.only)
    with playing() as progress:
        report = measure_facts(campaigns, args.games, jobs=args.jobs, seed=args.seed, progress=progress)
    _tell(args, facts_json(report), facts_text(report))
    return _code(report, report.holding)


def _signs(args: argparse.Namespace, facts: Facts) -> int:
    wanted = [test for test in facts.tests if args.only in (None, test.model.campaign)]
    if not wanted:
        where = f" in `{args.only}`" if args.only else ""
        raise CommandError(
            f"{args.facts}: there are no `sign_tests`{where}; docs/writing-scenarios.md says how to write them"
        )
    shelf = _Shelf()
    tests = [_change(shelf, test) for test in wanted]
    with playing() as progress:
        report = measure_signs(tests, args.games, jobs=args.jobs, seed=args.seed, progress=progress)
    _tell(args, signs_json(report), signs_text(report))
    return _code(report, report.right)


def _tell(args: argparse.Namespace, data: dict[str, Json], text: str) -> None:
    """Print a report as it was asked for."""
    if args.json:
        print_json(data)
    else:
        print(text, end="")


def _code(report: FactsReport | SignsReport, well: int) -> int:
    """Return the exit code of a report in which so many results are as they should be."""
    if report.partial:
        return INTERRUPTED
    return DONE if well == len(report.results) else FINDINGS


class _Shelf:
    """The scenarios that facts are measured in, each opened once."""

    def __init__(self) -> None:
        self._opened: dict[str, tuple[World, Json]] = {}

    def open(self, name: str, wanted_by: str) -> tuple[World, Json]:
        """Return a scenario. Raises CommandError, saying who wanted it."""
        if name not in self._opened:
            try:
                self._opened[name] = open_scenario(name)
            except CommandError as error:
                raise CommandError(f"{wanted_by}: {error}", error.code) from None
        return self._opened[name]


# --- facts


def _by_campaign(shelf: _Shelf, facts: Facts, only: str | None) -> list[Campaign]:
    """Return the campaigns that facts name, each with its facts; of one campaign only where it is asked for."""
    found: dict[str, list[tuple[int, WrittenFact]]] = {}
    for place, fact in enumerate(facts.facts):
        if only in (None, fact.model.campaign):
            found.setdefault(fact.model.campaign, []).append((place, fact))
    if not found:
        named = ", ".join(sorted({fact.model.campaign for fact in facts.facts}))
        raise CommandError(f"no fact is measured in `{only}`; the campaigns named are {named}")
    for name, some in found.items():
        shelf.open(name, ", ".join(fact.model.id for _, fact in some))
    return [_campaign(shelf, name, some) for name, some in found.items()]


def _campaign(shelf: _Shelf, name: str, some: Sequence[tuple[int, WrittenFact]]) -> Campaign:
    """Return a campaign with its facts. Raises FactsError for rows that cannot be read from it."""
    world, document = shelf.open(name, ", ".join(fact.model.id for _, fact in some))
    cases: list[FactCase] = []
    reports: list[Report] = []
    for place, fact in some:
        case, _, told = _case(world, place, fact)
        cases.append(case)
        reports += told
    if reports:
        raise FactsError(tuple(reports))
    return Campaign(name, world, document, tuple(cases))


def _case(world: World, place: int, fact: WrittenFact) -> tuple[FactCase, set[str], list[Report]]:
    """Link a fact's rows; return it with the codes and the reports of what is wrong."""
    asked: list[Asked] = []
    codes: set[str] = set()
    reports: list[Report] = []
    for written in fact.rows:
        link = linker_of(world)
        row = row_of(link, written.model, written.place.path)
        reports += [written.place.report(_in_campaign(problem, world)) for problem in link.problems]
        codes |= {problem.code for problem in link.problems}
        link.problems = []
        bounds = bounds_of(link, written.model, row, written.bounds.path)
        reports += [written.bounds.report(_in_campaign(problem, world)) for problem in link.problems]
        codes |= {problem.code for problem in link.problems}
        asked.append(Asked(row, bounds))
    model = fact.model
    return FactCase(place, model.id, model.text, model.role == "start", tuple(asked)), codes, reports


def _in_campaign(problem: Problem, world: World) -> Problem:
    message = f"{problem.message} (in {world.id})"
    return Problem(problem.code, problem.path, message, problem.help, problem.severity, problem.at_key)


def _chained(shelf: _Shelf, facts: Facts, name: str | None) -> list[Campaign]:
    """Return the long campaign with all facts. One that lies outside its dates stays with the campaign that it names."""
    long = name or _longest(shelf, facts)
    world, _ = shelf.open(long, "--chained")
    inside: list[tuple[int, WrittenFact]] = []
    outside: dict[str, list[tuple[int, WrittenFact]]] = {}
    for place, fact in enumerate(facts.facts):
        _, codes, _ = _case(world, place, fact)
        if codes == {OUTSIDE} and fact.model.campaign != long:
            outside.setdefault(fact.model.campaign, []).append((place, fact))
        else:
            inside.append((place, fact))
    found = [_campaign(shelf, long, inside)] if inside else []
    return found + [_campaign(shelf, other, some) for other, some in outside.items()]


def _longest(shelf: _Shelf, facts: Facts) -> str:
    """Return the campaign with the longest calendar, in months, of those that facts name."""
    names = list(dict.fromkeys(fact.model.campaign for fact in facts.facts))

    def months(name: str) -> int:
        wanted_by = ", ".join(fact.model.id for fact in facts.facts if fact.model.campaign == name)
        return len({turn.label[:7] for turn in shelf.open(name, wanted_by)[0].turns})

    return max(names, key=months)


# --- signs


def _change(shelf: _Shelf, test: WrittenTest) -> Change:
    """Return a test with its campaign as it is and as changed. Raises FactsError for edits that do not fit."""
    model = test.model
    name = model.campaign or ""
    world, document = shelf.open(name, f"“{model.change}”")
    changed_world, changed = _changed(test, document)
    reports: list[Report] = []
    signs: list[SignCase] = []
    for number, sign in enumerate(model.signs):
        before, after = linker_of(world), linker_of(changed_world)
        path = (*test.place.path, "signs", number)
        plain, other = (row_of(link, sign.row, (*path, "row")) for link in (before, after))
        not_before = None if sign.not_before is None else last_turn(after, sign.not_before, (*path, "not_before"))
        _refuse_mixture(before, sign, dated=plain.dated, path=path)
        told = dict.fromkeys([*before.problems, *after.problems])
        reports += [test.place.report(_in_campaign(problem, world)) for problem in told]
        signs.append(SignCase(plain, other, sign.direction, sign.at_most, not_before))
    if reports:
        raise FactsError(tuple(reports))
    return Change(model.change, model.expect, name, (world, document), (changed_world, changed), tuple(signs))


def _refuse_mixture(link: Linker, sign: Sign, *, dated: bool, path: tuple[str | int, ...]) -> None:
    """Report a date that should be higher, or a number that should be later or is bounded like a date."""
    if (sign.direction in ("earlier", "later")) != dated:
        wanted = "earlier or later" if dated else "lower or higher"
        message = f"this row gives a {'date' if dated else 'number'}, which cannot be {sign.direction}"
        link.fault("unknown-word", (*path, "direction"), message, f"write {wanted}")
    if not dated and (sign.at_most is not None or sign.not_before is not None):
        key = "at_most" if sign.at_most is not None else "not_before"
        link.fault("wrong-value", (*path, key), f"`{key}` bounds dates, and this row gives a number", "take it out")


def _changed(test: WrittenTest, document: Json) -> tuple[World, Json]:
    """Return the campaign with the change, checked as any scenario is. What it expects of its games no longer counts."""
    at = (*test.place.path, "edits")
    try:
        changed = edited(document, edits_of(test.model))
    except EditError as error:
        problem = Problem("wrong-value", (*at, error.path), f"`{error.path}`: {error.message}", error.help, at_key=True)
        raise FactsError((test.place.report(problem),)) from None
    if isinstance(changed, dict):
        changed.pop("expect", None)
    world, problems = check_changed(changed)
    if world is not None:
        return world, changed
    raise FactsError(
        tuple(
            test.place.report(_of_the_edit(test, problem)) for problem in problems if problem.severity is Severity.ERROR
        )
    )


def _of_the_edit(test: WrittenTest, problem: Problem) -> Problem:
    """Return a problem of the changed scenario as one of the edit that it came of, as far as paths tell."""
    at = (*test.place.path, "edits")
    dotted = ".".join(str(step) for step in problem.path)
    edit = next((path for path in test.model.edits if f"{dotted}.".startswith(f"{path.removesuffix(ONE_MORE)}.")), None)
    path = at if edit is None else (*at, edit)
    return Problem(problem.code, path, f"with this change, `{dotted}`: {problem.message}", problem.help, at_key=True)
