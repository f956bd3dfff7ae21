"""The pool: worker processes that are started, given one item each, and replaced when they fail.

A worker ends by itself when the process that started it is gone, however that ended (its pipe
closes).
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection, Pipe
from typing import ParamSpec, Protocol, TypeVar

from mirrorpress.errors import ItemError, WorkerFailed
from mirrorpress.workers import answers
from mirrorpress.workers.answers import Job

SECONDS = 20.0  # wall clock for one item
GRACE = 5.0  # seconds on top, for sending the item and for the rest of an answer that has begun
MAX_ANSWER = 64 << 20  # bytes: three times the largest body that is fetched (`fetch.body.LIMITS`)
MOST = 8  # processes, however many processors there are: each takes some 100 MB in use
ITEMS = 2_000  # after so many a worker is replaced, so that nothing it leaks adds up

P = ParamSpec("P")
T = TypeVar("T")


class Runner(Protocol):
    """Runs a job on one item, in a process that the item cannot harm."""

    async def run(self, job: Job[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The job's result."""


class Pool(Runner, Protocol):
    """A `Runner` that several share, and that tells what each of them uses."""

    async def metered(
        self,
        used: Callable[[float], None],
        job: Job[P, T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """The job's result; `used` gets how many seconds a worker was at it."""


class Workers:
    """A few processes that run a `Job` on one item each.

    Functions and arguments are sent by pickle: module-level functions only. Answers are data.
    """

    def __init__(
        self,
        count: int | None = None,
        *,
        seconds: float = SECONDS,
        modules: tuple[str, ...] = (),
    ) -> None:
        """No process is started before the first item.

        Args:
            count: of processes; None: one for each processor, up to `MOST`.
            seconds: that one item may take.
            modules: of other packages, whose functions the jobs run. Workers read no other files
                than those of Python, of installed packages and of these (see `confine`).
        """
        self._count = count or min(os.cpu_count() or 1, MOST)
        self._seconds = seconds
        self._modules = modules
        self._idle: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        self._all: list[_Worker] = []
        self._threads = ThreadPoolExecutor(self._count, thread_name_prefix="worker")

    async def run(self, job: Job[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The job's result, computed in a worker.

        Raises:
            WorkerFailed: the worker crashed, took too long, needed too much memory, or answered
                something else than a result.
            InternalError: the function raised an error that nobody expected.
            ItemError: whatever the function raised of that kind.
        """
        return await self.metered(_unmetered, job, *args, **kwargs)

    async def metered(
        self,
        used: Callable[[float], None],
        job: Job[P, T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """As `run`; `used` gets how many seconds a worker was at it, whatever came of it."""
        worker = await self._take()
        started = time.monotonic()
        loop = asyncio.get_running_loop()
        watch = loop.call_later(self._seconds + GRACE, worker.end)
        try:
            work = (job.function, job.encode, args, kwargs)
            call = loop.run_in_executor(self._threads, worker.call, work, job.decode)
            result = await asyncio.shield(call)
        except BaseException:
            worker.end()
            raise
        finally:
            watch.cancel()
            used(time.monotonic() - started)
            self._idle.put_nowait(worker)
        if isinstance(result, ItemError):
            raise result
        return result

    async def _take(self) -> _Worker:
        if self._idle.empty() and len(self._all) < self._count:
            self._all.append(worker := _Worker(self._seconds, self._modules))
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

    def __init__(self, seconds: float, modules: tuple[str, ...]) -> None:
        self._seconds = seconds
        self._modules = modules
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection | None = None
        self._items = 0

    def call(self, work: object, decode: Callable[[bytes], T]) -> T | ItemError:
        """The result, or the error of the item. Blocks; runs in a thread.

        Errors are returned: one that is raised when nobody waits any more would be printed.
        """
        try:
            answer = answers.read(self._answer(work), decode)
        except WorkerFailed as error:
            self._discard()
            return error
        self._items += 1
        if self._items >= ITEMS:
            self._discard()
        return answer

    def _answer(self, work: object) -> bytes:
        """The bytes that the process answers.

        Raises:
            WorkerFailed: the process crashed, took too long, or answers too much.
        """
        pipe, started = self._ready(), time.monotonic()
        try:
            pipe.send(work)
            if pipe.poll(self._seconds):
                return pipe.recv_bytes(MAX_ANSWER)
        except (EOFError, OSError) as error:
            if not pipe.readable:  # how a Connection closes itself on a longer message
                raise WorkerFailed(
                    f"the worker's answer has more than {MAX_ANSWER} bytes"
                ) from error
            if time.monotonic() - started < self._seconds:
                raise WorkerFailed("the worker process crashed") from error
        raise WorkerFailed(f"it took longer than {self._seconds:g} seconds")

    def _ready(self) -> Connection:
        """The pipe to the process, which is started where there is none.

        Not by `multiprocessing`, whose processes import the caller's main module again: the whole
        command line, for workers that need none of it.
        """
        if self._pipe is None:
            self._pipe, theirs = Pipe()
            descriptor = theirs.fileno()
            call = f"serve({descriptor}, {self._modules!r})"
            code = f"from mirrorpress.workers.serving import serve; {call}"
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
    # A worker may start no thread (see `confine`), and OpenBLAS ends a process where it cannot.
    kept["OPENBLAS_NUM_THREADS"] = "1"
    return {**kept, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
