"""Names and offsets of time zones."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.text.zones import language_in, zone_of

DAY = date(2031, 5, 4)


@pytest.mark.parametrize(
    ("name", "language", "hours"),
    [
        ("Z", "", 0),
        ("gmt", "", 0),
        ("+08:00", "", 8),
        ("-0330", "", -3.5),
        ("+3", "", 3),
        ("GMT+8", "", 8),
        ("UTC -3", "", -3),
        ("+14:00", "", 14),
        ("PKT", "", 5),
        ("WIB", "", 7),
        ("МСК", "", 3),
        ("北京时间", "", 8),
        ("CST", "", -6),
        ("CST", "en", -6),
        ("CST", "zh-hans", 8),
        ("EST", "zh", -5),
    ],
)
def test_zones(name: str, language: str, hours: float) -> None:
    zone = zone_of(name, DAY, language)
    assert zone is not None
    assert zone.utcoffset(None) == timedelta(hours=hours)


@pytest.mark.parametrize("name", ["", "NOWHERE", "+15:00", "+14:30", "+08:60", "GMT+", "8"])
def test_no_zones(name: str) -> None:
    assert zone_of(name, DAY, "") is None


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2031, 3, 8), -5),
        (date(2031, 3, 9), -4),
        (date(2031, 11, 1), -4),
        (date(2031, 11, 2), -5),
        (date(2026, 3, 8), -4),
        (date(2026, 11, 1), -5),
    ],
)
def test_summer_time_in_the_united_states(day: date, hours: int) -> None:
    zone = zone_of("ET", day, "en")
    assert zone is not None
    assert zone.utcoffset(None) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("5月4日", None, "zh"),
        ("5月4日", "ja", "ja"),
        ("4 May", None, ""),
        ("4 May", "en_US", "en-us"),
    ],
)
def test_language_of_a_text(text: str, declared: str | None, language: str) -> None:
    assert language_in(text, declared) == language


@given(st.text(max_size=12), st.dates())
def test_no_name_raises(name: str, day: date) -> None:
    zone_of(name, day, "")
