"""Known intents: what a side can know of others' plans and of what is coming, and how it knows. Made from its view alone."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lanc_game.chronicle.dealt import rumour_text
from lanc_game.chronicle.letters import sides_of
from lanc_game.chronicle.naming import (
    faction_name,
    giver_name,
    inside,
    name_of,
    patron_name,
    region_name,
    title_of,
    wing_name,
)
from lanc_game.engine.names import NEVER, FactionKind, Fate, Relation
from lanc_game.engine.partings import BINDING
from lanc_game.engine.rumours import WAVERS
from lanc_game.engine.state import Operation
from lanc_game.engine.view import SOURCE_OF_NEWS, View
from lanc_game.engine.world import NOBODY, World
from lanc_game.language import Rough, Value, listing, say

CLOSE_TO = 10  # points of strain below a limit from which it is told that the limit is near
LAST_MONTHS = 1  # months before its end in which a term is told of
ALARMS = ("offensive", "hazard", "tears", "truce_wears", "shots", "walks", "wavers", "lapses")
"""The kinds that no desk tells of: they are told as a month opens."""
_POWERS = (FactionKind.MOVEMENT, FactionKind.OCCUPIER, FactionKind.GOVERNMENT)


class Intent(NamedTuple):
    """Something that is coming, or could: its kind, whose it is, in words, how it is known, and its place in the world."""

    kind: str
    side: int
    text: str
    source: str
    about: int = NOBODY  # the region of an offensive, the number of a hazard


def intents_of(view: View, language: str, before: Sequence[int] = ()) -> list[Intent]:
    """Return what a side knows to be coming, the gravest first. ``before`` is every hazard's level a month ago."""
    teller = _Teller(view, language)
    found = [*teller.offensives()]
    if view.in_play:
        found += [*teller.strains(), *teller.wings(), *teller.terms()]
    found += hazards(view.world, view.hazard, view.happened, language, before)
    if view.in_play:
        found += [*teller.demands(), *teller.letters(), *teller.tasks(), *teller.rumours(), *teller.stances()]
    return found


def hazards(
    world: World, levels: Sequence[int], happened: Sequence[int], language: str, before: Sequence[int] = ()
) -> Iterator[Intent]:
    """Yield the shocks to come: how near each is and where it goes, never when it comes or how hard.

    One that nobody speaks of yet (at 0), or that has come, is no news.
    """
    come = {event.hazard for event, turn in zip(world.events, happened, strict=True) if turn != NEVER}
    for index, (hazard, level) in enumerate(zip(world.hazards, levels, strict=True)):
        if level <= 0 or index in come:
            continue
        moved = level - before[index] if before else 0
        course = "rising" if moved > 0 else "falling" if moved < 0 else ""
        text = say(
            language,
            "intent",
            "hazard",
            name=name_of(hazard.name, language),
            level=level,
            course=say(language, "intent", course) if course else "",
        )
        yield Intent("hazard", NOBODY, text, say(language, "source", "newspapers"), index)


def offensive(world: World, op: Operation, turn: int, source: str, language: str) -> Intent:
    """Return an announced offensive, as regions, a time and a size, with how it is known."""
    begun = op.committed + 1 <= turn
    text = say(
        language,
        "intent",
        "offensive",
        side=faction_name(world, op.faction, language),
        places=listing([region_name(world, region, language) for region in op.regions], language),
        opens="" if begun else _month(world, op.committed + 1, language),
        until=_month(world, op.until, language) if begun else "",
        men=Rough(op.band),
    )
    return Intent("offensive", op.faction, text, source, op.regions[0])


def _month(world: World, turn: int, language: str) -> str:
    return name_of(world.turns[max(0, min(turn, len(world.turns) - 1))].name, language)


