"""What the body finder knows of each element: sizes, link share, weight of running text.

A *line* is the text that stands directly in a block element: its strings and what is inline
around them. A line weighs as *prose* by its length, if it is long enough or punctuated like a
sentence and mostly not links. Weights add up through the tree, except through what is excluded:
elements whose name, state or vocabulary says that they are not of the article.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mirrorpress.extract.page.class_names import is_boilerplate, names_consent, says_unseen
from mirrorpress.extract.page.tree import Element, Page
from mirrorpress.extract.words.region_labels import names_region_of_site
from mirrorpress.extract.words.vocabulary import NEVER, PULLED

INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rb",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_NO_PROSE = frozenset(
    [
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "figcaption",
        "caption",
        "label",
        "legend",
        "summary",
        "time",
        "address",
        "th",
        "form",
    ]
)
# One set of characters to begin with, as `re` finds these faster than three alternatives.
_SENTENCE = re.compile(
    r"[.,;:!?。，！？；、：،؛؟।…](?:(?<=[。，！？；、：،؛؟।…])|[\s\"'”’»)](?<=[.,;:!?].)|(?<=[.!?])$)",
    re.DOTALL,
)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_DEAD_MARK = re.compile(r"selfpromo|newsletter|advert|^data-ads?-(?:type|pos|slot|unit)")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_CONTAINERS = frozenset(
    ["div", "section", "article", "main", "nav", "td", "body", "center", "form", "dd", "html"]
)
SHORTEST = 25  # characters of a Latin script; a shorter line is no sentence
LONG = 100  # a line of this length is prose even without punctuation
MOST_OF_A_CARD = 1000.0  # running text of a card of another article, in Latin characters
_CJK_SCALE = 2.2  # Latin characters that one CJK character is worth


def scale_of(root: Page) -> float:
    """How many Latin characters one character of the page is worth."""
    foreign = "".join([text for text in root.texts if not text.isascii()])
    most = (len(foreign.encode("utf-8", "replace")) - len(foreign)) / 2  # two bytes more for each
    if most <= 0.25 * _letters(foreign):
        return 1.0
    letters = _letters("".join(root.texts))
    if most <= 0.25 * letters:
        return 1.0
    return _CJK_SCALE if sum(map(len, _CJK.findall(foreign))) > 0.25 * max(letters, 1) else 1.0


def is_container(element: Element) -> bool:
    """Whether an element holds blocks and says nothing of them, or is of the page's own making."""
    return element.tag in _CONTAINERS or "-" in element.tag


def weight_of(text: str) -> float:
    """Length in Latin characters; a CJK character is worth about two."""
    return len(text) if text.isascii() else len(text) + 1.2 * sum(map(len, _CJK.findall(text)))


def _letters(text: str) -> int:
    """How many characters are no white space between words or lines."""
    return len(text) - text.count(" ") - text.count("\n") - text.count("\t")


def is_hidden(element: Element) -> bool:
    """Whether the page says that the element is not shown.

    `aria-hidden` says it of what is read aloud only: pages put it on paragraphs that a reader
    without a subscription is not to hear.
    """
    return _is_unprinted(element) or (
        element.attrs.get("aria-hidden") == "true"
        and element.tag not in ("img", "picture")
        and not (element.tag == "p" and element.size >= LONG)
    )


def _is_unprinted(element: Element) -> bool:
    """Whether its own attributes take it off every screen."""
    attrs = element.attrs
    return "hidden" in attrs or (
        "style" in attrs and _HIDDEN.search(attrs["style"] or "") is not None
    )


