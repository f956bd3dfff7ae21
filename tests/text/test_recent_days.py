"""A day that is named from the day of reading, with a time, in the words of many languages."""

from __future__ import annotations

import pytest

from mirrorpress.text.recent_days import TABLE, says_recent_day
from mirrorpress.text.tables import labels_in, rows_of


@pytest.mark.parametrize(
    "text",
    [
        "Today, 17:40",
        "Today at 5:40 pm",
        "TODAY 5 p.m.",
        "Yesterday | 17:40",
        "Heute, 17:40 Uhr",
        "Gestern um 9.05 Uhr",
        "Aujourd’hui à 14h05",
        "Hoje às 14h05",
        "hoy a las 9:05",
        "Сегодня в 14:05",
        "Вчора, 14:05",
        "Днес, 14:05 ч.",
        "Dnes 10:15",
        "Tegnap 10:15",
        "Šodien, 17:40",
        "i går kl. 14.05",
        "Dziś, godz. 14:05",
        "bugün saat 14:05",
        "اليوم 14:05",
        "امروز ساعت ۱۴:۰۵",
        "היום בשעה 14:05",
        "आज 14:05 ",
        "วันนี้ เวลา 14.05 น.",
        "今天 14:05",
        "昨日14時05分",
        "오늘 오후 2:05",
    ],
)
def test_recent_days(text: str) -> None:
    assert says_recent_day(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Today",
        "17:40",
        "Today the ferry left at 17:40",
        "Today, 17:40, the ferry left",
        "Today 40",
        "Today 5",
        "Yesterday's 17:40 ferry",
        "Toda 17:40",
        "Monday, 17:40",
        " " * 40 + "Today, 17:40",
    ],
)
def test_what_is_none(text: str) -> None:
    assert not says_recent_day(text)


@pytest.mark.parametrize("row", rows_of(TABLE), ids=lambda row: row[0])
def test_each_row(row: list[str]) -> None:
    _, days, between = row
    for day in labels_in(days):
        assert says_recent_day(f"{day}, 14:05")
        for word in labels_in(between):
            assert says_recent_day(f"{day} {word} 9:05")
