"""Why a figure is what it is: its changes as lines that sum exactly."""

from collections.abc import Sequence

from lanc_game.chronicle.naming import faction_name, name_of, patron_name, region_name, title_of
from lanc_game.engine.facts import Changed
from lanc_game.engine.names import Cause, Figure
from lanc_game.engine.world import World
from lanc_game.language import number, say, signed, tenths

_IN_THOUSANDTHS = (Figure.SYMPATHY, Figure.FEAR)
_Reason = tuple[str, str]  # the cause in words, and the place and the other side that belong to it


def why_sentences(
    world: World,
    changes: Sequence[Changed],
    language: str,
    *,
    opening: int | None = None,
    figure: Figure | None = None,
) -> list[str]:
    """Return a line for each cause of a figure's changes, largest first, and a sum; equal causes are one line.

    With ``opening``, the figure before the first change, the account begins with it and ends with the figure now;
    ``figure`` says which it is, where there may be no change to say so. Sympathy and fear are told in percent. What a
    limit took back is taken off the change that met it, so that nothing is told that did not happen.
    """
    voice = _Voice(language, figure in _IN_THOUSANDTHS or any(c.figure in _IN_THOUSANDTHS for c in changes))
    lines: list[str] = []
    if opening is not None:
        lines.append(voice.line("why_opening", value=voice.amount(opening)))
    wide = len({change.region for change in changes}) > 1
    sums: dict[_Reason, int] = {}
    for change in _netted(changes):
        reason = _reason(world, change, language, wide)
        sums[reason] = sums.get(reason, 0) + change.delta
    told = sorted(((reason, delta) for reason, delta in sums.items() if delta), key=lambda item: -abs(item[1]))
    for (cause, where), delta in told:
        lines.append(voice.line("why_line", delta=voice.change(delta), cause=cause, where=where))
    total = sum(change.delta for change in changes)
    if not told:
        lines.append(voice.line("why_nothing"))
    elif len(told) > 1:
        lines.append(voice.line("why_sum", delta=voice.change(total)))
    if opening is not None:
        lines.append(voice.line("why_close", value=voice.amount(opening + total)))
    return lines


def _netted(changes: Sequence[Changed]) -> list[Changed]:
    """Return changes as far as they moved the figure; a limit is told of right after the change that met it."""
    netted: list[Changed] = []
    for change in changes:
        last = netted[-1] if netted else None
        if change.cause == Cause.LIMIT and last is not None and (last.figure, last.at) == (change.figure, change.at):
            netted[-1] = last._replace(delta=last.delta + change.delta)
        else:
            netted.append(change)
    return netted


def _reason(world: World, change: Changed, language: str, wide: bool) -> _Reason:
    where: list[str] = []
    if wide and change.region >= 0:
        where.append(region_name(world, change.region, language))
    if change.other >= 0:
        where.append(faction_name(world, change.other, language))
    return _cause(world, change, language), ", ".join(where)


def _cause(world: World, change: Changed, language: str) -> str:
    """Return a cause in words: what an effect came from, the scenario's own words, or a word of the rules and its object."""
    if 0 <= change.event < len(world.sources):
        return name_of(world.sources[change.event], language)
    key = Cause(change.cause).name.lower()
    if change.cause == Cause.LIMIT:
        key = "limit_floor" if change.delta > 0 else "limit_ceiling"
    name = _about(world, change, language)
    if name and change.cause == Cause.PULL:
        return name
    return say(language, "cause", f"{key}_of", name=name) if name else say(language, "cause", key)


def _about(world: World, change: Changed, language: str) -> str:
    """Return the name of what a cause is about: a pull, a clause, a congress, a promise, a mandate or a patron."""
    place = change.about
    match change.cause:
        case Cause.PULL:
            texts = [pull.text for pull in world.pulls[place : place + 1]]
        case Cause.CLAUSE | Cause.CLAUSE_DUE | Cause.BLANK_CLAUSE:
            texts = [clause.name for clause in world.clauses[place : place + 1]]
        case Cause.SEATS:
            texts = [congress.title for congress in world.congresses[place : place + 1]]
        case Cause.PROMISED | Cause.PROMISE_KEPT | Cause.PROMISE_BROKEN:
            texts = [promise.name for promise in world.promises[place : place + 1]]
        case Cause.PASSED_OVER:
            texts = [mandate.title for mandate in world.mandates[place : place + 1]]
        case Cause.AID | Cause.APPEALED | Cause.PATRON:
            return patron_name(world, place, language)
        case _:
            texts = []
    return title_of(texts[0], language) if place >= 0 and texts else ""


class _Voice:
    """How one figure is said: its language, and whether it is kept in thousandths and told in percent."""

    def __init__(self, language: str, fine: bool) -> None:
        self.language = language
        self.fine = fine

    def line(self, key: str, **values: str) -> str:
        return say(self.language, "chronicle", key, **values)

    def change(self, delta: int) -> str:
        return tenths(delta, self.language) if self.fine else signed(delta, self.language)

    def amount(self, value: int) -> str:
        return tenths(value, self.language).lstrip("+") if self.fine else number(value, self.language)
