"""Which articles are in the lists on which their own pages depend."""

from __future__ import annotations

from collections.abc import Iterable

from mirrorpress.store.database import Database


class Members:
    """The room of members."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, edition: str, article_list: str) -> set[str]:
        """Ids of the members of a list."""
        rows = self._database.rows(
            "SELECT article FROM members WHERE edition = ? AND list = ?", edition, article_list
        )
        return {article for (article,) in rows}

    def change(
        self, edition: str, article_list: str, *, came: Iterable[str], left: Iterable[str]
    ) -> None:
        """Note which articles came into a list, and which left it."""
        for article in came:
            self._database.run(
                "INSERT OR IGNORE INTO members (edition, list, article) VALUES (?, ?, ?)",
                edition,
                article_list,
                article,
            )
        for article in left:
            self._database.run(
                "DELETE FROM members WHERE edition = ? AND list = ? AND article = ?",
                edition,
                article_list,
                article,
            )

    def lists_of(self, edition: str, article: str) -> frozenset[str]:
        """Keys of the lists of which an article is a member."""
        rows = self._database.rows(
            "SELECT list FROM members WHERE edition = ? AND article = ?", edition, article
        )
        return frozenset(key for (key,) in rows)
