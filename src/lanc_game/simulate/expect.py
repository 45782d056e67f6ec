"""What a scenario expects of its games, held against games that were played.

An expectation is a share of games and a band for it. With few games the share itself says little, so its 95 % interval is
held against the band: wholly inside, the expectation holds; wholly outside, it is missed; across an edge of the band, these
games are too few to tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from lanc_game.compile.expect import WHOLE, Expectation, Matter, Question, expectations
from lanc_game.engine.names import Manner, Relation
from lanc_game.engine.state import Json
from lanc_game.engine.world import World
from lanc_game.simulate.games import GameResult
from lanc_game.simulate.layout import WIDTH, percent
from lanc_game.simulate.report import share_json
from lanc_game.simulate.statistics import Share, wilson


class Finding(StrEnum):
    """What games say of an expectation."""

    HOLDS = "holds"
    MISSED = "missed"
    OPEN = "too few games to tell"


class Measured(NamedTuple):
    """An expectation and the share of games that answered it with yes."""

    expectation: Expectation
    share: Share

    @property
    def finding(self) -> Finding:
        """How the interval lies to the band; an edge belongs to the band."""
        low, high = self.expectation.low / WHOLE, self.expectation.high / WHOLE
        if self.share.high < low or self.share.low > high:
            return Finding.MISSED
        return Finding.HOLDS if low <= self.share.low and self.share.high <= high else Finding.OPEN


def expected_of(world: World, document: Json) -> tuple[Expectation, ...]:
    """Return what a checked scenario's document expects; nothing if it has no ``expect`` block."""
    stated = document.get("expect") if isinstance(document, dict) else None
    return expectations(world, {name: str(band) for name, band in stated.items()}) if isinstance(stated, dict) else ()


def measure(world: World, expected: Sequence[Expectation], games: Sequence[GameResult]) -> tuple[Measured, ...]:
    """Return each expectation with the share of games in which it came about."""
    return tuple(
        Measured(one, wilson(sum(came_about(world, one.question, game) for game in games), len(games)))
        for one in expected
    )


def came_about(world: World, question: Question, game: GameResult) -> bool:
    """Say whether a game answers a question with yes."""
    subject, other = question.subject, question.other
    dealings = game.dealings
    match question.matter:
        case Matter.GRADE:
            return game.grades[subject] >= other
        case Matter.SIGNED:
            return any(pact.instrument == subject for pact in dealings.pacts)
        case Matter.BROKEN:
            ended = [pact for pact in dealings.pacts if pact.instrument == subject and pact.ended >= 0]
            return any(pact.manner != Manner.LAPSE for pact in ended)
        case Matter.EVENT:
            return any(event == subject for event, _ in game.events)
        case Matter.HELD:
            return any(congress == subject for congress, _ in dealings.congresses)
        case Matter.LEAVES:
            side = world.wings[subject].faction
            return any(split.wing == subject and split.side == side for split in dealings.splits)
        case Matter.WAR:
            wars = [(a, b) for a, b, relation in world.start.relations if relation is Relation.WAR]
            wars += [(change.a, change.b) for change in game.relations if change.relation == Relation.WAR]
            return any({a, b} == {subject, other} for a, b in wars)


def expect_text(measured: Sequence[Measured]) -> str:
    """Return the findings as lines: the share with its interval and the band in percent, and what comes of it."""
    width = max((len(one.expectation.name) for one in measured), default=0)
    lines = ["Expectations: percent of games with 95 % intervals, the band, and whether it holds"]
    for one in measured:
        name = f"{one.expectation.name:<{width}}"
        band = f"{one.expectation.low * 100 / WHOLE:g}-{one.expectation.high * 100 / WHOLE:g}"
        row = f" {percent(one.share):>14}  in {band:<9} {one.finding}"
        lines += [name + row] if len(name + row) <= WIDTH else [name.rstrip(), row]
    counts = Counter(one.finding for one in measured)
    lines.append(", ".join(f"{finding}: {counts[finding]}" for finding in Finding))
    return "\n".join(lines) + "\n"


def expect_json(measured: Sequence[Measured]) -> dict[str, Json]:
    """Return the findings as plain JSON, by name; bands and shares in ten-thousandths."""
    return {
        one.expectation.name: {
            "games": share_json(one.share),
            "band": {"low": one.expectation.low * 10, "high": one.expectation.high * 10},
            "finding": one.finding.name.lower(),
        }
        for one in measured
    }
