"""One run at a time: locks that the kernel gives back when their holder dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mirrorpress.errors import BusyError, StoreError


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Hold the mirror whose state is in `folder` (made if need be).

    Raises:
        BusyError: another process holds it; says which.
        StoreError: the folder cannot be made or written.
    """
    path = folder / "lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise StoreError(
            f"{folder} cannot be written ({error.strerror}); check `state` in mirror.toml"
        ) from error
    try:
        _take(descriptor, folder)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int, folder: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip()
        process = f" (process {holder})" if holder else ""
        raise BusyError(
            f"another run{process} is working on {folder}; wait for it, or stop it and run again"
        ) from None
    with suppress(OSError):  # on a full disk the lock holds, but names nobody
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode("ascii"), 0)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """A moment in which nobody else opens what is in a folder; waits for it.

    Two processes that make one SQLite file, or bring it to a newer schema, at the same time get
    in each other's way (SQLite waits for locks, but not while it turns the write-ahead log on).

    Raises:
        StoreError: the folder cannot be opened.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        raise StoreError(f"{folder} cannot be opened ({error.strerror})") from error
    try:
        with suppress(OSError):  # file systems without locks (some network drives)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
