"""Random ways from the root checksum file of a copy down to its files, to check some of them.

At each checksum file one of its lines is chosen: a file is the end of the way, a subfolder's
checksum file goes on. Only the checksum files on these ways are read, so that a large copy is
sampled with few requests. Not all files are chosen equally often: one in a small folder more often
than one in a large folder.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mirrorpress.publish.checksums import FILE, folder_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Which files are checked."""

    count: int
    choose: Callable[[int], int]  # a number from 0 to below that given, nobody knows which


class Ways:
    """The ways to the files that were not chosen yet.

    Args:
        root: path → hash of all that the root checksum file names.
        opened: reads the checksum file at a path, whose hash is given; what it names, nothing where
        it
            is not the one that the hash says.
    """

    def __init__(
        self,
        root: Mapping[str, str],
        opened: Callable[[str, str], Mapping[str, str]],
        choose: Callable[[int], int],
    ) -> None:
        self._opened = opened
        self._choose = choose
        self._left = {"": list(root.items())}  # by folder: what leads to a file not chosen yet

    def next(self) -> tuple[str, str] | None:
        """A file that was not chosen yet, and its hash; None where there is none left."""
        while self._left[""]:
            found = self._down()
            if found is not None:
                return found
        return None

    def _down(self) -> tuple[str, str] | None:
        """One way down; None where it ends in a folder without files, which is then left out."""
        folder = ""
        while True:
            left = self._left[folder]
            place = self._choose(len(left))
            path, digest = left[place]
            if not path.endswith(f"/{FILE}"):
                _take(left, place)
                return path, digest
            folder = folder_of(path)
            if folder not in self._left:
                self._left[folder] = list(self._opened(path, digest).items())
            if not self._left[folder]:
                _take(left, place)
                return None


def _take(entries: list[tuple[str, str]], place: int) -> None:
    """Remove an entry; the last one takes its place."""
    entries[place] = entries[-1]
    entries.pop()
