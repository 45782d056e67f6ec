"""A month's page: the facts that somebody learns of, joined where many are of a kind, by phase and weight."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lanc_game.chronicle.naming import title_of
from lanc_game.chronicle.sentences import (
    faction_name,
    kind_of,
    name_of,
    patterns_of,
    phrase,
    tell,
    values_of,
)
from lanc_game.chronicle.weights import weight_of
from lanc_game.chronicle.witness import known, seen_from_afar
from lanc_game.engine import facts
from lanc_game.engine.facts import Fact
from lanc_game.engine.names import FactionKind
from lanc_game.engine.state import State
from lanc_game.engine.world import NOBODY, World
from lanc_game.language import listing, plain, say

MOST_WEIGHT = 3

PHASE_OF: dict[str, int] = {
    kind: phase
    for phase, kinds in enumerate(
        (
            ("decided", "letter_refused", "treaty_signed", "treaty_ended", "letter_sent", "policy_set", "called_off",
             "announced", "congress_held", "promised", "pledged", "turned"),
            ("posture_taken", "dispersed", "garrisoned", "moved", "met", "withdrew"),
            ("raided", "sabotaged"),
            ("fought", "fought_beside", "swept", "fell_back"),
            ("agitated", "work_begun", "work_lost", "council_changed", "reconciled", "repaired", "recruited", "formed",
             "militia_raised", "conceded", "bribed", "wing_courted", "purged", "rumour_verified", "order_failed"),
            ("town_taken", "country_taken"),
            ("avenged", "took_to_hills", "harvested", "hungered", "aid_came"),
            ("leaked", "stayed_away", "promise_judged", "wing_left"),
            ("relation_changed", "status_changed", "happened", "came_over", "arms_found", "leader_fell", "offered",
             "mandate_judged", "mandates_offered", "rumour_heard", "judged", "war_ended"),
        )
    )
    for kind in kinds
}  # fmt: skip
"""The phase of a month to which each kind of fact belongs, as a place in the engine's order."""

_OMITTED = (facts.Changed, facts.MenChanged, facts.Garrisoned)
_JOINED: dict[str, str] = {
    "moved": "item_moved",
    "moved_hidden": "item_moved",
    "posture_open": "item_place",
    "posture_hold": "item_place",
    "posture_hiding": "item_place",
    "agitated": "item_place",
    "work_begun": "item_work",
    "repaired": "item_place",
    "recruited": "item_men",
    "volunteered": "item_men",
    "formed": "item_men",
    "militia_raised": "item_men",
    "levied": "item_men",
    "town_entered": "item_place",
    "town_left": "item_place",
    "country_taken": "item_place",
    "country_entered": "item_place",
    "country_left": "item_place",
    "harvested": "item_grain",
    "requisitioned": "item_grain",
    "hungered": "item_lost",
    "hungered_winter": "item_lost",
    "withdrew": "item_men",
    "came_over": "item_men",
    "arms_found": "item_arms",
}
_COUNTED = ("men", "taken", "lost", "arms")
_HEADLINES = (
    "war_ended", "treaty_signed", "treaty_ended", "wing_left", "congress_held", "leaked", "happened",
    "status_changed", "relation_changed", "town_taken", "fought", "avenged",
)  # fmt: skip


class Entry(NamedTuple):
    """A line of the chronicle. ``weight`` goes from 0, trivial, to 3, a headline; events and fights carry history's note."""

    region: int
    actor: int
    kind: str
    weight: int
    text: str
    note: str = ""
    source: str = ""


def chronicle_of(
    world: World,
    state: State,
    told: Iterable[Fact],
    faction: int | None,
    language: str,
    before: frozenset[str] | None = None,
    battles: Mapping[int, int] | None = None,
) -> list[Entry]:
    """Return a month's page as a faction knows it (None: everything); ``state`` is the position after the month.

    With ``before``, what ``firsts_in`` gave for the months before, first towns, raids, regulars and governing councils
    are marked as such. ``battles`` gives fights, by their place among the facts, the battle of history to be told with.
    """
    groups: dict[tuple[str, int, int], list[Fact]] = {}
    first: set[int] = set()
    like: dict[int, int] = {}
    marked = set(before or ())
    for number, fact in enumerate(told):
        if isinstance(fact, _OMITTED):
            continue
        mark = _first_key(world, fact)
        new = before is not None and bool(mark) and mark not in marked
        marked.add(mark)
        if not known(world, state, fact, faction):
            continue
        pattern = patterns_of(world, fact)[0]
        key = (pattern, fact.actor, fact.other) if pattern in _JOINED else (pattern, NOBODY, -2 - number)
        groups.setdefault(key, []).append(fact)
        if new:
            first.add(id(fact))
        if battles and number in battles:
            like[id(fact)] = battles[number]
    page = _Page(world, state, faction, language, like)
    entries = [page.entry(key[0], group, {id(f) for f in group} & first) for key, group in groups.items()]
    entries.sort(key=lambda entry: (PHASE_OF.get(entry.kind, len(PHASE_OF)), -entry.weight, entry.region))
    return list(dict.fromkeys(entries))


