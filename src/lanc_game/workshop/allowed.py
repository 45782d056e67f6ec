"""What a model would allow at a place in a document: for suggestions only, so rather a word too many than an error."""

import sys
from collections.abc import Iterator
from enum import Enum
from types import GenericAlias, UnionType
from typing import Annotated, ForwardRef, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, Tag
from pydantic.fields import FieldInfo

from lanc_game.model.problems import DocPath
from lanc_game.workshop.reader import Node

_Leaf = tuple[object, str | None]
"""A type without its wrappings, and its tag in a union whose members a function tells apart."""


def keys_at(model: type[BaseModel] | None, root: Node, path: DocPath, labels: frozenset[str]) -> list[str]:
    """Return the keys that may stand in the mapping at `path`, in the order of their definition.

    `labels` are tags and model names that are known to lie on the way; they choose among the members of
    unions.
    """
    leaves, node = _arrive(model, root, path, labels)
    keys: dict[str, None] = {}
    for kind, _ in _narrowed(leaves, node, labels):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            keys.update((_key(name, info), None) for name, info in kind.model_fields.items())
    return list(keys)


def choices_at(model: type[BaseModel] | None, root: Node, path: DocPath, labels: frozenset[str]) -> list[str]:
    """Return the words that may stand at `path`, where they are an enumeration or literals; else none."""
    leaves, _ = _arrive(model, root, path, labels)
    words: dict[str, None] = {}
    for kind, _tag in leaves:
        if isinstance(kind, type) and issubclass(kind, Enum):
            words.update((str(member.value), None) for member in kind)
        elif get_origin(kind) is Literal:
            words.update((str(word), None) for word in get_args(kind))
    return list(words)


def tags_at(model: type[BaseModel] | None, root: Node, path: DocPath, labels: frozenset[str]) -> list[str]:
    """Return the tags of the union at `path` whose members a function tells apart; else none."""
    leaves, _ = _arrive(model, root, path, labels)
    return [tag for _, tag in leaves if tag is not None]


def _arrive(
    model: type[BaseModel] | None, root: Node, path: DocPath, labels: frozenset[str]
) -> tuple[list[_Leaf], Node]:
    """Return the types that may stand at `path`, and what stands there in the document."""
    leaves = list(_leaves(model)) if model is not None else []
    node = root
    for step in path:
        inside = [part for kind, _ in _narrowed(leaves, node, labels) for part in _parts(kind, step)]
        leaves = [leaf for part in inside for leaf in _leaves(part)]
        node = node_at(node, (step,))
    return leaves, node


def _leaves(annotation: object, tag: str | None = None) -> Iterator[_Leaf]:
    """Yield the types that an annotation comes down to, through unions, aliases and `Annotated`."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        yield from _leaves(inner, next((m.tag for m in metadata if isinstance(m, Tag)), tag))
    elif origin in (Union, UnionType):
        for member in get_args(annotation):
            yield from _leaves(member, tag)
    elif isinstance(annotation, type) and issubclass(annotation, RootModel):
        yield from _leaves(annotation.model_fields["root"].annotation, tag)
    elif (aliased := getattr(annotation, "__value__", None)) is not None:
        yield from _leaves(aliased, tag)
    else:
        yield annotation, tag


def _resolved(annotation: object, owner: type[BaseModel]) -> object:
    """Return an annotation in which a name, as of a type defined further down, is the type it stands for."""
    names = vars(sys.modules[owner.__module__])
    if isinstance(annotation, ForwardRef):
        return names.get(annotation.__forward_arg__, annotation)
    arguments = get_args(annotation)
    if get_origin(annotation) is list and arguments:
        inner = names.get(arguments[0]) if isinstance(arguments[0], str) else _resolved(arguments[0], owner)
        return GenericAlias(list, (inner,))
    return annotation


def _parts(kind: object, step: str | int) -> Iterator[object]:
    """Yield what may stand one step inside a type."""
    arguments = get_args(kind)
    if isinstance(step, str):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from (_resolved(i.annotation, kind) for n, i in kind.model_fields.items() if _key(n, i) == step)
        elif len(arguments) > 1 and get_origin(kind) is not tuple:  # a mapping: of keys, of values
            yield arguments[1]
    elif arguments and get_origin(kind) is tuple and Ellipsis not in arguments:
        yield arguments[min(step, len(arguments) - 1)]
    elif arguments:
        yield arguments[0]


def _narrowed(leaves: list[_Leaf], node: Node, labels: frozenset[str]) -> list[_Leaf]:
    """Return the members of a union that fit what is known, or all of them where none does."""

    def fits(kind: object, tag: str | None) -> bool:
        if tag is not None:
            return tag in labels
        if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
            return True
        literals = [(_key(n, i), get_args(i.annotation)) for n, i in kind.model_fields.items() if _is_literal(i)]
        if literals and isinstance(node, dict):
            return all(node[key] in words for key, words in literals if key in node)
        return not labels or kind.__name__ in labels

    return [leaf for leaf in leaves if fits(*leaf)] or leaves


def _is_literal(info: FieldInfo) -> bool:
    return get_origin(info.annotation) is Literal


def _key(name: str, info: FieldInfo) -> str:
    """Return the key that a field has in a document."""
    alias = info.validation_alias if isinstance(info.validation_alias, str) else info.alias
    return alias or name


def node_at(root: Node, path: DocPath) -> Node:
    """Return the value at a path, None where nothing is."""
    node = root
    for step in path:
        below = one_below(node, step)
        if below is None:
            return None
        node = below[0]
    return node


def one_below(node: Node, step: str | int) -> tuple[Node] | None:
    """Return what is one step inside a value, in a tuple as it may be None; None where nothing is."""
    if isinstance(node, dict) and isinstance(step, str) and step in node:
        return (node[step],)
    if isinstance(node, list) and isinstance(step, int) and 0 <= step < len(node):
        return (node[step],)
    return None
