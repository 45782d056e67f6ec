"""Rows of facts linked to a world: what is read from the positions of a game, and the bounds that it is held against."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from lanc_game.compile import vocabulary
from lanc_game.compile.linker import Linker
from lanc_game.engine.conditions import Condition, Number
from lanc_game.engine.world import NOBODY, World
from lanc_game.model import facts as m
from lanc_game.model.problems import DocPath
from lanc_game.model.vocabulary import Number as NumberModel

MONTH_LENGTH = len("1943-08")


class Kind(StrEnum):
    """What kind of thing a row reads."""

    MONTH = "month"
    NUMBER = "number"
    PEAK = "peak"
    FALLS = "falls"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What should come of a row. Dates are turns: ``low`` the first and ``high`` the last that will do."""

    target: Fraction
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Row:
    """What is read from a game. Turns are indexes; ``after`` is the last turn that does not count, or -1."""

    kind: Kind
    text: str
    when: Condition = vocabulary.NEVER
    for_good: bool = False
    numbers: tuple[Number, ...] = ()
    over: tuple[Number, ...] = ()
    divisor: int = 1
    at: int = NOBODY
    over_at: int = NOBODY
    below: int = 0
    after: int = NOBODY
    only_if: Condition = vocabulary.ALWAYS

    @property
    def dated(self) -> bool:
        """Whether it gives a date (a turn) rather than a number."""
        return self.kind in (Kind.MONTH, Kind.FALLS)


def linker_of(world: World) -> Linker:
    """Return a linker that knows a world's names, for linking what is not written in its scenario."""
    link = Linker()
    link.regions = dict(world.region_index)
    zones: dict[str, list[int]] = {}
    for index, region in enumerate(world.regions):
        for zone in region.zones:
            zones.setdefault(zone, []).append(index)
    link.zones = {zone: tuple(members) for zone, members in zones.items()}
    link.factions = dict(world.faction_index)
    link.units = {unit.id: index for index, unit in enumerate(world.units)}
    link.slots = [{world.units[u].id: slot for slot, u in enumerate(faction.units)} for faction in world.factions]
    link.events = {event.id: index for index, event in enumerate(world.events)}
    link.options = {event.id: {o.id: index for index, o in enumerate(event.options)} for event in world.events}
    link.hazards = {hazard.id: index for index, hazard in enumerate(world.hazards)}
    link.meters = {meter.id: index for index, meter in enumerate(world.meters)}
    link.leaders = {leader.id: index for index, leader in enumerate(world.leaders)}
    link.labels = [turn.label for turn in world.turns]
    link.turns = {label: index for index, label in enumerate(link.labels)}
    _know_politics(link, world)
    return link


def _know_politics(link: Linker, world: World) -> None:
    names = [faction.id for faction in world.factions]
    link.clauses = {clause.id: index for index, clause in enumerate(world.clauses)}
    for clause in world.clauses:
        link.values[clause.id] = {value: index for index, value in enumerate((*clause.values, "blank"))}
    link.instruments = {treaty.id: index for index, treaty in enumerate(world.instruments)}
    link.parties = {treaty.id: [names[side] for side in treaty.parties] for treaty in world.instruments}
    link.settled = {treaty.id: [world.clauses[c].id for c in treaty.clauses] for treaty in world.instruments}
    link.wings = {wing.id: index for index, wing in enumerate(world.wings)}
    link.patrons = {patron.id: index for index, patron in enumerate(world.patrons)}
    link.dealings = {
        patron.id: [name for name, regard in zip(names, patron.regard, strict=True) if regard >= 0]
        for patron in world.patrons
    }
    link.congresses = {congress.id: index for index, congress in enumerate(world.congresses)}
    link.seated = {congress.id: [world.wings[w].id for w in congress.wings] for congress in world.congresses}


def turns_of(link: Linker, label: str, path: DocPath) -> range | None:
    """Return the turns that a date means: in a calendar of days a month is all its days, in one of months a day its month.

    Reports a date that is not real or lies outside the calendar, and returns None.
    """
    if not link.is_real(label, path):
        return None
    month = label[:MONTH_LENGTH]
    wanted = label if link.labels and len(link.labels[0]) >= len(label) else month
    found = [index for index, known in enumerate(link.labels) if known.startswith(wanted)]
    if found:
        return range(found[0], found[-1] + 1)
    link.fault(
        "date-out-of-range", path, f"`{label}` is outside the calendar of this campaign",
        f"its turns go from `{link.labels[0]}` to `{link.labels[-1]}`",
    )  # fmt: skip
    return None


