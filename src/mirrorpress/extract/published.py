"""When an article was published and changed: JSON-LD, meta, time elements, lines, the address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache, partial
from urllib.parse import unquote, urlsplit

from mirrorpress.extract.jsonld import Linked
from mirrorpress.extract.page_head import PageHead
from mirrorpress.extract.tree import Element
from mirrorpress.text.dates import find_date

_DATE_HINT = re.compile(
    r"date|time|publish|posted|pub_|datum|fecha|meta|info|source|shijian|laiyuan|byline|zeit"
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


def read_published(
    elements: Sequence[Element],
    head: PageHead,
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


def read_modified(head: PageHead, linked: Linked, language: str | None) -> datetime | None:
    """When the article was last changed, as far as the page says so."""
    return _first_date([linked.modified, *head.all(*_MODIFIED_NAMES)], language)


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


@lru_cache(maxsize=4096)
def _names_dates(hint: str) -> bool:
    return _DATE_HINT.search(hint) is not None
