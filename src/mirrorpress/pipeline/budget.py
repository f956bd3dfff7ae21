"""What one source may use of a round, so that no source delays, crowds out or exhausts another.

    deadline        seconds until a source leaves its other items to the next round
    breaker         after `retry.OPENS_AT` failures in a row, a host is left alone for a while, and
                    so are a source's pages or pictures where each is at a host of its own
    bytes, workers  what a source may use in a day

A source is given its own fetcher and workers, which count what it uses and raise `Postponed` where
it may use no more. What is postponed stays in the queue, and is first in the next round.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import ParamSpec, TypeVar

from mirrorpress import urls
from mirrorpress.errors import (
    ConnectionFailed,
    FetchError,
    HttpStatus,
    Postponed,
    ResponseRefused,
    RobotsUnreadable,
    WorkerFailed,
)
from mirrorpress.model import NotModified, Page, Purpose, Request
from mirrorpress.pipeline import retry
from mirrorpress.pipeline.store_writer import StoreWriter
from mirrorpress.protocols import Fetcher
from mirrorpress.store import Store
from mirrorpress.store.retries import Pause, PauseKind
from mirrorpress.store.usage import Used
from mirrorpress.workers import Job, Pool

BYTES_A_DAY = 4 << 30  # of one source: 40,000 pages and pictures of 100 kB
WORKER_SECONDS_A_DAY = 3_600.0  # of one source: 100,000 pages, or 180 that end in a time-out
_BUSY = (429, 503)

P = ParamSpec("P")
T = TypeVar("T")


class Pauses:
    """Hosts and sources that are left alone, as one round knows them.

    Changes go to the store at once: a killed round must not forget a Retry-After.
    """

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        *,
        writer: StoreWriter,
        eager: bool = False,
    ) -> None:
        """With `eager`, what failed before is tried all the same: somebody asked for it. What a
        host itself asked for (Retry-After) is obeyed.
        """
        self._eager = eager
        self._writer = writer
        self._store = store
        self._clock = clock
        self._known: dict[tuple[PauseKind, str], Pause] = {}
        self._turns: dict[str, asyncio.Lock] = {}  # by host

    def turn(self, host: str) -> asyncio.Lock:
        """Held by whoever asks a host. The fetcher asks one thing at a time of a host anyway; here
        those who wait hear that the ones before them failed.
        """
        return self._turns.setdefault(host, asyncio.Lock())

    def check(self, kind: PauseKind, name: str, url: str) -> None:
        """Raises `Postponed` where something is left alone now."""
        pause = self._get(kind, name)
        if self._eager and pause.failures >= retry.OPENS_AT:
            return
        if pause.until is not None and pause.until > self._clock():
            raise Postponed(
                f"{name} is left alone until {pause.until:%Y-%m-%d %H:%M} UTC ({pause.error})",
                url=url,
            )

    def worked(self, kind: PauseKind, name: str) -> None:
        """Something answered: its failures are forgotten."""
        if self._get(kind, name).failures:
            self._put(Pause(kind=kind, name=name))

    def failed(self, kind: PauseKind, name: str, error: str) -> None:
        """Something failed once more; after some failures in a row it is left alone."""
        failures = self._get(kind, name).failures + 1
        until = retry.closed_until(failures, self._clock())
        self._put(Pause(kind=kind, name=name, failures=failures, until=until, error=error))

    def hold(self, name: str, seconds: float, error: str) -> None:
        """A host asked to be left alone for so long."""
        until = retry.held_until(seconds, self._clock())
        before = self._get("host", name)
        self._put(replace(before, until=until, error=error))

    def _get(self, kind: PauseKind, name: str) -> Pause:
        if (kind, name) not in self._known:
            self._known[kind, name] = self._store.retries.pause(kind, name)
        return self._known[kind, name]

    def _put(self, pause: Pause) -> None:
        self._known[pause.kind, pause.name] = pause
        self._writer.post(partial(self._writer.store.retries.keep_pause, pause))


@dataclass(slots=True)
class Budget:
    """What a source has used of this round and of this day."""

    source: str
    seconds: float | None  # for its part of the round; None: as long as it takes
    day: Used = field(default_factory=Used)  # before this round
    bytes: int = 0
    worker_seconds: float = 0.0
    worker_failures: int = 0
    postponed: int = 0
    reason: str = ""  # of the last item that was postponed
    _end: float | None = None  # by the monotonic clock

    def begin(self) -> None:
        """The source's part of the round begins."""
        self._end = None if self.seconds is None else time.monotonic() + self.seconds

    def left(self) -> float | None:
        """Seconds until the deadline, never below 0; None: there is none."""
        return None if self._end is None else max(0.0, self._end - time.monotonic())

    def check(self, url: str) -> None:
        """Raises `Postponed` where the source may use no more."""
        if self.left() == 0.0:
            raise Postponed(f"the deadline of {self.seconds:g} seconds has passed", url=url)
        if self.day.bytes + self.bytes > BYTES_A_DAY:
            raise Postponed(f"it has received more than {BYTES_A_DAY >> 30} GiB today", url=url)
        if self.day.worker_seconds + self.worker_seconds > WORKER_SECONDS_A_DAY:
            raise Postponed("its processor time for today is used up", url=url)

    @property
    def used(self) -> Used:
        """What this round used."""
        return Used(self.bytes, round(self.worker_seconds, 3))


