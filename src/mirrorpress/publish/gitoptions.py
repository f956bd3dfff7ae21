"""What can be set for a git target, and when two of them have one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from mirrorpress.errors import Mistake
from mirrorpress.model import Target
from mirrorpress.options import as_options, option
from mirrorpress.publish import checksums, manifest

MAX_EXTRA, MAX_EXTRA_DEPTH = 200, 8  # bytes and folders of a path; see docs/manifest.md

_MANIFEST_FILES = frozenset(  # see docs/manifest.md
    {
        checksums.FILE,
        checksums.SIGNATURE,
        manifest.DESCRIPTOR,
        manifest.PUBLIC_KEY,
        manifest.SUCCESSOR,
    }
)
_REMOTE = re.compile(
    r"(?P<scheme>[a-z][a-z0-9+.-]*)://(?:[^/@]*@)?(?P<host>[^/]*)(?P<path>.*)", re.IGNORECASE
)
_SHORT = re.compile(r"(?:[^/@:]*@)?(?P<host>[^/:]+):(?P<path>.*)")  # "git@host:path"


def is_branch(name: str) -> bool:
    """Narrower than git-check-ref-format, and never read as an option."""
    return re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,99}", name) is not None and ".." not in name


def is_extra(path: str) -> bool:
    """A path below the root of the branch; of a folder where it ends with a slash."""
    parts = path.removesuffix("/").split("/")
    usable = path.isprintable() and "\\" not in path and len(path.encode()) <= MAX_EXTRA
    odd = any(part in ("", ".", "..") or part.casefold() == ".git" for part in parts)
    ours = not _MANIFEST_FILES.isdisjoint(parts)
    return usable and not odd and not ours and len(parts) <= MAX_EXTRA_DEPTH


@dataclass(frozen=True, slots=True, kw_only=True)
class GitOptions:
    """The options of kind "git"."""

    branch: str = option(
        "main",
        help="the branch that is kept",
        check=is_branch,
        remedy="write a plain branch name",
    )
    extras: tuple[str, ...] = option(
        (),
        help='files and folders ("docs/") in the branch that are not the mirror\'s',
        check=is_extra,
        remedy='write as "LICENSE", ".github/"',
    )

    def mistakes(self, of: Target) -> Iterator[Mistake]:
        """What is wrong with the options of a target, and with its address."""
        if self.extras and len(of.editions) > 1:
            problem = "is for a git target with one edition"
            yield Mistake("extras", problem, "leave it out: it has no use here")
        if re.match(r"https?://[^?#]*[?#]", of.url):
            problem = "a git address takes no ?… or #…"
            yield Mistake("url", problem, 'write "https://user:token@host/path"')


def overlap(one: Target, other: Target, root: Path) -> bool:
    """Whether two targets are one branch of one repository, however its address is spelled."""
    branch, other_branch = (
        as_options(target.options, GitOptions).branch for target in (one, other)
    )
    return branch == other_branch and _remote(one.url, root) == _remote(other.url, root)


def _remote(url: str, root: Path) -> str:
    """One spelling for all addresses of a repository that differ in what does not matter."""
    if match := _REMOTE.fullmatch(url):
        if match["scheme"].lower() == "file":
            return _path(unquote(match["path"]), root)
        host, path = match["host"], match["path"]
    elif match := _SHORT.fullmatch(url):
        host, path = match["host"], match["path"]
    else:
        return _path(url, root)
    return f"{host.lower()}/{path.strip('/').removesuffix('.git')}"


def _path(path: str, root: Path) -> str:
    return str((root / Path(path).expanduser()).resolve())
