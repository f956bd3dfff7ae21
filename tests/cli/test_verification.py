"""`verify` as a reader calls it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from cli.commands import run
from mirrorpress.errors import KeyFileError, VerifyError
from mirrorpress.publish import checksums, manifest
from mirrorpress.publish.keys import SigningKey
from publish.edition import KEY, START, STRANGER, digest, first_edition, sealed
from publish.places import git, write_files

KEY_LINE = KEY.public.line
PAGE = "articles/2026/03/09/port-a.md"
FORGED = b"# Fake\n"


def commit(place: Path, prefix: str = "") -> None:
    """A repository in a folder that holds the honest edition."""
    write_files(place / prefix, first_edition().contents)
    git(place, "init", "--quiet", "-b", "main")
    git(place, "add", "--all", "--force")
    git(place, "commit", "--quiet", "--message", "A copy")


def git_beside(place: Path) -> None:
    commit(place)


def git_file(place: Path) -> None:
    commit(place)
    (place / ".git").rename(place.parent / "elsewhere")
    (place / ".git").write_text(f"gitdir: {place.parent}/elsewhere\n")


def git_link(place: Path) -> None:
    commit(place)
    (place / ".git").rename(place.parent / "elsewhere")
    (place / ".git").symlink_to(place.parent / "elsewhere")


@pytest.mark.parametrize("made", [git_beside, git_file, git_link], ids=lambda made: made.__name__)
def test_a_forged_page_beside_an_honest_repository(
    tmp_path: Path, made: Callable[[Path], None]
) -> None:
    place = tmp_path / "copy"
    made(place)
    result = run("verify", "--key", KEY_LINE, str(place))
    assert result.status == 0
    said = result.output.decode().splitlines()
    assert not any(line.startswith("added") for line in said)
    assert any(line.startswith("note: ") and ".git" in line for line in said)
    (place / PAGE).write_bytes(FORGED)
    result = run("verify", "--key", KEY_LINE, str(place))
    assert result.status == 3
    assert f"changed: {PAGE}\n".encode() in result.output


def test_a_forged_page_among_the_files_of_a_bare_repository(tmp_path: Path) -> None:
    commit(tmp_path / "honest")
    git(tmp_path, "clone", "--quiet", "--bare", "honest", "bare")
    copy = tmp_path / "bare"
    write_files(copy, {**first_edition().contents, PAGE: FORGED})
    result = run("verify", "--key", KEY_LINE, str(copy))
    assert result.status == 3
    assert f"changed: {PAGE}\n".encode() in result.output
    assert b"added: HEAD\n" in result.output


def test_a_page_alone_beside_a_bare_repository_makes_it_a_folder(tmp_path: Path) -> None:
    commit(tmp_path / "honest")
    git(tmp_path, "clone", "--quiet", "--bare", "honest", "bare")
    write_files(tmp_path / "bare", {"page.md": FORGED})
    with pytest.raises(VerifyError, match="--git"):
        run("verify", "--key", KEY_LINE, str(tmp_path / "bare"))


def test_a_bare_repository_and_nothing_else_is_checked_at_its_commit(tmp_path: Path) -> None:
    commit(tmp_path / "honest")
    git(tmp_path, "clone", "--quiet", "--bare", "honest", "bare")
    result = run("verify", "--key", KEY_LINE, str(tmp_path / "bare"))
    assert result.status == 0
    head = git(tmp_path / "bare", "rev-parse", "HEAD")
    assert f"note: commit {head} was checked".encode() in result.output


def test_git_asks_for_the_commit_and_the_output_says_so(tmp_path: Path) -> None:
    commit(tmp_path)
    (tmp_path / PAGE).write_bytes(FORGED)
    result = run("verify", "--git", "--key", KEY_LINE, str(tmp_path))
    assert result.status == 0
    assert b"files beside it were not" in result.output


def test_revision_and_prefix_mean_a_commit(tmp_path: Path) -> None:
    commit(tmp_path, "web")
    shutil.rmtree(tmp_path / "web")
    assert run("verify", "--prefix", "web/", "--key", KEY_LINE, str(tmp_path)).status == 0
    commit(tmp_path / "other")
    (tmp_path / "other" / PAGE).write_bytes(FORGED)
    place = str(tmp_path / "other")
    assert run("verify", "--revision", "main", "--key", KEY_LINE, place).status == 0


@pytest.mark.parametrize("options", [("--git",), ("--revision", "main"), ("--prefix", "web/")])
def test_an_address_has_no_commit(options: tuple[str, ...]) -> None:
    with pytest.raises(click.UsageError, match="web address"):
        run("verify", *options, "https://mirror.example/")


HOSTILE = (
    "Harbour\n\x1b[2J5 files are as they were signed\r\u202edengis\u2066\u2028\u0007" + "x" * 3000
)


def hostile_edition() -> dict[str, bytes]:
    """A stranger's edition, sealed with care, whose texts are made for the terminal."""
    descriptor = manifest.Descriptor(
        mirror=HOSTILE, edition="git", sequence=1, time=START, key=STRANGER.public.line
    )
    files = {
        manifest.DESCRIPTOR: manifest.descriptor(descriptor),
        manifest.PUBLIC_KEY: STRANGER.public.file(),
    }
    sums = checksums.written((name, digest(body)) for name, body in files.items())
    signature = STRANGER.sign(sums, manifest.trusted_comment(descriptor))
    return {**files, checksums.FILE: sums, checksums.SIGNATURE: signature}