class _Teller:
    """One view and the language to tell of it."""

    def __init__(self, view: View, language: str) -> None:
        self.view = view
        self.world = view.world
        self.language = language

    def intent(self, kind: str, side: int, source: str, /, **values: Value) -> Intent:
        return Intent(kind, side, say(self.language, "intent", kind, **values), source)

    def source(self, key: str, **values: Value) -> str:
        return say(self.language, "source", key, **values)

    def side(self, faction: int) -> str:
        return faction_name(self.world, faction, self.language)

    def month(self, turn: int) -> str:
        return _month(self.world, turn, self.language)

    def places(self, regions: Sequence[int]) -> str:
        return listing([region_name(self.world, region, self.language) for region in regions], self.language)

    # --- on the land

    def offensives(self) -> Iterator[Intent]:
        """Yield the announced offensives that the view hears of, those where we stand first."""
        view = self.view
        near = sorted(view.operations, key=lambda op: not any(view.total[r] or view.council[r] for r in op.regions))
        for op in near:
            yield offensive(self.world, op, view.turn, self._heard_from(op), self.language)

    def _heard_from(self, op: Operation) -> str:
        view = self.view
        if op.faction == view.faction:
            return self.source("own_order")
        councils = [region for region in op.regions if view.council[region] >= SOURCE_OF_NEWS]
        if councils:
            return self.source("council", places=self.places(councils))
        men = [region for region in op.regions if view.total[region]]
        if men:
            return self.source("men", places=self.places(men))
        return self.source("ally", side=self.side(op.faction))

    # --- between sides

    def strains(self) -> Iterator[Intent]:
        """Yield where a treaty of ours may tear, a truce end, a rivalry come to shots: never the strain of others."""
        for a, b in self.world.rivals:
            other = a + b - self.view.faction
            if self.view.faction in (a, b) and self.view.plays(other):
                kind, limit, treaty = self._limit(other)
                strain = self.view.strain_with(other)
                if kind and strain > limit - CLOSE_TO:
                    values: dict[str, Value] = {"treaty": treaty, "strain": strain, "limit": limit}
                    yield self.intent(kind, other, self.source("between_us"), side=self.side(other), **values)

    def _limit(self, other: int) -> tuple[str, int, str]:
        """Return what strain with a side can do next and above which limit, with the treaty that it would tear."""
        view, rules = self.view, self.world.rules
        for treaty in view.treaties:
            definition = self.world.instruments[treaty.instrument]
            if {treaty.a, treaty.b} == {view.faction, other} and definition.level in BINDING:
                return "tears", rules.strain_tears, name_of(definition.name, self.language)
        if view.relation[other] == Relation.WAR:
            return "", 0, ""
        if view.relation[other] == Relation.HOSTILE:
            return "shots", rules.strain_war, ""
        return "truce_wears", rules.strain_hostile, ""

    def terms(self) -> Iterator[Intent]:
        """Yield the treaties known to us whose term is nearly over."""
        view = self.view
        for treaty in view.treaties:
            definition = self.world.instruments[treaty.instrument]
            last = treaty.signed + definition.months - 1
            if not definition.months or last - view.turn > LAST_MONTHS:
                continue
            ours = view.faction in (treaty.a, treaty.b)
            yield self.intent(
                "lapses",
                treaty.a + treaty.b - view.faction if ours else treaty.a,
                self.source("signed" if ours else "public"),
                treaty=inside(name_of(definition.name, self.language), self.language),
                sides=sides_of(self.world, treaty, self.language),
                region=region_name(self.world, treaty.region, self.language),
                until=self.month(last),
            )

    def letters(self) -> Iterator[Intent]:
        """Yield the letters that wait on our desk."""
        for letter in self.view.letters:
            if letter.receiver == self.view.faction:
                name = name_of(self.world.instruments[letter.instrument].name, self.language)
                yield self.intent(
                    "letter",
                    letter.sender,
                    self.source("letter"),
                    side=self.side(letter.sender),
                    treaty=inside(name, self.language),
                    region=region_name(self.world, letter.region, self.language),
                    until=self.month(letter.written + self.world.rules.letter_months),
                )

    def stances(self) -> Iterator[Intent]:
        """Yield how each rival movement stands to us and to the powers: wars and pacts are no secret."""
        view, world = self.view, self.world
        for side, rival in enumerate(world.factions):
            if side == view.faction or rival.kind is not FactionKind.MOVEMENT or not view.plays(side):
                continue
            others: dict[Relation, list[str]] = {}
            for other, definition in enumerate(world.factions):
                if other not in (side, view.faction) and definition.kind in _POWERS and view.plays(other):
                    others.setdefault(Relation(view.stand(side, other)), []).append(self.side(other))
            said = {relation.name.lower(): listing(names, self.language) for relation, names in others.items()}
            yield self.intent(
                "stance",
                side,
                self.source("public"),
                side=self.side(side),
                relation=say(self.language, "relation", Relation(view.relation[side]).name.lower()),
                allied=said.get("allied", ""),
                truce=said.get("truce", ""),
                war=said.get("war", ""),
            )

    # --- inside them

    def wings(self) -> Iterator[Intent]:
        """Yield the wings near walking out whose mind we know: our own, and those of others whom we have courted."""
        view = self.view
        for wing in view.loyalty:
            side, leader = view.wing_side[wing], self.world.wings[wing].leader
            led = leader < 0 or view.leader_fate[leader] in (Fate.WELL, Fate.WOUNDED)
            firm = view.loyalty[wing] - view.grievance[wing]
            if side < 0 or not view.plays(side) or not led or firm >= WAVERS:
                continue
            ours = side == view.faction
            yield self.intent(
                "walks" if firm < 0 else "wavers",
                side,
                self.source("own_house" if ours else "courted"),
                wing=wing_name(self.world, wing, self.language),
                side="" if ours else self.side(side),
                loyalty=view.loyalty[wing],
                grievance=view.grievance[wing],
            )

    def demands(self) -> Iterator[Intent]:
        """Yield what powers outside demand of us and have not been answered."""
        for offer in self.view.offers:
            event = self.world.events[offer.event]
            if event.patron >= 0:
                patron = patron_name(self.world, event.patron, self.language)
                title = title_of(event.title, self.language)
                source = self.source("demanded")
                yield self.intent("demand", NOBODY, source, patron=patron, title=title, until=self.month(offer.due))

    def tasks(self) -> Iterator[Intent]:
        """Yield what we have pledged and promised and are to be judged by."""
        world, language = self.world, self.language
        for task in self.view.tasks:
            if task.pledged:
                mandate = world.mandates[task.mandate]
                source = self.source("word", who=giver_name(world, mandate, language))
                title = title_of(mandate.title, language)
                yield self.intent("task", NOBODY, source, title=title, until=self.month(task.due))
        for vow in self.view.vows:
            if vow.due >= self.view.turn:
                source = self.source("word", who=wing_name(world, vow.wing, language))
                title = title_of(world.promises[vow.promise].name, language)
                yield self.intent("task", NOBODY, source, title=title, until=self.month(vow.due))

    def rumours(self) -> Iterator[Intent]:
        """Yield what we have been told, unless we know better."""
        for rumour in self.view.rumours:
            if rumour.verified and not rumour.true:
                continue
            source = self.source("verified") if rumour.verified else self.source("rumour", odds=rumour.odds)
            text = rumour_text(self.world, rumour.kind, rumour.a, rumour.b, self.language)
            yield self.intent("rumour", NOBODY, source, rumour=text)
