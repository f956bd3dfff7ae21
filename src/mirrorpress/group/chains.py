"""A running story: events that follow one another, each a story of its own.

An event follows an earlier story if the reports of both are about as similar as those of one
event are, but for the time between them, which is put aside. Each event follows one story at most,
the most similar one, so that a running story is a chain of events in time.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from mirrorpress.group.window import FARTHEST, Window

_MOST_COMPARED = 6  # reports of each of two events: the first of one, the last of the other
_LOOKED_UP = 2  # reports by which earlier ones are looked up
_CROWDED = 10  # reports of an event, besides which few others are found
_MOST_STORIES = 12  # that are compared
FOLLOWS = 1.4  # mean similarity but for time, in terms of that which joins two reports


def followed(window: Window, names: Sequence[str], threshold: float) -> str | None:
    """The last report of the story that an event follows; None where it follows none.

    Args:
        window: of all reports.
        names: the reports of the event, in order of publication: those of a story, or one alone.
        threshold: mean similarity from which on reports are put together.
    """
    stories = _earlier(window, names)
    every = [report for reports in stories for report in reports]
    alike = [window.alike(name, every) for name in names[:_MOST_COMPARED]]
    best: tuple[float, str] | None = None
    for reports in stories:
        values = [found[report] for found in alike for report in reports]
        mean = sum(values) / len(values)
        if mean >= FOLLOWS * threshold:
            best = max(best or (mean, reports[-1]), (mean, reports[-1]))
    return None if best is None else best[1]


def _earlier(window: Window, names: Sequence[str]) -> list[list[str]]:
    """The last reports of each story that began before an event, and ended shortly before it."""
    first = names[0]
    own = window.reports[first].story
    near: dict[str, None] = {}
    for name in names[:_LOOKED_UP]:
        near.update(dict.fromkeys(window.near(name)))
        if len(names) >= _CROWDED:  # those of a large event leave no room for others
            near.update(dict.fromkeys(window.looked_up(name, own)))
    stories = dict.fromkeys(window.reports[other].story for other in near)
    found: list[list[str]] = []
    for story in islice((one for one in stories if one not in (None, own)), _MOST_STORIES):
        reports = sorted(window.of_story(story), key=window.order)
        if window.order(reports[0]) >= window.order(first):
            continue
        last = [one for one in reports if window.order(one) < window.order(first)]
        days = window.days_between(first, last[-1])
        if days is not None and days <= FARTHEST:
            found.append(last[-_MOST_COMPARED:])
    return found
