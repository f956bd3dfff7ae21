"""Dates as feeds write them, to `datetime`: aware where a zone is named, naive where none is.

    Wed, 04 Mar 2026 10:00:00 +0800     RFC 5322, and RFC 822 with two-digit years and zone names
    2026-03-04T10:00:00Z                ISO 8601, RFC 3339, W3CDTF, down to a year alone
    Wed Mar  4 10:00:00 GMT 2026        asctime, `date`, Java
    March 4, 2026 10:00 AM EST          as people in the United States write
    4 mars 2026 10:00                   months by name in a dozen languages
    2026年3月4日 10:00, 2026년 3월 4일    Chinese, Japanese, Korean
    04.03.2026 10:00                    day first, as in most of Europe; 2026/03/04

A date that no calendar has (31 February) is None; an hour of 24 is the next day's first.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

YEARS = range(1970, 2200)  # a feed's dates outside of these are slips

# RFC 5322, 4.3, and zones that feeds name; CST is America's, as the RFC has it.
_ZONES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 1, "bst": 1, "ist": 5.5,
    "cet": 1, "cest": 2, "met": 1, "mest": 2, "mez": 1, "mesz": 2, "eet": 2, "eest": 3,
    "msk": 3, "msd": 4, "sast": 2, "cat": 2, "eat": 3, "wat": 1, "trt": 3, "gst": 4, "pkt": 5,
    "wib": 7, "ict": 7, "hkt": 8, "sgt": 8, "myt": 8, "pht": 8, "awst": 8, "jst": 9, "kst": 9,
    "acst": 9.5, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
    "nst": -3.5, "ndt": -2.5, "ast": -4, "adt": -3, "est": -5, "edt": -4, "et": -5, "cst": -6,
    "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "pt": -8, "akst": -9, "akdt": -8,
    "hst": -10, "brt": -3, "art": -3, "clt": -4,
}  # fmt: skip
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january janvier janv januar jän jänner enero ene gennaio gen janeiro januari "
            "января янв ιαν ocak",
            "feb february février fevrier fév févr februar febrero febbraio fevereiro fev "
            "februari февраля фев φεβ şubat",
            "mar march mars märz mrz mär marzo março maart mrt марта мар μαρ μάρ mart",
            "apr april avril avr abril abr aprile апреля апр απρ nisan",
            "may mai mayo maggio mag maio mei мая май μαι μαϊ μάι mayıs",
            "jun june juin juni junio giugno giu junho июня июн ιουν ιούν haziran",
            "jul july juillet juil juli julio luglio lug julho июля июл ιουλ ιούλ temmuz",
            "aug august août aout agosto ago augustus августа авг αυγ αύγ ağustos",
            "sep sept september septembre septiembre settembre set setembro сентября сен σεπ eylül",
            "oct october octobre okt oktober octubre ottobre ott outubro out октября окт οκτ ekim",
            "nov november novembre noviembre novembro ноября ноя νοε νοέ kasım",
            "dec december décembre decembre déc dez dezember diciembre dic dicembre dezembro "
            "декабря дек δεκ aralık",
        ),
        start=1,
    )
    for name in names.split()
}

_CLOCK = (
    r"(?:(?P<hour>\d{1,2})[:.h](?P<minute>\d{1,2})(?:[:.](?P<second>\d{1,2})(?:[.,]\d{1,9})?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?)"
)
_ZONE = (
    r"(?:\(?(?:GMT|UTC)?(?P<offset>[+\-−]\d{1,2}(?::?\d{2})?)|\(?(?P<zone>[A-Za-z]{1,5})\b)?"
    r"(?:[\s(),.].{0,40})?"
)
_SPELT = r"(?P<name>[^\W\d_]{3,10})\.?"
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?(?:,\s*|\s+))?"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        # ISO 8601, basic or extended, time optional
        r"(?P<year>\d{4})(?:-?(?P<month>\d{2})(?:-?(?P<day>\d{2}))?)?(?:[T\s_]\s*"
        r"(?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
        rf"\s*{_ZONE}|Z)?$",
        r"(?P<year>\d{4})-?(?P<ordinal>\d{3})$",
        # RFC 5322
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º)?\.?[\s\-]*(?:de\s+)?{_SPELT}[\s\-,]*"
        rf"(?:del?\s+)?(?P<year>\d{{4}}|\d{{2}})(?:[\s,T]+(?:at\s|à\s|um\s)?\s*{_CLOCK}\s*{_ZONE})?$",
        # asctime, with or without a zone before the year
        rf"{_WEEKDAY}{_SPELT}\s+(?P<day>\d{{1,2}})\s+{_CLOCK}\s*(?P<zone>[A-Z]{{1,5}})?"
        r"(?P<offset>[+\-]\d{2}:?\d{2})?\s+(?P<year>\d{4})$",
        # March 4, 2026 10:00 AM
        rf"{_WEEKDAY}{_SPELT}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}|\d{{2}})"
        rf"(?:[\s,\-–]+(?:at\s)?\s*{_CLOCK}\s*{_ZONE})?$",
        # 2026年3月4日
        r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일]?"
        r"(?:\s*[(（]?(?:周|星期)?[^\d\s]{0,3}[)）]?)"
        r"(?:\s*(?P<hour>\d{1,2})\s*[:：时時시]\s*(?P<minute>\d{1,2})\s*[:：分분]?"
        rf"(?:\s*(?P<second>\d{{1,2}})\s*[秒초]?)?\s*{_ZONE})?$",
        rf"(?P<year>\d{{4}})[/.\-](?P<month>\d{{1,2}})[/.\-](?P<day>\d{{1,2}})"
        rf"(?:[\s,T]+{_CLOCK}\s*{_ZONE})?$",
        rf"(?P<day>\d{{1,2}})[.\-/](?P<month>\d{{1,2}})[.\-/](?P<year>\d{{4}})"
        rf"(?:[\s,\-–]+{_CLOCK}\s*{_ZONE})?$",
    )
)
_RFC_5322 = re.compile(
    r"(?:[A-Z][a-z]{2},? )?(\d\d?) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? ?"
    r"(?:([+-]\d\d)(\d\d)|GMT|UTC|UT|Z)"
)
_MAX_LENGTH = 100  # characters; no date is longer


def parse(text: str | None) -> datetime | None:
    """The moment a date string names, or None where it names none that can be made out."""
    if not text or len(text) > _MAX_LENGTH:
        return None
    if (moment := _common(text)) is not None:
        return moment
    text = " ".join(text.split())
    for pattern in _PATTERNS:
        if found := pattern.match(text):
            parts = {"month": None, "name": None, "ordinal": None} | found.groupdict()
            if (moment := _moment(parts)) is not None:
                return moment
    return None


def _common(text: str) -> datetime | None:
    """What nearly every feed has, read without detours."""
    if len(text) >= 19 and text[:4].isdigit() and text[10] == "T":
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            return None
        return moment.replace(microsecond=0) if moment.year in YEARS else None
    found = _RFC_5322.fullmatch(text)
    return _rfc_5322(found) if found else None


def _rfc_5322(found: re.Match[str]) -> datetime | None:
    day, name, year, hour, minute, second, east, minutes_east = found.groups()
    month = _MONTHS.get(name.lower())
    if month is None or int(year) not in YEARS:
        return None
    zone = _offset(east, minutes_east) if east else UTC
    try:
        return datetime(
            int(year), month, int(day), int(hour), int(minute), int(second or 0), tzinfo=zone
        )
    except ValueError:
        return None


@lru_cache(maxsize=64)
def _offset(hours: str, minutes: str) -> timezone:
    sign = -1 if hours.startswith("-") else 1
    delta = timedelta(hours=int(hours[1:]), minutes=int(minutes)) * sign
    return timezone(delta) if delta and abs(delta) < timedelta(hours=24) else UTC


def _moment(parts: dict[str, str | None]) -> datetime | None:
    year = _year(parts["year"] or "")
    if year not in YEARS:
        return None
    try:
        day = _day(year, parts)
        clock = _clock(parts)
        zone = _zone(parts.get("offset"), parts.get("zone"))
        return None if day is None or clock is None else (day + clock).replace(tzinfo=zone)
    except (ValueError, OverflowError):
        return None


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 2:  # RFC 5322, 4.3
        return year + (2000 if year < 50 else 1900)
    return year


def _day(year: int, parts: dict[str, str | None]) -> datetime | None:
    if parts["ordinal"]:
        return datetime(year, 1, 1) + timedelta(days=int(parts["ordinal"]) - 1)
    name = parts["name"]
    month = int(parts["month"] or 1) if name is None else _MONTHS.get(name.casefold())
    return None if month is None else datetime(year, month, int(parts.get("day") or 1))


def _clock(parts: dict[str, str | None]) -> timedelta | None:
    hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
    half = (parts.get("half") or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 24 or minute > 59 or second > 60:
        return None
    return timedelta(hours=hour, minutes=minute, seconds=min(second, 59))


def _zone(offset: str | None, name: str | None) -> timezone | None:
    if offset:
        digits = offset[1:].replace(":", "")
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
        return _offset(("+" if offset[0] == "+" else "-") + hours, minutes)
    if name and name.lower() in _ZONES:
        hours_east = _ZONES[name.lower()]
        return timezone(timedelta(hours=hours_east)) if hours_east else UTC
    return None
