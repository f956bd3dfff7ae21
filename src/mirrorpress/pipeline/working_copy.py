"""A working copy of an existing mirror: its pages, and when each was first committed.

Nothing in it is trusted: no link is followed, and git runs no command that its configuration names.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Container, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Timer
from typing import IO

from mirrorpress.errors import ExtractError, RunError
from mirrorpress.imports import Layout, layout_of, layout_of_page
from mirrorpress.imports.markup import MAX_BYTES
from mirrorpress.progress import Reporter
from mirrorpress.publish import gitadvice
from mirrorpress.publish.checksums import PathRefused, checked_path
from mirrorpress.publish.gitclone import cloned
from mirrorpress.publish.gitcommand import LOCAL, Git, GitFailed
from mirrorpress.publish.gitremote import is_address
from mirrorpress.publish.readers import is_bare_repository
from mirrorpress.publish.safe_folder import SafeFolder
from mirrorpress.redact import without_secrets

CLONE = "clone"  # name of the step as reporters hear it
MAX_PAGES = 1_000_000
FOLDERS = ("articles", "pages")  # that hold pages
PICTURES = "pictures"  # the folder of pictures in our own editions
_BELOW = tuple(f"{folder}/" for folder in FOLDERS)
_MAX_NAME = 2**16  # bytes of an item that git prints; a path has at most 4,096
_CHUNK = 2**16
_TIME = re.compile(rb"\x01(\d{1,12})(?:\n|$)")  # ahead of the first path of a commit
_LATEST = 4_102_444_800  # 2100, in seconds since 1970


@contextmanager
def located(address: str, reporter: Reporter) -> Iterator[Path]:
    """The folder at an address: a working copy, or a clone of a repository, which goes afterwards.

    Cloning is a step of its own, `CLONE`.

    Raises:
        RunError: the repository cannot be cloned.
    """
    folder = Path(address)
    if not is_bare_repository(folder) and (folder.exists() or not is_address(address)):
        yield folder
        return
    with ExitStack() as stack:
        reporter.start(CLONE, 1)
        try:
            root = stack.enter_context(cloned(address, (*FOLDERS, PICTURES)))
        except (GitFailed, ValueError) as error:
            shown, why = without_secrets(address), gitadvice.short(str(error))
            raise RunError(f"{shown} could not be cloned: {why}") from error
        reporter.advance(CLONE)
        reporter.finish(CLONE)
        yield root


class WorkingCopy:
    """The pages in a folder.

    Args:
        root: the folder. Where it has a `.git`, dates are read from its history.

    Raises:
        RunError: it is no folder, or holds no page of a layout, or too many.
    """

    layout: Layout
    pages: tuple[str, ...]  # paths, sorted
    unread: tuple[str, ...]  # folders that may hold pages and cannot be listed

    def __init__(self, root: Path) -> None:
        try:
            self._folder = SafeFolder(root)
        except OSError as error:
            raise RunError(f"{root} cannot be read ({error.strerror})") from error
        self._root = root
        self._committed: dict[str, int] | None = None
        try:
            self.layout, self.pages, self.unread = self._found()
        except BaseException:
            self._folder.close()
            raise

    def __enter__(self) -> WorkingCopy:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.close()

    def _found(self) -> tuple[Layout, tuple[str, ...], tuple[str, ...]]:
        found, unread = list[str](), list[str]()
        for path in self._folder.walk(unread.append):
            if layout_of_page(path) is not None:
                found.append(path)
            elif path.startswith(_BELOW) and path.count("/") == 1 and not _is_usable(path):
                unread.append(path)
            if len(found) > MAX_PAGES:
                raise RunError(f"{self._root} holds more than {MAX_PAGES} pages")
        layout = layout_of(found)
        if layout is None:
            raise RunError(
                f"{self._root} holds no pages of an existing mirror; they are called "
                "pages/<channel>/<id>.md, articles/<source>/<number>….md or "
                "articles/<year>/<month>/<day>/<source>-<id>.md"
            )
        pages = sorted(path for path in found if layout_of_page(path) == layout)
        return layout, tuple(pages), tuple(sorted(unread))

    def read(self, path: str) -> bytes:
        """A page; of one that is too large, more than is read of any.

        Raises:
            ExtractError: it is no regular file, or cannot be read.
        """
        if _is_odd(path):
            raise ExtractError("its name is not UTF-8")
        content = self._folder.read(path, MAX_BYTES + 1)
        if content is None:
            raise ExtractError("it is a link or another special file, or cannot be read")
        return content

    def file(self, path: str, limit: int) -> bytes | None:
        """A file beside the pages, up to a number of bytes; None where there is none to read."""
        return self._folder.read(path, limit)

    def dated(self, path: str) -> datetime | None:
        """When a page was first committed, else when its file was changed; None: unknown."""
        if self._committed is None:
            self._committed = self._first_commits()
        seconds: float | None = self._committed.get(path)
        if seconds is None:
            seconds = self._folder.modified(path)
        if seconds is None or not 0 <= seconds <= _LATEST:
            return None
        return datetime.fromtimestamp(seconds, UTC).replace(microsecond=0)

    def _first_commits(self) -> dict[str, int]:
        """By path of a page: the time of its first commit, in seconds since 1970."""
        if not self._folder.occupied(".git"):
            return {}
        return first_commits(self._root, frozenset(self.pages))


def first_commits(repository: Path, wanted: Container[str]) -> dict[str, int]:
    """When files were first committed, in seconds since 1970, by their path.

    What git cannot tell, or not in time, is left out.
    """
    git, found = Git(repository, transports=""), dict[str, int]()
    time = 0
    try:
        for item in _log(git):
            if is_time := _TIME.match(item):
                time = int(is_time[1])
            path = item[is_time.end() if is_time else 0 :].decode("utf-8", "surrogateescape")
            if path in wanted:
                found[path] = time  # newest first: the last one stays
    except GitFailed:
        return found
    return found


def _log(git: Git) -> Iterator[bytes]:
    """The times of commits, newest first, and the paths that each of them added."""
    arguments = (
        # A signature is checked by a program that the configuration names.
        *("log", "--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-renames"),
        *("--no-mailmap", "--no-color", "--diff-filter=A", "--name-only", "-z"),
        *("--format=format:%x01%ct", "HEAD", "--"),
    )
    with tempfile.TemporaryFile() as said, git.started(*arguments, errors=said) as process:
        if process.stdout is None:
            raise GitFailed("git was started without pipes")
        timer = Timer(LOCAL, process.kill)
        timer.start()
        try:
            yield from _items(process.stdout)
        finally:
            timer.cancel()


def _items(output: IO[bytes]) -> Iterator[bytes]:
    """What git prints, without the NUL behind each item."""
    rest = b""
    while chunk := output.read(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
        if len(rest) > _MAX_NAME:
            raise GitFailed("git printed a name without end")
    yield rest


def _is_usable(path: str) -> bool:
    """Whether an edition may have a path; the folders of others are not walked."""
    try:
        checked_path(path)
    except PathRefused:
        return False
    return True


def _is_odd(path: str) -> bool:
    """Whether the name of a file was not UTF-8."""
    return not path.isascii() and any("\ud800" <= letter <= "\udfff" for letter in path)
