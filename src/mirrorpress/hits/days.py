"""Days from times as logs and tables write them.

    10/May/2031:23:55:36 +0200      access logs: `of_log`
    2031-05-10T21:55:36.1Z          `of_value`: ISO 8601, with or without time and zone
    1936216536   1936216536.25      seconds since 1970; also milli-, micro- and nanoseconds

A time without a zone, and a date without a time, are taken as they are written. `text.dates` reads
more forms, but takes a millisecond to say that a text is no date, and a file has millions of lines.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from mirrorpress.hits.outcome import BadLine

YEARS = range(1990, 2200)  # others are errors of a clock
OUT_OF_RANGE = "the date does not exist or is out of range"

_MONTHS = (b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun",
           b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec")  # fmt: skip
LOG = re.compile(rb"(\d{2}/[A-Z][a-z]{2}/\d{4}:\d{2}:\d{2}):\d{2}(?:\.\d{1,9})? ([+-]\d{4})")
_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d|\d{8})"
    r"(?:[Tt ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,12})? ?([Zz]|[+-]\d\d(?::?\d\d)?)?)?",
    re.ASCII,
)
_EPOCH = re.compile(r"[0-9]{9,19}(?:\.[0-9]{1,9})?")
# From this number on, a count since 1970 is in nano-, micro- or milliseconds.
_UNITS = ((10**17, 10**9), (10**14, 10**6), (10**11, 10**3))
_FARTHEST = 14  # hours from Greenwich
_MINUTES = 4096  # that are remembered: lines of one minute follow one another


def of_log(minute: bytes, offset: bytes, zone: tzinfo) -> str:
    """The day of "10/May/2031:23:55" at "+0200"; the caller has checked that they look like this.

    Raises:
        BadLine: there is no such time.
    """
    day = _of_minute(minute, offset, zone)
    if day is None:
        raise BadLine(OUT_OF_RANGE)
    return day


@lru_cache(maxsize=_MINUTES)
def _of_minute(minute: bytes, offset: bytes, zone: tzinfo) -> str | None:
    """The same; None where there is no such time."""
    if minute[3:6] not in _MONTHS:
        return None
    month = _MONTHS.index(minute[3:6]) + 1
    hours, minutes = int(offset[1:3]), int(offset[3:])
    if hours > _FARTHEST or minutes > 59:
        return None
    delta = timedelta(hours=hours, minutes=minutes)
    there = timezone(-delta if offset.startswith(b"-") else delta)
    try:
        moment = datetime(int(minute[7:11]), month, int(minute[:2]),
                          int(minute[12:14]), int(minute[15:17]), tzinfo=there)  # fmt: skip
    except ValueError:
        return None
    return _day(moment, zone)


def of_value(value: object, zone: tzinfo) -> str:
    """The day of a text or number.

    Raises:
        BadLine: it is no time, or out of range.
    """
    if isinstance(value, str) and _EPOCH.fullmatch(value):
        value = float(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        moment = _since_1970(value)
    else:
        text = value.strip() if isinstance(value, str) else ""
        if found := LOG.fullmatch(text.encode("utf-8", "replace")):
            return of_log(found[1], found[2], zone)
        moment = _of_iso(text)
    day = None if moment is None else _day(moment, zone)
    if day is None:
        raise BadLine(OUT_OF_RANGE)
    return day


def _of_iso(text: str) -> datetime | None:
    """None where there is no such time. Raises BadLine where the text is no time at all."""
    found = _ISO.fullmatch(text)
    if found is None:
        raise BadLine("the date cannot be read")
    date, time, offset = found.groups()
    try:
        return datetime.fromisoformat(f"{date}T{time}{(offset or '').upper()}" if time else date)
    except ValueError:
        return None


def _since_1970(value: float) -> datetime | None:
    if not 0 <= value < 10**19:  # false for NaN, too
        return None
    for least, unit in _UNITS:
        if value >= least:
            value /= unit
            break
    return datetime.fromtimestamp(value, UTC)


def _day(moment: datetime, zone: tzinfo) -> str | None:
    if moment.year not in YEARS:
        return None
    there = moment.astimezone(zone) if moment.tzinfo else moment
    return there.date().isoformat()
