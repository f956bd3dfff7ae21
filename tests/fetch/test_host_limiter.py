"""Turns, on a clock that the test winds."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from mirrorpress.fetch.host_limiter import MAX_HOLD, HostHeld, HostLimiter


class Clock:
    """Time that passes when somebody sleeps, and all at once."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        wake = self.now + seconds
        await asyncio.sleep(0)
        self.now = max(self.now, wake)


class LimitedHost:
    """Takes turns and notes when."""

    def __init__(self, concurrency: int = 8) -> None:
        self.clock = Clock()
        self.limiter = HostLimiter(concurrency, self.clock, self.clock.sleep)
        self.notes: list[tuple[str, float]] = []
        self.busy = self.busiest = 0

    async def take(self, host: str, delay: float = 1.0, lasting: float = 0.0) -> None:
        async with self.limiter.turn(host, delay):
            self.busy += 1
            self.busiest = max(self.busiest, self.busy)
            self.notes.append((host, self.clock.now - 100.0))
            await self.clock.sleep(lasting)
            self.busy -= 1

    def take_all(self, *turns: Coroutine[Any, Any, None]) -> list[tuple[str, float]]:
        async def run() -> None:
            await asyncio.gather(*turns)

        asyncio.run(run())
        return self.notes


def test_the_delay_runs_from_the_end_of_the_last_turn() -> None:
    limited = LimitedHost()
    notes = limited.take_all(*(limited.take("a", 1.0, lasting=2.0) for _ in range(3)))
    assert notes == [("a", 0.0), ("a", 3.0), ("a", 6.0)]


def test_each_turn_may_have_its_own_delay() -> None:
    limited = LimitedHost()
    assert limited.take_all(
        limited.take("a", 1.0), limited.take("a", 5.0), limited.take("a", 0.0)
    ) == [
        ("a", 0.0),
        ("a", 5.0),
        ("a", 5.0),
    ]


def test_turns_come_in_the_order_they_were_asked_for() -> None:
    limited = LimitedHost()
    order: list[int] = []

    async def take(number: int) -> None:
        async with limited.limiter.turn("a", 0.0):
            order.append(number)

    limited.take_all(*(take(number) for number in range(20)))
    assert order == list(range(20))


def test_one_host_does_not_hold_up_another() -> None:
    limited = LimitedHost()
    notes = limited.take_all(
        limited.take("a", 9.0), limited.take("a", 9.0), limited.take("b"), limited.take("c")
    )
    assert notes[:3] == [("a", 0.0), ("b", 0.0), ("c", 0.0)]


def test_no_more_hosts_at_a_time_than_allowed() -> None:
    limited = LimitedHost(concurrency=3)
    limited.take_all(*(limited.take(f"host {number}", lasting=1.0) for number in range(20)))
    assert limited.busiest == 3


def test_a_host_that_waits_takes_no_place() -> None:
    limited = LimitedHost(concurrency=1)
    limited.limiter.hold("a", 50.0)
    assert limited.take_all(limited.take("a"), limited.take("b")) == [("b", 0.0), ("a", 50.0)]


def test_a_hold_is_bounded_and_the_longest_counts() -> None:
    limited = LimitedHost()
    limited.limiter.hold("a", 1e9)
    assert limited.limiter.held("a") == MAX_HOLD
    limited.limiter.hold("a", 1.0)
    assert limited.limiter.held("a") == MAX_HOLD
    assert limited.limiter.held("b") == 0.0


def test_nobody_waits_for_longer_than_their_patience() -> None:
    """Those who stood in line when the hold came are told as well."""
    limited = LimitedHost()
    held: list[float] = []

    async def ask(first: bool) -> None:
        try:
            async with limited.limiter.turn("a", 0.0, 60.0):
                if first:
                    limited.limiter.hold("a", 600.0)
        except HostHeld as error:
            held.append(error.seconds)

    limited.take_all(ask(True), ask(False), ask(False))
    assert held == [600.0, 600.0]


def test_a_turn_given_up_is_a_turn_passed_on() -> None:
    limited = LimitedHost()

    async def run() -> None:
        async with limited.limiter.turn("a", 0.0):
            waiting = asyncio.create_task(limited.take("a"))
            await asyncio.sleep(0)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
        await limited.take("a", 0.0)

    asyncio.run(run())
    assert [host for host, _ in limited.notes] == ["a"]


def test_a_turn_that_fails_is_over() -> None:
    limited = LimitedHost(concurrency=1)

    async def run() -> None:
        with pytest.raises(ValueError, match="broken"):
            async with limited.limiter.turn("a", 1.0):
                raise ValueError("broken")
        await limited.take("a", 1.0)

    asyncio.run(run())
    assert limited.notes == [("a", 1.0)]


def test_hosts_are_forgotten_when_they_are_owed_nothing() -> None:
    limited = LimitedHost()
    limited.limiter.hold("held", 3000.0)

    async def run() -> None:
        for number in range(3000):
            await limited.take(f"host {number}", 1.0, lasting=0.1)

    asyncio.run(run())
    assert len(limited.limiter) < 600
    assert limited.limiter.held("held") > 0
