"""Treaties: those in force that are known, letters on their way, and what could be signed now."""

from __future__ import annotations

from rich.text import Text

from lanc_game.chronicle.bargain import Bargain, papers, partners
from lanc_game.chronicle.letters import settled
from lanc_game.chronicle.naming import name_of
from lanc_game.engine.names import Figure, Level, Manner, Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.state import Letter, Treaty
from lanc_game.engine.treaties import total
from lanc_game.engine.view import View
from lanc_game.engine.world import NOBODY
from lanc_game.language import capital, plain, say, signed
from lanc_game.tui import glyphs
from lanc_game.tui.dealings.entry import (
    Asked,
    Entry,
    Orders,
    Talk,
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
from lanc_game.tui.dealings.relations import DANGER, WARN
from lanc_game.tui.eyes import UNKNOWN
from lanc_game.tui.glyphs import BAD, GOLD, GOOD, MUTED, PAPER, style
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Item

CHOSEN = (Manner.OPENLY, Manner.PRETEXT, Manner.AMBUSH)


def entries(session: Session, width: int) -> list[Entry]:
    """Return the treaties in force, the letters, and what could be signed."""
    found = [heading(session.word("in_force"))]
    found += [_treaty(session, treaty, width) for treaty in session.eyes.treaties()] or [
        note(session.word("none_known"))
    ]
    view = session.eyes.view
    if view is None:
        return found
    if view.letters:
        found += [gap(), heading(session.word("letters"))]
        found += [_letter(session, view, letter) for letter in view.letters]
    if session.acts:
        found += [gap(), heading(session.word("could_sign"))]
        can = [(other, index) for other in partners(view) for index in papers(view, other)]
        found += [_paper(session, view, other, index) for other, index in can] or [
            note(session.word("nothing_to_sign"))
        ]
    return found


# --- in force


def _sides(session: Session, a: int, b: int) -> Text:
    return glyphs.badge(session.world, a).append("–", style(MUTED)).append_text(glyphs.badge(session.world, b))


def _treaty(session: Session, treaty: Treaty, width: int) -> Entry:
    eyes, definition = session.eyes, session.world.instruments[treaty.instrument]
    text = _sides(session, treaty.a, treaty.b)
    text.append(f" {name_of(definition.name, session.language)}", style(PAPER, bold=True))
    if treaty.region >= 0:
        text.append(f" · {session.name(treaty.region)}", style(PAPER))
    if not treaty.public:
        text.append(f"  ◌ {session.word('secret')}", style(GOLD))
    lines = [text]
    strain = eyes.strain(treaty.a, treaty.b)
    asked: tuple[Asked, ...] = ()
    if strain != UNKNOWN:
        at = eyes.strain_at(treaty.a, treaty.b)
        named = say(session.language, "figure", "strain")
        bar = Text(f"    {named} ", style(MUTED))
        bar.append_text(meter(strain, max(6, min(20, width - 24)), shade_of(strain, WARN, DANGER)))
        lines.append(bar.append_text(moved(session.changed(Figure.STRAIN, at), good=False)))
        other = treaty.b if treaty.a == eyes.faction else treaty.a
        asked = (Asked(Figure.STRAIN, at, f"{capital(named)} · {session.short(other)}", str(strain)),)
    return Entry(Item(tuple(lines)), lambda: _treaty_page(session, treaty), asked, _ending(session, treaty))


def _ending(session: Session, treaty: Treaty) -> Orders | None:
    if not session.acts or session.faction not in (treaty.a, treaty.b):
        return None
    partner = treaty.a + treaty.b - session.faction
    orders = tuple(Order(Verb.DENOUNCE, (treaty.instrument, partner, manner)) for manner in CHOSEN)
    return Orders(session.word("end_it").format(treaty=_name(session, treaty.instrument)), orders)


def _name(session: Session, instrument: int) -> str:
    return name_of(session.world.instruments[instrument].name, session.language)


def _treaty_page(session: Session, treaty: Treaty) -> list[Text]:
    world, language = session.world, session.language
    definition = world.instruments[treaty.instrument]
    head = Text(capital(_name(session, treaty.instrument)), style(PAPER, bold=True))
    sides = _sides(session, treaty.a, treaty.b).append(
        f" {session.short(treaty.a)}, {session.short(treaty.b)} · {say(language, 'level', definition.level.name.lower())}",
        style(MUTED),
    )
    lines = [head, sides, line(session.word("signed_in").format(when=session.month(treaty.signed)), MUTED)]
    if definition.months:
        left = max(0, definition.months - (session.eyes.turn - treaty.signed))
        lines.append(line(session.word("months_left").format(n=left), MUTED))
    if not treaty.public:
        lines.append(line(session.word("secret_help"), GOLD))
    if definition.clauses:
        lines += [Text(), title(session.word("clauses"))]
    for clause, value in zip(definition.clauses, treaty.values, strict=True):
        lines.append(clause_line(session, clause, value))
    strain = session.eyes.strain(treaty.a, treaty.b)
    if strain != UNKNOWN:
        lines += [Text(), title(f"{session.word('what_strained')} · {strain}/100")]
        lines += movements(session, Figure.STRAIN, session.eyes.strain_at(treaty.a, treaty.b))
    return lines


def clause_line(session: Session, clause: int, value: int) -> Text:
    """Return how a clause is settled; one left blank has a mark, for it is paid for later."""
    definition = session.world.clauses[clause]
    blank = value == definition.blank
    text = Text("  ○ " if blank else "  ● ", style(GOLD if blank else GOOD))
    text.append(f"{name_of(definition.name, session.language)}: ", style(MUTED))
    return text.append(value_name(session, clause, value), style(GOLD if blank else PAPER))


def value_name(session: Session, clause: int, value: int) -> str:
    """Return the name of a clause's value."""
    definition = session.world.clauses[clause]
    if value == definition.blank:
        return say(session.language, "chronicle", "left_blank")
    return name_of(definition.value_names[value], session.language)


# --- letters


def _letter(session: Session, view: View, letter: Letter) -> Entry:
    ours = letter.sender == view.faction
    other = letter.receiver if ours else letter.sender
    text = Text("→ " if ours else "← ", style(MUTED if ours else GOLD, bold=True))
    text.append_text(glyphs.badge(session.world, other))
    text.append(f" {_name(session, letter.instrument)}", style(PAPER, bold=True))
    if letter.region >= 0:
        text.append(f" · {session.name(letter.region)}", style(PAPER))
    text.append(f"  {session.word('letter_out' if ours else 'letter_in')}", style(MUTED if ours else GOLD))
    deed = Talk(other, letter.instrument, letter) if session.acts and not ours else None
    return Entry(Item((text,)), lambda: _letter_page(session, letter), (), deed)


def _letter_page(session: Session, letter: Letter) -> list[Text]:
    sender, receiver = session.short(letter.sender), session.short(letter.receiver)
    head = Text(capital(_name(session, letter.instrument)), style(PAPER, bold=True))
    lines = [head, Text(f"  {sender} → {receiver}, {session.month(letter.written)}", style(MUTED)), Text()]
    terms = settled(session.world, letter.instrument, letter.wishes, session.language)
    return lines + [Text("  " + part.strip(), style(PAPER)) for part in terms.split(";") if part.strip()]


# --- what could be


def _paper(session: Session, view: View, other: int, instrument: int) -> Entry:
    definition = session.world.instruments[instrument]
    bargain = Bargain(view, instrument, other, session.region if definition.local else NOBODY)
    text = glyphs.badge(session.world, other)
    text.append(f" {_name(session, instrument)}", style(PAPER, bold=True))
    text.append(f"  {session.short(other)}", style(glyphs.hue(session.world, other).bright))
    given = any(o.verb is Verb.PROPOSE and o.args[:2] == (instrument, other) for o in session.draft())
    if given:
        text.append(f"  ✓ {session.word('in_draft')}", style(GOOD))
    return Entry(Item((text,)), lambda: _paper_page(session, bargain), (), Talk(other, instrument))


def _paper_page(session: Session, bargain: Bargain) -> list[Text]:
    language, definition = session.language, bargain.definition
    head = Text(capital(_name(session, bargain.instrument)), style(PAPER, bold=True))
    head.append(f" · {session.short(bargain.partner)}", style(glyphs.hue(session.world, bargain.partner).bright))
    lines = [head, Text(f"  {say(language, 'level', Level(definition.level).name.lower())}", style(MUTED))]
    if definition.months:
        lines.append(line(session.word("binds_for").format(n=definition.months), MUTED))
    lines += [Text(), title(session.word("at_best"))]
    lines += [clause_line(session, c, v) for c, v in zip(definition.clauses, bargain.firsts, strict=True)]
    lines.append(verdict(session, bargain))
    gain = total(bargain.gain())
    lines.append(line(f"{session.word('worth_to_us')} {signed(gain, language)}", GOOD if gain >= 0 else BAD))
    lines += [Text(), line(session.word("enter_talks"), MUTED)]
    told = plain(definition.note.get(language))
    return [*lines, Text(), title(session.word("history")), Text(told, style(MUTED))] if told else lines


def verdict(session: Session, bargain: Bargain) -> Text:
    """Return what they would say, in words and with its sum."""
    answer = bargain.answer
    yes = answer.values is not None
    key = "would_sign" if yes else "would_refuse"
    text = Text("  ✓ " if yes else "  ✗ ", style(GOOD if yes else BAD, bold=True))
    worth = signed(answer.worth, session.language)
    text.append(session.word(key).format(n=worth), style(GOOD if yes else BAD, bold=True))
    if answer.unheard:
        text.append(f"  {session.word('unheard').format(n=answer.unheard)}", style(GOLD))
    return text
