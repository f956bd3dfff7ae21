"""Every report of the demo newsroom is found in the index of its outlet."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest

from mirrorpress import urls
from mirrorpress.demo.addresses import feed_link
from mirrorpress.demo.model import Outlet
from mirrorpress.demo.newsroom import Newsroom
from mirrorpress.discover import feed, listing
from mirrorpress.model import Index, Page, Source

NOW = datetime(2026, 3, 9, 6, tzinfo=UTC)
ROUNDS = (1, 2)
NEWSROOMS = {number: Newsroom(number) for number in ROUNDS}
CASES = [
    pytest.param(NEWSROOMS[number], outlet, id=f"{outlet.name}-{number}")
    for number in ROUNDS
    for outlet in NEWSROOMS[number].outlets
]


def index_of(newsroom: Newsroom, outlet: Outlet) -> Index:
    parts = urlsplit(outlet.index_url)
    answer = newsroom.answer(parts.netloc, parts.path, {})
    assert answer.status == 200
    page = Page(url=outlet.index_url, requested=outlet.index_url, body=answer.body, fetched=NOW)
    source = Source(name=outlet.name, title=outlet.title, kind=outlet.kind, url=outlet.index_url)
    return {"feed": feed.read, "listing": listing.read}[outlet.kind](page, source)


@pytest.mark.parametrize(("newsroom", "outlet"), CASES)
def test_every_report_is_found_and_nothing_else(newsroom: Newsroom, outlet: Outlet) -> None:
    expected = {
        urls.identity(feed_link(report)): report
        for report in newsroom.reports
        if report.outlet.name == outlet.name
    }
    entries = {
        urls.identity(entry.url or ""): entry for entry in index_of(newsroom, outlet).entries
    }
    assert set(entries) == set(expected)
    for address, report in expected.items():
        assert entries[address].title == report.title
        if outlet.kind == "feed":
            assert entries[address].published == report.published


@pytest.mark.parametrize(("newsroom", "outlet"), CASES)
def test_the_index_is_read_without_a_slip(newsroom: Newsroom, outlet: Outlet) -> None:
    assert index_of(newsroom, outlet).problems == ()
