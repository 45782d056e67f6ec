"""What can be ordered in a region: by verb, with what each would bring. Enter adds it and the list stays open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from lanc_game.chronicle.naming import name_of, title_of
from lanc_game.chronicle.preview import refused
from lanc_game.engine.grammar import TREATY_VERBS
from lanc_game.engine.legal import accept
from lanc_game.engine.names import Verb
from lanc_game.engine.orders import Order, target_region
from lanc_game.engine.world import NOBODY
from lanc_game.language import capital, say
from lanc_game.tui.dealings.entry import Talk
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
    grouped = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._orders: list[Order | None] = []
        self.here: Order | None = None

    def inside(self) -> ComposeResult:
        """Return the list and a line for answers."""
        yield Choices(id="legal")
        yield Sheet(id="answer")

    def on_mount(self) -> None:
        """List the orders."""
        self.query_one("#answer", Sheet).can_focus = False
        self.query_one("#legal", Choices).focus()
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        """List the orders, with the cursor on the one that was chosen before."""
        self._list()
        if self.here in self._orders and self.here is not None:
            self.query_one("#legal", Choices).move_to(self._orders.index(self.here))

    def heading(self) -> str:
        """Return what the list is about."""
        return f"{self.session.word('legal_title')} · {self.session.name(self.session.region)}"

    def _list(self, cursor: int = 0) -> None:
        session = self.session
        used, free = session.cadres()
        self.titled(self.heading(), session.word("of").format(a=used, b=free))
        items: list[Item] = []
        self._orders = []
        verb: Verb | None = None
        group = ""
        for order in self._relevant():
            if order.verb is not verb:
                verb = order.verb
                if self.grouped and group_of(verb) != group:
                    group = group_of(verb)
                    rule = Text(f"── {session.word('group_' + group)} ", style(PAPER, bold=True))
                    items.append(Item((Text(), rule) if items else (rule,), heading=True))
                    self._orders.append(None)
                name = capital(say(session.language, "verb", verb.name.lower()))
                told = say(session.language, "verb_help", verb.name.lower()).partition("—")[2].strip()
                items.append(
                    Item((Text(name, style(GOLD, bold=True)).append(f"  {told}", style(FAINT)),), heading=True)
                )
                self._orders.append(None)
            items.append(Item(self._lines(order)))
            self._orders.append(order)
        if not items:
            why = Text(session.apart or session.word("nothing_legal"), style(GOLD if session.apart else MUTED))
            items = [Item((why,), heading=True)]
            self._orders = [None]
        self.query_one("#legal", Choices).offer(items, cursor)

    def _relevant(self) -> list[Order]:
        """Return the orders about the region, marches to it, and those about no region at the end; choices are the desk's."""
        session, place = self.session, self.session.region
        rank = {verb: index for index, verb in enumerate(_ORDER)}
        found: list[Order] = []
        for order in session.table.legal(session.faction):
            about = target_region(order)
            arrives = order.verb is Verb.MOVE and order.args[1] == place
            elsewhere = order.verb is Verb.PROPOSE and _local(session, order) and order.args[-1] != place
            if order.verb is not Verb.DECIDE and (about in (place, NOBODY) or arrives) and not elsewhere:
                found.append(order)
        return sorted(found, key=lambda order: (GROUPS.index(group_of(order.verb)), rank.get(order.verb, 99)))

    def _lines(self, order: Order) -> tuple[Text, ...]:
        session = self.session
        draft = session.draft()
        given = order in draft
        why = None if given or session.eyes.view is None else accept(session.eyes.view, [*draft, order])[-1][1]
        line = Text("✓ " if given else "", style(GOOD, bold=True))
        line.append(session.line(order), style(PAPER if why is None else FAINT, bold=why is None))
        line.append("  " + "●" * session.price(order), style(GOLD if why is None else FAINT))
        named, brief = told_by(session, order), session.brief(order)
        told = f"{named} · {brief}" if named and brief else named or brief
        return (line, Text(f"  {told}", style(MUTED if why is None else FAINT))) if told else (line,)

    @on(Choices.Picked)
    def picked(self, event: Choices.Picked) -> None:
        """Add the order, or take it back if it is in the draft already."""
        order = self._orders[event.index]
        if order is None:
            return
        if order.verb in _TALKS and order not in self.session.draft():
            self._talk(order)
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

    def _talk(self, order: Order) -> None:
        """Settle a letter clause by clause rather than as it happens to be listed."""
        from lanc_game.tui.screens.negotiation import NegotiationScreen

        view = self.session.eyes.view
        letter = view.letter_from(order.args[1], order.args[0]) if view is not None else None
        talk = Talk(order.args[1], order.args[0], None if order.verb is Verb.PROPOSE else letter)
        cursor = self.query_one("#legal", Choices).cursor
        self.app.push_screen(NegotiationScreen(self.session, talk), lambda _: self._list(cursor))

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


