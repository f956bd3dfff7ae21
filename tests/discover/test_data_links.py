"""Section pages that scripts draw: which objects of their data are articles."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from discover.test_listing import ENGLISH, read
from mirrorpress.discover import listing


def drawn(state: object) -> str:
    """A section page that scripts draw."""
    script = f"<script>s={json.dumps(state)}</script>"
    return f"<html lang=en><body><div id=app></div>{script}"


FERRY = {
    "title": "Ferry to Skarne runs again",
    "url": "/world/2026/03/04/ferry",
    "publishedAt": "2026-03-04T10:00:00Z",
}
BRIDGE = {
    "headline": {"basic": "Bridge to close in April &amp; May"},
    "summary": "It is old.",
    "link": "https://www.ledger.example/world/bridge-to-close-in-april",
}
MENU = [{"name": "World news today", "path": "/world"}, {"name": "Sports", "path": "/sport"}]


def test_a_page_that_scripts_draw() -> None:
    index = read(drawn({"menu": MENU, "items": [FERRY, BRIDGE]}))
    assert [(entry.title, entry.url) for entry in index.entries] == [
        ("Ferry to Skarne runs again", "https://www.ledger.example/world/2026/03/04/ferry"),
        ("Bridge to close in April & May", BRIDGE["link"]),
    ]
    assert index.entries[0].published == datetime(2026, 3, 4, 10, tzinfo=UTC)
    assert index.problems == ()


def test_data_are_read_only_where_the_markup_lists_nothing() -> None:
    other = {**FERRY, "url": "/world/2026/03/04/data"}
    index = read(ENGLISH.replace("</main>", f"</main>{drawn([other] * 9)}"))
    assert [entry.url for entry in read(ENGLISH).entries] == [entry.url for entry in index.entries]


@pytest.mark.parametrize(
    "item",
    [
        {"title": "Sport", "url": "/sport/2026/03/04/x", "image": "x"},  # no headline
        {"title": "Guidelines for our readers", "url": "/guidelines-for-our-readers"},
        {"title": "All about our bridges", "url": "/tag/bridges-of-the-country"},
        {"title": "All about our bridges", "url": "/about"},
        {"title": "A story of somebody else", "url": "https://elsewhere.example/2026/03/04/story"},
        {"title": "A story without an address", "slug": "a-story-without-an-address"},
        {"title": "A picture of the bridge", "url": "/2026/03/04/bridge.jpg"},
        {"title": "This section page itself", "url": "/world/"},
        {"title": "An address that runs", "url": "javascript:alert(20260304)"},
    ],
)
def test_what_is_no_article_in_the_data(item: dict[str, str]) -> None:
    index = read(
        drawn({"text": "Words that are long enough to be read, " * 9, "items": [item] * 3})
    )
    assert index.entries == ()
    assert index.problems


def test_each_address_once_and_no_more_than_a_page_may_list() -> None:
    many = [
        {"title": f"Story number {n} of today", "url": f"/2026/03/04/{n}", "image": "x"}
        for n in range(900)
    ]
    entries = read(drawn([*many, *many])).entries
    assert len(entries) == listing.MAX_ENTRIES
    assert len({entry.url for entry in entries}) == listing.MAX_ENTRIES
