"""Long lists in pages: all that was in it is on them once, in order, and few of them change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.model import PageRef
from mirrorpress.render import lists
from mirrorpress.render.paging import Cut, by_day, cuts
from render.samples import AR, EN, FR, ZH

MONTH = lists.outlet_month("yuanshan", "2026-02")
STORY = lists.story("k7abcdefghij")
EARLIER = PageRef(lists.outlet_month("yuanshan", "2026-01"))
LATER = PageRef(lists.outlet_month("yuanshan", "2026-03"))


def newest_first(count: int) -> tuple[Cut, ...]:
    return cuts(MONTH, count, EARLIER, LATER)


CUTS = [(0, [0]), (1, [1]), (100, [100]), (101, [51, 50]), (150, [100, 50]), (151, [51, 50, 50])]


@pytest.mark.parametrize(("count", "expected"), CUTS)
def test_a_list_that_grows_at_its_head(count: int, expected: list[int]) -> None:
    assert [cut.end - cut.start for cut in newest_first(count)] == expected


@given(count=st.integers(0, 420), size=st.integers(1, 150), oldest_first=st.booleans())
def test_every_article_is_on_one_page_in_order(count: int, size: int, oldest_first: bool) -> None:
    found = cuts(replace(MONTH, page_size=size, oldest_first=oldest_first), count)
    positions = [position for cut in found for position in range(cut.start, cut.end)]
    assert positions == list(range(count))
    assert all(cut.end - cut.start <= size for cut in found)
    assert found[0].number is None
    assert len({cut.number for cut in found}) == len(found)


@given(st.integers(0, 420))
def test_one_more_article_changes_at_most_three_pages(count: int) -> None:
    def pages(count: int) -> dict[int | None, tuple[object, ...]]:
        """Articles (named from the oldest) and neighbours of each page."""
        return {
            cut.number: (range(count - cut.end, count - cut.start), cut.earlier, cut.later)
            for cut in newest_first(count)
        }

    before, after = pages(count), pages(count + 1)
    changed = [number for number in before | after if before.get(number) != after.get(number)]
    assert len(changed) <= 3  # the first; now and then a new one, and the neighbour it links to


@given(count=st.integers(1, 420), older=st.integers(0, 900), size=st.integers(1, 150))
def test_a_list_that_loses_its_oldest_keeps_its_other_pages(
    count: int, older: int, size: int
) -> None:
    bounded = replace(MONTH, page_size=size, limit=count)

    def pages(older: int) -> dict[int | None, range]:
        """Articles of each page, counted from the oldest that ever was."""
        total = count + older
        found = cuts(bounded, count, older=older)
        positions = [position for cut in found for position in range(cut.start, cut.end)]
        assert positions == list(range(count))
        return {cut.number: range(total - cut.end, total - cut.start) for cut in found}

    before, after = pages(older), pages(older + 1)
    changed = [number for number in before | after if before.get(number) != after.get(number)]
    assert len(changed) <= 3  # the first, the last, and now and then a new one


def test_pages_are_chained_in_time() -> None:
    found = newest_first(151)
    assert [cut.number for cut in found] == [None, 2, 1]
    first, second, last = (PageRef(MONTH, cut.number) for cut in found)
    assert [cut.later for cut in found] == [LATER, first, second]
    assert [cut.earlier for cut in found] == [second, last, EARLIER]


def test_a_story_grows_at_its_end() -> None:
    first, second = cuts(STORY, 130)
    assert (first.number, first.start, first.end) == (None, 0, 100)
    assert (second.number, second.start, second.end) == (2, 100, 130)
    assert (first.earlier, first.later) == (None, PageRef(STORY, 2))
    assert (second.earlier, second.later) == (PageRef(STORY), None)


def test_neighbours_of_one_day_are_put_together() -> None:
    assert by_day((EN, AR, ZH, FR)) == [("2026-03-04", [EN, AR, ZH, FR])]
    earlier = replace(FR, day="2026-03-03")
    assert [day for day, _ in by_day((EN, earlier, AR))] == [
        "2026-03-04", "2026-03-03", "2026-03-04"
    ]  # fmt: skip
