"""Processes of our own for work on hostile bytes: extraction and pictures.

A worker that crashes, hangs or eats memory costs the item it was at and nothing else: it is
replaced, and the item gets an error. A worker ends by itself when the process that started it is
gone, however that ended (its pipe closes).
"""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import os
import resource
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from multiprocessing.connection import Connection
from typing import Any, ParamSpec, TypeVar

from mirrorpress.errors import ItemError

SECONDS = 20.0  # wall clock for one item
MEMORY = 2 << 30  # bytes of address space for one worker
COLLECT_EVERY = 50  # items
ITEMS = 2_000  # after so many a worker is replaced, so that nothing it leaks adds up

P = ParamSpec("P")
T = TypeVar("T")


class WorkerFailed(ItemError):
    """The process at work on an item crashed, ran out of memory or out of time."""


class Workers:
    """A few processes that run plain functions on one item each.

    The functions and their arguments are sent by pickle: module-level functions only.
    """

    def __init__(self, count: int | None = None, *, seconds: float = SECONDS) -> None:
        """No process is started before the first item."""
        self._count = count or os.cpu_count() or 1
        self._seconds = seconds
        self._idle: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        self._all: list[_Worker] = []
        self._threads = ThreadPoolExecutor(self._count, thread_name_prefix="worker")

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The function's result, computed in a worker.

        Raises:
            WorkerFailed: the worker crashed, took too long, or met a fault of ours.
            ItemError: whatever the function raised of that kind.
        """
        worker = await self._take()
        try:
            loop = asyncio.get_running_loop()
            call = loop.run_in_executor(self._threads, worker.call, (function, args, kwargs))
            ok, value = await asyncio.shield(call)
        except BaseException:
            worker.end()
            raise
        finally:
            self._idle.put_nowait(worker)
        if ok:
            result: T = value
            return result
        if isinstance(value, ItemError):
            raise value
        raise WorkerFailed(
            f"mirrorpress failed on it ({type(value).__name__}: {value}); please report it"
        ) from value

    async def _take(self) -> _Worker:
        if self._idle.empty() and len(self._all) < self._count:
            self._all.append(worker := _Worker(self._seconds))
            return worker
        return await self._idle.get()

    def close(self) -> None:
        """End every worker."""
        for worker in self._all:
            worker.end()
        self._threads.shutdown(wait=False, cancel_futures=True)


class _Worker:
    """One process, started when it is first needed and again after each failure."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._process: Any = None
        self._pipe: Connection | None = None
        self._items = 0

    def call(self, work: object) -> tuple[bool, Any]:
        """Whether the work was done, and its result or the error. Blocks; runs in a thread."""
        pipe = self._ready()
        try:
            pipe.send(work)
            if not pipe.poll(self._seconds):
                self.end()
                return False, WorkerFailed(f"it took longer than {self._seconds:g} seconds")
            answer: tuple[bool, Any] = pipe.recv()
        except (EOFError, OSError):
            self.end()
            return False, WorkerFailed("the process at work on it crashed")
        self._items += 1
        if self._items >= ITEMS:
            self.end()
        return answer

    def _ready(self) -> Connection:
        if self._pipe is None:
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
            self._items = 0
        return self._pipe

    def end(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
            self._process.kill()
            self._process.join(1)
            self._pipe = None


def _serve(pipe: Connection) -> None:
    """A worker's life: one item after the other until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started us
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    gc.disable()  # trees of a page come and go whole: a third of the time was spent looking
    for number in count(1):
        if number % COLLECT_EVERY == 0:
            gc.collect()
        try:
            function, args, kwargs = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = (True, function(*args, **kwargs))
        except MemoryError:
            answer = (False, WorkerFailed("it needs more memory than one item may take"))
        except Exception as error:
            answer = (False, error)
        try:
            pipe.send(answer)
        except (EOFError, OSError):
            return
        except Exception as error:  # an error that cannot be sent is told in words
            pipe.send((False, RuntimeError(f"{type(error).__name__}: {error}; {answer[1]!r}")))
