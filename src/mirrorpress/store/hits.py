"""What is read most: daily counts of articles, as hosts give them; nothing about a reader."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from mirrorpress.store.database import Database

DAYS = 7  # over which counts are added up, and reports of an event are new
KEPT_DAYS = 400  # older counts are dropped
THRESHOLD = 5  # an article that was read less often is not shown as read
STALE_DAYS = 14  # counts that much older than the newest article say nothing of today
RECENT_REPORTS = 5_000  # of events, among which the most reported are looked for


class Hits:
    """The room of counts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Store counts by day ("2026-03-04") and article id, in the place of those of that day.

        The same file can be brought twice: a count replaces the one of its article and day.
        """
        for (day, article), count in counts.items():
            self._database.run(
                "INSERT OR REPLACE INTO hits (day, article, count) VALUES (?, ?, ?)",
                day,
                article,
                count,
            )
        newest = self._newest_day()
        if newest is not None:
            first = date.fromisoformat(newest) - timedelta(days=KEPT_DAYS)
            self._database.run("DELETE FROM hits WHERE day < ?", first.isoformat())

    def hottest(self, limit: int | None, *, filled: bool = False) -> list[tuple[str, int]]:
        """Articles that are read most, with their changes.

        Without counts of the last days: what most outlets report, measured against the newest
        article and not the clock. With `filled`, the newest articles follow up to the limit.
        """
        most = -1 if limit is None else limit
        found = dict(self._read(most) or self._reported(most))
        if filled and (limit is None or len(found) < limit):
            newest = self._database.rows(
                "SELECT id, change FROM shown_articles ORDER BY published DESC, id LIMIT ?", most
            )
            for article_id, change in newest:
                if len(found) == most:
                    break
                found.setdefault(article_id, change)
        return list(found.items())

    def _newest_day(self) -> str | None:
        row = self._database.row("SELECT max(day) FROM hits")
        return row[0] if row else None

    def _newest_article(self) -> date | None:
        row = self._database.row("SELECT day FROM shown_articles ORDER BY day DESC LIMIT 1")
        return date.fromisoformat(row[0]) if row else None

    def _read(self, most: int) -> list[tuple[str, int]]:
        """By counts of the last days for which there are any."""
        newest, article = self._newest_day(), self._newest_article()
        if newest is None or article is None:
            return []
        last = date.fromisoformat(newest)
        if last < article - timedelta(days=STALE_DAYS):
            return []
        rows = self._database.rows(
            "SELECT a.id, a.change FROM hits AS h JOIN shown_articles AS a ON a.id = h.article "
            "WHERE h.day > ? GROUP BY a.id HAVING sum(h.count) >= ? "
            "ORDER BY sum(h.count) DESC, a.published DESC, a.id LIMIT ?",
            (last - timedelta(days=DAYS)).isoformat(),
            THRESHOLD,
            most,
        )
        return [(article_id, change) for article_id, change in rows]

    def _reported(self, most: int) -> list[tuple[str, int]]:
        """The first report of each event, by outlets that report it and days since the last one."""
        newest = self._newest_article()
        if newest is None:
            return []
        rows = self._database.rows(
            "WITH recent AS (SELECT story, source, day FROM shown_articles "
            "    WHERE story IS NOT NULL ORDER BY published DESC, story LIMIT ?) "
            "SELECT story, count(DISTINCT source) AS outlets, max(day) AS last FROM recent "
            "WHERE day > ? GROUP BY story HAVING outlets > 1",
            RECENT_REPORTS,
            (newest - timedelta(days=DAYS)).isoformat(),
        )
        ranked = sorted(
            (-outlets / (1 + (newest - date.fromisoformat(last)).days), story)
            for story, outlets, last in rows
        )
        firsts = (self._first(story) for _, story in ranked[: None if most < 0 else most])
        return [line for line in firsts if line is not None]

    def _first(self, story: str) -> tuple[str, int] | None:
        row = self._database.row(
            "SELECT id, change FROM shown_articles WHERE story = ? ORDER BY published, id LIMIT 1",
            story,
        )
        return None if row is None else (row[0], row[1])