def assert_plain(output: str, most: int) -> None:
    for line in output.split("\n"):
        assert line.isprintable(), line
        assert len(line) <= most


@pytest.mark.parametrize("key", [("--key", KEY_LINE), ("--key", STRANGER.public.line), ()])
def test_texts_of_a_copy_cannot_forge_the_verdict(tmp_path: Path, key: tuple[str, ...]) -> None:
    write_files(tmp_path, hostile_edition())
    (tmp_path / "page\n5 files are as they were signed").touch()
    Path(f"{tmp_path}/page \u202e\x1b[1A").touch()
    result = run("verify", *key, str(tmp_path))
    assert result.status == 3
    said = result.output.decode()
    assert "mirror: Harbour\\n" in said
    assert not any(line.startswith("5 files") for line in said.split("\n"))
    assert_plain(said, 1100)


def test_a_problem_with_a_long_hostile_text_is_one_short_line(tmp_path: Path) -> None:
    files = first_edition().contents
    comment = f"mirror:\u202e\u2066{'x' * 8000} edition:git sequence:1 time:2026-03-09T05:05:06Z"
    signature = KEY.sign(files[checksums.FILE], comment)
    write_files(tmp_path, {**files, checksums.SIGNATURE: signature})
    result = run("verify", "--key", KEY_LINE, str(tmp_path))
    assert result.status == 3
    assert b"problem: mirror.json and the signature" in result.output
    assert_plain(result.output.decode(), 1100)


def test_what_a_stranger_says_of_a_copy_is_marked(tmp_path: Path) -> None:
    write_files(tmp_path, sealed({"README.md": FORGED}, key=STRANGER))
    result = run("verify", "--key", KEY_LINE, str(tmp_path))
    assert result.output.startswith(b"it says it is edition git, number 1 of ")


@pytest.mark.parametrize("key", ["", " ", "\n", "\u3000"])
def test_an_empty_key_is_an_error(tmp_path: Path, key: str) -> None:
    write_files(tmp_path, first_edition().contents)
    with pytest.raises(KeyFileError, match="--key is empty"):
        run("verify", "--key", key, str(tmp_path))


def test_a_wrong_key_is_repeated_on_one_line(tmp_path: Path) -> None:
    with pytest.raises(KeyFileError) as error:
        run("verify", "--key", f"RW\x1b[2J\n\u202e{'x' * 1000}", str(tmp_path))
    assert_plain(str(error.value), 400)


