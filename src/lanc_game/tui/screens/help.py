"""Help: what the keys do here and now, how to read the map, every order in a line, and how a month goes."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.screen import Screen

from lanc_game.engine.names import Verb
from lanc_game.language import TABLES, say
from lanc_game.tui.glyphs import GOLD, MUTED, PAPER, style
from lanc_game.tui.screens.modal import Over
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Sheet
from lanc_game.tui.words import has

_DEALINGS = ("diplomacy", "negotiation", "congress", "desk")
"""Screens where the map and its keys are out of sight."""


class HelpScreen(Over[None]):
    """Help for the pane that has the keys."""

    place = "middle"

    def __init__(self, session: Session, pane: str, screen: Screen[None]) -> None:
        super().__init__(session)
        self.pane = pane
        self._keys = [
            (active.binding.key_display or "", active.binding.key, active.binding.description)
            for active in screen.active_bindings.values()
            if active.enabled
        ]

    def inside(self) -> ComposeResult:
        """Return the page."""
        yield Sheet(id="page")

    def on_mount(self) -> None:
        """Write the page."""
        self.titled(self.session.word("help_title"))
        page = self.query_one("#page", Sheet)
        page.focus()
        self.call_after_refresh(lambda: page.show(self._lines()))

    def _lines(self) -> list[Text]:
        session = self.session
        lines = [
            Text(session.word("help_pane_" + self.pane) if has("help_pane_" + self.pane) else "", style(PAPER)),
            Text(),
        ]
        lines.append(Text(session.word("help_keys"), style(GOLD)))
        seen: dict[str, str] = {}
        for display, key, what in self._keys:
            if has("key_" + what):
                seen.setdefault(what, display or key)
        for what, key in seen.items():
            lines.append(Text(f"  {key:<9}", style(GOLD, bold=True)).append(session.word("key_" + what), style(PAPER)))
        if self.pane in _DEALINGS:
            return lines
        extras = ("help_arrows", "help_modes", "help_panes")
        lines += [Text("  " + session.word(extra), style(MUTED)) for extra in extras]
        lines += [Text(), Text(session.word("help_map"), style(GOLD))]
        lines += [
            Text("  " + session.word(key), style(PAPER)) for key in ("help_map1", "help_map2", "help_map3", "help_map4")
        ]
        lines += [
            Text(),
            Text(session.word("help_month"), style(GOLD)),
            Text("  " + session.word("help_month1"), style(PAPER)),
        ]
        if session.faction >= 0:
            lines += [Text(), Text(session.word("help_orders"), style(GOLD))]
            for verb in Verb:
                if session.world.may[session.faction][verb]:
                    key = verb.name.lower()
                    lines.append(Text("  " + say(session.language, "verb_help", key), style(PAPER)))
                    if key in TABLES["verb_detail"]:
                        lines.append(Text("      " + say(session.language, "verb_detail", key), style(MUTED)))
        return lines
