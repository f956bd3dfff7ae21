"""A mirror that signed once: a lost or changed key stops it, before anything is touched."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from mirrorpress.demo import Newsroom, NewsroomServer
from mirrorpress.publish.keys import load_key, new_key
from mirrors import Mirror, make_mirror, settings

UNSIGNED = "\n[seal]\nsign = false\n"


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
def after_a_round(running: NewsroomServer, tmp_path_factory: pytest.TempPathFactory) -> Mirror:
    """To be copied, not to be changed."""
    running.newsroom = Newsroom(1)  # a test that ran before may have left another
    text = settings(running.newsroom, running, ("estran",))
    made = make_mirror(tmp_path_factory.mktemp("signing") / "mirror", text)
    made.round()
    return made


@pytest.fixture
def mirror(after_a_round: Mirror, server: NewsroomServer, tmp_path: Path) -> Mirror:
    """A mirror after one round; what was asked of the newsroom is forgotten."""
    return after_a_round.copied(tmp_path / "mirror")


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


@pytest.mark.parametrize("place", ["public/web/mirror.key", "public/k", "state/targets/k", "out/k"])
def test_a_key_in_a_published_folder_is_refused(mirror: Mirror, place: str) -> None:
    file = mirror.folder / "mirror.toml"
    here = mirror.folder / place
    here.parent.mkdir(parents=True, exist_ok=True)
    (mirror.folder / "mirror.key").rename(here)
    (mirror.folder / "link.key").symlink_to(here)
    text = file.read_text("utf-8") + '[[target]]\nname = "out"\nurl = "out"\neditions = ["web"]\n'
    for path in (place, "link.key"):
        file.write_text(f'{text}[seal]\nkey = "{path}"\n', encoding="utf-8")
        for words in (("run", "-q"), ("keys", "rotate"), ("keys", "show")):
            done = mirror.run(*words)
            assert done.returncode == 2, words
            assert "published" in done.stderr
    here.unlink()
    for words in (("keys", "new"), ("keys", "rotate", "--lost")):
        assert mirror.run(*words).returncode == 2, words
    assert not here.exists()


# Rotation


def public(mirror: Mirror) -> str:
    return mirror.run("keys", "show").stdout.strip()


def verified(mirror: Mirror, place: str, key: str) -> tuple[int, str]:
    done = mirror.verify(mirror.folder / place, key)
    return done.returncode, done.stdout


def test_copies_by_a_new_key_pass_with_the_former_ones(
    server: NewsroomServer, mirror: Mirror
) -> None:
    keys = [public(mirror)]
    for _ in range(2):
        done = mirror.run("keys", "rotate")
        assert done.returncode == 0, done.stderr
        keys.append(done.stdout.strip())
        assert public(mirror) == keys[-1]
        assert mirror.run("run").returncode == 0
        for place in ("public/git", "public/web", "remote.git"):
            status, said = verified(mirror, place, keys[-1])
            assert (status, "signed with the expected key" in said) == (0, True), said
            for former in keys[:-1]:
                status, said = verified(mirror, place, former)
                assert (status, "a successor of the expected key" in said) == (0, True), said
    assert len(set(keys)) == 3
    backups = sorted(path for path in mirror.folder.glob("mirror.key.2*"))
    assert [load_key(path).public.line for path in backups] == keys[:2]
    assert {path.stat().st_mode & 0o777 for path in mirror.folder.glob("mirror.key*")} == {0o600}
    before = mirror.published()
    assert mirror.run("run").returncode == 0
    assert mirror.published() == before, "a round with nothing new changes no byte"


def test_two_rotations_between_two_rounds(mirror: Mirror) -> None:
    first = public(mirror)
    for _ in range(2):
        assert mirror.run("keys", "rotate").returncode == 0
    assert mirror.run("run").returncode == 0
    assert verified(mirror, "public/web", first)[0] == 0


def test_without_its_statements_a_new_key_is_another_one(mirror: Mirror) -> None:
    assert mirror.run("keys", "rotate").returncode == 0
    statements = mirror.folder / "mirror.key.successors.json"
    kept = statements.read_bytes()
    statements.unlink()
    assert mirror.run("run").returncode == 2
    statements.write_bytes(kept.replace(b"time", b"tome"))
    done = mirror.run("run")
    assert done.returncode == 2
    assert statements.name in done.stderr
    statements.write_bytes(kept)
    assert mirror.run("run").returncode == 0


def test_a_lost_key_is_replaced_on_purpose(server: NewsroomServer, mirror: Mirror) -> None:
    first = public(mirror)
    done = mirror.run("keys", "rotate", "--lost")
    assert done.returncode == 2
    assert "is not lost" in done.stderr
    (mirror.folder / "mirror.key").unlink()
    assert mirror.run("keys", "rotate").returncode == 2, "nothing can sign the new one"
    done = mirror.run("keys", "rotate", "--lost")
    assert done.returncode == 0
    assert "publish it where they got the former one" in done.stderr
    new = done.stdout.strip()
    assert public(mirror) == new
    server.newsroom = Newsroom(2)
    assert mirror.run("run").returncode == 0
    for place in ("public/web", "remote.git"):
        assert verified(mirror, place, new)[0] == 0
        assert verified(mirror, place, first)[0] == 3
    assert not (mirror.folder / "public/web/successor.json").exists()


def test_a_key_that_was_made_already_takes_the_place_of_a_lost_one(mirror: Mirror) -> None:
    (mirror.folder / "mirror.key").unlink()
    made = mirror.run("keys", "new").stdout
    assert mirror.run("run").returncode == 2
    assert mirror.run("keys", "rotate").returncode == 2
    assert mirror.run("keys", "rotate", "--lost").stdout == made
    assert mirror.run("run").returncode == 0


def test_a_target_that_missed_the_rotation_is_caught_up(
    server: NewsroomServer, mirror: Mirror
) -> None:
    """What the folder holds is neither the last state nor what the store left there."""
    shutil.copytree(mirror.folder / "public/web", mirror.folder / "old")
    server.newsroom = Newsroom(2)
    mirror.round()
    mirror.run("keys", "rotate")
    mirror.round()
    server.newsroom = Newsroom(1)
    shutil.rmtree(mirror.folder / "public/web")
    shutil.move(mirror.folder / "old", mirror.folder / "public/web")
    assert [target["error"] for target in mirror.round()["targets"]] == [None] * 3
    assert verified(mirror, "public/web", public(mirror))[0] == 0


def test_a_lost_state_is_continued_from_copies_by_a_former_key(
    server: NewsroomServer, mirror: Mirror
) -> None:
    assert mirror.run("keys", "rotate").returncode == 0
    shutil.rmtree(mirror.folder / "state")
    assert mirror.run("run", "-q").returncode == 2
    done = mirror.run("run", "--adopt")
    assert done.returncode == 0, done.stderr
    assert verified(mirror, "public/web", public(mirror))[0] == 0


def test_a_key_of_the_environment_is_replaced_in_the_file(mirror: Mirror) -> None:
    key = mirror.folder / "mirror.key"
    held = {**os.environ, "MIRRORPRESS_KEY": key.read_text("ascii")}
    key.unlink()
    rotated = subprocess.run(
        mirror.command("keys", "rotate"), env=held, capture_output=True, text=True
    )
    assert rotated.returncode == 0, rotated.stderr
    assert "MIRRORPRESS_KEY" in rotated.stderr
    stays = subprocess.run(mirror.command("run", "-q"), env=held, capture_output=True, text=True)
    assert stays.returncode == 0, "until the new one has signed"
    held["MIRRORPRESS_KEY"] = key.read_text("ascii")
    assert subprocess.run(mirror.command("run", "-q"), env=held).returncode == 0
    assert load_key(key).public.line == rotated.stdout.strip()


def test_extras_of_a_git_target_stay_and_are_named(mirror: Mirror) -> None:
    file = mirror.folder / "mirror.toml"
    text = file.read_text("utf-8")
    clone = mirror.folder / "clone"
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@invalid"]
    subprocess.run([*git, "clone", "-q", str(mirror.folder / "remote.git"), str(clone)], check=True)
    (clone / "LICENSE").write_text("free")
    for words in (("add", "LICENSE"), ("commit", "-qm", "terms"), ("push", "-q")):
        subprocess.run([*git, "-C", str(clone), *words], check=True)
    assert verified(mirror, "remote.git", public(mirror))[0] == 3
    extras = text.replace('url = "remote.git"\n', 'url = "remote.git"\nextras = ["LICENSE"]\n')
    file.write_text(extras, encoding="utf-8")
    assert mirror.run("run").returncode == 0
    status, said = verified(mirror, "remote.git", public(mirror))
    assert status == 0, said
    assert "files that mirror.json leaves to others were not checked: 1" in said
    assert "LICENSE" in mirror.git("ls-tree", "--name-only", "main")
    before = mirror.published()
    assert mirror.run("run").returncode == 0
    assert mirror.published() == before
    for own in ("README.md", "Articles/"):
        file.write_text(extras.replace('"LICENSE"', f'"{own}"'), encoding="utf-8")
        done = mirror.run("run")
        assert done.returncode == 2
        assert own in done.stderr
    assert mirror.published() == before
    file.write_text(text, encoding="utf-8")
    assert mirror.run("run").returncode == 0
    assert verified(mirror, "remote.git", public(mirror))[0] == 3
