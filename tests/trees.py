"""Trees of short markup, as the stages of `extract` get them: parsed, measured, with a body."""

from __future__ import annotations

from mirrorpress.extract.page.measure import measure, scale_of
from mirrorpress.extract.page.repair import repair
from mirrorpress.extract.page.tree import Element, parse

SENTENCE = "The keeper lit the lamp before the rain came in from the sea, and went home. "


def tree_of(markup: str) -> Element:
    """The measured tree of a page; its root is the html element."""
    root = parse(repair(markup).markup)
    measure(root, scale_of(root))
    return root


def first(root: Element, tag: str) -> Element:
    """The first element of a name."""
    return root.find(tag)[0]


def named(root: Element, identifier: str) -> Element:
    """The element with this id."""
    return next(element for element in root.walk() if element.get("id") == identifier)
