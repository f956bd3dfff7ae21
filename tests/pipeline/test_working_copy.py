"""Working copies: when pages were first committed, clones, and repositories that mean harm."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mirrorpress.errors import ExtractError, RunError
from mirrorpress.pipeline.working_copy import WorkingCopy, first_commits, located
from mirrorpress.progress import Silent
from publish.places import files_in, git, write_files

RIVER, PIER = 'articles/gazette/1048000_河水 "rises".md', "articles/gazette/1047999.md"
DAY = 86_400
FIRST = 1_600_000_000  # seconds since 1970: 2020-09-13


def commit(place: Path, day: int, message: str = "update") -> None:
    git(place, "add", "--all")
    git(place, "-c", "user.name=Wen", "commit", "-q", "--date", f"@{FIRST} +0000", "-m", message)
    amend_time(place, FIRST + day * DAY)


def amend_time(place: Path, time: int) -> None:
    """Give the newest commit a time of its own."""
    text = git(place, "cat-file", "commit", "HEAD")
    lines = [
        f"committer Wen <wen@example.org> {time} +0000" if line.startswith("committer ") else line
        for line in text.split("\n")
    ]
    made = "\n".join(lines).encode() + b"\n"
    new = git(place, "hash-object", "-t", "commit", "-w", "--stdin", given=made)
    git(place, "reset", "-q", "--soft", new)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A page of the first day that changed on the third, and one of the second."""
    place = tmp_path / "mirror"
    place.mkdir()
    git(place, "init", "-q", "--initial-branch=main")
    write_files(place, {RIVER: b"one", "README.md": b"one"})
    commit(place, 0)
    write_files(place, {PIER: b"one", "README.md": b"two"})
    commit(place, 1)
    write_files(place, {RIVER: b"two"})
    commit(place, 2)
    return place


def test_a_page_is_as_old_as_its_first_commit(repository: Path) -> None:
    pages = {RIVER, PIER}
    assert first_commits(repository, pages) == {RIVER: FIRST, PIER: FIRST + DAY}
    with WorkingCopy(repository) as copy:
        assert copy.pages == (PIER, RIVER)
        assert copy.layout == "archive"
        assert copy.dated(RIVER) == datetime.fromtimestamp(FIRST, UTC)
        assert copy.read(RIVER) == b"two"


def test_what_git_cannot_tell_is_left_out(tmp_path: Path) -> None:
    write_files(tmp_path, {PIER: b"one", ".git/HEAD": b"nothing"})
    assert first_commits(tmp_path, {PIER}) == {}
    with WorkingCopy(tmp_path) as copy:
        assert copy.dated(PIER) is not None  # the time of the file


def test_a_repository_that_the_folder_lies_in_is_not_asked(repository: Path) -> None:
    write_files(repository, {f"inside/{PIER}": b"one"})
    commit(repository, 3)
    assert first_commits(repository / "inside", {PIER}) == {}


@pytest.mark.parametrize(
    "setting",
    [
        ("gpg.program", "log.showSignature=true"),
        ("core.pager", "core.pager"),
        ("diff.external", "diff.external"),
        ("core.fsmonitor", "core.fsmonitor"),
        ("core.sshCommand", "core.sshCommand"),
    ],
)
def test_settings_of_the_repository_start_no_command(
    repository: Path, tmp_path: Path, setting: tuple[str, str]
) -> None:
    marker, program = tmp_path / "marker", tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {marker}\nexit 1\n")
    program.chmod(0o755)
    sign(repository)
    git(repository, "config", setting[0], str(program))
    if "=" in setting[1]:
        git(repository, "config", *setting[1].split("="))
    assert first_commits(repository, {PIER}) == {PIER: FIRST + DAY}
    assert not marker.exists()
    if "=" in setting[1]:  # it would have been started
        git(repository, "log", "-1")
        assert marker.exists()


def sign(place: Path) -> None:
    """Put something like a signature into the newest commit."""
    head, _, message = git(place, "cat-file", "commit", "HEAD").partition("\n\n")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ\n -----END PGP SIGNATURE-----"
    signed = f"{head}\n{signature}\n\n{message}\n".encode()
    new = git(place, "hash-object", "-t", "commit", "-w", "--stdin", given=signed)
    git(place, "reset", "-q", "--soft", new)


# Clones


@pytest.fixture
def bare(repository: Path, tmp_path: Path) -> Path:
    git(tmp_path, "clone", "-q", "--bare", str(repository), "bare.git")
    return tmp_path / "bare.git"


class Heard(Silent):
    """Notes when steps begin and end."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    def start(self, step: str, total: int) -> None:
        self.steps.append(f"{step} begins")

    def finish(self, step: str) -> None:
        self.steps.append(f"{step} ends")


@pytest.mark.parametrize("form", ["{}", "file://{}"])
def test_a_repository_is_cloned_with_its_history(bare: Path, form: str) -> None:
    heard = Heard()
    with located(form.format(bare), heard) as root:
        assert heard.steps == ["clone begins", "clone ends"]
        assert files_in(root) == {RIVER: b"two", PIER: b"one"}  # nothing that is not read
        assert first_commits(root, {RIVER}) == {RIVER: FIRST}
    assert not root.exists()


def test_a_folder_is_not_cloned(repository: Path) -> None:
    with located(str(repository), Silent()) as root:
        assert root == repository
    assert repository.exists()


def test_a_clone_runs_no_filter_and_has_no_links(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marker, home = tmp_path / "marker", tmp_path / "home"
    home.mkdir()
    (home / ".gitconfig").write_text(f'[filter "own"]\n\tsmudge = touch {marker}\n')
    write_files(repository, {".gitattributes": b"*.md filter=own\n"})
    (repository / "articles/gazette/1047998.md").symlink_to("/etc/passwd")
    commit(repository, 3)
    git(tmp_path, "clone", "-q", "--bare", str(repository), "bare.git")
    monkeypatch.setenv("HOME", str(home))
    with located(str(tmp_path / "bare.git"), Silent()) as root:
        assert not marker.exists()
        assert files_in(root)["articles/gazette/1047998.md"] == b"/etc/passwd"
        assert not (root / "articles/gazette/1047998.md").is_symlink()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("file:///nonexistent/mirror.git", "could not be cloned"),
        ("ext::sh -c touch% /tmp/x", "could not be cloned: .*not allowed"),
        ("https://user:word@127.0.0.1:9/mirror.git", r"https://127.0.0.1:9/mirror.git could not"),
    ],
)
def test_an_address_that_cannot_be_cloned_is_one_sentence(address: str, words: str) -> None:
    with pytest.raises(RunError, match=words) as caught, located(address, Silent()):
        pytest.fail("it was cloned")
    assert "word" not in str(caught.value)


def test_a_path_that_is_not_there_is_no_repository() -> None:
    with located("nowhere", Silent()) as root, pytest.raises(RunError, match="cannot be read"):
        WorkingCopy(root)


def test_a_page_that_is_no_file_is_refused(tmp_path: Path) -> None:
    write_files(tmp_path, {PIER: b"one"})
    with WorkingCopy(tmp_path) as copy:
        (tmp_path / PIER).unlink()
        with pytest.raises(ExtractError, match="a link or another special file"):
            copy.read(PIER)
