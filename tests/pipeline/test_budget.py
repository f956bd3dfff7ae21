"""What one source may use of a round: no source delays, crowds out or exhausts another."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import NoReturn

import pytest

from mirrorpress.config.settings import FetchOptions
from mirrorpress.errors import (
    ConnectionFailed,
    FetchError,
    HttpStatus,
    Postponed,
    ResponseRefused,
    RobotsDenied,
    RobotsUnreadable,
    WorkerFailed,
)
from mirrorpress.fetch.recorded import RecordedFetcher, RecordedResponse
from mirrorpress.model import NotModified, Page, Request, Source
from mirrorpress.pipeline.budget import BYTES_A_DAY, Budget, BudgetedWorkers, Pauses
from mirrorpress.store import open_store
from mirrorpress.store.usage import Used
from mirrorpress.workers import Workers, plain
from pipeline.rounds import Round, page, rss, with_pauses
from store.samples import NOON

GAZETTE = Source(name="gazette", title="The Gazette", url="https://gazette.example/feed")
SLOW = Source(name="slow", title="Slow", url="https://feeds.slow.example/feed")
GOOD = tuple(f"https://gazette.example/{number}" for number in range(3))
SILENCE = 0.05  # seconds that a silent host is waited for


class Silent(RecordedFetcher):
    """Some hosts never answer: each request to them fails after a while."""

    def __init__(
        self, answers: Mapping[str, RecordedResponse], host: str = ".silent.example"
    ) -> None:
        super().__init__(answers)
        self._host = host

    async def fetch(self, request: Request) -> Page | NotModified:
        if self._host in request.url:
            self.requests.append(request)
            await asyncio.sleep(SILENCE)
            raise ConnectionFailed("no response came in time", url=request.url)
        return await super().fetch(request)


def silent_pages(count: int, host: str) -> tuple[str, ...]:
    return tuple(f"https://{host.format(n)}/page/{n}" for n in range(count))


def answers(silent: tuple[str, ...]) -> dict[str, Page]:
    return {
        str(GAZETTE.url): rss(str(GAZETTE.url), GOOD),
        str(SLOW.url): rss(str(SLOW.url), silent),
        **{url: page(url) for url in GOOD},
    }


@pytest.mark.parametrize("host", ["www.silent.example", "host{}.silent.example"])
@pytest.mark.parametrize("count", [40, 10_000])
def test_silent_pages_cost_a_few_requests_however_many_they_are(count: int, host: str) -> None:
    """Neither one silent host nor one for each page keeps the honest source waiting."""
    silent = silent_pages(count, host)
    mirror = Round((SLOW, GAZETTE))
    fetcher = Silent(answers(silent))
    summary = mirror.run(fetcher)
    assert mirror.urls() == sorted(GOOD)
    asked = [request for request in fetcher.requests if "silent" in request.url]
    most = 8 if "{}" in host else 3  # three in a row, and what was on its way to other hosts
    assert 3 <= len(asked) <= most
    assert summary.notes == [note for note in summary.notes if note.startswith("slow: ")]
    assert len(summary.notes) == 1
    assert "left for a later round" in summary.notes[0]


def test_a_silent_source_is_probed_with_one_page_at_a_time() -> None:
    mirror = Round((SLOW,))
    silent = silent_pages(40, "host{}.silent.example")
    mirror.run(Silent(answers(silent)))
    soon, later = Silent(answers(silent)), Silent(answers(silent))
    mirror.run(soon)
    assert not any("silent" in request.url for request in soon.requests)
    mirror.now += timedelta(hours=6)
    mirror.run(later)
    assert 1 <= sum("silent" in request.url for request in later.requests) <= 6


def test_articles_arrive_after_any_number_of_failed_rounds() -> None:
    """Forty rounds over twenty hours: the site comes back, and so do its articles."""
    mirror = Round((replace(SLOW, url="https://gazette.example/feed"),))
    for _ in range(40):
        mirror.run(Silent(answers(()), host="gazette.example/0"))
        mirror.now += timedelta(minutes=30)
    assert mirror.urls() == sorted(GOOD[1:])
    mirror.now += timedelta(hours=6)
    mirror.run(RecordedFetcher(answers(())))
    assert mirror.urls() == sorted(GOOD)


def test_what_a_host_asks_for_outlasts_the_round() -> None:
    mirror = Round((GAZETTE,))
    busy = {**answers(()), GOOD[0]: HttpStatus(429, url=GOOD[0], retry_after=3000.0)}
    mirror.run(RecordedFetcher(busy))
    soon = RecordedFetcher(answers(()))
    mirror.now += timedelta(minutes=49)
    mirror.run(soon)
    assert soon.requests == []
    mirror.now += timedelta(minutes=2)
    mirror.run(RecordedFetcher(answers(())))
    assert mirror.urls() == sorted(GOOD)


def test_a_source_leaves_its_other_items_to_the_next_round_at_its_deadline() -> None:
    class Slow(RecordedFetcher):
        async def fetch(self, request: Request) -> Page | NotModified:
            await asyncio.sleep(0 if "feed" in request.url else 0.4)
            return await super().fetch(request)

    many = tuple(f"https://gazette.example/{number}" for number in range(60))
    known = {str(GAZETTE.url): rss(str(GAZETTE.url), many), **{url: page(url) for url in many}}
    mirror = Round((GAZETTE,))
    summary = mirror.run(Slow(known), fetch=FetchOptions(deadline=3.0, timeout=5.0))
    assert 0 < summary.new < 60
    assert summary.failed == []
    assert f"{60 - summary.new} items are left for a later round" in summary.notes[0]
    assert mirror.run(RecordedFetcher(known)).new == 60 - summary.new


def test_pictures_that_never_arrive_are_reported_once_and_asked_for_seldom() -> None:
    pictures = [f"https://img{number}.silent.example/{number}.jpg" for number in range(2)]
    more = "".join(
        f'<figure><img src="{url}" width="900" height="600"></figure>' for url in pictures
    )
    known = {**answers(()), GOOD[0]: page(GOOD[0], more=more)}
    mirror = Round((GAZETTE,))
    first = mirror.run(Silent(known))
    assert sorted(failure.url for failure in first.failed) == pictures
    second = mirror.run(Silent(known))
    assert (second.failed, second.again) == ([], 2)
    third = Silent(known)
    summary = mirror.run(third)
    assert (summary.failed, summary.again) == ([], 0)
    assert not any("silent" in request.url for request in third.requests)


def test_a_day_has_a_limit_of_bytes() -> None:
    mirror = Round((GAZETTE,))
    mirror.store.usage.add("gazette", Used(BYTES_A_DAY + 1, 0.0), NOON)
    summary = mirror.run(RecordedFetcher(answers(())))
    assert (summary.new, summary.failed) == (0, [])
    assert "GiB today" in summary.notes[0]
    mirror.now += timedelta(days=1)
    assert mirror.run(RecordedFetcher(answers(()))).new == 3
    assert mirror.store.usage.today("gazette", mirror.now).bytes > 1_000


@pytest.mark.parametrize(
    ("error", "counts"),
    [
        (ConnectionFailed("no response"), True),
        (RobotsUnreadable("robots.txt could not be read"), True),
        (RobotsDenied("robots.txt disallows it"), False),
        (HttpStatus(500), True),
        (HttpStatus(404), False),
        (ResponseRefused("a film came instead of text"), False),
    ],
)
def test_only_failures_of_a_host_count_against_it(error: FetchError, counts: bool) -> None:
    error.url = GOOD[0]
    pages = {**answers(()), **dict.fromkeys(GOOD, error)}
    mirror = Round((GAZETTE,))
    mirror.run(RecordedFetcher(pages))
    assert bool(mirror.store.retries.pauses(NOON)) is counts


def test_a_host_that_answers_is_forgiven() -> None:
    store = open_store(None)

    def failed(pauses: Pauses) -> None:
        for _ in range(3):
            pauses.failed("host", "a.example", "no response")
        with pytest.raises(Postponed, match=r"a.example is left alone until .* \(no response\)"):
            pauses.check("host", "a.example", "https://a.example/")

    def worked(pauses: Pauses) -> None:
        with pytest.raises(Postponed):  # another round knows it too
            pauses.check("host", "a.example", "https://a.example/")
        pauses.worked("host", "a.example")
        pauses.check("host", "a.example", "https://a.example/")

    with_pauses(store, failed)
    with_pauses(store, worked)
    assert store.retries.pauses(NOON) == ()


def test_after_a_time_out_a_source_is_given_one_worker_at_a_time() -> None:
    """The others are for those whose pages are read in a moment."""
    running = most = 0

    class Counting(Workers):
        async def metered(self, used, job, *args, **kwargs):  # type: ignore[no-untyped-def]
            nonlocal running, most
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.01)
            running -= 1
            used(20.0)
            raise WorkerFailed("it took longer than 20 seconds")

    budget = Budget("slow", None)
    workers = BudgetedWorkers(Counting(2), budget)

    async def work() -> None:
        for _ in range(2):
            await asyncio.gather(
                *(workers.run(plain(_never)) for _ in range(4)), return_exceptions=True
            )

    budget.worker_failures = 1
    asyncio.run(work())
    assert most == 1
    assert budget.worker_seconds == 160.0


def _never() -> NoReturn:
    raise AssertionError
