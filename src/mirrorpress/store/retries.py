"""What failed and is tried again later: items, hosts, and sources as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from mirrorpress.store.database import Database

ItemKind = Literal["index", "entry", "picture"]
PauseKind = Literal["host", "pages", "pictures"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """An item that failed."""

    failures: int  # in a row
    since: datetime  # of the first of them, UTC
    next_try: datetime  # UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A host that failed, or asked to be left alone; or the pages or pictures of a source."""

    kind: PauseKind
    name: str  # host and port, or name of the source
    failures: int = 0  # in a row
    until: datetime | None = None  # UTC; None: it is not left alone
    error: str = ""


class Retries:
    """The room of items that are tried again, and of pauses."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, kind: ItemKind, source: str, subject: str) -> Retry | None:
        """What is known of an item; None where it did not fail."""
        row = self._database.row(
            "SELECT failures, since, next_try FROM retries "
            "WHERE kind = ? AND source = ? AND subject = ?",
            kind,
            source,
            subject,
        )
        if row is None:
            return None
        return Retry(failures=row[0], since=_time(row[1]), next_try=_time(row[2]))

    def put(self, kind: ItemKind, source: str, subject: str, retry: Retry) -> None:
        """Note that an item failed."""
        self._database.run(
            "INSERT OR REPLACE INTO retries (kind, source, subject, failures, since, next_try) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            kind,
            source,
            subject,
            retry.failures,
            int(retry.since.timestamp()),
            int(retry.next_try.timestamp()),
        )

    def clear(self, kind: ItemKind, source: str, subject: str) -> None:
        """Forget the failures of an item: it worked, or was given up."""
        self._database.run(
            "DELETE FROM retries WHERE kind = ? AND source = ? AND subject = ?",
            kind,
            source,
            subject,
        )

    def count(self, kind: ItemKind, source: str) -> int:
        """How many items of a source are waiting for another try."""
        row = self._database.row(
            "SELECT count(*) FROM retries WHERE kind = ? AND source = ?", kind, source
        )
        return int(row[0]) if row else 0

    def pause(self, kind: PauseKind, name: str) -> Pause:
        """What is known of a host, or of a source's pages or pictures."""
        row = self._database.row(
            "SELECT failures, until, error FROM pauses WHERE kind = ? AND name = ?", kind, name
        )
        if row is None:
            return Pause(kind=kind, name=name)
        return _pause((kind, name, *row))

    def keep_pause(self, pause: Pause) -> None:
        """Note a pause; one without failures and end is forgotten."""
        if not pause.failures and pause.until is None:
            self._database.run(
                "DELETE FROM pauses WHERE kind = ? AND name = ?", pause.kind, pause.name
            )
            return
        self._database.run(
            "INSERT OR REPLACE INTO pauses (kind, name, failures, until, error) "
            "VALUES (?, ?, ?, ?, ?)",
            pause.kind,
            pause.name,
            pause.failures,
            int(pause.until.timestamp()) if pause.until else 0,
            pause.error,
        )

    def pauses(self, now: datetime) -> tuple[Pause, ...]:
        """All that is left alone at a time, by kind and name."""
        rows = self._database.rows(
            "SELECT kind, name, failures, until, error FROM pauses WHERE until > ? "
            "ORDER BY kind, name",
            int(now.timestamp()),
        )
        return tuple(_pause(row) for row in rows)


def _pause(row: tuple[object, ...]) -> Pause:
    kind, name, failures, until, error = row
    return Pause(
        kind=kind,  # type: ignore[arg-type]  # checked by the table
        name=str(name),
        failures=int(str(failures)),
        until=_time(until) if until else None,
        error=str(error),
    )


def _time(seconds: object) -> datetime:
    return datetime.fromtimestamp(int(str(seconds)), UTC)
