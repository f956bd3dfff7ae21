"""Texts beside the title that the page has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mirrorpress.extract.app_state.blocks import Weights
from mirrorpress.extract.app_state.texts import (
    MAX_OBJECTS,
    SHORTEST,
    Found,
    has_blocks,
    innermost,
)
from mirrorpress.extract.fields.titles import loose
from mirrorpress.page_data.literals import Value

_SHORTEST_TITLE = 6  # letters
_LONGEST_TITLE = 500  # characters
_UP = 4  # objects from the title to what also holds the text
_LESS = 10.0  # times less is a text worth that is one object farther away
_PART = 0.5  # of a title that is a title
_SHORTEST_PART = 15  # letters
_TITLE_KEY = re.compile(r"title|head|name", re.IGNORECASE)
_MOST_COMPARED = 4  # texts near titles


def texts_beside(values: Sequence[Value], titles: Sequence[str], weights: Weights) -> list[Found]:
    """The texts near titles: first those of several blocks, of these the near and the long ones.

    Args:
        values: what the scripts of the page hold.
        titles: what the page calls its article.
        weights: for these values.
    """
    wanted = {loose(title) for title in titles}
    wanted = {title for title in wanted if len(title) >= _SHORTEST_TITLE}
    holders = [each for each in _holders(values, wanted, weights) if each.weight >= SHORTEST]
    holders.sort(
        key=lambda each: (has_blocks(each.value, weights), each.weight / _LESS**each.level),
        reverse=True,
    )
    return [
        Found(innermost(each.value, weights), (each.value, each.titled))
        for each in holders[:_MOST_COMPARED]
    ]


class _Holder(NamedTuple):
    """What may hold the text."""

    value: Value
    weight: float  # running text in it
    level: int  # how many objects away the title is
    titled: Value  # the object that has the title


def _holders(values: Sequence[Value], wanted: set[str], weights: Weights) -> Iterator[_Holder]:
    """Each object that has one of the titles, and those above it."""
    count = 0
    stack: list[tuple[Value, tuple[Value, ...]]] = [
        (value, ()) for value in reversed(values) if isinstance(value, (dict, list))
    ]
    while stack and count < MAX_OBJECTS:
        value, above = stack.pop()
        count += 1
        if isinstance(value, dict):
            above = (value, *above[: _UP - 1])
            if _is_titled(value, wanted):
                for level, holder in enumerate(above):
                    yield _Holder(holder, weights.inside(holder), level, value)
            children = value.values()
        else:
            children = value
        stack += [(each, above) for each in children if isinstance(each, (dict, list))]


def _is_titled(value: dict[str, Value], wanted: set[str]) -> bool:
    for key, each in value.items():
        # "title": {"rendered": …}, "headlines": {"basic": …}
        inner = each.values() if isinstance(each, dict) and _TITLE_KEY.search(key) else (each,)
        if any(isinstance(text, str) and _is_title(text, wanted) for text in inner):
            return True
    return False


def _is_title(text: str, wanted: set[str]) -> bool:
    """Whether a string is a title, or most of one: the rest can be a label or a site's name."""
    if not _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE:
        return False
    letters = loose(text)
    return letters in wanted or any(
        (letters in title and len(letters) >= _PART * len(title))
        or (title in letters and len(title) >= _PART * len(letters))
        for title in wanted
        if len(letters) >= _SHORTEST_PART
    )
