"""Where each key and value of a YAML text stands; made only once something there is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

Loc = tuple[str | int, ...]
"""The way to a value: keys and positions from the root of its file."""
Place = tuple[int, int]
"""Line and column, from 1."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value's place, and its children by key or position, each with the place of its key."""

    at: Place
    children: dict[str | int, tuple[Place, Node]]


def places(parser: Any) -> Node:
    """The places in the first document of a text that has been read once without a syntax error."""
    following = parser.get_event
    following()
    following()
    return _node(following(), following)


def place_of(root: Node, loc: Loc, at_key: bool) -> Place:
    """The place of a value, or of its key; of the nearest thing around it where it does not exist."""
    node, at = root, root.at
    for step, part in enumerate(loc, start=1):
        found = node.children.get(part)
        if found is None:
            return at
        key_at, node = found
        at = key_at if at_key and step == len(loc) else node.at
    return at


def _node(event: Any, following: Any) -> Node:
    children: dict[str | int, tuple[Place, Node]] = {}
    node = Node(_place(event), children)
    if isinstance(event, yaml.SequenceStartEvent):
        while not isinstance(item := following(), yaml.SequenceEndEvent):
            value = _node(item, following)
            children[len(children)] = value.at, value
    elif isinstance(event, yaml.MappingStartEvent):
        while not isinstance(key := following(), yaml.MappingEndEvent):
            named = _node(key, following)
            value = _node(following(), following)
            if isinstance(key, yaml.ScalarEvent):
                children.setdefault(key.value, (named.at, value))
    return node


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1
