"""Boxes on the page that show other articles: what they say of writers and days is of those.

<div><h3><a href="/tram">The tram is back</a></h3> <span>By Anna Kern</span></div>
<li><a href="/baker">The baker who sings</a> <time>4 May 2031</time></li>   beside others alike
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from mirrorpress.extract.fields.byline_labels import labels_of
from mirrorpress.extract.fields.names import is_person
from mirrorpress.extract.fields.titles import HAN, loose
from mirrorpress.extract.page.tree import Element
from mirrorpress.extract.page.writer_pages import is_of_author, is_of_person

_HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
_NO_PAGE = re.compile(r"\s*(?:mailto|tel|javascript|sms):", re.IGNORECASE)
_LEAST_WORDS, _LEAST_HAN = 3, 8  # of a title; what is shorter can be a name or a section
_LARGEST, _LARGEST_ROW = 600, 300  # characters of a box, and of one of several that are alike
_MOST_PROSE = 250.0  # running text of a box
_MOST_INSIDE = 100  # elements of a box that are looked at
_MOST_ALIKE = 10  # elements beside a box that are looked at
_MOST_BOXES = 200  # of a page, that are looked at; there are no cards behind them
_LINKED = 0.35  # share of the characters of one of several boxes that its link has


class Cards:
    """Which elements of a page stand in a box that shows another article."""

    def __init__(self, headline: Element | None, title: str) -> None:
        """Of a page by the `headline` of its article and its `title`.

        Nothing that holds the headline is such a box, nor what shows the same title.
        """
        self._title = loose(title)
        self._own = {id(e) for e in (headline, *headline.ancestors())} if headline else set()
        self._known: dict[int, bool] = {}
        self._left = _MOST_BOXES

    def hold(self, element: Element) -> bool:
        """Whether an element of a measured page stands in such a box, or is one."""
        passed: list[int] = []
        answer = False
        box: Element | None = element
        while box is not None and not self._is_of_page(box):
            known = self._known.get(id(box))
            if known is None:
                passed.append(id(box))
                self._left -= 1
                known = self._left >= 0 and _shows_article(box, self._title)
            answer = known
            if answer:
                break
            box = box.parent
        self._known.update(dict.fromkeys(passed, answer))
        return answer

    def _is_of_page(self, box: Element) -> bool:
        return id(box) in self._own or box.size > _LARGEST or box.prose > _MOST_PROSE


def _shows_article(box: Element, title: str) -> bool:
    """Whether a box holds another title of an article: in a heading, or as others beside it do."""
    for link in _titles_in(box):
        if loose(link.text()) == title:
            return False  # lists of the latest articles can hold this one
        around = takewhile(lambda e: e is not box.parent, link.ancestors())
        if link.has(*_HEADINGS) or any(e.tag in _HEADINGS for e in around):
            return True
        if box.size <= _LARGEST_ROW and link.size >= _LINKED * box.size:
            return _is_in_row(box)
    return False


def _titles_in(box: Element) -> Iterator[Element]:
    """The links in a box that are titles, among its first elements."""
    stack = [box]
    for _ in range(_MOST_INSIDE):
        if not stack:
            break
        element = stack.pop()
        if element.tag == "a" and _is_title(element):
            yield element
        first = element.children[: 2 * _MOST_INSIDE]  # white space stands between elements
        stack += [child for child in reversed(first) if not isinstance(child, str)]


def _is_in_row(box: Element) -> bool:
    """Whether what stands beside a box is alike, and most of it is the title of an article."""
    if box.parent is None:
        return False
    beside = box.parent.elements()
    place = beside.index(box)
    around = beside[max(0, place - _MOST_ALIKE) : place + _MOST_ALIKE + 1]
    return any(
        other is not box
        and other.tag == box.tag
        and other.hint == box.hint
        and 0 < other.size <= _LARGEST_ROW
        and any(link.size >= _LINKED * other.size for link in _titles_in(other))
        for other in around
    )


def _is_title(link: Element) -> bool:
    """Whether a link to another page has as many words as a title, and names no writer."""
    address = link.get("href")
    if link.size < _LEAST_HAN or address[:1] in ("", "#") or _NO_PAGE.match(address):
        return False
    text = link.text()
    words = len(text.split())
    if words < _LEAST_WORDS or (words == _LEAST_WORDS and is_person(text)):
        return not text.isascii() and len(HAN.findall(text)) >= _LEAST_HAN
    return not (labels_of(None).begins(text) or is_of_author(address) or is_of_person(address))
