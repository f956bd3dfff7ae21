"""Reads a file of page counts to its `HitsFile`, in bounded memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, tzinfo
from itertools import chain
from typing import TypeVar

from mirrorpress.errors import ReadError
from mirrorpress.hits import accesslog, jsonlogs, tables
from mirrorpress.hits.formats import FORMATS, HEAD, TABLES, Choice, choose
from mirrorpress.hits.outcome import BadLine, Hit, LineReader, Skip
from mirrorpress.hits.pieces import MAX_LINE, MAX_UNPACKED, Readable, lines, pieces, records
from mirrorpress.hits.tally import HitsFile, Key, Tally

MAX_DOCUMENT = 4 * 2**20  # bytes of a file that is one JSON list
REPEATS = 10  # a list of paths and titles is no ranking where more than one line in 10 repeats one

_T = TypeVar("_T")
_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_PACKED = (b"PK\x03\x04", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd", b"\x1f\x8b")  # gzip in gzip


def read_hits(
    file: Readable,
    format: str | None = None,
    *,
    zone: tzinfo = UTC,
    max_unpacked: int = MAX_UNPACKED,
) -> HitsFile:
    """How often pages were read, by a file that a host provides; a bad line fails only itself.

    A ranking (CSV of path and title, one line a page, most read first) holds no counts. Its
    positions become counts: of 50 pages, the first counts 50 and the last counts 1. Where more
    than one in `REPEATS` of its lines repeats a path, and the caller names no format, it is a
    list of views instead: each line counts one.

    Args:
        file: a binary file, gzip or not.
        format: one of `FORMATS`; None to choose by content.
        zone: of the days. Times and days that name no zone are taken as they are written.
        max_unpacked: bytes that a gzip file may have when it is unpacked.

    Raises:
        ReadError: the file is in no format that is known, none of its lines can be read, it is
            in a format that does not say what was read, or its gzip data are broken or too large.
            What `file.read` raises is passed on.
    """
    if format is not None and format not in FORMATS:
        raise ReadError(f"there is no such format; name one of {', '.join(FORMATS)}")
    content = pieces(file, max_unpacked)
    head, whole = _head(content)
    tally = Tally()
    if not head.strip():
        if whole:
            return tally.result("", {})
        raise ReadError(f"the first {HEAD} bytes of the file are empty")
    choice = choose(head, whole=whole, format=format)
    content = chain((head,), content)
    if choice.format == "github":
        _add(tally, enumerate(jsonlogs.items(_document(content)), start=1),
             lambda item: jsonlogs.read_object(item, zone))  # fmt: skip
    else:
        _add(tally, _numbered(content, choice), _reader(choice, zone), choice.header)
    if tally.bad and not tally.understood:
        first = "; ".join(map(str, tally.first_bad))
        raise ReadError(f"no line of the file can be read as format {choice.format} ({first})")
    return _result(tally, choice.format, named=format is not None)


def _head(content: Iterator[bytes]) -> tuple[bytes, bool]:
    """The first bytes, without a byte order mark, and whether they are all."""
    taken: list[bytes] = []
    size = 0
    while size < HEAD and (piece := next(content, b"")):
        taken.append(piece)
        size += len(piece)
    head = b"".join(taken)
    if head.startswith(_UTF_16):
        raise ReadError("the file is in UTF-16; save it in UTF-8")
    if head.startswith(_PACKED):
        raise ReadError("the file is packed in a way other than gzip; unpack it first")
    return head.removeprefix(_BOM), size < HEAD


def _document(content: Iterable[bytes]) -> bytes:
    taken = bytearray()
    for piece in content:
        taken += piece
        if len(taken) > MAX_DOCUMENT:
            raise ReadError(f"the JSON list has more than {MAX_DOCUMENT} bytes")
    return bytes(taken)


def _numbered(content: Iterable[bytes], choice: Choice) -> Iterator[tuple[int, bytes | None]]:
    numbered = lines(content)
    return records(numbered) if choice.format in TABLES else numbered


def _reader(choice: Choice, zone: tzinfo) -> LineReader:
    if choice.format == "access":
        return accesslog.reader(zone)
    if choice.columns is None:
        return jsonlogs.reader(zone)
    return tables.reader(choice.columns, zone)


def _add(
    tally: Tally,
    numbered: Iterable[tuple[int, _T | None]],
    read: Callable[[_T], Hit | Skip],
    header: int = 0,
) -> None:
    """Add up lines or items; those that are None are too long."""
    for number, line in numbered:
        if number == header:
            tally.add(Skip.OTHER)
        elif line is None:
            tally.note(number, f"it is longer than {MAX_LINE} bytes")
        else:
            try:
                tally.add(read(line))
            except BadLine as bad:
                tally.note(number, str(bad))


def _result(tally: Tally, format: str, *, named: bool) -> HitsFile:
    if format != "ranking":
        return tally.result(format, tally.counts)
    if not named and (tally.counted - len(tally.counts)) * REPEATS > tally.counted:
        return tally.result("views", tally.counts)
    return tally.result(format, _by_position(tally.counts))


def _by_position(counts: Mapping[Key, int]) -> dict[Key, int]:
    """Counts that fall with the position in which the pages were first seen; the last is 1."""
    return {key: len(counts) - position for position, key in enumerate(counts)}
