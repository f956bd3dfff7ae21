"""Lists of articles, whole and in order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest

from mirrorpress.model import Head, Shelf, ShelfKey, ShelfLink
from mirrorpress.store import Store
from mirrorpress.store.shelves import FRONT_HEADS, FRONT_STORIES, OUTLET_HEADS
from store.samples import id_of, keep, revision

FRONT = ShelfKey(kind="front")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def fill(store: Store, *articles: tuple[str, str, str]) -> None:
    """Keep articles given as name, source and time."""
    for name, source, time in articles:
        keep(store, revision(name, source=source, published=at(time)))


def names(heads: Iterable[Head]) -> list[str]:
    return [head.url.rpartition("/")[2] for head in heads]


def month(value: str) -> ShelfKey:
    return ShelfKey(kind="month", value=value)


def day(value: str) -> ShelfKey:
    return ShelfKey(kind="day", value=value)


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
    shelf = store.shelves.get(FRONT, ["gazette"])
    outlet = ShelfLink(key=ShelfKey(kind="outlet", value="gazette"), count=0)
    assert shelf == Shelf(key=FRONT, outlets=(outlet,))
    for kind, value in (("day", "2031-05-01"), ("month", "2031-05"), ("story", "none")):
        key = ShelfKey(kind=kind, value=value)  # type: ignore[arg-type]
        assert store.shelves.get(key) == Shelf(key=key)


def test_the_front_shows_the_newest_and_the_way_to_everything(spring: Store) -> None:
    shelf = spring.shelves.get(FRONT, ["courier", "gazette", "herald"])
    assert names(shelf.heads) == ["swim", "wind", "rain", "fog", "tide", "thaw", "ice"]
    assert [(link.key.value, link.count) for link in shelf.outlets] == [
        ("courier", 2),
        ("gazette", 5),
        ("herald", 0),
    ]
    assert shelf.outlets[0].latest == at("2031-05-03 09:00")
    assert [(link.key, link.count) for link in shelf.parts] == [
        (month("2031-06"), 1),
        (month("2031-05"), 4),
        (month("2031-04"), 1),
        (month("2031-02"), 1),
    ]
    assert shelf.parts[1].latest == at("2031-05-31 23:00")
    assert shelf.stories == ()
    assert spring.shelves.neighbours(FRONT) == ()


def test_the_front_ends_somewhere(store: Store) -> None:
    start = at("2031-05-01 00:00")
    for number in range(FRONT_HEADS + 5):
        published = start + timedelta(minutes=number)
        keep(store, revision(f"report-{number}", published=published))
    newest = [f"report-{number}" for number in reversed(range(5, FRONT_HEADS + 5))]
    assert names(store.shelves.get(FRONT).heads) == newest


def test_articles_of_one_moment_have_an_order(store: Store) -> None:
    fill(store, *((name, "gazette", "2031-05-01 08:00") for name in ("tide", "fog", "rain")))
    found = [head.id for head in store.shelves.get(day("2031-05-01")).heads]
    assert found == sorted(found)
    assert [head.id for head in store.shelves.get(FRONT).heads] == found


def test_an_outlet_shows_its_newest_and_its_months(spring: Store) -> None:
    shelf = spring.shelves.get(ShelfKey(kind="outlet", value="gazette"))
    assert names(shelf.heads) == ["swim", "wind", "fog", "tide", "ice"]
    assert [(link.key.kind, link.key.value, link.count) for link in shelf.parts] == [
        ("outlet-month", "gazette/2031-06", 1),
        ("outlet-month", "gazette/2031-05", 3),
        ("outlet-month", "gazette/2031-02", 1),
    ]
    assert spring.shelves.neighbours(shelf.key) == ()
    assert (shelf.earlier, shelf.later) == (None, None)


def test_an_outlets_page_ends_somewhere_and_its_month_does_not(store: Store) -> None:
    for number in range(OUTLET_HEADS + 1):
        keep(store, revision(f"report-{number}", published=at("2031-05-01 08:00")))
    outlet = store.shelves.get(ShelfKey(kind="outlet", value="gazette"))
    of_month = store.shelves.get(ShelfKey(kind="outlet-month", value="gazette/2031-05"))
    assert (len(outlet.heads), len(of_month.heads)) == (OUTLET_HEADS, OUTLET_HEADS + 1)
    assert store.shelves.count("gazette") == OUTLET_HEADS + 1
    assert store.shelves.count("courier") == 0


def test_a_month_of_an_outlet_ends_at_its_borders(spring: Store) -> None:
    def of(value: str) -> ShelfKey:
        return ShelfKey(kind="outlet-month", value=value)

    shelf = spring.shelves.get(of("gazette/2031-05"))
    assert names(shelf.heads) == ["wind", "fog", "tide"]
    assert (shelf.earlier, shelf.later) == (of("gazette/2031-02"), of("gazette/2031-06"))
    courier = spring.shelves.get(of("courier/2031-04"))
    assert (courier.earlier, courier.later) == (None, of("courier/2031-05"))
    neighbours = {of("gazette/2031-02"), of("gazette/2031-06")}
    assert set(spring.shelves.neighbours(shelf.key)) == neighbours


def test_a_month_shows_its_days_and_the_months_that_hold_something(spring: Store) -> None:
    shelf = spring.shelves.get(month("2031-05"))
    assert shelf.heads == ()
    assert [(link.key, link.count) for link in shelf.parts] == [
        (day("2031-05-31"), 1),
        (day("2031-05-03"), 1),
        (day("2031-05-01"), 2),
    ]
    assert (shelf.earlier, shelf.later) == (month("2031-04"), month("2031-06"))
    april = spring.shelves.get(month("2031-04"))
    assert (april.earlier, april.later) == (month("2031-02"), month("2031-05"))
    assert spring.shelves.get(month("2031-06")).later is None


def test_a_day_shows_its_articles_and_the_days_that_hold_something(spring: Store) -> None:
    shelf = spring.shelves.get(day("2031-05-01"))
    assert names(shelf.heads) == ["fog", "tide"]
    assert (shelf.earlier, shelf.later) == (day("2031-04-30"), day("2031-05-03"))
    assert spring.shelves.get(day("2031-02-11")).earlier is None
    assert spring.shelves.get(day("2031-06-01")).later is None


def test_a_day_without_articles_knows_its_neighbours(spring: Store) -> None:
    shelf = spring.shelves.get(day("2031-05-02"))
    assert shelf.heads == ()
    assert (shelf.earlier, shelf.later) == (day("2031-05-01"), day("2031-05-03"))
    assert spring.shelves.neighbours(shelf.key) == (day("2031-05-01"), day("2031-05-03"))


def test_a_story_is_told_from_its_beginning(spring: Store) -> None:
    spring.articles.grouped((id_of(name), "story") for name in ("rain", "ice", "fog"))
    shelf = spring.shelves.get(ShelfKey(kind="story", value="story"))
    assert names(shelf.heads) == ["ice", "fog", "rain"]
    assert {head.story for head in shelf.heads} == {"story"}
    assert spring.shelves.neighbours(shelf.key) == ()


def test_the_front_shows_stories_of_two_outlets_the_latest_first(spring: Store) -> None:
    spring.articles.grouped((id_of(name), "first") for name in ("thaw", "tide"))
    spring.articles.grouped((id_of(name), "second") for name in ("rain", "fog"))
    spring.articles.grouped((id_of(name), "one-outlet") for name in ("wind", "swim"))
    stories = spring.shelves.get(FRONT).stories
    assert [names(story) for story in stories] == [["fog", "rain"], ["thaw", "tide"]]


def test_the_front_shows_so_many_stories(store: Store) -> None:
    for number in range(FRONT_STORIES + 2):
        time = f"2031-05-{number + 1:02} 08:00"
        fill(store, (f"a{number}", "gazette", time), (f"b{number}", "courier", time))
        store.articles.grouped((id_of(f"{one}{number}"), f"story-{number}") for one in "ab")
    shown = [story[0].story for story in store.shelves.get(FRONT).stories]
    assert shown == [f"story-{number}" for number in reversed(range(2, FRONT_STORIES + 2))]
