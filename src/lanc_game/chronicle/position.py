"""A position as JSON by names, documented in docs/save-format.md: everything, or what one faction knows."""

from lanc_game.engine.names import Figure, Posture, Relation, Status
from lanc_game.engine.state import Json, Sight, State
from lanc_game.engine.view import View
from lanc_game.engine.world import NOBODY, SLOTS, World

FACTION_FIGURES = (Figure.CADRES, Figure.ARMS, Figure.SUPPLIES, Figure.STANDING, Figure.OUTPUT)


def position_of(world: World, state: State) -> Json:
    """Return a whole position by names, with its digest."""
    return {
        "scenario": world.id,
        "turn": state.turn,
        "label": world.turns[min(state.turn, len(world.turns) - 1)].label,
        "over": bool(state.over),
        "digest": state.digest(),
        "factions": {faction.id: _faction(world, state, index) for index, faction in enumerate(world.factions)},
        "regions": {region.id: _region(world, state, index) for index, region in enumerate(world.regions)},
        "links_cut": _cuts(world, state.cut),
        "hazards": {hazard.id: state.hazard[index] for index, hazard in enumerate(world.hazards)},
        "events": {
            event.id: world.turns[state.fired[index]].label
            for index, event in enumerate(world.events)
            if state.fired[index] >= 0
        },
    }


def _id(world: World, faction: int) -> str | None:
    return world.factions[faction].id if faction != NOBODY else None


def _cuts(world: World, cut: list[int]) -> Json:
    return [
        {"between": [world.regions[link.a].id, world.regions[link.b].id], "months": cut[index]}
        for index, link in enumerate(world.links)
        if cut[index]
    ]


def _faction(world: World, state: State, index: int) -> Json:
    figures: dict[str, Json] = {figure.name.lower(): state.figure(figure)[index] for figure in FACTION_FIGURES}
    width = state.faction_count
    return figures | {
        "status": Status(state.status[index]).name.lower(),
        "men": state.men_of(index),
        "fallen": state.fallen[index],
        "relations": {
            other.id: Relation(state.relation[index * width + j]).name.lower()
            for j, other in enumerate(world.factions)
            if j != index
        },
        "score": state.score[index] if state.judged[index] >= 0 else None,
        "grade": state.judged[index] if state.judged[index] >= 0 else None,
    }


def _region(world: World, state: State, index: int) -> Json:
    width, count = state.faction_count, state.region_count
    forces: dict[str, Json] = {}
    for f, faction in enumerate(world.factions):
        place = f * count + index
        if state.total[place]:
            men: dict[str, Json] = {
                unit.id: state.men[place * SLOTS + slot]
                for slot, unit in enumerate(world.slots[f])
                if state.men[place * SLOTS + slot]
            }
            forces[faction.id] = {"posture": Posture(state.posture[place]).name.lower(), "men": men}
    base = index * width
    return {
        "town": _id(world, state.town[index]),
        "country": _id(world, state.country[index]),
        "fear": state.fear[index],
        "feuds": state.feuds[index],
        "grain": state.grain[index],
        "sympathy": {f.id: state.sympathy[base + i] for i, f in enumerate(world.factions) if state.sympathy[base + i]},
        "councils": {f.id: state.council[base + i] for i, f in enumerate(world.factions) if state.council[base + i]},
        "heat": {f.id: state.heat[base + i] for i, f in enumerate(world.factions) if state.heat[base + i]},
        "forces": forces,
    }


def view_json(view: View) -> Json:
    """Return what a faction knows, by names."""
    world = view.world
    return {
        "scenario": world.id,
        "faction": world.factions[view.faction].id,
        "turn": view.turn,
        "label": world.turns[min(view.turn, len(world.turns) - 1)].label,
        "status": Status(view.status[view.faction]).name.lower(),
        "cadres": view.cadres,
        "free_cadres": view.free_cadres,
        "arms": view.arms,
        "supplies": view.supplies,
        "standing": {faction.id: view.standing[i] for i, faction in enumerate(world.factions)},
        "relations": {
            faction.id: Relation(view.relation[i]).name.lower()
            for i, faction in enumerate(world.factions)
            if i != view.faction
        },
        "regions": {region.id: _seen(view, index) for index, region in enumerate(world.regions)},
        "links_cut": _cuts(world, view.cut),
        "hazards": {hazard.id: view.hazard[index] for index, hazard in enumerate(world.hazards)},
        "operations": [
            {
                "faction": world.factions[op.faction].id,
                "regions": [world.regions[r].id for r in op.regions],
                "committed": world.turns[op.committed].label,
                "men": op.band,
            }
            for op in view.operations
        ],
        "offers": [
            {"event": world.events[o.event].id, "options": [option.id for option in world.events[o.event].options]}
            for o in view.offers
        ],
    }


def _seen(view: View, region: int) -> Json:
    world = view.world
    sight = view.sights[region]
    own: dict[str, Json] = {
        unit.id: view.men[region * SLOTS + slot]
        for slot, unit in enumerate(world.slots[view.faction])
        if view.men[region * SLOTS + slot]
    }
    return {
        "town": _id(world, view.town[region]),
        "country": _id(world, view.country[region]),
        "men": own,
        "posture": Posture(view.posture[region]).name.lower(),
        "council": view.council[region],
        "feuds": view.feuds[region],
        "seen": _sight(world, sight),
    }


def _sight(world: World, sight: Sight) -> Json:
    if not sight.level:
        return None
    return {
        "label": world.turns[max(0, sight.turn)].label,
        "exact": sight.level > 1,
        "fear": sight.fear,
        "sympathy": {world.factions[i].id: value for i, value in enumerate(sight.sympathy) if value},
        "councils": {world.factions[i].id: value for i, value in enumerate(sight.councils) if value},
        "forces": {world.factions[seen.faction].id: seen.men for seen in sight.forces},
    }
