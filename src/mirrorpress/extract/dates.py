"""Times as pages write them, in seven languages. A time without a zone stays without one.

    2031-05-04T09:30:00+08:00      20310504                  Sun, 04 May 2031 09:30:00 GMT
    2031年5月4日 09:30              May 4, 2031 9:30 p.m.     4 May 2031, 09:30 GMT+3
    4 mai 2031 à 9h30              4. Mai 2031, 09:30 Uhr    04.05.2031 - 9:30
    ٤ مايو ٢٠٣١                     4 мая 2031 г.             ۱۴ اردیبهشت ۱۴۱۰ (solar Hijri)

Years before 1990 are no publication dates of a page and are refused; so is what does not parse.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

EARLIEST = 1990
LATEST = 2100

_NAMES = {
    1: "january jan janvier janv januar jän jänner enero ene gennaio janeiro января январь янв "
    "يناير جانفي كانون_الثاني ژانویه januari",
    2: "february feb février fevrier févr fév "
    "februar febrero febbraio fevereiro февраля февраль фев "
    "فبراير فيفري شباط فوریه februari",
    3: "march mar mars märz mrz marzo março марта март мар مارس آذار maart",
    4: "april apr avril avr abril abr aprile апреля апрель апр أبريل ابريل أفريل نيسان آوریل",
    5: "may mai mayo mag maggio maio мая май مايو ماي أيار مه mei maj",
    6: "june jun juin juni junio giugno junho июня июнь июн يونيو جوان حزيران ژوئن",
    7: "july jul juillet juil juli julio luglio julho июля июль июл يوليو جويلية تموز ژوئیه",
    8: "august aug août aout agosto августа август авг أغسطس أوت آب اوت augustus augusti",
    9: "september sep sept septembre septiembre settembre "
    "setembro сентября сентябрь сен سبتمبر أيلول "
    "سپتامبر",
    10: "october oct octobre oktober okt octubre ottobre "
    "outubro октября октябрь окт أكتوبر تشرين_الأول "
    "اکتبر",
    11: "november nov novembre noviembre novembro ноября ноябрь ноя نوفمبر تشرين_الثاني نوامبر",
    12: "december dec décembre decembre déc dezember dez diciembre dic dicembre dezembro декабря "
    "декабрь дек ديسمبر كانون_الأول دسامبر",
}
_MONTHS = {
    name.replace("_", " "): number for number, names in _NAMES.items() for name in names.split()
}
_HIJRI = {
    name: number
    for number, name in enumerate(
        [
            "فروردین",
            "اردیبهشت",
            "خرداد",
            "تیر",
            "مرداد",
            "شهریور",
            "مهر",
            "آبان",
            "آذر",
            "دی",
            "بهمن",
            "اسفند",
        ],
        start=1,
    )
}
_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
MONTH_NAMES = _MONTH  # a pattern
_ZONES = {
    "utc": 0,
    "gmt": 0,
    "z": 0,
    "est": -300,
    "edt": -240,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "et": None,
    "cet": 60,
    "cest": 120,
    "mez": 60,
    "mesz": 120,
    "bst": 60,
    "msk": 180,
    "мск": 180,
    "jst": 540,
    "hkt": 480,
    "sgt": 480,
    "ist": 330,
    "北京时间": 480,
    "北京時間": 480,
}  # minutes east of Greenwich; CST is read as North American unless a page is Chinese
_CLOCK = (
    r"(?:[\s,，、|–—·•/T-]|at|um|à|às|alle|klokken|kl\.?|в|الساعة|ساعت|,?\s*о)*"
    r"(?P<hour>\d{1,2})\s?(?::|：|h|时|時|点|點|\.(?=\d\d\s*(?:uhr|h\b)))\s?(?P<minute>\d{2})?"
    r"(?:\s?(?::|：|分)(?:(?P<second>\d{2})(?:\.\d+)?秒?)?)?"
    r"\s?(?P<half>[ap]\.?m\b\.?|上午|下午|晚上|صباحا|مساء)?"
    r"\s*(?:uhr\s*)?\(?(?P<zone>(?:gmt|utc)?\s?[+-]\s?\d{1,2}(?::?\d{2})?\b|[a-z]{1,4}\b|мск|北京时间|北京時間)?"
)
_DAY_FIRST = (
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|-го)?[\s-](?:de\s|of\s)?(?P<m>{_MONTH})\.?,?[\s-]"
    r"(?:de\s|del\s)?(?P<y>(?:19|20)\d\d)\b"
)
_MONTH_FIRST = (
    rf"\b(?P<m>{_MONTH})\.?\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,|،)?\s(?P<y>(?:19|20)\d\d)\b"
)
_YEAR_FIRST = (
    r"(?P<y>(?:19|20)\d\d)\s?[年/.\-‑]\s?(?P<m>\d{1,2})\s?[月/.\-‑]\s?(?P<d>\d{1,2})(?!\d)\s?日?"
)
_NUMERIC = r"(?<!\d)(?P<d>\d{1,2})\s?[./-]\s?(?P<m>\d{1,2})\s?[./-]\s?(?P<y>(?:19|20)\d\d)(?!\d)"
_COMPACT = r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-2]\d|3[01])(?!\d)"
_HIJRI_DAY = rf"(?P<d>\d{{1,2}})\s(?P<hm>{'|'.join(_HIJRI)})\s(?:ماه\s)?(?P<y>1[34]\d\d)"
_FORMS = tuple(
    re.compile(form + rf"(?:{_CLOCK})?", re.IGNORECASE)
    for form in (_YEAR_FIRST, _DAY_FIRST, _MONTH_FIRST, _NUMERIC, _HIJRI_DAY)
)
_CLOCK_FIRST = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2})[:：](?P<minute>\d{2})(?:\s?(?P<half>[ap]\.?m\.?))?"
    r"(?:\s?(?P<zone>(?:gmt|utc)?[+-]\d{1,2}:?\d{0,2}|[a-z]{2,4}\b))?(?:\s?uhr)?[\s,|•–-]{1,4}$",
    re.IGNORECASE,
)
_COMPACT_FORM = re.compile(_COMPACT)
_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)[T\s]+(\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,9}))?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?$",
    re.IGNORECASE,
)


def read_date(text: str | None, *, month_first: bool = False) -> datetime | None:
    """The first time that a text tells; None where it tells none.

    Args:
        text: a value of metadata or a line of the page.
        month_first: read 04/05/2031 as 5 April, as in the United States.
    """
    if not text or len(text) > 2000:
        return None
    text = _western(text.strip())
    return _iso(text) or _stamp(text) or _mail(text) or _written(text, month_first)


def _western(text: str) -> str:
    """Arabic-Indic, Persian and full-width digits as ASCII; odd spaces as spaces."""
    if text.isascii():
        return text
    text = re.sub(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)
    return "".join(
        str(unicodedata.decimal(c))
        if c.isdecimal() and not c.isascii()
        else " "
        if c.isspace()
        else c
        for c in text
    )


def _iso(text: str) -> datetime | None:
    found = _ISO.match(text)
    if not found:
        return None
    day, clock, _, zone = found.groups()
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}")
        return _sane(moment.replace(tzinfo=_offset(zone)))
    except ValueError:
        return None


def _stamp(text: str) -> datetime | None:
    """Seconds or milliseconds since 1970."""
    if not re.fullmatch(r"1\d{9}(?:\d{3})?", text):
        return None
    seconds = int(text[:10])
    return datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)  # noqa: UP017


def _mail(text: str) -> datetime | None:
    """RFC 2822, as in HTTP headers and feeds."""
    if not re.match(r"[A-Za-z]{3}, \d", text):
        return None
    try:
        return _sane(parsedate_to_datetime(text))
    except (ValueError, OverflowError):  # the second: a zone years away
        return None


def _written(text: str, month_first: bool) -> datetime | None:
    best: tuple[int, datetime] | None = None
    for form in _FORMS:
        for found in form.finditer(text):
            moment = _moment(found, text, month_first)
            if moment is not None:
                if best is None or found.start() < best[0]:
                    best = (found.start(), moment)
                break
    if best is not None:
        return best[1]
    found_compact = _COMPACT_FORM.search(text)
    return _moment(found_compact, text, False) if found_compact else None


def _moment(found: re.Match[str], text: str, month_first: bool) -> datetime | None:
    parts = found.groupdict()
    try:
        day = _day(parts, month_first)
    except ValueError:
        return None
    clock = parts
    if not parts.get("hour"):
        before = _CLOCK_FIRST.search(text[: found.start()][-40:])
        clock = before.groupdict() if before else {}
    return _at(day, clock)


def _day(parts: dict[str, str], month_first: bool) -> date:
    """The day named by the parts of a match. Raises ValueError where there is none."""
    year, day = int(parts["y"]), int(parts["d"])
    if parts.get("hm"):
        return _from_hijri(year, _HIJRI[parts["hm"]], day)
    name = parts["m"].lower()
    if not name.isdigit():
        return date(year, _MONTHS[name], day)
    month = int(name)
    if (month_first and day <= 12) or month > 12:
        month, day = day, month
    return date(year, month, day)


def _at(day: date, clock: dict[str, str]) -> datetime | None:
    hour = int(clock.get("hour") or 0)
    minute = int(clock.get("minute") or 0)
    half = (clock.get("half") or "").lower()
    if half[:1] in ("p", "下", "晚", "م") and hour < 12:
        hour += 12
    elif half[:1] == "a" and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        hour = minute = 0
    second = min(int(clock.get("second") or 0), 59)
    moment = datetime(day.year, day.month, day.day, hour, minute, second)
    return _sane(moment.replace(tzinfo=_offset(clock.get("zone")) if clock.get("hour") else None))


def _offset(zone: str | None) -> timezone | None:
    """The zone that a text names; None where it names none or an unknown one."""
    if not zone:
        return None
    name = zone.lower().replace(" ", "")
    if name in _ZONES:
        minutes = _ZONES[name]
        return None if minutes is None else timezone(timedelta(minutes=minutes))
    found = re.fullmatch(r"(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?", name)
    if not found or int(found[2]) > 14 or int(found[3] or 0) > 59:
        return None
    offset = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return timezone(-offset if found[1] == "-" else offset)


def _sane(moment: datetime) -> datetime | None:
    return moment if EARLIEST <= moment.year <= LATEST else None


def _from_hijri(year: int, month: int, day: int) -> date:
    """Solar Hijri to Gregorian, by the 33-year cycle (right for 1244-1531, i.e. 1865-2152)."""
    if not 1 <= day <= 31:
        raise ValueError("no such day")
    days = 365 * year + (8 * year + 21) // 33
    days += (month - 1) * 31 if month <= 7 else 186 + (month - 7) * 30
    # 1 Farvardin 1400 is 21 March 2021.
    start = 365 * 1400 + (8 * 1400 + 21) // 33
    return date(2021, 3, 21) + timedelta(days=days + day - 1 - start)
