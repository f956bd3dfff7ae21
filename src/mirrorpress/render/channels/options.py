"""What can be set for an edition of layout `channels`: docs/layouts.md lists it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mirrorpress import urls
from mirrorpress.options import option

MAX_SHARE = 200  # characters: a QR code stays small enough for a cheap camera


def is_pattern(text: str) -> bool:
    """Whether a text is a regular expression."""
    try:
        re.compile(text)
    except (re.error, RecursionError, OverflowError):
        return False
    return True


def is_prefix(address: str) -> bool:
    """Whether the path of a page can be put after an address."""
    return len(address) <= MAX_SHARE and urls.safe(address) == address and address.endswith("/")


def _count(value: int) -> bool:
    return value >= 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelsOptions:
    """Options of the layout; each is a key of `[[edition]]`."""

    keep: int = option(
        600,
        help="newest articles of a channel that keep their pages; 0: all",
        check=_count,
        remedy="write 0 or more",
    )
    unlisted: tuple[str, ...] = option(
        (),
        help="regular expressions; articles with such titles are in no list of a channel",
        check=is_pattern,
        problem="is not a regular expression",
        remedy='write as "live$"',
    )
    share: str | None = option(
        None,
        help="what the addresses of pages begin with, where readers find them",
        check=is_prefix,
        remedy='write a web address that ends with "/", of at most 200 characters',
    )
    qr: int = option(
        120,
        help="newest pages of a channel that get a QR code, and keep it; 0: none",
        check=_count,
        remedy="write 0 or more",
    )
    picks: str | None = option(None, help="file of picked articles: url,title")
    sticky: str | None = option(None, help="file of notes on the front page: url,title")
    links: str | None = option(None, help="file of the operator's links: url,title[,fixed]")
    drawn_links: int = option(
        3, help="links drawn for each page", check=_count, remedy="write 0 or more"
    )
    front: str | None = option(None, help="template of README.md")
    mark_links: bool = option(
        False, help="add ?<id of the page> to links, which shows where a click came from"
    )

    def file_names(self) -> tuple[str, ...]:
        """Files of the operator with which the layout is made; relative to mirror.toml."""
        return tuple(name for name in (self.picks, self.sticky, self.links, self.front) if name)
