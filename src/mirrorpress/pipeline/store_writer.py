"""One writer for many tasks: what the tasks of a run want kept is committed in batches.

A commit that survives a power cut costs the disk's time, not the processor's; fifty articles in
one transaction cost little more than one. Where one of them fails, each is tried again in a
transaction of its own, so that it fails alone.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import TracebackType
from typing import Any, TypeAlias, TypeVar

from mirrorpress.errors import RunError
from mirrorpress.store import Store

T = TypeVar("T")
BATCH = 50

_Waiting: TypeAlias = tuple[Callable[[], Any], asyncio.Future[Any]]


class StoreWriter:
    """Runs functions that write to the store, each whole, several to a transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: list[_Waiting] = []
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> StoreWriter:
        self._task = asyncio.create_task(self._work())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def keep(self, function: Callable[[], T]) -> T:
        """The result of a function that was run in a transaction, once that is committed.

        It may be called twice: when another one of its batch fails, the batch is taken back and
        each function runs again by itself. It must change nothing but the store.

        Raises whatever the function raised; nothing that it wrote is kept then. An error of the
        store itself (`RunError`) reaches everyone of the batch.
        """
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((function, future))
        self._wake.set()
        return await future

    async def _work(self) -> None:
        while True:
            await self._wake.wait()
            await asyncio.sleep(0)  # let those who are ready too join the batch
            self._wake.clear()
            while self._waiting:
                batch, self._waiting = self._waiting[:BATCH], self._waiting[BATCH:]
                self._commit(batch)

    def _commit(self, batch: list[_Waiting]) -> None:
        try:
            results = self._together(batch)
        except RunError as error:
            for _, future in batch:
                _fail(future, error)
            return
        except Exception:
            for one in batch:
                self._alone(*one)
            return
        for (_, future), result in zip(batch, results, strict=True):
            if not future.done():
                future.set_result(result)

    def _together(self, batch: list[_Waiting]) -> list[Any]:
        with self._store.transaction():
            return [function() for function, _ in batch]

    def _alone(self, function: Callable[[], Any], future: asyncio.Future[Any]) -> None:
        try:
            with self._store.transaction():
                result = function()
        except Exception as error:
            _fail(future, error)
            return
        if not future.done():
            future.set_result(result)


def _fail(future: asyncio.Future[Any], error: Exception) -> None:
    if not future.done():
        future.set_exception(error)
