"""The bytes of a file in pieces: unpacked where they are gzip, then lines or CSV records.

Every piece, line and record has a bounded length, whatever the file holds.
"""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Protocol

from mirrorpress.errors import ReadError
from mirrorpress.hits.cells import is_open

PIECE = 64 * 1024  # bytes that are read or unpacked at a time
MAX_LINE = 64 * 1024  # bytes; servers refuse longer requests
MAX_UNPACKED = 16 * 2**30  # bytes of a gzip file, unpacked
MAX_RECORD_LINES = 5  # of a CSV record, whose quoted cells may contain line ends

_GZIP = b"\x1f\x8b"

Line = tuple[int, bytes | None]  # number from 1; None where the line is too long


class Readable(Protocol):
    """A binary file, open for reading."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""


def pieces(file: Readable, max_unpacked: int = MAX_UNPACKED) -> Iterator[bytes]:
    """The content of a file, gzip unpacked, in pieces of at most `PIECE` bytes.

    Raises:
        ReadError: the gzip data are broken, or are too long unpacked.
    """
    raw = iter(lambda: file.read(PIECE), b"")
    first = next(raw, b"")
    while first and len(first) < len(_GZIP) and (more := next(raw, b"")):
        first += more
    rest = _chained(first, raw)
    return _unpacked(rest, max_unpacked) if first.startswith(_GZIP) else rest


def _chained(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    if first:
        yield first
    yield from rest


def _unpacked(packed: Iterable[bytes], room: int) -> Iterator[bytes]:
    """gzip members one after the other, as rotated logs are joined; zeros may follow the last."""
    member = zlib.decompressobj(wbits=31)
    begun = False  # whether the member has any byte
    for data in packed:
        while data:
            if not begun:
                data = data.lstrip(b"\0")
            begun = begun or bool(data)
            try:
                out = member.decompress(data, PIECE)
            except zlib.error as error:
                raise ReadError(
                    "the gzip data are broken; unpack the file to see how far"
                ) from error
            room -= len(out)
            if room < 0:
                raise ReadError("the file is too large when it is unpacked; split it")
            if out:
                yield out
            data = member.unconsumed_tail
            if member.eof:
                data, member, begun = member.unused_data, zlib.decompressobj(wbits=31), False
    if begun:
        raise ReadError("the gzip data end too early; copy the file again")


def lines(content: Iterable[bytes]) -> Iterator[Line]:
    """The lines of a file with their numbers, without line ends."""
    number, kept, too_long = 0, b"", False
    for piece in content:
        *ended, rest = piece.split(b"\n")
        for end in ended:
            number += 1
            line = kept + end
            yield number, None if too_long or len(line) > MAX_LINE else line.rstrip(b"\r")
            kept, too_long = b"", False
        kept += rest
        if len(kept) > MAX_LINE:
            kept, too_long = b"", True
    if kept or too_long:
        yield number + 1, None if too_long else kept.rstrip(b"\r")


def records(numbered: Iterable[Line]) -> Iterator[Line]:
    """CSV records: lines, joined where a quoted cell contains line ends.

    A quote that is not closed spoils its own line only.
    """
    source = iter(numbered)
    waiting: deque[Line] = deque()
    while True:
        line = waiting.popleft() if waiting else next(source, None)
        if line is None:
            return
        number, text = line
        taken: list[Line] = []
        while text is not None and is_open(text) and len(taken) < MAX_RECORD_LINES:
            more = waiting.popleft() if waiting else next(source, None)
            if more is None:
                break
            taken.append(more)
            text = None if more[1] is None else text + b"\n" + more[1]
            if text is not None and len(text) > MAX_LINE:
                text = None
        if taken and (text is None or is_open(text)):
            waiting.extendleft(reversed(taken))
            text = line[1]
        yield number, text
