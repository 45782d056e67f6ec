"""How sides differ: what each orders, when it does nothing, whom it fights, where an occupier's men stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from lanc_game.engine.names import FactionKind, LinkKind, Relation, Verb
from lanc_game.engine.world import World
from lanc_game.simulate.games import GameResult
from lanc_game.simulate.statistics import Share, Spread, jensen_shannon, spread, wilson
from lanc_game.simulate.watch import Doing

ALIKE = 0.1  # two sides that are nearer to each other than this have one character
LONG = 3  # months without an order that a player would notice


class Distance(NamedTuple):
    """How far apart the orders of two sides of a kind are: 0 the same, 1 nothing in common."""

    a: int
    b: int
    distance: float

    @property
    def alike(self) -> bool:
        """Whether the two have one character."""
        return self.distance < ALIKE


class Idleness(NamedTuple):
    """For how long a faction did nothing although it could have: of the games in which it was in play."""

    faction: int
    longest: Spread  # the longest run of a game, in months
    most: int  # the longest of all games
    long: Share  # games with a run of three months or more


class War(NamedTuple):
    """How a movement and an occupier fought: games at open war, of those in which both were in play at once."""

    movement: int
    occupier: int
    games: Share
    months: float  # at war, mean of those games
    together: float  # months in which both were in play, mean of those games


class Garrisons(NamedTuple):
    """Where an occupier's men stood: their share in road country, beside that country's share of the regions."""

    occupier: int
    men: float
    regions: float
    by_region: tuple[float, ...]  # share of its men


def mix(results: Sequence[GameResult], faction: int) -> dict[Verb, float]:
    """Return what part of a faction's orders each verb was, over all games; nothing if it gave none."""
    totals = [sum(result.verbs[faction][verb] for result in results) for verb in Verb]
    given = sum(totals)
    return {verb: totals[verb] / given for verb in Verb if totals[verb]}


def distances(world: World, results: Sequence[GameResult]) -> list[Distance]:
    """Return how far apart any two sides of a kind are by their orders, the most alike first.

    The distance is the root of the Jensen-Shannon divergence to base 2 of their mixes. Sides that gave no order are left out.
    """
    mixes = [mix(results, faction) for faction in range(len(world.factions))]
    found = [
        Distance(a, b, jensen_shannon(_shares(mixes[a]), _shares(mixes[b])))
        for a, b in combinations(range(len(world.factions)), 2)
        if world.factions[a].kind is world.factions[b].kind and mixes[a] and mixes[b]
    ]
    return sorted(found, key=lambda pair: (pair.distance, pair.a, pair.b))


def _shares(mix_: dict[Verb, float]) -> list[float]:
    return [mix_.get(verb, 0.0) for verb in Verb]


def longest_idle(result: GameResult, faction: int) -> int:
    """Return the most months in a row in which a faction gave no order although it could have.

    It could have if it was in play with men and a free cadre, and an order that takes a cadre was legal. A month in which it
    could not ends a run.
    """
    longest = run = 0
    for row in result.watched.doing:
        run = run + 1 if row[faction] == Doing.IDLE else 0
        longest = max(longest, run)
    return longest


def idleness(world: World, results: Sequence[GameResult]) -> list[Idleness]:
    """Return how long each faction that was ever in play did nothing."""
    found: list[Idleness] = []
    for faction in range(len(world.factions)):
        played = [r for r in results if any(row[faction] != Doing.AWAY for row in r.watched.doing)]
        runs = [longest_idle(result, faction) for result in played]
        if runs:
            found.append(Idleness(faction, spread(runs), max(runs), wilson(sum(r >= LONG for r in runs), len(runs))))
    return found


def months_at_war(world: World, result: GameResult, a: int, b: int) -> tuple[int, int]:
    """Return for how many months of a game two factions were at open war at the month's end, and both in play at all.

    A war counts while both are in play, also one that the scenario begins with.
    """
    stand = Relation.HOSTILE  # as any two whom the scenario says nothing of
    for one, other, relation in world.start.relations:
        if {one, other} == {a, b}:
            stand = relation
    changes = {c.turn: Relation(c.relation) for c in result.relations if {c.a, c.b} == {a, b}}  # the turn's last word
    war = together = 0
    for turn, row in enumerate(result.watched.doing):
        stand = changes.get(turn, stand)
        both = Doing.AWAY not in (row[a], row[b])
        together += both
        war += both and stand == Relation.WAR
    return war, together


def wars(world: World, results: Sequence[GameResult]) -> list[War]:
    """Return how each movement and each occupier fought; pairs that were never in play together are left out."""
    found: list[War] = []
    for movement in _of_kind(world, FactionKind.MOVEMENT):
        for occupier in _of_kind(world, FactionKind.OCCUPIER):
            counts = [months_at_war(world, result, movement, occupier) for result in results]
            met = [(war, together) for war, together in counts if together]
            if met:
                months, together = (sum(column) / len(met) for column in zip(*met, strict=True))
                share = wilson(sum(war > 0 for war, _ in met), len(met))
                found.append(War(movement, occupier, share, months, together))
    return found


def _of_kind(world: World, kind: FactionKind) -> list[int]:
    return [index for index, faction in enumerate(world.factions) if faction.kind is kind]


def on_the_roads(world: World, region: int) -> bool:
    """Say whether a region is road country: more of its ways, off the map too, are roads, rails or sea than tracks and passes.

    Every region has towns, so that towns alone tell nothing apart; where lorries and ships come, posts can be fed.
    """
    ways = [world.links[link].kind for _, link in world.neighbours[region]]
    ways += [exit_.kind for exit_ in world.exits_by_region[region]]
    rough = sum(kind in (LinkKind.TRACK, LinkKind.PASS) for kind in ways)
    return len(ways) > 2 * rough


def garrisons(world: World, results: Sequence[GameResult]) -> list[Garrisons]:
    """Return where each occupier's men stood, over every third month of all games, each man counted once a look."""
    regions = range(len(world.regions))
    roads = [on_the_roads(world, region) for region in regions]
    found: list[Garrisons] = []
    for occupier in _of_kind(world, FactionKind.OCCUPIER):
        looks = [posts.men for result in results for posts in result.watched.posts if posts.faction == occupier]
        by_region = [sum(column) for column in zip(*looks, strict=True)]
        men = sum(by_region)
        if men:
            kept = sum(count for count, here in zip(by_region, roads, strict=True) if here)
            shares = tuple(count / men for count in by_region)
            found.append(Garrisons(occupier, kept / men, sum(roads) / len(roads), shares))
    return found
