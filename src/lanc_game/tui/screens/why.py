"""Why a figure is what it is: an opening, what moved it, a close that adds up."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from lanc_game.chronicle import why_sentences
from lanc_game.engine.names import Figure
from lanc_game.engine.state import FIGURE_LISTS
from lanc_game.language import number, plain, say
from lanc_game.tui.dealings.entry import Asked
from lanc_game.tui.eyes import UNKNOWN
from lanc_game.tui.glyphs import FAINT, GOLD, MUTED, PAPER, style
from lanc_game.tui.screens.modal import Over
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Browse, Choices, Item, Sheet

MONTHS = 6


def figures(session: Session) -> tuple[list[Asked], list[Asked]]:
    """Return the side's figures and the selected region's, as far as the viewer may know why they moved."""
    world, eyes, language, state = session.world, session.eyes, session.language, session.state
    own: list[Asked] = []
    if eyes.faction >= 0:
        for figure in (Figure.CADRES, Figure.ARMS, Figure.SUPPLIES, Figure.STANDING, Figure.OUTPUT):
            value = state.figure(figure)[eyes.faction]
            if figure is not Figure.OUTPUT or value:
                own.append(
                    Asked(figure, eyes.faction, say(language, "figure", figure.name.lower()), number(value, language))
                )
        for index, meter in enumerate(world.meters):
            if meter.faction == eyes.faction:
                own.append(Asked(Figure.METER, index, plain(meter.name.get(language)), str(state.meter[index])))
    for index, hazard in enumerate(world.hazards):
        own.append(Asked(Figure.HAZARD, index, plain(hazard.name.get(language)), str(state.hazard[index])))
    there: list[Asked] = []
    region = session.region
    if eyes.age(region) == 0 and eyes.fear(region) != UNKNOWN:
        sides = eyes.movements() if eyes.all_seeing else [f for f in world.movements if f == eyes.faction]
        for faction in sides:
            at = region * len(world.factions) + faction
            whose = f" {session.short(faction)}"
            share = f"{state.sympathy[at] // 10} %"
            there.append(Asked(Figure.SYMPATHY, at, say(language, "figure", "sympathy") + whose, share))
            there.append(Asked(Figure.COUNCIL, at, say(language, "figure", "council") + whose, str(state.council[at])))
        there.append(Asked(Figure.FEAR, region, say(language, "figure", "fear"), f"{state.fear[region] // 10} %"))
    there.append(Asked(Figure.FEUDS, region, say(language, "figure", "feuds"), str(state.feuds[region])))
    return own, there


def dealing_figures(session: Session) -> list[Asked]:
    """Return what can be asked of a side's dealings: its wings, its patrons, its strain with others."""
    from lanc_game.tui.dealings import houses, powers, relations

    if session.eyes.faction < 0:
        return []
    lists = (houses.entries, powers.entries, relations.entries)
    return [asked for entries in lists for entry in entries(session, 60) for asked in entry.asked if asked.value != "0"]


class WhyScreen(Over[None]):
    """Figures on the left, reasons on the right."""

    def __init__(self, session: Session, asked: Sequence[Asked] = ()) -> None:
        super().__init__(session)
        self._given = list(asked)
        self._asked: list[Asked | None] = []

    def inside(self) -> ComposeResult:
        """Return the figures and the account."""
        with Horizontal(id="columns"):
            yield Browse(id="figures")
            yield Sheet(id="account")

    def on_mount(self) -> None:
        """List the figures."""
        session = self.session
        self.titled(session.word("why_title"))
        own, there = figures(session)
        items: list[Item] = []
        groups = ((session.word("why_own"), own), (session.name(session.region), there))
        dealings = (session.word("why_dealings"), dealing_figures(session))
        for name, group in [("", self._given)] if self._given else [*groups, dealings]:
            if not group:
                continue
            if name:
                items.append(Item((Text(name, style(GOLD)),), heading=True))
                self._asked.append(None)
            for asked in group:
                line = Text(f"{clipped(asked.name, 24):<24} ", style(PAPER)).append(
                    f"{asked.value:>6}", style(PAPER, bold=True)
                )
                items.append(Item((line,)))
                self._asked.append(asked)
        choices = self.query_one("#figures", Choices)
        choices.offer(items)
        choices.focus()
        self.call_after_refresh(self._account, choices.cursor)

    @on(Choices.Moved, "#figures")
    def moved(self, event: Choices.Moved) -> None:
        """Tell why."""
        self._account(event.index)

    def _account(self, index: int) -> None:
        asked = self._asked[index] if 0 <= index < len(self._asked) else None
        if asked is not None:
            self.query_one("#account", Sheet).show(account(self.session, asked))


def clipped(text: str, most: int) -> str:
    """Return a text cut to a length, with a sign that it was cut."""
    return text if len(text) <= most else text[: most - 1] + "…"


def account(session: Session, asked: Asked) -> list[Text]:
    """Return the account of a figure: month by month, newest first, each adding up."""
    turns = session.table.turns[: session.eyes.turn]
    lines = [Text(f"{asked.name}: {asked.value}", style(PAPER, bold=True)), Text()]
    if not turns:
        return [*lines, Text(session.word("why_start"), style(MUTED))]
    for index in range(len(turns) - 1, max(-1, len(turns) - 1 - MONTHS), -1):
        before = session.table.state_before(index)
        changes = session.changes(asked.figure, asked.at, index)
        lines.append(Text(session.month(index), style(GOLD)))
        opening = int(getattr(before, FIGURE_LISTS[asked.figure])[asked.at])
        told = why_sentences(session.world, changes, session.language, opening=opening, figure=asked.figure)
        lines += [Text(f"  {line}", style(PAPER if changes else FAINT)) for line in told]
        lines.append(Text())
    return lines
