"""`wings` and `patrons` in line mode: what a side is made of, and the powers off the map."""

from collections.abc import Iterator, Sequence

from lanc_game.chronicle.naming import faction_name, name_of, title_of, wing_name
from lanc_game.chronicle.preview import preview, refused
from lanc_game.engine.checks import Refusal
from lanc_game.engine.forecast import forecast
from lanc_game.engine.legal import legal_with, refusal
from lanc_game.engine.lexicon import find, lexicon
from lanc_game.engine.names import Fate, Verb
from lanc_game.engine.orders import Order, text_of
from lanc_game.engine.state import Vow
from lanc_game.engine.texts import Text
from lanc_game.engine.view import View
from lanc_game.engine.world import NOBODY
from lanc_game.language import say
from lanc_game.plain.describe import line
from lanc_game.plain.offers import offer_lines

THOUSAND = 1000
PERMILLE_TO_PERCENT = 10


# --- wings


def wing_lines(view: View, words: Sequence[str], language: str) -> Iterator[str]:
    """Yield our wings and what is known of the others', or those of one side. Raises OrderError."""
    world = view.world
    if not world.wings:
        yield line(language, "nothing_of_kind")
        return
    if words:
        side = find(lexicon(world).factions, " ".join(words), "faction")
        if not view.plays(side) and side not in view.wing_side:
            yield refused(world, Refusal("not_in_the_war", about=side), language)
            return
        yield from list(_wings_of(view, side, language)) or [_none(view, side, language)]
        return
    yield from list(_wings_of(view, view.faction, language)) or [_none(view, view.faction, language)]
    for other in range(len(world.factions)):
        if other != view.faction and view.plays(other):
            yield from _wings_of(view, other, language)
    for wing, side in enumerate(view.wing_side):
        if side == NOBODY:
            yield line(language, "wing_home", name=wing_name(world, wing, language))


def _none(view: View, side: int, language: str) -> str:
    if side == view.faction:
        return line(language, "no_wings")
    return line(language, "no_wings_of", side=faction_name(view.world, side, language))


def _wings_of(view: View, side: int, language: str) -> Iterator[str]:
    for wing, owner in enumerate(view.wing_side):
        if owner == side:
            yield _wing(view, wing, language)
            if side == view.faction:
                yield from _about_ours(view, wing, language)


def _wing(view: View, wing: int, language: str) -> str:
    """Return a wing in a line: whose it is, its mind where we know it, its men where they are ours."""
    world, side = view.world, view.wing_side[wing]
    ours = side == view.faction
    men = _men(view, wing) if ours else 0
    text = line(
        language,
        "wing_line" if wing in view.loyalty else "wing_unknown",
        name=name_of(world.wings[wing].name, language),
        leader=_leader(view, wing, language),
        side="" if ours else faction_name(world, side, language),
        loyalty=view.loyalty.get(wing, 0),
        grievance=view.grievance.get(wing, 0),
        share=men * 100 // max(1, THOUSAND * sum(view.total)),
        men=men // THOUSAND,
        goodwill=0 if ours else view.goodwill[wing],
    )
    return line(language, "named", id=world.wings[wing].id, text=text)


def _men(view: View, wing: int) -> int:
    """Return the men of a wing of ours, in thousandths of a man."""
    return sum(men * share for men, share in zip(view.total, view.world.wings[wing].men, strict=True))


def _leader(view: View, wing: int, language: str) -> str:
    index = view.world.wings[wing].leader
    if index < 0:
        return ""
    name = name_of(view.world.leaders[index].name, language)
    fate = Fate(view.leader_fate[index])
    if fate is Fate.WELL:
        return name
    return line(language, "leader_fate", name=name, fate=say(language, "fate", fate.name.lower()))


def _about_ours(view: View, wing: int, language: str) -> Iterator[str]:
    """Yield what threatens a wing of ours, what it was promised, and what could be promised to it."""
    world, rules = view.world, view.world.rules
    over = view.grievance[wing] - view.loyalty[wing]
    name = world.wings[wing].id
    if over > 0:
        chance = min(THOUSAND, rules.walk_chance + over * rules.walk_slope) // PERMILLE_TO_PERCENT
        yield line(language, "wing_wavers", wing=name, over=over, chance=chance)
    for vow in view.vows:
        if vow.wing == wing and vow.due >= view.turn:
            yield vow_line(view, vow, language)
            yield from deed_lines(world.promises[vow.promise].deed, language)
    for order in legal_with(view, Verb.PROMISE):
        if order.args[1] == wing:
            promise = world.promises[order.args[0]]
            yield line(
                language,
                "promise_line",
                order=text_of(world, view.faction, order),
                promise=title_of(promise.name, language),
                trust=str(promise.trust),
                honour=promise.honour,
                betrayal=str(promise.betrayal),
                months=promise.months,
            )
            yield from deed_lines(promise.deed, language)


def deed_lines(deed: Text, language: str) -> Iterator[str]:
    """Yield what counts for a mandate or a promise, where the scenario says it."""
    if deed.en:
        yield name_of(deed, language)


def vow_line(view: View, vow: Vow, language: str) -> str:
    """Return a promise that waits to be judged, at the end of the month in which it is due."""
    world = view.world
    promise = title_of(world.promises[vow.promise].name, language)
    return line(language, "vow_line", wing=world.wings[vow.wing].id, promise=promise, months=vow.due - view.turn + 1)


# --- patrons


def patron_lines(view: View, language: str) -> Iterator[str]:
    """Yield the powers that deal with us: their regard, what they send and would send, what they demand."""
    if not view.world.patrons:
        yield line(language, "nothing_of_kind")
        return
    if not view.regard:
        yield line(language, "no_patrons")
    for patron in view.regard:
        yield from _patron(view, patron, language)


def _patron(view: View, patron: int, language: str) -> Iterator[str]:
    world, regard, open_ = view.world, view.regard[patron], view.access[patron]
    definition = world.patrons[patron]
    yield line(
        language,
        "named",
        id=definition.id,
        text=line(
            language,
            "patron_line",
            name=name_of(definition.name, language),
            regard=str(regard),
            closed="" if open_ else line(language, "patron_closed"),
        ),
    )
    for aid in sorted(definition.aid, key=lambda aid: aid.regard):
        if aid.faction == view.faction:
            yield line(
                language,
                "patron_aid",
                name=definition.id,
                figure=say(language, "figure", aid.figure.name.lower()),
                by=aid.by,
                regard=aid.regard,
                now=line(language, "aid_comes") if open_ and regard >= aid.regard else "",
            )
    for offer in view.offers:
        if world.events[offer.event].patron == patron:
            yield from offer_lines(view, offer, language)
    order = Order(Verb.APPEAL, (patron,))
    if view.may(Verb.APPEAL):
        why = refusal(view, order)
        outlook = refused(world, why, language) if why else preview(forecast(view, order), language)
        yield line(language, "legal", order=text_of(world, view.faction, order), outlook=outlook)
