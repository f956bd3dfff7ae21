"""Steps 1 to 4: discover, fetch, extract, store. Every source at its own pace, side by side."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from mirrorpress import urls
from mirrorpress.errors import ItemError, ReadError
from mirrorpress.extract import plain_text
from mirrorpress.model import (
    FeedEntry,
    Index,
    NewAsset,
    NotModified,
    Page,
    Purpose,
    Revision,
    Source,
    Validators,
)
from mirrorpress.pipeline import decide
from mirrorpress.pipeline.decide import Step
from mirrorpress.pipeline.find import Finder, Found
from mirrorpress.pipeline.keeper import Keeper
from mirrorpress.pipeline.parts import Hands, Parts
from mirrorpress.pipeline.pictures import PictureDesk
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
        self._pictures = PictureDesk(self._finder, parts.store, settings.pictures, self._lost)

    async def source(self, source: Source) -> None:
        """Read a source's index if it changed, then everything of the source that is due."""
        try:
            await self._discover(source)
        except ItemError as error:
            self._lost(source, source.url or source.path or "", error)
            now = self._parts.clock()
            failed = partial(self._store.entries.source_failed, source.name, str(error), now)
            await self._keeper.keep(failed)
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
        reader = self._parts.readers[source.kind]
        index = await self._workers.run(reader, page, source)
        await self._keeper.keep(partial(self._take_in, source, index, page, digest))

    async def _index(self, source: Source, validators: Validators) -> Page | NotModified:
        if source.url is not None:
            request = self._finder.request(source, source.url, Purpose.INDEX, validators)
            return await self._fetcher.fetch(request)
        if source.path is not None:
            body = _read(self._parts.settings.directory / source.path)
        else:
            body = "\n".join(source.urls).encode("utf-8")
        return Page(url="", requested="", body=body, fetched=self._parts.clock())

    def _take_in(self, source: Source, index: Index, page: Page, digest: str) -> None:
        for problem in index.problems:
            self._parts.reporter.note(f"{source.name}: {problem}")
        entries = tuple(self._usable(source, index))
        now = self._parts.clock()
        listed = self._store.entries.listed(source.name, entries, now)
        self._store.entries.source_read(source.name, page.validators, digest, now)
        self._summary.unchanged += listed.same

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
        due = self._store.entries.get(source.name, key)
        try:
            await self._bring(source, due)
        except ItemError as error:
            await self._keeper.keep(partial(self._not_had, source, due, error))
        self._parts.reporter.advance(FETCH)

    async def _bring(self, source: Source, due: DueEntry) -> None:
        found = await self._finder.find(source, due)
        if found is None:
            same = partial(self._unchanged, due, str(due.article), due.validators)
            await self._keeper.keep(same)
            return
        pictures = await self._pictures.bring(source, found.article, found.url)
        await self._keeper.keep(partial(self._keep, source, due, found, pictures))

    async def _missing_picture(self, source: Source, missing: tuple[str, str]) -> None:
        """Try a picture again that an earlier round could not have."""
        url, article = missing
        if url in self._pictures.asked:
            return
        referer = self._store.articles.head(article).url
        picture = await self._pictures.bring_one(source, url, referer)
        await self._keeper.keep(partial(self._keep_late, source, article, url, picture))

    # 4 store: each of these runs in the keeper's transaction

    def _keep(
        self, source: Source, due: DueEntry, found: Found, pictures: dict[str, NewAsset | ItemError]
    ) -> None:
        store, article, now = self._store, found.article, self._parts.clock()
        article_id = due.article or urls.article_id(article.url or found.url)
        known = store.articles.known(article_id)
        if known is not None and known.source != source.name:
            if known.placed or not self._before(source, known.source):
                self._pictures.keep(source, article_id, pictures)
                self._unchanged(due, article_id, found.validators)
                return
            store.articles.forget(article_id)  # the other source was quicker, that is all
            self._summary.new -= 1
            known = None
        sha256 = decide.fingerprint(article)
        step = decide.step(known.sha256 if known else None, sha256)
        if step is Step.SAME:
            step = Step.CHANGED if store.articles.restore(article_id) else Step.SAME
        else:
            known_time = known.published if known else None
            published = decide.published(article, due.entry, source, now, known_time)
            revision = Revision(
                id=article_id,
                number=known.revision + 1 if known else 1,
                source=source.name,
                url=article.url or urls.normal(found.url),
                fetched=now,
                published=published,
                article=article,
            )
            store.articles.keep(
                revision,
                day=decide.day(published, self._parts.settings.timezone),
                summary=decide.summary(plain_text(article)),
                sha256=sha256,
            )
        self._pictures.keep(source, article_id, pictures)
        store.entries.kept(due, article_id, found.validators)
        self._count(step)

    def _before(self, source: Source, other: str) -> bool:
        """Whether a source comes before another in the settings.

        Where two list one article it belongs to the first of them, not to the one whose page came
        in sooner: chance in the network must not decide where it is filed.
        """
        names = [one.name for one in self._parts.settings.sources]
        return other not in names or (
            source.name in names and names.index(source.name) < names.index(other)
        )

    def _keep_late(
        self, source: Source, article: str, url: str, picture: NewAsset | ItemError
    ) -> None:
        self._pictures.keep(source, article, {url: picture})
        if isinstance(picture, NewAsset):
            self._store.articles.touch(article)

    def _unchanged(self, due: DueEntry, article: str, validators: Validators) -> None:
        """The article is there, as it was when it was kept."""
        back = self._store.articles.restore(article)
        self._store.entries.kept(due, article, validators)
        self._count(Step.CHANGED if back else Step.SAME)

    def _not_had(self, source: Source, due: DueEntry, error: ItemError) -> None:
        store = self._store
        if due.article is not None and decide.withdrawn(error, recheck=due.recheck):
            self._summary.withdrawn += store.articles.withdraw(due.article, self._parts.clock())
            store.entries.gone(due)
            return
        final = decide.final(error)
        store.entries.failed(due, str(error), final=final)
        self._lost(source, due.url, error)

    def _count(self, step: Step) -> None:
        match step:
            case Step.NEW:
                self._summary.new += 1
            case Step.CHANGED:
                self._summary.changed += 1
            case Step.SAME:
                self._summary.unchanged += 1


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path} cannot be read ({error.strerror})") from error
