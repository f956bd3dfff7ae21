"""Files that their owner alone reads."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from mirrorpress.publish import private


def test_a_file_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    written = private.written_beside(tmp_path / "key", b"secret")
    assert written.read_bytes() == b"secret"
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [written]


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    place = tmp_path / "seen.json"
    place.write_bytes(b"old")
    private.replace(place, b"new")
    assert place.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [place]


def test_what_cannot_be_replaced_stays_and_nothing_else_is_left(tmp_path: Path) -> None:
    place = tmp_path / "seen.json"
    place.mkdir()
    with pytest.raises(OSError):
        private.replace(place, b"new")
    assert list(tmp_path.iterdir()) == [place]
