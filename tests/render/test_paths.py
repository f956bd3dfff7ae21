"""Addresses inside an edition: stable, short, ASCII, and linked relatively."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.model import ArticleList
from mirrorpress.render import lists, paths
from render.samples import ASSETS, BRIDGE, ZH, first

DAY = date(2026, 3, 4)

PATHS = [
    (lists.FRONT, ".md", None, "README.md"),
    (lists.FRONT, ".html", None, "index.html"),
    (lists.outlet("rfi"), ".md", None, "outlets/rfi.md"),
    (lists.outlet("rfi"), ".html", 3, "outlets/rfi_3.html"),
    (lists.outlet_month("rfi", "2026-03"), ".md", None, "outlets/rfi/2026-03.md"),
    (lists.month("2026-03"), ".md", 2, "months/2026-03_2.md"),
    (lists.day("2026-03-04"), ".md", None, "days/2026/03/04.md"),
    (lists.story("k7abcdefghij"), ".md", None, "stories/k/7/k7abcdefghij.md"),
]  # fmt: skip


@pytest.mark.parametrize(("article_list", "ending", "number", "expected"), PATHS)
def test_lists(article_list: ArticleList, ending: str, number: int | None, expected: str) -> None:
    assert paths.list_path(article_list, ending, number) == expected


def test_a_list_of_another_layout_has_no_path_here() -> None:
    with pytest.raises(ValueError, match="channel is not a list of this layout"):
        paths.list_path(ArticleList(kind="channel", outlet="rfi"), ".md")


def test_articles_and_pictures() -> None:
    assert paths.article_path(ZH, ".md", first) == "articles/2026/03/04/yuanshan-aaaa2222bbbb.md"
    picture = paths.picture_path(ASSETS[BRIDGE.url], ZH, first)
    assert picture == "pictures/2026/03/04/a1b2a1b2a1b2a1b2.webp"


FOLDERS = [(1, "04"), (890, "04"), (891, "04-2"), (1780, "04-2"), (1781, "04-3")]


@pytest.mark.parametrize(("number", "folder"), FOLDERS)
def test_the_file_that_is_too_many_goes_to_the_next_folder(number: int, folder: str) -> None:
    asked: list[str] = []

    def count(series: str) -> int:
        asked.append(series)
        return number

    assert paths.article_path(ZH, ".md", count).split("/")[3] == folder
    assert paths.picture_path(ASSETS[BRIDGE.url], ZH, count).split("/")[3] == folder
    assert asked == ["articles/2026/03/04", "pictures/2026/03/04"]


def test_no_part_is_longer_than_100_bytes() -> None:
    longest = paths.article_path(replace(ZH, source="x" * 40), ".html", first)
    assert max(len(part) for part in longest.encode("ascii").split(b"/")) <= 100


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
