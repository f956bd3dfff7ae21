"""Inline values put in order before they are rendered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from mirrorpress.model.blocks import (
    Break,
    Code,
    Emphasis,
    Inline,
    Link,
    Ruby,
    Strong,
    Struck,
    Subscript,
    Superscript,
    Text,
)
from mirrorpress.model.plain import inline_text
from mirrorpress.render.characters import clean
from mirrorpress.urls import WEB, safe

SCHEMES = WEB | {"mailto"}  # of addresses that an article may link to


def merged(children: Iterable[Inline]) -> list[Inline]:
    """The same text with neighbouring `Text` values made one and empty ones left out.

    What is dangerous in a text may be spread over several: "http:" and "//a.example". Elements
    that print no mark of their own are replaced by their text first, since they part nothing.
    """
    whole: list[Inline] = []
    for child in _opened(children):
        if isinstance(child, Text):
            if not child.text:
                continue
            if whole and isinstance(whole[-1], Text):
                child = Text(whole.pop().text + child.text)  # type: ignore[union-attr]
        whole.append(child)
    return whole


def _opened(children: Iterable[Inline]) -> Iterator[Inline]:
    """The children, with blank elements and links to nowhere replaced by what is inside them."""
    for child in children:
        if not isinstance(child, (Text, Break, Ruby)) and _is_blank(child):
            yield Text(inline_text((child,)))
        elif isinstance(child, Link) and not _leads_somewhere(child.url):
            yield from _opened(child.children)
        else:
            yield child


def _is_blank(child: Inline) -> bool:
    """Whether nothing but white space is rendered."""
    match child:
        case Text(text) | Code(text):
            return not clean(text).strip()
        case Break() | Ruby():
            return False
        case (
            Link(children=children)
            | Emphasis(children)
            | Strong(children)
            | Struck(children)
            | Subscript(children)
            | Superscript(children)
        ):
            return all(map(_is_blank, children))
        case _:
            assert_never(child)


def _leads_somewhere(url: str) -> bool:
    return safe(url) is not None or safe(url, schemes=SCHEMES) is not None
