"""The stored pages read again by the present extractor, and compared with the articles.

This says what another extraction would change; what is to be stored of that is a correction (see
`apply_reextraction`). Pages are read, joined and completed as steps 2 and 3 do it (see
`discover.Finder`); only that they come from the store. The number of articles does not change how
much memory it takes.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from itertools import islice

from mirrorpress.config import Settings
from mirrorpress.errors import (
    ExtractError,
    InternalError,
    ItemError,
    NotAnArticle,
    ReadError,
    contained,
)
from mirrorpress.extract import join
from mirrorpress.model import Article, FeedEntry, Page, Revision, Source
from mirrorpress.model.blocks import Figure
from mirrorpress.model.plain import plain_text
from mirrorpress.model.walk import images
from mirrorpress.pipeline import decide
from mirrorpress.pipeline.apply_reextraction import Correction, CorrectionWriter
from mirrorpress.pipeline.extract_page import extract_page
from mirrorpress.pipeline.page_packer import unpacked
from mirrorpress.pipeline.site_memory import SiteMemory, day_of
from mirrorpress.pipeline.site_rules import read_mirror_rules
from mirrorpress.progress import Reporter
from mirrorpress.redact import without_secrets
from mirrorpress.store import Store
from mirrorpress.store.pages import PackedPage
from mirrorpress.workers import Runner

REEXTRACT = "reextract"  # name of the step as reporters hear it
BATCH = 16  # articles that are held in memory together
IDS = 1000  # that are read from the store together


class Part(Enum):
    """What of an article can come out differently."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    TEXT = "text"
    PICTURES = "pictures"  # which, and their captions and credits
    DATE = "date"
    AUTHORS = "authors"
    OTHER = "other"  # links, headings, embeds, language, section, tags, publisher


class Result(Enum):
    """What became of an article."""

    SAME = "same"
    CHANGED = "changed"
    WORSE = "worse"  # its text is refused or damaged now
    FAILED = "failed"  # its pages cannot be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """An article whose pages were read again. Neither text shows a password or token."""

    source: str
    url: str
    result: Result
    parts: tuple[Part, ...] = ()  # that changed
    reason: str = ""  # why it is worse, or failed
    is_fault: bool = False  # the failure is a bug in mirrorpress
    applied: bool = False  # what changed is stored

    def __post_init__(self) -> None:
        for name in ("url", "reason"):
            object.__setattr__(self, name, without_secrets(getattr(self, name)))


@dataclass(slots=True)
class Reextraction:
    """What became of all articles, in numbers. Grows while they are read."""

    results: Counter[Result] = field(default_factory=Counter)
    parts: Counter[Part] = field(default_factory=Counter)  # of changed articles
    without_page: int = 0  # articles that editions show, and whose pages are not kept
    faults: int = 0
    applied: int = 0  # changed articles that were stored
    stopped: bool = False  # before all were read
    seconds: float = 0.0
    notes: list[str] = field(default_factory=list)  # what an operator should know

    def count(self, one: Reread) -> None:
        """Count one more article."""
        self.results[one.result] += 1
        self.parts.update(one.parts)
        self.faults += one.is_fault
        self.applied += one.applied


@dataclass(frozen=True, slots=True)
class _Read:
    """What became of an article, with what there is to store where it changed."""

    reread: Reread
    correction: Correction | None = None


def differences(before: Revision, after: Article, entry: FeedEntry, source: Source) -> list[Part]:
    """What of an article its page says otherwise now, in the order of `Part`. Pure.

    What does not make another revision (see `decide.fingerprint`) is no difference, and neither is
    a date that the pipeline would not believe.
    """
    old = before.article
    found = {
        Part.TITLE: old.title != after.title,
        Part.SUBTITLE: (old.subtitle or "") != (after.subtitle or ""),
        Part.TEXT: plain_text(old) != plain_text(after),
        Part.PICTURES: _pictures(old) != _pictures(after),
        Part.DATE: _date_differs(before, after, entry, source),
        Part.AUTHORS: old.bylines != after.bylines,
    }
    if not any(found.values()):
        undated = (decide.fingerprint(replace(one, published=None)) for one in (old, after))
        found[Part.OTHER] = len(set(undated)) > 1
    return [part for part, differs in found.items() if differs]


def _pictures(article: Article) -> str:
    figures = tuple(Figure((image,)) for image in images(article))
    return decide.fingerprint(Article(title="", blocks=figures))


def _date_differs(before: Revision, after: Article, entry: FeedEntry, source: Source) -> bool:
    """Whether readers would see another time; other settings of a zone are no difference."""
    if _said(before.article) == _said(after):
        return False
    time = decide.published(after, entry, source, before.fetched, before.published)
    return time.isoformat() != before.published.isoformat()


def _said(article: Article) -> str | None:
    return article.published.isoformat() if article.published else None


