"""Which items are clustered together."""

from __future__ import annotations

from mirrorpress.group.clusters import clustered

ONE = [1, 1, 1, 1]


def test_items_that_are_similar_are_together() -> None:
    assert clustered(ONE, {(0, 1): 0.5, (2, 3): 0.6}, 0.4, 9) == [[0, 1], [2, 3]]


def test_what_is_below_the_threshold_stays_apart() -> None:
    assert clustered(ONE, {(0, 1): 0.3, (2, 3): 0.4}, 0.4, 9) == [[0], [1], [2, 3]]


def test_a_chain_is_not_one_cluster() -> None:
    """Each is similar to the next only: the mean over a joined cluster is too low."""
    chain = {(0, 1): 0.6, (1, 2): 0.5, (2, 3): 0.6}
    assert clustered(ONE, chain, 0.4, 9) == [[0, 1], [2, 3]]


def test_the_mean_is_over_all_pairs() -> None:
    similar = {(0, 1): 0.9, (0, 2): 0.5, (1, 2): 0.3}
    assert clustered([1, 1, 1], similar, 0.4, 9) == [[0, 1, 2]]
    assert clustered([1, 1, 1], similar, 0.41, 9) == [[0, 1], [2]]


def test_a_cluster_stands_for_a_bounded_number_of_reports() -> None:
    similar = {(one, other): 0.9 for one in range(4) for other in range(one + 1, 4)}
    assert clustered([2, 2, 2, 2], similar, 0.1, 4) == [[0, 1], [2, 3]]


def test_clusters_are_joined_until_few_are_left() -> None:
    similar = {(one, other): 0.1 for one in range(4) for other in range(one + 1, 4)}
    similar[1, 2] = 0.9
    assert clustered(ONE, similar, 0.0, 9, fewest=3) == [[0], [1, 2], [3]]


def test_nothing_to_cluster() -> None:
    assert clustered([], {}, 0.1, 9) == []
