"""When an article was published and changed: JSON-LD, meta, time elements, lines, the address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta, timezone
from functools import lru_cache
from itertools import islice, takewhile
from urllib.parse import unquote, urlsplit

from mirrorpress.extract.fields.dateline import is_labelled_date
from mirrorpress.extract.fields.titles import place_of
from mirrorpress.extract.page.head import PageHead
from mirrorpress.extract.page.jsonld import Linked
from mirrorpress.extract.page.tree import Element
from mirrorpress.text.dates import LONGEST_TEXT, find_date, parse_date

_DATE_HINT = re.compile(
    r"date|time|publish|posted|pub_|datum|fecha|meta|info|source|shijian|laiyuan|byline|zeit"
)
_PUBLISHED_NAME = re.compile(r"(?:^|[\W_])publish(?:ed)?(?:$|[\W_]?(?:date|time|on|at)?$)")
_MARKED = frozenset(["datePublished", "dateCreated"])
_CHANGED_NAME = re.compile(r"(?:^|[\s_-])(?:updated?|modified|edited|lastmod)(?:$|[\s_-])")
# WordPress names a date "updated" that is that of the publication as well.
_PUBLISHED_TOO = re.compile(r"(?:^|\s)(?:published|(?:entry|post)-(?:meta-)?date)(?:$|\s)")
_CHANGED_LABEL = re.compile(
    r"\W*(?:(?:last |page |zuletzt )?(?:updated?|modified|edited|aktualisiert|geändert)|akt\.|"
    r"mis à jour|actualizado|aggiornato|atualizado|обновлено|更新|"
    r"verfügbar bis|available until)",
    re.IGNORECASE,
)
_PUBLISHED_LABEL = re.compile(
    r"\W*(?:(?:first |originally )?(?:published|posted)|veröffentlicht|publié|publicado|pubblicato|"
    r"опубликовано|发布)",
    re.IGNORECASE,
)
_LONGEST_DATE, _LONGEST_LINE = 40, 120  # characters
_DIGITS = re.compile(r"\d\d")  # every date has two in a row
_BEFORE, _AFTER = 25, 60  # elements around the headline that are beside it
_MOST_TIMES = 30  # elements of a page that are looked at
_RIGHT_BEFORE, _RIGHT_AFTER = 10, 25  # the same, at the headline itself
_OTHER_ARTICLES = frozenset(["article", "h3", "h4"])  # with which they may begin
_QUARTER, _HOUR = timedelta(minutes=15), timedelta(hours=1)
_FARTHEST = timedelta(hours=14)  # a zone from Greenwich
# Before a date in Chinese: of a line that says more than a date.
_DATE_LABEL = re.compile(
    r"(?:^|\s|发布|发表|更新|录入|發佈|發布|發表)(?:时间|時間|日期)\s{0,2}[:：]\s{0,4}(?=\d)"
)
# Endings of hosts that are a country's by name, but not in use; and that of the USA.
_NO_COUNTRY = frozenset(["us", "io", "ai", "co", "me", "tv", "fm", "gg", "ly", "to", "so", "sh"])
_SHORT_YEAR = re.compile(
    r"(?<![\d.])((?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.)(\d\d)(?![\d.])"
)
_BUDDHIST = 543  # years between the Thai and the common calendar
_THAI_YEARS = range(1990 + _BUDDHIST, 2101 + _BUDDHIST)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_THAI = re.compile(r"[\u0e01-\u0e5b]")
_THAI_MONTHS = {
    "ม.ค.": "มกราคม",
    "ก.พ.": "กุมภาพันธ์",
    "มี.ค.": "มีนาคม",
    "เม.ย.": "เมษายน",
    "พ.ค.": "พฤษภาคม",
    "มิ.ย.": "มิถุนายน",
    "ก.ค.": "กรกฎาคม",
    "ส.ค.": "สิงหาคม",
    "ก.ย.": "กันยายน",
    "ต.ค.": "ตุลาคม",
    "พ.ย.": "พฤศจิกายน",
    "ธ.ค.": "ธันวาคม",
}
_THAI_MONTH = re.compile("|".join(map(re.escape, _THAI_MONTHS)))
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
    at: int = 0,
) -> datetime | None:
    """When the article was published; None where the page does not say it.

    A moment that is given in Greenwich time is returned in the page's own, where the page shows
    the same moment on another day.

    Args:
        elements: of the page, measured, in document order.
        head: its meta elements.
        linked: its JSON-LD.
        url: its address, which can hold the day.
        language: its tag.
        at: the place of the headline among the elements; 0 where none shows the title. A date
            beside it is believed before others.
    """
    language = _with_region(language, url)
    found = _found(linked.published, language=language)
    if found is None:
        found = _first_date(head.all(*_DATE_NAMES[:-1]), language) or _first_date(
            _named_like_one(head), language
        )
    if found is not None and at:
        found = _shown_before(found, elements, language, at) or found
    if found is None or _is_day(found):
        shown = _shown_date(elements, language, at)
        if found is None or (shown is not None and shown.date() == found.date()):
            found = shown  # it can say at what time of the day
    if found is None:
        found = _address_date(url) or _first_date(head.all(_DATE_NAMES[-1]), language)
    return _as_shown(found, elements, language, at)


def _with_region(language: str | None, url: str | None) -> str | None:
    """English of no region is that of the USA, unless the page's host is of another country.

    3/4/2031 is a day of March there. Pages in British English mostly say so.
    """
    if language is None or language.lower() != "en" or not url:
        return language
    host = (urlsplit(url).hostname or "").rpartition(".")[2]
    return "en-US" if len(host) > 2 or host in _NO_COUNTRY else language


def published_in(
    texts: Iterable[str], elements: Sequence[Element], language: str | None, title: str
) -> datetime | None:
    """When the article was published, by the first of some texts that holds a date.

    The texts are read as `read_published` reads the dates of a page: with years of the Thai
    calendar, and in the zone of the page where they give Greenwich time.

    Args:
        texts: of the page, such as values of its elements.
        elements: as for `read_published`.
        language: the same.
        title: as the page shows it.
    """
    found = _first_date(texts, language)
    return _as_shown(found, elements, language, place_of(elements, title))


def _as_shown(
    found: datetime | None, elements: Sequence[Element], language: str | None, at: int
) -> datetime | None:
    """A date in the zone in which the page shows it beside the place `at` of its headline.

    Or in the zone of a time element that gives the same moment, wherever it stands.
    """
    if found is None or found.tzinfo is None or found.utcoffset():
        return found
    times = (_found(e.get("datetime")) for e in elements if e.tag == "time")
    for same in islice(times, _MOST_TIMES):
        if same is not None and same.utcoffset() and abs(same - found) < timedelta(minutes=1):
            return same
    return _local(found, elements[max(0, at - _BEFORE) : at + _AFTER], language)


def _found(text: str | None, *, language: str | None = None) -> datetime | None:
    """The first date in a text, also of a year of the Thai calendar."""
    if not text or len(text) > LONGEST_TEXT or not _DIGITS.search(text):
        return None
    if len(text) <= _LONGEST_LINE:
        return _found_in_line(text, language)
    return find_date(_without_thai_years(text, language), language=language)


@lru_cache(maxsize=64)
def _found_in_line(text: str, language: str | None) -> datetime | None:
    """The same of a short text: a page says its date several times."""
    return find_date(_without_thai_years(text, language), language=language)


def _without_thai_years(text: str, language: str | None) -> str:
    """A text whose Thai years are those of the common calendar: 2574 is 2031."""
    is_thai = language is not None and language[:2].lower() == "th"
    if not is_thai and (text.isascii() or not _THAI.search(text)):
        return text
    text = text.replace("พ.ศ.", " ")  # of the Buddhist era
    text = _THAI_MONTH.sub(lambda found: f" {_THAI_MONTHS[found[0]]} ", text)
    return _YEAR.sub(lambda found: _common_year(found[0]), text)


def _common_year(digits: str) -> str:
    year = int(digits)
    return str(year - _BUDDHIST) if year in _THAI_YEARS else digits


def _is_day(found: datetime) -> bool:
    """Whether a date says no time of day."""
    return not (found.hour or found.minute or found.tzinfo)


def _named_like_one(head: PageHead) -> Iterable[str]:
    """Values of meta elements whose name says "published" in a way of the outlet's own."""
    for name, values in head.meta.items():
        if _PUBLISHED_NAME.search(name) and len(values[0]) < _LONGEST_DATE:
            yield values[0]


