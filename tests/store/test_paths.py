"""Paths: assigned once, one subject each, and folders filled no further than asked."""

from __future__ import annotations

import pytest

from mirrorpress.store import Store
from store.samples import instructions, last_of

TIDE, FOG = "abcd2345efgh", "f" * 64


def test_a_path_is_of_one_edition(store: Store) -> None:
    assert store.paths.of("web", TIDE) is None
    store.paths.assign("web", TIDE, "a/tide.html")
    store.paths.assign("git", TIDE, "tide.md")
    assert (store.paths.of("web", TIDE), store.paths.of("git", TIDE)) == ("a/tide.html", "tide.md")
    assert store.paths.of("web", FOG) is None


def test_two_subjects_cannot_have_one_path(store: Store) -> None:
    store.paths.assign("web", TIDE, "a/tide.html")
    with pytest.raises(ValueError, match="belongs to abcd2345efgh already"):
        store.paths.assign("web", FOG, "a/tide.html")
    assert store.paths.of("web", FOG) is None


def test_another_layout_starts_without_paths(store: Store) -> None:
    store.editions.begin("web", "x")
    store.paths.use_layout("web", "web.site")
    store.paths.assign("web", TIDE, "a/tide.html")
    store.paths.next_number("web", "a")
    store.paths.assign("git", TIDE, "tide.md")
    store.paths.use_layout("web", "web.site")
    assert store.paths.of("web", TIDE) == "a/tide.html"
    store.paths.use_layout("web", "web.other")
    assert store.paths.of("web", TIDE) is None
    assert store.paths.of("git", TIDE) == "tide.md"
    assert store.paths.next_number("web", "a") == 1


def test_paths_of_a_series_are_counted_in_each_edition(store: Store) -> None:
    assert [store.paths.next_number("git", "articles/tide") for _ in range(3)] == [1, 2, 3]
    assert store.paths.next_number("git", "articles/fog") == 1
    assert store.paths.next_number("other", "articles/tide") == 1


def test_the_cost_of_new_paths_does_not_grow(store: Store) -> None:
    few = last_of(store, 20)
    cost = instructions(store, lambda: store.paths.missing("git", few))
    many = last_of(store, 200)
    assert instructions(store, lambda: store.paths.missing("git", many)) <= cost + 20
