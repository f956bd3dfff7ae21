"""What an object in a page's data is: its kind, its text, whether it stands for something else.

Systems for editing news name the same things differently:

    {"type": "paragraph", "content": [{"type": "text", "text": "…"}]}     ProseMirror, Contentful
    {"_type": "block", "style": "h2", "children": [{"text": "…"}]}        Sanity
    {"type": "text", "content": "<b>…</b>"}, {"kind": "text", "text": …}  Arc and others
    {"type": "header-two", "text": "…"}                                   Draft.js
    {"type": "paragraph", "data": {"text": "…"}}                          Editor.js
    ["$", "p", null, {"children": "…"}], ["p", "…", ["em", "…"]]          React, JsonML
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from mirrorpress.extract.fields.titles import loose
from mirrorpress.extract.page.measure import weight_of
from mirrorpress.page_data.literals import Name, Value
from mirrorpress.page_data.objects import TITLES

MAX_LEVELS: Final = 100
_TAGS_NAMES = """
    a article b blockquote br caption cite code dd div dl dt em figcaption figure h1 h2 h3 h4 h5 h6
    hr i iframe img li main mark ol p pre q s section small span strong sub sup table tbody td tfoot
    th thead time tr u ul
"""
TAGS: Final = frozenset(_TAGS_NAMES.split())
_KIND_KEYS = (
    "type",
    "_type",
    "nodeType",
    "tagName",
    "tag",
    "kind",
    "style",
    "element",
    "name",
    "blockName",
    "component",
    "listItem",
    "__typename",
)
_NO_TEXT_NAMES = """
    id _id key _key type _type nodeType tagName tag kind style name url uri href src srcset srcSet
    sizes media poster slug path link lang language locale class className __typename alt credit
    copyright target rel mode format marks status ref _ref listItem uuid guid sha author authors
    byline bylines tags keywords section category categories description seo meta metadata ariaLabel
"""
_TEXT_NAMES = """
    text html htmlText content contents children value values data body blocks paragraphs items
    model props attributes nodes elements p markup innerHTML
"""
_TEXT = frozenset(_TEXT_NAMES.split())
_NO_TEXT = frozenset(_NO_TEXT_NAMES.split())
_OTHER_NAMES = """
    ad ads advert advertisement advertising promo promotion related newsletter signup subscribe
    teaser teasers recommended recommendation recommendations outbrain taboola readmore interstitial
    paywall social share sharing comments author byline breadcrumb breadcrumbs commercial script
    style nav navigation footer menu poll quiz
"""
_OTHER = frozenset(_OTHER_NAMES.split())
_PAGES = frozenset(
    ("article", "post", "story", "page", "news", "video", "gallery", "collection", "recipe")
)
_ADDRESSES_NAMES = """
    url href link permalink slug path canonical canonicalUrl canonical_url shareUrl publishedAt
    published datePublished publishDate publish_date firstPublished createdAt date
"""
_ADDRESSES = frozenset(_ADDRESSES_NAMES.split())
_PARTS_OF_NAME = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_BLOCKS = re.compile(
    r"<(?:p|div|h[1-6]|ul|ol|li|blockquote|figure|table|section|article)\b[^<>]*>", re.I
)
_NO_RUNNING_TEXT = re.compile(r"(?:(?:https?:|data:|//)\S*|[!-~]{30,})\Z")
_CODE = re.compile(r"\bfunction\b *\w* *\(|/\*\*|=> *\{|\b(?:var|const|let) \w+ *=|!important")
_FEWEST_BLOCKS = 3  # of a description that is the text
_LEAST_RUN = 30  # characters of running text
_SHORTEST_PIECE = 20  # characters between two tags; what is shorter is of a menu
_LONG = 600.0  # Latin characters: no teaser has so many
_MOST_PARTS = 8  # of an object that are HTML
_BEGINNING = 40  # letters in which a part and its beginning agree
_MOST_MARKS = 0.01  # of the characters of a text are "{", "=" or ";"; of code more are


def kinds_of(value: Mapping[str, Value]) -> tuple[str, ...]:
    """The words of all that says what an object is, in lower case: "core/list-item" has three."""
    said = (value[key] for key in _KIND_KEYS if key in value)
    return tuple(
        part.lower()
        for name in said
        if isinstance(name, str) and len(name) <= 60
        for part in _PARTS_OF_NAME.findall(name)
    )


def is_other(value: Mapping[str, Value]) -> bool:
    """Whether an object is not of the text by its kind: an advertisement, a teaser."""
    return not _OTHER.isdisjoint(kinds_of(value))


def leads_elsewhere(value: Mapping[str, Value]) -> bool:
    """Whether an object has a title and an address or a date, as a page has, or a teaser of one."""
    return any(map(value.get, TITLES)) and any(map(value.get, _ADDRESSES))


def is_element(value: Sequence[Value]) -> bool:
    """Whether a list is an element of React or JsonML."""
    if len(value) >= 4 and value[0] == "$" and isinstance(value[1], str):
        return True
    return len(value) >= 2 and isinstance(value[0], str) and value[0] in TAGS


def tag_of(element: Sequence[Value]) -> str:
    """The name of an element's tag, "" where it is a component."""
    name = element[1] if element[0] == "$" else element[0]
    return name if name in TAGS else ""


def attributes_of(element: Sequence[Value]) -> Mapping[str, Value]:
    """What is set on an element."""
    at = 3 if element[0] == "$" else 1
    found = element[at] if len(element) > at else None
    return found if isinstance(found, dict) else {}


