"""Who can get where in a month: links, snow, cuts and ports."""

from collections.abc import Sequence

from lanc_game.engine.names import LinkKind, Role
from lanc_game.engine.world import UnitDef, World

Path = tuple[int, ...]
LIGHT = (Role.CELL, Role.BAND)
HIGH, FOR_MOTORS = (LinkKind.PASS, LinkKind.HIGHROAD), (LinkKind.ROAD, LinkKind.HIGHROAD)
MOST_KEPT = 4096


def passable(world: World, link: int, cut: Sequence[int], winter: bool, motor: bool, light: bool) -> bool:
    """Say whether a march can use a link: motors need an open road, and snow stops all but light bands on a pass."""
    kind = world.links[link].kind
    if kind is LinkKind.SEA:
        return False
    snowed_in = winter and kind in HIGH
    if motor:
        return kind in FOR_MOTORS and not cut[link] and not snowed_in
    return light or not snowed_in


def reachable(
    world: World, start: int, units: Sequence[UnitDef], cut: Sequence[int], winter: bool, ports: Sequence[int]
) -> dict[int, Path]:
    """Return each region that a stack of these unit kinds can reach in a month, with the way there.

    ``ports`` lists the regions whose harbour the side may use; sea links join two of them. The way starts after ``start``.
    """
    if not units:
        return {}
    reach, motor, light = units[0].reach, False, True
    for unit in units:
        reach = min(reach, unit.reach)
        motor = motor or unit.motor
        light = light and unit.role in LIGHT
    key = (start, reach, motor, light, winter, tuple(ports), tuple(cut) if motor else ())
    known = world.routes.get(key)
    if known is None:
        if len(world.routes) >= MOST_KEPT:
            world.routes.clear()
        known = _search(world, start, reach, cut, ports, (winter, motor, light))
        world.routes[key] = known
    return dict(known)


def _search(
    world: World, start: int, reach: int, cut: Sequence[int], ports: Sequence[int], how: tuple[bool, bool, bool]
) -> dict[int, Path]:
    winter, motor, light = how
    found: dict[int, Path] = {start: ()}
    edge = [start]
    for _ in range(reach):
        following: list[int] = []
        for region in edge:
            for other, link in world.neighbours[region]:
                if other in found:
                    continue
                by_sea = world.links[link].kind is LinkKind.SEA and region in ports and other in ports
                if by_sea or passable(world, link, cut, winter, motor, light):
                    found[other] = (*found[region], other)
                    following.append(other)
        edge = following
    del found[start]
    return found


def supplied(
    world: World, faction: int, town: Sequence[int], cut: Sequence[int], friends: Sequence[bool]
) -> list[bool]:
    """Say for each region whether convoys from home reach it: from an exit, over open roads and sea, town to held town."""
    fed, convoys = [False] * len(world.regions), world.convoys
    open_to_us = [holder == faction or (holder >= 0 and friends[holder]) for holder in town]
    edge = [region for region in world.ways_in if open_to_us[region]]
    for region in edge:
        fed[region] = True
    while edge:
        for other, link in convoys[edge.pop()]:
            if open_to_us[other] and not fed[other] and not cut[link]:
                fed[other] = True
                edge.append(other)
    return fed
