"""Two events that look alike: a cluster in which two halves have little in common but the topic.

Within a cluster, what all its reports share says nothing; what some of them share tells them
apart. Weighted by how rare a term is *in the cluster*, the reports of one event are all about as
far from one another; those of two events (two earthquakes, two hearings) fall into two halves.
Halves of the same hours are one event: a running story is divided by days, not by angles.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import chain, combinations

from mirrorpress.group.clusters import clustered
from mirrorpress.group.window import Window, length

SMALLEST_HALF, SHARE_OF_HALF = 5, 0.2  # reports, and of the cluster's; fewer can agree by chance
# Two halves that lie days apart, as a running story has them, may be smaller:
DAYS_APART = 0.8  # between their middle reports
SMALLEST_APART, FEWEST = 2, 6  # reports of a half, and of the cluster
APART = 0.44  # similarity between the halves, in terms of that within them
_MOST_PARTS = 3  # into which a cluster falls: two halves, and reports that are like neither
_MOST = 60  # reports that are compared; a larger cluster is not divided


def halves(window: Window, names: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """The two events of a cluster of reports; None where it is one.

    Args:
        window: of the reports.
        names: the reports, no copies of one another among them.
    """
    if not FEWEST <= len(names) <= _MOST:
        return None
    vectors = _contrasted(window, names)
    similar = {
        (i, j): max(_cosine(vectors[i], vectors[j]), 1e-6)
        for i, j in combinations(range(len(names)), 2)
    }
    for parts in range(2, _MOST_PARTS + 1):
        found = clustered([1] * len(names), similar, 0.0, len(names), fewest=parts)
        one, other, *rest = sorted(found, key=lambda part: (-len(part), part))
        first, second = ([names[place] for place in half] for half in (one, other))
        days = _days_between(window, first, second)
        if len(other) >= _smallest(len(names), days):
            break
    else:
        return None
    across = _between(similar, one, other)
    within = [_mean([similar[pair] for pair in combinations(half, 2)]) for half in (one, other)]
    is_near = days is not None and days < DAYS_APART
    if is_near or across >= APART * math.sqrt(within[0] * within[1]):
        return None
    for place in chain(*rest):  # like neither, but nearer to one
        nearer = _between(similar, [place], one) >= _between(similar, [place], other)
        (first if nearer else second).append(names[place])
    return first, second


def _smallest(count: int, days: float | None) -> float:
    """The fewest reports of a half of so many; fewer where days lie between the two."""
    return max(SMALLEST_HALF, SHARE_OF_HALF * count) if days is None else SMALLEST_APART


def _between(
    similar: dict[tuple[int, int], float], one: Sequence[int], other: Sequence[int]
) -> float:
    """The mean similarity of the reports at some places to those at others."""
    return _mean([similar[min(i, j), max(i, j)] for i in one for j in other])


def _contrasted(window: Window, names: Sequence[str]) -> list[dict[int, float]]:
    """The terms of each report that some of the others have and some have not."""
    counts = Counter(term for name in names for term in window.features(name).terms)
    weights = {
        term: math.log(len(names) / count) * window.weight(term)
        for term, count in counts.items()
        if 1 < count < len(names)
    }
    vectors = []
    for name in names:
        found = window.features(name)
        vector = {
            term: weights[term] * (2 if found.is_name(place) else 1)
            for place, term in enumerate(found.terms)
            if term in weights
        }
        long = length(vector)
        vectors.append({term: weight / long for term, weight in vector.items()})
    return vectors


def _mean(values: Sequence[float]) -> float:
    return sum(values) / max(len(values), 1)


def _cosine(one: dict[int, float], other: dict[int, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)


def _days_between(window: Window, one: Sequence[str], other: Sequence[str]) -> float | None:
    """Days between the middle reports of two halves; None where a time is not known."""
    first, second = (sorted(half, key=window.order) for half in (one, other))
    return window.days_between(first[len(first) // 2], second[len(second) // 2])
