"""Counts as files write them."""

from __future__ import annotations

import re

from mirrorpress.hits.outcome import BadLine

MAX_COUNT = 10**12  # of one line, and of all lines of a page and day

_DIGITS = re.compile(r"[0-9]{1,13}")


def count_of(value: object) -> int:
    """A number of page views, from 0 to `MAX_COUNT`.

    Raises:
        BadLine: it is none, or out of range.
    """
    if isinstance(value, str) and (found := _DIGITS.fullmatch(value.strip())):
        value = int(found[0])
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadLine("the count is no whole number")
    if not 0 <= value <= MAX_COUNT:
        raise BadLine("the count is out of range")
    return value
