"""Known intents: only what a side can know, each with how it is known; what is secret changes nothing."""

from dataclasses import replace

import pytest
from chronicle_play import small_world

from lanc_game.chronicle.intents import ALARMS, Intent, intents_of
from lanc_game.engine.names import NEVER, Fate, Relation, Status, Talk
from lanc_game.engine.state import Letter, Offer, Operation, Rumour, State, Task, Treaty, Vow
from lanc_game.engine.turn import begin
from lanc_game.engine.view import View, view_of
from lanc_game.language import TABLES

HILL, STAR, CROWN = 0, 1, 2
HARBOUR, MOUNTAIN, PLAIN, WOODS = 0, 1, 2, 3
TRUCE, OATH = 0, 1
SHEPHERDS, TEACHERS = 0, 1
MAY = 2


def position() -> State:
    """Return a position in May: the Hills have men and a council in the mountain, and nothing in the woods."""
    state = begin(small_world(), 1).copy()
    state.turn = MAY
    state.tasks, state.letters, state.offers, state.rumours = [], [], [], []
    for region in (HARBOUR, PLAIN, WOODS):
        place = HILL * state.region_count + region
        state.total[place] = 0
        state.council[region * state.faction_count + HILL] = 0
    return state


def known(state: State, faction: int = HILL, language: str = "en", before: tuple[int, ...] = ()) -> list[Intent]:
    return intents_of(view_of(small_world(), state, faction), language, before)


def told(state: State, kind: str, faction: int = HILL) -> list[tuple[str, str]]:
    """Return the intents of a kind, each in words with its source."""
    return [(intent.text, intent.source) for intent in known(state, faction) if intent.kind == kind]


def crowns_offensive(*regions: int, weak: int = PLAIN) -> Operation:
    return Operation(CROWN, regions, MAY, MAY + 2, weak, 1900)


# --- secrets


def secrets(state: State) -> None:
    """Change everything that the Hills cannot know."""
    others = (STAR, CROWN)
    state.operations.append(crowns_offensive(WOODS, HARBOUR))
    state.letters.append(Letter(OATH, STAR, CROWN, ((0,), (0,)), MAY))
    state.treaties.append(Treaty(TRUCE, STAR, CROWN, (), MAY, public=False))
    state.rumours.append(Rumour(STAR, Talk.LETTERS, HILL, CROWN, 60, True, MAY, False))
    state.rumours[0] = state.rumours[0]._replace(true=not state.rumours[0].true)
    state.tasks.append(Task(1, True, MAY + 1))
    state.strain[state.pair(STAR, CROWN)] = 54
    for faction in others:
        state.cadres[faction] += 3
        state.arms[faction] += 500
        state.supplies[faction] += 500
    state.regard[STAR] += 40
    for event in small_world().untold[HILL]:  # public events are no secret
        state.fired[event] = 0


def test_what_a_side_cannot_know_changes_nothing_that_it_is_told() -> None:
    one = position()
    one.rumours = [Rumour(HILL, Talk.LETTERS, STAR, CROWN, 60, True, MAY, False)]
    other = one.copy()
    secrets(other)
    assert one.digest() != other.digest()
    left, right = (view_of(small_world(), state, HILL) for state in (one, other))
    for slot in View.__slots__:
        if not slot.startswith("_"):
            assert getattr(left, slot) == getattr(right, slot), slot
    for language in ("en", "sq"):
        assert known(one, HILL, language) == known(other, HILL, language)


def test_a_weak_side_of_a_cordon_is_in_nobodys_intents() -> None:
    one, other = position(), position()
    one.operations = [crowns_offensive(MOUNTAIN, weak=PLAIN)]
    other.operations = [crowns_offensive(MOUNTAIN, weak=WOODS)]
    for faction in (HILL, CROWN):
        assert known(one, faction) == known(other, faction)


def test_the_same_things_are_told_once_they_are_known() -> None:
    state = position()
    state.operations = [crowns_offensive(WOODS, HARBOUR)]
    assert not told(state, "offensive")
    state.council[WOODS * state.faction_count + HILL] = 1
    assert told(state, "offensive") == [
        ("offensive of Crown: Woods and Harbour; from June 1942; about 1,900 men", "your council in Woods")
    ]


# --- each kind, and how it is known


