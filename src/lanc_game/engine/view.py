"""What one faction knows: its own house exactly, the rest as it was last seen. A view holds no seed and no secrets."""

from lanc_game.engine.names import IN_PLAY, FactionKind, Fate, Level, Relation, Role, Verb
from lanc_game.engine.routes import Path, reachable
from lanc_game.engine.state import Letter, Offer, Operation, Rumour, Sight, State, Task, Treaty, Vow, Work
from lanc_game.engine.world import SLOTS, VerbDef, World

SOURCE_OF_NEWS = 1  # the council level at which an announced offensive is heard of

OPEN_TO_ATTACK = (Relation.WAR, Relation.HOSTILE)
ALLIED, WAR = Relation.ALLIED, Relation.WAR  # members by names of their own: see docs/performance.md
LOCAL, JOINT, COMMAND = Level.LOCAL, Level.JOINT, Level.COMMAND
WELL = Fate.WELL
BY_WIRE = (FactionKind.OCCUPIER, FactionKind.GOVERNMENT)  # who leads from an office, and needs the telegraph for it


class View:
    """A faction's knowledge of the position. Lists are by region unless they say otherwise."""

    __slots__ = (
        "_by_roles",
        "_foes",
        "_gifts",
        "_harbours",
        "_lines",
        "_local_truces",
        "_mobile",
        "_near",
        "_quiet",
        "_verbs",
        "_wars",
        "access",
        "alarm",
        "arms",
        "cadres",
        "callable",
        "council",
        "country",
        "cut",
        "faction",
        "feuds",
        "goodwill",
        "grievance",
        "guilt",
        "happened",
        "hazard",
        "heat",
        "held",
        "idle",
        "in_play",
        "informers",
        "leader_fate",
        "leader_region",
        "letters",
        "loyalty",
        "men",
        "meter",
        "offers",
        "operations",
        "output",
        "policy",
        "posture",
        "promisable",
        "regard",
        "relation",
        "relations",
        "rumours",
        "seats",
        "sights",
        "signable",
        "stakes",
        "standing",
        "status",
        "stigma",
        "strain",
        "supplies",
        "tasks",
        "total",
        "town",
        "treaties",
        "turn",
        "vows",
        "wing_side",
        "wire",
        "works",
        "world",
        "wrongs",
    )  # fmt: skip

    def __init__(self, world: World, state: State, faction: int) -> None:
        regions, factions = state.region_count, state.faction_count
        first, last = faction * regions, (faction + 1) * regions
        self._by_roles: dict[tuple[Role, ...], list[int]] = {}  # answers worked out once: a view does not change
        self._mobile: list[int] | None = None
        self._near: frozenset[int] | None = None
        self.world = world
        self.faction = faction
        self._gifts: set[tuple[str, int]] | None = None  # worked out when first asked for
        self._harbours: list[int] | None = None
        self._verbs = world.may[faction]
        self.turn = state.turn
        self.status = state.status[:]  # by faction
        self.in_play = state.status[faction] in IN_PLAY  # whether we can give orders
        self.standing = state.standing[:]  # by faction
        self.stigma = state.stigma[:]  # by faction
        self._look_at_others(state)
        self.cadres = state.cadres[faction]
        self.arms = state.arms[faction]
        self.supplies = state.supplies[faction]
        self.output = state.output[faction]
        self.policy = state.policy[faction * 2 : faction * 2 + 2]
        self.men = state.men[first * SLOTS : last * SLOTS]
        self.total = state.total[first:last]
        self.posture = state.posture[first:last]
        self.sights: list[Sight] = state.sights[first:last]
        self.council = state.council[faction::factions]
        self.heat = state.heat[faction::factions]
        self._quiet = sum(self.heat) < world.rules.deed_memory  # too little done anywhere to be talked about
        self.alarm = self._alarm(state)
        self.informers = state.informers[faction::factions]
        self.town = state.town[:]
        self.country = state.country[:]
        self.feuds = state.feuds[:]
        self.cut = state.cut[:]
        self.wire = state.wire[:]
        self.idle = state.idle[:]
        self.hazard = state.hazard[:]
        self.happened = state.fired[:]  # turn by event, -1 where it has not happened or we were not told
        for event in world.untold[faction]:
            self.happened[event] = -1
        self.works: list[Work] = [work for work in state.works if work.faction == faction]
        self.offers: list[Offer] = [offer for offer in state.offers if offer.faction == faction]
        self.operations: list[Operation] = self._known_operations(state)
        self.meter = {i: state.meter[i] for i, m in enumerate(world.meters) if m.faction == faction}
        self.leader_fate = state.leader_fate[:]
        self.leader_region = [-1] * len(world.leaders)  # of our own
        for leader in world.leaders_of[faction]:
            self.leader_region[leader] = state.leader_region[leader]
        self._look_into_houses(state)

    def _look_at_others(self, state: State) -> None:
        """How we stand with the others and they with each other; treaties, letters, strain."""
        world, faction, factions = self.world, self.faction, state.faction_count
        self.relation = state.relation[faction * factions : (faction + 1) * factions]  # by faction
        self.relations = state.relation[:]  # everybody's, by faction and faction: wars and pacts are no secret
        sides = zip(self.relation, self.status, strict=True)
        self._foes = [relation in OPEN_TO_ATTACK and status in IN_PLAY for relation, status in sides]
        self._wars = [relation == WAR for relation in self.relation]
        self.signable = state.signable[:]  # by instrument: when one can sign is no secret
        self.treaties: list[Treaty] = [t for t in state.treaties if t.public or faction in (t.a, t.b)]
        signed = [treaty for treaty in self.treaties if faction in (treaty.a, treaty.b)]
        ours = [(t.a + t.b - faction, t.region, world.instruments[t.instrument].level) for t in signed]
        self._local_truces = {(other, region) for other, region, level in ours if level == LOCAL}
        self._lines = [(other, region, level) for other, region, level in ours if level in (JOINT, COMMAND)]
        self.letters: list[Letter] = [x for x in state.letters if faction in (x.sender, x.receiver)]
        pairs = [(other, faction) if other < faction else (faction, other) for other in range(factions)]
        self.strain = {(a, b): state.strain[a * factions + b] for a, b in pairs if a != b}  # ours with everybody else
        self.guilt = state.guilt[faction::factions]  # of each other faction against us
        self.wrongs = state.guilt[faction * factions : (faction + 1) * factions]  # ours against each other

    def _look_into_houses(self, state: State) -> None:
        """Wings: our own, and those of others that we have courted. Patrons: their regard for us. What was promised us."""
        world, faction, factions = self.world, self.faction, state.faction_count
        clauses = len(world.clauses)
        self.wing_side = state.wing_side[:]  # by wing: whose they are is no secret
        self.goodwill = state.goodwill[faction::factions]  # by wing
        heard = {side for wing, side in enumerate(self.wing_side) if side >= 0 and self.goodwill[wing]}
        self.stakes = {side: state.stakes[side * clauses : (side + 1) * clauses] for side in (faction, *sorted(heard))}
        known = [w for w, side in enumerate(self.wing_side) if side == faction or self.goodwill[w]]
        self.loyalty = {wing: state.loyalty[wing] for wing in known}
        self.grievance = {wing: state.grievance[wing] for wing in known}
        dealings = [p for p, patron in enumerate(world.patrons) if patron.regard[faction] >= 0]
        self.regard = {patron: state.regard[patron * factions + faction] for patron in dealings}
        self.access = {patron: state.access[patron * factions + faction] for patron in dealings}
        self.held = state.held[:]  # by congress
        self.seats = state.seats[:]  # by congress and wing
        self.callable = [ready * (c.host == faction) for c, ready in zip(world.congresses, state.ready, strict=True)]
        self.promisable = [
            can * (p.faction == faction) for p, can in zip(world.promises, state.promisable, strict=True)
        ]
        self.vows: list[Vow] = [vow for vow in state.vows if vow.faction == faction]
        self.tasks: list[Task] = [t for t in state.tasks if world.mandates[t.mandate].faction == faction]
        self.rumours: list[Rumour] = [  # whether it is true stays hidden until it has been verified
            rumour if rumour.verified else rumour._replace(true=False)
            for rumour in state.rumours
            if rumour.hearer == faction
        ]

    def _alarm(self, state: State) -> list[int]:
        """How much enemies have lately done where we keep the towns or have men: such deeds are not kept from us."""
        foes = [other for other, war in enumerate(self._wars) if war]
        alarm = [0] * state.region_count
        if not foes:
            return alarm
        deeds = zip(*[state.heat[foe :: state.faction_count] for foe in foes], strict=True)
        for region, (holder, here) in enumerate(zip(state.town, deeds, strict=True)):
            if holder == self.faction or self.total[region]:
                alarm[region] = sum(here)
        return alarm

    def _known_operations(self, state: State) -> list[Operation]:
        return [op._replace(weak=-1) for op in state.operations if self._hears_of(op)]

    def _hears_of(self, op: Operation) -> bool:
        """Say whether an announced offensive is known: one's own, an ally's, or where one has men or a council."""
        if op.faction == self.faction or self.relation[op.faction] == Relation.ALLIED:
            return True
        return any(self.council[region] >= SOURCE_OF_NEWS or self.total[region] for region in op.regions)

    # --- own house

    @property
    def free_cadres(self) -> int:
        """Cadres that no work binds; an occupier or a government cannot reach them all while its wires are cut."""
        return max(0, self.cadres - len(self.works) - self.out_of_reach)

    @property
    def out_of_reach(self) -> int:
        """Staff who cannot be reached: one for every so many of our towns whose telegraph is silent."""
        if self.world.factions[self.faction].kind not in BY_WIRE:
            return 0
        silent = sum([self.town[region] == self.faction for region, months in enumerate(self.wire) if months])
        return min(silent // self.world.rules.wires_per_staff, max(0, self.cadres - self.world.rules.cadres_least))

    def row(self, region: int) -> list[int]:
        """Own men in a region, by slot."""
        return self.men[region * SLOTS : region * SLOTS + SLOTS]

    def slot_men(self, region: int, slot: int) -> int:
        """Own men of one unit kind in a region; 0 where the faction has no such kind."""
        return self.men[region * SLOTS + slot] if slot >= 0 else 0

    def mobile_men(self, region: int) -> int:
        """Own men in a region who can travel and attack."""
        if self._mobile is None:
            columns = [self.men[slot::SLOTS] for slot in self.world.mobile[self.faction]]
            self._mobile = [sum(row) for row in zip(*columns, strict=True)] if columns else [0] * len(self.total)
        return self._mobile[region]

    def attackers_near(self, region: int) -> bool:
        """Whether men of ours who can attack stand in a region or next to it."""
        if self._near is None:
            homes = [home for home, men in enumerate(self.total) if men and self.mobile_men(home)]
            self._near = frozenset[int]().union(*[self.world.around[home] for home in homes])
        return region in self._near

    def men_of(self, roles: tuple[Role, ...]) -> list[int]:
        """Own men of some roles, by region."""
        known = self._by_roles.get(roles)
        if known is None:
            units = self.world.slots[self.faction]
            columns = [self.men[slot::SLOTS] for slot, unit in enumerate(units) if unit.role in roles]
            known = [sum(row) for row in zip(*columns, strict=True)] if columns else [0] * len(self.total)
            self._by_roles[roles] = known
        return known

    def all_men(self, slot: int) -> int:
        """Own men of a unit kind on the whole map."""
        return sum(self.men[slot::SLOTS]) if slot >= 0 else 0

    def may(self, verb: Verb) -> VerbDef | None:
        """Return the verb's definition if the faction's kind may use it."""
        return self._verbs[verb]

    @property
    def winter(self) -> bool:
        """Whether passes are under snow this turn."""
        return self.world.turns[min(self.turn, len(self.world.turns) - 1)].winter

    def ports(self) -> list[int]:
        """Regions whose harbour the faction may use."""
        if self._harbours is None:
            holders = [(region, self.town[region]) for region in self.world.ports]
            self._harbours = [region for region, side in holders if side >= 0 and self.relation[side] == ALLIED]
        return self._harbours

    def routes(self, region: int, slots: tuple[int, ...] = ()) -> dict[int, Path]:
        """Where men of a region could be next month, with the way; all who can travel unless ``slots`` says who."""
        base = region * SLOTS
        chosen = slots or self.world.mobile[self.faction]
        units = [self.world.slots[self.faction][slot] for slot in chosen if self.men[base + slot]]
        return reachable(self.world, region, units, self.cut, self.winter, self.ports())

    def content(self, wing: int) -> bool:
        """Whether a wing of ours wants for nothing."""
        return self.loyalty.get(wing, 0) >= 100 and not self.grievance.get(wing, 0)

    def plays(self, faction: int) -> bool:
        """Whether a faction is in the war."""
        return self.status[faction] in IN_PLAY

    # --- the others

    def truce_here(self, other: int, region: int) -> bool:
        """Whether a local truce binds us to a side in a region."""
        return (other, region) in self._local_truces

    def partners_in(self, region: int) -> list[int]:
        """Who would fight in one line with us in a region: partners in a joint operation there, or under one command."""
        return sorted({other for other, place, level in self._lines if level == COMMAND or place == region})

    def stake(self, side: int, clause: int) -> int:
        """How much a clause matters to a side, in percent of its prices: known of ourselves and of those whom we courted."""
        return self.stakes[side][clause] if side in self.stakes else 100

    def strain_with(self, other: int) -> int:
        """The strain between us and another side."""
        return self.strain[min(self.faction, other), max(self.faction, other)]

    def stand(self, a: int, b: int) -> int:
        """How two factions stand with each other."""
        return self.relations[a * len(self.status) + b]

    def treaty_with(self, other: int, instrument: int) -> Treaty | None:
        """Our treaty of a kind with a faction, or None."""
        for treaty in self.treaties:
            if treaty.instrument == instrument and {treaty.a, treaty.b} == {self.faction, other}:
                return treaty
        return None

    def letter_from(self, other: int, instrument: int) -> Letter | None:
        """A faction's proposal that waits for our answer, or None."""
        for letter in self.letters:
            if (letter.sender, letter.receiver, letter.instrument) == (other, self.faction, instrument):
                return letter
        return None

    def known_sympathy(self, region: int, faction: int) -> int:
        """Sympathy for a faction as last known, in thousandths; 0 where nothing is known."""
        sight = self.sights[region]
        return sight.sympathy[faction] if sight.sympathy else 0

    def uncommitted(self, region: int) -> int:
        """The people for nobody as last known, in thousandths."""
        return 1000 - sum(self.sights[region].sympathy)

    def known_council(self, region: int, faction: int) -> int:
        """A council's level as last known."""
        sight = self.sights[region]
        if faction == self.faction:
            return self.council[region]
        return sight.councils[faction] if sight.councils else 0

    def enemy(self, other: int) -> bool:
        """Whether an attack on a faction is open to us: war, or rivalry that it would turn into war."""
        return other >= 0 and self._foes[other]

    def at_war(self, other: int) -> bool:
        """Whether a faction is an open enemy in play."""
        return other >= 0 and self._wars[other]

    def seen_men(self, region: int, faction: int) -> int:
        """A faction's men in a region as last seen."""
        for seen in self.sights[region].forces:
            if seen.faction == faction:
                return seen.men
        return 0

    def seen_strength(self, region: int, faction: int) -> int:
        """The fighting strength of a faction in a region as last seen."""
        for seen in self.sights[region].forces:
            if seen.faction == faction:
                return seen.strength
        return 0

    def seen_mobile(self, region: int, faction: int) -> int:
        """The strength of those men of a faction in a region, as last seen, who can leave their posts."""
        return sum(seen.mobile for seen in self.sights[region].forces if seen.faction == faction and not seen.hidden)

    def foes_in(self, region: int) -> list[int]:
        """Factions seen in a region whom we could attack."""
        foes = [seen.faction for seen in self.sights[region].forces if self._foes[seen.faction]]
        return [foe for foe in foes if not self.truce_here(foe, region)] if self._local_truces else foes

    def recent_deed(self, region: int) -> bool:
        """Whether a deed of ours within earshot is still remembered."""
        if self._quiet:
            return False
        heat = self.heat
        return sum([heat[near] for near in self.world.within_reach[region]]) >= self.world.rules.deed_memory

    def roads_open(self, region: int) -> bool:
        """Whether any road out of a region is open."""
        return any(not self.cut[link] for link in self.world.roads[region])

    def leader_with(self, trait: str, region: int) -> bool:
        """Whether a leader of ours with a gift is well and in a region."""
        if self._gifts is None:
            leaders = self.world.leaders
            self._gifts = {
                (gift, self.leader_region[i])
                for i in self.world.leaders_of[self.faction]
                if self.leader_fate[i] == WELL
                for gift in leaders[i].traits
            }
        return (trait, region) in self._gifts


def view_of(world: World, state: State, faction: int) -> View:
    """Return what a faction knows of a position."""
    return View(world, state, faction)
