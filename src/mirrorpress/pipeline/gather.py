"""Steps 1 to 4: discover, fetch, extract, store. Every source at its own pace, side by side.

No source waits for another, and none is waited for longer than its budget allows (`budget.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from mirrorpress.model import FeedEntry, Source
from mirrorpress.pipeline.budget import Pauses
from mirrorpress.pipeline.keeper import Keeper
from mirrorpress.pipeline.parts import Hands, Parts
from mirrorpress.pipeline.source_round import DISCOVER, FETCH, Round, SourceRound
from mirrorpress.pipeline.store import StoreStep
from mirrorpress.pipeline.tasks import side_by_side
from mirrorpress.progress import Summary

SOURCES_AT_ONCE = 512  # the fetcher limits how many hosts are asked at a time


async def gather(parts: Parts, hands: Hands, summary: Summary) -> None:
    """Look at every source, and bring what is new or changed into the store."""
    sources = parts.settings.sources
    parts.reporter.start(DISCOVER, len(sources))
    parts.reporter.start(FETCH, 0)
    async with Keeper(parts.store) as keeper:
        shared = _round(parts, hands, keeper, summary)
        deadline = parts.settings.fetch.deadline

        async def one(source: Source) -> None:
            await SourceRound(shared, source, seconds=deadline).run()

        await side_by_side(one, sources, SOURCES_AT_ONCE)
    parts.reporter.finish(DISCOVER)
    parts.reporter.finish(FETCH)


async def add(
    parts: Parts, hands: Hands, summary: Summary, additions: Mapping[Source, tuple[str, ...]]
) -> None:
    """Bring single articles into the store, as if their sources had listed them.

    However long it takes: somebody waits for them.
    """
    parts.reporter.start(FETCH, 0)
    async with Keeper(parts.store) as keeper:
        shared = _round(parts, hands, keeper, summary, eager=True)
        for source, addresses in additions.items():
            entries = tuple(FeedEntry(url=address) for address in addresses)
            added = partial(parts.store.entries.added, source.name, entries, parts.clock())
            await keeper.keep(added)

        async def one(source: Source) -> None:
            await SourceRound(shared, source, seconds=None, accept=True).entries()

        await side_by_side(one, additions, SOURCES_AT_ONCE)
    parts.reporter.finish(FETCH)


def _round(
    parts: Parts, hands: Hands, keeper: Keeper, summary: Summary, *, eager: bool = False
) -> Round:
    return Round(
        parts=parts,
        hands=hands,
        keeper=keeper,
        summary=summary,
        step=StoreStep(parts),
        pauses=Pauses(parts.store, parts.clock, eager=eager),
    )
