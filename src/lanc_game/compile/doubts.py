"""What a scenario says that is likely not meant: it plays, but something in it can never come about."""

from collections.abc import Iterator, Sequence

from lanc_game.compile.linker import Linker
from lanc_game.engine.names import LinkKind
from lanc_game.engine.world import World
from lanc_game.model import effects as m
from lanc_game.model import vocabulary as v
from lanc_game.model.politics import ClauseTerms, ClauseValue
from lanc_game.model.problems import DocPath
from lanc_game.model.scenario import Scenario

FULL_SCORE = 100
MOST_YEARS = 10  # between a window and the calendar; further off, a year is likely mistyped
_OUT_OF_PLAY = ("unborn", "off_map")


def doubt(link: Linker, scenario: Scenario, world: World) -> None:
    """Warn of what can never come about in a scenario that has no errors."""
    _events(link, scenario, world)
    _hazards(link, scenario)
    _factions(link, scenario)
    _politics(link, scenario)
    _scattered(link, world)


def _events(link: Linker, scenario: Scenario, world: World) -> None:
    for name, model in scenario.events.items():
        path = ("events", name)
        if model.window is not None and _years_apart(model.window, world) > MOST_YEARS:
            span = f"`{world.turns[0].label}` to `{world.turns[-1].label}`"
            message = f"`{name}` can never happen: its window lies many years outside the calendar"
            link.warn("never-happens", (*path, "window"), message, f"turns go from {span}")
        elif model.chance == 0 and model.hazard is None and model.scheduled is None:
            message = f"`{name}` can never happen: its chance is 0"
            link.warn(
                "never-happens", (*path, "chance"), message, "`chance` counts thousandths a month; 1000 is certain"
            )
        if model.hazard is not None and "chance" in model.model_fields_set:
            message = f"`chance` plays no part in `{name}`: its chance is the hazard's"
            link.warn("chance-unused", (*path, "chance"), message, "take out `chance` or `hazard`", at_key=True)
        if model.months > 1 and not model.options:
            message = f"`months` plays no part in `{name}`: nobody is asked anything"
            cure = "take it out, or add `choosers` and `options`"
            link.warn("months-unused", (*path, "months"), message, cure, at_key=True)
        if model.when is not None:
            _condition(link, model.when, (*path, "when"))


def _years_apart(window: Sequence[str], world: World) -> int:
    """Return how many years lie between a window and the calendar. A few are no fault: campaigns share their events."""
    first, last = (int(label[:4]) for label in window)
    begins, ends = (int(world.turns[turn].label[:4]) for turn in (0, -1))
    return max(first - ends, begins - last, 0)


def _condition(link: Linker, model: v.Condition, path: DocPath) -> None:
    """Warn of an `any` without parts, which never holds, wherever it stands."""
    match model:
        case v.AnyCondition(any_of=parts):
            if not parts:
                message = "an empty `any` never holds"
                link.warn("never-holds", (*path, "any"), message, "list conditions, or take it out", at_key=True)
            for index, part in enumerate(parts):
                _condition(link, part, (*path, "any", index))
        case v.AllCondition(all_of=parts):
            for index, part in enumerate(parts):
                _condition(link, part, (*path, "all", index))
        case v.NotCondition(negated=part):
            _condition(link, part, (*path, "not"))
        case v.DuringCondition(during=(first, last)):
            if first > last:
                message = "this span of dates ends before it begins, so it never holds"
                link.warn("never-holds", (*path, "during"), message, "put the earlier date first")
        case v.Bounded(at_least=low, at_most=high) if low is not None and high is not None and low > high:
            message = f"no number is at least {low} and at most {high}: this never holds"
            link.warn("never-holds", path, message, "change the bounds, or use `any:` of two conditions")
        case _:
            pass


def _politics(link: Linker, scenario: Scenario) -> None:
    for path, condition in _political_conditions(scenario):
        if condition is not None:
            _condition(link, condition, path)
    for name, congress in scenario.congresses.items():
        for place, outcome in enumerate(congress.outcomes):
            low = 0 if outcome.at_least is None else outcome.at_least
            high = congress.seats if outcome.at_most is None else min(outcome.at_most, congress.seats)
            if low > high:
                message = f"no wing gets at least {low} and at most {high} of the seats: this never holds"
                path = ("congresses", name, "outcomes", place)
                link.warn("never-holds", path, message, f"`{name}` has {congress.seats} seats; change the bounds")


