"""Numbers of a text that a reader would compare: of people, money, distances, shares.

    "1.14万名观众", "11,400 people"            →  11400
    "rose 5%", "5 per cent"                 →  5%
    "12 May 2031", "at 10:32", "3-1", "COVID-19", "第5条", "Article 5", "+49 30 1234"  →  nothing

A wrong number is worse than a missing one: what may be a date, a time, a year, a range, a score,
an ordinal, a name or part of an address is left out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from mirrorpress.text.folding import fold
from mirrorpress.text.months import is_month

LONGEST_SHOWN = 24  # characters
_MOST_FIGURES = 1000
_MOST_DIGITS = 15
_MOST_PLAIN_DIGITS = 7  # without marks between thousands; longer ones are numbers of cases, phones
_YEARS = range(1800, 2101)

_ADDRESS = re.compile(r"(?:https?://|www\.)\S++")
_NUMBER = re.compile(
    r"(?P<digits>\d{1,3}(?:[ \u00a0\u202f]\d{3})++(?!\d)|\d++(?:[.,]\d++)*+)"
    r"|(?P<han>[一二两兩三四五六七八九十百千万萬亿億]{1,10}+)"
)
_SPACES = re.compile(r"[ \u00a0\u202f]")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_SCALES = {
    "千": 3, "万": 4, "萬": 4, "百万": 6, "百萬": 6, "千万": 7, "千萬": 7, "亿": 8, "億": 8,
    "万亿": 12, "萬億": 12, "兆": 12,
    "thousand": 3, "million": 6, "millions": 6, "mn": 6, "billion": 9, "billions": 9, "bn": 9,
    "trillion": 12, "millionen": 6, "milliarden": 9, "milliard": 9, "milliards": 9,
    "millones": 6, "тыс": 3, "млн": 6, "млрд": 9,
}  # fmt: skip
_SCALE = re.compile(
    r"(?P<han>万亿|萬億|[百千]?[万萬]|[千亿億兆])"
    r"|[ \u00a0\u202f]?(?P<word>[A-Za-zа-я]{2,10}+)(?![^\W_])"
)
_PERCENT = re.compile(
    r"\s?[%％](?!\w)|[%％](?=[\u3400-\u9fff])|[ \u00a0](?:per ?cent|Prozent|por ciento|pour cent)\b"
)
_COUNTERS = (
    r"(?:(?:平方|立方)?(?:公里|千米|米)|公斤|公吨|公顷|公頃|小时|小時|美元|欧元|歐元|日元|港元|英镑|人民币"
    r"|多?[人名元岁歲吨噸家辆輛户戶座架艘枚张張件起例所]|[个個](?!百分)|[两兩]百)"
)
_COUNTER = re.compile(_COUNTERS)
_CERTAIN = re.compile(
    r"[人名](?![制帮幫组組])|岁|歲|美元|欧元|歐元|元(?![旦老月])|公里|公斤|公顷|吨|噸|辆|輛|枚|小时|小時"
)
_NO_NUMBER_BEFORE = re.compile(r"[\d年月日分里一众眾]")
_WORD = re.compile(r"[ \u00a0\u202f]([^\W\d_]{2,18}+)|[ ]?(km|kg|cm|mm|m²|km²|°C)(?!\w)")
_METRIC = re.compile(r"(?:km|kg|cm|mm)(?!\w)")
_EMPTY = "and or of in on at to for by as but from with was were is are the"
_EMPTY_WORDS = frozenset(_EMPTY.split())
_DATED = re.compile(
    r"[年月日号號时時点點分秒届屆期版楼樓层層比:：/]|-|–|—\d"
    r"|[ \u00a0]?(?:[ap]\.?m\b|Uhr\b|o.clock\b|hrs?\b|GMT\b|UTC\b)"
    r"|st\b|nd\b|rd\b|th\b|'s|’s|个?百分点|個?百分點|至|到|[~～]|[ \u00a0]\d"
)
_MONTH = re.compile(r"\.?[ \u00a0](?:de |d')?([^\W\d_]{3,12}+)")
_WORD_BEFORE = re.compile(r"([^\W\d_]{1,14})[.,]?[ \u00a0]?\Z")
_ORDINAL_WORDS = (
    "article section chapter page room no nos number route highway flight figure fig table channel "
    "line act part version phase day week grade level art nr chap paragraph clause district "
    "apollo group type unit gate platform apartment boeing airbus tel phone fax zip since until "
    "early late year rule resolution episode season round lot case"
)
_NOT_AFTER = frozenset(_ORDINAL_WORDS.split())
_LIST_MARK = re.compile(r"[.)）、]")
_NUMBER_GOES_ON = re.compile(
    r"\d[ \u00a0\u202f千万萬亿億]\Z|[零一二三四五六七八九十百千万萬亿億]\Z"
)
_MONEY = "$€£¥₽₹￥"
_BEFORE_HAN = frozenset("第数數几幾好分之初零点點比周期拜上下前后後每・·《〈~～至到")
_DIGITS = {han: value for value, han in enumerate("零一二三四五六七八九")} | {"两": 2, "兩": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a text."""

    value: str  # in digits, "11400", "3.5"; a share with its mark: "5%"
    shown: str  # as it is written, with its unit or the next word: "1.14万名"
    at: int  # offset in the text


