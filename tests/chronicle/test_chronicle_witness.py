"""Who learns of what: own deeds, what was seen, what everybody hears; nothing that the view keeps secret."""

import pytest
from chronicle_play import KINDS, play, samples, small_world

from lanc_game.chronicle import known, seen_from_afar
from lanc_game.engine import facts
from lanc_game.engine.names import Posture, Relation
from lanc_game.engine.state import UNSEEN, State
from lanc_game.engine.turn import begin
from lanc_game.engine.view import view_of

HILL, STAR, CROWN = 0, 1, 2
HARBOUR, MOUNTAIN, PLAIN, WOODS = 0, 1, 2, 3


def _position(sight: int) -> State:
    """Return a position in which nobody saw anything but the Star the plain, at a level of sight."""
    state = begin(small_world(), 1).copy()
    state.turn = 5
    state.sights = [UNSEEN] * len(state.sights)
    state.sights[STAR * state.region_count + PLAIN] = UNSEEN._replace(turn=4, level=sight)
    return state


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_reader_who_sees_everything_and_the_doer_know(kind: type[facts.Fact]) -> None:
    world, state = small_world(), _position(0)
    for number, fact in enumerate(samples(kind)):
        if number == 50:
            break
        assert known(world, state, fact, None)
        if fact.actor >= 0 and not (isinstance(fact, facts.Swept) and not fact.found):
            assert known(world, state, fact, fact.actor)


def test_a_raid_is_known_to_its_victim_and_to_those_who_saw_it() -> None:
    world = small_world()
    fact = facts.Raided(HILL, CROWN, PLAIN, 40, 60, 2, 3, surprise=True)
    assert known(world, _position(0), fact, CROWN)
    assert not known(world, _position(0), fact, STAR)
    assert known(world, _position(1), fact, STAR)
    assert seen_from_afar(_position(1), fact, STAR)
    assert not seen_from_afar(_position(2), fact, STAR)
    assert not seen_from_afar(_position(0), fact, CROWN)


def test_what_was_seen_last_month_is_not_news() -> None:
    state = _position(2)
    state.turn = 6
    fact = facts.Raided(HILL, CROWN, PLAIN, 40, 60, 2, 3, surprise=True)
    assert not known(small_world(), state, fact, STAR)


def test_hidden_men_move_and_hide_unseen() -> None:
    world, state = small_world(), _position(2)
    assert not known(world, state, facts.Moved(HILL, -1, PLAIN, WOODS, 40, hidden=True), STAR)
    assert known(world, state, facts.Moved(HILL, -1, WOODS, PLAIN, 40, hidden=False), STAR)
    assert not known(world, state, facts.PostureTaken(HILL, -1, PLAIN, Posture.HIDING, 40), STAR)
    assert known(world, state, facts.PostureTaken(HILL, -1, PLAIN, Posture.OPEN, 40), STAR)
    state.relation[STAR * state.faction_count + HILL] = Relation.ALLIED
    assert known(world, state, facts.Moved(HILL, -1, PLAIN, WOODS, 40, hidden=True), STAR)


def test_whoever_searched_in_vain_does_not_learn_for_whom() -> None:
    world, state = small_world(), _position(2)
    vain = facts.Swept(CROWN, HILL, PLAIN, 0, 0, offensive=False)
    assert not known(world, state, vain, CROWN)
    assert not known(world, state, vain, STAR)
    assert known(world, state, vain, HILL)


def test_towns_relations_and_verdicts_are_public() -> None:
    world, state = small_world(), _position(0)
    for fact in (
        facts.TownTaken(HILL, CROWN, WOODS),
        facts.RelationChanged(HILL, CROWN, -1, Relation.TRUCE, Relation.WAR),
        facts.Judged(HILL, -1, -1, 50, 2),
        facts.WarEnded(-1, -1, -1),
    ):
        assert known(world, state, fact, STAR)


