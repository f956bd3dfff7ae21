"""`verify` as a reader calls it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from cli.commands import run
from mirrorpress.errors import VerifyError
from publish.edition import KEY, first_edition
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
