"""Dates as some languages write them are made those of the common calendar, in digits."""

from __future__ import annotations

from datetime import datetime

import pytest

from mirrorpress.text.dates import find_date, parse_date
from mirrorpress.text.local_dates import in_common_form


@pytest.mark.parametrize(
    "text",
    [
        "二〇三一年五月四日",
        "二零三一年五月四號",
        "民國120年5月4日",
        "中華民國 120 年 5 月 4 日",
        "120年5月4日",
        "令和13年5月4日",
        "令和１３年５月４日",
        "2031-يىل 5-ئاينىڭ 4-كۈنى",
        "2031-يىلى 4-ماي",
        "4 พ.ค. 74",
    ],
)
def test_dates(text: str) -> None:
    assert find_date(text) == datetime(2031, 5, 4)
    assert parse_date(text) == datetime(2031, 5, 4)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("二〇二九年十二月三十一日", "2029年12月31日"),
        ("二〇二九年十月二十日", "2029年10月20日"),
        ("二〇二九年十一月廿一日", "2029年11月21日"),
        ("平成元年1月8日", "1989年1月8日"),
    ],
)
def test_numbers_and_years(text: str, digits: str) -> None:
    assert in_common_form(text, "zh") == digits


@pytest.mark.parametrize(
    "text",
    [
        "4 May 2031",
        "学校有120年历史",  # so many years
        "二〇三一年",
        "令和時代の港",
        "2031年5月4日",
        "1120年5月4日",
        "4 พฤษภาคม 09:30",
    ],
)
def test_what_stays(text: str) -> None:
    assert in_common_form(text, "zh") == text


def test_no_day_of_a_calendar_is_no_date() -> None:
    assert find_date("二〇三一年二月卅一日") is None
    assert find_date("民國120年13月4日") is None
