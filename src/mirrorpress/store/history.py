"""What happened: the last rounds, and how each target did."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from mirrorpress.store.database import Database

KEPT_ROUNDS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRound:
    """A round that came to its end."""

    started: datetime  # UTC
    counts: dict[str, float]  # new, changed, unchanged, withdrawn, failed, quarantined, seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetHistory:
    """How a target did."""

    last_success: datetime | None = None  # UTC
    last_failure: datetime | None = None  # UTC
    error: str | None = None  # of the last failure; None after a success


class History:
    """The room of past rounds."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add_round(self, started: datetime, counts: dict[str, float]) -> None:
        """Note a round that came to its end."""
        self._database.run(
            "INSERT INTO rounds (started, summary) VALUES (?, ?)",
            int(started.timestamp()),
            json.dumps(counts, sort_keys=True),
        )
        self._database.run(
            "DELETE FROM rounds WHERE number <= (SELECT max(number) FROM rounds) - ?", KEPT_ROUNDS
        )

    def last_round(self) -> PastRound | None:
        """The last round that came to its end."""
        row = self._database.row("SELECT started, summary FROM rounds ORDER BY number DESC LIMIT 1")
        if row is None:
            return None
        return PastRound(started=_time(row[0]), counts=json.loads(row[1]))

    def target(self, name: str) -> TargetHistory:
        """How a target did."""
        row = self._database.row(
            "SELECT last_success, last_failure, error FROM target_history WHERE target = ?", name
        )
        if row is None:
            return TargetHistory()
        return TargetHistory(
            last_success=None if row[0] is None else _time(row[0]),
            last_failure=None if row[1] is None else _time(row[1]),
            error=row[2],
        )

    def target_published(self, name: str, now: datetime) -> None:
        """Note that a target is up to date."""
        self._database.run(
            "INSERT INTO target_history (target, last_success) VALUES (?1, ?2) "
            "ON CONFLICT (target) DO UPDATE SET last_success = ?2, error = NULL",
            name,
            int(now.timestamp()),
        )

    def target_failed(self, name: str, error: str, now: datetime) -> None:
        """Note that a target could not be brought up to date."""
        self._database.run(
            "INSERT INTO target_history (target, last_failure, error) VALUES (?1, ?2, ?3) "
            "ON CONFLICT (target) DO UPDATE SET last_failure = ?2, error = ?3",
            name,
            int(now.timestamp()),
            error,
        )


def _time(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
