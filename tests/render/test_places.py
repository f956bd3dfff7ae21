"""Addresses inside an edition: stable, short, ASCII, and linked relatively."""

from __future__ import annotations

import posixpath
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.model import ShelfKey
from mirrorpress.render import places
from render.samples import ASSETS, BRIDGE, FR, STORY, ZH, ZONE

DAY = date(2026, 3, 4)

PATHS = [
    (ShelfKey(kind="front"), ".md", None, "README.md"),
    (ShelfKey(kind="front"), ".html", None, "index.html"),
    (ShelfKey(kind="outlet", value="rfi"), ".md", None, "outlets/rfi.md"),
    (ShelfKey(kind="outlet", value="rfi"), ".html", 3, "outlets/rfi_3.html"),
    (ShelfKey(kind="outlet-month", value="rfi/2026-03"), ".md", None, "outlets/rfi/2026-03.md"),
    (ShelfKey(kind="month", value="2026-03"), ".md", 2, "months/2026-03_2.md"),
    (ShelfKey(kind="day", value="2026-03-04"), ".md", None, "days/2026/03/04.md"),
    (ShelfKey(kind="story", value="k7abcdefghij"), ".md", None, "stories/k/7/k7abcdefghij.md"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "ending", "number", "expected"), PATHS)
def test_lists(key: ShelfKey, ending: str, number: int | None, expected: str) -> None:
    assert places.shelf_path(key, ending, number) == expected


def test_articles_and_pictures() -> None:
    assert places.place("rfi", "abcd2345efgh", DAY) == "articles/2026/03/04/rfi-abcd2345efgh"
    picture = places.picture_path(ASSETS[BRIDGE.url], DAY)
    assert picture == "pictures/2026/03/04/a1b2a1b2a1b2a1b2.webp"


def test_no_part_is_longer_than_100_bytes() -> None:
    longest = places.place("x" * 40, "a" * 12, DAY) + ".html"
    assert max(len(part) for part in longest.encode("ascii").split(b"/")) <= 100


def test_a_day_is_that_of_the_mirror() -> None:
    late = datetime(2026, 3, 3, 17, 0, tzinfo=UTC)
    assert FR.published == late
    assert places.day_of(FR, ZONE) == date(2026, 3, 4)
    assert places.day_of(FR, "UTC") == date(2026, 3, 3)


def test_every_list_of_an_article() -> None:
    assert [f"{key.kind} {key.value}" for key in places.shelves(ZH, ZONE)] == [
        "front ",
        "outlet yuanshan",
        "outlet-month yuanshan/2026-03",
        "month 2026-03",
        "day 2026-03-04",
        f"story {STORY}",
    ]
    assert {key.kind for key in places.shelves(FR, ZONE)} == {
        "front", "outlet", "outlet-month", "month", "day"
    }  # fmt: skip


LINKS = [
    ("README.md", "outlets/rfi.md", "outlets/rfi.md"),
    ("outlets/rfi.md", "README.md", "../README.md"),
    ("outlets/rfi.md", "outlets/rfi/2026-03.md", "rfi/2026-03.md"),
    ("articles/2026/03/04/a.md", "articles/2026/03/05/b.md", "../05/b.md"),
    ("articles/2026/03/04/a.md", "articles/2026/03/04/a.md", "a.md"),
]


@pytest.mark.parametrize(("here", "there", "expected"), LINKS)
def test_links(here: str, there: str, expected: str) -> None:
    assert places.link(here, there) == expected


paths = st.lists(st.sampled_from(["a", "b", "c.md"]), min_size=1, max_size=4).map("/".join)


@given(here=paths, there=paths)
def test_a_link_leads_where_it_should(here: str, there: str) -> None:
    joined = posixpath.join(posixpath.dirname(here), places.link(here, there))
    assert posixpath.normpath(joined) == there
