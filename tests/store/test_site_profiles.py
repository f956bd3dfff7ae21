"""What is remembered of sites: from the next day on, bounded, and whatever the order of pages."""

from __future__ import annotations

import random

import pytest

from mirrorpress.model.site_profile import MAX_DAYS, MAX_PAGES, LineRecord, PageRecord
from mirrorpress.store import Store
from mirrorpress.store.site_profiles import MAX_SITES, MAX_SIZE

SITE = "gazette.example"
LINE = LineRecord(7, 1 << 47, 80)


def page(number: int, *lines: LineRecord) -> PageRecord:
    return PageRecord(number, number + 1, lines or (LINE,))


def pages(store: Store, day: int, site: str = SITE) -> list[int]:
    profile = store.site_profiles.profile(site, day)
    return [] if profile is None else [record.page for _, record in profile.pages]


def test_a_page_counts_from_the_next_day_on(store: Store) -> None:
    store.site_profiles.add(SITE, page(3), 100)
    assert store.site_profiles.profile(SITE, 100) is None
    profile = store.site_profiles.profile(SITE, 101)
    assert profile is not None
    assert profile.pages == ((100, page(3)),)
    assert store.site_profiles.profile("other.example", 101) is None


def test_what_comes_on_a_day_changes_nothing_on_it(store: Store) -> None:
    for number in range(MAX_PAGES):
        store.site_profiles.add(SITE, page(number), 100)
    before = store.site_profiles.profile(SITE, 101)
    for number in range(60):
        store.site_profiles.add(SITE, page(number, LineRecord(1, number, 2)), 101)
    assert store.site_profiles.profile(SITE, 101) == before
    assert pages(store, 102) == [*range(MAX_PAGES)]


def test_the_order_of_pages_has_no_effect(store: Store) -> None:
    numbers = [*range(50)]
    for site in ("a.example", "b.example"):
        random.Random(site).shuffle(numbers)
        for number in numbers:
            store.site_profiles.add(site, page(number), 100)
    assert pages(store, 101, "a.example") == pages(store, 101, "b.example") == [*range(MAX_PAGES)]


def test_newer_days_come_first_and_old_ones_are_forgotten(store: Store) -> None:
    store.site_profiles.add(SITE, page(1), 100)
    store.site_profiles.add(SITE, page(9), 105)
    assert pages(store, 106) == [9, 1]
    assert pages(store, 100 + MAX_DAYS) == [9, 1]
    assert pages(store, 101 + MAX_DAYS) == [9]
    store.site_profiles.add(SITE, page(5), 105 + MAX_DAYS)
    assert [*store.site_profiles.sites()] == [(SITE, 2, 105 + MAX_DAYS)]


def test_rows_are_bounded(store: Store) -> None:
    for day in range(100, 140):
        for number in range(30):
            store.site_profiles.add(SITE, page(day * 100 + number), day)
    row = store._database.row("SELECT count(*) FROM page_records")
    assert row is not None
    assert row[0] <= 2 * MAX_PAGES
    assert len(pages(store, 140)) == MAX_PAGES


def test_a_record_that_is_too_large_is_not_kept(store: Store) -> None:
    store.site_profiles.add(SITE, page(1, *[LINE] * MAX_SIZE), 100)
    store.site_profiles.add("", page(2), 100)
    assert [*store.site_profiles.sites()] == []


def test_damaged_rows_are_left_out(store: Store) -> None:
    for number in (1, 2, 3):
        store.site_profiles.add(SITE, page(number), 100)
    store._database.run("UPDATE page_records SET record = x'00ff' WHERE page = 2")
    store._database.run("UPDATE page_records SET record = 'text' WHERE page = 3")
    assert pages(store, 101) == [1]


def test_a_record_of_another_version_is_left_out(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mirrorpress.store.site_profiles.VERSION", 0)
    store.site_profiles.add(SITE, page(1), 100)
    monkeypatch.undo()
    store.site_profiles.add(SITE, page(2), 100)
    assert pages(store, 101) == [2]


def test_sites_beyond_the_bound_go(store: Store) -> None:
    with store.transaction():
        for number in range(MAX_SITES):
            store.site_profiles.add(f"{number}.example", page(1), 100 + number % 7)
        store.site_profiles.add(SITE, page(64), 110)
        store.site_profiles.add("more.example", page(64), 110)
    sites = [site for site, _, _ in store.site_profiles.sites()]
    assert len(sites) == MAX_SITES
    assert {SITE, "more.example"} <= {*sites}


def test_forgetting(store: Store) -> None:
    for site in (SITE, "other.example"):
        store.site_profiles.add(site, page(1), 100)
    assert store.site_profiles.forget(SITE) == 1
    assert [site for site, _, _ in store.site_profiles.sites()] == ["other.example"]
    assert store.site_profiles.forget() == 1
    assert [*store.site_profiles.sites()] == []
