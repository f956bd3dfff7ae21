"""Lists of articles: what is in them, in which order, and how many there are."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.model import PICKS, ArticleList, Count, FeedEntry, Validators
from mirrorpress.store import Quarantined, Store, open_store
from store.samples import NOON, id_of, keep, revision

ALL = ArticleList(kind="all")
MONTHS = ArticleList(kind="all", parts="month")
GAZETTE = ArticleList(kind="outlet", outlet="gazette")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def fill(store: Store, *articles: tuple[str, str, str]) -> None:
    """Keep articles given as name, source and time."""
    for name, source, time in articles:
        keep(store, revision(name, source=source, published=at(time)))


def names(store: Store, article_list: ArticleList) -> list[str]:
    ids = [article_id for article_id, _ in store.lists.lines(article_list)]
    return [one.url.rpartition("/")[2] for one in store.lists.summaries("web", ids)]


def month(value: str, outlet: str | None = None) -> ArticleList:
    return ArticleList(kind="month", month=value, outlet=outlet)


def day(value: str) -> ArticleList:
    return ArticleList(kind="day", day=value)


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


def test_an_empty_store_has_empty_lists(store: Store) -> None:
    for one in (ALL, day("2031-05-01"), month("2031-05"), ArticleList(kind="s", story="none")):
        assert store.lists.lines(one) == []
        assert store.lists.parts(replace(one, parts="day")) == ()
        assert store.lists.around(one) == (None, None)
    assert store.lists.stories(8) == []
    assert store.lists.outlets(["gazette"]) == (Count("gazette", 0),)


NEWEST = ["swim", "wind", "rain", "fog", "tide", "thaw", "ice"]


@pytest.mark.parametrize(
    ("article_list", "expected"),
    [
        (ALL, NEWEST),
        (replace(ALL, oldest_first=True), NEWEST[::-1]),
        (replace(ALL, limit=3), NEWEST[:3]),
        (replace(ALL, limit=0), []),
        (replace(ALL, oldest_first=True, limit=2), ["ice", "thaw"]),
        (GAZETTE, ["swim", "wind", "fog", "tide", "ice"]),
        (month("2031-05"), ["wind", "rain", "fog", "tide"]),
        (month("2031-05", "gazette"), ["wind", "fog", "tide"]),
        (day("2031-05-01"), ["fog", "tide"]),
        (day("2031-05-02"), []),
    ],
    ids=lambda value: value.key if isinstance(value, ArticleList) else None,
)
def test_a_list_is_what_its_filters_leave(
    spring: Store, article_list: ArticleList, expected: list[str]
) -> None:
    assert names(spring, article_list) == expected


def test_articles_of_one_moment_have_an_order(store: Store) -> None:
    fill(store, *((name, "gazette", "2031-05-01 08:00") for name in ("tide", "fog", "rain")))
    found = [article_id for article_id, _ in store.lists.lines(day("2031-05-01"))]
    assert found == sorted(found)


def test_a_line_changes_with_its_article(spring: Store) -> None:
    before = dict(spring.lists.lines(ALL))
    keep(spring, revision("fog", number=2, title="Fog lifts"))
    after = dict(spring.lists.lines(ALL))
    assert {one for one in after if after[one] != before[one]} == {id_of("fog")}


def test_an_article_that_is_gone_is_no_summary(store: Store) -> None:
    with pytest.raises(KeyError):
        store.lists.summaries("web", ["abcd2345efgh"])


def test_parts_are_counted_the_newest_first(spring: Store) -> None:
    lists = spring.lists
    assert lists.parts(MONTHS) == (
        Count("2031-06", 1), Count("2031-05", 4), Count("2031-04", 1), Count("2031-02", 1)
    )  # fmt: skip
    assert lists.parts(replace(GAZETTE, parts="month")) == (
        Count("2031-06", 1), Count("2031-05", 3), Count("2031-02", 1)
    )  # fmt: skip
    assert lists.parts(replace(month("2031-05"), parts="day")) == (
        Count("2031-05-31", 1), Count("2031-05-03", 1), Count("2031-05-01", 2)
    )  # fmt: skip
    assert lists.parts(replace(month("2031-05", "gazette"), parts="day")) == (
        Count("2031-05-31", 1), Count("2031-05-01", 2)
    )  # fmt: skip
    assert lists.parts(ALL) == ()
    assert lists.outlets(["courier", "gazette", "herald"]) == (
        Count("courier", 2), Count("gazette", 5), Count("herald", 0)
    )  # fmt: skip


def test_neighbours_are_the_lists_that_hold_something(spring: Store) -> None:
    around = spring.lists.around
    assert around(month("2031-05")) == (month("2031-04"), month("2031-06"))
    assert around(month("2031-04")) == (month("2031-02"), month("2031-05"))
    assert around(month("2031-06"))[1] is None
    assert around(month("2031-05", "gazette")) == (
        month("2031-02", "gazette"), month("2031-06", "gazette")
    )  # fmt: skip
    assert around(month("2031-04", "courier")) == (None, month("2031-05", "courier"))
    assert around(day("2031-05-01")) == (day("2031-04-30"), day("2031-05-03"))
    assert around(day("2031-05-02")) == (day("2031-05-01"), day("2031-05-03"))
    assert around(day("2031-02-11"))[0] is None
    assert around(GAZETTE) == (None, None)


def test_a_story_is_told_from_its_beginning(spring: Store) -> None:
    spring.stories.grouped((id_of(name), "story") for name in ("rain", "ice", "fog"))
    story = ArticleList(kind="story", story="story", oldest_first=True)
    assert names(spring, story) == ["ice", "fog", "rain"]


def test_the_latest_stories_are_those_of_two_outlets(spring: Store) -> None:
    spring.stories.grouped((id_of(name), "first") for name in ("thaw", "tide"))
    spring.stories.grouped((id_of(name), "second") for name in ("rain", "fog"))
    spring.stories.grouped((id_of(name), "one-outlet") for name in ("wind", "swim"))
    found = [[article_id for article_id, _ in story] for story in spring.lists.stories(8)]
    assert found == [[id_of("fog"), id_of("rain")], [id_of("thaw"), id_of("tide")]]
    assert len(spring.lists.stories(1)) == 1
    assert spring.lists.stories(0) == []


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["keep", "move", "forget", "hold", "release", "zone"]),
        st.sampled_from(["tide", "fog", "rain", "ice"]),
        st.sampled_from(["gazette", "courier"]),
        st.integers(0, 60),
    ),
    max_size=25,
)


@given(ACTIONS)
def test_counts_are_those_of_the_articles_shown(actions: list[tuple[str, str, str, int]]) -> None:
    with closing(open_store(None)) as store:
        for action, name, source, days in actions:
            act(store, action, name, source, days)
        shown = store.lists.summaries("", [one for one, _ in store.lists.lines(ALL)])
        days_of = Counter(one.day for one in shown)
        months = Counter(one.day[:7] for one in shown)
        assert dict(as_pairs(store, replace(ALL, parts="day"))) == days_of
        assert dict(as_pairs(store, MONTHS)) == months
        for outlet in ("gazette", "courier"):
            own = [one for one in shown if one.source == outlet]
            of_outlet = ArticleList(kind="o", outlet=outlet, parts="month")
            assert store.lists.count(outlet) == len(own)
            assert dict(as_pairs(store, of_outlet)) == Counter(one.day[:7] for one in own)


def as_pairs(store: Store, article_list: ArticleList) -> list[tuple[str, int]]:
    return [(one.value, one.articles) for one in store.lists.parts(article_list)]


def act(store: Store, action: str, name: str, source: str, days: int) -> None:
    """One of the things that happen to articles."""
    article = id_of(name)
    known = store.articles.known(article)
    if action == "keep":
        published = NOON.replace(day=1 + days % 28, month=1 + days % 3)
        number = known.revision + 1 if known else 1
        keep(store, revision(name, source=source, number=number, published=published))
    elif action == "hold":
        item = Quarantined(
            kind="article", source=source, subject=article, url="", cause="?", version="1",
            since=NOON,
        )  # fmt: skip
        store.quarantine.put(item, at_once=days % 2 == 0)
    elif action == "release":
        store.quarantine.release()
    elif action == "zone":
        store.articles.count_days_in(
            f"zone {days}", lambda time: f"2031-0{1 + days % 3}-0{1 + days % 2}"
        )
    elif known and action == "move":
        store.articles.move(article, source)
    elif known:
        store.articles.forget(article)


CHANNEL = ArticleList(kind="channel", channel="all", sources=("courier", "gazette"))


def test_a_list_of_several_sources_is_in_one_order(spring: Store) -> None:
    fill(spring, ("dew", "herald", "2031-05-20 06:00"))
    assert CHANNEL.key == "channel:all"
    assert names(spring, CHANNEL) == NEWEST
    assert names(spring, replace(CHANNEL, limit=3)) == NEWEST[:3]
    assert names(spring, replace(CHANNEL, oldest_first=True, limit=2)) == ["ice", "thaw"]
    assert names(spring, replace(CHANNEL, sources=("herald",))) == ["dew"]


def test_how_many_are_older_than_a_list_that_is_cut_off(spring: Store) -> None:
    def older(**changes: object) -> int:
        shown = replace(CHANNEL, **{"page_size": 2, **changes})
        return spring.lists.older(shown, spring.lists.lines(shown))

    assert older(limit=3) == 4
    assert older(limit=3, sources=("gazette",)) == 2
    assert older(limit=7) == older(limit=99) == 0
    assert older(limit=2) == 0, "it has one page"
    assert older(limit=None) == 0


def test_articles_with_unlisted_titles_are_left_out_of_the_newest(spring: Store) -> None:
    keep(spring, revision("wind", source="gazette", number=2, title="Wind [live]"))
    shown = replace(CHANNEL, unlisted=(r"\[live\]$", "^nothing"), limit=3)
    assert names(spring, shown) == ["swim", "rain"]


def test_an_article_is_found_by_its_address_or_its_path(spring: Store) -> None:
    tide = id_of("tide")
    spring.paths.assign("git", tide, "pages/world/tide.md")
    assert spring.lists.find("git", spring.articles.origin(tide)[1] + "?utm_source=x") is not None
    for address in ("/pages/world/tide.md", spring.articles.origin(tide)[1]):
        found = spring.lists.find("git", address)
        assert found is not None and found[0] == tide
    assert spring.lists.find("web", "/pages/world/tide.md") is None
    assert spring.lists.find("git", "https://gazette.example/none") is None


def test_a_pick_is_found_by_the_address_that_led_to_it(spring: Store) -> None:
    short = "https://short.example/x"
    spring.entries.added(PICKS, [FeedEntry(url=short)], NOON)
    assert spring.lists.find("git", short) is None
    due = spring.entries.get(PICKS, "short.example/x")
    spring.entries.kept(due, id_of("tide"), Validators())
    found = spring.lists.find("git", short)
    assert found is not None and found[0] == id_of("tide")
