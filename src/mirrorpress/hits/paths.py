"""Paths as an edition names them, made from what a reader asked for.

    /pages/a%20b.md?utm_source=x#top               pages/a b.md
    https://host.example/pages//./x/../a.md        pages/a.md
    /owner/repo/blob/main/pages/a.md               pages/a.md          (GitHub; also raw, tree)
    /group/repo/-/blob/main/pages/a.md             pages/a.md          (GitLab)
    /owner/repo/src/branch/main/pages/a.md         pages/a.md          (Gitea, Forgejo)
    /owner/repo/blob/feature/x/pages/a.md          x/pages/a.md        (a branch may contain "/")
    /                                              ""                  (the root)

`suffixes` are the ways in which a path may end with a path of an edition: they find it where the
branch contains a slash, and where the edition is in a folder of its host.
"""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

from mirrorpress.hits.outcome import BadLine

MAX_LENGTH = 2000  # characters of a path
MAX_SEGMENTS = 100  # of a path; bounds the work of `suffixes`

_ORIGIN = re.compile(r"https?://[^/?#]*", re.IGNORECASE)
_AS_IT_IS = re.compile(r"(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+")  # nothing to decode or resolve
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_VIEWS = frozenset({"blob", "raw", "tree"})  # of a file or folder at a branch
_REFS = frozenset({"branch", "tag", "commit"})


def normal_path(target: str) -> str:
    """The path that a request, an address or a cell of a table names; "" for the root.

    A last "/" is removed.

    Raises:
        BadLine: no path can be read from it, or it is too long.
    """
    if not target:
        raise BadLine("it names no path")
    path = target if target.startswith("/") else _without_origin(target)
    path = path.partition("#")[0].partition("?")[0]
    if not _AS_IT_IS.fullmatch(path):
        path = _decoded(path)
    if len(path) > MAX_LENGTH:
        raise BadLine(f"the path has more than {MAX_LENGTH} characters")
    segments = _resolved(path)
    if len(segments) > MAX_SEGMENTS:
        raise BadLine(f"the path has more than {MAX_SEGMENTS} parts")
    return "/".join(_without_host_prefix(segments))


def suffixes(path: str) -> tuple[str, ...]:
    """The path and what remains of it without its first folders, longest first; () for "".

    The number is at most `MAX_SEGMENTS` for a path that `normal_path` returned.
    """
    segments = path.split("/") if path else []
    return tuple("/".join(segments[start:]) for start in range(len(segments)))


def _without_origin(address: str) -> str:
    """ "/x" of "https://host.example/x"; what is no address as it is."""
    found = _ORIGIN.match(address)
    return address[found.end() :] if found else address


def _decoded(path: str) -> str:
    """Raises BadLine where the bytes are not UTF-8, or are no text."""
    try:
        decoded = unquote_to_bytes(path.encode("utf-8")).decode("utf-8")
    except UnicodeError:
        raise BadLine("the path is not valid UTF-8") from None
    if _CONTROLS.search(decoded):
        raise BadLine("the path contains control characters")
    return decoded


def _resolved(path: str) -> list[str]:
    """The parts of a path, "." and ".." resolved (RFC 3986, 5.2.4), empty ones removed."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del kept[-1:]
        elif segment not in ("", "."):
            kept.append(segment)
    return kept


def _without_host_prefix(segments: list[str]) -> list[str]:
    """The path inside the repository, where a code host shows a file or folder of one."""
    match segments:
        case [_, _, "src" | "raw" | "media", ref, _, *inside] if ref in _REFS:
            return inside
        case [_, _, view, _, *inside] if view in _VIEWS:
            return inside
    if "-" in segments[2:]:  # GitLab: groups contain groups, so the repository is at any depth
        at = segments.index("-", 2)
        if len(segments) > at + 2 and segments[at + 1] in _VIEWS:
            return segments[at + 3 :]
    return segments
