"""What really happened: dates that are real, turns beside which they are told, and what of the scenario they belong to."""

from collections.abc import Sequence
from difflib import get_close_matches

from lanc_game.compile.linker import Linker, text
from lanc_game.engine.history import BattleDef, HistoryDef, month_of
from lanc_game.engine.texts import Text
from lanc_game.engine.world import NOBODY
from lanc_game.language import terms
from lanc_game.model.history import Battle, HistoryEntry
from lanc_game.model.scenario import Leader, Scenario

_EN, _SQ = 0, 1
_SLIP = 0.85  # how alike a slip of the pen is to what was meant; what is less alike is another name


def history(link: Linker, scenario: Scenario, fought: Sequence[BattleDef]) -> tuple[HistoryDef, ...]:
    """Return the real events in the order of their dates."""
    things = _things(link, fought)
    written = sorted(scenario.history.items(), key=lambda item: item[1].date)
    return tuple(_entry(link, name, model, things) for name, model in written)


def battles(link: Linker, scenario: Scenario) -> tuple[BattleDef, ...]:
    """Return the battles of history in the order of their dates."""
    return tuple(
        _battle(link, name, model) for name, model in sorted(scenario.battles.items(), key=lambda item: item[1].date)
    )


def wing_of(link: Linker, scenario: Scenario, name: str, model: Leader) -> int:
    """Return the wing of a leader, which must be one of his side's or able to become one; NOBODY for none."""
    if model.wing is None:
        return NOBODY
    path = ("leaders", name, "wing")
    wing = link.wing(model.wing, path)
    if wing != NOBODY and model.faction not in (scenario.wings[model.wing].of, scenario.wings[model.wing].goes_to):
        own = [key for key, other in scenario.wings.items() if model.faction in (other.of, other.goes_to)]
        message = f"`{model.wing}` is a wing of `{scenario.wings[model.wing].of}`, not of `{model.faction}`"
        cure = f"name one of {', '.join(f'`{key}`' for key in own)}" if own else "take `wing` out: that side has none"
        link.fault("wing-of-another-side", path, message, cure)
    return wing


def _things(link: Linker, fought: Sequence[BattleDef]) -> dict[str, tuple[str, int]]:
    """Return what history can be the history of, by name: its kind and its index."""
    tables = (
        ("battle", {battle.id: index for index, battle in enumerate(fought)}),
        ("treaty", link.instruments),
        ("congress", link.congresses),
        ("event", link.events),
    )
    return {name: (kind, index) for kind, table in tables for name, index in table.items()}


def _entry(link: Linker, name: str, model: HistoryEntry, things: dict[str, tuple[str, int]]) -> HistoryDef:
    path = ("history", name)
    known = link.is_real(model.date, (*path, "date"))
    kind, of = things.get(model.of or "", ("", NOBODY))
    for near in get_close_matches(model.of or "", things, 1, _SLIP) if not kind else ():  # others are other campaigns'
        message = f"no event, congress, treaty or battle is called `{model.of}`"
        link.warn("history-of-nothing", (*path, "of"), message, f"did you mean `{near}`?")
    return HistoryDef(
        name,
        _said(model.date) if known else Text(model.date),
        _turn(link, model.date),
        text(model.text),
        model.source,
        text(model.dispute),
        kind,
        of,
    )


def _battle(link: Linker, name: str, model: Battle) -> BattleDef:
    path = ("battles", name)
    real = [link.is_real(label, (*path, "date", place)) for place, label in enumerate(model.date)]
    first, last = model.date[0], model.date[-1]
    if first[: len(last)] > last[: len(first)]:
        message = f"`{name}` ends on `{last}`, before it begins on `{first}`"
        link.fault("date-order", (*path, "date"), message, "put the earlier date first")
    a, b = (
        tuple(link.faction(side, (*path, "between", group, place)) for place, side in enumerate(sides))
        for group, sides in enumerate(model.between)
    )
    for side in model.between[0]:
        if side in model.between[1]:
            message = f"`{side}` cannot fight a battle with itself"
            link.fault("relation-with-itself", (*path, "between"), message, "name a faction on one side only")
    return BattleDef(
        name,
        text(model.title),
        link.place(model.where, (*path, "in")),
        (a, b),
        _span(first, last) if all(real) else Text(first),
        (month_of(first), month_of(last)),
        model.kind,
        text(model.note),
        model.source,
        model.confidence,
    )


def _turn(link: Linker, label: str) -> int:
    """Return the turn in which a date falls: its month among months, the last of its days among days; else -1."""
    if not link.labels:
        return NOBODY
    like = label[: len(link.labels[0])]
    return max((turn for turn, known in enumerate(link.labels) if known.startswith(like)), default=NOBODY)


def _said(label: str, *, month: bool = True, year: bool = True) -> Text:
    """Return a date as people write it, in part where the rest follows from what comes after."""
    return Text(_in_words(label, _EN, month, year), _in_words(label, _SQ, month, year))


def _in_words(label: str, language: int, month: bool, year: bool) -> str:
    y, m, *days = label.split("-")
    parts = [str(int(days[0]))] if days else []
    parts += [terms.MONTHS[str(int(m))][language]] if month or not days else []
    return " ".join([*parts, y] if year else parts)


def _span(first: str, last: str) -> Text:
    """Return a span of dates as people write it.

    >>> _span("1942-12-28", "1943-01-04").en, _span("1944-05-05", "1944-05-09").en, _span("1944-05", "1944-05").en
    ('28 December 1942 – 4 January 1943', '5–9 May 1944', 'May 1944')
    """
    if first == last:
        return _said(first)
    end = _said(last)
    days = len(first) == len(last) == len("1942-12-28")
    begin = _said(first, month=not (days and first[:7] == last[:7]), year=first[:4] != last[:4])
    dash = "–" if begin.en.isdigit() else " – "
    return Text(f"{begin.en}{dash}{end.en}", f"{begin.sq}{dash}{end.sq}")
