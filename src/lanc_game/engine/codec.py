"""A world to plain JSON and back, so that a checked scenario can be kept and opened again without its checker."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum

from lanc_game.engine import conditions, doctrine, effects, history, names, politics, rules, texts, world
from lanc_game.engine.state import Json
from lanc_game.engine.world import World

_KIND, _ENUM = "=", "~"


def _constructors() -> dict[str, Callable[..., object]]:
    return {
        name: thing
        for module in (conditions, doctrine, effects, history, names, politics, rules, texts, world)
        for name, thing in vars(module).items()
        if isinstance(thing, type) and (is_dataclass(thing) or issubclass(thing, Enum))
    }


_CONSTRUCTORS = _constructors()


def encode(value: object) -> Json:
    """Return a world, or any part of one, as plain JSON. Raises TypeError for anything else."""
    if isinstance(value, Enum):
        return {_ENUM: type(value).__name__, "v": int(value.value)}
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if is_dataclass(value) and type(value).__name__ in _CONSTRUCTORS:  # what could not be read back is not written
        return {_KIND: type(value).__name__, "v": [encode(getattr(value, f.name)) for f in fields(value)]}
    raise TypeError(f"not part of a world: {type(value).__name__}")


def decode(data: Json) -> object:
    """Return what ``encode`` was given. Raises ValueError for data that it never wrote."""
    if isinstance(data, list):
        return tuple([decode(item) for item in data])
    if not isinstance(data, dict):
        return data
    content = data.get("v")
    try:
        if _ENUM in data:
            return _CONSTRUCTORS[str(data[_ENUM])](content)
        if not isinstance(content, list):
            raise ValueError("a node without content")  # noqa: TRY004 - the caller asked for one kind of error
        return _CONSTRUCTORS[str(data[_KIND])](*[decode(item) for item in content])
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a world: {error}") from None


def decode_world(data: Json) -> World:
    """Return the world that ``encode`` was given. Raises ValueError if the data holds none."""
    found = decode(data)
    if not isinstance(found, World):
        raise ValueError("not a world")  # noqa: TRY004 - see decode
    return found
