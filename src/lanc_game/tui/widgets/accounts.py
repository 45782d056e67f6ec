"""What the panes say of a region and of the month's orders: texts made from what the viewer knows."""

from __future__ import annotations

from rich.text import Text

from lanc_game.chronicle.naming import name_of, wing_name
from lanc_game.engine.facts import CountryTaken, TownTaken
from lanc_game.engine.names import Figure, LinkKind, Posture, Terrain, Verb, Worth
from lanc_game.engine.world import NOBODY, SLOTS
from lanc_game.language import number, plain, say
from lanc_game.tui import glyphs
from lanc_game.tui.eyes import UNKNOWN
from lanc_game.tui.glyphs import BAD, FAINT, GOLD, MUTED, PAPER, PAST, style
from lanc_game.tui.session import Session

Lines = list[Text]


def region_lines(session: Session, region: int, width: int) -> Lines:
    """Return all that is known of a region."""
    lines = [_land(session, region), *_holders(session, region)]
    lines += _mood(session, region)
    lines += _people(session, region, width)
    lines += _forces(session, region)
    lines += _works(session, region)
    lines += [shortened(line, width) for line in _roads(session, region)]
    note = plain(session.world.regions[region].note.get(session.language))
    if note:
        lines += [Text(), Text(note, style(FAINT))]
    return lines + [shortened(line, width) for line in _battles(session, region)]


def shortened(line: Text, width: int) -> Text:
    """Return a line that is not folded but cut."""
    line.truncate(width, overflow="ellipsis")
    return line


def heading(text: str, aside: str = "") -> Text:
    """Return a heading inside a pane."""
    line = Text(text, style(GOLD))
    if aside:
        line.append(f"  {aside}", style(FAINT))
    return line


def _land(session: Session, region: int) -> Text:
    land = session.world.regions[region]
    language = session.language
    parts = [
        say(language, "terrain", Terrain(land.terrain).name.lower()),
        session.word("people").format(n=number(land.people * 1000, language)),
        *(say(language, "worth", Worth(worth).name.lower()) for worth in land.worth),
    ]
    return Text(" · ".join(parts), style(PAPER))


def _holders(session: Session, region: int) -> Lines:
    eyes, world = session.eyes, session.world
    town, country = (
        Text(f"{session.word('towns'):<9}", style(MUTED)),
        Text(f"{session.word('country'):<9}", style(MUTED)),
    )
    for line, holder, kind in ((town, eyes.town[region], TownTaken), (country, eyes.country[region], CountryTaken)):
        line.append_text(glyphs.badge(world, holder)).append(" ")
        if holder < 0:
            line.append(session.word("nobody"), style(MUTED))
        else:
            line.append_text(glyphs.named(world, holder, session.language))
        line.append(f"  {_since(session, region, kind)}", style(FAINT))
    return [town, country]


def _since(session: Session, region: int, kind: type[TownTaken] | type[CountryTaken]) -> str:
    for index in range(session.eyes.turn - 1, -1, -1):
        for fact in session.table.turns[index].facts:
            if isinstance(fact, kind) and fact.region == region:
                return session.word("since").format(when=session.month(index))
    return session.word("since_start")


def _mood(session: Session, region: int) -> Lines:
    eyes = session.eyes
    fear = eyes.fear(region)
    text = Text(f"{session.word('fear'):<9}", style(MUTED))
    if fear == UNKNOWN:
        text.append("?", style(MUTED))
    else:
        shade = BAD if fear >= 400 else PAPER
        text.append(glyphs.bar(fear, 1000, 8), style(shade, "#2a2f38")).append(f" {fear // 10}%", style(shade))
    if eyes.feuds[region]:
        text.append(f"   {session.word('feuds')} ", style(MUTED)).append(str(eyes.feuds[region]), style(PAPER))
    if eyes.burned(region):
        text.append(f"   {session.word('burned')} ", style(MUTED)).append(str(eyes.burned(region)), style(BAD))
    if eyes.wire[region]:
        text.append(f"   {session.word('wire_cut')}", style(BAD))
    if eyes.idle[region]:
        text.append(f"   {session.word('mine_idle')}", style(BAD))
    return [text]


