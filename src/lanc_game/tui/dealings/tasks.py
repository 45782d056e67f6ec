"""What is asked of us and what we have promised: mandates, promises, congresses, and what is said of others."""

from __future__ import annotations

from rich.text import Text

from lanc_game.chronicle.dealt import rumour_text
from lanc_game.chronicle.naming import giver_name, name_of, title_of, wing_name
from lanc_game.engine.names import NEVER, Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.state import Rumour, Task
from lanc_game.engine.view import View
from lanc_game.language import capital, plain, say
from lanc_game.tui.dealings.entry import Entry, Orders, Seats, gap, heading, line, note, title
from lanc_game.tui.glyphs import BAD, GOLD, GOOD, MUTED, PAPER, style
from lanc_game.tui.session import Session
from lanc_game.tui.widgets.sheet import Item


def entries(session: Session, width: int) -> list[Entry]:  # noqa: ARG001 - one shape for all lists
    """Return mandates, promises, congresses and rumours; they are nobody else's to see."""
    view = session.eyes.view
    if view is None:
        return [heading(session.word("own_only"))]
    found = [heading(session.word("mandates"))]
    found += [_task(session, view, task) for task in view.tasks] or [note(session.word("no_mandates"))]
    found += [
        gap(),
        heading(session.word("promises")),
        *(_promises(session, view) or [note(session.word("no_promises"))]),
    ]
    meetings = [_congress(session, view, i) for i, c in enumerate(session.world.congresses) if c.host == view.faction]
    if meetings:
        found += [gap(), heading(session.word("congresses")), *meetings]
    found += [gap(), heading(session.word("rumours"))]
    said = [_rumour(session, number, rumour) for number, rumour in enumerate(view.rumours, 1)]
    return found + (said or [note(session.word("no_rumours"))])


def _task(session: Session, view: View, task: Task) -> Entry:
    mandate = session.world.mandates[task.mandate]
    giver = capital(giver_name(session.world, mandate, session.language))
    order = Order(Verb.PLEDGE, (task.mandate,))
    given = order in session.draft()
    text = Text("● " if task.pledged else "✓ " if given else "○ ", style(GOOD if task.pledged or given else GOLD))
    text.append(title_of(mandate.title, session.language), style(PAPER, bold=True))
    if task.pledged:
        text.append(f"  {session.word('judged_in').format(when=session.month(task.due))}", style(GOLD))
    elif given:
        text.append(f"  {session.word('in_draft')}", style(GOOD))
    who = Text(f"    {giver}", style(MUTED))

    def page() -> list[Text]:
        lines = [Text(title_of(mandate.title, session.language), style(PAPER, bold=True)), line(giver, MUTED), Text()]
        lines.append(Text(name_of(mandate.text, session.language), style(PAPER)))
        if mandate.deed.en:
            lines.append(Text(name_of(mandate.deed, session.language), style(GOLD)))
        lines.append(line(session.word("months_for_it").format(n=mandate.months), MUTED))
        if task.pledged:
            lines += [Text(), line(session.word("pledged_until").format(when=session.month(task.due)), GOOD)]
        elif given:
            until = session.month(session.eyes.turn + mandate.months)
            lines += [Text(), line(session.word("pledge_given").format(when=until), GOOD)]
        elif any(o.verb is Verb.PLEDGE for o in session.draft()):
            lines += [Text(), line(session.word("pledge_other"), GOLD)]
        else:
            lines += [Text(), line(session.word("pledge_help"), GOLD)]
        return lines

    deed = Orders(session.word("mandates"), _pledges(view), order) if session.acts and not task.pledged else None
    return Entry(Item((text, who)), page, (), deed)


def _pledges(view: View) -> tuple[Order, ...]:
    return tuple(Order(Verb.PLEDGE, (task.mandate,)) for task in view.tasks if not task.pledged)