@pytest.mark.parametrize(("council", "source"), [(1, "your council in Mountain"), (0, "your men in Mountain")])
def test_an_offensive_is_known_from_a_council_before_men(council: int, source: str) -> None:
    state = position()
    state.operations = [crowns_offensive(MOUNTAIN, WOODS)]
    state.council[MOUNTAIN * state.faction_count + HILL] = council
    assert [how for _, how in told(state, "offensive")] == [source]
    assert [how for _, how in told(state, "offensive", CROWN)] == ["your own order"]


def test_an_ally_tells_of_an_offensive_and_one_under_way_says_until_when() -> None:
    state = position()
    state.operations = [crowns_offensive(WOODS)._replace(committed=MAY - 1)]
    for a, b in ((HILL, CROWN), (CROWN, HILL)):
        state.relation[a * state.faction_count + b] = Relation.ALLIED
    assert told(state, "offensive") == [
        ("offensive of Crown: Woods; until July 1942; about 1,900 men", "Crown, your ally")
    ]


def test_a_hazard_is_told_with_its_way_never_with_a_date() -> None:
    state = position()
    (level,) = state.hazard
    for before, course in ((), ""), ((level - 3,), ", rising"), ((level,), ""), ((level + 3,), ", falling"):
        hazards = [intent for intent in known(state, before=before) if intent.kind == "hazard"]
        assert [(h.text, h.source) for h in hazards] == [
            (f"the Crown's collapse: {level} of 100{course}", "newspapers")
        ]


def test_a_hazard_of_which_nobody_speaks_or_that_has_come_is_no_news() -> None:
    state = position()
    event = next(index for index, event in enumerate(small_world().events) if event.hazard == 0)
    for turn in (1, -3):  # in the war, and before its first turn
        state.fired[event] = turn
        assert not told(state, "hazard")
    state.fired[event] = NEVER
    assert told(state, "hazard")
    state.hazard[0] = 0
    assert not told(state, "hazard")


def test_strain_is_told_near_its_limit_and_only_our_own() -> None:
    state = position()
    rules, pair = small_world().rules, state.pair(HILL, STAR)
    state.strain[pair] = rules.strain_war - 10
    assert not told(state, "shots")
    state.strain[pair] += 1
    assert told(state, "shots") == [
        ("you and Star may come to blows: strain 31 of 100, the limit is 40", "it lies between you and them")
    ]
    assert not told(state, "shots", CROWN)
    for a, b in ((HILL, STAR), (STAR, HILL)):
        state.relation[a * state.faction_count + b] = Relation.TRUCE
    assert [text for text, _ in told(state, "truce_wears")] == [
        "the truce with Star wears thin: strain 31 of 100, the limit is 30"
    ]
    state.treaties = [Treaty(OATH, HILL, STAR, (0, 0), MAY)]
    assert not told(state, "tears")
    state.strain[pair] = 46
    assert [text for text, _ in told(state, "tears")] == [
        "the Oath of the Mill with Star may tear: strain 46 of 100, the limit is 55"
    ]


def test_a_wing_is_told_of_at_home_and_where_we_have_courted_it() -> None:
    state = position()
    state.loyalty[SHEPHERDS], state.grievance[SHEPHERDS] = 40, 30
    assert not told(state, "wavers")
    state.grievance[SHEPHERDS] = 31
    assert told(state, "wavers") == [("the Shepherds: wavers, grievance 31 against loyalty 40", "your own people")]
    state.grievance[SHEPHERDS] = 45
    assert [text for text, _ in told(state, "walks")] == [
        "the Shepherds: may walk out, grievance 45 against loyalty 40"
    ]
    assert not told(state, "walks", STAR)
    state.goodwill[SHEPHERDS * state.faction_count + STAR] = 20
    assert told(state, "walks", STAR) == [
        ("the Shepherds, Hills: may walk out, grievance 45 against loyalty 40", "you have courted it")
    ]
    state.leader_fate[small_world().wings[SHEPHERDS].leader] = Fate.DEAD
    assert not told(state, "walks"), "nobody leads it out"


def test_a_term_is_told_before_it_ends_to_those_who_signed_and_to_all_where_it_is_public() -> None:
    state = position()
    state.treaties = [Treaty(TRUCE, HILL, STAR, (), MAY - 1)]
    assert not told(state, "lapses")
    state.turn += 1
    ends = "the term of a truce (Hills and Star) ends with July 1942"
    assert told(state, "lapses") == [(ends, "you have signed it")]
    assert told(state, "lapses", CROWN) == [(ends, "known to all")]
    state.treaties = [state.treaties[0]._replace(public=False)]
    assert told(state, "lapses", STAR)
    assert not told(state, "lapses", CROWN)


