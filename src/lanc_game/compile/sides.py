"""Factions, units, people, and where everything stands at the start."""

from lanc_game.compile import vocabulary
from lanc_game.compile.doctrines import doctrine
from lanc_game.compile.handicaps import part_of, percent_of
from lanc_game.compile.linker import Linker, text
from lanc_game.engine.names import FactionKind, Relation, Reprisals, Requisition, Role, Status
from lanc_game.engine.texts import Text
from lanc_game.engine.world import NOBODY, FactionDef, LeaderDef, Measure, MeterDef, StartDef, UnitDef
from lanc_game.model.problems import DocPath
from lanc_game.model.scenario import Faction, Scenario, StartRegion

PER_PERCENT = 10


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
    for name in scenario.scenario.handicaps:
        link.faction(name, ("scenario", "handicaps", name), at_key=True)
    for name, model in scenario.factions.items():
        path = ("factions", name)
        if model.letter in letters:
            message = f"letter `{model.letter}` is already `{letters[model.letter]}`'s"
            link.fault("letter-twice", (*path, "letter"), message, "choose another: letters on the board must differ")
        letters[model.letter] = name
        if list(model.grades) != sorted(model.grades):
            cure = "write the points for marginal, substantial and decisive in rising order"
            link.fault("grades-order", (*path, "grades"), "the grades do not rise", cure)
        found.append(_faction(link, scenario, name, model, path))
    return tuple(found)


def _faction(link: Linker, scenario: Scenario, name: str, model: Faction, path: DocPath) -> FactionDef:
    measures = tuple(
        Measure(
            key, text(m.text), vocabulary.number(link, m.number, (*path, "verdict", key, "number")), m.low, m.high,
            m.points,
        )
        for key, m in model.verdict.items()
    )  # fmt: skip
    for key, measure in model.verdict.items():
        if measure.low >= measure.high:
            message = f"`low` ({measure.low}) must lie below `high` ({measure.high})"
            cure = "`low` earns nothing and `high` all the points; of what should be small, measure the opposite"
            link.fault("measure-bounds", (*path, "verdict", key), message, cure, at_key=True)
    if model.playable and not measures:
        message = f"`{name}` is playable but has no `verdict`"
        link.fault("no-verdict", path, message, "add `verdict:` and say what it is judged by", at_key=True)
    policies = (Reprisals[model.policies.reprisals.upper()], Requisition[model.policies.requisition.upper()])
    grades = (model.grades[0], model.grades[1], model.grades[2])
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
        playable=model.playable,
        blurb=text(model.blurb),
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


def meters(link: Linker, scenario: Scenario) -> tuple[MeterDef, ...]:
    """Return the named meters."""
    return tuple(
        MeterDef(key, text(meter.name), link.factions[name], meter.start)
        for name, faction in scenario.factions.items()
        for key, meter in faction.meters.items()
    )


def leaders(link: Linker, scenario: Scenario) -> tuple[LeaderDef, ...]:
    """Return the people."""
    found: list[LeaderDef] = []
    for name, model in scenario.leaders.items():
        path = ("leaders", name)
        first = link.turn(model.first, (*path, "first"), beyond=True) if model.first else 0
        last = link.turn(model.last, (*path, "last"), beyond=True) if model.last else len(link.labels)
        faction = link.faction(model.faction, (*path, "faction"))
        region = link.region(model.where, (*path, "in"))
        found.append(
            LeaderDef(name, Text(model.name), faction, region, tuple(model.traits), first, last, text(model.note))
        )
    return tuple(found)


def start(link: Linker, scenario: Scenario) -> StartDef:
    """Return the opening position."""
    men: list[tuple[int, int, int, int]] = []
    hidden: list[tuple[int, int]] = []
    for index, force in enumerate(scenario.start.forces):
        path: DocPath = ("start", "forces", index)
        faction = link.faction(force.faction, (*path, "faction"))
        region = link.region(force.where, (*path, "in"))
        slot = link.slot(faction, force.unit, (*path, "unit"))
        men.append((faction, region, slot, force.men))
        if force.hidden:
            hidden.append((faction, region))
    relations: list[tuple[int, int, Relation]] = []
    for index, model in enumerate(scenario.start.relations):
        path = ("start", "relations", index, "between")
        a, b = (link.faction(name, (*path, side)) for side, name in enumerate(model.between))
        if a == b:
            message = f"`{model.between[0]}` cannot have a relation with itself"
            link.fault("relation-with-itself", path, message, "name two different factions")
        relations.append((a, b, Relation[model.state.upper()]))
    for name in scenario.start.regions:
        link.region(name, ("start", "regions", name), at_key=True)
    lands = [scenario.start.regions.get(name, StartRegion()) for name in scenario.regions]
    return StartDef(
        men=tuple(men),
        hidden=tuple(dict.fromkeys(hidden)),
        towns=tuple(_holder(link, land.town, name, "town") for name, land in zip(scenario.regions, lands, strict=True)),
        country=tuple(
            _holder(link, land.country, name, "country") for name, land in zip(scenario.regions, lands, strict=True)
        ),
        sympathy=_sympathy(link, scenario, lands),
        councils=tuple(
            (index, link.faction(faction, ("start", "regions", name, "councils", faction), at_key=True), level)
            for index, (name, land) in enumerate(zip(scenario.regions, lands, strict=True))
            for faction, level in land.councils.items()
        ),
        fear=tuple(land.fear * PER_PERCENT for land in lands),
        feuds=tuple(land.feuds for land in lands),
        relations=tuple(relations),
    )


def _holder(link: Linker, holder: str | None, region: str, side: str) -> int:
    return NOBODY if holder is None else link.faction(holder, ("start", "regions", region, side))


def _sympathy(link: Linker, scenario: Scenario, lands: list[StartRegion]) -> tuple[tuple[int, int, int], ...]:
    found: list[tuple[int, int, int]] = []
    for index, (name, land) in enumerate(zip(scenario.regions, lands, strict=True)):
        path = ("start", "regions", name, "sympathy")
        percent = sum(land.sympathy.values())
        if percent > 100:
            message = f"sympathies in `{name}` add up to {percent} percent"
            link.fault("sympathy-over-100", path, message, "keep to 100: what is left is the uncommitted", at_key=True)
        for faction, share in land.sympathy.items():
            found.append((index, link.faction(faction, (*path, faction), at_key=True), share * PER_PERCENT))
    return tuple(found)
