"""Names of months mean one month each; the solar Hijri calendar has the days that it has."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mirrorpress.text.folding import fold
from mirrorpress.text.months import BY_LANGUAGE, from_hijri, month_of


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_a_language_has_twelve_months(language: str) -> None:
    assert len(BY_LANGUAGE[language].split()) == 12


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_a_name_means_the_same_month_in_every_language(language: str) -> None:
    for number, names in enumerate(BY_LANGUAGE[language].split(), start=1):
        for name in names.split("/"):
            assert month_of(fold(name.replace("_", " "))) == number, name


def test_what_is_no_month() -> None:
    with pytest.raises(KeyError):
        month_of("sunday")


FIRST, LAST = fold("فروردین"), fold("اسفند")


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
