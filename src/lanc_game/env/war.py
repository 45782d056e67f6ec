"""The environment: a war in which agents play factions, a step a month, everybody at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import TypedDict

import numpy as np
from gymnasium import spaces
from numpy.typing import NDArray
from pettingzoo import ParallelEnv

from lanc_game.bots import BOTS, ORDINARY, known_bot
from lanc_game.chronicle import chronicle_of, name_of
from lanc_game.engine.legal import accept
from lanc_game.engine.orders import Order, text_of
from lanc_game.engine.view import View
from lanc_game.engine.world import World
from lanc_game.env.actions import NOTHING, OrderTable
from lanc_game.env.observation import Vector, feature_names, features
from lanc_game.language import capital
from lanc_game.simulate.games import scores_now
from lanc_game.table import MOST_SEED, Table
from lanc_game.workshop import library
from lanc_game.workshop.library import UnreadableError
from lanc_game.workshop.report import render as report_text

SLOTS = 16
"""How many orders an agent can give in a month, unless the environment is made with another number."""

MOST_SLOTS = 60
HUNDRED = 100

Action = NDArray[np.int64]
Mask = tuple[NDArray[np.int8], ...]
Info = dict[str, object]


class Observation(TypedDict):
    """What an agent sees: the numbers that ``feature_names`` names, and for each slot which orders are legal."""

    observation: Vector
    action_mask: Mask


class WarEnv(ParallelEnv[str, Observation, Action]):  # type: ignore[misc]
    """A war as a PettingZoo parallel environment. Agents are factions by their ids; see ``docs/environment.md``.

    ``seats`` names the factions that agents play (by default all that people can play); bots of ``level`` play the others,
    or those that ``bots`` names by faction. ``slots`` is how many orders an agent can give in a month, at most 60.
    ``schedule`` lets outside shocks strike when they did in history. After ``months`` (0: never) the war is broken off.
    ``language`` is that of ``render``: ``en`` or ``sq``. Raises ValueError for what cannot be.
    """

    def __init__(
        self,
        world: World,
        *,
        seats: Sequence[str] | None = None,
        level: str = ORDINARY,
        bots: Mapping[str, str] | None = None,
        schedule: bool = False,
        slots: int = SLOTS,
        months: int = 0,
        language: str = "en",
        render_mode: str | None = None,
    ) -> None:
        self.metadata = {"name": f"lanc_{world.id}", "render_modes": ["ansi"], "is_parallelizable": True}
        _check_choice("render_mode", render_mode, (None, "ansi"))
        _check_choice("language", language, ("en", "sq"))
        if not 1 <= slots <= MOST_SLOTS or months < 0:
            raise ValueError(f"slots are 1 to {MOST_SLOTS} and months 0 or more, not {slots} and {months}")
        self.world = world
        self.level = level
        self.schedule = schedule
        self.months = months
        self.language = language
        self.render_mode = render_mode
        self._bots = _bots(world, level, bots or {})
        self._factions = _seats(world, seats, bots or {})
        self.possible_agents: list[str] = list(self._factions)
        self.agents: list[str] = []
        self._tables = {agent: OrderTable(world, faction) for agent, faction in self._factions.items()}
        self.action_spaces = {
            agent: spaces.MultiDiscrete([len(table)] * slots) for agent, table in self._tables.items()
        }
        self.observation_spaces = {
            agent: spaces.Dict(
                {
                    "observation": spaces.Box(-1.0, 1.0, (len(self.feature_names(agent)),), np.float32),
                    "action_mask": spaces.Tuple([spaces.MultiBinary(len(table)) for _ in range(slots)]),
                }
            )
            for agent, table in self._tables.items()
        }
        self._slots = slots
        self._seed = 0
        self._game: Table | None = None
        self._legal: dict[str, dict[int, Order]] = {}
        self._scores: list[int] = []

    def observation_space(self, agent: str) -> spaces.Dict:
        """Return the space of an agent's observations, always the same object."""
        return self.observation_spaces[agent]

    def action_space(self, agent: str) -> spaces.MultiDiscrete[np.int64]:
        """Return the space of an agent's actions, always the same object: for each slot the number of an order."""
        return self.action_spaces[agent]

    def feature_names(self, agent: str) -> tuple[str, ...]:
        """Return the name of each number of an agent's observation."""
        return feature_names(self.world, self._factions[agent])

    def action_name(self, agent: str, number: int) -> str:
        """Return what a number in a slot of an agent's action stands for, such as ``agitate dibra``."""
        return self._tables[agent].name(number)

    def reset(
        self, seed: int | None = None, options: Mapping[str, object] | None = None
    ) -> tuple[dict[str, Observation], dict[str, Info]]:
        """Begin a war: the one of ``seed`` (0 to 2**63 - 1), by default the one after the last, the first being 1.

        ``options`` are for this war only: ``level`` and ``schedule`` as when the environment was made. Others are
        ignored, as the library's own tests want. Raises ValueError for what cannot be.
        """
        self._seed = self._seed + 1 if seed is None else int(seed)
        if not 0 <= self._seed <= MOST_SEED:
            raise ValueError(f"a seed is a number from 0 to {MOST_SEED}, not {seed}")
        chosen = options or {}
        level = str(chosen.get("level", self.level))
        _check_bot(self.world, level)
        clock = 1 if chosen.get("schedule", self.schedule) else 0
        seats = list(self._factions.values())
        self._game = Table.open(self.world, None, seats, seed=self._seed, level=level, clock=clock, bots=self._bots)
        self.agents = list(self.possible_agents)
        self._scores = scores_now(self.world, self._game.state)
        observations = {agent: self._observe(agent) for agent in self.agents}
        return observations, {agent: self._info(agent, [], Counter()) for agent in self.agents}

    def step(
        self, actions: Mapping[str, Action]
    ) -> tuple[dict[str, Observation], dict[str, float], dict[str, bool], dict[str, bool], dict[str, Info]]:
        """Play a month. An agent without an action gives no orders; what it may not order is dropped and counted.

        Raises RuntimeError before the first ``reset``, ValueError for an action outside its space.
        """
        game = self._playing()
        live = self.agents
        given = {agent: self._order(game, agent, actions.get(agent)) for agent in live}
        if live:
            game.end_month()
        before, self._scores = self._scores, scores_now(self.world, game.state)
        over = {agent: self._is_over(game, agent) for agent in live}
        cut = bool(self.months) and game.state.turn >= self.months
        self.agents = [agent for agent in live if not over[agent] and not cut]
        return (
            {agent: self._observe(agent) for agent in live},
            {agent: (self._scores[f] - before[f]) / HUNDRED for agent in live for f in [self._factions[agent]]},
            over,
            {agent: cut and not over[agent] for agent in live},
            {agent: self._info(agent, *given[agent]) for agent in live},
        )

    def render(self) -> str | None:
        """Return the last month as text: the agents' scores, and the chronicle of all that happened; None without a mode."""
        if self.render_mode is None:
            return None
        game = self._playing()
        turn = min(game.state.turn, len(self.world.turns) - 1)
        standing = [
            f"{name_of(self.world.factions[f].short, self.language)} {self._scores[f]}" for f in self._factions.values()
        ]
        lines = [capital(f"{name_of(self.world.turns[turn].name, self.language)}: {', '.join(standing)}")]
        if game.turns:
            last = game.turns[-1]
            lines += [entry.text for entry in chronicle_of(self.world, last.after, last.facts, None, self.language)]
        return "\n".join(lines)

    def close(self) -> None:
        """Let the war go."""
        if self._game is not None:
            self._game.close()
        self._game = None
        self.agents = []

    def _playing(self) -> Table:
        if self._game is None:
            raise RuntimeError("no war has begun: call reset() first")
        return self._game

    def _order(self, game: Table, agent: str, action: Action | None) -> tuple[list[Order], Counter[str]]:
        """Take an agent's orders down; return those that it may give, and why the others were dropped."""
        dropped: Counter[str] = Counter()
        faction = self._factions[agent]
        wanted: list[Order] = []
        for number in self._numbers(agent, action):
            if number == NOTHING:
                continue
            if number in self._legal[agent]:
                wanted.append(self._legal[agent][number])
            else:
                dropped["not_legal"] += 1
        judged = accept(game.view(faction), wanted)
        dropped.update(why.reason for _, why in judged if why is not None)
        orders = [order for order, why in judged if why is None]
        game.drafts[faction] = orders
        return orders, dropped

    def _numbers(self, agent: str, action: Action | None) -> list[int]:
        if action is None:
            return []
        chosen = np.asarray(action)
        space = self.action_spaces[agent]
        if chosen.shape != space.shape or chosen.dtype.kind not in "iu" or not space.contains(chosen.astype(np.int64)):
            raise ValueError(
                f"the action of {agent} is not in its space: {self._slots} whole numbers from 0 to "
                f"{len(self._tables[agent]) - 1} are wanted"
            )
        return [int(number) for number in chosen]

    def _is_over(self, game: Table, agent: str) -> bool:
        return game.over or game.state.judged[self._factions[agent]] >= 0

    def _observe(self, agent: str) -> Observation:
        """Look with an agent's eyes, and note what it may order now: nothing once its war is over."""
        game = self._playing()
        view: View = game.view(self._factions[agent])
        table = self._tables[agent]
        self._legal[agent] = {} if self._is_over(game, agent) else table.legal(view)
        mask = np.zeros(len(table), np.int8)
        mask[[NOTHING, *self._legal[agent]]] = 1
        return {"observation": features(view), "action_mask": (mask,) * self._slots}

    def _info(self, agent: str, orders: Sequence[Order], dropped: Counter[str]) -> Info:
        faction = self._factions[agent]
        game = self._playing()
        return {
            "label": game.label(),
            "score": self._scores[faction],
            "grade": game.state.judged[faction],
            "orders": [text_of(self.world, faction, order) for order in orders],
            "dropped": dropped.total(),
            "reasons": dict(sorted(dropped.items())),
        }


