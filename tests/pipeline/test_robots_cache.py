"""robots.txt files between rounds: written by the store's writer, read from the store."""

from __future__ import annotations

import asyncio
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from mirrorpress.model import RobotsFile
from mirrorpress.pipeline import RobotsCache, StoreWriter
from mirrorpress.store import Store, open_store
from store.samples import NOON

ORIGIN = "https://gazette.example"
FILE = RobotsFile(body=b"User-agent: *\nDisallow: /private", expires=NOON + timedelta(days=1))


def saved(store: Store) -> None:
    async def inner() -> None:
        async with asyncio.timeout(20), StoreWriter(store) as writer:
            RobotsCache(store, writer).save(ORIGIN, FILE)

    asyncio.run(inner())


def loaded(store: Store) -> RobotsFile | None:
    async def inner() -> RobotsFile | None:
        async with asyncio.timeout(20), StoreWriter(store) as writer:
            return RobotsCache(store, writer).load(ORIGIN)

    return asyncio.run(inner())


def test_what_one_round_saves_the_next_one_loads(tmp_path: Path) -> None:
    for place in (None, tmp_path):
        with closing(open_store(place)) as store:
            assert loaded(store) is None
            saved(store)
            assert loaded(store) == FILE


def test_saving_does_not_wait_for_a_commit(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:

        async def inner() -> RobotsFile | None:
            async with asyncio.timeout(20), StoreWriter(store) as writer:
                cache = RobotsCache(store, writer)
                with store.transaction():  # nobody else can write now
                    cache.save(ORIGIN, FILE)
                    return cache.load(ORIGIN)

        assert asyncio.run(inner()) is None
        assert loaded(store) == FILE
