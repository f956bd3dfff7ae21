"""How long ago, in the words of many languages."""

from __future__ import annotations

import pytest

from mirrorpress.text.ago import says_ago


@pytest.mark.parametrize(
    "text",
    [
        "3 hours ago",
        "12 MIN. AGO",
        "an hour ago",
        "vor 2 Std.",
        "vor einer Stunde",
        "il y a 5 minutes",
        "hace 1 día",
        "há uma hora",
        "15 минут назад",
        "15 хвилин тому",
        "преди 3 часа",
        "3 saat önce",
        "منذ ساعتين",
        "قبل ٣ ساعات",
        "۳ ساعت پیش",
        "לפני 3 שעות",
        "3 घंटे पहले",
        "12 นาทีที่ผ่านมา",
        "12分前",
        "3小时前",
        "3 小時前",
        "3시간 전",
        "12 phút trước",
        "3 jam yang lalu",
        "dakika 12 zilizopita",
        "12 წუთის წინ",
        "12 րոպե առաջ",
        "12 perccel ezelőtt",
    ],
)
def test_how_long_ago(text: str) -> None:
    assert says_ago(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "ago", "hours ago", "3 ferries ago", "3 hours", "2031", "4 May 2031", "před"),
        *("3 hours ago the ship", "1234 hours ago", " " * 60 + "3 hours ago", "vor der Stunde"),
    ],
)
def test_what_is_none(text: str) -> None:
    assert not says_ago(text)
