"""Targets that would write to one place: each would undo what the other wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from mirrorpress.model import Target

_REMOTE = re.compile(
    r"(?P<scheme>[a-z][a-z0-9+.-]*)://(?:[^/@]*@)?(?P<host>[^/]*)(?P<path>.*)", re.IGNORECASE
)
_SHORT = re.compile(r"(?:[^/@:]*@)?(?P<host>[^/:]+):(?P<path>.*)")  # "git@host:path"


def overlaps(targets: tuple[Target, ...], directory: Path) -> Iterator[tuple[int, str]]:
    """Number (from 1) of each target whose place an earlier one has, and the name of that one.

    Folders overlap where they are the same or one lies in the other, symbolic links followed; git
    remotes where address and branch are the same. Other kinds are not compared.
    """
    for number, target in enumerate(targets, 1):
        for other in targets[: number - 1]:
            if target.kind == other.kind and _overlap(target, other, directory):
                yield number, other.name
                break


def _overlap(target: Target, other: Target, directory: Path) -> bool:
    if target.kind == "folder":
        own, theirs = (_folder(one.url, directory) for one in (target, other))
        return own.is_relative_to(theirs) or theirs.is_relative_to(own)
    if target.kind == "git":
        same = _remote(target.url, directory) == _remote(other.url, directory)
        return same and target.branch == other.branch
    return False


def _folder(path: str, directory: Path) -> Path:
    return (directory / Path(path).expanduser()).resolve()


def _remote(url: str, directory: Path) -> str:
    """One spelling for all addresses of a repository that differ in what does not matter."""
    if match := _REMOTE.fullmatch(url):
        if match["scheme"].lower() == "file":
            return str(_folder(unquote(match["path"]), directory))
        host, path = match["host"], match["path"]
    elif match := _SHORT.fullmatch(url):
        host, path = match["host"], match["path"]
    else:
        return str(_folder(url, directory))
    return f"{host.lower()}/{path.strip('/').removesuffix('.git')}"
