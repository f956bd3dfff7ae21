"""Inline values put in order before they are printed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from mirrorpress.model.blocks import (
    Break,
    Code,
    Emphasis,
    Inline,
    Link,
    Ruby,
    Strong,
    Subscript,
    Superscript,
    Text,
)


def merged(children: Iterable[Inline]) -> list[Inline]:
    """The same text with neighbouring `Text` values made one and empty ones left out.

    What is dangerous in a text may be spread over several: "http:" and "//a.example".
    """
    whole: list[Inline] = []
    for child in children:
        if isinstance(child, Text):
            if not child.text:
                continue
            if whole and isinstance(whole[-1], Text):
                child = Text(whole.pop().text + child.text)  # type: ignore[union-attr]
        whole.append(child)
    return whole


def plain(children: Iterable[Inline]) -> str:
    """The characters alone; of ruby the base."""
    return "".join(_plain(child) for child in children)


def _plain(child: Inline) -> str:
    match child:
        case Text(text) | Code(text):
            return text
        case Ruby(base, _):
            return base
        case Break():
            return " "
        case (
            Link(children=children)
            | Emphasis(children)
            | Strong(children)
            | Subscript(children)
            | Superscript(children)
        ):
            return plain(children)
        case _:
            assert_never(child)