def last_turn(link: Linker, label: str | None, path: DocPath) -> int:
    """Return the last turn that a date means, and the last of all where none is given or the date means none."""
    turns = None if label is None else turns_of(link, label, path)
    return len(link.labels) - 1 if turns is None else turns[-1]


def row_of(link: Linker, model: m.Row, path: DocPath) -> Row:
    """Link a row; what is wrong with it is left with the linker."""
    only_if = vocabulary.condition(link, model.only_if, (*path, "only_if"))
    text = model.text or ""
    match model:
        case m.MonthRow():
            when = vocabulary.condition(link, model.month, (*path, "month"))
            return Row(Kind.MONTH, text, when, model.for_good, after=_after(link, model.after, path), only_if=only_if)
        case m.NumberRow():
            return _number_row(link, model, path, only_if)
        case m.PeakRow():
            return Row(Kind.PEAK, text, numbers=_sum(link, model.peak, (*path, "peak")), only_if=only_if)
        case m.FallsRow():
            return Row(
                Kind.FALLS, text, numbers=_sum(link, model.falls, (*path, "falls")), below=model.below,
                after=_after(link, model.after, path), only_if=only_if,
            )  # fmt: skip


def _number_row(link: Linker, model: m.NumberRow, path: DocPath, only_if: Condition) -> Row:
    at = last_turn(link, model.at, (*path, "at"))
    over: tuple[Number, ...] = ()
    divisor = 1
    if isinstance(model.over, int):
        divisor = model.over
    elif model.over is not None:
        over = _sum(link, model.over, (*path, "over"))
    if model.over_at is not None and not over:
        message = "`over_at` is the date of the number in `over`, and there is none"
        link.fault("missing-key", (*path, "over_at"), message, "add `over:` with a number, or take `over_at` out")
    return Row(
        Kind.NUMBER, model.text or "", numbers=_sum(link, model.number, (*path, "number")), over=over, divisor=divisor,
        at=at, over_at=at if model.over_at is None else last_turn(link, model.over_at, (*path, "over_at")),
        only_if=only_if,
    )  # fmt: skip


def _after(link: Linker, label: str | None, path: DocPath) -> int:
    return NOBODY if label is None else last_turn(link, label, (*path, "after"))


def _sum(link: Linker, model: NumberModel | list[NumberModel], path: DocPath) -> tuple[Number, ...]:
    if isinstance(model, list):
        return tuple(vocabulary.number(link, part, (*path, index)) for index, part in enumerate(model))
    return (vocabulary.number(link, model, path),)


def bounds_of(link: Linker, model: m.Row, row: Row, path: DocPath) -> Bounds:
    """Return what should come of a row. Reports what is missing, of the wrong kind, or upside down."""
    found: dict[str, Fraction] = {}
    for name, text in (("target", model.target), ("low", model.low), ("high", model.high)):
        if text is None:
            message = f"this row has no `{name}`: it could never be held against anything"
            link.fault("missing-key", (*path, name), message, f"add `{name}: ...`")
            continue
        value = _bound(link, row, text, (*path, name), last=name == "high")
        if value is not None:
            found[name] = value
    if len(found) < len(Bounds.__slots__):
        return Bounds(Fraction(0), Fraction(0), Fraction(0))
    bounds = Bounds(**found)
    if bounds.low > bounds.high:
        message = f"nothing can lie between {model.low} and {model.high}"
        link.fault("out-of-range", (*path, "low"), message, "write the lower bound under `low`")
    return bounds


def _bound(link: Linker, row: Row, text: str, path: DocPath, *, last: bool) -> Fraction | None:
    value = m.amount(text)
    if isinstance(value, str) != row.dated:
        wanted = "a date like `1943-08`" if row.dated else "a number like `0.7`"
        link.fault("wrong-form", path, f"`{text}` is not what a `{row.kind}` row gives", f"write {wanted}")
        return None
    if isinstance(value, Fraction):
        return value
    turns = turns_of(link, value, path)
    return None if turns is None else Fraction(turns[-1] if last else turns[0])