def test_orders_work_and_bribes_of_others_stay_with_them() -> None:
    world, state = small_world(), _position(2)
    for fact in (
        facts.OrderFailed(HILL, -1, PLAIN, "raid", "nothing_to_raid"),
        facts.WorkBegun(HILL, -1, PLAIN, 7, 2),
        facts.Bribed(HILL, -1, PLAIN, 3),
        facts.Offered(HILL, -1, -1, 2),
        facts.PolicySet(HILL, -1, -1, 0, 2),
    ):
        assert not known(world, state, fact, STAR)


def test_offensives_are_known_to_those_whose_view_shows_them() -> None:
    world = small_world()
    answers: set[bool] = set()
    for month in (month for seed in range(4) for month in play(seed)):
        for fact in month.told:
            if not isinstance(fact, facts.Announced):
                continue
            if not any(op.faction == fact.actor for op in month.after.operations):
                continue
            for faction in range(len(world.factions)):
                shown = any(op.faction == fact.actor for op in view_of(world, month.after, faction).operations)
                assert known(world, month.after, fact, faction) == shown
                answers.add(shown)
    assert answers == {True, False}


def test_treaties_are_known_to_all_if_public_and_else_to_both_sides() -> None:
    world, state = small_world(), _position(2)
    for public in (True, False):
        signed = facts.TreatySigned(HILL, CROWN, PLAIN, 0, (), public)
        ended = facts.TreatyEnded(HILL, CROWN, PLAIN, 0, 0, public)
        for fact in (signed, ended):
            assert known(world, state, fact, STAR) == public
            assert known(world, state, fact, HILL)
            assert known(world, state, fact, CROWN)
            assert known(world, state, fact, None)
    assert known(world, state, facts.Leaked(HILL, CROWN, -1, 0), STAR)


def test_letters_are_between_two() -> None:
    world, state = small_world(), _position(2)
    for letter in (facts.LetterSent(HILL, CROWN, PLAIN, 0), facts.LetterRefused(CROWN, HILL, PLAIN, 0)):
        assert not known(world, state, letter, STAR)
        assert known(world, state, letter, HILL)
        assert known(world, state, letter, CROWN)


def test_a_house_keeps_its_own_counsel() -> None:
    world, state = small_world(), _position(2)
    state.relation[STAR * state.faction_count + HILL] = Relation.ALLIED
    for fact in (
        facts.WingCourted(HILL, STAR, PLAIN, 0, 14),
        facts.Promised(HILL, STAR, PLAIN, 0, 0),
        facts.PromiseJudged(HILL, STAR, PLAIN, 0, 0, kept=True),
        facts.AidCame(HILL, STAR, PLAIN, 0, 60, 0, asked=True),
        facts.Turned(HILL, STAR, PLAIN, 0),
        facts.MandatesOffered(HILL, STAR, PLAIN, (0,)),
        facts.Pledged(HILL, STAR, PLAIN, 0),
        facts.MandateJudged(HILL, STAR, PLAIN, 0, done=True),
        facts.RumourHeard(HILL, STAR, PLAIN, 0, 1, 2, 60),
        facts.RumourVerified(HILL, STAR, PLAIN, 0, 1, 2, true=True),
    ):
        assert not known(world, state, fact, STAR)
        assert known(world, state, fact, HILL)
    for public in (
        facts.WingLeft(HILL, -1, -1, 0, 30),
        facts.Purged(HILL, -1, -1, 0),
        facts.CongressHeld(HILL, -1, -1, 0, (1,)),
    ):
        assert known(world, _position(0), public, STAR)


def test_who_stood_by_whom_is_seen_there() -> None:
    world = small_world()
    for fact in (facts.StayedAway(HILL, CROWN, PLAIN), facts.FoughtBeside(HILL, CROWN, PLAIN, 40, 3)):
        assert known(world, _position(0), fact, CROWN)
        assert not known(world, _position(0), fact, STAR)
        assert known(world, _position(1), fact, STAR)
