"""Which articles are of one story, and what became of stories that have no articles any more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from mirrorpress.model import GroupCandidate
from mirrorpress.store.chains import Chains
from mirrorpress.store.changes import Changes
from mirrorpress.store.database import Database

# The place of a report among those of its source in a story.
_PLACE = "row_number() OVER (PARTITION BY source ORDER BY published, id) AS place"
MAX_OTHERS = 12  # reports of other outlets that an article's page lists; its story lists all


class Stories:
    """The room of stories."""

    def __init__(self, database: Database, changes: Changes) -> None:
        self._database = database
        self._changes = changes
        self.chains = Chains(database, changes)

    def ungrouped(self) -> tuple[str, ...]:
        """Articles that step 5 has not seen, in order of publication."""
        rows = self._database.rows(
            "SELECT id FROM shown_articles WHERE grouped = 0 ORDER BY published, id"
        )
        return tuple(article_id for (article_id,) in rows)

    def mark_grouped(self, article_id: str) -> None:
        """Note that step 5 has seen an article."""
        self._database.run("UPDATE articles SET grouped = 1 WHERE id = ?", article_id)

    def candidates(self, start: datetime, end: datetime, version: int) -> list[GroupCandidate]:
        """The articles published in a span of time, oldest first.

        Those whose features are stored in that version come with these instead of their text.
        """
        rows = self._database.rows(
            "SELECT id, source, published, iif(data IS NULL, title, ''), "
            "iif(data IS NULL, summary, ''), language, story, coalesce(data, x'') "
            "FROM shown_articles LEFT JOIN group_features ON article = id AND version = ? "
            "WHERE published BETWEEN ? AND ? ORDER BY published, id",
            version,
            int(start.timestamp()),
            int(end.timestamp()),
        )
        return [
            GroupCandidate(
                id=row[0],
                source=row[1],
                published=datetime.fromtimestamp(row[2], UTC),
                title=row[3],
                text=row[4],
                language=row[5],
                story=row[6],
                features=row[7],
            )
            for row in rows
        ]

    def keep_features(self, article_id: str, version: int, features: bytes) -> None:
        """Store what grouping compares an article by, until its next revision."""
        self._database.run(
            "INSERT OR REPLACE INTO group_features (article, version, data) VALUES (?, ?, ?)",
            article_id,
            version,
            features,
        )

    def grouped(self, stories: Iterable[tuple[str, str | None]]) -> None:
        """Note which story each article belongs to; the pages of all its reports change with it.

        The pages of a story that has no reports left lead to where they are now.
        """
        left: dict[str, list[str]] = {}
        for article_id, story in stories:
            before = self.touch(article_id, unless=story)
            if before is not None and before != story:
                self.depart(article_id)
                left.setdefault(before, []).append(article_id)
            self._database.run("UPDATE articles SET story = ? WHERE id = ?", story, article_id)
            if before != story:
                self.touch(article_id)
                self.chains.touch_after(article_id)
        for before, article_ids in left.items():
            self._end(before, article_ids)

    def _end(self, story: str, article_ids: Iterable[str]) -> None:
        """Note the last reports of a story that has none now, if a page was ever rendered of it."""
        if self._database.row("SELECT 1 FROM articles WHERE story = ? LIMIT 1", story):
            return
        had_page = self._database.row(
            "SELECT 1 FROM editions AS e JOIN list_pages AS p ON p.edition = e.name "
            "WHERE p.list = ? LIMIT 1",
            f"story:{story}",
        )
        if had_page:
            for article_id in article_ids:
                self._database.run(
                    "INSERT OR IGNORE INTO former_reports (story, article) VALUES (?, ?)",
                    story,
                    article_id,
                )

    def touch(self, article_id: str, unless: str | None = None) -> str | None:
        """Count as changed an article and the reports of its story whose pages list it.

        Nothing is touched where the story is `unless`. Returns the story's id.
        """
        row = self._database.row("SELECT story, source FROM articles WHERE id = ?", article_id)
        if row is None:
            return None
        story, source = row
        if story is None or story != unless:
            self.chains.touch_around(article_id)
        if story not in (None, unless):
            change = self._changes.next()
            self._database.run("UPDATE articles SET change = ? WHERE id = ?", change, article_id)
            for other in self._listing(story, source, article_id):
                self._database.run(
                    "UPDATE articles SET change = ? WHERE story = ? AND source = ?",
                    change,
                    story,
                    other,
                )
        return None if story is None else str(story)

    def others(self, story: str, source: str) -> list[str]:
        """The reports of other outlets that an article's page lists, `MAX_OTHERS` at most.

        The first report of each outlet comes before any outlet's second; else the oldest first.
        """
        rows = self._database.rows(
            f"SELECT id FROM (SELECT id, published, {_PLACE} FROM shown_articles "
            "WHERE story = ? AND source <> ?) ORDER BY place, published, id LIMIT ?",
            story,
            source,
            MAX_OTHERS,
        )
        return [article_id for (article_id,) in rows]

    def _listing(self, story: str, source: str, article_id: str) -> list[str]:
        """The sources whose reports of a story list an article: see `others`.

        It is listed where fewer than `MAX_OTHERS` reports of further sources come before it.
        """
        others = self._database.row(
            "SELECT EXISTS (SELECT 1 FROM articles WHERE story = ?1 AND source < ?2) "
            "OR EXISTS (SELECT 1 FROM articles WHERE story = ?1 AND source > ?2)",
            story,
            source,
        )
        if others is None or not others[0]:
            return []  # like items of one feed: they may be thousands
        before = dict(
            self._database.rows(
                f"WITH reports AS (SELECT id, source, published, {_PLACE} "
                "FROM articles WHERE story = ?1) "
                "SELECT r.source, sum((r.place, r.published, r.id) < (a.place, a.published, a.id)) "
                "FROM reports AS r, reports AS a WHERE a.id = ?2 GROUP BY r.source",
                story,
                article_id,
            )
        )
        total = sum(before.values())
        return [
            other
            for other, count in before.items()
            if other != source and total - count < MAX_OTHERS
        ]

    def depart(self, article_id: str) -> None:
        """Note that an article leaves lists: those of its source, or of its story."""
        self._database.run(
            "INSERT OR IGNORE INTO departures (change, article, source, story) "
            "SELECT ?, id, source, story FROM articles WHERE id = ?",
            self._changes.current(),
            article_id,
        )
