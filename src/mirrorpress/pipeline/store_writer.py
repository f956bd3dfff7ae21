"""One writer for many tasks: what the tasks of a run want kept is committed in batches.

A commit that survives a power cut waits for the disk, not for the processor; fifty articles in one
transaction cost little more than one. The writer works in a thread over a connection of its own, so
that the event loop goes on meanwhile. Where one function of a batch fails, each is tried again in a
transaction of its own, so that it fails alone.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Any, TypeAlias, TypeVar

from mirrorpress.errors import RunError
from mirrorpress.store import Store

T = TypeVar("T")
BATCH = 50

Function: TypeAlias = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of a function."""

    result: Any = None
    error: Exception | None = None


class StoreWriter:
    """Runs functions that write to the store, each whole, several to a transaction.

    They write to `store`, which is there while the writer is open. With a store in memory, which
    has one connection only, they run in the event loop.
    """

    store: Store

    def __init__(self, store: Store) -> None:
        self._main = store
        self._waiting: list[tuple[Function, asyncio.Future[Any]]] = []
        self._wake = asyncio.Event()
        self._posted: set[asyncio.Future[Any]] = set()
        self._error: BaseException | None = None  # the first of a posted function
        self._task: asyncio.Task[None] | None = None
        self._thread: ThreadPoolExecutor | None = None

    async def __aenter__(self) -> StoreWriter:
        self.store = self._main.second()
        if self.store is not self._main:
            self._thread = ThreadPoolExecutor(1, "store")
        self._task = asyncio.create_task(self._work())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None and self._posted:
            await asyncio.wait(self._posted)
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self._thread is not None:
            self._thread.shutdown()  # a batch that has begun is committed first
            self.store.close()
        if error is None and self._error is not None:
            raise self._error

    async def keep(self, function: Callable[[], T]) -> T:
        """The result of a function that was run in a transaction, once that is committed.

        It may be called twice: when another one of its batch fails, the batch is taken back and
        each function runs again by itself. It must change nothing but `store`.

        Raises whatever the function raised; nothing that it wrote is kept then. An error of the
        store itself (`RunError`) reaches everyone of the batch.
        """
        return await self._queue(function)

    def post(self, function: Callable[[], object]) -> None:
        """As `keep`, for those that do not wait; the end of the writer waits for them.

        What the first of them raises, the end of the writer raises.
        """
        future = self._queue(function)
        self._posted.add(future)
        future.add_done_callback(self._posted_done)

    def _posted_done(self, future: asyncio.Future[Any]) -> None:
        self._posted.discard(future)
        if not future.cancelled():
            self._error = self._error or future.exception()

    def _queue(self, function: Callable[[], T]) -> asyncio.Future[T]:
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((function, future))
        self._wake.set()
        return future

    async def _work(self) -> None:
        while True:
            await self._wake.wait()
            await asyncio.sleep(0)  # let those who are ready too join the batch
            self._wake.clear()
            while self._waiting:
                batch, self._waiting = self._waiting[:BATCH], self._waiting[BATCH:]
                outcomes = await self._run([function for function, _ in batch])
                for (_, future), outcome in zip(batch, outcomes, strict=True):
                    _tell(future, outcome)

    async def _run(self, functions: list[Function]) -> list[_Outcome]:
        if self._thread is None:
            return self._commit(functions)
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._commit, functions)

    def _commit(self, functions: list[Function]) -> list[_Outcome]:
        try:
            with self.store.transaction():
                return [_Outcome(function()) for function in functions]
        except RunError as error:
            return [_Outcome(error=error)] * len(functions)
        except Exception:
            return [self._alone(function) for function in functions]

    def _alone(self, function: Function) -> _Outcome:
        try:
            with self.store.transaction():
                return _Outcome(function())
        except Exception as error:
            return _Outcome(error=error)


def _tell(future: asyncio.Future[Any], outcome: _Outcome) -> None:
    """Give whoever waits for a function what came of it."""
    if future.done():
        return
    if outcome.error is None:
        future.set_result(outcome.result)
    else:
        future.set_exception(outcome.error)
