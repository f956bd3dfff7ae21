"""Texts of objects that have a title of their own, of pages whose title is that of the site.

A program that draws every page of a site in the browser comes with one title for all of them. Of
the objects that have a title and a text, the one counts that the address of the page names, or
the only one.

    <title>The Lindesund Courier</title>, at /news/ferry-stays-in-port
    {"articles": [{"slug": "ferry-stays-in-port", "title": …, "body": …}, {"slug": "bridge", …}]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote, urlsplit

from mirrorpress.extract.app_state.blocks import Weights
from mirrorpress.extract.app_state.texts import (
    MAX_OBJECTS,
    SHORTEST,
    Found,
    has_blocks,
    innermost,
    is_about,
)
from mirrorpress.extract.body.subject import words_of
from mirrorpress.page_data.literals import Value
from mirrorpress.page_data.objects import objects_in, title_of

_SHORTEST_TITLE, _LONGEST_TITLE = 8, 500  # characters
_ADDRESS_KEY = re.compile(
    r"(?:^|_)id$|[a-z]Id$|slug|url|uri|path|link|canonical|permalink", re.IGNORECASE
)
_SHORTEST_NAME = 4  # characters of an identifier that an address holds


def text_at(values: Sequence[Value], url: str | None, weights: Weights) -> Found | None:
    """The text of the object that the address names; None where it names none.

    Args:
        values: what the scripts of the page hold.
        url: the address of the page.
        weights: for these values.
    """
    place = _place_of(url)
    if not place:
        return None
    named = [(_named_at(each, place), each) for each in _titled(values, weights)]
    longest = max((length for length, _ in named), default=0)
    found = [each for length, each in named if length == longest > 0]
    return _found(max(found, key=weights.inside, default=None), weights)


def only_text(values: Sequence[Value], weights: Weights) -> Found | None:
    """The text of the only object that has a title and a text; None where there are several."""
    found = _by_text(values, weights)
    return _found(next(iter(found.values())), weights) if len(found) == 1 else None


def has_several(values: Sequence[Value], weights: Weights) -> bool:
    """Whether several objects have a title and a text each."""
    return len(_by_text(values, weights)) > 1


def _by_text(values: Sequence[Value], weights: Weights) -> dict[int, Mapping[str, Value]]:
    """The objects that have a title and a text, of those with the same text the innermost."""
    return {id(innermost(each, weights)): each for each in _titled(values, weights)}


def _found(value: Mapping[str, Value] | None, weights: Weights) -> Found | None:
    if value is None:
        return None
    title, text = _title_of(value), innermost(value, weights)
    return Found(text, (value,), title) if is_about(text, words_of(title)) else None


def _titled(values: Sequence[Value], weights: Weights) -> Iterator[Mapping[str, Value]]:
    """Objects that have a title and a text of several blocks."""
    return (
        value
        for value in objects_in(values, MAX_OBJECTS)
        if _title_of(value) and weights.inside(value) >= SHORTEST and has_blocks(value, weights)
    )


def _title_of(value: Mapping[str, Value]) -> str:
    return title_of(value, _SHORTEST_TITLE, _LONGEST_TITLE)


def _place_of(url: str | None) -> str:
    """Path and query of an address."""
    parts = urlsplit(url or "")
    return unquote(f"{parts.path}?{parts.query}") if len(parts.path) > _SHORTEST_NAME else ""


def _named_at(value: Mapping[str, Value], place: str) -> int:
    """How much of an address names an object, in characters of its identifier; 0: nothing does.

    A section that the address is in names itself with a shorter word than the article.
    """
    longest = 0
    for key, each in value.items():
        if _ADDRESS_KEY.search(key) and isinstance(each, (str, int)) and each is not True:
            name = unquote(str(each)).rstrip("/").rpartition("/")[2].partition(".")[0]
            at = place.find(name) if len(name) >= _SHORTEST_NAME else -1
            around = place[max(0, at - 1) : at] + place[at + len(name) :][:1]
            if at >= 0 and not any(map(str.isalnum, around)):
                longest = max(longest, len(name))
    return longest
