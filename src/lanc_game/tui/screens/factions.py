"""The sides: who they are, how they stand to us and to each other, what is known of their strength."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from lanc_game.engine.names import FactionKind, Figure, Relation, Status
from lanc_game.language import capital, number, plain, say
from lanc_game.tui import glyphs
from lanc_game.tui.glyphs import BAD, FAINT, GOLD, GOOD, MUTED, PAPER, style
from lanc_game.tui.screens.modal import Over
from lanc_game.tui.widgets.sheet import Sheet

_SIGNS = {Relation.WAR: ("×", BAD), Relation.HOSTILE: ("!", "#ffb067"), Relation.TRUCE: ("~", PAPER),
          Relation.ALLIED: ("=", GOOD)}  # fmt: skip


class FactionsScreen(Over[None]):
    """A page on the sides."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f", "close", "close", show=False)]
    place = "whole"

    def inside(self) -> ComposeResult:
        """Return the page."""
        yield Sheet(id="sides")

    def on_mount(self) -> None:
        """Write the page."""
        self.titled(self.session.word("sides_title"))
        self.query_one("#sides", Sheet).focus()
        self.call_after_refresh(lambda: self.query_one("#sides", Sheet).show([*self._matrix(), Text(), *self._sides()]))

    def _matrix(self) -> list[Text]:
        session, world, eyes = self.session, self.session.world, self.session.eyes
        shown = [f for f in range(len(world.factions)) if eyes.in_play(f)]
        lines = [Text(session.word("relations"), style(GOLD))]
        head = Text(" " * 16)
        for faction in shown:
            head.append_text(glyphs.badge(world, faction)).append("  ")
        lines.append(head)
        for one in shown:
            line = Text(" ").append_text(glyphs.badge(world, one))
            line.append(f" {session.short(one)[:12]:<13}", style(glyphs.hue(world, one).bright))
            for other in shown:
                sign, shade = ("·", FAINT) if one == other else _SIGNS[Relation(eyes.relation(one, other))]
                line.append(f"{sign}  ", style(shade, bold=True))
            lines.append(line)
        key = Text("  ")
        for relation, (sign, shade) in _SIGNS.items():
            key.append(f"{sign} ", style(shade, bold=True))
            key.append(say(session.language, "relation", relation.name.lower()) + "   ", style(MUTED))
        return [*lines, key]

    def _sides(self) -> list[Text]:
        session, world, eyes = self.session, self.session.world, self.session.eyes
        lines: list[Text] = []
        for index, faction in enumerate(world.factions):
            status = Status(eyes.status[index])
            if status is Status.UNBORN:
                continue
            line = glyphs.badge(world, index)
            line.append(
                f" {plain(faction.name.get(session.language))}", style(glyphs.hue(world, index).bright, bold=True)
            )
            kind = say(session.language, "kind", FactionKind(faction.kind).name.lower())
            line.append(f"  {kind}, {say(session.language, 'status', status.name.lower())}", style(MUTED))
            if eyes.faction >= 0 and index != eyes.faction:
                sign, shade = _SIGNS[Relation(eyes.relation(eyes.faction, index))]
                said = say(session.language, "relation", Relation(eyes.relation(eyes.faction, index)).name.lower())
                line.append(f"  {sign} {capital(said)}", style(shade))
            lines.append(line)
            lines.append(self._numbers(index))
            blurb = plain(faction.blurb.get(session.language))
            if blurb:
                lines.append(Text(f"  {blurb}", style(FAINT)))
            lines.append(Text())
        return lines

    def _numbers(self, index: int) -> Text:
        session, world, eyes = self.session, self.session.world, self.session.eyes
        regions = range(len(world.regions))
        men = sum(f.men for region in regions for f in eyes.forces(region) if f.faction == index)
        towns = sum(eyes.town[region] == index for region in regions)
        country = sum(eyes.country[region] == index for region in regions)
        known = "" if eyes.all_seeing or index == eyes.faction else "~"
        line = Text("  ")
        for key, value in (
            ("men_known", known + number(men, session.language)), ("towns", str(towns)), ("country", str(country)),
        ):  # fmt: skip
            line.append(f"{session.word(key)} ", style(MUTED)).append(f"{value}   ", style(PAPER, bold=True))
        line.append(f"{session.word('standing')} ", style(MUTED)).append(
            str(eyes.standing[index]), style(PAPER, bold=True)
        )
        return line.append_text(glyphs.delta(session.changed(Figure.STANDING, index)))