def figures(text: str) -> list[Figure]:
    """The numbers of a text in order, at most 1,000. Takes time in proportion to its length."""
    text = _ADDRESS.sub(lambda address: "_" * len(address[0]), text)
    found: list[Figure] = []
    for match in _NUMBER.finditer(text):
        figure = _of_digits(text, match) if match["digits"] else _of_han(text, match)
        if figure is not None:
            found.append(figure)
            if len(found) == _MOST_FIGURES:
                break
    return found


def _of_digits(text: str, match: re.Match[str]) -> Figure | None:
    begin, end = match.span()
    if len(match[0]) > 2 * _MOST_DIGITS or not _may_begin(text, begin):
        return None
    digits = _value(match[0])
    after = text[end : end + 40]
    if _LIST_MARK.match(after) and text[max(0, begin - 1) : begin] in ("", "\n"):
        return None
    if digits is None or _DATED.match(after) or _is_day(text[max(0, begin - 20) : begin], after):
        return None
    if text[begin - 1 : begin] and text[begin - 1] in _MONEY:
        begin -= 1
    percent = _PERCENT.match(after)
    if percent:
        return _figure(digits + "%", text[begin : end + percent.end()], begin)
    zeros, length = _scale(after)
    unit = _unit(after[length:])
    if unit is None or (not zeros and _is_bare_code(match[0], unit, text[begin])):
        return None
    value = _scaled(digits, zeros)
    if value is None:
        return None
    shown = text[begin : end + length] + unit
    return _figure(
        value, shown if len(shown) <= LONGEST_SHOWN else text[begin : end + length], begin
    )


def _figure(value: str, shown: str, at: int) -> Figure | None:
    shown = shown.strip()
    return Figure(value, shown, at) if len(shown) <= LONGEST_SHOWN else None


def _may_begin(text: str, begin: int) -> bool:
    """Whether what is before a number leaves it one: not a name, an ordinal, a range, a list."""
    before = text[max(0, begin - 20) : begin]
    last = before[-1:]
    if last and (last in "_@#/.,:：-–—+*&=№~～'’" or last in _BEFORE_HAN or last.isdigit()):
        return False
    if last.isalpha() and not "\u3400" <= last <= "\u9fff":
        return False
    if _NUMBER_GOES_ON.search(before):
        return False
    word = _WORD_BEFORE.search(before)
    return word is None or word[1].casefold() not in _NOT_AFTER


