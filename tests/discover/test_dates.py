"""Dates of entries: read in the language of the entry, else of its feed or page."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from discover.pages import SOURCE, page
from mirrorpress.discover import feed, listing
from mirrorpress.model import FeedEntry

NOON = "Sun, 04 May 2031 12:00:00 CST"
IN_CHINA = datetime(2031, 5, 4, 4, tzinfo=UTC)
IN_CHICAGO = datetime(2031, 5, 4, 18, tzinfo=UTC)


def entry(body: str) -> FeedEntry:
    return feed.read(page(body), SOURCE).entries[0]


@pytest.mark.parametrize(
    ("of_feed", "of_entry", "moment"),
    [
        ("zh-CN", None, IN_CHINA),
        ("en", None, IN_CHICAGO),
        (None, None, IN_CHICAGO),
        ("en", "zh", IN_CHINA),
        ("zh", "en", IN_CHICAGO),
    ],
)
def test_a_zone_is_read_in_the_language_of_the_entry(
    of_feed: str | None, of_entry: str | None, moment: datetime
) -> None:
    rss = (
        f"<rss version='2.0'><channel>{f'<language>{of_feed}</language>' if of_feed else ''}"
        f"<item>{f'<language>{of_entry}</language>' if of_entry else ''}"
        f"<title>Quay</title><pubDate>{NOON}</pubDate></item></channel></rss>"
    )
    item = {"title": "Quay", "date_published": NOON, "date_modified": NOON, "language": of_entry}
    as_json = {"version": "https://jsonfeed.org/version/1.1", "language": of_feed, "items": [item]}
    assert entry(rss).published == moment
    assert entry(json.dumps(as_json)).published == moment
    assert entry(json.dumps(as_json)).updated == moment


def test_a_date_without_a_zone_stays_without_one() -> None:
    item = "<item><pubDate>2031年5月4日 下午3:20</pubDate></item>"
    assert entry(f"<rss version='2.0'><channel>{item}</channel></rss>").published == datetime(
        2031, 5, 4, 15, 20
    )


@pytest.mark.parametrize(
    ("time", "moment"),
    [
        (f"<time datetime='{NOON}'>today</time>", datetime(2031, 5, 4, 12)),
        ("<time>更新：2031年5月4日 12:00 北京时间</time>", datetime(2031, 5, 4, 12)),
    ],
)
def test_a_time_on_a_page_is_read_in_the_language_of_the_page(time: str, moment: datetime) -> None:
    link = "<article><h2><a href=/2031/05/04/quay>渡轮今日恢复航行，港务局说</a></h2>"
    index = listing.read(page(f"<html lang=zh><body>{link}{time}</article>"), SOURCE)
    assert index.entries[0].published == moment.replace(tzinfo=timezone(timedelta(hours=8)))
