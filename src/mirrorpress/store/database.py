"""The SQLite file: opened, brought to the newest schema, and written in transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mirrorpress.errors import StoreError
from mirrorpress.store.schema import MIGRATIONS

BUSY_SECONDS = 30.0  # how long a reader waits for a writer's commit


class Database:
    """A connection with explicit transactions and translated errors."""

    def __init__(self, path: Path | str) -> None:
        """Open, or make, the database file.

        Raises:
            StoreError: it cannot be opened, or a newer mirrorpress wrote it.
        """
        self.path = path
        with _translated(path):
            self._connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")  # committed stays committed
            self._connection.execute("PRAGMA cache_size = -16000")  # KiB
            self._migrate()

    def _migrate(self) -> None:
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        if version > len(MIGRATIONS):
            raise StoreError(
                f"{self.path} was written by a newer mirrorpress (schema {version}, known up to "
                f"{len(MIGRATIONS)}); update mirrorpress"
            )
        for number, migration in enumerate(MIGRATIONS[version:], version + 1):
            script = f"BEGIN IMMEDIATE; {migration}; PRAGMA user_version = {number}; COMMIT;"
            self._connection.executescript(script)

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; inside another transaction, a part of it."""
        if self._connection.in_transaction:
            yield
            return
        with _translated(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        with _translated(self.path):
            self._connection.execute("COMMIT")

    def run(self, sql: str, *values: object) -> int:
        """Execute one statement; the number of rows it changed."""
        with _translated(self.path):
            return self._connection.execute(sql, values).rowcount

    def rows(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, read as they are asked for."""
        with _translated(self.path):
            yield from self._connection.execute(sql, values)

    def row(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        """The first row of a query."""
        with _translated(self.path):
            found: tuple[Any, ...] | None = self._connection.execute(sql, values).fetchone()
            return found


@contextmanager
def _translated(path: Path | str) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        remedy = {
            "SQLITE_FULL": "the disk is full: free some space and run again, nothing is lost",
            "SQLITE_CANTOPEN": "check that the folder exists and can be written",
            "SQLITE_READONLY": "check that the file can be written",
            "SQLITE_NOTADB": "it is not a mirrorpress store: restore a copy or move it away",
            "SQLITE_CORRUPT": "it is damaged: restore a copy",
        }.get(getattr(error, "sqlite_errorname", ""), "run again")
        raise StoreError(f"the store {path} failed ({error}); {remedy}") from error
