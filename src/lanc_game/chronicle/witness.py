"""Who learns of what: by a hand in it, by what was seen there this month, or because everybody hears of it."""

from lanc_game.engine import facts
from lanc_game.engine.facts import Fact
from lanc_game.engine.names import Fate, Posture, Relation
from lanc_game.engine.sight import ABOUT, EXACT, NOTHING
from lanc_game.engine.state import State
from lanc_game.engine.view import SOURCE_OF_NEWS
from lanc_game.engine.world import World

_LEDGERS = (facts.Changed, facts.MenChanged)
_OWN_ONLY = (
    facts.OrderFailed, facts.WorkBegun, facts.WorkLost, facts.Bribed, facts.Offered, facts.Garrisoned, facts.Dispersed,
    facts.WingCourted, facts.Promised, facts.PromiseJudged, facts.AidCame, facts.Turned, facts.MandatesOffered,
    facts.Pledged, facts.MandateJudged, facts.RumourHeard, facts.RumourVerified,
)  # fmt: skip
_OWN_AND_ALLIED = (facts.PolicySet,)
_CLOSE_BY = (
    facts.Agitated, facts.Recruited, facts.Harvested, facts.Hungered, facts.CouncilChanged, facts.Reconciled,
    facts.PostureTaken,
)  # fmt: skip
_OF_EVENTS = (facts.Happened, facts.Decided)
_OF_TREATIES = (facts.TreatySigned, facts.TreatyEnded)
_BETWEEN_TWO = (facts.LetterSent, facts.LetterRefused)


def known(world: World, state: State, fact: Fact, faction: int | None) -> bool:
    """Say whether a faction learns of a fact by the end of the month that led to ``state``; None learns of all."""
    if isinstance(fact, _LEDGERS):
        return False
    if faction is None or isinstance(fact, facts.PUBLIC):
        return True
    if isinstance(fact, facts.Swept) and not fact.found:
        return fact.other == faction  # whoever searched in vain does not learn for whom
    if fact.actor == faction:
        return True
    if isinstance(fact, _OWN_ONLY):
        return False
    if isinstance(fact, _OF_EVENTS):
        return world.events[fact.event].public or faction in world.events[fact.event].choosers
    if fact.other == faction and not isinstance(fact, facts.TookToHills):
        return True
    if isinstance(fact, _OF_TREATIES):
        return fact.public
    if isinstance(fact, _BETWEEN_TWO):
        return False
    if isinstance(fact, facts.Announced):
        return _hears_of(state, fact, faction)
    allied = _allied(state, faction, fact.actor)
    if isinstance(fact, (*_OWN_AND_ALLIED, facts.CalledOff)):
        return allied
    if isinstance(fact, facts.LeaderFell):
        return allied or fact.fate == Fate.DEAD or sight_of(state, faction, fact.region) >= ABOUT
    return _saw(state, fact, faction)


def seen_from_afar(state: State, fact: Fact, faction: int | None) -> bool:
    """Say whether a faction knows the numbers of a fact only roughly: no hand in it, no exact sight of it."""
    if faction is None or faction in (fact.actor, fact.other) or _allied(state, faction, fact.actor):
        return False
    if fact.region < 0 or isinstance(fact, facts.Announced):
        return False
    return _best_sight(state, fact, faction) < EXACT


def sight_of(state: State, faction: int, region: int) -> int:
    """Return how well a faction saw a region at the end of the last month played: 2 exactly, 1 about, 0 not at all."""
    if not 0 <= region < state.region_count:
        return NOTHING
    sight = state.sights[faction * state.region_count + region]
    return sight.level if sight.turn >= state.turn - 1 else NOTHING


def _saw(state: State, fact: Fact, faction: int) -> bool:
    unseen = isinstance(fact, facts.Moved) and fact.hidden
    unseen |= isinstance(fact, facts.PostureTaken) and fact.posture in (Posture.HIDING, Posture.HIDDEN)
    if unseen:
        return _allied(state, faction, fact.actor)
    need = EXACT if isinstance(fact, _CLOSE_BY) else ABOUT
    return _best_sight(state, fact, faction) >= need


def _best_sight(state: State, fact: Fact, faction: int) -> int:
    here = sight_of(state, faction, fact.region)
    if isinstance(fact, (facts.Moved, facts.Met)):
        return max(here, sight_of(state, faction, fact.to))
    return here


def _hears_of(state: State, fact: facts.Announced, faction: int) -> bool:
    """Announced operations are heard of by allies, and by men or a council in one of the regions; so does the view."""
    if _allied(state, faction, fact.actor):
        return True
    return any(
        state.council[region * state.faction_count + faction] >= SOURCE_OF_NEWS
        or state.total[faction * state.region_count + region]
        for region in fact.regions
    )


def _allied(state: State, faction: int, other: int) -> bool:
    return other >= 0 and state.relation[faction * state.faction_count + other] == Relation.ALLIED
