"""The whole scenario: from a document to a World, or to all the problems that stand in the way."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import fields

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from lanc_game.compile import chronology, expect, geography, pacts, politics, sides, vocabulary
from lanc_game.compile.doubts import doubt
from lanc_game.compile.linker import Linker, days_in, text
from lanc_game.compile.pulls import Pulls
from lanc_game.compile.start import start
from lanc_game.engine.names import FactionKind, Verb
from lanc_game.engine.rules import Rules
from lanc_game.engine.state import Json
from lanc_game.engine.texts import Text
from lanc_game.engine.world import NOBODY, EventDef, HazardDef, OptionDef, Rise, TurnDef, VerbDef, World
from lanc_game.language import terms
from lanc_game.model.problems import Problem, nearest
from lanc_game.model.scenario import Event, Scenario

Explain = Callable[[list[ErrorDetails], Json], list[Problem]]
_MONTHS_EN, _MONTHS_SQ = zip(*(terms.MONTHS[str(month)] for month in range(1, 13)), strict=True)
DIVISORS = frozenset(
    {
        "ammunition_men",
        "blood_per_strain",
        "council_levels_per_cadre",
        "danger_strength",
        "militia_arms",
        "own_rifles",
        "price_per_pull",
        "reprisal_heat",
        "season_months",
        "surprise",
        "sweep_men",
        "wires_per_staff",
    }
)
"""Rules that the engine divides by."""


def build(document: Json, explain: Explain | None = None) -> tuple[World | None, list[Problem]]:
    """Compile a merged scenario document. The world is None if any problem is an error.

    ``explain`` turns the shape checker's errors into sentences (the workshop's does); without it they come as they are.
    """
    try:
        scenario = Scenario.model_validate(document)
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, (explain or _plainly)(details, document)
    link = Linker()
    world = _world(link, scenario, digest_of(document))
    expect.check(link, scenario, world)
    if any(problem.severity == "error" for problem in link.problems):
        return None, link.problems
    doubt(link, scenario, world)
    return world, link.problems


def digest_of(document: Json) -> str:
    """Return a hash of a document. The order of its mappings counts: events happen in the order they are written."""
    plain = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return hashlib.blake2b(plain.encode(), digest_size=16).hexdigest()


def _plainly(details: list[ErrorDetails], document: Json) -> list[Problem]:  # noqa: ARG001 - the explainer's shape
    return [Problem("shape", tuple(detail["loc"]), detail["msg"]) for detail in details]


def _world(link: Linker, scenario: Scenario, digest: str) -> World:
    turns = _turns(link, scenario)
    rules = _rules(link, scenario)
    _index(link, scenario)
    grid = geography.draw(link, scenario)
    regions = geography.regions(link, scenario, grid)
    ways = geography.links(link, scenario)
    exits = geography.exits(link, scenario)
    units = sides.units(scenario)
    factions = sides.factions(link, scenario)
    pulls = Pulls(link)
    clauses = pacts.clauses(link, scenario, pulls)
    frictions = pacts.frictions(link, scenario, pulls)
    wings = politics.wings(link, scenario, pulls)
    patrons = politics.patrons(link, scenario, pulls)
    battles = chronology.battles(link, scenario)
    return World(
        id=scenario.scenario.id,
        digest=digest,
        title=text(scenario.scenario.title),
        summary=text(scenario.scenario.summary),
        opening=text(scenario.scenario.start_note),
        rules=rules,
        turns=turns,
        grid=grid,
        regions=regions,
        links=ways,
        exits=exits,
        units=units,
        factions=factions,
        meters=sides.meters(link, scenario),
        leaders=sides.leaders(link, scenario),
        hazards=_hazards(link, scenario),
        events=tuple(_event(link, name, event) for name, event in scenario.events.items()),
        verbs=_verbs(scenario),
        clauses=clauses,
        instruments=pacts.instruments(link, scenario),
        prices=pacts.prices(link, scenario),
        pulls=tuple(pulls.found),
        frictions=frictions,
        wings=wings,
        patrons=patrons,
        congresses=politics.congresses(link, scenario),
        promises=politics.promises(link, scenario),
        mandates=politics.mandates(link, scenario),
        start=start(link, scenario),
        ends_when=vocabulary.condition(link, scenario.ends_when, ("ends_when",))
        if scenario.ends_when
        else vocabulary.NEVER,
        history=chronology.history(link, scenario, battles),
        battles=battles,
    )


def _rules(link: Linker, scenario: Scenario) -> Rules:
    """Return the numbers of the rules, with what the scenario changes of them."""
    known = {field.name for field in fields(Rules)}
    for name, value in scenario.rules.items():
        path = ("rules", name)
        if name not in known:
            near = nearest(name, known)
            cure = f"did you mean `{near}`?" if near else "docs/writing-scenarios.md lists the rules"
            link.fault("unknown-key", path, f"no rule is called `{name}`", cure, at_key=True)
        elif name in DIVISORS and value == 0:
            message = f"`{name}` must be 1 or more"
            link.fault("out-of-range", path, message, "it is divided by; write 1 for next to nothing")
    return Rules(**{name: value for name, value in scenario.rules.items() if name in known})


def _index(link: Linker, scenario: Scenario) -> None:
    """Give every id its index, so that everything can refer to everything."""
    link.regions = {name: index for index, name in enumerate(scenario.regions)}
    zones: dict[str, list[int]] = {}
    for index, (name, region) in enumerate(scenario.regions.items()):
        for zone in region.zones:
            zones.setdefault(zone, []).append(index)
            if zone in scenario.regions:
                link.fault(
                    "zone-like-region", ("regions", name, "zones"), f"zone `{zone}` is also a region", "rename it"
                )
    link.zones = {zone: tuple(members) for zone, members in zones.items()}
    link.factions = {name: index for index, name in enumerate(scenario.factions)}
    link.units = {name: index for index, name in enumerate(scenario.units)}
    link.events = {name: index for index, name in enumerate(scenario.events)}
    link.hazards = {name: index for index, name in enumerate(scenario.hazards)}
    link.leaders = {name: index for index, name in enumerate(scenario.leaders)}
    link.options = {
        name: {option: index for index, option in enumerate(event.options)} for name, event in scenario.events.items()
    }
    for name, faction in scenario.factions.items():
        for meter in faction.meters:
            if meter in link.meters:
                path = ("factions", name, "meters", meter)
                link.fault("meter-twice", path, f"meter `{meter}` belongs to another faction already", at_key=True)
            link.meters[meter] = len(link.meters)
        link.slots.append({unit: slot for slot, unit in enumerate(faction.units)})
    pacts.index(link, scenario)
    politics.index(link, scenario)


def _turns(link: Linker, scenario: Scenario) -> tuple[TurnDef, ...]:
    calendar = scenario.calendar
    parts = [int(part) for part in calendar.start.split("-")]
    real = link.is_real(calendar.start, ("calendar", "start"))
    if (len(parts) == 3) != (calendar.step == "day"):
        want = "a day like `1939-04-07`" if calendar.step == "day" else "a month like `1942-09`"
        link.fault("date-shape", ("calendar", "start"), f"`{calendar.start}` does not fit the step", f"write {want}")
    if not real:
        parts = [1, 1, 1][: len(parts)]
    year, month, day = parts[0], parts[1], parts[2] if len(parts) == 3 else 0
    turns: list[TurnDef] = []
    for _ in range(calendar.turns):
        label = f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
        name = Text(f"{_MONTHS_EN[month - 1]} {year}", f"{_MONTHS_SQ[month - 1]} {year}")
        if day:
            name = Text(f"{day} {name.en}", f"{day} {name.sq}")
        turns.append(TurnDef(label, name, month, month in calendar.winter, month in calendar.harvest))
        if day and day < days_in(year, month):
            day += 1
            continue
        day = 1 if day else 0
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    link.labels = [turn.label for turn in turns]
    link.turns = {label: index for index, label in enumerate(link.labels)}
    return tuple(turns)


def _hazards(link: Linker, scenario: Scenario) -> tuple[HazardDef, ...]:
    found: list[HazardDef] = []
    for name in scenario.start.hazards:
        link.find(link.hazards, name, "hazard", ("start", "hazards", name), at_key=True)
    for name, hazard in scenario.hazards.items():
        path = ("hazards", name, "rises")
        rises = tuple(
            Rise(vocabulary.condition(link, rise.when, (*path, index, "when")), rise.by, text(rise.text))
            for index, rise in enumerate(hazard.rises)
        )
        begins = scenario.start.hazards.get(name, hazard.start)
        found.append(HazardDef(name, text(hazard.name), begins, rises, hazard.danger, hazard.slope))
    return tuple(found)


def _event(link: Linker, name: str, event: Event) -> EventDef:
    path = ("events", name)
    first, last = 0, len(link.labels) - 1
    if event.window:
        first = link.turn(event.window[0], (*path, "window", 0))
        last = link.turn(event.window[1], (*path, "window", 1), end=True)
        if event.window[0] > event.window[1]:
            message = "the window closes before it opens"
            link.fault("window-empty", (*path, "window"), message, "put the earlier date first")
    scheduled = NOBODY if event.scheduled is None else link.turn(event.scheduled, (*path, "scheduled"))
    hazard = NOBODY
    if event.hazard is not None:
        hazard = link.find(link.hazards, event.hazard, "hazard", (*path, "hazard"))
    if bool(event.options) != bool(event.choosers):
        missing, given = ("choosers", "options") if event.options else ("options", "choosers")
        cure = "add `choosers: [...]`, the sides that are asked" if event.options else "add `options:`, or take it out"
        message = f"`{name}` has `{given}` and no `{missing}`: they go together"
        link.fault("choice-without-chooser", (*path, given), message, cure, at_key=True)
    default = 0
    if event.default is not None:
        default = link.find(link.options[name], event.default, "option", (*path, "default"))
    return EventDef(
        id=name,
        title=text(event.title),
        text=text(event.text),
        note=text(event.note),
        source=event.source or "",
        first=first,
        last=last,
        when=vocabulary.condition(link, event.when, (*path, "when")),
        chance=event.chance,
        hazard=hazard,
        scheduled=scheduled,
        effects=vocabulary.effects(link, event.effects, (*path, "effects")),
        choosers=tuple(link.faction(f, (*path, "choosers", i)) for i, f in enumerate(event.choosers)),
        options=_options(link, name, event),
        default=default,
        public=event.public,
        patron=_asked_by(link, name, event),
        months=event.months,
    )


def _asked_by(link: Linker, name: str, event: Event) -> int:
    """Return whose demand an event is: a patron asks one side that it deals with, and lets it choose."""
    if event.patron is None:
        return NOBODY
    path = ("events", name)
    if len(event.choosers) != 1 or len(event.options) < 2:
        message = f"a patron's demand is put to one side with two answers or more; `{name}` is put to "
        message += f"{len(event.choosers)} with {len(event.options)}"
        cure = "name one side under `choosers` and at least two `options`, or take out `patron`"
        link.fault("demand-form", (*path, "patron"), message, cure, at_key=True)
    for place, side in enumerate(event.choosers):
        if side in link.factions:
            link.client(event.patron, side, (*path, "choosers", place))
    return link.patron(event.patron, (*path, "patron"))


def _options(link: Linker, name: str, event: Event) -> tuple[OptionDef, ...]:
    found: list[OptionDef] = []
    for option_id, option in event.options.items():
        effects = vocabulary.effects(link, option.effects, ("events", name, "options", option_id, "effects"))
        found.append(OptionDef(option_id, text(option.text), text(option.cost), effects, option.weight, option.done))
    return tuple(found)


def _verbs(scenario: Scenario) -> tuple[VerbDef, ...]:
    return tuple(
        VerbDef(Verb[name.upper()], tuple(FactionKind[kind.upper()] for kind in verb.kinds), verb.cost, verb.strength)
        for name, verb in scenario.verbs.items()
    )
