"""When an article was published and changed: JSON-LD, meta, time elements, lines, the address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta, timezone
from itertools import islice
from urllib.parse import unquote, urlsplit

from mirrorpress.extract.fields.date_texts import first_date, found_date, is_day
from mirrorpress.extract.fields.shown_dates import ShownDates, beside, names_date
from mirrorpress.extract.fields.statements import Statements
from mirrorpress.extract.fields.titles import place_of
from mirrorpress.extract.page.head import PageHead
from mirrorpress.extract.page.tree import Element

_PUBLISHED_NAME = re.compile(r"(?:^|[\W_])publish(?:ed)?(?:$|[\W_]?(?:date|time|on|at)?$)")
_DATE_NAME = re.compile(r"date|(?:^|[\W_])created(?:$|[\W_])")
_OTHER_DATE = re.compile(
    r"update|mod|edit|revis|review|expir|valid|delete|end|start|event|birth|copyright|embargo|crawl"
)
_LONGEST_DATE = 40  # characters
_MOST_TIMES = 30  # elements of a page that are looked at
_QUARTER, _HOUR = timedelta(minutes=15), timedelta(hours=1)
_FARTHEST = timedelta(hours=14)  # a zone from Greenwich
_ZONES = range(-8, 14)  # of most outlets, from the Pacific coast of America to New Zealand
_MONTH, _DAY = r"(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
# Days in the paths of addresses: the more a form could also be a number, the later it is tried.
_IN_ADDRESS = (
    re.compile(rf"/((?:19|20)\d\d)[/-]?{_MONTH}[/-]?{_DAY}(?=[/_.-]|\D)"),
    re.compile(r"/(20\d\d)/([a-z]{3})/(\d{1,2})/"),  # 2031/may/04
    re.compile(r"/(20\d\d)/(1[0-2]|[1-9])/([12]\d|3[01]|[1-9])/"),
    re.compile(r"/([0-3]\d)/(1[0-2]|[1-9])/([12]\d|3[01]|[1-9])/n\d"),  # 31/5/4/n12345.htm
    # In a longer name; a time or the number of a report may be behind it.
    re.compile(rf"(?<!\d)(20[0-3]\d){_MONTH}{_DAY}(?=\D|$|\d{{6}}(?!\d)|\d{{9,12}}(?!\d))"),
)
_ARCHIVED = re.compile(r"^/web/\d{4,14}[a-z_]{0,4}/")  # when an archive copied the page
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


def said_date(page: Statements) -> datetime | None:
    """When the article was published, as JSON-LD and the head say it."""
    language = page.language_of_dates
    found = found_date(page.linked.published, language=language)
    if found is not None:
        return found
    return first_date(page.head.all(*_DATE_NAMES[:-1]), language) or first_date(
        _named_like_one(page.head), language
    )


def read_published(page: Statements, said: datetime | None) -> datetime | None:
    """When the article was published; None where the page does not say it.

    A moment that is given in Greenwich time is returned in the page's own, where the page shows
    the same moment on another day. A date beside the headline is believed before others that are
    shown; the address can hold the day.

    Args:
        page: what it says, and where.
        said: what `said_date` returned.
    """
    head, at, language = page.head, page.at, page.language_of_dates
    found = said
    dates = ShownDates(page.elements, at, language, page.cards)
    if found is not None and at:
        found = dates.before(found) or found
    if found is None or is_day(found):
        shown = dates.first()
        if found is None or (shown is not None and shown.date() == found.date()):
            found = shown  # it can say at what time of the day
    if found is None:
        found = (
            first_date(_named_dates(head), language)
            or _address_date(page.url)
            or first_date(head.all(_DATE_NAMES[-1]), language)
        )
    return _as_shown(found, page.elements, language, at)


def published_in(
    texts: Iterable[str], elements: Sequence[Element], language: str | None, title: str
) -> datetime | None:
    """When the article was published, by the first of some texts that holds a date.

    The texts are read as `read_published` reads the dates of a page: with years of the Thai
    calendar, and in the zone of the page where they give Greenwich time.

    Args:
        texts: of the page, such as values of its elements.
        elements: of the page, measured, in document order.
        language: its tag.
        title: as the page shows it.
    """
    found = first_date(texts, language)
    return _as_shown(found, elements, language, place_of(elements, title))


def _as_shown(
    found: datetime | None, elements: Sequence[Element], language: str | None, at: int
) -> datetime | None:
    """A date in the zone in which the page shows it beside the place `at` of its headline.

    Or in the zone of a time element that gives the same moment, wherever it stands.
    """
    if found is None or found.tzinfo is None or found.utcoffset():
        return found
    times = (found_date(e.get("datetime")) for e in elements if e.tag == "time")
    for same in islice(times, _MOST_TIMES):
        if same is not None and same.utcoffset() and abs(same - found) < timedelta(minutes=1):
            return same
    return _local(found, beside(elements, at), language)


def _named_like_one(head: PageHead) -> Iterable[str]:
    """Values of meta elements whose name says "published" in a way of the outlet's own."""
    return (value for name, value in _short_values(head) if _PUBLISHED_NAME.search(name))


