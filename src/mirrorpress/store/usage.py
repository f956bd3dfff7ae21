"""What each source has used, by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from mirrorpress.store.database import Database

KEPT_DAYS = 31  # that are remembered, for `status`


@dataclass(frozen=True, slots=True)
class Used:
    """Network and processor time of a source."""

    bytes: int = 0  # received, unpacked
    worker_seconds: float = 0.0


class Usage:
    """The room of what sources use."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def today(self, source: str, now: datetime) -> Used:
        """What a source has used on a day (UTC)."""
        row = self._database.row(
            "SELECT bytes, worker_seconds FROM usage WHERE source = ? AND day = ?",
            source,
            _day(now),
        )
        return Used() if row is None else Used(row[0], row[1])

    def add(self, source: str, used: Used, now: datetime) -> None:
        """Count what a source used."""
        self._database.run(
            "INSERT INTO usage (source, day, bytes, worker_seconds) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (source, day) DO UPDATE SET bytes = bytes + excluded.bytes, "
            "worker_seconds = worker_seconds + excluded.worker_seconds",
            source,
            _day(now),
            used.bytes,
            used.worker_seconds,
        )
        self._database.run(
            "DELETE FROM usage WHERE source = ? AND day < date(?, ?)",
            source,
            _day(now),
            f"-{KEPT_DAYS} days",
        )


def _day(now: datetime) -> str:
    return now.astimezone(UTC).date().isoformat()
