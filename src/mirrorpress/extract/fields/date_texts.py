"""The day and time that a text names, also by the Thai calendar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from mirrorpress.text.dates import LONGEST_TEXT, find_date

_DIGITS = re.compile(r"\d\d")  # every date has two in a row
_LONGEST_LINE = 120  # characters
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


def found_date(text: str | None, *, language: str | None = None) -> datetime | None:
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


def first_date(texts: Iterable[str | None], language: str | None) -> datetime | None:
    dates = (found_date(text, language=language) for text in texts)
    return next((date for date in dates if date is not None), None)


def is_day(found: datetime) -> bool:
    """Whether a date says no time of day."""
    return not (found.hour or found.minute or found.tzinfo)