def children_of(element: Sequence[Value]) -> Value:
    """What is in an element."""
    if element[0] != "$":
        return [*element[2:]] if isinstance(element[1], dict) else [*element[1:]]
    set_on = attributes_of(element)
    inner = set_on.get("dangerouslySetInnerHTML")
    if isinstance(inner, dict):
        return inner.get("__html")
    return set_on.get("children") if tag_of(element) else set_on


def has_markup(text: str) -> bool:
    """Whether a string is HTML."""
    return "<" in text and _MARKUP.search(text) is not None


def blocks_in(text: str) -> int:
    """How many block elements a string opens."""
    return sum(1 for _ in _BLOCKS.finditer(text)) if "<" in text else 0


def texts_in(value: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    """What of an object can hold its text; a description can be all of an article's."""
    return (
        (key, each)
        for key, each in value.items()
        if key not in _NO_TEXT or (isinstance(each, str) and blocks_in(each) >= _FEWEST_BLOCKS)
    )


def markup_parts(value: Mapping[str, Value]) -> list[str]:
    """The strings of an object that are HTML, if they are several and none repeats another.

    {"top": "<p>…", "image": …, "bottom": "<p>…"}; a beginning of the text that is there as a whole
    does not count.
    """
    parts = [each for _, each in texts_in(value) if isinstance(each, str) and blocks_in(each)]
    if len(parts) < 2 or len(parts) > _MOST_PARTS:
        return []
    letters = [loose(_MARKUP.sub("", part)) for part in parts]
    kept = [
        part
        for place, part in enumerate(parts)
        if not any(
            letters[place][:_BEGINNING] in other
            for at, other in enumerate(letters)
            if at != place and (len(other), at) > (len(letters[place]), place)
        )
    ]
    return kept if len(kept) > 1 else []


@dataclass(slots=True)
class _Measure:
    """One way to count text."""

    least: int  # characters of a string that counts
    # By identity of what was counted. It is kept, so that nothing else gets its identity.
    known: dict[int, tuple[Value, float]] = field(default_factory=dict)


class Weights:
    """How much text is in the values of a page's data, each counted once.

    `running` counts sentences: of an object the part that has most of it, of a list all but what
    leads to other pages. `all_of` counts every string that can be read.
    """

    def __init__(self) -> None:
        self._running = _Measure(least=_LEAST_RUN)
        self._all = _Measure(least=0)

    def running(self, value: Value) -> float:
        """The running text in a value, in Latin characters."""
        return self._of(value, self._running, 0)

    def all_of(self, value: Value) -> float:
        """The text in a value, in Latin characters."""
        return self._of(value, self._all, 0)

    def inside(self, value: Mapping[str, Value], level: int = 0) -> float:
        """The running text in an object, even if it is one that leads to a page of its own."""
        return self._most_in(value, self._running, level)

    def is_other(self, value: Mapping[str, Value], level: int = 0) -> bool:
        """Whether an object is not of the text that it stands in."""
        if is_other(value):
            return True
        if not leads_elsewhere(value):
            return False
        return not _PAGES.isdisjoint(kinds_of(value)) or self.inside(value, level) < _LONG

    def _of(self, value: Value, measure: _Measure, level: int) -> float:
        if isinstance(value, str):
            if isinstance(value, Name) or len(value) < measure.least:
                return 0.0
            return _weight(value)
        if not isinstance(value, (dict, list)) or level > MAX_LEVELS:
            return 0.0
        known = measure.known.get(id(value))
        if known is None:
            known = measure.known[id(value)] = value, self._sum(value, measure, level)
        return known[1]

    def _sum(self, value: Value, measure: _Measure, level: int) -> float:
        if isinstance(value, dict):
            return 0.0 if self.is_other(value, level) else self._most_in(value, measure, level)
        if is_element(value):
            inner = children_of(value)
            if not isinstance(inner, list) or is_element(inner):
                return self._of(inner, measure, level + 1)
            value = inner
        total = 0.0
        for each in value:  # a loop: `sum` of a generator is one call more a level
            total += self._of(each, measure, level + 1)
        return total

    def _most_in(self, value: Mapping[str, Value], measure: _Measure, level: int) -> float:
        most = 0.0
        for part in markup_parts(value):
            most += self._of(part, measure, level + 1)
        for _, each in texts_in(value):
            most = max(most, self._of(each, measure, level + 1))
        return most

    def longest(self, value: Mapping[str, Value]) -> Value:
        """The part of an object that has most of its running text."""
        return max((each for _, each in texts_in(value)), key=self.running, default=None)

    def child(self, value: Mapping[str, Value]) -> Value:
        """The part of an object that has most of its text, of those that are named like text."""
        parts = [*texts_in(value)]
        named = [each for key, each in parts if key in _TEXT and self.all_of(each)]
        return max(named or (each for _, each in parts), key=self.all_of, default=None)


def _weight(text: str) -> float:
    if "<meta " in text:
        return 0.0
    if "<" not in text:
        return 0.0 if _NO_RUNNING_TEXT.match(text) or _is_code(text) else weight_of(text)
    pieces = (piece for piece in _MARKUP.split(text) if len(piece) >= _SHORTEST_PIECE)
    return sum(weight_of(piece) for piece in pieces if not _is_code(piece))


def _is_code(text: str) -> bool:
    if _CODE.search(text):
        return True
    marks = text.count("{")
    return marks > 0 and marks + text.count(";") + text.count("=") > _MOST_MARKS * len(text)