def _value(written: str) -> str | None:
    """Digits with a point before decimals; None where it is no plain number ("1.2.3", "007")."""
    plain = _SPACES.sub("", "".join(_ascii(character) for character in written))
    if not plain.startswith("0") and _THOUSANDS.fullmatch(plain):
        mark = next(character for character in plain if character in ",.")
        plain = plain.replace(mark, "").replace(",", ".")
    else:
        plain = plain.replace(",", ".")
    whole, _, part = plain.partition(".")
    if "." in part or len(plain) > _MOST_DIGITS or (len(whole) > 1 and whole[0] == "0"):
        return None
    part = part.rstrip("0")
    return f"{whole}.{part}" if part else whole


def _ascii(character: str) -> str:
    return str(unicodedata.decimal(character)) if character.isdecimal() else character


def _is_day(before: str, after: str) -> bool:
    """Whether the name of a month is next to a number: "12 May", "May 12", "12 de mayo"."""
    word = _WORD_BEFORE.search(before)
    following = _MONTH.match(after)
    return any(is_month(fold(found[1])) for found in (word, following) if found)


def _scale(after: str) -> tuple[int, int]:
    """Zeros that a word after a number adds, and the length of that word."""
    match = _SCALE.match(after)
    if match is None:
        return 0, 0
    zeros = _SCALES.get(match["han"] or match["word"].casefold(), 0)
    return (zeros, match.end()) if zeros else (0, 0)


def _unit(after: str) -> str | None:
    """A counter or the next word, "" if neither is there; None if the number goes on."""
    if after[:1].isdecimal() or (after[:1].isalpha() and after[:1].isascii()):
        return after[:2] if _METRIC.match(after) else None
    if _DATED.match(after):
        return None
    counter = _COUNTER.match(after)
    if counter:
        return counter[0]
    word = _WORD.match(after)
    if word is None or (word[1] or "").casefold() in _EMPTY_WORDS:
        return ""
    return word[0]


def _is_bare_code(written: str, unit: str, first: str) -> bool:
    """Whether digits without a mark may be a year, a phone number, or the number of a case."""
    if not written.isdecimal() or first in _MONEY:
        return False
    if len(written) > _MOST_PLAIN_DIGITS:
        return True
    return len(written) == 4 and int(written) in _YEARS and not _COUNTER.match(unit)


def _scaled(digits: str, zeros: int) -> str | None:
    whole, _, part = digits.partition(".")
    if not zeros:
        return digits
    moved = whole + part[:zeros].ljust(zeros, "0")
    rest = part[zeros:]
    value = moved.lstrip("0") or "0"
    if len(value) > 2 * _MOST_DIGITS:
        return None
    return f"{value}.{rest}" if rest else value


def _of_han(text: str, match: re.Match[str]) -> Figure | None:
    """A number in Chinese numerals, where a unit makes it certain: 三十人, 两千万元."""
    begin, end = match.span()
    before = text[begin - 1 : begin]
    if before and (before in _BEFORE_HAN or before.isdigit() or before == "."):
        return None
    unit = _CERTAIN.match(text, end)
    value = _han_value(match[0])
    if value is None or value < 2 or (unit is None and value < 10_000):
        return None
    if unit is None and _NO_NUMBER_BEFORE.match(text, end):
        return None
    return _figure(str(value), match[0] + (unit[0] if unit else ""), begin)


def _han_value(numerals: str) -> int | None:
    """The number that numerals write; None where they are no regular one ("二三十", "千万")."""
    if numerals[0] in "百千" or numerals[0] in _LARGE:
        return None
    total = section = digit = 0
    last_ten, last_large = 10_000, 10**12
    for han in numerals:
        if han in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[han]
        elif han in _TENS:
            ten = _TENS[han]
            if ten >= last_ten or (not digit and ten != 10):
                return None
            section, digit, last_ten = section + (digit or 1) * ten, 0, ten
        else:
            large = _LARGE[han]
            if large >= last_large or not section + digit:
                return None
            total += (section + digit) * large
            section, digit, last_ten, last_large = 0, 0, 10_000, large
    if digit and last_ten > 10 and len(numerals) > 1:
        return None  # 两千三: colloquial for 2,300
    return total + section + digit
