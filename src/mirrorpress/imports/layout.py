"""Paths of pages in the two layouts, and which layout a repository has.

pages/prog12/a103400017.md                     channels: channel "prog12"
articles/gazette/1048574_River rises.md        archive: source "gazette", title in the name
articles/gazette/1048573.md                    archive: names of the second generation
pages/prog12/a103400017.md.png                 no page
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from mirrorpress.errors import ExtractError

Layout: TypeAlias = Literal["channels", "archive"]

_CHANNELS = re.compile(r"pages/([^/]+)/([^/]+)\.md")
_ARCHIVE = re.compile(r"articles/([^/]+)/(\d{1,9}(?:_([^/]*))?)\.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePath:
    """What the path of a page says."""

    channel: str  # folder of the page: key of the channel or the source
    id: str  # last part of the path without its ending
    title: str = ""  # archive, first generation of names: the title, "/" written as "--"


def layout_of_page(path: str) -> Layout | None:
    """The layout of which a path is that of a page; None where it is none of either."""
    if _CHANNELS.fullmatch(path):
        return "channels"
    return "archive" if _ARCHIVE.fullmatch(path) else None


def layout_of(paths: Iterable[str]) -> Layout | None:
    """The layout that most of the paths are of; None where none is a page of either.

    Args:
        paths: of files, relative to the root of the repository.
    """
    channels = archive = 0
    for path in paths:
        layout = layout_of_page(path)
        channels += layout == "channels"
        archive += layout == "archive"
    if not channels and not archive:
        return None
    return "channels" if channels >= archive else "archive"


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
