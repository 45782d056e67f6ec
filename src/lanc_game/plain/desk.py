"""`desk` in line mode: what waits for you and what was done to you, as cards of a few lines, the most pressing first."""

from collections.abc import Iterator

from lanc_game.chronicle.blows import MOST_BLOWS, blows, provoked_by
from lanc_game.chronicle.dealt import rumour_text, seats_text
from lanc_game.chronicle.letters import answers_to, letter_text, letter_voice, turning_counter
from lanc_game.chronicle.naming import giver_name, name_of, title_of
from lanc_game.chronicle.sentences import tell
from lanc_game.engine.legal import refusal
from lanc_game.engine.names import NEVER, Verb
from lanc_game.engine.orders import Order, text_of
from lanc_game.engine.state import Letter
from lanc_game.engine.view import View, view_of
from lanc_game.language import say
from lanc_game.plain.describe import line
from lanc_game.plain.houses import deed_lines, vow_line
from lanc_game.plain.offers import deadline, offer_lines, titled
from lanc_game.table import Table

MOST_CARDS = 5
Card = list[str]


def desk_lines(
    table: Table, seat: int, language: str, *, everything: bool = False, opening: bool = False
) -> Iterator[str]:
    """Yield the first cards of a desk, or all. As a month opens, in short what was told already."""
    view = table.view(seat)
    cards = [card for card in _cards(table, view, language, opening) if card]
    for card in cards if everything else cards[:MOST_CARDS]:
        yield from card
    if len(cards) > MOST_CARDS and not everything:
        yield line(language, "desk_more", cards=len(cards) - MOST_CARDS)


def _cards(table: Table, view: View, language: str, opening: bool) -> Iterator[Card]:
    """Yield what lies on the desk in the order of urgency; a card can be empty."""
    before = view_of(table.world, table.state_before(view.turn - 1), view.faction) if opening and table.turns else None
    if view.in_play and not table.over:
        for offer in sorted(view.offers, key=lambda offer: offer.due):
            yield list(offer_lines(view, offer, language))
        for letter in view.letters:
            if letter.receiver == view.faction:
                yield list(_letter(view, letter, language))
        for number in range(len(view.world.congresses)):
            yield list(_congress(view, before, number, language))
        yield list(_mandates(view, before, language))
        yield list(_rumours(view, before, language))
    yield list(_blows(table, view, language, opening))
    yield list(_pledged(view, language, opening))
    yield list(_works(view, language))


def _letter(view: View, letter: Letter, language: str) -> Iterator[str]:
    """Yield a letter, what its writer says, and the orders that answer it with what each is worth."""
    yield letter_text(view, letter, language)
    yield letter_voice(view, letter, language)
    for order, outlook in answers_to(view, letter, language):
        yield line(language, "legal", order=order, outlook=outlook)
    counter = turning_counter(view, letter, language)
    if counter:
        yield counter
    yield deadline(view, letter.written + view.world.rules.letter_months, language)


def _congress(view: View, before: View | None, number: int, language: str) -> Iterator[str]:
    """Yield a congress that can be called, and its plans as orders; in short if that was told ``before``."""
    world = view.world
    congress = world.congresses[number]
    if not view.callable[number] or view.held[number] != NEVER or not view.may(Verb.CONGRESS):
        return
    if before is not None and before.callable[number]:
        title = title_of(congress.title, language)
        yield line(language, "congress_still", congress=congress.id, title=title)
        return
    title = titled(congress.title, congress.text, language)
    yield line(language, "congress_line", congress=congress.id, title=title, text="", seats=0, dues="", state="")
    dues = seats_text(world, congress.wings, congress.dues, language)
    by = str(congress.seat)
    yield line(language, "congress_dues", congress=congress.id, seats=congress.seats, dues=dues, by=by)
    for plan in congress.plans:
        seated = [(wing, seats) for wing, seats in zip(congress.wings, plan.seats, strict=True) if seats]
        yield line(
            language,
            "congress_plan",
            congress=congress.id,
            plan=plan.id,
            text=title_of(plan.text, language),
            seats=seats_text(world, [wing for wing, _ in seated], [seats for _, seats in seated], language),
        )


