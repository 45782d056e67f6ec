"""Wings, patrons, congresses, promises and mandates."""

from collections.abc import Sequence

from lanc_game.compile import vocabulary
from lanc_game.compile.linker import Linker, text
from lanc_game.compile.pacts import price_rows
from lanc_game.compile.pulls import Pulls
from lanc_game.engine.names import Figure
from lanc_game.engine.politics import Aid, CongressDef, MandateDef, Outcome, PatronDef, Plan, PromiseDef, WingDef
from lanc_game.engine.world import NOBODY
from lanc_game.model.politics import Congress, Patron, Wing
from lanc_game.model.problems import DocPath
from lanc_game.model.scenario import Scenario
from lanc_game.model.start import StartWing

PERMILLE = 1000


def index(link: Linker, scenario: Scenario) -> None:
    """Give wings, patrons and congresses their indexes."""
    link.wings = {name: index for index, name in enumerate(scenario.wings)}
    link.patrons = {name: index for index, name in enumerate(scenario.patrons)}
    link.dealings = {name: list(patron.regard) for name, patron in scenario.patrons.items()}
    link.congresses = {name: index for index, name in enumerate(scenario.congresses)}
    link.seated = {name: list(congress.wings) for name, congress in scenario.congresses.items()}


def wings(link: Linker, scenario: Scenario, pulls: Pulls) -> tuple[WingDef, ...]:
    """Return the wings, after checking that those of one side claim no more men than it has."""
    begins = scenario.start.wings
    found = tuple(_wing(link, name, model, begins.get(name), pulls) for name, model in scenario.wings.items())
    for faction, side in enumerate(scenario.factions):
        _claims(link, scenario, side, [wing for wing in found if wing.faction == faction])
    return found


def _wing(link: Linker, name: str, model: Wing, start: StartWing | None, pulls: Pulls) -> WingDef:
    path = ("wings", name)
    if model.goes_to == model.of:
        message = f"`{name}` would leave `{model.of}` for `{model.of}`"
        cure = "name another side, or leave `goes_to` out: then its people go home"
        link.fault("goes-to-itself", (*path, "goes_to"), message, cure)
    leader = NOBODY if model.leader is None else link.find(link.leaders, model.leader, "leader", (*path, "leader"))
    return WingDef(
        id=name,
        name=text(model.name),
        note=text(model.note),
        source=model.source or "",
        faction=link.faction(model.of, (*path, "of")),
        leader=leader,
        men=_men(link, model, (*path, "men")),
        loyalty=model.loyalty if start is None or start.loyalty is None else start.loyalty,
        grievance=model.grievance if start is None or start.grievance is None else start.grievance,
        weight=model.weight,
        purge=model.purge,
        goes_to=NOBODY if model.goes_to is None else link.faction(model.goes_to, (*path, "goes_to")),
        prices=price_rows(link, model.prices, (*path, "prices")),
        pulls=_wing_pulls(link, model, (*path, "pulls"), pulls),
        purged=vocabulary.effects(link, model.purged, (*path, "purged")),
        leaves=vocabulary.effects(link, model.leaves, (*path, "leaves")),
        farewell=text(model.farewell),
    )


def _men(link: Linker, model: Wing, path: DocPath) -> tuple[int, ...]:
    """Return a wing's share of its side's men by region: what is said of a region counts more than of its zone."""
    shares = [0] * len(link.regions)
    zones_first = sorted(model.men.items(), key=lambda item: item[0] in link.regions)
    for name, share in zones_first:
        for region in link.place(name, (*path, name), at_key=True):
            shares[region] = share
    return tuple(shares)


def _claims(link: Linker, scenario: Scenario, side: str, ours: Sequence[WingDef]) -> None:
    for region, name in enumerate(scenario.regions):
        claimed = sum(wing.men[region] for wing in ours)
        if claimed > PERMILLE:
            last = next(wing.id for wing in reversed(ours) if wing.men[region])
            message = f"the wings of `{side}` add up to {claimed} thousandths of its men in `{name}`"
            cure = "keep to 1000: what is left follows no wing"
            link.fault("wings-over-1000", ("wings", last, "men"), message, cure, at_key=True)
            return


