"""What a scenario expects of many games: what can be counted in them, by name, and the bands that it states for it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from lanc_game.compile.linker import Linker
from lanc_game.engine.names import Grade
from lanc_game.engine.world import NOBODY, World
from lanc_game.model.problems import nearest
from lanc_game.model.scenario import Scenario

WHOLE = 1000  # shares are counted in thousandths
TO = ".."
FORMS = (
    "FACTION_marginal (or _substantial, _decisive), TREATY_signed, TREATY_broken, event_EVENT, CONGRESS_held, "
    "WING_leaves, war_FACTION_FACTION"
)


class Matter(StrEnum):
    """What kind of thing a game is asked for."""

    GRADE = "a verdict"  # a side did at least so well
    SIGNED = "a treaty signed"  # one of this kind, by whichever sides
    BROKEN = "a treaty broken"  # signed, and ended before its time
    EVENT = "an event"  # it happened
    HELD = "a congress held"
    LEAVES = "a wing leaving"  # it walked out of the side that it began with
    WAR = "a war"  # two sides were at war in some month


class Question(NamedTuple):
    """What a game is asked, to be answered with yes or no. ``other`` is the grade or the second side, if there is one."""

    matter: Matter
    subject: int
    other: int = NOBODY


class Expectation(NamedTuple):
    """Between which shares of its games, in thousandths, a scenario expects the answer to be yes."""

    name: str
    question: Question
    low: int
    high: int


def questions(world: World) -> Iterator[tuple[str, Question]]:
    """Yield everything that can be asked of a world's games, each with its name; a war has two, one from either side."""
    for side, faction in enumerate(world.factions):
        if faction.measures:
            for grade in (Grade.MARGINAL, Grade.SUBSTANTIAL, Grade.DECISIVE):
                yield f"{faction.id}_{grade.name.lower()}", Question(Matter.GRADE, side, grade)
    for kind, instrument in enumerate(world.instruments):
        yield f"{instrument.id}_signed", Question(Matter.SIGNED, kind)
        yield f"{instrument.id}_broken", Question(Matter.BROKEN, kind)
    for number, event in enumerate(world.events):
        yield f"event_{event.id}", Question(Matter.EVENT, number)
    for number, congress in enumerate(world.congresses):
        yield f"{congress.id}_held", Question(Matter.HELD, number)
    for number, wing in enumerate(world.wings):
        yield f"{wing.id}_leaves", Question(Matter.LEAVES, number)
    for (a, one), (b, other) in combinations(enumerate(world.factions), 2):
        yield f"war_{one.id}_{other.id}", Question(Matter.WAR, a, b)
        yield f"war_{other.id}_{one.id}", Question(Matter.WAR, a, b)


def expectations(world: World, stated: dict[str, str]) -> tuple[Expectation, ...]:
    """Return the ``expect`` block of a checked scenario as data. Raises KeyError for a name that means nothing."""
    known = dict(questions(world))
    return tuple(Expectation(name, known[name], *band_of(band)) for name, band in stated.items())


def check(link: Linker, scenario: Scenario, world: World) -> None:
    """Report expectations that name nothing, could mean two things, or have a band that nothing can lie in."""
    if not scenario.expect:
        return
    known = list(questions(world))
    for name, band in scenario.expect.items():
        path = ("expect", name)
        meant = {question for known_name, question in known if known_name == name}
        if not meant:
            near = nearest(name, [known_name for known_name, _ in known])
            cure = f"did you mean `{near}`?" if near else f"write one of {FORMS}"
            message = f"nothing that games are counted for is called `{name}`"
            link.fault("unknown-expectation", path, message, cure, at_key=True)
        elif len(meant) > 1:
            listed = ", ".join(sorted(question.matter for question in meant))
            message = f"`{name}` can be understood in {len(meant)} ways: {listed}"
            link.fault("two-meanings", path, message, "rename one of the things that it can stand for", at_key=True)
        low, high = band_of(band)
        if low >= high:
            message = f"nothing can lie between {low / WHOLE:g} and {high / WHOLE:g}"
            link.fault("band-bounds", path, message, "write the lower share first: `0.35..0.75`")


def band_of(text: str) -> tuple[int, int]:
    """Return the two shares of a band, in thousandths.

    >>> band_of("0.35..1"), band_of("0..0.005")
    ((350, 1000), (0, 5))
    """
    low, _, high = text.partition(TO)
    return round(float(low) * WHOLE), round(float(high) * WHOLE)
