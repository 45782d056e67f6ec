"""A view as JSON by ids, field by field: what a side knows, and nothing that is not written out here."""

from collections.abc import Sequence

from lanc_game.engine.names import (
    NEVER,
    Fate,
    Policy,
    Posture,
    Relation,
    Reprisals,
    Requisition,
    Status,
    Talk,
    Verb,
)
from lanc_game.engine.state import Json, Rumour, Sight
from lanc_game.engine.view import View
from lanc_game.engine.wording import BLANK
from lanc_game.engine.world import World


def knowledge(view: View) -> dict[str, Json]:
    """Return what a side knows now, as `docs/outside-bots.md` describes it."""
    world = view.world
    now = world.turns[min(view.turn, len(world.turns) - 1)]
    return {
        "turn": view.turn,
        "label": now.label,
        "winter": now.winter,
        "harvest": now.harvest,
        "house": _house(view),
        "factions": {side.id: _faction(view, index) for index, side in enumerate(world.factions)},
        "relations": _relations(view),
        "regions": {region.id: _region(view, index) for index, region in enumerate(world.regions)},
        "cut": [
            {"between": [world.regions[link.a].id, world.regions[link.b].id], "months": view.cut[index]}
            for index, link in enumerate(world.links)
            if view.cut[index]
        ],
        "operations": [
            {
                "faction": world.factions[operation.faction].id,
                "regions": [world.regions[region].id for region in operation.regions],
                "committed": _label(world, operation.committed),
                "until": _label(world, operation.until),
                "men": operation.band,
            }
            for operation in view.operations
        ],
        "leaders": {
            leader.id: {
                "fate": Fate(view.leader_fate[index]).name.lower(),
                "region": _region_id(world, view.leader_region[index]),
            }
            for index, leader in enumerate(world.leaders)
        },
        "hazards": {hazard.id: view.hazard[index] for index, hazard in enumerate(world.hazards)},
        "happened": [
            {"event": event.id, "turn": view.happened[index]}
            for index, event in enumerate(world.events)
            if view.happened[index] >= 0
        ],
        **_desk(view),
        **_dealings(view),
        **_wings(view),
    }


# --- ids


def _label(world: World, turn: int) -> str | None:
    """Return the label of a turn, None for never; a turn after the last has the last one's, one before the first "before"."""
    if turn < NEVER:
        return "before"
    return world.turns[min(turn, len(world.turns) - 1)].label if turn >= 0 else None


def _side_id(world: World, faction: int) -> str | None:
    return world.factions[faction].id if faction >= 0 else None


def _region_id(world: World, region: int) -> str | None:
    return world.regions[region].id if region >= 0 else None


def _value_id(world: World, clause: int, value: int) -> str:
    values = world.clauses[clause].values
    return values[value] if value < len(values) else BLANK


# --- the house, the others, the land


def _house(view: View) -> Json:
    world = view.world
    return {
        "status": Status(view.status[view.faction]).name.lower(),
        "in_play": view.in_play,
        "cadres": view.cadres,
        "free_cadres": view.free_cadres,
        "arms": view.arms,
        "supplies": view.supplies,
        "standing": view.standing[view.faction],
        "output": view.output,
        "reprisals": Reprisals(view.policy[Policy.REPRISALS]).name.lower(),
        "requisition": Requisition(view.policy[Policy.REQUISITION]).name.lower(),
        "meters": {world.meters[meter].id: value for meter, value in view.meter.items()},
        "works": [
            {
                "verb": Verb(work.verb).name.lower(),
                "region": _region_id(world, work.region),
                "other": _region_id(world, work.other),
                "months": work.left,
            }
            for work in view.works
        ],
    }


def _faction(view: View, faction: int) -> Json:
    data: dict[str, Json] = {
        "status": Status(view.status[faction]).name.lower(),
        "standing": view.standing[faction],
        "stigma": view.stigma[faction],
    }
    if faction != view.faction:
        data |= {
            "relation": Relation(view.relation[faction]).name.lower(),
            "strain": view.strain_with(faction),
            "wrongs_to_us": view.guilt[faction],
            "wrongs_by_us": view.wrongs[faction],
        }
    if faction in view.stakes:
        data["stakes"] = {clause.id: view.stake(faction, index) for index, clause in enumerate(view.world.clauses)}
    return data


def _relations(view: View) -> Json:
    """Return how every two sides stand, but for rivalry, which is what goes without saying."""
    sides = view.world.factions
    return [
        {"between": [one.id, other.id], "relation": Relation(view.stand(a, b)).name.lower()}
        for a, one in enumerate(sides)
        for b, other in enumerate(sides)
        if a < b and view.stand(a, b) != Relation.HOSTILE
    ]


