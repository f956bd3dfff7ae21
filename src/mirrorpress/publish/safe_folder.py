"""A folder worked on from its root down, in which no step follows a symbolic link.

Each part of a path is opened relative to the folder before it (openat with O_NOFOLLOW), so that
nothing that somebody puts in the way can lead a reading or a writing out of the root. A file is
written beside its place and renamed into it: a reader sees the old bytes or the new ones.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from io import BufferedReader
from pathlib import Path
from types import TracebackType
from typing import Self

from mirrorpress.publish.checksums import MAX_DEPTH, PathRefused, checked_path, folder_of

TEMPORARY = ".mirrorpress-"  # how the names of files begin that are not whole yet
NOT_A_FILE = "not a file"  # instead of a digest: a link, a folder, a pipe, or unreadable

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC  # a pipe must not hold us up
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_MANY = 100  # files from which on waiting for all disks is faster than for each file
_ABSENT = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP)


class Blocked(OSError):
    """Something other than a folder stands where a folder is needed."""

    def __init__(self, path: str) -> None:
        super().__init__(errno.ENOTDIR, "a file or a symbolic link is in the way", path)


class SafeFolder:
    """The files below a root. Paths are relative, "/" between parts, and checked.

    Raises:
        OSError: from the constructor where the root is no folder, and from all methods.
        PathRefused: a path is not one that an edition may hold.
    """

    def __init__(self, root: Path) -> None:
        self._root = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        self._last: tuple[str, int] | None = None  # the folder that was worked in last
        self._unsynced = set[str]()  # folders whose entries changed since `sync`
        self._unsynced_files = list[str]()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self._forget()
        os.close(self._root)

    @property
    def descriptor(self) -> int:
        """The root as an open file, for a lock."""
        return self._root

    def digest(self, path: str) -> str | None:
        """The SHA-256 of a file in hex, None where there is nothing, else NOT_A_FILE."""
        try:
            with self._opened(path) as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            return _absence(error)

    def size(self, path: str) -> int | None:
        """The size of a regular file; None where there is none."""
        status = self._status(path)
        return status.st_size if status is not None and stat.S_ISREG(status.st_mode) else None

    def modified(self, path: str) -> float | None:
        """When a regular file was changed, in seconds since 1970; None where there is none."""
        status = self._status(path)
        return status.st_mtime if status is not None and stat.S_ISREG(status.st_mode) else None

    def holds(self, path: str) -> bool:
        """Whether there is anything but a folder at a path, be it a broken link."""
        status = self._status(path)
        return status is not None and not stat.S_ISDIR(status.st_mode)

    def occupied(self, path: str) -> bool:
        """Whether there is anything at all at a path, be it a folder or a broken link."""
        return self._status(path) is not None

    def read(self, path: str, limit: int) -> bytes | None:
        """The first `limit` bytes of a regular file; None where there is none."""
        try:
            with self._opened(path) as file:
                return file.read(limit)
        except OSError:
            return None

    def write(self, path: str, content: bytes) -> None:
        """Put a file in its place in one step, whole on the disk, making the folders above it.

        Raises:
            Blocked: a file or a symbolic link stands where a folder is needed.
        """
        self._write(path, content, os.fsync)

    def write_unsynced(self, path: str, content: bytes) -> None:
        """The same, but sure to be whole on the disk only after `sync`: much faster for many.

        Raises:
            Blocked: like `write`.
        """
        self._write(path, content, lambda descriptor: None)
        self._unsynced_files.append(path)

    def _write(self, path: str, content: bytes, finish: Callable[[int], None]) -> None:
        folder, name = folder_of(checked_path(path)), path.rpartition("/")[2]
        place = self._folder(folder, make=True)
        temporary = TEMPORARY + hashlib.sha256(name.encode()).hexdigest()[:16]
        try:
            _write_new(temporary, content, place, finish)
            os.rename(temporary, name, src_dir_fd=place, dst_dir_fd=place)
        except OSError:
            _remove_if_there(temporary, place)
            raise
        self._unsynced.add(folder)

    def remove(self, path: str) -> None:
        """Take a file away, and the folders above it that hold nothing else."""
        folder, name = folder_of(checked_path(path)), path.rpartition("/")[2]
        try:
            os.unlink(name, dir_fd=self._folder(folder))
        except OSError as error:
            if error.errno not in _ABSENT:
                raise
        self._unsynced.add(folder)
        self._prune(folder)

    def clean(self, folder: str) -> None:
        """Remove what a killed run left half-written in a folder."""
        try:
            place = self._folder(folder)
            with os.scandir(place) as entries:
                names = [entry.name for entry in entries if entry.name.startswith(TEMPORARY)]
        except OSError:
            return
        for name in names:
            _remove_if_there(name, place)
        if names:
            self._prune(folder)

    def walk(self, unread: Callable[[str], None] = lambda folder: None) -> Iterator[str]:
        """Every path that is not a folder, and folders that cannot be part of an edition.

        Args:
            unread: is called with each folder that cannot be listed; what is in it is left out.
        """
        pending = [""]
        while pending:
            folder = pending.pop()
            try:
                entries = self._entries(folder)
            except OSError:
                unread(folder)
                continue
            for name, is_folder in entries:
                path = f"{folder}/{name}" if folder else name
                if is_folder and _may_be_ours(path):
                    pending.append(path)
                else:
                    yield path

    def sync(self) -> None:
        """Wait until all that was written and removed would outlast a power cut."""
        if len(self._unsynced_files) > _MANY:
            os.sync()
        else:
            self._settle_each()
        self._unsynced_files.clear()
        self._unsynced.clear()

    def _settle_each(self) -> None:
        for path in self._unsynced_files:
            with self._opened(path) as file:
                os.fsync(file.fileno())
        for folder in sorted(self._unsynced):
            try:
                os.fsync(self._folder(folder))
            except OSError as error:
                if error.errno not in _ABSENT:  # folders that were pruned have nothing to sync
                    raise

    def _entries(self, folder: str) -> list[tuple[str, bool]]:
        """Names in a folder and whether they are folders. Raises OSError."""
        with os.scandir(self._folder(folder)) as entries:
            return [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries]

    def _opened(self, path: str) -> BufferedReader:
        place = self._folder(folder_of(path))
        descriptor = os.open(path.rpartition("/")[2], _READ, dir_fd=place)
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise OSError(errno.EISDIR, NOT_A_FILE, path)
        return os.fdopen(descriptor, "rb")

    def _status(self, path: str) -> os.stat_result | None:
        try:
            place = self._folder(folder_of(path))
            return os.stat(path.rpartition("/")[2], dir_fd=place, follow_symlinks=False)
        except OSError as error:
            if error.errno not in _ABSENT:
                raise
            return None

    def _folder(self, folder: str, *, make: bool = False) -> int:
        """The folder as an open file, which stays open until another one is asked for."""
        if not folder:
            return self._root
        if self._last is not None and self._last[0] == folder:
            return self._last[1]
        self._forget()
        descriptor = self._descend(folder, make=make)
        self._last = folder, descriptor
        return descriptor

    def _descend(self, folder: str, *, make: bool) -> int:
        parts = checked_path(folder).split("/")
        place, done = os.dup(self._root), ""
        for part in parts:
            done = f"{done}/{part}" if done else part
            try:
                if make:
                    self._make(part, place, folder_of(done))
                below = os.open(part, _FOLDER, dir_fd=place)
            except (NotADirectoryError, FileExistsError) as error:
                raise Blocked(done) from error
            finally:
                os.close(place)
            place = below
        return place

    def _make(self, part: str, place: int, folder: str) -> None:
        try:
            os.mkdir(part, dir_fd=place)
        except FileExistsError:
            return
        self._unsynced.add(folder)

    def _prune(self, folder: str) -> None:
        """Remove a folder and those above it, as far as they are empty."""
        while folder:
            self._forget()
            above, name = folder_of(folder), folder.rpartition("/")[2]
            try:
                os.rmdir(name, dir_fd=self._folder(above))
            except OSError as error:
                if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
                    return
                if error.errno not in _ABSENT:
                    raise
            self._unsynced.add(above)
            folder = above

    def _forget(self) -> None:
        if self._last is not None:
            os.close(self._last[1])
            self._last = None


def _may_be_ours(folder: str) -> bool:
    """Whether an edition may have this folder, with files in it."""
    try:
        return checked_path(folder).count("/") < MAX_DEPTH
    except PathRefused:
        return False


def _write_new(name: str, content: bytes, place: int, finish: Callable[[int], None]) -> None:
    """Write a new file; `finish` is given its descriptor before it is closed."""
    _remove_if_there(name, place)
    descriptor = os.open(name, _CREATE, 0o666, dir_fd=place)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        finish(file.fileno())


def _remove_if_there(name: str, place: int) -> None:
    try:
        os.unlink(name, dir_fd=place)
    except FileNotFoundError:
        return


def _absence(error: OSError) -> str | None:
    """Nothing at all, or something that is no file (a link in the way among it)."""
    return None if error.errno == errno.ENOENT else NOT_A_FILE
