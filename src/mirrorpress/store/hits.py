"""What is read most: daily counts of articles, as hosts give them; nothing about a reader.

A count is kept by day, article and part, which is where it is from:

    a log            a line a view: counts of several logs add up
    DAY_TOTAL        a total of the day: of several, the largest counts
    PERIOD_TOTAL     a total of a period that ended then: likewise, of all days that are added up

A log that begins as one that is known is the same log, which has grown. Within a part the larger
count stays, so that what is imported again does not count again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mirrorpress.store.database import Database
from mirrorpress.store.paths import Paths

DAYS = 7  # over which counts are added up, and reports of an event are new
KEPT_DAYS = 400  # older counts are dropped
THRESHOLD = 5  # an article that was read less often is not shown as read
STALE_DAYS = 14  # counts that much older than the newest article say nothing of today
RECENT_REPORTS = 5_000  # of events, among which the most reported are looked for
DAY_TOTAL, PERIOD_TOTAL = 0, -1  # parts that are no logs
HEAD = 64 * 1024  # bytes by which a log is recognised
MAX_LOGS = 1_000  # beginnings that are remembered
_DIGITS = 8  # of a beginning's digest: too few to confirm a guess of what a line said

_VIEWS = (
    f"sum(CASE h.part WHEN {PERIOD_TOTAL} THEN 0 ELSE h.count END)"
    f" + max(CASE h.part WHEN {PERIOD_TOTAL} THEN h.count ELSE 0 END)"
)


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """How often an article was read lately."""

    id: str
    views: int
    change: int  # see `articles.change`


class Hits:
    """The room of counts."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._paths = Paths(database)

    def keep(self, counts: Mapping[tuple[str, str], int], part: int = DAY_TOTAL) -> int:
        """Store counts by day ("2026-03-04") and article id; how many became new or larger.

        Args:
            counts: of one file.
            part: `DAY_TOTAL`, `PERIOD_TOTAL`, or a number that `log` returned.
        """
        changed, first = 0, self._first_kept(max((day for day, _ in counts), default=""))
        for (day, article), count in counts.items():
            if day < first:
                continue
            changed += self._database.run(
                "INSERT INTO hits (day, article, part, count) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (day, article, part) DO UPDATE SET count = excluded.count "
                "WHERE excluded.count > hits.count",
                day,
                article,
                part,
                count,
            )
        self._database.run("DELETE FROM hits WHERE day < ?", first)
        return changed

    def _first_kept(self, newest: str) -> str:
        """The oldest day of which counts are kept, where some of another day come; "" if none."""
        newest = max(newest, self._newest_day() or "")
        if not newest:
            return ""
        return (date.fromisoformat(newest) - timedelta(days=KEPT_DAYS)).isoformat()

    def log(self, head: bytes, day: str) -> int:
        """The number of a log; a new one where none is known that begins like it.

        Args:
            head: its first `HEAD` bytes, or all that it has.
            day: the newest that it counts.
        """
        beginnings = list(self._beginnings(head))
        rows = (
            self._database.row("SELECT log FROM hit_logs WHERE size = ? AND digest = ?", *beginning)
            for beginning in reversed(beginnings)
        )
        known = next((int(row[0]) for row in rows if row is not None), None)
        log = self._next_log() if known is None else known
        self._note(*beginnings[-1], log, day)
        return log

    def _next_log(self) -> int:
        """A number that no log had, not even one that is forgotten: its counts are still there."""
        self._database.run(
            "INSERT INTO facts VALUES ('hit_log', 1) "
            "ON CONFLICT (name) DO UPDATE SET value = value + 1"
        )
        row = self._database.row("SELECT value FROM facts WHERE name = 'hit_log'")
        return int(row[0]) if row else 1

    def _beginnings(self, head: bytes) -> Iterator[tuple[int, str]]:
        """Sizes at which logs are known, and digests of that much of this one; its own last."""
        rows = self._database.rows(
            "SELECT DISTINCT size FROM hit_logs WHERE size < ? ORDER BY size", len(head)
        )
        digest, done = hashlib.sha256(), 0
        for size in (*(size for (size,) in rows), len(head)):
            digest.update(head[done:size])
            done = size
            yield size, digest.hexdigest()[:_DIGITS]

    def _note(self, size: int, digest: str, log: int, day: str) -> None:
        """Remember how a log begins, and forget those that were not seen for the longest time."""
        self._database.run(
            "INSERT INTO hit_logs (size, digest, log, day) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (size, digest) DO NOTHING",
            size,
            digest,
            log,
            day,
        )
        self._database.run("UPDATE hit_logs SET day = max(day, ?) WHERE log = ?", day, log)
        self._database.run(
            "DELETE FROM hit_logs WHERE (size, digest) IN (SELECT size, digest FROM hit_logs "
            "ORDER BY day DESC, log DESC, size DESC LIMIT -1 OFFSET ?)",
            MAX_LOGS,
        )

    def depth(self) -> int:
        """Of how many parts the path of a page can be, in any edition."""
        row = self._database.row(
            "SELECT max(length(path) - length(replace(path, '/', ''))) + 1 FROM paths"
        )
        return int(row[0] or 0) if row else 0

    def article_at(self, path: str) -> str | None:
        """The article whose page has a path in any edition; None: none has."""
        for subject in self._paths.subjects(path):
            if self._database.row("SELECT 1 FROM articles WHERE id = ?", subject):
                return subject
        return None

    def hottest(self, limit: int | None, *, filled: bool = False) -> list[tuple[str, int]]:
        """Articles that are read most, with their changes.

        Without counts of the last days: what most outlets report, measured against the newest
        article and not the clock. With `filled`, the newest articles follow up to the limit.
        """
        most = -1 if limit is None else limit
        read = [(one.id, one.change) for one in self.most_read(limit)]
        found = dict(read or self._reported(most))
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

    def most_read(self, limit: int | None, least: int = THRESHOLD) -> list[ReadArticle]:
        """Articles with at least so many views over the last days for which there are counts.

        Nothing where the counts are much older than the newest article.
        """
        days = self.days()
        if days is None:
            return []
        rows = self._database.rows(
            f"SELECT a.id, {_VIEWS} AS views, a.change "
            "FROM hits AS h JOIN shown_articles AS a ON a.id = h.article "
            "WHERE h.day BETWEEN ? AND ? GROUP BY a.id HAVING views >= ? "
            "ORDER BY views DESC, a.published DESC, a.id LIMIT ?",
            *days,
            least,
            -1 if limit is None else limit,
        )
        return [ReadArticle(*row) for row in rows]

    def days(self) -> tuple[str, str] | None:
        """The first and the last of the days whose counts are added up; None: of none."""
        newest, article = self._newest_day(), self._newest_article()
        if newest is None or article is None:
            return None
        last = date.fromisoformat(newest)
        if last < article - timedelta(days=STALE_DAYS):
            return None
        return (last - timedelta(days=DAYS - 1)).isoformat(), newest

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
