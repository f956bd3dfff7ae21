"""Items that mirrorpress failed on: left alone until a new version, or until somebody asks.

An item whose error is a fault of ours is held at once. One that only takes too long or too much
memory may have met a busy machine: it is held when it failed so `MAX_STRIKES` times.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from mirrorpress.store.changes import Changes
from mirrorpress.store.database import Database

MAX_STRIKES = 2
Kind = Literal["index", "entry", "picture", "revision", "article", "list"]
_COLUMNS = "kind, source, subject, url, cause, trace, version, since, strikes, held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """An item, and why it is left alone."""

    kind: Kind
    source: str  # name; "" for lists
    subject: str  # hash of the index, key of the entry, address of the picture, id of the article
    url: str  # "" where it has no address
    cause: str
    trace: str = ""
    version: str  # of the mirrorpress that failed on it
    since: datetime  # UTC
    strikes: int = 0
    held: bool = True  # False: it is tried again


class Quarantine:
    """The room of items that are left alone."""

    def __init__(self, database: Database, changes: Changes) -> None:
        self._database = database
        self._changes = changes

    def put(self, item: Quarantined, *, at_once: bool) -> bool:
        """Count a failure of an item; whether the item is held from now on."""
        self._database.run(
            f"INSERT INTO quarantine ({_COLUMNS}) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, ?9) "
            "ON CONFLICT (kind, source, subject) DO UPDATE SET url = excluded.url, "
            "cause = excluded.cause, trace = excluded.trace, version = excluded.version, "
            "since = excluded.since, strikes = strikes + 1, "
            "held = ?9 OR strikes + 1 >= ?10",
            item.kind,
            item.source,
            item.subject,
            item.url,
            item.cause,
            item.trace,
            item.version,
            int(item.since.timestamp()),
            at_once,
            MAX_STRIKES,
        )
        return self.holds(item.kind, item.source, item.subject)

    def holds(self, kind: Kind, source: str, subject: str) -> bool:
        """Whether an item is left alone."""
        return (
            self._database.row(
                "SELECT 1 FROM quarantine "
                "WHERE kind = ? AND source = ? AND subject = ? AND held = 1",
                kind,
                source,
                subject,
            )
            is not None
        )

    def clear(self, kind: Kind, source: str, subject: str) -> None:
        """Forget what was counted of an item: it worked, or is to be tried."""
        self._database.run(
            "DELETE FROM quarantine WHERE kind = ? AND source = ? AND subject = ?",
            kind,
            source,
            subject,
        )

    def items(self, *, held: bool = True) -> tuple[Quarantined, ...]:
        """The items that are held, or those that only failed before; by kind and source."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM quarantine WHERE held = ? ORDER BY kind, source, subject",
            held,
        )
        return tuple(_item(row) for row in rows)

    def subjects(self, kind: Kind) -> tuple[str, ...]:
        """What is held of a kind."""
        rows = self._database.rows(
            "SELECT subject FROM quarantine WHERE kind = ? AND held = 1 ORDER BY subject", kind
        )
        return tuple(subject for (subject,) in rows)

    def release(self, *, keep_version: str | None = None) -> int:
        """Let items be tried again: all, or those that another version failed on; how many.

        Articles count as new for rendering, which they were kept from. Where a list
        was held, every edition is rendered again.
        """
        which = "held = 1 AND version IS NOT ?"  # no version is NULL: this is all
        held = f"SELECT subject FROM quarantine WHERE kind = 'article' AND {which}"
        # They, the reports of the same story that name them, and articles that link to them.
        touched = (
            f"id IN ({held}) OR story IN (SELECT story FROM articles WHERE id IN ({held})) "
            f"OR id IN (SELECT article FROM mentions WHERE target IN ({held}))"
        )
        versions = (keep_version,) * 3
        if self._database.row(f"SELECT 1 FROM articles WHERE {touched} LIMIT 1", *versions):
            self._database.run(
                f"UPDATE articles SET change = ? WHERE {touched}", self._changes.next(), *versions
            )
        self._database.run(
            "DELETE FROM retries WHERE kind = 'entry' AND EXISTS (SELECT 1 FROM entries AS e "
            "JOIN quarantine AS q ON q.kind = 'revision' AND q.subject = e.article "
            "WHERE e.source = retries.source AND e.key = retries.subject "
            "AND q.held = 1 AND q.version IS NOT ?)",
            keep_version,
        )
        self._database.run(
            f"UPDATE editions SET built = 0 WHERE EXISTS "
            f"(SELECT 1 FROM quarantine WHERE kind = 'list' AND {which})",
            keep_version,
        )
        return self._database.run(f"DELETE FROM quarantine WHERE {which}", keep_version)


def _item(row: tuple[object, ...]) -> Quarantined:
    kind, source, subject, url, cause, trace, version, since, strikes, held = row
    return Quarantined(
        kind=kind,  # type: ignore[arg-type]  # checked by the table
        source=str(source),
        subject=str(subject),
        url=str(url),
        cause=str(cause),
        trace=str(trace),
        version=str(version),
        since=datetime.fromtimestamp(int(str(since)), UTC),
        strikes=int(str(strikes)),
        held=bool(held),
    )
