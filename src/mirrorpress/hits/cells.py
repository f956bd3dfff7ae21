"""The cells of a CSV record (RFC 4180), and whether a line ends inside a quoted one.

The `csv` module does not say whether a quote was left open, and its limit on the length of a
cell belongs to the whole process.
"""

from __future__ import annotations

import re

MAX_CELLS = 100  # of a record; what follows remains in the last one

_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"')  # possessive: an open quote fails at once


def cells(record: str) -> list[str] | None:
    """The cells of a record; None where a quoted one is not closed.

    What follows a closing quote, up to the next comma, is left out.
    """
    if '"' not in record:
        return record.split(",", MAX_CELLS - 1)
    found: list[str] = []
    at = 0
    while at >= 0 and len(found) < MAX_CELLS:
        if record.startswith('"', at):
            quoted = _QUOTED.match(record, at)
            if quoted is None:
                return None
            found.append(quoted[1].replace('""', '"'))
            at = _after_comma(record, quoted.end())
        else:
            following = _after_comma(record, at)
            found.append(record[at : following - 1] if following > 0 else record[at:])
            at = following
    return found


def _after_comma(record: str, start: int) -> int:
    """Where the next cell begins; -1 after the last."""
    comma = record.find(",", start)
    return -1 if comma < 0 else comma + 1


def is_open(record: bytes) -> bool:
    """Whether a line ends inside a quoted cell, so that the next line belongs to it."""
    return b'"' in record and cells(record.decode("latin-1")) is None