async def reextract(
    store: Store,
    settings: Settings,
    workers: Runner,
    reporter: Reporter,
    summary: Reextraction,
    heard: Callable[[Reread], None],
    now: datetime,
    *,
    source: str | None = None,
    limit: int | None = None,
    corrections: CorrectionWriter | None = None,
) -> None:
    """Read stored pages again.

    Args:
        summary: counts what became of them; complete at any time, if this is stopped.
        heard: gets each article that is not the same, in the order of their ids.
        now: what was learned of sites before this day is used.
        source: whose articles; None: those of all.
        limit: articles at most; None: no limit.
        corrections: stores what changed, each batch in one transaction, before it is counted;
            None: nothing is stored.

    Raises:
        StoreError: a batch cannot be stored; those before it are.
    """
    started, rules = time.monotonic(), read_mirror_rules(settings.extract.rules)
    summary.notes += rules.notes
    memory = SiteMemory(store.site_profiles, day_of(now), rules.by_host)
    step = _Reextract(store, settings, workers, memory)
    summary.stopped = True
    reporter.start(REEXTRACT, 0)
    try:
        total, shown = step.count(source)
        summary.without_page = max(0, store.lists.count(source or "") - shown)
        reporter.expect(REEXTRACT, total if limit is None else min(total, limit))
        ids = islice(step.ids(source), limit)
        while batch := tuple(islice(ids, BATCH)):
            read = await asyncio.gather(*(step.read(article_id) for article_id in batch))
            for one in _applied(read, corrections):
                summary.count(one)
                if one.result is not Result.SAME:
                    heard(one)
            reporter.advance(REEXTRACT, len(batch))
        summary.stopped = False
    finally:
        summary.seconds = time.monotonic() - started
        reporter.finish(REEXTRACT)


def _applied(read: Sequence[_Read], corrections: CorrectionWriter | None) -> Iterator[Reread]:
    """What became of the articles of a batch, once what changed is stored."""
    changed = [one.correction for one in read if one.correction is not None]
    failed = {} if corrections is None else corrections.keep(changed)
    for one in read:
        if corrections is None or one.correction is None:
            yield one.reread
        elif (error := failed.get(one.correction.before.id)) is not None:
            yield _failed(one.reread.source, one.reread.url, error)
        else:
            yield replace(one.reread, applied=True)


def _failed(source: str, url: str, error: ItemError) -> Reread:
    return Reread(
        source=source,
        url=url,
        result=Result.FAILED,
        reason=str(error),
        is_fault=isinstance(error, InternalError),
    )


class _Reextract:
    """The store's pages, and what reads them."""

    def __init__(
        self, store: Store, settings: Settings, workers: Runner, memory: SiteMemory
    ) -> None:
        self._store = store
        self._memory = memory
        self._sources = {source.name: source for source in settings.sources}
        self._workers = workers

    def ids(self, source: str | None) -> Iterator[str]:
        """The articles that have pages, sorted."""
        for ids in self._id_batches():
            for article_id in ids:
                if source is None or self._store.articles.origin(article_id)[0] == source:
                    yield article_id

    def count(self, source: str | None) -> tuple[int, int]:
        """How many articles have pages, and how many of these are shown."""
        total = shown = 0
        ids = self.ids(source)
        while batch := tuple(islice(ids, IDS)):
            total += len(batch)
            shown += len(self._store.articles.shown(batch))
        return total, shown

    def _id_batches(self) -> Iterator[Sequence[str]]:
        after = ""
        while ids := self._store.pages.articles(after=after, limit=IDS):
            yield ids
            after = ids[-1]

    async def read(self, article_id: str) -> _Read:
        """What became of an article; whatever fails, fails only this one."""
        name, url = self._store.articles.origin(article_id)
        try:
            return await self._compared(article_id)
        except ExtractError as error:
            return _Read(Reread(source=name, url=url, result=Result.WORSE, reason=str(error)))
        except Exception as error:
            return _Read(_failed(name, url, contained(error, url=url)))

    async def _compared(self, article_id: str) -> _Read:
        before = self._store.articles.revision(article_id)
        pages = self._store.pages.of(article_id)
        if not pages:  # a round that runs beside this one dropped them
            raise ReadError("its pages are no longer in the store", url=before.url)
        source = self._source(before)
        after, entry = await self._whole(source, pages)
        parts = tuple(differences(before, after, entry, source))
        same = Reread(source=before.source, url=before.url, result=Result.SAME)
        if not parts:
            return _Read(same)
        reason = decide.suspicious(plain_text(before.article), plain_text(after))
        if reason is not None:
            return _Read(replace(same, result=Result.WORSE, reason=reason))
        published = before.published
        if Part.DATE in parts:
            published = decide.published(after, entry, source, before.fetched, published)
        correction = Correction(before=before, after=after, published=published)
        return _Read(replace(same, result=Result.CHANGED, parts=parts), correction)

    def _source(self, before: Revision) -> Source:
        """The source of an article; one that is not in the settings has the article's language."""
        name = before.source
        unlisted = Source(name=name, title=name, language=before.article.language)
        return self._sources.get(name, unlisted)

    async def _whole(
        self, source: Source, pages: Sequence[PackedPage]
    ) -> tuple[Article, FeedEntry]:
        """An article of all its pages, as far as each leads to the next, and its entry."""
        first, entry = await unpacked(pages[0])
        parts, seen = [await self._part(source, first, entry)], {first.url}
        for packed in pages[1:]:
            url = parts[-1].next_page
            if not url or url in seen or not decide.further_page(first.url, url):
                break
            seen.add(url)
            page, _ = await unpacked(packed)
            try:
                parts.append(await self._part(source, page, FeedEntry()))
            except NotAnArticle:
                break
        return (join(parts) if len(parts) > 1 else parts[0]), entry

    async def _part(self, source: Source, page: Page, entry: FeedEntry) -> Article:
        article, _ = await extract_page(self._workers, self._memory, source, page, entry)
        return article
