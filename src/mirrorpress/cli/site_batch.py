"""A batch of pages in which those of one site improve each other.

Every page is extracted on its own first, and what is to be remembered of it is added to its site.
Then the pages of sites with more than one are extracted again, each with the profile of its site.
So each page is judged by all others of the batch, and their order has no effect.

Lines and answers wait in temporary files, and memory holds only hashes, up to a bound.
"""

from __future__ import annotations

import json
import os
import select
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any

import msgspec

from mirrorpress import urls
from mirrorpress.cli.inputs import encoded, lines_of
from mirrorpress.errors import RunError
from mirrorpress.extract import learn
from mirrorpress.model.site_profile import MAX_PAGES, PageRecord, SiteProfile

MAX_BYTES = 200_000_000  # of what is remembered; sites beyond it have no memory
PAUSE = 2.0  # seconds for which standard input says nothing; what came before is answered then
_READ = 1 << 16  # bytes at a time


@dataclass(frozen=True, slots=True)
class Extracted:
    """The answer to a line, with what is to be remembered of its page."""

    answer: dict[str, Any]
    url: str | None = None
    record: PageRecord | None = None  # none where the page gave no article


class SiteBatch:
    """The lines of a batch, answered once all have come."""

    def __init__(self, extracted: Callable[[bytes, SiteProfile | None], Extracted]) -> None:
        """
        Args:
            extracted: answers a line, with the profile of its site where there is one.
        """
        self._extracted = extracted
        self._memory = BatchMemory()
        self._waiting = _new_file()

    def close(self) -> None:
        """Remove the lines that were not answered."""
        with suppress(OSError):  # a full disk, which was reported when a line was added
            self._waiting.close()

    def add(self, line: bytes) -> None:
        """Take a line in."""
        first = self._extracted(line, None)
        site = ""
        if first.record is not None and first.url is not None:
            site = urls.site(first.url)
            self._memory.add(site, first.record)
        try:
            for part in (line.strip(), encoded(first.answer), encoded(site)):
                self._waiting.write(part + b"\n")
        except OSError as error:
            raise _no_room(error) from error

    def answers(self) -> Iterator[dict[str, Any]]:
        """The answers to the lines that were added since the last call, in their order."""
        try:
            self._waiting.seek(0)  # writes what is left in memory
        except OSError as error:
            raise _no_room(error) from error
        waiting, self._waiting = self._waiting, _new_file()
        with waiting:
            while line := waiting.readline():
                answer, site = waiting.readline(), json.loads(waiting.readline())
                profile = self._memory.profile(site)
                if profile is None:
                    yield json.loads(answer)
                else:
                    yield self._extracted(line, profile).answer


class BatchMemory:
    """What is remembered of the pages of a batch, by site."""

    def __init__(self) -> None:
        self._sites: dict[str, dict[int, bytes]] = {}  # records by the hash of their page
        self._size = 0
        self._last: tuple[str, SiteProfile | None] = ("", None)

    def add(self, site: str, record: PageRecord) -> None:
        """Remember a page. Of more than are kept, those with the smallest hashes are."""
        data = msgspec.msgpack.encode(record)
        pages = self._sites.get(site, {})
        if not site or (not pages and self._size + len(data) > MAX_BYTES):
            return
        self._sites[site] = pages
        self._last = ("", None)
        data = max(data, pages.get(record.page, b""))
        self._size += len(data) - len(pages.get(record.page, b""))
        pages[record.page] = data
        if len(pages) > MAX_PAGES:
            self._size -= len(pages.pop(max(pages)))

    def profile(self, site: str) -> SiteProfile | None:
        """The profile of a site of which more than one page is known."""
        pages = self._sites.get(site, {})
        if len(pages) < 2:
            return None
        if self._last[0] != site:
            records = (msgspec.msgpack.decode(data, type=PageRecord) for data in pages.values())
            self._last = (site, learn(None, records, day=0))
        return self._last[1]


def _new_file() -> IO[bytes]:
    return tempfile.TemporaryFile(prefix="mirrorpress-")


def _no_room(error: OSError) -> RunError:
    return RunError(
        f"the batch cannot be kept in {tempfile.gettempdir()} ({error.strerror}); "
        "set TMPDIR to a folder with more room"
    )


def arrivals(name: str) -> Iterator[bytes | None]:
    """The lines of a file or of standard input, without blank ones; None where its writer pauses.

    Who writes a line and waits for its answer would wait for ever if the whole input was read
    first.

    Raises:
        RunError: the file cannot be read.
    """
    if name != "-" or not _can_be_watched():
        yield from lines_of(name)
        return
    stream = sys.stdin.fileno()
    parts: list[bytes] = []  # of a line that has not ended
    while True:
        if not select.select([stream], [], [], PAUSE)[0]:
            yield None
            select.select([stream], [], [])
        data = os.read(stream, _READ)
        *lines, rest = data.split(b"\n")
        if lines:
            lines[0] = b"".join([*parts, lines[0]])
            parts = []
            yield from (line for line in lines if line.strip())
        parts.append(rest)
        if not data:
            break
    if last := b"".join(parts).strip():
        yield last


def _can_be_watched() -> bool:
    """Whether standard input is something for which one can wait."""
    try:
        select.select([sys.stdin.fileno()], [], [], 0)
    except (OSError, ValueError, TypeError):
        return False
    return True
