"""What a profile keeps of pages, and which pages count for one."""

import random

from mirrorpress.extract.memory.learn import learn, others_in, record_of
from mirrorpress.model.site_profile import MAX_PAGES, LineRecord, PageRecord, SiteProfile


def page(number: int, title: int | None = None) -> PageRecord:
    return PageRecord(number, number if title is None else title, (LineRecord(1, number, 80),))


def kept(profile: SiteProfile) -> list[int]:
    return [record.page for _, record in profile.pages]


def test_the_order_of_pages_has_no_effect() -> None:
    pages = [page(number) for number in range(50)]
    first = learn(None, pages, day=3)
    random.Random(1).shuffle(pages)
    assert learn(None, pages, day=3) == first
    assert len(first.pages) == MAX_PAGES


def test_two_versions_of_one_page_count_once_whatever_their_order() -> None:
    old, new = page(7, title=1), page(7, title=2)
    assert learn(None, [old, new], day=1) == learn(None, [new, old], day=1)
    assert kept(learn(None, [old, new], day=1)) == [7]


def test_newer_pages_replace_older_ones() -> None:
    profile = learn(None, [page(number) for number in range(MAX_PAGES)], day=1)
    later = learn(profile, [page(100), page(3, title=9)], day=2)
    assert kept(later)[:2] == [3, 100]
    assert len(later.pages) == MAX_PAGES
    assert [record.title for _, record in later.pages if record.page == 3] == [9]


def test_records_expire() -> None:
    profile = learn(None, [page(1)], day=10)
    assert kept(learn(profile, [], day=40)) == [1]
    assert kept(learn(profile, [], day=41)) == []


def test_a_profile_of_another_version_is_not_used() -> None:
    profile = learn(None, [page(1)], day=1)._replace(version=0)
    assert others_in(profile, page(2)) == []
    assert kept(learn(profile, [page(2)], day=1)) == [2]


def test_a_page_itself_and_one_with_its_title_are_no_others() -> None:
    profile = learn(None, [page(1), page(2), page(3, title=1)], day=1)
    assert [record.page for record in others_in(profile, page(1))] == [2]


def test_a_page_is_known_by_its_address_else_by_its_title() -> None:
    first = record_of("https://www.varnhagen.example/news/1/", "Bridge closed", [])
    assert first.page == record_of("https://varnhagen.example/news/1", "Bridge open", []).page
    assert first.title == record_of(None, "BRIDGE, closed!", []).title
    for front in (None, "https://varnhagen.example/", "https://varnhagen.example"):
        one, two = record_of(front, "Bridge closed", []), record_of(front, "Bridge open", [])
        assert one.page != two.page
