"""Clauses, instruments and what each side would pay for each value of a clause."""

from lanc_game.compile import vocabulary
from lanc_game.compile.linker import Linker, text
from lanc_game.engine.names import Level
from lanc_game.engine.world import NOBODY, ClauseDef, InstrumentDef
from lanc_game.model.scenario import Scenario

BLANK = "blank"
Prices = tuple[tuple[tuple[int, ...], ...], ...]


def clauses(link: Linker, scenario: Scenario) -> tuple[ClauseDef, ...]:
    """Return the clauses."""
    found: list[ClauseDef] = []
    for name, model in scenario.clauses.items():
        if BLANK in model.values:
            path = ("clauses", name, "values", BLANK)
            link.fault("blank-is-taken", path, "`blank` is the word for a clause left open", "rename it", at_key=True)
        names = tuple(text(value) for value in model.values.values())
        found.append(ClauseDef(name, text(model.name), tuple(model.values), names, model.may_be_blank))
    return tuple(found)


def instruments(link: Linker, scenario: Scenario) -> tuple[InstrumentDef, ...]:
    """Return the treaties that can be signed."""
    table = {name: index for index, name in enumerate(scenario.clauses)}
    found: list[InstrumentDef] = []
    for name, model in scenario.instruments.items():
        path = ("instruments", name)
        parties = tuple(link.faction(f, (*path, "between", i)) for i, f in enumerate(model.between))
        settled = tuple(link.find(table, c, "clause", (*path, "clauses", i)) for i, c in enumerate(model.clauses))
        when = vocabulary.condition(link, model.when, (*path, "when"))
        level = Level[model.level.upper()]
        found.append(
            InstrumentDef(
                name, text(model.name), text(model.note), level, parties, settled, model.worth, model.months, when
            )
        )
    return tuple(found)


def prices(link: Linker, scenario: Scenario) -> Prices:
    """Return what each faction gives for each value of each clause; what isn't named is worth nothing either way."""
    table = {name: index for index, name in enumerate(scenario.clauses)}
    found: list[tuple[tuple[int, ...], ...]] = []
    for name in scenario.prices:
        link.faction(name, ("prices", name), at_key=True)
    for name in scenario.factions:
        rows = [[0] * (len(clause.values) + 1) for clause in scenario.clauses.values()]
        for clause_name, wanted in scenario.prices.get(name, {}).items():
            path = ("prices", name, clause_name)
            clause = link.find(table, clause_name, "clause", path, at_key=True)
            if clause == NOBODY:
                continue
            values = {value: index for index, value in enumerate(scenario.clauses[clause_name].values)}
            values[BLANK] = len(values)
            for value, price in wanted.items():
                index = link.find(values, value, "value", (*path, value), at_key=True)
                if index != NOBODY:
                    rows[clause][index] = price
        found.append(tuple(tuple(row) for row in rows))
    return tuple(found)
