"""Rounds of steps 1 to 4 on recorded pages, with a store in memory and real workers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import cast

from mirrorpress.config import Settings
from mirrorpress.discover import addresses, feed
from mirrorpress.fetch.recorded import RecordedFetcher, RecordedResponse
from mirrorpress.model import (
    ArticleList,
    ArticleSummary,
    NotModified,
    Page,
    Problem,
    Request,
    Site,
    Source,
)
from mirrorpress.pipeline import Components, RunResources, StoreWriter, add, gather
from mirrorpress.pipeline.budget import Pauses
from mirrorpress.pipeline.jobs import modules
from mirrorpress.progress import Silent, Summary
from mirrorpress.protocols import Fetcher, Layout, SourceKind
from mirrorpress.store import Store, open_store
from mirrorpress.workers import Workers
from store.samples import NOON

TEXT = (
    "The ferry Halcyon left the harbour of Port Amber at dawn, for the first time in three weeks. "
    "Its captain said that the new rudder had been fitted overnight by the yard's own divers. "
    "Passengers had waited on the quay since four in the morning, some of them with live geese."
)


def page(url: str, title: str = "The ferry sails again", more: str = "") -> Page:
    """An article's page at an address."""
    body = (
        f'<html lang="en"><head><title>{title}</title></summary><body><article><h1>{title}</h1>'
        f"<p>{TEXT}</p><p>About {url}, and what the harbour master had to say of it. {TEXT}</p>"
        f"{more}</article></body></html>"
    )
    return Page(url=url, requested=url, body=body.encode(), media_type="text/html", fetched=NOON)


def rss(url: str, links: tuple[str, ...], version: str = "", title: str = "") -> Page:
    """A feed that lists some addresses; another title means look again."""
    items = "".join(
        f"<item><title>{title or link[-20:]}</title><link>{link}</link></item>" for link in links
    )
    body = f'<rss version="2.0"><channel><title>Feed{version}</title>{items}</channel></rss>'
    return Page(url=url, requested=url, body=body.encode(), media_type="text/xml", fetched=NOON)


class Stumbling(RecordedFetcher):
    """Raises what nobody expects at some addresses; replays the others."""

    def __init__(self, answers: Mapping[str, RecordedResponse], faults: frozenset[str]) -> None:
        super().__init__(answers)
        self.faults = faults

    async def fetch(self, request: Request) -> Page | NotModified:
        if request.url in self.faults:
            raise IndexError("nobody expected this")
        return await super().fetch(request)


@dataclass(frozen=True)
class Picking:
    """What steps 1 to 4 ask a layout for."""

    addresses: tuple[str, ...]

    def picked(self) -> tuple[str, ...]:
        return self.addresses

    def problems(self, site: Site) -> tuple[Problem, ...]:
        return ()


@dataclass
class Round:
    """A mirror whose sources are recorded."""

    sources: tuple[Source, ...]
    now: datetime = NOON
    store: Store = field(default_factory=lambda: open_store(None))
    readers: dict[str, SourceKind] = field(
        default_factory=lambda: {"feed": feed.read, "urls": addresses.read}
    )

    picked: tuple[str, ...] = ()  # addresses of articles that the operator picked

    @property
    def components(self) -> Components:
        return Components(
            settings=Settings(directory=Path("mirror"), name="Mirror", sources=self.sources),
            store=self.store,
            readers=self.readers,
            layouts={"git": cast(Layout, Picking(self.picked))},
            targets={},
            key=None,
            clock=lambda: self.now,
            reporter=Silent(),
        )

    def run(self, fetcher: Fetcher, **settings: object) -> Summary:
        """One round of steps 1 to 4."""
        summary = Summary()
        components = self.components
        if settings:
            changed = replace(components.settings, **settings)  # type: ignore[arg-type]
            components = replace(components, settings=changed)

        self._with_resources(fetcher, lambda resources: gather(components, resources, summary))
        return summary

    def add(self, fetcher: Fetcher, additions: dict[Source, tuple[str, ...]]) -> Summary:
        """Single articles."""
        summary = Summary()
        self._with_resources(
            fetcher, lambda resources: add(self.components, resources, summary, additions)
        )
        return summary

    def _with_resources(
        self, fetcher: Fetcher, work: Callable[[RunResources], Awaitable[None]]
    ) -> None:
        async def inner() -> None:
            workers = Workers(2, modules=modules(self.readers.values()))
            try:
                async with asyncio.timeout(60), StoreWriter(self.store) as writer:
                    await work(RunResources(fetcher=fetcher, workers=workers, writer=writer))
            finally:
                workers.close()

        asyncio.run(inner())

    def pauses(self, work: Callable[[Pauses], None]) -> None:
        """Let a former round note what it leaves alone."""
        with_pauses(self.store, work)

    def titles(self) -> list[str]:
        """The titles of all articles, in the order of their addresses."""
        return [summary.title for summary in self._summaries()]

    def urls(self) -> list[str]:
        """The addresses of the articles."""
        return [summary.url for summary in self._summaries()]

    def _summaries(self) -> list[ArticleSummary]:
        ids = [article_id for article_id, _ in self.store.lists.lines(ArticleList(kind="all"))]
        return sorted(self.store.lists.summaries("", ids), key=lambda summary: summary.url)


def with_pauses(store: Store, work: Callable[[Pauses], None]) -> None:
    """What a round at noon notes of hosts and sources is in the store afterwards."""

    async def inner() -> None:
        async with asyncio.timeout(60), StoreWriter(store) as writer:
            work(Pauses(store, lambda: NOON, writer=writer))

    asyncio.run(inner())
