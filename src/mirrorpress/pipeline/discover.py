"""Steps 2 and 3: from a due entry to its article, all its pages fetched and extracted."""

from __future__ import annotations

import hashlib
from collections.abc import Container
from dataclasses import dataclass

from mirrorpress.errors import Gone, NotAnArticle
from mirrorpress.extract import join
from mirrorpress.model import (
    Article,
    FeedEntry,
    NotModified,
    Page,
    Purpose,
    Request,
    Source,
    Validators,
)
from mirrorpress.model.site_profile import PageRecord
from mirrorpress.pipeline import decide
from mirrorpress.pipeline.components import SourceResources
from mirrorpress.pipeline.extract_page import extract_page
from mirrorpress.pipeline.jobs import EXTRACT_ENTRY
from mirrorpress.pipeline.page_packer import PagePacker
from mirrorpress.pipeline.site_memory import Remembered, SiteMemory
from mirrorpress.store import DueEntry
from mirrorpress.store.pages import PackedPage

MAX_PAGES = 20  # of one article


@dataclass(frozen=True, slots=True)
class Found:
    """An article as its page gave it, on the way to the store."""

    article: Article
    url: str  # where it was had
    validators: Validators
    quoted: bool = False  # the text is the index's, not that of a page at `url`
    pages: tuple[PackedPage, ...] = ()  # that it was extracted from, where these are to be kept
    remembered: Remembered | None = None  # of its first page
    sha256: str | None = None  # of the body of its first page; None: no page was asked for


@dataclass(frozen=True, slots=True)
class Finder:
    """Fetches and extracts, for any source."""

    resources: SourceResources
    resolve: Container[str]  # hosts that the operator gave an address
    memory: SiteMemory
    keep_pages: bool = False  # what is found brings the pages that it was extracted from

    def request(
        self, source: Source, url: str, purpose: Purpose, validators: Validators | None = None
    ) -> Request:
        """A request for a source, with its pace and what it may reach."""
        return Request(
            url=url,
            purpose=purpose,
            validators=validators or Validators(),
            local=decide.local(source, url, self.resolve),
            delay=source.delay,
            source=source.name,
        )

    async def find(self, source: Source, due: DueEntry) -> Found | None:
        """The article; None where its page says that it has not changed."""
        page = await self.fetch(source, due)
        return None if isinstance(page, NotModified) else await self.read(source, due, page)

    async def fetch(self, source: Source, due: DueEntry) -> Page | NotModified | None:
        """The article's page; None where the text is the index's."""
        if source.content == "feed" and due.entry.content_html:
            return None
        validators = due.validators if due.article else Validators()
        return await self.resources.fetcher.fetch(
            self.request(source, due.url, Purpose.PAGE, validators)
        )

    async def read(
        self, source: Source, due: DueEntry, page: Page | None, known: str | None = None
    ) -> Found:
        """The article of a page, or of its index where that is None.

        `known` is the address of the article where we hold it.
        """
        if page is None:
            article = await self.resources.workers.run(EXTRACT_ENTRY, due.entry, due.url)
            return Found(article, due.url, Validators(), quoted=True)
        if decide.front(due.url, page.url, known):
            raise NotAnArticle("the address leads to the outlet's front page", url=due.url)
        packer = PagePacker(keep=self.keep_pages)
        article, record = await self._whole(source, page, due.entry, packer)
        return Found(
            article,
            page.url,
            page.validators,
            pages=packer.pages,
            remembered=self.memory.remembered(source, page.url, record),
            sha256=hashlib.sha256(page.body).hexdigest(),
        )

    async def _whole(
        self, source: Source, page: Page, entry: FeedEntry, packer: PagePacker
    ) -> tuple[Article, PageRecord]:
        """An article with all its pages, as far as they are there, and the record of the first."""
        first, record = await self._part(source, page, entry)
        parts = [first]
        await packer.add(page, entry)
        seen = {page.url, page.requested}
        while (url := parts[-1].next_page) and url not in seen and len(parts) < MAX_PAGES:
            seen.add(url)
            if not decide.further_page(page.url, url):
                break
            try:
                more = await self.resources.fetcher.fetch(self.request(source, url, Purpose.PAGE))
                if isinstance(more, NotModified):
                    break
                part, _ = await self._part(source, more, FeedEntry())
                parts.append(part)
                await packer.add(more)
            except (Gone, NotAnArticle):  # the link leads nowhere: the article ends before it
                break
        return (join(parts) if len(parts) > 1 else first), record

    async def _part(
        self, source: Source, page: Page, entry: FeedEntry
    ) -> tuple[Article, PageRecord]:
        return await extract_page(self.resources.workers, self.memory, source, page, entry)
