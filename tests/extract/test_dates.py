"""Times in the forms of seven languages; a zone only where one is named."""

# Pages are easier to read unbroken.

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.extract.dates import read_date


def at(*parts: int, zone: float | None = None) -> datetime:
    year, month, day, *clock = parts
    hour, minute, second = (*clock, 0, 0, 0)[:3]
    tz = None if zone is None else timezone(timedelta(hours=zone))
    return datetime(year, month, day, hour, minute, second, tzinfo=tz)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2031-05-04T09:30:00+08:00", at(2031, 5, 4, 9, 30, zone=8)),
        ("2031-05-04T09:30:00.123Z", at(2031, 5, 4, 9, 30, zone=0)),
        ("2031-05-04 09:30:15", at(2031, 5, 4, 9, 30, 15)),
        ("2031-05-04", at(2031, 5, 4)),
        ("20310504", at(2031, 5, 4)),
        ("1935998400", at(2031, 5, 8, 9, 20, zone=0)),
        ("Sun, 04 May 2031 09:30:00 GMT", at(2031, 5, 4, 9, 30, zone=0)),
        ("May 4, 2031 9:30 p.m.", at(2031, 5, 4, 21, 30)),
        ("Updated Sunday 4 May 2031, 09:30", at(2031, 5, 4, 9, 30)),
        ("4th May 2031 at 12:05 am", at(2031, 5, 4, 0, 5)),
        ("4 May 2031, 09:30 GMT+3", at(2031, 5, 4, 9, 30, zone=3)),
        ("发布时间：2031年5月4日 09:30", at(2031, 5, 4, 9, 30)),
        ("2031年05月04日09时30分", at(2031, 5, 4, 9, 30)),
        ("2031/05/04 下午 3:20", at(2031, 5, 4)),
        ("Publié le : 4 mai 2031 à 9h30", at(2031, 5, 4, 9, 30)),
        ("le 1er février 2031", at(2031, 2, 1)),
        ("4. Mai 2031, 9:30 Uhr", at(2031, 5, 4, 9, 30)),
        ("04.05.2031 - 9:30", at(2031, 5, 4, 9, 30)),
        ("14. März 2031", at(2031, 3, 14)),
        ("4 мая 2031, 09:30 МСК", at(2031, 5, 4, 9, 30, zone=3)),
        ("٤ مايو ٢٠٣١", at(2031, 5, 4)),
        ("٤ أيار ٢٠٣١ 09:30", at(2031, 5, 4, 9, 30)),
        ("۱ فروردین ۱۴۰۰", at(2021, 3, 21)),
        ("۱۴ اردیبهشت ۱۴۰۳", at(2024, 5, 3)),
        ("۳۰ اسفند ۱۳۹۹", at(2021, 3, 20)),
        ("4 de mayo de 2031", at(2031, 5, 4)),
        ("25/12/2030", at(2030, 12, 25)),
        ("12/25/2030", at(2030, 12, 25)),
    ],
)
def test_forms(text: str, moment: datetime) -> None:
    found = read_date(text)
    assert found == moment
    assert found.utcoffset() == moment.utcoffset()


@pytest.mark.parametrize(
    "text",
    [
        "",
        None,
        "yesterday",
        "31 February 2031",
        "1753-01-01",
        "12:30",
        "Room 2031",
        "99/99/2031",
        "4000 words",
    ],
)
def test_no_dates(text: str | None) -> None:
    assert read_date(text) is None


def test_month_first() -> None:
    assert read_date("04/05/2031", month_first=True) == at(2031, 4, 5)
    assert read_date("04/05/2031") == at(2031, 5, 4)


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    assert read_date(text) is None or 1990 <= read_date(text).year <= 2100  # type: ignore[union-attr]


@given(st.datetimes(datetime(1991, 1, 1), datetime(2099, 1, 1)))
def test_iso_there_and_back(moment: datetime) -> None:
    assert read_date(moment.isoformat(timespec="seconds")) == moment.replace(microsecond=0)


def test_a_zone_that_is_years_away_is_left_out_of_a_date() -> None:
    found = read_date("Fri, 31 Dec 1999 23:59:59 " + "9" * 40)
    assert found == datetime(1999, 12, 31, 23, 59, 59)
