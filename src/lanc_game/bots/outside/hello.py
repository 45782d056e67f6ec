"""The first message to a program: what the scenario fixes, by ids, and the bounds of the talk."""

from lanc_game import __version__
from lanc_game.bots.outside.command import Command
from lanc_game.bots.outside.process import MOST_ANSWER
from lanc_game.engine.grammar import usage
from lanc_game.engine.legal import MOST_ORDERS
from lanc_game.engine.names import Verb
from lanc_game.engine.orders import MOST_TEXT
from lanc_game.engine.state import Json
from lanc_game.engine.wording import BLANK
from lanc_game.engine.world import World

PROTOCOL = 1


def hello(world: World, faction: int, command: Command) -> dict[str, Json]:
    """Return the first message. What changes in play is left to the months."""
    return {
        "type": "hello",
        "protocol": PROTOCOL,
        "lanc": __version__,
        "scenario": world.id,
        "title": world.title.en,
        "faction": world.factions[faction].id,
        "limits": {
            "milliseconds": round(command.seconds * 1000),
            "first_milliseconds": round(command.first_seconds * 1000),
            "answer_bytes": MOST_ANSWER,
            "orders": MOST_ORDERS,
            "order_characters": MOST_TEXT,
        },
        "turns": [turn.label for turn in world.turns],
        "verbs": [
            {"id": verb.name.lower(), "takes": usage(verb), "cadres": definition.cost}
            for verb in Verb
            if (definition := world.may[faction][verb]) is not None
        ],
        **_land(world),
        **_sides(world),
        **_politics(world),
    }


def _land(world: World) -> dict[str, Json]:
    return {
        "regions": [
            {
                "id": region.id,
                "name": region.name.en,
                "terrain": region.terrain.name.lower(),
                "people": region.people,
                "worth": [worth.name.lower() for worth in region.worth],
                "ways": [
                    {"to": world.regions[other].id, "kind": world.links[link].kind.name.lower()}
                    for other, link in world.neighbours[index]
                ],
                "exits": [exit_.kind.name.lower() for exit_ in world.exits_by_region[index]],
            }
            for index, region in enumerate(world.regions)
        ],
        "units": [
            {
                "id": unit.id,
                "role": unit.role.name.lower(),
                "strength": unit.strength,
                "reach": unit.reach,
                "motor": unit.motor,
            }
            for unit in world.units
        ],
    }


def _sides(world: World) -> dict[str, Json]:
    return {
        "factions": [
            {
                "id": faction.id,
                "name": faction.name.en,
                "kind": faction.kind.name.lower(),
                "units": [world.units[unit].id for unit in faction.units],
            }
            for faction in world.factions
        ],
        "leaders": [
            {"id": leader.id, "faction": world.factions[leader.faction].id, "traits": [*leader.traits]}
            for leader in world.leaders
        ],
        "hazards": [hazard.id for hazard in world.hazards],
    }


def _politics(world: World) -> dict[str, Json]:
    return {
        "treaties": [
            {
                "id": instrument.id,
                "level": instrument.level.name.lower(),
                "parties": [world.factions[party].id for party in instrument.parties],
                "clauses": [world.clauses[clause].id for clause in instrument.clauses],
                "months": instrument.months,
            }
            for instrument in world.instruments
        ],
        "clauses": [
            {"id": clause.id, "values": [*clause.values, BLANK] if clause.may_be_blank else [*clause.values]}
            for clause in world.clauses
        ],
        "wings": [wing.id for wing in world.wings],
        "patrons": [patron.id for patron in world.patrons],
        "congresses": [congress.id for congress in world.congresses],
        "promises": [promise.id for promise in world.promises],
        "mandates": [mandate.id for mandate in world.mandates],
    }
