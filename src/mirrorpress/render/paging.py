"""Long lists cut into pages, so that one more article changes one page.

A list that grows at its head keeps its newest articles, 51 to 100 of them with a page size of 100,
on the page at its own address. Older ones are on further pages of half that size, numbered from the
oldest: page 1 is full, and stays as it is while articles are added. A list that begins with its
oldest article grows at its end, and is cut into full pages from its start.

    130 articles of an outlet      outlets/rfi.md  newest 80     outlets/rfi_1.md  oldest 50
    130 reports of one event       stories/k7/k7….md  oldest 100     stories/k7/k7…_2.md  newest 30
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise

from mirrorpress.model import ArticleList, ArticleSummary, PageRef


@dataclass(frozen=True, slots=True)
class Cut:
    """Which articles of a list are on one of its pages."""

    number: int | None  # None: the page at the list's own address
    start: int  # position in the order of the list, from 0
    end: int  # the first position that is not on it
    earlier: PageRef | None  # neighbours in time: pages of this list, or what was handed in
    later: PageRef | None


def cuts(
    article_list: ArticleList,
    count: int,
    earlier: PageRef | None = None,
    later: PageRef | None = None,
    *,
    older: int = 0,
) -> tuple[Cut, ...]:
    """The pages of a list, the one at its own address first. There is always one.

    Args:
        article_list: which list.
        count: of the articles that it shows.
        earlier: the neighbour of the whole list, before its oldest article.
        later: the same after its newest.
        older: articles before its oldest that it does not show any more. Pages are numbered as if
            it did, so that an article which leaves the list changes the last page only.
    """
    if article_list.oldest_first:
        ranges = _from_start(count, article_list.page_size)
        numbers = [None, *range(2, len(ranges) + 1)]
        before, after = earlier, later
    else:
        pages = _from_end(count + older, article_list.page_size)
        ranges = [(start, min(end, count)) for start, end in pages if start < count or not start]
        numbers = [None, *range(len(pages) - 1, len(pages) - len(ranges), -1)]
        before, after = later, earlier
    refs = [before, *(PageRef(article_list, number) for number in numbers), after]
    found: list[Cut] = []
    for at, (number, (start, end)) in enumerate(zip(numbers, ranges, strict=True)):
        previous, following = refs[at], refs[at + 2]
        if article_list.oldest_first:
            found.append(Cut(number, start, end, earlier=previous, later=following))
        else:
            found.append(Cut(number, start, end, earlier=following, later=previous))
    return tuple(found)


def _from_start(count: int, size: int) -> list[tuple[int, int]]:
    return [(start, min(start + size, count)) for start in range(0, max(count, 1), size)]


def _from_end(count: int, size: int) -> list[tuple[int, int]]:
    step = max(size // 2, 1)
    further = -(-max(count - size, 0) // step)  # rounded up
    ends = [count - step * number for number in range(further, -1, -1)]
    return list(pairwise([0, *ends]))


def by_day(summaries: Iterable[ArticleSummary]) -> list[tuple[str, list[ArticleSummary]]]:
    """Neighbouring articles of one day put together under its date."""
    grouped = groupby(summaries, key=lambda summary: summary.day)
    return [(day, list(group)) for day, group in grouped]
