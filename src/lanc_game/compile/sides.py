"""Factions, units and people."""

from collections.abc import Mapping

from lanc_game.compile import vocabulary
from lanc_game.compile.chronology import wing_of
from lanc_game.compile.doctrines import doctrine
from lanc_game.compile.handicaps import part_of, percent_of
from lanc_game.compile.linker import Linker, text
from lanc_game.engine.names import FactionKind, Reprisals, Requisition, Role, Status
from lanc_game.engine.texts import Text
from lanc_game.engine.world import FactionDef, LeaderDef, Measure, MeterDef, UnitDef
from lanc_game.model.problems import DocPath
from lanc_game.model.scenario import Faction, MeasureModel, Scenario, Verdict
from lanc_game.model.start import StartFaction


def units(scenario: Scenario) -> tuple[UnitDef, ...]:
    """Return the unit kinds."""
    return tuple(
        UnitDef(
            name, text(unit.name), text(unit.plural), Role[unit.role.upper()], unit.size, unit.strength, unit.reach,
            unit.motor,
        )
        for name, unit in scenario.units.items()
    )  # fmt: skip


def factions(link: Linker, scenario: Scenario) -> tuple[FactionDef, ...]:
    """Return the sides, after checking that letters differ and units exist."""
    found: list[FactionDef] = []
    letters: dict[str, str] = {}
    if not scenario.factions:
        link.fault("no-factions", ("factions",), "a scenario needs at least one faction", "add one under `factions:`")
    for name in scenario.stances:
        link.find(link.factions, name, "faction", ("stances", name), at_key=True)
    for place, name in enumerate(scenario.scenario.seats):
        link.faction(name, ("scenario", "seats", place))
    for section, names in (("historical", scenario.historical), ("verdicts", scenario.verdicts)):
        for name in names:
            link.faction(name, (section, name), at_key=True)
    for name in scenario.start.factions:
        link.faction(name, ("start", "factions", name), at_key=True)
    for name in scenario.scenario.handicaps:
        link.faction(name, ("scenario", "handicaps", name), at_key=True)
    for name, model in scenario.factions.items():
        path = ("factions", name)
        if model.letter in letters:
            message = f"letter `{model.letter}` is already `{letters[model.letter]}`'s"
            link.fault("letter-twice", (*path, "letter"), message, "choose another: letters on the board must differ")
        letters[model.letter] = name
        found.append(_faction(link, scenario, name, model, path))
    return tuple(found)


def _faction(link: Linker, scenario: Scenario, name: str, model: Faction, path: DocPath) -> FactionDef:
    stated = scenario.verdicts.get(name, Verdict())
    marks = model.grades if stated.grades is None else stated.grades
    at: DocPath = path if stated.grades is None else ("verdicts", name)
    if stated.measures:
        measures = _measures(link, stated.measures, ("verdicts", name, "measures"))
    else:
        measures = _measures(link, model.verdict, (*path, "verdict"))
    if list(marks) != sorted(marks):
        cure = "write the points for marginal, substantial and decisive in rising order"
        link.fault("grades-order", (*at, "grades"), "the grades do not rise", cure)
    playable = name in scenario.scenario.seats if scenario.scenario.seats else model.playable
    if playable and not measures:
        message = f"`{name}` is playable but has no `verdict`"
        link.fault("no-verdict", path, message, "add `verdict:` and say what it is judged by", at_key=True)
    model = _as_it_starts(model, scenario.start.factions.get(name))
    policies = (Reprisals[model.policies.reprisals.upper()], Requisition[model.policies.requisition.upper()])
    grades = (marks[0], marks[1], marks[2])
    percent = percent_of(scenario, name)
    return FactionDef(
        id=name,
        name=text(model.name),
        short=text(model.short),
        aliases=tuple(model.aliases),
        letter=model.letter,
        colour=model.colour,
        pattern=model.pattern,
        kind=FactionKind[model.kind.upper()],
        playable=playable,
        blurb=text(stated.blurb or model.blurb),
        status=Status[model.status.upper()],
        cadres=part_of(model.cadres, percent),
        cadres_base=part_of(model.cadres_base, percent),
        arms=part_of(model.arms, percent),
        supplies=part_of(model.supplies, percent),
        standing=model.standing,
        home_arms=part_of(model.home_arms, percent),
        home_supplies=part_of(model.home_supplies, percent),
        units=tuple(link.find(link.units, unit, "unit", (*path, "units", i)) for i, unit in enumerate(model.units)),
        meters=tuple(link.meters[meter] for meter in model.meters),
        policies=policies,
        doctrine=doctrine(link, scenario, name, model.doctrine, (*path, "doctrine")),
        measures=measures,
        grades=grades,
        handicap=percent,
    )


def _as_it_starts(model: Faction, start: StartFaction | None) -> Faction:
    """Return a side's entry with what the start says of it in place of its own figures."""
    if start is None:
        return model
    said = {name: value for name in start.model_fields_set if (value := getattr(start, name)) is not None}
    return model.model_copy(update=said)


def _measures(link: Linker, verdict: Mapping[str, MeasureModel], path: DocPath) -> tuple[Measure, ...]:
    for key, measure in verdict.items():
        if measure.low >= measure.high:
            message = f"`low` ({measure.low}) must lie below `high` ({measure.high})"
            cure = "`low` earns nothing and `high` all the points; of what should be small, measure the opposite"
            link.fault("measure-bounds", (*path, key), message, cure, at_key=True)
    return tuple(
        Measure(
            key, text(m.text), vocabulary.number(link, m.number, (*path, key, "number")), m.low, m.high, m.points,
        )
        for key, m in verdict.items()
    )  # fmt: skip


def meters(link: Linker, scenario: Scenario) -> tuple[MeterDef, ...]:
    """Return the named meters."""
    for name in scenario.start.meters:
        link.find(link.meters, name, "meter", ("start", "meters", name), at_key=True)
    return tuple(
        MeterDef(key, text(meter.name), link.factions[name], scenario.start.meters.get(key, meter.start))
        for name, faction in scenario.factions.items()
        for key, meter in faction.meters.items()
    )


def leaders(link: Linker, scenario: Scenario) -> tuple[LeaderDef, ...]:
    """Return the people."""
    found: list[LeaderDef] = []
    for name, model in scenario.leaders.items():
        path = ("leaders", name)
        first = link.turn(model.first, (*path, "first")) if model.first else 0
        last = link.turn(model.last, (*path, "last"), end=True) if model.last else len(link.labels)
        faction = link.faction(model.faction, (*path, "faction"))
        region = link.region(model.where, (*path, "in"))
        begins = scenario.start.leaders.get(name)
        if begins is not None and begins.where is not None:
            region = link.region(begins.where, ("start", "leaders", name, "in"))
        found.append(
            LeaderDef(
                name,
                Text(model.name),
                faction,
                region,
                tuple(model.traits),
                first,
                last,
                text(model.note),
                wing_of(link, scenario, name, model),
                model.life or "",
            )
        )
    return tuple(found)
