"""The counter that grows whenever pages may look different, and the newest time that they say."""

from __future__ import annotations

from datetime import UTC, datetime

from mirrorpress.store.database import Database


class Changes:
    """The room of the change counter. Nobody else advances it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self) -> int:
        """The number of the last change; 0: there was none."""
        row = self._database.row("SELECT value FROM facts WHERE name = 'change'")
        return int(row[0]) if row else 0

    def next(self, time: datetime | None = None) -> int:
        """The number of a new change; `time` is what the changed page says, where that is new."""
        self._database.run("UPDATE facts SET value = value + 1 WHERE name = 'change'")
        if time is not None:
            self._database.run(
                "UPDATE facts SET value = max(value, ?) WHERE name = 'newest'",
                int(time.timestamp()),
            )
        return self.current()

    def newest(self) -> datetime:
        """The newest time that any article bears: that of an edition, in every mirror the same."""
        row = self._database.row("SELECT value FROM facts WHERE name = 'newest'")
        return datetime.fromtimestamp(row[0] if row else 0, UTC)
