"""The files of a git commit, listed within bounds.

A tree of git may hold one subtree many times over, so that a repository of a few kilobytes unfolds
into more paths than any memory holds. The checksum file is read as git prints it, and git is
stopped at the first bound that is passed. Folders are printed too (-t): empty ones would unfold in
silence.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Timer
from typing import IO

from mirrorpress.errors import VerifyError
from mirrorpress.publish.gitcommand import LOCAL, Git, GitFailed, spoken
from mirrorpress.publish.gitremote import parsed_tree

_CHUNK = 2**16
_MAX_ENTRY = 2**16  # bytes; 33 names of 255 bytes, the longest path of an edition, are 9 kB


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How much of a commit is listed."""

    entries: int = 1_000_000  # files and folders: more than git hosts take; some 300 MB of memory
    size: int = 256 * 2**20  # bytes that git prints: names of 200 bytes on average
    seconds: float = LOCAL


def files_of(git: Git, commit: str, prefix: str, bounds: Bounds) -> dict[str, bytes | None]:
    """The id of each file's content by its path in the commit, without the prefix.

    None stands for what is no regular file (a link, a submodule), and for a path that the commit
    has twice: git itself forbids that, and which of the two a checkout writes is chance.

    Raises:
        VerifyError: the commit passes a bound.
        GitFailed: it cannot be listed.
    """
    below = ("--", prefix) if prefix else ()
    found: dict[str, bytes | None] = {}
    with (
        tempfile.TemporaryFile() as said,
        git.started(
            "ls-tree", "-r", "-t", "-z", "--full-tree", commit, *below, errors=said
        ) as process,
    ):
        if process.stdout is None:
            raise GitFailed("git was started without pipes")
        timer = Timer(bounds.seconds, process.kill)
        timer.start()
        try:
            for block in _within(bounds, process.stdout):
                for path, entry in parsed_tree(block):
                    place = path.removeprefix(prefix)
                    found[place] = None if place in found else _content(entry)
            status = process.wait()
        finally:
            late = not timer.is_alive()
            timer.cancel()
        if late:
            raise VerifyError(f"listing the commit took longer than {bounds.seconds:.0f} s")
        if status != 0:
            said.seek(0)
            raise GitFailed(spoken(said.read()) or "git ls-tree failed")
    return found


def _content(entry: str) -> bytes | None:
    mode, _, identity = entry.partition(" ")
    return bytes.fromhex(identity) if mode.startswith("100") else None


def _within(bounds: Bounds, output: IO[bytes]) -> Iterator[bytes]:
    """What git prints, in blocks of whole entries. Raises VerifyError at a bound."""
    rest, entries, size = b"", 0, 0
    while chunk := output.read(_CHUNK):
        whole, end, after = chunk.rpartition(b"\0")
        block, rest = (rest + whole + end, after) if end else (b"", rest + chunk)
        entries, size = entries + block.count(b"\0"), size + len(chunk)
        if entries > bounds.entries:
            raise _Endless(f"more than {bounds.entries} files and folders")
        if size > bounds.size:
            raise _Endless(f"names longer than {bounds.size} bytes altogether")
        if len(rest) > _MAX_ENTRY:
            raise _Endless(f"a name longer than {_MAX_ENTRY} bytes")
        yield block


class _Endless(VerifyError):
    """The commit passes a bound."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"the commit has {what}, so it is not listed to its end; no edition is that large"
        )
