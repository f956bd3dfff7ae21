"""Dates of a page: read in its language, from metadata and from what it shows."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mirrorpress.extract import extract
from mirrorpress.model import Article

TEXT = "The old quay of Lisquay opened again on Sunday, years after the storm took its wall. " * 4
NOON = "Sun May 04 12:00:00 CST 2031"


def article(head: str, body: str = "", language: str = "zh-CN") -> Article:
    page = f"<html lang={language}><head><title>Quay</title>{head}</head><body><h1>Quay</h1>{body}"
    return extract(f"{page}<p>{TEXT}</p></body></html>")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"<meta property=article:published_time content='{NOON}'>", ""),
        ("", f"<time datetime='{NOON}'>today</time>"),
        ("", f"<div class=date>{NOON}</div>"),
        (f'<script type=application/ld+json>{{"@type": "NewsArticle", "datePublished": "{NOON}"}}'
         "</script>", ""),
    ],
)  # fmt: skip
def test_a_zone_is_read_in_the_language_of_the_page(head: str, body: str) -> None:
    assert article(head, body).published == datetime(2031, 5, 4, 4, tzinfo=UTC)
    assert article(head, body, "en").published == datetime(2031, 5, 4, 18, tzinfo=UTC)


def test_the_time_of_a_change_is_read_in_the_language_of_the_page() -> None:
    meta = f"<meta property=article:modified_time content='{NOON}'>"
    assert article(meta).modified == datetime(2031, 5, 4, 4, tzinfo=UTC)


def test_the_order_of_day_and_month_is_that_of_the_language() -> None:
    shown = "<div class=date>04/05/2031</div>"
    assert article("", shown, "en-US").published == datetime(2031, 4, 5)
    assert article("", shown, "en-GB").published == datetime(2031, 5, 4)


def test_a_date_without_a_zone_stays_without_one() -> None:
    assert article("", "<div class=date>2031年5月4日 下午3:20</div>").published == datetime(
        2031, 5, 4, 15, 20
    )


def test_a_date_before_the_web_is_not_that_of_a_page() -> None:
    meta = "<meta property=article:published_time content='1970-01-01T00:00:00Z'>"
    shown = "<div class=date>4 May 2031</div>"
    assert article(meta, shown).published == datetime(2031, 5, 4)
