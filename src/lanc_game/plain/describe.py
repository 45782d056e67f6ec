"""What a player can ask about, in lines: regions, forces, the desk, relations, intents. Every line is one fact."""

from collections.abc import Iterator, Sequence

from lanc_game.engine.names import LinkKind, Posture, Relation, Status, Verb
from lanc_game.engine.orders import Order, text_of
from lanc_game.engine.view import View
from lanc_game.engine.world import NOBODY, SLOTS
from lanc_game.language import listing, number, plain, say

PERMILLE_TO_PERCENT = 10
EXACT = 2


def header(view: View, language: str) -> str:
    """Return the line that opens a month: date, side, and what it has to work with."""
    world = view.world
    turn = world.turns[min(view.turn, len(world.turns) - 1)]
    side = world.factions[view.faction]
    parts = [
        turn.name.get(language),
        side.short.get(language),
        f"{say(language, 'figure', 'cadres')} {view.free_cadres}/{view.cadres}",
        f"{say(language, 'figure', 'arms')} {number(view.arms, language)}",
        f"{say(language, 'figure', 'supplies')} {number(view.supplies, language)}",
        f"{say(language, 'figure', 'standing')} {view.standing[view.faction]}",
    ]
    return " · ".join(parts)


def name_of(view: View, faction: int, language: str) -> str:
    """Return a faction's short name, or a dash for nobody."""
    return plain(view.world.factions[faction].short.get(language)) if faction != NOBODY else "–"


def region_lines(view: View, region: int, language: str) -> Iterator[str]:
    """Yield what is known of a region."""
    world = view.world
    place = world.regions[region]
    sight = view.sights[region]
    worth = [say(language, "worth", w.name.lower()) for w in place.worth]
    facts = [say(language, "terrain", place.terrain.name.lower()), f"{number(place.people, language)} 000", *worth]
    yield f"{plain(place.full_name.get(language))}: {' · '.join(facts)}"
    yield f"towns ({', '.join(plain(t.name.get(language)) for t in place.towns)}): {name_of(view, view.town[region], language)}"
    yield f"country: {name_of(view, view.country[region], language)}"
    if sight.level:
        yield f"fear {sight.fear // PERMILLE_TO_PERCENT} %, feuds {view.feuds[region]}"
        for faction in world.movements:
            if sight.sympathy[faction] or sight.councils[faction]:
                yield (
                    f"{name_of(view, faction, language)}: sympathy {sight.sympathy[faction] // PERMILLE_TO_PERCENT} %, "
                    f"council {sight.councils[faction]}"
                )
        yield f"uncommitted {view.uncommitted(region) // PERMILLE_TO_PERCENT} %"
    else:
        yield "nothing is known of its people"
    yield from _forces_here(view, region, language)
    yield from _ways(view, region, language)


def _forces_here(view: View, region: int, language: str) -> Iterator[str]:
    world = view.world
    if view.total[region]:
        units = world.slots[view.faction]
        men = [
            f"{plain(unit.plural.get(language))} {number(view.men[region * SLOTS + slot], language)}"
            for slot, unit in enumerate(units)
            if view.men[region * SLOTS + slot]
        ]
        posture = say(language, "posture", Posture(view.posture[region]).name.lower())
        yield f"your men here: {', '.join(men)} ({posture})"
    sight = view.sights[region]
    for seen in sight.forces:
        exact = sight.level == EXACT
        count = number(seen.men, language) if exact else f"about {number(seen.men, language)}"
        age = view.turn - 1 - sight.turn
        when = "" if age <= 0 else f" (seen {world.turns[max(0, sight.turn)].label})"
        yield f"{name_of(view, seen.faction, language)} here: {count} men{when}"
    for index, leader in enumerate(world.leaders):
        if view.leader_region[index] == region and view.leader_fate[index] == 0:
            yield f"{plain(leader.name.get(language))} is here"


def _ways(view: View, region: int, language: str) -> Iterator[str]:
    world = view.world
    for other, link in world.neighbours[region]:
        kind = world.links[link].kind
        notes = [say(language, "link", kind.name.lower())]
        if view.cut[link]:
            notes.append(f"cut, {view.cut[link]} months")
        if view.winter and kind in (LinkKind.PASS, LinkKind.HIGHROAD):
            notes.append("snow")
        yield f"way to {plain(world.regions[other].name.get(language))}: {', '.join(notes)}"
    for exit_ in world.exits_by_region[region]:
        yield f"way out to {plain(exit_.to)}: {say(language, 'link', exit_.kind.name.lower())}"


def map_lines(view: View, language: str) -> Iterator[str]:
    """Yield a line a region: who holds what, and what stands there."""
    for region, place in enumerate(view.world.regions):
        own = f", your men {number(view.total[region], language)}" if view.total[region] else ""
        council = f", your council {view.council[region]}" if view.council[region] else ""
        yield (
            f"{place.id}: towns {name_of(view, view.town[region], language)}, "
            f"country {name_of(view, view.country[region], language)}{own}{council}"
        )


def force_lines(view: View, language: str) -> Iterator[str]:
    """Yield a line for each of your forces."""
    for region in range(len(view.total)):
        if view.total[region]:
            first = next(_forces_here(view, region, language))
            yield f"{view.world.regions[region].id}: {first}"


def relation_lines(view: View, language: str) -> Iterator[str]:
    """Yield how every faction in play stands to yours."""
    for other in range(len(view.world.factions)):
        if other == view.faction:
            continue
        status = Status(view.status[other])
        if status in (Status.UNBORN, Status.OFF_MAP):
            continue
        relation = say(language, "relation", Relation(view.relation[other]).name.lower())
        gone = f" ({say(language, 'status', 'gone')})" if status is Status.GONE else ""
        yield f"{name_of(view, other, language)}: {relation}, standing {view.standing[other]}{gone}"


def intent_lines(view: View, language: str) -> Iterator[str]:
    """Yield known offensives and the level of every hazard."""
    world = view.world
    for op in view.operations:
        where = listing([plain(world.regions[r].name.get(language)) for r in op.regions], language)
        opens = world.turns[min(op.committed + 1, len(world.turns) - 1)].label
        yield f"{name_of(view, op.faction, language)}: offensive over {where}, opens {opens}, about {number(op.band, language)} men"
    for index, hazard in enumerate(world.hazards):
        yield f"{plain(hazard.name.get(language))}: {view.hazard[index]} of 100"


def desk_lines(view: View, language: str) -> Iterator[str]:
    """Yield what waits for an answer: choices with their options, and what each costs."""
    world = view.world
    for offer in view.offers:
        event = world.events[offer.event]
        yield f"{plain(event.title.get(language))}: {plain(event.text.get(language))}"
        for index, option in enumerate(event.options):
            default = " (if you say nothing)" if index == event.default else ""
            cost = plain(option.cost.get(language))
            yield f"  decide {event.id} {option.id} — {plain(option.text.get(language))}{f': {cost}' if cost else ''}{default}"
    for work in view.works:
        yield f"work: {Verb(work.verb).name.lower()} {world.regions[work.region].id}, {work.left} more months"


def order_lines(view: View, draft: Sequence[Order]) -> Iterator[str]:
    """Yield the draft, numbered."""
    for index, order in enumerate(draft, 1):
        yield f"{index} {text_of(view.world, view.faction, order)}"
    if not draft:
        yield "no orders written"
