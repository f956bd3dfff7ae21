"""Names to addresses, so that names which nobody answers delay only the source that asked.

The system's lookup blocks a thread, for a minute or longer where no name server answers, and
cannot be called off. Each lookup has a thread of its own, which counts as in use until it returns;
who waits for it gives up before that.

    share      a source has so many threads at a time, and one where half of all are in use
    in flight  who asks for a name that is being looked up waits for that answer
    kept       answers and failures, for a minute

Addresses are not judged here: see `connector` and `address_policy`, which judge them at every
connection.
"""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TypeAlias

THREADS = 64  # at a time; sleeping ones take a few kilobytes each
SHARE = 8  # of one source at a time
SECONDS = 10.0  # that one caller waits; resolvers give up after 5 seconds, and try twice
KEPT = 60.0  # seconds; less than most records may be kept, and enough for a run's pages
MAX_NAMES = 10_000  # kept at a time

Lookup: TypeAlias = Callable[[str], list[str]]

SOURCE: ContextVar[str] = ContextVar("SOURCE", default="")  # on whose behalf a name is asked


class NameNotFound(OSError):
    """A name has no address, or none that came in time. Its text says which."""


@dataclass(frozen=True, slots=True)
class _Kept:
    found: tuple[str, ...] | NameNotFound
    expires: float


@dataclass(slots=True)
class _Flight:
    """A lookup that a thread is at."""

    source: str
    gives_up: float  # when nobody waits for it any more
    ended: asyncio.Event = field(default_factory=asyncio.Event)


def system_lookup(host: str) -> list[str]:
    """The addresses that the system knows for a host. Blocks. Raises OSError, UnicodeError."""
    return [
        str(response[4][0]) for response in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    ]


class Resolver:
    """Looks up names for the tasks of one event loop."""

    def __init__(
        self,
        lookup: Lookup = system_lookup,
        *,
        seconds: float = SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """No thread is started before the first name."""
        self._lookup = lookup
        self._seconds = seconds
        self._clock = clock
        self._kept: dict[str, _Kept] = {}
        self._flights: dict[str, _Flight] = {}
        self._busy: Counter[str] = Counter()  # threads in use, by source
        self._freed = asyncio.Event()  # replaced each time that a thread is freed

    async def addresses(self, host: str) -> tuple[str, ...]:
        """The addresses of a host, for the source that `SOURCE` names.

        Raises:
            NameNotFound: there is none, or none came in time.
        """
        with suppress(ValueError):
            return (str(ip_address(host)),)
        name = host.lower()
        try:
            async with asyncio.timeout(self._seconds):
                return await self._found(name, SOURCE.get())
        except TimeoutError as error:
            said = f"the name {name} was not found within {self._seconds:g} seconds"
            raise NameNotFound(said) from error

    async def _found(self, name: str, source: str) -> tuple[str, ...]:
        while True:
            kept = self._kept.get(name)
            if kept is not None and kept.expires > self._clock():
                if isinstance(kept.found, NameNotFound):
                    raise NameNotFound(str(kept.found))
                return kept.found
            flight = self._flights.get(name)
            if flight is None:
                await self._start(name, source)
            elif (left := flight.gives_up - self._clock()) > 0:
                with suppress(TimeoutError):
                    async with asyncio.timeout(left):
                        await flight.ended.wait()
            else:  # its thread is stuck; whoever asks again does not take another one
                raise NameNotFound(f"the name {name} was not found: no name server answers")

    async def _start(self, name: str, source: str) -> None:
        """Begin a lookup, or wait until a thread is freed."""
        if not self._may(source):
            await self._freed.wait()
            return
        self._busy[source] += 1
        self._flights[name] = _Flight(source, self._clock() + self._seconds)
        loop = asyncio.get_running_loop()
        # A daemon: the process does not wait for the stuck ones when it ends.
        threading.Thread(
            target=self._work, args=(loop, name), name=f"lookup {name}", daemon=True
        ).start()

    def _may(self, source: str) -> bool:
        total = self._busy.total()
        share = SHARE if total < THREADS // 2 else 1
        return total < THREADS and self._busy[source] < share

    def _work(self, loop: asyncio.AbstractEventLoop, name: str) -> None:
        """In the thread: look up, and hand over what was found."""
        found: tuple[str, ...] | NameNotFound
        try:
            found = tuple(dict.fromkeys(self._lookup(name)))
        except (OSError, UnicodeError):
            found = NameNotFound(f"the name {name} was not found")
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(self._land, name, found)

    def _land(self, name: str, found: tuple[str, ...] | NameNotFound) -> None:
        if len(self._kept) >= MAX_NAMES:
            self._kept.clear()
        self._kept[name] = _Kept(found, self._clock() + KEPT)
        flight = self._flights.pop(name)
        self._busy[flight.source] -= 1
        if not self._busy[flight.source]:
            del self._busy[flight.source]
        flight.ended.set()
        self._freed.set()
        self._freed = asyncio.Event()
