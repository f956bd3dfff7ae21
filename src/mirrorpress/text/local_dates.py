"""Dates as some languages write them, made such as the forms of dates read.

二〇三一年五月四日             2031年5月4日
民國120年5月4日, 令和13年5月4日  the same: years of Taiwan's calendar, of a reign in Japan
2031-يىل 5-ئاينىڭ 4-كۈنى      2031-5-4
4 พ.ค. 2574                  4 May 2031 (`thai`)
"""

from __future__ import annotations

import re
from typing import Final

from mirrorpress.text.thai import in_common_years

_YEAR: Final = "年"
_UYGHUR_YEAR: Final = "يىل"
_DIGITS: Final = {digit: number for number, digit in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "元": 1,
}
_IN_HAN: Final = re.compile(
    r"(?P<year>[一二三四五六七八九〇○零]{4})年"
    r"(?P<month>[一二三四五六七八九十]{1,3})月(?P<day>[一二三四五六七八九十廿卅]{1,4})[日號号]"
)
# The year before the first of an era.
_ERAS: Final = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
_OF_ERA: Final = re.compile(
    rf"(?:中華|中华)?(?P<era>{'|'.join(_ERAS)})\s?(?P<year>元|\d{{1,3}})\s?年(?=\s?\d{{1,2}}\s?月)"
)
# A year of Taiwan's calendar without the name of it.
_BARE: Final = re.compile(r"(?<!\d)(?P<year>1[0-9]\d)\s?年(?=\s?\d{1,2}\s?月\s?\d{1,2}\s?日)")
_UYGHUR: Final = re.compile(
    r"(?P<year>\d{4})-?\s?يىل\w{0,3}،?\s(?P<month>\d{1,2})-?\s?ئاي\w{0,5}\s(?P<day>\d{1,2})-?\s?كۈن\w{0,4}"
)


def in_common_form(text: str, language: str | None) -> str:
    """A text whose dates are those of the common calendar, in digits.

    Args:
        text: of a field or a line.
        language: the tag of the language of its document.
    """
    text = in_common_years(text, language)
    if text.isascii():
        return text
    if _YEAR in text:
        text = _IN_HAN.sub(_in_digits, text)
        text = _OF_ERA.sub(lambda found: _common(found["year"], _ERAS[found["era"]]), text)
        text = _BARE.sub(lambda found: _common(found["year"], _ERAS["民國"]), text)
    elif _UYGHUR_YEAR in text:
        text = _UYGHUR.sub(r"\g<year>-\g<month>-\g<day>", text)
    return text


def _common(year: str, before: int) -> str:
    return f"{before + (_DIGITS[year] if year in _DIGITS else int(year))}年"


def _in_digits(found: re.Match[str]) -> str:
    year = "".join(str(_DIGITS[digit]) for digit in found["year"])
    return f"{year}年{_number(found['month'])}月{_number(found['day'])}日"


def _number(text: str) -> int:
    """A number below 40 as written in Chinese: 十二 is 12, 二十 is 20, 廿一 is 21."""
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = text.partition("十")
    if not ten:
        return _DIGITS.get(text, 0)
    return 10 * (_DIGITS.get(tens, 0) if tens else 1) + (_DIGITS.get(ones, 0) if ones else 0)
