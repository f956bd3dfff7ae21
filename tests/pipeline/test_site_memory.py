"""What pages of one day teach, used on the pages of the next."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mirrorpress import urls
from mirrorpress.fetch.recorded import RecordedFetcher
from mirrorpress.model import FeedEntry, Page, Source
from mirrorpress.model.plain import plain_text
from mirrorpress.pipeline.components import SourceResources
from mirrorpress.pipeline.discover import Finder
from mirrorpress.pipeline.site_memory import SiteMemory, day_of
from mirrorpress.pipeline.store import StoreStep
from pipeline.rounds import Round
from pipeline.runners import InProcess
from site_pages import PROMO, site_page
from store.samples import NOON

GAZETTE = Source(name="gazette", title="The Gazette", url="https://gazette.example/feed")
PLACES = ("harbour", "market", "school", "bridge")


def page(place: str) -> Page:
    url = f"https://www.gazette.example/{place}"
    return Page(url=url, requested=url, body=site_page(place).encode(), fetched=NOON)


def bring(mirror: Round, place: str, moment: datetime, source: Source = GAZETTE) -> str:
    """Steps 2 to 4 of one article on a day; its text."""
    store, one = mirror.store, page(place)
    store.entries.listed(source.name, [FeedEntry(url=one.url)], moment)
    due = store.entries.get(source.name, urls.identity(one.url))
    resources = SourceResources(fetcher=RecordedFetcher({one.url: one}), workers=InProcess())
    memory = SiteMemory(store.site_profiles, day_of(moment))
    found = asyncio.run(Finder(resources, (), memory).find(source, due))
    assert found is not None
    with store.transaction():
        StoreStep(mirror.components).keep(source, due, found, {})
    return plain_text(found.article)


@pytest.fixture
def mirror() -> Round:
    return Round((GAZETTE,))


def test_pages_of_one_day_teach_the_next(mirror: Round) -> None:
    for place in PLACES[:3]:
        assert PROMO in bring(mirror, place, NOON)
    assert PROMO not in bring(mirror, "bridge", NOON + timedelta(days=1))
    assert [*mirror.store.site_profiles.sites()] == [("gazette.example", 4, day_of(NOON) + 1)]


def test_a_source_can_do_without(mirror: Round) -> None:
    source = replace(GAZETTE, site_memory=False)
    for place in PLACES:
        assert PROMO in bring(mirror, place, NOON, source)
    assert PROMO in bring(mirror, "bridge", NOON + timedelta(days=1), source)
    assert [*mirror.store.site_profiles.sites()] == []


def test_days_are_those_of_utc() -> None:
    zone = datetime.fromisoformat("2026-03-05T01:00:00+08:00")
    assert day_of(zone) == day_of(datetime(2026, 3, 4, 17, tzinfo=UTC))
    assert day_of(datetime(1970, 1, 2, tzinfo=UTC)) == 1
