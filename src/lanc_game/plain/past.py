"""`people`, `battles` and `history real` in line mode: who is who, and what really happened."""

from collections.abc import Iterator, Mapping, Sequence

from lanc_game.chronicle.history import real_events, turning_points
from lanc_game.chronicle.naming import faction_name, name_of, region_name, title_of, wing_name
from lanc_game.engine.history import BattleDef
from lanc_game.engine.lexicon import find, fold, lexicon
from lanc_game.engine.names import Fate
from lanc_game.engine.view import View
from lanc_game.engine.world import NOBODY, World
from lanc_game.language import listing, plain, say
from lanc_game.table import Table


def told(language: str, key: str, **values: str) -> str:
    """Return a line about history."""
    return say(language, "history", key, **values)


# --- months


def real_lines(world: World, turn: int, language: str) -> Iterator[str]:
    """Yield what really happened in the time of a turn."""
    found = real_events(world, turn, language)
    for each in found:
        yield each.line(language)
    if not found:
        yield told(language, "nothing")


def point_lines(table: Table, language: str) -> Iterator[str]:
    """Yield the turning points of a war that is over, beside those of history."""
    found = turning_points(table.world, table.turns, None, language)
    if found.points:
        yield told(language, "points")
    for point in found.points:
        yield point.line(language)
    if closing := found.closing(language):
        yield closing


# --- battles


def region_battles(world: World, region: int, language: str) -> Iterator[str]:
    """Yield the battles of history that belong to a region."""
    for battle in world.battles:
        if region in battle.regions:
            yield told(language, "region_battle", **_called(battle, language))


def battle_lines(world: World, words: Sequence[str], language: str) -> Iterator[str]:
    """Yield the battles of history: all of them, those of a region, or all that is known of one. Raises OrderError."""
    found: Sequence[BattleDef] = world.battles
    if words:
        place = find(_battles_and_regions(world), " ".join(words), "battle or region")
        if place >= 0:
            yield from _battle(world, world.battles[place], language)
            return
        found = [battle for battle in world.battles if -1 - place in battle.regions]
    for battle in found:
        yield _line(world, battle, language, brief=not words)
    if not found:
        yield told(language, "no_battles")


def _called(battle: BattleDef, language: str) -> dict[str, str]:
    return {"title": title_of(battle.title, language), "date": name_of(battle.date, language)}


def _line(world: World, battle: BattleDef, language: str, *, brief: bool = False) -> str:
    """Return a battle in a line; a war without its regions, which are nearly all, where it has to be brief."""
    if brief and battle.kind == "war":
        return told(language, "war_line", battle=battle.id, kind=told(language, "war"), **_called(battle, language))
    kind = "" if battle.kind == "battle" else told(language, battle.kind)
    places = listing([region_name(world, region, language) for region in battle.regions], language)
    return told(language, "battle_line", battle=battle.id, kind=kind, regions=places, **_called(battle, language))


def _battle(world: World, battle: BattleDef, language: str) -> Iterator[str]:
    """Yield all that is known of a battle."""
    one, other = (", ".join(faction_name(world, side, language) for side in sides) for sides in battle.sides)
    yield _line(world, battle, language)
    yield told(language, "battle_between", title=title_of(battle.title, language), one=one, other=other)
    yield told(language, "battle_note", note=name_of(battle.note, language), source=plain(battle.source))
    yield told(language, "battle_sure", confidence=told(language, battle.confidence))


def _battles_and_regions(world: World) -> dict[str, int]:
    """Return battles by name, and regions as −1 minus their index where no battle has the name."""
    names = {b: (battle.id, battle.title.en, battle.title.sq) for b, battle in enumerate(world.battles)}
    found = _by_name(names)
    for name, region in lexicon(world).regions.items():
        found.setdefault(name, -1 - region)
    return found


# --- people


def people_lines(view: View, words: Sequence[str], language: str) -> Iterator[str]:
    """Yield the people of the scenario, side by side, or all that is known of one, or of those who share a name.

    Raises OrderError.
    """
    world = view.world
    if words:
        namesakes = _namesakes(world)
        names = {first: _names(world, people) for first, people in namesakes.items()}
        for person in namesakes[find(_by_name(names), " ".join(words), "person")]:
            yield from _person(view, person, language)
        return
    for person in sorted(range(len(world.leaders)), key=lambda i: world.leaders[i].faction):
        yield person_line(view, person, language)
    if not world.leaders:
        yield told(language, "no_people")


def _namesakes(world: World) -> dict[int, list[int]]:
    """Return the people by the first of each name: one man whose side changed can be written twice."""
    first: dict[str, int] = {}
    found: dict[int, list[int]] = {}
    for index, leader in enumerate(world.leaders):
        found.setdefault(first.setdefault(fold(leader.name.en), index), []).append(index)
    return found


def _names(world: World, people: Sequence[int]) -> list[str]:
    leaders = [world.leaders[person] for person in people]
    return [name for leader in leaders for name in (leader.id, leader.name.en, leader.name.sq)]


def _person(view: View, person: int, language: str) -> Iterator[str]:
    """Yield all that is known of somebody."""
    leader = view.world.leaders[person]
    yield person_line(view, person, language)
    if leader.traits:
        gifts = listing([say(language, "trait", trait) for trait in leader.traits], language)
        yield told(language, "person_gifts", gifts=gifts)
    if note := name_of(leader.note, language):
        yield note


def person_line(view: View, person: int, language: str) -> str:
    """Return who somebody is: years, side, wing, where he or she is if one of ours, and what has become of them."""
    world = view.world
    leader = world.leaders[person]
    fate = Fate(view.leader_fate[person])
    gone = fate in (Fate.DEAD, Fate.AWAY)
    return told(
        language,
        "person_line",
        person=leader.id,
        name=name_of(leader.name, language),
        life=plain(leader.life),
        side=faction_name(world, leader.faction, language),
        wing=wing_name(world, leader.wing, language),
        where=region_name(world, NOBODY if gone else view.leader_region[person], language),
        fate="" if fate is Fate.WELL else say(language, "fate", fate.name.lower()),
    )


def _by_name(names: Mapping[int, Sequence[str]]) -> dict[str, int]:
    """Return things by their names, and by such words of their names as only one of them has."""
    found: dict[str, int] = {}
    words: dict[str, set[int]] = {}
    for index, called in names.items():
        for name in filter(None, called):
            found.setdefault(fold(name), index)
            for word in name.split():
                words.setdefault(fold(word), set()).add(index)
    for word, owners in words.items():
        if len(owners) == 1:
            found.setdefault(word, *owners)
    return found