def _named_dates(head: PageHead) -> Iterable[str]:
    """Values of meta elements whose name says that they are a date, and not of what."""
    return (
        value
        for name, value in _short_values(head)
        if _DATE_NAME.search(name) and not _OTHER_DATE.search(name)
    )


def _short_values(head: PageHead) -> Iterable[tuple[str, str]]:
    """The names and first values of meta elements that are short enough for a date."""
    values = ((name, values[0]) for name, values in head.meta.items())
    return ((name, value) for name, value in values if len(value) < _LONGEST_DATE)


def _local(moment: datetime, elements: Iterable[Element], language: str | None) -> datetime | None:
    """A moment of Greenwich time in the zone in which the page shows it.

    The page shows the moment with another offset, or a time of day some quarters of an hour away,
    or only the day before or after, which the nearest zone of that day gives.
    """
    days: list[datetime] = []
    for element in elements:
        if not (element.tag == "time" or (6 <= element.size <= 80 and names_date(element))):
            continue
        for text in (element.get("datetime"), element.text()):
            shown = found_date(text, language=language)
            if shown is None or shown.date() == moment.date():
                continue
            if shown.tzinfo is not None:
                if abs(shown - moment) < timedelta(minutes=1):
                    return shown
                continue
            gap = shown.replace(tzinfo=UTC) - moment
            quarters = round(gap / _QUARTER)
            if shown.time() == time() and text is not None and ":" not in text:
                days.append(shown)
            elif abs(gap) <= _FARTHEST and abs(gap - quarters * _QUARTER) < timedelta(minutes=1):
                return moment.astimezone(timezone(quarters * _QUARTER))
    return next(filter(None, (_on_day(moment, day) for day in days[:1])), moment)


def _on_day(moment: datetime, day: datetime) -> datetime | None:
    """The moment in the zone nearest to Greenwich where it falls on a day."""
    start = day.replace(tzinfo=UTC)
    behind = moment - start - timedelta(days=1)  # not negative: that day is over in Greenwich
    ahead = start - moment
    hours = -(behind // _HOUR + 1) if behind >= timedelta(0) else -(-ahead // _HOUR)
    offset = hours * _HOUR
    return moment.astimezone(timezone(offset)) if hours in _ZONES else None


def read_modified(page: Statements, published: datetime | None) -> datetime | None:
    """When the article was last changed, as far as the page says so.

    What it shows beside its headline is read where its data have no such date, and only if it is
    after the publication.

    Args:
        published: what `read_published` returned.
    """
    texts = [page.linked.modified, *page.head.all(*_MODIFIED_NAMES)]
    found = first_date(texts, page.language)
    if found is not None or not page.at:
        return found
    shown = ShownDates(page.elements, page.at, page.language_of_dates, page.cards).changed()
    if shown is None or published is None:
        return None
    if shown.tzinfo is None or published.tzinfo is None:
        is_later = shown.replace(tzinfo=None) > published.replace(tzinfo=None)
    else:
        is_later = shown > published
    return shown if is_later and not (is_day(shown) and shown.date() == published.date()) else None


def _address_date(url: str | None) -> datetime | None:
    """The day that the path of an address holds, by the first form that finds one."""
    path = _ARCHIVED.sub("/", unquote(urlsplit(url or "").path).lower())
    for form in _IN_ADDRESS:
        if found := form.search(path):
            year, month, day = found.groups()
            year = year if len(year) > 2 else f"20{year}"
            return found_date(
                f"{day} {month} {year}" if month.isalpha() else f"{year}-{month}-{day}"
            )
    return None
