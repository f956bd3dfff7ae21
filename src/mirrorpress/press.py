"""A press: the components of a mirror, checked and put together, and what one can do with them."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from mirrorpress import pipeline, plugins
from mirrorpress.config import Settings, read_own_file
from mirrorpress.errors import (
    AddressRefused,
    FetchError,
    Gone,
    ResponseRefused,
    RunError,
    VerifyError,
)
from mirrorpress.fetch.http_fetcher import HttpFetcher
from mirrorpress.fetch.settings import FetchSettings
from mirrorpress.group import StoryExplanation
from mirrorpress.model import Edition, NotModified, Page, Purpose, Request, Source
from mirrorpress.options import as_options, options_type
from mirrorpress.pipeline import Components, RunResources, StoreWriter
from mirrorpress.pipeline.apply_reextraction import CorrectionWriter
from mirrorpress.pipeline.article_history import MOST_REVISIONS as MOST_REVISIONS
from mirrorpress.pipeline.article_history import ArticleHistory as ArticleHistory
from mirrorpress.pipeline.article_history import Differences as Differences
from mirrorpress.pipeline.article_history import Event as Event
from mirrorpress.pipeline.article_history import FirstSeen as FirstSeen
from mirrorpress.pipeline.article_history import LaterRevision as LaterRevision
from mirrorpress.pipeline.article_history import Withdrawn as Withdrawn
from mirrorpress.pipeline.article_history import read_history
from mirrorpress.pipeline.explain_story import explain_story
from mirrorpress.pipeline.gather import by_source as by_source
from mirrorpress.pipeline.hits import HitsImporter
from mirrorpress.pipeline.hits import HitsInput as HitsInput
from mirrorpress.pipeline.hits import HitsResult as HitsResult
from mirrorpress.pipeline.jobs import modules
from mirrorpress.pipeline.learn_sites import Learning as Learning
from mirrorpress.pipeline.learn_sites import learn_sites
from mirrorpress.pipeline.reextract import Part as Part
from mirrorpress.pipeline.reextract import Reextraction as Reextraction
from mirrorpress.pipeline.reextract import Reread as Reread
from mirrorpress.pipeline.reextract import Result as Result
from mirrorpress.pipeline.reextract import reextract
from mirrorpress.pipeline.signer import make_key as make_key
from mirrorpress.pipeline.signer import rotate, rotate_lost, signer
from mirrorpress.pipeline.signer import signing_key as signing_key
from mirrorpress.pipeline.site_rules import RulesFolder as RulesFolder
from mirrorpress.pipeline.site_rules import read_rules_folder as read_rules_folder
from mirrorpress.pipeline.take_over import TakenOver as TakenOver
from mirrorpress.pipeline.take_over import take_over
from mirrorpress.pipeline.working_copy import located
from mirrorpress.progress import Reporter, Summary
from mirrorpress.protocols import Check, Layout, NamesFiles
from mirrorpress.publish.readers import Exhausted
from mirrorpress.publish.rotation import Rotation
from mirrorpress.store import hold, open_store
from mirrorpress.version import version
from mirrorpress.workers import Workers


class Press:
    """One mirror, held by this process; made by `make_press`."""

    def __init__(self, components: Components, notes: tuple[str, ...] = ()) -> None:
        """Take the components, and what an operator should hear with the first summary."""
        self.components = components
        self._notes = notes

    def run(self) -> Summary:
        """One round of the seven steps."""
        return self._timed(self._gather, self._render, self._publish)

    def add(self, additions: Mapping[Source, tuple[str, ...]]) -> Summary:
        """Single articles into the mirror, by the source they are filed under, and out again."""

        def gather(summary: Summary) -> None:
            asyncio.run(
                self._with_resources(
                    lambda resources: pipeline.add(self.components, resources, summary, additions)
                )
            )

        return self._timed(gather, self._render, self._publish)

    def take_over(self, address: str, edition: str | None) -> TakenOver:
        """The pages of an existing mirror into the store; see `pipeline.take_over`."""
        workers = Workers()
        try:
            with located(address, self.components.reporter) as root:
                return asyncio.run(take_over(self.components, workers, root, edition))
        finally:
            workers.close()

    def release(self) -> int:
        """Let everything that is quarantined be tried again; how many items that is."""
        with self.components.store.transaction():
            return self.components.store.quarantine.release()

    def build(self) -> Summary:
        """Steps 5 and 6 alone."""
        return self._timed(self._render)

    def publish(self) -> Summary:
        """Step 7, after what it needs of the two before it."""
        return self._timed(self._render, self._publish)

    def _timed(self, *steps: Callable[[Summary], None]) -> Summary:
        start, summary = time.monotonic(), Summary(notes=[*self._notes])
        started = self.components.clock()
        for step in steps:
            step(summary)
        summary.failed.sort(key=lambda failure: (failure.source, failure.url))
        summary.seconds = time.monotonic() - start
        with self.components.store.transaction():
            self.components.store.history.add_round(started, summary.counts())
        return summary

    def _gather(self, summary: Summary) -> None:
        asyncio.run(
            self._with_resources(
                lambda resources: pipeline.gather(self.components, resources, summary)
            )
        )

    def _render(self, summary: Summary) -> None:
        if self.components.adopt:
            pipeline.adopt(self.components, summary)
        pipeline.group_articles(self.components, summary)
        pipeline.render_editions(self.components, summary)

    def _publish(self, summary: Summary) -> None:
        pipeline.publish_editions(self.components, summary)

    async def _with_resources(
        self, work: Callable[[RunResources], Coroutine[Any, Any, None]]
    ) -> None:
        """Do the work with a fetcher to the network and worker processes, and close both."""
        store, settings = self.components.store, _fetch_settings(self.components.settings)
        async with StoreWriter(store) as writer:
            robots = pipeline.RobotsCache(store, writer)
            fetcher = HttpFetcher(settings, self.components.clock, robots)
            workers = Workers(modules=modules(self.components.readers.values()))
            try:
                await work(RunResources(fetcher=fetcher, workers=workers, writer=writer))
            finally:
                workers.close()
                await fetcher.aclose()


@contextmanager
def make_press(
    settings: Settings,
    reporter: Reporter,
    *,
    force: bool = False,
    adopt: bool = False,
    check: Check = Check.CHANGES,
) -> Iterator[Press]:
    """The press that the settings describe. Everything is checked before anything is opened.

    A mirror that holds nothing yet and has no key is given one, so that no copy goes out unsigned.
    With `force`, editions replace whatever is at their targets; with `adopt`, they continue it.
    `check` says how far targets look for damage.

    Raises:
        KeyFileError: the signing key cannot be used, is missing, or is not the one that signed
            before.
        BusyError: another process holds the mirror.
        StoreError: the store cannot be opened.
    """
    kinds = {"urls", *(source.kind for source in settings.sources)}  # "urls": of `Press.add`
    readers = {kind: plugins.load(plugins.SOURCES, kind) for kind in kinds}
    layouts = {edition.name: _layout(edition, settings) for edition in settings.editions}
    targets = {
        target.name: plugins.load(plugins.TARGETS, target.kind)(
            target, root=settings.directory, work=settings.state / "targets"
        )
        for target in settings.targets
    }
    key = signing_key(settings) if settings.sign else None
    with hold(settings.state):
        store = open_store(settings.state)
        with store.transaction():
            store.quarantine.release(keep_version=version())
        try:
            signing = signer(settings, store, key)
            yield Press(
                Components(
                    settings=settings,
                    store=store,
                    readers=readers,
                    layouts=layouts,
                    targets=targets,
                    key=signing.key,
                    statements=signing.statements,
                    clock=clock,
                    reporter=reporter,
                    force=force,
                    check=check,
                    adopt=adopt,
                ),
                signing.notes,
            )
        finally:
            store.close()


def _layout(edition: Edition, settings: Settings) -> Layout:
    """The layout of an edition, made from its options where it declares any."""
    kind = plugins.load(plugins.LAYOUTS, f"{edition.format}.{edition.layout}")
    declared = options_type(kind)
    if declared is None:
        return kind()  # type: ignore[no-any-return]
    options: object = as_options(edition.options, declared)
    if not isinstance(options, NamesFiles):
        return kind(options)  # type: ignore[no-any-return]
    files = {name: read_own_file(settings.directory / name) for name in options.file_names()}
    return kind(options, files)  # type: ignore[no-any-return]


def fetch_page(request: Request) -> Page:
    """A page outside any mirror.

    Raises:
        FetchError: it could not be fetched.
    """

    async def work() -> Page | NotModified:
        async with HttpFetcher(FetchSettings(delay=0.0), clock) as fetcher:
            return await fetcher.fetch(request)

    response = asyncio.run(work())
    if isinstance(response, NotModified):
        raise ResponseRefused("the server answered 304 (not modified)", url=request.url)
    return response


@contextmanager
def remote_reader(
    base: str, *, local: bool, seconds: float, size: int
) -> Iterator[Callable[[str], bytes | None]]:
    """A function that reads files of a copy on the web by their path; None where there is none.

    It raises Exhausted when `seconds` are over from now on, in the middle of a response if need be,
    and after the file with which more than `size` bytes came.
    """
    root = base if base.endswith("/") else base + "/"
    end, left = time.monotonic() + seconds, size
    with asyncio.Runner() as runner:
        fetcher = HttpFetcher(FetchSettings(delay=0.0, obey_robots=False), clock)

        async def fetched(request: Request) -> Page | NotModified:
            async with asyncio.timeout(end - time.monotonic()):
                return await fetcher.fetch(request)

        def read(path: str) -> bytes | None:
            nonlocal left
            url = root + quote(path)
            request = Request(url=url, purpose=Purpose.FILE, local=local)
            if left < 0:
                raise Exhausted(f"more than {size} bytes came (--max-bytes)")
            try:
                response = runner.run(fetched(request))
            except TimeoutError as error:
                raise Exhausted(f"it took longer than {seconds:.0f} s (--max-seconds)") from error
            except Gone:
                return None
            except AddressRefused as error:
                raise VerifyError(
                    f"{url} is a private address, not contacted; --local allows it if it is yours"
                ) from error
            except FetchError as error:
                raise VerifyError(f"{url} could not be fetched: {error}") from error
            if not isinstance(response, Page):
                return None
            left -= len(response.body)
            return response.body

        try:
            yield read
        finally:
            runner.run(fetcher.aclose())


def rotate_key(settings: Settings, *, lost: bool, passphrase: str | None) -> Rotation:
    """Sign with a new key from now on; with `lost`, one that the former key cannot sign.

    Raises:
        KeyFileError: there is nothing to replace, or it cannot be replaced.
        BusyError: another process holds the mirror.
        StoreError: the store cannot be opened.
    """
    replace = rotate_lost if lost else rotate
    with hold(settings.state), closing(open_store(settings.state)) as store:
        return replace(settings, store, clock(), passphrase=passphrase)


@contextmanager
def hits_importer(settings: Settings, reporter: Reporter) -> Iterator[HitsImporter]:
    """What imports page counts into a mirror; it needs no key and no network.

    Raises:
        BusyError: another process holds the mirror.
        StoreError: the store cannot be opened.
    """
    with hold(settings.state), closing(open_store(settings.state)) as store:
        yield HitsImporter(store, ZoneInfo(settings.timezone), clock(), reporter)


def explain_stored_story(settings: Settings, name: str) -> StoryExplanation:
    """Why the reports of a story are together; see `pipeline.explain_story`.

    It only reads, so a round may run beside it.

    Raises:
        RunError: there is no story and no article that is called so, or its article is not shown.
        StoreError: the store cannot be opened.
    """
    with closing(open_store(settings.state)) as store:
        return explain_story(store, name)


def read_article_history(settings: Settings, name: str) -> ArticleHistory:
    """What happened to an article since it was first seen; see `pipeline.article_history`.

    It only reads, so a round may run beside it.

    Raises:
        RunError: there is no article that is called so.
        StoreError: the store cannot be opened.
    """
    with closing(open_store(settings.state)) as store:
        return read_history(store, name)


def reextract_pages(
    settings: Settings,
    reporter: Reporter,
    summary: Reextraction,
    heard: Callable[[Reread], None],
    *,
    source: str | None = None,
    limit: int | None = None,
    apply: bool = False,
) -> None:
    """The stored pages read again in worker processes; see `pipeline.reextract`.

    It only reads, so a round may run beside it; with `apply` it stores what changed, and holds the
    mirror. Ctrl-C ends it: `summary.stopped` says so, and what was counted before is stored.

    Raises:
        RunError: there is no such source.
        BusyError: another process holds the mirror, and `apply` is set.
        StoreError: the store cannot be opened.
    """
    workers = Workers()
    held = hold(settings.state) if apply else nullcontext()
    with held, closing(open_store(settings.state)) as store:
        known = [one.name for one in settings.sources]
        if source is not None and source not in known and not store.lists.count(source):
            names = ", ".join(known)
            raise RunError(f"there is no source {source!r}; choose one of {names}")
        try:
            asyncio.run(
                reextract(
                    store,
                    settings,
                    workers,
                    reporter,
                    summary,
                    heard,
                    clock(),
                    source=source,
                    limit=limit,
                    corrections=CorrectionWriter(store, settings) if apply else None,
                )
            )
        except KeyboardInterrupt:
            summary.stopped = True
        finally:
            workers.close()


def learn_stored(settings: Settings, reporter: Reporter, *, source: str | None = None) -> Learning:
    """Sites learned from the stored pages, in worker processes; see `pipeline.learn_sites`.

    Raises:
        RunError: there is no such source.
        BusyError: another process holds the mirror.
        StoreError: the store cannot be opened.
    """
    known = [one.name for one in settings.sources]
    if source is not None and source not in known:
        raise RunError(f"there is no source {source!r}; choose one of {', '.join(known)}")
    workers = Workers()
    with hold(settings.state), closing(open_store(settings.state)) as store:
        try:
            return asyncio.run(
                learn_sites(store, settings, workers, reporter, clock(), source=source)
            )
        finally:
            workers.close()


def clock() -> datetime:
    """Now, in UTC; where SOURCE_DATE_EPOCH is set, that time, so that a build can be repeated.

    Raises RunError where it is set to something else.

    See the reproducible-builds.org specification of that variable.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not fixed:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(fixed), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise RunError(
            f"SOURCE_DATE_EPOCH is {fixed[:40]!r}, which is not a number of seconds since 1970; "
            "correct it, or unset it"
        ) from error


def _fetch_settings(settings: Settings) -> FetchSettings:
    options = settings.fetch
    return FetchSettings(
        contact=settings.contact,
        delay=options.delay,
        timeout=options.timeout,
        concurrency=options.concurrency,
        obey_robots=options.robots,
        resolve=options.resolve,
    )
