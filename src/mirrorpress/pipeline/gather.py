"""Steps 1 to 4: discover, fetch, extract, store. Every source at its own pace, side by side.

No source waits for another, and none is waited for longer than its budget allows (`budget.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from mirrorpress import urls
from mirrorpress.config import Settings
from mirrorpress.discover.addresses import UrlsOptions
from mirrorpress.model import PICKS, FeedEntry, Source
from mirrorpress.pipeline.budget import Pauses
from mirrorpress.pipeline.components import Components, RunResources
from mirrorpress.pipeline.site_memory import day_of
from mirrorpress.pipeline.site_rules import read_mirror_rules
from mirrorpress.pipeline.source_round import DISCOVER, FETCH, Round, SourceRound
from mirrorpress.pipeline.store import StoreStep
from mirrorpress.pipeline.tasks import side_by_side
from mirrorpress.progress import Summary
from mirrorpress.protocols import FollowsOperator

SOURCES_AT_ONCE = 512  # the fetcher limits how many hosts are asked at a time


async def gather(components: Components, resources: RunResources, summary: Summary) -> None:
    """Look at every source, and bring what is new or changed into the store."""
    sources = components.settings.sources
    components.reporter.start(DISCOVER, len(sources))
    components.reporter.start(FETCH, 0)
    shared = _round(components, resources, summary)
    deadline = components.settings.fetch.deadline
    picks = by_source(_picked(components), components.settings)
    for source, addresses in picks.items():
        await _queue_picks(components, resources, source, addresses)

    async def one(source: Source) -> None:
        work = SourceRound(shared, source, seconds=deadline)
        await (work.run() if source in sources else work.entries())

    without_index = [source for source in picks if source not in sources]
    await side_by_side(one, [*sources, *without_index], SOURCES_AT_ONCE)
    components.reporter.finish(DISCOVER)
    components.reporter.finish(FETCH)


def _picked(components: Components) -> tuple[str, ...]:
    """Addresses that the operator picked for an edition, and that are not in the store yet."""
    layouts = components.layouts.values()
    picked = (one.picked() for one in layouts if isinstance(one, FollowsOperator))
    known = components.store.articles.known
    addresses = dict.fromkeys(address for each in picked for address in each)
    return tuple(one for one in addresses if known(urls.article_id(one)) is None)


async def _queue_picks(
    components: Components, resources: RunResources, source: Source, addresses: tuple[str, ...]
) -> None:
    entries, now = resources.writer.store.entries, components.clock()
    await resources.writer.keep(partial(entries.picked, source.name, addresses, now))


def by_source(
    addresses: Iterable[str], settings: Settings, name: str | None = None, *, local: bool = False
) -> dict[Source, tuple[str, ...]]:
    """Addresses by the source that they are filed under: the named one, or that of their site.

    What is of no source's site belongs to a source of its own, `PICKS`; with `local`, that one may
    be at a private address.
    """
    known = {source.name: source for source in settings.sources}
    found: dict[str, list[str]] = {}
    for url in addresses:
        site = (one.name for one in settings.sources if one.url and _is_of(one, url))
        found.setdefault(name or next(site, PICKS), []).append(url)
    return {
        known.get(filed)
        or Source(
            name=PICKS,
            title=settings.name,
            kind="urls",
            options=UrlsOptions(urls=tuple(own)),
            local=local,
        ): tuple(own)
        for filed, own in found.items()
    }


def _is_of(source: Source, url: str) -> bool:
    site = source.site or source.url
    return site is not None and urls.within_site(url, site)


async def add(
    components: Components,
    resources: RunResources,
    summary: Summary,
    additions: Mapping[Source, tuple[str, ...]],
) -> None:
    """Bring single articles into the store, as if their sources had listed them.

    However long it takes: somebody waits for them.
    """
    components.reporter.start(FETCH, 0)
    shared = _round(components, resources, summary, eager=True)
    writer = resources.writer
    for source, addresses in additions.items():
        entries = tuple(FeedEntry(url=address) for address in addresses)
        added = partial(writer.store.entries.added, source.name, entries, components.clock())
        await writer.keep(added)

    async def one(source: Source) -> None:
        await SourceRound(shared, source, seconds=None, accept=True).entries()

    await side_by_side(one, additions, SOURCES_AT_ONCE)
    components.reporter.finish(FETCH)


def _round(
    components: Components,
    resources: RunResources,
    summary: Summary,
    *,
    eager: bool = False,
) -> Round:
    writer = resources.writer
    rules = read_mirror_rules(components.settings.extract.rules)
    summary.notes += rules.notes
    return Round(
        components=components,
        resources=resources,
        summary=summary,
        step=StoreStep(replace(components, store=writer.store)),
        pauses=Pauses(components.store, components.clock, writer=writer, eager=eager),
        day=day_of(components.clock()),
        rules=rules.by_host,
    )
