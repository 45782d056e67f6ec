"""What lies on the desk: cards, the most pressing first, each with its because and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text

from lanc_game.chronicle import chronicle_of, tell
from lanc_game.chronicle.bargain import Bargain, summed
from lanc_game.chronicle.blows import blows, provoked_by
from lanc_game.chronicle.handicaps import handicaps_told
from lanc_game.chronicle.letters import letter_voice, settled
from lanc_game.chronicle.naming import giver_name, name_of, patron_name, title_of
from lanc_game.engine import facts
from lanc_game.engine.facts import Fact, OrderFailed
from lanc_game.engine.names import NEVER, Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.state import Letter, Offer
from lanc_game.engine.treaties import total
from lanc_game.engine.view import View
from lanc_game.language import capital, number, plain, say, signed
from lanc_game.tui.dealings.entry import Seats, Talk
from lanc_game.tui.dealings.tasks import rumour_sure, said_of
from lanc_game.tui.dealings.treaties import value_name
from lanc_game.tui.glyphs import BAD, FAINT, GOLD, GOOD, MUTED, PAPER, named, style
from lanc_game.tui.session import Session

MOST_CARDS = 5
MOST_NEWS = 5  # lines of what came of our dealings
MOST_BLOWS = 2
BECAUSE = "#d8b46a"

_DEALT = (facts.WingLeft, facts.TreatyEnded, facts.RelationChanged, facts.Leaked)
"""Blows that are struck in dealings, not on the land."""
_CAME = (facts.TreatySigned, facts.TreatyEnded, facts.WingLeft, facts.PromiseJudged, facts.MandateJudged)
"""What comes of our own dealings."""


class Option(NamedTuple):
    """One way to act on a card: what it says, and the order it writes or the screen it opens."""

    lines: tuple[Text, ...]
    does: Order | Talk | Seats


class Card(NamedTuple):
    """One thing on the desk. ``matters`` opens the desk by itself; ``region`` is where to look."""

    title: Text
    body: tuple[Text, ...]
    options: tuple[Option, ...] = ()
    region: int = -1
    matters: bool = True


def cards(session: Session) -> list[Card]:
    """Return what lies on the desk, the most pressing first."""
    view = session.eyes.view
    if view is None:
        return []
    apart = list(_apart(session))
    found = [*apart, *_choices(session, view), *_letters(session, view)]
    found += [*_congresses(session, view), *_mandates(session, view), *_offensives(session, view)]
    found += [*_failures(session), *_news(session), *_blows(session)]
    found += [*_rumours(session, view), *_done(session, view)]
    return [*found, *_headline(session)] if found == apart else found


def _pick(session: Session, order: Order, text: str, more: Text | None = None) -> Option:
    """Return an option that writes an order; one that is in the draft is marked."""
    chosen = order in session.draft()
    line = Text("(●) " if chosen else "( ) ", style(GOOD if chosen else MUTED)).append(text, style(PAPER, bold=True))
    return Option((line, Text("    ").append_text(more)) if more is not None and more.plain else (line,), order)


def _door(text: str, does: Talk | Seats) -> Option:
    """Return an option that opens a screen."""
    return Option((Text(" →  ", style(GOLD)).append(text, style(PAPER)),), does)


def _apart(session: Session) -> Iterator[Card]:
    """A card that says that our side is not in the war."""
    if session.plays and session.apart:
        yield Card(Text(session.apart, style(GOLD, bold=True)), (), matters=session.eyes.turn == 0)


# --- what wants an answer


def _choices(session: Session, view: View) -> Iterator[Card]:
    offers = sorted(view.offers, key=lambda offer: offer.due)
    for offer in offers:
        yield _choice(session, offer)


def _choice(session: Session, offer: Offer) -> Card:
    world, language = session.world, session.language
    event = world.events[offer.event]
    title = Text("◆ ", style(GOLD)).append(plain(event.title.get(language)), style(GOLD, bold=True))
    if event.patron >= 0:
        title.append(f" · {patron_name(world, event.patron, language)}", style(PAPER))
    if event.patron >= 0 or offer.due > session.eyes.turn:
        title.append(f" · {session.word('answer_by').format(when=session.month(offer.due))}", style(BECAUSE))
    options: list[Option] = []
    for place, option in enumerate(event.options):
        verb = event.answered_by
        cost = Text(plain(option.cost.get(language)), style(BECAUSE))
        text = plain(option.text.get(language))
        made = _pick(session, Order(verb, (offer.event, place)), text, cost)
        if place == event.default:
            made.lines[0].append(f"  {session.word('by_default')}", style(FAINT))
        options.append(made)
    return Card(title, (Text(plain(event.text.get(language)), style(PAPER)),), tuple(options))


def _letters(session: Session, view: View) -> Iterator[Card]:
    """A card for each proposal that waits for our answer: in its voice, with what would answer it."""
    for letter in view.letters:
        if letter.receiver == view.faction:
            yield _letter(session, view, letter)


def _letter(session: Session, view: View, letter: Letter) -> Card:
    world, language = session.world, session.language
    name = name_of(world.instruments[letter.instrument].name, language)
    title = Text("◇ ", style(GOLD)).append_text(named(world, letter.sender, language))
    title.append(f": {name}", style(GOLD, bold=True))
    if letter.region >= 0:
        title.append(f" · {session.name(letter.region)}", style(PAPER))
    body = [Text(letter_voice(view, letter, language), style(PAPER))]
    terms = settled(world, letter.instrument, letter.wishes, language)
    body += [Text(f"  {part.strip()}", style(MUTED)) for part in terms.split(";") if part.strip()]
    bargain = Bargain(view, letter.instrument, letter.sender, letter=letter)
    gain = bargain.gain()
    worth = Text(
        f"{session.word('worth_to_us')} {signed(total(gain), language)}", style(GOOD if total(gain) >= 0 else BAD)
    )
    worth.append(f"  {' · '.join(summed(view, gain, language, session.word('us_selves')))}", style(MUTED))
    turning = bargain.turning
    if turning is not None:
        clause = bargain.definition.clauses[turning[0]]
        told = f"{name_of(world.clauses[clause].name, language)} – {value_name(session, clause, turning[1])}"
        body.append(Text(session.word("would_turn").format(clause=told), style(BECAUSE)))
    chosen = [
        f"{name_of(clause.name, language)} – {value_name(session, bargain.definition.clauses[place], bargain.firsts[place])}"
        for place, clause in enumerate(bargain.clauses)
        if len(letter.wishes[place]) > 1
    ]
    sign = session.word("sign_so").format(terms="; ".join(chosen)) if chosen else session.word("sign_it")
    options = [
        _pick(session, bargain.order, sign, worth),
        _pick(session, bargain.refusal, session.word("refuse_letter")),
    ]
    if bargain.clauses:
        options.append(_door(session.word("answer_by_clause"), Talk(letter.sender, letter.instrument, letter)))
    return Card(title, tuple(body), tuple(options))


def _mandates(session: Session, view: View) -> Iterator[Card]:
    """One card for the tasks put forward: of them a side takes up one."""
    open_ = [task for task in view.tasks if not task.pledged]
    if not open_:
        return
    options = []
    for task in open_:
        mandate = session.world.mandates[task.mandate]
        giver = capital(giver_name(session.world, mandate, session.language))
        more = Text(f"{giver}: {name_of(mandate.text, session.language)}", style(MUTED))
        order = Order(Verb.PLEDGE, (task.mandate,))
        made = _pick(session, order, title_of(mandate.title, session.language), more)
        deed = Text(f"    {name_of(mandate.deed, session.language)}", style(BECAUSE))
        options.append(made._replace(lines=(*made.lines, deed)) if mandate.deed.en else made)
    title = Text("○ ", style(GOLD)).append(session.word("mandates_title"), style(GOLD, bold=True))
    fresh = session.eyes.turn % session.world.rules.season_months == 0
    yield Card(title, (Text(session.word("mandates_help"), style(MUTED)),), tuple(options), matters=fresh)


def _congresses(session: Session, view: View) -> Iterator[Card]:
    language = session.language
    for index, congress in enumerate(session.world.congresses):
        if not view.callable[index] or view.held[index] != NEVER:
            continue
        title = Text("▣ ", style(GOLD)).append(title_of(congress.title, language), style(GOLD, bold=True))
        title.append(f" · {session.word('can_call')}", style(MUTED))
        options = [
            _pick(session, Order(Verb.CONGRESS, (index, *plan.seats)), name_of(plan.text, language))
            for plan in congress.plans
        ]
        options.append(_door(session.word("divide_seats"), Seats(index)))
        earlier = session.table.state_before(session.eyes.turn - 1).ready[index] if session.eyes.turn else 0
        body = Text(name_of(congress.text, language), style(PAPER))
        yield Card(title, (body,), tuple(options), matters=not earlier)


def _rumours(session: Session, view: View) -> Iterator[Card]:
    if not view.rumours:
        return
    options, body = [], []
    for place, rumour in enumerate(view.rumours, 1):
        sure, shade = rumour_sure(session, rumour)
        if rumour.verified:
            body.append(Text(f"{said_of(session, rumour)} ", style(PAPER)).append(sure, style(shade)))
            continue
        made = _pick(session, Order(Verb.VERIFY, (place,)), said_of(session, rumour), Text(sure, style(shade)))
        options.append(made)
    if options:
        body.append(Text(session.word("rumours_help"), style(MUTED)))
    fresh = any(rumour.heard == session.eyes.turn - 1 for rumour in view.rumours)
    title = Text("≈ ", style(GOLD)).append(session.word("rumours_title"), style(GOLD, bold=True))
    yield Card(title, tuple(body), tuple(options), matters=fresh)


# --- what happened to us


def _failures(session: Session) -> Iterator[Card]:
    if not session.live:
        return
    failed = session.table.failures(session.faction)
    if failed:
        body = tuple(Text(_failure(session, fact), style(PAPER)) for fact in failed[:4])
        yield Card(Text(f"✗ {session.word('came_to_nothing')}", style(BAD, bold=True)), body, region=failed[0].region)


def _failure(session: Session, fact: OrderFailed) -> str:
    return tell(session.world, fact, session.language)


def _news(session: Session) -> Iterator[Card]:
    """One card for what came of our dealings last month: a treaty, a wing that left, a promise or a task judged."""
    turn = session.last_turn()
    if turn is None:
        return
    struck = [f for f in blows(session.world, turn.after, turn.facts, session.faction) if isinstance(f, _DEALT)]
    came = [f for f in turn.facts if isinstance(f, _CAME) and session.faction in (f.actor, f.other) and f not in struck]
    lines = [line for fact in [*struck, *came][:MOST_NEWS] for line in _told(session, fact)]
    if lines:
        mark, shade = ("▼ ", BAD) if struck else ("≡ ", GOLD)
        title = Text(mark, style(shade)).append(session.word("dealings_news"), style(shade, bold=True))
        yield Card(title, tuple(lines))


def _blows(session: Session) -> Iterator[Card]:
    """Yield what others did to us on the land, the heaviest first."""
    turn = session.last_turn()
    if turn is None:
        return
    struck = blows(session.world, turn.after, turn.facts, session.faction)
    for fact in [fact for fact in struck if not isinstance(fact, _DEALT)][:MOST_BLOWS]:
        title = Text("▼ ", style(BAD)).append(session.name(fact.region), style(BAD, bold=True))
        yield Card(title, tuple(_told(session, fact)), region=fact.region)


def _told(session: Session, fact: Fact) -> list[Text]:
    """Return what happened, with the orders of ours that it answers."""
    orders = [month.orders[session.faction] for month in session.table.turns[: session.eyes.turn]]
    lines = [Text(tell(session.world, fact, session.language), style(PAPER))]
    answered = [f"{session.line(order)} ({session.month(month)})" for month, order in provoked_by(orders, fact)]
    if answered:
        lines.append(Text(f"{session.word('because')} {', '.join(answered)}", style(BECAUSE)))
    return lines


def _offensives(session: Session, view: View) -> Iterator[Card]:
    for operation in view.operations:
        if operation.faction == session.faction:
            continue
        title = Text("⚑ ", style(BAD)).append(session.word("offensive_title"), style(BAD, bold=True))
        places = ", ".join(session.name(region) for region in operation.regions)
        until = session.month(min(operation.until, len(session.world.turns) - 1))
        body = Text().append_text(named(session.world, operation.faction, session.language)).append(": ")
        body.append(session.word("offensive").format(where=places, until=until), style(PAPER))
        if operation.band:
            body.append(f" · ~{number(operation.band, session.language)}", style(MUTED))
        lines = [body]
        if session.plays and any(view.total[region] for region in operation.regions):
            lines.append(Text(session.word("offensive_help"), style(BECAUSE)))
        yield Card(title, tuple(lines), region=operation.regions[0])


def _done(session: Session, view: View) -> Iterator[Card]:
    done = [work for work in view.works if work.left <= 1]
    if done:
        lines = [
            Text(f"{say(session.language, 'verb', Verb(w.verb).name.lower())} · {session.name(w.region)}", style(PAPER))
            for w in done[:4]
        ]
        yield Card(Text(f"◔ {session.word('done_soon')}", style(GOOD, bold=True)), tuple(lines), matters=False)


def _headline(session: Session) -> Iterator[Card]:
    turn = session.last_turn()
    if turn is None:
        note = plain(session.world.summary.get(session.language))
        uneven = capital(handicaps_told(session.world, session.language))
        lines = tuple(Text(line, style(PAPER)) for line in (note, uneven) if line)
        yield Card(Text(session.word("first_desk"), style(GOLD, bold=True)), lines, matters=False)
        return
    told = chronicle_of(session.world, turn.after, turn.facts, session.faction, session.language)
    for entry in sorted(told, key=lambda entry: -entry.weight)[:2]:
        title = Text(session.month(session.eyes.turn - 1), style(GOLD, bold=True))
        yield Card(title, (Text(plain(entry.text), style(PAPER)),), region=entry.region, matters=False)
