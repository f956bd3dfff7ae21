"""Long lists in pages: all that was in it is on them once, in order, and few of them change."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.model import ArticleList, ArticleSummary, ListPage
from mirrorpress.render.paging import FRONT, MOST, ListCut, pages
from render.samples import OLD, summary

OUTLET = ArticleList(kind="outlet-month", value="yuanshan/2026-02")
STORY = ArticleList(kind="story", value="k7abcdefghij")
EARLIER = ArticleList(kind="outlet-month", value="yuanshan/2026-01")
LATER = ArticleList(kind="outlet-month", value="yuanshan/2026-03")


def summaries(count: int) -> tuple[ArticleSummary, ...]:
    """That many, newest first; the newest has the highest number."""
    made = (
        summary(f"{number:012}", "yuanshan", str(number), OLD.published + timedelta(minutes=number))
        for number in range(count, 0, -1)
    )
    return tuple(made)


def newest_first(count: int) -> tuple[ListCut, ...]:
    return pages(
        ListPage(key=OUTLET, summaries=summaries(count), earlier=EARLIER, later=LATER), ".md"
    )


CUTS = [(0, [0]), (1, [1]), (100, [100]), (101, [51, 50]), (150, [100, 50]), (151, [51, 50, 50])]


@pytest.mark.parametrize(("count", "expected"), CUTS)
def test_a_list_that_grows_at_its_head(count: int, expected: list[int]) -> None:
    assert [len(page.summaries) for page in newest_first(count)] == expected


@given(st.integers(0, 420))
def test_every_article_is_on_one_page_in_order(count: int) -> None:
    found = newest_first(count)
    assert tuple(each for page in found for each in page.summaries) == summaries(count)
    assert all(len(page.summaries) <= MOST for page in found)
    assert len({page.path for page in found}) == len(found)


@given(st.integers(0, 420))
def test_one_more_article_changes_at_most_three_pages(count: int) -> None:
    before = {page.path: page for page in newest_first(count)}
    after = {page.path: page for page in newest_first(count + 1)}
    changed = [path for path in before | after if before.get(path) != after.get(path)]
    assert len(changed) <= 3  # the first; now and then a new one, and the neighbour it links to


def test_pages_are_chained_in_time() -> None:
    found = newest_first(151)
    assert [page.path for page in found] == [
        "outlets/yuanshan/2026-02.md",
        "outlets/yuanshan/2026-02_2.md",
        "outlets/yuanshan/2026-02_1.md",
    ]
    assert [page.later for page in found] == [
        "outlets/yuanshan/2026-03.md", found[0].path, found[1].path
    ]  # fmt: skip
    assert [page.earlier for page in found] == [
        found[1].path, found[2].path, "outlets/yuanshan/2026-01.md"
    ]  # fmt: skip
    assert [page.first for page in found] == [True, False, False]


def test_a_story_grows_at_its_end() -> None:
    found = pages(ListPage(key=STORY, summaries=summaries(130)[::-1]), ".html")
    assert [(page.path, len(page.summaries)) for page in found] == [
        ("stories/k/7/k7abcdefghij.html", 100),
        ("stories/k/7/k7abcdefghij_2.html", 30),
    ]
    assert found[0].summaries[0].title == "1"
    assert (found[0].later, found[0].earlier) == (found[1].path, None)
    assert (found[1].later, found[1].earlier) == (None, found[0].path)


def test_the_front_is_one_page() -> None:
    (page,) = pages(ListPage(key=ArticleList(kind="front"), summaries=summaries(500)), ".md")
    assert len(page.summaries) == FRONT
