"""Clauses, instruments, what somebody would pay for each value of a clause, and what strains two sides."""

from collections.abc import Iterable, Mapping

from lanc_game.compile import vocabulary
from lanc_game.compile.linker import Linker, text
from lanc_game.compile.pulls import Pulls
from lanc_game.engine.names import Level
from lanc_game.engine.politics import ClauseDef, Friction, InstrumentDef, ValueTerms
from lanc_game.engine.wording import FILLERS, REGION_WORD
from lanc_game.engine.world import NOBODY
from lanc_game.model.politics import Clause, ClauseTerms, ClauseValue, Instrument
from lanc_game.model.problems import DocPath
from lanc_game.model.scenario import Scenario

BLANK = "blank"
PriceRows = tuple[tuple[int, ...], ...]
"""By clause and value; the last value is blank."""


def index(link: Linker, scenario: Scenario) -> None:
    """Give clauses, their values and treaties their indexes."""
    spoken_words(link, scenario)
    link.clauses = {name: index for index, name in enumerate(scenario.clauses)}
    for name, clause in scenario.clauses.items():
        link.values[name] = {value: index for index, value in enumerate(clause.values)}
        link.values[name][BLANK] = len(clause.values)
    link.instruments = {name: index for index, name in enumerate(scenario.instruments)}
    link.parties = {name: model.between for name, model in scenario.instruments.items()}
    link.settled = {name: model.clauses for name, model in scenario.instruments.items()}


def spoken_words(link: Linker, scenario: Scenario) -> None:
    """Report ids that an order could never name, because they are words of its grammar."""
    named: dict[str, Iterable[str]] = {
        "factions": scenario.factions, "clauses": scenario.clauses, "instruments": scenario.instruments,
        "wings": scenario.wings, "patrons": scenario.patrons, "promises": scenario.promises,
        "mandates": scenario.mandates, "congresses": scenario.congresses,
    }  # fmt: skip
    for section, things in named.items():
        taken = (*FILLERS, REGION_WORD) if section == "clauses" else FILLERS
        for name in things:
            if name in taken:
                message = f"`{name}` is a word of orders' grammar, and so cannot be a name"
                link.fault("word-is-taken", (section, name), message, "rename it", at_key=True)


def clauses(link: Linker, scenario: Scenario, pulls: Pulls) -> tuple[ClauseDef, ...]:
    """Return the clauses."""
    found: list[ClauseDef] = []
    for name, model in scenario.clauses.items():
        path = ("clauses", name)
        if BLANK in model.values:
            cure = "rename it"
            message = "`blank` is the word for a clause left open"
            link.fault("blank-is-taken", (*path, "values", BLANK), message, cure, at_key=True)
        if model.blank is not None and not model.may_be_blank:
            message = f"`{name}` says what it does left blank, and may not be left blank"
            link.fault("never-blank", (*path, "blank"), message, "take out `blank` or `may_be_blank`", at_key=True)
        names = tuple(
            text(value.name) if isinstance(value, ClauseValue) else text(value) for value in model.values.values()
        )
        terms = _terms_by_value(link, scenario, name, model, pulls)
        found.append(ClauseDef(name, text(model.name), tuple(model.values), names, model.may_be_blank, terms))
    return tuple(found)


def _terms_by_value(link: Linker, scenario: Scenario, name: str, model: Clause, pulls: Pulls) -> tuple[ValueTerms, ...]:
    signers = {side for treaty in scenario.instruments.values() if name in treaty.clauses for side in treaty.between}
    path = ("clauses", name)
    found = [
        _terms(link, value, (*path, "values", key), signers, pulls) if isinstance(value, ClauseValue) else ValueTerms()
        for key, value in model.values.items()
    ]
    found.append(_terms(link, model.blank, (*path, "blank"), signers, pulls) if model.blank else ValueTerms())
    return tuple(found)


def _terms(
    link: Linker, model: ClauseTerms | ClauseValue, path: DocPath, signers: set[str], pulls: Pulls
) -> ValueTerms:
    strains: list[int] = []
    for index, strain in enumerate(model.strains):
        at = (*path, "strains", index)
        guilty = NOBODY if strain.at_fault is None else link.faction(strain.at_fault, (*at, "at_fault"))
        if guilty != NOBODY and signers and strain.at_fault not in signers:
            message = f"`{strain.at_fault}` can sign no treaty with this clause, so it cannot be at fault"
            cure = f"name one of {', '.join(f'`{side}`' for side in sorted(signers))}, or nobody"
            link.fault("not-a-party", (*at, "at_fault"), message, cure)
        strains.append(pulls.add(strain, strain.by, at, guilty))
    return ValueTerms(vocabulary.effects(link, model.monthly, (*path, "monthly")), tuple(strains), model.secret)


