"""Steps 1 to 4: discover, fetch, extract, store. Every source at its own pace, side by side."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from mirrorpress import urls
from mirrorpress.errors import HttpStatus, ItemError, NotAnArticle, ReadError
from mirrorpress.extract import extract, extract_entry, join, plain_text, press_picture
from mirrorpress.model import (
    Article,
    FeedEntry,
    Index,
    NewAsset,
    NotModified,
    Page,
    Purpose,
    Request,
    Revision,
    Source,
    Validators,
)
from mirrorpress.model.walk import images
from mirrorpress.pipeline import decide
from mirrorpress.pipeline.decide import Step
from mirrorpress.pipeline.keeper import Keeper
from mirrorpress.pipeline.parts import Hands, Parts
from mirrorpress.pipeline.tasks import side_by_side
from mirrorpress.progress import Failure, Summary
from mirrorpress.store import DueEntry

DISCOVER, FETCH = "discover", "fetch"  # names of the steps as reporters hear them
SIDE_BY_SIDE = 6  # articles of one source in work: one is being fetched, the others extracted
MAX_PAGES = 20  # of one article
MAX_PICTURES = 60  # of one article; a page with more is a list or an attack


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


@dataclass(frozen=True, slots=True)
class Found:
    """An article as its page gave it, on the way to the store."""

    article: Article
    url: str  # where it was had
    validators: Validators


@dataclass(frozen=True, slots=True)
class Gatherer:
    """Takes sources and their entries through the first four steps."""

    parts: Parts
    hands: Hands
    keeper: Keeper
    summary: Summary
    asked: set[str] = field(default_factory=set)  # pictures that this round has asked for

    async def source(self, source: Source) -> None:
        """Read a source's index if it changed, then everything of the source that is due."""
        try:
            await self._discover(source)
        except ItemError as error:
            self._lost(source, source.url or source.path or "", error)
            now = self.parts.clock()
            failed = partial(self.parts.store.entries.source_failed, source.name, str(error), now)
            await self.keeper.keep(failed)
        self.parts.reporter.advance(DISCOVER)
        await self.entries(source)

    async def entries(self, source: Source) -> None:
        """Fetch what is due of a source, and pictures that are still missing."""
        due = self.parts.store.entries.due(source.name)
        self.parts.reporter.grow(FETCH, len(due))
        missing = self.parts.store.pictures.missing(source.name)
        await side_by_side(partial(self._entry, source), due, SIDE_BY_SIDE)
        await side_by_side(partial(self._missing_picture, source), missing, SIDE_BY_SIDE)

    def _lost(self, source: Source, url: str, error: ItemError) -> None:
        self.summary.failed.append(Failure(source.name, url, str(error)))
        self.parts.reporter.note(f"{source.name}: {url}: {error}")

    # 1 discover

    async def _discover(self, source: Source) -> None:
        entries = self.parts.store.entries
        state = entries.source(source.name)
        page = await self._index(source, state.validators)
        if isinstance(page, NotModified):
            self.summary.unchanged += entries.kept_count(source.name)
            return
        digest = hashlib.sha256(page.body).hexdigest()
        if digest == state.body_sha256:
            self.summary.unchanged += entries.kept_count(source.name)
            return
        reader = self.parts.readers[source.kind]
        index = await self.hands.workers.run(reader, page, source)
        await self.keeper.keep(partial(self._take_in, source, index, page, digest))

    async def _index(self, source: Source, validators: Validators) -> Page | NotModified:
        if source.url is not None:
            request = self._request(source, source.url, Purpose.INDEX, validators)
            return await self.hands.fetcher.fetch(request)
        if source.path is not None:
            body = _read(self.parts.settings.directory / source.path)
        else:
            body = "\n".join(source.urls).encode("utf-8")
        return Page(url="", requested="", body=body, fetched=self.parts.clock())

    def _request(
        self, source: Source, url: str, purpose: Purpose, validators: Validators | None = None
    ) -> Request:
        return Request(
            url=url,
            purpose=purpose,
            validators=validators or Validators(),
            local=decide.local(source, url, self.parts.settings.fetch.resolve),
            delay=source.delay,
        )

    def _take_in(self, source: Source, index: Index, page: Page, digest: str) -> None:
        for problem in index.problems:
            self.parts.reporter.note(f"{source.name}: {problem}")
        entries = tuple(self._usable(source, index))
        now = self.parts.clock()
        listed = self.parts.store.entries.listed(source.name, entries, now)
        self.parts.store.entries.source_read(source.name, page.validators, digest, now)
        self.summary.unchanged += listed.same

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
        due = self.parts.store.entries.get(source.name, key)
        try:
            await self._bring(source, due)
        except ItemError as error:
            await self.keeper.keep(partial(self._not_had, source, due, error))
        self.parts.reporter.advance(FETCH)

    async def _bring(self, source: Source, due: DueEntry) -> None:
        found = await self._find(source, due)
        if found is None:
            await self.keeper.keep(partial(self._as_it_was, due))
            return
        pictures = await self._pictures(source, found)
        await self.keeper.keep(partial(self._keep, source, due, found, pictures))

    async def _find(self, source: Source, due: DueEntry) -> Found | None:
        """The article; None where its page says that it has not changed."""
        if source.content == "feed" and due.entry.content_html:
            article = await self.hands.workers.run(extract_entry, due.entry, due.url)
            return Found(article, due.url, Validators())
        validators = due.validators if due.article else Validators()
        page = await self.hands.fetcher.fetch(
            self._request(source, due.url, Purpose.PAGE, validators)
        )
        if isinstance(page, NotModified):
            return None
        if _is_front(page.url) and not _is_front(due.url):
            raise NotAnArticle("the address leads to the outlet's front page", url=due.url)
        article = await self._whole(source, page, due.entry)
        return Found(article, page.url, page.validators)

    async def _whole(self, source: Source, page: Page, entry: FeedEntry) -> Article:
        """An article with all its pages."""
        parts = [await self._part(source, page, entry)]
        seen = {page.url, page.requested}
        while (url := parts[-1].next_page) and url not in seen and len(parts) < MAX_PAGES:
            seen.add(url)
            more = await self.hands.fetcher.fetch(self._request(source, url, Purpose.PAGE))
            if isinstance(more, NotModified):
                break
            parts.append(await self._part(source, more, FeedEntry()))
        return join(parts) if len(parts) > 1 else parts[0]

    async def _part(self, source: Source, page: Page, entry: FeedEntry) -> Article:
        article = await self.hands.workers.run(
            extract, page.body, page.url, charset=page.charset, entry=entry
        )
        if article.language is None and source.language is not None:
            return replace(article, language=source.language)
        return article

    # Pictures

    async def _pictures(self, source: Source, found: Found) -> dict[str, NewAsset | ItemError]:
        """What became of each picture of an article that is not in the store yet."""
        if not self.parts.settings.pictures.keep:
            return {}
        pictures: dict[str, NewAsset | ItemError] = {}
        for image in images(found.article)[:MAX_PICTURES]:
            url = image.url
            if url not in self.asked and not self.parts.store.pictures.state(url).settled:
                self.asked.add(url)
                pictures[url] = await self._picture(source, url, found.url)
        return pictures

    async def _picture(self, source: Source, url: str, referer: str) -> NewAsset | ItemError:
        options = self.parts.settings.pictures
        try:
            page = await self._picture_bytes(source, url, referer)
            return await self.hands.workers.run(
                press_picture, page.body, max_side=options.max_side, max_bytes=options.max_bytes
            )
        except ItemError as error:
            return error

    async def _picture_bytes(self, source: Source, url: str, referer: str) -> Page:
        """Ask without a Referer first; hotlink protection answers 401 or 403 and wants one."""
        request = self._request(source, url, Purpose.PICTURE)
        try:
            page = await self.hands.fetcher.fetch(request)
        except HttpStatus as error:
            if error.status not in (401, 403):
                raise
            page = await self.hands.fetcher.fetch(replace(request, referer=referer))
        if isinstance(page, NotModified):
            raise ReadError("the server says that nothing changed, but nothing was had", url=url)
        return page

    async def _missing_picture(self, source: Source, missing: tuple[str, str]) -> None:
        url, article = missing
        if url in self.asked:
            return
        self.asked.add(url)
        referer = self.parts.store.articles.head(article).url
        picture = await self._picture(source, url, referer)
        await self.keeper.keep(partial(self._keep_late, source, article, url, picture))

    def _keep_late(
        self, source: Source, article: str, url: str, picture: NewAsset | ItemError
    ) -> None:
        self._keep_pictures(source, article, {url: picture})
        if isinstance(picture, NewAsset):
            self.parts.store.articles.touch(article, self.parts.clock())

    # 4 store: each of these runs in the keeper's transaction

    def _keep(
        self, source: Source, due: DueEntry, found: Found, pictures: dict[str, NewAsset | ItemError]
    ) -> None:
        store, article, now = self.parts.store, found.article, self.parts.clock()
        article_id = due.article or urls.article_id(article.url or found.url)
        known = store.articles.known(article_id)
        sha256 = decide.fingerprint(article)
        step = decide.step(known.sha256 if known else None, sha256)
        if step is Step.SAME:
            step = Step.CHANGED if store.articles.restore(article_id, now) else Step.SAME
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
                day=decide.day(published, self.parts.settings.timezone),
                summary=decide.summary(plain_text(article)),
                sha256=sha256,
            )
        self._keep_pictures(source, article_id, pictures)
        store.entries.kept(due, article_id, found.validators)
        self._count(step)

    def _keep_pictures(
        self, source: Source, article: str, pictures: dict[str, NewAsset | ItemError]
    ) -> None:
        store = self.parts.store.pictures
        for url, picture in pictures.items():
            if isinstance(picture, NewAsset):
                store.keep(url, picture, source=source.name, article=article)
            else:
                final = decide.final(picture)
                store.failed(url, str(picture), final=final, source=source.name, article=article)
                self._lost(source, url, picture)

    def _as_it_was(self, due: DueEntry) -> None:
        """The page is as it was when its article was kept."""
        article = str(due.article)
        back = self.parts.store.articles.restore(article, self.parts.clock())
        self.parts.store.entries.kept(due, article, due.validators)
        self._count(Step.CHANGED if back else Step.SAME)

    def _not_had(self, source: Source, due: DueEntry, error: ItemError) -> None:
        store = self.parts.store
        if due.article is not None and decide.withdrawn(error, recheck=due.recheck):
            self.summary.withdrawn += store.articles.withdraw(due.article, self.parts.clock())
            store.entries.gone(due)
            return
        final = decide.final(error)
        store.entries.failed(due, str(error), final=final)
        self._lost(source, due.url, error)

    def _count(self, step: Step) -> None:
        match step:
            case Step.NEW:
                self.summary.new += 1
            case Step.CHANGED:
                self.summary.changed += 1
            case Step.SAME:
                self.summary.unchanged += 1


def _is_front(url: str) -> bool:
    return urlsplit(url).path in ("", "/") and not urlsplit(url).query


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path} cannot be read ({error.strerror})") from error
