"""Lists of articles, whole and in order, as editions print them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import assert_never

from mirrorpress.model import ArticleList, ArticleSummary, ListLink, ListPage
from mirrorpress.store.articles import MAX_OTHERS, SUMMARY_COLUMNS, WITH_PATH, to_summary
from mirrorpress.store.database import Database

FRONT_SUMMARIES = 40
FRONT_STORIES = 8
DAY, MONTH = "day", "substr(day, 1, 7)"  # of the column `day`, YYYY-MM-DD
OUTLET_SUMMARIES = 50  # an outlet's page; the months behind it hold everything


class ArticleLists:
    """The room of lists."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: ArticleList, edition: str = "", outlets: Iterable[str] = ()) -> ListPage:
        """A list as an edition shows it; `outlets` are those of the front page, in order."""
        match key.kind:
            case "front":
                return self._front(key, edition, outlets)
            case "outlet":
                return self._outlet(key, edition)
            case "outlet-month":
                return self._outlet_month(key, edition)
            case "month":
                return self._month(key)
            case "day":
                return self._day(key, edition)
            case "story":
                return ListPage(key=key, summaries=self.story(key.value, edition))
            case _:
                assert_never(key.kind)

    def neighbours(self, key: ArticleList) -> tuple[ArticleList, ...]:
        """The lists that point to this one as the next in time."""
        if key.kind == "day":
            pair = self._around(key, DAY)
        elif key.kind in ("month", "outlet-month"):
            pair = self._around(key, MONTH)
        else:
            return ()
        return tuple(neighbour for neighbour in pair if neighbour is not None)

    def story(self, story: str, edition: str = "") -> tuple[ArticleSummary, ...]:
        """The reports of an event, oldest first."""
        return self._summaries(edition, "WHERE story = ? ORDER BY published, id", story)

    def others(self, summary: ArticleSummary, edition: str = "") -> tuple[ArticleSummary, ...]:
        """The reports of other outlets that an article's page lists, oldest first."""
        if summary.story is None:
            return ()
        return self._summaries(
            edition,
            "WHERE story = ? AND source <> ? ORDER BY published, id LIMIT ?",
            summary.story,
            summary.source,
            MAX_OTHERS,
        )

    def count(self, source: str) -> int:
        """How many articles a source has."""
        row = self._database.row("SELECT count(*) FROM shown_articles WHERE source = ?", source)
        return int(row[0]) if row else 0

    def _summaries(self, edition: str, rest: str, *values: object) -> tuple[ArticleSummary, ...]:
        rows = self._database.rows(
            f"SELECT {SUMMARY_COLUMNS} FROM shown_articles AS a {WITH_PATH} {rest}",
            edition,
            *values,
        )
        return tuple(to_summary(row) for row in rows)

    def _front(self, key: ArticleList, edition: str, outlets: Iterable[str]) -> ListPage:
        return ListPage(
            key=key,
            summaries=self._summaries(
                edition, "ORDER BY published DESC, id LIMIT ?", FRONT_SUMMARIES
            ),
            stories=self._stories(edition),
            outlets=tuple(self._outlet_link(name) for name in outlets),
            parts=self._links("month", MONTH, "1 = 1", ""),
        )

    def _stories(self, edition: str) -> tuple[tuple[ArticleSummary, ...], ...]:
        latest = self._database.rows(
            "SELECT story, max(published) AS latest FROM shown_articles WHERE story IS NOT NULL "
            "GROUP BY story HAVING count(DISTINCT source) > 1 ORDER BY latest DESC, story LIMIT ?",
            FRONT_STORIES,
        )
        return tuple(self.story(story, edition) for story, _ in list(latest))

    def _outlet_link(self, name: str) -> ListLink:
        row = self._database.row(
            "SELECT count(*), max(published) FROM shown_articles WHERE source = ?", name
        )
        count, latest = row or (0, None)
        return ListLink(
            key=ArticleList(kind="outlet", value=name), count=count, latest=_time(latest)
        )

    def _outlet(self, key: ArticleList, edition: str) -> ListPage:
        return ListPage(
            key=key,
            summaries=self._summaries(
                edition,
                "WHERE source = ? ORDER BY published DESC, id LIMIT ?",
                key.value,
                OUTLET_SUMMARIES,
            ),
            parts=self._links(
                "outlet-month",
                f"source || '/' || {MONTH}",
                "source = ?",
                key.value,
            ),
        )

    def _outlet_month(self, key: ArticleList, edition: str) -> ListPage:
        source, _, month = key.value.rpartition("/")
        earlier, later = self._around(key, MONTH)
        return ListPage(
            key=key,
            summaries=self._summaries(
                edition,
                "WHERE source = ? AND day BETWEEN ? AND ? ORDER BY published DESC, id",
                source,
                f"{month}-01",
                f"{month}-31",
            ),
            earlier=earlier,
            later=later,
        )

    def _month(self, key: ArticleList) -> ListPage:
        earlier, later = self._around(key, MONTH)
        return ListPage(
            key=key,
            parts=self._links("day", DAY, f"{MONTH} = ?", key.value),
            earlier=earlier,
            later=later,
        )

    def _day(self, key: ArticleList, edition: str) -> ListPage:
        earlier, later = self._around(key, DAY)
        return ListPage(
            key=key,
            summaries=self._summaries(
                edition, "WHERE day = ? ORDER BY published DESC, id", key.value
            ),
            earlier=earlier,
            later=later,
        )

    def _around(self, key: ArticleList, part: str) -> tuple[ArticleList | None, ArticleList | None]:
        """The lists before and after one in time; those of an outlet among its own."""
        source, slash, value = key.value.rpartition("/")
        of = "source = ?" if source else "? = ''"
        first, last = (value, value) if part == DAY else (f"{value}-01", f"{value}-31")
        found = (
            self._database.row(
                f"SELECT {part} FROM shown_articles WHERE {of} AND day < ? "
                "ORDER BY day DESC LIMIT 1",
                source,
                first,
            ),
            self._database.row(
                f"SELECT {part} FROM shown_articles WHERE {of} AND day > ? ORDER BY day LIMIT 1",
                source,
                last,
            ),
        )
        before, after = (
            None if row is None else ArticleList(kind=key.kind, value=source + slash + row[0])
            for row in found
        )
        return before, after

    def _links(self, kind: str, part: str, where: str, value: str) -> tuple[ListLink, ...]:
        """Lists with their counts, newest first. The SQL is ours, the value a parameter."""
        values = (value,) if "?" in where else ()
        rows = self._database.rows(
            f"SELECT {part} AS part, count(*), max(published) FROM shown_articles WHERE {where} "
            "GROUP BY part ORDER BY part DESC",
            *values,
        )
        return tuple(
            ListLink(key=ArticleList(kind=kind, value=part), count=count, latest=_time(latest))  # type: ignore[arg-type]
            for part, count, latest in rows
        )


def _time(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