def seen_when(session: Session, region: int) -> str:
    """Return how old and how exact the news of a region is."""
    age = session.eyes.age(region)
    if session.eyes.all_seeing:
        return ""
    if age == UNKNOWN:
        return session.word("never_seen")
    if age:
        return session.word("seen").format(when=session.month(max(0, session.eyes.turn - age)))
    return session.word("seen_about") if session.eyes.about(region) else session.word("seen_now")


def _people(session: Session, region: int, width: int) -> Lines:
    eyes, world = session.eyes, session.world
    shares = eyes.sympathy(region)
    lines: Lines = [Text(), heading(session.word("sympathy"), seen_when(session, region))]
    if not shares:
        return [*lines, Text(f"  {session.word('nothing_known')}", style(MUTED))]
    councils = eyes.councils(region)
    room = max(6, min(24, width - 30))
    known = [f for f in world.movements if shares[f] >= 5 or councils[f] or f == eyes.faction]
    for faction in sorted(known, key=lambda f: (f != eyes.faction, -shares[f])):
        hue = glyphs.hue(world, faction)
        line = Text("  ").append_text(glyphs.badge(world, faction))
        line.append(f" {session.short(faction)[:11]:<11} ", style(hue.bright))
        line.append(
            glyphs.bar(shares[faction], 1000, room, glyphs.pattern(world.factions[faction])),
            style(hue.bright, "#20252e"),
        )
        line.append(f" {shares[faction] // 10:>3}%", style(PAPER, bold=True))
        if councils[faction]:
            line.append(f"  {glyphs.council(councils[faction])}", style(GOLD))
        if faction == eyes.faction and eyes.age(region) == 0:
            line.append_text(glyphs.delta(_moved(session, region, faction)))
        lines.append(line)
    rest = max(0, 1000 - sum(shares))
    line = Text(f"  · {session.word('uncommitted')[:11]:<11} ", style(MUTED))
    line.append(glyphs.bar(rest, 1000, room, "·"), style(FAINT)).append(f" {rest // 10:>3}%", style(MUTED))
    return [*lines, line]


def _moved(session: Session, region: int, faction: int) -> int:
    return session.changed(Figure.SYMPATHY, region * len(session.world.factions) + faction) // 10


def _forces(session: Session, region: int) -> Lines:
    eyes, world, language = session.eyes, session.world, session.language
    lines: Lines = [Text(), heading(session.word("forces"))]
    for faction, row, posture in eyes.rows(region):
        hue = glyphs.hue(world, faction)
        how = say(language, "posture", Posture(posture).name.lower())
        for slot in range(min(SLOTS, len(world.slots[faction]))):
            if not row[slot]:
                continue
            unit = world.slots[faction][slot]
            units = max(1, round(row[slot] / max(1, unit.size)))
            named = unit.name if units == 1 else unit.plural
            line = Text("  ").append_text(glyphs.badge(world, faction))
            line.append(f" {number(row[slot], language):>6} ", style(hue.bright, bold=True))
            line.append(f"· {units} {plain(named.get(language))}", style(PAPER))
            line.append(f"  {how}", style(MUTED))
            lines.append(line)
    if not eyes.all_seeing:
        lines += _others(session, region)
    for leader in eyes.leaders(region):
        lines.append(_leader(session, leader))
    if len(lines) == 2:
        lines.append(Text(f"  {session.word('nobody_seen')}", style(MUTED)))
    return lines


def _others(session: Session, region: int) -> Lines:
    eyes, world, language = session.eyes, session.world, session.language
    lines: Lines = []
    for force in eyes.forces(region):
        if force.own:
            continue
        hue = glyphs.hue(world, force.faction)
        line = Text("  ").append_text(glyphs.badge(world, force.faction))
        count = number(force.men, language) if force.exact and not force.age else f"~{number(force.men, language)}"
        line.append(f" {count:>6} ", style(hue.bright if not force.age else MUTED, bold=True))
        line.append(session.short(force.faction), style(PAPER if not force.age else MUTED))
        if force.age:
            line.append(f"  {seen_when(session, region)}", style(FAINT))
        lines.append(line)
    return lines


