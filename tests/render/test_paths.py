"""Addresses inside an edition: stable, short, ASCII, and linked relatively."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.model import ArticleList
from mirrorpress.render import paths
from render.samples import ASSETS, BRIDGE, FR, STORY, ZH

DAY = date(2026, 3, 4)

PATHS = [
    (ArticleList(kind="front"), ".md", None, "README.md"),
    (ArticleList(kind="front"), ".html", None, "index.html"),
    (ArticleList(kind="outlet", value="rfi"), ".md", None, "outlets/rfi.md"),
    (ArticleList(kind="outlet", value="rfi"), ".html", 3, "outlets/rfi_3.html"),
    (ArticleList(kind="outlet-month", value="rfi/2026-03"), ".md", None, "outlets/rfi/2026-03.md"),
    (ArticleList(kind="month", value="2026-03"), ".md", 2, "months/2026-03_2.md"),
    (ArticleList(kind="day", value="2026-03-04"), ".md", None, "days/2026/03/04.md"),
    (ArticleList(kind="story", value="k7abcdefghij"), ".md", None, "stories/k/7/k7abcdefghij.md"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "ending", "number", "expected"), PATHS)
def test_lists(key: ArticleList, ending: str, number: int | None, expected: str) -> None:
    assert paths.list_path(key, ending, number) == expected


def test_articles_and_pictures() -> None:
    assert paths.article_path(ZH, ".md") == "articles/2026/03/04/yuanshan-aaaa2222bbbb.md"
    picture = paths.picture_path(ASSETS[BRIDGE.url], ZH)
    assert picture == "pictures/2026/03/04/a1b2a1b2a1b2a1b2.webp"


def test_no_part_is_longer_than_100_bytes() -> None:
    longest = paths.article_path(replace(ZH, source="x" * 40), ".html")
    assert max(len(part) for part in longest.encode("ascii").split(b"/")) <= 100


def test_every_list_of_an_article() -> None:
    assert [f"{key.kind} {key.value}" for key in paths.lists_of(ZH)] == [
        "front ",
        "outlet yuanshan",
        "outlet-month yuanshan/2026-03",
        "month 2026-03",
        "day 2026-03-04",
        f"story {STORY}",
    ]
    assert {key.kind for key in paths.lists_of(FR)} == {
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
    assert paths.link(here, there) == expected


ANY_PATH = st.lists(st.sampled_from(["a", "b", "c.md"]), min_size=1, max_size=4).map("/".join)


@given(here=ANY_PATH, there=ANY_PATH)
def test_a_link_leads_where_it_should(here: str, there: str) -> None:
    joined = posixpath.join(posixpath.dirname(here), paths.link(here, there))
    assert posixpath.normpath(joined) == there