def instruments(link: Linker, scenario: Scenario) -> tuple[InstrumentDef, ...]:
    """Return the treaties that can be signed."""
    found: list[InstrumentDef] = []
    for name, model in scenario.instruments.items():
        path = ("instruments", name)
        for place, side in enumerate(model.between):
            if side in model.between[:place]:
                message = f"`{side}` cannot sign with itself"
                link.fault("relation-with-itself", (*path, "between", place), message, "name each side once")
        for place, clause in enumerate(model.clauses):
            if clause in model.clauses[:place]:
                message = f"`{name}` settles `{clause}` twice"
                link.fault("clause-twice", (*path, "clauses", place), message, "name each clause once")
        found.append(
            InstrumentDef(
                id=name,
                name=text(model.name),
                note=text(model.note),
                source=model.source or "",
                level=Level[model.level.upper()],
                parties=link.some_factions(model.between, (*path, "between")),
                clauses=tuple(
                    link.find(link.clauses, clause, "clause", (*path, "clauses", place))
                    for place, clause in enumerate(model.clauses)
                ),
                worth=model.worth,
                months=model.months,
                when=vocabulary.condition(link, model.when, (*path, "when")),
                signed=vocabulary.effects(link, model.signed, (*path, "signed")),
                ended=vocabulary.effects(link, model.ended, (*path, "ended")),
                done=_done(link, name, model, (*path, "done")),
            )
        )
    return tuple(found)


def _done(link: Linker, name: str, model: Instrument, path: DocPath) -> tuple[int, ...]:
    """Return how a treaty was settled in history, clause by clause; all of them have to be said, or none."""
    for clause in model.done:
        if clause not in model.clauses:
            message = f"`{name}` does not settle `{clause}`"
            link.fault("unknown-clause", (*path, clause), message, "name one of its `clauses`", at_key=True)
    missing = [clause for clause in model.clauses if clause not in model.done]
    if model.done and missing:
        message = f"`done` says nothing of {', '.join(f'`{clause}`' for clause in missing)}"
        link.fault("missing-key", path, message, "say how each clause was settled, or left `blank`", at_key=True)
    if not model.done or missing:
        return ()
    return tuple(
        link.find(link.values.get(clause, {}), model.done[clause], "value", (*path, clause)) for clause in model.clauses
    )


def prices(link: Linker, scenario: Scenario) -> tuple[PriceRows, ...]:
    """Return what each faction gives for each value of each clause; what isn't named is worth nothing either way."""
    for name in scenario.prices:
        link.faction(name, ("prices", name), at_key=True)
    return tuple(price_rows(link, scenario.prices.get(name, {}), ("prices", name)) for name in scenario.factions)


def price_rows(link: Linker, wanted: Mapping[str, Mapping[str, int]], path: DocPath) -> PriceRows:
    """Return what somebody gives for each value of each clause."""
    rows = [[0] * len(values) for values in link.values.values()]
    for clause_name, by_value in wanted.items():
        clause = link.find(link.clauses, clause_name, "clause", (*path, clause_name), at_key=True)
        if clause == NOBODY:
            continue
        for value, price in by_value.items():
            index = link.find(link.values[clause_name], value, "value", (*path, clause_name, value), at_key=True)
            if index != NOBODY:
                rows[clause][index] = price
    return tuple(tuple(row) for row in rows)


def frictions(link: Linker, scenario: Scenario, pulls: Pulls) -> tuple[Friction, ...]:
    """Return what pulls on the strain between two sides, treaty or not."""
    found: list[Friction] = []
    for index, model in enumerate(scenario.frictions):
        path: DocPath = ("frictions", index)
        a, b = link.pair(model.between, (*path, "between"), "friction")
        guilty = NOBODY if model.at_fault is None else link.faction(model.at_fault, (*path, "at_fault"))
        if guilty != NOBODY and guilty not in (a, b):
            message = f"`{model.at_fault}` has no part in this friction"
            cure = f"it is between `{model.between[0]}` and `{model.between[1]}`: name one of them, or nobody"
            link.fault("not-a-party", (*path, "at_fault"), message, cure)
        found.append(Friction(a, b, pulls.add(model, model.by, path, guilty)))
    return tuple(found)
