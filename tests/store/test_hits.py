"""What is read most: by counts where there are any, else by how many outlets report it."""

from __future__ import annotations

from datetime import timedelta

from mirrorpress.store import Store
from store.samples import NOON, id_of, keep, revision


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
    store.articles.grouped(
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
