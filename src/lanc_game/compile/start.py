"""Where everything stands before the first turn, and what happened before it."""

from collections.abc import Iterator

from lanc_game.compile.linker import Linker
from lanc_game.engine.names import Fate, Relation
from lanc_game.engine.world import NOBODY, StartDef
from lanc_game.model.problems import DocPath
from lanc_game.model.scenario import Scenario
from lanc_game.model.start import StartRegion

PER_PERCENT = 10


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
        strains=_strains(link, scenario),
        fired=tuple(_fired(link, scenario)),
        held=tuple(_held(link, scenario)),
        seats=tuple(_seats(link, scenario)),
        sides=tuple(_sides(link, scenario)),
        fates=tuple(_fates(link, scenario)),
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


def _strains(link: Linker, scenario: Scenario) -> tuple[tuple[int, int, int], ...]:
    return tuple(
        (*link.pair(model.between, ("start", "strain", place, "between"), "a strain"), model.level)
        for place, model in enumerate(scenario.start.strain)
    )


def _fired(link: Linker, scenario: Scenario) -> Iterator[tuple[int, int, int]]:
    for name, before in scenario.start.happened.items():
        path = ("start", "happened", name)
        event = link.find(link.events, name, "event", path, at_key=True)
        option = NOBODY
        if before.answer is not None and event != NOBODY:
            option = link.find(link.options[name], before.answer, "option", (*path, "answer"))
        yield event, -before.ago, option


def _held(link: Linker, scenario: Scenario) -> Iterator[tuple[int, int]]:
    for name, before in scenario.start.held.items():
        yield link.find(link.congresses, name, "congress", ("start", "held", name), at_key=True), -before.ago


def _seats(link: Linker, scenario: Scenario) -> Iterator[tuple[int, int, int]]:
    for name, before in scenario.start.held.items():
        path = ("start", "held", name, "seats")
        for wing, seats in before.seats.items():
            yield link.congresses.get(name, NOBODY), link.sitting(name, wing, (*path, wing), at_key=True), seats


def _sides(link: Linker, scenario: Scenario) -> Iterator[tuple[int, int]]:
    """Yield the wings that have left their own side before the first turn, each with where it has gone."""
    for name, model in scenario.start.wings.items():
        path = ("start", "wings", name)
        wing = link.wing(name, path, at_key=True)
        if "side" in model.model_fields_set:
            yield wing, NOBODY if model.side is None else link.faction(model.side, (*path, "with"))


def _fates(link: Linker, scenario: Scenario) -> Iterator[tuple[int, Fate]]:
    for name, model in scenario.start.leaders.items():
        leader = link.find(link.leaders, name, "leader", ("start", "leaders", name), at_key=True)
        if model.fate is not None:
            yield leader, Fate[model.fate.upper()]
