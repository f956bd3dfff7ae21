"""Whether a value has the types that its class declares, in all its parts.

For values that are made from data of others: a dataclass is made from anything without complaint.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Test = Callable[[Any], bool]


def has_shape(value: object, kind: type) -> bool:
    """Whether a value is of a dataclass, each field as declared, down to the last one.

    Known are plain classes, dataclasses, `tuple[X, ...]`, `Literal`, and unions of classes.
    """
    return _test(kind)(value)


@cache
def _test(hint: Any) -> Test:
    origin = get_origin(hint)
    if origin is Literal:
        return get_args(hint).__contains__
    if origin is tuple:
        return _all(_test(get_args(hint)[0]))
    if origin in (Union, UnionType):
        return _one_of({kind: _test(kind) for kind in get_args(hint)})
    if hasattr(hint, "__dataclass_fields__"):
        return lambda value: type(value) is hint and _fields_fit(value, hint)
    return lambda value: type(value) is hint


def _all(test: Test) -> Test:
    return lambda value: type(value) is tuple and all(map(test, value))


def _one_of(tests: dict[type, Test]) -> Test:
    def test(value: object) -> bool:
        found = tests.get(type(value))
        return found is not None and found(value)

    return test


def _fields_fit(value: object, kind: type) -> bool:
    return all(test(getattr(value, name)) for name, test in _tests(kind))


@cache
def _tests(kind: type) -> tuple[tuple[str, Test], ...]:
    """Made when first used: blocks and inlines contain themselves."""
    hints = get_type_hints(kind)
    return tuple((field.name, _test(hints[field.name])) for field in fields(kind))
