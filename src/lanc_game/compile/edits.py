"""Changing one thing of a scenario: values laid over its merged document by dotted paths."""

from __future__ import annotations

import copy
from collections.abc import Mapping

from lanc_game.engine.state import Json
from lanc_game.model.problems import nearest

MORE = "+"


class EditError(Exception):
    """An edit that fits nowhere: ``path`` is the edit's, ``help`` says what would fit."""

    def __init__(self, path: str, message: str, help: str) -> None:  # noqa: A002 - the word that people know
        super().__init__(message)
        self.path = path
        self.message = message
        self.help = help


def edited(document: Json, edits: Mapping[str, Json]) -> Json:
    """Return a copy of a document with values replaced, added, or taken out where the new value is nothing.

    A step of a path is a key, an entry's number in a list, from 0, or at the end `+` for one more entry. All but the last
    have to be there; nothing can be taken out that is not. Raises EditError.

    >>> edited({"events": {"rain": {"chance": 500}, "hail": {}}}, {"events.rain.chance": 0, "events.hail": None})
    {'events': {'rain': {'chance': 0}}}
    """
    changed: Json = copy.deepcopy(document)
    for path, value in edits.items():
        steps = path.split(".")
        node = changed
        for step in steps[:-1]:
            node = _below(node, step, path)
        _lay(node, steps[-1], value, path)
    return changed


def _below(node: Json, step: str, path: str) -> Json:
    if isinstance(node, dict) and step in node:
        return node[step]
    if isinstance(node, list):
        return node[_entry(node, step, path)]
    raise _missing(node, step, path)


def _lay(node: Json, step: str, value: Json, path: str) -> None:
    if isinstance(node, dict):
        if value is not None:
            node[step] = copy.deepcopy(value)
        elif step in node:
            del node[step]
        else:
            raise _missing(node, step, path)
    elif isinstance(node, list) and step == MORE and value is not None:
        node.append(copy.deepcopy(value))
    elif isinstance(node, list):
        entry = _entry(node, step, path)
        if value is None:
            del node[entry]
        else:
            node[entry] = copy.deepcopy(value)
    else:
        raise _missing(node, step, path)


def _entry(node: list[Json], step: str, path: str) -> int:
    if step.isascii() and step.isdigit() and int(step) < len(node):
        return int(step)
    there = f"0 to {len(node) - 1}, or " if node else ""
    message = f"there is no entry `{step}` in a list of {len(node)}"
    raise EditError(path, message, f"write {there}`{MORE}` at the end")


def _missing(node: Json, step: str, path: str) -> EditError:
    if not isinstance(node, dict):
        return EditError(path, f"there is nothing below which `{step}` could stand", "end the path one step before")
    near = nearest(step, node)
    known = ", ".join(f"`{key}`" for key in list(node)[:6]) or "nothing"
    return EditError(
        path, f"there is no `{step}` in that place of the scenario",
        f"did you mean `{near}`?" if near else f"there: {known}",
    )  # fmt: skip
