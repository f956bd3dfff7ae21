"""Steps 1 to 4: discover, fetch, extract, store. Every source at its own pace, side by side."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from mirrorpress import urls
from mirrorpress.errors import InternalError, ItemError, ReadError, contained
from mirrorpress.model import (
    FeedEntry,
    Index,
    NotModified,
    Page,
    Purpose,
    Source,
    Validators,
)
from mirrorpress.pipeline.decide import Step
from mirrorpress.pipeline.find import Finder
from mirrorpress.pipeline.keeper import Keeper
from mirrorpress.pipeline.parts import Hands, Parts
from mirrorpress.pipeline.pictures import PictureDesk
from mirrorpress.pipeline.store import Outcome, StoreStep
from mirrorpress.pipeline.tasks import side_by_side
from mirrorpress.progress import Failure, Summary
from mirrorpress.store import DueEntry

DISCOVER, FETCH = "discover", "fetch"  # names of the steps as reporters hear them
SIDE_BY_SIDE = 6  # articles of one source in work: one is being fetched, the others extracted


async def gather(parts: Parts, hands: Hands, summary: Summary) -> None:
    """Look at every source, and bring what is new or changed into the store."""
    sources = parts.settings.sources
    parts.reporter.start(DISCOVER, len(sources))
    parts.reporter.start(FETCH, 0)
    async with Keeper(parts.store) as keeper:
        gatherer = Gatherer(parts, hands, keeper, summary)
        await side_by_side(gatherer.source, sources, parts.settings.fetch.concurrency)
    parts.reporter.finish(DISCOVER)
    parts.reporter.finish(FETCH)


async def add(
    parts: Parts, hands: Hands, summary: Summary, additions: Mapping[Source, tuple[str, ...]]
) -> None:
    """Bring single articles into the store, as if their sources had listed them."""
    parts.reporter.start(FETCH, 0)
    async with Keeper(parts.store) as keeper:
        gatherer = Gatherer(parts, hands, keeper, summary)
        for source, addresses in additions.items():
            entries = tuple(FeedEntry(url=address) for address in addresses)
            added = partial(parts.store.entries.added, source.name, entries, parts.clock())
            await keeper.keep(added)
        await side_by_side(gatherer.entries, additions, parts.settings.fetch.concurrency)
    parts.reporter.finish(FETCH)


class Gatherer:
    """Takes sources and their entries through the first four steps."""

    def __init__(self, parts: Parts, hands: Hands, keeper: Keeper, summary: Summary) -> None:
        settings = parts.settings
        self._parts = parts
        self._store = parts.store
        self._keeper = keeper
        self._summary = summary
        self._workers = hands.workers
        self._fetcher = hands.fetcher
        self._finder = Finder(hands, settings.fetch.resolve)
        self._pictures = PictureDesk(self._finder, parts.store, settings.pictures)
        self._step = StoreStep(parts)

    async def source(self, source: Source) -> None:
        """Read a source's index if it changed, then everything of the source that is due."""
        try:
            await self._discover(source)
        except Exception as error:
            await self._index_failed(source, contained(error))
        self._parts.reporter.advance(DISCOVER)
        await self.entries(source)

    async def entries(self, source: Source) -> None:
        """Fetch what is due of a source, and pictures that are still missing."""
        due = self._store.entries.due(source.name)
        self._parts.reporter.grow(FETCH, len(due))
        missing = self._store.pictures.missing(source.name)
        await side_by_side(partial(self._entry, source), due, SIDE_BY_SIDE)
        await side_by_side(partial(self._missing_picture, source), missing, SIDE_BY_SIDE)

    def _lost(self, source: Source, url: str, error: ItemError) -> None:
        self._summary.failed.append(Failure(source.name, url, str(error)))
        self._summary.faults += isinstance(error, InternalError)
        self._parts.reporter.note(f"{source.name}: {url}: {error}")

    # 1 discover

    async def _discover(self, source: Source) -> None:
        entries = self._store.entries
        state = entries.source(source.name)
        page = await self._index(source, state.validators)
        if isinstance(page, NotModified):
            self._summary.unchanged += entries.kept_count(source.name)
            return
        digest = hashlib.sha256(page.body).hexdigest()
        if digest == state.body_sha256:
            self._summary.unchanged += entries.kept_count(source.name)
            return
        if self._store.quarantine.holds("index", source.name, digest):
            raise ReadError("mirrorpress failed on this index before; it is left alone as it is")
        try:
            reader = self._parts.readers[source.kind]
            index = await self._workers.run(reader, page, source)
            usable = self._usable(source, index)
            same = await self._keeper.keep(partial(self._take_in, source, usable, page, digest))
        except Exception as error:
            await self._index_held(source, digest, contained(error))
            raise
        self._summary.unchanged += same
        for problem in index.problems:
            self._parts.reporter.note(f"{source.name}: {problem}")

    async def _index_failed(self, source: Source, error: ItemError) -> None:
        self._lost(source, source.url or source.path or "", error)
        now = self._parts.clock()
        failed = partial(self._store.entries.source_failed, source.name, str(error), now)
        await self._keeper.keep(failed)

    async def _index_held(self, source: Source, digest: str, error: ItemError) -> None:
        """An index that we fail on is left alone until it changes."""
        address = source.url or source.path or ""
        held = await self._keeper.keep(
            partial(self._step.quarantine, "index", source, digest, address, error)
        )
        if held:
            self._summary.quarantined.append(Failure(source.name, address, str(error)))

    async def _index(self, source: Source, validators: Validators) -> Page | NotModified:
        if source.url is not None:
            request = self._finder.request(source, source.url, Purpose.INDEX, validators)
            return await self._fetcher.fetch(request)
        if source.path is not None:
            body = _read(self._parts.settings.directory / source.path)
        else:
            body = "\n".join(source.urls).encode("utf-8")
        return Page(url="", requested="", body=body, fetched=self._parts.clock())

    def _take_in(self, source: Source, usable: list[FeedEntry], page: Page, digest: str) -> int:
        """Queue what an index lists; how many of its entries are kept and as they were."""
        now = self._parts.clock()
        listed = self._store.entries.listed(source.name, usable, now)
        self._store.entries.source_read(source.name, page.validators, digest, now)
        return listed.same

    def _usable(self, source: Source, index: Index) -> list[FeedEntry]:
        usable = []
        for entry in index.entries:
            if urls.safe(entry.url) is not None:
                usable.append(entry)
            else:
                error = ReadError("the entry has no address that can be followed")
                self._lost(source, entry.url or entry.id or entry.title or "", error)
        return usable

    # 2 fetch, 3 extract

    async def _entry(self, source: Source, key: str) -> None:
        try:
            due = self._store.entries.get(source.name, key)
        except Exception as error:  # a damaged row
            self._lost(source, key, contained(error))
            return
        try:
            outcome = await self._bring(source, due)
        except Exception as error:
            known = contained(error, url=due.url)
            outcome = await self._keeper.keep(partial(self._step.failed, source, due, known))
        self._count(source, outcome)
        self._parts.reporter.advance(FETCH)

    async def _bring(self, source: Source, due: DueEntry) -> Outcome:
        found = await self._finder.find(source, due)
        if found is None:
            return await self._keeper.keep(partial(self._step.unchanged, due))
        pictures = await self._pictures.bring(source, found.article, found.url)
        return await self._keeper.keep(partial(self._step.keep, source, due, found, pictures))

    async def _missing_picture(self, source: Source, missing: tuple[str, str]) -> None:
        """Try a picture again that an earlier round could not fetch."""
        url, article = missing
        if url in self._pictures.asked:
            return
        try:
            referer = self._store.articles.head(article).url
            picture = await self._pictures.bring_one(source, url, referer)
            keep = partial(self._step.late_picture, source, article, url, picture)
            self._count(source, await self._keeper.keep(keep))
        except Exception as error:
            self._lost(source, url, contained(error, url=url))

    # 4 store

    def _count(self, source: Source, outcome: Outcome) -> None:
        """Count and report what became of an entry, once it is committed."""
        summary = self._summary
        match outcome.step:
            case Step.NEW:
                summary.new += 1
            case Step.CHANGED:
                summary.changed += 1
            case Step.SAME:
                summary.unchanged += 1
        summary.new -= outcome.displaced
        summary.withdrawn += outcome.withdrawn
        for url, error in outcome.failed:
            self._lost(source, url, error)
        for url, error in outcome.held:
            summary.quarantined.append(Failure(source.name, url, str(error)))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path} cannot be read ({error.strerror})") from error
