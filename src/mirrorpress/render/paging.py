"""Long lists cut into pages, so that one more article changes one page.

A list that grows at its head keeps its newest 51 to 100 articles on the page at its own address.
Older ones are on further pages of 50, numbered from the oldest: page 1 is full, and stays as it
is while articles are added. A story grows at its end, and is cut into hundreds from its start.

    130 articles of an outlet      outlets/rfi.md  newest 80     outlets/rfi_1.md  oldest 50
    130 reports of one event       stories/k7/k7….md  oldest 100     stories/k7/k7…_2.md  newest 30
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise

from mirrorpress.model import Head, Shelf, ShelfKey
from mirrorpress.render.imprint import Imprint
from mirrorpress.render.places import shelf_path

MOST = 100  # articles on one page of a list
STEP = 50  # articles on a further page of a list that grows at its head
FRONT = 40  # articles on the front page; the rest is found by outlet and by month


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list."""

    path: str
    heads: tuple[Head, ...]
    earlier: str | None  # path of the neighbour in time: a page of this list or another list
    later: str | None
    first: bool  # the page at the list's own address


def pages(shelf: Shelf, ending: str) -> tuple[ListPage, ...]:
    """The pages of a list, the one at its own address first. There is always one."""
    if shelf.key.kind == "front":
        return (ListPage(shelf_path(shelf.key, ending), shelf.heads[:FRONT], None, None, True),)
    if shelf.key.kind == "story":
        cut = _from_start(shelf.heads)
        numbers = [None, *range(2, len(cut) + 1)]
    else:
        cut = _from_end(shelf.heads)
        numbers = [None, *range(len(cut) - 1, 0, -1)]
    paths = [shelf_path(shelf.key, ending, number) for number in numbers]
    return _chained(shelf, ending, list(zip(paths, cut, strict=True)))


def _from_start(heads: tuple[Head, ...]) -> list[tuple[Head, ...]]:
    return [heads[at : at + MOST] for at in range(0, max(len(heads), 1), MOST)]


def _from_end(heads: tuple[Head, ...]) -> list[tuple[Head, ...]]:
    further = -(-max(len(heads) - MOST, 0) // STEP)  # rounded up
    cuts = [len(heads) - STEP * number for number in range(further, -1, -1)]
    return [heads[start:end] for start, end in pairwise([0, *cuts])]


def _chained(
    shelf: Shelf, ending: str, cut: list[tuple[str, tuple[Head, ...]]]
) -> tuple[ListPage, ...]:
    """Every page with its neighbours in time; at both ends those of the list."""
    before, after = _path(shelf.later, ending), _path(shelf.earlier, ending)
    if shelf.key.kind == "story":
        before, after = after, before
    paths = [before, *(path for path, _ in cut), after]
    chained: list[ListPage] = []
    for at, (path, heads) in enumerate(cut):
        previous, following = paths[at], paths[at + 2]
        if shelf.key.kind == "story":
            previous, following = following, previous
        chained.append(ListPage(path, heads, earlier=following, later=previous, first=at == 0))
    return tuple(chained)


def _path(key: ShelfKey | None, ending: str) -> str | None:
    return shelf_path(key, ending) if key else None


def by_day(heads: Iterable[Head], imprint: Imprint) -> list[tuple[str, list[Head]]]:
    """Neighbouring articles of one day put together under its date."""
    grouped = groupby(heads, key=lambda head: imprint.date(head.published))
    return [(day, list(group)) for day, group in grouped]
