"""Time zones as texts name them: offsets, and abbreviations of RFC 5322 and of newsrooms.

+08:00   -0330   +3   GMT+8   UTC -3        offsets
EST   PKT   МСК   北京时间                    names
CST                                         +08:00 in a Chinese text, else -06:00
ET   PT                                     by the day: summer time in the United States
"""

from __future__ import annotations

import re
from datetime import UTC, date, timedelta, timezone

# Hours east of Greenwich (RFC 5322, 4.3; https://www.iana.org/time-zones for the others).
_HOURS = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 1, "bst": 1, "ist": 5.5,
    "cet": 1, "cest": 2, "met": 1, "mest": 2, "mez": 1, "mesz": 2, "eet": 2, "eest": 3,
    "msk": 3, "мск": 3, "msd": 4, "sast": 2, "cat": 2, "eat": 3, "wat": 1, "trt": 3, "gst": 4,
    "pkt": 5, "wib": 7, "wita": 8, "wit": 9, "ict": 7, "hkt": 8, "sgt": 8, "myt": 8, "pht": 8,
    "awst": 8, "jst": 9, "kst": 9, "acst": 9.5, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
    "nst": -3.5, "ndt": -2.5, "ast": -4, "adt": -3, "est": -5, "edt": -4, "cst": -6, "cdt": -5,
    "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10,
    "brt": -3, "art": -3, "clt": -4,
    "北京时间": 8, "北京時間": 8,
}  # fmt: skip
_UNITED_STATES = {"et": -5, "ct": -6, "mt": -7, "pt": -8}  # an hour more in summer
# Of them, those that are no words of a language as well, as "art", "eat" and "ist" are.
NAMES = frozenset(
    {*_HOURS, *_UNITED_STATES} - {"art", "cat", "eat", "met", "ist", "wit", "mt", "z"}
)
_BY_LANGUAGE = {("cst", "zh"): 8}
_OFFSET = re.compile(r"(?:gmt|utc|ut|z)?([+-])(\d{1,2}):?(\d{2})?")
_FARTHEST = timedelta(hours=14)  # Kiribati; 12 to the west
_HAN = re.compile(r"[\u3400-\u9fff]")
_PERSIAN = re.compile("[پچژگ۰-۹]")


def zone_of(name: str, day: date, language: str) -> timezone | None:
    """The zone that a name or an offset means on a day; None where it means none.

    Args:
        name: as written.
        day: on which it holds.
        language: of the text, as a tag in lower case, or "".
    """
    key = "".join(name.casefold().split())
    if found := _OFFSET.fullmatch(key):
        return _offset(found)
    if key in _UNITED_STATES:
        return _zone(_UNITED_STATES[key] + _is_summer(day))
    hours = _BY_LANGUAGE.get((key, language[:2]), _HOURS.get(key))
    return None if hours is None else _zone(hours)


def language_in(text: str, declared: str | None) -> str:
    """The tag of a text's language in lower case: the declared one, else "zh" for Chinese
    characters and "fa" for Persian ones, else ""."""
    if declared:
        return declared.lower().replace("_", "-")
    if text.isascii():
        return ""
    return "zh" if _HAN.search(text) else "fa" if _PERSIAN.search(text) else ""


def _offset(found: re.Match[str]) -> timezone | None:
    delta = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    if int(found[3] or 0) > 59 or delta > _FARTHEST:
        return None
    return timezone(delta if found[1] == "+" else -delta) if delta else UTC


def _zone(hours: float) -> timezone:
    return timezone(timedelta(hours=hours)) if hours else UTC


def _is_summer(day: date) -> bool:
    """Second Sunday of March to first Sunday of November (15 U.S.C. 260a)."""
    return _sunday(day.year, 3, 8) <= day < _sunday(day.year, 11, 1)


def _sunday(year: int, month: int, earliest: int) -> date:
    first = date(year, month, earliest)
    return first + timedelta(days=6 - first.weekday())
