"""Which format a file of page counts is in, by its first lines.

access       access log, Common or Combined format
jsonlines    a JSON object a line, as servers log
github       a JSON list of objects with path and count, as GitHub's traffic by path
goatcounter  the CSV export of GoatCounter
counts       CSV of paths and counts
views        CSV with a path in each line, which counts one view
ranking      CSV of paths and titles, one line a page, most read first

A table of paths and titles is a ranking unless its lines repeat paths (see `reading`).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from mirrorpress.errors import ReadError
from mirrorpress.hits import accesslog, tables
from mirrorpress.hits.tables import WITH_COUNT, WITH_TITLE, Columns

FORMATS = ("access", "jsonlines", "github", "goatcounter", "counts", "views", "ranking")
TABLES = FORMATS[3:]
HEAD = 64 * 1024  # bytes that decide
SAMPLE = 50  # lines that decide

_LIST = re.compile(rb"\s*+(?:\[\s*+(?:[{\]]|\Z)|\{\s*?[\r\n])")  # or an object of several lines
_TOTALS = re.compile(rb'\s*+\{[^\r\n]*"uniques"')  # traffic of GitHub without paths


@dataclass(frozen=True, slots=True)
class Choice:
    """How to read a file."""

    format: str
    columns: Columns | None = None  # of a table
    header: int = 0  # number of the line that names the columns; 0 without one


def choose(head: bytes, *, whole: bool, format: str | None) -> Choice:
    """How to read a file that begins with `head`.

    Args:
        head: the first bytes of the file, at least one of which is no white space.
        whole: whether they are all there is.
        format: the one that the caller names.

    Raises:
        ReadError: the format is not recognised, or the named one needs a header that is missing.
    """
    if format is not None and format not in TABLES:
        return Choice(format)
    if format is None and (_LIST.match(head) or _TOTALS.match(head)):
        return Choice("github")
    sample = head.split(b"\n")[: SAMPLE + 1]
    sample = sample if whole and len(sample) <= SAMPLE else sample[:-1]
    stripped = (line.rstrip(b"\r") for line in sample)
    numbered = [(number, line) for number, line in enumerate(stripped, start=1) if line.strip()]
    kind = None if format else _kind_of([line for _, line in numbered])
    return Choice(kind) if kind else _table(numbered, format)


def _kind_of(lines: list[bytes]) -> str | None:
    """The format that is no table of which most lines are; None where no line is of one."""
    votes = Counter(access=sum(map(accesslog.looks_like, lines)))
    votes["jsonlines"] = sum(line.lstrip().startswith(b"{") for line in lines)
    kind, count = votes.most_common(1)[0]
    return kind if count else None


def _table(numbered: list[tuple[int, bytes]], format: str | None) -> Choice:
    rows = [(number, line) for number, line in numbered if not line.startswith(b"#")]
    columns = tables.header(rows[0][1]) if rows else None
    if columns is not None:
        return _as_named(Choice(_format_of(columns), columns, rows[0][0]), format)
    found = [tables.looks_like(line) for _, line in rows]
    seen = Counter(columns for columns in found if columns)
    if format is None and (not seen or 2 * seen.total() < len(rows)):
        raise ReadError(
            "the format of the file is not recognised; name one of " + ", ".join(FORMATS)
        )
    columns = (
        WITH_COUNT if format == "counts" or seen[WITH_COUNT] > seen[WITH_TITLE] else WITH_TITLE
    )
    return _as_named(Choice(_format_of(columns), columns), format)


def _format_of(columns: Columns) -> str:
    if columns.event is not None:
        return "goatcounter"
    if columns.count is not None:
        return "counts"
    return "ranking" if columns.day is None else "views"


def _as_named(found: Choice, format: str | None) -> Choice:
    """The table read as the format that the caller names.

    Raises ReadError where it lacks the columns for it.
    """
    if format in (None, found.format):
        return found
    if found.columns is None or format in ("goatcounter", "counts"):
        raise ReadError(f"the file does not have the columns of format {format}")
    columns = replace(found.columns, count=None)
    if format == "ranking":
        columns = replace(columns, day=None)
    return Choice(str(format), columns, found.header)
