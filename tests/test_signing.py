"""A mirror that signed once: a lost or changed key stops it, before anything is touched."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from mirrorpress.demo import Newsroom, NewsroomServer
from mirrorpress.publish.keys import new_key
from mirrors import Mirror, make_mirror, settings

UNSIGNED = "\n[seal]\nsign = false\n"


@pytest.fixture
def server() -> Iterator[NewsroomServer]:
    with NewsroomServer(Newsroom(1)) as running:
        yield running


@pytest.fixture
def mirror(server: NewsroomServer, tmp_path: Path) -> Mirror:
    """A mirror after one round; what was asked of the newsroom is forgotten."""
    made = make_mirror(tmp_path / "mirror", settings(server.newsroom, server, ("estran",)))
    made.round()
    server.requests.clear()
    return made


def rest_unsigned(mirror: Mirror) -> None:
    file = mirror.folder / "mirror.toml"
    file.write_text(file.read_text("utf-8") + UNSIGNED, encoding="utf-8")


@pytest.mark.parametrize("words", [("run", "-q"), ("publish",), ("build",)])
def test_a_lost_key_stops_a_mirror_that_signed(
    server: NewsroomServer, mirror: Mirror, words: tuple[str, ...]
) -> None:
    before = mirror.published()
    (mirror.folder / "mirror.key").rename(mirror.folder / "elsewhere.key")
    server.newsroom = Newsroom(2)
    done = mirror.run(*words)
    assert done.returncode == 2, done.stderr
    for said in ("mirror.key", "MIRRORPRESS_KEY", "backup", "keys rotate --lost", "sign = false"):
        assert said in done.stderr
    assert not server.requests, "nothing is fetched"
    assert mirror.published() == before
    (mirror.folder / "elsewhere.key").rename(mirror.folder / "mirror.key")
    assert mirror.run(*words).returncode == 0


def test_another_key_stops_a_mirror_that_signed(server: NewsroomServer, mirror: Mirror) -> None:
    before = mirror.published()
    (mirror.folder / "mirror.key").rename(mirror.folder / "elsewhere.key")
    new_key(mirror.folder / "mirror.key")
    done = mirror.run("run", "-q")
    assert done.returncode == 2
    assert "keys rotate" in done.stderr
    assert not server.requests
    assert mirror.published() == before


def test_another_key_in_the_environment_stops_it_too(mirror: Mirror, tmp_path: Path) -> None:
    new_key(tmp_path / "other.key")
    done = subprocess.run(
        mirror.command("run", "-q"),
        capture_output=True,
        text=True,
        env={**os.environ, "MIRRORPRESS_KEY": (tmp_path / "other.key").read_text("ascii")},
    )
    assert done.returncode == 2
    assert "MIRRORPRESS_KEY" in done.stderr


def test_unsigned_copies_are_published_on_purpose_only(mirror: Mirror) -> None:
    key = mirror.folder / "mirror.key"
    key.rename(mirror.folder / "elsewhere.key")
    text = (mirror.folder / "mirror.toml").read_text("utf-8")
    rest_unsigned(mirror)
    assert mirror.run("run").returncode == 0
    web = mirror.folder / "public/web"
    assert not (web / "SHA256SUMS.minisig").exists()
    assert not (web / "mirror.pub").exists()
    (mirror.folder / "mirror.toml").write_text(text, encoding="utf-8")
    assert mirror.run("run").returncode == 2, "the key is still remembered"
    (mirror.folder / "elsewhere.key").rename(key)
    assert mirror.run("run").returncode == 0
    assert (web / "SHA256SUMS.minisig").exists()


def test_a_mirror_with_articles_that_never_signed_is_asked_to_decide(
    server: NewsroomServer, tmp_path: Path
) -> None:
    mirror = make_mirror(tmp_path / "mirror", settings(server.newsroom, server, ("estran",)))
    rest_unsigned(mirror)
    (mirror.folder / "mirror.key").unlink()
    assert mirror.run("run").returncode == 0
    assert not (mirror.folder / "mirror.key").exists()
    file = mirror.folder / "mirror.toml"
    file.write_text(file.read_text("utf-8").replace(UNSIGNED, ""), encoding="utf-8")
    done = mirror.run("run")
    assert done.returncode == 2
    assert "keys new" in done.stderr
    assert "sign = false" in done.stderr
    assert mirror.run("keys", "new").returncode == 0
    assert mirror.run("run").returncode == 0
    assert (mirror.folder / "public/web/SHA256SUMS.minisig").exists()


def test_a_new_mirror_is_given_a_key(server: NewsroomServer, tmp_path: Path) -> None:
    mirror = make_mirror(tmp_path / "mirror", settings(server.newsroom, server, ("estran",)))
    (mirror.folder / "mirror.key").unlink()
    done = mirror.run("run")
    assert done.returncode == 0
    assert "made the signing key" in done.stderr
    assert (mirror.folder / "public/web/SHA256SUMS.minisig").exists()
