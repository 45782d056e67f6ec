"""The PettingZoo environment: the library's own tests, the same war as at the table, no more seen than a view knows."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pettingzoo.test import parallel_api_test, parallel_seed_test

from lanc_game.bots import bot_key, choose
from lanc_game.engine.legal import legal
from lanc_game.engine.names import Relation, Status, Verb
from lanc_game.engine.orders import Order, parse
from lanc_game.engine.state import State
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import view_of
from lanc_game.engine.world import SLOTS, World
from lanc_game.env import NOTHING, OrderTable, WarEnv, feature_names, features, parallel_env
from lanc_game.env.actions import key_of
from lanc_game.env.observation import much, part
from lanc_game.table import Table
from lanc_game.workshop.load import load

ROOT = Path(__file__).parents[2]
SCENARIOS = ROOT / "scenarios"
NAMES = ("albania-1942", "two-banners", "four-valleys")


def world_of(name: str) -> World:
    world = load(SCENARIOS / name).world
    assert world is not None
    return world


WORLDS: dict[str, World] = {}


@pytest.fixture(params=NAMES)
def world(request: pytest.FixtureRequest) -> World:
    name: str = request.param
    if name not in WORLDS:
        WORLDS[name] = world_of(name)
    return WORLDS[name]


@pytest.fixture(scope="module")
def banners() -> World:
    return world_of("two-banners")


@pytest.fixture(scope="module")
def albania() -> World:
    return world_of("albania-1942")


def play(
    env: WarEnv, seed: int, look: Callable[[dict[str, dict[str, object]]], None] | None = None
) -> dict[str, float]:
    """Play a war of masked random actions; return what each agent was rewarded with."""
    total = dict.fromkeys(env.possible_agents, 0.0)
    observations, _ = env.reset(seed=seed)
    for agent in env.agents:
        env.action_space(agent).seed(seed)
    while env.agents:
        actions = {agent: env.action_space(agent).sample(observations[agent]["action_mask"]) for agent in env.agents}
        observations, rewards, _, _, infos = env.step(actions)
        for agent, reward in rewards.items():
            assert -1 <= reward <= 1
            total[agent] += reward
        if look is not None:
            look(infos)
    return total


def digest(env: WarEnv) -> str:
    return env._playing().state.digest()


def positions(world: World, seed: int, bot: str) -> list[State]:
    """A game's positions, every third of them."""
    state = begin(world, seed)
    found = [state]
    while not state.over:
        orders = [
            [choice.order for choice in choose(view_of(world, state, side), bot, bot_key(world, seed, side))]
            for side in range(len(world.factions))
        ]
        state = resolve(world, state, orders, seed)
        if state.turn % 3 == 0:
            found.append(state)
    return found


# --- as the library wants it