def _leader(session: Session, leader: int) -> Text:
    person = session.world.leaders[leader]
    line = Text("  ").append_text(glyphs.badge(session.world, person.faction))
    line.append(f" {plain(person.name.get(session.language))}", style(PAPER, bold=True))
    if person.life:
        line.append(f"  {plain(person.life)}", style(FAINT))
    if person.wing >= 0:
        line.append(f"  {wing_name(session.world, person.wing, session.language)}", style(MUTED))
    traits = ", ".join(say(session.language, "trait", trait) for trait in person.traits)
    fate = session.eyes.fate(leader)
    if fate:
        from lanc_game.engine.names import Fate

        line.append(f"  {say(session.language, 'fate', Fate(fate).name.lower())}", style(BAD))
    return line.append(f"  {traits}", style(MUTED))


def _works(session: Session, region: int) -> Lines:
    view = session.eyes.view
    if view is None:
        return []
    works = [work for work in view.works if work.region == region]
    if not works:
        return []
    lines: Lines = [Text(), heading(session.word("works"))]
    for work in works:
        verb = say(session.language, "verb", Verb(work.verb).name.lower())
        lines.append(Text(f"  ◔ {verb} · {session.word('months_left').format(n=work.left)}", style(PAPER)))
    return lines


def _roads(session: Session, region: int) -> Lines:
    world, eyes = session.world, session.eyes
    lines: Lines = [Text(), heading(session.word("roads"))]
    for other, index in world.neighbours[region]:
        link = world.links[index]
        line = Text(f"  {say(session.language, 'link', LinkKind(link.kind).name.lower()):<10}", style(MUTED))
        line.append(session.name(other), style(PAPER))
        if eyes.cut[index]:
            line.append(f"  × {session.word('cut').format(n=eyes.cut[index])}", style(BAD))
        elif eyes.winter and link.kind in (LinkKind.PASS, LinkKind.HIGHROAD):
            line.append(f"  * {session.word('snow')}", style("#cfe8ff"))
        if link.via:
            line.append(f"  {plain(link.via)}", style(FAINT))
        lines.append(line)
    for exit_ in world.exits_by_region[region]:
        kind = say(session.language, "link", LinkKind(exit_.kind).name.lower())
        lines.append(Text(f"  {kind:<10}", style(MUTED)).append(f"→ {plain(exit_.to)}", style(MUTED)))
    return lines


def _battles(session: Session, region: int) -> Lines:
    """Return the battles of history that belong to a region."""
    found = [battle for battle in session.world.battles if region in battle.regions]
    lines: Lines = [Text(), heading(session.word("battles"))] if found else []
    for battle in found:
        line = Text(f"  {name_of(battle.title, session.language)}", style(PAST))
        lines.append(line.append(f"  {name_of(battle.date, session.language)}", style(FAINT)))
    return lines


def order_lines(session: Session, number_: int) -> list[Text]:
    """Return an order of the draft as lines: what it says and what it would bring."""
    order = session.draft()[number_]
    line = Text(f"{number_ + 1} ", style(GOLD, bold=True)).append(session.line(order), style(PAPER, bold=True))
    price = session.price(order)
    if price:
        line.append("  " + "●" * price, style(GOLD))
    told = session.brief(order)
    return [line, Text(f"  {told}", style(MUTED))] if told else [line]


def peek(session: Session, region: int) -> Lines:
    """Return a region in two lines, for screens where the map stands alone."""
    eyes, world = session.eyes, session.world
    first = Text(session.name(region), style(GOLD, bold=True))
    first.append(f"  {session.word('towns')} ", style(MUTED)).append_text(glyphs.badge(world, eyes.town[region]))
    first.append(f"  {session.word('country')} ", style(MUTED)).append_text(glyphs.badge(world, eyes.country[region]))
    fear = eyes.fear(region)
    first.append(f"  {session.word('fear')} ", style(MUTED)).append("?" if fear == UNKNOWN else f"{fear // 10}%")
    second = Text()
    for force in eyes.forces(region):
        mark = "?" if force.age else "" if force.exact else "~"
        second.append(f"{world.factions[force.faction].letter}{mark}{number(force.men, session.language)} ",
                      style(glyphs.hue(world, force.faction).bright, bold=True))  # fmt: skip
    shares = eyes.sympathy(region)
    for faction in world.movements if shares else ():
        if shares[faction] >= 10:
            letter = world.factions[faction].letter
            second.append(f" {letter} {shares[faction] // 10}%", style(glyphs.hue(world, faction).bright))
    return [first, second if second.plain else Text(seen_when(session, region), style(MUTED))]


__all__ = ["NOBODY", "heading", "order_lines", "peek", "region_lines", "seen_when"]
