"""Bots that do as was done: they write and sign a treaty in the words of history, in any month in which it can be signed."""

from pathlib import Path

from lanc_game.bots import bot_key, choose
from lanc_game.engine.state import State
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import view_of
from lanc_game.engine.world import World
from lanc_game.workshop.load import load

ROUGH = "prices: {hill: {land: {divided: -90, courts: -90}}, star: {land: {divided: -90, courts: -90}}}\n"
MONTHS = 8
GAMES = 12


def war(tmp_path: Path, done: str) -> World:
    """Two banners in which no side would sign the oath for what is in it."""
    oath = (
        "instruments:\n  oath: {name: O, level: pact, between: [hill, star], when: {status: crown, is: active},"
        f" clauses: [land, command], worth: -60{done}}}\n"
    )
    file = tmp_path / "oath.yaml"
    file.write_text(f"extends: two-banners\n{ROUGH}{oath}", encoding="utf-8")
    loaded = load(file)
    assert loaded.world is not None, [report.message for report in loaded.reports]
    return loaded.world


def played(world: World, seed: int, bot: str) -> State:
    state = begin(world, seed)
    for _ in range(MONTHS):
        orders = [
            [c.order for c in choose(view_of(world, state, f), bot, bot_key(world, seed, f))]
            for f in range(len(world.factions))
        ]
        state = resolve(world, state, orders, seed)
    return state


def test_they_sign_what_was_signed_in_months_that_differ(tmp_path: Path) -> None:
    world = war(tmp_path, ", done: {land: courts, command: own}")
    oath = next(i for i, instrument in enumerate(world.instruments) if instrument.id == "oath")
    signed = [played(world, seed, "historical").signed_at[oath] for seed in range(GAMES)]
    assert sum(turn >= 0 for turn in signed) >= GAMES * 3 // 4
    assert len({turn for turn in signed if turn >= 0}) > 1, "it has no date"
    state = next(s for s in (played(world, seed, "historical") for seed in range(GAMES)) if s.treaties)
    treaty = next(treaty for treaty in state.treaties if treaty.instrument == oath)
    assert treaty.values == world.instruments[oath].done


def test_others_weigh_it_and_without_a_history_so_do_they(tmp_path: Path) -> None:
    done = war(tmp_path, ", done: {land: courts, command: own}")
    plain = war(tmp_path, "")
    oath = next(i for i, instrument in enumerate(done.instruments) if instrument.id == "oath")
    assert all(played(done, seed, "regular").signed_at[oath] < 0 for seed in range(4))
    assert all(played(plain, seed, "historical").signed_at[oath] < 0 for seed in range(4))


def test_a_history_that_is_not_whole_is_told(tmp_path: Path) -> None:
    file = tmp_path / "half.yaml"
    text = "extends: two-banners\ninstruments: {oath: {name: O, level: pact, between: [hill, star], clauses: [land, command],"
    for done, code in (("{land: courts}", "missing-key"), ("{land: courts, command: own, sea: x}", "unknown-clause")):
        file.write_text(f"{text} done: {done}}}}}\n", encoding="utf-8")
        assert code in [report.code for report in load(file).reports]
