"""Folders are filled no further than hosts show."""

from __future__ import annotations

from mirrorpress.store import Store
from mirrorpress.store.folders import MOST_FILES


def test_the_file_that_is_too_many_goes_to_the_next_folder(store: Store) -> None:
    taken = [store.folders.take("articles/2031/05/04") for _ in range(2 * MOST_FILES + 1)]
    assert MOST_FILES == 890
    assert set(taken[:890]) == {"articles/2031/05/04"}
    assert set(taken[890:1780]) == {"articles/2031/05/04-2"}
    assert taken[1780:] == ["articles/2031/05/04-3"]
    assert store.folders.take("articles/2031/05/05") == "articles/2031/05/05"
