"""A key replaced in its file: whatever point it is cut off at, a key is there that signs."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mirrorpress.errors import KeyFileError
from mirrorpress.publish import rotation, succession
from mirrorpress.publish.keys import load_key, new_key

NOON = datetime(2031, 5, 2, 12, tzinfo=UTC)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_former_key_is_kept_and_names_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "mirror.key"
    first = new_key(path)
    done = rotation.rotate(path, first, NOON, passphrase=None)
    second = load_key(path, {})
    assert second.public == done.key
    assert done.backup is not None
    assert load_key(done.backup, {}) == first
    again = rotation.rotate(path, second, NOON, passphrase="sesame")
    assert load_key(path, {"MIRRORPRESS_PASSPHRASE": "sesame"}).public == again.key
    statements = rotation.load_statements(path)
    assert succession.successors(first.public, statements) == (done.key, again.key)
    assert names(tmp_path) == [
        "mirror.key", "mirror.key.2031-05-02", "mirror.key.2031-05-02-2",
        "mirror.key.successors.json",
    ]  # fmt: skip


def test_the_key_may_be_a_link_to_where_it_is_kept(tmp_path: Path) -> None:
    safe = tmp_path / "safe"
    first = new_key(safe / "news.key")
    link = tmp_path / "mirror.key"
    link.symlink_to(safe / "news.key")
    done = rotation.rotate(link, first, NOON, passphrase=None)
    assert link.is_symlink()
    assert load_key(link, {}).public == done.key
    assert names(safe) == ["news.key", "news.key.2031-05-02", "news.key.successors.json"]


def test_another_key_in_the_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "mirror.key"
    other = new_key(path)
    with pytest.raises(KeyFileError, match="another key"):
        rotation.rotate(path, new_key(tmp_path / "signs.key"), NOON, passphrase=None)
    assert load_key(path, {}) == other


def test_a_rotation_that_cannot_end_leaves_the_key_as_it_was(tmp_path: Path) -> None:
    """The statement is written, and then the backup cannot be: as after a power cut."""
    path = tmp_path / "mirror.key"
    first = new_key(path)
    day = "mirror.key.2031-05-02"
    for name in (day, *(f"{day}-{number}" for number in range(2, rotation.MAX_BACKUPS))):
        (tmp_path / name).touch()
    with pytest.raises(KeyFileError, match="cannot be replaced"):
        rotation.rotate(path, first, NOON, passphrase=None)
    assert load_key(path, {}) == first
    assert not list(tmp_path.glob(".mirrorpress-*"))
    statements = rotation.load_statements(path)
    assert len(statements) == 1
    assert succession.leading_to(first.public, statements) == ()
    (tmp_path / day).unlink()
    done = rotation.rotate(path, first, NOON, passphrase=None)
    kept = rotation.load_statements(path)
    assert [(one.old, one.new) for one in kept] == [(first.public.line, done.key.line)]


def test_damaged_statements_stop_a_rotation(tmp_path: Path) -> None:
    path = tmp_path / "mirror.key"
    first = new_key(path)
    rotation.statements_file(path).write_bytes(b"{}")
    with pytest.raises(KeyFileError, match="successors"):
        rotation.rotate(path, first, NOON, passphrase=None)
    assert load_key(path, {}) == first
    assert not list(tmp_path.glob(".mirrorpress-*"))
