"""Processes of our own for work on hostile bytes: extraction and pictures.

A worker that crashes, hangs or eats memory costs the item it was at and nothing else: it is
replaced, and the item gets an error. A worker ends by itself when the process that started it is
gone, however that ended (its pipe closes).
"""

from __future__ import annotations

import asyncio
import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import count
from multiprocessing.connection import Connection, Pipe
from typing import Any, ParamSpec, Protocol, TypeVar

from mirrorpress.errors import WorkerFailed, contained

SECONDS = 20.0  # wall clock for one item
MEMORY = 2 << 30  # bytes of address space for one worker
MOST = 8  # processes, however many processors there are: each takes some 100 MB at work
COLLECT_EVERY = 50  # items
ITEMS = 2_000  # after so many a worker is replaced, so that nothing it leaks adds up

P = ParamSpec("P")
T = TypeVar("T")


class Runner(Protocol):
    """Runs a function on one item, in a process that the item cannot harm."""

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The function's result."""

    async def metered(
        self,
        used: Callable[[float], None],
        function: Callable[P, T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """The function's result; `used` is told how many seconds a worker was at it."""


class Workers:
    """A few processes that run plain functions on one item each.

    The functions and their arguments are sent by pickle: module-level functions only.
    """

    def __init__(self, count: int | None = None, *, seconds: float = SECONDS) -> None:
        """No process is started before the first item."""
        self._count = count or min(os.cpu_count() or 1, MOST)
        self._seconds = seconds
        self._idle: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        self._all: list[_Worker] = []
        self._threads = ThreadPoolExecutor(self._count, thread_name_prefix="worker")

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The function's result, computed in a worker.

        Raises:
            WorkerFailed: the worker crashed, took too long, or needed too much memory.
            InternalError: the function raised an error that nobody expected.
            ItemError: whatever the function raised of that kind.
        """
        return await self.metered(_unmetered, function, *args, **kwargs)

    async def metered(
        self,
        used: Callable[[float], None],
        function: Callable[P, T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """As `run`; `used` is told how many seconds a worker was at it, whatever came of it."""
        worker = await self._take()
        started = time.monotonic()
        try:
            loop = asyncio.get_running_loop()
            call = loop.run_in_executor(self._threads, worker.call, (function, args, kwargs))
            ok, value = await asyncio.shield(call)
        except BaseException:
            worker.end()
            raise
        finally:
            used(time.monotonic() - started)
            self._idle.put_nowait(worker)
        if ok:
            result: T = value
            return result
        raise value

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


def _unmetered(_seconds: float) -> None:
    """For those who do not count."""


class _Worker:
    """One process, started when it is first needed and again after each failure."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection | None = None
        self._items = 0

    def call(self, work: object) -> tuple[bool, Any]:
        """Whether the work was done, and its result or the error. Blocks; runs in a thread."""
        pipe = self._ready()
        try:
            pipe.send(work)
            if not pipe.poll(self._seconds):
                self._discard()
                return False, WorkerFailed(f"it took longer than {self._seconds:g} seconds")
            answer: tuple[bool, Any] = pipe.recv()
        except (EOFError, OSError):
            self._discard()
            return False, WorkerFailed("the process at work on it crashed")
        self._items += 1
        if self._items >= ITEMS:
            self._discard()
        return answer

    def _ready(self) -> Connection:
        """The pipe to the process, which is started where there is none.

        Not by `multiprocessing`, whose processes import the caller's main module anew: the whole
        command line, for workers that need none of it.
        """
        if self._pipe is None:
            self._pipe, theirs = Pipe()
            descriptor = theirs.fileno()
            code = f"from mirrorpress.workers import serve; serve({descriptor})"
            self._process = subprocess.Popen(
                [sys.executable, "-c", code],
                pass_fds=(descriptor,),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=_environment(),
                process_group=0,  # Ctrl-C is for the process that started us
            )
            theirs.close()
            self._items = 0
        return self._pipe

    def _discard(self) -> None:
        """End the process; for the thread that talks to it."""
        self.end()
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None

    def end(self) -> None:
        """End the process; from any thread. Whoever waits for it hears that it is gone."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()


def _environment() -> dict[str, str]:
    """What a worker needs of the environment: our modules, and none of the operator's secrets."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def serve(descriptor: int) -> None:
    """A worker's life: one item after the other until the pipe closes."""
    pipe = Connection(descriptor)
    for limit, value in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):  # some systems know no limit of address space
            resource.setrlimit(limit, (value, value))
    gc.disable()  # trees of a page come and go whole: a third of the time was spent looking
    for number in count(1):
        if number % COLLECT_EVERY == 0:
            gc.collect()
        try:
            function, args, kwargs = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            pipe.send(_answer(function, args, kwargs))
        except (EOFError, OSError):
            return


def _answer(function: Callable[..., Any], args: Any, kwargs: Any) -> tuple[bool, Any]:
    """The result of a call, or the error it raised, in a form that can be sent."""
    try:
        return True, function(*args, **kwargs)
    except MemoryError:
        return False, WorkerFailed("it needs more memory than one item may take")
    except Exception as error:
        return False, contained(error)
