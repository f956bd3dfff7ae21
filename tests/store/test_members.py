"""Members of lists: who came, and who left."""

from __future__ import annotations

from mirrorpress.store import Store

TIDE, FOG = "abcd2345efgh", "bbcd2345efgh"


def test_who_came_and_who_left(store: Store) -> None:
    members = store.members
    members.change("git", "kept:a", came=[TIDE, FOG], left=[])
    members.change("git", "coded:a", came=[FOG], left=[TIDE])
    assert members.of("git", "kept:a") == {TIDE, FOG}
    assert members.lists_of("git", FOG) == {"kept:a", "coded:a"}
    members.change("git", "kept:a", came=[FOG], left=[TIDE])
    assert members.of("git", "kept:a") == {FOG}
    assert members.lists_of("git", TIDE) == members.lists_of("web", FOG) == frozenset()


def test_another_layout_starts_without_members(store: Store) -> None:
    store.editions.begin("git", "x")
    store.paths.use_layout("git", "markdown.channels")
    store.members.change("git", "kept:a", came=[TIDE], left=[])
    store.paths.use_layout("git", "markdown.archive")
    assert store.members.lists_of("git", TIDE) == frozenset()
