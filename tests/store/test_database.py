"""The SQLite file: opened, migrated, written whole or not at all, and honest when it cannot be."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from mirrorpress.errors import StoreError
from mirrorpress.store import Database, Store, open_store
from mirrorpress.store.database import whole_text
from mirrorpress.store.schema import MIGRATIONS
from mirrorpress.store.store import FILE
from store.samples import id_of, keep, revision

NOBODY = 65534
OPENS_A_STORE = """
import sys
from pathlib import Path
from mirrorpress.store import open_store
print("ready", flush=True)
sys.stdin.read()
open_store(Path(sys.argv[1])).close()
"""


@contextmanager
def opened(folder: Path) -> Iterator[Store]:
    with closing(open_store(folder)) as store:
        yield store


@contextmanager
def as_nobody() -> Iterator[None]:
    """What file modes forbid is forbidden even where the tests run as root."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


@contextmanager
def open_to_all() -> Iterator[Path]:
    """A folder that every user can enter; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def test_what_was_kept_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "state"
    with opened(folder) as store:
        keep(store, revision("tide", title="涨潮了"))
    with opened(folder) as store:
        assert store.articles.revision(id_of("tide")) == revision("tide", title="涨潮了")
        assert store.changes.current() == 1


def test_an_older_schema_is_brought_up_to_date(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as old:
        old.executescript(MIGRATIONS[0] + "; PRAGMA user_version = 1;")
        old.execute(
            "INSERT INTO pictures (url, source, article) VALUES ('https://a.example/p', 's', 'x')"
        )
        old.commit()
    with opened(tmp_path):
        pass
    with closing(sqlite3.connect(tmp_path / FILE)) as new:
        assert new.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        assert new.execute("SELECT * FROM shows").fetchall() == [("https://a.example/p", "x")]


def test_paths_of_an_older_store_stay(tmp_path: Path) -> None:
    """Every edition keeps the addresses that its readers have."""
    with closing(sqlite3.connect(tmp_path / FILE)) as old:
        old.create_function("inflated", 1, lambda data: None)
        old.executescript(";".join(MIGRATIONS[:8]) + "; PRAGMA user_version = 8;")
        old.executescript(
            """
            INSERT INTO editions VALUES ('web', 'f', 7, 3, 'r', 0), ('git', 'f', 7, 3, 'r', 0);
            INSERT INTO folders VALUES ('articles/2031/05/04', 890);
            INSERT INTO articles (id, source, url, place, day, published, shown, title, summary,
                revision, sha256, settled, change)
                VALUES ('aaaa', 'gazette', 'u', 'articles/2031/05/04/gazette-aaaa', '2031-05-04', 0,
                '2031-05-04T00:00:00+00:00', 'T', '', 1, '', 0, 1);
            INSERT INTO prints VALUES
                ('web', 'article:aaaa', 'articles/2031/05/04/gazette-aaaa.html'),
                ('web', 'article:aaaa', 'pictures/2031/05/04/p.webp'),
                ('git', 'article:aaaa', 'articles/2031/05/04/gazette-aaaa.md');
            INSERT INTO outputs VALUES
                ('web', 'pictures/2031/05/04/p.webp', 'pictures/2031/05/04', 's', 1, 's', NULL, 1);
            """
        )
        old.commit()
    with closing(open_store(tmp_path)) as store:
        assert store.paths.of("web", "aaaa") == "articles/2031/05/04/gazette-aaaa.html"
        assert store.paths.of("git", "aaaa") == "articles/2031/05/04/gazette-aaaa.md"
        assert store.paths.of("web", "s") == "pictures/2031/05/04/p.webp"
        assert store.paths.next_number("web", "articles/2031/05/04") == 891
        assert store.stories.ungrouped() == ()


def test_several_that_open_a_new_store_at_once_all_can(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OPENS_A_STORE, str(tmp_path / "state")]
    pipe = subprocess.PIPE
    running = [
        subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) for _ in range(3)
    ]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.close()
    failed = []
    for process in running:
        assert process.stderr is not None
        failed += process.stderr.readlines()
        process.wait()
        process.stdout.close()
        process.stderr.close()
    assert failed == []


def test_a_newer_schema_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as newer:
        newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(StoreError, match=r"newer mirrorpress.*update mirrorpress"):
        open_store(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE)) as newer:
        assert newer.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    assert len((tmp_path / FILE).read_bytes()) == len(before)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"Not a database, whatever its name says. " * 200)
    with pytest.raises(StoreError, match=r"mirror\.sqlite.*restore a copy or move it away"):
        open_store(tmp_path)


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        for number in range(40):
            keep(store, revision(f"tide-{number}"))
    with (tmp_path / FILE).open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * ((tmp_path / FILE).stat().st_size - 4096))

    def read_everything() -> None:
        with opened(tmp_path) as store:
            for article in list(store.articles.changed_since(0)):
                store.articles.revision(article)

    with pytest.raises(StoreError, match="damaged: restore a copy"):
        read_everything()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with pytest.raises(StoreError, match="state cannot be made"):
        open_store(tmp_path / "state")


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(StoreError, match="check that the folder exists and can be written"):
        open_store(tmp_path)


def test_a_folder_without_permission_says_what_to_check() -> None:
    with open_to_all() as root:
        (root / "empty").mkdir(mode=0o555)
        with as_nobody(), pytest.raises(StoreError, match="exists and can be written"):
            open_store(root / "empty")
        with as_nobody(), pytest.raises(StoreError, match="cannot be made"):
            open_store(root / "empty" / "state")


def test_a_store_that_cannot_be_written_says_what_to_check() -> None:
    with open_to_all() as root:
        with opened(root):
            pass
        (root / FILE).chmod(0o444)
        root.chmod(0o555)
        with (
            as_nobody(),
            pytest.raises(StoreError, match="the file and its folder can be written"),
            opened(root) as store,
        ):
            keep(store, revision("tide"))
        root.chmod(0o755)


def test_a_full_disk_is_told_and_costs_only_what_did_not_fit(tmp_path: Path) -> None:
    database = Database(tmp_path / FILE)
    database.run("CREATE TABLE pile (thing BLOB)")
    (pages,) = database.row("PRAGMA page_count") or (0,)
    database.row(f"PRAGMA max_page_count = {pages + 20}")

    def pile_up() -> None:
        with database.transaction():
            for _ in range(100):
                database.run("INSERT INTO pile VALUES (zeroblob(4000))")

    with pytest.raises(StoreError, match="disk is full: free some space"):
        pile_up()
    assert database.row("SELECT count(*) FROM pile") == (0,)
    database.row("PRAGMA max_page_count = 100000")
    pile_up()
    assert database.row("SELECT count(*) FROM pile") == (100,)
    database.close()


def test_a_transaction_is_kept_whole_or_not_at_all(store: Store) -> None:
    with pytest.raises(RuntimeError, match="cut off"), store.transaction():
        keep(store, revision("tide"))
        with store.transaction():
            keep(store, revision("fog"))
        raise RuntimeError("cut off")
    assert (store.articles.count(), store.changes.current()) == (0, 0)
    with store.transaction():
        keep(store, revision("tide"))
    assert store.articles.count() == 1


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("涨潮 tide مد 🌊", "涨潮 tide مد 🌊"),
        ("cut \ud83d", "cut \ufffd"),
        ("\udf0a cut", "\ufffd cut"),
        ("\udf0a\ud83c", "\ufffd\ufffd"),
        ("\ud83c\udf0a", "🌊"),
        ("", ""),
    ],
)
def test_half_a_character_is_read_as_one_that_can_be_written(text: str, whole: str) -> None:
    assert whole_text(text) == whole
    assert whole_text(whole) == whole


def test_half_a_character_reaches_no_table(tmp_path: Path) -> None:
    with closing(Database(tmp_path / FILE)) as database:
        database.run("CREATE TABLE notes (note TEXT)")
        database.run("INSERT INTO notes VALUES (?)", "cut \ud83d")
        assert database.row("SELECT note FROM notes WHERE note = ?", "cut \ud83d") == (
            "cut \ufffd",
        )
        assert list(database.rows("SELECT ?", "\udf0a")) == [("\ufffd",)]


WRITES_PAST_A_LIMIT = """
import resource, shutil, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from mirrorpress.errors import StoreError
from mirrorpress.store import open_store
folder, free = sys.argv[1:]
store = open_store(Path(folder))
usage = shutil.disk_usage(folder)
shutil.disk_usage = lambda path: usage._replace(free=int(free))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    store.history.target_failed("disk", "x" * 100_000, datetime.now(UTC))
except StoreError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("free", "said"),
    [
        (10**10, "the disk cannot be read or written: check it and run again"),
        (4096, "the disk is full: free some space and run again, nothing is lost"),
    ],
)
def test_a_write_that_fails_tells_a_full_disk_from_a_broken_one(
    tmp_path: Path, free: int, said: str
) -> None:
    command = [sys.executable, "-c", WRITES_PAST_A_LIMIT, str(tmp_path), str(free)]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert ended.stdout.strip().endswith(f"(disk I/O error); {said}")
