"""Pictures of articles: each is fetched once a round, and encoded again in a worker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from mirrorpress.config import PictureOptions
from mirrorpress.errors import HttpStatus, ItemError, ReadError, contained
from mirrorpress.model import Article, NewAsset, NotModified, Page, Purpose, Source
from mirrorpress.model.walk import images
from mirrorpress.pipeline.discover import Finder
from mirrorpress.pipeline.jobs import ENCODE_IMAGE
from mirrorpress.store import Store
from mirrorpress.workers import Runner

MAX_PICTURES = 60  # of one article; a page with more is a list or an attack


@dataclass(frozen=True, slots=True)
class ImageFetcher:
    """Brings pictures from their source into the store."""

    finder: Finder
    store: Store
    options: PictureOptions
    clock: Callable[[], datetime]
    asked: set[str] = field(default_factory=set)  # addresses that this round has asked for

    async def bring(
        self, source: Source, article: Article, referer: str
    ) -> dict[str, NewAsset | ItemError]:
        """What became of each picture of an article that is not in the store yet."""
        if not self.options.keep:
            return {}
        pictures: dict[str, NewAsset | ItemError] = {}
        for image in images(article)[:MAX_PICTURES]:
            url = image.url
            if url not in self.asked and not self.store.pictures.state(url, self.clock()).decided:
                pictures[url] = await self.bring_one(source, url, referer)
        return pictures

    async def bring_one(self, source: Source, url: str, referer: str) -> NewAsset | ItemError:
        """What became of one picture."""
        self.asked.add(url)
        try:
            page = await self._fetch(source, url, referer)
            return await encoded(self.finder.resources.workers, page.body, self.options)
        except Exception as error:
            return contained(error, url=url)

    async def _fetch(self, source: Source, url: str, referer: str) -> Page:
        """Ask without a Referer first; hotlink protection answers 401 or 403 and wants one."""
        fetcher = self.finder.resources.fetcher
        request = self.finder.request(source, url, Purpose.PICTURE)
        try:
            page = await fetcher.fetch(request)
        except HttpStatus as error:
            if error.status not in (401, 403):
                raise
            page = await fetcher.fetch(replace(request, referer=referer))
        if isinstance(page, NotModified):
            raise ReadError(
                "the server answered 304 (not modified), but nothing is stored", url=url
            )
        return page


async def encoded(workers: Runner, content: bytes, options: PictureOptions) -> NewAsset:
    """A picture as the mirror keeps it, made in a worker; raises what `encode_image` raises."""
    return await workers.run(
        ENCODE_IMAGE, content, max_side=options.max_side, max_bytes=options.max_bytes
    )
