"""How much a fact weighs in a month's page: 0 trivial, 1 ordinary, 2 of note, 3 a headline."""

from lanc_game.engine import facts
from lanc_game.engine.facts import Fact
from lanc_game.engine.names import Fate, Level, Relation, Status, Worth
from lanc_game.engine.world import World

GREAT_FIGHT = 200  # fallen on both sides
GREAT_RAID = 100  # arms
GREAT_SEARCH = 20  # lost by the hidden
GREAT_MOVE = 300  # men who changed sides or left
_TRIVIAL = (
    facts.Moved, facts.PostureTaken, facts.WorkBegun, facts.Agitated, facts.Harvested, facts.Repaired, facts.Bribed,
    facts.Garrisoned, facts.Changed, facts.MenChanged,
)  # fmt: skip
_OF_NOTE = (
    facts.Avenged, facts.Announced, facts.CalledOff, facts.Offered, facts.Decided, facts.TownTaken, facts.StayedAway,
    facts.Purged, facts.PromiseJudged, facts.MandateJudged,
)  # fmt: skip
_GREAT = (facts.WarEnded, facts.Judged, facts.Leaked, facts.WingLeft, facts.CongressHeld)
_SMALL_TREATIES = (Level.CONTACT, Level.LOCAL, Level.JOINT)


def weight_of(world: World, fact: Fact) -> int:
    """Return the weight of a fact, 0 to 3."""
    if isinstance(fact, _TRIVIAL):
        return 0
    if isinstance(fact, _GREAT):
        return 3
    if isinstance(fact, facts.TownTaken) and Worth.CAPITAL in world.regions[fact.region].worth:
        return 3
    if isinstance(fact, _OF_NOTE):
        return 2
    return _by_size(world, fact)


def _by_size(world: World, fact: Fact) -> int:
    match fact:
        case facts.TreatySigned() | facts.TreatyEnded():
            return 2 if world.instruments[fact.instrument].level in _SMALL_TREATIES else 3
        case facts.Fought():
            return 3 if fact.lost + fact.other_lost + fact.taken >= GREAT_FIGHT else 2
        case facts.Raided():
            return 2 if fact.arms >= GREAT_RAID else 1
        case facts.Swept():
            return 2 if fact.lost >= GREAT_SEARCH else 1
        case facts.Happened():
            return 3 if world.events[fact.event].public else 2
        case facts.StatusChanged():
            return 2 if fact.status == Status.UNDERGROUND else 3
        case facts.RelationChanged():
            return 3 if Relation.ALLIED in (fact.relation, fact.was) else 2
        case facts.CameOver() | facts.Withdrew():
            return 2 if fact.men >= GREAT_MOVE else 1
        case facts.ArmsFound() | facts.AidCame():
            return 2 if fact.arms >= GREAT_RAID else 1
        case facts.LeaderFell():
            return 2 if fact.fate in (Fate.DEAD, Fate.CAPTURED) else 1
        case facts.CouncilChanged():
            return 2 if fact.level >= 3 else 1
    return 1
