"""Dates as each outlet prints them for its readers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime

# Spelt out here, since strftime's names follow the locale of the process.
_ENGLISH = ["January", "February", "March", "April", "May", "June"]
_ENGLISH += ["July", "August", "September", "October", "November", "December"]
_ENGLISH_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_FRENCH = ["janvier", "février", "mars", "avril", "mai", "juin"]
_FRENCH += ["juillet", "août", "septembre", "octobre", "novembre", "décembre"]
_ARABIC_MONTHS = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"]
_ARABIC_MONTHS += ["يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
_RUSSIAN = ["января", "февраля", "марта", "апреля", "мая", "июня"]
_RUSSIAN += ["июля", "августа", "сентября", "октября", "ноября", "декабря"]
_ARABIC_DAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]


def print_date(outlet: str, when: datetime) -> str:
    """The date and hour in the outlet's own manner and zone."""
    return _STYLES[outlet](when)


def rfc822(when: datetime) -> str:
    """The date as RSS wants it, in its own zone."""
    return format_datetime(when)


def http_date(when: datetime) -> str:
    """The date as HTTP headers want it."""
    return format_datetime(when.astimezone(UTC), usegmt=True)


def _ledger(when: datetime) -> str:
    weekday, month = _ENGLISH_DAYS[when.weekday()], _ENGLISH[when.month - 1]
    return f"{weekday} {when.day} {month} {when.year}, {when:%H:%M}"


def _wire(when: datetime) -> str:
    moment = when.astimezone(UTC)
    return f"{_ENGLISH[moment.month - 1]} {moment.day}, {moment.year} {moment:%H:%M} GMT"


def _chinese(when: datetime) -> str:
    return f"{when:%Y}年{when:%m}月{when:%d}日 {when:%H:%M}"


def _numeric(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M}"


def _french(when: datetime) -> str:
    day = "1er" if when.day == 1 else str(when.day)
    return f"{day} {_FRENCH[when.month - 1]} {when.year} à {when:%H:%M}"


def _russian(when: datetime) -> str:
    return f"{when.day} {_RUSSIAN[when.month - 1]} {when.year}, {when:%H:%M}"


def _arabic(when: datetime) -> str:
    weekday, month = _ARABIC_DAYS[when.weekday()], _ARABIC_MONTHS[when.month - 1]
    return f"{weekday} {when.day} {month} {when.year} - {when:%H:%M}"


_STYLES: dict[str, Callable[[datetime], str]] = {
    "estran": _french,
    "harbour-ledger": _ledger,
    "langang": _numeric,
    "pristan": _russian,
    "qandil": _arabic,
    "sarel-wire": _wire,
    "yunting": _chinese,
}
