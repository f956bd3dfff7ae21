"""Long lists cut into pages, so that one more article changes one page.

A list that grows at its start keeps its newest 51 to 100 articles on the page at its own address.
Older ones are on further pages of 50, numbered from the oldest: page 1 is full, and stays as it
is while articles are added. A story grows at its end, and is cut into hundreds from its start.

    130 articles of an outlet      outlets/rfi.md  newest 80     outlets/rfi_1.md  oldest 50
    130 reports of one event       stories/k7/k7….md  oldest 100     stories/k7/k7…_2.md  newest 30
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise

from mirrorpress.model import ArticleList, ArticleSummary, ListPage
from mirrorpress.render.context import RenderContext
from mirrorpress.render.paths import list_path

MOST = 100  # articles on one page of a list
STEP = 50  # articles on a further page of a list that grows at its start
FRONT = 40  # articles on the front page; the rest is found by outlet and by month


@dataclass(frozen=True, slots=True)
class ListCut:
    """One page of a list."""

    path: str
    summaries: tuple[ArticleSummary, ...]
    earlier: str | None  # path of the neighbour in time: a page of this list or another list
    later: str | None
    first: bool  # the page at the list's own address


def pages(list_page: ListPage, ending: str) -> tuple[ListCut, ...]:
    """The pages of a list, the one at its own address first. There is always one."""
    if list_page.key.kind == "front":
        return (
            ListCut(
                list_path(list_page.key, ending), list_page.summaries[:FRONT], None, None, True
            ),
        )
    if list_page.key.kind == "story":
        cut = _from_start(list_page.summaries)
        numbers = [None, *range(2, len(cut) + 1)]
    else:
        cut = _from_end(list_page.summaries)
        numbers = [None, *range(len(cut) - 1, 0, -1)]
    paths = [list_path(list_page.key, ending, number) for number in numbers]
    return _chained(list_page, ending, list(zip(paths, cut, strict=True)))


def _from_start(summaries: tuple[ArticleSummary, ...]) -> list[tuple[ArticleSummary, ...]]:
    return [summaries[at : at + MOST] for at in range(0, max(len(summaries), 1), MOST)]


def _from_end(summaries: tuple[ArticleSummary, ...]) -> list[tuple[ArticleSummary, ...]]:
    further = -(-max(len(summaries) - MOST, 0) // STEP)  # rounded up
    cuts = [len(summaries) - STEP * number for number in range(further, -1, -1)]
    return [summaries[start:end] for start, end in pairwise([0, *cuts])]


def _chained(
    list_page: ListPage, ending: str, cut: list[tuple[str, tuple[ArticleSummary, ...]]]
) -> tuple[ListCut, ...]:
    """Every page with its neighbours in time; at both ends those of the list."""
    before, after = _path(list_page.later, ending), _path(list_page.earlier, ending)
    if list_page.key.kind == "story":
        before, after = after, before
    paths = [before, *(path for path, _ in cut), after]
    chained: list[ListCut] = []
    for at, (path, summaries) in enumerate(cut):
        previous, following = paths[at], paths[at + 2]
        if list_page.key.kind == "story":
            previous, following = following, previous
        chained.append(ListCut(path, summaries, earlier=following, later=previous, first=at == 0))
    return tuple(chained)


def _path(key: ArticleList | None, ending: str) -> str | None:
    return list_path(key, ending) if key else None


def by_day(
    summaries: Iterable[ArticleSummary], context: RenderContext
) -> list[tuple[str, list[ArticleSummary]]]:
    """Neighbouring articles of one day put together under its date."""
    grouped = groupby(summaries, key=lambda summary: context.date(summary.published))
    return [(day, list(group)) for day, group in grouped]
