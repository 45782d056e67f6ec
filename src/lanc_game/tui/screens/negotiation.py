"""Negotiation: with whom, about what, and clause by clause what it is worth to us and, as far as we know, to them."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message

from lanc_game.chronicle.bargain import Bargain, papers, partners, summed
from lanc_game.chronicle.naming import name_of
from lanc_game.engine.state import Letter
from lanc_game.engine.treaties import total
from lanc_game.engine.view import View
from lanc_game.engine.world import NOBODY
from lanc_game.language import capital, signed
from lanc_game.tui import glyphs
from lanc_game.tui.dealings.entry import Talk
from lanc_game.tui.dealings.treaties import value_name, verdict
from lanc_game.tui.glyphs import BAD, FAINT, GOLD, GOOD, MUTED, PAPER, style
from lanc_game.tui.screens.modal import Over
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Choices, Item, Sheet

WIDE = 165  # columns from which the lines and the values stand side by side
LOW = 30  # rows of a terminal in which only the chosen values say who thinks what of them
NAMES = 21


def can_talk(session: Session, talk: Talk) -> bool:
    """Say whether there is anything to sign with a side, or with anybody."""
    view = session.eyes.view
    if view is None or not session.acts:
        return False
    return talk.letter is not None or bool(papers(view, talk.partner) if talk.partner >= 0 else partners(view))


class Rows(Choices):
    """What is settled, a line each. A click on the chosen line turns it, as space does; Enter writes the letter."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "pick", "write_letter", key_display="Enter")]

    class Turned(Message):
        """The chosen line is to show its next value."""

    def action_pick(self) -> None:
        """Write the letter, also where there is no line to choose."""
        self.post_message(self.Picked(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Choose a line, or turn the one that is chosen."""
        offset = event.get_content_offset(self)
        row = offset.y + self.top if offset is not None else -1
        if 0 <= row < len(self._rows) and self._rows[row] == self.cursor:
            self.post_message(self.Turned())
        else:
            super().on_click(event)


class NegotiationScreen(Over[None]):
    """A letter in the making, or the answer to one."""

    KEY_ORDER: ClassVar[tuple[str, ...]] = (
        "write_letter",
        "turn_value",
        "close",
        "rank_value",
        "refuse_it",
        "turning",
        "help",
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "write_letter", key_display="Enter"),
        Binding("space,right", "turn(1)", "turn_value", key_display="Space"),
        Binding("left", "turn(-1)", "turn_value", show=False),
        *(Binding(str(i + 1), f"rank({i})", "rank_value", key_display="1…", show=i == 0) for i in range(6)),
        Binding("x", "refuse", "refuse_it"),
        Binding("t", "turning", "turning"),
        Binding("f1,question_mark", "help", "help", key_display="F1"),
    ]
    place = "whole"

    def __init__(self, session: Session, talk: Talk) -> None:
        super().__init__(session)
        self.letter: Letter | None = talk.letter
        view = session.eyes.view
        assert view is not None  # noqa: S101 - asked before by can_talk
        self.view: View = view
        partner = talk.partner if talk.partner >= 0 else partners(view)[0]
        instrument = talk.instrument if talk.instrument >= 0 else papers(view, partner)[0]
        self.bargain = self._fresh(instrument, partner)
        self._kinds: list[str | int] = []
        self._said: Text | None = None

    def inside(self) -> ComposeResult:
        """Return the lines, the values of the chosen one, the sums."""
        with Container(id="parts"):
            yield Rows(id="rows")
            yield Choices(id="values")
        yield Sheet(id="sums")

    def on_mount(self) -> None:
        """Lay the letter out."""
        self.titled(self.session.word("answering" if self.letter is not None else "negotiation_title"))
        self.query_one("#sums", Sheet).can_focus = False
        self.rows.focus()
        self.call_after_refresh(self._lay, 0 if self.letter is not None else 2)

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self.call_after_refresh(self._lay)

    @property
    def rows(self) -> Rows:
        """The lines of the letter."""
        return self.query_one("#rows", Rows)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer only what can be done with this letter."""
        if action == "rank":
            return self._place >= 0
        if action == "refuse":
            return self.letter is not None
        if action == "turning":
            return self.bargain.turning is not None
        return True

    # --- what is being settled

    def _fresh(self, instrument: int, partner: int) -> Bargain:
        local = self.view.world.instruments[instrument].local
        return Bargain(self.view, instrument, partner, self._region() if local else NOBODY, self.letter)

    def _region(self) -> int:
        """Return where a local letter begins: here if we have men here, else where we have most."""
        here, men = self.session.region, self.view.total
        return here if men[here] else max(range(len(men)), key=lambda region: men[region])

    def _regions(self) -> list[int]:
        own = [r for r, men in enumerate(self.view.total) if men or r == self.bargain.region]
        return sorted(own, key=self.session.name)

    @property
    def _place(self) -> int:
        """The clause that is chosen, or -1."""
        cursor = self.rows.cursor
        kind = self._kinds[cursor] if 0 <= cursor < len(self._kinds) else ""
        return kind if isinstance(kind, int) else -1

    # --- showing

    def _lay(self, cursor: int | None = None) -> None:
        rows = self.rows
        items = [*self._heads(), *self._columns()]
        self._kinds = [kind for kind, _ in items]
        rows.offer([item for _, item in items], rows.cursor if cursor is None else cursor)
        most = 11 if self.size.height < LOW else 15
        rows.styles.height = min(len(items) + 1, most) if self.size.width < WIDE else "1fr"
        self._show()

    def _heads(self) -> list[tuple[str | int, Item]]:
        session, bargain = self.session, self.bargain
        fixed = self.letter is not None
        found: list[tuple[str | int, Item]] = []
        partner = glyphs.badge(session.world, bargain.partner).append(" ")
        partner.append_text(glyphs.named(session.world, bargain.partner, session.language))
        paper = Text(capital(name_of(bargain.definition.name, session.language)), style(PAPER, bold=True))
        heads = [("partner", "from_side" if fixed else "with_side", partner), ("paper", "paper", paper)]
        if bargain.definition.local:
            heads.append(("region", "in_region", Text(session.name(bargain.region), style(PAPER, bold=True))))
        for kind, word, value in heads:
            text = Text(f"{session.word(word):<{NAMES}} ", style(MUTED))
            text.append("" if fixed else "‹ ", style(FAINT)).append_text(value).append(
                "" if fixed else " ›", style(FAINT)
            )
            found.append((kind, Item((text,), heading=fixed)))
        return found

    def _columns(self) -> list[tuple[str | int, Item]]:
        session, bargain = self.session, self.bargain
        if not bargain.clauses:
            return [("none", Item((Text(session.word("no_clauses"), style(MUTED)),), heading=True))]
        room = max(30, self.rows.room - 4)  # a heading stands two cells to the left of what can be chosen
        head = Text(f"{session.word('clauses'):<{room - 16}}", style(GOLD))
        head.append(f"{session.word('us'):>7}{session.word('them'):>8}", style(GOLD))
        found: list[tuple[str | int, Item]] = [("head", Item((Text("  ").append_text(head),), heading=True))]
        for place, clause in enumerate(bargain.clauses):
            name = name_of(clause.name, session.language)
            text = Text(f"{name:<{NAMES}} ", style(PAPER))
            told = Text()
            for rank, value in enumerate(bargain.wishes[place]):
                told.append(" | " if rank else "", style(GOLD))
                named = value_name(session, bargain.definition.clauses[place], value)
                asks = not bargain.offered(place, value)
                told.append(named, style(GOLD if asks or rank else PAPER, bold=not rank))
                told.append(" ≠" if asks else "", style(GOLD))
            most = room - 16 - NAMES - 1
            told.truncate(most, overflow="ellipsis")
            text.append_text(told).append(" " * max(0, most - told.cell_len))
            for width, reasons in ((7, bargain.ours), (8, bargain.theirs)):
                text.append_text(_sum(total(reasons(place, bargain.wishes[place][0])), width, session.language))
            found.append((place, Item((text,))))
        return found

    def _show(self) -> None:
        self._values()
        self.query_one("#sums", Sheet).show(self._sums())
        self.refresh_bindings()

    def _values(self) -> None:
        sheet, place, session, bargain = self.query_one("#values", Choices), self._place, self.session, self.bargain
        if place < 0:
            lines = [Text(session.word("choose_" + self._kind()), style(MUTED))]
            history = name_of(bargain.definition.note, session.language)
            lines += [Text(), Text(history, style(FAINT))] if history else []
            sheet.offer([Item(tuple(lines), heading=True)])
            return
        clause = bargain.definition.clauses[place]
        name = Text(name_of(bargain.clauses[place].name, session.language), style(GOLD, bold=True))
        name.append(f"  {session.word('values_help').format(n=len(bargain.values(place)))}", style(FAINT))
        items = [Item((name,), heading=True)]
        room = max(30, sheet.room - 4)
        for value in bargain.values(place):
            wish = bargain.wishes[place]
            rank = wish.index(value) + 1 if value in wish else 0
            text = Text(f"{value + 1} ", style(GOLD, bold=True))
            text.append(f"({rank or ' '}) ", style(GOOD if rank else FAINT, bold=bool(rank)))
            text.append(value_name(session, clause, value), style(PAPER, bold=bool(rank)))
            if self.letter is not None and bargain.offered(place, value):
                text.append(f"  ← {session.word('they_offer')}", style(GOLD))
            ours, theirs = bargain.ours(place, value), bargain.theirs(place, value)
            text.append(" " * max(1, room - 16 - text.cell_len))
            text.append_text(_sum(total(ours), 7, session.language)).append_text(
                _sum(total(theirs), 8, session.language)
            )
            lines = [text]
            told = [
                f"{session.word(who)}: {', '.join(summed(self.view, reasons, session.language, session.word(who + '_selves')))}"
                for who, reasons in (("us", ours), ("them", theirs))
                if reasons
            ]
            if told and (rank or self.size.height >= LOW):
                lines.append(Text(f"      {'  ·  '.join(told)}", style(MUTED)))
            items.append(Item(tuple(lines)))
        sheet.offer(items, 1 + bargain.wishes[place][0])

    def _kind(self) -> str:
        cursor = self.rows.cursor
        kind = self._kinds[cursor] if 0 <= cursor < len(self._kinds) else "none"
        return kind if isinstance(kind, str) else "none"

    def _sums(self) -> list[Text]:
        session, bargain, language = self.session, self.bargain, self.session.language
        answer = bargain.answer
        settled = answer.values if answer.values is not None and not bargain.accepts else bargain.firsts
        ours = bargain.gain(settled)
        gain = total(ours)
        head = Text(f"{session.word('us')} ", style(GOLD, bold=True))
        head.append(signed(gain, language), style(GOOD if gain >= 0 else BAD, bold=True))
        head.append(f"   {session.word('them')}", style(GOLD, bold=True))
        if bargain.accepts:
            head.append(f"  ✓ {session.word('they_wrote')}", style(GOOD, bold=True))
        else:
            head.append_text(verdict(session, bargain))
        lines = [head]
        turning = bargain.turning
        if turning is not None:
            clause = bargain.definition.clauses[turning[0]]
            told = (
                f"{name_of(session.world.clauses[clause].name, language)} – {value_name(session, clause, turning[1])}"
            )
            lines.append(Text(f"→ {session.word('would_turn').format(clause=told)}", style(GOLD)))
        lines.append(self._said or Text(session.line(bargain.order), style(PAPER, bold=True)))
        for who, reasons in (("us", ours), ("them", () if bargain.accepts else answer.terms)):
            if reasons:
                text = Text(f"{session.word(who)}: ", style(GOLD))
                why = summed(self.view, reasons, language, session.word(who + "_selves"))
                lines.append(text.append(" · ".join(why), style(MUTED)))
        return lines

    # --- changing it

    @on(Choices.Moved, "#rows")
    def row_chosen(self) -> None:
        """Show the values of the line."""
        self._show()

    @on(Choices.Picked, "#values")
    def value_picked(self, event: Choices.Picked) -> None:
        """Rank the value, or take it out."""
        self.action_rank(event.index - 1)

    @on(Rows.Turned)
    def turned(self) -> None:
        """Turn the line that was clicked."""
        self.action_turn(1)

    @on(Choices.Picked, "#rows")
    def enter_pressed(self) -> None:
        """Write the letter."""
        self.action_write()

    def action_turn(self, step: int) -> None:
        """Give the chosen line its next value; among the values, rank the one under the cursor."""
        values = self.query_one("#values", Choices)
        if values.has_focus and step > 0:
            self.action_rank(values.cursor - 1)
            return
        self._said = None
        place, bargain = self._place, self.bargain
        if place >= 0:
            bargain.step(place, step)
        elif self.letter is None:
            self._turn_head(self._kind(), step)
        self._lay()

    def _turn_head(self, kind: str, step: int) -> None:
        bargain = self.bargain
        if kind == "partner":
            partner = _next(partners(self.view), bargain.partner, step)
            can = papers(self.view, partner)
            self.bargain = self._fresh(bargain.instrument if bargain.instrument in can else can[0], partner)
        elif kind == "paper":
            self.bargain = self._fresh(
                _next(papers(self.view, bargain.partner), bargain.instrument, step), bargain.partner
            )
        elif kind == "region":
            bargain.region = _next(self._regions(), bargain.region, step)

    def action_rank(self, value: int) -> None:
        """Add a value of the chosen clause as the next best, or take it out."""
        place = self._place
        if place >= 0 and value in self.bargain.values(place):
            self._said = None
            self.bargain.toggle(place, value)
            self._lay()

    def action_turning(self) -> None:
        """Settle the one clause so that we could sign."""
        turning = self.bargain.turning
        if turning is not None:
            self.bargain.wishes[turning[0]] = [turning[1]]
            self._lay()

    # --- writing it

    def action_write(self) -> None:
        """Write the order into the draft, in place of an earlier one about the same paper."""
        self._write(self.session.line(self.bargain.order))

    def action_refuse(self) -> None:
        """Write a refusal."""
        if self.letter is not None:
            self._write(self.session.line(self.bargain.refusal))

    def _write(self, line: str) -> None:
        why = self.session.rewrite(line)
        if why:
            self._said = Text("✗ " + why, style(BAD))
            self.query_one("#sums", Sheet).show(self._sums())
        else:
            self.notify(f"✓ {self.session.word('added')}: {line}", markup=False, timeout=4)
            self.dismiss(None)

    def action_help(self) -> None:
        """Show what the keys do here."""
        from lanc_game.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.session, "negotiation", self))


def _next(things: list[int], here: int, step: int) -> int:
    """Return what follows in a list, round its end."""
    return things[(things.index(here) + step) % len(things)] if here in things else things[0]


def _sum(worth: int, width: int, language: str) -> Text:
    """Return what something is worth, at the right of its room."""
    told = signed(worth, language) if worth else "0"
    return Text(f"{told:>{width}}", style(GOOD if worth > 0 else BAD if worth < 0 else FAINT, bold=bool(worth)))