def _promises(session: Session, view: View) -> list[Entry]:
    found: list[Entry] = []
    for vow in view.vows:
        name = name_of(session.world.promises[vow.promise].name, session.language)
        over = vow.due < session.eyes.turn
        text = Text("· " if over else "◔ ", style(MUTED if over else GOLD))
        text.append(name, style(MUTED if over else PAPER, bold=not over))
        text.append(f"  {wing_name(session.world, vow.wing, session.language)}", style(MUTED))
        key = "judged" if over else "judged_in"
        text.append(f"  {session.word(key).format(when=session.month(vow.due))}", style(MUTED if over else GOLD))
        found.append(Entry(Item((text,)), lambda index=vow.promise: _promise_page(session, index)))  # type: ignore[misc]
    for index, promise in enumerate(session.world.promises):
        left = [w for w in promise.wings if not any((v.promise, v.wing) == (index, w) for v in view.vows)]
        open_ = [wing for wing in left if view.wing_side[wing] == view.faction]
        if not view.promisable[index] or not open_ or not view.in_play:
            continue
        text = Text("○ ", style(GOLD)).append(name_of(promise.name, session.language), style(PAPER, bold=True))
        names = ", ".join(wing_name(session.world, wing, session.language) for wing in open_)
        who = Text(f"    {session.word('can_promise').format(to=names)}", style(MUTED))
        orders = tuple(Order(Verb.PROMISE, (index, wing)) for wing in open_)
        deed = Orders(name_of(promise.name, session.language), orders) if session.acts else None
        found.append(Entry(Item((text, who)), lambda index=index: _promise_page(session, index), (), deed))  # type: ignore[misc]
    return found


def _promise_page(session: Session, index: int) -> list[Text]:
    promise = session.world.promises[index]
    lines = [Text(name_of(promise.name, session.language), style(PAPER, bold=True)), Text()]
    if promise.deed.en:
        lines.append(Text(name_of(promise.deed, session.language), style(GOLD)))
    for key, amount, shade in (
        ("trust", promise.trust, GOOD),
        ("honour", promise.honour, GOOD),
        ("betrayal", promise.betrayal, BAD),
    ):
        lines.append(line(session.word("promise_" + key).format(n=amount), shade))
    return [*lines, line(session.word("promise_after").format(n=promise.months), MUTED)]


def _congress(session: Session, view: View, index: int) -> Entry:
    congress = session.world.congresses[index]
    held, ready = view.held[index], bool(view.callable[index])
    given = any(order.verb is Verb.CONGRESS and order.args[0] == index for order in session.draft())
    text = Text("● " if held != NEVER else "○ " if ready else "· ", style(GOLD if ready else MUTED))
    text.append(title_of(congress.title, session.language), style(PAPER, bold=ready))
    waits = "in_draft" if given else "can_call" if ready else "not_ready"
    key = waits if held == NEVER else "held_in" if held >= 0 else "held_before"
    told = session.word(key).format(when=session.month(max(0, held)))
    text.append(f"  {told}", style(GOLD if ready and not given else MUTED))

    def page() -> list[Text]:
        lines = [Text(title_of(congress.title, session.language), style(PAPER, bold=True)), Text()]
        lines.append(Text(name_of(congress.text, session.language), style(PAPER)))
        lines += [Text(), title(session.word("seats_due").format(n=congress.seats))]
        for place, wing in enumerate(congress.wings):
            got = view.seats[index * len(session.world.wings) + wing]
            told = (
                session.word("seats_got").format(got=got, due=congress.dues[place])
                if held != NEVER
                else str(congress.dues[place])
            )
            lines.append(line(f"{capital(wing_name(session.world, wing, session.language))}: {told}"))
        history = plain(congress.note.get(session.language))
        return [*lines, Text(), title(session.word("history")), Text(history, style(MUTED))] if history else lines

    deed = Seats(index) if session.acts and ready and held == NEVER else None
    return Entry(Item((text,)), page, (), deed)


def said_of(session: Session, rumour: Rumour) -> str:
    """Return what is said, as a sentence."""
    return capital(rumour_text(session.world, rumour.kind, rumour.a, rumour.b, session.language)) + "."


def rumour_sure(session: Session, rumour: Rumour) -> tuple[str, str]:
    """Return how sure it is, in words and with a colour."""
    if rumour.verified:
        return (session.word("rumour_true"), GOOD) if rumour.true else (session.word("rumour_false"), BAD)
    return session.word("rumour_odds").format(n=rumour.odds), GOLD


def _rumour(session: Session, number: int, rumour: Rumour) -> Entry:
    sure, shade = rumour_sure(session, rumour)
    text = Text(f"{number} ", style(GOLD, bold=True)).append(said_of(session, rumour), style(PAPER))
    text.append(f"  {sure}", style(shade))
    order = Order(Verb.VERIFY, (number,))
    deed = Orders(say(session.language, "verb", "verify"), (order,)) if session.acts and not rumour.verified else None
    page = [Text(said_of(session, rumour), style(PAPER, bold=True)), Text(f"  {sure}", style(shade))]
    page.append(line(session.word("heard_in").format(when=session.month(rumour.heard)), MUTED))
    return Entry(Item((text,)), lambda: page, (), deed)
