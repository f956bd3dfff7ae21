"""Items that are left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mirrorpress.store import Quarantined, Store
from store.samples import NOON, entry, keep, picture, revision

ITEM = Quarantined(
    kind="entry",
    source="gazette",
    subject="gazette.example/tide",
    url="https://gazette.example/tide",
    cause="mirrorpress failed on it (KeyError); please report it",
    trace="blocks.py:12 block",
    version="1.0",
    since=NOON,
)


def test_a_fault_is_held_at_once_and_a_time_out_at_the_second(store: Store) -> None:
    quarantine = store.quarantine
    assert quarantine.put(ITEM, at_once=True)
    late = replace(ITEM, subject="late")
    assert not quarantine.put(late, at_once=False)
    assert quarantine.items(held=False) == (replace(late, strikes=1, held=False),)
    assert quarantine.put(late, at_once=False)
    assert [item.strikes for item in quarantine.items()] == [1, 2]


def test_what_worked_is_forgotten(store: Store) -> None:
    store.quarantine.put(ITEM, at_once=True)
    store.quarantine.clear("entry", "gazette", ITEM.subject)
    assert store.quarantine.items() == ()


def test_another_version_tries_again(store: Store) -> None:
    store.quarantine.put(ITEM, at_once=True)
    assert store.quarantine.release(keep_version="1.0") == 0
    assert store.quarantine.release(keep_version="1.1") == 1
    assert store.quarantine.items() == ()


def test_a_held_entry_is_not_due_until_it_is_added_by_hand(store: Store) -> None:
    store.entries.listed("gazette", [entry("tide"), entry("fog")], NOON)
    (tide,) = [key for key in store.entries.due("gazette", NOON) if "tide" in key]
    store.quarantine.put(replace(ITEM, subject=tide), at_once=True)
    assert tide not in store.entries.due("gazette", NOON)
    store.entries.added("gazette", [entry("tide")], NOON)
    assert tide in store.entries.due("gazette", NOON)


def test_a_held_picture_is_not_asked_for(store: Store) -> None:
    url = "https://gazette.example/tide.jpg"
    article = keep(store, revision("tide", pictures=(url,)))
    store.pictures.failed(url, "no answer", final=False, source="gazette", article=article)
    assert store.pictures.missing("gazette", NOON) == ((url, article),)
    store.quarantine.put(replace(ITEM, kind="picture", subject=url), at_once=True)
    assert store.pictures.missing("gazette", NOON) == ()
    assert store.pictures.state(url, NOON).decided


def test_a_held_article_stands_in_no_list_and_comes_back(store: Store) -> None:
    tide, fog = keep(store, revision("tide")), keep(store, revision("fog"))
    before = store.changes.current()
    store.quarantine.put(replace(ITEM, kind="article", subject=tide), at_once=True)
    assert list(store.articles.changed_since(0)) == [fog]
    assert store.stories.ungrouped() == (fog,)
    store.quarantine.release()
    assert list(store.articles.changed_since(before)) == [tide]


def test_a_part_of_a_transaction_is_taken_back_alone(store: Store) -> None:
    with store.transaction():
        keep(store, revision("tide"))
        with pytest.raises(KeyError), store.savepoint():
            keep(store, revision("fog"))
            store.pictures.keep("https://a.example/x", picture(b"x"), source="a", article="b")
            raise KeyError("fog")
    assert store.articles.count() == 1