def _local(moment: datetime, elements: Iterable[Element], language: str | None) -> datetime | None:
    """A moment of Greenwich time in the zone in which the page shows it.

    The page shows the moment with another offset, or a time of day some quarters of an hour away,
    or only the day before or after, which the nearest zone of that day gives.
    """
    days: list[datetime] = []
    for element in elements:
        if not (element.tag == "time" or (6 <= element.size <= 80 and _dated(element))):
            continue
        for text in (element.get("datetime"), element.text()):
            shown = _found(text, language=language)
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
    return moment.astimezone(timezone(offset)) if -10 <= hours <= 13 else None


def _dated(element: Element) -> bool:
    return bool(element.hint) and _names_dates(element.hint)


def read_modified(head: PageHead, linked: Linked, language: str | None) -> datetime | None:
    """When the article was last changed, as far as the page says so."""
    return _first_date([linked.modified, *head.all(*_MODIFIED_NAMES)], language)


def _first_date(texts: Iterable[str | None], language: str | None) -> datetime | None:
    dates = (_found(text, language=language) for text in texts)
    return next((date for date in dates if date is not None), None)


def _shown_date(elements: Sequence[Element], language: str | None, at: int) -> datetime | None:
    """A date that the page shows: marked up as one, or in a short line named like one.

    Beside the headline, where `at` is its place, such dates are believed first, and an inline
    element that holds a date and no more is such a line too.
    """
    found: datetime | None = None
    if at:  # ahead of the headline can be the day of the visit, far behind it another article
        found = (
            _date_in(_right_behind(elements, at), language)
            or _date_in(elements[max(0, at - _BEFORE) : at], language)
            or _date_in(elements[at : at + _AFTER + 1], language)
        )
    if found is not None and found.tzinfo is not None:
        return found
    marked = _marked_date(elements, language)
    if found is None:
        return marked or _named_date(elements, language) or _plain_date(elements, language, at)
    return marked if marked is not None and _says_more(marked, found) else found


