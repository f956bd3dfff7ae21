"""What a page says of its article: JSON-LD, OpenGraph, meta, microdata, and the page itself.

title       h1 where head or JSON-LD agree with it, else og:title, JSON-LD, <title>,
            without the name of the site
bylines     JSON-LD, meta, what is marked up as author, a line "By …" near the title
published   JSON-LD, meta, <time>, a line of the page, the address
language    JSON-LD, html lang, og:locale, weighed against the letters of the text
url         rel=canonical or og:url, if it is of the same site as the page
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, partial
from urllib.parse import unquote, urlsplit

from mirrorpress import urls
from mirrorpress.extract.jsonld import Linked, read_linked
from mirrorpress.extract.names import is_name, names_of, unique
from mirrorpress.extract.tree import Element, squeezed
from mirrorpress.model import Image
from mirrorpress.text.dates import find_date

_SEPARATOR = re.compile(
    r"\s+[|·•–—»«‹›_/\\-]+\s+|\s*[|｜_＿]+\s*|\s+::\s+|"
    r"(?<=[\u4e00-\u9fff\w])\s*[-—–]{1,2}\s*(?=[\u4e00-\u9fff]{2,12}$)"
)
_LONGEST_TITLE = 500  # characters
_LOOSE = re.compile(r"[\W_]+")
_BYLINE_HINT = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|authors|autor|autoren|auteur|writer|reporter|posted-by|"
    r"creator|"
    r"contributor|editor-name|zuozhe|avtor|author-?name|article-?author|post-?author|entry-?author)"
    r"(?:$|[\s_-]|name|s\b)"
)
_DATE_HINT = re.compile(
    r"date|time|publish|posted|pub_|datum|fecha|meta|info|source|shijian|laiyuan|byline|zeit"
)
_BY = re.compile(
    r"^\s*(?:(?:by|von|par|por|written by)(?:\s*:\s*|\s+)|"
    r"(?:text:|autor(?:in)?:|author:|文[/：:]|作者[：:]|记者[：:]?|本报记者|بقلم)\s*)(?=\S)",
    re.IGNORECASE,
)
_DATE_NAMES = [
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "published_time",
    "datepublished",
    "date",
    "publishdate",
    "publish-date",
    "pubdate",
    "pub_date",
    "publication_date",
    "publicationdate",
    "article_date_original",
    "originalpublicationdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.created",
    "dcterms.issued",
    "citation_publication_date",
    "citation_date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "article.created",
    "weibo:article:create_at",
    "bt:pubdate",
    "shareaholic:article_published_time",
    "cxenseparse:publishtime",
    "rnews:datepublished",
    "release_date",
    "eomportal-firstpublished",
    "lastmodifieddate",
]
_MODIFIED_NAMES = [
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
    "modified_time",
    "lastmod",
    "article.updated",
    "weibo:article:update_at",
    "moddate",
]
_AUTHOR_NAMES = [
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "byline",
    "citation_author",
    "article:author",
    "cxenseparse:author",
    "rbauthors",
    "creator",
    "authors",
    "dc.creator.creator",
    "cre",
    "og:article:author",
    "article.author",
    "mediaid",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of an article beside its body."""

    title: str
    titles: tuple[str, ...]  # all that the page calls it; the body must not repeat them
    subtitle: str | None
    bylines: tuple[str, ...]
    published: datetime | None
    modified: datetime | None
    languages: tuple[str | None, ...]  # as declared, the surest first
    section: str | None
    tags: tuple[str, ...]
    publisher: str | None
    url: str | None
    lead: Image | None
    body: str | None  # JSON-LD articleBody, a witness
    kind: str | None  # og:type
    next_page: str | None


