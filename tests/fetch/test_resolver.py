"""Names: looked up in threads of their own, a share of them for each source."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import TypeVar

import pytest

from mirrorpress.errors import AddressRefused, ConnectionFailed
from mirrorpress.fetch.http_fetcher import HttpFetcher
from mirrorpress.fetch.resolver import KEPT, SHARE, SOURCE, THREADS, NameNotFound, Resolver
from mirrorpress.fetch.settings import FetchSettings
from mirrorpress.model import Purpose, Request
from servers.misbehaving import Misbehaving, Reply

T = TypeVar("T")
NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)


class Names:
    """A name server: silent about some names, until it is released."""

    def __init__(self, address: str = "192.0.2.7") -> None:
        self.address = address
        self.asked: Counter[str] = Counter()
        self.waiting = self.most = 0
        self.released = threading.Event()
        self._lock = threading.Lock()

    def __call__(self, host: str) -> list[str]:
        with self._lock:
            self.asked[host] += 1
        if host.startswith("silent"):
            with self._lock:
                self.waiting += 1
                self.most = max(self.most, self.waiting)
            self.released.wait(30)
            with self._lock:
                self.waiting -= 1
        if host.startswith("unknown"):
            raise OSError("no such name")
        return [self.address, self.address]


async def ask(resolver: Resolver, host: str, source: str = "") -> tuple[str, ...]:
    SOURCE.set(source)  # each task has its own
    return await resolver.addresses(host)


def run(work: Callable[[], Awaitable[T]], names: Names) -> T:
    async def inner() -> T:
        async with asyncio.timeout(20):
            return await work()

    try:
        return asyncio.run(inner())
    finally:
        names.released.set()


def silent(resolver: Resolver, source: str, count: int) -> list[asyncio.Task[tuple[str, ...]]]:
    return [
        asyncio.create_task(ask(resolver, f"silent{number}.{source}.example", source))
        for number in range(count)
    ]


def test_silent_names_of_a_source_do_not_delay_those_of_another() -> None:
    names = Names()

    async def work() -> None:
        resolver = Resolver(names, seconds=1.0)
        tasks = silent(resolver, "a", 20)
        await asyncio.sleep(0.1)
        assert names.waiting == SHARE
        started = time.monotonic()
        assert await asyncio.create_task(ask(resolver, "b.example", "b")) == ("192.0.2.7",)
        assert time.monotonic() - started < 0.8
        ended = await asyncio.gather(*tasks, return_exceptions=True)
        assert {type(error) for error in ended} == {NameNotFound}

    run(work, names)
    assert names.most == SHARE


def test_stuck_threads_count_until_they_return() -> None:
    names = Names()

    async def work() -> None:
        resolver = Resolver(names, seconds=1.0)
        await asyncio.gather(*silent(resolver, "a", 20), return_exceptions=True)
        assert names.waiting == SHARE
        with pytest.raises(NameNotFound, match="within"):
            await asyncio.create_task(ask(resolver, "a.example", "a"))
        assert names.asked["a.example"] == 0
        names.released.set()
        assert await asyncio.create_task(ask(resolver, "a.example", "a")) == ("192.0.2.7",)
        # a response that came late is a response
        assert await asyncio.create_task(ask(resolver, "silent0.a.example", "b"))
        assert names.asked["silent0.a.example"] == 1

    run(work, names)


def test_many_sources_with_silent_names_leave_threads_for_others() -> None:
    names = Names()

    async def work() -> None:
        resolver = Resolver(names, seconds=1.0)
        tasks = [task for number in range(20) for task in silent(resolver, f"s{number}", 20)]
        await asyncio.sleep(0.1)
        assert THREADS // 2 <= names.waiting < THREADS
        assert await asyncio.create_task(ask(resolver, "b.example", "b")) == ("192.0.2.7",)
        await asyncio.gather(*tasks, return_exceptions=True)

    run(work, names)


def test_those_who_ask_for_the_same_name_share_one_lookup() -> None:
    names = Names()

    async def work() -> None:
        resolver = Resolver(names)
        tasks = [asyncio.create_task(ask(resolver, "silent.example", f"s{n}")) for n in range(9)]
        await asyncio.sleep(0.05)
        tasks.append(asyncio.create_task(ask(resolver, "SILENT.example", "late")))
        tasks[0].cancel()  # the first one to ask is called off; the others still wait
        names.released.set()
        answers = await asyncio.gather(*tasks[1:])
        assert set(answers) == {("192.0.2.7",)}

    run(work, names)
    assert names.asked == {"silent.example": 1}


@pytest.mark.parametrize("host", ["known.example", "unknown.example"])
def test_answers_and_failures_are_kept_for_a_while(host: str) -> None:
    names, now = Names(), [0.0]

    async def work() -> None:
        resolver = Resolver(names, clock=lambda: now[0])
        for moment, asked in ((0.0, 1), (KEPT - 1, 1), (KEPT + 1, 2)):
            now[0] = moment
            with suppress(NameNotFound):
                assert await resolver.addresses(host) == ("192.0.2.7",)
                assert host == "known.example"
            assert names.asked[host] == asked

    run(work, names)


def test_an_address_needs_no_lookup() -> None:
    names = Names()

    async def work() -> None:
        resolver = Resolver(names)
        assert await resolver.addresses("192.0.2.1") == ("192.0.2.1",)
        assert await resolver.addresses("2001:db8::1") == ("2001:db8::1",)

    run(work, names)
    assert not names.asked


def test_the_door_asks_for_each_source_by_its_share() -> None:
    names = Names("127.0.0.1")

    async def work() -> None:
        settings = FetchSettings(delay=0.0, timeout=1.5, obey_robots=True)
        async with (
            Misbehaving() as server,
            HttpFetcher(settings, lambda: NOW, lookup=names) as fetcher,
        ):
            server.pages["/news"] = Reply(b"<p>news")

            def request(host: str, source: str) -> Request:
                url = server.url("/news").replace("127.0.0.1", host)
                return Request(url=url, purpose=Purpose.PAGE, local=True, source=source)

            tasks = [
                asyncio.create_task(fetcher.fetch(request(f"silent{number}.example", "a")))
                for number in range(20)
            ]
            await asyncio.sleep(0.1)
            started = time.monotonic()
            page = await fetcher.fetch(request("live.example", "b"))
            assert getattr(page, "body", None) == b"<p>news"
            assert time.monotonic() - started < 1.0
            ended = await asyncio.gather(*tasks, return_exceptions=True)
            assert all(isinstance(error, Exception) for error in ended)

    run(work, names)
    assert names.most == SHARE


def test_addresses_are_judged_at_every_connection() -> None:
    """Also those that are kept: what a local source may connect to, another may not."""
    names = Names("127.0.0.1")

    async def work() -> None:
        settings = FetchSettings(delay=0.0, obey_robots=False)
        async with (
            Misbehaving() as server,
            HttpFetcher(settings, lambda: NOW, lookup=names) as fetcher,
        ):
            server.pages["/news"] = Reply(b"<p>news")
            url = server.url("/news").replace("127.0.0.1", "home.example")
            page = await fetcher.fetch(Request(url=url, purpose=Purpose.PAGE, local=True))
            assert getattr(page, "body", None) == b"<p>news"
            for _ in range(2):
                with pytest.raises(AddressRefused, match=r"home\.example is at 127\.0\.0\.1"):
                    await fetcher.fetch(Request(url="http://home.example/", purpose=Purpose.PAGE))

    run(work, names)
    assert names.asked == {"home.example": 1}


def test_a_name_that_is_not_found_is_a_failed_connection() -> None:
    names = Names()

    async def work() -> None:
        settings = FetchSettings(delay=0.0, obey_robots=False)
        async with HttpFetcher(settings, lambda: NOW, lookup=names) as fetcher:
            with pytest.raises(ConnectionFailed, match=r"unknown\.example was not found"):
                await fetcher.fetch(Request(url="http://unknown.example/", purpose=Purpose.PAGE))

    run(work, names)
    assert names.asked["unknown.example"] == 1  # the second try of the fetcher finds it kept
