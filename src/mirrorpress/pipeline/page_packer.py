"""Pages on the way to the store and back, compressed and read outside of its transactions."""

from __future__ import annotations

import asyncio
import zlib

from mirrorpress.errors import ReadError
from mirrorpress.model import FeedEntry, Page
from mirrorpress.store.pages import MAX_SIZE, PackedPage, pack, unpack


class PagePacker:
    """Packs the pages of an article: all of them, or none where they are too large together.

    Args:
        keep: False: none are packed.
    """

    def __init__(self, *, keep: bool) -> None:
        self._keep = keep
        self._pages: list[PackedPage] = []

    async def add(self, page: Page, entry: FeedEntry | None = None) -> None:
        """Pack the next page, with the entry that was extracted together with it."""
        if not self._keep:
            return
        self._pages.append(await asyncio.to_thread(pack, page, entry))
        if sum(packed.size for packed in self._pages) > MAX_SIZE:
            self._keep = False
            self._pages.clear()

    @property
    def pages(self) -> tuple[PackedPage, ...]:
        """What is to be stored, in the order of the pages."""
        return tuple(self._pages)


async def unpacked(packed: PackedPage) -> tuple[Page, FeedEntry]:
    """A page from the store, and the entry that was extracted together with it.

    Raises:
        ReadError: it is damaged.
    """
    try:
        return await asyncio.to_thread(unpack, packed)
    except (zlib.error, ValueError) as error:
        raise ReadError("its stored page is damaged", url=packed.url) from error