def copy_number(place: Path, number: int, **more: object) -> str:
    write_files(place, sealed({"README.md": b"# Page\n"}, sequence=number, **more))  # type: ignore[arg-type]
    return str(place)


@pytest.mark.parametrize("key", [("--key", KEY_LINE), ()])
def test_an_older_genuine_copy_is_noticed(tmp_path: Path, key: tuple[str, ...]) -> None:
    old, new = copy_number(tmp_path / "old", 8), copy_number(tmp_path / "new", 9)
    assert run("verify", *key, old).status == 0
    assert run("verify", *key, new).status == 0
    assert run("verify", *key, new).status == 0
    result = run("verify", *key, old)
    assert result.status == 3
    assert b"older than a copy seen before (number 9 of edition git)\n" in result.output
    assert b"as they were signed" not in result.output
    assert run("verify", *key, "--no-memory", old).status == 0
    assert run("verify", *key, copy_number(tmp_path / "web", 1, edition="web")).status == 0
    assert run("verify", copy_number(tmp_path / "other", 1, key=STRANGER)).status == 0


def test_a_stranger_does_not_make_genuine_copies_old(tmp_path: Path) -> None:
    twin = SigningKey(bytes.fromhex("0102030405060708"), bytes(range(64, 96)))  # the same key id
    assert run("verify", copy_number(tmp_path / "twin", 10**6, key=twin)).status == 0
    genuine = copy_number(tmp_path / "genuine", 99)
    assert run("verify", "--key", KEY_LINE, genuine).status == 0


def test_what_is_not_proven_is_not_remembered(tmp_path: Path, state_home: Path) -> None:
    unsigned = copy_number(tmp_path / "unsigned", 9, key=None)
    stranger = copy_number(tmp_path / "stranger", 9, key=STRANGER)
    for place in (unsigned, stranger):
        assert run("verify", "--key", KEY_LINE, place).status == 3
    assert run("verify", "--no-memory", copy_number(tmp_path / "good", 9)).status == 0
    assert not state_home.exists()


def test_a_damaged_copy_with_a_good_signature_is_remembered(tmp_path: Path) -> None:
    new = copy_number(tmp_path / "new", 9)
    (tmp_path / "new/README.md").write_bytes(FORGED)
    assert run("verify", "--key", KEY_LINE, new).status == 3
    assert run("verify", "--key", KEY_LINE, copy_number(tmp_path / "old", 8)).status == 3


def test_the_memory_names_no_place_and_no_reader(tmp_path: Path, state_home: Path) -> None:
    assert run("verify", copy_number(tmp_path / "copy", 9)).status == 0
    content = json.loads((state_home / "mirrorpress/seen.json").read_bytes())
    assert content == {"format": "mirrorpress-seen-1", "seen": {f"{KEY_LINE} git": 9}}


def test_since_asks_for_a_number(tmp_path: Path) -> None:
    place = copy_number(tmp_path, 8)
    assert run("verify", "--since", "8", place).status == 0
    result = run("verify", "--since", "9", "--no-memory", place)
    assert result.status == 3
    assert b"older than number 9, which --since asks for\n" in result.output


def test_a_damaged_memory_stops_the_check(tmp_path: Path, state_home: Path) -> None:
    write_files(state_home, {"mirrorpress/seen.json": b"{"})
    place = copy_number(tmp_path, 8)
    with pytest.raises(VerifyError, match="remove it"):
        run("verify", place)
    assert run("verify", "--no-memory", place).status == 0


def test_a_memory_that_cannot_be_written_is_told(tmp_path: Path, state_home: Path) -> None:
    write_files(state_home, {"mirrorpress/seen.lock/in-the-way": b""})
    result = run("verify", copy_number(tmp_path, 8))
    assert result.status == 0
    assert "could not be remembered" in result.said