def _mandates(view: View, before: View | None, language: str) -> Iterator[str]:
    """Yield the tasks on offer this season, as orders; in short if they were told ``before``."""
    world = view.world
    offered = [task.mandate for task in view.tasks if not task.pledged]
    if not view.may(Verb.PLEDGE) or not offered:
        return
    for number in offered:
        mandate = world.mandates[number]
        if before is not None and any(task.mandate == number for task in before.tasks):
            yield line(language, "pledge_still", mandate=mandate.id, title=title_of(mandate.title, language))
            continue
        yield line(
            language,
            "mandate_line",
            mandate=mandate.id,
            title=titled(mandate.title, mandate.text, language),
            text="",
            giver=giver_name(world, mandate, language),
            months=mandate.months,
        )
        yield from deed_lines(mandate.deed, language)
    season = world.rules.season_months
    last = min(view.turn + season - 1 - view.turn % season, len(world.turns) - 1)
    yield line(language, "pledge_until", when=name_of(world.turns[last].name, language))


def _pledged(view: View, language: str, opening: bool) -> Iterator[str]:
    """Yield what was pledged and promised, and when it is judged; by what, where a month does not just open."""
    world = view.world
    for task in view.tasks:
        if task.pledged:
            mandate = world.mandates[task.mandate]
            yield line(
                language,
                "mandate_pledged",
                giver=giver_name(world, mandate, language),
                title=title_of(mandate.title, language),
                months=task.due - view.turn + 1,
            )
            if not opening:
                yield from deed_lines(mandate.deed, language)
    for vow in view.vows:
        if vow.due >= view.turn:
            yield vow_line(view, vow, language)
            if not opening:
                yield from deed_lines(world.promises[vow.promise].deed, language)


def _rumours(view: View, before: View | None, language: str) -> Iterator[str]:
    """Yield what is said, numbered, how sure it is, and how to find out; as a month opens, only what is new."""
    for number, rumour in enumerate(view.rumours, 1):
        if before is not None and rumour in before.rumours:
            continue
        verdict = line(language, "rumour_true" if rumour.true else "rumour_false") if rumour.verified else ""
        yield line(
            language,
            "rumour_line",
            number=number,
            rumour=rumour_text(view.world, rumour.kind, rumour.a, rumour.b, language),
            odds=str(rumour.odds),
            verdict=verdict,
        )
        if refusal(view, Order(Verb.VERIFY, (number,))) is None:
            yield line(language, "rumour_ask", number=number)


def _blows(table: Table, view: View, language: str, opening: bool) -> Iterator[str]:
    """Yield what others did to us last month, with the orders of ours that it answers; those that answer the same together.

    As a month opens the month's page has just told all of it: then only the heaviest that answers an order of ours.
    """
    if not table.turns:
        return
    seat, last = view.faction, table.turns[-1]
    orders = [turn.orders[seat] for turn in table.turns]
    struck = [(fact, provoked_by(orders, fact)) for fact in blows(view.world, last.after, last.facts, seat)]
    shown = [each for each in struck if each[1]][:1] if opening else struck[:MOST_BLOWS]
    for place, (fact, because) in enumerate(shown):
        yield line(language, "blow", told=tell(view.world, fact, language))
        same = place + 1 < len(shown) and shown[place + 1][1] == because
        if because and not same:
            said = [
                line(
                    language,
                    "blow_order",
                    order=text_of(view.world, seat, order),
                    when=name_of(view.world.turns[month].name, language),
                )
                for month, order in because
            ]
            yield line(language, "blow_because", orders=", ".join(said))


def _works(view: View, language: str) -> Iterator[str]:
    for work in view.works:
        verb = say(language, "verb", Verb(work.verb).name.lower())
        yield line(language, "work", verb=verb, region=view.world.regions[work.region].id, months=work.left)
