"""The forms of dates, as patterns over folded text (`fold`).

    YEAR_FIRST     2031-05-04  2031/5/4  2031年5月4日  2031년 5월 4일
                   2031. május 4.  2031 m. gegužės 4 d.  2031-yil 4-may  2031 оны 5-р сарын 4
    DAY_FIRST      4 May 2031  4. Mai 2031  4 de mayo de 2031  04-May-2031
    MONTH_FIRST    May 4, 2031
    NUMERIC        04.05.2031  04/05/2031  and with a time of day 04.05.31, 9:30
    ASCTIME        May  4 09:30:00 GMT 2031
    HIJRI          14 اردیبهشت 1410
    COMPACT        20310504  20310504T093000Z

A time of day may follow in all but ASCTIME, where it stands inside. Named groups: year, month or
name or hijri, day; hour, mark, minute, second, before and after (of noon), zone; city (a zone that
stands ahead). Quantifiers are bounded or atomic, so that no text takes long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property

from mirrorpress.text.folding import fold
from mirrorpress.text.months import HIJRI_NAMES, NAME

_LETTER = r"[^\W\d_]"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_NAME = rf"(?<!{_LETTER})(?P<name>{NAME})(?!{_LETTER})"
_DAY = r"(?<!\d)(?P<day>\d{1,2})"
_BEIJING = r"北京时间|北京時間"

# Around the number of a day, a month and a year: "4th", "4ê", "4-nji"; "de mayo", "d'abril", "ng
# Mayo", "ខែឧសភា"; "de 2031", "ឆ្នាំ ២០៣១".
_NTH = fold(r"(?:st|nd|rd|th|er|º|ª|°|o|-го|ê|ی|an?|-?n[jd][iy])?")
_OF_MONTH = fold(r"(?:(?:de|of|da|ng|ta['’])\s|d['’]|ខែ\s?)?")
_OF_YEAR = fold(r"(?:del?\s|ឆ្នាំ\s?|năm\s)?")
_SECOND_NAME = r"(?:\s?/\s?[^\W\d_a-z]{3,12})?"  # of the same month: "آب/أغسطس"
_BEHIND_NAME = r"\.?[,،၊፣\s\-/]{0,3}"
# Of a year that stands first: "2031 m.", "2031 թ.", "2031. gada", "2031-yil", "2031ko". The day is
# the last then: "4 d.", "4-én", "4 ရက်". "2031, 4 May 2030" is no such date.
_YEAR_WORD = fold(
    r"(?:\(?e?\)?ko|[\s.\-]{0,2}(?:m|թ|ж|г|р|оны|gada|yil|йил|жыл(?:ғы|ы)?|يىلى?|елның|ခုနှစ်)\.?(?!\w))?"
)
_FIRST_YEAR = rf"(?<!\d){_YEAR}{_YEAR_WORD}[\s.,،၊\-]{{1,3}}"
_DAY_WORD = fold(r"(?:\s?d\b\.?|-?[áé]n\b|\s?ရက်)?")
_NO_YEAR = r"(?!\d)(?![\s,.\-/]{0,3}(?:19|20)\d\d(?!\d|\s?:))"

_BEFORE_HOUR = r"上午|下午|晚上|凌晨|早上|中午|午前|午後|오전|오후"
_AFTER_MINUTE = r"[ap]\.?\s?m\b\.?|صباحا|مساء|ص\b|م\b"

# Between a day and its time: punctuation, words for "at", the day of the week.
_WORDS = (
    r"at|um|a las|a|as|alle ore|alle|ore|klokken|klo|kl|om|u|ve|в|о|у|года|року|г|р|ж|el|"
    r"الساعة|ساعت|saat|pukul|jam|luc|godz"
)
_GAP = (
    r"(?>(?:[\s,،、|–—·•/_\-.]|t(?=\d)|:(?=\d\d:)|"
    rf"(?<!{_LETTER})(?:{_WORDS})(?!{_LETTER})){{0,12}})"
)
_DAY_OF_WEEK = (
    rf"\({_LETTER}{{1,3}}\)|(?:周|星期|週)\w|(?!{_BEFORE_HOUR}){_LETTER}{{2,12}}(?=[\s,])"
)
_JOIN = rf"{_GAP}(?:(?:{_DAY_OF_WEEK}){_GAP})?"

# The point in 9.30 is one of a clock where a word or the end of the text says so.
_POINT = r"\.(?=\d\d(?:[.:]\d\d)?\s?(?:uhr|h\b|[ap]\.?m|wib|wita?\b|[+(\-]|$))"
_ZONE = (
    r"(?:gmt|utc)\s?[+\-]\s?\d{1,2}(?::?\d{2})?(?!\d)|[+\-]\d{1,2}(?::?\d{2})?(?![\d:])|"
    rf"[a-z]{{1,5}}(?!\w)|мск|{_BEIJING}"
)
_CLOCK = (
    rf"(?:(?P<before>{_BEFORE_HOUR})\s?)?(?<!\d)(?P<hour>\d{{1,2}})"
    rf"(?P<mark>\s?(?::|h(?!{_LETTER})|[时時点點시])|{_POINT}|(?=\s?[ap]\.?m\b))"
    r"(?:\s?(?P<minute>\d{1,2})(?!\d))?"
    r"(?:(?:[:.](?=\d)|\s?[分분])(?:\s?(?P<second>\d{1,2})(?!\d)(?:[.,]\d{1,9})?\s?[秒초]?)?)?"
    rf"(?:\s?(?P<after>{_AFTER_MINUTE}))?(?:\s?(?:uhr|hrs?|h)\b)?"
    rf"(?:\s{{0,2}}\(?(?P<zone>{_ZONE}))?"
)
_TIMED = rf"(?:{_JOIN}{_CLOCK})?"

_ASCTIME_CLOCK = r"(?P<hour>\d{1,2})(?P<mark>:)(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
_CLOCK_DIGITS = (
    r"(?:[t\s]?(?P<hour>\d{2})(?P<mark>:?)(?P<minute>\d{2}):?(?P<second>\d{2})?(?:[.,]\d{1,9})?"
    r"\s?(?P<zone>z|[+\-]\d{2}:?\d{2})?)?(?![\d:])"
)


def _day_first(year: str) -> str:
    return (
        rf"{_DAY}{_NTH}[.,]?[\s\-/]{{0,2}}{_OF_MONTH}{_NAME}{_SECOND_NAME}"
        rf"{_BEHIND_NAME}{_OF_YEAR}{year}{_TIMED}"
    )


def _month_first(year: str) -> str:
    return rf"{_NAME}\.?\s{{0,2}}{_DAY}(?:st|nd|rd|th)?[,،၊፣]?\s{{1,2}}{year}{_TIMED}"


class Forms:
    """Regular expressions of dates, compiled when they are first needed.

    They take 20 ms to compile, and the process that reads no dates needs none of them.
    """

    def __init__(self, *forms: str) -> None:
        self._forms = forms

    def __iter__(self) -> Iterator[re.Pattern[str]]:
        return iter(self._compiled)

    @cached_property
    def _compiled(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(form, re.IGNORECASE) for form in self._forms)


# A date anywhere in a text; of several that begin together, the first form counts.
ANYWHERE = Forms(
    rf"(?:(?P<city>{_BEIJING})\s?)?(?<!\d){_YEAR}\s?[年년/.\-]\s?(?P<month>\d{{1,2}})\s?[月월/.\-]"
    rf"\s?(?P<day>\d{{1,2}})(?!\d)\s?[日일]?{_TIMED}",
    _day_first(_YEAR),
    _month_first(_YEAR),
    rf"{_FIRST_YEAR}{_NAME}\.?[\s,\-]{{1,2}}{_DAY}{_DAY_WORD}{_NO_YEAR}{_TIMED}",
    rf"{_FIRST_YEAR}{_DAY}\.?[\s\-]{{1,2}}{_NAME}{_NO_YEAR}{_TIMED}",
    rf"(?<!\d){_YEAR}\s?оны\s(?P<month>\d{{1,2}})(?:-р)?\sсарын\s{_DAY}(?!\d){_TIMED}",
    rf"{_NAME}\s{{1,2}}{_DAY}\s{_ASCTIME_CLOCK}\s(?:(?P<zone>{_ZONE})\s)?{_YEAR}",
    rf"{_DAY}\s?(?P<part>[./\-])\s?(?P<month>\d{{1,2}})\s?[./\-]\s?{_YEAR}{_TIMED}",
    r"(?<![\d.])(?P<day>\d{2})(?P<part>\.)(?P<month>\d{2})\.(?P<year>\d{2})(?![\d.:])"
    rf"{_JOIN}{_CLOCK}",
    rf"{_DAY}\s(?P<hijri>{HIJRI_NAMES})\s(?:ماه\s)?{_YEAR}{_TIMED}",
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])" + _CLOCK_DIGITS,
)
# Dates of a field only: in running text they are numbers and words.
_SHORT_YEAR = r"(?P<year>\d{2})(?![\d:])"
FIELD = Forms(
    _day_first(_SHORT_YEAR),
    _month_first(_SHORT_YEAR),
)
WHOLE_FIELD = Forms(  # nothing may be next to them
    r"(?P<year>\d{4})-(?P<ordinal>\d{3})",
    r"(?P<year>\d{4})(?:[\-/](?P<month>\d{1,2}))?",
    r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]",
)
_CLOCK_AHEAD = (
    r"(?<![\d:])(?P<hour>\d{1,2})(?P<mark>:)(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    rf"(?:\s?(?P<after>{_AFTER_MINUTE}))?(?:\s?(?P<zone>{_ZONE}))?(?:\s?uhr)?[\s,|•–\-]{{1,4}}$"
)


@cache
def clock_ahead() -> re.Pattern[str]:
    """A time of day right before a date."""
    return re.compile(_CLOCK_AHEAD, re.IGNORECASE)


# What else a field may hold ahead of and behind a date: a day of the week, a comment.
WEEKDAY = re.compile(rf"(?:{_LETTER}{{2,14}}\.?[,،\s]\s*)?", re.IGNORECASE)
COMMENT = re.compile(rf"[\s.,;)]*(?:г\.?|{_LETTER}{{1,12}}|\([^()]{{0,40}}\))?[\s.,;)]*")

RFC_5322 = re.compile(
    r"(?:[A-Z][a-z]{2},? )?(\d\d?) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? ?"
    r"([+-]\d{4}|GMT|UTC|UT|Z)"
)
