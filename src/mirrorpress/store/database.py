"""The SQLite file: opened, brought to the newest schema, and written in transactions."""

from __future__ import annotations

import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mirrorpress.errors import StoreError
from mirrorpress.model.wire import whole_text
from mirrorpress.store.schema import MIGRATIONS

BUSY_SECONDS = 30.0  # how long a reader waits for a writer's commit


class Database:
    """A connection with explicit transactions and translated errors."""

    def __init__(self, path: Path | str, *, any_thread: bool = False) -> None:
        """Open, or make, the database file; one process at a time, see `lock.alone`.

        With `any_thread`, threads may take turns; else only this one uses it.

        Raises:
            StoreError: it cannot be opened, or a newer mirrorpress wrote it.
        """
        self.path = path
        with _translated(path):
            self._connection = sqlite3.connect(
                path,
                timeout=BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=not any_thread,
            )
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
                self._connection.execute("PRAGMA synchronous = FULL")  # committed stays committed
                self._connection.execute("PRAGMA cache_size = -8000")  # KiB
                self._connection.create_function("inflated", 1, _inflated, deterministic=True)
                self._migrate()
            except BaseException:
                self._connection.close()
                raise

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
            with _translated(self.path):
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # on a full disk SQLite has rolled back by itself
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """A part of a transaction: where it fails, it is taken back, and the rest stays.

        Must be called inside a transaction. On a failure that has ended the whole transaction
        (a full disk), nothing is left to take back.
        """
        with _translated(self.path):
            self._connection.execute("SAVEPOINT item")
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK TO item")
                self._connection.execute("RELEASE item")
            raise
        with _translated(self.path):
            self._connection.execute("RELEASE item")

    def run(self, sql: str, *values: object) -> int:
        """Execute one statement; the number of rows it changed."""
        with _translated(self.path):
            return self._execute(sql, values).rowcount

    def _execute(self, sql: str, values: tuple[object, ...]) -> sqlite3.Cursor:
        try:
            return self._connection.execute(sql, values)
        except UnicodeEncodeError:  # half a character in a text from the web
            whole = tuple(
                whole_text(value) if isinstance(value, str) else value for value in values
            )
            return self._connection.execute(sql, whole)

    def rows(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, read as they are asked for."""
        with _translated(self.path):
            yield from self._execute(sql, values)

    def row(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        """The first row of a query."""
        with _translated(self.path):
            found: tuple[Any, ...] | None = self._execute(sql, values).fetchone()
            return found


_REMEDIES = {
    "SQLITE_FULL": "the disk is full: free some space and run again, nothing is lost",
    "SQLITE_CANTOPEN": "check that the folder exists and can be written",
    "SQLITE_READONLY": "check that the file and its folder can be written",
    "SQLITE_NOTADB": "it is not a mirrorpress store: restore a copy or move it away",
    "SQLITE_CORRUPT": "it is damaged: restore a copy",
    "SQLITE_IOERR": "the disk cannot be read or written: check it and run again",
}
_FULL = 1 << 20  # bytes free below which a write that failed met a full disk


@contextmanager
def _translated(path: Path | str) -> Iterator[None]:
    """Errors of the store itself as a `StoreError`, which ends the run.

    Values that do not fit (a text longer than SQLite takes, a broken constraint) are a fault of
    the item they are from; those errors go through and fail only that item.
    """
    try:
        yield
    except (sqlite3.DataError, sqlite3.IntegrityError):
        raise
    except sqlite3.DatabaseError as error:
        # Extended codes (SQLITE_READONLY_DIRECTORY) begin with the name of their kind.
        kind = "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])
        if kind == "SQLITE_IOERR" and _is_full(path):
            kind = "SQLITE_FULL"
        remedy = _REMEDIES.get(kind, "run again")
        raise StoreError(f"the store {path} failed ({error}); {remedy}") from error


def _is_full(path: Path | str) -> bool:
    """Whether the disk of the store is full: SQLite reports some writes there as I/O errors."""
    try:
        return shutil.disk_usage(Path(path).parent).free < _FULL
    except OSError:
        return False


def _inflated(content: object) -> str | None:
    """A deflated text, for migrations; None where it is none."""
    try:
        return zlib.decompress(content).decode() if isinstance(content, bytes) else None
    except (zlib.error, UnicodeDecodeError):
        return None
