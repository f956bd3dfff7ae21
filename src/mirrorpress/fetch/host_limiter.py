"""Turns: one connection to a host at a time, a delay between requests, so many hosts at once.

    async with limiter.turn("a.example", 1.0):
        ...                                  # nobody else asks a.example meanwhile

Turns at one host are given in the order they were asked for. The delay runs from the end of the
last request. While it waits for its delay, a host takes no place among those served at once.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

MAX_HOLD = 3600.0  # seconds; a host that asks for more is asked again after an hour
_CROWD = 256  # hosts that are kept before idle ones are looked for


class HostHeld(Exception):
    """A host is not to be asked for longer than anybody waits."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"held for {seconds:.0f} more seconds")
        self.seconds = seconds


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    users: int = 0  # turns that wait or run
    ended: float | None = None  # when the last turn ended
    held_until: float = 0.0
    quiet: float = 0.0  # when its delay and hold are over, as far as is known


class HostLimiter:
    """Gives turns.

    Args:
        concurrency: hosts that may be asked at the same time.
        clock: seconds that only ever grow.
        sleep: waits for so many seconds of that clock.
    """

    def __init__(
        self,
        concurrency: int,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._places = asyncio.Semaphore(concurrency)
        self._clock = clock
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}
        self._crowd = _CROWD

    @asynccontextmanager
    async def turn(
        self, host: str, delay: float, patience: float = MAX_HOLD
    ) -> AsyncIterator[None]:
        """A turn at a host, from `async with` to the end of the block.

        Args:
            host: whose turn; any string that tells hosts apart.
            delay: seconds since the end of the last turn at this host.
            patience: seconds of a hold that are waited for.

        Raises:
            HostHeld: the host is held for longer than that.
        """
        state = self._enter(host)
        try:
            async with state.lock:
                self._check_hold(state, patience)
                await self._wait(state, delay)
                async with self._places:
                    try:
                        yield
                    finally:
                        state.ended = self._clock()
                        state.quiet = state.ended + delay
        finally:
            state.users -= 1

    def hold(self, host: str, seconds: float) -> None:
        """Nobody asks this host for so long: it said 429 or 503."""
        state = self._hosts.setdefault(host, _Host())
        until = self._clock() + min(max(seconds, 0.0), MAX_HOLD)
        state.held_until = max(state.held_until, until)

    def held(self, host: str) -> float:
        """Seconds that a host is still held for."""
        state = self._hosts.get(host)
        return max(0.0, state.held_until - self._clock()) if state else 0.0

    def __len__(self) -> int:
        """Hosts that are remembered."""
        return len(self._hosts)

    def _enter(self, host: str) -> _Host:
        if len(self._hosts) >= self._crowd:
            self._forget()
        state = self._hosts.setdefault(host, _Host())
        state.users += 1
        return state

    def _check_hold(self, state: _Host, patience: float) -> None:
        """Asked when the turn has come: the hold may be of the turn before."""
        left = state.held_until - self._clock()
        if left > patience:
            raise HostHeld(left)

    async def _wait(self, state: _Host, delay: float) -> None:
        """Until delay and hold are over; the hold may have grown meanwhile."""
        while True:
            earliest = state.held_until
            if state.ended is not None:
                earliest = max(earliest, state.ended + delay)
            left = earliest - self._clock()
            if left <= 0:
                return
            await self._sleep(left)

    def _forget(self) -> None:
        """Put hosts out of mind that owe nobody a delay."""
        now = self._clock()
        self._hosts = {
            host: state
            for host, state in self._hosts.items()
            if state.users or max(state.quiet, state.held_until) > now
        }
        self._crowd = max(_CROWD, 2 * len(self._hosts))
