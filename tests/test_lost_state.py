"""A mirror whose state folder is lost or old: what readers have is kept until somebody decides."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mirrorpress.demo import Newsroom, NewsroomServer
from mirrors import Mirror, make_mirror, settings


@pytest.fixture(scope="module")
def running() -> Iterator[NewsroomServer]:
    with NewsroomServer(Newsroom(1)) as server:
        yield server


@pytest.fixture
def server(running: NewsroomServer) -> NewsroomServer:
    """The newsroom as it is at first, asked for nothing."""
    running.newsroom = Newsroom(1)
    running.requests.clear()
    return running


@pytest.fixture(scope="module")
def after_two_rounds(running: NewsroomServer, tmp_path_factory: pytest.TempPathFactory) -> Mirror:
    """To be copied, not to be changed."""
    text = settings(running.newsroom, running, ("harbour-ledger",))
    made = make_mirror(tmp_path_factory.mktemp("lost") / "mirror", text)
    running.newsroom = Newsroom(1)  # a test that ran before may have left another
    made.round()
    running.newsroom = Newsroom(2)
    made.round()
    assert json.loads((made.folder / "public/web/mirror.json").read_text())["sequence"] == 2
    return made


@pytest.fixture
def mirror(after_two_rounds: Mirror, server: NewsroomServer, tmp_path: Path) -> Mirror:
    """A mirror after two rounds."""
    server.newsroom = Newsroom(2)
    return after_two_rounds.copied(tmp_path / "mirror")


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


def test_an_empty_store_beside_published_copies_is_noticed(mirror: Mirror) -> None:
    """Before any article arrives, as when all sources are down."""
    before = mirror.published()
    shutil.rmtree(mirror.folder / "state")
    lost = mirror.run("publish", "--json")
    assert lost.returncode == 2
    errors = [target["error"] for target in json.loads(lost.stdout)["targets"]]
    assert len(errors) == 3
    assert all("the store is empty" in error for error in errors)
    assert mirror.published() == before


def test_a_new_mirror_has_nothing_to_publish_and_says_nothing(
    server: NewsroomServer, tmp_path: Path
) -> None:
    text = settings(server.newsroom, server, ("harbour-ledger",))
    mirror = make_mirror(tmp_path / "new", text)
    first = mirror.run("publish")
    assert (first.returncode, "failed:" in first.stderr) == (0, False)


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


def test_a_lost_state_is_continued_from_the_targets(server: NewsroomServer, mirror: Mirror) -> None:
    before = mirror.published()
    pages = [path for path in before if "SHA256SUMS" not in path and path != "commits"]
    sequence = json.loads((mirror.folder / "public/web/mirror.json").read_text())["sequence"]
    shutil.rmtree(mirror.folder / "state")
    server.newsroom = Newsroom(1)
    assert mirror.run("run").returncode == 2
    adopted = mirror.run("run", "--adopt")
    assert adopted.returncode == 0, adopted.stderr
    after = mirror.published()
    assert not [path for path in pages if path not in after], "no address is lost"
    described = json.loads((mirror.folder / "public/web/mirror.json").read_text())
    assert described["sequence"] == sequence + 1
    for edition in ("web", "git"):
        key = mirror.folder / "public/web/mirror.pub"
        verified = mirror.verify(mirror.folder / "public" / edition, key)
        assert verified.returncode == 0, verified.stderr
    assert mirror.run("publish").returncode == 0
    assert mirror.published() == after


def test_a_copy_that_was_tampered_with_is_not_adopted(
    server: NewsroomServer, mirror: Mirror
) -> None:
    page = min((mirror.folder / "public/web/articles").rglob("*.html"))
    page.write_text("forged")
    before = mirror.published()
    shutil.rmtree(mirror.folder / "state")
    refused = mirror.run("run", "--adopt")
    assert refused.returncode == 2
    assert "web-folder was not adopted" in refused.stderr
    assert "not what the checksum file says" in refused.stderr
    after = mirror.published()
    assert {path: after[path] for path in before if path.startswith("public/web")} == {
        path: digest for path, digest in before.items() if path.startswith("public/web")
    }
