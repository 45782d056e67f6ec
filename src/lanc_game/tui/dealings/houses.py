"""Wings: our own with their temper and what moved it, those of others as far as we have heard them."""

from __future__ import annotations

from rich.text import Text

from lanc_game.chronicle.naming import name_of
from lanc_game.engine.names import Fate, Figure, Relation, Verb
from lanc_game.engine.orders import Order
from lanc_game.language import capital, plain, say, signed
from lanc_game.tui import glyphs
from lanc_game.tui.dealings.entry import (
    Asked,
    Entry,
    Orders,
    gap,
    heading,
    line,
    meter,
    moved,
    movements,
    note,
    shade_of,
    title,
)
from lanc_game.tui.dealings.treaties import value_name
from lanc_game.tui.glyphs import BAD, GOLD, GOOD, MUTED, PAPER, style
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Item

SULLEN, ANGRY = 25, 45  # of a grievance
PERMILLE = 1000


def entries(session: Session, width: int) -> list[Entry]:
    """Return our wings first, then those of the others in play."""
    eyes, world = session.eyes, session.world
    sides = [f for f in range(len(world.factions)) if eyes.in_play(f) and eyes.wings(f)]
    sides.sort(key=lambda f: f != eyes.faction)
    found: list[Entry] = []
    for faction in sides:
        head = glyphs.badge(world, faction)
        head.append(f" {session.short(faction)}", style(glyphs.hue(world, faction).bright, bold=True))
        if found:
            found.append(gap())
        found.append(Entry(Item((head,), heading=True)))
        found += [_wing(session, faction, wing, width) for wing in eyes.wings(faction)]
    left = [i for i in range(len(world.wings)) if not any(i in eyes.wings(f) for f in range(len(world.factions)))]
    if left:
        names = ", ".join(name_of(world.wings[wing].name, session.language) for wing in left)
        found += [gap(), note(f"{session.word('gone_home')}: {names}")]
    return found or [heading(session.word("no_wings"))]


