"""A congress: its seats divided among the wings, with what each takes for its due and would make of it."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from lanc_game.chronicle.naming import name_of, title_of, wing_name
from lanc_game.engine.names import Verb
from lanc_game.engine.orders import Order
from lanc_game.language import capital, say, signed
from lanc_game.tui.glyphs import BAD, FAINT, GOLD, GOOD, MUTED, PAPER, style
from lanc_game.tui.screens.modal import Over
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Choices, Item, Sheet

WIDEST = 30  # a bar of seats
NAMES = 28
MANY = 20  # seats from which they are also moved ten at a time


class Wings(Choices):
    """The wings, a line each; Enter calls the congress."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "pick", "call_it", key_display="Enter")]


class CongressScreen(Over[None]):
    """Left and right move seats; Enter writes the order."""

    KEY_ORDER: ClassVar[tuple[str, ...]] = ("call_it", "move_seat", "ten_seats", "plan", "help", "close")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "call", "call_it", key_display="Enter"),
        Binding("right,plus", "seat(1)", "move_seat", key_display="←→"),
        Binding("left,minus", "seat(-1)", "move_seat", show=False),
        Binding("shift+right,greater_than_sign", "seat(10)", "ten_seats", key_display="< >"),
        Binding("shift+left,less_than_sign", "seat(-10)", "ten_seats", show=False),
        Binding("p", "plan", "plan"),
        Binding("f1,question_mark", "help", "help", key_display="F1"),
    ]

    def __init__(self, session: Session, congress: int) -> None:
        super().__init__(session)
        self.number = congress
        self.congress = session.world.congresses[congress]
        written = next((o for o in session.draft() if o.verb is Verb.CONGRESS and o.args[0] == congress), None)
        self.plan = -1
        self.seats = list(written.args[1:]) if written is not None else list(self._due())
        self._why = ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer ten seats at a time only where there are many."""
        return action != "seat" or parameters[0] in (1, -1) or self.congress.seats >= MANY

    def _due(self) -> list[int]:
        """Return seats by due; what is left over or missing goes to, or comes from, the wing with most."""
        seats = list(self.congress.dues)
        seats[seats.index(max(seats))] += self.congress.seats - sum(seats)
        return [max(0, count) for count in seats]

    @property
    def free(self) -> int:
        """Seats that nobody has yet."""
        return self.congress.seats - sum(self.seats)

    def inside(self) -> ComposeResult:
        """Return the text, the wings and what follows."""
        yield Sheet(id="about_congress")
        yield Wings(id="seats")
        yield Sheet(id="sums")

    def on_mount(self) -> None:
        """Lay the seats out."""
        session = self.session
        self.titled(
            title_of(self.congress.title, session.language), session.word("seats_of").format(n=self.congress.seats)
        )
        self.query_one("#sums", Sheet).can_focus = False
        self.query_one("#about_congress", Sheet).can_focus = False
        self.query_one("#seats", Choices).focus()
        self.call_after_refresh(self._lay)

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self.call_after_refresh(self._lay)

    def _lay(self) -> None:
        session = self.session
        self.query_one("#about_congress", Sheet).show(
            [Text(name_of(self.congress.text, session.language), style(MUTED))]
        )
        choices = self.query_one("#seats", Choices)
        choices.offer([Item(self._wing(place)) for place in range(len(self.seats))], choices.cursor)
        choices.styles.height = 2 * len(self.seats)
        lines = []
        if self._why:
            lines.append(Text("✗ " + self._why, style(BAD)))
        elif self.free:
            lines.append(Text(session.word("seats_free").format(n=self.free), style(GOLD)))
        else:
            lines.append(Text(session.line(self.order), style(PAPER, bold=True)))
        for index, plan in enumerate(self.congress.plans):
            here = list(plan.seats) == self.seats
            text = Text(" ● " if here else " ○ ", style(GOLD if here else FAINT))
            text.append(name_of(plan.text, session.language), style(PAPER if here else MUTED))
            lines.append(text)
            if here:
                self.plan = index
        self.query_one("#sums", Sheet).show(lines)

    def _wing(self, place: int) -> tuple[Text, ...]:
        session, congress = self.session, self.congress
        wing, got, due = congress.wings[place], self.seats[place], congress.dues[place]
        text = Text(
            f"{capital(wing_name(session.world, wing, session.language))[:NAMES]:<{NAMES}} ", style(PAPER, bold=True)
        )
        text.append(f"{got:>4}", style(GOLD, bold=True))
        text.append(f"  {session.word('due').format(n=due)}", style(MUTED))
        over = got - due
        view = session.eyes.view
        ours = view is not None and view.wing_side[wing] == view.faction
        if not ours:
            text.append(f"  {session.word('not_ours')}", style(FAINT))
        elif over:
            figure = say(session.language, "figure", "loyalty" if over > 0 else "grievance")
            told = f"  {figure} {signed(abs(over) * congress.seat, session.language)}"
            text.append(told, style(GOOD if over > 0 else BAD, bold=True))
        else:
            text.append(f"  {session.word('content')}", style(MUTED))
        room = min(WIDEST, congress.seats)
        cells = [round(count * room / max(1, congress.seats)) for count in (got, due)]
        bar = Text("  ")
        for cell in range(room):
            full, mark = cell < cells[0], cell == cells[1] - 1
            bar.append("▮" if full else "▯", style(GOLD if mark else PAPER if full else FAINT, bold=mark))
        return text, bar

    @property
    def order(self) -> Order:
        """The order that calls it so."""
        return Order(Verb.CONGRESS, (self.number, *self.seats))

    def action_seat(self, step: int) -> None:
        """Give the chosen wing seats, free ones first, then of the one furthest over its due; or take some from it."""
        self._why = ""
        place = self.query_one("#seats", Choices).cursor
        for _ in range(abs(step)):
            if step < 0 and self.seats[place]:
                self.seats[place] -= 1
            elif step > 0 and (self.free > 0 or self._give_up(place)):
                self.seats[place] += 1
        self._lay()

    def _give_up(self, place: int) -> bool:
        """Take a seat from the other wing that is furthest over its due; say whether there was one."""
        others = [other for other, count in enumerate(self.seats) if other != place and count]
        if not others:
            return False
        self.seats[max(others, key=lambda other: self.seats[other] - self.congress.dues[other])] -= 1
        return True

    def action_plan(self) -> None:
        """Take the next plan."""
        self._why = ""
        self.plan = (self.plan + 1) % len(self.congress.plans)
        self.seats = list(self.congress.plans[self.plan].seats)
        self._lay()

    @on(Choices.Picked, "#seats")
    def enter_pressed(self) -> None:
        """Call it."""
        self.action_call()

    def action_call(self) -> None:
        """Write the order, in place of an earlier one."""
        line = self.session.line(self.order)
        self._why = self.session.rewrite(line)
        if self._why:
            self._lay()
            return
        self.notify(f"✓ {self.session.word('added')}: {line}", markup=False, timeout=4)
        self.dismiss(None)

    def action_help(self) -> None:
        """Show what the keys do here."""
        from lanc_game.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.session, "congress", self))
