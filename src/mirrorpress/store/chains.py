"""Which events of a running story follow which: see `group.chains`.

A link is from the first report of an event, a story or one report alone, to the last report of the
story before it. So it stays right when stories are joined, divided or named otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable

from mirrorpress.store.changes import Changes
from mirrorpress.store.database import Database

MAX_LATER = 12  # events that a story's page names as following it


class Chains:
    """The room of running stories."""

    def __init__(self, database: Database, changes: Changes) -> None:
        self._database = database
        self._changes = changes

    def follow(self, found: Iterable[tuple[str, str | None]]) -> None:
        """Note what events follow, by the first report of each.

        The pages of both events change with it.
        """
        for article_id, earlier in found:
            known = list(
                self._database.rows(
                    "SELECT f.article, f.earlier FROM follows AS f WHERE f.article = ?1 "
                    "OR f.article IN (SELECT id FROM articles WHERE story = "
                    "(SELECT story FROM articles WHERE id = ?1))",
                    article_id,
                )
            )
            wanted = [] if earlier is None else [(article_id, earlier)]
            if known == wanted:
                continue
            for one, _ in known:
                self._database.run("DELETE FROM follows WHERE article = ?", one)
            for one, before in wanted:
                self._database.run("INSERT INTO follows VALUES (?, ?)", one, before)
            self._touch(article_id, *(before for _, before in (*known, *wanted)))

    def before(self, article_id: str) -> tuple[str, str, int] | None:
        """The story that the event of an article follows, its first report, and its change."""
        row = self._database.row(
            "SELECT e.story FROM follows AS f JOIN articles AS e ON e.id = f.earlier "
            "JOIN articles AS a ON a.id = f.article WHERE (a.id = ?1 OR a.story = "
            "(SELECT story FROM articles WHERE id = ?1)) AND e.story IS NOT a.story "
            "AND e.story IS NOT NULL ORDER BY a.published, a.id LIMIT 1",
            article_id,
        )
        first = row and self._database.row(
            "SELECT story, id, change FROM shown_articles WHERE story = ? "
            "ORDER BY published, id LIMIT 1",
            row[0],
        )
        return (first[0], first[1], first[2]) if first else None

    def after(self, story: str) -> list[tuple[str, int]]:
        """The first reports of the events that follow a story, with their changes; a dozen."""
        rows = self._database.rows(
            "SELECT a.id, a.change FROM articles AS e JOIN follows AS f ON f.earlier = e.id "
            "JOIN shown_articles AS a ON a.id = f.article "
            "WHERE e.story = ?1 AND a.story IS NOT ?1 ORDER BY a.published, a.id LIMIT ?2",
            story,
            MAX_LATER,
        )
        return [(article_id, change) for article_id, change in rows]

    def touch_around(self, article_id: str) -> None:
        """Count as changed what names the event of an article that changed, or is gone.

        The story before it; where the article is the first report of its own, the stories after it.
        """
        earlier = self._database.rows("SELECT earlier FROM follows WHERE article = ?", article_id)
        later = self._database.rows(
            "SELECT f.article FROM articles AS e JOIN follows AS f ON f.earlier = e.id "
            "JOIN articles AS a ON a.id = f.article WHERE a.story IS NOT NULL AND e.story = "
            "(SELECT story FROM articles WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM articles AS b "
            "WHERE b.story = articles.story AND (b.published, b.id) < "
            "(articles.published, articles.id)))",
            article_id,
        )
        self._touch(*(one for (one,) in (*earlier, *later)))

    def touch_after(self, article_id: str) -> None:
        """Count as changed what follows an article that is in another story now."""
        rows = self._database.rows("SELECT article FROM follows WHERE earlier = ?", article_id)
        self._touch(*[one for (one,) in rows])

    def _touch(self, *article_ids: str) -> None:
        """Count articles as changed, so that the pages of their stories are looked at."""
        for article_id in dict.fromkeys(article_ids):
            self._database.run(
                "UPDATE articles SET change = ? WHERE id = ?", self._changes.next(), article_id
            )
