"""Copies of an edition as `verify` reads them: a folder, a git commit, an address.

Whoever made the copy may wish us ill. No link is followed, nothing is run that the copy names,
no path leaves the copy, and no file is held in memory but checksum files, whose size is bounded.
"""

from __future__ import annotations

import hashlib
import os
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from subprocess import DEVNULL, Popen
from types import TracebackType
from typing import IO, Protocol, Self

from mirrorpress.errors import VerifyError
from mirrorpress.publish.checksums import MAX_SIZE, PathRefused
from mirrorpress.publish.gitcommand import Git, GitFailed
from mirrorpress.publish.gitfiles import Bounds, files_of
from mirrorpress.publish.safe_folder import NOT_A_FILE, SafeFolder

_LIMIT = MAX_SIZE + 1  # bytes of a checksum file that are read: a longer one is refused as too long
_CHUNK = 2**20
_BOUNDS = Bounds()
_OF_GIT = frozenset(  # what git keeps at the root of a bare repository (gitrepository-layout(5))
    {
        *("HEAD", "FETCH_HEAD", "ORIG_HEAD", "config", "config.worktree", "description"),
        *("objects", "refs", "packed-refs", "reftable", "logs", "info", "hooks", "branches"),
        *("shallow", "worktrees", "gc.log", "gc.pid"),
    }
)
_AT_ONCE = 200  # files asked of git before the first answer is read; fits into a pipe


class Exhausted(VerifyError):
    """A limit of time or bytes is reached; what was checked until then counts."""


class Copy(Protocol):
    """Something that says it is an edition."""

    def read(self, path: str) -> bytes | None:
        """A small file (checksums, signature, key); cut off where it is longer than any of ours
        may be, None where there is no such file.
        """

    def digests(self, paths: Sequence[str]) -> Iterator[str | None]:
        """For each path the SHA-256 of its file in hex; None where there is nothing, `NOT_A_FILE`
        where there is something else (a symbolic link, a folder, a file that cannot be read).
        """

    def paths(self, unread: Callable[[str], None]) -> Iterator[str] | None:
        """Every path in the copy; None where it cannot be listed.

        Args:
            unread: is called with each folder ("" is the root) that cannot be listed.
        """

    def notes(self) -> tuple[str, ...]:
        """What a reader should know about what is checked here, a clause each."""


class FolderCopy:
    """A folder, and what is below it.

    Raises:
        VerifyError: there is no such folder.
    """

    def __init__(self, root: Path) -> None:
        try:
            self._tree = SafeFolder(root)
        except OSError as error:
            raise VerifyError(f"the folder {root} cannot be read: {error.strerror}") from error
        weakref.finalize(self, self._tree.close)

    def read(self, path: str) -> bytes | None:
        try:
            return self._tree.read(path, _LIMIT)
        except PathRefused:
            return None

    def digests(self, paths: Sequence[str]) -> Iterator[str | None]:
        return map(self._digest, paths)

    def _digest(self, path: str) -> str | None:
        try:
            return self._tree.digest(path)
        except PathRefused:
            return NOT_A_FILE

    def paths(self, unread: Callable[[str], None]) -> Iterator[str]:
        return (path for path in self._tree.walk(unread) if path != ".git")

    def notes(self) -> tuple[str, ...]:
        if not self._tree.occupied(".git"):
            return ()
        return ("there is a .git in this copy, which was not checked; --git checks its commit",)


def is_bare_repository(path: Path) -> bool:
    """Whether a folder is a bare git repository, and holds nothing besides.

    A stray file makes it a folder like any other: what git says of a commit proves nothing about
    the files that lie beside its objects.
    """
    try:
        with os.scandir(path) as entries:
            kinds = {entry.name: entry.is_dir(follow_symlinks=False) for entry in entries}
    except OSError:
        return False
    return kinds.keys() <= _OF_GIT and kinds.get("HEAD") is False and bool(kinds.get("objects"))


