"""Stories: which reports are of one event.

1. Each report becomes a set of weighted terms (`features`, `window`).
2. Copies are put together and count as one report (`near_duplicates`).
3. The reports that are similar to a new one, those that are similar to these, and so on, are
   clustered again: average link, with a threshold (`clusters`).
4. A cluster that falls into two halves is two events (`contrast`).
5. A cluster is a story if it has two reports. It keeps the id of the story that most of its
   reports were in; a new one has the id of its first report.

So a decision is corrected when later reports show that it was wrong: stories are joined and
divided as long as their reports are in the window.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import TypeAlias

from mirrorpress.group.clusters import clustered
from mirrorpress.group.contrast import halves
from mirrorpress.group.window import FARTHEST, Window
from mirrorpress.model import GroupCandidate

WINDOW = timedelta(days=FARTHEST)
# Mean similarity of the reports of two clusters. What other values give: docs/grouping.md.
THRESHOLD = 0.044
WEAKEST = 0.015  # similarity that counts at all
MOST = 200  # reports of one story; further ones begin another
# Among few reports little is rare, and all are more similar: the threshold is raised by
# 40 / (reports + 10), to the threefold among ten, by a fifth among 200.
_RAISED, _FEW = 40, 10
_MOST_RELATED = 1000  # earlier reports that are clustered again

Pair: TypeAlias = tuple[str, str]  # ids of two reports, the lower first


def assign(
    new: Sequence[GroupCandidate], earlier: Iterable[GroupCandidate] = ()
) -> dict[str, str | None]:
    """The story of each new report, and of earlier ones whose story is another now.

    Args:
        new: reports without a story, in order of publication.
        earlier: reports that were assigned before, in order of publication.

    Returns:
        By report id: the story's id (the id of one of its reports), or None for a report alone.
    """
    known = {report.id: report for report in earlier}
    window = Window([*known.values(), *new])
    found: dict[str, str | None] = {report.id: None for report in new}
    clusters = _Related(window, found).clusters()
    for cluster, story in _named(window, clusters):
        found.update((name, story) for name in cluster if window.reports[name].story != story)
    return found


def threshold_among(reports: int) -> float:
    """The similarity from which on clusters are joined in a window of so many reports."""
    return THRESHOLD * (1 + _RAISED / (reports + _FEW))


class _Related:
    """Reports, those that are similar to them or in their stories, those that are to these, etc.

    Args:
        window: all reports.
        names: the first reports, which are all taken; of others a bounded number.
    """

    def __init__(self, window: Window, names: Iterable[str]) -> None:
        self._window = window
        self._threshold = threshold_among(len(window.reports))
        self._similar: dict[Pair, float] = {}
        self._copies: list[Pair] = []
        self._names = list(names)
        self._seen = set(self._names)
        self._most = len(self._names) + _MOST_RELATED
        for name in self._names:  # which grows meanwhile
            near = [other for other in window.candidates(name) if self._is_near(name, other)]
            self._take(near)
            self._take(window.of_story(window.reports[name].story))

    def _take(self, names: Iterable[str]) -> None:
        for name in names:
            if name not in self._seen and len(self._names) < self._most:
                self._seen.add(name)
                self._names.append(name)

    def _is_near(self, name: str, other: str) -> bool:
        pair = (name, other) if name < other else (other, name)
        value = self._similar.get(pair)
        if value is None:
            value = self._similar[pair] = self._window.similarity(*pair)
            if self._window.are_copies(*pair, similarity=value):
                self._copies.append(pair)
                return True
        return value >= self._threshold

    def clusters(self) -> list[list[str]]:
        """The reports of each event, in order of publication."""
        items = self._items()
        place = {name: at for at, item in enumerate(items) for name in item}
        similar: dict[tuple[int, int], float] = {}
        for pair, value in self._similar.items():
            one, other = sorted(place.get(name, -1) for name in pair)
            if value >= WEAKEST and 0 <= one < other:
                similar[one, other] = max(value, similar.get((one, other), 0.0))
        waiting = clustered([*map(len, items)], similar, self._threshold, MOST)
        found: list[list[str]] = []
        while waiting:
            cluster = waiting.pop()
            two = halves(self._window, [items[at][0] for at in cluster])
            if two is None:
                names = (name for at in cluster for name in items[at])
                found.append(sorted(names, key=self._window.order.__getitem__))
            else:
                waiting += [[place[name] for name in half] for half in two]
        return found

    def _items(self) -> list[list[str]]:
        """The reports, copies of one another together; at most `MOST` in one item."""
        copies = {name: [name] for name in self._names}
        for pair in self._copies:
            one, other = sorted((copies.get(name, []) for name in pair), key=len)
            if one and one is not other:
                other += one
                copies.update((name, other) for name in one)
        items: list[list[str]] = []
        for names in {id(names): names for names in copies.values()}.values():
            names.sort(key=self._window.order.__getitem__)
            items += [names[at : at + MOST] for at in range(0, len(names), MOST)]
        return items


def _named(
    window: Window, clusters: Sequence[Sequence[str]]
) -> Iterator[tuple[Sequence[str], str | None]]:
    """Each cluster with the id of its story; None where it is a report alone."""
    held = Counter(
        (number, story)
        for number, cluster in enumerate(clusters)
        for name in cluster
        if (story := window.reports[name].story) is not None
    )
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for (number, story), _ in sorted(held.items(), key=lambda item: (-item[1], item[0])):
        if number not in ids and story not in taken and len(clusters[number]) > 1:
            ids[number] = story
            taken.add(story)
    taken |= {report.story for report in window.reports.values() if report.story is not None}
    for number, cluster in enumerate(clusters):
        if len(cluster) == 1:
            yield cluster, None
            continue
        if number not in ids:
            ids[number] = next((name for name in cluster if name not in taken), cluster[0])
            taken.add(ids[number])
        yield cluster, ids[number]
