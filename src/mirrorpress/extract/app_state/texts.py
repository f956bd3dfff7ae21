"""The text within a value: where it begins and ends, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from mirrorpress.extract.app_state.blocks import (
    MAX_LEVELS,
    Weights,
    blocks_in,
    children_of,
    is_element,
    markup_parts,
)
from mirrorpress.extract.body.subject import words_of
from mirrorpress.page_data.literals import Value

SHORTEST: Final = 300.0  # Latin characters of running text
MAX_OBJECTS: Final = 200_000  # that are looked at
_MOST = 0.9  # of the text of a list in one of its parts: the others are beside the text


class Found(NamedTuple):
    """The article's text in a page's data."""

    text: Value
    objects: tuple[Value, ...]  # that hold the text or the title, the surest first
    title: str = ""  # that the data give, where the page's own is another


def innermost(value: Value, weights: Weights, holders: list[Value] | None = None) -> Value:
    """The value within that has the text, without what only holds it.

    Args:
        value: in which it is.
        weights: of it.
        holders: is given the objects around the text, the innermost first.
    """
    for _ in range(MAX_LEVELS):
        if isinstance(value, dict):
            inner = None if markup_parts(value) else weights.longest(value)
            if holders is not None:
                holders.insert(0, value)
        elif isinstance(value, list):
            inner = _only_part(value, weights)
        else:
            break
        if inner is None:
            break
        value = inner
    return value


def _only_part(value: list[Value], weights: Weights) -> Value | None:
    """The part of a list that has nearly all its text and several blocks; None where none has."""
    if is_element(value):
        inner = children_of(value)
        return inner if isinstance(inner, (dict, list, str)) else None
    most = max(value, key=weights.running, default=None)
    if most is None or weights.running(most) < _MOST * weights.running(value):
        return None
    return most if has_blocks(most, weights) else None


def has_blocks(value: Value, weights: Weights) -> bool:
    """Whether a value holds several blocks, not one paragraph."""
    for _ in range(MAX_LEVELS):
        if isinstance(value, str):
            return blocks_in(value) >= 2
        if isinstance(value, dict):
            value = weights.longest(value)
        elif isinstance(value, list) and is_element(value):
            value = children_of(value)
        elif isinstance(value, list):
            return sum(weights.running(each) > 0 for each in value) >= 2
        else:
            break
    return False


def is_about(value: Value, words: set[str]) -> bool:
    """Whether a text has a quarter of the words."""
    return 4 * len(words.intersection(words_of(" ".join(_strings(value))))) >= len(words)


def _strings(value: Value) -> Iterator[str]:
    stack, left = [value], MAX_OBJECTS
    while stack and left:
        each = stack.pop()
        left -= 1
        if isinstance(each, str):
            yield each
        elif isinstance(each, dict):
            stack += each.values()
        elif isinstance(each, list):
            stack += each
