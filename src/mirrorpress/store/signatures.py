"""Which keys signed this mirror's editions, so that a lost or changed key is noticed."""

from __future__ import annotations

from datetime import datetime

from mirrorpress.store.database import Database


class Signatures:
    """The room of signatures."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def last(self) -> str | None:
        """The public key (one line) that signed last; None where nothing was ever signed."""
        row = self._database.row("SELECT public_key FROM signatures ORDER BY number DESC LIMIT 1")
        return None if row is None else str(row[0])

    def note(self, public_key: str, now: datetime) -> None:
        """Note that a key signs from now on."""
        if public_key != self.last():
            with self._database.transaction():
                self._database.run(
                    "INSERT INTO signatures (public_key, since) VALUES (?, ?)",
                    public_key,
                    int(now.timestamp()),
                )