def _right_behind(elements: Sequence[Element], at: int) -> list[Element]:
    """What follows the headline at once, up to what can be another article."""
    behind = elements[at : at + _RIGHT_AFTER + 1]
    return [*takewhile(lambda element: element.tag not in _OTHER_ARTICLES, behind)]


def _date_in(elements: Sequence[Element], language: str | None) -> datetime | None:
    """The date of a part of the page: marked up, in a line named like one, or behind a label."""
    return (
        _marked_date(elements, language)
        or _named_date(elements, language)
        or _labelled_date(elements, language)
    )


def _says_more(marked: datetime, found: datetime) -> bool:
    """Whether a date is the other with its time of day, or its time zone."""
    if _is_day(found):
        return marked.date() == found.date() and not _is_day(marked)
    return marked.replace(second=0, tzinfo=None) == found.replace(second=0)


def _shown_before(
    found: datetime, elements: Sequence[Element], language: str | None, at: int
) -> datetime | None:
    """The day that the page shows at its headline, where it is before that in the data.

    Some pages give there when they were last brought out. Where the page shows the day of the
    data, too, the other is that of another article.
    """
    right = [*elements[max(0, at - _RIGHT_BEFORE) : at], *_right_behind(elements, at)]
    shown = _marked_date(right, language) or _named_date(right, language)
    if shown is None or (found.date() - shown.date()).days < 2:
        return None  # a day may be that of the same moment in another zone
    if (shown.day, shown.month) == (found.month, found.day):
        return None  # the same day, its month read first
    beside = elements[max(0, at - _BEFORE) : at + _AFTER + 1]
    texts = (_pieces(e) for e in beside if 6 <= e.size <= _LONGEST_LINE)
    days = (_found(text, language=language) for text in texts)
    is_shown_too = any(abs((day.date() - found.date()).days) < 2 for day in filter(None, days))
    return None if is_shown_too else shown