def _region(view: View, region: int) -> Json:
    world = view.world
    units = world.slots[view.faction]
    return {
        "town": _side_id(world, view.town[region]),
        "country": _side_id(world, view.country[region]),
        "men": {unit.id: men for unit, men in zip(units, view.row(region), strict=False) if men},
        "posture": Posture(view.posture[region]).name.lower() if view.total[region] else None,
        "council": view.council[region],
        "heat": view.heat[region],
        "alarm": view.alarm[region],
        "informers": view.informers[region],
        "feuds": view.feuds[region],
        "telegraph_cut": view.wire[region],
        "mine_idle": view.idle[region],
        "seen": _sight(world, view.sights[region]),
    }


def _sight(world: World, sight: Sight) -> Json:
    """Return what was last seen of a region, or None if it never was."""
    if not sight.level:
        return None
    return {
        "label": _label(world, sight.turn),
        "exact": sight.level > 1,
        "fear": sight.fear,
        "sympathy": _by_side(world, sight.sympathy),
        "councils": _by_side(world, sight.councils),
        "forces": [
            {
                "faction": world.factions[seen.faction].id,
                "men": seen.men,
                "strength": seen.strength,
                "mobile": seen.mobile,
                "hidden": seen.hidden,
            }
            for seen in sight.forces
        ],
    }


def _by_side(world: World, values: Sequence[int]) -> Json:
    return {side.id: value for side, value in zip(world.factions, values, strict=False) if value}


# --- what waits for an answer


def _desk(view: View) -> dict[str, Json]:
    world = view.world
    return {
        "offers": [
            {
                "event": world.events[offer.event].id,
                "verb": world.events[offer.event].answered_by.name.lower(),
                "options": [option.id for option in world.events[offer.event].options],
                "due": _label(world, offer.due),
            }
            for offer in view.offers
        ],
        "tasks": [
            {
                "mandate": world.mandates[task.mandate].id,
                "pledged": task.pledged,
                "due": _label(world, task.due) if task.pledged else None,
            }
            for task in view.tasks
        ],
        "rumours": [_rumour(world, number, rumour) for number, rumour in enumerate(view.rumours, 1)],
    }


def _rumour(world: World, number: int, rumour: Rumour) -> Json:
    about_wing = rumour.kind == Talk.WAVERER
    return {
        "number": number,
        "kind": Talk(rumour.kind).name.lower(),
        "of": _side_id(world, rumour.a),
        "and": None if about_wing else _side_id(world, rumour.b),
        "wing": world.wings[rumour.b].id if about_wing else None,
        "odds": rumour.odds,
        "heard": _label(world, rumour.heard),
        "true": rumour.true if rumour.verified else None,
    }


# --- treaties, wings, patrons


def _dealings(view: View) -> dict[str, Json]:
    world = view.world
    return {
        "signable": [instrument.id for index, instrument in enumerate(world.instruments) if view.signable[index]],
        "treaties": [
            {
                "treaty": world.instruments[treaty.instrument].id,
                "between": [world.factions[treaty.a].id, world.factions[treaty.b].id],
                "clauses": {
                    world.clauses[clause].id: _value_id(world, clause, value)
                    for clause, value in zip(world.instruments[treaty.instrument].clauses, treaty.values, strict=False)
                },
                "signed": _label(world, treaty.signed),
                "region": _region_id(world, treaty.region),
                "public": treaty.public,
            }
            for treaty in view.treaties
        ],
        "letters": [
            {
                "treaty": world.instruments[letter.instrument].id,
                "from": world.factions[letter.sender].id,
                "to": world.factions[letter.receiver].id,
                "wishes": {
                    world.clauses[clause].id: [_value_id(world, clause, value) for value in wish]
                    for clause, wish in zip(world.instruments[letter.instrument].clauses, letter.wishes, strict=False)
                },
                "written": _label(world, letter.written),
                "region": _region_id(world, letter.region),
            }
            for letter in view.letters
        ],
    }


def _wings(view: View) -> dict[str, Json]:
    world = view.world
    seats = len(world.wings)
    return {
        "wings": {
            wing.id: {
                "faction": _side_id(world, view.wing_side[index]),
                "goodwill": view.goodwill[index],
                "loyalty": view.loyalty.get(index),
                "grievance": view.grievance.get(index),
            }
            for index, wing in enumerate(world.wings)
        },
        "patrons": {
            world.patrons[patron].id: {"regard": regard, "access": bool(view.access[patron])}
            for patron, regard in view.regard.items()
        },
        "congresses": {
            congress.id: {
                "callable": bool(view.callable[index]),
                "held": _label(world, view.held[index]),
                "seats": {world.wings[wing].id: view.seats[index * seats + wing] for wing in congress.wings},
            }
            for index, congress in enumerate(world.congresses)
        },
        "promises": [
            {
                "promise": world.promises[vow.promise].id,
                "wing": world.wings[vow.wing].id,
                "due": _label(world, vow.due),
            }
            for vow in view.vows
        ],
        "promisable": [promise.id for index, promise in enumerate(world.promises) if view.promisable[index]],
    }