def _political_conditions(scenario: Scenario) -> Iterator[tuple[DocPath, v.Condition | None]]:
    """Yield the conditions of treaties, pulls, congresses and what else is political, each with its place."""
    for name, clause in scenario.clauses.items():
        terms: list[tuple[DocPath, object]] = [(("values", key), value) for key, value in clause.values.items()]
        for at, term in [*terms, (("blank",), clause.blank)]:
            for place, strain in enumerate(term.strains if isinstance(term, ClauseTerms | ClauseValue) else ()):
                yield ("clauses", name, *at, "strains", place, "when"), strain.when
    for name, instrument in scenario.instruments.items():
        yield ("instruments", name, "when"), instrument.when
    for place, friction in enumerate(scenario.frictions):
        yield ("frictions", place, "when"), friction.when
    for name, wing in scenario.wings.items():
        for place, pull in enumerate(wing.pulls):
            yield ("wings", name, "pulls", place, "when"), pull.when
    for name, patron in scenario.patrons.items():
        for place, audit in enumerate(patron.audits):
            yield ("patrons", name, "audits", place, "when"), audit.when
        for side, access in patron.access.items():
            yield ("patrons", name, "access", side), access
    for name, congress in scenario.congresses.items():
        yield ("congresses", name, "when"), congress.when
    for name, promise in scenario.promises.items():
        yield ("promises", name, "when"), promise.when
        yield ("promises", name, "kept"), promise.kept
    for name, mandate in scenario.mandates.items():
        yield ("mandates", name, "when"), mandate.when
        yield ("mandates", name, "goal"), mandate.goal


def _effects(scenario: Scenario) -> Iterator[m.Effect]:
    """Yield every effect that anything in a scenario can have."""
    for event in scenario.events.values():
        yield from event.effects
        for option in event.options.values():
            yield from option.effects
    for clause in scenario.clauses.values():
        for value in (clause.blank, *clause.values.values()):
            if isinstance(value, ClauseTerms | ClauseValue):
                yield from value.monthly
    for instrument in scenario.instruments.values():
        yield from (*instrument.signed, *instrument.ended)
    for wing in scenario.wings.values():
        yield from (*wing.purged, *wing.leaves)
    for congress in scenario.congresses.values():
        yield from congress.effects
        for outcome in congress.outcomes:
            yield from outcome.effects
    for mandate in scenario.mandates.values():
        yield from (*mandate.reward, *mandate.grudge)


def _hazards(link: Linker, scenario: Scenario) -> None:
    pushed = {effect.hazard for effect in _effects(scenario) if isinstance(effect, m.HazardEffect) and effect.by > 0}
    used = {event.hazard for event in scenario.events.values() if event.hazard is not None}
    for name, hazard in scenario.hazards.items():
        rising = any(rise.by > 0 for rise in hazard.rises) or name in pushed
        if hazard.start <= hazard.danger and not rising:
            message = f"hazard `{name}` can never pass its `danger` of {hazard.danger}: nothing raises it"
            link.warn(
                "hazard-still", ("hazards", name), message, "add `rises:`, or let an event add to it", at_key=True
            )
        if name not in used:
            message = f"no event waits for hazard `{name}`"
            cure = f"add an event with `hazard: {name}`, or take the hazard out"
            link.warn("hazard-unused", ("hazards", name), message, cure, at_key=True)


def _factions(link: Linker, scenario: Scenario) -> None:
    armed = {force.faction for force in scenario.start.forces if force.men}
    entering: set[str] = set()
    for effect in _effects(scenario):
        match effect:
            case m.ArriveEffect(arrive=name) | m.GoOverEffect(to=name):
                armed.add(name)
            case m.StatusEffect(set_status=name, to=status) if status not in _OUT_OF_PLAY:
                entering.add(name)
            case _:
                pass
    for wing in scenario.wings.values():
        if wing.goes_to is not None:
            armed.add(wing.goes_to)
            entering.add(wing.goes_to)
    for name, faction in scenario.factions.items():
        path = ("factions", name)
        if faction.status in _OUT_OF_PLAY and name not in entering:
            message = f"`{name}` is {faction.status} at the start and no event brings it into play"
            cure = f"add an event with `{{set_status: {name}, to: active}}`, or take the faction out"
            link.warn("never-enters", path, message, cure, at_key=True)
        elif name not in armed:
            message = f"`{name}` has no men at the start and none ever arrive"
            link.warn("no-men", path, message, "give it men under `start.forces`, or let some `arrive`", at_key=True)
        points = sum(measure.points for measure in faction.verdict.values())
        if faction.verdict and points != FULL_SCORE:
            message = f"the points of `{name}` add up to {points}; verdicts count to {FULL_SCORE}"
            link.warn("points-not-100", (*path, "verdict"), message, "change `points:` so that they do", at_key=True)


def _scattered(link: Linker, world: World) -> None:
    """Warn of regions that nobody can reach by land from the largest piece of the map."""
    left = set(range(len(world.regions)))
    pieces: list[set[int]] = []
    while left:
        edge = [min(left)]
        piece = set(edge)
        while edge:
            for other, way in world.neighbours[edge.pop()]:
                if world.links[way].kind is not LinkKind.SEA and other not in piece:
                    piece.add(other)
                    edge.append(other)
        left -= piece
        pieces.append(piece)
    largest = max(pieces, key=len, default=set())
    for region in sorted(index for piece in pieces if piece is not largest for index in piece):
        name = world.regions[region].id
        message = f"`{name}` cannot be reached by land from most of the map"
        link.warn("not-by-land", ("regions", name), message, "add a road, track or pass under `links`", at_key=True)