def parallel_env(
    scenario: str,
    *,
    seats: Sequence[str] | None = None,
    level: str = ORDINARY,
    bots: Mapping[str, str] | None = None,
    schedule: bool = False,
    slots: int = SLOTS,
    months: int = 0,
    language: str = "en",
    render_mode: str | None = None,
) -> WarEnv:
    """Return the environment of a scenario, by its name (as ``lanc list`` gives it) or path; the rest is as for ``WarEnv``.

    Raises ValueError for a scenario that is not found or has errors, and whatever ``WarEnv`` raises.
    """
    try:
        opened = library.open_scenario(library.find(scenario))
    except (library.NotFoundError, UnreadableError) as error:
        raise ValueError(str(error)) from None
    if opened.world is None:
        found = "\n".join(report_text(report, colour=False) for report in opened.reports)
        raise ValueError(f"{scenario}: this scenario has errors; mend them first\n{found}")
    return WarEnv(
        opened.world, seats=seats, level=level, bots=bots, schedule=schedule, slots=slots, months=months,
        language=language, render_mode=render_mode,
    )  # fmt: skip


def _seats(world: World, seats: Sequence[str] | None, bots: Mapping[str, str]) -> dict[str, int]:
    """Return the agents and their factions, in the scenario's order."""
    wanted = [faction.id for faction in world.factions if faction.playable] if seats is None else list(seats)
    if seats is None:
        wanted = [faction for faction in wanted if faction not in bots]
    for seat in wanted:
        _check_choice("seat", seat, list(world.faction_index))
        if seat in bots:
            raise ValueError(
                f"{seat} cannot be played by an agent and by the bot `{bots[seat]}`: leave one of them out"
            )
    if not wanted:
        raise ValueError("nobody is left for agents to play: name a faction in `seats`")
    return {faction.id: index for index, faction in enumerate(world.factions) if faction.id in wanted}


def _bots(world: World, level: str, bots: Mapping[str, str]) -> dict[int, str]:
    _check_bot(world, level)
    for faction, bot in bots.items():
        _check_choice("faction", faction, list(world.faction_index))
        _check_bot(world, bot)
    return {world.faction_index[faction]: bot for faction, bot in bots.items()}


def _check_bot(world: World, bot: str) -> None:
    wrong = known_bot(world, bot)
    if wrong:
        raise ValueError(f"{wrong}; known: {', '.join(BOTS)}")


def _check_choice(what: str, chosen: str | None, known: Collection[str | None]) -> None:
    if chosen not in known:
        raise ValueError(f"there is no {what} `{chosen}`; known: {', '.join(str(name) for name in known)}")