def _wing_pulls(link: Linker, model: Wing, path: DocPath, pulls: Pulls) -> tuple[tuple[Figure, int], ...]:
    found: list[tuple[Figure, int]] = []
    for place, pull in enumerate(model.pulls):
        at = (*path, place)
        if (pull.loyalty is None) == (pull.grievance is None):
            cure = "use two pulls to move both"
            link.fault("one-pull", at, "name one of `loyalty` and `grievance`", cure)
        figure = Figure.GRIEVANCE if pull.loyalty is None else Figure.LOYALTY
        by = pull.grievance if pull.loyalty is None else pull.loyalty
        found.append((figure, pulls.add(pull, by or 0, at)))
    return tuple(found)


def patrons(link: Linker, scenario: Scenario, pulls: Pulls) -> tuple[PatronDef, ...]:
    """Return the patrons."""
    for name in scenario.start.regard:
        link.find(link.patrons, name, "patron", ("start", "regard", name), at_key=True)
    return tuple(_patron(link, scenario, name, model, pulls) for name, model in scenario.patrons.items())


def _patron(link: Linker, scenario: Scenario, name: str, model: Patron, pulls: Pulls) -> PatronDef:
    path = ("patrons", name)
    for side in model.regard:
        link.faction(side, (*path, "regard", side), at_key=True)
    begins = scenario.start.regard.get(name, {})
    for side in begins:
        link.client(name, side, ("start", "regard", name, side), at_key=True)
    for side in model.access:
        link.client(name, side, (*path, "access", side), at_key=True)
    audits = [
        pulls.add(audit, audit.by, (*path, "audits", i), link.client(name, audit.of, (*path, "audits", i, "of")))
        for i, audit in enumerate(model.audits)
    ]
    aid = [
        Aid(link.client(name, gift.to, (*path, "aid", place, "to")), Figure[gift.gain.upper()], gift.by, gift.regard)
        for place, gift in enumerate(model.aid)
    ]
    return PatronDef(
        id=name,
        name=text(model.name),
        note=text(model.note),
        source=model.source or "",
        regard=tuple((model.regard | begins).get(side, NOBODY) for side in scenario.factions),
        prices=price_rows(link, model.prices, (*path, "prices")),
        audits=tuple(audits),
        access=tuple(
            vocabulary.condition(link, model.access.get(side), (*path, "access", side)) for side in scenario.factions
        ),
        aid=tuple(aid),
    )


def congresses(link: Linker, scenario: Scenario) -> tuple[CongressDef, ...]:
    """Return the congresses."""
    return tuple(_congress(link, scenario, name, model) for name, model in scenario.congresses.items())


def _congress(link: Linker, scenario: Scenario, name: str, model: Congress) -> CongressDef:
    path = ("congresses", name)
    return CongressDef(
        id=name,
        title=text(model.title),
        text=text(model.text),
        note=text(model.note),
        source=model.source or "",
        host=link.faction(model.host, (*path, "host")),
        when=vocabulary.condition(link, model.when, (*path, "when")),
        seats=model.seats,
        wings=tuple(_wing_of(link, scenario, wing, model.host, (*path, "wings", wing), True) for wing in model.wings),
        dues=tuple(model.wings.values()),
        seat=model.seat,
        plans=_plans(link, name, model),
        effects=vocabulary.effects(link, model.effects, (*path, "effects")),
        outcomes=_outcomes(link, name, model),
    )


def _wing_of(link: Linker, scenario: Scenario, name: str, side: str, path: DocPath, at_key: bool = False) -> int:
    """Look up a wing that has to belong to a side, or be able to come to it."""
    wing = link.wing(name, path, at_key=at_key)
    if (
        wing != NOBODY
        and side in scenario.factions
        and side not in (scenario.wings[name].of, scenario.wings[name].goes_to)
    ):
        message = f"`{name}` is a wing of `{scenario.wings[name].of}`, not of `{side}`"
        link.fault("wing-of-another-side", path, message, _wings_of(scenario, side), at_key=at_key)
    return wing


def _wings_of(scenario: Scenario, side: str) -> str:
    """Return what to do about a wing that is not of a side."""
    ours = ", ".join(f"`{name}`" for name, wing in scenario.wings.items() if side in (wing.of, wing.goes_to))
    return f"name one of {ours}" if ours else f"give `{side}` a wing under `wings:`"


