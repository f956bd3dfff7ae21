"""One source's part of a round: its index, then the pages and pictures that are due.

Whatever fails, fails alone: an index, a page, a picture. What is left when the source has used its
budget stays in the queue.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from mirrorpress import urls
from mirrorpress.config import read_own_file
from mirrorpress.errors import InternalError, ItemError, Postponed, ReadError, RunError, contained
from mirrorpress.model import FeedEntry, Index, NotModified, Page, Purpose, Source, Validators
from mirrorpress.model.site_rules import SiteRules
from mirrorpress.pipeline.budget import Budget, BudgetedFetcher, BudgetedWorkers, Pauses
from mirrorpress.pipeline.components import Components, RunResources, SourceResources
from mirrorpress.pipeline.decide import Step, fingerprint, named
from mirrorpress.pipeline.discover import Finder, Found
from mirrorpress.pipeline.image_fetcher import ImageFetcher
from mirrorpress.pipeline.jobs import read_index
from mirrorpress.pipeline.site_memory import SiteMemory
from mirrorpress.pipeline.store import Outcome, Pictures, StoreStep
from mirrorpress.pipeline.tasks import side_by_side
from mirrorpress.progress import Failure, Summary
from mirrorpress.store import DueEntry
from mirrorpress.store.entries import CHECKS, Answers
from mirrorpress.store.usage import Used

DISCOVER, FETCH = "discover", "fetch"  # names of the steps as reporters hear them
SIDE_BY_SIDE = 6  # articles of one source in work: one is being fetched, the others extracted
MAX_FILE = 64 << 20  # bytes of an index that is a local file


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What the sources of one round share."""

    components: Components
    resources: RunResources
    summary: Summary
    step: StoreStep
    pauses: Pauses
    day: int  # on which the round began, since 1970-01-01
    rules: Mapping[str, SiteRules]  # by host
    asked: set[str] = field(default_factory=set)  # addresses of pictures
    new: set[str] = field(default_factory=set)  # ids of articles that were counted as new


