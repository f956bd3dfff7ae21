"""Boilerplate inside the body: lists of links, boxes of teasers, forms, boxes of buttons.

What is surely none of the article is excluded wherever it is. What may be either (a box of links,
a card with a headline and a link) is judged by its place: it is boilerplate at the end of the
body, under a line that announces other articles, or where it leads to other articles of the same
site. In the midst of the text, a row of such cards is a list of the article's own items.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice

from mirrorpress.extract.page.class_names import is_about_page
from mirrorpress.extract.page.measure import is_container, weight_of
from mirrorpress.extract.page.players import player_addresses
from mirrorpress.extract.page.tree import Element, kind_of
from mirrorpress.extract.words.site_labels import announces_others, is_more
from mirrorpress.extract.words.vocabulary import PULLED

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_OF_THE_TEXT = _HEADINGS | {"p", "figure", "picture", "pre", "blockquote", "hr"}
_MEDIA = frozenset(
    ["img", "picture", "iframe", "video", "audio", "embed", "object", "figure", "table", "pre"]
)
_MOST = 0.35  # of the body's running text; what holds more is of the article
_REST = 200.0  # running text behind a box, in Latin characters; behind less the body is at its end
_ROW = 3  # cards of one name beside each other
_OPENING = 60.0  # running text before a box; before more it is not at the beginning
_ITEM = 80.0  # running text of a card that is an item of the article
_LONG_ITEM = 250.0  # of one that need not stand in a row: teasers are shorter
_LEVELS = 4  # above a box, at which text is looked for before and behind it
_CLOSING = 60.0  # running text behind a row of such cards that lead to other sites; the last words


# Parts of hosts that many sites share.
_COMMON_NAMES = frozenset(("www", "amp", "com", "org", "net", "edu", "gov", "news", "blog"))
# Sites where readers share a page; a link there is no source of the article.
_SHARING = frozenset({"facebook", "twitter", "x", "linkedin", "pinterest", "whatsapp", "reddit"})
_SHARING |= {"telegram", "t", "weibo", "vk", "tumblr", "flipboard", "getpocket", "line", "threads"}
_EDGE = 0.2  # of the body's running text, before or behind which a box is at an end
_LINKED = 0.5  # of the characters of a box that goes on with the boxes beside it
_LISTS = frozenset(["ul", "ol", "dl"])
_FEWEST_PARTS = 3  # of a page, in its table of contents
_WORDS = 8  # characters beside the link of an item
_TITLE = 25  # Latin characters of a link that is the title of an article
_SHORT_TITLE = 12  # of one that has a picture beside it
_SOME_WORDS = 20  # characters in such a card beside its title
_LONGEST_END = 60  # characters at the end of its address that are read
_OF_PART = re.compile(r"#|\.(?:jpe?g|png|gif|webp|avif|svg)$", re.IGNORECASE)  # no other page
_NEAR = 8  # elements before a box among which the line that announces it is looked for
_SMALL = 0.12  # of the body's running text; a named box that holds less may go


_HOST = re.compile(r"\s*(?:https?:)?//(?:[^/?#@\s]{0,100}@)?([^/?#@:\[\]\s]{1,255})", re.IGNORECASE)


class _Verdict(Enum):
    KEPT = auto()
    EXCLUDED = auto()
    BY_PLACE = auto()


_KEPT, _EXCLUDED, _BY_PLACE = _Verdict  # the members of a class are slow to look up


def names_in_hosts(addresses: Iterable[str | None]) -> frozenset[str]:
    """What tells that a link leads to a page's own site: the parts of its hosts, three letters up.

    Args:
        addresses: of the page, as it is known and as it says itself.
    """
    hosts = [found[1].lower() for a in addresses if a and (found := _HOST.match(a))]
    names = {name for host in hosts for name in host.split(".")[:-1] if len(name) > 2}
    return frozenset(names - _COMMON_NAMES) | _SHARING


def exclude_boilerplate(core: Element, scale: float, own: frozenset[str]) -> None:
    """Mark excluded what is inside the body and not of the article.

    Args:
        core: the container of the body.
        scale: Latin characters that one character of the page is worth.
        own: names in hosts that are the page's own, as `names_in_hosts` gives.
    """
    doubtful: set[int] = set()
    stack = [core]
    most = _MOST * core.prose
    while stack:
        element = stack.pop()
        for child in element.children:
            if isinstance(child, str) or child.excluded or child.inline:
                continue
            verdict = _judge(child, most, scale)
            if verdict is _EXCLUDED:
                child.excluded = True
            elif verdict is _BY_PLACE:
                doubtful.add(id(child))
            elif child.tag != "table" or not child.has("th"):
                stack.append(child)
    if doubtful:
        _judge_by_place(core, doubtful, own)
    _exclude_named_boxes(core)


def _judge_by_place(core: Element, doubtful: set[int], own: frozenset[str]) -> None:
    """Judge boxes by what is before and behind them, the last first."""
    order = _in_order(core, doubtful)
    before = sum(element.line for element in order if id(element) not in doubtful)
    rows: dict[int, _Children] = {}
    balances: dict[int, Counter[tuple[str, str]]] = {}
    rest = 0.0
    for place in range(len(order) - 1, -1, -1):
        element = order[place]
        if id(element) not in doubtful:
            rest += element.line
            before -= element.line
        elif (
            (before >= _OPENING and _is_item(element, core, own, rows, rest))
            or (_is_announced(order, place) and not _shows_titles(element, own))
            or _goes_on(element, doubtful, balances)
        ):
            rest += element.prose
        else:
            element.excluded = True


def _goes_on(
    element: Element, doubtful: set[int], balances: dict[int, Counter[tuple[str, str]]]
) -> bool:
    """Whether elements of its name beside it are surely of the text, and hold more."""
    parent = element.parent
    if not element.hint or parent is None or element.prose < _ITEM:
        return False
    if element.links > _LINKED * element.size:
        return False
    if id(parent) not in balances:
        balance: Counter[tuple[str, str]] = Counter()
        balances[id(parent)] = balance
        for child in parent.elements():
            if child.hint and (id(child) in doubtful or not child.excluded):
                balance[kind_of(child)] += round(
                    -child.prose if id(child) in doubtful else child.prose
                )
    return balances[id(parent)][kind_of(element)] >= 0


def _is_announced(order: list[Element], place: int) -> bool:
    """Whether the line right before a box is a sentence that ends with a colon."""
    around = {id(parent) for parent in order[place].ancestors()}
    for element in reversed(order[max(place - _NEAR, 0) : place]):
        if id(element) in around or not element.size:
            continue
        if element.line <= 0 or element.tag in _HEADINGS:
            return False
        text = element.text()
        return text.endswith((":", "：")) and not announces_others(text)
    return False


def _shows_titles(element: Element, own: frozenset[str]) -> bool:
    """Whether it holds little but titles of articles of the same site."""
    links = [link for link in element.find("a") if link.size]
    size = sum(link.size for link in links)
    return size > 0.8 * element.size and _are_titles(links) and not _leads_elsewhere(element, own)


def _exclude_named_boxes(core: Element) -> None:
    """Mark excluded small boxes at either end whose class says that they are about the page."""
    order = _in_order(core, set())
    edge = _EDGE * core.prose
    for elements in (order, order[::-1]):
        passed = 0.0
        for element in elements:
            if passed > edge:
                break
            passed += element.line
            if (
                is_container(element)
                and element.prose < _SMALL * core.prose
                and is_about_page(element.hint)
                and not element.has("h1", *_MEDIA)
            ):
                element.excluded = True


def _in_order(core: Element, doubtful: set[int]) -> list[Element]:
    """The elements of the body in document order, without what is excluded or in doubtful ones."""
    found: list[Element] = []
    stack = [core]
    while stack:
        element = stack.pop()
        found.append(element)
        if id(element) not in doubtful:
            stack += [
                child
                for child in element.children[::-1]
                if not isinstance(child, str) and not child.excluded and not child.inline
            ]
    return found


def _is_item(
    element: Element,
    core: Element,
    own: frozenset[str],
    rows: dict[int, _Children],
    rest: float,
) -> bool:
    """Whether a box in the midst of the text is of it: it leads elsewhere, or is one of a row.

    Behind a row of cards that lead elsewhere, the text may be a few words: a list and its end.
    """
    if rest < _CLOSING or not _stands_in_text(element, core, rows):
        return False
    if (element.tag in _LISTS and _is_worded(element)) or _is_contents(element):
        return True
    elsewhere = _leads_elsewhere(element, own)
    if elsewhere and rest >= _REST:
        return True
    if rest >= _REST and element.prose >= _LONG_ITEM:
        return True
    if (rest < _REST and not elsewhere) or element.prose < _ITEM or element.parent is None:
        return False
    return _children_of(element.parent, rows).items[kind_of(element)] >= _ROW


def _is_contents(element: Element) -> bool:
    """Whether its links lead to parts of the page: a table of contents."""
    links = [href for link in element.find("a") if (href := link.get("href"))]
    inside = sum(href.startswith("#") and len(href) > 1 for href in links)
    return inside >= _FEWEST_PARTS and inside > 0.8 * len(links)


def _is_worded(element: Element) -> bool:
    """Whether most items of a list say something beside their links.

    A label before a title ("Harbour: The ferry sails again") is no word of an item.
    """
    items = [child for child in element.elements() if child.size]
    worded = sum(item.size - item.links >= _WORDS and not _is_title(item) for item in items)
    return worded > 0.7 * len(items)


def _is_title(item: Element) -> bool:
    links = [link for link in item.find("a") if link.size]
    return len(links) == 1 and _is_as_long(links[0], _TITLE)


def _are_titles(links: list[Element]) -> bool:
    """Whether links have as many Latin characters as titles on the average."""
    return sum(weight_of(link.text()) for link in links) >= _TITLE * len(links)


def _is_as_long(link: Element, least: int) -> bool:
    """Whether the words of a link have so many Latin characters; one in Chinese counts as two."""
    return link.size >= least or (3 * link.size >= least and weight_of(link.text()) >= least)


def _stands_in_text(element: Element, core: Element, rows: dict[int, _Children]) -> bool:
    """Whether running text stands before and behind it, a few levels up."""
    child = element
    for parent in islice(element.ancestors(), _LEVELS):
        children = _children_of(parent, rows)
        if children.first < children.places[id(child)] < children.last:
            return True
        if parent is core:
            return False
        child = parent
    return False


@dataclass(frozen=True, slots=True)
class _Children:
    """What is known of the children of an element, so that each of a long row is judged at once."""

    places: dict[int, int]  # of each child, by its identity
    first: int  # place of the first with running text
    last: int  # of the last
    items: Counter[tuple[str, str]]  # kinds of cards with a text of their own


def _children_of(parent: Element, rows: dict[int, _Children]) -> _Children:
    found = rows.get(id(parent))
    if found is None:
        children = parent.elements()
        told = [i for i, child in enumerate(children) if child.prose and not child.excluded]
        rows[id(parent)] = found = _Children(
            {id(child): place for place, child in enumerate(children)},
            told[0] if told else len(children),
            told[-1] if told else 0,
            Counter(kind_of(child) for child in children if child.prose >= _ITEM),
        )
    return found


def _leads_elsewhere(element: Element, own: frozenset[str]) -> bool:
    """Whether most links lead to other sites, and not to those where pages are shared."""
    links = [link.get("href") for link in (element, *element.find("a")) if link.tag == "a"]
    hosts = [found[1].lower() for href in links if (found := _HOST.match(href))]
    return sum(own.isdisjoint(host.split(".")) for host in hosts) > 0.5 * len(links)


def _judge(element: Element, most: float, scale: float) -> _Verdict:
    """What an element is by itself; one with more running text than `most` is of the article."""
    if element.tag in _OF_THE_TEXT or element.prose > most:
        return _KEPT
    verdict = _judge_by_kind(element, scale)
    if verdict is not _KEPT and (
        (element.hint and PULLED.search(element.hint)) or _holds_text_beside_titles(element)
    ):
        return _KEPT
    return verdict


def _holds_text_beside_titles(element: Element) -> bool:
    """Whether a paragraph and a box of titles stand in it: an entry, into which the box was set.

    A card of another article has one title.
    """
    if element.prose < _ITEM:
        return False
    boxes = [e for e in element.elements() if e.links > 0.9 * element.links and e.tag != "p"]
    if len(boxes) != 1:
        return False
    links = [link for link in boxes[0].find("a") if link.size]
    return (
        len(links) > 1
        and _are_titles(links)
        and any(e.tag == "p" and e.prose >= _ITEM for e in element.elements())
    )


def _judge_by_kind(element: Element, scale: float) -> _Verdict:
    tag = element.tag
    share = element.links / max(element.size, 1)
    if tag == "aside":
        return _either(share > 0.2 or element.prose < 0.5 * element.size * scale)
    if tag == "form":
        return _either(element.prose < 300)
    if tag in _LISTS:
        return _judge_list(element, share)
    if element.size == 0:
        return _either(not _shows_media(element))
    if tag == "table":
        return _either(share > 0.6 and not element.has("th"))
    if is_container(element):
        return _judge_box(element, share)
    return _KEPT


def _either(excluded: bool) -> _Verdict:
    return _EXCLUDED if excluded else _KEPT


def _judge_list(element: Element, share: float) -> _Verdict:
    items = [child for child in element.elements() if child.tag in ("li", "dd", "dt")]
    if share > 0.6:
        return _BY_PLACE
    if len(items) >= 4 and sum(map(_is_teaser_item, items)) > 0.8 * len(items):
        return _BY_PLACE
    linked = sum(1 for item in items if item.size and item.links > 0.7 * item.size)
    if len(items) > 1 and linked > 0.7 * len(items) and element.prose == 0:
        return _BY_PLACE
    return _KEPT


def _judge_box(element: Element, share: float) -> _Verdict:
    if share > 0.2 and _opens_others(element):
        return _EXCLUDED
    if share > 0.15 and _holds_table_alone(element):
        return _KEPT
    if share > 0.5 and element.prose < 200:
        return _BY_PLACE
    if element.prose >= 400:
        return _KEPT
    is_article = element.tag == "article"
    if (share > 0.15 or is_article) and shows_others(element):
        return _BY_PLACE
    is_other = ((share > 0.05 or is_article) and _is_card(element)) or _is_summary(element)
    return _BY_PLACE if is_other else _KEPT


def _is_summary(element: Element) -> bool:
    """Whether it is a heading, some words and a link that says only that there is more to read."""
    if not element.links or element.prose >= _LONG_ITEM:
        return False
    links = [link for link in element.find("a") if link.size]
    return len(links) == 1 and is_more(links[0].text()) and element.has(*_HEADINGS)


def _is_card(element: Element) -> bool:
    """Whether it is a title and a picture of another article, both links to it, and some words."""
    if not element.has("img"):
        return False
    title: Element | None = None
    pictures: set[str] = set()
    for link in element.find("a"):
        if not link.size:
            if link.has("img"):
                pictures.add(link.get("href"))
        elif title is not None or not _is_alone(link):
            return False
        else:
            title = link
    if title is None or element.size < title.size + _SOME_WORDS:
        return False
    address = title.get("href")
    return pictures == {address} and not _OF_PART.search(address[-_LONGEST_END:])


def _is_alone(link: Element) -> bool:
    """Whether a link long enough for a title is all that its element holds."""
    parent = link.parent
    return parent is not None and link.size == parent.size and _is_as_long(link, _SHORT_TITLE)


def _holds_table_alone(box: Element) -> bool:
    """Whether it is there for a table with header cells, to be scrolled on small screens."""
    table = next(iter(box.outermost("table")), None)
    return table is not None and table.size > 0.8 * box.size and table.has("th")


def shows_others(element: Element) -> bool:
    """Whether it shows other articles: headings that are links."""
    return next(linked_headings(element), None) is not None


def linked_headings(element: Element) -> Iterator[Element]:
    """The headings in it that are links, then the links around headings."""
    for heading in element.find("h2", "h3", "h4", "h5"):
        if heading.size and heading.links > 0.8 * heading.size:
            yield heading
    for link in element.find("a"):
        if link.has("h2", "h3", "h4"):
            yield link


def _shows_media(element: Element) -> bool:
    """Whether there is a picture, a player, a box for one or a custom element, which may be one."""
    stack = [element]
    while stack:
        inner = stack.pop()
        if inner.tag in _MEDIA or "-" in inner.tag:
            return True
        if player_addresses(inner):
            return True
        if inner.children:
            stack += inner.elements()
    return False


def _is_teaser_item(item: Element) -> bool:
    """Whether a list item is a headline with a link and some words of its article."""
    first = next(
        (child for child in item.children if not isinstance(child, str) or child.strip()), None
    )
    while isinstance(first, Element) and first.tag in (
        "div",
        "h2",
        "h3",
        "h4",
        "strong",
        "article",
    ):
        first = next(iter(first.elements()), None)
    return isinstance(first, Element) and first.tag == "a" and _is_as_long(first, _TITLE)


def _opens_others(element: Element) -> bool:
    """Whether its first line announces other articles."""
    for inner in element.walk():
        if inner.inline or inner.tag in _HEADINGS:
            line = inner.text()
            if line:
                return announces_others(line)
    return False
