"""Two settings over the same seeds: what one does better than the other, luck being the same as far as it can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lanc_game.bots import ORDINARY
from lanc_game.chronicle.handicaps import handicaps_of
from lanc_game.engine.names import Grade
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.simulate.games import GameResult
from lanc_game.simulate.layout import NAME, WIDTH, handicap_lines, percent, setting
from lanc_game.simulate.pool import Jobs, Progress, play_all
from lanc_game.simulate.report import GRADES, share_json
from lanc_game.simulate.run import compiled, specs_for
from lanc_game.simulate.statistics import Difference, Share, differences, wilson


@dataclass(frozen=True, slots=True)
class Paired:
    """A faction's scores by seed under two settings, and their difference (the first less the second)."""

    faction: str
    first: tuple[int, ...]
    second: tuple[int, ...]

    @property
    def difference(self) -> Difference:
        """How the first setting's scores differ from the second's."""
        return differences(self.first, self.second)

    def text(self) -> str:
        """Return the finding in a line."""
        found = self.difference
        return (
            f"{self.faction}: {found.mean:+.1f} points ({found.low:+.1f} to {found.high:+.1f}) over {len(self.first)}"
            f" pairs; better in {found.more}, worse in {found.less}, the same in {found.same}"
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """Games of two settings, seed by seed: game i of the first and game i of the second have the same seed."""

    world: World
    settings: tuple[dict[str, str], dict[str, str]]  # the bots of single factions under each
    first: tuple[GameResult, ...]
    second: tuple[GameResult, ...]
    asked: int  # pairs
    seed: int
    level: str
    clock: int

    @property
    def partial(self) -> bool:
        """Whether somebody stopped it before all pairs were played."""
        return len(self.first) < self.asked

    def judged(self) -> list[int]:
        """Return the factions that are given verdicts."""
        return [index for index, faction in enumerate(self.world.factions) if faction.measures]

    def of(self, faction: int) -> Paired:
        """Return a faction's scores under both settings."""
        scores = [tuple(game.scores[faction] for game in games) for games in (self.first, self.second)]
        return Paired(self.world.factions[faction].id, scores[0], scores[1])

    def rates(self, faction: int, grade: Grade) -> tuple[Share, Share]:
        """Return the share of games in which a faction did at least so well, under the first setting and the second."""
        one, other = (
            wilson(sum(game.grades[faction] >= grade for game in games), len(games))
            for games in (self.first, self.second)
        )
        return one, other


def compare(
    document: Json,
    first: Mapping[str, str],
    second: Mapping[str, str],
    *,
    world: World | None = None,
    games: int = 100,
    jobs: Jobs = 1,
    seed: int = 1,
    level: str = ORDINARY,
    clock: int = 0,
    progress: Progress | None = None,
) -> Comparison:
    """Play ``games`` seeds twice, with the bots of ``first`` and with those of ``second``; the others play at ``level``.

    Interrupted, the pairs that are whole are kept. The same whatever ``jobs``. Raises SimulateError or GameError.
    """
    if world is None:
        world = compiled(document)
    one = specs_for(world, games, seed, level, first, clock)
    two = specs_for(world, games, seed, level, second, clock)
    together = [spec for pair in zip(one, two, strict=True) for spec in pair]
    played = play_all(world, document, together, jobs, progress)
    done = dict(zip(played.places, played.results, strict=True))
    whole = [(done[place], done[place + 1]) for place in range(0, len(together), 2) if {place, place + 1} <= set(done)]
    settings = (dict(sorted(first.items())), dict(sorted(second.items())))
    firsts, seconds = tuple(pair[0] for pair in whole), tuple(pair[1] for pair in whole)
    return Comparison(world, settings, firsts, seconds, games, seed, level, clock)


def paired(
    document: Json,
    faction: str,
    first: Mapping[str, str],
    second: Mapping[str, str],
    *,
    world: World | None = None,
    games: int = 200,
    jobs: Jobs = 1,
    seed: int = 1,
    level: str = ORDINARY,
    clock: int = 0,
    progress: Progress | None = None,
) -> Paired:
    """Play the same seeds twice, with the bots of ``first`` and of ``second``, and return a faction's scores.

    Interrupted, the pairs that are whole are kept. Raises SimulateError or GameError.
    """
    found = compare(
        document, first, second, world=world, games=games, jobs=jobs, seed=seed, level=level, clock=clock,
        progress=progress,
    )  # fmt: skip
    return found.of(found.world.faction_index[faction])


# --- text and JSON


def comparison_text(found: Comparison) -> str:
    """Return the findings as lines at most a hundred wide."""
    world, count = found.world, len(found.first)
    seeds = f"seeds {found.seed}-{found.seed + found.asked - 1}"
    lines = [f"{world.title.en} ({world.id}): {count} pair{'s' * (count != 1)} of games, {seeds}"[:WIDTH]]
    for name, bots in zip(("first:  ", "second: "), found.settings, strict=True):
        lines.append(f"{name}{setting(found.level, bots, found.clock)}"[:WIDTH])
    lines += handicap_lines(world)
    if found.partial:
        lines.append(f"Interrupted: {count} of {found.asked} pairs are whole, and not always the first ones.")
    if found.first:
        lines += ["", *_scores(found), "", *_grades(found)]
    return "\n".join(lines) + "\n"


def _scores(found: Comparison) -> list[str]:
    lines = ["Score, the first less the second: mean with its 95 % interval; pairs with more, less, the same"]
    lines.append(f"{'':{NAME}}{'points':>8}{'interval':>20}{'more':>8}{'less':>8}{'same':>8}")
    for faction in found.judged():
        score = found.of(faction).difference
        interval = f"({score.low:+.1f} to {score.high:+.1f})"
        counts = f"{score.more:>8}{score.less:>8}{score.same:>8}"
        lines.append(f"{_name(found, faction):<{NAME}}{score.mean:>+8.1f}{interval:>20}{counts}")
    return lines


def _grades(found: Comparison) -> list[str]:
    lines = ["Verdicts: percent of games in which a faction did at least so well, with 95 % intervals"]
    lines.append(f"{'':{NAME}}{'':8}" + "".join(f"{grade.name.lower():>16}" for grade in GRADES))
    for faction in found.judged():
        rates = [found.rates(faction, grade) for grade in GRADES]
        for which, name in enumerate(("first", "second")):
            head = _name(found, faction) if which == 0 else ""
            lines.append(f"{head:<{NAME}}{name:<8}" + "".join(f"{percent(rate[which]):>16}" for rate in rates))
    return lines


def _name(found: Comparison, faction: int) -> str:
    return found.world.factions[faction].short.en[: NAME - 1]


def comparison_json(found: Comparison) -> dict[str, Json]:
    """Return the findings as plain JSON; means in hundredths, shares in ten-thousandths, as in a report."""
    world = found.world
    return {
        "scenario": world.id,
        "scenario_digest": world.digest,
        "handicaps": dict(handicaps_of(world).items()),
        "asked": found.asked,
        "pairs": len(found.first),
        "partial": found.partial,
        "seed": found.seed,
        "level": found.level,
        "clock": "historical" if found.clock else "chance",
        "first": dict(found.settings[0].items()),
        "second": dict(found.settings[1].items()),
        "factions": {world.factions[faction].id: _faction_json(found, faction) for faction in found.judged()},
    }


def _faction_json(found: Comparison, faction: int) -> dict[str, Json]:
    score = found.of(faction).difference
    verdicts: dict[str, Json] = {}
    for grade in GRADES:
        first, second = found.rates(faction, grade)
        verdicts[grade.name.lower()] = {"first": share_json(first), "second": share_json(second)}
    return {
        "score": {
            "mean": round(score.mean * 100),
            "low": round(score.low * 100),
            "high": round(score.high * 100),
            "more": score.more,
            "less": score.less,
            "same": score.same,
        },
        "verdicts": verdicts,
    }
