"""The cells of a CSV record (RFC 4180), and whether a line ends inside a quoted one.

The `csv` module does not say whether a quote was left open, and its limit on the length of a
cell belongs to the whole process.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_CELLS = 100  # of a record; what follows is not looked at

_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"')  # possessive: an open quote fails at once


def cells(record: str) -> list[str] | None:
    """The cells of a record; None where a quoted one is not closed.

    What follows a closing quote, up to the next comma, is left out.
    """
    if '"' not in record:
        return record.split(",", MAX_CELLS - 1)
    parts = iter(record.split(","))
    found: list[str] = []
    for part in parts:
        if part.startswith('"'):
            quoted = _quoted(part, parts)
            if quoted is None:
                return None
            part = quoted
        found.append(part)
        if len(found) == MAX_CELLS:
            break
    return found


def _quoted(first: str, following: Iterator[str]) -> str | None:
    """A quoted cell that contains as many commas as leave its quotes in pairs."""
    taken = [first]
    quotes = first.count('"')
    while quotes % 2:
        part = next(following, None)
        if part is None:
            return None
        taken.append(part)
        quotes += part.count('"')
    quoted = _QUOTED.match(",".join(taken))
    return quoted and quoted[1].replace('""', '"')


def is_open(record: bytes) -> bool:
    """Whether a line ends inside a quoted cell, so that the next line belongs to it.

    A line with an even number of quotes does not: those that are balanced are read only once.
    """
    return record.count(b'"') % 2 == 1 and cells(record.decode("latin-1")) is None
