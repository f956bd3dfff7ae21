"""The day and time that a text of a page names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from mirrorpress.text.dates import LONGEST_TEXT, find_date

_DIGITS = re.compile(r"\d\d|年")  # every date has two in a row, or is written in Chinese
_LONGEST_LINE = 120  # characters


def found_date(text: str | None, *, language: str | None = None) -> datetime | None:
    """The first date in a text."""
    if not text or len(text) > LONGEST_TEXT or not _DIGITS.search(text):
        return None
    if len(text) <= _LONGEST_LINE:
        return _found_in_line(text, language)
    return find_date(text, language=language)


@lru_cache(maxsize=64)
def _found_in_line(text: str, language: str | None) -> datetime | None:
    """The same of a short text: a page says its date several times."""
    return find_date(text, language=language)


def first_date(texts: Iterable[str | None], language: str | None) -> datetime | None:
    dates = (found_date(text, language=language) for text in texts)
    return next((date for date in dates if date is not None), None)


def is_day(found: datetime) -> bool:
    """Whether a date says no time of day."""
    return not (found.hour or found.minute or found.tzinfo)
