"""The sides: how each stands with each, what strains us with them, and what is known of each."""

from __future__ import annotations

from rich.text import Text

from lanc_game.chronicle.bargain import papers
from lanc_game.engine.names import FactionKind, Figure, Relation, Status
from lanc_game.language import capital, number, plain, say
from lanc_game.tui import glyphs
from lanc_game.tui.dealings.entry import Asked, Entry, Talk, line, meter, moved, movements, note, shade_of, title
from lanc_game.tui.glyphs import BAD, FAINT, GOLD, GOOD, MUTED, PAPER, style
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Item

SIGNS = {
    Relation.WAR: ("×", BAD),
    Relation.HOSTILE: ("!", "#ffb067"),
    Relation.TRUCE: ("~", PAPER),
    Relation.ALLIED: ("=", GOOD),
}
WARN, DANGER = 35, 55  # of a strain
NAME, WORD = 17, 10


def entries(session: Session, width: int) -> list[Entry]:
    """Return a line for each side in play, with the key of the signs beneath."""
    eyes, world = session.eyes, session.world
    shown = [faction for faction in range(len(world.factions)) if eyes.in_play(faction)]
    head = Text(" " * (NAME + 4))
    for faction in shown:
        head.append_text(glyphs.badge(world, faction)).append(" ")
    if eyes.faction >= 0:
        word = WORD + 2 if width - head.cell_len >= WORD + 13 else 1
        head.append(" " * word + session.word("strain_with_us"), style(MUTED))
    found = [Entry(Item((head,), heading=True))]
    found += [_side(session, faction, shown, width) for faction in shown]
    return [*found, Entry(Item((Text(),), heading=True)), *_key(session, width), *_absent(session)]


def _side(session: Session, one: int, shown: list[int], width: int) -> Entry:
    eyes, world = session.eyes, session.world
    text = glyphs.badge(world, one)
    text.append(f" {session.short(one)[:NAME]:<{NAME}}", style(glyphs.hue(world, one).bright, bold=one == eyes.faction))
    for other in shown:
        sign, shade = ("·", FAINT) if one == other else SIGNS[Relation(eyes.relation(one, other))]
        text.append(f"{sign} ", style(shade, bold=True))
    asked: tuple[Asked, ...] = ()
    if eyes.faction >= 0 and one != eyes.faction:
        said = say(session.language, "relation", Relation(eyes.relation(eyes.faction, one)).name.lower())
        if width - text.cell_len >= WORD + 13:
            text.append(f" {said:<{WORD}}", style(MUTED))
        strain, at = eyes.strain(eyes.faction, one), eyes.strain_at(eyes.faction, one)
        if strain or session.changed(Figure.STRAIN, at):
            room = max(4, min(14, width - text.cell_len - 10))
            text.append(" ").append_text(meter(strain, room, shade_of(strain, WARN, DANGER)))
            text.append_text(moved(session.changed(Figure.STRAIN, at), good=False))
        name = f"{capital(say(session.language, 'figure', 'strain'))} · {session.short(one)}"
        asked = (Asked(Figure.STRAIN, at, name, str(strain)),)
    talks = session.plays and eyes.view is not None and bool(papers(eyes.view, one))
    return Entry(Item((text,)), lambda: _page(session, one), asked, Talk(one) if talks else None, one)


def _key(session: Session, width: int) -> list[Entry]:
    told = [(sign, shade, say(session.language, "relation", r.name.lower())) for r, (sign, shade) in SIGNS.items()]
    lines, text = [], Text()
    for sign, shade, name in told:
        if text.cell_len + len(name) + 5 > width:
            lines.append(text)
            text = Text()
        text.append(f"{sign} ", style(shade, bold=True)).append(f"{name}   ", style(MUTED))
    return [Entry(Item((*lines, text), heading=True))]


def _absent(session: Session) -> list[Entry]:
    gone = [f for f in range(len(session.world.factions)) if session.eyes.status[f] == Status.GONE]
    names = ", ".join(session.short(faction) for faction in gone)
    return [note(f"{session.word('out_of_it')}: {names}")] if gone else []


def _page(session: Session, faction: int) -> list[Text]:
    world, eyes, language = session.world, session.eyes, session.language
    definition = world.factions[faction]
    head = glyphs.badge(world, faction)
    head.append(f" {plain(definition.name.get(language))}", style(glyphs.hue(world, faction).bright, bold=True))
    kind = say(language, "kind", FactionKind(definition.kind).name.lower())
    status = say(language, "status", Status(eyes.status[faction]).name.lower())
    lines = [head, Text(f"  {kind}, {status}", style(MUTED))]
    other = eyes.faction
    if other >= 0 and faction != other:
        sign, shade = SIGNS[Relation(eyes.relation(other, faction))]
        said = say(language, "relation", Relation(eyes.relation(other, faction)).name.lower())
        lines.append(Text(f"  {sign} ", style(shade, bold=True)).append(capital(said), style(shade)))
    lines += [_numbers(session, faction), *_signed(session, faction), Text()]
    blurb = plain(definition.blurb.get(language))
    if blurb:
        lines += [Text(blurb, style(PAPER)), Text()]
    if other >= 0 and faction != other:
        lines.append(title(session.word("what_strained")))
        lines += movements(session, Figure.STRAIN, eyes.strain_at(other, faction))
        if session.acts and eyes.view is not None:
            can = papers(eyes.view, faction)
            names = ", ".join(plain(world.instruments[i].name.get(language)) for i in can)
            lines += [Text(), title(session.word("could_sign")), line(names or session.word("nothing_to_sign"))]
    return lines


def _numbers(session: Session, faction: int) -> Text:
    world, eyes = session.world, session.eyes
    regions = range(len(world.regions))
    men = sum(force.men for region in regions for force in eyes.forces(region) if force.faction == faction)
    known = "" if eyes.all_seeing or faction == eyes.faction else "~"
    text = Text("  ")
    for key, value in (
        ("men_known", known + number(men, session.language)),
        ("towns", str(sum(eyes.town[region] == faction for region in regions))),
        ("country", str(sum(eyes.country[region] == faction for region in regions))),
    ):
        text.append(f"{session.word(key)} ", style(MUTED)).append(f"{value}  ", style(PAPER, bold=True))
    text.append(f"{session.word('standing')} ", style(MUTED)).append(str(eyes.standing[faction]), style(bold=True))
    text.append_text(glyphs.delta(session.changed(Figure.STANDING, faction)))
    stigma = eyes.stigma(faction)
    if stigma:
        text.append(f"  {say(session.language, 'figure', 'stigma')} ", style(MUTED)).append(str(stigma), style(BAD))
    return text


def _signed(session: Session, faction: int) -> list[Text]:
    lines: list[Text] = []
    for treaty in session.eyes.treaties():
        if faction in (treaty.a, treaty.b):
            partner = treaty.a + treaty.b - faction
            name = plain(session.world.instruments[treaty.instrument].name.get(session.language))
            text = Text("  ≡ ", style(GOLD)).append(f"{name} · ", style(PAPER))
            lines.append(text.append_text(glyphs.named(session.world, partner, session.language)))
    return lines