def test_letters_demands_tasks_and_promises_say_until_when() -> None:
    state = position()
    state.letters = [Letter(OATH, STAR, HILL, ((0,), (0,)), MAY), Letter(TRUCE, HILL, STAR, (), MAY)]
    event = next(i for i, event in enumerate(small_world().events) if event.patron >= 0)
    state.offers = [Offer(event, HILL, MAY, MAY + 1)]
    state.tasks = [Task(0, True, MAY + 3), Task(0, False, MAY + 3)]
    state.vows = [Vow(0, SHEPHERDS, HILL, MAY + 2), Vow(0, SHEPHERDS, HILL, MAY - 1)]
    assert told(state, "letter") == [("Star offers the Oath of the Mill; answer by July 1942", "a letter on your desk")]
    assert told(state, "demand") == [
        ("the Envoy over the Sea demands: The Envoy's wish; answer by June 1942", "a letter from abroad")
    ]
    assert told(state, "task") == [
        ("A school in every valley; judged at the end of August 1942", "your word to the Teachers"),
        ("the summer pastures; judged at the end of July 1942", "your word to the Shepherds"),
    ]


def test_a_rumour_is_told_as_one_and_not_once_it_is_known_to_be_false() -> None:
    rumour = Rumour(HILL, Talk.LETTERS, STAR, CROWN, 60, True, MAY, False)
    state = position()
    state.rumours = [rumour]
    text = "Star and Crown are writing to each other"
    assert told(state, "rumour") == [(text, "a rumour, 60 in a hundred")]
    state.rumours = [rumour._replace(verified=True, odds=100)]
    assert told(state, "rumour") == [(text, "you have found out that it is true")]
    state.rumours = [rumour._replace(verified=True, odds=0, true=False)]
    assert not told(state, "rumour")


def test_how_rivals_stand_is_known_to_all_and_only_that() -> None:
    state = position()
    assert told(state, "stance") == [("Star: rivals with you; at war with Crown", "known to all")]
    for a, b in ((STAR, CROWN), (CROWN, STAR)):
        state.relation[a * state.faction_count + b] = Relation.TRUCE
    assert told(state, "stance") == [("Star: rivals with you; in truce with Crown", "known to all")]
    state.status[STAR] = Status.GONE
    assert not told(state, "stance")


def test_the_gravest_comes_first_and_the_alarms_are_kinds_that_there_are() -> None:
    state = position()
    state.operations = [crowns_offensive(WOODS)._replace(faction=HILL), crowns_offensive(MOUNTAIN)]
    state.strain[state.pair(HILL, STAR)] = 39
    kinds = [intent.kind for intent in known(state)]
    assert kinds == ["offensive", "offensive", "shots", "hazard", "stance"]
    assert [intent.side for intent in known(state)[:2]] == [CROWN, HILL], "where we stand comes first"
    assert set(ALARMS) <= set(TABLES["intent"])


def test_a_side_that_is_out_of_the_war_knows_only_what_everybody_does() -> None:
    state = position()
    state.strain[state.pair(HILL, STAR)] = 39
    state.status[HILL] = Status.GONE
    assert {intent.kind for intent in known(state)} == {"hazard"}


def test_every_intent_says_how_it_is_known_in_both_languages() -> None:
    state = position()
    state.operations = [crowns_offensive(MOUNTAIN)]
    state.strain[state.pair(HILL, STAR)] = 39
    state.letters = [Letter(OATH, STAR, HILL, ((0,), (0,)), MAY)]
    english, albanian = known(state), known(state, language="sq")
    assert len(english) == len(albanian) == 5
    for one, other in zip(english, albanian, strict=True):
        assert one.source
        assert other.source
        assert (one.kind, one.side, one.about) == (other.kind, other.side, other.about)
        assert one.text != other.text
        assert "…" not in one.text + other.text


def test_names_in_a_scenario_are_made_safe() -> None:
    world = small_world()
    hazard = replace(world.hazards[0], name=replace(world.hazards[0].name, en="red\x1b[31m"))
    state = position()
    view = view_of(replace(world, hazards=(hazard,)), state, HILL)
    assert "red\\x1b[31m: " in intents_of(view, "en")[0].text