class SourceRound:
    """Takes a source and its entries through the first four steps.

    Args:
        shared: what the sources of the round share.
        source: whose part this is.
        seconds: how long it may take; None: as long as it takes.
        accept: take every version of an article as it is: somebody asked for it.
    """

    def __init__(
        self, shared: Round, source: Source, *, seconds: float | None, accept: bool = False
    ) -> None:
        components = shared.components
        self._accept = accept
        by_schedule = components.settings.fetch.recheck and not accept
        self._checks = CHECKS if by_schedule else 0
        self._components = components
        self._store = components.store
        self._writer = shared.resources.writer
        self._summary = shared.summary
        self._new = shared.new
        self._step = shared.step
        self._source = source
        self._unconfirmed: Answers | None = None
        day = components.store.usage.today(source.name, components.clock())
        self._budget = Budget(source.name, seconds, day)
        self._resources = SourceResources(
            fetcher=BudgetedFetcher(
                shared.resources.fetcher,
                self._budget,
                shared.pauses,
                components.settings.fetch.timeout,
            ),
            workers=BudgetedWorkers(shared.resources.workers, self._budget),
        )
        self._finder = Finder(
            self._resources,
            components.settings.fetch.resolve,
            SiteMemory(components.store.site_profiles, shared.day, shared.rules),
            keep_pages=components.settings.store.pages > 0,
        )
        self._pictures = ImageFetcher(
            self._finder,
            components.store,
            components.settings.pictures,
            components.clock,
            shared.asked,
        )

    async def run(self) -> None:
        """Read the source's index if it changed, then everything of the source that is due."""
        self._budget.begin()
        try:
            await self._discover()
        except Exception as error:
            await self._index_failed(contained(error))
        self._components.reporter.advance(DISCOVER)
        await self.entries()

    async def entries(self) -> None:
        """Fetch what is due of the source, and pictures that are still missing."""
        name, now = self._source.name, self._components.clock()
        due = self._store.entries.due(name, now, checks=self._checks)
        self._components.reporter.expect(FETCH, len(due))
        missing = self._store.pictures.missing(name, now)
        await side_by_side(self._entry, due, SIDE_BY_SIDE)
        await side_by_side(self._missing_picture, missing, SIDE_BY_SIDE)
        if self._budget.postponed:
            self._summary.notes.append(
                f"{name}: {self._budget.postponed} items are left for a later round: "
                f"{self._budget.reason}"
            )
        if (seen := self._unconfirmed) is not None:
            self._summary.notes.append(
                f"{name}: {seen.gone} of {seen.gone + seen.good} articles that were checked seem "
                "to be gone; none is marked as withdrawn before the site works again"
            )
        if self._budget.used != Used():
            await self._writer.keep(partial(self._step.used, name, self._budget.used))

    # 1 discover

    @property
    def _address(self) -> str:
        return self._source.url or self._source.path or ""

    async def _discover(self) -> None:
        source, entries = self._source, self._store.entries
        if not self._index_is_due():
            self._summary.unchanged += entries.kept_count(source.name)
            return
        state = entries.source(source.name)
        page = await self._index(state.validators)
        digest = hashlib.sha256(page.body).hexdigest() if isinstance(page, Page) else ""
        if isinstance(page, NotModified) or digest == state.body_sha256:
            self._summary.unchanged += entries.kept_count(source.name)
            if state.error:
                await self._writer.keep(partial(self._step.index_worked, source, self._address))
            return
        if self._store.quarantine.holds("index", source.name, digest):
            raise ReadError("mirrorpress failed on this index before; it is left alone as it is")
        try:
            reader = self._components.readers[source.kind]
            index = await self._resources.workers.run(read_index(reader), page, source)
            same = await self._queue(self._usable(index), page, digest)
        except Exception as error:
            await self._index_held(digest, contained(error))
            raise
        self._summary.unchanged += same
        for problem in index.problems:
            self._components.reporter.note(f"{source.name}: {problem}")

    def _index_is_due(self) -> bool:
        failed = self._store.retries.get("index", self._source.name, self._address)
        return failed is None or failed.next_try <= self._components.clock()

    async def _index(self, validators: Validators) -> Page | NotModified:
        source = self._source
        if source.url is not None:
            request = self._finder.request(source, source.url, Purpose.INDEX, validators)
            return await self._resources.fetcher.fetch(request)
        if source.path is not None:
            body = _read(self._components.settings.directory / source.path)
        else:
            body = "\n".join(named(source)).encode("utf-8")
        return Page(url="", requested="", body=body, fetched=self._components.clock())

    async def _queue(self, usable: list[FeedEntry], page: Page, digest: str) -> int:
        """Queue what an index lists; an entry that cannot be queued fails alone."""
        try:
            return await self._writer.keep(self._listed(usable, page, digest))
        except Exception as error:
            contained(error)  # ends the run where it is the store's
        queueable = []
        for entry in usable:
            try:
                self._store.entries.check(self._source.name, entry, self._components.clock())
                queueable.append(entry)
            except Exception as error:
                self._lost(entry.url or "", contained(error))
        return await self._writer.keep(self._listed(queueable, page, digest))

    def _listed(self, entries: list[FeedEntry], page: Page, digest: str) -> Callable[[], int]:
        return partial(self._step.listed, self._source, self._address, entries, page, digest)

    def _usable(self, index: Index) -> list[FeedEntry]:
        usable = []
        for entry in index.entries:
            if urls.safe(entry.url) is not None:
                usable.append(entry)
            else:
                error = ReadError("the entry has no address that can be followed")
                self._lost(entry.url or entry.id or entry.title or "", error)
        return usable

    async def _index_failed(self, error: ItemError) -> None:
        if isinstance(error, Postponed):
            self._postpone(str(error))
            return
        self._lost(self._address, error)
        failed = partial(self._step.index_failed, self._source, self._address, error)
        await self._writer.keep(failed)

    async def _index_held(self, digest: str, error: ItemError) -> None:
        """An index that we fail on is left alone until it changes."""
        held = await self._writer.keep(
            partial(self._step.quarantine, "index", self._source, digest, self._address, error)
        )
        if held:
            self._held(self._address, error)

    # 2 fetch, 3 extract, 4 store

    async def _entry(self, key: str) -> None:
        try:
            due = self._store.entries.get(self._source.name, key)
        except Exception as error:  # a damaged row
            self._lost(key, contained(error))
            return
        page = None
        try:
            page = await self._finder.fetch(self._source, due)
            outcome = await self._bring(due, page)
        except Postponed as error:
            outcome = Outcome(postponed=str(error))
            if self._accept:  # somebody waits for it, and must hear that it did not come
                self._lost(due.url, error)
        except Exception as error:
            known = contained(error, url=due.url)
            came = page if isinstance(page, Page) else None
            failed = partial(self._step.failed, self._source, due, known, came)
            outcome = await self._writer.keep(failed)
        self._count(outcome)
        if outcome.note is not None:
            self._components.reporter.note(f"{self._source.name}: {due.url}: {outcome.note}")
        self._components.reporter.advance(FETCH)

    async def _bring(self, due: DueEntry, page: Page | NotModified | None) -> Outcome:
        """Keep what came of an entry: its page; None where the text is the index's."""
        source, step = self._source, self._step
        if isinstance(page, NotModified):
            return await self._writer.keep(partial(step.unchanged, due))
        known = self._store.articles.origin(due.article)[1] if due.article else None
        found = await self._finder.read(source, due, page, known or None)
        pictures = await self._new_pictures(due, found)
        keep = partial(step.keep, source, due, found, pictures, accept=self._accept)
        return await self._writer.keep(keep)

    async def _new_pictures(self, due: DueEntry, found: Found) -> Pictures:
        """The pictures of an article; a check that finds it as it was asks for none."""
        kept = self._store.articles.known(due.article) if due.article else None
        if due.scheduled and kept and kept.sha256 == fingerprint(found.article):
            return {}
        return await self._pictures.bring(self._source, found.article, found.url)

    async def _missing_picture(self, missing: tuple[str, str]) -> None:
        """Try a picture again that an earlier round could not fetch."""
        url, article = missing
        if url in self._pictures.asked:
            return
        try:
            referer = self._store.articles.summary(article).url
            picture = await self._pictures.bring_one(self._source, url, referer)
            keep = partial(self._step.late_picture, self._source, article, url, picture)
            self._count(await self._writer.keep(keep))
        except Exception as error:
            self._lost(url, contained(error, url=url))

    # What the summary says

    def _count(self, outcome: Outcome) -> None:
        """Count and report what became of an entry, once it is committed."""
        summary = self._summary
        match outcome.step:
            case Step.NEW:
                # One that another source brought in this round is counted already.
                summary.new += not (outcome.displaced and outcome.article in self._new)
                self._new.add(str(outcome.article))
            case Step.CHANGED:
                summary.changed += 1
            case Step.SAME:
                summary.unchanged += 1
        summary.withdrawn += outcome.withdrawn
        summary.again += outcome.again
        for url, error in outcome.failed:
            self._lost(url, error)
        for url, error in outcome.held:
            self._held(url, error)
        self._unconfirmed = outcome.unconfirmed or self._unconfirmed
        if outcome.postponed is not None:
            self._postpone(outcome.postponed)

    def _lost(self, url: str, error: ItemError) -> None:
        name = self._source.name
        failure = Failure(name, url, str(error))
        self._summary.failed.append(failure)
        self._summary.faults += isinstance(error, InternalError)
        self._components.reporter.note(f"{name}: {failure.url}: {failure.error}")

    def _held(self, url: str, error: ItemError) -> None:
        self._summary.quarantined.append(Failure(self._source.name, url, str(error)))

    def _postpone(self, reason: str) -> None:
        self._budget.postponed += 1
        self._budget.reason = reason


def _read(path: Path) -> bytes:
    """The bytes of a local index."""
    try:
        return read_own_file(path, MAX_FILE)
    except RunError as error:
        raise ReadError(str(error)) from error
