"""Boxes in the text that ask readers to subscribe, to get an app, to give, or for consent.

    <div><h3>The morning brief</h3><p>Get the news in your inbox. Sign up for our newsletter.</p>
    <a>Sign up</a><p>You agree to our terms.</p></div>

A paragraph that asks so is left out wherever it is (`promotions`). Where such paragraphs, and those
in which the outlet speaks of "us", are most of the running text of a box, the box goes whole, with
its heading, its button and its small print.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from mirrorpress.extract.page.tree import Element
from mirrorpress.extract.words.promotions import is_asking
from mirrorpress.extract.words.vocabulary import OF_US

_LONGEST = 1_500  # characters of a box
_SHARE = 0.4  # of the page's running text, that a box holds at most
_LEAST = 0.2  # of the running text of a box asks for something
_MOST, _OTHERS = 0.6, 100.0  # of it is of the outlet, and how much of it may be of others
_MOST_OF_TEXT = 0.5  # of its characters outside of links
_MOST_LEVELS = 6  # from the line up to its box
_MOST_LINES, _MOST_BOXES = 3_000, 50  # on one page that are judged
_OF_THE_TEXT = ("h1", "figure", "table", "blockquote", "pre", "video", "audio")
_PLAYERS = frozenset(["video", "audio", "object"])  # in which is what a browser without them shows
_LINES = frozenset(["p", "h2", "h3", "h4", "h5", "h6", "li", "blockquote"])


def leave_out_asking_boxes(core: Element, root: Element) -> None:
    """Leave out the boxes most of whose running text asks readers for something.

    Of boxes in one another it is the largest that holds no more of others than the smallest.

    Args:
        core: the container of the body, measured; it may be such a box itself.
        root: of the page.
    """
    most = _SHARE * root.prose
    found: dict[int, _Box] = {}
    for line in islice(_lines_in_boxes(core, most), _MOST_LINES):
        text = line.text()
        asks = is_asking(text)
        if not asks and not OF_US.search(text):
            continue
        for element in islice(line.ancestors(), _MOST_LEVELS):
            if not _is_small(element, most):
                break
            box = found.setdefault(id(element), _Box(element))
            box.asking += line.prose if asks else 0.0
            box.prose += line.prose
            box.size += line.size - line.links
            if element is core:
                break
    asking = sorted((box for box in found.values() if box.asking), key=lambda box: box.element.size)
    least: dict[int, float] = {}  # by box, what of others the smallest box in it holds
    gone: list[Element] = []
    for box in asking[:_MOST_BOXES]:
        if not box.is_of_outlet():
            continue
        others = box.element.prose - box.prose
        if others > least.get(id(box.element), others):
            continue
        gone.append(box.element)
        for parent in islice(box.element.ancestors(), _MOST_LEVELS):
            least[id(parent)] = min(others, least.get(id(parent), others))
    for element in reversed(gone):
        if not element.is_left_out():
            element.leave_out()


@dataclass(slots=True)
class _Box:
    """An element, and what the lines in it weigh that ask for something or speak of "us"."""

    element: Element
    asking: float = 0.0  # running text of those that ask
    prose: float = 0.0  # of all of them
    size: int = 0  # their characters outside of links

    def is_of_outlet(self) -> bool:
        """Whether they are most of it, and nothing in it is surely of the text."""
        element = self.element
        return (
            element.tag not in _LINES
            and self.asking >= _LEAST * element.prose
            and self.prose >= max(_MOST * element.prose, element.prose - _OTHERS)
            and self.size >= _MOST_OF_TEXT * (element.size - element.links)
            and not element.has(*_OF_THE_TEXT)
        )


def _lines_in_boxes(core: Element, most: float) -> Iterator[Element]:
    """The elements that hold one line of running text, in one that may be a box."""
    stack = [core]
    while stack:
        element = stack.pop()
        inner = (e for e in element.elements() if e.prose and e.tag not in _PLAYERS)
        blocks = [e for e in inner if not e.inline and not e.excluded]
        if blocks:
            stack += blocks[::-1]
        elif element.line and element.parent is not None and _is_small(element.parent, most):
            yield element


def _is_small(element: Element, most: float) -> bool:
    return element.size <= _LONGEST and element.prose <= most
