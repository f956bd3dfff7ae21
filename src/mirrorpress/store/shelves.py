"""Lists of articles, whole and in order, as editions print them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import assert_never

from mirrorpress.model import Head, Shelf, ShelfKey, ShelfLink
from mirrorpress.store.articles import HEAD_COLUMNS, MAX_OTHERS, to_head
from mirrorpress.store.database import Database

FRONT_HEADS = 40
FRONT_STORIES = 8
DAY, MONTH = "day", "substr(day, 1, 7)"  # of the column `day`, YYYY-MM-DD
OUTLET_HEADS = 50  # an outlet's page; the months behind it hold everything


class Shelves:
    """The room of lists."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: ShelfKey, outlets: Iterable[str] = ()) -> Shelf:
        """The list of that key; `outlets` are the sources that the front page shows, in order."""
        match key.kind:
            case "front":
                return self._front(key, outlets)
            case "outlet":
                return self._outlet(key)
            case "outlet-month":
                return self._outlet_month(key)
            case "month":
                return self._month(key)
            case "day":
                return self._day(key)
            case "story":
                return Shelf(key=key, heads=self.story(key.value))
            case _:
                assert_never(key.kind)

    def neighbours(self, key: ShelfKey) -> tuple[ShelfKey, ...]:
        """The lists that point to this one as the next in time."""
        if key.kind == "day":
            pair = self._around(key, DAY)
        elif key.kind in ("month", "outlet-month"):
            pair = self._around(key, MONTH)
        else:
            return ()
        return tuple(neighbour for neighbour in pair if neighbour is not None)

    def story(self, story: str) -> tuple[Head, ...]:
        """The reports of an event, oldest first."""
        return self._heads("WHERE story = ? ORDER BY published, id", story)

    def others(self, head: Head) -> tuple[Head, ...]:
        """The reports of other outlets that an article's page lists, oldest first."""
        if head.story is None:
            return ()
        return self._heads(
            "WHERE story = ? AND source <> ? ORDER BY published, id LIMIT ?",
            head.story,
            head.source,
            MAX_OTHERS,
        )

    def count(self, source: str) -> int:
        """How many articles a source has."""
        row = self._database.row("SELECT count(*) FROM shown_articles WHERE source = ?", source)
        return int(row[0]) if row else 0

    def _heads(self, rest: str, *values: object) -> tuple[Head, ...]:
        rows = self._database.rows(f"SELECT {HEAD_COLUMNS} FROM shown_articles {rest}", *values)
        return tuple(to_head(row) for row in rows)

    def _front(self, key: ShelfKey, outlets: Iterable[str]) -> Shelf:
        return Shelf(
            key=key,
            heads=self._heads("ORDER BY published DESC, id LIMIT ?", FRONT_HEADS),
            stories=self._stories(),
            outlets=tuple(self._outlet_link(name) for name in outlets),
            parts=self._links("month", MONTH, "1 = 1", ""),
        )

    def _stories(self) -> tuple[tuple[Head, ...], ...]:
        latest = self._database.rows(
            "SELECT story, max(published) AS latest FROM shown_articles WHERE story IS NOT NULL "
            "GROUP BY story HAVING count(DISTINCT source) > 1 ORDER BY latest DESC, story LIMIT ?",
            FRONT_STORIES,
        )
        return tuple(self.story(story) for story, _ in list(latest))

    def _outlet_link(self, name: str) -> ShelfLink:
        row = self._database.row(
            "SELECT count(*), max(published) FROM shown_articles WHERE source = ?", name
        )
        count, latest = row or (0, None)
        return ShelfLink(key=ShelfKey(kind="outlet", value=name), count=count, latest=_time(latest))

    def _outlet(self, key: ShelfKey) -> Shelf:
        return Shelf(
            key=key,
            heads=self._heads(
                "WHERE source = ? ORDER BY published DESC, id LIMIT ?", key.value, OUTLET_HEADS
            ),
            parts=self._links(
                "outlet-month",
                f"source || '/' || {MONTH}",
                "source = ?",
                key.value,
            ),
        )

    def _outlet_month(self, key: ShelfKey) -> Shelf:
        source, _, month = key.value.rpartition("/")
        earlier, later = self._around(key, MONTH)
        return Shelf(
            key=key,
            heads=self._heads(
                "WHERE source = ? AND day BETWEEN ? AND ? ORDER BY published DESC, id",
                source,
                f"{month}-01",
                f"{month}-31",
            ),
            earlier=earlier,
            later=later,
        )

    def _month(self, key: ShelfKey) -> Shelf:
        earlier, later = self._around(key, MONTH)
        return Shelf(
            key=key,
            parts=self._links("day", DAY, f"{MONTH} = ?", key.value),
            earlier=earlier,
            later=later,
        )

    def _day(self, key: ShelfKey) -> Shelf:
        earlier, later = self._around(key, DAY)
        return Shelf(
            key=key,
            heads=self._heads("WHERE day = ? ORDER BY published DESC, id", key.value),
            earlier=earlier,
            later=later,
        )

    def _around(self, key: ShelfKey, part: str) -> tuple[ShelfKey | None, ShelfKey | None]:
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
            None if row is None else ShelfKey(kind=key.kind, value=source + slash + row[0])
            for row in found
        )
        return before, after

    def _links(self, kind: str, part: str, where: str, value: str) -> tuple[ShelfLink, ...]:
        """Lists with their counts, newest first. The SQL is ours, the value a parameter."""
        values = (value,) if "?" in where else ()
        rows = self._database.rows(
            f"SELECT {part} AS part, count(*), max(published) FROM shown_articles WHERE {where} "
            "GROUP BY part ORDER BY part DESC",
            *values,
        )
        return tuple(
            ShelfLink(key=ShelfKey(kind=kind, value=part), count=count, latest=_time(latest))  # type: ignore[arg-type]
            for part, count, latest in rows
        )


def _time(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