def _plans(link: Linker, name: str, model: Congress) -> tuple[Plan, ...]:
    found: list[Plan] = []
    for plan_id, plan in model.plans.items():
        path = ("congresses", name, "plans", plan_id)
        for wing in plan.seats:
            link.sitting(name, wing, (*path, "seats", wing), at_key=True)
        if sum(plan.seats.values()) != model.seats:
            message = f"the seats of plan `{plan_id}` add up to {sum(plan.seats.values())}, not to {model.seats}"
            cure = f"divide all {model.seats} seats of `{name}`; a wing that is not named gets none"
            link.fault("seats-left-over", (*path, "seats"), message, cure, at_key=True)
        seats = tuple(plan.seats.get(wing, 0) for wing in model.wings)
        found.append(Plan(plan_id, text(plan.text), seats, plan.weight, plan.done))
    return tuple(found)


def _outcomes(link: Linker, name: str, model: Congress) -> tuple[Outcome, ...]:
    found: list[Outcome] = []
    seated = list(model.wings)
    for place, outcome in enumerate(model.outcomes):
        path = ("congresses", name, "outcomes", place)
        link.sitting(name, outcome.wing, (*path, "wing"))
        if outcome.at_least is None and outcome.at_most is None:
            cure = "add `at_least:` or `at_most:`; what always follows goes into `effects`"
            link.fault("no-bounds", path, "an outcome depends on how many seats the wing gets", cure)
        low = 0 if outcome.at_least is None else outcome.at_least
        high = model.seats if outcome.at_most is None else outcome.at_most
        effects = vocabulary.effects(link, outcome.effects, (*path, "effects"))
        sits = seated.index(outcome.wing) if outcome.wing in seated else NOBODY
        found.append(Outcome(sits, low, high, effects))
    return tuple(found)


def promises(link: Linker, scenario: Scenario) -> tuple[PromiseDef, ...]:
    """Return what can be promised."""
    found: list[PromiseDef] = []
    for name, model in scenario.promises.items():
        path = ("promises", name)
        faction = link.faction(model.of, (*path, "of"))
        to = tuple(_wing_of(link, scenario, w, model.of, (*path, "to", i)) for i, w in enumerate(model.to))
        when = vocabulary.condition(link, model.when, (*path, "when"))
        kept = vocabulary.condition(link, model.kept, (*path, "kept"))
        found.append(
            PromiseDef(
                id=name,
                name=text(model.name),
                faction=faction,
                wings=to,
                months=model.months,
                kept=kept,
                trust=model.trust,
                honour=model.honour,
                betrayal=model.betrayal,
                deed=text(model.deed),
                when=when,
            )
        )
    return tuple(found)


def mandates(link: Linker, scenario: Scenario) -> tuple[MandateDef, ...]:
    """Return the tasks that wings and patrons can put forward."""
    found: list[MandateDef] = []
    for name, model in scenario.mandates.items():
        path = ("mandates", name)
        if (model.wing is None) == (model.patron is None):
            cure = "a mandate comes from one wing or from one patron"
            link.fault("one-giver", path, "name one of `wing` and `patron`", cure, at_key=True)
        wing = patron = NOBODY
        if model.wing is not None:
            wing = _wing_of(link, scenario, model.wing, model.of, (*path, "wing"))
        faction = link.faction(model.of, (*path, "of")) if model.patron is None else NOBODY
        if model.patron is not None:
            patron = link.patron(model.patron, (*path, "patron"))
            faction = link.client(model.patron, model.of, (*path, "of"))
        found.append(
            MandateDef(
                id=name,
                title=text(model.title),
                text=text(model.text),
                faction=faction,
                wing=wing,
                patron=patron,
                when=vocabulary.condition(link, model.when, (*path, "when")),
                goal=vocabulary.condition(link, model.goal, (*path, "goal")),
                months=model.months,
                reward=vocabulary.effects(link, model.reward, (*path, "reward")),
                grudge=vocabulary.effects(link, model.grudge, (*path, "grudge")),
                deed=text(model.deed),
            )
        )
    return tuple(found)