def headline(entries: Sequence[Entry]) -> Entry | None:
    """Return the line that names a month: the weightiest, great turns before single fights; None for an empty page."""

    def rank(entry: Entry) -> tuple[int, int]:
        place = _HEADLINES.index(entry.kind) if entry.kind in _HEADLINES else len(_HEADLINES)
        return (-entry.weight, place)

    return min(entries, key=rank, default=None)


def firsts_in(world: World, told: Iterable[Fact]) -> frozenset[str]:
    """Return what was done in a month that has a first time: join it over the months for ``chronicle_of``."""
    return frozenset(key for fact in told if (key := _first_key(world, fact)))


def _first_key(world: World, fact: Fact) -> str:
    """Return what a fact is the first of, and whose, if anything; only movements have firsts."""
    if fact.actor < 0 or world.factions[fact.actor].kind is not FactionKind.MOVEMENT:
        return ""
    match fact:
        case facts.TownTaken():
            what = "first_town"
        case facts.Formed():
            what = "first_regulars"
        case facts.CouncilChanged() if fact.level >= 3:
            what = "first_council"
        case facts.Raided():
            what = "first_raid"
        case _:
            return ""
    return f"{what}/{world.factions[fact.actor].id}"


def _by_road(group: Sequence[Fact]) -> list[Fact]:
    """Return the facts of a group with marches by the same road made one."""
    marched: dict[tuple[int, int], facts.Moved] = {}
    others: list[Fact] = []
    for fact in group:
        if isinstance(fact, facts.Moved):
            road = (fact.region, fact.to)
            marched[road] = fact._replace(men=fact.men + marched[road].men) if road in marched else fact
        else:
            others.append(fact)
    return [*marched.values(), *others]


class _Page:
    """One reader's page in the making."""

    def __init__(self, world: World, state: State, faction: int | None, language: str, like: Mapping[int, int]) -> None:
        self.world = world
        self.state = state
        self.faction = faction
        self.language = language
        self.like = like  # battles of history by the fight that is told with them

    def entry(self, pattern: str, group: Sequence[Fact], first: set[int]) -> Entry:
        """Return the line of one fact, or of several of a kind."""
        fact = group[0]
        group = _by_road(group)
        text = self._alone(group[0]) if len(group) == 1 else self._together(pattern, group)
        weight = max(weight_of(self.world, each) for each in group)
        for each in group:
            if id(each) in first:
                key = _first_key(self.world, each).partition("/")[0]
                actor = faction_name(self.world, each.actor, self.language)
                text = f"{text} {phrase(key, self.language, {'actor': actor})}"
                weight = min(MOST_WEIGHT, weight + 1)
                break
        regions = {each.region for each in group}
        note, source = self._history(fact)
        return Entry(
            min(regions) if len(regions) == 1 else NOBODY, fact.actor, kind_of(fact), weight, text, note, source
        )

    def _alone(self, fact: Fact) -> str:
        return tell(self.world, fact, self.language, rough=seen_from_afar(self.state, fact, self.faction))

    def _together(self, pattern: str, group: Sequence[Fact]) -> str:
        items: list[tuple[int, int, str]] = []
        for fact in group:
            rough = seen_from_afar(self.state, fact, self.faction)
            values = values_of(self.world, fact, self.language, rough=rough)
            count = next((value for field in _COUNTED if isinstance(value := values.get(field), int)), 0)
            items.append((-count, fact.region, say(self.language, "chronicle", _JOINED[pattern], **values)))
        places = list(dict.fromkeys(text for _, _, text in sorted(items)))
        values = values_of(self.world, group[0], self.language)
        values["places"] = listing(places, self.language)
        return phrase(f"group_{pattern}", self.language, values)

    def _history(self, fact: Fact) -> tuple[str, str]:
        match fact:
            case facts.Happened():
                event = self.world.events[fact.event]
                return name_of(event.note, self.language), plain(event.source)
            case facts.CongressHeld():
                congress = self.world.congresses[fact.congress]
                return name_of(congress.note, self.language), plain(congress.source)
            case facts.Fought() if id(fact) in self.like:
                battle = self.world.battles[self.like[id(fact)]]
                title, date = title_of(battle.title, self.language), name_of(battle.date, self.language)
                note = name_of(battle.note, self.language)
                return say(self.language, "history", "battle", title=title, date=date, note=note), plain(battle.source)
            case _:
                return "", ""
