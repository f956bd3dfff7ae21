"""Names of months, and the solar Hijri calendar of Iran and Afghanistan.

A language has twelve groups of names, January first; a slash parts the spellings of one month and
an underscore stands for a space. Case and diacritics do not matter (`fold`).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from mirrorpress.text.folding import fold

BY_LANGUAGE = {
    "ar": "يناير/جانفي/كانون_الثاني فبراير/فيفري/شباط مارس/آذار أبريل/أفريل/نيسان "
    "مايو/ماي/أيار يونيو/جوان/حزيران يوليو/جويلية/تموز أغسطس/أوت/آب سبتمبر/أيلول "
    "أكتوبر/تشرين_الأول نوفمبر/تشرين_الثاني ديسمبر/كانون_الأول",
    "bn": "জানুয়ারি/জানুয়ারী ফেব্রুয়ারি/ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট/অগাস্ট "
    "সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "de": "januar/jänner/jan/jän februar/feb märz/mrz/mär april/apr mai juni/jun juli/jul "
    "august/aug september/sept/sep oktober/okt november/nov dezember/dez",
    "el": "ιανουαρίου/ιαν φεβρουαρίου/φεβ μαρτίου/μάρ απριλίου/απρ μαΐου/μάι ιουνίου/ιούν "
    "ιουλίου/ιούλ αυγούστου/αύγ σεπτεμβρίου/σεπ οκτωβρίου/οκτ νοεμβρίου/νοέ δεκεμβρίου/δεκ",
    "en": "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug "
    "september/sept/sep october/oct november/nov december/dec",
    "es": "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago "
    "septiembre/setiembre/sept/sep octubre/oct noviembre/nov diciembre/dic",
    "fa": "ژانویه فوریه مارس آوریل مه/می ژوئن ژوئیه/جولای اوت سپتامبر اکتبر نوامبر دسامبر",
    "fr": "janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août "
    "septembre/sept octobre/oct novembre/nov décembre/déc",
    "hi": "जनवरी फ़रवरी/फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर "
    "नवंबर/नवम्बर दिसंबर/दिसम्बर",
    "id": "januari/jan februari/feb maret/mar april/apr mei juni/jun juli/jul agustus/agu "
    "september/sep oktober/okt november/nov desember",
    "it": "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug "
    "agosto/ago settembre/set ottobre/ott novembre/nov dicembre/dic",
    "nl": "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug "
    "september/sep oktober/okt november/nov december/dec",
    "pl": "stycznia/styczeń/sty lutego/luty/lut marca/marzec/mar kwietnia/kwiecień/kwi maja/maj "
    "czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz "
    "października/październik/paź listopada/listopad/lis grudnia/grudzień/gru",
    "pt": "janeiro/jan fevereiro/fev março/mar abril/abr maio/mai junho/jun julho/jul "
    "agosto/ago setembro/set outubro/out novembro/nov dezembro/dez",
    "ru": "января/январь/янв февраля/февраль/фев марта/март/мар апреля/апрель/апр мая/май "
    "июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сент/сен "
    "октября/октябрь/окт ноября/ноябрь/ноя декабря/декабрь/дек",
    "sv": "januari/jan februari/feb mars/mar april/apr maj juni/jun juli/jul augusti/aug "
    "september/sep oktober/okt november/nov december/dec",
    "th": "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
    "tr": "ocak/oca şubat/şub mart nisan/nis mayıs haziran/haz temmuz/tem ağustos/ağu "
    "eylül/eyl ekim/eki kasım/kas aralık/ara",
    "uk": "січня/січень/січ лютого/лютий/лют березня/березень/бер квітня/квітень/кві "
    "травня/травень/тра червня/червень/чер липня/липень/лип серпня/серпень/сер "
    "вересня/вересень/вер жовтня/жовтень/жов листопада/листопад/лис грудня/грудень/гру",
    "vi": "tháng_1/tháng_01 tháng_2/tháng_02 tháng_3/tháng_03 tháng_4/tháng_04 tháng_5/tháng_05 "
    "tháng_6/tháng_06 tháng_7/tháng_07 tháng_8/tháng_08 tháng_9/tháng_09 tháng_10 tháng_11 "
    "tháng_12",
}
_HIJRI_NAMES = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"


def _numbered(groups: str) -> dict[str, int]:
    return {
        fold(name.replace("_", " ")).casefold(): number
        for number, names in enumerate(groups.split(), start=1)
        for name in names.split("/")
    }


def _pattern(names: dict[str, int]) -> str:
    """Longer names first, those of one first letter together: most words fail at their first."""
    rests: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        rests.setdefault(name[0], []).append(re.escape(name[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(each)})" for first, each in rests.items())


_NUMBERS = {
    name: number for names in BY_LANGUAGE.values() for name, number in _numbered(names).items()
}
_HIJRI_NUMBERS = _numbered(_HIJRI_NAMES)
NAMES = _pattern(_NUMBERS)  # pattern of the folded names
HIJRI_NAMES = _pattern(_HIJRI_NUMBERS)  # the same


def month_of(name: str) -> int:
    """The number of a month, 1 to 12. Raises KeyError where the folded name is none."""
    return _NUMBERS[name.casefold()]


def from_hijri(year: int, name: str, day: int) -> date:
    """The Gregorian day of a solar Hijri one, by the 33-year cycle (right for 1244-1531).

    Raises:
        KeyError: the folded name is no month of this calendar.
        ValueError: it has no such day.
    """
    month = _HIJRI_NUMBERS[name]
    last = 31 if month <= 6 else 30 if month < 12 or _is_leap(year) else 29
    if not 1 <= day <= last:
        raise ValueError(f"month {month} of {year} has {last} days")
    months = (month - 1) * 31 if month <= 7 else 186 + (month - 7) * 30
    # 1 Farvardin 1400 is 21 March 2021.
    days = _days_before(year) - _days_before(1400) + months + day - 1
    return date(2021, 3, 21) + timedelta(days=days)


def _is_leap(year: int) -> bool:
    return _days_before(year + 1) - _days_before(year) == 366


def _days_before(year: int) -> int:
    return 365 * year + (8 * year + 21) // 33
