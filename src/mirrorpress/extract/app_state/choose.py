"""Which value of a page's data is the text of its article.

A page's data also holds menus, settings, lists of other articles and often the next articles
whole. The article's text is what is beside, or not far above, the title that the page has; where
no object has the title, the longest text that has most words of the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mirrorpress.extract.app_state.blocks import (
    MAX_LEVELS,
    Weights,
    blocks_in,
    children_of,
    is_element,
    markup_parts,
)
from mirrorpress.extract.app_state.literals import Value
from mirrorpress.extract.body.subject import words_of
from mirrorpress.extract.fields.titles import loose

SHORTEST: Final = 300.0  # Latin characters of running text
_MOST = 0.9  # of the text of a list in one of its parts: the others are beside the text
_SHORTEST_TITLE = 6  # letters
_UP = 4  # objects from the title to what also holds the text
_LESS = 10.0  # times less is a text worth that is one object farther away
_PART = 0.5  # of a title that is a title
_SENTENCES = 0.6  # of all text of an article is in sentences
_TITLE_KEY = re.compile(r"title|head|name", re.IGNORECASE)
_LONGEST_TITLE = 500
_SHORTEST_PART = 15  # letters
_MOST_COMPARED = 4  # texts near titles
_MOST_OBJECTS = 200_000


class Found(NamedTuple):
    """The article's text in a page's data."""

    text: Value
    objects: tuple[Value, ...]  # that hold the text or the title, the surest first


def text_in(values: Sequence[Value], titles: Sequence[str], weights: Weights) -> Found | None:
    """The part of a page's data that is the article's text; None where there is none.

    Args:
        values: what the scripts of the page hold.
        titles: what the page calls its article.
        weights: for these values.
    """
    wanted = {loose(title) for title in titles}
    wanted = {title for title in wanted if len(title) >= _SHORTEST_TITLE}
    words = {word for title in titles for word in words_of(title)}
    texts = _beside_titles(values, wanted, weights)
    if texts:
        return next((found for found in texts if _is_about(found.text, words)), texts[0])
    longest = max(values, key=weights.running, default=None)
    if longest is None or weights.running(longest) < SHORTEST:
        return None
    holders: list[Value] = []
    text = _innermost(longest, weights, holders)
    is_text = weights.running(text) >= _SENTENCES * weights.all_of(text)
    return Found(text, tuple(holders[:_UP])) if is_text and _is_about(text, words) else None


def _is_about(value: Value, words: set[str]) -> bool:
    """Whether a text has a quarter of the words."""
    return 4 * len(words.intersection(words_of(" ".join(_strings(value))))) >= len(words)


def _strings(value: Value) -> Iterator[str]:
    stack, left = [value], _MOST_OBJECTS
    while stack and left:
        each = stack.pop()
        left -= 1
        if isinstance(each, str):
            yield each
        elif isinstance(each, dict):
            stack += each.values()
        elif isinstance(each, list):
            stack += each


class _Holder(NamedTuple):
    """What may hold the text."""

    value: Value
    weight: float  # running text in it
    level: int  # how many objects away the title is
    titled: Value  # the object that has the title


def _beside_titles(values: Sequence[Value], wanted: set[str], weights: Weights) -> list[Found]:
    """The texts near titles: first those of several blocks, of these the near and the long ones."""
    holders = [each for each in _holders(values, wanted, weights) if each.weight >= SHORTEST]
    holders.sort(
        key=lambda each: (_has_blocks(each.value, weights), each.weight / _LESS**each.level),
        reverse=True,
    )
    return [
        Found(_innermost(each.value, weights), (each.value, each.titled))
        for each in holders[:_MOST_COMPARED]
    ]


def _holders(values: Sequence[Value], wanted: set[str], weights: Weights) -> Iterator[_Holder]:
    """Each object that has one of the titles, and those above it."""
    count = 0
    stack: list[tuple[Value, tuple[Value, ...]]] = [
        (value, ()) for value in reversed(values) if isinstance(value, (dict, list))
    ]
    while stack and count < _MOST_OBJECTS:
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


def _innermost(value: Value, weights: Weights, holders: list[Value] | None = None) -> Value:
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
    return most if _has_blocks(most, weights) else None


def _has_blocks(value: Value, weights: Weights) -> bool:
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
