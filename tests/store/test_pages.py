"""Pages of articles: the last reading of each, within a limit of size; the oldest go first."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mirrorpress.model import FeedEntry, Media, Page
from mirrorpress.store import Store, open_store
from mirrorpress.store.pages import MAX_SIZE, STEP, PackedPage, pack, unpack
from mirrorpress.store.schema import MIGRATIONS
from mirrorpress.store.store import FILE
from store.samples import NOON, address, id_of, instructions, keep, revision

LIMIT = 10_000_000
BEFORE = next(at for at, text in enumerate(MIGRATIONS) if "TABLE pages" in text)
TIDE, FOG, RAIN = (id_of(name) for name in ("tide", "fog", "rain"))


def packed(size: int = 1000, name: str = "tide") -> PackedPage:
    """A page that has so many bytes in the store."""
    return PackedPage(
        url=address(name), charset=None, fetched=NOON, content=bytes(size), entry=None
    )


def rows_size(store: Store) -> int:
    """The size of all pages, counted row by row."""
    row = store._database.row(
        "SELECT coalesce(sum(length(content) + coalesce(length(entry), 0)), 0) FROM pages"
    )
    assert row is not None
    return int(row[0])


def test_pages_come_back_as_they_were_fetched(store: Store) -> None:
    first = Page(
        url=address("tide"),
        requested=address("tide"),
        body=b"<h1>\xb3\xb1</h1>" * 99,
        charset="gbk",
        fetched=NOON,
    )
    second = Page(url=address("tide_2"), requested=address("tide_2"), body=b"", fetched=NOON)
    entry = FeedEntry(
        url=address("tide"),
        title="涨潮了",
        authors=("A. Reed", "B. Mole"),
        published=NOON + timedelta(hours=1),
        media=(Media(url="https://img.example/pier.jpg", type="image/jpeg"),),
    )
    pages = (pack(first, entry), pack(second))
    store.pages.keep(TIDE, pages, limit=LIMIT)
    assert store.pages.of(TIDE) == pages
    assert [unpack(one) for one in store.pages.of(TIDE)] == [(first, entry), (second, FeedEntry())]
    assert 0 < store.pages.size() < len(first.body)
    assert store.pages.size() == rows_size(store)
    assert store.pages.of(FOG) == ()


@settings(max_examples=20)
@given(st.binary(max_size=300), st.text(max_size=50), st.none() | st.text(max_size=9))
def test_whatever_a_page_and_its_entry_hold(body: bytes, title: str, charset: str | None) -> None:
    page = Page(url="u", requested="u", body=body, charset=charset, fetched=NOON)
    assert unpack(pack(page, FeedEntry(title=title or None))) == (
        page,
        FeedEntry(title=title or None),
    )


def test_half_a_character_in_an_entry_is_replaced() -> None:
    page = Page(url="u", requested="u", body=b"", fetched=NOON)
    assert unpack(pack(page, FeedEntry(title="cut \ud83d")))[1].title == "cut \ufffd"


def test_the_last_reading_takes_the_place_of_the_one_before(store: Store) -> None:
    store.pages.keep(TIDE, (packed(10), packed(20), packed(30)), limit=LIMIT)
    for _ in range(2):  # a write may run twice
        store.pages.keep(TIDE, (packed(5),), limit=LIMIT)
        assert [one.size for one in store.pages.of(TIDE)] == [5]
        assert store.pages.size() == rows_size(store) == 5
    store.pages.keep(TIDE, (), limit=LIMIT)
    assert store.pages.of(TIDE) == ()
    assert store.pages.size() == 0


def test_pages_of_an_article_that_are_too_large_are_not_kept(store: Store) -> None:
    store.pages.keep(TIDE, (packed(MAX_SIZE),), limit=LIMIT)
    assert store.pages.size() == MAX_SIZE
    store.pages.keep(TIDE, (packed(MAX_SIZE), packed(1)), limit=LIMIT)
    assert store.pages.of(TIDE) == ()
    store.pages.keep(FOG, (packed(100),), limit=100)
    store.pages.keep(RAIN, (packed(101),), limit=100)
    assert store.pages.articles() == (FOG,)


def test_the_articles_whose_pages_were_stored_first_make_room(store: Store) -> None:
    for name in (TIDE, FOG, RAIN):
        store.pages.keep(name, (packed(20), packed(20)), limit=120)
    store.pages.keep(TIDE, (packed(20), packed(20)), limit=120)  # read again: the newest
    assert set(store.pages.articles()) == {TIDE, FOG, RAIN}
    store.pages.keep(id_of("snow"), (packed(1),), limit=120)
    assert set(store.pages.articles()) == {TIDE, RAIN, id_of("snow")}
    assert store.pages.size() == rows_size(store) == 81


def test_the_limit_holds_whatever_is_stored(store: Store) -> None:
    dice = random.Random(5)
    for _ in range(300):
        name = f"{dice.randrange(40)}"
        sizes = [dice.randrange(60) for _ in range(dice.randrange(4))]
        store.pages.keep(name, [packed(size) for size in sizes], limit=1000)
        assert store.pages.size() == rows_size(store) <= 1000
        assert [one.size for one in store.pages.of(name)] == sizes
    assert store.pages.size() > 800


def test_a_lower_limit_is_reached_in_steps(store: Store) -> None:
    count = STEP + 50
    for number in range(count):
        store.pages.keep(f"{number:04}", (packed(10),), limit=LIMIT)
    store.pages.keep(TIDE, (packed(10),), limit=0)
    assert store.pages.articles()[0] == f"{STEP:04}"
    assert store.pages.size() == 10 * (count - STEP)
    store.pages.keep(TIDE, (packed(10),), limit=0)
    assert store.pages.size() == rows_size(store) == 0


def test_what_does_not_fit_yet_is_not_kept(store: Store) -> None:
    for number in range(STEP + 50):
        store.pages.keep(f"{number:04}", (packed(10),), limit=LIMIT)
    store.pages.keep(TIDE, (packed(10),), limit=100)
    assert store.pages.of(TIDE) == ()
    store.pages.keep(TIDE, (packed(10),), limit=100)
    assert [one.size for one in store.pages.of(TIDE)] == [10]
    assert store.pages.size() == 100


def test_pages_go_with_their_article(store: Store) -> None:
    for name in ("tide", "fog"):
        keep(store, revision(name))
        store.pages.keep(id_of(name), (packed(7), packed(8)), limit=LIMIT)
    store.stories.mark_grouped(FOG)
    store.articles.forget(TIDE)
    store.articles.forget(FOG)  # stays, for it was seen
    assert store.pages.articles() == (FOG,)
    assert store.pages.size() == 15
    store.pages.drop(FOG)
    assert store.pages.size() == 0


def test_an_article_that_its_outlet_withdrew_keeps_its_pages(store: Store) -> None:
    """Its text stays on our page, so that a better extractor is of use."""
    keep(store, revision("tide"))
    store.pages.keep(TIDE, (packed(7),), limit=LIMIT)
    store.articles.withdraw(TIDE, NOON)
    assert store.pages.articles() == (TIDE,)


def test_a_write_that_is_taken_back_counts_nothing(store: Store) -> None:
    store.pages.keep(FOG, (packed(7),), limit=LIMIT)
    with pytest.raises(KeyError), store.transaction():
        store.pages.keep(TIDE, (packed(9),), limit=10)
        raise KeyError
    assert store.pages.size() == rows_size(store) == 7


def test_articles_are_listed_in_parts(store: Store) -> None:
    for name in ("c", "a", "d", "b"):
        store.pages.keep(name, (packed(1), packed(1)), limit=LIMIT)
    assert store.pages.articles(limit=3) == ("a", "b", "c")
    assert store.pages.articles(after="c", limit=3) == ("d",)
    assert store.pages.articles(after="d") == ()


def test_a_page_costs_the_same_whatever_is_stored(store: Store) -> None:
    def work_at(articles: int) -> int:
        limit = 10 * articles
        for number in range(articles):
            store.pages.keep(f"{number:04}", (packed(10),), limit=limit)
        return instructions(store, lambda: store.pages.keep(TIDE, (packed(10),), limit=limit))

    few = work_at(10)
    assert work_at(1000) < 2 * few


def test_an_older_store_has_no_pages_so_far(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as old:
        old.create_function("inflated", 1, lambda data: None)
        old.executescript(";".join(MIGRATIONS[:BEFORE]) + f"; PRAGMA user_version = {BEFORE};")
        old.execute(
            "INSERT INTO articles (id, source, url, day, published, shown, title, summary, "
            "revision, sha256, change) VALUES (?, 'gazette', 'u', '2031-05-04', 0, "
            "'2031-05-04T00:00:00+00:00', 'T', '', 1, '', 1)",
            (TIDE,),
        )
        old.commit()
    with closing(open_store(tmp_path)) as store:
        assert store.pages.articles() == ()
        assert store.pages.size() == 0
        store.pages.keep(TIDE, (packed(7),), limit=LIMIT)
        store.articles.forget(TIDE)
        assert store.pages.size() == rows_size(store) == 0


def test_first_pages_come_newest_first(store: Store) -> None:
    for name in ("tide", "fog", "rain"):
        pages = (packed(10, name), packed(10, f"{name}_2"))
        store.pages.keep(id_of(name), pages, limit=LIMIT)
    newest = store.pages.newest(limit=2)
    assert [(page.url, page.fetched) for page in newest] == [
        (address("rain"), NOON),
        (address("fog"), NOON),
    ]
    assert [page.article for page in store.pages.newest(before=newest[-1].stored)] == [TIDE]
