"""The keys that signed, as the store remembers them."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mirrorpress.store import open_store
from mirrorpress.store.schema import MIGRATIONS
from mirrorpress.store.store import FILE

NOON = datetime(2031, 5, 2, 12, tzinfo=UTC)
LINE = "RWQBAgMEBQYHCAOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
OTHER = "RWRjjjjjjjjjjgOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
BEFORE = next(at for at, text in enumerate(MIGRATIONS) if "TABLE signatures" in text)


def test_the_last_key_that_signed_is_known() -> None:
    with closing(open_store(None)) as store:
        assert store.signatures.last() is None
        for line in (LINE, LINE, OTHER, LINE):
            store.signatures.note(line, NOON)
            assert store.signatures.last() == line


@pytest.mark.parametrize(
    ("content", "known"),
    [
        (zlib.compress(f"untrusted comment: RW key 01\n{LINE}\n".encode()), LINE),
        (zlib.compress(b"no key"), None),
        (b"damaged", None),
    ],
)
def test_the_key_of_an_older_store_is_taken_over(
    tmp_path: Path, content: bytes, known: str | None
) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as old:
        old.executescript(";".join(MIGRATIONS[:BEFORE]) + f"; PRAGMA user_version = {BEFORE};")
        old.execute("INSERT INTO editions VALUES ('web', '', 0, 3, NULL, 17)")
        old.execute(
            "INSERT INTO outputs VALUES ('web', 'mirror.pub', '', '', 0, NULL, ?, 3)", (content,)
        )
        old.commit()
    with closing(open_store(tmp_path)) as store:
        assert store.signatures.last() == known
