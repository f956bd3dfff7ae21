"""Section pages without a feed: the links that look like articles, in the order of the page.

A link counts by two kinds of signs, and needs `ENOUGH` points of them together:

    its address   a date in the path, a long slug, a numeric id, a page's file name
    its place     in a heading, an <article>, a list item; its text as long as a headline

Links to other sites, and links in navigation, footers, asides, forms and advertising never
count. Where an article is linked several times (picture, headline, "read more"), the longest
text in a heading is its title.

A page without such links may be drawn by scripts: then their data are read (`data_links`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mirrorpress import urls
from mirrorpress.discover import markup
from mirrorpress.discover.data_links import entries_in
from mirrorpress.discover.no_text import NoText
from mirrorpress.discover.parts import MAX_TITLE
from mirrorpress.errors import ReadError
from mirrorpress.model import FeedEntry, Index, Page, Source
from mirrorpress.options import declares
from mirrorpress.text.dates import find_date
from mirrorpress.text.encodings import decode

MAX_BYTES = 10 * 1024 * 1024
MAX_ENTRIES = 500
MAX_LINKS = 20_000  # looked at on one page
HEADLINE = 12  # characters of a headline, at least
HEADLINE_CJK = 6
ENOUGH = 3  # points

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DATE_IN_PATH = re.compile(
    r"/(?:19|20)\d\d[/\-_]?(?:0?[1-9]|1[0-2])(?:[/\-_]?[0-3]?\d)?(?=[/\-_.]|\D)"
)
_LONG_SLUG = re.compile(r"/[^/]*[^\W\d_]{2,}(?:[\-_][^\W_]+){3,}[^/]*/?$")
_NUMBER = re.compile(r"(?:^|[/\-_=.a-z])\d{4,}(?=$|[/\-_.&])", re.IGNORECASE)
_FILE = re.compile(r"/[^/]+\.(?:s?html?|php|aspx?|md)$", re.IGNORECASE)
_NO_ARTICLE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|avif|pdf|zip|gz|mp3|mp4|m3u8|css|js|xml|rss|atom|json|apk|exe)$"
    r"|/(?:tags?|topics?|categor(?:y|ies)|authors?|search|login|signin|register|subscribe|account"
    r"|privacy|terms|contact|about(?:-us)?|feed|rss|wp-admin|page|archives?|cart|share)(?:/[^/]*)?/?$"
    r"|/(?:index|default)\.\w+$",
    re.IGNORECASE,
)
_FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "form", "select", "button", "noscript"})
_FURNITURE = re.compile(
    r"(?:^|[\s_\-])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|sidebar|ads?|advert\w*|sponsor\w*"
    r"|promo\w*|banner|social|share|cookie|newsletter|pagination|pager|tags?|login|related|comments?)"
    r"(?:$|[\s_\-])",
    re.IGNORECASE,
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_ITEMS = frozenset({"article", "li", "section", "dd", "dt", "tr"})
_CARD = re.compile(r"article|story|post|card|teaser|news|item|entry|headline|title", re.IGNORECASE)
_UP = 8  # elements above a link that say what it is in


@dataclass(frozen=True, slots=True)
class _Link:
    url: str
    text: str
    points: int
    in_heading: bool
    published: datetime | None


@declares(NoText)
def read(page: Page, source: Source) -> Index:
    """The articles that a section page links to.

    Raises:
        ReadError: the bytes are no web page, or more than a page may be.
    """
    if len(page.body) > MAX_BYTES:
        raise ReadError(f"the page is larger than {MAX_BYTES >> 20} MiB", url=page.url)
    text = decode(page.body, page.charset).text
    if "<" not in text or markup.too_deep(text):
        raise ReadError("this is not a section page: it has no readable markup", url=page.url)
    document = LexborHTMLParser(text)
    base = _base(document, page.url)
    entries = tuple(_entries(list(_links(document, base, page.url))))
    if not entries:  # scripts may draw it
        found = entries_in(text, base, _language(document), partial(_is_listed, page.url))
        entries = tuple(islice(found, MAX_ENTRIES))
    return Index(
        format="listing",
        title=_title(document),
        language=_language(document),
        entries=entries[:MAX_ENTRIES],
        problems=() if entries else ("No link on the page looks like an article.",),
    )


def _base(document: LexborHTMLParser, url: str) -> str:
    node = document.css_first("base[href]")
    return (urls.safe(node.attributes.get("href"), base=url) if node is not None else None) or url


def _title(document: LexborHTMLParser) -> str | None:
    node = document.css_first("title")
    return (markup.plain(node.text())[:MAX_TITLE] or None) if node is not None else None


def _language(document: LexborHTMLParser) -> str | None:
    node = document.css_first("html")
    return ((node.attributes.get("lang") or "").strip()[:35] or None) if node is not None else None


def _links(document: LexborHTMLParser, base: str, here: str) -> Iterator[_Link]:
    times = _Times(_language(document))
    for node in document.css("a[href]")[:MAX_LINKS]:
        url = urls.safe(node.attributes.get("href"), base=base)
        if (
            url is None
            or not urls.same_site(url, here)
            or urls.identity(url) == urls.identity(here)
        ):
            continue
        url = url.partition("#")[0]
        around = list(_above(node))
        if _NO_ARTICLE.search(urlsplit(url).path) or any(map(_is_furniture, around)):
            continue
        text = markup.plain(node.text()) or markup.plain(node.attributes.get("title") or "")
        in_heading = any(each.tag in _HEADINGS for each in [*around, *_inside(node)])
        points = _of_address(url) + _of_place(text, in_heading, around)
        yield _Link(url, text[:MAX_TITLE], points, in_heading, times.near(around))


def _is_listed(here: str, url: str, title: str, signs: int) -> bool:
    """Whether an address and a title in the data of the page at `here` are those of an article.

    `signs` are the points of what else the data say of it.
    """
    if not urls.same_site(url, here) or urls.identity(url) == urls.identity(here):
        return False
    if _NO_ARTICLE.search(urlsplit(url).path) or len(title) < _enough(title):
        return False
    return _of_address(url) + signs >= ENOUGH


def _enough(text: str) -> int:
    """The fewest characters of a headline."""
    return HEADLINE_CJK if _CJK.search(text) else HEADLINE


def _above(node: LexborNode) -> Iterator[LexborNode]:
    for _ in range(_UP):
        parent = node.parent
        if parent is None or parent.tag in ("body", "html", "main"):
            return
        yield parent
        node = parent


def _inside(node: LexborNode) -> list[LexborNode]:
    return node.css("h1, h2, h3, h4")


def _is_furniture(node: LexborNode) -> bool:
    if node.tag in _FURNITURE_TAGS or node.attributes.get("role") in ("navigation", "search"):
        return True
    if node.tag in ("article", "h1", "h2", "h3", "h4"):
        return False
    said = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    return _FURNITURE.search(said) is not None


def _of_address(url: str) -> int:
    parts = urlsplit(url)
    path = parts.path
    points = 2 * (_DATE_IN_PATH.search(path) is not None)
    points += 2 * (_LONG_SLUG.search(path) is not None or "%" in path.rpartition("/")[2])
    points += _NUMBER.search(path) is not None or _NUMBER.search(parts.query) is not None
    points += _FILE.search(path) is not None
    return min(points, 3) if path.strip("/") or parts.query else -ENOUGH


def _of_place(text: str, in_heading: bool, around: list[LexborNode]) -> int:
    if len(text) < _enough(text):
        return -1
    in_item = any(each.tag in _ITEMS for each in around[:4])
    in_card = any(_CARD.search(each.attributes.get("class") or "") for each in around[:4])
    return 1 + (2 if in_heading else 0) + (1 if in_item or in_card else 0)


class _Times:
    """The time in the smallest element around a link that has any.

    What an element says is kept, so that thousands of links in one cost no more than one.
    """

    def __init__(self, language: str | None) -> None:
        self._language = language
        self._told: dict[int, tuple[str, ...]] = {}

    def near(self, around: list[LexborNode]) -> datetime | None:
        for each in around[:5]:
            told = self._of(each)
            if told:
                return find_date(told[0], language=self._language) if len(told) == 1 else None
        return None

    def _of(self, node: LexborNode) -> tuple[str, ...]:
        """What the first two <time> in an element say."""
        if node.mem_id not in self._told:
            times = node.css("time")[:2]
            said = ((time.attributes.get("datetime") or time.text()).strip() for time in times)
            self._told[node.mem_id] = tuple(said)
        return self._told[node.mem_id]


def _entries(links: list[_Link]) -> Iterator[FeedEntry]:
    """One entry for each address, at the place of its first link."""
    groups: dict[str, list[_Link]] = {}
    for link in links:
        groups.setdefault(urls.identity(link.url), []).append(link)
    for group in groups.values():
        if max(link.points for link in group) < ENOUGH:
            continue
        best = max(group, key=lambda link: (link.in_heading, len(link.text)))
        published = next((link.published for link in group if link.published), None)
        yield FeedEntry(url=best.url, title=best.text or None, published=published)