@dataclass(frozen=True, slots=True)
class BudgetedFetcher:
    """A source's way to the network (see `protocols.Fetcher`)."""

    fetcher: Fetcher
    budget: Budget
    pauses: Pauses
    grace: float  # seconds past the deadline that a request in flight is given

    async def fetch(self, request: Request) -> Page | NotModified:
        """The response to a request.

        Raises:
            Postponed: the source has used its share, or the host is left alone.
            FetchError: no usable response came.
        """
        async with self.pauses.turn(urls.host(request.url)):
            return await self._fetch(request)

    async def _fetch(self, request: Request) -> Page | NotModified:
        streak = _streak(request.purpose)
        self.budget.check(request.url)
        self.pauses.check("host", urls.host(request.url), request.url)
        if streak is not None:
            self.pauses.check(streak, self.budget.source, request.url)
        try:
            response = await self._in_time(request)
        except FetchError as error:
            self._failed(request, error, streak)
            raise
        if isinstance(response, Page):
            self.budget.bytes += len(response.body)
        self.pauses.worked("host", urls.host(request.url))
        if streak is not None:
            self.pauses.worked(streak, self.budget.source)
        return response

    async def aclose(self) -> None:
        """Close nothing: the fetcher is shared."""

    async def _in_time(self, request: Request) -> Page | NotModified:
        left = self.budget.left()
        limit = None if left is None else left + self.grace
        try:
            async with asyncio.timeout(limit):
                return await self.fetcher.fetch(request)
        except TimeoutError as error:
            raise Postponed(
                "it was still waiting when the deadline passed", url=request.url
            ) from error

    def _failed(self, request: Request, error: FetchError, streak: PauseKind | None) -> None:
        host = urls.host(error.url) or urls.host(request.url)
        if isinstance(error, HttpStatus) and error.status in _BUSY:
            if error.retry_after is not None:
                self.pauses.hold(host, error.retry_after, str(error))
                return
        elif not _silent(error):
            return
        self.pauses.failed("host", host, str(error))
        if streak is not None:
            self.pauses.failed(streak, self.budget.source, str(error))


def _silent(error: FetchError) -> bool:
    """Whether an error is of the host, and not of the one page that was asked for."""
    if isinstance(error, HttpStatus):
        return error.status >= 500
    timed_out = isinstance(error, ResponseRefused) and isinstance(error.__cause__, TimeoutError)
    return timed_out or isinstance(error, ConnectionFailed | RobotsUnreadable)


def _streak(purpose: Purpose) -> PauseKind | None:
    match purpose:
        case Purpose.PAGE:
            return "pages"
        case Purpose.PICTURE:
            return "pictures"
        case _:
            return None


@dataclass(frozen=True, slots=True)
class BudgetedWorkers:
    """A source's way to the workers; after a time-out it is given one at a time."""

    workers: Pool
    budget: Budget
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def run(self, job: Job[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The job's result, computed in a worker (see `Workers.run`).

        Raises:
            Postponed: the source has used its share.
        """
        if not self.budget.worker_failures:
            return await self._run(job, *args, **kwargs)
        async with self.turn:
            return await self._run(job, *args, **kwargs)

    async def _run(self, job: Job[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        self.budget.check("")
        try:
            return await self.workers.metered(self._used, job, *args, **kwargs)
        except WorkerFailed:
            self.budget.worker_failures += 1
            raise

    def _used(self, seconds: float) -> None:
        self.budget.worker_seconds += seconds
