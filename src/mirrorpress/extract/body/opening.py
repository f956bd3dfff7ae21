"""Paragraphs between the headline and the body's container: the text may begin outside of it.

    <h1>…</h1>  <div class="intro"><p>The first paragraph.</p><p>…</p></div>  <div class="text">

Some pages set the first paragraphs, or what is most important in a list, in an element of their
own above the container of the text. It holds too little to be taken for a part of the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from mirrorpress.extract.body.find import Body
from mirrorpress.extract.body.subject import Subject
from mirrorpress.extract.fields.dateline import is_dateline, opens_report
from mirrorpress.extract.fields.metadata import Metadata
from mirrorpress.extract.page.measure import weight_of
from mirrorpress.extract.page.tree import Element

_PARAGRAPHS = frozenset(["p", "div", "section", "span", "article"])
_LISTS = frozenset(["ul", "ol"])
_NEVER = frozenset(["aside", "figure", "figcaption", "form", "blockquote", "footer", "table"])
_MEDIA = ("figure", "img", "picture", "video", "iframe", "amp-img")
_BUTTONS = ("button", "input", "svg")
# Names of what stands there too: authors, captions, buttons, what asks for something.
_NO_TEXT = re.compile(
    r"share|social|byline|author|contributor|bio(?:$|[\s_-])|caption|credit|paywall|(?<!label-)meta|promo|"
    r"audio|player|listen|breadcrumb|toc(?:$|[\s_-])|contents|disclos|disclaimer|sponsor|affiliate|"
    r"metric|image|photo|(?:^|[\s_-])(?:ai|sum)[_-]"
)
_SHORTEST = 60.0  # running text of a paragraph, in Latin characters
_SHORTEST_ITEMS = 20.0  # the same, of a list; an item counts for a third
_LONGEST = 400  # characters of a subtitle
_ALL = 0.9  # of the running text in a paragraph stands directly in it
_MOST_ELEMENTS = 400  # between headline and body that are looked at
_MOST_PARAGRAPHS = 12
_MOST_OF_TEXT = 0.5  # of the body's running text


def opening_of(body: Body, headline: Element, meta: Metadata) -> tuple[Element, ...]:
    """The elements of the paragraphs between a headline and the body's container.

    Those only that have a word of what the page says it is about.
    """
    found = [e for e in _between(body, headline) if _is_text(e, meta.bylines)]
    total = sum(element.prose for element in found)
    if not found or len(found) > _MOST_PARAGRAPHS or total > _MOST_OF_TEXT * body.prose:
        return ()
    subject = Subject(filter(None, (meta.title, meta.description)))
    return tuple(filter(subject.share_in, found))


def living(opening: Sequence[Element]) -> tuple[Element, ...]:
    """Those elements that are not excluded, nor in one that is."""
    return tuple(element for element in opening if not element.is_left_out())


def is_subtitle(opening: Sequence[Element]) -> bool:
    """Whether what stands between the headline and the body is one short paragraph."""
    return (
        len(opening) == 1
        and opening[0].tag not in _LISTS
        and opening[0].size <= _LONGEST
        and not opens_report(opening[0].text())
    )


def _is_text(element: Element, bylines: Sequence[str]) -> bool:
    least = _SHORTEST_ITEMS if element.tag in _LISTS else max(_SHORTEST, _ALL * element.prose)
    weight = element.prose if element.tag in _LISTS else element.line
    if weight < least or element.links > 0.3 * element.size or element.has(*_MEDIA, *_BUTTONS):
        return False
    text = element.text()
    return weight_of(text) >= _SHORTEST and not is_dateline(text, bylines)


def _between(body: Body, headline: Element) -> Iterator[Element]:
    """The outermost elements with text directly in them, and lists, from headline to container."""
    core = body.core
    around = {id(parent) for parent in core.ancestors()}
    path = [headline, *headline.ancestors()]
    top = next((parent for parent in path if id(parent) in around), None)
    if top is None or any(element is core for element in path):
        return
    around.update(map(id, path))
    around.discard(id(headline))
    stack, seen_headline, room = [top], False, _MOST_ELEMENTS
    while stack and room:
        element = stack.pop()
        if element is core:
            return
        if element is headline:
            seen_headline = True
            continue
        if id(element) not in around:
            if not seen_headline or _is_no_text(element):
                continue
            room -= 1
            if element.line > 0 or element.tag in _LISTS:
                if element.tag in _LISTS or (
                    element.tag in _PARAGRAPHS and not _is_caption(element, around)
                ):
                    yield element
                continue
        stack += element.elements()[::-1]


def _is_no_text(element: Element) -> bool:
    """Whether neither it nor what is in it is text of the article."""
    return (
        element.excluded or element.inline or element.tag in _NEVER or _names_no_text(element.hint)
    )


@lru_cache(maxsize=4096)
def _names_no_text(hint: str) -> bool:
    return _NO_TEXT.search(hint) is not None


def _is_caption(element: Element, around: set[int]) -> bool:
    """Whether what holds it and no other text shows a picture."""
    for parent in element.ancestors():
        if id(parent) in around or parent.prose > element.prose:
            return False
        if parent.has(*_MEDIA):
            return True
    return False
