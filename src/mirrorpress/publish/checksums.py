"""Checksum files: a tree of hashes in the shape of an edition's folders. Pure.

Every folder of an edition holds a file named SHA256SUMS, in the format of coreutils' sha256sum: a
line for each file in it, and for each direct subfolder a line with the hash of that subfolder's own
checksum file. The root's is signed (`manifest`), so the signature covers every file.
docs/manifest.md is the specification.

    listed_in("a/b/page.md")       "a/b"
    listed_in("a/b/SHA256SUMS")    "a", there named "b/SHA256SUMS"
    listed_in("SHA256SUMS")        None: it is signed
    checked_path("a/../b")         PathRefused
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

FILE = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.minisig"

MAX_NAME = 255  # bytes; NAME_MAX of the file systems in use
MAX_DEPTH = 32  # folders; ours are six deep
MAX_SIZE = 64 * 2**20  # bytes: some 700,000 files in one folder

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_DIGEST = re.compile(r"[0-9a-f]{64}")
# Names of most files, which need no closer look: none begins with a dot, none is SHA256SUMS.
_PLAIN = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\\\u2028\u2029\ud800-\udfff]")


class PathRefused(ValueError):
    """A path is not one that an edition may hold."""


def folder_of(path: str) -> str:
    """The folder that a path is in; "" for the root."""
    return path.rpartition("/")[0]


def listed_in(path: str) -> str | None:
    """The folder whose checksum file names this path; None for the root's and its signature."""
    if path in (FILE, SIGNATURE):
        return None
    folder, _, name = path.rpartition("/")
    return folder_of(folder) if name == FILE else folder


def listed_as(path: str) -> str:
    """The name that a path has in the checksum file of `listed_in(path)`."""
    folder = listed_in(path)
    return path.removeprefix(f"{folder}/") if folder else path


def path_in(folder: str) -> str:
    """The path of a folder's checksum file."""
    return f"{folder}/{FILE}" if folder else FILE


def folders_above(path: str) -> tuple[str, ...]:
    """The folders whose checksum files change when this file does: its own first, the root last."""
    folders = [folder_of(path)]
    while folders[-1]:
        folders.append(folder_of(folders[-1]))
    return tuple(folders)


def checked_path(path: str) -> str:
    """The path itself, where it is one that an edition may hold.

    Raises:
        PathRefused: it is empty, absolute, leaves its folder, is too long or deep, touches `.git`,
            or holds a backslash or control character.
    """
    parts = path.split("/")
    if len(parts) > MAX_DEPTH + 1:
        raise PathRefused(f"{path[:80]!r}… is nested deeper than {MAX_DEPTH} folders")
    for part in parts:
        _check_name(part)
    return path


def _check_name(name: str) -> None:
    if not _is_name(name):
        raise PathRefused(f"{name[:80]!r} cannot be part of a path")


@lru_cache(maxsize=4096)  # most parts of paths are folders, which recur
def _is_name(name: str) -> bool:
    if not name or name in (".", "..") or _FORBIDDEN.search(name):
        return False
    return name.casefold() != ".git" and len(name.encode()) <= MAX_NAME


def written(entries: Iterable[tuple[str, str]]) -> bytes:
    """The checksum file of one folder.

    Args:
        entries: name (as of `listed_as`) and SHA-256 in hex, in any order.

    Raises:
        ValueError: a name is not one that a checksum file may hold, or is listed twice.
    """
    by_name = dict[bytes, str]()
    for name, digest in entries:
        encoded = _checked_entry(name).encode()
        if encoded in by_name or not _DIGEST.fullmatch(digest):
            raise ValueError(f"{name!r} is listed twice, or its hash is none")
        by_name[encoded] = digest
    return b"".join([b"%s  %s\n" % (by_name[name].encode(), name) for name in sorted(by_name)])


def parse(content: bytes) -> dict[str, str]:
    """What a checksum file says: name → SHA-256 in hex. There may be anything in `content`.

    Raises:
        ValueError: it is not a checksum file as `written` makes them; the text says which line.
    """
    if len(content) > MAX_SIZE:
        raise ValueError(f"it is longer than {MAX_SIZE} bytes")
    if content and not content.endswith(b"\n"):
        raise ValueError("its last line is cut off")
    entries = dict[str, str]()
    last = b""
    for number, line in enumerate(content.split(b"\n")[:-1], start=1):
        name, digest = _parsed_line(line, number)
        if line[66:] <= last:
            raise ValueError(f"line {number} is out of order, or a second one of its name")
        last = line[66:]
        entries[name] = digest
    return entries


def names_in(content: bytes) -> frozenset[str]:
    """The names in a checksum file; none where it is not one."""
    try:
        return frozenset(parse(content))
    except ValueError:
        return frozenset()


def _parsed_line(line: bytes, number: int) -> tuple[str, str]:
    try:
        match = _LINE.fullmatch(line.decode())
        if match is None:
            raise ValueError("it is not a hash, two spaces and a name")
        return _checked_entry(match[2]), match[1]
    except ValueError as error:  # UnicodeDecodeError is one
        raise ValueError(f"line {number}: {error}") from error


def _checked_entry(name: str) -> str:
    """A name as a checksum file may hold it: a file, or a direct subfolder's checksum file."""
    if _PLAIN.fullmatch(name):
        return name
    first, slash, rest = name.partition("/")
    _check_name(first)
    if slash and rest != FILE:
        raise ValueError(f"{name[:80]!r} is not a name of this folder")
    if name in (FILE, SIGNATURE):
        raise ValueError(f"{name} cannot be listed in its own folder")
    return name


def written_all(files: Iterable[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    """The checksum files of a whole edition as (path, bytes), deepest first, the root's last.

    Args:
        files: path and SHA-256 in hex of every file but the checksum files and the signature.

    Raises:
        ValueError: like `checked_path` and `written`.
    """
    folders: dict[str, list[tuple[str, str]]] = {"": []}
    for path, digest in files:
        for folder in folders_above(checked_path(path)):
            folders.setdefault(folder, [])
        folders[folder_of(path)].append((listed_as(path), digest))
    for folder in sorted(folders, key=deepest_first):
        content, path = written(folders[folder]), path_in(folder)
        above = listed_in(path)
        if above is not None:
            folders[above].append((listed_as(path), hashlib.sha256(content).hexdigest()))
        yield path, content


def deepest_first(folder: str) -> tuple[int, str]:
    """Sort key of folders: what is deeper first, the root last."""
    return -(folder.count("/") + 1 if folder else 0), folder
