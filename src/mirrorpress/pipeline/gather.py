"""Steps 1 to 4: discover, fetch, extract, store. Every source at its own pace, side by side.

No source waits for another, and none is waited for longer than its budget allows (`budget.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from mirrorpress.model import FeedEntry, Source
from mirrorpress.pipeline.budget import Pauses
from mirrorpress.pipeline.components import Components, RunResources
from mirrorpress.pipeline.source_round import DISCOVER, FETCH, Round, SourceRound
from mirrorpress.pipeline.store import StoreStep
from mirrorpress.pipeline.tasks import side_by_side
from mirrorpress.progress import Summary

SOURCES_AT_ONCE = 512  # the fetcher limits how many hosts are asked at a time


async def gather(components: Components, resources: RunResources, summary: Summary) -> None:
    """Look at every source, and bring what is new or changed into the store."""
    sources = components.settings.sources
    components.reporter.start(DISCOVER, len(sources))
    components.reporter.start(FETCH, 0)
    shared = _round(components, resources, summary)
    deadline = components.settings.fetch.deadline

    async def one(source: Source) -> None:
        await SourceRound(shared, source, seconds=deadline).run()

    await side_by_side(one, sources, SOURCES_AT_ONCE)
    components.reporter.finish(DISCOVER)
    components.reporter.finish(FETCH)


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
    return Round(
        components=components,
        resources=resources,
        summary=summary,
        step=StoreStep(replace(components, store=writer.store)),
        pauses=Pauses(components.store, components.clock, writer=writer, eager=eager),
    )
