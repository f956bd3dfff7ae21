"""Average-link clustering: which reports of a part of the window are of one event.

Clusters are joined as long as the mean similarity between the reports of two of them passes a
threshold, the most similar first. A chain of reports, of which each is similar to the next only,
does not become one cluster.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence

Pair = tuple[int, int]  # places, the lower first


def clustered(
    sizes: Sequence[int],
    similar: Mapping[Pair, float],
    threshold: float,
    most: int,
    *,
    fewest: int = 1,
) -> list[list[int]]:
    """The clusters of items, each a sorted list of their places.

    Args:
        sizes: how many reports each item stands for; a cluster has at most `most`.
        similar: the similarity of two items by their places; 0 for others.
        threshold: the mean similarity from which on two clusters are joined.
        most: reports of one cluster.
        fewest: clusters; when no more are left, none are joined.
    """
    members = {place: [place] for place in range(len(sizes))}
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), value in similar.items():
        near[one][other] = near[other][one] = value
    queue = [(-value, *pair) for pair, value in similar.items() if value >= threshold]
    heapq.heapify(queue)
    following = len(sizes)
    while queue and len(members) > fewest:
        _, one, other = heapq.heappop(queue)
        if one not in members or other not in members:
            continue
        joined = members[one] + members[other]
        if sum(sizes[place] for place in joined) > most:
            continue
        share = len(members[one]) / len(joined)
        del members[one], members[other]
        for third in sorted((near[one].keys() | near[other].keys()) & members.keys()):
            mean = share * near[one].get(third, 0.0) + (1 - share) * near[other].get(third, 0.0)
            near[following][third] = near[third][following] = mean
            if mean >= threshold:
                heapq.heappush(queue, (-mean, third, following))
        members[following] = joined
        del near[one], near[other]
        following += 1
    return sorted(sorted(places) for places in members.values())