class AboutScreen(LegalScreen):
    """The orders about one thing: a treaty, a wing, a patron; those that are refused say why."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab,shift+tab", "nothing", "nothing", show=False)]
    grouped = False

    def __init__(self, session: Session, title: str, orders: Sequence[Order], here: Order | None = None) -> None:
        super().__init__(session)
        self.here = here
        self.about = title
        self.listed = list(orders)

    def heading(self) -> str:
        """Return what the list is about."""
        return capital(self.about)

    def action_nothing(self) -> None:
        """Do nothing: there is no next region here."""

    def _relevant(self) -> list[Order]:
        return self.listed

    def _lines(self, order: Order) -> tuple[Text, ...]:
        lines = super()._lines(order)
        view = self.session.eyes.view
        draft = self.session.draft()
        if view is None or order in draft:
            return lines
        why = accept(view, [*draft, order])[-1][1]
        if why is None:
            return lines
        return (*lines, Text(f"  ✗ {refused(self.session.world, why, self.session.language)}", style(BAD)))


def told_by(session: Session, order: Order) -> str:
    """Return what an order is about, where its line has names only: the option of a choice, the title of a task."""
    world, language = session.world, session.language
    match order.verb:
        case Verb.REPLY | Verb.DECIDE:
            option = world.events[order.args[0]].options[order.args[1]]
            cost = name_of(option.cost, language)
            return f"{title_of(option.text, language)}{' – ' + cost if cost else ''}"
        case Verb.PLEDGE:
            return title_of(world.mandates[order.args[0]].title, language)
        case Verb.COURT | Verb.PURGE:
            side = session.eyes.view.wing_side[order.args[0]] if session.eyes.view is not None else NOBODY
            whose = f" ({session.short(side)})" if side not in (NOBODY, session.faction) else ""
            return f"{name_of(world.wings[order.args[0]].name, language)}{whose}"
        case Verb.APPEAL:
            return name_of(world.patrons[order.args[0]].name, language)
        case Verb.PROPOSE | Verb.ACCEPT | Verb.REFUSE | Verb.COUNTER | Verb.DENOUNCE:
            return f"{name_of(world.instruments[order.args[0]].name, language)}, {session.short(order.args[1])}"
        case Verb.PROMISE:
            return name_of(world.promises[order.args[0]].name, language)
        case _:
            return ""


def _local(session: Session, order: Order) -> bool:
    return session.world.instruments[order.args[0]].local


_TALKS = (Verb.PROPOSE, Verb.ACCEPT, Verb.COUNTER)

_ORDER = (
    Verb.RAID, Verb.SABOTAGE, Verb.ATTACK, Verb.SWEEP, Verb.OFFENSIVE, Verb.AGITATE, Verb.ORGANISE, Verb.RECONCILE,
    Verb.RECRUIT, Verb.MILITIA, Verb.FORM, Verb.LEVY, Verb.CONCEDE, Verb.BRIBE, Verb.REPAIR, Verb.HOLD, Verb.HIDE,
    Verb.MUSTER, Verb.DISPERSE, Verb.GARRISON, Verb.MOVE, Verb.WITHDRAW, Verb.POLICY, Verb.CALLOFF,
    Verb.ACCEPT, Verb.COUNTER, Verb.REFUSE, Verb.PROPOSE, Verb.DENOUNCE,
    Verb.CONGRESS, Verb.PLEDGE, Verb.PROMISE, Verb.COURT, Verb.PURGE, Verb.REPLY, Verb.APPEAL, Verb.VERIFY,
)  # fmt: skip

GROUPS = ("here", "treaties", "house", "abroad")
_GROUPS = {
    **dict.fromkeys(TREATY_VERBS, "treaties"),
    **dict.fromkeys((Verb.CONGRESS, Verb.PLEDGE, Verb.PROMISE, Verb.COURT, Verb.PURGE), "house"),
    **dict.fromkeys((Verb.REPLY, Verb.APPEAL, Verb.VERIFY), "abroad"),
}


def group_of(verb: Verb) -> str:
    """Return the group that a verb is listed in: the land here, treaties, our own house, powers and talk."""
    return _GROUPS.get(verb, "here")
