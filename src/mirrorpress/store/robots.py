"""robots.txt of each origin, kept between rounds."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime

from mirrorpress.model import RobotsFile
from mirrorpress.store.database import Database

MOST = 10_000  # origins; those that expire first are forgotten
MAX_PACKED = 16_384  # bytes of one file, deflated; a larger one is asked for again each round


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
        return RobotsFile(
            body=None if row[0] is None else zlib.decompress(row[0]),
            closed=row[1],
            expires=datetime.fromtimestamp(row[2], UTC),
        )

    def save(self, origin: str, file: RobotsFile) -> None:
        """Keep what an origin answered."""
        packed = None if file.body is None else zlib.compress(file.body)
        if packed is not None and len(packed) > MAX_PACKED:
            return
        with self._database.transaction():
            self._database.run(
                "INSERT OR REPLACE INTO robots (origin, body, closed, expires) VALUES (?, ?, ?, ?)",
                origin,
                packed,
                file.closed,
                int(file.expires.timestamp()),
            )
            self._database.run(
                "DELETE FROM robots WHERE origin IN "
                "(SELECT origin FROM robots ORDER BY expires DESC LIMIT -1 OFFSET ?)",
                MOST,
            )
