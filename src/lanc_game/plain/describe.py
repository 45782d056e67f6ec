"""What a player can ask about, in lines: regions, forces, the draft. Every line is one fact."""

from collections.abc import Iterator, Sequence

from lanc_game.engine.names import Fate, LinkKind, Posture
from lanc_game.engine.orders import Order, text_of
from lanc_game.engine.texts import Text
from lanc_game.engine.view import View
from lanc_game.engine.world import NOBODY, SLOTS
from lanc_game.language import Rough, Value, number, plain, say

PERMILLE_TO_PERCENT = 10
EXACT = 2
SNOWED = (LinkKind.PASS, LinkKind.HIGHROAD)


def line(language: str, key: str, **values: Value) -> str:
    """Return a line of line mode."""
    return say(language, "line", key, **values)


def header(view: View, language: str) -> str:
    """Return the line that opens a month: date, side, and what it has to work with."""
    world = view.world
    turn = world.turns[min(view.turn, len(world.turns) - 1)]
    parts = [
        turn.name.get(language),
        plain(world.factions[view.faction].short.get(language)),
        f"{say(language, 'figure', 'cadres')} {view.free_cadres}/{view.cadres}",
        f"{say(language, 'figure', 'arms')} {number(view.arms, language)}",
        f"{say(language, 'figure', 'supplies')} {number(view.supplies, language)}",
        f"{say(language, 'figure', 'standing')} {view.standing[view.faction]}",
    ]
    return " · ".join(parts)


def name_of(view: View, faction: int, language: str) -> str:
    """Return a faction's short name, or a dash for nobody."""
    return plain(view.world.factions[faction].short.get(language)) if faction != NOBODY else "–"


def _place(view: View, region: int, language: str) -> str:
    return plain(view.world.regions[region].name.get(language))


# --- a region


def region_lines(view: View, region: int, language: str) -> Iterator[str]:
    """Yield what is known of a region."""
    place = view.world.regions[region]
    facts = [
        say(language, "terrain", place.terrain.name.lower()),
        line(language, "people", people=place.people * 1000),
        *(say(language, "worth", worth.name.lower()) for worth in place.worth),
    ]
    yield f"{plain(place.full_name.get(language))}: {' · '.join(facts)}"
    towns = ", ".join(plain(town.name.get(language)) for town in place.towns)
    yield line(language, "region_towns", towns=towns, holder=name_of(view, view.town[region], language))
    yield line(language, "region_country", holder=name_of(view, view.country[region], language))
    yield from _people(view, region, language)
    yield from _forces_here(view, region, language)
    yield from _ways(view, region, language)


def _people(view: View, region: int, language: str) -> Iterator[str]:
    sight = view.sights[region]
    if not sight.level:
        yield line(language, "people_unknown")
        return
    for faction in view.world.movements:
        side = name_of(view, faction, language)
        if sight.sympathy[faction]:
            yield line(language, "sympathy", side=side, percent=sight.sympathy[faction] // PERMILLE_TO_PERCENT)
        if sight.councils[faction]:
            yield line(language, "council", side=side, level=sight.councils[faction])
    yield line(language, "uncommitted", percent=view.uncommitted(region) // PERMILLE_TO_PERCENT)
    yield line(language, "fear", percent=sight.fear // PERMILLE_TO_PERCENT)
    yield line(language, "feuds", feuds=view.feuds[region])


def _own_men(view: View, region: int, language: str) -> str:
    """Return one's own men in a region by unit kind."""
    units = view.world.slots[view.faction]
    counts = [(unit, view.men[region * SLOTS + slot]) for slot, unit in enumerate(units)]
    return ", ".join(f"{_noun(unit.plural, language)} {number(men, language)}" for unit, men in counts if men)


def _noun(text: Text, language: str) -> str:
    return plain(text.get(language))


def _posture(view: View, region: int, language: str) -> str:
    return say(language, "posture", Posture(view.posture[region]).name.lower())


def _forces_here(view: View, region: int, language: str) -> Iterator[str]:
    world = view.world
    if view.total[region]:
        posture = _posture(view, region, language)
        yield line(language, "own_men", men=_own_men(view, region, language), posture=posture)
    sight = view.sights[region]
    for seen in sight.forces:
        men = seen.men if sight.level == EXACT else Rough(seen.men)
        late = view.turn - 1 - sight.turn > 0
        when = world.turns[max(0, sight.turn)].label if late else ""
        yield line(language, "seen", side=name_of(view, seen.faction, language), men=men, when=when)
    for index, leader in enumerate(world.leaders):
        if view.leader_region[index] == region and view.leader_fate[index] == Fate.WELL:
            yield line(language, "leader_here", name=plain(leader.name.get(language)))


def _ways(view: View, region: int, language: str) -> Iterator[str]:
    world = view.world
    for other, link in world.neighbours[region]:
        kind = world.links[link].kind
        snow = line(language, "snow") if view.winter and kind in SNOWED else ""
        named = say(language, "link", kind.name.lower())
        yield line(language, "way", place=_place(view, other, language), kind=named, months=view.cut[link], snow=snow)
    for exit_ in world.exits_by_region[region]:
        kind_out = say(language, "link", exit_.kind.name.lower())
        yield line(language, "way_out", place=plain(exit_.to), kind=kind_out)


# --- the whole country


def map_lines(view: View, language: str) -> Iterator[str]:
    """Yield a line a region: who holds what, and what stands there."""
    for region, place in enumerate(view.world.regions):
        yield line(
            language,
            "map_line",
            region=place.id,
            town=name_of(view, view.town[region], language),
            country=name_of(view, view.country[region], language),
            men=view.total[region],
            council=view.council[region],
        )


def force_lines(view: View, language: str) -> Iterator[str]:
    """Yield a line for each of your forces."""
    if not any(view.total):
        yield line(language, "no_forces")
    for region, place in enumerate(view.world.regions):
        if view.total[region]:
            men, posture = _own_men(view, region, language), _posture(view, region, language)
            yield line(language, "force_line", region=place.id, men=men, posture=posture)


# --- the draft


def order_lines(view: View, draft: Sequence[Order], language: str) -> Iterator[str]:
    """Yield the draft, numbered."""
    for index, order in enumerate(draft, 1):
        yield line(language, "draft_line", number=index, order=text_of(view.world, view.faction, order))
    if not draft:
        yield line(language, "draft_empty")
