"""The pages from which articles were extracted, so that a better extractor can read them again.

Only the pages of an article's last reading are kept, all of them or none. They have a limit of
size together; the articles whose pages were stored first make room for others.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from mirrorpress.model import FeedEntry, Page
from mirrorpress.model.wire import whole_text
from mirrorpress.store.database import Database
from mirrorpress.store.entries import entry_from_data, entry_to_data

MAX_SIZE = 2_000_000  # bytes of the packed pages of one article
STEP = 200  # articles whose pages make room in one write


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedPage:
    """A page as the store keeps it."""

    url: str  # where the bytes came from, after redirects
    charset: str | None  # from the Content-Type header
    fetched: datetime  # UTC
    content: bytes  # its body, deflated
    entry: bytes | None  # what the index said of its article, JSON, deflated; None: nothing

    @property
    def size(self) -> int:
        """Bytes that count towards limits."""
        return len(self.content) + len(self.entry or b"")


class FirstPage(NamedTuple):
    """Where the first page of an article is."""

    stored: int  # a number that grows
    article: str  # id
    url: str  # after redirects
    fetched: datetime  # UTC


def pack(page: Page, entry: FeedEntry | None = None) -> PackedPage:
    """A page as the store keeps it, with the entry that was extracted together with it.

    Compresses, which takes about 0.3 s for the largest page: not for a transaction.
    """
    return PackedPage(
        url=page.url,
        charset=page.charset,
        fetched=page.fetched,
        content=zlib.compress(page.body, 6),
        entry=None if entry is None else _packed_entry(entry),
    )


def unpack(packed: PackedPage) -> tuple[Page, FeedEntry]:
    """A page again, and its entry; an empty one where there was none.

    Raises:
        zlib.error, ValueError: it is damaged.
    """
    page = Page(
        url=packed.url,
        requested=packed.url,
        body=zlib.decompress(packed.content),
        charset=packed.charset,
        fetched=packed.fetched,
    )
    if packed.entry is None:
        return page, FeedEntry()
    return page, entry_from_data(json.loads(zlib.decompress(packed.entry)))


class Pages:
    """The room of pages."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, article_id: str, pages: Sequence[PackedPage], *, limit: int) -> None:
        """Store the pages of an article instead of those that it had.

        None are kept where they do not fit.

        Args:
            article_id: whose pages they are.
            pages: in their order; empty: the article has none.
            limit: bytes of all pages in the store.
        """
        self.drop(article_id)
        size = sum(page.size for page in pages)
        if size > min(limit, MAX_SIZE):
            pages, size = (), 0
        self._make_room(limit - size)
        if self.size() + size > limit:  # the limit is much lower than it was
            return
        for number, page in enumerate(pages, 1):
            self._insert(article_id, number, page)

    def _insert(self, article_id: str, number: int, page: PackedPage) -> None:
        self._database.run(
            "INSERT INTO pages (article, number, url, charset, fetched, entry, size, content) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            article_id,
            number,
            page.url,
            page.charset,
            int(page.fetched.timestamp()),
            page.entry,
            page.size,
            page.content,
        )

    def _make_room(self, limit: int) -> None:
        """Drop the oldest pages until the others have at most `limit` bytes, or `STEP` is done."""
        for _ in range(STEP):
            if self.size() <= limit:
                return
            oldest = self._database.row("SELECT article FROM pages ORDER BY stored LIMIT 1")
            if oldest is None:
                return
            self.drop(oldest[0])

    def drop(self, article_id: str) -> None:
        """Delete the pages of an article. (They go by themselves where the article is deleted.)"""
        self._database.run("DELETE FROM pages WHERE article = ?", article_id)

    def size(self) -> int:
        """Bytes of all pages."""
        row = self._database.row("SELECT value FROM facts WHERE name = 'page_bytes'")
        return int(row[0]) if row else 0

    def of(self, article_id: str) -> tuple[PackedPage, ...]:
        """The pages of an article, in their order; empty where none are kept."""
        rows = self._database.rows(
            "SELECT url, charset, fetched, content, entry FROM pages "
            "WHERE article = ? ORDER BY number",
            article_id,
        )
        return tuple(
            PackedPage(
                url=url,
                charset=charset,
                fetched=datetime.fromtimestamp(fetched, UTC),
                content=content,
                entry=entry,
            )
            for url, charset, fetched, content, entry in rows
        )

    def articles(self, *, after: str = "", limit: int = 1000) -> tuple[str, ...]:
        """Ids of articles whose pages are kept, sorted: the first so many that follow an id."""
        rows = self._database.rows(
            "SELECT article FROM pages WHERE article > ? AND number = 1 ORDER BY article LIMIT ?",
            after,
            limit,
        )
        return tuple(article_id for (article_id,) in rows)

    def newest(self, *, before: int | None = None, limit: int = 1000) -> tuple[FirstPage, ...]:
        """The first pages of articles, those that were stored last first.

        Args:
            before: `stored` of the last one that was given; None: from the newest on.
            limit: how many.
        """
        rows = self._database.rows(
            "SELECT stored, article, url, fetched FROM pages WHERE number = 1 AND stored < ? "
            "ORDER BY stored DESC LIMIT ?",
            (1 << 62) if before is None else before,
            limit,
        )
        return tuple(
            FirstPage(stored, article, url, datetime.fromtimestamp(fetched, UTC))
            for stored, article, url, fetched in rows
        )


def _packed_entry(entry: FeedEntry) -> bytes:
    text = json.dumps(entry_to_data(entry), ensure_ascii=False)
    return zlib.compress(whole_text(text).encode("utf-8"), 6)
