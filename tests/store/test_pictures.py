"""Pictures: stored once, tried a few times, and told to every article that shows them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mirrorpress.store import Store
from mirrorpress.store.pictures import PictureState
from mirrorpress.store.retries import Retry
from store.samples import NOON, id_of, keep, picture, revision

PIER, QUAY = "https://img.example/pier.jpg", "https://img.example/quay.jpg"


def fail(store: Store, url: str, *, final: bool = False, article: str = "a") -> None:
    store.pictures.failed(url, "no answer", final=final, source="gazette", article=article)


def test_nothing_is_known_of_a_picture_at_first(store: Store) -> None:
    assert store.pictures.state(PIER, NOON) == PictureState(None, decided=False)
    assert store.pictures.of([PIER]) == {}
    with pytest.raises(KeyError):
        store.pictures.content("0" * 64)


def test_equal_pictures_are_stored_once(store: Store) -> None:
    new = picture(b"one and the same")
    for url in (PIER, QUAY):
        store.pictures.keep(url, new, source="gazette", article="a")
    assert store.pictures.of([QUAY, PIER, "https://img.example/none"]) == {
        QUAY: new.asset,
        PIER: new.asset,
    }
    assert store.pictures.content(new.asset.id) == b"one and the same"
    assert store.pictures.state(PIER, NOON) == PictureState(new.asset.id, decided=True)


def test_a_picture_that_cannot_be_fetched_waits_for_its_next_try(store: Store) -> None:
    fail(store, PIER)
    assert store.pictures.missing("gazette", NOON) == ((PIER, "a"),)
    later = Retry(failures=2, since=NOON, next_try=NOON + timedelta(minutes=5))
    store.retries.put("picture", "gazette", PIER, later)
    assert store.pictures.state(PIER, NOON) == PictureState(None, decided=True)
    assert store.pictures.missing("gazette", NOON) == ()
    assert store.pictures.missing("gazette", NOON + timedelta(minutes=5)) == ((PIER, "a"),)
    assert store.pictures.missing_count("gazette") == 1


def test_a_picture_that_is_none_is_not_tried_again(store: Store) -> None:
    fail(store, PIER, final=True)
    fail(store, QUAY)
    assert store.pictures.state(PIER, NOON).decided
    assert store.pictures.missing("gazette", NOON) == ((QUAY, "a"),)
    assert store.pictures.missing("courier", NOON) == ()


def test_a_picture_that_comes_late_is_missing_no_more(store: Store) -> None:
    fail(store, PIER)
    new = picture(b"late")
    store.pictures.keep(PIER, new, source="gazette", article="a")
    assert store.pictures.missing("gazette", NOON) == ()
    assert store.pictures.state(PIER, NOON) == PictureState(new.asset.id, decided=True)


def test_a_picture_that_comes_late_changes_every_article_that_shows_it(store: Store) -> None:
    keep(store, revision("tide", pictures=(PIER, QUAY)))
    keep(store, revision("fog", pictures=(PIER,)))
    keep(store, revision("rain", pictures=(QUAY,)))
    for name in ("tide", "fog", "rain"):
        store.stories.mark_grouped(id_of(name))
    before = store.changes.current()
    store.pictures.keep(PIER, picture(b"late"), source="gazette", article=id_of("fog"))
    assert set(store.articles.changed_since(before)) == {id_of("tide"), id_of("fog")}
    assert store.stories.ungrouped() == ()


def test_a_picture_that_no_article_shows_changes_nothing(store: Store) -> None:
    keep(store, revision("tide"))
    before = store.changes.current()
    store.pictures.keep(PIER, picture(b"unseen"), source="gazette", article=id_of("tide"))
    assert store.changes.current() == before
