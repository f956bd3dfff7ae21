"""Boxes in the text that ask readers to subscribe, to get an app, to give, or for consent.

    <div><h3>The morning brief</h3><p>Get the news in your inbox. Sign up for our newsletter.</p>
    <a>Sign up</a><p>You agree to our terms.</p></div>

A paragraph that asks so is left out wherever it is (`promotions`). Where it is most of the running
text of a box, the box goes whole, with its heading, its button and its small print.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from mirrorpress.extract.page.promotions import is_asking
from mirrorpress.extract.page.tree import Element

_LONGEST = 1_500  # characters of a box
_SHARE = 0.15  # of the body's running text, that a box holds at most
_MOST = 0.6  # of the running text of a box asks for something
_MOST_OF_TEXT = 0.5  # of its characters outside of links
_MOST_LEVELS = 6  # from the line up to its box
_MOST_BOXES = 50  # on one page that are judged
_OF_THE_TEXT = ("h1", "figure", "table", "blockquote", "pre")
_LINES = frozenset(["p", "h2", "h3", "h4", "h5", "h6", "li", "blockquote"])


def exclude_asking_boxes(core: Element) -> None:
    """Mark excluded the boxes of the body most of whose running text asks readers for something.

    Args:
        core: the container of the body, measured.
    """
    asking: dict[int, tuple[Element, list[Element]]] = {}
    for line in _lines_in_boxes(core):
        if is_asking(line.text()):
            for box in islice(line.ancestors(), _MOST_LEVELS):
                if not _is_small(box, core):
                    break
                asking.setdefault(id(box), (box, []))[1].append(line)
    outermost = sorted(asking.values(), key=lambda found: -found[0].size)
    for box, lines in outermost[:_MOST_BOXES]:
        if box.tag not in _LINES and _asks(box, lines) and not box.has(*_OF_THE_TEXT):
            box.excluded = True


def _lines_in_boxes(core: Element) -> Iterator[Element]:
    """The elements that hold one line of running text, in one that may be a box."""
    stack = [core]
    while stack:
        element = stack.pop()
        blocks = [e for e in element.elements() if e.prose and not e.inline and not e.excluded]
        if blocks:
            stack += blocks[::-1]
        elif element.line and element.parent is not None and _is_small(element.parent, core):
            yield element


def _is_small(element: Element, core: Element) -> bool:
    return element.size <= _LONGEST and element.prose <= _SHARE * core.prose


def _asks(box: Element, lines: list[Element]) -> bool:
    """Whether lines that ask for something are most of a box."""
    return sum(line.prose for line in lines) >= _MOST * box.prose and sum(
        line.size - line.links for line in lines
    ) >= _MOST_OF_TEXT * (box.size - box.links)