def is_excluded(element: Element) -> bool:
    """Whether an element is not of the article by its name, its state or its vocabulary."""
    if element.tag in NEVER:  # a heading can be a button that opens what is below it
        parent = element.parent
        return element.tag != "button" or parent is None or parent.tag not in _LEVELS
    attrs, hint = element.attrs, element.hint
    if not attrs or element.tag in ("html", "body"):
        return False
    if not (hint and len(attrs) == 1) and not _PLAINEST.issuperset(attrs):
        telling = _telling(tuple(attrs))
        if telling:
            if attrs.get("itemprop") in _DEAD_PROPERTIES:
                return True
            if element.tag == "div" and _OTHERS_TYPE.match(attrs.get("type") or ""):
                return True
            if element.tag == "section" and _ABOUT_ARTICLE.search(
                attrs.get("aria-labelledby") or ""
            ):
                return True
            if element.tag in _REGIONS and _is_region_of_site(element):
                return True
            if is_hidden(element):
                return PULLED.search(hint) is None
            if attrs.get("role") in _DEAD_ROLES or telling == _DEAD:
                return True
    if not hint or element.tag in _NAMED_FREELY:
        return False
    if element.tag in _LEVELS and "id" in attrs:  # made of its words, for links to it
        hint = (attrs.get("class") or "").lower()
    if element.tag == "iframe" and names_consent(hint):  # it is loaded once readers agree
        return False
    return is_boilerplate(hint)


def _is_region_of_site(element: Element) -> bool:
    """Whether what an element is for screen readers, tests or scripts is no part of an article.

    Such names are left where classes are made by a program.
    """
    if names_region_of_site(element.get("aria-label")):
        return True
    return any(map(is_boilerplate, component_names(element)))


def component_names(element: Element) -> list[str]:
    """What an element is called for tests and scripts, as classes are compared."""
    values = (value for name, value in element.attrs.items() if name in _COMPONENTS and value)
    return [_parted(value) for value in values if len(value) <= _LONGEST_COMPONENT]


@lru_cache(maxsize=2048)
def _parted(name: str) -> str:
    return _JOINED.sub("-", name).lower()


def _is_unseen(inline: Element) -> bool:
    """Whether words inside a line are not shown: traps for machines, words for screen readers.

    Signs that are not shown part what is: a colon between a kicker and a headline.
    """
    unseen = _is_unprinted(inline) or (inline.hint != "" and says_unseen(inline.hint))
    return unseen and any(map(str.isalnum, inline.text()))


_PLAIN, _STATED, _DEAD = range(3)
# Attributes that name a part of a page for its tests and scripts.
_COMPONENTS = frozenset(
    f"data-{name}"
    for name in (
        *("testid", "test", "test-id", "qa", "aqa", "cy", "e2e", "component", "module", "widget"),
        *("block", "display-name", "component-name", "module-name", "role"),
    )
)
_JOINED = re.compile("(?<=[a-z])(?=[A-Z])")  # ShareIcons
_LONGEST_COMPONENT = 60  # characters
_STATES = _COMPONENTS | frozenset(
    {"type", "aria-label", "aria-labelledby", "itemprop", "hidden", "style", "aria-hidden", "role"}
)
_PLAINEST = frozenset({"class", "id", "href", "src", "alt", "title", "target"})  # say nothing


@lru_cache(maxsize=8192)
def _telling(names: tuple[str, ...]) -> int:
    """What the names of attributes say: nothing, that a value may say more, or that it is dead.

    The last are such as data-ad-pos, data-selfpromo-newsletter.
    """
    if any(name.startswith("data-") and _DEAD_MARK.search(name) for name in names):
        return _DEAD
    return _PLAIN if _STATES.isdisjoint(names) else _STATED


_REGIONS = frozenset({"div", "section", "aside", "ul", "ol", "form"})
_DEAD_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "menu", "dialog", "alert", "toolbar"}
)
# Microdata that pages write out for machines beside the text.
_DEAD_PROPERTIES = frozenset(
    [
        "keywords",
        "datePublished",
        "dateModified",
        "dateCreated",
        "publisher",
        "logo",
        "inLanguage",
        "wordCount",
        "isAccessibleForFree",
        "thumbnailUrl",
        "contentUrl",
        "mainEntityOfPage",
        "aggregateRating",
        "interactionStatistic",
        "commentCount",
    ]
)
# Headings of parts of a page, by their ids: the BBC's sites have no other names for them.
_ABOUT_ARTICLE = re.compile(r"byline|recommend|related-|most-?read|top-stories|promo-")
_DISPLAYED = re.compile(r"display\s*:\s*(?:block|flex|grid|table)\b", re.IGNORECASE)
_OTHERS_TYPE = re.compile("related", re.IGNORECASE)  # boxes of a Vietnamese content system
_NAMED_FREELY = frozenset({"html", "body", "main", "article", "figure", "picture", "img", "p"})