def test_the_librarys_api_test(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    parallel_api_test(WarEnv(world), num_cycles=100)
    assert "Passed" in capsys.readouterr().out


def test_the_librarys_seed_test(world: World) -> None:
    parallel_seed_test(lambda: WarEnv(world, months=9))


def test_spaces_hold_what_comes(world: World) -> None:
    env = WarEnv(world, slots=5)
    observations, _ = env.reset(seed=2)
    for _ in range(3):
        for agent in env.agents:
            assert env.observation_space(agent).contains(observations[agent])
            names = env.feature_names(agent)
            assert len(names) == len(set(names)) == observations[agent]["observation"].size
        observations, *_ = env.step({agent: env.action_space(agent).sample() for agent in env.agents})


# --- orders


@pytest.mark.parametrize("bot", ["random", "regular"])
def test_every_legal_order_has_a_number(world: World, bot: str) -> None:
    tables = [OrderTable(world, side) for side in range(len(world.factions))]
    met: set[int] = set()
    for state in positions(world, 3, bot):
        for table in tables:
            view = view_of(world, state, table.faction)
            numbered = table.legal(view)
            assert NOTHING not in numbered
            assert {table.keys[number] for number in numbered} == {key_of(view, order) for order in legal(view)}
            met.update(order.verb for order in numbered.values())
    assert len(met) > 12


def test_orders_have_names_of_their_own(world: World) -> None:
    for side in range(len(world.factions)):
        table = OrderTable(world, side)
        names = [table.name(number) for number in range(len(table))]
        assert len(names) == len(set(names))
        assert names[NOTHING] == "nothing"
        for number, name in enumerate(names[1:], 1):
            if Verb(table.keys[number][0]) not in (Verb.PROPOSE, Verb.COUNTER, Verb.ACCEPT, Verb.GARRISON):
                assert parse(world, side, name) == Order(Verb(table.keys[number][0]), table.keys[number][1:])


def test_what_cannot_be_ordered_is_dropped_and_counted(banners: World) -> None:
    env = WarEnv(banners, seats=["hill"], slots=4)
    observations, infos = env.reset(seed=1)
    assert infos["hill"]["orders"] == []
    mask = observations["hill"]["action_mask"][0]
    agitate = next(n for n in range(len(mask)) if env.action_name("hill", n) == "agitate mountain")
    refused = int(np.flatnonzero(mask == 0)[0])
    assert mask[agitate] == 1
    _, _, _, _, infos = env.step({"hill": np.array([agitate, agitate, NOTHING, refused])})
    assert infos["hill"]["orders"] == ["agitate mountain"]
    assert infos["hill"]["dropped"] == 2
    assert infos["hill"]["reasons"] == {"given_twice": 1, "not_legal": 1}
    _, _, _, _, infos = env.step({})
    assert infos["hill"]["orders"] == []


@pytest.mark.parametrize("action", [[1, 2], [0, 0, 0, 10_000], [0, 0, 0, -1], [0.5, 0, 0, 0], "hold"])
def test_an_action_outside_its_space_is_an_error(banners: World, action: object) -> None:
    env = WarEnv(banners, seats=["hill"], slots=4)
    env.reset(seed=1)
    with pytest.raises(ValueError, match="the action of hill is not in its space: 4 whole numbers from 0 to"):
        env.step({"hill": np.array(action)})


# --- the same war as at the table


def test_it_is_the_war_of_the_table(banners: World) -> None:
    env = WarEnv(banners, seats=["hill", "star"], level="novice", bots={"crown": "random"})
    lines: list[dict[str, list[str]]] = []
    play(env, 11, lambda infos: lines.append({a: list(info["orders"]) for a, info in infos.items()}))  # type: ignore[call-overload]
    table = Table.open(banners, None, [0, 1], seed=11, level="novice", bots={2: "random"})
    for month in lines:
        for agent, orders in month.items():
            for line in orders:
                assert table.write(banners.faction_index[agent], line)[1] is None
        table.end_month()
    assert table.over
    assert table.state.digest() == digest(env)
    assert sum(len(orders) for month in lines for orders in month.values()) > 50


def test_the_same_seed_is_the_same_war(banners: World) -> None:
    one, two = WarEnv(banners), WarEnv(banners)
    rewards = play(one, 5)
    assert play(two, 5) == rewards
    assert digest(one) == digest(two)
    assert play(one, 5) == rewards
    assert digest(one) == digest(two)
    play(two, 6)
    assert digest(one) != digest(two)


def test_without_a_seed_comes_the_next_war(banners: World) -> None:
    env, other = WarEnv(banners), WarEnv(banners)
    env.reset()
    other.reset(seed=1)
    assert digest(env) == digest(other)
    env.reset(seed=8)
    env.reset()
    other.reset(seed=9)
    assert digest(env) == digest(other)


def test_options_are_for_one_war(banners: World) -> None:
    def ending(options: dict[str, object] | None) -> str:
        env.reset(seed=4, options=options)
        while env.agents:
            env.step({})
        return digest(env)

    env = WarEnv(banners, seats=["hill"])
    usual = ending(None)
    assert ending({"level": "random"}) != usual
    assert ending({"schedule": True}) != usual
    assert ending({"something": "else"}) == usual
    with pytest.raises(ValueError, match="there is no bot `clever`"):
        env.reset(options={"level": "clever"})


# --- what is seen


def test_numbers_mean_what_their_names_say(albania: World) -> None:
    state = positions(albania, 2, "regular")[4]
    for side in (0, 3):
        view = view_of(albania, state, side)
        seen = dict(zip(feature_names(albania, side), features(view).tolist(), strict=True))
        assert seen["war.turn"] == pytest.approx(view.turn / len(albania.turns))
        assert seen["war.free_cadres"] == pytest.approx(much(view.free_cadres, 10))
        for r, region in enumerate(albania.regions):
            for slot, unit in enumerate(albania.slots[side]):
                assert seen[f"region.{region.id}.own.{unit.id}"] == pytest.approx(
                    much(view.men[r * SLOTS + slot], 1000)
                )
            for f, faction in enumerate(albania.factions):
                assert seen[f"region.{region.id}.{faction.id}.town"] == (view.town[r] == f)
                assert seen[f"region.{region.id}.{faction.id}.men"] == pytest.approx(much(view.seen_men(r, f), 1000))
                assert seen[f"region.{region.id}.{faction.id}.sympathy"] == pytest.approx(
                    part(view.known_sympathy(r, f), 1000)
                )
        for f, faction in enumerate(albania.factions):
            assert seen[f"side.{faction.id}.in_play"] == view.plays(f)
            assert seen[f"side.{faction.id}.relation"] == pytest.approx(view.relation[f] / Relation.ALLIED)
        for p, regard in view.regard.items():
            assert seen[f"patron.{albania.patrons[p].id}.regard"] == pytest.approx(regard / 100)
        for wing, loyalty in view.loyalty.items():
            assert seen[f"wing.{albania.wings[wing].id}.loyalty"] == pytest.approx(loyalty / 100)
        events = {offer.event for offer in view.offers}
        for index, event in enumerate(albania.events):
            if side in event.choosers:
                assert seen[f"choice.{event.id}.offered"] == (index in events)


def test_an_agent_sees_no_more_than_its_view(banners: World) -> None:
    state = positions(banners, 2, "regular")[2]
    hidden = state.copy()
    regions = hidden.region_count
    for side in (1, 2):
        hidden.cadres[side] += 7
        hidden.arms[side] += 300
        for place in range(side * regions, (side + 1) * regions):
            hidden.men[place * SLOTS] += 500
            hidden.total[place] += 500
    hidden.fear = [1000 - fear for fear in hidden.fear]
    hidden.sympathy = [1000 - value for value in hidden.sympathy]
    assert hidden.digest() != state.digest()
    assert features(view_of(banners, hidden, 0)).tolist() == features(view_of(banners, state, 0)).tolist()
    assert features(view_of(banners, hidden, 1)).tolist() != features(view_of(banners, state, 1)).tolist()


def test_who_is_not_in_the_war_can_do_nothing(albania: World) -> None:
    env = WarEnv(albania)
    observations, _ = env.reset(seed=1)
    unborn = [agent for agent in env.agents if albania.factions[albania.faction_index[agent]].status != Status.ACTIVE]
    assert unborn
    for agent in env.agents:
        legal_now = np.flatnonzero(observations[agent]["action_mask"][0]).tolist()
        assert (legal_now == [NOTHING]) is (agent in unborn)


# --- reward and end


def test_rewards_add_up_to_the_score(banners: World) -> None:
    env = WarEnv(banners)
    _, infos = env.reset(seed=9)
    opening = {agent: info["score"] for agent, info in infos.items()}
    last: dict[str, dict[str, object]] = {}
    total = play(env, 9, last.update)
    state = env._playing().state
    for agent, reward in total.items():
        faction = banners.faction_index[agent]
        assert state.score[faction] == last[agent]["score"]
        assert state.judged[faction] == last[agent]["grade"]
        assert reward == pytest.approx((state.score[faction] - opening[agent]) / 100)  # type: ignore[operator]
    assert any(total.values())


def test_who_leaves_the_war_is_done(albania: World) -> None:
    """On the historical schedule Italy surrenders in September 1943, and the war goes on without it."""
    env = WarEnv(albania, schedule=True, level="novice", seats=["lnc", "italy"])
    env.reset(seed=1)
    while "italy" in env.agents:
        _, _, terminations, truncations, infos = env.step({})
    assert env.agents == ["lnc"]
    assert (terminations, truncations) == ({"lnc": False, "italy": True}, {"lnc": False, "italy": False})
    assert infos["italy"]["grade"] != -1
    observations, rewards, *_ = env.step({})
    assert set(observations) == set(rewards) == {"lnc"}


def test_months_break_a_war_off(banners: World) -> None:
    env = WarEnv(banners, months=3)
    env.reset(seed=1)
    env.step({})
    env.step({})
    assert len(env.agents) == 3
    _, _, terminations, truncations, _ = env.step({})
    assert not any(terminations.values())
    assert all(truncations.values())
    assert env.agents == []
    assert env.step({}) == ({}, {}, {}, {}, {})


def test_a_step_needs_a_war(banners: World) -> None:
    env = WarEnv(banners)
    with pytest.raises(RuntimeError, match=r"call reset\(\) first"):
        env.step({})
    env.reset(seed=1)
    env.close()
    with pytest.raises(RuntimeError, match=r"call reset\(\) first"):
        env.step({})


# --- text


def test_render_tells_the_month(banners: World) -> None:
    texts = {}
    for language in ("en", "sq"):
        env = WarEnv(banners, render_mode="ansi", language=language)
        env.reset(seed=3)
        opening = env.render()
        assert opening is not None
        assert len(opening.splitlines()) == 1
        for _ in range(2):
            env.step({})
        texts[language] = env.render() or ""
    assert texts["en"].startswith("May 1942: Hills ")
    assert texts["sq"].startswith("Maj 1942: Malet ")
    assert all(len(text.splitlines()) > 1 for text in texts.values())
    assert WarEnv(banners).render() is None


def test_the_pages_example_runs() -> None:
    page = (ROOT / "docs" / "environment.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len([line for line in example.splitlines() if line.strip()]) <= 15
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", example], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    last = run.stdout.splitlines()[-1]
    assert set(json.loads(last.replace("'", '"'))) == {"hill", "star"}
    assert run.stderr == ""


def test_the_page_names_every_key(banners: World) -> None:
    page = (ROOT / "docs" / "environment.md").read_text(encoding="utf-8")
    _, infos = WarEnv(banners).reset()
    assert all(f"`{key}`" in page for key in infos["hill"])


# --- what cannot be


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"seats": ["hil"]}, "there is no seat `hil`; known: hill, star, crown"),
        ({"seats": []}, "nobody is left for agents"),
        ({"seats": ["hill"], "bots": {"hill": "novice"}}, "hill cannot be played by an agent and by the bot `novice`"),
        ({"level": "clever"}, "there is no bot `clever`; known: novice"),
        ({"bots": {"crown": "cmd:./bot"}}, "there is no bot `cmd:./bot`"),
        ({"bots": {"king": "novice"}}, "there is no faction `king`"),
        ({"slots": 0}, "slots are 1 to 60"),
        ({"months": -1}, "months 0 or more"),
        ({"language": "de"}, "there is no language `de`"),
        ({"render_mode": "human"}, "there is no render_mode `human`"),
    ],
)
def test_wrong_settings_are_refused(banners: World, wrong: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        WarEnv(banners, **wrong)  # type: ignore[arg-type]


def test_seats_with_a_bot_have_no_agent(banners: World) -> None:
    assert WarEnv(banners, bots={"crown": "waiter"}).possible_agents == ["hill", "star"]


@pytest.mark.parametrize("seed", [-1, 2**63])
def test_seeds_have_bounds(banners: World, seed: int) -> None:
    with pytest.raises(ValueError, match="a seed is a number from 0 to"):
        WarEnv(banners).reset(seed=seed)


def test_scenarios_by_name_and_path(tmp_path: Path) -> None:
    assert parallel_env("four-valleys", seats=["crown"]).possible_agents == ["crown"]
    assert parallel_env(str(SCENARIOS / "four-valleys"), slots=3).action_space("hill").shape == (3,)
    with pytest.raises(ValueError, match="did you mean `four-valleys`"):
        parallel_env("for-valleys")
    broken = tmp_path / "broken.yaml"
    broken.write_text("scenario:\n  id: broken\n")
    with pytest.raises(ValueError, match=r"this scenario has errors; mend them first\n.*broken\.yaml:"):
        parallel_env(str(broken))


@pytest.mark.parametrize("missing", ["pettingzoo", "gymnasium", "numpy"])
def test_without_the_extra(missing: str) -> None:
    code = f"import sys; sys.modules[{missing!r}] = None; import lanc_game.env"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1].endswith('Install them with: pip install "lanc-game[env]"')