def _wing(session: Session, faction: int, wing: int, width: int) -> Entry:
    eyes, definition = session.eyes, session.world.wings[wing]
    name = name_of(definition.name, session.language)
    text = Text(name, style(PAPER, bold=True))
    temper = eyes.temper(wing)
    if temper is None:
        text.append(f"  ? {session.word('mind_unknown')}", style(MUTED))
        return Entry(Item((text,)), lambda: _page(session, faction, wing), (), _deeds(session, wing))
    loyalty, grievance = temper
    text.append(f"  {_share(session, faction, wing)}%", style(MUTED))
    if grievance > loyalty:
        text.append(f"  ! {session.word('may_walk')}", style(BAD, bold=True))
    elif grievance + 10 > loyalty:
        text.append(f"  {session.word('wavers')}", style(GOLD))
    room = max(4, min(16, (width - 34) // 2))
    bars = Text("  ")
    for key, figure, value, shade in (
        ("loyalty", Figure.LOYALTY, loyalty, shade_of(100 - loyalty, 50, 70)),
        ("grievance", Figure.GRIEVANCE, grievance, shade_of(grievance, SULLEN, ANGRY)),
    ):
        bars.append(f"{session.word('short_' + key)} ", style(MUTED)).append_text(meter(value, room, shade))
        bars.append_text(moved(session.changed(figure, wing), good=figure is Figure.LOYALTY)).append("  ")
    asked: tuple[Asked, ...] = ()
    if faction == eyes.faction or eyes.all_seeing:
        asked = tuple(
            Asked(figure, wing, f"{capital(say(session.language, 'figure', figure.name.lower()))} · {name}", str(value))
            for figure, value in ((Figure.LOYALTY, loyalty), (Figure.GRIEVANCE, grievance))
        )
    return Entry(Item((text, bars)), lambda: _page(session, faction, wing), asked, _deeds(session, wing))


def _share(session: Session, faction: int, wing: int) -> int:
    """Return the share of a side's men who follow a wing, in percent, by where the men are known to stand."""
    eyes, shares = session.eyes, session.world.wings[wing].men
    men = [sum(f.men for f in eyes.forces(r) if f.faction == faction) for r in range(len(shares))]
    theirs = sum(count * share for count, share in zip(men, shares, strict=True))
    return theirs * 100 // (PERMILLE * max(1, sum(men)))


def _deeds(session: Session, wing: int) -> Orders | None:
    view = session.eyes.view
    if not session.acts or view is None:
        return None
    orders = [Order(Verb.COURT, (wing,))]
    if view.wing_side[wing] == view.faction:
        orders += [
            Order(Verb.PROMISE, (index, wing))
            for index, promise in enumerate(session.world.promises)
            if promise.faction == view.faction and wing in promise.wings
        ]
        orders.append(Order(Verb.PURGE, (wing,)))
    elif view.relation[view.wing_side[wing]] == Relation.WAR:
        return None
    return Orders(name_of(session.world.wings[wing].name, session.language), tuple(orders))


def _page(session: Session, faction: int, wing: int) -> list[Text]:
    world, eyes, language = session.world, session.eyes, session.language
    definition = world.wings[wing]
    lines = [Text(name_of(definition.name, language), style(PAPER, bold=True))]
    if definition.leader >= 0:
        person = plain(world.leaders[definition.leader].name.get(language))
        fate = Fate(eyes.fate(definition.leader))
        told = "" if fate is Fate.WELL else f" ({say(language, 'fate', fate.name.lower())})"
        lines.append(line(f"{session.word('led_by')} {person}{told}", MUTED))
    lines.append(line(session.word("share_of_men").format(n=_share(session, faction, wing)), MUTED))
    known = eyes.temper(wing)
    if known is None:
        view = eyes.view
        hint = "court_to_hear" if view is not None and view.relation[faction] != Relation.WAR else "at_war_unheard"
        told = session.apart or session.word(hint)
        return [*lines, Text(), line(told, GOLD), *_note(session, wing)]
    if faction != eyes.faction and eyes.view is not None and eyes.view.goodwill[wing]:
        lines.append(line(f"{session.word('goodwill')} {eyes.view.goodwill[wing]}", GOOD))
    if faction == eyes.faction:
        goes = definition.goes_to
        to = session.short(goes) if goes >= 0 else session.word("home")
        lines.append(line(session.word("would_go").format(to=to), MUTED))
        lines += _vows(session, wing)
    if faction == eyes.faction or eyes.all_seeing:
        for figure in (Figure.LOYALTY, Figure.GRIEVANCE):
            lines += [Text(), title(capital(say(language, "figure", figure.name.lower())))]
            lines += movements(session, figure, wing, 3)
    lines += wants(session, definition.prices)
    return [*lines, *_note(session, wing)]


def _vows(session: Session, wing: int) -> list[Text]:
    view = session.eyes.view
    return [
        line(
            f"◔ {session.word('promised')}: {name_of(session.world.promises[vow.promise].name, session.language)}, "
            f"{session.word('judged_in').format(when=session.month(vow.due))}",
            GOLD,
        )
        for vow in (view.vows if view is not None else ())
        if vow.wing == wing and vow.due >= session.eyes.turn
    ]


def wants(session: Session, prices: tuple[tuple[int, ...], ...]) -> list[Text]:
    """Return what somebody would pay or ask for the clauses of treaties."""
    lines: list[Text] = []
    for clause, values in enumerate(prices):
        told = [(value, price) for value, price in enumerate(values) if price]
        if not told:
            continue
        text = Text(f"  {name_of(session.world.clauses[clause].name, session.language)}: ", style(MUTED))
        for place, (value, price) in enumerate(sorted(told, key=lambda item: -item[1])):
            text.append(", " if place else "", style(MUTED)).append(value_name(session, clause, value), style(PAPER))
            text.append(f" {signed(price, session.language)}", style(GOOD if price > 0 else BAD))
        lines.append(text)
    return [Text(), title(session.word("in_treaties")), *lines] if lines else []


def _note(session: Session, wing: int) -> list[Text]:
    told = plain(session.world.wings[wing].note.get(session.language))
    return [Text(), title(session.word("history")), Text(told, style(MUTED))] if told else []
