"""robots.txt of each origin, kept between rounds."""

from __future__ import annotations

from datetime import UTC, datetime

from mirrorpress.model import RobotsFile
from mirrorpress.store.database import Database

MOST = 10_000  # origins; those that expire first are forgotten


class Robots:
    """The room of robots.txt files."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, origin: str) -> RobotsFile | None:
        """What an origin ("https://a.example") answered; None where nobody asked it."""
        row = self._database.row(
            "SELECT body, closed, expires FROM robots WHERE origin = ?", origin
        )
        if row is None:
            return None
        return RobotsFile(body=row[0], closed=row[1], expires=datetime.fromtimestamp(row[2], UTC))

    def save(self, origin: str, file: RobotsFile) -> None:
        """Keep what an origin answered."""
        with self._database.transaction():
            self._database.run(
                "INSERT OR REPLACE INTO robots (origin, body, closed, expires) VALUES (?, ?, ?, ?)",
                origin,
                file.body,
                file.closed,
                int(file.expires.timestamp()),
            )
            self._database.run(
                "DELETE FROM robots WHERE origin IN "
                "(SELECT origin FROM robots ORDER BY expires DESC LIMIT -1 OFFSET ?)",
                MOST,
            )
