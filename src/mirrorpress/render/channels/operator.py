"""What the operator writes by hand: picks, sticky notes and links, as CSV files (RFC 4180).

A line is `url,title`, of links also `url,title,fixed`. Empty lines, lines that begin with "#" and
a first line of column names are left out. A line that cannot be used fails only that line.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import StringIO

from mirrorpress import urls
from mirrorpress.model import Problem
from mirrorpress.render.characters import clean
from mirrorpress.text.encodings import decode

MAX_LINES = 2_000  # that are used of a file
MAX_TITLE = 300  # characters
_YES = frozenset({"fixed", "yes", "true", "1"})
_NO = frozenset({"", "no", "false", "0"})


@dataclass(frozen=True, slots=True)
class OwnLink:
    """An address that the operator chose; one that starts with "/" is a page of the mirror."""

    url: str
    title: str  # "": as the page is called
    fixed: bool = False  # on every page; else one of those that are drawn

    @property
    def inside(self) -> bool:
        """Whether it leads to a page of the mirror."""
        return self.url.startswith("/")


@dataclass(frozen=True, slots=True)
class OwnLinks:
    """A file of the operator, read."""

    links: tuple[OwnLink, ...] = ()
    problems: tuple[Problem, ...] = ()  # lines that were left out


def read_links(file: str, content: bytes, *, titled: bool = True) -> OwnLinks:
    """Links from the bytes of a CSV file; one that is twice in it counts once.

    Args:
        file: its name, for problems.
        content: its bytes, in any encoding; UTF-8 is tried first.
        titled: whether each line needs a title.
    """
    links: dict[str, OwnLink] = {}
    problems: list[Problem] = []
    for number, row in _rows(decode(content).text.lstrip("\ufeff")):
        if isinstance(row, str):
            problems.append(Problem(file, number, row))
        elif not _is_skipped(row, number):
            read = _link(row, titled=titled)
            if isinstance(read, str):
                problems.append(Problem(file, number, read))
            elif len(links) == MAX_LINES:
                told = f"only the first {MAX_LINES} lines are used"
                problems.append(Problem(file, number, told))
                break
            else:
                links.setdefault(read.url, read)
    return OwnLinks(tuple(links.values()), tuple(problems))


def _rows(text: str) -> Iterator[tuple[int, list[str] | str]]:
    """Number and fields of each line; or why it has none. No field goes on in the next line."""
    for number, line in enumerate(StringIO(text, newline=None), 1):
        try:
            yield number, next(csv.reader([line.rstrip("\n")], strict=True), [])
        except csv.Error as error:
            yield number, f'is not CSV ({error}); write a title with quotes as "a ""b"" c"'


def _is_skipped(row: list[str], number: int) -> bool:
    first = row[0].strip() if row else ""
    is_header = number == 1 and first.lower() in ("url", "path", "address", "link")
    return is_header or first.startswith("#") or not any(field.strip() for field in row)


def _link(row: list[str], *, titled: bool) -> OwnLink | str:
    """The link of a row, or what is wrong with it."""
    if len(row) > 3:
        return 'has more than three fields; put a title with commas into quotes: "a, b"'
    address, title, mark = [*(field.strip() for field in row), "", ""][:3]
    url = _address(address)
    if url is None:
        return f"{address[:80]!r} is neither a web address nor a path that starts with /"
    title = clean(title)[:MAX_TITLE].strip()
    if titled and not title:
        return "has no title; write url,title"
    if mark.lower() not in _YES | _NO:
        return f"{mark[:40]!r} is not known; write fixed, or nothing"
    return OwnLink(url, title, mark.lower() in _YES)


def _address(text: str) -> str | None:
    if not text.startswith("/"):
        return urls.safe(text)
    path = text.partition("?")[0].partition("#")[0]
    parts = path[1:].split("/")
    is_plain = path.isprintable() and "\\" not in path and not {"", ".", ".."} & {*parts}
    return path if is_plain else None


def drawn(links: tuple[OwnLink, ...], page: str, count: int) -> tuple[OwnLink, ...]:
    """Links for a page, in the order of the file: the draw depends on nothing but these two.

    Each link has a rank on each page, so that a new one changes only the pages on which it is
    drawn (rendezvous hashing; Thaler and Ravishankar 1996).
    """

    def rank(link: OwnLink) -> bytes:
        return sha256(f"{page} {link.url}".encode("utf-8", "replace")).digest()

    chosen = sorted(links, key=rank)[:count]
    return tuple(link for link in links if link in chosen)