class _PageHead:
    """The meta and link elements of a page, by name."""

    def __init__(self, elements: Sequence[Element]) -> None:
        self.meta: dict[str, list[str]] = {}
        self.links: dict[str, str] = {}
        self.title = ""
        for element in elements:
            if element.tag == "meta":
                self._add_meta(element)
            elif element.tag == "link" and element.get("rel") and element.get("href"):
                for rel in element.get("rel").lower().split():
                    self.links.setdefault(rel, element.get("href"))
            elif element.tag == "title" and not self.title:
                self.title = element.text()[:_LONGEST_TITLE]

    def _add_meta(self, element: Element) -> None:
        content = squeezed(element.get("content"))
        names = (element.get(key) for key in ("property", "name", "itemprop"))
        for name in {name.strip().lower() for name in names if name}:
            if content:
                self.meta.setdefault(name, []).append(content)

    def first(self, *names: str) -> str | None:
        """The first value under any of the names, in the order of the names."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)

    def all(self, *names: str) -> list[str]:
        """The values under the first of the names that has any."""
        return next((self.meta[name] for name in names if name in self.meta), [])


def read_metadata(
    elements: Sequence[Element], scripts: tuple[str, ...], url: str | None
) -> Metadata:
    """What the page says of its article.

    Args:
        elements: of the page, measured, in document order; the first is the root.
        scripts: its JSON-LD scripts.
        url: its address, against which others are resolved and checked.
    """
    head = _PageHead(elements)
    linked = read_linked(scripts)
    publisher = linked.publisher or head.first("og:site_name", "application-name", "publisher")
    headings = [text for h1 in elements if h1.tag == "h1" and 0 < len(text := h1.text()) < 400]
    title, titles = _title(head, linked, headings, publisher)
    languages = (
        linked.language,
        elements[0].get("lang") or elements[0].get("xml:lang") or None,
        head.first("og:locale", "content-language", "language", "dc.language", "inlanguage"),
    )
    tag = next(filter(None, languages), None)
    return Metadata(
        title=title,
        titles=titles,
        subtitle=linked.subtitle,
        bylines=_bylines(elements, head, linked, publisher),
        published=_published(elements, head, linked, url, tag),
        modified=_first_date([linked.modified, *head.all(*_MODIFIED_NAMES)], tag),
        languages=languages,
        section=linked.section or head.first("article:section", "og:article:section", "section"),
        tags=linked.tags or tuple(dict.fromkeys(head.meta.get("article:tag", ())))[:40],
        publisher=publisher,
        url=_canonical(head, linked, url),
        lead=_lead(head, linked, url),
        body=linked.body,
        kind=head.first("og:type"),
        next_page=_same_site(head.links.get("next"), url),
    )


def loose(text: str | None) -> str:
    """Letters and digits alone, in lower case: two titles that differ in dots are the same."""
    return _LOOSE.sub("", (text or "").casefold())


def _title(
    head: _PageHead, linked: Linked, headings: list[str], publisher: str | None
) -> tuple[str, tuple[str, ...]]:
    """The title, and everything else that the page calls itself."""
    og = head.first("og:title", "twitter:title", "dc.title", "title")
    site = loose(publisher)
    short = without_site(head.title, publisher)
    named = [t for t in (og and without_site(og, publisher), linked.headline, short) if t]
    keys = [loose(text) for text in (og, linked.headline, head.title) if text]
    own = [
        text
        for text in headings
        if loose(text) and loose(text) != site and any(_agree(loose(text), key) for key in keys)
    ]
    choice = own[0] if own else next(iter(named), "")
    if not choice:
        choice = next((text for text in headings if loose(text) != site), "") or head.title
    everything = (choice, *named, *own, head.title)
    return choice, tuple(dict.fromkeys(text for text in everything if text))


def _agree(heading: str, key: str) -> bool:
    """Whether a heading is what the head of the page calls it, give or take the site's name."""
    if len(heading) < 4:
        return heading == key
    if heading in key or (key in heading and len(key) > 0.5 * len(heading)):
        return True
    size = min(len(heading), len(key), 40)
    return size >= 12 and heading[:size] == key[:size]


def without_site(title: str, publisher: str | None) -> str:
    """A title without the name of the site before or behind it.

    "Quay reopens | Harbour Ledger" is "Quay reopens": a part at either end that is the
    publisher's name, or else the shorter end of a title whose other part is long enough.
    """
    title = squeezed(title[:_LONGEST_TITLE])
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    site = loose(publisher)
    if (
        site
        and len(loose(parts[-1])) > 1
        and (loose(parts[-1]) in site or site in loose(parts[-1]))
    ):
        return title[: title.rfind(parts[-1])].rstrip(" |·•–—»«‹›_/\\-:｜")
    if site and len(loose(parts[0])) > 1 and loose(parts[0]) in site:
        return title[title.find(parts[0]) + len(parts[0]) :].lstrip(" |·•–—»«‹›_/\\-:｜")
    longest = max(parts, key=len)
    if parts[0] == longest or len(parts[0]) > 0.6 * len(longest):
        return _cut_tail(title, parts)
    return longest


def _cut_tail(title: str, parts: list[str]) -> str:
    """Drop short parts at the end, as long as enough of the title is left."""
    while len(parts) > 1 and len(parts[-1]) <= 0.6 * len(title) and len(parts[-1].split()) <= 5:
        title = title[: title.rfind(parts[-1])].rstrip(" |·•–—»«‹›_/\\-:｜")
        parts = parts[:-1]
    return title


