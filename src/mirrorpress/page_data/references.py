"""Values that are written once and named elsewhere, put where they are named.

    entities   {"__ref": "Post:1"}, {"type": "id", "id": "Post:1"}: Apollo keeps things by name
    indices    [{"title": 1}, "Harbour reopens"]: Nuxt 3 and React Router name places in one list
    arguments  (function(a){return {title: a}}("Harbour reopens")): Nuxt 2 names what occurs twice
    rows       1:["$","p",null,{"children":"$2"}] and 2:T1a,…: what React sends of its components

A list or an object that is named several times is put in at the first of these places: what comes
out is no longer than what went in, and nothing holds itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from mirrorpress.page_data.json_text import decoded
from mirrorpress.page_data.literals import KEYLESS, Name, Value

MAX_LEVELS: Final = 100
_ROW = re.compile(r"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),|([A-Z]{0,2}))")
_ROW_NAME = re.compile(r"\$[L@]?([0-9a-f]{1,8})$")
_PLACE = re.compile(r"_\d{1,7}\Z", re.ASCII)
_WRAPPERS = frozenset(("Reactive", "ShallowReactive", "Ref", "ShallowRef", "Set"))
_MOST_WRAPPERS = 5  # around one value


class _Copier:
    """Copies a value with what it names; `named` gives what a value stands for, or itself."""

    def __init__(self, named: Callable[[Value], Value]) -> None:
        self._named = named
        self._put_in: set[int] = set()

    def copy(self, value: Value, level: int = 0) -> Value:
        """The value; of what holds itself and what is deeper than `MAX_LEVELS`, None."""
        named = self._named(value)
        if not isinstance(named, (dict, list)):
            return named
        if named is not value:
            if id(named) in self._put_in:
                return None
            self._put_in.add(id(named))
        if level > MAX_LEVELS:
            return None
        if isinstance(named, dict):
            return {key: self.copy(each, level + 1) for key, each in named.items()}
        return [self.copy(each, level + 1) for each in named]


def with_entities(value: Value) -> Value:
    """A value with the things that it names in their places."""
    entities: dict[str, Value] = {}
    has_names = False
    stack = [value]
    while stack:
        each = stack.pop()
        if isinstance(each, dict):
            has_names = has_names or _name_of(each) is not None
            for key, inner in each.items():
                if isinstance(inner, dict):
                    entities.setdefault(key, inner)
                    stack.append(inner)
                elif isinstance(inner, list):
                    stack.append(inner)
        elif isinstance(each, list):
            stack += [inner for inner in each if isinstance(inner, (dict, list))]
    if not has_names:
        return value

    def named(each: Value) -> Value:
        name = _name_of(each) if isinstance(each, dict) else None
        return each if name is None else entities.get(name, each)

    return _Copier(named).copy(value)


def _name_of(value: Mapping[str, Value]) -> str | None:
    """The name of the thing that an object stands for; None where it is a thing itself."""
    name = value.get("__ref")
    if name is None and value.get("type") == "id":
        name = value.get("id")
    return name if isinstance(name, str) and len(value) <= 4 else None


def with_indices(value: Value) -> Value:
    """A list in which places of the list stand for what is there; any other value as it is."""
    if not _is_indexed(value):
        return value
    places: list[Value] = [_with_keys(each, value) for each in value]

    def at(place: Value) -> Value:
        return places[place] if type(place) is int and 0 <= place < len(places) else None

    def named(each: Value) -> Value:
        """What is at a place. Objects and lists there hold places, everything else is itself."""
        found = at(each)
        for _ in range(_MOST_WRAPPERS):
            if not (isinstance(found, list) and found[:1] and isinstance(found[0], str)):
                return found
            if found[0] not in _WRAPPERS or len(found) != 2:
                break
            found = at(found[1])
        return found[1] if len(found) == 2 and isinstance(found[1], str) else None

    return _Copier(named).copy(0)


def _with_keys(value: Value, places: list[Value]) -> Value:
    """An object with its keys; of React Router "_7" is the string at place 7."""
    if not isinstance(value, dict):
        return value
    return {
        str(places[int(key[1:])]) if _PLACE.match(key) and int(key[1:]) < len(places) else key: each
        for key, each in value.items()
    }


def _is_indexed(value: Value) -> bool:
    """Whether a list begins with an object of places, and has strings at its places."""
    if not isinstance(value, list) or len(value) < 3:
        return False
    first = value[0]
    if isinstance(first, list) and first[:1] and first[0] in ("ShallowReactive", "Reactive"):
        return True
    return (
        isinstance(first, dict)
        and len(first) > 0
        and all(type(each) is int and each < len(value) for each in first.values())
        and any(isinstance(each, str) for each in value)
    )


def with_arguments(top: list[Value]) -> Value:
    """What a function that is called at once gives, with its arguments in place of their names."""
    for call in _calls(top):
        names, body, given = call[2], call[3], call[4]
        values = dict(zip(map(str, names[1:]), given[1:], strict=False))
        returned = body.get(KEYLESS)
        if isinstance(returned, list) and values:

            def named(each: Value, values: dict[str, Value] = values) -> Value:
                return values.get(each, each) if isinstance(each, Name) else each

            return _Copier(named).copy(returned)
    return top


def _calls(top: list[Value]) -> list[list[Value]]:
    """(function(…){…}(…)) in a script, as `literals_in` gives it."""
    return [
        each
        for each in top
        if isinstance(each, list)
        and len(each) == 5
        and each[1] == "function"
        and isinstance(each[2], list)
        and isinstance(each[3], dict)
        and isinstance(each[4], list)
    ]


def with_rows(text: str) -> list[Value]:
    """What React's server sent of its components: rows that no other names, those in their places.

    https://react.dev/reference/rsc/server-components; the format has no specification: rows of
    a number, a letter for some kinds and JSON, or "T", a length in bytes and text.
    """
    data = text.encode("utf-8", "replace")
    rows: dict[str, Value] = {}
    at = 0
    while at < len(data):
        head = _ROW.match(data[at : at + 24].decode("utf-8", "replace"))
        if head is None:
            at = _behind_line(data, at)
        elif head[2] is not None:
            start = at + head.end()
            at = start + int(head[2], 16)
            rows[head[1]] = data[start:at].decode("utf-8", "replace")
        else:
            start, at = at + head.end(), _behind_line(data, at)
            if not head[3]:
                rows.setdefault(head[1], decoded(data[start:at].decode("utf-8", "replace").strip()))

    def named(each: Value) -> Value:
        found = _ROW_NAME.match(each) if isinstance(each, str) and each[:1] == "$" else None
        return each if found is None else rows.get(found[1], each)  # a component has no row

    copier = _Copier(named)
    return [copier.copy(root) for root in _roots(rows)]


def _roots(rows: Mapping[str, Value]) -> list[Value]:
    """The rows that no other row names: one that is drawn later is named by none."""
    named: set[str] = set()
    stack = list(rows.values())
    while stack:
        each = stack.pop()
        if isinstance(each, str):
            found = _ROW_NAME.match(each) if each[:1] == "$" else None
            if found is not None:
                named.add(found[1])
        elif isinstance(each, list):
            stack += each
        elif isinstance(each, dict):
            stack += each.values()
    return [row for name, row in rows.items() if name not in named]


def _behind_line(data: bytes, at: int) -> int:
    end = data.find(b"\n", at)
    return len(data) if end < 0 else end + 1
