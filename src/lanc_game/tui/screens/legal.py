"""What can be ordered in a region: by verb, with what each would bring. Enter adds it and the list stays open."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from lanc_game.engine.legal import accept
from lanc_game.engine.names import Verb
from lanc_game.engine.orders import Order, target_region
from lanc_game.engine.world import NOBODY
from lanc_game.language import capital, say
from lanc_game.tui.glyphs import BAD, FAINT, GOLD, GOOD, MUTED, PAPER, style
from lanc_game.tui.screens.modal import Over
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Choices, Item, Sheet


class LegalScreen(Over[None]):
    """The orders for one region."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", "undo"),
        Binding("l", "close", "close", show=False),
        Binding("tab", "next_region(1)", "next_region", key_display="Tab"),
        Binding("shift+tab", "next_region(-1)", "next_region", show=False),
    ]
    place = "side"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._orders: list[Order | None] = []

    def inside(self) -> ComposeResult:
        """Return the list and a line for answers."""
        yield Choices(id="legal")
        yield Sheet(id="answer")

    def on_mount(self) -> None:
        """List the orders."""
        self.query_one("#answer", Sheet).can_focus = False
        self.query_one("#legal", Choices).focus()
        self.call_after_refresh(self._list)

    def _list(self, cursor: int = 0) -> None:
        session = self.session
        used, free = session.cadres()
        self.titled(
            f"{session.word('legal_title')} · {session.name(session.region)}",
            session.word("of").format(a=used, b=free),
        )
        items: list[Item] = []
        self._orders = []
        verb: Verb | None = None
        for order in self._relevant():
            if order.verb is not verb:
                verb = order.verb
                name = capital(say(session.language, "verb", verb.name.lower()))
                told = say(session.language, "verb_help", verb.name.lower()).partition("—")[2].strip()
                items.append(
                    Item((Text(name, style(GOLD, bold=True)).append(f"  {told}", style(FAINT)),), heading=True)
                )
                self._orders.append(None)
            items.append(Item(self._lines(order)))
            self._orders.append(order)
        if not items:
            items = [Item((Text(session.word("nothing_legal"), style(MUTED)),), heading=True)]
            self._orders = [None]
        self.query_one("#legal", Choices).offer(items, cursor)

    def _relevant(self) -> list[Order]:
        """Return the orders about the region, marches to it, and those about no region at the end."""
        here, elsewhere = [], []
        for order in self.session.table.legal(self.session.faction):
            about = target_region(order)
            arrives = order.verb is Verb.MOVE and order.args[1] == self.session.region
            if order.verb is Verb.DECIDE:
                continue
            if about == self.session.region or arrives:
                here.append(order)
            elif about == NOBODY:
                elsewhere.append(order)
        rank = {verb: index for index, verb in enumerate(_ORDER)}
        here.sort(key=lambda order: rank.get(order.verb, len(rank)))
        return here + elsewhere

    def _lines(self, order: Order) -> tuple[Text, ...]:
        session = self.session
        draft = session.draft()
        given = order in draft
        why = None if given or session.eyes.view is None else accept(session.eyes.view, [*draft, order])[-1][1]
        line = Text("✓ " if given else "", style(GOOD, bold=True))
        line.append(session.line(order), style(PAPER if why is None else FAINT, bold=why is None))
        line.append("  " + "●" * session.price(order), style(GOLD if why is None else FAINT))
        told = session.brief(order)
        return (line, Text(f"  {told}", style(MUTED if why is None else FAINT))) if told else (line,)

    @on(Choices.Picked)
    def picked(self, event: Choices.Picked) -> None:
        """Add the order, or take it back if it is in the draft already."""
        order = self._orders[event.index]
        if order is None:
            return
        draft = self.session.draft()
        answer = self.query_one("#answer", Sheet)
        if order in draft:
            self.session.table.drop(self.session.faction, draft.index(order) + 1)
            answer.show([Text(f"{self.session.word('taken_back')}: {self.session.line(order)}", style(MUTED))])
        else:
            why = self.session.add(order)
            if why:
                answer.show([Text("✗ " + why, style(BAD))])
            else:
                answer.show([Text(f"✓ {self.session.word('added')}: {self.session.line(order)}", style(GOOD))])
        self._list(event.index)

    def action_undo(self) -> None:
        """Take the last order back."""
        order = self.session.table.drop(self.session.faction, len(self.session.draft()))
        if order is not None:
            text = f"{self.session.word('taken_back')}: {self.session.line(order)}"
            self.query_one("#answer", Sheet).show([Text(text, style(MUTED))])
            self._list(self.query_one("#legal", Choices).cursor)

    def action_next_region(self, step: int) -> None:
        """List the next region where something of ours is."""
        view = self.session.eyes.view
        if view is None:
            return
        own = [r for r in range(len(view.total)) if view.total[r] or view.council[r] or r == self.session.region]
        own.sort(key=self.session.name)
        self.session.region = own[(own.index(self.session.region) + step) % len(own)]
        from lanc_game.tui.screens.base import MapScreen

        for screen in self.app.screen_stack:
            if isinstance(screen, MapScreen):
                screen.choose_region(self.session.region)
        self._list()

    def action_close(self) -> None:
        """Go back to the board."""
        self.dismiss(None)


_ORDER = (
    Verb.RAID, Verb.SABOTAGE, Verb.ATTACK, Verb.SWEEP, Verb.OFFENSIVE, Verb.AGITATE, Verb.ORGANISE, Verb.RECONCILE,
    Verb.RECRUIT, Verb.MILITIA, Verb.FORM, Verb.LEVY, Verb.CONCEDE, Verb.BRIBE, Verb.REPAIR, Verb.HOLD, Verb.HIDE,
    Verb.MUSTER, Verb.DISPERSE, Verb.GARRISON, Verb.MOVE, Verb.WITHDRAW, Verb.POLICY, Verb.CALLOFF,
)  # fmt: skip
