"""Dates as Thai writes them, made such as the forms of dates read: "4 พ.ค. 2574" is 4 May 2031."""

from __future__ import annotations

import re

_BUDDHIST = 543  # years between the Thai and the common calendar
_THAI_YEARS = range(1990 + _BUDDHIST, 2101 + _BUDDHIST)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_THAI = re.compile(r"[\u0e01-\u0e5b]")
# `fold` makes two of them one.
_SHORT_MONTHS = {
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
_SHORT_MONTH = re.compile("|".join(map(re.escape, _SHORT_MONTHS)))
_SHORT_YEAR = re.compile(
    rf"(?P<month>{'|'.join(_SHORT_MONTHS.values())}) \s?(?P<year>\d\d)(?![\d:.])"
)
_EARLIEST = 50  # of two digits: lower ones are years of the common calendar
_ERAS = re.compile(r"[พค]\.ศ\.")  # Buddhist and common


def in_common_years(text: str, language: str | None) -> str:
    """A text whose Thai years are those of the common calendar, with its months in full.

    Args:
        language: the tag of the language of its document.
    """
    is_thai = language is not None and language[:2].lower() == "th"
    if not is_thai and (text.isascii() or not _THAI.search(text)):
        return text
    text = _ERAS.sub(" ", text)
    text = _SHORT_MONTH.sub(lambda found: f" {_SHORT_MONTHS[found[0]]} ", text)
    text = _SHORT_YEAR.sub(_with_whole_year, text)
    return _YEAR.sub(lambda found: _common_year(found[0]), text)


def _with_whole_year(found: re.Match[str]) -> str:
    year = int(found["year"])
    whole = 2500 - _BUDDHIST + year if year >= _EARLIEST else 2000 + year
    return f"{found['month']} {whole}"


def _common_year(digits: str) -> str:
    year = int(digits)
    return str(year - _BUDDHIST) if year in _THAI_YEARS else digits
