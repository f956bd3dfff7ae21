"""Which articles are in the lists on which their pages depend, while an edition is rendered.

What changed is stored only once the edition is rendered: a run that is cut off finds it again.
"""

from __future__ import annotations

from collections.abc import Iterable

from mirrorpress.model import ArticleList, TrackedList
from mirrorpress.store import Store


class TrackedMembers:
    """The members of the tracked lists of one edition."""

    def __init__(self, store: Store, edition: str) -> None:
        self._store = store
        self._edition = edition
        self._came: dict[str, set[str]] = {}  # ids, by key of the list
        self._left: dict[str, set[str]] = {}

    def look(self, lists: Iterable[TrackedList]) -> set[str]:
        """Compare lists with what they were when the edition was rendered last; who moved."""
        for tracked in lists:
            key = tracked.article_list.key
            now = self._now(tracked.article_list)
            if tracked.forever:  # its members are as many as the archive has
                self._came[key] = {one for one in now if key not in self._stored(one)}
                self._left[key] = set()
            else:
                before = self._store.members.of(self._edition, key)
                self._came[key], self._left[key] = now - before, before - now
        return set().union(*self._came.values(), *self._left.values())

    def _now(self, article_list: ArticleList) -> set[str]:
        lists = self._store.lists
        found = (line for _, line in lists.looked_up(self._edition, article_list))
        return {article_id for article_id, _ in (*lists.lines(article_list), *found)}

    def lists_of(self, article_id: str) -> frozenset[str]:
        """Keys of the lists of which an article is a member now."""
        stored = self._stored(article_id)
        came = {key for key, ids in self._came.items() if article_id in ids}
        return frozenset(
            key for key in stored | came if article_id not in self._left.get(key, set())
        )

    def _stored(self, article_id: str) -> frozenset[str]:
        return self._store.members.lists_of(self._edition, article_id)

    def keep(self) -> None:
        """Store what changed."""
        for key, came in self._came.items():
            self._store.members.change(self._edition, key, came=came, left=self._left[key])
