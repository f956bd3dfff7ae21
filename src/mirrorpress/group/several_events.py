"""Reports of several events: near to three stories or more that have nothing in common.

A round-up whose title does not say so (see `roundups`) is as near to the one event as to the
others. In none of their stories does it belong. Reports of its own outlet say nothing of it: they
may share a template.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from mirrorpress.group.window import Window

FEWEST = 3  # events, its own among them
NEAR = 0.5  # similarity to another event's report, in terms of that which joins two reports
SHARE = 0.4  # of the reports of another event that it is near to
UNLIKE = 0.7  # mean similarity of two events but for time, likewise: with less they have nothing
# in common
_MOST_EVENTS = 8  # that are compared with one another
_MOST_REPORTS = 2  # of each


def of_several_events(
    window: Window, clusters: Sequence[Sequence[str]], threshold: float
) -> set[str]:
    """The reports in clusters that are of several events.

    Args:
        window: of the reports.
        clusters: the reports of each event.
        threshold: mean similarity from which on reports are put together.
    """
    number_of = {name: number for number, cluster in enumerate(clusters) for name in cluster}
    found: set[str] = set()
    for number, cluster in enumerate(clusters):
        for name in cluster if len(cluster) > 1 else ():
            near = Counter(number_of[other] for other in window.near(name) if other in number_of)
            others = [clusters[at] for at, _ in near.most_common(_MOST_EVENTS) if at != number]
            own = [other for other in cluster if other != name]
            if tells_of_several(window, name, own, others, threshold):
                found.add(name)
    return found


def tells_of_several(
    window: Window,
    name: str,
    own: Sequence[str],
    others: Sequence[Sequence[str]],
    threshold: float,
) -> bool:
    """Whether a report is of the event of some reports, and of others.

    Args:
        window: of the reports.
        name: the report.
        own: other reports of the event that it would belong to.
        others: the reports of each other event.
        threshold: mean similarity from which on reports are put together.
    """
    if len(others) + 1 < FEWEST:
        return False
    least, source = NEAR * threshold, window.reports[name].source
    near = {
        other
        for other, one in window.near(name).items()
        if one.similarity >= least and not source == window.reports[other].source != ""
    }
    events = [
        event for event in others if len(near.intersection(event)) >= max(2, SHARE * len(event))
    ]
    return _have_nothing_in_common(window, [own, *events], UNLIKE * threshold)


def _have_nothing_in_common(window: Window, events: Sequence[Sequence[str]], least: float) -> bool:
    """Whether `FEWEST` of some events are unlike one another, the first among them."""
    apart: list[list[str]] = []
    for place, event in enumerate(events):
        if len(apart) + len(events) - place < FEWEST:
            return False
        reports = list(islice(event, _MOST_REPORTS))
        if not any(_are_alike(window, reports, other, least) for other in apart):
            apart.append(reports)
            if len(apart) == FEWEST:
                return True
    return False


def _are_alike(window: Window, names: Sequence[str], others: Sequence[str], least: float) -> bool:
    """Whether two events are as similar as that, but for time.

    What is known of their reports may say so already: with time they are less similar.
    """
    known = (window.near(name).get(other) for name in names for other in others)
    total = sum(near.similarity for near in known if near is not None)
    if total < least * len(names) * len(others):
        found = [window.alike(name, others) for name in names]
        total = sum(value for alike in found for value in alike.values())
    return total >= least * len(names) * len(others)
