"""A world made by hand for the tests of saves: small, without proper names, of any number of regions and sides."""

from hashlib import blake2b
from pathlib import Path

from pydantic import JsonValue

from lanc_game.engine.conditions import All, During, FactionFigure
from lanc_game.engine.doctrine import Doctrine
from lanc_game.engine.legal import accept, legal
from lanc_game.engine.names import FactionKind, Figure, LinkKind, Relation, Role, Status, Terrain, Verb
from lanc_game.engine.orders import parse, text_of
from lanc_game.engine.rules import Rules
from lanc_game.engine.state import State
from lanc_game.engine.texts import Text
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import view_of
from lanc_game.engine.world import (
    ExitDef,
    FactionDef,
    LinkDef,
    Measure,
    RegionDef,
    StartDef,
    TownDef,
    TurnDef,
    UnitDef,
    VerbDef,
    World,
)
from lanc_game.saves import Header, Journal, SaveFile, new_header

DOCUMENT: dict[str, JsonValue] = {
    "id": "four",
    "title": {"en": 'Four "valleys"', "sq": "Katër lugina"},
    "regions": ["a0", "a1", {"deep": [[["ç", -3, None, True]]]}],
}
UNITS = (
    UnitDef("band", Text("band"), Text("bands"), Role.BAND, 50, 80, 2, False),
    UnitDef("cell", Text("cell"), Text("cells"), Role.CELL, 10, 30, 2, False),
    UnitDef("brigade", Text("brigade"), Text("brigades"), Role.REGULAR, 400, 120, 2, False),
    UnitDef("guard", Text("guard"), Text("guards"), Role.GARRISON, 300, 100, 0, False),
    UnitDef("column", Text("column"), Text("columns"), Role.COLUMN, 300, 130, 2, True),
    UnitDef("militia", Text("militia"), Text("militia"), Role.MILITIA, 100, 50, 0, False),
)
OPEN_VERBS = tuple(verb for verb in Verb if verb is not Verb.DECIDE)


def _faction(index: int, regions: int) -> FactionDef:
    occupier = index % 4 == 1
    name = f"f{index}"
    return FactionDef(
        id=name,
        name=Text(f"Side {index}"),
        short=Text(f"S{index}"),
        aliases=(),
        letter="ABCDEFGHIJ"[index],
        colour="red",
        pattern="",
        kind=FactionKind.OCCUPIER if occupier else FactionKind.MOVEMENT,
        playable=not occupier,
        blurb=Text(""),
        status=Status.ACTIVE,
        cadres=5,
        cadres_base=3,
        arms=500,
        supplies=800,
        standing=50,
        home_arms=10,
        home_supplies=60,
        units=(3, 4, 5) if occupier else (0, 1, 2, 5),
        meters=(),
        policies=(1, 0),
        doctrine=Doctrine((100,) * len(Verb), (100,) * regions, 100, 100, 50, 20),
        measures=(Measure("standing", Text("standing"), FactionFigure(Figure.STANDING, index), 0, 100, 100),),
        grades=(30, 50, 70),
    )


def make_world(regions: int = 4, factions: int = 2, turns: int = 6, world_id: str = "four") -> World:
    """Return a ring of regions with sides that are all at odds; every fourth is an occupier."""
    places = tuple(
        RegionDef(
            f"a{i}",
            Text(f"A{i}"),
            Text(f"Region {i}"),
            (),
            chr(65 + i % 26),
            list(Terrain)[i % 4],
            80,
            (),
            (),
            (TownDef(f"t{i}", Text(f"Town {i}"), 0, 0, 1, False),),
            Text(""),
        )
        for i in range(regions)
    )
    men = [(f, r, 0, 150) for f in range(factions) for r in range(regions) if (f + r) % 2 == 0]
    men += [(f, r, 1, 200) for f in range(factions) for r in range(regions) if f % 4 == 1 and (f + r) % 2 == 0]
    start = StartDef(
        men=tuple(men),
        hidden=((0, 0),),
        towns=tuple(1 % factions for _ in range(regions)),
        country=tuple(-1 for _ in range(regions)),
        sympathy=tuple((r, f, 900 // factions) for r in range(regions) for f in range(factions) if f % 4 != 1),
        councils=((0, 0, 1),),
        fear=(100,) * regions,
        feuds=(1,) * regions,
        relations=tuple((a, b, Relation.WAR) for a in range(factions) for b in range(a)),
    )
    links = [LinkDef(i, (i + 1) % regions, LinkKind.ROAD, "") for i in range(regions)]
    links += [LinkDef(i, (i + 2) % regions, LinkKind.TRACK, "") for i in range(0, regions - 2, 2)]
    return World(
        id=world_id,
        digest="0" * 32,
        title=Text('Four "valleys"', "Katër lugina"),
        summary=Text(""),
        opening=Text(""),
        rules=Rules(),
        turns=tuple(
            TurnDef(
                f"{1942 + (8 + t) // 12}-{(8 + t) % 12 + 1:02}",
                Text(""),
                (8 + t) % 12 + 1,
                (8 + t) % 12 + 1 in (12, 1, 2),
                (8 + t) % 12 + 1 in (7, 8, 9),
            )
            for t in range(turns)
        ),
        grid=(),
        regions=places,
        links=tuple(links),
        exits=(ExitDef(0, LinkKind.SEA, "away"),),
        units=UNITS,
        factions=tuple(_faction(i, regions) for i in range(factions)),
        meters=(),
        leaders=(),
        hazards=(),
        events=(),
        clauses=(),
        instruments=(),
        prices=(),
        pulls=(),
        frictions=(),
        wings=(),
        patrons=(),
        congresses=(),
        promises=(),
        mandates=(),
        verbs=tuple(VerbDef(verb, tuple(FactionKind), 1, 100) for verb in OPEN_VERBS),
        start=start,
        ends_when=All((During(10_000, 10_000),)),
    )


def chosen_orders(world: World, state: State, faction: int, seed: int, most: int = 8) -> list[str]:
    """Return some legal orders as lines, chosen by a hash and not by a generator."""
    view = view_of(world, state, faction)
    key = f"{seed}/{state.turn}/{faction}"
    shuffled = sorted(legal(view), key=lambda order: blake2b(f"{key}/{order}".encode(), digest_size=8).digest())
    taken = [order for order, why in accept(view, shuffled[:60]) if why is None][:most]
    return [text_of(world, faction, order) for order in taken]


def header(world: World, seed: int = 7, document: dict[str, JsonValue] | None = None, clock: int = 0) -> Header:
    """Return the header of a new game in ``world``."""
    start = begin(world, seed, clock).digest()
    seats = {faction.id: "human" if i == 0 else "bot:regular" for i, faction in enumerate(world.factions)}
    return new_header(
        world, DOCUMENT if document is None else document, seed=seed, clock=clock, seats=seats, start=start
    )


def play(
    world: World, path: Path, turns: int = 3, seed: int = 7, document: dict[str, JsonValue] | None = None
) -> SaveFile:
    """Play some turns of random legal orders into a new save."""
    state = begin(world, seed)
    with Journal.create(path, header(world, seed, document)) as journal:
        for turn in range(turns):
            lines = {f.id: chosen_orders(world, state, i, seed) for i, f in enumerate(world.factions)}
            orders = [[parse(world, i, line) for line in lines[f.id]] for i, f in enumerate(world.factions)]
            state = resolve(world, state, orders, seed)
            journal.append(world.turns[turn].label, lines, state.digest(), over=bool(state.over))
        return journal.save
