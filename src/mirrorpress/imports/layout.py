"""Paths of pages in the three layouts, and which layout a repository has.

pages/prog12/a103400017.md                     channels: channel "prog12"
articles/gazette/1048574_River rises.md        archive: source "gazette", title in the name
articles/gazette/1048573.md                    archive: names of the second generation
articles/2031/03/04/gazette-abcd2345efgh.md    almanac: day, source "gazette", id of the article
pages/prog12/a103400017.md.png                 no page
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from mirrorpress.errors import ExtractError

Layout: TypeAlias = Literal["channels", "archive", "almanac"]

_CHANNELS = re.compile(r"pages/([^/]+)/([^/]+)\.md")
_ARCHIVE = re.compile(r"articles/([^/]+)/(\d{1,9}(?:_([^/]*))?)\.md")
# A day with more pages than fit into a folder has further ones, "04-2".
_ALMANAC = re.compile(r"articles/\d{4}/\d\d/\d\d(?:-\d{1,6})?/([a-z0-9-]{1,40})-([a-z2-7]{12})\.md")
_LAYOUTS: tuple[tuple[Layout, re.Pattern[str]], ...] = (
    ("channels", _CHANNELS),
    ("archive", _ARCHIVE),
    ("almanac", _ALMANAC),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePath:
    """What the path of a page says."""

    channel: str  # folder of the page: key of the channel or the source
    id: str  # last part of the path without its ending
    title: str = ""  # archive, first generation of names: the title, "/" written as "--"


def layout_of_page(path: str) -> Layout | None:
    """The layout of which a path is that of a page; None where it is of none."""
    return next((layout for layout, form in _LAYOUTS if form.fullmatch(path)), None)


def layout_of(paths: Iterable[str]) -> Layout | None:
    """The layout that most of the paths are of; None where none is a page.

    Args:
        paths: of files, relative to the root of the repository.
    """
    found = Counter(layout_of_page(path) for path in paths)
    present = [layout for layout, _ in _LAYOUTS if found[layout]]
    return max(present, key=lambda layout: found[layout], default=None)


def path_parts(layout: Layout, path: str) -> PagePath:
    """The parts of a path in a layout.

    Raises:
        ExtractError: it is not the path of a page.
    """
    match layout:
        case "channels":
            return channels_path(path)
        case "archive":
            return archive_path(path)
        case "almanac":
            return almanac_path(path)


def channels_path(path: str) -> PagePath:
    """The parts of a path in layout channels.

    Raises:
        ExtractError: it is not the path of a page.
    """
    found = _CHANNELS.fullmatch(path)
    if found is None:
        raise ExtractError(f"{path!r} is not of the form pages/<channel>/<id>.md")
    return PagePath(channel=found[1], id=found[2])


def archive_path(path: str) -> PagePath:
    """The parts of a path in layout archive.

    Raises:
        ExtractError: it is not the path of a page.
    """
    found = _ARCHIVE.fullmatch(path)
    if found is None:
        raise ExtractError(f"{path!r} is not of the form articles/<source>/<number>_<title>.md")
    title = (found[3] or "").replace("--", "/")
    return PagePath(channel=found[1], id=found[2], title=title)


def almanac_path(path: str) -> PagePath:
    """The parts of a path in layout almanac.

    Raises:
        ExtractError: it is not the path of a page.
    """
    found = _ALMANAC.fullmatch(path)
    if found is None:
        raise ExtractError(
            f"{path!r} is not of the form articles/<year>/<month>/<day>/<source>-<id>.md"
        )
    return PagePath(channel=found[1], id=found[2])
