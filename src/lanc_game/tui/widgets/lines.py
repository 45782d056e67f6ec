"""The board's two single lines: the header with a side's means, and the keys that do something now."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input

from lanc_game.engine.names import Figure
from lanc_game.language import number, plain
from lanc_game.tui import glyphs
from lanc_game.tui.glyphs import FAINT, GOLD, MUTED, PAPER, style
from lanc_game.tui.session import Session


class OneLine(Widget):
    """A line of text."""

    def __init__(self, text: Text | None = None, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._text = text or Text()

    def show(self, text: Text) -> None:
        """Show another text."""
        self._text = text
        self.refresh()

    @property
    def plain(self) -> str:
        """What is written."""
        return self._text.plain

    def render(self) -> Text:
        """Return the line, cut where the room ends."""
        text = self._text.copy()
        text.truncate(max(1, self.size.width), overflow="ellipsis")
        text.no_wrap = True
        return text


def header(session: Session, width: int) -> Text:
    """Return the board's first line: who, when, with what."""
    world, eyes = session.world, session.eyes
    who = Text(" ")
    if eyes.faction >= 0:
        faction = world.factions[eyes.faction]
        named = faction.name if width >= 118 else faction.short
        who.append_text(glyphs.badge(world, eyes.faction))
        who.append(f" {plain(named.get(session.language))}", style(glyphs.hue(world, eyes.faction).bright, bold=True))
    else:
        who.append(session.word("everything"), style(GOLD, bold=True))
    number_of = f"{session.word(world.turns[0].step)} {min(eyes.turn + 1, len(world.turns))}/{len(world.turns)}"
    when = Text(f"{session.month()}", style(PAPER, bold=True))
    when.append(f" · {number_of}" if width >= 76 else "", style(MUTED))
    means = _means(session, width)
    spare = width - who.cell_len - when.cell_len - means.cell_len - 1
    if spare < 2:
        when = Text(session.month(), style(PAPER, bold=True))
        spare = width - who.cell_len - when.cell_len - means.cell_len - 1
    if spare < 2:
        return Text.assemble(who, " ", when, " ", means)
    left = spare // 2
    return Text.assemble(who, " " * left, when, " " * (spare - left), means, " ")


def _means(session: Session, width: int) -> Text:
    view = session.eyes.view
    if view is None:
        return Text()
    wide = width >= 118
    text = Text()
    if session.plays:
        used, free = session.cadres()
        text.append(f"{session.word('cadres')} ", style(MUTED))
        text.append("●" * used, style(GOLD))
        text.append("○" * (free - used), style(PAPER))
        text.append("  ")
    language = session.language
    for figure, key, value in (
        (Figure.ARMS, "arms", view.arms),
        (Figure.SUPPLIES, "supplies", view.supplies),
        (Figure.STANDING, "standing", view.standing[view.faction]),
    ):
        label = session.word(key) if wide else session.word(key)[:3]
        text.append(f"{label} ", style(MUTED)).append(number(value, language), style(PAPER, bold=True))
        if wide or figure is Figure.STANDING:
            text.append_text(glyphs.delta(session.changed(figure, view.faction)))
        text.append("  " if wide else " ")
    text.rstrip()
    return text


_UNTYPED = ("tab", "escape", "enter", "up", "down", "f1")


class KeyBar(Widget):
    """The keys that do something now, most wanted first, as many as there is room for; they can be clicked."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.shown: list[tuple[str, str]] = []
        self._spans: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Follow the keys as focus and modes change."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def _keys(self) -> list[Binding]:
        active = self.screen.active_bindings.values()
        bindings = [a.binding for a in active if a.enabled and a.binding.show and a.binding.description]
        if isinstance(self.screen.focused, Input):  # it takes what can be typed
            bindings = [b for b in bindings if "+" in b.key or b.key in _UNTYPED or b.key[1:].isdigit()]
        order = getattr(self.screen, "KEY_ORDER", ())
        rank = {description: index for index, description in enumerate(order)}
        unique = list({binding.description: binding for binding in reversed(bindings)}.values())[::-1]
        return sorted(unique, key=lambda binding: rank.get(binding.description, 50))

    def render(self) -> Text:
        """Return the line of keys."""
        text = Text(" ")
        self.shown, self._spans = [], []
        words = getattr(self.screen, "key_words", None)
        for binding in self._keys():
            key = binding.key_display or self.app.get_key_display(binding)
            what = words(binding.description) if callable(words) else binding.description
            piece = f"{key} {what}"
            if text.cell_len + len(piece) + 2 > self.size.width:
                continue
            start = text.cell_len
            text.append(key, style(GOLD, bold=True)).append(f" {what}", style(MUTED))
            self._spans.append((start, text.cell_len, binding.key))
            self.shown.append((binding.key, what))
            text.append("  ", style(FAINT))
        text.no_wrap = True
        return text

    def on_click(self, event: events.Click) -> None:
        """Do what the clicked key does."""
        for start, end, key in self._spans:
            if start <= event.x < end:
                self.app.simulate_key(key)
                return
