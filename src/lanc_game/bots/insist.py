"""A bot that insists: the ordinary one, but with one answer fixed, so that what a choice is worth can be measured in pairs.

``regular@CLAUSE=VALUE`` wants that clause settled so in every treaty; ``regular@TREATY=never`` signs no such treaty.
"""

from functools import lru_cache
from typing import NamedTuple

from lanc_game.engine.world import World

AT, NEVER = "@", "never"


class Insistence(NamedTuple):
    """What a bot insists on: values by clause, and treaties that it never signs."""

    values: dict[int, int] = {}  # noqa: RUF012 - never changed
    never: frozenset[int] = frozenset()


NOTHING = Insistence()


def base_of(bot: str) -> str:
    """Return the name of the bot without what it insists on."""
    return bot.partition(AT)[0]


@lru_cache(maxsize=64)
def insistence_of(world: World, bot: str) -> Insistence:
    """Return what a bot's name says that it insists on. Raises ValueError that says what is wrong with it."""
    wanted = bot.partition(AT)[2]
    values: dict[int, int] = {}
    never: set[int] = set()
    for word in wanted.split(",") if wanted else ():
        name, _, value = word.partition("=")
        if value == NEVER:
            never.add(_place([instrument.id for instrument in world.instruments], name, "treaty"))
            continue
        clause = _place([clause.id for clause in world.clauses], name, "clause")
        blank = ["blank"] if world.clauses[clause].may_be_blank else []
        values[clause] = _place([*world.clauses[clause].values, *blank], value, f"value of `{name}`")
    return Insistence(values, frozenset(never))


def _place(names: list[str], name: str, what: str) -> int:
    if name not in names:
        raise ValueError(f"there is no {what} `{name}`; there are: {', '.join(names)}")
    return names.index(name)
