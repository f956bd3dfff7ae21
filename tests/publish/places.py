"""Folders and git repositories as tests write and read them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


def write_files(root: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def files_in(root: Path) -> dict[str, bytes]:
    """Every file below a folder but those of git."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(root).parts
    }


def git(place: Path, *arguments: str, given: bytes = b"") -> str:
    """What git prints, as another user of the repository would call it."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(place),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Wen",
        "GIT_AUTHOR_EMAIL": "wen@example.org",
        "GIT_COMMITTER_NAME": "Wen",
        "GIT_COMMITTER_EMAIL": "wen@example.org",
    }
    done = subprocess.run(
        ["git", "-C", str(place), *arguments],
        env=environment,
        input=given,
        check=True,
        capture_output=True,
    )
    return done.stdout.decode().strip()


def files_at(repository: Path, revision: str = "main") -> dict[str, bytes]:
    """Every file of a commit."""
    names = git(repository, "ls-tree", "-r", "-z", "--name-only", revision).split("\0")
    return {
        name: subprocess.run(
            ["git", "-C", str(repository), "cat-file", "blob", f"{revision}:{name}"],
            check=True,
            capture_output=True,
        ).stdout
        for name in names
        if name
    }


def push_foreign(repository: Path, work: Path, files: Mapping[str, bytes]) -> str:
    """Somebody else's commit on the branch `main`; its id."""
    git(work.parent, "clone", "--quiet", "--branch", "main", str(repository), str(work))
    write_files(work, files)
    git(work, "add", "--all")
    git(work, "commit", "--quiet", "--message", "A file of the operator's")
    git(work, "push", "--quiet", "origin", "main")
    return git(work, "rev-parse", "HEAD")


@contextmanager
def without_the_rights_of_root() -> Iterator[None]:
    """As another user, where the tests run as root, whom permission bits do not stop.

    What is open stays open; a path from the root of the file system may be closed meanwhile.
    """
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)  # nobody
    try:
        yield
    finally:
        os.seteuid(0)
