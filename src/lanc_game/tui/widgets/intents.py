"""The pane of known intents: what others are about to do and what is coming, with how it is known; shocks as bars."""

from __future__ import annotations

from rich.text import Text

from lanc_game.chronicle.intents import Intent, hazards, intents_of, offensive
from lanc_game.engine.names import Figure
from lanc_game.language import plain
from lanc_game.tui import glyphs
from lanc_game.tui.glyphs import BAD, FAINT, GOLD, MUTED, PAPER, style
from lanc_game.tui.session import Session

ROOM_FOR_SOURCES = 40  # cells from which a bar has its source beside it
_MARKS = {
    "offensive": ("⚑", BAD),
    "tears": ("!", BAD),
    "truce_wears": ("!", BAD),
    "shots": ("!", BAD),
    "walks": ("!", BAD),
    "wavers": ("!", GOLD),
    "lapses": ("!", GOLD),
    "demand": ("◆", GOLD),
    "letter": ("◆", GOLD),
    "task": ("◔", GOLD),
    "rumour": ("?", MUTED),
}


def intent_lines(session: Session, width: int) -> list[Text]:
    """Return what the viewer can know to be coming, the gravest first, and below it a side's own measures."""
    lines = [_line(session, intent, width) for intent in known(session)]
    view = session.eyes.view
    for index, level in view.meter.items() if view is not None else ():
        name = plain(session.world.meters[index].name.get(session.language))
        shade = glyphs.hue(session.world, session.eyes.faction).bright
        lines.append(_meter(session, name, level, Figure.METER, index, shade, width))
    return lines or [Text(session.word("nothing_coming"), style(MUTED))]


def known(session: Session) -> list[Intent]:
    """Return the intents that the viewer can know: a side's from its view; whoever sees all sees every offensive."""
    world, eyes, language = session.world, session.eyes, session.language
    before = session.table.state_before(eyes.turn - 1).hazard if eyes.turn else ()
    if eyes.view is not None:
        return intents_of(eyes.view, language, before)
    announced = [offensive(world, op, eyes.turn, "", language) for op in eyes.operations()]
    return [*announced, *hazards(world, eyes.hazard, eyes.happened, language, before)]


def _line(session: Session, intent: Intent, width: int) -> Text:
    world = session.world
    if intent.kind == "hazard":
        level, hazard = session.eyes.hazard[intent.about], world.hazards[intent.about]
        shade = BAD if level >= hazard.danger else GOLD
        name = plain(hazard.name.get(session.language))
        return _meter(session, name, level, Figure.HAZARD, intent.about, shade, width, intent.source)
    mark, shade = _MARKS.get(intent.kind, ("", PAPER))
    line = Text(mark, style(shade)) if mark else glyphs.badge(world, intent.side)
    line.append(f" {intent.text}", style(PAPER))
    return line.append(f" · {intent.source}", style(FAINT)) if intent.source else line


def _meter(
    session: Session, name: str, level: int, figure: Figure, at: int, shade: str, width: int, source: str = ""
) -> Text:
    """Return a measure of 0 to 100 as a bar with its last move, and how it is known where there is room."""
    aside = f" · {source}" if source and width >= ROOM_FOR_SOURCES else ""
    room = max(4, min(6 if aside else 16, width // 4))
    names = max(8, width - room - 9 - len(aside))
    line = Text(f"{name if len(name) <= names else name[: names - 1] + '…':<{names}} ", style(PAPER))
    line.append(glyphs.bar(level, 100, room), style(shade, "#20252e")).append(f" {level}", style(shade, bold=True))
    return line.append_text(glyphs.delta(session.changed(figure, at))).append(aside, style(FAINT))