def _marked_date(elements: Iterable[Element], language: str | None) -> datetime | None:
    """The first date marked up as one; that of a change only where there is no other."""
    changed: datetime | None = None
    for element in elements:
        attrs = element.attrs
        text: str | None = None
        if attrs and attrs.get("itemprop") in _MARKED:
            text = element.get("content") or element.get("datetime") or element.text()
        elif element.tag == "time":
            text = element.get("datetime") or element.text()
        elif attrs and "data-datetime" in attrs:
            text = element.get("data-datetime")
        found = _found(text, language=language)
        if found is not None and not _says_changed(element):
            return found
        changed = changed or found
    return changed


def _named_date(elements: Iterable[Element], language: str | None) -> datetime | None:
    """The first date in a short line named like one; that of a change where there is no other."""
    changed: datetime | None = None
    for element in elements:
        if 6 <= element.size <= _LONGEST_LINE and _dated(element):
            found = _found(_SHORT_YEAR.sub(r"\g<1>20\2", _pieces(element)), language=language)
            if found is not None and not _says_changed(element):
                return found
            changed = changed or found
    return changed


def _labelled_date(elements: Iterable[Element], language: str | None) -> datetime | None:
    """The first date in a line that says it is that of the publication: "Published on 4 May"."""
    for element in elements:
        if 6 <= element.size <= _LONGEST_LINE and _PUBLISHED_LABEL.match(text := element.text()):
            found = _found(text, language=language)
            if found is not None:
                return found
    return None


def _says_changed(element: Element) -> bool:
    """Whether a date is that of a change or of an end, by its name or by a label before it."""
    return (
        element.get("itemprop") == "dateModified"
        or (
            _CHANGED_NAME.search(element.hint) is not None
            and _PUBLISHED_TOO.search(element.hint) is None
        )
        or _CHANGED_LABEL.match(element.text()) is not None
    )


def _plain_date(elements: Sequence[Element], language: str | None, at: int) -> datetime | None:
    """The first date in a short line that is not named like one, or behind a label."""
    for place, element in enumerate(elements):
        size = element.size
        found: datetime | None = None
        if size > 80:
            found = _labelled(element, language)
        elif size < 6 or _dated(element):
            continue
        elif not element.inline:
            found = _found(_pieces(element), language=language)
        elif at and at - _BEFORE <= place <= at + _AFTER:
            found = _date_alone(element.text(), language)
        if found is not None:
            return found
    return None


def _pieces(element: Element) -> str:
    """The strings of an element with a space between each two."""
    children = element.children
    if len(children) == 1 and isinstance(children[0], str):  # as most have
        return children[0]
    return " ".join(element.strings())


def _date_alone(text: str, language: str | None) -> datetime | None:
    """The date of a short line that holds one and no more, a label before it apart."""
    if len(text) > _LONGEST_DATE:
        return None
    found = parse_date(text, language=language)
    return _found(text, language=language) if found is None and is_labelled_date(text) else found


def _labelled(element: Element, language: str | None) -> datetime | None:
    """The date behind a label in a string of a longer element."""
    for child in element.children:
        if isinstance(child, str) and 10 < len(child) <= 120 and not child.isascii():
            label = _DATE_LABEL.search(child)
            if label is not None:
                return _found(child[label.end() :], language=language)
    return None


def _address_date(url: str | None) -> datetime | None:
    path = unquote(urlsplit(url or "").path)
    found = re.search(
        r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|\D)", path
    )
    return _found("-".join(found.groups())) if found else None


@lru_cache(maxsize=4096)
def _names_dates(hint: str) -> bool:
    return _DATE_HINT.search(hint) is not None
