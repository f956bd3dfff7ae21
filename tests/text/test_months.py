"""Names of months mean one month each; the solar Hijri calendar has the days that it has."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mirrorpress.text.folding import fold
from mirrorpress.text.month_names import BY_LANGUAGE
from mirrorpress.text.months import (
    from_hijri,
    from_solar,
    month_of,
    opens_with_month,
    without_months,
)


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_a_language_has_twelve_months(language: str) -> None:
    assert len(BY_LANGUAGE[language].split()) == 12


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_a_name_means_its_month_in_its_language(language: str) -> None:
    for number, names in enumerate(BY_LANGUAGE[language].split(), start=1):
        for name in names.split("/"):
            assert month_of(fold(name.replace("_", " ")), language) == number, name


@pytest.mark.parametrize(
    ("name", "language", "month"),
    [
        ("listopada", "hr", 10),
        ("listopada", "pl", 11),
        ("listopada", "", 11),  # as in the language of more readers
        ("lip", "hr-HR", 6),
        ("Lip", "pl", 7),
        ("prosinca", "", 12),
        ("pro", "cs", 12),
        ("May", "uz", 5),
        ("mai", "no", 5),
        ("במאי", "", 5),
        ("KASIM", "", 11),
    ],
)
def test_names_in_texts_of_a_language_or_of_any(name: str, language: str, month: int) -> None:
    assert month_of(fold(name), language) == month


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("pro", ""),  # a word in most languages
        ("pro", "es"),
        ("des", "fr"),
        ("sunday", ""),
        ("", ""),
    ],
)
def test_what_is_no_month(name: str, language: str) -> None:
    with pytest.raises(KeyError):
        month_of(name, language)


def test_months_go_from_a_text() -> None:
    assert without_months(fold("4 kwietnia, tháng 5, كانون الثاني, мая")) == "4  ,  ,  ,  "


@pytest.mark.parametrize(
    ("text", "expected"), [("Mai: der Hafen", True), ("Maier", False), ("", False)]
)
def test_a_text_that_opens_with_a_month(text: str, *, expected: bool) -> None:
    assert opens_with_month(text) == expected


@pytest.mark.parametrize(
    ("name", "number"), [("میزان", 7), ("لړم", 8), ("حوت", 12), ("مهر", 7), ("دی", 10)]
)
def test_names_of_solar_months_in_afghanistan(name: str, number: int) -> None:
    assert from_hijri(1410, fold(name), 4) == from_hijri(1410, IRANIAN[number - 1], 4)


IRANIAN = fold("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند").split()
FIRST, LAST = IRANIAN[0], IRANIAN[-1]


@pytest.mark.parametrize(
    ("year", "new_year"),
    [
        (1399, date(2020, 3, 20)),
        (1400, date(2021, 3, 21)),
        (1403, date(2024, 3, 20)),
        (1404, date(2025, 3, 21)),
        (1408, date(2029, 3, 20)),
    ],
)
def test_new_year_in_iran(year: int, new_year: date) -> None:
    assert from_hijri(year, FIRST, 1) == new_year


@pytest.mark.parametrize("year", range(1370, 1450))
def test_a_year_ends_on_the_day_before_the_next(year: int) -> None:
    eve = from_hijri(year + 1, FIRST, 1) - timedelta(days=1)
    days = (eve - from_hijri(year, LAST, 1)).days + 1
    assert from_hijri(year, LAST, days) == eve
    with pytest.raises(ValueError, match="days"):
        from_hijri(year, LAST, days + 1)


def test_months_by_number() -> None:
    assert from_solar(1410, 2, 14) == from_hijri(1410, IRANIAN[1], 14) == date(2031, 5, 4)
    for month, day in ((0, 1), (13, 1), (7, 31), (1, 0)):
        with pytest.raises(ValueError, match="days"):
            from_solar(1410, month, day)
