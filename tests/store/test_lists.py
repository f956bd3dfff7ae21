"""Lists of articles, whole and in order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest

from mirrorpress.model import ArticleList, ArticleSummary, ListLink, ListPage
from mirrorpress.store import Store
from mirrorpress.store.lists import FRONT_STORIES, FRONT_SUMMARIES, OUTLET_SUMMARIES
from store.samples import id_of, keep, revision

FRONT = ArticleList(kind="front")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def fill(store: Store, *articles: tuple[str, str, str]) -> None:
    """Keep articles given as name, source and time."""
    for name, source, time in articles:
        keep(store, revision(name, source=source, published=at(time)))


def names(summaries: Iterable[ArticleSummary]) -> list[str]:
    return [summary.url.rpartition("/")[2] for summary in summaries]


def month(value: str) -> ArticleList:
    return ArticleList(kind="month", value=value)


def day(value: str) -> ArticleList:
    return ArticleList(kind="day", value=value)


@pytest.fixture
def spring(store: Store) -> Store:
    """Two outlets around the borders of two months; nothing on the 2nd of May."""
    fill(
        store,
        ("ice", "gazette", "2031-02-11 08:00"),
        ("thaw", "courier", "2031-04-30 23:59:59"),
        ("tide", "gazette", "2031-05-01 00:00"),
        ("fog", "gazette", "2031-05-01 18:00"),
        ("rain", "courier", "2031-05-03 09:00"),
        ("wind", "gazette", "2031-05-31 23:00"),
        ("swim", "gazette", "2031-06-01 00:00"),
    )
    return store


def test_an_empty_store_has_an_empty_front(store: Store) -> None:
    list_page = store.lists.get(FRONT, "web", ["gazette"])
    outlet = ListLink(key=ArticleList(kind="outlet", value="gazette"), count=0)
    assert list_page == ListPage(key=FRONT, outlets=(outlet,))
    for kind, value in (("day", "2031-05-01"), ("month", "2031-05"), ("story", "none")):
        key = ArticleList(kind=kind, value=value)  # type: ignore[arg-type]
        assert store.lists.get(key) == ListPage(key=key)


def test_the_front_shows_the_newest_and_the_way_to_everything(spring: Store) -> None:
    list_page = spring.lists.get(FRONT, "web", ["courier", "gazette", "herald"])
    assert names(list_page.summaries) == ["swim", "wind", "rain", "fog", "tide", "thaw", "ice"]
    assert [(link.key.value, link.count) for link in list_page.outlets] == [
        ("courier", 2),
        ("gazette", 5),
        ("herald", 0),
    ]
    assert list_page.outlets[0].latest == at("2031-05-03 09:00")
    assert [(link.key, link.count) for link in list_page.parts] == [
        (month("2031-06"), 1),
        (month("2031-05"), 4),
        (month("2031-04"), 1),
        (month("2031-02"), 1),
    ]
    assert list_page.parts[1].latest == at("2031-05-31 23:00")
    assert list_page.stories == ()
    assert spring.lists.neighbours(FRONT) == ()


def test_the_front_ends_somewhere(store: Store) -> None:
    start = at("2031-05-01 00:00")
    for number in range(FRONT_SUMMARIES + 5):
        published = start + timedelta(minutes=number)
        keep(store, revision(f"report-{number}", published=published))
    newest = [f"report-{number}" for number in reversed(range(5, FRONT_SUMMARIES + 5))]
    assert names(store.lists.get(FRONT).summaries) == newest


def test_articles_of_one_moment_have_an_order(store: Store) -> None:
    fill(store, *((name, "gazette", "2031-05-01 08:00") for name in ("tide", "fog", "rain")))
    found = [summary.id for summary in store.lists.get(day("2031-05-01")).summaries]
    assert found == sorted(found)
    assert [summary.id for summary in store.lists.get(FRONT).summaries] == found


def test_an_outlet_shows_its_newest_and_its_months(spring: Store) -> None:
    list_page = spring.lists.get(ArticleList(kind="outlet", value="gazette"))
    assert names(list_page.summaries) == ["swim", "wind", "fog", "tide", "ice"]
    assert [(link.key.kind, link.key.value, link.count) for link in list_page.parts] == [
        ("outlet-month", "gazette/2031-06", 1),
        ("outlet-month", "gazette/2031-05", 3),
        ("outlet-month", "gazette/2031-02", 1),
    ]
    assert spring.lists.neighbours(list_page.key) == ()
    assert (list_page.earlier, list_page.later) == (None, None)


def test_an_outlets_page_ends_somewhere_and_its_month_does_not(store: Store) -> None:
    for number in range(OUTLET_SUMMARIES + 1):
        keep(store, revision(f"report-{number}", published=at("2031-05-01 08:00")))
    outlet = store.lists.get(ArticleList(kind="outlet", value="gazette"))
    of_month = store.lists.get(ArticleList(kind="outlet-month", value="gazette/2031-05"))
    assert (len(outlet.summaries), len(of_month.summaries)) == (
        OUTLET_SUMMARIES,
        OUTLET_SUMMARIES + 1,
    )
    assert store.lists.count("gazette") == OUTLET_SUMMARIES + 1
    assert store.lists.count("courier") == 0


def test_a_month_of_an_outlet_ends_at_its_borders(spring: Store) -> None:
    def of(value: str) -> ArticleList:
        return ArticleList(kind="outlet-month", value=value)

    list_page = spring.lists.get(of("gazette/2031-05"))
    assert names(list_page.summaries) == ["wind", "fog", "tide"]
    assert (list_page.earlier, list_page.later) == (of("gazette/2031-02"), of("gazette/2031-06"))
    courier = spring.lists.get(of("courier/2031-04"))
    assert (courier.earlier, courier.later) == (None, of("courier/2031-05"))
    neighbours = {of("gazette/2031-02"), of("gazette/2031-06")}
    assert set(spring.lists.neighbours(list_page.key)) == neighbours


def test_a_month_shows_its_days_and_the_months_that_hold_something(spring: Store) -> None:
    list_page = spring.lists.get(month("2031-05"))
    assert list_page.summaries == ()
    assert [(link.key, link.count) for link in list_page.parts] == [
        (day("2031-05-31"), 1),
        (day("2031-05-03"), 1),
        (day("2031-05-01"), 2),
    ]
    assert (list_page.earlier, list_page.later) == (month("2031-04"), month("2031-06"))
    april = spring.lists.get(month("2031-04"))
    assert (april.earlier, april.later) == (month("2031-02"), month("2031-05"))
    assert spring.lists.get(month("2031-06")).later is None


def test_a_day_shows_its_articles_and_the_days_that_hold_something(spring: Store) -> None:
    list_page = spring.lists.get(day("2031-05-01"))
    assert names(list_page.summaries) == ["fog", "tide"]
    assert (list_page.earlier, list_page.later) == (day("2031-04-30"), day("2031-05-03"))
    assert spring.lists.get(day("2031-02-11")).earlier is None
    assert spring.lists.get(day("2031-06-01")).later is None


def test_a_day_without_articles_knows_its_neighbours(spring: Store) -> None:
    list_page = spring.lists.get(day("2031-05-02"))
    assert list_page.summaries == ()
    assert (list_page.earlier, list_page.later) == (day("2031-05-01"), day("2031-05-03"))
    assert spring.lists.neighbours(list_page.key) == (day("2031-05-01"), day("2031-05-03"))


def test_a_story_is_told_from_its_beginning(spring: Store) -> None:
    spring.articles.grouped((id_of(name), "story") for name in ("rain", "ice", "fog"))
    list_page = spring.lists.get(ArticleList(kind="story", value="story"))
    assert names(list_page.summaries) == ["ice", "fog", "rain"]
    assert {summary.story for summary in list_page.summaries} == {"story"}
    assert spring.lists.neighbours(list_page.key) == ()


def test_the_front_shows_stories_of_two_outlets_the_latest_first(spring: Store) -> None:
    spring.articles.grouped((id_of(name), "first") for name in ("thaw", "tide"))
    spring.articles.grouped((id_of(name), "second") for name in ("rain", "fog"))
    spring.articles.grouped((id_of(name), "one-outlet") for name in ("wind", "swim"))
    stories = spring.lists.get(FRONT).stories
    assert [names(story) for story in stories] == [["fog", "rain"], ["thaw", "tide"]]


def test_the_front_shows_so_many_stories(store: Store) -> None:
    for number in range(FRONT_STORIES + 2):
        time = f"2031-05-{number + 1:02} 08:00"
        fill(store, (f"a{number}", "gazette", time), (f"b{number}", "courier", time))
        store.articles.grouped((id_of(f"{one}{number}"), f"story-{number}") for one in "ab")
    shown = [story[0].story for story in store.lists.get(FRONT).stories]
    assert shown == [f"story-{number}" for number in reversed(range(2, FRONT_STORIES + 2))]
