"""Names of months in text, and the solar Hijri calendar of Iran and Afghanistan.

Names are compared without case and diacritics (`fold`). A language's own meaning of a name comes
first: "listopad" is October in Croatian, November in Czech and in Polish.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final

from mirrorpress.text.folding import fold
from mirrorpress.text.month_names import BY_LANGUAGE
from mirrorpress.text.tables import any_of, primary_of

# Their names count in any text, also the short ones. Of other languages only long names do that
# mean one month in all languages: "pro" is December in Czech, and a word in most others.
_IN_ANY_TEXT = ("en", "es", "fr", "de", "pt", "it", "nl", "pl", "tr", "sv", "ru", "uk", "ar", "fa")
_SHORTEST_OF_OTHERS = 4  # letters
_UNSEEN = str.maketrans("", "", "\u200c\u200d'’׳.")  # that some writers leave out
_HEBREW_IN = "ב"  # "in", joined to the name of the month

_SOLAR_NAMES = (
    "فروردین/حمل/وری اردیبهشت/ثور/غویی خرداد/جوزا/غبرګولی تیر/سرطان/چنګاښ مرداد/اسد/زمری "
    "شهریور/سنبله/وږی مهر/میزان/تله آبان/عقرب/لړم آذر/قوس/لیندۍ دی/جدی/مرغومی بهمن/دلو/سلواغه "
    "اسفند/حوت/کب"
)  # of Iran, Afghanistan in Persian, and in Pashto


def _numbered(groups: str) -> dict[str, int]:
    return {
        _key(name.replace("_", " ")): number
        for number, names in enumerate(groups.split(), start=1)
        for name in names.split("/")
    }


def _key(name: str) -> str:
    return fold(name).casefold().translate(_UNSEEN)


def _of_several_words() -> str:
    names = re.findall(r"[^\s/]+_[^\s/]+", " ".join(BY_LANGUAGE.values()))
    return any_of({fold(name.replace("_", " ")).casefold() for name in names})


# A pattern of what may be the name of a month in folded text: for `month_of` to say.
NAME: Final = rf"(?:{_of_several_words()}|(?>[^\s\d.,،၊፣:;|/()\[\]<>–—·•\"“”«»\-]{{1,24}}))"
_NAME = re.compile(NAME, re.IGNORECASE)

_SOLAR_NUMBERS = _numbered(_SOLAR_NAMES)
HIJRI_NAMES: Final = any_of(_SOLAR_NUMBERS)  # pattern of the folded names


@cache
def _names_of(language: str) -> dict[str, int]:
    return _numbered(BY_LANGUAGE.get(language, ""))


@cache
def _names() -> dict[str, int]:
    """The names that mean a month in a text of any language."""
    meanings: dict[str, set[int]] = {}
    for language in BY_LANGUAGE.keys() - _IN_ANY_TEXT:
        for name, number in _names_of(language).items():
            if len(name) >= _SHORTEST_OF_OTHERS or not name.isascii():
                meanings.setdefault(name, set()).add(number)
    names = {name: min(numbers) for name, numbers in meanings.items() if len(numbers) == 1}
    for language in reversed(_IN_ANY_TEXT):
        names |= _names_of(language)
    return names


def month_of(name: str, language: str = "") -> int:
    """The number of a month, 1 to 12.

    Args:
        name: folded.
        language: the tag of the text's language.

    Raises:
        KeyError: it is the name of none.
    """
    key = _key(name)
    own = _names_of(primary_of(language))
    number = own.get(key) or _names().get(key)
    if number is None and key.startswith(_HEBREW_IN):
        number = _names_of("he").get(key.removeprefix(_HEBREW_IN))
    if number is None:
        raise KeyError(name)
    return number


@lru_cache(maxsize=4096)  # a few words are most of the lines that are asked about
def is_month(name: str) -> bool:
    """Whether a folded text is the name of a month in some language."""
    key = _key(name)
    return key in _names() or key.removeprefix(_HEBREW_IN) in _names()


def opens_with_month(text: str) -> bool:
    """Whether a folded text begins with the name of a month."""
    found = _NAME.match(text)
    return found is not None and is_month(found[0])


def without_months(text: str) -> str:
    """A folded text with a space for each name of a month."""
    return _NAME.sub(
        lambda found: " " if is_month(found[0]) or _is_solar(found[0]) else found[0], text
    )


def _is_solar(name: str) -> bool:
    """Whether a folded text is the name of a month of the solar calendar."""
    return not name.isascii() and _key(name) in _SOLAR_NUMBERS


def from_hijri(year: int, name: str, day: int) -> date:
    """The Gregorian day of a solar Hijri one whose month is named.

    Raises:
        KeyError: the folded name is no month of this calendar.
        ValueError: it has no such day.
    """
    return from_solar(year, _SOLAR_NUMBERS[_key(name)], day)


def from_solar(year: int, month: int, day: int) -> date:
    """The Gregorian day of a solar Hijri one, by the 33-year cycle (right for 1244-1531).

    Raises:
        ValueError: the calendar has no such day.
    """
    last = 31 if month <= 6 else 30 if month < 12 or _is_leap(year) else 29
    if not (1 <= month <= 12 and 1 <= day <= last):
        raise ValueError(f"month {month} of {year} has {last} days")
    months = (month - 1) * 31 if month <= 7 else 186 + (month - 7) * 30
    # 1 Farvardin 1400 is 21 March 2021.
    days = _days_before(year) - _days_before(1400) + months + day - 1
    return date(2021, 3, 21) + timedelta(days=days)


def _is_leap(year: int) -> bool:
    return _days_before(year + 1) - _days_before(year) == 366


def _days_before(year: int) -> int:
    return 365 * year + (8 * year + 21) // 33
