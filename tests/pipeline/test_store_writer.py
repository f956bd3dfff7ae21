"""One writer for many tasks: batches, in which each function is kept or fails alone."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import pytest

from mirrorpress.errors import StoreError
from mirrorpress.pipeline.store_writer import BATCH, StoreWriter
from mirrorpress.store import Store, open_store
from store.samples import id_of, keep, revision

T = TypeVar("T")


def run(work: Callable[[Store, StoreWriter], Coroutine[Any, Any, T]]) -> T:
    """Do the work with a writer and its store, in memory and in a file; nothing may hang."""
    with TemporaryDirectory() as folder:
        results = [run_on(work, place) for place in (None, Path(folder))]
    assert results[0] == results[1]
    return results[0]


def run_on(work: Callable[[Store, StoreWriter], Coroutine[Any, Any, T]], place: Path | None) -> T:
    async def inner(store: Store) -> T:
        async with asyncio.timeout(20), StoreWriter(store) as writer:
            return await work(store, writer)

    with closing(open_store(place)) as store:
        return asyncio.run(inner(store))


def fail() -> None:
    raise RuntimeError("cut off")


def test_each_gets_the_result_of_its_own_function() -> None:
    async def work(store: Store, writer: StoreWriter) -> None:
        names = [f"report-{number}" for number in range(3 * BATCH + 1)]
        kept = await asyncio.gather(
            *(writer.keep(partial(keep, writer.store, revision(name))) for name in names)
        )
        assert kept == [id_of(name) for name in names]
        assert store.articles.count() == len(names)

    run(work)


def test_what_is_posted_is_kept_before_the_writer_ends() -> None:
    async def work(_: Store, writer: StoreWriter) -> None:
        for number in range(2 * BATCH + 1):
            writer.post(partial(keep, writer.store, revision(f"report-{number}")))

    def counted(place: Path | None) -> int:
        async def inner(store: Store) -> int:
            async with asyncio.timeout(20), StoreWriter(store) as writer:
                await work(store, writer)
            return store.articles.count()

        with closing(open_store(place)) as store:
            return asyncio.run(inner(store))

    with TemporaryDirectory() as folder:
        assert [counted(None), counted(Path(folder))] == [2 * BATCH + 1] * 2


def test_an_error_of_what_is_posted_ends_the_writer() -> None:
    async def work(store: Store, writer: StoreWriter) -> None:
        writer.post(fail)
        assert await writer.keep(partial(keep, writer.store, revision("report"))) == id_of("report")
        assert store.articles.count() == 1

    with pytest.raises(RuntimeError, match="cut off"):
        run(work)


def test_an_error_of_the_round_is_not_hidden_by_one_of_what_is_posted() -> None:
    async def work(_: Store, writer: StoreWriter) -> None:
        writer.post(fail)
        raise LookupError("the round itself")

    with pytest.raises(LookupError, match="the round itself"):
        run(work)


def test_functions_run_in_the_order_in_which_they_were_given() -> None:
    async def work(_: Store, writer: StoreWriter) -> list[int]:
        order: list[int] = []
        await asyncio.gather(
            *(writer.keep(partial(order.append, number)) for number in range(2 * BATCH + 3))
        )
        return order

    assert run(work) == list(range(2 * BATCH + 3))


def test_what_fails_in_a_batch_fails_alone() -> None:
    async def work(store: Store, writer: StoreWriter) -> None:
        waiting = [
            writer.keep(partial(keep, writer.store, revision(f"a{n}"))) for n in range(BATCH - 1)
        ]
        waiting.append(writer.keep(fail))
        waiting += [writer.keep(partial(keep, writer.store, revision(f"b{n}"))) for n in range(3)]
        results = await asyncio.gather(*waiting, return_exceptions=True)
        assert results[: BATCH - 1] == [id_of(f"a{n}") for n in range(BATCH - 1)]
        assert str(results[BATCH - 1]) == "cut off"
        assert results[BATCH:] == [id_of(f"b{n}") for n in range(3)]
        assert store.articles.count() == BATCH + 2

    run(work)


def test_what_a_failed_function_wrote_is_taken_back() -> None:
    async def work(store: Store, writer: StoreWriter) -> None:
        def half() -> None:
            keep(writer.store, revision("half"))
            fail()

        results = await asyncio.gather(
            writer.keep(half),
            writer.keep(partial(keep, writer.store, revision("tide"))),
            return_exceptions=True,
        )
        assert [str(results[0]), results[1]] == ["cut off", id_of("tide")]
        assert store.articles.known(id_of("half")) is None

    run(work)


def test_an_error_of_the_store_reaches_everyone_of_its_batch() -> None:
    async def work(store: Store, writer: StoreWriter) -> None:
        def full() -> None:
            raise StoreError("the disk is full")

        results = await asyncio.gather(
            writer.keep(partial(keep, writer.store, revision("tide"))),
            writer.keep(full),
            return_exceptions=True,
        )
        assert [str(result) for result in results] == ["the disk is full"] * 2
        assert store.articles.count() == 0

    run(work)


def test_it_goes_on_after_an_error() -> None:
    async def work(store: Store, writer: StoreWriter) -> None:
        with pytest.raises(RuntimeError, match="cut off"):
            await writer.keep(fail)
        assert await writer.keep(partial(keep, writer.store, revision("tide"))) == id_of("tide")

    run(work)


def test_one_that_waits_no_more_harms_nobody() -> None:
    async def work(store: Store, writer: StoreWriter) -> None:
        waiting = [
            asyncio.create_task(writer.keep(partial(keep, writer.store, revision(name))))
            for name in ("tide", "fog", "rain")
        ]
        await asyncio.sleep(0)
        waiting[1].cancel()
        results = await asyncio.gather(*waiting, return_exceptions=True)
        assert [results[0], results[2]] == [id_of("tide"), id_of("rain")]
        assert isinstance(results[1], asyncio.CancelledError)
        failing = [asyncio.create_task(writer.keep(fail)) for _ in range(2)]
        await asyncio.sleep(0)
        failing[0].cancel()
        results = await asyncio.gather(*failing, return_exceptions=True)
        assert [type(result) for result in results] == [asyncio.CancelledError, RuntimeError]

    run(work)


def test_what_is_given_is_committed_before_the_giver_goes_on() -> None:
    """The transaction is over by then: it cannot be taken back."""

    async def work(store: Store, writer: StoreWriter) -> None:
        await writer.keep(partial(keep, writer.store, revision("tide")))
        with pytest.raises(RuntimeError), store.transaction():
            fail()
        assert store.articles.count() == 1

    run(work)


def test_the_event_loop_goes_on_while_the_writer_works(tmp_path: Path) -> None:
    async def work(store: Store, writer: StoreWriter) -> int:
        begun, may_end = threading.Event(), threading.Event()

        def slow() -> None:
            keep(writer.store, revision("tide"))
            begun.set()
            assert may_end.wait(10)

        waiting = asyncio.create_task(writer.keep(slow))
        while not begun.is_set():
            await asyncio.sleep(0.001)
        before = store.articles.count()  # read while the transaction is open
        may_end.set()
        await waiting
        assert store.articles.count() == 1
        return before

    assert run_on(work, tmp_path) == 0


def test_a_batch_that_has_begun_is_committed_when_the_round_is_stopped(tmp_path: Path) -> None:
    async def work(store: Store) -> None:
        begun = threading.Event()

        def slow() -> None:
            begun.set()
            time.sleep(0.2)
            keep(writer.store, revision("tide"))

        async with StoreWriter(store) as writer:
            waiting = asyncio.create_task(writer.keep(slow))
            while not begun.is_set():
                await asyncio.sleep(0.001)
            waiting.cancel()

    with closing(open_store(tmp_path)) as store:
        asyncio.run(work(store))
        assert store.articles.known(id_of("tide")) is not None
