"""Turns, on a clock that the test winds."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from mirrorpress.fetch.pace import MAX_HOLD, HostHeld, Pace


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


class Desk:
    """Takes turns and notes when."""

    def __init__(self, concurrency: int = 8) -> None:
        self.clock = Clock()
        self.pace = Pace(concurrency, self.clock, self.clock.sleep)
        self.notes: list[tuple[str, float]] = []
        self.busy = self.busiest = 0

    async def take(self, host: str, delay: float = 1.0, lasting: float = 0.0) -> None:
        async with self.pace.turn(host, delay):
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
    desk = Desk()
    notes = desk.take_all(*(desk.take("a", 1.0, lasting=2.0) for _ in range(3)))
    assert notes == [("a", 0.0), ("a", 3.0), ("a", 6.0)]


def test_each_turn_may_have_its_own_delay() -> None:
    desk = Desk()
    assert desk.take_all(desk.take("a", 1.0), desk.take("a", 5.0), desk.take("a", 0.0)) == [
        ("a", 0.0),
        ("a", 5.0),
        ("a", 5.0),
    ]


def test_turns_come_in_the_order_they_were_asked_for() -> None:
    desk = Desk()
    order: list[int] = []

    async def take(number: int) -> None:
        async with desk.pace.turn("a", 0.0):
            order.append(number)

    desk.take_all(*(take(number) for number in range(20)))
    assert order == list(range(20))


def test_one_host_does_not_hold_up_another() -> None:
    desk = Desk()
    notes = desk.take_all(desk.take("a", 9.0), desk.take("a", 9.0), desk.take("b"), desk.take("c"))
    assert notes[:3] == [("a", 0.0), ("b", 0.0), ("c", 0.0)]


def test_no_more_hosts_at_a_time_than_allowed() -> None:
    desk = Desk(concurrency=3)
    desk.take_all(*(desk.take(f"host {number}", lasting=1.0) for number in range(20)))
    assert desk.busiest == 3


def test_a_host_that_waits_takes_no_place() -> None:
    desk = Desk(concurrency=1)
    desk.pace.hold("a", 50.0)
    assert desk.take_all(desk.take("a"), desk.take("b")) == [("b", 0.0), ("a", 50.0)]


def test_a_hold_is_bounded_and_the_longest_counts() -> None:
    desk = Desk()
    desk.pace.hold("a", 1e9)
    assert desk.pace.held("a") == MAX_HOLD
    desk.pace.hold("a", 1.0)
    assert desk.pace.held("a") == MAX_HOLD
    assert desk.pace.held("b") == 0.0


def test_nobody_waits_for_longer_than_their_patience() -> None:
    """Those who stood in line when the hold came are told as well."""
    desk = Desk()
    held: list[float] = []

    async def ask(first: bool) -> None:
        try:
            async with desk.pace.turn("a", 0.0, 60.0):
                if first:
                    desk.pace.hold("a", 600.0)
        except HostHeld as error:
            held.append(error.seconds)

    desk.take_all(ask(True), ask(False), ask(False))
    assert held == [600.0, 600.0]


def test_a_turn_given_up_is_a_turn_passed_on() -> None:
    desk = Desk()

    async def run() -> None:
        async with desk.pace.turn("a", 0.0):
            waiting = asyncio.create_task(desk.take("a"))
            await asyncio.sleep(0)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
        await desk.take("a", 0.0)

    asyncio.run(run())
    assert [host for host, _ in desk.notes] == ["a"]


def test_a_turn_that_fails_is_over() -> None:
    desk = Desk(concurrency=1)

    async def run() -> None:
        with pytest.raises(ValueError, match="broken"):
            async with desk.pace.turn("a", 1.0):
                raise ValueError("broken")
        await desk.take("a", 1.0)

    asyncio.run(run())
    assert desk.notes == [("a", 1.0)]


def test_hosts_are_forgotten_when_they_are_owed_nothing() -> None:
    desk = Desk()
    desk.pace.hold("held", 3000.0)

    async def run() -> None:
        for number in range(3000):
            await desk.take(f"host {number}", 1.0, lasting=0.1)

    asyncio.run(run())
    assert len(desk.pace) < 600
    assert desk.pace.held("held") > 0