class GitCopy:
    """A commit of a git repository, bare or with a work tree; the work tree is not looked at.

    Args:
        repository: its path.
        revision: anything that names a commit.
        prefix: the folder of the edition in it ("web/").
        bounds: how much of the commit is listed.

    Raises:
        VerifyError: there is no such repository or commit, or it passes a bound.
    """

    def __init__(
        self,
        repository: Path,
        revision: str = "HEAD",
        prefix: str = "",
        *,
        bounds: Bounds = _BOUNDS,
    ) -> None:
        self._git = Git(repository, transports="")  # what is not here is not fetched either
        folder = f"{prefix.rstrip('/')}/" if prefix else ""
        self._stack = ExitStack()
        self._process: Popen[bytes] | None = None
        weakref.finalize(self, self._stack.close)
        try:
            self.commit = self._git.line(
                "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
            )
            self._held = files_of(self._git, self.commit, folder, bounds)
        except GitFailed as error:
            raise VerifyError(
                f"{repository} has no git commit {revision!r} that can be read: {error}"
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def read(self, path: str) -> bytes | None:
        content = b""
        try:
            self._ask([path])
            for chunk in self._answer(path):
                if len(content) < _LIMIT:  # all is taken from git: the next file is behind it
                    content += chunk
        except (GitFailed, OSError):
            return None
        return content[:_LIMIT]

    def digests(self, paths: Sequence[str]) -> Iterator[str | None]:
        for start in range(0, len(paths), _AT_ONCE):
            window = paths[start : start + _AT_ONCE]
            with suppress(OSError):
                self._ask(window)
            yield from [self._digest(path) for path in window]

    def _digest(self, path: str) -> str | None:
        if path not in self._held:
            return None
        found = hashlib.sha256()
        try:
            for chunk in self._answer(path):
                found.update(chunk)
        except (GitFailed, OSError):
            return NOT_A_FILE
        return found.hexdigest()

    def paths(self, unread: Callable[[str], None]) -> Iterator[str]:
        return iter(self._held)

    def notes(self) -> tuple[str, ...]:
        return (f"commit {self.commit} was checked; files beside it were not",)

    def _object(self, path: str) -> str | None:
        """The id of a file's content; None for what is no file."""
        identity = self._held.get(path)
        return None if identity is None else identity.hex()

    def _ask(self, paths: Sequence[str]) -> None:
        """Ask the one `git cat-file --batch` that runs as long as we do for some files."""
        wanted = [identity for identity in map(self._object, paths) if identity]
        asked, _ = self._pipes()
        asked.write("".join(f"{identity}\n" for identity in wanted).encode())
        asked.flush()

    def _answer(self, path: str) -> Iterator[bytes]:
        """The bytes of a file that was asked for; the answers come in the order of asking.

        Raises:
            GitFailed: there is no such file, or git has lost it.
        """
        if self._object(path) is None:
            raise GitFailed(f"{path} is not a file")
        _, answers = self._pipes()
        match answers.readline().split():
            case [_, kind, size]:
                yield from _exactly(answers, int(size))
                answers.read(1)  # the newline behind the content
                if kind != b"blob":
                    raise GitFailed(f"{path} is not a file")
            case _:
                raise GitFailed(f"{path} is not in this repository")

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None:
            process = self._git.started("cat-file", "--batch", errors=DEVNULL)
            self._process = self._stack.enter_context(process)
        if self._process.stdin is None or self._process.stdout is None:
            raise GitFailed("git was started without pipes")
        return self._process.stdin, self._process.stdout


def _exactly(file: IO[bytes], size: int) -> Iterator[bytes]:
    while size:
        chunk = file.read(min(size, _CHUNK))
        if not chunk:
            raise GitFailed("git ended early")
        size -= len(chunk)
        yield chunk


class RemoteCopy:
    """A copy that is read through a function, as one at a web address is.

    Args:
        read: path → bytes, None where there is nothing. What it raises goes through.
    """

    def __init__(self, read: Callable[[str], bytes | None]) -> None:
        self._read = read

    def read(self, path: str) -> bytes | None:
        content = self._read(path)
        return content if content is None else content[:_LIMIT]

    def digests(self, paths: Sequence[str]) -> Iterator[str | None]:
        for path in paths:
            content = self._read(path)
            yield None if content is None else hashlib.sha256(content).hexdigest()

    def paths(self, unread: Callable[[str], None]) -> None:
        return None

    def notes(self) -> tuple[str, ...]:
        return ("this copy cannot be listed, so files that were added are not found",)
