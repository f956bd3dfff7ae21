"""The file in which `verify` remembers the number of each edition that it saw (`seen`)."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from mirrorpress.errors import VerifyError
from mirrorpress.publish import private, seen


def place(environment: Mapping[str, str]) -> Path:
    """Where the file is: in the user's state folder (XDG Base Directory Specification).

    Raises:
        VerifyError: the user has no home folder.
    """
    state = Path(environment.get("XDG_STATE_HOME", ""))
    if not state.is_absolute():  # as the specification asks; it is not set, or wrong
        try:
            state = Path.home() / ".local" / "state"
        except RuntimeError as error:
            raise VerifyError(
                "there is no home folder in which to remember copies; give --no-memory"
            ) from error
    return state / "mirrorpress" / "seen.json"


class Memory:
    """The numbers seen before, and the file that keeps them.

    Raises:
        VerifyError: from the constructor where the file is damaged or cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.numbers: Mapping[str, int] = _read(path)

    def remember(self, name: str, number: int) -> None:
        """Keep the number of an edition, where it is higher than that known.

        What another process remembered meanwhile stays.

        Raises:
            OSError: the file cannot be written.
            VerifyError: another process left it damaged.
        """
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _alone(self.path.with_suffix(".lock")):
            before = _read(self.path)
            self.numbers = seen.remembered(before, name, number)
            if list(self.numbers.items()) != list(before.items()):
                private.replace(self.path, seen.written(self.numbers))


def _read(path: Path) -> dict[str, int]:
    try:
        with path.open("rb") as file:
            return seen.parse(file.read(seen.MAX_BYTES + 1))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise VerifyError(
            f"{path}, which remembers the copies seen before, cannot be read ({error}); "
            "remove it to start again, or give --no-memory to run without it"
        ) from error


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """While no other process is here."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
