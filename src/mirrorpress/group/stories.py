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

from mirrorpress.group.chains import followed
from mirrorpress.group.clusters import clustered
from mirrorpress.group.contrast import halves
from mirrorpress.group.several_events import of_several_events
from mirrorpress.group.window import FARTHEST, Window, raised
from mirrorpress.model import GroupCandidate

WINDOW = timedelta(days=FARTHEST)
# Mean similarity of the reports of two clusters. What other values give: docs/grouping.md.
THRESHOLD = 0.031
MOST = 200  # reports of one story; further ones begin another
# Earlier reports that are clustered again: so many, or so many for each new report.
_MOST_RELATED, _MOST_OF_EACH = 300, 3
# Two reports in different languages that share no figures and names say little against one event:
# so much of the threshold.
UNKNOWN = 0.6
_MOST_EXACT = 60  # connected reports of which each is compared with each other


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
    return OpenStories(Window(earlier)).add(new)


class OpenStories:
    """The stories of some days, to which new reports are added.

    Args:
        window: the reports that were assigned before.
    """

    def __init__(self, window: Window) -> None:
        self._window = window
        self._left: set[str] = set()  # stories that reports left when others were added last

    def add(self, new: Sequence[GroupCandidate]) -> dict[str, str | None]:
        """As `assign`, with the reports of the window as the earlier ones."""
        window = self._window
        window.add(new)
        self._left.clear()
        found: dict[str, str | None] = {report.id: None for report in new}
        for cluster, story in _named(window, _Related(window, found).clusters()):
            changed = {name: story for name in cluster if window.reports[name].story != story}
            for name in changed:
                former = window.reports[name].story
                if former is not None:
                    self._left.add(former)
                window.move(name, story)
            found |= changed
        return found

    def followed(self, names: Iterable[str]) -> dict[str, str | None]:
        """What the events of some reports follow in a running story: see `chains`.

        And those of the stories that reports left, which may begin with another one now.

        Returns:
            By the first report of each event: the last report of the story before it, or None.
        """
        window, found = self._window, dict[str, str | None]()
        threshold = threshold_among(len(window.reports))
        rest = [
            window.of_story(story)[0] for story in sorted(self._left.intersection(window.stories()))
        ]
        for name in (*names, *rest):
            story = window.reports[name].story
            event = sorted(window.of_story(story), key=window.order) or [name]
            if event[0] not in found:
                found[event[0]] = followed(window, event, threshold)
        return found

    def story_of(self, name: str) -> str | None:
        """The story that a report of the window is in; None where it is alone."""
        return self._window.reports[name].story


def threshold_among(reports: int) -> float:
    """The similarity from which on clusters are joined in a window of so many reports."""
    return THRESHOLD * raised(reports)


class _Related:
    """Reports, those that are similar to them or in their stories, those that are to these, etc.

    Args:
        window: all reports.
        names: the first reports, which are all taken; of others a bounded number.
    """

    def __init__(self, window: Window, names: Iterable[str]) -> None:
        self._window = window
        self._threshold = threshold_among(len(window.reports))
        self._names = list(names)
        self._seen = set(self._names)
        count = len(self._names)
        self._most = count + max(_MOST_RELATED, _MOST_OF_EACH * count)
        for name in self._names:  # which grows meanwhile
            self._take(window.of_story(window.reports[name].story))
            for other, one in window.near(name).items():
                is_near = one.is_copy or one.similarity >= self._threshold
                if is_near and other not in self._seen:
                    self._take([other, *window.of_story(window.reports[other].story)])

    def _take(self, names: Iterable[str]) -> None:
        """Take reports, all or none: a story of which some are left out would be divided."""
        more = [name for name in dict.fromkeys(names) if name not in self._seen]
        if len(self._names) + len(more) <= self._most:
            self._seen.update(more)
            self._names += more

    def clusters(self) -> list[list[str]]:
        """The reports of each event, in order of publication."""
        parts = [part for part in self._connected() if len(part) <= _MOST_EXACT]
        for part in parts:
            self._window.near_all(part)
        items = self._items()
        place = {name: at for at, item in enumerate(items) for name in item}
        similar: dict[tuple[int, int], float] = {}
        for name in self._names:
            for other, near in self._window.near(name).items():
                pair = place[name], place.get(other, -1)
                if pair[0] < pair[1]:
                    similar[pair] = max(near.similarity, similar.get(pair, 0.0))
        for part in parts:
            for one, other in self._window.unknown_pairs(part):
                pair = place[one], place[other]
                if pair[0] < pair[1]:
                    similar.setdefault(pair, UNKNOWN * self._threshold)
        waiting = clustered([*map(len, items)], similar, self._threshold, MOST)
        found: list[list[str]] = []
        while waiting:
            cluster = waiting.pop()
            two = halves(self._window, [items[at][0] for at in cluster])
            if two is None:
                names = (name for at in cluster for name in items[at])
                found.append(sorted(names, key=self._window.order))
            else:
                waiting += [[place[name] for name in half] for half in two]
        several = of_several_events(self._window, found, self._threshold)
        if several:
            alone = [[name] for name in sorted(several)]
            found = [[name for name in names if name not in several] for names in found] + alone
        return sorted(filter(None, found), key=lambda names: self._window.order(names[0]))

    def _connected(self) -> list[list[str]]:
        """The reports that are connected by similarity, each part a list."""
        parts: list[list[str]] = []
        taken: set[str] = set()
        for first in self._names:
            if first in taken:
                continue
            taken.add(first)
            part = [first]
            for name in part:  # which grows meanwhile
                for other, near in self._window.near(name).items():
                    is_new = other in self._seen and other not in taken
                    if is_new and near.similarity >= self._threshold:
                        taken.add(other)
                        part.append(other)
            parts.append(part)
        return parts

    def _items(self) -> list[list[str]]:
        """The reports, copies of one another together; at most `MOST` in one item."""
        copies = {name: [name] for name in self._names}
        for name in self._names:
            for other, near in self._window.near(name).items():
                if near.is_copy and other in copies and copies[name] is not copies[other]:
                    fewer, more = sorted((copies[name], copies[other]), key=len)
                    more += fewer
                    copies.update((each, more) for each in fewer)
        items: list[list[str]] = []
        for names in {id(names): names for names in copies.values()}.values():
            names.sort(key=self._window.order)
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
    taken.update(window.stories())
    for number, cluster in enumerate(clusters):
        if len(cluster) == 1:
            yield cluster, None
            continue
        if number not in ids:
            ids[number] = next((name for name in cluster if name not in taken), cluster[0])
            taken.add(ids[number])
        yield cluster, ids[number]
