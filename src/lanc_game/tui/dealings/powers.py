"""Patrons: how they regard us, whether they can reach us, what they send and from which regard on, what they ask and count."""

from __future__ import annotations

from rich.text import Text

from lanc_game.chronicle.naming import name_of, title_of
from lanc_game.engine.names import Figure, Verb
from lanc_game.engine.orders import Order
from lanc_game.language import capital, plain, say, signed
from lanc_game.tui import glyphs
from lanc_game.tui.dealings.entry import (
    TROUGH,
    Asked,
    Entry,
    Orders,
    gap,
    heading,
    line,
    moved,
    movements,
    shade_of,
    title,
)
from lanc_game.tui.dealings.houses import wants
from lanc_game.tui.eyes import UNKNOWN
from lanc_game.tui.glyphs import BAD, FAINT, GOLD, GOOD, MUTED, PAPER, style
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Item


def entries(session: Session, width: int) -> list[Entry]:
    """Return the patrons that deal with us; to an eye that sees everything, all their dealings."""
    eyes, world = session.eyes, session.world
    sides = [eyes.faction] if eyes.faction >= 0 else [f for f in range(len(world.factions)) if eyes.in_play(f)]
    found: list[Entry] = []
    for faction in sides:
        dealt = [p for p in range(len(world.patrons)) if eyes.regard(p, faction) != UNKNOWN]
        if not dealt:
            continue
        if found:
            found.append(gap())
        if eyes.all_seeing:
            head = glyphs.badge(world, faction)
            head.append(f" {session.short(faction)}", style(glyphs.hue(world, faction).bright, bold=True))
            found.append(Entry(Item((head,), heading=True)))
        found += [_patron(session, patron, faction, width) for patron in dealt]
    return found or [heading(session.word("no_patrons"))]


def _patron(session: Session, patron: int, faction: int, width: int) -> Entry:
    eyes, world, language = session.eyes, session.world, session.language
    name, regard = name_of(world.patrons[patron].name, language), eyes.regard(patron, faction)
    text = Text(name, style(PAPER, bold=True))
    if not eyes.access(patron, faction):
        text.append(f"  × {session.word('no_access')}", style(BAD))
    asks = [offer for offer in demands(session) if world.events[offer[0]].patron == patron]
    if asks:
        text.append(f"  ◆ {session.word('asks')}", style(GOLD, bold=True))
    bar = Text(f"  {session.word('regard')} ", style(MUTED))
    bar.append_text(_marked(session, patron, faction, max(10, min(30, width - 24))))
    bar.append(f" {regard}", style(shade_of(100 - regard, 50, 65), bold=True))
    at = patron * len(world.factions) + faction
    bar.append_text(moved(session.changed(Figure.REGARD, at)))
    aid = Text(f"  {_aid_now(session, patron, faction)}", style(MUTED))
    asked = (Asked(Figure.REGARD, at, f"{capital(say(language, 'figure', 'regard'))} · {name}", str(regard)),)
    deed = Orders(name, (Order(Verb.APPEAL, (patron,)), *_replies(session, patron))) if session.acts else None
    return Entry(Item((text, bar, aid)), lambda: _page(session, patron, faction), asked, deed)


def _marked(session: Session, patron: int, faction: int, room: int) -> Text:
    """Return a bar of regard with a stroke at each threshold of aid."""
    regard = session.eyes.regard(patron, faction)
    drawn = glyphs.bar(regard, 100, room)
    marks = {aid.regard * room // 100 for aid in session.world.patrons[patron].aid if aid.faction == faction}
    shade = shade_of(100 - regard, 50, 65)
    text = Text()
    for cell, sign in enumerate(drawn):
        if cell in marks:
            text.append(
                "┃" if sign == "█" else "│",
                style(GOLD if sign != "█" else glyphs.INK, shade if sign == "█" else TROUGH),
            )
        else:
            text.append(sign, style(shade, TROUGH))
    return text


def _aid_now(session: Session, patron: int, faction: int) -> str:
    sums: dict[Figure, int] = {}
    regard = session.eyes.regard(patron, faction)
    for aid in session.world.patrons[patron].aid:
        if aid.faction == faction and regard >= aid.regard:
            sums[aid.figure] = sums.get(aid.figure, 0) + aid.by
    if not sums or not session.eyes.access(patron, faction):
        return session.word("sends_nothing")
    told = ", ".join(
        f"{say(session.language, 'figure', f.name.lower())} {signed(by, session.language)}" for f, by in sums.items()
    )
    return f"{session.word('sends')} {told}"


def demands(session: Session) -> list[tuple[int, int]]:
    """Return the demands that lie on our desk, with the turn by which they want an answer."""
    view = session.eyes.view
    offers = view.offers if view is not None else ()
    return [(offer.event, offer.due) for offer in offers if session.world.events[offer.event].patron >= 0]


def _replies(session: Session, patron: int) -> list[Order]:
    return [
        Order(Verb.REPLY, (event, option))
        for event, _ in demands(session)
        if session.world.events[event].patron == patron
        for option in range(len(session.world.events[event].options))
    ]


def _page(session: Session, patron: int, faction: int) -> list[Text]:
    world, language, eyes = session.world, session.language, session.eyes
    definition, regard = world.patrons[patron], session.eyes.regard(patron, faction)
    lines = [Text(name_of(definition.name, language), style(PAPER, bold=True))]
    open_ = eyes.access(patron, faction)
    lines.append(line(session.word("access" if open_ else "no_access_help"), GOOD if open_ else BAD))
    for event, due in demands(session):
        if world.events[event].patron == patron:
            lines += [Text(), title(session.word("asks_by").format(when=session.month(due)))]
            lines.append(line(title_of(world.events[event].title, language)))
            lines.append(line(name_of(world.events[event].text, language), MUTED))
    lines += [Text(), title(session.word("gives_monthly"))]
    for aid in sorted((aid for aid in definition.aid if aid.faction == faction), key=lambda aid: aid.regard):
        has = regard >= aid.regard
        text = Text("  ✓ " if has else "  · ", style(GOOD if has else FAINT, bold=has))
        told = f"{say(language, 'figure', aid.figure.name.lower())} {signed(aid.by, language)}"
        text.append(told, style(PAPER if has else MUTED))
        lines.append(text.append(f"  {session.word('from_regard').format(n=aid.regard)}", style(MUTED)))
    lines += [Text(), title(session.word("what_moved_regard"))]
    lines += movements(session, Figure.REGARD, patron * len(world.factions) + faction)
    counts = [world.pulls[number] for number in definition.audits if world.pulls[number].faction == faction]
    if counts:
        lines += [Text(), title(session.word("counts"))]
    for pull in counts:
        shade = GOOD if pull.by > 0 else BAD
        text = Text(f"  {signed(pull.by, language):>3} ", style(shade, bold=True))
        lines.append(text.append(title_of(pull.text, language), style(PAPER)))
    lines += wants(session, definition.prices)
    told = plain(definition.note.get(language))
    return [*lines, Text(), title(session.word("history")), Text(told, style(MUTED))] if told else lines


__all__ = ["demands", "entries"]
