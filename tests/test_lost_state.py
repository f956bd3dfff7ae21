"""A mirror whose state folder is lost or old: what readers have is kept until somebody decides."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mirrorpress.demo import Newsroom, NewsroomServer
from mirrors import Mirror, make_mirror, settings


@pytest.fixture
def server() -> Iterator[NewsroomServer]:
    with NewsroomServer(Newsroom(1)) as running:
        yield running


@pytest.fixture
def mirror(server: NewsroomServer, tmp_path: Path) -> Mirror:
    """A mirror after two rounds."""
    text = settings(server.newsroom, server, ("harbour-ledger",))
    made = make_mirror(tmp_path / "mirror", text)
    made.round()
    server.newsroom = Newsroom(2)
    made.round()
    return made


def test_a_lost_state_takes_nothing_from_the_readers(
    server: NewsroomServer, mirror: Mirror
) -> None:
    before = mirror.published()
    shutil.rmtree(mirror.folder / "state")
    server.newsroom = Newsroom(1)  # the feeds list other articles than then
    lost = mirror.run("run", "--json")
    assert lost.returncode == 2
    errors = [target["error"] for target in json.loads(lost.stdout)["targets"]]
    assert len(errors) == 3
    assert all("restore the backup of the state folder" in error for error in errors)
    assert mirror.published() == before
    assert mirror.run("publish").returncode == 2, "the second time as well"
    assert mirror.published() == before
    forced = mirror.run("publish", "--force")
    assert forced.returncode == 0, forced.stderr
    assert mirror.published() != before
    assert mirror.run("publish").returncode == 0


def test_a_backup_of_the_state_that_is_too_old_is_noticed(
    server: NewsroomServer, tmp_path: Path
) -> None:
    text = settings(server.newsroom, server, ("harbour-ledger",))
    mirror = make_mirror(tmp_path / "mirror", text)
    mirror.round()
    shutil.copytree(mirror.folder / "state", tmp_path / "backup")
    server.newsroom = Newsroom(2)
    mirror.round()
    before = mirror.published()
    shutil.move(mirror.folder / "state", tmp_path / "newest")
    shutil.copytree(tmp_path / "backup", mirror.folder / "state")
    assert mirror.run("publish").returncode == 2
    assert mirror.published() == before
    shutil.rmtree(mirror.folder / "state")
    shutil.move(tmp_path / "newest", mirror.folder / "state")
    assert mirror.run("publish").returncode == 0
    assert mirror.published() == before
