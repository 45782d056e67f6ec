"""What a faction knows: exact, about, last seen; and what no view ever holds."""

from __future__ import annotations

from kit import SEEDS, Position, Posture, Relation, quiet, valleys

from lanc_game.engine.sight import ABOUT, EXACT, NOTHING
from lanc_game.engine.state import NEVER, Sight
from lanc_game.engine.turn import begin
from lanc_game.engine.view import view_of


def level(position: Position, faction: str, region: str) -> int:
    return position.view(faction).sights[position.r(region)].level


def test_open_men_and_councils_of_two_see_exactly() -> None:
    assert level(Position().men("hill", "plain", "band", 10), "hill", "plain") == EXACT
    assert level(Position().council("plain", "hill", 2), "hill", "plain") == EXACT


def test_hidden_men_a_first_council_and_informers_see_about() -> None:
    assert level(Position().hidden("hill", "plain", "band", 10), "hill", "plain") == ABOUT
    assert level(Position().council("plain", "hill", 1), "hill", "plain") == ABOUT
    position = Position()
    position.state.informers[position.hearth("plain", "crown")] = 1
    assert level(position, "crown", "plain") == ABOUT


def test_next_door_to_open_men_one_sees_about_and_further_nothing() -> None:
    position = Position().men("hill", "plain", "band", 10)
    assert level(position, "hill", "woods") == ABOUT
    assert level(position, "hill", "mountain") == NOTHING
    assert level(Position().hidden("hill", "plain", "band", 10), "hill", "woods") == NOTHING


def test_exact_is_exact_and_about_is_within_the_glimpse() -> None:
    exact = Position().men("hill", "plain", "band", 10).men("crown", "plain", "garrison", 437)
    assert exact.view("hill").seen_men(exact.r("plain"), 2) == 437
    glimpse = quiet().rules.glimpse
    seen = set()
    for seed in SEEDS:
        position = Position().men("hill", "woods", "band", 10).men("crown", "plain", "garrison", 400)
        men = view_of(position.world, position.seen(seed), 0).seen_men(position.r("plain"), 2)
        assert 400 * (100 - glimpse) // 100 - 10 <= men <= 400 * (100 + glimpse) // 100
        seen.add(men)
    assert len(seen) > 5


def test_what_was_last_seen_stays_with_its_date() -> None:
    position = (
        Position().men("hill", "plain", "band", 10).men("crown", "plain", "garrison", 400).towns("plain", "crown")
    )
    after = position.month({"hill": ["move plain woods"]})
    turn = after.state.turn
    away = after.then().month({"hill": ["move woods mountain"]}).then()
    away = away.month({"crown": ["move plain harbour"]}).then()
    sight = away.view("hill").sights[away.r("plain")]
    assert sight.turn == turn
    assert [seen.faction for seen in sight.forces] == [2]
    assert away.state.men_of(2) == 400


def test_where_nobody_of_ours_has_been_nothing_is_known() -> None:
    view = Position().men("crown", "plain", "garrison", 400).view("hill")
    assert all(sight.turn == NEVER and sight.forces == () for sight in view.sights)
    assert view.known_sympathy(0, 1) == 0


def test_hidden_men_are_seen_by_allies_only() -> None:
    position = Position().men("crown", "plain", "garrison", 400).hidden("hill", "plain", "band", 100)
    position.men("star", "plain", "band", 10).relate("hill", "star", Relation.ALLIED)
    plain = position.r("plain")
    assert position.view("crown").seen_men(plain, 0) == 0
    assert position.view("star").seen_men(plain, 0) == 100


def test_men_on_their_way_into_hiding_are_still_seen() -> None:
    position = Position().men("crown", "plain", "garrison", 400).men("hill", "plain", "band", 100, Posture.HIDING)
    assert position.view("crown").seen_men(position.r("plain"), 0) == 100


def test_a_view_never_contains_secrets() -> None:
    """The weak side of a cordon, hidden men, heat, arms, stores, cadres, policies of others, the seed."""

    def texts(change: int) -> list[str]:
        position = Position().men("crown", "plain", "column", 400).men("hill", "plain", "band", 10)
        position.operation("crown", "woods", ago=0, weak="plain" if change else "mountain").council("woods", "hill", 2)
        position.hidden("star", "plain", "band", 100 + change)
        position.purse("crown", arms=500 + change, supplies=500 + change).purse(
            "star", arms=5 + change, cadres=4 + change
        )
        position.heat("woods", "star", change).policy("crown", 0, change)
        position.state.posture[position.place("star", "plain")] = Posture.HIDDEN
        view = position.view("hill")
        return [f"{name} {getattr(view, name)!r}" for name in view.__slots__ if name != "world"]

    assert texts(0) == texts(1)
    assert not any("seed" in name for name in Position().view("hill").__slots__)


def test_heat_is_our_own_and_alarm_what_enemies_did_where_we_stand() -> None:
    position = Position().heat("plain", "hill", 200).heat("woods", "hill", 100).towns("plain", "crown")
    view = position.view("crown")
    assert view.heat == [0, 0, 0, 0]
    assert view.alarm[position.r("plain")] == 200
    assert view.alarm[position.r("woods")] == 0


def test_a_copy_of_what_is_seen_is_kept_by_place() -> None:
    state = begin(valleys(), 1)
    assert len(state.sights) == state.faction_count * state.region_count
    assert all(isinstance(sight, Sight) for sight in state.sights)
    assert begin(valleys(), 1).digest() == state.digest()
    assert begin(valleys(), 2).digest() != state.digest()  # first glimpses differ


def test_a_view_of_own_works_and_offers_only() -> None:
    from lanc_game.engine.names import Verb
    from lanc_game.engine.state import Work

    position = Position()
    position.state.works.append(Work(1, Verb.ORGANISE, 0, -1, 2))
    assert position.view("hill").works == []
    assert len(position.view("star").works) == 1
