"""Blocks that only repeat what stands before."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from mirrorpress.extract.blocks.repeats import repeated

A, B, C, D, E, F, G = (f"{letter} {'x' * 60}" for letter in "ABCDEFG")
H, I = "Heading", "One"  # noqa: E741


def gone(texts: Sequence[str]) -> set[int]:
    return repeated(texts, [len(text) > 60 for text in texts])


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        # A second copy, with its headings, its short lines and what only one of both has.
        ([A, B, C, A, B, C], {3, 4, 5}),
        ([A, H, B, I, C, A, H, B, I, C], {5, 6, 7, 8, 9}),
        ([H, A, B, I, C, "", H, A, B, I, C], {6, 7, 8, 9, 10}),
        ([A, B, C, I, "Share", A, B, C, I], {5, 6, 7, 8}),
        ([A, B, C, D, A, F, B, C, D], {4, 6, 7, 8}),
        ([A, B, C, D, E, F, A, B, C, D, E], {6, 7, 8, 9, 10}),
        # The label of each picture of a gallery, of which the texts are "".
        ([H, *(["The quay", ""] * 6), A, I], {1, 3, 5, 7, 9, 11}),
        ([*([""] * 6), *(["The quay"] * 6), A], {6, 7, 8, 9, 10, 11}),
        ([*([""] * 5), *(["The quay"] * 6), A], set()),
        (["The quay"] * 5, set()),
        (["link"] * 9, set()),
        # A run of a long text.
        ([A, B, C, D, E, F, B, C], {6, 7}),
        # One right behind its twin, in a text of several.
        ([A, B, C, D, E, H, E], {6}),
        # What may come again for a reason.
        ([A, B, A], set()),
        ([A, B, C, B, A], set()),
        ([A, B, A, B, A, B], set()),
        ([A, I, B, I, C, I, A, I, D], set()),
        ([A, B, C, D, E, F, H, C], set()),
        ([A, B, C, D, E, F, G, H, A, D, F], set()),
        ([H, I, H, I], set()),
        ([], set()),
    ],
)
def test_repeats(texts: Sequence[str], places: set[int]) -> None:
    assert gone(texts) == places
