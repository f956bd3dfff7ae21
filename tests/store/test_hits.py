"""What is read most: by counts where there are any, else by how many outlets report it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from mirrorpress.store import Store, open_store
from mirrorpress.store.hits import PERIOD_TOTAL
from mirrorpress.store.schema import MIGRATIONS
from mirrorpress.store.store import FILE
from store.samples import NOON, id_of, keep, revision

BEFORE = next(at for at, text in enumerate(MIGRATIONS) if "TABLE hit_logs" in text)


def fill(store: Store, *articles: tuple[str, str, float]) -> None:
    """Keep articles given as name, source and hours after noon."""
    for name, source, hours in articles:
        published = NOON + timedelta(hours=hours)
        keep(store, revision(name, source=source, published=published))


def day(days: int) -> str:
    return (NOON + timedelta(days=days)).date().isoformat()


def hottest(store: Store, limit: int | None = None) -> list[str]:
    names = {id_of(name): name for name in ("tide", "fog", "rain", "ice", "wind")}
    return [names[article_id] for article_id, _ in store.hits.hottest(limit, filled=True)]


def test_the_most_read_of_a_week_come_first(store: Store) -> None:
    fill(store, ("tide", "gazette", 0), ("fog", "gazette", 1), ("rain", "gazette", 2))
    store.hits.keep(
        {
            (day(0), id_of("tide")): 6,
            (day(-6), id_of("tide")): 4,
            (day(0), id_of("fog")): 9,
            (day(-7), id_of("fog")): 90,
        }
    )
    assert hottest(store, 2) == ["tide", "fog"]


def test_counts_under_the_threshold_are_not_shown(store: Store) -> None:
    fill(store, ("tide", "gazette", 0), ("fog", "gazette", 1))
    store.hits.keep({(day(0), id_of("tide")): 4, (day(-1), id_of("fog")): 5})
    assert hottest(store, 1) == ["fog"]


def test_a_file_may_be_brought_twice(store: Store) -> None:
    fill(store, ("tide", "gazette", 0), ("fog", "gazette", 1))
    for _ in range(3):
        store.hits.keep({(day(0), id_of("tide")): 5, (day(0), id_of("fog")): 7})
    store.hits.keep({(day(0), id_of("tide")): 8})
    assert hottest(store, 2) == ["tide", "fog"]


def test_old_counts_and_counts_of_unknown_articles_say_nothing(store: Store) -> None:
    fill(store, ("tide", "gazette", 0), ("fog", "gazette", 24 * 20))
    store.hits.keep({(day(0), id_of("tide")): 50, (day(0), "zzzz2222zzzz"): 99})
    assert hottest(store, 1) == ["fog"]
    store.hits.keep({(day(6), id_of("tide")): 50})
    assert hottest(store, 1) == ["tide"]


def test_without_counts_by_outlets_and_freshness_then_by_time(store: Store) -> None:
    fill(
        store,
        ("tide", "gazette", -30), ("fog", "courier", -29), ("rain", "herald", -28),
        ("ice", "gazette", 0), ("wind", "courier", 1),
    )  # fmt: skip
    store.stories.grouped(
        [(id_of(name), "storm") for name in ("tide", "fog", "rain")]
        + [(id_of(name), "frost") for name in ("ice", "wind")]
    )
    # Three outlets and a day old: 3 / 2; two outlets today: 2 / 1.
    assert hottest(store, 2) == ["ice", "tide"]
    assert hottest(store) == ["ice", "tide", "wind", "rain", "fog"]


def test_only_a_filled_list_has_what_nobody_read_or_reported(store: Store) -> None:
    fill(store, ("tide", "gazette", 0), ("fog", "gazette", 1))
    assert store.hits.hottest(9) == []
    store.hits.keep({(day(0), id_of("tide")): 6})
    assert [article_id for article_id, _ in store.hits.hottest(9)] == [id_of("tide")]


def test_an_empty_store_has_none(store: Store) -> None:
    assert hottest(store) == []


def views(store: Store) -> dict[str, int]:
    names = {id_of(name): name for name in ("tide", "fog")}
    return {names[one.id]: one.views for one in store.hits.most_read(None, 1)}


def test_of_several_totals_the_largest_counts(store: Store) -> None:
    fill(store, ("tide", "gazette", 0))
    tide = id_of("tide")
    assert store.hits.keep({(day(0), tide): 5, (day(1), tide): 2}) == 2
    assert store.hits.keep({(day(0), tide): 4, (day(1), tide): 2}) == 0
    assert store.hits.keep({(day(0), tide): 8}) == 1
    assert views(store) == {"tide": 10}


def test_logs_add_up_and_a_log_that_grew_does_not(store: Store) -> None:
    fill(store, ("tide", "gazette", 0))
    key, head = (day(0), id_of("tide")), b"line 1\nline 2\n"
    first = store.hits.log(head, day(0))
    store.hits.keep({key: 5}, first)
    grown = store.hits.log(head + b"line 3\n", day(0))
    store.hits.keep({key: 6}, grown)
    other = store.hits.log(b"line 4\n", day(0))
    store.hits.keep({key: 4}, other)
    assert (grown, other) == (first, first + 1)
    assert store.hits.log(head, day(0)) == first
    store.hits.keep({key: 30})  # totals of another host
    assert views(store) == {"tide": 40}


def test_totals_of_periods_do_not_add_up(store: Store) -> None:
    """Each day's answer of GitHub counts the last fourteen days."""
    fill(store, ("tide", "gazette", 0), ("fog", "gazette", 1))
    for days, count in enumerate((40, 42, 41)):
        store.hits.keep({(day(days), id_of("tide")): count}, PERIOD_TOTAL)
    store.hits.keep({(day(0), id_of("tide")): 3, (day(2), id_of("fog")): 2}, 1)
    assert views(store) == {"tide": 45, "fog": 2}