def _bylines(
    elements: Sequence[Element], head: _PageHead, linked: Linked, publisher: str | None
) -> tuple[str, ...]:
    sources: list[tuple[str, ...]] = [
        unique(name for text in linked.authors for name in names_of(text)),
        unique(
            name
            for text in head.all(*_AUTHOR_NAMES)
            if not text.startswith("http")
            for name in names_of(text)
        ),
    ]
    site = loose(publisher)
    weak: tuple[str, ...] = ()
    for names in sources:
        people = tuple(name for name in names if loose(name) != site)
        if people:
            return people
        weak = weak or names
    return _marked_authors(elements) or weak


def _marked_authors(elements: Sequence[Element]) -> tuple[str, ...]:
    """Names in what is marked up as an author, or in a short line that begins with "By"."""
    marked: list[str] = []
    hinted: list[str] = []
    said: list[str] = []
    for element in elements:
        if element.tag in ("meta", "link", "nav", "footer"):
            continue
        if element.get("rel") == "author" or element.get("itemprop") == "author":
            marked.extend(names_of(_name_in(element)))
        elif 1 < element.size < 120 and not hinted and _names_authors(element.hint):
            text = element.text()
            if is_name(text) or _BY.match(text):
                hinted.extend(names_of(text))
        if (
            not said
            and element.tag in ("p", "span", "div", "h4", "h5", "h6", "em")
            and element.size < 80
        ):
            text = element.text()
            if _BY.match(text) and not text.endswith((".", "。")):
                said.extend(name for name in names_of(text) if len(name.split()) <= 5)
    return unique(marked or hinted or said)


@lru_cache(maxsize=4096)
def _names_authors(hint: str) -> bool:
    return _BYLINE_HINT.search(hint) is not None


@lru_cache(maxsize=4096)
def _names_dates(hint: str) -> bool:
    return _DATE_HINT.search(hint) is not None


def _name_in(element: Element) -> str:
    """The text of an author element: of its itemprop "name", where it has one."""
    named = [
        inner for inner in element.find("span", "a", "strong") if inner.get("itemprop") == "name"
    ]
    text = (named[0] if named else element).text()
    return text if 1 < len(text) < 100 else ""


def _published(
    elements: Sequence[Element],
    head: _PageHead,
    linked: Linked,
    url: str | None,
    language: str | None,
) -> datetime | None:
    found = find_date(linked.published, language=language)
    if found is not None and (found.hour or found.minute or found.tzinfo):
        return found
    return (
        found
        or _first_date(head.all(*_DATE_NAMES[:-1]), language)
        or _shown_date(elements, language)
        or _address_date(url)
        or _first_date(head.all(_DATE_NAMES[-1]), language)
    )


def _first_date(texts: Iterable[str | None], language: str | None) -> datetime | None:
    dates = (find_date(text, language=language) for text in texts)
    return next((date for date in dates if date is not None), None)


def _shown_date(elements: Sequence[Element], language: str | None) -> datetime | None:
    """A date that the page shows: marked up as one, or in a short line named like one."""
    read = partial(find_date, language=language)
    hinted: datetime | None = None
    plain: datetime | None = None
    for element in elements:
        if element.tag == "time":
            found = read(element.get("datetime") or element.text())
            if found is not None:
                return found
        if element.get("itemprop") in ("datePublished", "dateCreated"):
            found = read(element.get("content") or element.get("datetime") or element.text())
            if found is not None:
                return found
        if hinted is None and 6 <= element.size <= 120:
            if _names_dates(element.hint):
                hinted = read(element.text())
            elif plain is None and not element.inline and element.size <= 80:
                plain = read(element.text())
    return hinted or plain


def _address_date(url: str | None) -> datetime | None:
    path = unquote(urlsplit(url or "").path)
    found = re.search(
        r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|\D)", path
    )
    return find_date("-".join(found.groups())) if found else None


def _canonical(head: _PageHead, linked: Linked, url: str | None) -> str | None:
    """The page's own name for its address, if it is of the same site and says more than "/"."""
    own = urls.safe(url)
    for text in (head.links.get("canonical"), head.first("og:url"), linked.url):
        named = _same_site(text, url)
        if named is None:
            continue
        if (
            own is not None
            and urlsplit(named).path in ("", "/")
            and urlsplit(own).path not in ("", "/")
        ):
            continue
        return named
    return own


def _same_site(text: str | None, url: str | None) -> str | None:
    named = urls.safe(text, base=url)
    if named is None or (url is not None and not urls.same_site(named, url)):
        return None
    return named


def _lead(head: _PageHead, linked: Linked, url: str | None) -> Image | None:
    for text in (
        head.first("og:image", "og:image:url", "twitter:image", "twitter:image:src"),
        linked.image,
    ):
        address = urls.safe(text, base=url)
        if address is not None and not re.search(
            r"logo|default|placeholder|favicon|fallback|blank\.",
            urlsplit(address).path.rsplit("/", 1)[-1],
            re.I,
        ):
            return Image(url=address, alt=head.first("og:image:alt") or "")
    return None