_LEVELS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_NO_HEADING = 120.0  # Latin characters of a heading that is a paragraph
_FEWEST_LONG = 3  # of such headings of one level
_OF_OTHERS = 0.2  # of the other running text, what several of them hold at least


def measure(root: Element, scale: float) -> list[Element]:
    """Set sizes and prose of every element, once; returns the elements in document order.

    `prose` of an excluded element is its own weight, but it does not add to its parent's.
    """
    elements = root.walk()
    headings: dict[str, list[Element]] = {}
    for element in reversed(elements):
        tag, children = element.tag, element.children
        inline = tag in INLINE or tag[:4] == "mjx-"  # formulas of MathJax
        if not children:  # all else stays 0
            element.inline = inline
            element.excluded = not inline and is_excluded(element)
            continue
        size = links = line = line_links = 0
        prose = 0.0
        marked = False
        for child in children:
            if isinstance(child, str):
                length = len(child.strip())
                if not length:  # as most are: the white space between elements
                    continue
                if length > SHORTEST and ("\n" in child or "  " in child):
                    length = len(" ".join(child.split()))
                line += length
                if length > 8 and not marked:
                    marked = _SENTENCE.search(child) is not None
            elif child.inline:
                line += child.size
                line_links += child.links
                marked = marked or child.marked
            else:
                inline = False
                size += child.size
                links += child.links
                if not child.excluded:
                    prose += child.prose
        size += line
        links += line_links
        if tag == "a" and "href" in element.attrs:
            links = line_links = size
        element.size = size
        element.links = links
        element.marked = marked
        if inline and size and tag == "span" and "style" in element.attrs and _is_block(element):
            element.tag, inline = "div", False
        element.inline = inline
        if inline:
            if element.attrs:
                element.excluded = _is_unseen(element)
        else:
            element.excluded = is_excluded(element)
            if tag in _LEVELS:
                headings.setdefault(tag, []).append(element)
            if line * scale >= SHORTEST:
                weight = _weight(tag, line * scale, line_links * scale, marked)
                element.line = weight
                prose += weight
            if tag == "a" and links and 0 < prose < MOST_OF_A_CARD:
                prose = 0.0
                for inner in element.walk():
                    inner.line = inner.prose = 0.0
        element.prose = prose
    levels = [level for level in headings.values() if any(_is_long(e, scale) for e in level)]
    if levels:  # on few pages
        others = sum(element.line for element in elements)
        for level in levels:
            _weigh_as_paragraphs(level, scale, others)
    return elements


def _is_block(span: Element) -> bool:
    """Whether its style makes a span a line of its own."""
    return _DISPLAYED.search(span.attrs["style"] or "") is not None


def _is_long(heading: Element, scale: float) -> bool:
    """Whether a heading, by its length and marks, may be a paragraph."""
    return heading.marked and heading.size * scale >= _NO_HEADING


def _weigh_as_paragraphs(headings: list[Element], scale: float, others: float) -> None:
    """Make paragraphs of the headings of a level in which the text is set.

    The long ones hold more than all `others`, the running text of the page; where they are most of
    the headings, a part of that is enough.
    """
    headings = [heading for heading in headings if 2 * heading.links < heading.size]
    long = [heading for heading in headings if _is_long(heading, scale)]
    text = scale * sum(heading.size for heading in long)
    most = len(long) >= _FEWEST_LONG and 3 * len(long) >= len(headings)
    if text <= (_OF_OTHERS * others if most else others):
        return
    for heading in headings:
        heading.tag = "p"
        if heading.size * scale >= SHORTEST and not heading.prose:
            weight = _weight("p", heading.size * scale, heading.links * scale, heading.marked)
            heading.line = heading.prose = weight
            heading.weigh(weight)


def _weight(tag: str, line: float, links: float, marked: bool) -> float:
    """What a line that is not too short weighs as running text."""
    if links * 2 > line or tag in _NO_PROSE:
        return 0.0
    if not marked and line < LONG:
        return 0.0
    weight = line - links
    return weight * 0.3 if tag in ("li", "td", "dd") and line < 2 * LONG else weight
