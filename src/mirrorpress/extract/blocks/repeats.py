"""Blocks that a page has twice.

A page carries a second copy of its text for printers, for machines, or for narrow screens, of
which a style sheet hides one. Text may also come again for a reason: a recipe, a refrain, a sample.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

_NEAR = 2  # blocks; a long paragraph that comes again so soon has no reason
_IN_A_ROW = 6  # times the same line: the label of each picture of a gallery
_LABEL = 8  # characters of such a line at least
_SEVERAL = 5  # different long paragraphs, of a text that is no poem
_LEAST_OF_COPY = 3  # long paragraphs that a copy of the text has
_IN_ORDER = 0.9  # of the long paragraphs of a copy stand as in the text
_MOST_OF = 0.6  # of the long paragraphs of the text are in its copy, and of those of the copy in it


def repeated(texts: Sequence[str], is_long: Sequence[bool]) -> set[int]:
    """The places of the blocks that only repeat what stands before.

    Args:
        texts: of the blocks, in order; "" for those without text.
        is_long: which of them are long paragraphs. Shorter ones may occur twice for a reason.
    """
    first: dict[str, int] = {}  # a long paragraph's text: its place among them
    last: dict[str, int] = {}  # the same: the place of the block where it was last
    again: list[tuple[int, int]] = []  # a block that comes again, and its first place
    in_a_row = _in_a_row(texts)
    gone = {*in_a_row}
    count = 0
    for index, text in enumerate(texts):
        if not is_long[index]:
            continue
        if text in first:
            again.append((index, first[text]))
            if index - last[text] <= _NEAR:
                gone.add(index)
        first.setdefault(text, count)
        last[text] = index
        count += 1
    copy = _copy(texts, is_long, again) if again else set()
    if not copy and len(first) < _SEVERAL:
        return in_a_row
    for (index, place), (later, following) in pairwise(again):
        if following == place + 1:
            gone |= {index, later}
    return gone | copy


def _in_a_row(texts: Sequence[str]) -> set[int]:
    """The places of lines that stand many times in a row, where there are as many pictures."""
    most = texts.count("")
    if most < _IN_A_ROW:
        return set()  # as most
    lines = ((index, text) for index, text in enumerate(texts) if len(text) >= _LABEL)
    gone: set[int] = set()
    for _, run in groupby(lines, key=lambda line: line[1]):
        places = [index for index, _ in run]
        if _IN_A_ROW <= len(places) <= most:
            gone.update(places)
    return gone


def _copy(
    texts: Sequence[str], is_long: Sequence[bool], again: Sequence[tuple[int, int]]
) -> set[int]:
    """The blocks of a second copy of the text, short ones too, that the first has as well."""
    start = next((index for index, place in again if place == 0), again[0][0])
    run = [(index, place) for index, place in again if index >= start]
    in_order = sum(place < following for (_, place), (_, following) in pairwise(run))
    if in_order < _IN_ORDER * len(run) - 1:
        return set()  # a text that says some of its lines again and again
    end = run[-1][0] + 1
    before = {text for text, long in zip(texts[:start], is_long, strict=False) if long}
    between = sum(is_long[start:end])
    if len(run) < max(_LEAST_OF_COPY, _MOST_OF * len(before), _MOST_OF * between):
        return set()
    seen = {*texts[:start], ""}
    first: dict[str, int] = {"": -1}
    for index, text in enumerate(texts[:start]):
        first.setdefault(text, index)
    while start > 1 and first[texts[start - 1]] < start - 1:
        start -= 1
    while end < len(texts) and texts[end] in seen:
        end += 1
    return {index for index in range(start, end) if texts[index] and texts[index] in seen}
