"""Take over an existing mirror: its pages become articles, which keep their paths for good.

1. The layout is found from the paths; the edition of that layout continues the mirror.
2. Each page is read in a worker. A page that gives no article is reported; the others go on.
3. Its article is stored under our usual id, unless the store has it already; the page's path is
   assigned to it in the edition. A second page of an article is one more path of it.
4. Layout `archive` counts its numbers on from the lowest one.

Pages are stored in batches, each in a transaction. A run that is stopped loses nothing: pages whose
path is assigned are not read again.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from mirrorpress import urls
from mirrorpress.config import Settings
from mirrorpress.errors import (
    ExtractError,
    InternalError,
    ItemError,
    NoLongerKept,
    RunError,
    contained,
)
from mirrorpress.imports import ImportedArticle, Layout
from mirrorpress.model import (
    PICKS,
    RECOMMENDED,
    Edition,
    FeedEntry,
    NewAsset,
    Revision,
    Source,
)
from mirrorpress.model.keys import is_key
from mirrorpress.model.plain import plain_text
from mirrorpress.model.walk import images
from mirrorpress.pipeline import decide
from mirrorpress.pipeline.components import Components
from mirrorpress.pipeline.copied_pictures import CopiedPictures
from mirrorpress.pipeline.jobs import READ_PAGE
from mirrorpress.pipeline.tasks import batches
from mirrorpress.pipeline.working_copy import WorkingCopy
from mirrorpress.publish import checksums
from mirrorpress.redact import without_secrets
from mirrorpress.render import archive_names, paths
from mirrorpress.workers import Runner

IMPORT = "import"  # name of the step as reporters hear it
BATCH = 20  # pages that are stored in one transaction, and held in memory with their pictures
AT_ONCE = 16  # pages that are held in memory while they wait for a worker
LOWEST = 2**16  # a number below it is taken for a mistake: it would leave a source too few
_UNSTATED = datetime(1970, 1, 1, tzinfo=UTC)  # earlier than any time that is believed


@dataclass(frozen=True, slots=True)
class PageProblem:
    """A page that gave no article, or whose path could not be kept."""

    path: str
    error: str


@dataclass(slots=True)
class TakenOver:
    """What became of the pages of a mirror. Grows while they are read."""

    layout: Layout
    edition: str
    pages: int  # that were found
    new: int = 0  # articles
    known: int = 0  # articles that the store had already
    further: int = 0  # pages whose article has another page, too
    before: int = 0  # pages that an earlier import took over
    notes: int = 0  # pages that are notes of articles which the mirror no longer kept
    pictures: int = 0  # that the next rounds fetch
    copied: int = 0  # pictures that were files of the mirror
    failed: list[PageProblem] = field(default_factory=list)  # gave no article
    moved: list[PageProblem] = field(default_factory=list)  # articles whose path is another one
    lost: list[PageProblem] = field(default_factory=list)  # pictures that could not be read
    faults: int = 0  # failures that are faults of mirrorpress itself
    unlisted: set[str] = field(default_factory=set)  # sources that are not in the settings
    seconds: float = 0.0

    @property
    def articles(self) -> int:
        """Pages that became articles."""
        return self.new + self.known + self.further + self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A page that was read, with the pictures that were files of the mirror."""

    page: ImportedArticle
    assets: Mapping[str, NewAsset] = field(default_factory=dict)  # by address
    lost: Mapping[str, ItemError] = field(default_factory=dict)  # by path


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What is counted of a page, once it is committed."""

    source: str
    is_new: bool
    is_further: bool = False
    pictures: int = 0
    copied: int = 0
    lost: Mapping[str, ItemError] = field(default_factory=dict)  # pictures, by path
    moved: str = ""  # why its path could not be kept


async def take_over(
    components: Components, workers: Runner, root: Path, edition: str | None
) -> TakenOver:
    """Bring the pages of a working copy into the store.

    Args:
        workers: read the pages.
        root: the working copy.
        edition: name of the edition that continues the mirror; None: the one of its layout.

    Raises:
        RunError: the folder holds no mirror, or no edition can continue it.
    """
    started = time.monotonic()
    with WorkingCopy(root) as copy:
        continued = edition_of(components.settings, copy.layout, edition)
        summary = TakenOver(layout=copy.layout, edition=continued.name, pages=len(copy.pages))
        step = _TakeOver(components, workers, copy, continued, summary)
        await step.run()
    summary.seconds = time.monotonic() - started
    return summary


def edition_of(settings: Settings, layout: Layout, name: str | None) -> Edition:
    """The edition that continues a mirror of a layout.

    Raises:
        RunError: there is none, or one must be chosen.
    """
    fitting = [one for one in settings.editions if (one.format, one.layout) == ("markdown", layout)]
    names = ", ".join(one.name for one in fitting)
    chosen = [one for one in fitting if name in (None, one.name)]
    if not fitting:
        raise RunError(
            f"the mirror has layout {layout}, and no edition in mirror.toml has it; write an "
            f'[[edition]] with format = "markdown" and layout = "{layout}"'
        )
    if not chosen:
        raise RunError(f"{name!r} is not an edition of layout {layout}; choose one of {names}")
    if len(chosen) > 1:
        raise RunError(f"several editions have layout {layout}; choose --edition, one of {names}")
    return chosen[0]


def source_of(settings: Settings, layout: Layout, folder: str, url: str) -> Source:
    """The source under which the article of a page is filed.

    Args:
        folder: of the page: a channel or a source, by its key or title.
        url: of the article; decides where several sources are in the channel.
    """
    key = folder.lower()
    named = [one for one in settings.sources if key in (one.name, one.title.lower())]
    channels = [one for one in settings.channels if key in (one.name, one.title.lower())]
    inside = [one for one in settings.sources for each in channels if one.name in each.sources]
    found = (inside or named) if layout == "channels" else (named or inside)
    if found:
        return next((one for one in found if decide.own(one, url)), found[0])
    if not is_key(key) or key == RECOMMENDED:
        return Source(name=PICKS, title=settings.name)
    return Source(name=key, title=folder)


class _TakeOver:
    """The take-over of one working copy."""

    def __init__(
        self,
        components: Components,
        workers: Runner,
        copy: WorkingCopy,
        edition: Edition,
        summary: TakenOver,
    ) -> None:
        self._components = components
        self._store = components.store
        self._workers = workers
        self._copy = copy
        self._edition = edition
        self._summary = summary
        self._pictures = CopiedPictures(copy, workers, components.settings.pictures)
        self._room = asyncio.Semaphore(AT_ONCE)

    async def run(self) -> None:
        reporter, edition = self._components.reporter, self._edition
        with self._store.transaction():
            self._store.paths.use_layout(edition.name, f"{edition.format}.{edition.layout}")
        for folder in self._copy.unread:
            self._count(folder, ExtractError("the folder cannot be listed, or has an odd name"))
        reporter.start(IMPORT, len(self._copy.pages))
        for batch in batches(self._copy.pages, BATCH):
            await self._batch([path for path in batch if not self._is_done(path)])
            reporter.advance(IMPORT, len(batch))
        reporter.finish(IMPORT)

    def _is_done(self, path: str) -> bool:
        """Whether an earlier import took the page over."""
        done = self._store.paths.subject(self._edition.name, path) is not None
        self._summary.before += done
        return done

    async def _batch(self, paths: list[str]) -> None:
        read = await asyncio.gather(*(self._read(path) for path in paths))
        with self._store.transaction():
            outcomes = [
                one if isinstance(one, ItemError) else self._keep(path, one)
                for path, one in zip(paths, read, strict=True)
            ]
        for path, outcome in zip(paths, outcomes, strict=True):
            self._count(path, outcome)

    async def _read(self, path: str) -> _Read | ItemError:
        async with self._room:
            try:
                content = self._copy.read(path)
                page = await self._workers.run(READ_PAGE, self._copy.layout, path, content)
                if self._store.articles.known(urls.article_id(page.url)) is not None:
                    return _Read(page=page)
                brought = await self._pictures.bring(page.article)
            except Exception as error:
                return contained(error)
        page = replace(page, article=brought.article)
        return _Read(page=page, assets=brought.assets, lost=brought.failed)

    def _keep(self, path: str, read: _Read) -> _Kept | ItemError:
        """Store the article of a page, and give it the page's path."""
        try:
            with self._store.savepoint():
                return self._kept(path, read)
        except Exception as error:
            return contained(error)

    def _kept(self, path: str, read: _Read) -> _Kept:
        page, article_id = read.page, urls.article_id(read.page.url)
        known = self._store.articles.known(article_id)
        source, pictures = known.source if known else "", 0
        if known is None:
            filed = source_of(self._components.settings, self._copy.layout, page.channel, page.url)
            self._store_article(article_id, filed, path, page)
            for url, asset in read.assets.items():
                self._store.pictures.keep(url, asset, source=filed.name, article=article_id)
            source, pictures = filed.name, self._await_pictures(article_id, filed, page)
        self._continue_numbers(source, path, page.id)
        is_further, moved = self._assign(article_id, path)
        return _Kept(
            source=source,
            is_new=known is None,
            is_further=is_further,
            pictures=pictures,
            copied=0 if known else len(read.assets),
            lost={} if known else read.lost,
            moved=moved,
        )

    def _store_article(
        self, article_id: str, source: Source, path: str, page: ImportedArticle
    ) -> None:
        settings = self._components.settings
        language = page.article.language or source.language
        article = replace(page.article, language=language)
        published = self._published(source, path, page)
        revision = Revision(
            id=article_id,
            number=1,
            source=source.name,
            url=urls.normal(page.url),
            fetched=self._components.clock(),
            published=published,
            article=article,
        )
        self._store.articles.keep(
            revision,
            day=decide.day(published, settings.timezone),
            summary=decide.summary(plain_text(article)),
            sha256=decide.fingerprint(article),
        )
        if page.withdrawn is not None:
            self._store.articles.withdraw(article_id, page.withdrawn)

    def _published(self, source: Source, path: str, page: ImportedArticle) -> datetime:
        """As the page says; else when it was first committed, else when its file was changed."""
        now, entry = self._components.clock(), FeedEntry(published=page.published)
        stated = decide.published(page.article, entry, source, now, _UNSTATED)
        if stated != _UNSTATED:
            return stated
        dated = self._copy.dated(path)
        is_possible = dated is not None and decide.EARLIEST <= dated <= now
        return dated if dated is not None and is_possible else now.replace(microsecond=0)

    def _await_pictures(self, article_id: str, source: Source, page: ImportedArticle) -> int:
        """Let rounds fetch the pictures of an article; how many they are to fetch."""
        if not self._components.settings.pictures.keep:
            return 0
        await_fetch = self._store.pictures.await_fetch
        return sum(
            await_fetch(image.url, source=source.name, article=article_id)
            for image in images(page.article)
            if urls.safe(image.url) is not None
        )

    def _continue_numbers(self, source: str, path: str, page_id: str) -> None:
        """Let the next article of a source, or of a day, have the number after that of a page."""
        match self._copy.layout:
            case "almanac":
                self._store.paths.next_number(self._edition.name, paths.folder_of_day(path))
            case "archive":
                self._continue_archive(source, int(page_id.partition("_")[0]))

    def _continue_archive(self, source: str, number: int) -> None:
        with suppress(ValueError):  # a number that the layout does not have
            if number >= LOWEST:
                folder, count = archive_names.folder(source), archive_names.count_of(number)
                self._store.paths.continue_from(self._edition.name, folder, count)

    def _assign(self, article_id: str, path: str) -> tuple[bool, str]:
        """Give an article a path: whether it is a further one, and why it cannot have it."""
        assigned, edition = self._store.paths, self._edition.name
        is_further = assigned.of(edition, article_id) is not None
        try:
            checks = checksums.checked_path(path)
            if is_further:
                assigned.assign_further(edition, article_id, checks)
                self._store.articles.count_change(article_id)
            else:
                assigned.assign(edition, article_id, checks)
        except ValueError as error:
            return is_further, str(error)
        return is_further, ""

    def _count(self, path: str, outcome: _Kept | ItemError) -> None:
        """Count and report what became of a page, once it is committed."""
        summary = self._summary
        shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        if isinstance(outcome, NoLongerKept):
            summary.notes += 1
            return
        if isinstance(outcome, ItemError):
            summary.faults += isinstance(outcome, InternalError)
            problem = PageProblem(shown, without_secrets(str(outcome)))
            summary.failed.append(problem)
            self._components.reporter.note(f"failed: {problem.path}: {problem.error}")
            return
        summary.new += outcome.is_new
        summary.further += outcome.is_further and not outcome.is_new
        summary.known += not outcome.is_further and not outcome.is_new
        summary.pictures += outcome.pictures
        summary.copied += outcome.copied
        for picture, error in outcome.lost.items():
            problem = PageProblem(shown, f"picture {picture}: {without_secrets(str(error))}")
            summary.lost.append(problem)
        if outcome.moved:
            summary.moved.append(PageProblem(shown, outcome.moved))
        if not any(source.name == outcome.source for source in self._components.settings.sources):
            summary.unlisted.add(outcome.source)