def test_beginnings_of_logs_are_bounded_and_those_in_use_stay(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mirrorpress.store.hits.MAX_LOGS", 3)
    numbers = []
    for days in range(6):
        assert store.hits.log(b"the log that is never rotated", day(days)) == 1
        numbers.append(store.hits.log(f"log of day {days}".encode(), day(days)))
    assert numbers == [2, 3, 4, 5, 6, 7]
    assert store._database.row("SELECT count(*) FROM hit_logs") == (3,)


def test_the_number_of_a_forgotten_log_is_not_given_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mirrorpress.store.hits.MAX_LOGS", 2)
    days = (8, 9, 0, 7)  # the third is so old that it is forgotten at once
    numbers = [store.hits.log(f"log of day {one}".encode(), day(one)) for one in days]
    assert numbers == [1, 2, 3, 4]


def test_a_digest_of_a_log_is_short(store: Store) -> None:
    """One that is long would confirm a guess of which address asked for what."""
    store.hits.log(b'192.0.2.7 - - [04/May/2031:12:00:00 +0000] "GET /a.md HTTP/1.1" 200 1', day(0))
    row = store._database.row("SELECT digest FROM hit_logs")
    assert row is not None
    assert len(row[0]) == 8


def test_counts_long_past_are_not_kept(store: Store) -> None:
    fill(store, ("tide", "gazette", 0))
    tide = id_of("tide")
    assert store.hits.keep({(day(0), tide): 5, (day(-500), tide): 5}) == 1
    assert store.hits.keep({(day(-500), tide): 5}) == 0
    store.hits.keep({(day(500), tide): 5})
    assert store._database.row("SELECT count(*) FROM hits") == (1,)


def test_pages_of_any_edition_are_of_an_article(store: Store) -> None:
    fill(store, ("tide", "gazette", 0))
    assert (store.hits.depth(), store.hits.article_at("a/tide.md")) == (0, None)
    for edition, path in (("git", "a/tide.md"), ("web", "b/c/tide.html")):
        store.editions.begin(edition, "fingerprint")
        store.paths.assign(edition, id_of("tide"), path)
        assert store.hits.article_at(path) == id_of("tide")
    store.paths.assign_further("git", id_of("tide"), "pages/old/t1.md")
    assert store.hits.article_at("pages/old/t1.md") == id_of("tide"), "of an imported mirror"
    store.paths.assign("web", "id of a picture", "b/c/d/tide.webp")
    assert store.hits.depth() == 4
    assert store.hits.article_at("b/c/d/tide.webp") is None
    assert store.hits.article_at("tide.md") is None


def test_counts_of_an_older_store_stay(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as old:
        old.create_function("inflated", 1, lambda data: None)
        old.executescript(";".join(MIGRATIONS[:BEFORE]) + f"; PRAGMA user_version = {BEFORE};")
        old.execute("INSERT INTO hits VALUES (?, ?, 7)", (day(0), id_of("tide")))
        old.commit()
    with closing(open_store(tmp_path)) as store:
        fill(store, ("tide", "gazette", 0))
        assert views(store) == {"tide": 7}
        assert store.hits.keep({(day(0), id_of("tide")): 7}) == 0
