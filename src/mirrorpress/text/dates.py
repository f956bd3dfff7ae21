"""Dates of feeds and of pages, read by one parser (`dateforms` shows the forms).

`parse_date` reads a field that holds a date and nothing else; `find_date` also finds the first
date of a line. Where both read a date they agree. The result is aware where the text names a zone,
else naive: which zone is meant then is for the caller to say. A day without a time of day is
midnight. A day that no calendar has (31 February) is no date; the hour 24 is the first of the
next day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

from mirrorpress.text import dateforms
from mirrorpress.text.folding import fold
from mirrorpress.text.local_dates import in_common_form
from mirrorpress.text.months import from_hijri, from_solar, month_of
from mirrorpress.text.tables import primary_of
from mirrorpress.text.zones import language_in, zone_of

FIELD_YEARS = range(1970, 2200)  # others in a feed are slips
TEXT_YEARS = range(1990, 2101)  # others in a page are no dates of publication
_SOLAR_YEARS = range(1365, 1480)  # 1986 to 2101, in the calendar of Iran and Afghanistan
_OF_SOLAR_YEARS = ("fa", "prs", "ps", "ckb", "ku", "az", "azb")
LONGEST_FIELD = 100  # characters
LONGEST_TEXT = 2000  # characters

_YEAR = re.compile(r"\d{4}|\d\.\d\d\.\d\d")
_STAMP = re.compile(r"(1\d{9})(?:\d{3})?")  # seconds or milliseconds since 1970
_AFTERNOON = ("p", "下午", "晚上", "午後", "오후", "م")  # after it, 3 is 15
_NIGHT = "晚上"  # 12 is midnight
_NOON = "中午"  # 11 to 13 or so
_NEAR = 40  # characters ahead of a date in which its time of day stands


def parse_date(text: str | None, *, language: str | None = None) -> datetime | None:
    """The date that a field holds; None where it holds none, or more than a date.

    Args:
        text: the value of the field.
        language: tag of the language of its document. It decides what the text leaves open: CST
            is China's time in Chinese; 04/05/2031 is 5 April in en-US, else 4 May.
    """
    if not text or len(text) > LONGEST_FIELD:
        return None
    text = in_common_form(text.strip(), language).strip()
    found = _standard(text, FIELD_YEARS)
    if found is not None or not re.search(r"\d", text):
        return found
    folded = " ".join(fold(text).split())
    tag = language_in(text, language)
    return (
        _stamp(folded)
        or _field(folded, tag, (*dateforms.ANYWHERE, *dateforms.FIELD), FIELD_YEARS)
        or _partial(folded)
    )


def find_date(text: str | None, *, language: str | None = None) -> datetime | None:
    """The first date in a text; None where there is none.

    Args:
        text: the value of a field, or a line of a page.
        language: as for `parse_date`.
    """
    if not text or len(text) > LONGEST_TEXT:
        return None
    text = in_common_form(text.strip(), language).strip()
    if not _YEAR.search(text):
        return None
    found = _standard(text, TEXT_YEARS)
    if found is not None:
        return found
    folded = " ".join(fold(text).split())
    tag = language_in(text, language)
    if len(folded) <= LONGEST_FIELD:
        found = _stamp(folded) or _field(folded, tag, dateforms.ANYWHERE, TEXT_YEARS)
    return found or _first(folded, tag)


def _standard(text: str, years: range) -> datetime | None:
    """ISO 8601 and RFC 5322 as most programs write them, read without detours."""
    if len(text) >= 19 and text[:4].isdigit() and text[10] == "T" and text.isascii():
        try:
            moment = datetime.fromisoformat(text).replace(microsecond=0)
        except ValueError:
            return None
        offset = moment.utcoffset() or timedelta(0)
        return moment if moment.year in years and abs(offset) <= timedelta(hours=14) else None
    found = dateforms.RFC_5322.fullmatch(text)
    return _rfc_5322(found, years) if found else None


def _rfc_5322(found: re.Match[str], years: range) -> datetime | None:
    day, name, year, hour, minute, second, zone = found.groups()
    try:
        whole = date(int(year), month_of(name), int(day))
        clock = (int(hour), int(minute), int(second or 0))
        moment = datetime(whole.year, whole.month, whole.day, *clock, tzinfo=_zone(zone))
    except (KeyError, ValueError):
        return None
    return moment if moment.year in years and moment.tzinfo else None


@lru_cache(maxsize=64)
def _zone(name: str) -> timezone | None:
    """The zone of an offset or of Greenwich, which is the same on every day."""
    return zone_of(name, date.min, "")


def _stamp(text: str) -> datetime | None:
    found = _STAMP.fullmatch(text)
    return datetime.fromtimestamp(int(found[1]), UTC) if found else None


def _field(
    text: str, language: str, forms: Iterable[re.Pattern[str]], years: range
) -> datetime | None:
    """The date that fills a text, but for a day of the week and a comment."""
    for form in forms:
        found = form.search(text)
        if found is None or not dateforms.COMMENT.fullmatch(text, found.end()):
            continue
        clock = dateforms.clock_ahead().search(text, 0, found.start())
        start = clock.start() if clock else found.start()
        if dateforms.WEEKDAY.fullmatch(text, 0, start):
            moment = _moment(found, clock, language)
            if moment is not None and moment.year in years:
                return moment
    return None


def _partial(text: str) -> datetime | None:
    """The first moment of a year, a month, or a day by its number in the year."""
    for form in dateforms.WHOLE_FIELD:
        if found := form.fullmatch(text):
            day = _day(found.groupdict(), "")
            if day is not None and day.year in FIELD_YEARS:
                return datetime(day.year, day.month, day.day)
    return None


def _first(text: str, language: str) -> datetime | None:
    """The date that begins first; of two that begin together, the one of the earlier form."""
    best: tuple[int, datetime] | None = None
    for form in dateforms.ANYWHERE:
        for found in form.finditer(text):
            if best is not None and found.start() >= best[0]:
                break
            moment = _moment_within(found, text, language)
            if moment is not None:
                best = (found.start(), moment)
                break
    return best[1] if best else None


def _moment_within(found: re.Match[str], text: str, language: str) -> datetime | None:
    """The date of a match in running text, where a time of day may be something else."""
    start = found.start()
    ahead = dateforms.clock_ahead().search(text, max(0, start - _NEAR), start)
    moment = _moment(found, ahead, language, running=True)
    if moment is None and (day := _day(found.groupdict(), language)) is not None:
        moment = datetime(day.year, day.month, day.day)
    return moment if moment is not None and moment.year in TEXT_YEARS else None


def _moment(
    found: re.Match[str], ahead: re.Match[str] | None, language: str, *, running: bool = False
) -> datetime | None:
    """The moment of a match; None where its day or its time of day is none."""
    parts = found.groupdict()
    day = _day(parts, language)
    if day is None:
        return None
    midnight = datetime(day.year, day.month, day.day)
    clock = parts if _has_clock(parts) else ahead.groupdict() if ahead else None
    if clock is None:
        return midnight
    time = _time_of_day(clock)
    if time is None:
        return None
    name = clock.get("zone") or parts.get("city")
    if name is None or (running and name.isalpha() and name.isascii() and not name.isupper()):
        return midnight + time  # in running text, "est" and "met" are words
    return (midnight + time).replace(tzinfo=zone_of(name, day, language))


def _day(parts: dict[str, str | None], language: str) -> date | None:
    try:
        return _calendar_day(parts, language)
    except (ValueError, OverflowError, KeyError):
        # a year of some other calendar, a word that is no month
        return None


def _calendar_day(parts: dict[str, str | None], language: str) -> date:
    """The day that the parts of a match name. Raises ValueError where there is none."""
    year, day = _year(parts["year"] or ""), int(parts.get("day") or 1)
    if parts.get("ordinal"):
        found = date(year, 1, 1) + timedelta(days=int(parts["ordinal"] or 0) - 1)
    elif hijri := parts.get("hijri"):
        found = from_hijri(year, hijri, day)
    elif name := parts.get("name"):
        found = date(year, month_of(name, language), day)
    else:
        month = int(parts.get("month") or 1)
        if (part := parts.get("part")) and (month > 12 or _is_month_first(day, part, language)):
            month, day = day, month
        is_solar = year in _SOLAR_YEARS and primary_of(language) in _OF_SOLAR_YEARS
        found = from_solar(year, month, day) if is_solar else date(year, month, day)
    if found.year not in FIELD_YEARS:
        raise ValueError(f"{found.year} is not the year of a news report")
    return found


def _is_month_first(first: int, part: str, language: str) -> bool:
    return language == "en-us" and part != "." and first <= 12


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 2:  # RFC 5322, 4.3
        return year + (2000 if year < 50 else 1900)
    return year


def _has_clock(parts: dict[str, str | None]) -> bool:
    """Whether a time of day was matched: "9h" is one, "9:" is none."""
    mark = (parts.get("mark") or "").strip()
    return parts.get("hour") is not None and (
        parts.get("minute") is not None or mark not in (":", ".")
    )


def _time_of_day(parts: dict[str, str | None]) -> timedelta | None:
    """The time since midnight, up to 24 hours and 59 minutes; None where no clock shows it."""
    hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
    hour = _in_24_hours(hour, (parts.get("before") or parts.get("after") or "").lower())
    if hour > 24 or minute > 59 or second > 60:
        return None
    return timedelta(hours=hour, minutes=minute, seconds=min(second, 59))


def _in_24_hours(hour: int, half: str) -> int:
    """The hour on a clock of 24, by the half or part of the day next to it."""
    if not half or hour > 12:
        return hour
    if half == _NIGHT and hour == 12:
        return 24
    if half == _NOON:
        return hour + 12 if hour < 4 else hour
    if half.startswith(_AFTERNOON):
        return hour % 12 + 12
    return hour % 12
